/* whose words they are, where somebody else stands nearer */
#include "tests/unit/workers/extract/quotes_given.h"

TEST(whoever_adds_is_the_one_who_spoke)
{
        expect("“If the ferry sails, that can save him,” said Rita Gruber, the head of Harbour Group "
               "in Lund, adding that the fair would be “a fine test of his luck.”",
               "a fine test of his luck.", "Rita Gruber");
        expect("“If the ferry sails, that can save him,” said Rita Gruber, a lawyer, noting that it "
               "would take years.",
               "it would take years", "Rita Gruber");
        expect("Anna Berg said the building of the bridge and painting its rails could be “slow,” "
               "adding, “Rust is faster.”",
               "Rust is faster.", "Anna Berg");
        expect("Senator Bill Lind said the road will need repair, stressing drivers still need to "
               "see a plan.",
               "drivers still need to see a plan", "Senator Bill Lind");
        expect("Axel Berg said this was a “muddy road” and that she has mended her cart: “They are "
               "ready for a wetter winter.”",
               "They are ready for a wetter winter.", "Axel Berg");
        expect("Axel Berg wrote to her on Monday, telling her, “you are the best of bakers!” She "
               "answered that it was his oven.",
               "you are the best of bakers!", "Axel Berg");
}

TEST(who_acts_in_another_clause_does_not_speak_in_this_one)
{
        const struct quote *q;

        expect("After the sexton Nils Holm knocked there on Monday, the Linds became “sleepless” "
               "while the bells rang, according to a neighbour of the parish.",
               "sleepless", "a neighbour of the parish");
        expect("As Anna Berg put it in a statement in July, the road is “a gift to the town.”",
               "a gift to the town.", "Anna Berg");
        expect("Vera Holm, the head of the guild, likes Lind and in a letter thanked him for “a warm "
               "and generous harvest feast.”",
               "a warm and generous harvest feast.", "Vera Holm");
        expect("Because of how the locks were built, explained Jan Holm, “with the river frozen by "
               "March there is little that we can ship.”",
               "with the river frozen by March there is little that we can ship.", "Jan Holm");
        expect("Kasper boasted to farmers of his mill - “the pride of the valley” - and praised the "
               "valley's love of it.",
               "the pride of the valley", "Kasper");
        expect("The parade ended with many bakers and children chanting “Bread for all.”",
               "Bread for all.", "many bakers and children");
        q = find(
                quotes_of("Her remarks close a long quarrel over Anna Berg's “no-carts” rule."),
                "no-carts");
        EXPECT(!q || !q->speaker.text);
}

TEST(a_noun_or_a_pronoun_beside_the_name_hides_nobody)
{
        expect_name("“The road does not hold,” said democratic mason Gunnar Holm.",
                    "The road does not hold,", "Gunnar Holm");
        expect("Anna Berg herself stated, “Sailing off is wrong for every one of us.”",
               "Sailing off is wrong for every one of us.", "Anna Berg");
        expect("Owners of the new boats, however, say it would keep the harbour open.",
               "it would keep the harbour open", "Owners of the new boats");
        expect("Norway's acting prime minister’s office on Sunday said that Lopez was well.",
               "Lopez was well", "Norway's acting prime minister’s office");
        expect_name("But at least one driver thinks he should remain in office.",
                    "he should remain in office", "one driver");
}

TEST(two_who_say_it_are_both_named)
{
        expect_name(
                "Anna Berg and Mayor Carl Lind, who were both there, insisted the bridge was "
                "closed.",
                "the bridge was closed", "Anna Berg and Carl Lind");
        expect_name("Trinidad and Tobago said the harbour was closed.",
                    "the harbour was closed", "Trinidad and Tobago");
        expect_name("She and her children thanked the crew for the work.",
                    "the crew for the work", "She and her children");
}

TEST(an_office_of_another_house_is_another_office)
{
        expect_name("Jan Berg, the president of the republic, spoke. The president of the "
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
                "A spokesman for Harbour Corp. said the toll was due on each boat. The firm said it "
                "would remove the boats.",
                "it would remove the boats", "Harbour Corp.");
        expect_name(
                "The plan was told at first by The Washington Post. The newspaper said that the "
                "plan was old.",
                "the plan was old", "The Washington Post");
}

TEST(words_go_on_behind_the_attribution)
{
        expect("“This never ending rain,” Berg wrote, is made worse by the dikes that nobody mended "
               "in June.",
               "is made worse by the dikes that nobody mended in June", "Berg");
        expect("“They love the old mill,” said Karin Holm, a mason. “They would gladly pay for its "
               "wheel, but the purse is empty” to mend it.",
               "They would gladly pay for its wheel, but the purse is empty", "Karin Holm");
        expect("“They gave us the ford,” said Georg Mill, one of the “old ten” ferrymen. “They gave "
               "us the toll of it.”",
               "They gave us the toll of it.", "Georg Mill");
        expect("“We shall sing with all of you,” the old pastor prayed on Sunday.",
               "We shall sing with all of you,", "the old pastor");
}

