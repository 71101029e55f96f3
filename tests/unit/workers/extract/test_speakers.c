/* who speaks: he and she among the speakers of a text */
#include "tests/unit/workers/extract/quotes_given.h"

TEST(he_or_she_is_the_last_one_who_spoke)
{
        const struct extraction *x =
                quotes_of("Anna Berg said Maria Holm had left the town on Monday. “The road is "
                          "closed,” she added.");
        const struct quote *q = find(x, "The road is closed,");

        REQUIRE(q);
        EXPECT_STR(q->speaker.text, "she");
        EXPECT_STR(q->speaker.name, "Anna Berg");
}

TEST(whom_a_speaker_speaks_of_is_not_the_one_who_goes_on)
{
        expect_name("Lars Berg said the road was closed. “Peter Holm can open it,” he added.",
                    "Peter Holm can open it,", "Lars Berg");
        expect_name("Lars Berg said the road was closed. ''Peter Holm can open it,'' he added.",
                    "Peter Holm can open it,", "Lars Berg");
}

TEST(who_comes_in_between_speaks_next)
{
        expect_name("Anna Berg said the road was closed.\n\nMaria Holm disagreed. “It is "
                    "open,” she said.",
                    "It is open,", "Maria Holm");
        expect_name(
                "Anna Berg said the road was closed.\n\nIt is a sorry tale, which Maria Holm "
                "knows. “It is closed,” she said.",
                "It is closed,", "Anna Berg");
}

TEST(a_plural_is_no_he)
{
        expect_name(
                "Lars Berg said the road was closed. Republicans asked for “a new road.” “It "
                "is closed,” he said.",
                "It is closed,", "Lars Berg");
}

TEST(who_acts_in_the_sentence_before_speaks_whatever_stands_beside_the_name)
{
        expect_name(
                "Lars Berg said the road was closed.\n\nMayor Peter Holm (Green) also spoke of "
                "it when he met the guests. “It is open,” he said.",
                "It is open,", "Peter Holm");
        expect_name(
                "Lars Berg said the road was closed.\n\nAnd Peter Holm, for all the work that "
                "he had done for it, seems to agree. “It is closed,” he said.",
                "It is closed,", "Peter Holm");
        expect_name(
                "Asked whether he feared that Lars Berg, who called the road a “trap,” could "
                "win, Peter Holm sighed. “I fear nobody,” he said.",
                "I fear nobody,", "Peter Holm");
}

TEST(who_is_spoken_of_in_the_words_does_not_say_them)
{
        expect_name("Lars Berg said he would not vote for Peter Holm. Also, Peter Holm is no "
                    "farmer, he said.",
                    "Also, Peter Holm is no farmer", "Lars Berg");
}

TEST(who_cannot_be_meant_does_not_hide_who_spoke_before)
{
        expect_name("Maria Holm said the road was closed. “Ask my son,” said Lars Berg. “It is "
                    "closed,” she added.",
                    "It is closed,", "Maria Holm");
        expect_name(
                "Maria Holm said the road was closed. Farmers asked for more. “It is closed,” "
                "she added.",
                "It is closed,", "Maria Holm");
}

TEST(a_name_between_commas_is_the_subject_and_so_is_whom_a_description_is_of)
{
        expect_name(
                "One farmer said no. And a third, Lars Berg, said that the road was closed.",
                "the road was closed", "Lars Berg");
        expect_name(
                "“It is shut,” said Lars Berg, the guild's chief political adviser, who added "
                "that the road was mined.",
                "the road was mined", "Lars Berg");
}

TEST(she_goes_on_who_spoke_as_she)
{
        expect_name(
                "Maria Holm called on Sunday. She said the road was mined.\n\n“He said he was "
                "Peter Berg,” she said.\n\n“And I hung up,” she said.",
                "And I hung up,", "Maria Holm");
}

TEST(behind_what_more_is_said_of_somebody_that_one_acts)
{
        expect_name(
                "The friend of Lars Berg was there, and so was he. Road guild adviser Cornel "
                "Holm, the oldest farmer, picked up a stone. “It is mine,” he said.",
                "It is mine,", "Cornel Holm");
}

