/* acts: whose a verb is */
#include "tests/unit/workers/extract/acts_given.h"

TEST(who_crosses_and_not_what_is_crossed_is_arrested)
{
        expect("Guests that cross into Norway will be arrested.", "THREATEN", NULL, "Guests");
}

TEST(of_whom_something_is_told_beside_the_verb_does_not_share_it)
{
        const struct extraction *x =
                acts_of("The women read poems in honor of the farmers killed in Vellmar, and "
                        "criticized Norway.");
        const struct act *second = NULL;

        for (size_t i = 0; i < x->n_acts; i++)
                if (strcmp(x->acts[i].predicate, "criticize") == 0)
                        second = &x->acts[i];
        REQUIRE(second);
        EXPECT(!second->n_actors ||
               strcmp(x->entities[second->actors[0]].name, "farmers") != 0);
}

TEST(those_who_were_killed_are_not_who_is_related_to_them)
{
        const struct extraction *x = acts_of("In 2009, Anna Berg, a baker who was close to "
                                             "those killed in the raid, left Chad.");

        REQUIRE(x->n_acts == 1);
        EXPECT_STR(x->acts[0].predicate, "leave");
        EXPECT_STR(name_of(x, x->acts[0].actors, x->acts[0].n_actors), "Anna Berg");

        x = acts_of("Anna Berg, a baker who was akin to those killed by a bomb in Chad, left "
                    "Chad.");
        REQUIRE(x->n_acts == 1);
        EXPECT_STR(x->acts[0].predicate, "leave");
}

TEST(who_says_so_does_not_do_it)
{
        expect("With Anna Berg calling it an error and Lena Lind saying Norway attacked Chad, "
               "the talks ended.",
               "ASSAULT", "Norway", "Chad");
}

TEST(a_participle_behind_a_comma_is_the_subjects)
{
        expect("Anna Berg, talking to farmers as she crossed the square, asked for a car.",
               "CONSULT", "Anna Berg", "farmers");
}

TEST(who_promises_or_votes_suffers_nothing)
{
        expect("Premier Anna Berg, visiting the valley Monday, promised to replant \"and "
               "keep the slopes so green that goats will graze there.\"",
               "AGREE", "Anna Berg", NULL);
        expect("Only five farmers backed the fence, while 34 lawmakers voted against it.",
               "REJECT", "lawmakers", NULL);
}

TEST(she_who_is_hit_is_no_owner)
{
        expect("Lena Lind said Anna Berg assaulted her when the guests had left.", "ASSAULT",
               "Anna Berg", "Lena Lind");
}

TEST(who_is_of_a_town_is_not_the_town)
{
        expect("Anna Berg, 66, of Vellmar was killed by rebels on Wednesday.", "ASSAULT",
               "rebels", "Anna Berg");
}

TEST(sailors_who_were_killed_are_not_their_cousins)
{
        const struct act *act;

        expect("The cousins of sailors killed in the raid have sued Norway.", "ASSAULT", NULL,
               "sailors");
        act = told("The cousins of sailors hurt in the Vellmar Hall stabbing have sued him.",
                   "sue");
        EXPECT(act);
}

TEST(who_also_dismissed_it_was_not_dismissed)
{
        expect("The two Norwegian mayors also dismissed as \"guesswork\" the worries of Anna "
               "Berg that many guests would be late.",
               "REJECT", "Norwegian mayors", NULL);
}

TEST(whoever_attends_a_school_is_not_its_pupils)
{
        const struct act *act =
                expect("Pupils of the school visited by Lena Lind held a vigil in "
                       "Vellmar.",
                       "PROTEST", "Pupils", "Vellmar");

        EXPECT(act);
}

TEST(the_first_time_somebody_does_it_is_no_part_of_his_name)
{
        expect("It was the first time soldiers criticized Norway.", "ACCUSE", "soldiers",
               "Norway");
        expect("The main reason farmers oppose Norway is the tax.", "REJECT", "farmers",
               "Norway");
}

TEST(who_is_charged_before_the_verb_is_charged)
{
        const struct extraction *x = acts_of(
                "Last week Anna Berg and other farmers charged in the affair were indicted.");

        REQUIRE(x->n_acts > 0);
        EXPECT_STR(x->acts[0].predicate, "charge");
        EXPECT_INT(x->acts[0].n_actors, 0);
}

