/* acts: words that PLOVER codes in one sense, and not in another */
#include "tests/unit/workers/extract/acts_given.h"

TEST(who_warns_threatens_where_it_is_told_what_somebody_will_do)
{
        expect("Norway warned that it would strike back at Chad.", "THREATEN", "Norway", NULL);
        expect("Norway warned Chad against leaving the union.", "THREATEN", "Norway", "Chad");
        expect("The envoy of Norway warned of retaliation against Chad.", "THREATEN", "Norway",
               "Chad");
}

TEST(who_warns_of_rain_or_of_a_plan_threatens_nobody)
{
        expect_none("Forecasters warned that parts of Chad could get more rain.");
        expect_none("\"The bridge is old,\" Anna Berg warned.");
        expect_none("Anna Berg warned that the plan could harm farmers.");
        expect_none("The mayor warned residents to boil their water.");
        expect_none("Residents were warned that the dam may break.");
}

TEST(who_declines_to_comment_rejects_nothing)
{
        expect_none("Anna Berg declined to comment on the raid in Chad.");
        expect_none("Norwegian officials declined to discuss the raid with Chad.");
        expect("Norway declined to meet the envoys of Chad.", "REJECT", "Norway", "Chad");
}

TEST(who_fights_for_something_assaults_nobody)
{
        expect_none("Lena Lind's followers fought to keep the park.");
        expect_none("Lena Lind's followers fought for a new park in Vellmar.");
        expect("Norwegian soldiers fought against Chad.", "ASSAULT", "Norwegian soldiers",
               "Chad");
}

TEST(who_is_dismissed_is_out_of_office_and_what_is_dismissed_is_rejected)
{
        expect_none("Norway dismissed Lena Lind on Friday.");
        expect("Norway dismissed the claims of Chad.", "REJECT", "Norway", "Chad");
}

TEST(a_charge_may_be_a_duty)
{
        expect_none("Lena Lind was charged with overseeing the vote in Chad.");
        expect_none("Lena Lind was charged with the safety of the guests.");
        expect("Lena Lind was charged with killing Anna Berg.", "ACCUSE", NULL, "Lena Lind");
}

TEST(who_evacuates_alone_helps_nobody)
{
        expect_none("Many villagers evacuated before the storm came.");
        expect("Norway evacuated its citizens from Chad.", "AID", "Norway", "citizens");
}

TEST(who_defends_himself_supports_nobody)
{
        expect_none("Anna Berg defended herself on Monday.");
        expect("Anna Berg defended Lena Lind on Monday.", "SUPPORT", "Anna Berg", "Lena Lind");
}

TEST(a_call_is_made_to_somebody)
{
        expect_none("Captain Berg will make this call.");
        expect("Anna Berg made a call to Lena Lind.", "CONSULT", "Anna Berg", "Lena Lind");
}

TEST(attacks_on_a_name_and_clashes_in_court_are_no_force)
{
        expect_none("Berg's allies launched attacks on the good name of the court.");
        expect("Prosecutors and the lawyers of Lena Lind clashed in court.", "ACCUSE",
               "Prosecutors", NULL);
        expect("Norwegian soldiers launched attacks on rebels in Chad.", "ASSAULT",
               "Norwegian soldiers", "rebels");
}

TEST(an_operation_is_force_against_somebody)
{
        expect_none("Norwegian divers led the rescue operation in Chad.");
        expect("Norway launched an operation against rebels in Chad.", "ASSAULT", "Norway",
               "rebels");
}

TEST(seats_are_retaken_by_votes)
{
        expect_none("The senators retook the House.");
        expect("Norway retook Vellmar.", "ASSAULT", "Norway", "Vellmar");
}

TEST(who_rallies_others_marches_nowhere)
{
        expect_none("Anna Berg rallied the farmers of Vellmar around her plan.");
        expect("Norwegian farmers rallied on Sunday.", "PROTEST", "Norwegian farmers", NULL);
}

TEST(what_is_allowed_to_be_so_is_conceded_to_nobody)
{
        expect_none("Anna Berg allowed that something was amiss.");
        expect("Norway allowed Lena Lind to leave.", "CONCEDE", "Norway", "Lena Lind");
}

