/* Which sentences of several reports say the same, and what one alone tells first. */
#include "tests/unit/workers/compare/report.h"

static int64_t agreed(struct event_case *e)
{
        json_auto_t *c = compared(e);

        event_done(e);
        return (int64_t)count(c, "agreements");
}

TEST(whom_two_reports_hear_says_two_things)
{
        static struct event_case e;
        static const char speaker[] = "Ada Lind, the manager of the Vellmar lighthouse trust";

        for (int twice = 0; twice < 2; twice++) {
                struct report *a =
                        given(&e, "a", "2026-03-02",
                              "“Lanterns burned until dawn,” said Ada Lind, the manager "
                              "of the Vellmar lighthouse trust.");
                struct report *b =
                        given(&e, "b", "2026-03-02",
                              "“Divers drank our coffee,” said Ada Lind, the manager of "
                              "the Vellmar lighthouse trust.");

                if (twice) {
                        quoted(a, "Lanterns burned until dawn,", speaker, NONE);
                        quoted(b, "Divers drank our coffee,", speaker, NONE);
                }
                EXPECT_INT(agreed(&e), twice ? 0 : 1);
        }
}

TEST(names_alone_make_no_two_sentences_one)
{
        static struct event_case e;

        given(&e, "a", "2026-03-02", "A wreath came from Mayor Ada Lind of Vellmar Harbour.");
        given(&e, "b", "2026-03-02", "Candles burned for Mayor Ada Lind of Vellmar Harbour.");
        EXPECT_INT(agreed(&e), 0);
        given(&e, "a", "2026-03-02", "A wreath was laid by Mayor Ada Lind of Vellmar Harbour.");
        given(&e, "b", "2026-03-02",
              "Wreaths were laid for Mayor Ada Lind of Vellmar Harbour.");
        EXPECT_INT(agreed(&e), 1);
}

static const char *first_words(const json_t *comparison, size_t only)
{
        const json_t *o = entry(comparison, "only", only);

        return json_text(json_array_get(json_object_get(o, "evidence"), 0), "text");
}

static bool agrees_on(const json_t *comparison, const char *words, size_t *ret_articles)
{
        for (size_t i = 0; i < count(comparison, "agreements"); i++) {
                const json_t *o = entry(comparison, "agreements", i);

                if (!strstr(json_text(o, "about"), words))
                        continue;
                *ret_articles = json_array_size(json_object_get(o, "articles"));
                return true;
        }
        return false;
}

TEST(other_numbers_are_no_agreement)
{
        static struct event_case e;
        static const int64_t arrested[] = { 14, 14, 17, 17 };
        static const char *const ids[] = { "a", "b", "c", "d" };
        static const char *const texts[] = {
                "Police arrested 14 supporters of the Vellmar club near the stadium. The keeper "
                "went home by bicycle before the lamps were lit along the quay.",
                "Near the stadium 14 supporters of the Vellmar club were arrested by police. Rain "
                "fell on the vineyards, and the brass band played under an awning.",
                "Police arrested 17 supporters of the Vellmar club near the stadium. Buses from "
                "Ostrin waited an hour while their drivers mended a broken axle.",
                "Near the stadium 17 supporters of the Vellmar club were arrested by police. Bakers "
                "gave bread to the stewards who had slept in the town library.",
        };

        for (int with = 0; with < 2; with++) { /* a second report of either number */
                size_t n = 0;
                json_auto_t *c = NULL;

                for (size_t i = 0; i < 4; i++) {
                        if (i % 2 && !with)
                                continue;
                        counted(given(&e, ids[i], "2026-03-02", texts[i]),
                                arrested[i] == 14 ? "14" : "17", arrested[i], "supporters",
                                BOUND_EXACT);
                }
                c = compared(&e);
                event_done(&e);
                EXPECT(agrees_on(c, "Vellmar club", &n) == (with == 1));
                EXPECT_INT(n, with ? 2 : 0);
        }
}

