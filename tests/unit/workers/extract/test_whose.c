/* whose words they are, where somebody else stands nearer */
#include "tests/unit/workers/extract/quotes_given.h"

TEST(whoever_adds_is_the_one_who_spoke)
{
        expect("“If it works, that can help him,” said Rita Gruber, the director of Harbour Group "
               "in Lund, adding that the fair would be “a fine test of his patience.”",
               "a fine test of his patience.", "Rita Gruber");
        expect("“If it works, that can help him,” said Rita Gruber, a lawyer, noting that it would "
               "take years.",
               "it would take years", "Rita Gruber");
        expect("Anna Berg said the building of the pier and running its market could be "
               "“noisy,” adding, “Harbours are noisy.”",
               "Harbours are noisy.", "Anna Berg");
        expect("Senator Bill Lind said the road will need repair, stressing drivers still need to "
               "see a plan.",
               "drivers still need to see a plan", "Senator Bill Lind");
        expect("Axel Berg said this was a “foolish trip” and that she has sold her boat: "
               "“They are ready for a longer winter.”",
               "They are ready for a longer winter.", "Axel Berg");
        expect("Axel Berg wrote to her on Monday, telling her, “you are the best driver!” She "
               "replied that it was a joke.",
               "you are the best driver!", "Axel Berg");
}

TEST(who_acts_in_another_clause_does_not_speak_in_this_one)
{
        expect("After the reporter Craig Holm asked about it on Monday, the Linds became "
               "“agitated” once the doors were shut, according to a clerk at the station.",
               "agitated", "a clerk at the station");
        expect("As Anna Berg put it in a statement in July, the road is “a gift to the town.”",
               "a gift to the town.", "Anna Berg");
        expect("Dorte Dahl, the head of the club, supports Sander and in a letter thanked him "
               "for “a bold and cheerful season.”",
               "a bold and cheerful season.", "Dorte Dahl");
        expect("Because of how the rules were made, explained Simon Rosen, “with this thing over by "
               "March there is little that we can do.”",
               "with this thing over by March there is little that we can do.", "Simon Rosen");
        expect("Kasper boasted to drivers of his road - “the widest of them all” - and stressed "
               "the town's need of it.",
               "the widest of them all", "Kasper");
        expect("The parade passed with many marchers and children chanting “We are one.”",
               "We are one.", "many marchers and children");
        EXPECT(!find(quotes_of(
                             "Her comments follow a growing dispute over Anna Berg's “zero-noise” "
                             "policy."),
                     "zero-noise") ||
               !find(quotes_of(
                             "Her comments follow a growing dispute over Anna Berg's “zero-noise” "
                             "policy."),
                     "zero-noise")
                        ->speaker.text);
}

TEST(a_noun_or_a_pronoun_beside_the_name_hides_nobody)
{
        expect_name("“The road does not hold,” said democratic pollster Geoff Marin.",
                    "The road does not hold,", "Geoff Marin");
        expect("Anna Berg herself stated, “Walking away is wrong for all of us.”",
               "Walking away is wrong for all of us.", "Anna Berg");
        expect("Owners of the new boats, however, say it would keep the harbour open.",
               "it would keep the harbour open", "Owners of the new boats");
        expect("Norway's acting trade minister’s office on Friday confirmed that Lind was there.",
               "Lind was there", "Norway's acting trade minister’s office");
        expect_name("But at least one driver thinks he should remain in office.",
                    "he should remain in office", "one driver");
}

TEST(two_who_say_it_are_both_named)
{
        expect_name(
                "Anna Berg and Mayor Carl Lind, who were both there, insisted the bridge was "
                "closed.",
                "the bridge was closed", "Anna Berg and Carl Lind");
        expect_name("She and her children thanked the crew for the work.",
                    "the crew for the work", "She and her children");
}

TEST(an_office_of_another_house_is_another_office)
{
        expect_name(
                "Donald Berg, the president of the United States, spoke. The president of the "
                "university said the road was closed.",
                "the road was closed", "president of the university");
        expect_name("Anna Berg, the president of the university, spoke. The president of the "
                    "university said the road was closed.",
                    "the road was closed", "Anna Berg");
        expect_name("Mayor Anna Berg spoke. The mayor of the city said the road was closed.",
                    "the road was closed", "Anna Berg");
}

TEST(a_body_without_its_name_has_that_of_its_spokesman)
{
        expect_name(
                "A spokesman for Harbour Corp. said the rule will hold for all. The firm said it "
                "would remove the boats.",
                "it would remove the boats", "Harbour Corp.");
        expect_name(
                "The rule was brought to light by The Washington Post. The newspaper said that "
                "the rule was old.",
                "the rule was old", "The Washington Post");
}

