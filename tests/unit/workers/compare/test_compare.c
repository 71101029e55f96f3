/* How reports of one event are held against each other. */
#include <stdio.h>

#include "proto/comparison.h"
#include "tests/unit/workers/compare/report.h"

static const char FERRY_A[] =
        "The ferry Marigold sank off Vellmar on Monday night in heavy seas. Rescue crews said 12 "
        "people were killed when the ferry sank. The Marigold had left the harbour of Ostrin two "
        "hours before.";
static const char FERRY_B[] =
        "A passenger ferry has sunk near Vellmar in a storm. The coast guard put the number of "
        "people killed on the sunken ferry at 15. Divers searched the wreck of the Marigold.";

static void expect_verdict(const json_t *comparison, const char *kind)
{
        const json_t *c = entry(comparison, "conflicts", 0);

        EXPECT_INT(count(comparison, "conflicts"), kind ? 1 : 0);
        if (kind && c)
                EXPECT_STR(json_text(c, "kind"), kind);
}

/* Two reports of the ferry with the given tolls and times. */
static json_t *tolls(const char *first, int64_t a, enum quantity_bound bound,
                     const char *second, int64_t b)
{
        static struct event_case e;
        json_t *comparison;

        counted(given(&e, "first", first, FERRY_A), "12 people", a, "people killed", bound);
        counted(given(&e, "second", second, FERRY_B), "15", b, "people killed", BOUND_EXACT);
        comparison = compared(&e);
        event_done(&e);
        return comparison;
}

TEST(two_tolls_of_one_hour_contradict_each_other)
{
        json_auto_t *c =
                tolls("2026-03-02T21:00:00Z", 12, BOUND_EXACT, "2026-03-02T21:30:00Z", 15);

        expect_verdict(c, "conflict");
        EXPECT_STR(json_text(entry(c, "conflicts", 0), "about"), "number of people killed");
}

TEST(a_later_toll_updates_an_earlier_one)
{
        json_auto_t *c =
                tolls("2026-03-02T21:00:00Z", 12, BOUND_EXACT, "2026-03-03T21:00:00Z", 15);

        expect_verdict(c, "updated");
}

TEST(at_least_gives_way_to_a_later_count)
{
        json_auto_t *c = tolls("2026-03-02", 12, BOUND_AT_LEAST, "2026-03-05", 15);

        expect_verdict(c, "updated");
}

TEST(about_thirty_holds_twenty_eight)
{
        json_auto_t *c = tolls("2026-03-02", 30, BOUND_ABOUT, "2026-03-02", 28);

        expect_verdict(c, "precision");
}

TEST(more_than_thirteen_thousand_holds_a_little_more)
{
        json_auto_t *c = tolls("2026-03-02", 13000, BOUND_MORE_THAN, "2026-03-02", 13200);

        expect_verdict(c, "precision");
}

TEST(a_round_figure_is_a_rounding_of_a_finer_one)
{
        json_auto_t *c = tolls("2026-03-02", 13000, BOUND_EXACT, "2026-03-02", 13200);

        expect_verdict(c, "precision");
}

TEST(equal_tolls_are_an_agreement)
{
        json_auto_t *c = tolls("2026-03-02", 12, BOUND_EXACT, "2026-03-02", 12);
        const json_t *g;

        expect_verdict(c, NULL);
        g = entry(c, "agreements", 0);
        EXPECT_STR(json_text(g, "about"), "number of people killed");
        EXPECT_STR(json_text(g, "value"), "12");
        EXPECT_INT(json_array_size(json_object_get(g, "articles")), 2);
}

TEST(a_city_and_its_country_are_counted_apart)
{
        static struct event_case e;
        struct report *city =
                given(&e, "a", "2026-03-02",
                      "A flood hit the valley on Monday. In Ostrin 12 people were "
                      "killed by the flood.");
        struct report *country =
                given(&e, "b", "2026-03-02",
                      "A flood swept through the valley. Across Vellmar 40 people "
                      "were killed by the flood.");

        counted(city, "12 people", 12, "people killed", BOUND_EXACT);
        named(city, ENTITY_PLACE, "Ostrin", 11);
        counted(country, "40 people", 40, "people killed", BOUND_EXACT);
        named(country, ENTITY_PLACE, "Vellmar", 22);
        json_auto_t *c = compared(&e);
        event_done(&e);
        expect_verdict(c, "scope");
}

