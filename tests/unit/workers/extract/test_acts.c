/* acts: who did what to whom, in PLOVER's terms, and how real it is */
#include "tests/unit/workers/extract/acts_given.h"

TEST(who_fires_back_without_being_a_person_may_do_so_with_arms)
{
        const struct extraction *x = acts_of("Norway fired back at Chad on Monday.");

        for (size_t i = 0; i < x->n_acts; i++)
                EXPECT(!x->acts[i].plover_type);
        expect("Anna Berg fired back at Chad on Monday.", "ACCUSE", "Anna Berg", "Chad");
}

TEST(what_is_released_is_not_always_a_prisoner)
{
        const struct extraction *x = acts_of("Microsoft released a patch for Germany.");

        for (size_t i = 0; i < x->n_acts; i++)
                EXPECT(!x->acts[i].plover_type);
        expect("France released Anna Berg on Monday.", "RETREAT", "France", "Anna Berg");
}

TEST(nature_and_mishaps_attack_nobody)
{
        expect_none("A strong quake struck Chad on Monday.");
        expect_none("Chad was hit by Hurricane Berta on Monday.");
        expect_none("A storm reached the coast of Chad, killing three people.");
        expect_none("Five soldiers were killed in a plane crash.");
        expect("French rebels killed five soldiers in a forest.", "ASSAULT", "French rebels",
               "soldiers");
}

TEST(what_is_fought_or_beaten_without_force_is_none)
{
        expect_none("The firefighters of Vellmar fought the blaze for two days.");
        expect_none("Norway beat the estimates of the bank on Monday.");
        expect_none("Anna Berg offered a joke about the vote.");
        expect("Norway fought Chad over the weekend.", "ASSAULT", "Norway", "Chad");
}

TEST(who_only_tells_of_it_did_not_do_it)
{
        const struct extraction *x = acts_of(
                "A dyke burst near Vellmar, killing five people, officials in Chad said.");

        for (size_t i = 0; i < x->n_acts; i++)
                EXPECT_INT(x->acts[i].n_actors, 0);
        x = acts_of("Rebels attacked Vellmar, killing five people, officials in Chad said.");
        REQUIRE(x->n_acts == 2);
        for (size_t i = 0; i < x->n_acts; i++)
                EXPECT_STR(name_of(x, x->acts[i].actors, x->acts[i].n_actors), "Rebels");
}

TEST(who_is_sent_somewhere_is_sent)
{
        expect("Anna Berg was shot to death by rebels in Chad.", "ASSAULT", "rebels",
               "Anna Berg");
}

TEST(where_and_when_it_happens_suffers_nothing)
{
        const struct act *act =
                told("Anna Berg lost money in Chad after the fall of France.", "lose");

        EXPECT_INT(act->n_recipients, 0);
        EXPECT(act->where != NONE);
}

TEST(what_is_to_come_is_planned)
{
        EXPECT_INT(told("Anna Berg is to visit Chad on Thursday.", "visit")->status,
                   ACT_PLANNED);
        EXPECT_INT(told("France said it would leave Chad.", "leave")->status, ACT_PLANNED);
        EXPECT_INT(told("France said it would leave Chad if it paid.", "leave")->status,
                   ACT_HYPOTHETICAL);
}

TEST(a_noun_is_known_with_the_word_before_it)
{
        expect("France launched air strikes on Chad.", "ASSAULT", "France", "Chad");
        expect("A military strike on Chad by French rebels was the talk of the town.",
               "ASSAULT", "French rebels", "Chad");
}

TEST(what_a_report_or_a_view_is_given_is_no_aid)
{
        expect_none("Our Ostrin office contributed to these pages.");
        expect_none("France provided a short glance at the kitchen in Chad.");
}

TEST(a_rocket_is_launched_at_somebody_or_it_is_no_assault)
{
        expect_none("North Korea launched a rocket on Sunday.");
        expect_none("France launched a rocket into space.");
        expect("France launched a rocket at Chad.", "ASSAULT", "France", "Chad");
}

TEST(crimes_and_pictures_are_no_pledges_and_no_conquests)
{
        expect_none("French refugees committed no crimes in Chad.");
        expect_none("France captured an image of Chad.");
}