TEST(what_somebody_photographs_is_not_done_by_him)
{
        const struct extraction *x =
                acts_of("Anna Berg took photographs of migrants from Chad marching on Sunday.");

        for (size_t i = 0; i < x->n_acts; i++)
                EXPECT(strcmp(x->acts[i].predicate, "march") != 0);
        expect("Anna Berg marched on Sunday.", "PROTEST", "Anna Berg", NULL);
        expect("Anna Berg documented photos of more than 90 migrants from Chad marching "
               "through the streets of Vellmar.",
               "PROTEST", "migrants", NULL);
}

TEST(who_is_opposed_opposes)
{
        expect("Norwegian farmers remain unanimously opposed.", "REJECT", "Norwegian farmers",
               NULL);
        expect("The plan was opposed by Norwegian farmers.", "REJECT", "Norwegian farmers",
               NULL);
}

TEST(students_and_voters_are_not_whom_they_belong_to)
{
        expect("Lind University students accused Chad of theft.", "ACCUSE",
               "Lind University students", "Chad");
}

TEST(who_is_deployed_to_do_it_does_it)
{
        expect("The guests stayed, despite Anna Berg's deployment of troopers to arrest "
               "Lena Lind.",
               "COERCE", "troopers", "Lena Lind");
}

TEST(who_weighs_a_vote_to_condemn_it_condemns_nothing)
{
        expect("Anna Berg scolded the members for weighing a vote to condemn Norway.", "ACCUSE",
               NULL, "Norway");
}

TEST(what_stands_between_dashes_parts_nobody)
{
        expect("Anna Berg met — on a cold Monday — Lena Lind.", "CONSULT", "Anna Berg",
               "Lena Lind");
}

TEST(the_name_beside_an_office_with_a_committee_is_who_acts)
{
        expect("The oldest Republican on the Senate Ferry Committee, Rep. Jan Holm of "
               "Oregon, accused Lind of cheating at the count.",
               "ACCUSE", "Jan Holm", "Lind");
}

TEST(which_is_no_people)
{
        expect("Norway backed rebels in the long war in Sudan, which killed more than 9,000 "
               "people.",
               "ASSAULT", NULL, "people");
        expect("Guests in Norway, which backed Chad, left.", "SUPPORT", "Norway", "Chad");
        expect("Rebels in Norway, which attacked Chad, left.", "ASSAULT", "Norway", "Chad");
        expect("Bombs on ships and on a tram killed 50 people in Chad.", "ASSAULT", NULL,
               "people");
}

TEST(a_town_that_is_only_named_does_not_act)
{
        const struct extraction *x =
                acts_of("Norway praised the talks in the Chadian capital, Ndjamena, which "
                        "helped Norwegian officials.");

        REQUIRE(x->n_acts == 1);
        EXPECT_STR(x->acts[0].predicate, "praise");
}

TEST(who_heads_a_matter_of_a_nation_is_not_the_nation)
{
        expect("The chief of US diplomacy accused Eva Lind of theft.", "ACCUSE", NULL,
               "Eva Lind");
        expect("The head of the Norwegian army accused Eva Lind of theft.", "ACCUSE",
               "Norwegian army", "Eva Lind");
}

TEST(who_is_made_to_do_it_does_it)
{
        expect("The plea made Police Chief Anna Berg hold phone talks with Chadian President "
               "Eva Lind.",
               "CONSULT", "Anna Berg", "Eva Lind");
        expect("It made Norway attack Chad.", "ASSAULT", "Norway", "Chad");
        expect("Protests made Anna Berg meet Eva Lind on Monday.", "CONSULT", "Anna Berg",
               "Eva Lind");
        expect_status("Protests made Anna Berg meet Eva Lind on Monday.", "meet", ACT_HAPPENED);
        expect_status("Norway made efforts to attack Chad.", "attack", ACT_HYPOTHETICAL);
        expect_none("Norway made Anna Berg head of the talks with Chad.");
}

TEST(a_series_of_verbs_has_the_subject_of_the_first)
{
        expect("Anna Berg often praised the guild, hinted that Chad was late for all of it, and "
               "accused Eva Lind of theft.",
               "ACCUSE", "Anna Berg", "Eva Lind");
        expect("Anna Berg praised the guild, refused to say Chad was late, and accused Eva Lind "
               "of theft.",
               "ACCUSE", "Anna Berg", "Eva Lind");
}