TEST(lengths_are_compared_across_units_and_printed_in_their_own)
{
        static struct event_case e;

        lasted(given(&e, "a", "2026-03-02",
                     "The ministers met in Ostrin on Monday. Their meeting lasted 40 minutes."),
               "40 minutes", 40, "minute", "meeting", BOUND_EXACT);
        lasted(given(&e, "b", "2026-03-02",
                     "The talks of both ministers were short. The ministers talked for one hour."),
               "one hour", 1, "hour", "talks", BOUND_EXACT);
        json_auto_t *c = compared(&e);
        const json_t *values;

        event_done(&e);
        expect_verdict(c, "conflict");
        values = json_object_get(entry(c, "conflicts", 0), "values");
        EXPECT_STR(json_text(json_array_get(values, 0), "value"), "PT40M");
        EXPECT_STR(json_text(json_array_get(values, 1), "value"), "PT1H");
}

TEST(a_length_that_an_article_tells_in_two_units_is_its_agreement_once)
{
        static struct event_case e;
        struct report *twice =
                given(&e, "a", "2026-03-02",
                      "The ministers met in Ostrin on Monday. Their meeting lasted 60 minutes. "
                      "It was a long hour of a meeting.");

        lasted(twice, "60 minutes", 60, "minute", "meeting", BOUND_EXACT);
        lasted(twice, "long hour", 1, "hour", "meeting", BOUND_EXACT);
        lasted(given(&e, "b", "2026-03-02",
                     "The talks of both ministers were short. The ministers talked for one hour."),
               "one hour", 1, "hour", "talks", BOUND_EXACT);
        json_auto_t *c = compared(&e);

        event_done(&e);
        EXPECT_STR(json_text(entry(c, "agreements", 0), "value"), "PT60M");
        EXPECT_INT(json_array_size(json_object_get(entry(c, "agreements", 0), "articles")), 2);
}

TEST(values_that_one_source_tells_side_by_side_are_no_conflict)
{
        static struct event_case e;
        struct report *both = given(
                &e, "both", "2026-03-02",
                "The ferry Marigold sank off Vellmar on Monday night in heavy seas. Rescue "
                "crews said 12 people were killed when the ferry sank, and 15 people were "
                "killed in all.");

        counted(given(&e, "first", "2026-03-02", FERRY_A), "12 people", 12, "people killed",
                BOUND_EXACT);
        counted(given(&e, "second", "2026-03-02", FERRY_B), "15", 15, "people killed",
                BOUND_EXACT);
        counted(both, "12 people", 12, "people killed", BOUND_EXACT);
        counted(both, "15 people", 15, "people killed", BOUND_EXACT);
        json_auto_t *c = compared(&e);

        event_done(&e);
        expect_verdict(c, NULL);
}

TEST(figures_of_different_things_say_nothing_of_each_other)
{
        static struct event_case e;

        counted(given(&e, "a", "2026-03-02", FERRY_A), "12 people", 12, "people killed",
                BOUND_EXACT);
        counted(given(&e, "b", "2026-03-02",
                      "A passenger ferry has sunk near Vellmar in a storm. Divers brought 15 boxes "
                      "of fruit out of the wreck of the Marigold."),
                "15 boxes", 15, "boxes", BOUND_EXACT);
        json_auto_t *c = compared(&e);
        event_done(&e);
        expect_verdict(c, NULL);
}

TEST(dozens_are_from_two_of_them_to_a_few_hundred)
{
        static struct event_case e;

        counted(given(&e, "a", "2026-03-02", FERRY_A), "12 people", 36, "people killed",
                BOUND_EXACT);
        counted(given(&e, "b", "2026-03-02",
                      "A passenger ferry has sunk near Vellmar in a storm. The coast guard said "
                      "dozens were killed on the sunken ferry. Divers searched the wreck."),
                "dozens", 24, "people killed", BOUND_AT_LEAST);
        json_auto_t *c = compared(&e);
        const json_t *values = json_object_get(entry(c, "conflicts", 0), "values");

        event_done(&e);
        expect_verdict(c, "precision");
        EXPECT_STR(json_text(json_array_get(values, 1), "value"), "dozens");
}

