/* reported speech: what verbs, nouns and adjectives say of what somebody says, thinks or wants
 */
#include "tests/unit/workers/extract/quotes_given.h"

TEST(nouns_report_what_somebody_has)
{
        expect("Anna Berg kept her support for the new road.", "the new road", "her");
        expect("On Monday his attack on Anna Berg went on.", "Anna Berg", "his");
        EXPECT_INT(quotes_of("The attack on the harbour took an hour.")->n_quotes, 0);
}

TEST(what_is_given_or_got_is_not_reported)
{
        EXPECT_INT(quotes_of("Norway on Monday offered support to bakers in Lund.")->n_quotes,
                   0);
        EXPECT_INT(quotes_of("The mayor has the support of the bakers in Lund.")->n_quotes, 0);
        EXPECT_INT(quotes_of("The mayor had an endorsement of the guild.")->n_quotes, 0);
        expect("Norway gave its support to bakers in Lund.", "bakers in Lund", "its");
        expect("The mayor kept her support of the bakers.", "the bakers", "her");
}

TEST(some_nouns_need_nobody)
{
        expect("There were fears that the road would be closed.", "the road would be closed",
               NULL);
        expect("The criticism of the new road went on for a year.", "the new road", NULL);
        expect("The supporters of the new road came to the hall.", "the new road",
               "The supporters");
}

TEST(adjectives_tell_what_somebody_thinks)
{
        expect("Anna Berg was critical of the new road.", "the new road", "Anna Berg");
        expect("Anna Berg is eager to build the road.", "to build the road", "Anna Berg");
        expect("It is unclear whether the road will open in May.",
               "whether the road will open in May", NULL);
        EXPECT_INT(quotes_of("The old bridge is open to the wind.")->n_quotes, 0);
}

TEST(what_merely_seems_is_nobodys)
{
        expect("The road seems to be closed for the winter.", "to be closed for the winter",
               NULL);
        expect("The vote is seen as a test of the mayor.", "a test of the mayor", NULL);
}

TEST(a_thing_may_show)
{
        expect("The picture shows a bridge over the river.", "a bridge over the river",
               "The picture");
}

TEST(what_somebody_shows_or_where_he_concedes_is_not_reported)
{
        EXPECT_INT(quotes_of("Anna Berg, who lost her case, showed no fear.")->n_quotes, 0);
        expect("The mayor is liked by most voters, showed a poll.",
               "The mayor is liked by most voters", "a poll");
        expect("The mayor conceded at about noon, saying the voters had been heard.",
               "the voters had been heard", "The mayor");
        EXPECT_INT(quotes_of("The mayor told cheering supporters in the hall.")->n_quotes, 0);
}

TEST(what_is_done_by_force_is_no_judgement)
{
        EXPECT_INT(quotes_of("The rebels attacked the harbour of Ostrin.")->n_quotes, 0);
        EXPECT_INT(quotes_of("Fifty men tackled the fire in the hall.")->n_quotes, 0);
        EXPECT_INT(quotes_of("Anna Berg committed a crime in Ostrin.")->n_quotes, 0);
        expect("The mayor attacked the plan for its cost.", "the plan for its cost",
               "The mayor");
        expect("The mayor attacked Anna Berg.", "Anna Berg", "The mayor");
        expect("The mayor attacked the plan to close the road.", "the plan to close the road",
               "The mayor");
}

TEST(one_word_may_be_judged)
{
        expect("The mayor endorsed Berg.", "Berg", "The mayor");
}

TEST(marks_do_not_end_what_is_wanted)
{
        expect("The mayor wants to “stop the work” on the old bridge before the winter begins.",
               "to “stop the work” on the old bridge before the winter begins", "The mayor");
        expect("The mayor wants to open the road “to all, young and old” in May.",
               "to open the road “to all, young and old” in May", "The mayor");
}