TEST(one_person_is_not_they)
{
        const struct extraction *x =
                acts_of("Anna Berg says children were hurt as they rushed to attack Chad.");

        REQUIRE(x->n_acts > 0);
        for (size_t i = 0; i < x->n_acts; i++)
                EXPECT(!x->acts[i].n_actors);
        expect("France and Spain said they would attack Chad.", "THREATEN", "France", "Chad");
}

TEST(an_act_has_an_actor_and_a_recipient)
{
        expect("France accused Turkey of a breach.", "ACCUSE", "France", "Turkey");
        expect("France sent food to Chad on Monday.", "AID", "France", "Chad");
}

TEST(a_passive_turns_the_roles_about)
{
        expect("Turkey was condemned by France on Monday.", "ACCUSE", "France", "Turkey");
}

TEST(an_object_completes_a_light_verb)
{
        expect("France held talks with Turkey.", "CONSULT", "France", "Turkey");
        expect("France launched an attack on Chad.", "ASSAULT", "France", "Chad");
        expect("France suspended aid to Chad.", "SANCTION", "France", "Chad");
        expect("France imposed sanctions on Chad.", "SANCTION", "France", "Chad");
}

TEST(who_meet_act_on_each_other)
{
        const struct act *act =
                expect("France and Turkey met in Vienna.", "CONSULT", "France", "France");

        if (act) {
                EXPECT_INT(act->n_actors, 2);
                EXPECT_INT(act->n_recipients, 2);
        }
}

TEST(what_is_announced_is_an_intention)
{
        const struct act *act = expect("France will support Chad.", "AGREE", "France", "Chad");

        if (act)
                EXPECT_INT(act->status, ACT_PLANNED);
        expect("France will attack Chad.", "THREATEN", "France", "Chad");
        expect("France will not help Chad.", "REJECT", "France", "Chad");
}

TEST(a_denied_act_is_denied_and_a_condition_is_only_supposed)
{
        const struct act *act =
                expect("France did not attack Chad.", "ASSAULT", "France", "Chad");

        if (act)
                EXPECT_INT(act->status, ACT_DENIED);
        act = expect("Trade would end if France attacked Chad.", "ASSAULT", "France", "Chad");
        if (act)
                EXPECT_INT(act->status, ACT_HYPOTHETICAL);
}

TEST(people_without_a_name_are_a_group_of_their_nation)
{
        const struct extraction *x = acts_of("Turkish soldiers attacked Chad.");

        REQUIRE(x->n_acts == 1 && x->acts[0].n_actors == 1);
        EXPECT_STR(x->entities[x->acts[0].actors[0]].name, "Turkish soldiers");
        EXPECT_INT(x->entities[x->acts[0].actors[0]].type, ENTITY_GROUP);
        EXPECT_STR(x->entities[x->acts[0].actors[0]].iso3166, "TR");
}

TEST(people_without_a_name_or_nation_are_a_group_where_they_act)
{
        expect("Masked rebels attacked protesters in Vienna.", "ASSAULT", "rebels",
               "protesters");
        expect("Some 40 supporters of President Anna Berg attacked Chad.", "ASSAULT",
               "supporters of President Anna Berg", "Chad");
        EXPECT_INT(acts_of("Anna Berg watched protesters for a while.")->n_acts, 0);
}

TEST(a_nation_acts_by_its_adjective)
{
        expect("Chadian army trucks attacked Norway.", "ASSAULT", "Chadian army", "Norway");
        expect("France condemned Chadian tariffs.", "ACCUSE", "France", "Chadian");
        expect("Swedes accused Norway of a breach.", "ACCUSE", "Swedes", "Norway");
        expect("A camp for Chadian refugees was attacked by Turkish soldiers.", "ASSAULT",
               "Turkish soldiers", "Chadian refugees");
}

TEST(one_phrase_may_be_both_sides)
{
        expect("French and Turkish officials agreed on Monday that trade should go on.",
               "AGREE", "French and Turkish officials", "French and Turkish officials");
}

TEST(what_an_object_stands_before_is_no_passive)
{
        expect("Anna Berg on Monday called for sanctions against Norway.", "REQUEST",
               "Anna Berg", "Norway");
        expect("France sent food to Chad last year.", "AID", "France", "Chad");
}

