/* acts: whose a deed is in clauses within clauses, who is none of its parties, and how real it
 * is */
#include "tests/unit/workers/extract/acts_given.h"

TEST(whoever_stands_beside_a_participle_is_its_subject)
{
        expect("Anna Berg was heard by lawmakers investigating Norway.", "ACCUSE", "lawmakers",
               "Norway");
        expect_none("Anna Berg signed a bill allowing the town to buy the mill.");
        expect("Anna Berg released a statement denouncing Norway.", "ACCUSE", "Anna Berg",
               "Norway");
}

TEST(whose_infinitive_it_is_stands_before_it)
{
        const struct act *act =
                expect("Anna Berg spoke of Norway's efforts to block witnesses.", "COERCE",
                       "Norway", "witnesses");

        if (act)
                EXPECT_INT(act->status, ACT_HYPOTHETICAL);
        expect("Norway criticized Chad for attacking Turkey.", "ASSAULT", "Chad", "Turkey");
        expect("Anna Berg pushed for Norway to recognize Chad.", "SUPPORT", "Norway", "Chad");
}

TEST(a_subordinate_clause_has_its_own_subject)
{
        const struct extraction *x = acts_of(
                "Norway spoke to two players who were removed after a guard accused Chad.");

        REQUIRE(x->n_acts > 1);
        for (size_t i = 0; i < x->n_acts; i++)
                if (x->acts[i].plover_type && strcmp(x->acts[i].plover_type, "ACCUSE") == 0)
                        EXPECT_INT(x->acts[i].n_actors, 0);
}

TEST(who_is_asked_to_do_something_suffers_that)
{
        expect("Anna Berg was invited to join the board.", "REQUEST", NULL, "Anna Berg");
        expect("Anna Berg was tried in June and convicted of theft.", "ACCUSE", NULL,
               "Anna Berg");
}

TEST(a_clause_further_in_has_other_parties)
{
        expect("Anna Berg denied that she knew of the talks with Norway.", "REJECT",
               "Anna Berg", NULL);
        expect("Norway condemned the vote after fighting two wars with Chad.", "ACCUSE",
               "Norway", NULL);
        expect("Anna Berg complained that the ruling of the court would hurt Norway.", "ACCUSE",
               "Anna Berg", NULL);
        expect("Norway condemned the vote following a speech of Eva Lind.", "ACCUSE", "Norway",
               NULL);
}

TEST(topics_and_bidders_are_no_recipients)
{
        expect("Anna Berg discussed the fall of Eva Lind.", "CONSULT", "Anna Berg", NULL);
        expect("Norway met officials at the request of Chad.", "CONSULT", "Norway",
               "officials");
        expect("Anna Berg urged the powers to help Chad.", "REQUEST", "Anna Berg", NULL);
}

TEST(users_and_critics_are_not_the_body_itself)
{
        expect("Anna Berg accused Microsoft users of theft.", "ACCUSE", "Anna Berg",
               "Microsoft users");
        expect("Microsoft executives accused Anna Berg of theft.", "ACCUSE", "Microsoft",
               "Anna Berg");
}

TEST(things_act_for_nobody)
{
        expect_none("The rules prevented the firms from leaving Norway.");
        expect_none("The new system helps doctors.");
        expect_none("Norway was besieged by endless traffic.");
        expect_none("The minerals killed two miners in Chad.");
        expect("The mines killed two miners in Chad.", "ASSAULT", NULL, "miners");
        expect("The report accused Norway of a breach.", "ACCUSE", NULL, "Norway");
}

TEST(what_is_killed_or_freed_is_somebody)
{
        expect_none("Anna Berg killed two bills in Norway.");
        expect_none("Norway destroyed the trust of the voters.");
        expect_none("Anna Berg pulled out a gun.");
        expect("Rebels killed one person in Norway.", "ASSAULT", "Rebels", NULL);
        expect("Rebels destroyed two bridges.", "ASSAULT", "Rebels", NULL);
}

TEST(a_question_is_no_request)
{
        expect_none("Anna Berg asked whether Norway would stay.");
        expect_none("Reporters asked Anna Berg about Norway.");
        expect("Anna Berg asked Norway to stay.", "REQUEST", "Anna Berg", "Norway");
}