TEST(arms_are_laid_down)
{
        expect_none("Both mayors are laying down new rails for Norway.");
        expect("Norwegian rebels laid down their arms.", "RETREAT", "Norwegian rebels", NULL);
}

TEST(who_needs_something_demands_it_of_nobody)
{
        expect_none("Norwegian patients required oxygen for the night.");
        expect("Norway required Chad to leave the union.", "REQUEST", "Norway", "Chad");
}

TEST(praise_that_is_offered_is_given)
{
        expect("Anna Berg offered warm praise for Lena Lind.", "SUPPORT", "Anna Berg",
               "Lena Lind");
}

TEST(from_whom_a_report_is_received_is_let_in_by_nobody)
{
        expect_none("Anna Berg received a report from the gardener of the bank.");
        expect("Anna Berg received the envoys of Chad.", "CONSULT", "Anna Berg", "envoys");
}

TEST(a_battle_of_some_tells_not_who_suffers_it)
{
        expect_none("It was a battle of Norwegian soldiers versus farmers.");
        expect("The bombing of Vellmar by Norway went on.", "ASSAULT", "Norway", "Vellmar");
}

TEST(a_show_is_hosted_by_whoever_leads_it)
{
        const struct extraction *x = acts_of("Anna Berg, who hosted until 1994, left Norway.");

        REQUIRE(x->n_acts == 1);
        EXPECT_STR(x->acts[0].predicate, "leave");
        expect("Norway hosted Anna Berg.", "CONSULT", "Norway", "Anna Berg");
}

TEST(what_declines_or_is_sent_is_not_always_a_deed)
{
        expect_none("Lena Lind was in declining health all winter.");
        expect_none("Norway declined five percent on Monday.");
        expect_none("Anna Berg sent two signed treaties to Norway.");
        expect("Norway declined the invitation of Chad.", "REJECT", "Norway", "Chad");
}

TEST(abuses_of_somebodys_trade_are_no_verb)
{
        const struct extraction *x = acts_of("The songs go back to Berg's talk against Chad's "
                                             "trade abuses that made him famous.");

        REQUIRE(x->n_acts == 1);
        EXPECT_STR(x->acts[0].predicate, "talk");
}

TEST(a_crash_that_is_told_behind_the_verb_kills_by_nobodys_hand)
{
        expect_none(
                "Two Norwegian singers were among nine guests killed when a balloon crashed "
                "in Chad.");
        expect("Two Norwegian singers were among nine guests killed when rebels attacked Chad.",
               "ASSAULT", NULL, "guests");
        expect("Norway attacked Chad after the talks collapsed.", "ASSAULT", "Norway", "Chad");
        expect_none("Ten farmers were killed when a roof collapsed in Chad.");
        expect("Rebels killed ten farmers in Chad when the truce collapsed.", "ASSAULT",
               "Rebels", "farmers");
}

TEST(who_is_struck_by_nobody_is_run_over)
{
        expect_none("Lena Lind said she was struck near a shop in Vellmar.");
        expect("Norwegian jets struck Vellmar.", "ASSAULT", "Norwegian jets", "Vellmar");
}

TEST(a_house_is_occupied_by_whoever_was_voted_in)
{
        expect_none("The senators hope that a farmer occupies the White House.");
        expect("Norwegian soldiers occupied Vellmar.", "ASSAULT", "Norwegian soldiers",
               "Vellmar");
}

TEST(a_war_of_words_is_none)
{
        expect_none("Anna Berg continued her war of words with Lena Lind.");
        expect("Norway continued a war with Chad.", "ASSAULT", "Norway", "Chad");
}

TEST(who_arrives_without_a_name_visits_nobody)
{
        expect_none("Another captain arrived safely in Chad.");
        expect("Anna Berg arrived safely in Chad.", "CONSULT", "Anna Berg", "Chad");
}

TEST(rules_that_risk_something_threaten_nobody)
{
        expect_none("The boss of the bank warned the chiefs of the branch that its lax rules "
                    "risked a fine.");
        expect("The boss of the bank warned Chad that the bank would strike back.", "THREATEN",
               NULL, "Chad");
}

TEST(what_is_coordinated_need_not_be_done_together)
{
        expect_none("Norway aims to send a clear and coordinated answer.");
        expect("Norway coordinated the raid with Chad.", "COOPERATE", "Norway", "Chad");
}

