/* who reports, where what is reported ends, and what is no report */
#include "tests/unit/workers/extract/quotes_given.h"

TEST(a_verb_behind_a_name_is_no_noun_of_it)
{
        expect("It rained on Monday. Norway’s Harbour Ministry reports that Lind kept a goose in the "
               "tower.",
               "Lind kept a goose in the tower", "Norway’s Harbour Ministry");
        expect("It rained on Monday. Mayor Anna Berg plans to sell the old tower.",
               "to sell the old tower", "Mayor Anna Berg");
        expect("Norway's harbour ministry said the pier would sink.", "the pier would sink",
               "Norway's harbour ministry");
        expect_name("Volvo's Anna Berg said the geese would be sold.",
                    "the geese would be sold", "Anna Berg");
        expect("The guild's chief baker said loaves would rise.", "loaves would rise",
               "The guild's chief baker");
        expect("Anna Berg fears that by building boats that can reach Oslo, Chad is trying to "
               "leave.",
               "by building boats that can reach Oslo, Chad is trying to leave", "Anna Berg");
        expect("Even as she tries to sleep, Anna Berg worries that the pier is rotten.",
               "the pier is rotten", "Anna Berg");
}

TEST(what_is_read_is_a_noun_behind_a_name)
{
        EXPECT(!find(
                quotes_of("The number of deleted Anna Berg emails that Jan Lind lost grew."),
                "Jan Lind lost grew"));
        EXPECT(!find(quotes_of("The number of Anna Berg blogs that he wrote grew."),
                     "he wrote grew"));
}

TEST(who_makes_something_clear_says_it)
{
        expect("Berg and Lind made it quite clear that the geese would stay.",
               "the geese would stay", "Berg and Lind");
        expect("Anna Berg has made clear the geese will stay.", "the geese will stay",
               "Anna Berg");
        expect("Anna Berg left no doubt that the geese would stay.", "the geese would stay",
               "Anna Berg");
        expect("The mayor unveiled that the geese would stay.", "the geese would stay",
               "The mayor");
        expect("The mayor made the point that geese are costly.", "geese are costly",
               "The mayor");
        EXPECT(!find(quotes_of("Anna Berg read the case that Jan Lind had filed."),
                     "Jan Lind had filed"));
        EXPECT(!find(quotes_of("The storm made it clear that the pier was old."),
                     "the pier was old"));
}

TEST(who_reconfirms_denies_or_raises_something_is_told)
{
        expect("Anna Berg reconfirmed the guild's taste for a small and cheap goose.",
               "the guild's taste for a small and cheap goose", "Anna Berg");
        expect("Anna Berg denied she had sold the goose.", "she had sold the goose",
               "Anna Berg");
        expect("Anna Berg denied the charges and left the hall.", "the charges", "Anna Berg");
        expect("Anna Berg also brought up the subject of the lame goose.",
               "the subject of the lame goose", "Anna Berg");
        expect("Anna Berg raised the issue of lame geese.", "the issue of lame geese",
               "Anna Berg");
        EXPECT_INT(quotes_of("Anna Berg raised the issue of bonds.")->n_quotes, 0);
        EXPECT_INT(quotes_of("Anna Berg raised the case of wine.")->n_quotes, 0);
        EXPECT(!find(quotes_of("The flood raised the question of a new pier."),
                     "the question of a new pier"));
}

TEST(a_noun_with_a_clause_about_it_is_no_clause_itself)
{
        const struct quote *q;

        q = expect("Anna Berg denied the request Jan Lind made.", "the request Jan Lind made",
                   "Anna Berg");
        EXPECT(q && !q->complete);
        expect("Anna Berg criticised the bridge they built in Lund and left the hall.",
               "the bridge they built in Lund", "Anna Berg");
        expect("Anna Berg criticised the price she believed Jan Lind should pay.",
               "the price she believed Jan Lind should pay", "Anna Berg");
        expect("Anna Berg denied the goose in the tower was hers.",
               "the goose in the tower was hers", "Anna Berg");
}

TEST(what_somebody_is_denied_is_no_speech)
{
        EXPECT_INT(quotes_of("Anna Berg denied the bakers a rise they needed.")->n_quotes, 0);
        EXPECT_INT(quotes_of("Anna Berg denied her aides a seat in the boat.")->n_quotes, 0);
}