TEST(in_a_court_somebody_says_it)
{
        const struct quote *q =
                find(quotes_of("The court heard he was left with no boat of his "
                               "own and no oars."),
                     "he was left with no boat of his own and no oars");

        EXPECT(q && !q->speaker.text);
        q = find(quotes_of("The jury was told that Berg had driven the car on Monday."),
                 "Berg had driven the car on Monday");
        EXPECT(q && !q->speaker.text);
}

TEST(what_only_looks_like_an_attribution_is_none)
{
        EXPECT(!quotes_of(
                        "Last month, Mats Berg rowed out the 2017 raft, billed as the widest ever.")
                        ->n_quotes);
        EXPECT(!quotes_of("Even if the ropes remain wet, Berg’s mast is pointed north.")
                        ->n_quotes);
        EXPECT(!find(
                quotes_of("The bakers agreed that all should feed the mayor, save flour, and "
                          "shun any feast."),
                "The bakers agreed that all should feed the mayor … and shun any feast"));
        EXPECT(!quotes_of("Nobody should be surprised that he left the city at once.")
                        ->n_quotes);
}

TEST(a_subject_is_found_over_what_is_said_of_it)
{
        expect("“The trouble has been that the geese stay in the yard,” Nils Holm, poultry yards "
               "program director at Farm Watch, said in an interview on Monday.",
               "The trouble has been that the geese stay in the yard,", "Nils Holm");
        expect_name(
                "Valley guild delegate Vera Lind, dressed in a long coat with pins that spelled "
                "the name Berg, said the fair could be a “washout.”",
                "washout.", "Vera Lind");
        expect_name(
                "“The glue would give us boats that hold a greater load,” river experts David "
                "Holm and Serena Lind of Oslo's Institute for Timber wrote in May.",
                "The glue would give us boats that hold a greater load,",
                "David Holm and Serena Lind");
        expect("The fair went on, with Mayor Berg reportedly yelling: “Keep those geese away from "
               "the pies!”",
               "Keep those geese away from the pies!", "Mayor Berg");
        expect("The guild denied it happened, with Kaj Lind taking to the radio to call Berg "
               "“badly shod” on Monday.",
               "badly shod", "Kaj Lind");
        expect("The toll was often labeled as a “wet joke” by drivers on Monday.", "wet joke",
               "drivers");
        expect("Ken Holm said the flood reminds him of the 1931 play titled “The Rain of Berg,” "
               "explaining, “because what could have dried we all drowned.”",
               "because what could have dried we all drowned.", "Ken Holm");
}

TEST(the_next_sentence_has_a_subject_of_its_own)
{
        const struct quote *q = find(
                quotes_of("The ferryman then looked at me. “Is it paid, Mr. Berg?” I had saved "
                          "a few old coins for it, but chose to swim."),
                "Is it paid, Mr. Berg?");

        EXPECT(!q || !q->speaker.text || strcmp(q->speaker.text, "I") != 0);
        expect("In a song that Judge Mads Holm called “tuneless,” Santo expressed a wish to swim.",
               "tuneless,", "Judge Mads Holm");
        expect("Anna Lind argues that her cook was never there. “The guild is saying that his soup "
               "made people ill” in the town. “His soup was cold.”",
               "The guild is saying that his soup made people ill", "Anna Lind");
}

TEST(a_line_before_or_behind_tells_whose_words_stand_alone)
{
        expect("The road will be closed.\n\n“I will look into it for all of you today.”\n\n— Anna "
               "Berg",
               "I will look into it for all of you today.", "Anna Berg");
        expect("The road will be closed.\n\nStated Roger Holm:\n\n“I fear that the mud is too deep "
               "for all of our carts.”",
               "I fear that the mud is too deep for all of our carts.", "Roger Holm");
        expect("As Joel Lind of the Ostrin Post observed, the fattest goose was not "
               "there:\n\n“The true victor of the fair was the baker who stayed home.”",
               "The true victor of the fair was the baker who stayed home.",
               "Joel Lind of the Ostrin Post");
}

TEST(brackets_and_dashes_do_not_part_a_name_from_its_verb)
{
        expect_name(
                "Senate Leader Peter Shaw (D., N.Y.) said Sunday that the ford is deep and said it "
                "should be filled in June.",
                "it should be filled in June", "Peter Shaw");
        expect_name(
                "“Since the barrels were not full it would be a loss,” Berg counsel Rudy Holm said "
                "in a statement.",
                "Since the barrels were not full it would be a loss,", "Rudy Holm");
        expect("Geese and pies don't mix, said a harbour court in allowing a rule that bakers cannot "
               "keep birds.",
               "Geese and pies don't mix", "a harbour court");
        expect("One sexton was there. That same sexton then added: “Well, I fear we cannot ring "
               "it.”",
               "Well, I fear we cannot ring it.", "That same sexton");
        expect("The ministry says about 1 in 9 boats will have only one oar.",
               "about 1 in 9 boats will have only one oar", "The ministry");
        expect("The rules on feeding geese have been amended in recent weeks to state that a goose "
               "must gain from the corn.",
               "a goose must gain from the corn", "The rules on feeding geese");
        EXPECT(!find(
                quotes_of("Throughout the harvest, Light heard of her debts to Jan Holm, a "
                          "wealthy guild member who bakers charged with theft."),
                "Throughout the harvest, Light heard of her debts to Jan Holm"));
}