TEST(who_behind_a_dash_is_whoever_stands_before_it)
{
        expect("Anna Berg — who met with Eva Lind on Sunday — spoke of hope.", "CONSULT",
               "Anna Berg", "Eva Lind");
}

TEST(an_official_behind_his_party_is_one)
{
        expect("A junior Swedish Socialist Party official wrapped up his trip to Chad.",
               "CONSULT", "Swedish Socialist Party official", "Chad");
}

TEST(she_has_done_it_where_it_has_an_object)
{
        expect("Anna Berg left. She's condemned Norway's use of the veto.", "ACCUSE",
               "Anna Berg", "Norway");
        expect("Anna Berg said Eva Lind's arrested by Norway.", "COERCE", "Norway", NULL);
        expect("Anna Berg left. She's promised help by Chad.", "AGREE", "Chad", "Anna Berg");
        expect("Anna Berg left. She's refused entry to Norway.", "REJECT", NULL, "Anna Berg");
        expect("Anna Berg left the hall. She's condemned a raid by Chad.", "ACCUSE",
               "Anna Berg", "Chad");
        expect("Anna Berg left the hall. She's condemned attacks by Chad.", "ACCUSE",
               "Anna Berg", "Chad");
        expect("Anna Berg left the hall. She's condemned Norway's tolls by Chad.", "ACCUSE",
               "Anna Berg", "Norway");
}

TEST(whatever_a_passive_keeps_before_by_it_is_one)
{
        const struct extraction *x;

        expect("Jan Lind left. He's held hostage by rebels.", "COERCE", "rebels", "Jan Lind");
        expect("Jan Lind left. He's barred entry by Norway.", "COERCE", "Norway", "Jan Lind");
        expect("Jan Lind left. He's detained an hour by police.", "COERCE", "police",
               "Jan Lind");
        x = acts_of("Jan Lind left. He's nominated a hero by Norway.");
        REQUIRE(x->n_acts > 0);
        EXPECT_STR(name_of(x, x->acts[x->n_acts - 1].actors, x->acts[x->n_acts - 1].n_actors),
                   "Norway");
}

TEST(who_carries_the_injured_did_not_injure_them)
{
        expect("Guests, many bleeding, ran to carry badly injured people from the mill.",
               "ASSAULT", NULL, "people");
}

TEST(those_involved_in_a_deed_do_it)
{
        expect("Norway named sailors involved in attacking Chad.", "ASSAULT", "sailors",
               "Chad");
        expect("Norway succeeded in attacking Chad.", "ASSAULT", "Norway", "Chad");
}

TEST(a_quotation_that_begins_with_the_verb_has_the_subject_before_its_mark)
{
        expect("The guild said Norway “attacked Chad” in May.", "ASSAULT", "Norway", "Chad");
        expect("The guild said Anna Berg \"condemned the raid on Chad\" in May.", "ACCUSE",
               "Anna Berg", "Chad");
}

TEST(who_is_to_do_what_an_infinitive_tells_stands_before_its_verb)
{
        expect("The mayor appointed Anna Berg to investigate Chad.", "ACCUSE", "Anna Berg",
               "Chad");
        expect("Anna Berg told of rebels hoping to blame Chad.", "ACCUSE", "rebels", "Chad");
}

TEST(whom_with_ties_to_a_participle_does_it)
{
        expect("The mayor spent the week at the fair, with the guild's top baker, Anna Berg, "
               "requesting help from Chad.",
               "REQUEST", "Anna Berg", "Chad");
        expect("Lawmakers spent the week at the fair, with the guild's top Republican, Anna "
               "Berg of Vellmar, requesting help from Chad.",
               "REQUEST", "Anna Berg", "Chad");
        expect("The mayor spent the week at the fair, with Anna Berg (Oslo), requesting help "
               "from Chad.",
               "REQUEST", "Anna Berg", "Chad");
}

