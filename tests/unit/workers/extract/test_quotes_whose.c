/* quotations: whose the words in marks are, where somebody acts or tells around them */
#include "tests/unit/workers/extract/quotes_given.h"

static size_t direct_in(const char *text)
{
        const struct extraction *x = quotes_of(text);
        size_t n = 0;

        for (size_t i = 0; i < x->n_quotes; i++)
                n += x->quotes[i].direct;
        return n;
}

static size_t reported_in(const char *text)
{
        const struct extraction *x = quotes_of(text);
        size_t n = 0;

        for (size_t i = 0; i < x->n_quotes; i++)
                n += !x->quotes[i].direct;
        return n;
}

TEST(whom_the_paragraph_is_about_is_he_or_she)
{
        expect_name("Anna Berg did not raise her voice. \"You counted the rent,\" she said.\n\n"
                    "Eva Lind was in the gallery. The fire had started at three. \"We were "
                    "late,\" she said.",
                    "We were late,", "Eva Lind");
        expect_name("Anna Berg did not raise her voice. \"You counted the rent,\" she said.\n\n"
                    "The guard met Eva Lind. The fire had started at three. \"We were late,\" "
                    "she said.",
                    "We were late,", "Anna Berg");
        expect_name("Eva Lind was in the gallery. \"It is late,\" Anna Berg said. The fire had "
                    "started at three. \"We were late,\" she said.",
                    "We were late,", "Anna Berg");
}

TEST(what_a_work_is_called_is_no_speech_and_what_is_told_of_it_is)
{
        EXPECT_INT(direct_in("Anna Berg stars in the drama “Roads of Ash” on Monday."), 0);
        EXPECT_INT(direct_in("Critics said the film “Ash” was long."), 0);
        expect("Anna Berg said that her brother shows “real thrift” and runs a farm.",
               "real thrift", "Anna Berg");
        expect("Lind said that the drawing by Ms. Song “was bought in good faith.”",
               "was bought in good faith.", "Lind");
        expect("The loan programme “has helped a great many farms,” Anna Berg told farmers.",
               "has helped a great many farms,", "Anna Berg");
}

TEST(what_somebody_shows_is_told_by_another)
{
        expect("Anna Berg said that the barns show “real thrift” in the north.", "real thrift",
               "Anna Berg");
        EXPECT_INT(direct_in("Anna Berg shows “real thrift” and runs a farm."), 0);
        expect("A new poll shows “real thrift” in the north.", "real thrift", "A new poll");
}

TEST(a_clause_by_the_way_behind_the_marks_says_whose_they_are)
{
        expect("Lind, meanwhile, had earned a “name as a builder who keeps his word,” as the "
               "Tribune's Anna Berg noted.",
               "name as a builder who keeps his word,", "the Tribune's Anna Berg");
        expect_name("Lind built a “name as a man who keeps his word,” as he left the harbour.",
                    "name as a man who keeps his word,", "Lind");
}

TEST(that_before_a_noun_opens_no_report)
{
        EXPECT_INT(reported_in("Lind withdrew that plan after two farmers spoke."), 0);
        EXPECT_INT(reported_in("Berg used that farm as a base when he went north."), 0);
        EXPECT_INT(reported_in("Nobody came, meaning that the vote will be held again."), 0);
        EXPECT_INT(reported_in("The bridge was so narrow that many farmers went round it."), 0);
        expect("Anna Berg was hopeful that the road would open.", "the road would open",
               "Anna Berg");
        expect("Anna Berg was so proud that the road was open.", "the road was open",
               "Anna Berg");
}

TEST(that_behind_an_object_tells_of_the_object)
{
        EXPECT_INT(reported_in("The river adds a new load to all the dams that towns build."),
                   0);
        expect("The league said many of the barns that farmers point to fail to keep warm.",
               "many of the barns that farmers point to fail to keep warm", "The league");
        expect("The bank signaled in the spring that it was about to pay.",
               "it was about to pay", "The bank");
        expect("Anna Berg repeated the claim on Monday that the road was safe.",
               "the road was safe", "Anna Berg");
}