TEST(what_is_supposed_is_nobodys_report)
{
        EXPECT(!find(quotes_of("There will be trouble if the guild decides to sell the pier."),
                     "to sell the pier"));
        expect("The mayor added that the town would pay, but if the guild decides to sell there "
               "will be “hard winters”.",
               "the town would pay, but if the guild decides to sell there will be “hard winters",
               "The mayor");
        expect("The mayor said the town would pay, calling the guild “a nest of geese”.",
               "the town would pay", "The mayor");
        EXPECT(!find(
                quotes_of("If the guild meets in May and lawmakers demand a new vote, the town "
                          "must pay."),
                "a new vote"));
        EXPECT(!find(quotes_of("Even if he learned how to bake bread, it was late."),
                     "how to bake bread"));
}

TEST(what_a_speaker_withholds_is_no_part_of_the_words)
{
        expect("The aides said that the king would come soon without giving any details.",
               "the king would come soon", "The aides");
        expect("The aides said that the king would come soon, without elaborating.",
               "the king would come soon", "The aides");
        expect("The aides said that the king had left, without saying who had driven him.",
               "the king had left", "The aides");
        expect("The aides said that bread was baked without giving it salt.",
               "bread was baked without giving it salt", "The aides");
}

TEST(what_others_withhold_is_a_part_of_the_words)
{
        const char *text =
                "The aides said that the king may sack bakers without giving any further reasons "
                "for it in a letter.";

        expect(text,
               "the king may sack bakers without giving any further reasons for it in a letter",
               "The aides");
        EXPECT_INT(quotes_of(text)->n_quotes, 1);
        expect("The aides said that guards must not wake the geese without giving other reasons.",
               "guards must not wake the geese without giving other reasons", "The aides");
        expect("The aides said that the king sacked bakers without giving reasons.",
               "the king sacked bakers without giving reasons", "The aides");
        expect("The aides said that the king left without saying goodbye.",
               "the king left without saying goodbye", "The aides");
        EXPECT_INT(
                quotes_of("The aides said that the king was ill without giving further details "
                          "of his plans.")
                        ->n_quotes,
                1);
}

TEST(an_infinitive_ends_before_a_verb_that_is_finite)
{
        expect("Anna Berg agreed to keep the goose in May and was later thanked by Lind.",
               "to keep the goose in May", "Anna Berg");
        expect("The goose is said to have swum a mile and reached the old pier.",
               "to have swum a mile and reached the old pier", NULL);
        expect("Anna Berg wants to open a pier people loved and used daily.",
               "to open a pier people loved and used daily", "Anna Berg");
        expect("Anna Berg did not say what the goose had cost but, asked about the pier, she left.",
               "what the goose had cost", "Anna Berg");
}

TEST(what_is_reported_goes_on_over_an_aside)
{
        expect("The guild announced that Anna Berg, previously its cook, had been named as its "
               "head.",
               "Anna Berg, previously its cook, had been named as its head", "The guild");
        expect("The guild said that Anna Berg, its cook, asked the court for time.",
               "Anna Berg, its cook, asked the court for time", "The guild");
        expect("The guild said geese were ill while Anna Berg, its cook, said they were well.",
               "they were well", "Anna Berg");
        expect("The guild said it had bought a pier and would offer free rides to children.",
               "it had bought a pier and would offer free rides to children", "The guild");
        expect("The guild said it had bought a pier and would not say why.",
               "it had bought a pier", "The guild");
}

TEST(and_between_marks_does_not_end_what_is_judged)
{
        expect("Anna Berg praised the mayor for coming to Lund “to sing and to dance” in May.",
               "the mayor for coming to Lund “to sing and to dance” in May", "Anna Berg");
        expect("Calls for a new ferry also came from bakers.", "a new ferry", NULL);
}

TEST(who_asks_in_the_passive_is_the_agent)
{
        expect("Anna Berg, when asked on Monday by visitors when the ferry could sail, said that she "
               "did not know.",
               "when the ferry could sail", "visitors");
}