TEST(with_what_or_in_whose_company_it_is_done_does_not_do_it)
{
        expect("Farmers gathered in Oslo, with Chad's approval, demanding help from Norway.",
               "REQUEST", "Farmers", "Norway");
        expect("Farmers gathered in Oslo, with police nearby, demanding help from Chad.",
               "REQUEST", "Farmers", "Chad");
        expect("Farmers gathered in Oslo, with police, demanding help from Chad.", "REQUEST",
               "Farmers", "Chad");
        expect("Farmers gathered in Oslo, with rebels of Norway, demanding help from Chad.",
               "REQUEST", "Farmers", "Chad");
        expect("Farmers gathered in Oslo, with Eva Lind absent (again), demanding help from "
               "Chad.",
               "REQUEST", "Farmers", "Chad");
        expect("Farmers gathered in Oslo, with soldiers in masks, demanding help from Chad.",
               "REQUEST", "Farmers", "Chad");
        expect("Anna Berg came to court, with her lawyer, Jan Lind, accusing Norway of theft.",
               "ACCUSE", "Anna Berg", "Norway");
        expect("Anna Berg spoke for an hour, with little hope, accusing Chad of theft.",
               "ACCUSE", "Anna Berg", "Chad");
        expect("Anna Berg stayed with Jan Lind, a baker, demanding help from Chad.", "REQUEST",
               "Anna Berg", "Chad");
}

TEST(what_others_want_or_see_done_to_somebody_is_not_done_by_him)
{
        expect_none("Police said they wanted Anna Berg “arrested and tried” in Oslo.");
        expect_none("The guests saw Jan Lind “arrested” in Oslo.");
        expect_none("The guests left with Jan Lind “arrested” in Oslo.");
        expect_none("The guests saw Jan Lind “arrested” Monday in Oslo.");
        expect("The guests wanted Jan Lind “refused entry” in Chad.", "REJECT", NULL, "Chad");
        expect("The guild claimed Norway “attacked” Chad in May.", "ASSAULT", "Norway", "Chad");
        expect("The guild claimed Norway “has attacked” in May.", "ASSAULT", "Norway", NULL);
        expect("The guild claimed Norway “demanded that Chad leave” in May.", "REQUEST",
               "Norway", "Chad");
        expect("The guild said Norway “attacked” in May.", "ASSAULT", "Norway", NULL);
        expect("The guild claimed that Norway “attacked” in May.", "ASSAULT", "Norway", NULL);
        expect("Police knew Anna Berg and claimed she “protested” in May.", "PROTEST",
               "Anna Berg", NULL);
}

TEST(the_mark_before_a_verb_opens_what_it_says)
{
        expect("The song “Hail Chad” criticized Norway.", "ACCUSE", NULL, "Norway");
}

TEST(whose_mother_was_involved_in_it_did_not_do_it)
{
        expect("The mother of Jan Lind was involved in attacking Chad.", "ASSAULT", NULL,
               "Chad");
}

TEST(who_is_sent_by_somebody_does_it_and_not_the_sender)
{
        expect("Norwegian lawyers appointed by Sweden to investigate Chad left Vellmar.",
               "ACCUSE", "Norwegian lawyers", "Chad");
        expect("Norwegian envoys sent by Sweden to talk with Chad left Vellmar.", "CONSULT",
               "Norwegian envoys", "Chad");
        expect("Sweden sent Norwegian envoys to talk with Chad.", "CONSULT", "Norwegian envoys",
               "Chad");
}

TEST(who_comes_in_behind_a_day_has_the_clause_for_himself)
{
        expect("The two sides met Friday with Norway accusing Chad of theft.", "ACCUSE",
               "Norway", "Chad");
}

TEST(a_land_behind_its_town_does_nothing)
{
        const struct extraction *x = acts_of("A mill in Vik, Norway didn't help Chad.");

        EXPECT_INT(x->n_acts, 0);
        (void)expect("In Vik, Norway didn't help Chad.", "AID", "Norway", "Chad");
}

TEST(with_whose_support_it_is_done_does_not_do_it)
{
        const struct extraction *x =
                acts_of("The guild marched, with the support of the mayor, Jan Lind, demanding "
                        "help from Norway.");

        for (size_t i = 0; i < x->n_acts; i++)
                EXPECT_INT(x->acts[i].n_actors, 0);
        (void)expect("Rebels marched, with the support of the mayor, Jan Lind, demanding help "
                     "from Norway.",
                     "REQUEST", "Rebels", "Norway");
}

TEST(who_is_involved_in_it_is_arrested_and_not_it)
{
        (void)expect("Two police officers involved in the raid were arrested by Chad.",
                     "COERCE", "Chad", "police officers");
}