TEST(what_opens_a_sentence_or_is_done_to_something_is_no_report)
{
        EXPECT(!find(quotes_of("But when Lind asked the firm to print it, it declined, citing "
                               "the cost."),
                     "But when Lind asked the firm to print it"));
        EXPECT(!find(quotes_of("It wants its lights back by June, a plan viewed as bold."),
                     "It wants its lights back by June"));
        EXPECT(!find(quotes_of("Hundreds of parcels have come since then, many addressed "
                               "to the guests."),
                     "Hundreds of parcels have come since then"));
        expect("The road will be closed, many believe.", "The road will be closed", "many");
        EXPECT_INT(reported_in("Then they said goodbye to a road that nobody liked."), 0);
        EXPECT_INT(reported_in("Lind appeared in a film that had two endings."), 0);
        expect("Lind appears to have left the town.", "to have left the town", NULL);
}

TEST(whom_a_plan_has_speaks)
{
        expect("The plan has neighbors saying that a tunnel costs less.", "a tunnel costs less",
               "neighbors");
}

TEST(a_general_belongs_to_the_attorney)
{
        expect("A clerk at the attorney general's office told the Tribune its work "
               "goes on.",
               "its work goes on", "A clerk at the attorney general's office");
}

TEST(they_are_no_name_and_no_letter)
{
        expect_name(
                "A league of farmers met in Oslo. The name took hours. They intend to call it "
                "Green Land.",
                "to call it Green Land", "league of farmers");
}

TEST(a_statement_is_of_whoever_made_it_together)
{
        expect_name("Erik Lind and Anna Berg said in a joint letter on Friday that the harbour "
                    "was clean.\n\n“It is full of seals again,” the letter read.",
                    "It is full of seals again,", "Erik Lind and Anna Berg");
}

TEST(a_statement_is_of_whoever_states_something)
{
        expect_name("The Ostrin Bureau rejected the claim, stating, “No dam was open that "
                    "night.”\n\nThe statement explained that its pumps were old.",
                    "its pumps were old", "Ostrin Bureau");
        expect_name("The Ostrin Bureau rejected the claim, adding, “No dam was open that "
                    "night.”\n\nThe statement explained that its pumps were old.",
                    "its pumps were old", "statement");
}

TEST(her_statement_and_one_with_a_name_are_hers)
{
        expect_name("Anna Berg was there for most of the day. “We will help the young,” her "
                    "statement read, and the lawyers agreed.",
                    "We will help the young,", "Anna Berg");
        expect_name("Anna Berg was there for most of the day. “We will help the young,” said "
                    "Berg's statement.",
                    "We will help the young,", "Anna Berg");
}

TEST(in_a_statement_somebody_says_something)
{
        expect_name(
                "Jan Hoyle, the oldest of them, in a statement called our bridge a “ruin” and "
                "left.",
                "ruin", "Jan Hoyle");
}

TEST(whose_administration_it_is_is_the_president)
{
        expect_name("Lind met the cabinet. The Lind administration has few friends. “We will "
                    "open it,” the president said.",
                    "We will open it,", "Lind");
        expect_name(
                "Once President Carl Stensen fell out with his generals. Lind spoke in Oslo, "
                "and members of Lind's administration came. Lind smiled. “We met,” the "
                "president said.",
                "We met,", "Lind");
        expect_name("Mayor Anna Berg spoke. The Berg administration has few friends. “We will "
                    "open it,” the president said.",
                    "We will open it,", "president");
}

TEST(who_reported_has_no_part_in_the_report)
{
        expect_name("Work went on for weeks, and Grant kept his own boat. Grant said the pier "
                    "was ready.\n\n(Reporting by Anna Lind; editing by Grant Marlowe)",
                    "the pier was ready", "Grant");
}

TEST(a_thing_named_for_somebody_is_not_he)
{
        expect_name("Trump said in May that he would close the road. “Nobody wants a Trump "
                    "Shutdown at all,” the league said.",
                    "he would close the road", "Trump");
}

TEST(whom_ms_addresses_is_one_name)
{
        expect_name(
                "Eva Browning Strand was there.\n\n“After the coldest night on the ice - I rowed "
                "on,” Ms Browning Strand wrote on Twitter before the guests came.",
                "After the coldest night on the ice - I rowed on,", "Eva Browning Strand");
        expect("Mrs Serwin, from Surrey, said: “I was rowing to the pier and then I saw the boats.”",
               "I was rowing to the pier and then I saw the boats.", "Mrs Serwin");
}

TEST(two_offices_are_of_one)
{
        expect_name("Ostrin Motors president and chief engineer Jan Holm said on Friday: “We "
                    "built the ferries again.”",
                    "We built the ferries again.", "Jan Holm");
        expect_name("The town clerk and Mayor Jan Holm said on Friday: “We built it.”",
                    "We built it.", "town clerk and Jan Holm");
}