TEST(behind_one_dash_the_writer_goes_on)
{
        expect("The mayor said the road would open – few in the town believe it.",
               "the road would open", "The mayor");
        expect("The mayor said the road – the only one – would open in May.",
               "the road – the only one – would open in May", "The mayor");
}

TEST(according_to_may_stand_inside_its_sentence)
{
        expect("The sales, according to the union, have risen in the same year.",
               "The sales … have risen in the same year", "the union");
        expect("Anna Berg is now well ahead of her rival according to a poll released on Monday.",
               "Anna Berg is now well ahead of her rival", "a poll");
        EXPECT_INT(quotes_of("While most roads are open according to the union.")->n_quotes, 0);
}

TEST(what_is_declined_is_reported_however_short)
{
        expect("The mayor declined to comment.", "to comment", "The mayor");
}

TEST(who_is_asked_is_no_part_of_the_question)
{
        expect("She asked the mayor about the road.", "the road", "She");
}

TEST(what_a_passive_judges_stands_before_it)
{
        expect("The new road was praised by Anna Berg.", "The new road", "Anna Berg");
        EXPECT_INT(quotes_of("The road was closed by the storm.")->n_quotes, 0);
        EXPECT_INT(quotes_of("Anna Berg was quoted by the Harbour Post on Monday.")->n_quotes,
                   0);
}

TEST(a_word_that_says_nothing_is_not_reported)
{
        EXPECT_INT(quotes_of("The mayor praised him.")->n_quotes, 0);
}

TEST(of_a_survey_by_somebody_the_survey_speaks)
{
        expect("A survey by the Road Union found that the road was closed.",
               "the road was closed", "A survey by the Road Union");
}

TEST(what_is_read_may_head_its_line)
{
        expect("Report: The road will open in May.\n\nThe council met on Monday.",
               "The road will open in May", "Report");
}

TEST(who_is_cited_says_what_an_outlet_reports)
{
        const struct extraction *x;

        expect("The road will be closed, Reuters reported on Monday, citing Anna Berg.",
               "The road will be closed", "Anna Berg");
        expect("The road will be closed, Reuters reported, citing a senior official.",
               "The road will be closed", "a senior official");
        expect("The road will be closed, Reuters reported, citing a letter.",
               "The road will be closed", "Reuters");
        x = quotes_of("“The road is closed,” Reuters reported, quoting Anna Berg.");
        REQUIRE(x->n_quotes);
        EXPECT_STR(x->quotes[0].speaker.text, "Anna Berg");
        EXPECT(x->quotes[0].via != NONE);
}

TEST(who_is_cited_may_stand_anywhere_beside_the_outlet)
{
        const struct extraction *x = quotes_of(
                "Reuters reported on Monday, citing Anna Berg, that the road was closed.");
        const struct quote *q = find(x, "the road was closed");

        REQUIRE(q);
        EXPECT_STR(q->speaker.text, "Anna Berg");
        EXPECT(q->via != NONE);
        expect("The Harbour Post, citing Anna Berg, reported that the road was closed.",
               "the road was closed", "Anna Berg");
        expect("The Harbour Post reported, citing a letter, that the road was closed.",
               "the road was closed", "The Harbour Post");
}

TEST(what_more_is_said_of_a_source_is_not_reported)
{
        expect("According to the mayor, Anna Berg, the road is closed.", "the road is closed",
               "the mayor");
        expect("According to Anna Berg, 34, the road is closed.", "the road is closed",
               "Anna Berg");
        expect("According to Anna Berg, who leads the guild, the road is closed.",
               "the road is closed", "Anna Berg");
        expect("According to a guard, Berg left early.", "Berg left early", "a guard");
        expect("According to Anna Berg, the police, the army and the guild agreed.",
               "the police, the army and the guild agreed", "Anna Berg");
}