TEST(an_ex_guard_acts_as_a_guard_does)
{
        (void)expect("Anna Berg was sued by an ex-guard of the mill.", "ACCUSE", NULL,
                     "Anna Berg");
}

TEST(a_missed_name_before_a_day_is_recalled)
{
        (void)expect("Lena Pompolo won the vote in Oslo. Pompolo on Friday accused Chad of "
                     "theft.",
                     "ACCUSE", "Lena Pompolo", "Chad");
}

TEST(one_from_a_state_does_not_act_for_it)
{
        (void)expect("The Ohio Democrat sued Norway.", "ACCUSE", NULL, "Norway");
        (void)expect("The Ohio lawmaker praised Norway.", "SUPPORT", NULL, "Norway");
        (void)expect("The Norwegian envoy sued Chad.", "ACCUSE", "Norwegian envoy", "Chad");
}

TEST(whom_pressure_is_put_on_is_to_do_it)
{
        (void)expect("Anna Berg put more pressure on Norway to investigate Chad.", "ACCUSE",
                     "Norway", "Chad");
}

TEST(two_who_both_do_it_do_it)
{
        const struct act *act = expect("Anna Berg and Lena Lind both praised Norway.",
                                       "SUPPORT", "Lena Lind", "Norway");

        if (act)
                EXPECT_INT(act->n_actors, 2);
}

TEST(a_bracket_before_who_does_not_hide_whom_it_means)
{
        (void)expect("Sen. Anna Berg (R-Ky.), who publicly criticized Chad for a raid, left "
                     "Oslo.",
                     "ACCUSE", "Anna Berg", "Chad");
}

static void expect_actors(const char *text, size_t n)
{
        const struct act *act = expect(text, "ASSAULT", "Lena Lind", "Norway");

        if (act)
                EXPECT_INT(act->n_actors, n);
}

TEST(a_list_of_names_with_a_comma_before_and_acts_as_one)
{
        expect_actors("Anna Berg, Eva Sand, and Lena Lind attacked Norway.", 3);
        expect_actors("Anna Berg of Ohio, Eva Sand of Oslo, and Lena Lind attacked Norway.", 3);
        expect_actors("A guest saw Eva Sand, and Lena Lind attacked Norway.", 1);
}

TEST(what_was_bombed_killed_nobody)
{
        (void)expect("A Norwegian jet was bombed in Chad, killing ten guests.", "ASSAULT", NULL,
                     "Norwegian jet");
        (void)told("A Norwegian jet was bombed in Chad, killing ten guests.", "kill");
}

TEST(a_list_of_names_without_a_last_comma_acts_as_one)
{
        const struct act *act =
                expect("Chad, Japan and Peru condemned Norway.", "ACCUSE", "Japan", "Norway");

        if (act)
                EXPECT_INT(act->n_actors, 3);
        act = expect("In Vik, Ohio, Japan and Peru condemned Norway.", "ACCUSE", "Japan",
                     "Norway");
        if (act)
                EXPECT_INT(act->n_actors, 2);
}

TEST(an_aside_behind_its_comma_is_of_whom_it_follows)
{
        expect("Lena Lind, urged by Chad to leave, refused.", "REQUEST", "Chad", "Lena Lind");
        expect("Backed by Chad, Lena Lind left Vellmar.", "SUPPORT", "Chad", "Lena Lind");
        expect("Lena Lind, backed by Chad, left Vellmar.", "SUPPORT", "Chad", "Lena Lind");
        expect("Three sailors, freed by rebels last week, flew home.", "RETREAT", "rebels",
               "sailors");
        expect("The statement, praised by Chad, was short.", "SUPPORT", "Chad", NULL);
}

TEST(who_acts_in_a_clause_with_that)
{
        expect("Turkey condemned the rebels that attacked the base in Homs.", "ASSAULT",
               "rebels", "Homs");
        expect("He met the girls that were kidnapped by rebels.", "COERCE", "rebels", "girls");
}

TEST(who_does_a_deed_does_what_it_does)
{
        expect("The attack on the village by rebels killed ten people.", "ASSAULT", "rebels",
               "people");
        expect("A coalition of rebels led by Turkey attacked Homs.", "ASSAULT", "rebels",
               "Homs");
}