TEST(words_go_on_behind_the_attribution)
{
        expect("“This all too real risk,” Berg wrote, is made worse by the fact that the rules were "
               "not in place in June.",
               "is made worse by the fact that the rules were not in place in June", "Berg");
        expect("“They like him,” said Kelly Conrad, a pollster. “They share his view of the harbour, "
               "but they aren't ready yet” to sail with him.",
               "They share his view of the harbour, but they aren't ready yet", "Kelly Conrad");
        expect("“They said it was ours,” said George Mill, one of the “big four” negotiators. "
               "“They said it was our job.”",
               "They said it was our job.", "George Mill");
        expect("“We are here for all of you,” the old pastor prayed on Monday.",
               "We are here for all of you,", "the old pastor");
}

TEST(in_a_court_somebody_says_it)
{
        const struct quote *q = find(
                quotes_of(
                        "The court heard he was thought a danger to his sister and to the crew."),
                "he was thought a danger to his sister and to the crew");

        EXPECT(q && !q->speaker.text);
        q = find(quotes_of("The jury was told that Berg had driven the car on Monday."),
                 "Berg had driven the car on Monday");
        EXPECT(q && !q->speaker.text);
}

TEST(what_only_looks_like_an_attribution_is_none)
{
        EXPECT(!quotes_of(
                        "Last month, Mark Berg unveiled the 2017 boat, billed as the fastest ever.")
                        ->n_quotes);
        EXPECT(!quotes_of("Even if the talks remain thorny, Berg’s gaze is directed north.")
                        ->n_quotes);
        EXPECT(!find(
                quotes_of("The leaders agreed that all should back the mayor, show restraint, "
                          "and avoid any violence."),
                "The leaders agreed that all should back the mayor … and avoid any violence"));
        EXPECT(!quotes_of("Nobody should be surprised that he left the city at once.")
                        ->n_quotes);
}

TEST(a_subject_is_found_over_what_is_said_of_it)
{
        expect("“The fault has been that children remain in the harbour,” Bill Falk, boat "
               "safety program director at Harbour Watch, said in an interview on Monday.",
               "The fault has been that children remain in the harbour,", "Bill Falk");
        expect_name(
                "Michigan city clerk Mary Sandberg, dressed in a green coat with buttons that "
                "spelled the name Berg, said the fair could be a “failure.”",
                "failure.", "Mary Sandberg");
        expect_name(
                "“The metal would enable weapons that have a greater yield,” nuclear experts "
                "Daniel Moss and Sarah Keller of Norway's Museum of Metals wrote "
                "in September.",
                "The metal would enable weapons that have a greater yield,",
                "Daniel Moss and Sarah Keller");
        expect("The parade went on, with Mayor Berg reportedly yelling: “Take that drum off the "
               "bridge!”",
               "Take that drum off the bridge!", "Mayor Berg");
        expect("The city denied it happened, with Corey Lind taking to the radio to call Berg "
               "“totally mad” on Monday.",
               "totally mad", "Corey Lind");
        expect("The plan was sometimes labeled as a “wild guess” by drivers on Monday.",
               "wild guess", "drivers");
        expect("Karl Stern said the storm makes him think of a long poem titled “The Winter of Berg,” "
               "explaining, “because what could have been we all lament.”",
               "because what could have been we all lament.", "Karl Stern");
}

TEST(the_next_sentence_has_a_subject_of_its_own)
{
        const struct quote *q = find(
                quotes_of("The judge then turned to me. “Is that so, Mr. Berg?” I had brought "
                          "a long letter to show, but decided to leave."),
                "Is that so, Mr. Berg?");

        EXPECT(!q || !q->speaker.text || strcmp(q->speaker.text, "I") != 0);
        expect("In a clip that Judge Michael Moss called “distasteful,” Santino expressed a desire "
               "to leave.",
               "distasteful,", "Judge Michael Moss");
        expect("Anna Cole argues that her client was never there. “The city is saying that his "
               "calls brought people here” to the town. “His intent was to help.”",
               "The city is saying that his calls brought people here", "Anna Cole");
}

TEST(a_line_before_or_behind_tells_whose_words_stand_alone)
{
        expect("The road will be closed.\n\n“I will look into it for all of you today.”\n\n— Anna "
               "Berg",
               "I will look into it for all of you today.", "Anna Berg");
        expect("The road will be closed.\n\nStated Roger Steen:\n\n“I fear that the waves are too "
               "high for all of us.”",
               "I fear that the waves are too high for all of us.", "Roger Steen");
        expect("As Joel Poll of the Ostrin Post observed, the biggest victor was not "
               "there:\n\n“The clear winner of the night was the network that held it.”",
               "The clear winner of the night was the network that held it.",
               "Joel Poll of the Ostrin Post");
}