TEST(whom_one_rings_up_is_not_reported_nor_when_nor_whence)
{
        EXPECT_INT(quotes_of("Anna Berg called a friend in May.")->n_quotes, 0);
        EXPECT_INT(quotes_of("A band called Moonfall left the hall.")->n_quotes, 0);
        EXPECT_INT(quotes_of("Anna Berg reported from Skagen.")->n_quotes, 0);
        expect("Anna Berg called the plan a grave mistake.", "the plan a grave mistake",
               "Anna Berg");
        expect("It was what officials called a grave crime.", "a grave crime", "officials");
}

TEST(a_place_within_what_somebody_tells_says_nothing)
{
        expect_name("The National Weather Service said on Monday that Paris will go on to have "
                    "\"heavy showers and very muddy lanes.\"",
                    "heavy showers and very muddy lanes.", "National Weather Service");
        expect_name("Moscow said the talks were \"an old and very silly joke.\"",
                    "an old and very silly joke.", "Moscow");
}

TEST(what_somebody_appears_at_or_what_follows_is_not_reported)
{
        EXPECT_INT(quotes_of("Lind appeared at the pier to sell boats.")->n_quotes, 0);
        EXPECT_INT(quotes_of("Few came in May, meaning that services like the ferry will be on "
                             "hold.")
                           ->n_quotes,
                   0);
        expect("Lind appears to be ill.", "to be ill", NULL);
}

TEST(what_is_said_in_something_published_begins_behind_that)
{
        expect("Anna Berg said in a talk aired on Monday that the mill would be shut.",
               "the mill would be shut", "Anna Berg");
        expect("Anna Berg told the Harbour Post daily in a talk printed Saturday that the mill "
               "would be shut.",
               "the mill would be shut", "Anna Berg");
        EXPECT(!find(
                quotes_of("Clerks wrote it in a letter sent in July that told of old mills."),
                "told of old mills"));
        expect("She criticised the board's Monday meeting.", "the board's Monday meeting",
               "She");
}

TEST(who_stands_near_somebody_is_another)
{
        expect("A man close to Berg said that the mill would be shut.",
               "the mill would be shut", "A man close to Berg");
        expect("Someone close to the mayor said that the mill would be shut.",
               "the mill would be shut", "Someone close to the mayor");
        expect("A woman next to Berg said that the mill would be shut.",
               "the mill would be shut", "A woman next to Berg");
}

TEST(what_somebody_warns_of_is_not_what_a_clause_tells_of_it)
{
        EXPECT(!find(
                quotes_of("Anna Berg warned of the dangers posed by a dam that Norway built "
                          "in 2010."),
                "Norway built in 2010"));
        EXPECT(!find(quotes_of("Sweden warned of violence stoked by rebels that the army had "
                               "armed."),
                     "the army had armed"));
}

TEST(what_would_follow_is_foretold_with_the_rest)
{
        EXPECT(!find(
                quotes_of("Norway said the deal was fair and would guarantee that bread stays "
                          "cheap."),
                "bread stays cheap"));
        expect("Her demand to leave just made it worse.", "to leave", "Her");
        expect("Those close to Jan Lind said that the mill was cold.", "the mill was cold",
               "Those close to Jan Lind");
}

TEST(two_rules_report_the_same_words_once)
{
        EXPECT_INT(quotes_of("Asked if the mill would be shut, Anna Berg left the hall.")
                           ->n_quotes,
                   1);
}

TEST(a_day_may_stand_between_the_verb_and_what_is_announced)
{
        expect("Norway announced on Friday tariffs on bread from Chad.",
               "tariffs on bread from Chad", "Norway");
        expect("Anna Berg announced on Friday a tax on bread.", "a tax on bread", "Anna Berg");
        expect("Anna Berg announced Friday the closure of the harbour.",
               "the closure of the harbour", "Anna Berg");
        expect("Norway said on Monday bakers left the harbour.", "bakers left the harbour",
               "Norway");
        EXPECT_INT(quotes_of("The mosque announced on Friday from its tower.")->n_quotes, 0);
}
