/* acts: how real they are */
#include "tests/unit/workers/extract/acts_given.h"

TEST(what_nobody_can_do_is_denied)
{
        expect_status("Norway is not able to meet the envoys of Chad.", "meet", ACT_DENIED);
        expect_status("Anna Berg had been unable to meet Lena Lind.", "meet", ACT_DENIED);
        expect_status("Norway was able to meet the envoys of Chad.", "meet", ACT_HAPPENED);
}

TEST(what_no_one_did_is_denied)
{
        expect_status("No one has sued Norway.", "sue", ACT_DENIED);
}

TEST(what_is_looked_forward_to_is_to_come)
{
        expect_status("Anna Berg was looking forward to meeting Lena Lind.", "meet",
                      ACT_HYPOTHETICAL);
}

TEST(who_calls_or_posts_to_do_it_does_it)
{
        expect_status("Anna Berg called to congratulate Lena Lind.", "congratulate",
                      ACT_HAPPENED);
        expect_status("Anna Berg took to Facebook to blame Chad.", "blame", ACT_HAPPENED);
}

TEST(what_is_announced_is_planned_by_whichever_word)
{
        expect_status("Anna Berg signaled she'd reject the plan of Norway.", "reject",
                      ACT_PLANNED);
        expect_status("Volvo announced it would begin working with Lena Lind.", "work with",
                      ACT_PLANNED);
}

TEST(what_would_have_been_is_no_threat)
{
        const struct act *act = expect("Lena Lind would have been stabbed by the rebels.",
                                       "ASSAULT", "rebels", "Lena Lind");

        EXPECT_INT(act->status, ACT_HYPOTHETICAL);
}

TEST(another_question_is_not_the_clauses)
{
        expect_status("Talking to Lena Lind, Anna Berg asked, \"Why are the guests late?\"",
                      "talk to", ACT_HAPPENED);
        expect_status("Is it true that Norway attacked Chad?", "attack", ACT_HYPOTHETICAL);
}

TEST(what_is_not_going_to_be_done_is_rejected)
{
        const struct act *act = expect("Anna Berg is not going to support the plan of Norway.",
                                       "REJECT", "Anna Berg", "Norway");

        EXPECT_INT(act->status, ACT_DENIED);
}

TEST(what_was_allegedly_done_is_alleged)
{
        expect_status("Norway was banned for allegedly violating the treaty with Chad.",
                      "violate", ACT_ALLEGED);
}

TEST(what_could_be_chosen_is_not_planned)
{
        const struct act *act =
                expect("Norway could choose to support Chad.", "SUPPORT", "Norway", "Chad");

        EXPECT_INT(act->status, ACT_HYPOTHETICAL);
}

TEST(what_is_not_yet_done_is_denied)
{
        expect_status("The plan was drafted by Anna Berg but not yet firmly backed by Norway.",
                      "back", ACT_DENIED);
        expect_status("Neither was convicted by Norway.", "convict", ACT_DENIED);
        expect_status("Norway has not been in a position to meet Anna Berg.", "meet",
                      ACT_DENIED);
}

TEST(from_what_somebody_is_kept_he_does_not_do_the_second_thing_either)
{
        expect_status("The law will keep Norway from copying and sharing data.", "share data",
                      ACT_DENIED);
}

TEST(what_is_opposed_or_stopped_is_not_done)
{
        expect_status("The union is leaning against allowing Chad to join.", "allow",
                      ACT_HYPOTHETICAL);
        expect_status("The wall will stop Norway from being overrun by rebels.", "overrun",
                      ACT_HYPOTHETICAL);
        expect_status("Norway was fined as one consequence of violating the treaty.", "violate",
                      ACT_HAPPENED);
}

TEST(what_was_expected_to_begin_has_not_begun)
{
        expect_status("Norway had been expected to start allowing farmers to leave.", "allow",
                      ACT_PLANNED);
}

TEST(whether_or_not_is_no_denial)
{
        const struct act *act =
                told("Norway must settle whether or not to ask Chad for help.", "ask");

        REQUIRE(act);
        EXPECT(act->status != ACT_DENIED);
}

TEST(before_doing_it_tells_what_followed)
{
        expect_status("“It is fine,” Anna Berg told reporters before meeting Eva Lind.", "meet",
                      ACT_HAPPENED);
        expect_status("Norway was glad. Before meeting Eva Lind, Anna Berg spoke to reporters.",
                      "meet", ACT_HAPPENED);
        expect_status("Anna Berg died before meeting Eva Lind.", "meet", ACT_HYPOTHETICAL);
        expect_status("Anna Berg will sing before meeting Eva Lind.", "meet", ACT_HYPOTHETICAL);
        expect_status("Norway demanded an apology before releasing Chadian sailors.", "release",
                      ACT_HYPOTHETICAL);
        expect_status("Lawmakers called for talks before sending weapons to Chad.", "send",
                      ACT_HYPOTHETICAL);
        expect_status("Norway wanted a deal before meeting Eva Lind.", "meet",
                      ACT_HYPOTHETICAL);
}