TEST(arms_and_camps_are_dismantled)
{
        expect_none("A movement to dismantle symbols of Norway has grown, Anna Berg said.");
        expect("Norway dismantled its missiles.", "RETREAT", "Norway", NULL);
}

TEST(aides_are_no_aid)
{
        expect_none("All Norway aides drafting the plan were informed on Friday.");
        expect("Norway aided Chad.", "AID", "Norway", "Chad");
}

TEST(years_of_something_are_nobodys_fault)
{
        expect_none("Anna Berg blamed years of neglect by Norway.");
        expect("Anna Berg blamed Norway for years of neglect.", "ACCUSE", "Anna Berg",
               "Norway");
}

TEST(who_is_told_what_harsh_reply_a_deed_will_bring_is_threatened)
{
        expect("Norway warned Chad that an attack on the town would bring a harsh reply.",
               "THREATEN", "Norway", "Chad");
        expect("Anna Berg warned her Chadian counterpart that “luring Norway into the games of "
               "the North” will bring grave losses.",
               "THREATEN", "Anna Berg", "Chadian counterpart");
        expect_none("Doctors warned Norway that smoking would bring grave consequences.");
        expect_none("Anna Berg warned Norway that the drought would cause heavy losses.");
}

TEST(verbs_that_tell_nothing_by_themselves_are_no_act)
{
        EXPECT_INT(acts_of("The yearly fair of Norway took place in Vienna.")->n_acts, 0);
        EXPECT_INT(acts_of("Norway has many ships in Chad.")->n_acts, 0);
        told("Norway annoyed Chad.", "annoy");
}

TEST(who_contributes_to_it_or_is_equipped_for_it_gets_no_help)
{
        expect_none("Anger contributed to the decline of Chad.");
        expect_none("She asked whether Eva Lind was equipped to lead Norway.");
        expect_none(
                "“It was fine,” Anna Berg said on Channel Four's “Meet the Mayor” program.");
        expect("Norway contributed ten tents to Chad.", "AID", "Norway", "Chad");
}

TEST(who_attacks_in_an_interview_does_so_with_words)
{
        expect("In an interview in May, Anna Berg attacked Norway and Chad.", "ACCUSE",
               "Anna Berg", "Norway");
        expect("In a speech in Vellmar, Jan Holm attacked Eva Lind with a hammer.", "ASSAULT",
               "Jan Holm", "Eva Lind");
        expect("At a debate in Vellmar, Jan Holm attacked Chad.", "ASSAULT", "Jan Holm",
               "Chad");
        expect_none("For years, the journalists of Norway have protested that they lead no "
                    "cause.");
}

TEST(whom_a_warning_only_names_further_in_does_nothing)
{
        expect_none("Anna Berg warned voters that electing Norwegians would cement the law.");
}

TEST(a_fight_without_a_foe_and_a_warning_of_doctors_are_no_deeds)
{
        expect_none("A new club is to fight the growing heat in Chad.");
        expect_none("Doctors warned Chad that an attack would bring a harsh reply.");
        expect("Norway warned Chad that an attack would bring a harsh reply.", "THREATEN",
               "Norway", "Chad");
}

TEST(a_verb_that_tells_nothing_by_itself_is_no_act)
{
        EXPECT_INT(acts_of("Anna Berg drew Chad.")->n_acts, 0);
}

TEST(a_device_calls_nobody_and_a_letter_is_blasted_out_at_nobody)
{
        expect_none("The fire was seen by the phones of Anna Berg and Eva Lind.");
        expect_none("Norway blasted out a letter to Chad.");
        expect_none("Anna Berg said Eva Lind abused her office.");
}

TEST(who_pleads_is_not_pleaded)
{
        const struct act *act =
                expect("The guests were treated in Oslo, and pleaded for help from Chad.",
                       "REQUEST", "guests", "Chad");

        EXPECT(act);
}

TEST(a_verb_behind_adverbs_is_one_where_an_object_follows)
{
        (void)expect("Norway on Monday also again urged Chad to leave Oslo.", "REQUEST",
                     "Norway", "Chad");
        (void)expect("Norway has repeatedly praised Chad.", "SUPPORT", "Norway", "Chad");
        expect_none("Norway kept a badly injured guest in Oslo.");
}

