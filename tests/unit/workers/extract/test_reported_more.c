/* reported speech: what begins, ends and owns it, where a word may be taken for another */
#include "tests/unit/workers/extract/quotes_given.h"

TEST(a_title_tells_whether_a_name_is_of_another)
{
        static const char said[] = "the mill would reopen";

        expect_name("The widow of the governor, Dr. Anna Berg, said the mill would reopen.",
                    said, "Anna Berg");
        expect_name("A neighbour of the senator, Sen. Olaf Lind, said the mill would reopen.",
                    said, "Olaf Lind");
        expect_name("A lawyer for the senator, Sen. Olaf Lind, said the mill would reopen.",
                    said, "lawyer for the senator");
        expect_name("An aide to the governor, Gov. Olaf Lind, said the mill would reopen.",
                    said, "aide to the governor");
}

TEST(a_noun_taken_for_a_verb_is_no_reason_to_keep_that)
{
        expect("The survey suggests that falls in rent could end.", "falls in rent could end",
               "The survey");
        expect("The clerk said that work must go on.", "work must go on", "The clerk");
        expect("The clerk said that were she to go, the mill would close.",
               "were she to go, the mill would close", "The clerk");
        expect("The clerk said that is enough.", "that is enough", "The clerk");
        expect("The clerk said that will allow the guests to leave.",
               "that will allow the guests to leave", "The clerk");
}

TEST(a_greeting_is_no_report_and_a_name_like_it_has_one)
{
        EXPECT_INT(quotes_of("The verger said goodbye to his guests.")->n_quotes, 0);
        EXPECT_INT(quotes_of("The family said grace before the meal.")->n_quotes, 0);
        expect("Police said Grace had sold the greenhouse.", "Grace had sold the greenhouse",
               "Police");
        expect("The verger said mass on Sunday would begin at noon.",
               "mass on Sunday would begin at noon", "The verger");
        expect("The verger said hello to the cooks and that the oven had been mended.",
               "the oven had been mended", "The verger");
}

TEST(what_was_done_besides_is_not_wanted)
{
        expect("The mayor wants to sell the mill she built and has hired a clerk.",
               "to sell the mill she built", "The mayor");
        expect("The mayor pledged to return the boat he borrowed but was fined.",
               "to return the boat he borrowed", "The mayor");
        expect("The mayor wants to keep a mill they bought and mended.",
               "to keep a mill they bought and mended", "The mayor");
        expect("The agency wants to ensure the mill is safe and is kept open.",
               "to ensure the mill is safe and is kept open", "The agency");
}

TEST(adverbs_of_direction_and_time_belong_to_the_infinitive)
{
        expect("His vow to come back soon was forgotten.", "to come back soon", "His");
        expect("The cook's plan to leave also angered the guests.", "to leave", "The cook");
        expect("The cook's plan to leave allegedly angered the guests.", "to leave",
               "The cook");
}

TEST(what_would_be_admitted_is_a_report_of_its_own)
{
        static const char text[] =
                "Olaf Lind said he was ill and would later admit that he had "
                "slept in the mill.";

        expect(text, "he was ill", "Olaf Lind");
        expect(text, "he had slept in the mill", "Olaf Lind");
        expect("Olaf Lind said it was dark and would need a lamp.",
               "it was dark and would need a lamp", "Olaf Lind");
        expect("The clerk said if the mill were shut, the guild would have said that.",
               "if the mill were shut, the guild would have said that", "The clerk");
}

TEST(where_something_was_done_or_said_belongs_to_it)
{
        expect("The mayor condemned the shooting at a vigil in Ostrin.",
               "the shooting at a vigil in Ostrin", "The mayor");
        expect("The mayor warned of thieves at a gathering.", "thieves at a gathering",
               "The mayor");
        expect("The mayor denounced insulting remarks on Twitter.",
               "insulting remarks on Twitter", "The mayor");
        expect("The mayor condemned the shooting in a statement.", "the shooting", "The mayor");
        expect("The mayor condemned the shooting at a briefing.", "the shooting", "The mayor");
        expect("The mayor condemned the plan at a vigil in Ostrin.", "the plan", "The mayor");
        expect("The mayor criticized insulting remarks in her speech.", "insulting remarks",
               "The mayor");
}

