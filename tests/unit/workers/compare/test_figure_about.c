/* In which words a reader is told what a figure is of. */
#include "base/macros.h"
#include "tests/unit/workers/compare/figure_given.h"

static void expect_about(const struct quantity_case *q, const char *about)
{
        static struct event_case e;
        const struct slot_value *v = figure_in(&e, q);

        EXPECT_STR(v ? v->about : NULL, about);
        event_done(&e);
}

TEST(a_figure_is_of_its_noun)
{
        expect_about(&(struct quantity_case){ QUANTITY_COUNT, "Divers found 12 boats.", "12",
                                              NULL, "boats", 12 },
                     "number of boats");
        expect_about(&(struct quantity_case){ QUANTITY_DURATION,
                                              "Nine hours of debate followed.", "Nine hours",
                                              "hour", "debate", 9 },
                     "length of the debate");
}

TEST(a_figure_without_a_noun_is_told_by_the_words_around_it)
{
        expect_about(&(struct quantity_case){ QUANTITY_DURATION,
                                              "After the trial, Berg served four months in the "
                                              "prison of Ostrin, where he wrote.",
                                              "four months", "month", "serve", 4 },
                     "length: Berg served \u2026 in the prison of Ostrin");
        expect_about(&(struct quantity_case){ QUANTITY_MONEY,
                                              "The owner spent $5 million on the Marigold.",
                                              "$5 million", "dollar", NULL, 5000000 },
                     "sum: The owner spent \u2026 on the Marigold");
        expect_about(&(struct quantity_case){ QUANTITY_MONEY,
                                              "The line (worth \u2014 $5 million) is for sale.",
                                              "$5 million", "dollar", NULL, 5000000 },
                     "sum: The line (worth \u2014 \u2026) is for sale");
}

TEST(words_beyond_a_dash_are_of_something_else)
{
        expect_about(&(struct quantity_case){ QUANTITY_MONEY,
                                              "The owner of the terns \u2014 so he says \u2014 "
                                              "spent over $5 million on the Marigold.",
                                              "$5 million", "dollar", NULL, 5000000 },
                     "sum: spent over \u2026 on the Marigold");
}

TEST(what_is_measured_is_named_by_its_unit)
{
        static const char *const cases[][2] = { { "mile", "distance: to \u2026 from Ostrin" },
                                                { "hectare", "area: to \u2026 from Ostrin" },
                                                { "knot", "speed: to \u2026 from Ostrin" },
                                                { "ton", "weight: to \u2026 from Ostrin" },
                                                { "foot", "measure: to \u2026 from Ostrin" } };

        for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
                expect_about(
                        &(struct quantity_case){ QUANTITY_MEASURE,
                                                 "The owner let it run (to 12 from Ostrin).",
                                                 "12", cases[i][0], NULL, 12 },
                        cases[i][1]);
}

TEST(what_is_no_length_is_told_by_the_words_around_it)
{
        expect_about(&(struct quantity_case){ QUANTITY_DURATION,
                                              "It sank in a dive 17 minutes after it left.",
                                              "17 minutes", "minute", "dive", 17 },
                     "length: It sank in a dive \u2026 after it left");
        expect_about(&(struct quantity_case){ QUANTITY_DURATION,
                                              "They sacked Berg, a 15-year employee.",
                                              "15-year", "year", "employee", 15 },
                     "length: a \u2026 employee");
        expect_about(&(struct quantity_case){ QUANTITY_DURATION,
                                              "The pound fell to a 30-year low today.",
                                              "30-year", "year", "low", 30 },
                     "length: The pound fell to a \u2026 low today");
        expect_about(&(struct quantity_case){ QUANTITY_DURATION,
                                              "They knew Ada Lind for two years there.",
                                              "two years", "year", "Ada Lind", 2 },
                     "length: They knew Ada Lind for \u2026 there");
        expect_about(&(struct quantity_case){ QUANTITY_DURATION, "A 40-minute debate followed.",
                                              "40-minute", "minute", "debate", 40 },
                     "length of the debate");
}

TEST(what_stands_behind_a_modal_is_a_verb)
{
        expect_about(&(struct quantity_case){ QUANTITY_DURATION,
                                              "The owner said he would pay six months of it.",
                                              "six months", "month", "pay", 6 },
                     "length: The owner said he would pay \u2026 of it");
        expect_about(&(struct quantity_case){ QUANTITY_DURATION,
                                              "The owner cut her pay by six months.",
                                              "six months", "month", "pay", 6 },
                     "length of the pay");
        expect_about(&(struct quantity_case){ QUANTITY_DURATION, "Into pay went six months.",
                                              "six months", "month", "pay", 6 },
                     "length of the pay");
}