TEST(verbs_that_do_nothing_to_anybody)
{
        expect_none("Anna Berg helped derail the plan.");
        expect_none("Anna Berg failed to find the letter.");
        expect_none("The plan was met with scorn by Norway.");
        expect_none("Anna Berg beat Eva Lind by two votes.");
        expect_none("Visit Norway for more.");
        expect("Norway failed to comply with the ruling.", "REJECT", "Norway", NULL);
}

TEST(wreckage_kills_for_nobody)
{
        expect_none("Two trains collided near Vellmar, injuring five people.");
        expect("A tanker sank, police said, and Norway blamed Chad.", "ACCUSE", "Norway",
               "Chad");
}

TEST(in_a_report_of_games_teams_do_not_fight)
{
        expect_none("The coach said the team had played its best season in the league. Norway "
                    "attacked Chad from the kickoff. The quarterback and the goalkeeper of the "
                    "football league were the best in the playoffs, and the coach praised the "
                    "season's last touchdown.");
}

TEST(how_real_an_act_is)
{
        expect_status("Norway continued to attack Chad.", "attack", ACT_HAPPENED);
        expect_status("Norway has yet to recognize Chad.", "recognize", ACT_DENIED);
        expect_status("The news led Norway to condemn Chad.", "condemn", ACT_HAPPENED);
        expect_status("Norway hardly supports Chad.", "support", ACT_DENIED);
        expect_status("Norway almost attacked Chad.", "attack", ACT_DENIED);
        expect_status("Norway was able to rescue Anna Berg.", "rescue", ACT_HAPPENED);
        expect_status("Anna Berg would later thank Norway.", "thank", ACT_HAPPENED);
        expect_status("Who attacked Chad?", "attack", ACT_HYPOTHETICAL);
        expect_status("Anna Berg could be arrested by Norway.", "arrest", ACT_HYPOTHETICAL);
        expect_status("Norway kept Eva Lind from attacking Chad.", "attack", ACT_DENIED);
        expect_status("Norway left before attacking Chad.", "attack", ACT_HYPOTHETICAL);
        expect_status("Norway was planning an attack on Chad.", "plan", ACT_PLANNED);
}

TEST(two_who_back_a_plan_do_not_back_each_other)
{
        expect("Norway and Chad supported the sanctions.", "SUPPORT", "Norway", NULL);
        expect("Norway and Chad restored ties.", "SUPPORT", "Norway", "Norway");
}

TEST(whose_i_it_is)
{
        expect("\"I thank Norway for the help,\" said Anna Berg on Monday.", "SUPPORT",
               "Anna Berg", "Norway");
}

TEST(a_missile_without_a_target_is_a_test)
{
        expect("North Korea fired a missile into the sea.", "MOBILIZE", "North Korea", NULL);
}

TEST(a_relative_clause_is_about_the_person_before_it)
{
        expect("There was a meeting with a lawyer of Oslo and with Anna Berg, who accused Norway "
               "of theft.",
               "ACCUSE", "Anna Berg", "Norway");
        expect("Eva Lind, the mother of Anna Berg, 16, who was killed in the raid, spoke.",
               "ASSAULT", NULL, "Anna Berg");
}

TEST(what_and_joins_may_be_another_clause)
{
        const struct extraction *x =
                acts_of("Anna Berg discussed the Norway file and Eva Lind urged Chad to stay.");

        REQUIRE(x->n_acts > 1);
        for (size_t i = 0; i < x->n_acts; i++)
                if (x->acts[i].plover_type && strcmp(x->acts[i].plover_type, "REQUEST") == 0) {
                        EXPECT_INT(x->acts[i].n_actors, 1);
                        EXPECT_STR(name_of(x, x->acts[i].actors, 1), "Eva Lind");
                }
        expect("Two crowds met in Oslo and another thousand protested against Norway.",
               "PROTEST", NULL, "Norway");
}