TEST(the_case_of_somebody_may_be_raised)
{
        expect("Anna Berg raised the case of Olaf Lind.", "the case of Olaf Lind", "Anna Berg");
        EXPECT_INT(quotes_of("Anna Berg brought up the case of wine.")->n_quotes, 0);
        expect("Senators raised the issue of farm loans.", "the issue of farm loans",
               "Senators");
        EXPECT_INT(quotes_of("Senators raised the issue of bonds.")->n_quotes, 0);
}

TEST(somebodys_point_is_told_by_its_clause)
{
        expect("Many guests took up her point that bread is dear.", "bread is dear", "her");
        expect("Few took up Anna Berg's case that the rule is old.", "the rule is old",
               "Anna Berg");
        EXPECT_INT(quotes_of("The clerk read his case that the court threw out.")->n_quotes, 0);
        EXPECT_INT(quotes_of("The clerk read the case that she had lost.")->n_quotes, 0);
}

TEST(an_endorsement_is_given_in_words)
{
        expect("The mayor gave a warm endorsement of the new mill.", "the new mill",
               "The mayor");
        expect("The council gave approval of the mill.", "the mill", "The council");
        EXPECT_INT(quotes_of("The mayor won the endorsement of the guild.")->n_quotes, 0);
        EXPECT_INT(quotes_of("The mayor has the approval of the guild.")->n_quotes, 0);
}

TEST(what_is_said_off_the_record_is_said)
{
        expect("The clerk said off the record that the mill had sunk.", "the mill had sunk",
               "The clerk");
        EXPECT_INT(quotes_of("The clerk called off the feast.")->n_quotes, 0);
        EXPECT_INT(quotes_of("The clerk swore off the wine.")->n_quotes, 0);
}

TEST(who_stands_before_a_time_without_a_comma_speaks)
{
        expect("Olaf Berg two weeks ago denounced the new mill.", "the new mill", "Olaf Berg");
        expect("The mayor weeks ago denounced the new mill.", "the new mill", "The mayor");
        EXPECT_INT(quotes_of("The mayor's last week saw a rise in prices.")->n_quotes, 0);
        EXPECT_INT(quotes_of("Last year saw a rise in prices.")->n_quotes, 0);
}

TEST(how_many_is_told_with_what_bounds_it)
{
        expect("Officials said at least 30 geese died in the storm.",
               "at least 30 geese died in the storm", "Officials");
        expect("Officials said nearly 30 geese had died.", "nearly 30 geese had died",
               "Officials");
        expect("Officials said between 20 and 30 geese had died.",
               "between 20 and 30 geese had died", "Officials");
        expect("The clerk said roughly half of the barns burned down.",
               "roughly half of the barns burned down", "The clerk");
        expect("Police reported at least 30 injuries.", "at least 30 injuries", "Police");
        EXPECT_INT(quotes_of("The toll fell from 30 to 20 geese.")->n_quotes, 0);
}

TEST(what_weighs_a_clause_is_a_part_of_it)
{
        expect("Officials said only two geese had died.", "only two geese had died",
               "Officials");
        expect("The mayor said never before had so many geese come.",
               "never before had so many geese come", "The mayor");
        expect("The mayor vowed never to sell the mill.", "never to sell the mill",
               "The mayor");
        expect("She wonders now if the mill is safe.", "if the mill is safe", "She");
        expect("The mayor said later the mill was safe.", "the mill was safe", "The mayor");
}

TEST(a_subject_may_be_parted_from_its_verb)
{
        expect("The mayor said the mill, which burned in May, would reopen.",
               "the mill, which burned in May, would reopen", "The mayor");
        expect("The clerk said that Anna Berg, who owns the mill, has left the valley.",
               "Anna Berg, who owns the mill, has left the valley", "The clerk");
        expect("Other guests said they, too, had seen the geese.",
               "they, too, had seen the geese", "Other guests");
        expect("The mayor said the mill had burned, adding that nobody was hurt.",
               "the mill had burned", "The mayor");
}

TEST(an_aside_may_stand_before_that)
{
        expect("The mayor said — on the radio, as it happens — that the mill would reopen.",
               "the mill would reopen", "The mayor");
        expect("The mayor told the guests, all of them millers, that the mill would reopen.",
               "the mill would reopen", "The mayor");
        expect("The mayor noted in a letter in the Harbour Post that anger over the mill is "
               "growing.",
               "anger over the mill is growing", "The mayor");
        EXPECT(!find(quotes_of("The mayor told the truth in that letter about the mill."),
                     "letter about the mill"));
}

