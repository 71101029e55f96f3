/* "according to": whose words stand before it, behind it and around it */
#include "tests/unit/workers/extract/quotes_given.h"

TEST(what_stands_before_according_to_may_be_anothers)
{
        const struct extraction *x = quotes_of("The mill closed because, according to Berg, "
                                               "the flour had gone bad.");

        EXPECT_INT(x->n_quotes, 1);
        EXPECT_STR(x->quotes[0].text, "the flour had gone bad");
        expect("It has not gone unnoticed: According to recent polls, Berg holds only a third.",
               "Berg holds only a third", "recent polls");
        expect("(According to the Ostrin Police Department, it counts no dogs.)",
               "it counts no dogs", "the Ostrin Police Department");
        expect("According to the mayor the turnout was high.", "the turnout was high",
               "the mayor");
}

TEST(a_source_is_a_noun_whatever_it_is_tagged_as)
{
        expect("Oksor registered the mill in 2010, according to state corporate records.",
               "Oksor registered the mill in 2010", "corporate records");
        expect("But according to recently leaked minutes, the bakers were afraid.",
               "the bakers were afraid", "minutes");
        expect("The plan would cost a lot, according to the “Bread for all” paper she wrote.",
               "The plan would cost a lot", "paper");
        EXPECT_INT(quotes_of("They are paid according to the hours.")->n_quotes, 0);
}

TEST(a_relative_clause_alone_is_the_sources)
{
        expect("Bakers also denounced the deal, which would cut wages by half, according to "
               "union leaders.",
               "which would cut wages by half", "union leaders");
        expect("The mayor said the mill was safe, but its owner will sell it, according to a "
               "friend.",
               "its owner will sell it", "a friend");
        expect("The mayor said the mill was safe, but its owner will sell it, according to a "
               "friend.",
               "the mill was safe", "The mayor");
}

TEST(the_verb_may_stand_behind_the_source)
{
        expect("One of the choices they have made, according to a person close to Berg, is to "
               "turn the mill into a school.",
               "One of the choices they have made … is to turn the mill into a school",
               "a person");
        expect("She wrote the law, which, according to Berg, is widely ignored.",
               "which … is widely ignored", "Berg");
}

TEST(what_a_source_in_marks_says_is_not_by_whom_it_tells_of)
{
        const struct quote *q =
                find(quotes_of("The paper wrote, according to “people who know,” "
                               "that Berg had left."),
                     "people who know,");

        REQUIRE(q);
        EXPECT(!q->speaker.text || strcmp(q->speaker.text, "Berg") != 0);
        expect("According to “Dawn” studio Summit, the deal remains unsigned.",
               "the deal remains unsigned", "studio Summit");
}