TEST(some_people_of_a_body_are_not_the_body)
{
        expect("Many Microsoft workers supported Anna Berg.", "SUPPORT", "Microsoft workers",
               "Anna Berg");
        expect("A former Microsoft lawyer accused Anna Berg of theft.", "ACCUSE", NULL,
               "Anna Berg");
}

TEST(a_noun_that_is_the_subject_tells_the_act)
{
        expect("Charges were filed against Anna Berg in Oslo.", "ACCUSE", NULL, "Anna Berg");
        expect("Sanctions were imposed on Norway by Chad.", "SANCTION", "Chad", "Norway");
        expect("Talks were held between Norway and Chad in May.", "CONSULT", "Norway",
               "Norway");
}

TEST(a_particle_may_stand_behind_the_object)
{
        expect("Norway forced the agency out.", "SANCTION", "Norway", NULL);
}

TEST(votes_are_for_or_against)
{
        expect("Norway voted against the plan of Chad.", "REJECT", "Norway", "Chad");
        expect("Norway voted in favor of the plan.", "SUPPORT", "Norway", NULL);
}

TEST(words_that_are_no_verbs_here)
{
        expect_none("Anna Berg spoke of a coal - fired plant in Norway.");
        expect_none("Anna Berg saw the alleged killer of Eva Lind.");
        expect_none("Anna Berg was heard in the face of mounting threats.");
        expect_none("Anna Berg talked about the weather in Norway.");
        expect_none("Two firms battled over the fees in Norway.");
        expect_none("Anna Berg pleaded guilty in Norway.");
        expect_none("Norway burned for two days.");
}

TEST(what_rules_do_is_no_act_without_somebody)
{
        expect_none("The town changed a rule to allow dogs in Norway.");
        expect_none("A Norwegian law bars foreigners from the coast.");
        expect("Norway barred Chadian ships.", "COERCE", "Norway", "Chadian");
}

TEST(no_one_and_nobody_deny_an_act)
{
        expect_status("No rebels were released by Norway.", "release", ACT_DENIED);
        expect_status("Nobody attacked Norway on Monday.", "attack", ACT_DENIED);
}

TEST(what_is_claimed_or_hoped_is_not_told_as_done)
{
        expect_status("Anna Berg repeated claims that Norway attacked Chad.", "attack",
                      ACT_ALLEGED);
        expect_status("Anna Berg hopes Norway supports Chad.", "support", ACT_HYPOTHETICAL);
        expect_status("Anna Berg had to thank Norway.", "thank", ACT_HAPPENED);
        expect_status("Anna Berg was quick to condemn Norway.", "condemn", ACT_HAPPENED);
}

TEST(where_it_was_said_or_done_suffers_nothing)
{
        expect("Norway thanked Anna Berg on Twitter.", "SUPPORT", "Norway", "Anna Berg");
        expect("Police arrested two men in Norway.", "COERCE", "Police", "men");
        expect("Norway fought alongside Chad in the north.", "ASSAULT", "Norway", NULL);
}

TEST(nature_acts_whatever_its_verb_is_taken_for)
{
        expect_none("A strong quake of a magnitude of 5.8 struck Chad, killing three people.");
        expect_none("Anna Berg showed burning wreckage in Norway.");
        expect_none("The row is exploding into a test of Norway.");
}

TEST(which_is_nobody)
{
        expect_none("Most of them are migrants, which supports the charge against Norway.");
}

TEST(one_man_attacks_a_body_with_words)
{
        expect("Anna Berg attacked Microsoft and other giants.", "ACCUSE", "Anna Berg",
               "Microsoft");
        expect("Anna Berg attacked Eva Lind with a knife.", "ASSAULT", "Anna Berg", "Eva Lind");
}

TEST(a_plan_against_somebody_is_not_made_with_him)
{
        expect("Norway agreed to increase pressure on Chad.", "AGREE", "Norway", NULL);
        expect("Norway resumed calls for Chad to leave.", "REQUEST", "Norway", "Chad");
}

TEST(an_idea_of_somebody_acting_is_no_deed)
{
        expect_status("Anna Berg condemned the idea of Norway attacking Chad.", "attack",
                      ACT_HYPOTHETICAL);
        expect_status("Anna Berg insisted that Norway apologize to Chad.", "apologize",
                      ACT_HYPOTHETICAL);
}