TEST(who_wants_somebody_fired_shoots_nobody)
{
        const struct extraction *x =
                acts_of("Lena Lind praised the push to have Norway's chief prosecutor fired, "
                        "and left.");

        EXPECT_INT(x->n_acts, 1);
        for (size_t i = 0; i < x->n_acts; i++)
                EXPECT_STR(x->acts[i].plover_type, "SUPPORT");
}

TEST(who_shot_somebody_is_no_shot)
{
        (void)expect("The guard shot Anna Berg in the leg.", "ASSAULT", NULL, "Anna Berg");
        (void)expect("Norway struck a deal with Chad.", "AGREE", "Norway", "Chad");
        expect_none("The shot that Anna Berg took was late.");
}

TEST(a_verb_behind_a_name_that_an_auxiliary_opens_is_supposed)
{
        const struct act *act = expect("Should Norway arrest Jan Lind, Chad will sue.",
                                       "COERCE", "Norway", "Jan Lind");

        if (act)
                EXPECT_INT(act->status, ACT_HYPOTHETICAL);
        (void)expect("Should Norway attack, Chad will sue.", "ACCUSE", "Chad", NULL);
}

TEST(a_shooting_of_a_kind_is_no_deed_of_who_tells_of_it)
{
        expect_none("Anna Berg told of a raid, saying: \"School shooting in Chad. Bad news.\"");
        (void)expect("The police arrested rebels shooting at Norway.", "COERCE", "police",
                     "rebels");
}

TEST(a_verb_behind_a_noun_and_an_adverb_is_one)
{
        (void)expect("Norway overwhelmingly supported changes like these.", "SUPPORT", "Norway",
                     NULL);
        expect_none("A plan that Norway easily rejected last week is old.");
}

TEST(who_is_suspended_is_no_deed_that_is_ended)
{
        const struct act *act = told("Twitter suspended Anna Berg for a week.", "suspend");

        if (act)
                EXPECT_STR(act->plover_type, NULL);
}

TEST(an_adverb_behind_a_name_is_no_noun)
{
        (void)expect("Guests left when Anna Berg sharply attacked Lena Lind over the vote.",
                     "ACCUSE", "Anna Berg", "Lena Lind");
}

TEST(a_shooting_suspect_is_not_shot)
{
        expect_none("Jan Lind is the father of shooting suspect Eva Lind.");
}

TEST(who_is_beaten_or_slain_suffers_it)
{
        expect("Three farmers were beaten by police in Vellmar.", "ASSAULT", "police",
               "farmers");
        expect("The square was named for the rowers slain in the attack.", "ASSAULT", NULL,
               "rowers");
}

TEST(a_past_without_a_rule_is_no_preposition)
{
        expect("Norway froze the assets of Anna Berg.", "SANCTION", "Norway", "Anna Berg");
}

TEST(what_is_a_nations_and_bombs_is_no_verb)
{
        expect("Israeli jets bombed Norway overnight.", "ASSAULT", "Israeli jets", "Norway");
}

TEST(its_is_never_an_auxiliary)
{
        expect_status("Norway denies that its planes bombed Chad.", "bomb", ACT_DENIED);
}

TEST(protesters_and_police_clash_in_a_riot)
{
        expect("Students clashed with police in Vellmar.", "PROTEST", "Students", "police");
        expect("Rebels clashed with police in Vellmar.", "ASSAULT", "Rebels", "police");
}

TEST(what_is_sent_suffers_nothing)
{
        expect("Norway sent doctors to Chad.", "AID", "Norway", "Chad");
        expect("Norway exchanged 15 prisoners with Chad.", "COOPERATE", "Norway", "Chad");
}

TEST(what_is_told_in_more_words_is_coded_too)
{
        expect("Anna Berg spoke by phone with Lena Lind about the fair.", "CONSULT",
               "Anna Berg", "Lena Lind");
        expect("Three rowers were taken into custody in Vellmar.", "COERCE", NULL, "rowers");
        expect("Farmers went on strike on Monday.", "PROTEST", "Farmers", NULL);
        expect_none("Norway received a letter about the president of Chad.");
}

TEST(who_does_it_behind_the_first_noun_is_no_verb)
{
        expect("Bus drivers went on strike on Monday.", "PROTEST", "Bus drivers", NULL);
}