TEST(what_stands_between_marks_does_not_hide_who_says_it)
{
        expect("Lars Berg told Radio Ostrin's “Face to Face” Sunday that he hoped for the road.",
               "he hoped for the road", "Lars Berg");
        expect("Lars Berg said he was “confident” the council would reject the “absurd notion” of it.",
               "absurd notion", "Lars Berg");
}

TEST(a_chief_adviser_is_one_phrase)
{
        expect_name("“It is closed,” the guild's chief political adviser, Lars Berg, said.",
                    "It is closed,", "Lars Berg");
}

TEST(whoever_came_in_as_he_goes_on)
{
        expect_name(
                "“The road is shut,” Lars Berg said.\n\nPeter Holm, a farmer who has worked "
                "beside it, has mended it twice.\n\nHe said he had seen carts that sank in "
                "the mud, and wheels that broke.\n\n“It must be mended again,” he said.",
                "It must be mended again,", "Peter Holm");
}

TEST(who_speaks_of_himself_is_still_the_one_who_speaks)
{
        expect_name(
                "“It is shut,” Lars Berg said.\n\nPeter Holm also keeps the farmers waiting "
                "for the road, which many of them call a shame.\n\n“Many say that Peter "
                "Holm should step down,” he said.",
                "Many say that Peter Holm should step down,", "Peter Holm");
}

TEST(the_only_one_named_in_the_sentence_before_speaks)
{
        expect_name("“It is shut,” Lars Berg said.\n\nThe farmers were ready to go on, but for "
                    "Peter Holm that was no way out. “I stay here,” he said.",
                    "I stay here,", "Peter Holm");
        expect_name("“It is shut,” Lars Berg said.\n\nHe is a friend of Peter Holm. “I stay "
                    "here,” he said.",
                    "I stay here,", "Lars Berg");
        expect_name("“It is shut,” Lars Berg said.\n\nThe road ends at Peter Holm's farm. “I "
                    "stay here,” he said.",
                    "I stay here,", "Lars Berg");
}

TEST(somebody_without_a_name_goes_on)
{
        expect_name("“It is shut,” Lars Berg said.\n\nA farmer from the next valley called the "
                    "road “a bog.”\n\n“We left our carts there,” he said.",
                    "We left our carts there,", "farmer from the next valley");
        expect_name("“It is shut,” Lars Berg said.\n\nA spokeswoman said it was open.\n\n“I "
                    "went there myself,” he said.",
                    "I went there myself,", "Lars Berg");
        expect_name("“It is shut,” Maria Holm said.\n\nA spokesperson said it was open.\n\n“We "
                    "went there,” she said.",
                    "We went there,", "spokesperson");
}

TEST(who_was_not_brought_in_does_not_go_on)
{
        expect_name("“It is shut,” Lars Berg said.\n\nThe farmer said it was open.\n\n“I went "
                    "there myself,” he said.",
                    "I went there myself,", "Lars Berg");
}

TEST(somebody_without_a_name_who_comes_in_is_another)
{
        expect_name(
                "“It is shut,” a spokesperson said.\n\nA woman from the next valley went to "
                "court. “I lost two carts there,” she wrote.",
                "I lost two carts there,", "woman from the next valley");
}

TEST(a_nameless_one_who_is_only_told_of_does_not_go_on)
{
        expect_name(
                "“It is shut,” Lars Berg said.\n\nHe did not pay a mason who said the road was "
                "done.\n\n“It was no good,” he said.",
                "It was no good,", "Lars Berg");
}

TEST(who_asks_does_not_answer)
{
        expect_name(
                "Lars Berg said the road was shut. A reporter asked him when it would open. "
                "“Never,” he said.",
                "Never,", "Lars Berg");
}

TEST(who_is_asked_about_somebody_is_another)
{
        expect_name("“It is shut,” Maria Holm said.\n\nAsked about the day on which Anna Berg "
                    "will meet the council, she said: “I shall be there.”",
                    "I shall be there.", "Maria Holm");
}