TEST(ages_told_in_a_row_count_nobody)
{
        static struct event_case e;

        counted(given(&e, "a", "2026-03-02", FERRY_A), "12 people", 12, "children killed",
                BOUND_EXACT);
        counted(given(&e, "b", "2026-03-02",
                      "A passenger ferry has sunk near Vellmar in a storm. On the sunken ferry "
                      "were killed two children aged 8 and 15. Divers searched the wreck."),
                "15", 15, "children killed", BOUND_EXACT);
        json_auto_t *c = compared(&e);

        event_done(&e);
        expect_verdict(c, NULL);
}

TEST(an_utterance_is_found_again_in_other_words)
{
        static struct event_case e;
        struct report *a =
                given(&e, "a", "2026-03-02",
                      "The harbour master spoke on Tuesday. \"The best way to prevent "
                      "another disaster is constant training,\" Nora Velt said.");
        struct report *b =
                given(&e, "b", "2026-03-02",
                      "Officials were asked about the ferry. Velt said that \"the best "
                      "way to avert another disaster is training\".");

        quoted(a, "The best way to prevent another disaster is constant training,", "Nora Velt",
               named(a, ENTITY_PERSON, "Nora Velt", 0));
        quoted(b, "the best way to avert another disaster is training", "Velt",
               named(b, ENTITY_PERSON, "Velt", 0));
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "quotes"), 1);
        EXPECT_STR(json_text(entry(c, "quotes", 0), "speaker"), "Nora Velt");
        EXPECT(json_is_false(json_object_get(entry(c, "quotes", 0), "same_words")));
}

TEST(two_speakers_do_not_share_an_utterance_by_a_few_words)
{
        static struct event_case e;
        struct report *a = given(&e, "a", "2026-03-02",
                                 "\"The disaster was a failure of training,\" Nora Velt said.");
        struct report *b =
                given(&e, "b", "2026-03-02",
                      "\"Training could never prevent this disaster,\" Ole Brandt said.");

        quoted(a, "The disaster was a failure of training,", "Nora Velt",
               named(a, ENTITY_PERSON, "Nora Velt", 0));
        quoted(b, "Training could never prevent this disaster,", "Ole Brandt",
               named(b, ENTITY_PERSON, "Ole Brandt", 0));
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "quotes"), 0);
}

static const char *speaker_among(const char *one, enum entity_type type, const char *other)
{
        static const char said[] = "We will examine the engine of every ferry again,";
        static char texts[2][200], speaker[64];
        static struct event_case e;
        struct report *a, *b;

        snprintf(texts[0], sizeof(texts[0]), "\"%s\" %s said.", said, one);
        snprintf(texts[1], sizeof(texts[1]), "\"%s\" %s said.", said, other);
        a = given(&e, "The Harbour Post", NULL, texts[0]);
        b = given(&e, "b", NULL, texts[1]);
        quoted(a, said, one, named(a, type, one, 0));
        quoted(b, said, other, NONE);
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "quotes"), 1);
        snprintf(speaker, sizeof(speaker), "%s", json_text(entry(c, "quotes", 0), "speaker"));
        return speaker;
}

TEST(a_person_who_is_named_speaks_and_not_one_who_is_described)
{
        EXPECT_STR(speaker_among("Nora Velt", ENTITY_PERSON, "a spokeswoman"), "Nora Velt");
}

TEST(a_speaker_has_the_whole_name_that_any_report_gives)
{
        static struct event_case e;
        static const char said[] = "We will examine the engine of every ferry again,";
        struct report *a = given(&e, "a", NULL,
                                 "\"We will examine the engine of every ferry again,\" Velt "
                                 "said.");
        struct report *b = given(&e, "b", NULL,
                                 "Nora Velt came. \"We will examine the engine of every ferry "
                                 "again,\" Velt said.");

        quoted(a, said, "Velt", named(a, ENTITY_PERSON, "Velt", 0));
        named(b, ENTITY_PERSON, "Nora Velt", 0);
        quoted(b, said, "Velt", NONE);
        b->x.quotes[0].speaker.entity = 0;
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_STR(json_text(entry(c, "quotes", 0), "speaker"), "Nora Velt");
}

TEST(who_speaks_for_a_body_speaks_and_not_the_body)
{
        EXPECT_STR(speaker_among("Ostrin Ferries", ENTITY_ORGANIZATION,
                                 "a spokeswoman for Ostrin Ferries"),
                   "a spokeswoman for Ostrin Ferries");
        EXPECT_STR(speaker_among("Ostrin Ferries", ENTITY_ORGANIZATION, "the company"),
                   "Ostrin Ferries");
}

