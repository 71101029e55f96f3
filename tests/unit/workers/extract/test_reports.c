/* who reports, where what is reported ends, and what is no report */
#include "tests/unit/workers/extract/quotes_given.h"

TEST(a_verb_behind_a_name_is_no_noun_of_it)
{
        expect("It rained on Monday. Norway’s Harbour Ministry reports that Lind kept a goose in the "
               "tower.",
               "Lind kept a goose in the tower", "Norway’s Harbour Ministry");
        expect("It rained on Monday. Mayor Anna Berg plans to sell the old tower.",
               "to sell the old tower", "Mayor Anna Berg");
        expect("Norway's harbour ministry said the pier would sink.", "the pier would sink",
               "Norway's harbour ministry");
        expect_name("Volvo's Anna Berg said the geese would be sold.",
                    "the geese would be sold", "Anna Berg");
        expect("The guild's chief baker said loaves would rise.", "loaves would rise",
               "The guild's chief baker");
}

TEST(what_is_read_is_a_noun_behind_a_name)
{
        EXPECT(!find(
                quotes_of("The number of deleted Anna Berg emails that Jan Lind lost grew."),
                "Jan Lind lost grew"));
}

TEST(names_that_a_slash_or_a_comma_joins_are_one)
{
        expect("A Herald/Lund University poll showed that most bakers slept badly.",
               "most bakers slept badly", "A Herald/Lund University poll");
        expect_name("Guild leader Jan Holm, Jr. said that the pier was rotten.",
                    "the pier was rotten", "Jan Holm");
        expect_name(
                "LUND – Guild leader Jan Holm and Lund harbour master Anna Berg met on Monday to "
                "discuss the rotten pier.",
                "the rotten pier", "Jan Holm and Anna Berg");
}

TEST(an_attribution_between_broken_marks_is_no_part_of_the_words)
{
        expect("“We do not want any geese,” said Mayor Anna Berg, “Jan Lind said.",
               "We do not want any geese,", "Jan Lind");
}
