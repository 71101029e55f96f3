/* How reports of one event are held against each other. */
#include <stdio.h>

#include "proto/comparison.h"
#include "tests/unit/workers/compare/report.h"

static const char FERRY_A[] =
        "The ferry Marigold sank off Vellmar on Monday night in heavy seas. Rescue crews said 12 "
        "people were killed when the ferry sank. The Marigold had left the harbour of Ostrin two "
        "hours before.";

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

TEST(up_to_a_number_is_less_exact_than_the_number)
{
        json_auto_t *c = tolls("2026-03-02", 15, BOUND_AT_MOST, "2026-03-02", 15);

        expect_verdict(c, "precision");
        EXPECT_STR(json_text(entry(entry(c, "conflicts", 0), "values", 0), "value"),
                   "at most 15");
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
        expect_verdict(c, "scope");
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