TEST(who_presses_stands_behind_by)
{
        expect("When pressed by Anna Berg, Norway said nothing.", "REQUEST", "Anna Berg", NULL);
        expect_none("A new missile was fired from the north of Chad on Monday.");
}

TEST(what_and_joins_within_a_subordinate_clause_has_its_subject_there)
{
        const struct extraction *x = acts_of(
                "Eva Lind of Norway was hurt when Anna Berg slipped and accused Chad of theft.");

        REQUIRE(x->n_acts > 0);
        for (size_t i = 0; i < x->n_acts; i++)
                if (x->acts[i].plover_type && strcmp(x->acts[i].plover_type, "ACCUSE") == 0)
                        for (size_t k = 0; k < x->acts[i].n_actors; k++)
                                EXPECT(strcmp(x->entities[x->acts[i].actors[k]].name,
                                              "Norway") != 0);
}

TEST(one_man_fights_no_war)
{
        expect_none("Anna Berg was unwilling to fight Eva Lind.");
        expect_none("Anna Berg battled her foes in Norway.");
        expect("Rebels fought soldiers in Norway.", "ASSAULT", "Rebels", "soldiers");
}

TEST(by_law_nobody_acts)
{
        expect_none("Protected by Norway's Constitution, the school is the home of the club.");
        expect_none("Anna Berg left the room, requiring another vote.");
}

TEST(who_is_urged_is_not_who_is_to_be_dismissed)
{
        expect("Norway urged the network to fire Anna Berg.", "REQUEST", "Norway", NULL);
        expect("Norway defended Chad against Turkey.", "SUPPORT", "Norway", "Chad");
}

TEST(the_first_to_do_it_has_done_it)
{
        expect_status("Norway was the first ally to criticize Chad.", "criticize",
                      ACT_HAPPENED);
        expect_status("The panel did not find that Norway attacked Chad.", "attack",
                      ACT_HYPOTHETICAL);
        expect_status("Norway balked at voting for the plan.", "vote for", ACT_DENIED);
}

TEST(a_plural_is_no_verb)
{
        expect_none("Anna Berg wanted permits for the fair in Norway.");
}

TEST(weather_is_warned_of_and_nobody_is_threatened)
{
        expect_none("Norway issued air quality warnings for the coast.");
        expect_none("Anna Berg warned of a rift among the allies of Norway.");
        expect("Norway issued a warning to Chad.", "THREATEN", "Norway", "Chad");
        expect_none(
                "Anna Berg may leave, but doing so would require friends of the club to go.");
}

TEST(some_of_her_critics_are_not_she)
{
        expect("Some of Anna Berg's critics accused Norway of theft.", "ACCUSE", "critics",
               "Norway");
}

TEST(storms_and_fires_are_met_by_no_force)
{
        expect_none("Hurricane Berta blocked the workers from their school in Norway.");
        expect_none("The fire was battled by firefighters for two long nights in Norway.");
        expect_none("Anna Berg spoke of Eva Lind's attacks on Karl Holm.");
}

TEST(a_call_is_to_another)
{
        const struct extraction *x = acts_of("Anna Berg stood firm on her call to resign.");

        for (size_t i = 0; i < x->n_acts; i++)
                EXPECT_INT(x->acts[i].n_actors, 0);
        expect("Anna Berg decided to resign.", "AGREE", "Anna Berg", NULL);
}

TEST(who_travels_from_a_place_does_not_visit_it)
{
        const struct extraction *x =
                acts_of("Anna Berg traveled from Norway to her house in the hills.");

        for (size_t i = 0; i < x->n_acts; i++)
                EXPECT_INT(x->acts[i].n_recipients, 0);
        expect("Anna Berg traveled from Chad to Norway.", "CONSULT", "Anna Berg", "Norway");
}