TEST(but_joins_what_is_said_to_what_was_said_before)
{
        expect("“It is shut,” Lars Berg said outside. But “the council has sent us a mason, and "
               "that helps.”",
               "the council has sent us a mason, and that helps.", "Lars Berg");
}

TEST(who_goes_on_says_it)
{
        expect("Lars Berg spoke of the road. “It is shut, and it will be,” he went on.",
               "It is shut, and it will be,", "he");
        expect("Lars Berg spoke of the road. He went on: “It is shut.”", "It is shut.", "He");
}

TEST(a_verb_outside_of_the_marks_has_its_subject_outside)
{
        expect("On Monday, Maria Holm said, “The road, which I think is shut, is a bog,” "
               "adding, “I know of ten carts that sank in it.”",
               "I know of ten carts that sank in it.", "Maria Holm");
}

TEST(a_title_closes_what_more_is_said_of_somebody)
{
        expect("Lars Berg, the old host of the radio show “Bogs and Roads,” said in May that "
               "the road was shut.",
               "the road was shut", "Lars Berg");
}

TEST(a_deputy_foreign_minister_is_one_phrase)
{
        expect_name("“It is closed,” Russian Deputy Foreign Minister Sergei Berg told a state "
                    "news agency. “This would be a bog.”",
                    "This would be a bog.", "Sergei Berg");
}

TEST(a_name_before_a_colon_speaks)
{
        expect("Here is what they said.\n\nLars Berg, the minister of roads: “We shall mend it by "
               "winter.”",
               "We shall mend it by winter.", "Lars Berg");
        expect("Here is what they said.\n\nOn Lars Berg: “We shall mend it by winter.”",
               "We shall mend it by winter.", NULL);
}

TEST(a_nickname_is_part_of_the_name)
{
        const struct extraction *x =
                quotes_of("“It is shut,” said Robert “Bob” Berg, a farmer.");

        EXPECT_INT(x->n_quotes, 1);
        EXPECT_STR(x->quotes[0].speaker.name, "Robert “Bob” Berg");
        expect_name("Juan \"Pike\" Holm mended the road. “It is dry at last,” he "
                    "said.",
                    "It is dry at last,", "Juan \"Pike\" Holm");
}

TEST(who_reports_a_deed_and_not_who_did_it_goes_on_saying)
{
        expect("President Anna Berg announced on Sunday that the army had taken the town, saying "
               "it had been “a nest of thieves.”",
               "a nest of thieves.", "President Anna Berg");
        expect("Anna Berg was forced to pay a mason who said he was cheated after he built a house, "
               "saying, “I am no miser.”",
               "I am no miser.", "Anna Berg");
        expect("Anna Berg said the army had rejected the plan, saying it was “a bad joke.”",
               "a bad joke.", "the army");
}

TEST(whom_she_tells_does_not_speak)
{
        expect_name(
                "Mayor Peter Berg came out as well, telling Mick in an interview on Monday, "
                "“The road is fine,” he said.",
                "The road is fine,", "Peter Berg");
}

TEST(who_speaks_in_a_mere_clause_is_not_who_goes_on)
{
        expect_name(
                "Lars Berg praised the farmers, above all Peter Holm, who said the road was "
                "shut.\n\nHe called it “a bog.”",
                "a bog.", "Lars Berg");
}

TEST(an_owner_and_one_of_the_other_gender_do_not_hide_the_one_named)
{
        expect_name(
                "“It is shut,” Lars Berg said.\n\nWas Peter Holm happy with Berg's answer? “To "
                "a point,” he said.",
                "To a point,", "Peter Holm");
        expect_name(
                "“It is shut,” Ann Berg said.\n\nShould they refuse, Maria Holm, if elected, "
                "might name Lars Lind for the post. “What an idea,” she said.",
                "What an idea,", "Maria Holm");
}

TEST(the_woman_who_gives_no_name_is_nobody_named_before)
{
        expect_name(
                "“It is shut,” Maria Holm said.\n\n“We left the carts there,” said the woman, who "
                "gave no name. “The horses, too,” she said.",
                "The horses, too,", "woman");
}