TEST(an_outlet_relays_what_others_say)
{
        EXPECT_STR(speaker_among("The Harbour Post", ENTITY_ORGANIZATION, "the company"),
                   "the company");
}

/* One quotes, and the other tells; in both orders. */
static size_t renderings(const char *said, const char *who, const char *quoting,
                         const char *telling)
{
        size_t n[2];

        for (int first = 0; first < 2; first++) {
                static struct event_case e;
                struct report *r;

                if (first)
                        given(&e, "b", NULL, telling);
                r = given(&e, "a", NULL, quoting);
                quoted(r, said, who, named(r, ENTITY_PERSON, who, 0));
                if (!first)
                        given(&e, "b", NULL, telling);
                json_auto_t *c = compared(&e);
                event_done(&e);
                n[first] = count(c, "quotes") ? count(entry(c, "quotes", 0), "variants") : 0;
                EXPECT(comparison_check(c, NULL) == 0);
        }
        EXPECT_INT(n[0], n[1]);
        return n[0];
}

TEST(a_sentence_in_the_first_person_with_the_words_of_a_quotation_is_a_rendering)
{
        EXPECT_INT(
                renderings(
                        "We never trained for a fire below the car deck", "Nora Velt",
                        "\"We never trained for a fire below the car deck,\" said Nora Velt.",
                        "Relatives gathered. We never trained for a fire below the car deck."),
                2);
}

TEST(a_sentence_that_names_the_speaker_and_tells_the_words_is_a_rendering)
{
        EXPECT_INT(
                renderings("The crew never trained for a fire below the car deck", "Nora Velt",
                           "\"The crew never trained for a fire below the car deck,\" said "
                           "Nora Velt.",
                           "Relatives gathered. The crew had never trained for fire on the car "
                           "deck in the eyes of Velt."),
                2);
}

TEST(what_a_report_tells_in_its_own_name_renders_nobody)
{
        EXPECT_INT(
                renderings(
                        "The crew never trained for a fire below the car deck", "Nora Velt",
                        "\"The crew never trained for a fire below the car deck,\" said "
                        "Nora Velt.",
                        "Relatives gathered. The crew never trained for a fire below the car "
                        "deck."),
                0);
}

static int64_t evidence_start(const json_t *c, size_t agreement)
{
        const json_t *e = json_array_get(
                json_object_get(entry(c, "agreements", agreement), "evidence"), 0);

        return json_integer_value(json_array_get(json_object_get(e, "span"), 0));
}

TEST(what_the_same_sentences_prove_again_comes_behind_what_others_prove)
{
        static struct event_case e;
        static const char *const ids[] = { "a", "b" };
        static const char *const texts[] = {
                "The coast guard counted 12 people killed on the ferry Marigold off Vellmar. "
                "Relatives lit candles at the lighthouse of Ostrin until dawn.",
                "Off Vellmar 12 people killed on the ferry Marigold were counted by the coast "
                "guard. At the lighthouse of Ostrin relatives lit candles until dawn.",
        };

        for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
                struct report *r = given(&e, ids[i], "2026-03-02", texts[i]);

                counted(r, "12 people killed", 12, "people killed", BOUND_EXACT);
        }
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "agreements"), 3);
        EXPECT_INT(evidence_start(c, 0), 0);
        EXPECT(evidence_start(c, 1) > 0);
        EXPECT_INT(evidence_start(c, 2), 0);
}

TEST(spellings_of_one_name_are_one_participant)
{
        static struct event_case e;
        struct report *a = given(&e, "a", NULL, "Sergei Lavrov arrived in Ostrin on Monday.");
        struct report *b =
                given(&e, "b", NULL, "Sergey Lavrov came to Ostrin by train on Monday.");

        named(a, ENTITY_PERSON, "Sergei Lavrov", 0);
        named(b, ENTITY_PERSON, "Sergey Lavrov", 0);
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "participants"), 1);
        EXPECT_INT(json_array_size(json_object_get(entry(c, "participants", 0), "articles")),
                   2);
}

