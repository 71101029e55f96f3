/* what is joined to the object of a report belongs to it; what begins another clause does not
 */
#include "tests/unit/workers/extract/quotes_given.h"

/* The words of the text that Anna Berg says. */
static void expect_said(const char *text, const char *said)
{
        expect(text, said, "Anna Berg");
}

TEST(objects_are_joined)
{
        expect_said("Anna Berg made a call for love and racial unity.",
                    "love and racial unity");
        expect_said("Anna Berg criticized the plan, the mayor and the guild.",
                    "the plan, the mayor and the guild");
        expect_said("Anna Berg demanded the release of the divers or an apology.",
                    "the release of the divers or an apology");
        expect_said("Anna Berg criticized the mayor as well as the guild.",
                    "the mayor as well as the guild");
        expect_said("Anna Berg condemned the killing of the divers and of their guide.",
                    "the killing of the divers and of their guide");
        expect_said("Anna Berg announced a ban on geese and three new rules for boats.",
                    "a ban on geese and three new rules for boats");
        expect_said("Anna Berg praised the hopes and fears of voters.",
                    "the hopes and fears of voters");
        expect_said("Anna Berg called for lower rents and better schools on Monday.",
                    "lower rents and better schools");
}

TEST(acts_and_questions_are_joined)
{
        expect_said(
                "Anna Berg supported closing the pier, selling the mill and moving the fair.",
                "closing the pier, selling the mill and moving the fair");
        expect_said(
                "Anna Berg has accused Jan Lind of covering up, delaying, and hiding facts about "
                "the fire.",
                "Jan Lind of covering up, delaying, and hiding facts about the fire");
        expect_said("Anna Berg promised to cut taxes, build roads and feed the geese.",
                    "to cut taxes, build roads and feed the geese");
        expect_said("Anna Berg promised to cut taxes, to build roads and to feed the geese.",
                    "to cut taxes, to build roads and to feed the geese");
}

TEST(examples_belong_to_the_object)
{
        expect_said(
                "Anna Berg blamed several factors, including cuts in the budget and the rise "
                "of rents.",
                "several factors, including cuts in the budget and the rise of rents");
        expect_said("Anna Berg favors public projects, such as roads and bridges.",
                    "public projects, such as roads and bridges");
        expect_said("Anna Berg favors public projects, like building roads.",
                    "public projects, like building roads");
}

TEST(adjectives_are_joined_inside_a_phrase)
{
        expect_said("Anna Berg denounced the economic and social costs of the tax.",
                    "the economic and social costs of the tax");
        expect_said("Anna Berg wants to help older, rural and younger voters.",
                    "to help older, rural and younger voters");
}

TEST(what_tells_more_of_an_object_belongs_to_it)
{
        expect_said("Anna Berg discussed the differences between the old plan and the new one.",
                    "the differences between the old plan and the new one");
        expect_said("Anna Berg rejected the charges brought by the guild.",
                    "the charges brought by the guild");
        expect_said("Anna Berg opposes a measure closing the mill.",
                    "a measure closing the mill");
        expect_said("Anna Berg condemned a raid by the guild.", "a raid by the guild");
        expect_said("Anna Berg condemned the plan by leaving.", "the plan");
        expect_said("Anna Berg denounced the fairs at which bakers and divers were cheated.",
                    "the fairs at which bakers and divers were cheated");
        expect_said("Anna Berg urged Mayor Jan Lind (R) to resign.",
                    "Mayor Jan Lind (R) to resign");
}

TEST(another_clause_is_not_joined)
{
        expect_said("Anna Berg criticized the plan and left.", "the plan");
        expect_said("Anna Berg criticized the plan and the mayor left.", "the plan");
        expect_said("Anna Berg criticized the plan, and the mayor left.", "the plan");
        expect_said("Anna Berg criticized the plan and Jan Lind defended it.", "the plan");
        expect_said("Anna Berg denied the theft and will appeal.", "the theft");
        expect_said("Anna Berg supports the mill and so does Jan Lind.", "the mill");
        expect_said("Anna Berg opposed the road and the bridge is closed.", "the road");
        expect_said("Anna Berg praised Jan Lind, a baker, and left the hall.", "Jan Lind");
        expect_said("Anna Berg criticized the laws and whose firm they served.", "the laws");
        expect_said("Anna Berg's support for the mill and opposition to the tax are known.",
                    "the mill");
}