TEST(where_it_was_said_is_no_part_of_who_says_it)
{
        expect("The complaint was repeated by Mayor Anna Berg at the Lillvik meeting with Olaf Lind.",
               "The complaint", "Mayor Anna Berg");
        expect("“The geese will stay,” said Anna Berg in a brief statement.",
               "The geese will stay,", "Anna Berg");
        expect("At least four millers said the pier was rotten.", "the pier was rotten",
               "four millers");
}

TEST(names_that_a_slash_or_a_comma_joins_are_one)
{
        expect("A Herald/Lund University poll showed that most bakers slept badly.",
               "most bakers slept badly", "A Herald/Lund University poll");
        expect_name("Guild leader Jan Holm, Jr. said that the pier was rotten.",
                    "the pier was rotten", "Jan Holm");
        expect_name(
                "LUND – Guild leader Jan Holm and Lund harbour master Anna Berg met on Monday to "
                "discuss the rotten pier.",
                "the rotten pier", "Jan Holm and Anna Berg");
}

TEST(who_is_reported_saying_it_says_it)
{
        expect("“I beg my friends to come,” the Harbour Post reported Lind saying.",
               "I beg my friends to come,", "Lind");
        expect("The Harbour Post reported Lind as saying that the pier was rotten.",
               "the pier was rotten", "Lind");
        expect("The Harbour Post reported Jan Lind as telling friends that the pier was rotten.",
               "the pier was rotten", "Jan Lind");
        expect("The mayor drew criticism for saying during a visit to Lund that she liked the "
               "goose.",
               "she liked the goose", "The mayor");
}

TEST(what_is_reported_as_doing_something_says_nothing)
{
        expect("The Harbour Post reported sales as falling in the north of the town.",
               "sales as falling in the north of the town", "The Harbour Post");
        expect("The Harbour Post cited prices as rising fast in the town.",
               "prices as rising fast in the town", "The Harbour Post");
}

TEST(where_something_is_judged_is_no_part_of_it)
{
        expect("Anna Berg mocked Olaf Lind on Twitter.", "Olaf Lind", "Anna Berg");
        expect("Anna Berg criticised Olaf Lind in a statement on Monday.", "Olaf Lind",
               "Anna Berg");
        expect("Anna Berg praised the plan at a rally in Lund.", "the plan", "Anna Berg");
        expect("Anna Berg condemned the errors in a letter from the mayor.",
               "the errors in a letter from the mayor", "Anna Berg");
}

TEST(what_somebody_is_known_as_nobody_says)
{
        EXPECT(!find(
                quotes_of(
                        "The mayor ordered an end to the rules for bakers known as the “Early "
                        "Birds.”"),
                "Early Birds."));
        EXPECT_INT(quotes_of("Olaf Lind, better known as the “mad baker”, left the town.")
                           ->n_quotes,
                   0);
}

TEST(a_reported_case_is_no_report)
{
        EXPECT_INT(quotes_of("It was the second reported leak of the week.")->n_quotes, 0);
}

TEST(who_has_two_offices_is_one_speaker)
{
        expect_name(
                "“The pier was rotten,” said company president and chief operating officer Anna "
                "Berg.",
                "The pier was rotten,", "Anna Berg");
        expect_name("“The pier was rotten,” said the president and Anna Berg.",
                    "The pier was rotten,", "president");
}

TEST(two_who_speak_in_two_places_are_both_told)
{
        expect("Anna Berg in Lund and Jan Holm in Oslo said that the pier was rotten.",
               "the pier was rotten", "Anna Berg in Lund and Jan Holm in Oslo");
}

TEST(who_is_met_in_a_mill_speaks_not_the_mill)
{
        expect("The man she met in the mill said that the pier was rotten.",
               "the pier was rotten", "The man");
        expect("“The pier was rotten,” the lawyer they hired in Lund said.",
               "The pier was rotten,", "the lawyer");
}

TEST(an_agency_in_brackets_relays)
{
        const struct extraction *x = quotes_of(
                "Anna Berg spoke on Friday. The news agency (DPA) quoted her as saying "
                "that the pier was rotten.");
        const struct quote *q = find(x, "the pier was rotten");

        REQUIRE(q);
        REQUIRE(q->via != NONE);
        EXPECT_STR(x->entities[q->via].name, "DPA");
}