TEST(an_acronym_and_its_long_form_are_one_participant)
{
        static struct event_case e;
        const char *name = "Organization for Security and Co-operation in Europe";
        struct report *a = given(&e, "a", NULL, "The OSCE met in Ostrin on Monday.");
        struct report *b = given(
                &e, "b", NULL, "The Organization for Security and Co-operation in Europe met.");

        named(a, ENTITY_ORGANIZATION, "OSCE", 0);
        named(b, ENTITY_ORGANIZATION, name, 0);
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "participants"), 1);
}

static const char WIRE[] =
        "The ferry Marigold sank off the cliffs of Vellmar late on Monday after its cargo shifted "
        "in heavy seas and water broke through the bow doors. Fishing boats from the harbour of "
        "Ostrin reached the place before the coast guard and pulled most of those on board out of "
        "the cold water. The owner of the ferry promised to open its books to the investigators.";

TEST(a_reprint_has_the_origin_of_what_it_reprints)
{
        static struct event_case e;
        struct report *wire = given(&e, "wire", "2026-03-02T20:00:00Z", WIRE);
        struct report *paper = given(&e, "paper", "2026-03-03T06:00:00Z", WIRE);
        struct report *own = given(&e, "own", "2026-03-03T07:00:00Z", FERRY_B);
        const json_t *k;

        (void)wire, (void)paper, (void)own;
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(json_integer_value(json_object_get(json_object_get(c, "counts"), "origins")),
                   2);
        EXPECT_STR(json_text(entry(c, "articles", 1), "origin"), "wire");
        EXPECT_INT(count(c, "copies"), 1);
        k = entry(c, "copies", 0);
        EXPECT_STR(json_text(k, "from"), "wire");
        EXPECT_STR(json_text(k, "direction"),
                   "undetermined"); /* both may have it from a third */
        EXPECT_INT(count(c, "agreements"), 0);
}

TEST(all_who_reprint_one_text_are_copies_of_each_other)
{
        static struct event_case e;
        static const char *const ids[] = { "a", "b", "c", "d", "e", "f", "g", "h" };

        for (size_t i = 0; i < ARRAY_SIZE(ids); i++)
                given(&e, ids[i], "2026-03-02", WIRE);
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "copies"), 8 * 7 / 2);
}

TEST(a_short_passage_with_a_word_changed_is_a_copy)
{
        static struct event_case e;

        given(&e, "a", "2026-03-02",
              "Ada Lind, the diver who found the wreck of the Marigold below the cliffs of "
              "Vellmar and later sold its bell to a museum, has died in Ostrin.");
        given(&e, "b", "2026-03-02",
              "Friends mourn. Ada Lind, the diver who found the wreck of the Marigold below the "
              "chalk cliffs of Vellmar and later sold its bell, was 91.");
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "copies"), 1);
}

TEST(a_passage_edited_here_and_there_is_a_copy)
{
        static struct event_case e;

        given(&e, "a", "2026-03-02",
              "The owner of the ferry told divers on Sunday of neglect below the waterline and "
              "several other faults in her hull after the inquiry that followed the wreck.");
        given(&e, "b", "2026-03-02",
              "The owner of the ferry told divers on Sunday of neglect below the waterline and "
              "several further faults in her hull behind the inquiry that followed a wreck.");
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "copies"), 1);
}

TEST(a_name_that_is_seen_in_one_report_alone_hides_no_copy)
{
        static struct event_case e;
        struct report *a =
                given(&e, "a", "2026-03-02",
                      "The wreck was found by Ada Lind, a diver from Ostrin, who sold "
                      "the bell of the Marigold to a museum in Vellmar.");

        given(&e, "b", "2026-03-02",
              "The wreck was found by Ada Lind, a diver from Ostrin, who sold the bell of the "
              "Marigold to a museum in Vellmar.");
        named(a, ENTITY_ORGANIZATION, "Ada Lind", 0);
        named(a, ENTITY_PLACE, "Ostrin", 12);
        named(a, ENTITY_PLACE, "Vellmar", 13);
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "copies"), 1);
}

TEST(a_sentence_that_is_the_headline_is_copied_too)
{
        static struct event_case e;
        static const char first[] =
                "A storm on Monday sank the ferry Marigold off the chalk cliffs of Vellmar with "
                "all of its cargo and most of its crew";

        given(&e, "a", "2026-03-02", "Fishing boats came before the coast guard.")->x.title =
                first;
        given(&e, "b", "2026-03-02", "Relatives wait in the harbour.")->x.title = first;
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "copies"), 1);
}