TEST(a_report_without_a_number_makes_no_two_numbers_one)
{
        static struct event_case e;
        size_t n = 0;

        given(&e, "a", "2026-03-02",
              "Police arrested supporters of the Vellmar club near the stadium.");
        counted(given(&e, "b", "2026-03-02",
                      "Near the stadium 14 supporters of the Vellmar club were arrested by police."),
                "14", 14, "supporters", BOUND_EXACT);
        counted(given(&e, "c", "2026-03-02",
                      "Police arrested 17 supporters of the Vellmar club near the stadium."),
                "17", 17, "supporters", BOUND_EXACT);
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT(agrees_on(c, "Vellmar club", &n));
        EXPECT_INT(n, 2);
}

static void at_time(struct report *r, const char *words, enum time_type type, const char *value)
{
        struct time_expression *t =
                arena_push(r->arena, &r->x.times, &r->x.n_times, sizeof(*t));

        REQUIRE(t);
        *t = (struct time_expression){ .by = { 900, "test" },
                                       .span = words_at(&r->x, words),
                                       .type = type,
                                       .value = value };
}

TEST(other_hours_are_no_agreement)
{
        static const char a_says[] = "The Marigold left the harbour of Vellmar at noon.";
        static const char b_says[] = "The Marigold left the harbour of Vellmar at one.";

        for (int same = 0; same < 2; same++) {
                static struct event_case e;
                json_auto_t *c = NULL;
                size_t n = 0;

                at_time(given(&e, "a", "2026-03-02", a_says), "noon", TIME_TIME,
                        "2026-03-02T12:00");
                at_time(given(&e, "b", "2026-03-02", b_says), "one", TIME_TIME,
                        same ? "2026-03-02T12:00" : "2026-03-02T13:00");
                c = compared(&e);
                event_done(&e);
                EXPECT(agrees_on(c, "The Marigold left", &n) == (same == 1));
        }
}

static void priced(struct report *r, const char *words, int64_t value)
{
        counted(r, words, value, NULL, BOUND_EXACT);
        r->x.quantities[r->x.n_quantities - 1].unit = "EUR";
        r->x.quantities[r->x.n_quantities - 1].kind = QUANTITY_MONEY;
}

TEST(a_number_in_common_makes_no_sums_agree)
{
        static struct event_case e;
        struct report *r = given(&e, "a", "2026-03-02",
                                 "Vellmar spends 90 euros a lamp on 70 harbour lanterns.");
        size_t n = 0;
        json_auto_t *c = NULL;

        priced(r, "90 euros", 90);
        counted(r, "70", 70, "lanterns", BOUND_EXACT);
        r = given(&e, "b", "2026-03-02",
                  "Vellmar spends 80 euros a lamp on 70 harbour lanterns.");
        priced(r, "80 euros", 80);
        counted(r, "70", 70, "lanterns", BOUND_EXACT);
        c = compared(&e);
        event_done(&e);
        EXPECT(!agrees_on(c, "Vellmar spends", &n));
}

TEST(two_scores_are_no_agreement)
{
        static struct event_case e;

        given(&e, "a", "2026-03-02", "Vellmar beat Ostrin 3-1 in the harbour cup on Sunday.");
        given(&e, "b", "2026-03-02", "Vellmar beat Ostrin 2-1 in the harbour cup on Sunday.");
        EXPECT_INT(agreed(&e), 0);
        given(&e, "a", "2026-03-02", "Vellmar beat Ostrin 3-1 in the harbour cup on Sunday.");
        given(&e, "b", "2026-03-02", "Ostrin lost 1–3 to Vellmar in the harbour cup.");
        EXPECT_INT(agreed(&e), 1);
}

TEST(what_is_new_and_exact_comes_first_of_what_one_reports)
{
        static struct event_case e;

        given(&e, "a", "2026-03-02",
              "The ferry Marigold sank off the harbour of Vellmar near the lighthouse. Lanterns "
              "swung above the quarry while neighbours rang a chapel bell. The ferry carried 43 "
              "lorries loaded with timber, copper cable and frozen herring. Why did nobody hear "
              "the chapel bell ringing above the quarry?");
        given(&e, "b", "2026-03-02",
              "Near the lighthouse the ferry Marigold sank off the harbour of Vellmar.");
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "only"), 2);
        EXPECT(strstr(first_words(c, 0), "43"));
        EXPECT(strstr(first_words(c, 1), "Lanterns"));
}

