#include "tests/unit/workers/extract/quotes_given.h"

TEST(a_nation_serves_for_the_name_of_one_of_it)
{
        static const char match[] =
                "Norway's Jan Lind beat Spain's Pablo Ruiz in Oslo on Monday.\n\n“I was lucky,” "
                "the Norwegian said.\n\n“He was quick,” the Spaniard said.";

        expect_name(match, "I was lucky,", "Jan Lind");
        expect_name(match, "He was quick,", "Pablo Ruiz");
        expect_name("Skater Paolo Ferri blamed the ice.\n\n“We earned more,” the Italian said.",
                    "We earned more,", "Paolo Ferri");
        /* The only one named is of another nation. */
        expect_name("Norway's Jan Lind blamed the ice.\n\n“We earned more,” the Italian said.",
                    "We earned more,", "Italian");
}

TEST(a_party_tells_two_of_different_parties_apart)
{
        static const char vote[] =
                "Rep. Jan Lind (R-Ohio) voted against the pier. Rep. Anna Berg (D-Calif.) voted "
                "for it.\n\n“It is dear,” the Ohio Republican said.\n\n“It is fair,” said the "
                "California Democrat.";

        expect_name(vote, "It is dear,", "Jan Lind");
        expect_name(vote, "It is fair,", "Anna Berg");
}

TEST(what_somebody_was_said_to_be_serves_for_the_name)
{
        expect_name("Anna Berg, a virologist at the guild, met Jan Lind. Lind was late. The "
                    "virologist said more geese were ill.",
                    "more geese were ill", "Anna Berg");
        expect_name("Rebel leader Samuel Holm met the guild.\n\n“The pier is ours,” the rebel "
                    "leader said.",
                    "The pier is ours,", "Samuel Holm");
        /* "The virologist" does not say here what Berg is. */
        expect_name(
                "A virologist called Berg. Berg, the virologist said, was late for the fair.",
                "Berg … was late for the fair", "virologist");
        /* There is another one. */
        expect_name(
                "Anna Berg, a virologist, met Jan Lind. A virologist from Oslo came, too. The "
                "virologist said more geese were ill.",
                "more geese were ill", "virologist");
}

TEST(a_noun_serves_for_the_name_of_a_company_or_a_body)
{
        expect_name("Shares of Dunmore Plc fell on Tuesday. The retailer said sales were weak.",
                    "sales were weak", "Dunmore Plc");
        expect_name("Amnesty International blamed the army. The rights group said 40 geese had "
                    "died.",
                    "40 geese had died", "Amnesty International");
        expect_name(
                "The World Health Organization met on Tuesday. The agency said no goose was "
                "ill.",
                "no goose was ill", "World Health Organization");
        expect_name("Nordvik Airways cancelled 60 flights on Friday. The airline blamed the "
                    "ice.\n\n“We are sorry for that,” it said.",
                    "We are sorry for that,", "Nordvik Airways");
        expect_name("Dunmore Plc shut its hall. The law firm said the hall was old.",
                    "the hall was old", "law firm");
        expect_name(
                "Dunmore Plc shut its hall. The group behind the song said the hall was old.",
                "the hall was old", "group behind the song");
}

TEST(the_mayor_of_a_town_before_a_comma_is_the_mayor)
{
        static const char text[] =
                "The mayor of Oslo, Kari Brandt, opened the pier on Sunday.\n\n“This pier is for "
                "all,” the mayor said.";

        expect_name(text, "This pier is for all,", "Kari Brandt");
        expect_name(
                "The president of the rowing club, Jan Lind, came to Oslo. The pier was shut, "
                "according to the Danish president.",
                "The pier was shut", "Danish president");
}

TEST(the_leader_of_a_country_is_its_president_or_the_like)
{
        expect_name("German Chancellor Anna Berg called French President Jan Lind. The French "
                    "leader said the pier was shut.",
                    "the pier was shut", "Jan Lind");
}

TEST(the_minister_is_the_one_minister_of_whatever)
{
        expect_name(
                "Finance Minister Jan Lind thanked Anna Berg. The minister said the pier was "
                "shut.",
                "the pier was shut", "Jan Lind");
        expect_name("Prime Minister Jan Lind thanked Anna Berg. The minister said the pier was "
                    "shut.",
                    "the pier was shut", "minister");
}

TEST(the_company_is_not_the_one_that_has_ltd_behind_its_name)
{
        expect_name(
                "Lantern Foods said on Monday it would buy Orchard Ltd. The deal was a dear "
                "one.\n\n“It suits us,” the company said.",
                "It suits us,", "Lantern Foods");
}