TEST(brackets_do_not_part_two_who_speak)
{
        expect_name("Leader Ruth Connor (R-Ore.) and Mayor Anna Lind (N.J.) said they were "
                    "pleased with the vote.",
                    "they were pleased with the vote", "Ruth Connor and Anna Lind");
        expect_name("Swedish Foreign Minister Ruth Connor and US Secretary of State Anna Lind "
                    "said they were pleased with the vote.",
                    "they were pleased with the vote", "Ruth Connor and Anna Lind");
}

TEST(officials_in_many_places_speak_and_not_the_places)
{
        expect("Officials in Vermont, Maine and Utah said their states would keep the files.",
               "their states would keep the files", "Officials in Vermont, Maine and Utah");
        expect_name("In Vermont, Maine and Utah said the files were kept.",
                    "the files were kept", "Maine and Utah");
}

TEST(who_is_asked_says_nothing_yet)
{
        EXPECT(!find(
                quotes_of("A writer for The Harbour, who wrote a piece on the senator, asked "
                          "Ronning about it."),
                "A writer for The Harbour, who wrote a piece on the senator"));
        expect("A writer for The Harbour, who wrote a piece on the senator, said Ronning was late.",
               "Ronning was late", "A writer for The Harbour");
}

TEST(who_speaks_of_one_by_name_is_another)
{
        expect_name(
                "Anders Lind wrote a piece on the senator. Lind asked Jan Ronning about it. "
                "Jan Ronning was late. He said Ronning answered at once.",
                "Ronning answered at once", NULL);
        expect_name(
                "Anders Lind met Jan Ronning in town. Lind was early. He said Ronning left the town.",
                "Ronning left the town", "Anders Lind");
}

TEST(what_a_man_is_named_nobody_says)
{
        EXPECT_INT(reported_in("Police first held a tall sailor named Ludek Berg."), 0);
        expect("Police first said a tall sailor left town.", "a tall sailor left town",
               "Police");
}

TEST(the_company_is_not_what_it_makes)
{
        expect_name("Volvo plans to build the first of them by May. Until then, the Raven "
                    "Wagon is meant to carry more for its drivers. The company says it will "
                    "soon haul twice the load.",
                    "it will soon haul twice the load", "Volvo");
        expect_name(
                "Volvo built it. The Ostrin Express left at noon. The company said it would "
                "mend it.",
                "it would mend it", "Volvo");
}

TEST(a_mayor_of_a_town_has_the_name_alone)
{
        expect_name("Boston Mayor Anna Berg said the town was safe.", "the town was safe",
                    "Anna Berg");
}

TEST(an_office_behind_a_name_is_the_name_s)
{
        expect("Anna Berg, vice president of the Harbour Fund said the market was calm.",
               "the market was calm", "Anna Berg");
        expect("Lind met Anna Berg, whom one harbour insider described as “the one to beat.”",
               "the one to beat.", "one harbour insider");
        expect("“The market is calm,” Karin Holm, vice president of the Harbour Fund "
               "tweeted Friday.",
               "The market is calm,", "Karin Holm");
}

TEST(those_from_whom_opposition_comes_argue)
{
        expect("The mayor ran into opposition from farm groups who argue a dam would flood "
               "the fields.",
               "a dam would flood the fields", "farm groups");
        expect("The mayor met a leader of the farmers who argued the road would harm the fields.",
               "the road would harm the fields", "a leader of the farmers");
}

TEST(a_party_between_commas_does_not_part_two_who_speak)
{
        expect_name("Sen. Ruth Connor, R-Ore., and Sen. Anna Lind, D-N.J., announced the ferry "
                    "will run on the river.",
                    "the ferry will run on the river", "Ruth Connor and Anna Lind");
}

TEST(a_quotation_with_its_attribution_is_no_report)
{
        EXPECT_INT(
                reported_in("“The market has been calm,” Anna Berg, senior head of the fund, "
                            "said Friday. It rained."),
                0);
        EXPECT_INT(
                reported_in("“The market has been calm for years,” said Anna Berg, who owns a "
                            "farm, as the Harbour Times noted."),
                0);
        expect("“However, at this hour, and as it rains,” Berg decided that the road should be "
               "closed, Lind said.",
               "“However, at this hour, and as it rains,” Berg decided that the road should be "
               "closed",
               "Lind");
        expect("“I greeted and thanked” those who rowed on Sunday, he said.",
               "“I greeted and thanked” those who rowed on Sunday", "he");
}