TEST(a_passage_at_the_end_of_two_long_articles_is_a_copy)
{
        static struct event_case e;
        static char texts[2][40000];
        static const char *const ids[] = { "a", "b" };

        for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
                size_t n = 0;

                for (unsigned k = 0; k < 1800; k++)
                        n += (size_t)snprintf(texts[i] + n, sizeof(texts[i]) - n, "w%ua%u%s",
                                              (unsigned)i, k, k % 12 ? " " : ". ");
                snprintf(texts[i] + n, sizeof(texts[i]) - n, "end. %s", WIRE);
                given(&e, ids[i], "2026-03-02", texts[i]);
        }
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "copies"), 1);
}

TEST(who_credits_the_other_has_its_words_from_there)
{
        static struct event_case e;
        static char text[sizeof(WIRE) + 64];
        struct report *paper;
        const json_t *k;

        snprintf(text, sizeof(text), "%s The Harbour Post reported the sinking first.", WIRE);
        paper = given(&e, "paper", "2026-03-02", text);
        named(paper, ENTITY_ORGANIZATION, "Harbour Post", 0);
        given(&e, "origin", "2026-03-03", WIRE)->x.source = "www.harbourpost.example";
        json_auto_t *c = compared(&e);
        event_done(&e);
        k = entry(c, "copies", 0);
        EXPECT_STR(json_text(k, "from"), "origin");
        EXPECT_STR(json_text(k, "direction"), "certain");
        EXPECT_STR(json_text(k, "basis"), "both");
}

TEST(what_one_origin_alone_reports_is_told_with_all_who_reprint_it)
{
        static struct event_case e;

        given(&e, "wire", "2026-03-02T20:00:00Z", WIRE);
        given(&e, "paper", "2026-03-02T20:00:00Z", WIRE);
        json_auto_t *c = compared(&e);
        const json_t *o = entry(c, "only", 0);

        event_done(&e);
        EXPECT_STR(json_text(entry(c, "copies", 0), "direction"), "undetermined");
        EXPECT_STR(json_text(o, "article"), "wire");
        EXPECT_INT(json_array_size(json_object_get(o, "articles")), 2);
}

static const char *const RESIGNED[] = {
        "Velt resigned on Monday over the sinking of the ferry Marigold. The minister knew.",
        "Over the sinking of the ferry Marigold, Velt has resigned. A hearing follows.",
        "After the ferry Marigold sank, harbour chief Velt resigned over the sinking. Rain fell.",
        "The sinking of the ferry Marigold has made Velt resign. Relatives gathered at noon.",
        "Relatives demand answers from the owner. Candles burned in Ostrin through the night.",
};

/* What is left out where each of these reports opens with @lead. */
static json_t *left_out(const char *lead)
{
        static struct event_case e;
        static const char *const ids[] = { "a", "b", "c", "d", "e" };
        static char texts[ARRAY_SIZE(RESIGNED)][400];
        json_t *c;

        for (size_t i = 0; i < ARRAY_SIZE(RESIGNED); i++) {
                snprintf(texts[i], sizeof(texts[i]), "%s%s", lead, RESIGNED[i]);
                given(&e, ids[i], "2026-03-02", texts[i]);
        }
        c = compared(&e);
        event_done(&e);
        return c;
}

TEST(what_all_but_one_carry_is_left_out_by_that_one)
{
        json_auto_t *c = left_out(
                "Boats from Ostrin searched the sea until dark. Divers found nobody alive. The coast guard called them back. ");
        const json_t *m = entry(c, "omissions", 0);

        EXPECT_INT(count(c, "omissions"), 1);
        EXPECT(strstr(json_text(m, "about"), "Velt resigned"));
        EXPECT_STR(json_string_value(json_array_get(json_object_get(m, "articles"), 0)), "e");
}

TEST(what_the_event_is_about_is_told_by_all_if_in_other_words)
{
        json_auto_t *c = left_out("");

        EXPECT_INT(count(c, "omissions"), 0);
}