TEST(what_stands_in_a_list_of_nouns_is_not_done)
{
        const struct extraction *x = acts_of("Norway broke the pacts on trade, a truce and "
                                             "granting access to Chadian observers.");

        REQUIRE(x->n_acts > 0);
        for (size_t i = 0; i < x->n_acts; i++)
                EXPECT(strcmp(x->acts[i].predicate, "grant access") != 0);
        expect("Norway is supporting the rebels and helping Chad.", "AID", "Norway", "Chad");
        EXPECT(told("Norway ended the siege by talks and freeing Jan Holm.", "free"));
}

TEST(who_became_the_latest_to_suffer_it_did)
{
        expect_status("Anna Berg became the guild's oldest guest to be arrested.", "arrest",
                      ACT_HAPPENED);
        expect_status("Norway became the place to attack Chad from.", "attack",
                      ACT_HYPOTHETICAL);
}

TEST(what_is_no_longer_done_is_denied)
{
        const struct act *act = expect("She said that Norway would no longer help the rebels.",
                                       "REJECT", "Norway", "rebels");

        REQUIRE(act);
        EXPECT_INT(act->status, ACT_DENIED);
        expect_status("Mr. Lind insisted that he had struck no bargain with Chad.", "strike",
                      ACT_DENIED);
}

TEST(the_modal_before_and_is_that_of_both)
{
        expect_status("Norway should leave the room and refuse to help Chad.", "refuse",
                      ACT_HYPOTHETICAL);
}

TEST(what_had_it_come_about_did_not)
{
        expect_status("Had Chad attacked Norway, the guests would have left the hall.",
                      "attack", ACT_HYPOTHETICAL);
        expect_status("Had rebels attacked Oslo, the guests would be gone.", "attack",
                      ACT_HYPOTHETICAL);
        expect_status("The guests would be gone today had rebels attacked Oslo.", "attack",
                      ACT_HYPOTHETICAL);
        expect_status("It would have been late had Chad attacked Norway.", "attack",
                      ACT_HYPOTHETICAL);
        expect_status("Chad had attacked Norway, and the guests would have to leave.", "attack",
                      ACT_HAPPENED);
        expect_status("The guests could have stayed and, had Chad attacked Norway, might have "
                      "helped it.",
                      "attack", ACT_HYPOTHETICAL);
        expect_status("Should soldiers arrest Jan Lind, the guests will leave the hall.",
                      "arrest", ACT_HYPOTHETICAL);
}

TEST(what_others_balk_at_was_asked_all_the_same)
{
        expect_status("Some guests balked at Norway's call for a raid on Chad.", "call",
                      ACT_HAPPENED);
        expect_status("The guests feared Norway's attack on Chad.", "attack", ACT_HYPOTHETICAL);
}

TEST(had_before_its_subject_supposes_nothing_behind_another_word)
{
        expect_status("Not only had Chad attacked Norway, it would also help the rebels.",
                      "attack", ACT_HAPPENED);
        expect_status(
                "No sooner had Chad attacked Norway than guests said they would have left.",
                "attack", ACT_HAPPENED);
        expect_status("Only then had police arrested Jan Lind, who would have left the hall.",
                      "arrest", ACT_HAPPENED);
        expect_status("The army had rebels attacked in Chad and could have lost the war.",
                      "attack", ACT_HAPPENED);
        expect_status("On Monday, had police arrested Jan Lind, though he would have come?",
                      "arrest", ACT_HYPOTHETICAL);
}

TEST(who_denies_an_accusation_of_her_own_has_made_none)
{
        expect_status("Anna Berg denied her accusations against Norway.", "accusation",
                      ACT_DENIED);
        expect_status("Chad denied Chad's accusations against Norway.", "accusation",
                      ACT_DENIED);
}

TEST(what_somebody_blames_another_for_is_said_whatever_he_denies)
{
        expect_status("Anna Berg denied Chad's accusations against Norway.", "accusation",
                      ACT_HAPPENED);
        expect_status("Anna Berg rejected her demands to Norway.", "demand", ACT_HAPPENED);
}