TEST(a_figure_counts_for_some_more_words)
{
        static struct event_case e;

        given(&e, "a", "2026-03-02",
              "The ferry Marigold sank off the harbour of Vellmar near the lighthouse. Lanterns "
              "swung above the quarry while neighbours rang a chapel bell. It carried 43 lorries "
              "of timber, copper and herring.");
        given(&e, "b", "2026-03-02",
              "Near the lighthouse the ferry Marigold sank off the harbour of Vellmar.");
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT(strstr(first_words(c, 0), "43"));
}

TEST(a_figure_that_others_give_counts_for_none)
{
        static struct event_case e;

        for (int shared = 0; shared < 2; shared++) {
                struct report *a = given(
                        &e, "a", "2026-03-02",
                        "The ferry Marigold sank off the harbour of Vellmar near the lighthouse. "
                        "Lanterns swung above the quarry while neighbours rang a chapel bell. It "
                        "carried 43 lorries of timber, copper and herring.");
                struct report *b = given(
                        &e, "b", "2026-03-02",
                        shared ? "Near the lighthouse the ferry Marigold sank off the harbour of "
                                 "Vellmar. Its owner counted 43 lorries."
                               : "Near the lighthouse the ferry Marigold sank off the harbour of "
                                 "Vellmar. Its owner counted 51 lorries.");

                counted(a, "43", 43, "lorries", BOUND_EXACT);
                counted(b, shared ? "43" : "51", shared ? 43 : 51, "lorries", BOUND_EXACT);
                json_auto_t *c = compared(&e);
                event_done(&e);
                EXPECT(strstr(first_words(c, 0), shared ? "Lanterns" : "43"));
        }
}

static size_t place_of(const json_t *comparison, const char *about)
{
        size_t n = count(comparison, "agreements"), i = 0;

        while (i < n && strcmp(json_text(entry(comparison, "agreements", i), "about"), about))
                i++;
        EXPECT(i < n);
        return i;
}

TEST(two_of_something_come_behind_what_is_counted_exactly)
{
        static struct event_case e;
        static const char *const texts[] = {
                "The coast guard sent 2 boats. Rain fell. Snow fell. Hail fell. Fog rose. The "
                "ferry carried 43 lorries of timber.",
                "Fishermen launched 2 boats at dawn. Dusk came. Sleet came. Noon came. Wind rose. "
                "On deck stood 43 lorries."
        };
        static const char *const ids[] = { "a", "b" };

        for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
                struct report *r = given(&e, ids[i], "2026-03-02", texts[i]);

                counted(r, "2", 2, "boats", BOUND_EXACT);
                counted(r, "43", 43, "lorries", BOUND_EXACT);
        }
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT(place_of(c, "number of lorries") < place_of(c, "number of boats"));
}

TEST(what_stands_under_a_post_or_a_picture_is_no_fact)
{
        static struct event_case e;
        static const char *const texts[][2] = {
                { "— Marigold lighthouse trust, Vellmar quarry (@trust) March 2.", "0" },
                { "— Marigold lighthouse trust, Vellmar quarry (trust) March 2.", "1" },
                { "FILE - The ferry Marigold leaves the quarry of Vellmar.", "0" },
                { "The ferry Marigold leaves the quarry of Vellmar.", "1" },
        };

        for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
                given(&e, "a", "2026-03-02", texts[i][0]);
                given(&e, "b", "2026-03-02", texts[i][0]);
                EXPECT_INT(agreed(&e), texts[i][1][0] - '0');
        }
}

TEST(what_has_hardly_a_word_in_small_letters_is_no_fact)
{
        static struct event_case e;
        static const char *const texts[][2] = {
                { "Monday, March 2, 2026 | Updated 9:01 AM Vellmar Marigold Quarry Time.",
                  "0" },
                { "III, Vellmar Marigold Reports ch. 14, in 1 Quarry Law.", "0" },
                { "ALL of the @VellmarQuarry MARIGOLD STORY:https://quarry.example/vellmar-marigold-story",
                  "0" },
                { "Bishops of Ostrin had paid quarry owners.", "1" },
                { "\u0412\u0435\u043b\u044c\u043c\u0430\u0440 \u043f\u0430\u0440\u043e\u043c "
                  "\u0437\u0430\u0442\u043e\u043d\u0443\u043b \u0441\u0435\u0433\u043e\u0434\u043d\u044f "
                  "\u043d\u043e\u0447\u044c\u044e Vellmar Marigold.",
                  "1" },
        };

        for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
                given(&e, "a", "2026-03-02", texts[i][0]);
                given(&e, "b", "2026-03-02", "The Vellmar Marigold quarry ferry was raised.");
                json_auto_t *c = compared(&e);
                size_t n = 0;

                for (size_t k = 0; k < count(c, "only"); k++)
                        n += strcmp(json_text(entry(c, "only", k), "article"), "a") == 0;
                EXPECT_INT(n, texts[i][1][0] - '0');
                event_done(&e);
        }
}