TEST(a_verb_far_from_its_subject_is_finite)
{
        expect("Critics of the mill, including some bakers, say it is too loud.",
               "it is too loud", "Critics of the mill");
        expect("Anna Berg, who ran the mill for 40 years, said she almost always walked home.",
               "she almost always walked home", "Anna Berg");
}

TEST(what_is_never_a_noun_is_the_verb_of_one)
{
        expect("The lawsuit alleges that the owners knew the valves were faulty.",
               "the owners knew the valves were faulty", "The lawsuit");
        expect("The author stipulates that the mill is his.", "the mill is his", "The author");
        EXPECT_INT(quotes_of("The text alerts that came late were short.")->n_quotes, 0);
}

TEST(another_who_speaks_ends_what_is_said)
{
        const char *text = "One in three said the mill was loud and one in four said the mill "
                           "was late.";

        expect(text, "the mill was loud", "One in three");
        expect(text, "the mill was late", "one in four");
        expect("The clerk said that Anna Berg and Olaf Lind told him the mill had burned.",
               "Anna Berg and Olaf Lind told him the mill had burned", "The clerk");
        expect("The guests said they had seen the geese, a claim that the mayor rejected.",
               "they had seen the geese", "The guests");
        expect("The guests said they had seen the geese, a flock of thirty.",
               "they had seen the geese, a flock of thirty", "The guests");
}

TEST(to_whom_it_is_said_may_be_the_subject)
{
        expect("The clerk was told in May that the mill was unsafe.", "the mill was unsafe",
               NULL);
        expect("The clerk was informed by the police that the mill was shut.",
               "the mill was shut", "the police");
        expect("It was widely reported that the mayor had sold the mill.",
               "the mayor had sold the mill", NULL);
        EXPECT_INT(
                quotes_of("The letter was reported to be lost by a clerk that day.")->n_quotes,
                1);
}

TEST(a_subject_may_hold_an_infinitive)
{
        expect("The baker suggested the mayor's refusal to sell the mill could cost him the "
               "vote.",
               "the mayor's refusal to sell the mill could cost him the vote", "The baker");
        expect("The mayor urged the baker to sell the mill.", "to sell the mill", "The mayor");
}

TEST(what_stands_behind_a_mark_and_a_verb_may_be_a_subject)
{
        const char *text = "Mr. Lind, citing “the charm of the valley,” said the mayor could "
                           "win again.";

        expect(text, "the mayor could win again", "Mr. Lind");
        expect("“The mill was loud,” said the mayor.", "The mill was loud,", "the mayor");
}

TEST(whose_clause_is_about_those_before_it)
{
        expect("The guests whose boats were taken away say the harbour is safe.",
               "the harbour is safe", "The guests");
}

TEST(what_is_said_begins_with_a_word)
{
        expect("The mayor said on Monday that, if the mill burned, it would be built again.",
               "if the mill burned, it would be built again", "The mayor");
        expect("What the mayor said was that the mill was safe.", "the mill was safe",
               "the mayor");
        expect("The mayor said the geese should not leave, warning that the lake would freeze.",
               "the lake would freeze", "The mayor");
}

TEST(a_clause_behind_the_verb_is_a_report_of_its_own)
{
        expect("Although Lind admitted that he had “been there for a while,” he claimed they "
               "had never met.",
               "they had never met", "he");
        expect("The mayor called Lind a “windbag,” and said his plan was a gift to the geese.",
               "his plan was a gift to the geese", "The mayor");
        expect("Lind, who has called the plan “a joke,” said she would vote against it.",
               "she would vote against it", "Lind");
        expect("Lind said the plan, which she has called “a joke,” would fail.",
               "the plan, which she has called “a joke,” would fail", "Lind");
        expect("The mayor said: The mill will be sold.", "The mill will be sold", "The mayor");
        EXPECT_INT(quotes_of("The mayor said nothing about the mill.")->n_quotes, 0);
}

TEST(an_infinitive_ends_before_the_verb_of_those_who_want_it)
{
        const char *text = "Guests who want to feed geese said the mayor was wrong.";

        expect(text, "to feed geese", "Guests");
        expect(text, "the mayor was wrong", "Guests");
}