TEST(what_leads_to_a_report_or_asks_for_one_is_none)
{
        EXPECT(!find(quotes_of("Speaking about Norway, Anna Berg praised the old pier."),
                     "Norway"));
        EXPECT(!find(quotes_of("The guild did not answer a request for comment."), "comment"));
        EXPECT(!find(quotes_of("The guild sent its statement on Friday night."),
                     "Friday night"));
        EXPECT(!find(
                quotes_of(
                        "The trial was about bribes revealed in a bundle of letters he wrote to "
                        "a friend."),
                "he wrote to a friend"));
        EXPECT(!find(quotes_of("Jan Lind accused of goose theft. The mayor was late."),
                     "goose theft"));
        EXPECT(!find(quotes_of("“We will build it,” she said on ABS' “Face the Town.”"),
                     "Face the Town."));
        EXPECT(!find(
                quotes_of("It ended as the hosts, Anna Berg and Jan Lind, addressed his old "
                          "remarks."),
                "It ended as the hosts, Anna Berg and Jan Lind"));
}

TEST(what_leads_to_a_sentence_is_none_of_its_words)
{
        expect("LUND (Reuters) - A boat came back on Monday, the harbour master said.",
               "A boat came back on Monday", "the harbour master");
        expect("(Reuters) - A boat came back on Monday, the harbour master said.",
               "A boat came back on Monday", "the harbour master");
        expect("It rained in the town.\n\n• The guild sold a boat to Norway, the mayor said.",
               "The guild sold a boat to Norway", "the mayor");
}

TEST(who_is_cited_is_not_what_is_said)
{
        EXPECT(!find(quotes_of("The Harbour Post wrote of the storm, citing officials."),
                     "officials"));
        EXPECT_INT(quotes_of("The Harbour Post quoted the mayor at length.")->n_quotes, 0);
        expect("Anna Berg cited her aides as a reason to stay.",
               "her aides as a reason to stay", "Anna Berg");
        expect("The council cited Olaf Lind's work for the harbour of Mayor Anna Berg.",
               "Olaf Lind's work for the harbour of Mayor Anna Berg", "The council");
}

TEST(what_is_told_of_who_speaks_ends_with_its_comma)
{
        expect("Jan Lind, who previously claimed that he could fly, owns a boat.",
               "he could fly", "Jan Lind");
}

TEST(an_attribution_between_broken_marks_is_no_part_of_the_words)
{
        expect("“We do not want any geese,” said Mayor Anna Berg, “Jan Lind said.",
               "We do not want any geese,", "Jan Lind");
}

TEST(a_family_name_behind_an_office_is_remembered)
{
        expect_name("Road Minister Anna Holm came on Monday.\n\nThe plea was repeated by Road "
                    "Minister Holm at the Lund meeting with bakers.",
                    "The plea", "Anna Holm");
        expect_name("Eva Lind came by boat. Harbour Minister Lind said the pier was shut.",
                    "the pier was shut", "Eva Lind");
}

TEST(another_verb_of_saying_ends_what_the_first_one_reports)
{
        expect("Anna Berg said the boats were old and showed that Lind had “no sense at all.”",
               "the boats were old", "Anna Berg");
}

TEST(a_programme_of_a_station_that_ends_in_s_is_no_speech)
{
        EXPECT(!find(quotes_of("They saw it on NBS' “The Great Ferry.”"), "The Great Ferry."));
}

TEST(sources_close_to_somebody_are_not_him)
{
        expect("Sources close to the talks said the pier was rotten.", "the pier was rotten",
               "Sources close to the talks");
        expect("People familiar with the plan said the pier was rotten.", "the pier was rotten",
               "People familiar with the plan");
        expect("Sources briefed on the talks say the pier is rotten.", "the pier is rotten",
               "Sources briefed on the talks");
        expect("The first news came from a clerk named Olaf, who said that the pier was rotten.",
               "the pier was rotten", "a clerk named Olaf");
        expect("A source close to Anna Berg has said the pier was rotten.",
               "the pier was rotten", "A source close to Anna Berg");
}

TEST(a_name_behind_whom_somebody_speaks_for_is_not_the_spokeswoman)
{
        expect_name(
                "A spokeswoman for the eldest Democrat of the guild, Rep. Olaf Lind, said that the "
                "pier was rotten.",
                "the pier was rotten", "spokeswoman for the eldest Democrat of the guild");
}