TEST(a_noun_tells_an_act_whose_sides_it_names)
{
        const struct act *act;

        expect("The talks between France and Turkey were over by noon.", "CONSULT", "France",
               "France");
        expect("An attack on Chad by French rebels was the talk of the town.", "ASSAULT",
               "French rebels", "Chad");
        act = expect("There was an alleged attack on Chad.", "ASSAULT", NULL, "Chad");
        if (act)
                EXPECT_INT(act->status, ACT_ALLEGED);
        EXPECT_INT(acts_of("The French mission to Chad was old by then.")->n_acts, 0);
        EXPECT_INT(acts_of("The talks in Vienna were over by noon.")->n_acts, 0);
}

TEST(entities_stay_in_the_order_of_the_text)
{
        const struct extraction *x =
                acts_of("Norway watched. Turkish soldiers attacked Chad, Sweden said.");

        for (size_t i = 1; i < x->n_entities; i++)
                EXPECT(x->entities[i - 1].mentions[0].start <=
                       x->entities[i].mentions[0].start);
}

TEST(an_act_knows_its_time_its_place_and_its_source)
{
        const struct extraction *x =
                acts_of("Anna Berg said that France attacked Chad in Vienna on Monday.");
        const struct act *act = NULL;

        for (size_t i = 0; i < x->n_acts; i++)
                if (x->acts[i].plover_type && strcmp(x->acts[i].plover_type, "ASSAULT") == 0)
                        act = &x->acts[i];
        REQUIRE(act);
        REQUIRE(act->when != NONE && act->where != NONE && act->according_to != NONE);
        EXPECT_STR(x->entities[act->where].name, "Vienna");
        EXPECT_STR(x->entities[act->according_to].name, "Anna Berg");
}

TEST(staff_is_fired_without_arms)
{
        expect_none("Norway fired Anna Berg on Monday.");
        expect_none("Norway has the power to fire the director.");
        expect_none("Anna Berg fired off a letter to Norway.");
        expect_none("Anna Berg was fired by Norway.");
        expect("Norway fired missiles at Chad.", "ASSAULT", "Norway", "Chad");
        expect("Chad was fired at by Norway.", "ASSAULT", "Norway", "Chad");
}

TEST(teams_are_beaten_in_games)
{
        expect_none("Norway beat Chad 3-1 on Monday.");
        expect_none("Anna Berg beat Eva Lind in the final on Monday.");
        expect("Police in Norway beat Anna Berg with clubs.", "ASSAULT", "Police", "Anna Berg");
}

TEST(a_person_attacks_over_something_with_words)
{
        expect("Anna Berg attacked Norway over the vote.", "ACCUSE", "Anna Berg", "Norway");
        expect("Norway attacked Chad over the weekend.", "ASSAULT", "Norway", "Chad");
}

TEST(what_is_released_may_stand_before_the_verb)
{
        expect_none("The report on Norway was released on Monday.");
        expect_none("Norway released a memo on Monday.");
        expect("Anna Berg was released by Norway.", "RETREAT", "Norway", "Anna Berg");
        expect_none("Anna Berg contributed to this post.");
}

TEST(who_was_killed_killed_nobody)
{
        expect("The Chadians killed in the clashes were buried on Monday.", "ASSAULT", NULL,
               "Chadians");
        expect_none("Anna Berg killed herself in Vienna.");
        expect("Norway said so because Anna Berg had previously agreed to leave the town.",
               "AGREE", "Anna Berg", NULL);
}

TEST(an_adjective_tells_no_act)
{
        expect_none("Anna Berg was there for alleged crimes in Vienna.");
        expect_none("Anna Berg hailed from Norway.");
}

TEST(two_who_back_a_third_back_no_other)
{
        expect("Norway and Chad backed Anna Berg.", "SUPPORT", "Norway", "Anna Berg");
        expect_none("Anna Berg seized on the vote in Norway.");
}