/* Reports whose sentences, figures and names cross in many ways. */
static void crowd(struct event_case *e, size_t n)
{
        static char texts[REPORTS_MAX][1024], ids[REPORTS_MAX][24], said[REPORTS_MAX][80];
        static const char *const names[] = { "Velt", "Brandt", "Okoro", "Lindqvist" };
        static const char *const things[] = { "harbour", "lighthouse", "engine", "cargo",
                                              "inquiry" };

        for (size_t i = 0; i < n; i++) {
                const char *who = names[i % 4], *what = things[(i * 7) % 5];
                struct report *r;

                snprintf(ids[i], sizeof(ids[i]), "r%zu", i);
                snprintf(
                        texts[i], sizeof(texts[i]),
                        "The ferry Marigold sank off Vellmar on Monday. %s blamed the %s for the "
                        "sinking of the Marigold. \"We will examine the %s of every ferry "
                        "again,\" %s said. The coast guard counted %zu people killed on the ferry. "
                        "Relatives of the crew waited at the %s until %s arrived.",
                        who, what, what, who, 10 + i % 3, what, names[(i + 1) % 4]);
                r = given(e, ids[i], i % 2 ? "2026-03-02T10:00:00Z" : "2026-03-02", texts[i]);
                named(r, ENTITY_PERSON, who, 0);
                named(r, ENTITY_PLACE, "Vellmar", 22);
                counted(r, "people killed", (int64_t)(10 + i % 3), "people killed",
                        BOUND_EXACT);
                snprintf(said[i], sizeof(said[i]),
                         "We will examine the %s of every ferry again,", what);
                quoted(r, said[i], who, 0);
        }
}

static void expect_same_rows(const struct ledger_case *a, const struct ledger_case *b)
{
        EXPECT_INT(a->n, b->n);
        for (size_t i = 0; i < a->n && i < b->n; i++) {
                EXPECT(by_row_key(&a->rows[i], &b->rows[i]) == 0);
                EXPECT(a->rows[i].value.size == b->rows[i].value.size &&
                       memcmp(a->rows[i].value.data, b->rows[i].value.data,
                              a->rows[i].value.size) == 0);
        }
}

TEST(batches_give_the_same_rows_as_one_account_after_the_other)
{
        static struct event_case e;
        struct ledger_case *single = calloc(1, sizeof(*single));
        unsigned random = 12345;

        REQUIRE(single);
        crowd(&e, 24);
        for (size_t i = 0; i < e.n; i++)
                fold(single, &e, i, i + 1);
        for (int round = 0; round < 5; round++) {
                struct ledger_case *batched = calloc(1, sizeof(*batched));

                REQUIRE(batched);
                for (size_t i = 0; i < e.n;) {
                        size_t n = 1 + (random = random * 1103515245 + 12345) / 65536 % 7;

                        n = i + n < e.n ? n : e.n - i;
                        fold(batched, &e, i, i + n);
                        i += n;
                }
                expect_same_rows(single, batched);
                ledger_done(batched);
        }
        ledger_done(single);
        event_done(&e);
}

static bool shown(const json_t *comparison, const struct row_finding *f)
{
        char id[16];
        const char *list;

        snprintf(id, sizeof(id), "%c%02x%02x%02x%02x", f->letter, f->id[0], f->id[1], f->id[2],
                 f->id[3]);
        return comparison_find(comparison, id, &list) != NULL;
}

static size_t findings_shown(const json_t *comparison)
{
        static const char *const lists[] = { "conflicts", "agreements", "quotes",
                                             "only",      "omissions",  "copies" };
        size_t n = 0;

        for (size_t i = 0; i < ARRAY_SIZE(lists); i++)
                n += count(comparison, lists[i]);
        return n;
}

TEST(what_rows_announce_is_what_a_reader_is_shown)
{
        static struct event_case e;
        struct ledger_case *ledger = calloc(1, sizeof(*ledger));
        size_t announced = 0;

        REQUIRE(ledger);
        crowd(&e, 24);
        given(&e, "wire", "2026-03-02T20:00:00Z", WIRE);
        given(&e, "paper", "2026-03-03T06:00:00Z", WIRE);
        for (size_t i = 0; i < e.n; i++)
                fold(ledger, &e, i, i + 1);
        json_auto_t *c = rendered(ledger, e.n);
        for (size_t i = 0; i < ledger->n; i++) {
                struct row_value value;

                REQUIRE(row_value_get(&value, ledger->rows[i].value.data,
                                      ledger->rows[i].value.size) == 0);
                for (uint32_t k = 0; k < value.n_findings; k++)
                        EXPECT(shown(c, &value.findings[k]));
                announced += value.n_findings;
                row_value_clear(&value);
        }
        EXPECT_INT(findings_shown(c), announced);
        EXPECT(comparison_check(c, NULL) == 0);
        ledger_done(ledger);
        event_done(&e);
}

