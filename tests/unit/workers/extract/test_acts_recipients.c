/* acts: to whom an act is done, and who acts for whom */
#include "tests/unit/workers/extract/acts_given.h"

TEST(many_of_a_body_are_people)
{
        expect("Dozens of lawyers in Anna Berg's cabinet were arrested.", "COERCE", NULL,
               "lawyers");
}

TEST(another_clause_is_not_the_verbs)
{
        expect("Norwegian officials violated the treaty whenever rebels in Chad used it.",
               "REJECT", "Norwegian officials", NULL);
        expect("Norway praised the treaty and Anna Berg of Chad left the hall.", "SUPPORT",
               "Norway", NULL);
        expect("Norway agreed and stopped Chad from leaving.", "AGREE", "Norway", NULL);
}

TEST(what_a_second_verb_has_is_not_the_first_ones)
{
        const struct extraction *x = acts_of("Anna Berg met Lena Lind and toured Vellmar.");

        REQUIRE(x->n_acts == 2);
        EXPECT_INT(x->acts[0].n_recipients, 1);
        EXPECT_STR(name_of(x, x->acts[0].recipients, 1), "Lena Lind");
}

TEST(who_arrives_together_visits_the_town)
{
        expect("Anna Berg and Lena Lind arrived in Vellmar on Monday.", "CONSULT", "Anna Berg",
               "Vellmar");
}

TEST(the_matter_of_a_view_is_not_whom_it_sides_with)
{
        expect("Anna Berg defended trade with Chad.", "SUPPORT", "Anna Berg", NULL);
        expect("Anna Berg backed disbanding the council of Chad.", "SUPPORT", "Anna Berg",
               NULL);
        expect("Norwegian senators backed a ban for Chad.", "SUPPORT", "Norwegian senators",
               NULL);
        expect("Norway will not allow a debate on threats by Chad.", "REJECT", "Norway", NULL);
        expect("Norway signed a treaty with Chad.", "SUPPORT", "Norway", "Chad");
}

TEST(where_people_meet_is_not_whom_they_meet)
{
        expect("Norwegian officials met on the stage of a play about Chad.", "CONSULT",
               "Norwegian officials", NULL);
}

TEST(what_is_an_administrations_is_its)
{
        expect("Norway blocked the Berg administration's habit of mailing coins to Chad.",
               "COERCE", "Norway", "Berg");
}

TEST(what_is_in_no_type_is_done_to_who_stands_beside_it)
{
        const struct act *act = told("Anna Berg is running against the Liberal Lena Lind in "
                                     "the coming spring ballot in Vellmar.",
                                     "run");

        EXPECT_INT(act->n_recipients, 1);
        EXPECT_INT(acts_of("Anna Berg became the envoy to Chad.")->n_acts, 0);
        EXPECT_INT(acts_of("Anna Berg entered the race with the favor of the farmers of Chad.")
                           ->n_acts,
                   0);
        EXPECT_INT(acts_of("Anna Berg took to Facebook to blame Chad.")->n_acts, 1);
}

TEST(who_joins_forces_joins_somebody)
{
        expect("Norway joined forces Friday with Chad.", "COOPERATE", "Norway", "Chad");
}

TEST(in_contempt_of_whom_somebody_is_held_is_not_threatened)
{
        expect("Judges threatened to hold sailors in contempt of court.", "THREATEN", "Judges",
               NULL);
}

TEST(what_is_in_no_type_is_done_by_somebody)
{
        EXPECT_INT(acts_of("The Norwegian inquiry undermined Anna Berg.")->n_acts, 0);
        EXPECT(told("Norway undermined Anna Berg.", "undermine"));
}

TEST(for_what_somebody_asks_is_not_whom_he_asks)
{
        expect("Anna Berg asked for copies of the letters shared with members of the Norwegian "
               "army.",
               "REQUEST", "Anna Berg", NULL);
        expect("Anna Berg asked for help from Chad.", "REQUEST", "Anna Berg", "Chad");
}

TEST(customers_of_a_product_are_not_it)
{
        expect("Anna Berg urges all Tide Express customers to leave Norway.", "REQUEST",
               "Anna Berg", "Tide Express customers");
}

TEST(help_on_something_is_to_nobody)
{
        expect_none("Lena Lind wants Norway's help on Chad.");
        expect("The blockade on Chad by Norway went on.", "COERCE", "Norway", "Chad");
}

TEST(what_is_demanded_is_demanded_of_nobody_in_it)
{
        expect("Anna Berg demanded the release of all letters about Norway's raid.", "REQUEST",
               "Anna Berg", NULL);
        expect("Farmers demanded a free hour for an answer to Anna Berg's song.", "REQUEST",
               "Farmers", NULL);
}

TEST(from_where_it_is_fired_is_not_hit)
{
        expect("Norway fired missiles from the town of Vellmar toward Chad.", "ASSAULT",
               "Norway", "Chad");
}