TEST(whoever_alleges_something_behind_with_says_it)
{
        expect("They were named in five lawsuits with drivers alleging theft.", "theft",
               "drivers");
}

TEST(what_happens_is_not_what_somebody_tells)
{
        EXPECT_INT(quotes_of("Next year could see a boom in geese.")->n_quotes, 0);
        EXPECT_INT(quotes_of("Olaf Lind saw the mayor in the mill.")->n_quotes, 0);
        EXPECT_INT(quotes_of("The court questioned a witness in May.")->n_quotes, 0);
        EXPECT_INT(quotes_of("Anna Berg swore off not just wine but all of it, as he did.")
                           ->n_quotes,
                   0);
        EXPECT_INT(quotes_of("The king died in Lund, where Anna Berg was born and raised.")
                           ->n_quotes,
                   0);
}

TEST(that_alone_is_the_subject_of_what_is_said)
{
        expect("The clerks said that wasn't enough.", "that wasn't enough", "The clerks");
        expect("A judge said that rotten apples that were late must be counted.",
               "rotten apples that were late must be counted", "A judge");
        expect("Anna Berg noted that had she known, it would be open.",
               "had she known, it would be open", "Anna Berg");
}

TEST(what_is_reported_keeps_its_brackets_and_its_when)
{
        expect("Anna Berg warned that Oslo would sink in a flood (in May).",
               "Oslo would sink in a flood (in May)", "Anna Berg");
        expect("Anna Berg said that unlike last May, when Lind promised to pay, the guild was poor.",
               "unlike last May, when Lind promised to pay, the guild was poor", "Anna Berg");
}

TEST(a_clause_between_said_and_its_words_has_no_say)
{
        expect("Town clerk Anna Berg said given that Jan Lind had refused to sing, guests “ought to "
               "be those who ask the old questions”.",
               "ought to be those who ask the old questions", "Town clerk Anna Berg");
}

TEST(several_who_are_asked_and_several_who_share_a_name_are_told_whole)
{
        expect("Anna Berg has asked bakers and town millers to publicly praise the bridge.",
               "to publicly praise the bridge", "Anna Berg");
        expect("Anna Berg praised the Lund Roads and Harbours Agency.",
               "the Lund Roads and Harbours Agency", "Anna Berg");
}

TEST(a_second_participle_reports_on_its_own)
{
        const char *text =
                "Olaf Lind called the court, saying it was late and reporting that he had "
                "been robbed.";

        expect(text, "it was late", "Olaf Lind");
        expect(text, "he had been robbed", "Olaf Lind");
        EXPECT_INT(
                quotes_of("The baker charged with stealing geese has been jailed.")->n_quotes,
                0);
}

TEST(it_goes_on_over_whoever_else_speaks_in_its_sentence)
{
        expect_name(
                "The Lund Harbour Agency met on Monday. It said the man, who police said was ill, had "
                "left. It also said the pier was shut.",
                "the pier was shut", "Lund Harbour Agency");
}

TEST(another_who_speaks_behind_but_ends_what_the_first_one_says)
{
        expect("The clerks said the storm was weak, but the Harbour Survey in Skagen, Denmark, said it "
               "was strong.",
               "the storm was weak", "The clerks");
}

TEST(an_adverb_stands_before_that)
{
        expect("Road builders estimated earlier that about ten boats had sunk.",
               "about ten boats had sunk", "Road builders");
        expect("Anna Berg vowed later that night to keep the goose.", "to keep the goose",
               "Anna Berg");
}

TEST(a_paper_is_named_after_a_day)
{
        expect("The pier was shut in May, USA Today reported.", "The pier was shut in May",
               "USA Today");
        expect("The pier was shut in May, according to USA Today.", "The pier was shut in May",
               "USA Today");
}

TEST(a_name_that_closes_a_sentence_with_its_verb_has_reported_it)
{
        expect_name("Ferries were held in the port. The pier was shut, Chad News reports.",
                    "The pier was shut", "Chad News");
        EXPECT(find(quotes_of("Ferries were held in the port. The pier was shut, Chad News "
                              "reports, citing papers."),
                    "The pier was shut"));
}