TEST(a_voter_is_no_democrat)
{
        expect_name("Democrats said the road was shut. “I wept,” she said.", "I wept,", NULL);
}

TEST(who_shoots_back_says_it)
{
        expect("“The road is a disgrace for all of us,” Lars Lind fired back.",
               "The road is a disgrace for all of us,", "Lars Lind");
}

TEST(who_leads_to_the_words_by_a_colon_says_them_and_not_who_comes_behind)
{
        expect("Anna Berg, tired, finally replied: “What does the road cost?” Her critics told of "
               "it for years.",
               "What does the road cost?", "Anna Berg");
        expect("The judge had a word for everybody who drives there: “Do not trust that road ever "
               "again.”",
               "Do not trust that road ever again.", "The judge");
        expect("The town met on Monday. Berg shot back: “The job is not to close the road.”",
               "The job is not to close the road.", "Berg");
}

TEST(who_acts_beside_the_main_clause_says_nothing_behind_its_colon)
{
        expect("Berg released the letter that Jan Holm had sent: “The ferry sails again, and it "
               "sails on time.”",
               "The ferry sails again, and it sails on time.", "Berg");
        expect("After the vote Anna Berg, while Jan Holm waited, held up a sign: “The ferry sails "
               "again, and it sails on time.”",
               "The ferry sails again, and it sails on time.", "Anna Berg");
}

TEST(who_says_it_is_known_whatever_the_tags_of_the_words)
{
        expect("“The road gives us jobs,” said United Dockers Secretary-Treasurer Anna Berg.",
               "The road gives us jobs,", "United Dockers Secretary-Treasurer Anna Berg");
        expect("“We closed the road,” said a Republican with old ties to the ferry.",
               "We closed the road,", "a Republican with old ties to the ferry");
        expect_name("“We closed the road,” said Holm supporter Anna Berg when she was asked.",
                    "We closed the road,", "Anna Berg");
        expect("“We closed the road,” the official wrote. The town waits for it.",
               "We closed the road,", "the official");
}

TEST(an_object_of_the_verb_does_not_speak)
{
        const struct quote *q =
                find(quotes_of("Informed of the road, Early described it as “news to me.”"),
                     "news to me.");

        EXPECT(!q || !q->speaker.text || strcmp(q->speaker.text, "it") != 0);
}

TEST(who_took_the_picture_is_no_he)
{
        const struct quote *q =
                find(quotes_of("The ferry lay in the harbour on Monday. (AP Photo/Lars Lind, "
                               "File)\n\nA day later he said, “The road is shut.”"),
                     "The road is shut.");

        EXPECT(q && !q->speaker.name);
}

TEST(his_father_who_speaks_is_the_next_he)
{
        expect_name(
                "Lars Lind was found on Monday. His father told the paper that the road was "
                "dark. “I will miss him,” he said.",
                "I will miss him,", "His father");
        expect_name(
                "Lars Lind was fired on Monday. Lind's lawyer said there was no reason.\n\n“We "
                "will go to court,” he said.",
                "We will go to court,", "Lind's lawyer");
        expect_name(
                "Lars Lind was fired on Monday. Lind said that his lawyer was ill.\n\n“We will "
                "go to court,” he said.",
                "We will go to court,", "Lars Lind");
}

TEST(a_post_is_of_him_whose_name_its_account_spells)
{
        expect_name("The singer Jan Holm left town.\n\nMy ovens stay warm all winter. — holmy "
                    "(@Real_JanHolm) May 5, 2019",
                    "My ovens stay warm all winter.", "Jan Holm");
        expect_name("The singer Jan Holm left town.\n\nMy ovens stay warm all winter. — holmy "
                    "(@holmfan) May 5, 2019",
                    "My ovens stay warm all winter.", "holmy");
        expect_name("The singer Al Lin left town.\n\nMy ovens stay warm all winter. — holmy "
                    "(@RealLindgren) May 5, 2019",
                    "My ovens stay warm all winter.", "holmy");
}