TEST(a_place_that_is_merely_named_is_no_agreement)
{
        static struct event_case e;
        static const char *const texts[] = {
                "Gulls slept upon chimneys in Ostrin. A lantern at Vellmar guided twelve trawlers "
                "and a tug past ledges, shoals and breakers to quiet anchorage.",
                "Ostrin elected a baker. Cloudy skies, sleet, thunder and gusts hid a lantern at "
                "Vellmar while cargo trawlers drifted northward without engines."
        };
        static const char *const ids[] = { "a", "b" };

        for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
                struct report *r = given(&e, ids[i], "2026-03-02", texts[i]);

                named(r, ENTITY_PLACE, "Ostrin", 11);
                named(r, ENTITY_PLACE, "Vellmar", 12);
        }
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(place_of(c, "Vellmar"), 0);
        for (size_t i = 0; i < count(c, "agreements"); i++)
                EXPECT(strcmp(json_text(entry(c, "agreements", i), "about"), "Ostrin") != 0);
}

TEST(some_day_to_come_is_no_day_that_is_named)
{
        static struct event_case e;
        static const char *const texts[] = { "Gulls will sleep soon.",
                                             "Bakers will vote soon." };
        static const char *const ids[] = { "a", "b" };
        struct time_expression t[2];

        for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
                struct report *r = given(&e, ids[i], "2026-03-02", texts[i]);

                t[i] = (struct time_expression){ .by = { 900, "test" },
                                                 .span = words_at(&r->x, "soon"),
                                                 .type = TIME_DATE,
                                                 .value = "FUTURE_REF" };
                r->x.times = &t[i];
                r->x.n_times = 1;
        }
        EXPECT_INT(agreed(&e), 0);
}

TEST(sentences_of_few_common_words_come_behind_what_is_told_alike)
{
        static struct event_case e;
        static const char *const texts[] = {
                "Divers found the rusty anchor of the Marigold. The harbour keeper locked the old "
                "lighthouse gate.",
                "Children painted the rusty anchor of the Marigold with flowers, stars and "
                "dolphins before the parade. The harbour keeper locked the lighthouse gate."
        };
        json_t *c;
        const char *first;

        given(&e, "a", "2026-03-02", texts[0]);
        given(&e, "b", "2026-03-02", texts[1]);
        c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "agreements"), 2);
        first = json_text(entry(c, "agreements", 0), "about");
        EXPECT(strstr(first, "keeper"));
        json_decref(c);
}

TEST(what_others_quote_too_comes_last_of_what_one_reports)
{
        static struct event_case e;
        static const char said[] =
                "Divers found coffee and brass lanterns under the ferry, and then barrels, "
                "fiddles, saddles, anchors, kettles and mirrors,";

        for (int quoted_too = 0; quoted_too < 2; quoted_too++) {
                struct report *a, *b;

                e.n = 0;
                a = given(&e, "a", "2026-03-02",
                          "“Divers found coffee and brass lanterns under the ferry, and then "
                          "barrels, fiddles, saddles, anchors, kettles and mirrors,” said Ada "
                          "Lind. Bakers sold bread to gulls.");
                b = given(
                        &e, "b", "2026-03-02",
                        "Rain fell upon chimneys of Ostrin as Ada Lind told of “coffee and brass "
                        "lanterns under the ferry.”");
                quoted(a, said, "Ada Lind", NONE);
                if (quoted_too)
                        quoted(b, "coffee and brass lanterns under the ferry.", "Ada Lind",
                               NONE);
                json_auto_t *c = compared(&e);

                EXPECT_INT(count(c, "quotes"), quoted_too);
                EXPECT_STR(first_words(c, !quoted_too), "Bakers sold bread to gulls.");
                event_done(&e);
        }
}