TEST(what_is_counted_is_told_in_the_plural)
{
        static const char *const cases[][3] = {
                { "A 448-page report came.", "page", "number of pages" },
                { "A 448-story tower came.", "story", "number of stories" },
                { "A 448-storey tower came.", "storey", "number of storeys" },
                { "A 448-box parcel came.", "box", "number of boxes" },
                { "A 448-arch bridge came.", "arch", "number of arches" },
                { "A 448-truth book came.", "truth", "number of truths" },
                { "A 448-woman crew came.", "woman", "number of women" },
                { "A 448 - page report came.", "page", "number of pages" },
                { "About 448 human rights came.", "human", "number of human" },
                { "There were 448 killed.", "killed", "number of people killed" },
                { "The toll is 448.", "death toll", "death toll" },
                { "It had 448 people on board, all safe.", "people",
                  "number of people on board" },
                { "It saved 448 people.", "people", "number of people" },
        };

        for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
                expect_about(&(struct quantity_case){ QUANTITY_COUNT, cases[i][0], "448", NULL,
                                                      cases[i][1], 448 },
                             cases[i][2]);
}

TEST(a_long_noun_is_cut_between_letters)
{
        static char noun[130], about[200];

        memset(noun, 'a', 119);
        strcpy(noun + 119, "\u00e9e");
        snprintf(about, sizeof(about), "number of %.119s", noun);
        expect_about(
                &(struct quantity_case){ QUANTITY_COUNT, "It has 12.", "12", NULL, noun, 12 },
                about);
}

/* A comparison of the boats of two reports, the first of which gives them twice in a sentence.
 */
static json_t *boats(const char *of, const char *of_other)
{
        static struct event_case e;
        struct report *first = given(&e, "first", FERRY, "They found 12 boats (of 12 wrecks).");
        json_t *comparison;

        counted(first, "12 boats", 12, of, BOUND_EXACT);
        counted(first, "12 wrecks", 12, of, BOUND_EXACT);
        counted(given(&e, "second", FERRY, "They found 12 boats in the quarry."), "12 boats",
                12, of_other, BOUND_EXACT);
        comparison = compared(&e);
        event_done(&e);
        return comparison;
}

TEST(a_sentence_proves_a_figure_once)
{
        json_auto_t *c = boats("boats", "boats");
        size_t proofs = 0;

        for (size_t i = 0; i < count(c, "agreements"); i++) {
                const json_t *g = entry(c, "agreements", i);

                if (strcmp(json_text(g, "about"), "number of boats") == 0)
                        proofs = json_array_size(json_object_get(g, "evidence"));
        }
        EXPECT_INT(proofs, 2);
}

/* How the agreement on the sum of the two sentences is called. */
static void expect_called(const char *first, const char *second, const char *about)
{
        static struct event_case e;
        struct report *r = given(&e, "first", FERRY, first);
        json_t *c;
        bool called = false;

        counted(r, "$5,000", 5000, NULL, BOUND_EXACT);
        r->x.quantities[0].unit = "dollar";
        r->x.quantities[0].kind = QUANTITY_MONEY;
        r = given(&e, "second", FERRY, second);
        counted(r, "$5,000", 5000, NULL, BOUND_EXACT);
        r->x.quantities[0].unit = "dollar";
        r->x.quantities[0].kind = QUANTITY_MONEY;
        c = compared(&e);
        for (size_t i = 0; i < count(c, "agreements"); i++)
                called |= strcmp(json_text(entry(c, "agreements", i), "about"), about) == 0;
        EXPECT(called);
        json_decref(c);
        event_done(&e);
}

TEST(of_several_reports_the_words_are_taken_that_tell_most)
{
        /* Not such as begin within a sentence … */
        expect_called("In May, so they say, the old mill brought $5,000 to Berg of Ostrin.",
                      "The old mill brought $5,000 to Berg of Ostrin.",
                      "sum: The old mill brought \u2026 to Berg of Ostrin");
        /* … nor such as need the figure. */
        expect_called("The old mill of Ostrin brought $5,000 to Berg.",
                      "Berg sold the old mill of Ostrin at $5,000.",
                      "sum: Berg sold the old mill of Ostrin");
}