TEST(what_is_never_said_is_no_report)
{
        const struct quote *q;

        EXPECT_INT(quotes_of("The report did not conclude that there was a plot.")->n_quotes,
                   0);
        EXPECT_INT(quotes_of("The mayor never said the mill was safe.")->n_quotes, 0);
        EXPECT_INT(quotes_of("Nobody said the mill was safe.")->n_quotes, 0);
        EXPECT_INT(quotes_of("It goes without saying that the mill was safe.")->n_quotes, 0);
        q = expect("The mayor did not say whether the mill was safe.",
                   "whether the mill was safe", "The mayor");
        if (q)
                EXPECT_INT(q->cue.end - q->cue.start, strlen("did not say"));
}

TEST(a_noun_with_a_clause_has_its_verb_behind_it)
{
        expect("Reports that Berg had left the valley were denied by his office.",
               "Berg had left the valley", NULL);
        expect("The fear that he would sell the mill grew.", "he would sell the mill", NULL);
        expect("It is believed that Berg will sell the mill.", "Berg will sell the mill", NULL);
}

TEST(who_stands_before_told_and_said_is_a_noun)
{
        expect("An official said the mill had burned.", "the mill had burned", "An official");
        expect("The fleet may grow, its top general told the Harbour Post on Tuesday.",
               "The fleet may grow", "its top general");
        expect("The clerk was told her mill was safe.", "her mill was safe", NULL);
}

TEST(a_hyphen_ends_nothing)
{
        expect("The mayor said the 747-8 had landed at noon.", "the 747-8 had landed at noon",
               "The mayor");
        expect("The mayor said the mill was safe - although few believe it.",
               "the mill was safe", "The mayor");
}

TEST(an_amount_of_time_may_be_the_subject)
{
        expect("The judge on Monday said eight years of talks were enough.",
               "eight years of talks were enough", "The judge");
        expect("The mayor said under the plan the mill would be shut.",
               "under the plan the mill would be shut", "The mayor");
        expect("The mayor said under oath the mill was safe.", "the mill was safe",
               "The mayor");
}

TEST(who_speaks_stands_before_all_that_is_told_of_him)
{
        expect("Someone in the hall said the roof was old.", "the roof was old",
               "Someone in the hall");
        expect("Guests who were in the hall when the roof fell said it was old.", "it was old",
               "Guests");
        expect("People familiar with the talks, who spoke last, said the mill was sold.",
               "the mill was sold", "People familiar with the talks");
        EXPECT_INT(quotes_of("None of the guests said he was guilty.")->n_quotes, 0);
}

TEST(what_somebody_is_ordered_to_do_is_said_by_the_agent)
{
        expect("Lind was ordered by a judge to leave the valley.", "to leave the valley",
               "a judge");
        expect("Lind was ordered to leave the valley.", "to leave the valley", NULL);
        EXPECT_INT(quotes_of("The rules were written by the board to protect geese.")->n_quotes,
                   0);
}

TEST(an_adjective_may_take_a_clause_without_that)
{
        expect("The mayor is confident the mill will be sold.", "the mill will be sold",
               "The mayor");
        EXPECT_INT(quotes_of("It is unclear any geese were left.")->n_quotes, 0);
}

TEST(a_company_may_be_named_behind_its_description)
{
        expect("According to the company, Vel Textiles, the mill was safe.",
               "the mill was safe", "the company");
}

TEST(a_participle_behind_a_closed_relative_clause_is_of_the_verb_before)
{
        expect("The mayor ended the strike, which began in May, by insisting that all wages rise.",
               "all wages rise", "The mayor");
        expect("A U.S. official said the fleet had left.", "the fleet had left",
               "A U.S. official");
}

TEST(what_is_denied_in_part_is_said)
{
        expect("The firm did not disclose until Friday that the mill was sold.",
               "the mill was sold", "The firm");
        expect("No 10 said that the plan was late.", "the plan was late", "No 10");
        EXPECT_INT(quotes_of("The firm did not disclose that the mill was sold.")->n_quotes, 0);
}

TEST(who_answers_without_a_comma_is_not_asked_about)
{
        expect("When asked about the mill the mayor said it would be sold.", "it would be sold",
               "the mayor");
}

TEST(what_somebody_calls_reported_is_told_once)
{
        EXPECT_INT(quotes_of("Lind said the mayor is reportedly ill.")->n_quotes, 1);
        EXPECT_INT(quotes_of("The police review found its way to the court.")->n_quotes, 0);
}