TEST(who_is_attacked_over_something_is_attacked_with_words)
{
        const struct extraction *x = acts_of("Anna Berg spoke on Monday. She went on to attack "
                                             "John Miller over various policies.");

        REQUIRE(x->n_acts > 0);
        for (size_t i = 0; i < x->n_acts; i++)
                if (x->acts[i].plover_type)
                        EXPECT_STR(x->acts[i].plover_type, "ACCUSE");
}

TEST(who_is_attacked_over_the_weekend_is_attacked)
{
        const struct extraction *x = acts_of("Rebels attacked Anna Berg over the weekend.");

        EXPECT_INT(x->n_acts, 1);
        EXPECT_STR(x->acts[0].plover_type, "ASSAULT");
}

TEST(what_somebody_contends_is_alleged)
{
        const struct extraction *x =
                acts_of("Anna Berg contended that John Miller had violated the agreement.");

        EXPECT_INT(x->n_acts, 1);
        EXPECT_INT(x->acts[0].status, ACT_ALLEGED);
}

TEST(a_participle_may_be_the_last_word)
{
        (void)acts_of("Attacking");
        (void)acts_of("France left. To say");
}

TEST(words_without_end_take_no_longer_than_their_length)
{
        enum { WORDS = 12000 };
        static char text[WORDS * 12 + 1];

        for (size_t i = 0; i < WORDS; i++)
                memcpy(text + 12 * i, i % 2 ? "and he said " : "France attac", 12);
        (void)acts_of(text);
        for (size_t i = 0; i < WORDS; i++)
                memcpy(text + 12 * i, "to say that ", 12);
        (void)acts_of(text);
        for (size_t i = 0; i < WORDS; i++)
                memcpy(text + 12 * i, "Turkish men ", 12);
        (void)acts_of(text);
}

TEST(and_that_opens_a_sentence_joins_nothing_of_the_one_before)
{
        expect("Anna Berg saw rebels attacking Chad. And thanking Turkey, Eva Lind left the town.",
               "SUPPORT", "Eva Lind", "Turkey");
}

TEST(his_counterpart_is_a_known_one)
{
        expect("US Secretary of State Anna Berg likes Vellmar. Spanish Foreign Minister Jan Lind "
               "criticized his US counterpart.",
               "ACCUSE", "Jan Lind", "Anna Berg");
        expect("Anna Berg came. Spanish Foreign Minister Jan Lind criticized his lawyer.",
               "ACCUSE", "Jan Lind", NULL);
}

TEST(marks_and_commas_inside_an_object_end_no_clause)
{
        expect("Anna Berg and Eva Lind held a “long, frank and open meeting” in Vienna, said a "
               "Norwegian official.",
               "CONSULT", "Anna Berg", "Anna Berg");
}

TEST(a_title_with_its_field_is_no_bar_between_two_who_meet)
{
        const struct act *act =
                expect("Norwegian Minister of Trade Anna Berg and Chadian envoy "
                       "Eva Lind met on Monday in Vienna.",
                       "CONSULT", "Anna Berg", "Anna Berg");

        REQUIRE(act);
        EXPECT_INT(act->n_actors, 2);
}

TEST(headlines_join_two_by_a_comma)
{
        const struct act *act =
                expect("On margins of a fair in Vienna, Anna Berg, Eva Lind meet to "
                       "discuss trade.",
                       "CONSULT", "Eva Lind", "Eva Lind");

        REQUIRE(act);
        EXPECT_INT(act->n_actors, 2);
        act = expect("In Vienna, the premier, Anna Berg, meets the envoy.", "CONSULT",
                     "Anna Berg", NULL);
        REQUIRE(act);
        EXPECT_INT(act->n_actors, 1);
}

TEST(those_of_whom_critics_are_do_not_act_with_them)
{
        const struct act *act =
                expect("Critics of Mr Berg, meanwhile, have accused him of theft.", "ACCUSE",
                       "Critics of Mr Berg", NULL);

        REQUIRE(act);
        EXPECT_INT(act->n_actors, 1);
        expect("The plan goes further than farmers demanded in May.", "REQUEST", "farmers",
               NULL);
}

TEST(whose_troops_they_are_acts)
{
        expect("Norway said its troops had attacked Chad.", "ASSAULT", "Norway", "Chad");
}
