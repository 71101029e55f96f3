/* reported speech, in the styles of papers, agencies, courts and polls */
#include "tests/unit/workers/extract/quotes_given.h"

TEST(what_is_tagged_as_a_verb_behind_that_may_be_a_noun)
{
        expect("Anna Berg told analysts on a call that demand had fallen.", "demand had fallen",
               "Anna Berg");
        expect("Sources with knowledge of the mill told Reuters that talks broke down.",
               "talks broke down", "Sources with knowledge of the mill");
        expect("The clerk said she had the key that opens the mill.",
               "she had the key that opens the mill", "The clerk");
}

TEST(a_verb_behind_a_plural_is_no_infinitive)
{
        expect("The authors write that the reef is dying.", "the reef is dying", "The authors");
        expect("10:45 The police say the bridge has reopened.", "the bridge has reopened",
               "The police");
        expect("Lind, according to the complaint, hid the money in a shed.",
               "Lind … hid the money in a shed", "the complaint");
}

TEST(an_official_may_be_quoted_as_saying)
{
        expect("State news agency Norta quoted an official as saying the dam was full.",
               "the dam was full", "an official");
}

TEST(a_verb_behind_what_was_shot_down_ends_the_claim)
{
        expect("The army's claim that it shot down two drones could not be checked.",
               "it shot down two drones", "The army");
}

TEST(where_a_statement_stands_is_not_what_it_says)
{
        const char *text = "The mill, in a statement on its website, said its clerk had left.";

        expect(text, "its clerk had left", "The mill");
        EXPECT_INT(quotes_of(text)->n_quotes, 1);
}

TEST(an_aside_before_that_parts_nothing)
{
        expect("Speaking at a fair in Ostrin on Saturday, Berg said, without evidence, that the "
               "vote had been stolen.",
               "the vote had been stolen", "Berg");
        expect("The mill, Berg said on Monday, will not reopen.", "The mill … will not reopen",
               "Berg");
}

TEST(a_participle_that_opens_the_sentence_ends_at_its_comma)
{
        const char *text = "Citing an unnamed official, the guild said the dam was full.";

        expect(text, "the dam was full", "the guild");
        EXPECT_INT(quotes_of(text)->n_quotes, 1);
}

TEST(two_plurals_behind_told_are_no_phrase)
{
        expect("Berg told investors margins would rise.", "margins would rise", "Berg");
        expect("Berg told union members wages would rise.", "wages would rise", "Berg");
}

TEST(when_a_source_was_filed_is_none_of_its_words)
{
        expect("According to the complaint, filed in a court in Ostrin, Lind hid the money.",
               "Lind hid the money", "the complaint");
}

TEST(to_lash_out_at_somebody_is_to_judge)
{
        expect("Residents have hit out at plans for a mast.", "plans for a mast", "Residents");
        expect("The mayor lashed out at Lind.", "Lind", "The mayor");
        EXPECT_INT(quotes_of("The ball hit out of the park.")->n_quotes, 0);
}

TEST(who_says_of_himself_what_he_did_goes_on)
{
        const char *text = "The bank said on Tuesday that it had no part in the fire, calling "
                           "the charge absurd.";

        expect(text, "the charge absurd", "The bank");
        expect("She said he was late, calling it a shame.", "it a shame", "he");
}

TEST(say_behind_a_comma_is_a_verb)
{
        expect("Just over a quarter, 26 percent, say they will come.", "they will come",
               "a quarter");
        expect("Supporters of Anna Berg, who had come to the fair, say he was late.",
               "he was late", "Supporters of Anna Berg");
        EXPECT_INT(quotes_of("It will close within, say, five years.")->n_quotes, 0);
}

TEST(an_answer_is_said)
{
        expect("Lind said no.", "no", "Lind");
        expect("Lind said no to the war.", "no to the war", "Lind");
        expect("Lind said no, he had never been there.", "no, he had never been there", "Lind");
        expect("Half of the guests said yes, compared with a third who left.", "yes",
               "Half of the guests");
        EXPECT_INT(quotes_of("The fear of saying no grew.")->n_quotes, 0);
        expect("Lind said no one came.", "no one came", "Lind");
}

TEST(a_clause_may_leave_its_verb_to_the_one_before)
{
        expect("Lind said she would.", "she would", "Lind");
        expect("Lind confirmed that he did.", "he did", "Lind");
        EXPECT_INT(quotes_of("The mill is as strong as the mayor says it is.")->n_quotes, 0);
}

TEST(a_count_is_a_source)
{
        expect("Norway leads by 27 points according to a count by the Harbour Post, but the "
               "game is not over.",
               "Norway leads by 27 points", "a count");
}

TEST(who_does_something_is_the_subject_of_the_next_verb)
{
        static const char mill[] = "Groups backing the mill said it was late.";

        expect(mill, "it was late", "Groups");
        expect(mill, "the mill", "Groups");
        expect("People living nearby say the mill is loud.", "the mill is loud", "People");
        expect("Police investigating the fire said it began at noon.", "it began at noon",
               "Police");
        expect("The Mill Board's acting director praised the plan.", "the plan",
               "The Mill Board's acting director");
        expect("The mayor lost, with one member calling Lind a liar.", "Lind a liar",
               "one member");
}

TEST(what_somebody_seeks_or_calls_himself_is_no_speech)
{
        EXPECT_INT(quotes_of("Women seeking work left early.")->n_quotes, 0);
        EXPECT_INT(quotes_of("A group calling itself the Wolves left early.")->n_quotes, 0);
}

TEST(an_earnings_call_is_no_verb)
{
        const char *text =
                "“Rents will rise,” Olaf Lind said on an earnings call with analysts.";

        expect(text, "Rents will rise,", "Olaf Lind");
        EXPECT_INT(quotes_of(text)->n_quotes, 1);
}

TEST(people_briefed_on_something_say_it)
{
        expect("People briefed on the plan say the mill will close.", "the mill will close",
               "People briefed on the plan");
        expect("The mill will close by March, people briefed on the plan said.",
               "The mill will close by March", "people briefed on the plan");
        expect("Even people loyal to the mayor say she was late.", "she was late",
               "people loyal to the mayor");
}

TEST(what_a_speaker_leaves_out_closes_what_he_says)
{
        expect("The mill is shut, the ministry said without giving details.",
               "The mill is shut", "the ministry");
}

TEST(who_asks_somebody_is_no_one_who_is_asked)
{
        expect("Olaf Lind, a Conservative, asked the minister what steps she was taking.",
               "what steps she was taking", "Olaf Lind");
        expect("Olaf Lind, asked whether he would go, said nothing.", "whether he would go",
               NULL);
}

TEST(as_somebody_says_may_stand_behind_a_joint)
{
        expect("But as Lind noted, the guests will look again.", "the guests will look again",
               "Lind");
        expect("Voters in all five towns see Lind as the man to win.", "Lind as the man to win",
               "Voters in all five towns");
}