TEST(brackets_and_dashes_do_not_part_a_name_from_its_verb)
{
        expect_name(
                "Senate Leader Chuck Shaw (D., Ohio) said Friday that it was a question and "
                "said it should be done in public.",
                "it should be done in public", "Chuck Shaw");
        expect_name(
                "“Since the payments were not wrong it would be useless,” Berg counsel Rudy "
                "Gulden said in a statement.",
                "Since the payments were not wrong it would be useless,", "Rudy Gulden");
        expect("Ice and drivers don't go together, said a regional traffic court in backing a "
               "rule that drivers cannot cross lakes.",
               "Ice and drivers don't go together", "a regional traffic court");
        expect("One official was there. That same official then added: “Well, the boats will not wait "
               "here.”",
               "Well, the boats will not wait here.", "That same official");
        expect("The administration says about 1 in 8 boats will need a new engine.",
               "about 1 in 8 boats will need a new engine", "The administration");
        expect("The rules on paying interns have been changed in recent years to state that an intern "
               "must gain from the work.",
               "an intern must gain from the work", "The rules on paying interns");
        EXPECT(!find(quotes_of("Throughout the campaign, Light knew of her ties to Ed Burke, a "
                               "powerful council member who prosecutors charged with theft."),
                     "Throughout the campaign, Light knew of her ties to Ed Burke"));
}

TEST(who_acts_beside_a_term_has_not_said_it)
{
        const struct quote *q = find(
                quotes_of("In early March, Daniels sued both men to void the “hush deal” she "
                          "had signed."),
                "hush deal");

        EXPECT(!q || !q->speaker.text);
        q = find(quotes_of(
                         "The emails are marked “not for the committee at all” on every page."),
                 "not for the committee at all");
        EXPECT(!q || !q->speaker.text);
        q = find(
                quotes_of(
                        "Her lawyer hit out at the plan as “a gift to those who have everything "
                        "already.”"),
                "a gift to those who have everything already.");
        EXPECT(q && q->speaker.text && strcmp(q->speaker.text, "Her lawyer") == 0);
}

TEST(a_description_serves_for_the_name_before_it)
{
        expect_name("Speaker Nora Pelt called the delay “unworthy of a port.” The "
                    "California Democrat called the decision “deeply disappointing.”",
                    "deeply disappointing.", "Nora Pelt");
        expect_name("Tara Reed has left the clinic. The 33-year-old said that she was well.",
                    "she was well", "Tara Reed");
        expect_name("Tara Reed met Mayor Carl Lind. The 33-year-old said that all was well.",
                    "all was well", "33-year-old");
        expect_name("Nora Pelt left. “It is a gamble for us all,” the Democrat said.",
                    "It is a gamble for us all,", "Democrat");
}

TEST(a_line_in_capitals_between_paragraphs_is_of_another_story)
{
        expect_name(
                "Donald Berg said on Monday that there was “no deal” for the pastor.\n\nANDREW "
                "BRENNER, AMERICAN PASTOR HELD IN TURKEY, IS FREED\n\n“I do not make any deals "
                "at all,” he tweeted.",
                "I do not make any deals at all,", "Donald Berg");
}

TEST(whom_a_relative_clause_or_a_place_goes_back_to)
{
        expect("That earned him a scolding from Anna Berg, who said the lawyer was wrong.",
               "the lawyer was wrong", "Anna Berg");
        expect("Critics inside and outside the army said it was a sign.", "it was a sign",
               "Critics inside and outside the army");
        expect("The mayor pointed out the problem of “hidden bans” on the sites, where users are not "
               "banned but their posts aren't seen by most users, saying the practice was “wrong "
               "and illegal.”",
               "wrong and illegal.", "The mayor");
        expect("“It's a poor way to thank us,” former Army Specialist Jonas Moran said.",
               "It's a poor way to thank us,", "former Army Specialist Jonas Moran");
        expect("Senator Bob Lind, a Republican from Lund who opposed the plan when it was new, said it "
               "was dead.",
               "the plan", "Senator Bob Lind");
        expect("He went on to describe the lives of drivers who lack a garage, young people who have "
               "no bicycles, arguing that those troubles were much more urgent.",
               "those troubles were much more urgent", "He");
        EXPECT(!find(
                quotes_of(
                        "After they mend that, they won't need to raise these high walls again."),
                ", they won't need to raise these high walls again"));
        EXPECT(!find(quotes_of("A source confirmed to Anna Berg on Monday that all was well."),
                     "Anna Berg"));
        EXPECT(!find(quotes_of("It's worth noting that Berg withheld the money last August."),
                     "Berg withheld the money last August"));
}

TEST(they_are_those_who_said_what_stands_before)
{
        expect_name(
                "The talk led a man to bring a gun to the place on Sunday, police said. They said "
                "the man wanted to see it himself.",
                "the man wanted to see it himself", "police");
}

TEST(a_family_name_is_his_who_alone_had_it_so_far)
{
        expect_name(
                "Roy Moore lost the vote. Moore was in Oslo, and Moore said that he was well. His son Carl Moore and "
                "Anna Moore left. Moore said that all was lost.",
                "all was lost", "Roy Moore");
}

TEST(who_is_named_beside_the_speaker_is_not_the_speaker)
{
        expect_name(
                "A spokesperson for Norway's Anna Berg said the mayor had never owned a stake.",
                "the mayor had never owned a stake", "spokesperson for Norway's Anna Berg");
        expect_name(
                "Katie Hill will leave. The Hill reported last week that one road was open.",
                "one road was open", "Hill");
        expect_name(
                "The charge is a grave one, but according to court papers, Flynn likely faces six "
                "months.",
                "Flynn likely faces six months", "court papers");
}