TEST(what_the_words_are_does_not_say_them)
{
        expect("Anna Berg said, “We have another plan,” a mention of a water bill she said she "
               "would bring in.",
               "We have another plan,", "Anna Berg");
}

TEST(what_a_talk_is_dubbed_nobody_says)
{
        EXPECT(!find(
                quotes_of("Lind spoke at the meeting after a long talk on the evening course "
                          "dubbed “Sailing Without Any Fear.” It rained."),
                "Sailing Without Any Fear."));
        expect("Lind spoke at the fair. “Sailing without any fear is fun,” Lind said.",
               "Sailing without any fear is fun,", "Lind");
}

TEST(who_vows_goes_on_saying_over_what_others_do)
{
        expect("Anna Berg vowed to step in when the farmers take the mill, saying it was a "
               "pity that the miller stayed.",
               "it was a pity that the miller stayed", "Anna Berg");
}

TEST(who_is_dismissed_from_a_post_is_not_spoken_of)
{
        EXPECT_INT(reported_in("Lind on Friday dismissed Jan Holm as his chief engineer."), 0);
        expect("Lind on Friday dismissed Jan Holm as a clown.", "Jan Holm as a clown", "Lind");
}

TEST(what_opens_the_sentence_is_no_subject)
{
        expect("On taxes, the candidates remain in dreamland, convinced that they will inherit a "
               "bridge.",
               "they will inherit a bridge", "the candidates");
        expect("The club, pushed to its limits in May, agreed on Monday to sell "
               "boats.",
               "to sell boats", "The club");
        expect("The mayor opened the road, praised the builders, and said that it was long.",
               "it was long", "The mayor");
}

TEST(the_president_is_the_one_at_home)
{
        expect_name(
                "President Lind met Danish President Jan Holm in Oslo. Lind and Holm spoke for "
                "hours. Holm and Lind left. “We met,” the president said.",
                "We met,", "Lind");
        expect_name(
                "President Lind met Danish President Jan Holm in Oslo. Lind and Holm spoke for "
                "hours. Holm and Lind left. “We met,” the local president said.",
                "We met,", "local president");
        expect_name("Danish President Jan Holm came to Oslo. “We met,” the president said.",
                    "We met,", "Jan Holm");
}

TEST(a_president_of_a_club_who_is_yet_to_come_is_not_the_president)
{
        expect_name("“So it goes,” the president wrote in May. Others wrote, too. “It is bad,” "
                    "wrote Anna Berg, president of the harbour club.",
                    "So it goes,", "president");
        expect_name("Anna Berg, president of the harbour club, was late. “It is bad,” the "
                    "president said.",
                    "It is bad,", "Anna Berg");
}

TEST(who_says_something_and_suggests_more_suggests_it)
{
        expect_name(
                "The Ostrin Bureau dismissed the songs, saying the chorus had been stolen from "
                "Lind and suggesting it belonged to what it called “a cold kitchen.”",
                "a cold kitchen.", "Ostrin Bureau");
        expect_name("Anna Berg spoke of the ferryman, saying he was called Rubens and noting "
                    "rumors of “moonlight trade.”",
                    "moonlight trade.", "Anna Berg");
}

TEST(a_word_between_marks_is_no_subject_of_what_stands_behind_them)
{
        expect("A senior official called it a choice “to row home before dark,” noting that "
               "the town gave nothing to the league.",
               "the town gave nothing to the league", "A senior official");
}

TEST(that_behind_a_preposition_s_noun_tells_of_the_noun)
{
        EXPECT(!find(
                quotes_of("The farmers have countered with a plan that denies Lind the money "
                          "for the road."),
                "that denies Lind the money for the road"));
        EXPECT_INT(reported_in("The bank's email informed readers that two divers may have "
                               "found the cards."),
                   1);
}

TEST(names_that_have_run_together_are_nobody)
{
        expect_name("The council met Berg.\n\nAlina Lind Maria Stone Rita Holm Lisa Strand Jan "
                    "Berg, who came by boat, met the press. “We met,” Berg told reporters.",
                    "We met,", "Berg");
}

TEST(whose_spokesman_speaks_is_no_spokesman)
{
        expect_name("Through a spokesperson, Berg has denied it. He sent letters that the "
                    "spokesperson said “show how fond the two sisters are.”",
                    "show how fond the two sisters are.", "spokesperson");
        expect_name("Lind met with the mayor, Anna Berg, in town. “We met,” the mayor said.",
                    "We met,", "Anna Berg");
}