TEST(a_place_is_not_struck_where_somebody_without_a_name_is)
{
        expect("Rebels killed his mother in Chad.", "ASSAULT", "Rebels", NULL);
        expect("Rebels attacked Chad.", "ASSAULT", "Rebels", "Chad");
        expect("Norway met the president in Chad.", "CONSULT", "Norway", NULL);
}

TEST(where_an_attack_was_is_nobody_who_is_condemned)
{
        expect("Norway condemned the attack in Chad.", "ACCUSE", "Norway", NULL);
        expect("Norway condemned Chad.", "ACCUSE", "Norway", "Chad");
}

TEST(a_nation_is_no_town_of_it)
{
        expect("Anna Berg flew to Oslo. Three men were killed by Norwegian gunfire.", "ASSAULT",
               "Norwegian", "men");
}

TEST(a_part_of_a_name_is_no_deed)
{
        const struct extraction *x =
                acts_of("Norway has strictly followed United Nations resolutions on Chad.");

        EXPECT_INT(x->n_acts, 1);
        for (size_t i = 0; i < x->n_acts; i++)
                EXPECT_INT(strcmp(x->acts[i].predicate, "unite") != 0, 1);
}

TEST(what_is_told_of_its_noun_by_a_participle_is_the_verbs)
{
        expect("Weapons supplied by Norway were found in Chad.", "AID", "Norway", NULL);
        expect("A deal signed by Norway and Chad opens the border.", "SUPPORT", "Norway", NULL);
        expect_none("The report released by Norway was long.");
        EXPECT_INT(
                expect("Any agreement reached by Norway must be fair.", "AGREE", "Norway", NULL)
                        ->status,
                ACT_HYPOTHETICAL);
}

TEST(a_strike_that_is_aimed_is_one_of_arms)
{
        expect("A strike by Norway on Chad was the talk of the town.", "ASSAULT", "Norway",
               "Chad");
        expect("Norway launched a wave of strikes on Chad.", "ASSAULT", "Norway", "Chad");
        expect("Norway carried out strikes against rebels in Chad.", "ASSAULT", "Norway",
               "rebels");
        expect("The Norwegian strike on Chad was the talk of the town.", "ASSAULT", "Norwegian",
               "Chad");
        expect("Norway's strikes on rebels were the talk of the town.", "ASSAULT", "Norway",
               "rebels");
        expect("A strike by Norway on Sunday on the mill was the talk of the town.", "ASSAULT",
               "Norway", NULL);
}

TEST(workers_strike_on_a_day_on_a_railway_and_against_a_company)
{
        expect("A strike by drivers on the railways began on Monday.", "PROTEST", "drivers",
               NULL);
        expect("A strike by drivers on Sunday was the talk of the town.", "PROTEST", "drivers",
               NULL);
        expect("A strike by drivers against the bank began on Monday.", "PROTEST", "drivers",
               NULL);
        expect("A strike by Norway on the railways was the talk of the town.", "PROTEST",
               "Norway", NULL);
        expect("A strike by Norway on Sunday was the talk of the town.", "PROTEST", "Norway",
               NULL);
}

TEST(workers_strike_at_what_can_be_hit_too)
{
        expect("A strike by sailors on the ship ended on Monday.", "PROTEST", "sailors", NULL);
        expect("Teachers launched a strike against the government.", "PROTEST", "Teachers",
               NULL);
}

TEST(a_strike_by_somebody_needs_nobody_who_suffers_it)
{
        expect("A strike by teachers began in Vellmar on Monday.", "PROTEST", "teachers", NULL);
        expect("An attack by rebels on a church in Vellmar left five dead.", "ASSAULT",
               "rebels", NULL);
        expect_none("A rally by Anna Berg began in Vellmar on Monday.");
        expect_none("Marches against blows by farmers began in Vellmar on Monday.");
}

TEST(a_nations_soldiers_are_deployed_by_it)
{
        expect("Turkish soldiers were deployed in Chad.", "MOBILIZE", "Turkish soldiers", NULL);
}

TEST(a_bill_backed_by_two_waits_for_its_verb)
{
        const struct act *act = expect("A bill backed by Anna Berg and Lena Lind was read.",
                                       "SUPPORT", "Anna Berg", NULL);

        REQUIRE(act);
        EXPECT_INT(act->n_actors, 2);
}