TEST(those_of_whom_there_was_a_meeting_met)
{
        expect("The first meeting of the envoy of Norway, Anna Berg, and the premier of Chad, "
               "Eva Lind, took place in Vienna.",
               "CONSULT", "Anna Berg", "Anna Berg");
        expect_none("The meeting of the council of Norway was long.");
        expect_none("Minutes of a long meeting of the envoy of Norway\n\nand the premier of "
                    "Chad left the hall.");
}

TEST(words_that_bound_a_number_tie_nobody)
{
        expect("Norway arrested more than 300 farmers.", "COERCE", "Norway", "farmers");
        expect("Rebels killed up to 40 farmers in Chad.", "ASSAULT", "Rebels", "farmers");
        expect("Norway arrested about 300 farmers.", "COERCE", "Norway", "farmers");
        expect("Norway protested to Chad over 30 jailed farmers.", "PROTEST", "Norway", "Chad");
        expect("Norway complained to the World Bank over three Chadian raids.", "ACCUSE",
               "Norway", "Chadian");
        expect("Norway and Chad clashed over three islands.", "ACCUSE", "Norway", NULL);
        expect("Norway arrested around 300 farmers in Chad.", "COERCE", "Norway", "farmers");
}

TEST(what_begins_with_pro_is_no_verb)
{
        expect("Norway sent aid to pro-Chadian rebels in eastern Sudan.", "AID", "Norway",
               "rebels");
}

TEST(in_whose_behalf_it_is_done_does_not_suffer_it)
{
        expect("Norway filed a lawsuit on Berg's behalf against Chad.", "ACCUSE", "Norway",
               "Chad");
        expect("Norway filed a lawsuit in Vienna on behalf of Chadian farmers.", "ACCUSE",
               "Norway", NULL);
}

TEST(behind_that_another_clause_begins)
{
        const struct extraction *x =
                acts_of("Anna Berg discussed a memo that the Norwegians had kept private.");

        REQUIRE(x->n_acts > 0);
        for (size_t i = 0; i < x->n_acts; i++)
                EXPECT_INT(x->acts[i].n_recipients, 0);
}

TEST(what_stands_behind_a_dash_or_that_suffers_nothing)
{
        expect("Soldiers talked about negotiating with Chad — a step Norway took in Oslo.",
               "CONSULT", "Soldiers", "Chad");
        expect("Norway postponed large drills that the South denounces as a test.", "SANCTION",
               "Norway", NULL);
        expect("Norway launched missile strikes in Chad.", "MOBILIZE", "Norway", NULL);
}

TEST(who_says_by_the_way_whose_a_thing_is_suffers_nothing)
{
        expect("Norway attacked boats that Eva Lind says Chad owns.", "ASSAULT", "Norway",
               NULL);
        expect("Norway condemned a raid that Eva Lind says was staged.", "ACCUSE", "Norway",
               NULL);
        expect("Norway condemned a raid that Chad staged.", "ACCUSE", "Norway", "Chad");
}

TEST(an_embassy_does_not_act_for_the_town_where_it_is)
{
        expect("A spokesman for the US embassy in Oslo condemned Chad.", "ACCUSE", "US embassy",
               "Chad");
        expect("The ambassador to Norway condemned Chad.", "ACCUSE", NULL, "Chad");
        expect("The embassy of Chad in Oslo condemned Norway.", "ACCUSE", "Chad", "Norway");
        expect("The government in Oslo condemned Chad.", "ACCUSE", "Oslo", "Chad");
}

TEST(several_who_do_it_to_each_other_suffer_it)
{
        const struct act *act = expect("Anna Berg and Eva Lind accused each other of theft.",
                                       "ACCUSE", "Anna Berg", "Anna Berg");

        EXPECT(act && act->n_recipients == 2);
}

TEST(several_who_meet_with_others_do_not_meet_each_other)
{
        expect("Norway and Chad met privately with Eva Lind in Oslo.", "CONSULT", "Norway",
               "Eva Lind");
}

TEST(a_name_behind_its_bearer_is_no_object)
{
        const struct act *act = told(
                "Anna Berg threw the ball to Eva Lind before Ostrin kicker Jan Holm stopped it.",
                "throw");

        EXPECT(act && act->n_recipients == 1);
}

TEST(whoever_is_called_on_to_do_it_is_asked)
{
        expect("Anna Berg called for reporters not to write of Chad.", "REQUEST", "Anna Berg",
               "reporters");
        expect("Norway called for the rebels to leave Chad.", "REQUEST", "Norway", "rebels");
}

/* Two who act, and each of whom suffers it. */
static void expect_each_other(const char *text, const char *predicate)
{
        const struct act *act = told(text, predicate);

        if (!act)
                return;
        if (act->n_actors != 2 || act->n_recipients != 2 ||
            act->recipients[0] != act->actors[0] || act->recipients[1] != act->actors[1])
                test_fail(__FILE__, __LINE__, "not each other in '%s'", text);
}