TEST(who_acts_beside_a_term_has_not_said_it)
{
        const struct quote *q = find(
                quotes_of("In early March, Holm sued both men to void the “goose deal” she had "
                          "signed."),
                "goose deal");

        EXPECT(!q || !q->speaker.text);
        q = find(quotes_of("The crates are marked “not for the bakers at all” on every side."),
                 "not for the bakers at all");
        EXPECT(!q || !q->speaker.text);
        q = find(
                quotes_of(
                        "Her lawyer hit out at the toll as “a present for people who own a ferry "
                        "already.”"),
                "a present for people who own a ferry already.");
        EXPECT(q && q->speaker.text && strcmp(q->speaker.text, "Her lawyer") == 0);
}

TEST(a_description_serves_for_the_name_before_it)
{
        expect_name(
                "Speaker Nora Lind called the toll “unworthy of our harbour.” The California "
                "Democrat called the new rule “a soggy biscuit.”",
                "a soggy biscuit.", "Nora Lind");
        expect_name("Tara Holm has left the mill. The 33-year-old said that she was well.",
                    "she was well", "Tara Holm");
        expect_name("Tara Holm met Mayor Carl Lind. The 33-year-old said that all was well.",
                    "all was well", "33-year-old");
        expect_name("Nora Lind left. “It is a gamble for us all,” the Democrat said.",
                    "It is a gamble for us all,", "Democrat");
}

TEST(a_line_in_capitals_between_paragraphs_is_of_another_story)
{
        expect_name(
                "Jan Berg said on Monday that there was “no toll” for the sexton.\n\nOLAF BRENNER, "
                "NORWEGIAN SAILOR LOST IN FOG, IS FOUND\n\n“I do not take any tolls at all,” he "
                "tweeted.",
                "I do not take any tolls at all,", "Jan Berg");
}

TEST(whom_a_relative_clause_or_a_place_goes_back_to)
{
        expect("That earned him a scolding from Anna Berg, who said the baker was wrong.",
               "the baker was wrong", "Anna Berg");
        expect("Critics inside and outside the army said it was a sign.", "it was a sign",
               "Critics inside and outside the army");
        expect("The mayor pointed out the trouble of “silent bells” in the towers, where ropes are not "
               "cut but their ends aren't held by any ringers, saying the habit was “lazy and "
               "unkind.”",
               "lazy and unkind.", "The mayor");
        expect("“It's surely a hole in the boat,” former Navy Specialist Jens Moran said.",
               "It's surely a hole in the boat,", "former Navy Specialist Jens Moran");
        expect("Senator Bob Lind, a Republican from Lund who opposed the bill when it was read, said "
               "it was dead.",
               "the bill", "Senator Bob Lind");
        expect("He went on to describe the lot of bakers who lack an oven, old millers who have no "
               "wheel, arguing that those needs were far more urgent.",
               "those needs were far more urgent", "He");
        EXPECT(!find(quotes_of("Once they do that, they shall bake no such big loaves again."),
                     ", they shall bake no such big loaves again"));
        EXPECT(!find(quotes_of("A source confirmed to Anna Berg on Monday that all was well."),
                     "Anna Berg"));
        EXPECT(!find(quotes_of("It's worth noting that Berg hid the geese last August."),
                     "Berg hid the geese last August"));
}

TEST(they_are_those_who_said_what_stands_before)
{
        expect_name(
                "The rumour led a man to bring a goose to the fair on Sunday, police said. They "
                "claimed the man wanted to sell it himself.",
                "the man wanted to sell it himself", "police");
}

TEST(a_family_name_is_his_who_alone_had_it_so_far)
{
        expect_name(
                "Roy Holm lost the race. Holm was in Oslo, and Holm said that he was well. His son "
                "Carl Holm and Anna Holm left. Holm said that all was lost.",
                "all was lost", "Roy Holm");
}

TEST(who_is_named_beside_the_speaker_is_not_the_speaker)
{
        expect_name(
                "A spokesperson for Norway's Anna Berg said the minister had never kept a goose.",
                "the minister had never kept a goose", "spokesperson for Norway's Anna Berg");
        expect_name("Karin Hill will leave. The Hill reported in May that the road was open.",
                    "the road was open", "Hill");
        expect_name(
                "The debt is a heavy one, but according to guild papers, Flint likely pays six "
                "geese.",
                "Flint likely pays six geese", "guild papers");
}