TEST(what_a_decision_or_plan_is_to_do_is_planned)
{
        expect_status("Lena Lind praised Norway's decision to sue Chad.", "sue", ACT_PLANNED);
        expect_status("Farmers doubt Norway's willingness to sue Chad.", "sue", ACT_PLANNED);
        expect_status("Norway's refusal to support Chad came late.", "support", ACT_DENIED);
        expect_status("Anna Berg scrapped plans to visit Chad.", "visit", ACT_DENIED);
        expect_status("Anna Berg had no plans to visit Chad.", "visit", ACT_DENIED);
        expect_status("Norway will make no decision to sue Chad.", "sue", ACT_DENIED);
        expect_status("Norway may make a decision to sue Chad.", "sue", ACT_HYPOTHETICAL);
        expect_status("Any decision to sue Chad hurts Norway.", "sue", ACT_HYPOTHETICAL);
        expect_status("Lena Lind faces counts of arson and intent to kill Anna Berg.", "kill",
                      ACT_HYPOTHETICAL);
}

TEST(what_a_vote_does_is_done_by_it)
{
        expect_status("Norway voted to condemn Chad.", "condemn", ACT_HAPPENED);
        expect_status("Norway voted to sue Chad.", "sue", ACT_PLANNED);
        expect_status("Norway may vote to condemn Chad.", "condemn", ACT_HYPOTHETICAL);
}

TEST(who_was_forced_to_do_it_did_it)
{
        expect_status("Norway was forced to apologize to Chad.", "apologize", ACT_HAPPENED);
        expect_status("Norway may be forced to apologize to Chad.", "apologize",
                      ACT_HYPOTHETICAL);
        expect_status("Norway used to defend Chad.", "defend", ACT_HAPPENED);
        expect_status("Norway rushed to help Chad.", "help", ACT_HAPPENED);
}

TEST(what_is_announced_on_a_medium_is_planned)
{
        expect_status("Anna Berg said on Twitter that she would sue Norway.", "sue",
                      ACT_PLANNED);
}

TEST(what_was_done_before_the_condition_is_done)
{
        expect_status("If Anna Berg leaves after suing Norway, Chad will win.", "sue",
                      ACT_HAPPENED);
        expect_status("If Anna Berg leaves, suing Norway, Chad will win.", "sue",
                      ACT_HYPOTHETICAL);
}

TEST(what_there_is_a_history_of_has_happened)
{
        expect_status("Norway has a history of attacking Chad.", "attack", ACT_HAPPENED);
        expect_status("Norway has the idea of attacking Chad.", "attack", ACT_HYPOTHETICAL);
}

TEST(a_d_before_a_participle_is_had)
{
        expect_status("Anna Berg said she'd sued Norway.", "sue", ACT_HAPPENED);
        expect_status("Anna Berg said she'd sue Norway.", "sue", ACT_PLANNED);
}

TEST(what_is_suggested_is_supposed)
{
        expect_status("Norway suggested suing Chad.", "sue", ACT_HYPOTHETICAL);
        expect_status("Norway proposed suing Chad.", "sue", ACT_HYPOTHETICAL);
}

TEST(what_somebodys_claim_says_is_alleged)
{
        expect_status("Anna Berg spoke of claims by rowers that Norway attacked Chad.",
                      "attack", ACT_ALLEGED);
        expect_status("Anna Berg spoke of a letter by rowers that Norway attacked Chad.",
                      "attack", ACT_HAPPENED);
}

TEST(what_almost_all_did_they_did)
{
        expect_status("Farmers have almost uniformly opposed Norway.", "oppose", ACT_HAPPENED);
        expect_status("Farmers have almost attacked Norway.", "attack", ACT_DENIED);
}

TEST(what_it_would_be_to_do_is_supposed)
{
        expect_status("Anna Berg argued that attacking Chad would improve trade.", "attack",
                      ACT_HYPOTHETICAL);
        expect_status("Anna Berg spoke of support for defending Chad.", "defend",
                      ACT_HYPOTHETICAL);
}

TEST(talks_are_as_real_as_the_verb_that_they_were_held)
{
        expect_status("Talks between Norway and Chad will resume in Vellmar on Monday.",
                      "talks", ACT_PLANNED);
        expect_status("Talks between Norway and Chad are scheduled to be held on Monday.",
                      "talks", ACT_PLANNED);
        expect_status("A summit between Norway and Chad was cancelled.", "summit", ACT_DENIED);
        expect_status("Talks between Norway and Chad began on Monday.", "talks", ACT_HAPPENED);
        expect_status("Talks between Norway and Chad did not break a law.", "talks",
                      ACT_HAPPENED);
}

TEST(an_attack_that_would_be_a_mistake_is_supposed)
{
        expect_status("An attack by Norway on Chad would be a mistake.", "attack",
                      ACT_HYPOTHETICAL);
        expect_status("The attack by Norway on Chad would be a mistake.", "attack",
                      ACT_HAPPENED);
}

TEST(what_somebody_denies_having_done_is_denied)
{
        expect_status("Norway denied having attacked Chad.", "attack", ACT_DENIED);
        expect_status("Norway admitted having attacked Chad.", "attack", ACT_HAPPENED);
}