TEST(what_a_noun_has_with_it_is_not_whom_people_meet)
{
        expect_each_other("Anna Berg and Lena Lind met in Vellmar with hopes of a truce with "
                          "Chad.",
                          "meet");
        expect_each_other("Anna Berg and Lena Lind met in Vellmar about the war with Chad.",
                          "meet");
        expect("Anna Berg and Lena Lind talked about the budget with Chad.", "CONSULT",
               "Anna Berg", "Chad");
        expect("Anna Berg and Lena Lind met in Vellmar with Chad.", "CONSULT", "Anna Berg",
               "Chad");
}

TEST(how_it_was_when_people_met_is_not_whom_they_meet)
{
        expect_each_other("Anna Berg and Lena Lind met on a ferry with Ida Holm absent.",
                          "meet");
        expect_each_other("Anna Berg and Lena Lind talked in Vellmar with Chad on their "
                          "minds.",
                          "talk");
        expect("Anna Berg and Lena Lind met in Vellmar with Ida Holm early on Monday.",
               "CONSULT", "Anna Berg", "Ida Holm");
        expect("Anna Berg and Lena Lind met in Vellmar with Ida Holm on her farm.", "CONSULT",
               "Anna Berg", "Ida Holm");
}

TEST(those_who_act_on_one_another_suffer_it)
{
        expect_each_other("Norway and Chad accused one another of theft.", "accuse");
        expect_each_other("Norway and Chad fired on each other on Monday.", "fire");
}

TEST(who_shall_be_freed_is_not_asked_for_it)
{
        expect("Norway called for the sailors to be freed.", "REQUEST", "Norway", NULL);
        expect("Norway called for Anna Berg not to be expelled.", "REQUEST", "Norway", NULL);
        expect("Norway called for Anna Berg to leave.", "REQUEST", "Norway", "Anna Berg");
        expect("Norway called for Anna Berg to be brave.", "REQUEST", "Norway", "Anna Berg");
}

TEST(a_deal_is_struck_with_whom_it_is)
{
        (void)expect("Norway reached a deal with Lena Lind on grain.", "AGREE", "Norway",
                     "Lena Lind");
        (void)expect("Norway defended a deal with Chad.", "SUPPORT", "Norway", NULL);
}

TEST(an_adjective_between_two_nouns_does_not_part_who_is_meant)
{
        (void)expect("Norway indicted a teenage Chadian girl who was filmed last month.",
                     "ACCUSE", "Norway", "Chadian");
        (void)expect("Lena Lind was praised by former vice presidential nominee Anna Berg.",
                     "SUPPORT", "Anna Berg", "Lena Lind");
}

TEST(who_brokers_a_deal_does_so_for_others)
{
        (void)expect("Norway and the Red Cross brokered the deal between rebels and Chad.",
                     "CONSULT", "Norway", "Chad");
}

TEST(who_is_asked_may_be_told_at_length)
{
        (void)expect("Norway asked the port of Chad in May 2020 to leave Oslo.", "REQUEST",
                     "Norway", "Chad");
        (void)expect("Norway has asked state and local officials to help Chad.", "REQUEST",
                     "Norway", NULL);
        (void)expect("Norway asked the rebels fighting the ban to leave Oslo.", "REQUEST",
                     "Norway", "rebels");
        expect_none("Norway asked Chad whether it was late.");
}

TEST(what_is_blamed_on_somebody_is_blamed_on_him)
{
        (void)expect("Norway blamed the delay on Anna Berg.", "ACCUSE", "Norway", "Anna Berg");
}

TEST(a_compound_before_a_name_does_not_part_who_is_meant)
{
        (void)expect("Norway indicted a middle-ranking Anna Berg aide.", "ACCUSE", "Norway",
                     NULL);
}

TEST(what_stands_ahead_is_no_recipient)
{
        const struct extraction *x =
                acts_of("Norway boarded a bus ahead of the Winter Olympics.");

        EXPECT_INT(x->n_acts, 0);
}

TEST(about_whom_others_are_told_is_no_recipient)
{
        const struct extraction *x = acts_of("Anna Berg contacted them about Lena Lind.");

        EXPECT_INT(x->n_acts, 0);
}

TEST(what_is_done_to_the_government_of_a_land_is_done_to_it)
{
        expect("Norway praised the government of Chad.", "SUPPORT", "Norway", "Chad");
        expect("Norway summoned the ambassador of Chad.", "ACCUSE", "Norway", "Chad");
        expect("Three farmers were pardoned by the president of Chad.", "CONCEDE", "Chad",
               "farmers");
}

TEST(troops_that_are_sent_suffer_nothing)
{
        expect("Norway moved troops to the border with Chad.", "MOBILIZE", "Norway", "Chad");
        expect("Norway may send 200 troops.", "THREATEN", "Norway", NULL);
        expect("Norway pulled back troops from Chad.", "RETREAT", "Norway", "Chad");
}

TEST(who_is_called_on_in_a_government_is_the_land)
{
        expect("Farmers called on the government of Chad to leave.", "REQUEST", "Farmers",
               "Chad");
        expect("Norway lifted its ban on Twitter.", "CONCEDE", "Norway", "Twitter");
}