TEST(keys_name_distinct_rows_in_order)
{
        static struct event_case e;
        struct buffer keys = { 0 };

        crowd(&e, 1);
        REQUIRE(compare_keys(&e.reports[0].x, &keys) == 0);
        EXPECT_INT(keys_check(keys.data, keys.size), 0);
        buffer_clear(&keys);
        event_done(&e);
}

static int keep_text(void *context, const char *json, size_t size)
{
        buffer_put(context, json, size);
        buffer_put(context, "\n", 1);
        return 0;
}

TEST(the_desk_shows_what_a_store_would)
{
        static struct event_case e;
        struct ledger_case *ledger = calloc(1, sizeof(*ledger));
        _cleanup_(desk_freep) struct desk *desk = desk_new();
        struct buffer shown = { 0 }, expected = { 0 };

        REQUIRE(ledger && desk);
        crowd(&e, 12);
        for (size_t i = 0; i < e.n; i++) {
                REQUIRE(desk_add(desk, &e.reports[i].x) == 0);
                fold(ledger, &e, i, i + 1);
        }
        REQUIRE(desk_each(desk, keep_text, &shown) == 0);
        json_auto_t *stored = rendered(ledger, e.n);
        json_write(stored, &expected);
        buffer_put(&expected, "\n", 1);
        EXPECT_STR(buffer_text(&shown), buffer_text(&expected));
        buffer_clear(&shown);
        buffer_clear(&expected);
        ledger_done(ledger);
        event_done(&e);
}

TEST(rows_that_are_not_ours_are_refused)
{
        struct row_blob row = { { "zzzzzzzzz", 9 }, { "x", 1 } };
        struct fold_job job = { .head = { 1, 1, 0 }, .rows = &row, .n_rows = 1 };
        struct buffer out = { 0 };

        EXPECT_INT(compare_fold(&job, &out), FRAME_E_MALFORMED);
        row.key.data = "aaaaaaaaa";
        EXPECT_INT(compare_fold(&job, &out), FRAME_E_MALFORMED);
        buffer_clear(&out);
}

/* Folds another account onto rows that may be damaged; the result is not kept. */
static void fold_anew(struct ledger_case *ledger, struct event_case *e)
{
        struct buffer text = { 0 }, out = { 0 };
        struct account_blob account = { .number = 99 };
        struct fold_job job = { .head = { 1, 99, 0 },
                                .rows = ledger->rows,
                                .n_rows = (uint32_t)ledger->n,
                                .n_accounts = 1,
                                .accounts = &account };

        e->reports[0].x.article = "another";
        REQUIRE(extraction_encode(&e->reports[0].x, &text) == 0);
        account.extraction = (struct blob){ text.data, text.size };
        (void)compare_fold(&job, &out);
        buffer_clear(&text);
        buffer_clear(&out);
}

/* Rows whose bytes are changed at random are refused or read, and nothing worse. */
TEST(damaged_rows_do_no_harm)
{
        static struct event_case e;
        struct ledger_case *ledger = calloc(1, sizeof(*ledger));
        unsigned random = 99;

        REQUIRE(ledger);
        crowd(&e, 6);
        for (size_t i = 0; i < e.n; i++)
                fold(ledger, &e, i, i + 1);
        for (int round = 0; round < 3000; round++) {
                struct render_job job = { .head = { 1, 6, 0 },
                                          .rows = ledger->rows,
                                          .n_rows = (uint32_t)ledger->n };
                struct row_blob *row;
                unsigned char *byte, before;
                struct buffer out = { 0 };

                random = random * 1103515245 + 12345;
                row = &ledger->rows[random / 65536 % ledger->n];
                random = random * 1103515245 + 12345;
                byte = (unsigned char *)row->value.data + random / 256 % row->value.size;
                before = *byte;
                *byte = (unsigned char)(random >> 24);
                if (compare_render(&job, &out) == 0)
                        fold_anew(ledger, &e);
                *byte = before;
                buffer_clear(&out);
        }
        ledger_done(ledger);
        event_done(&e);
}
