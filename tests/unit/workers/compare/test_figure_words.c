/* What the words around a figure say of it. */
#include "base/macros.h"
#include "tests/unit/workers/compare/figure_given.h"
#include "workers/compare/figure_words.h"

/* How many figures the first 51 or 44.8 of a sentence is. */
static size_t counts_in(const char *text, const char *number, int64_t thousandths)
{
        static struct event_case e;
        struct report *r = given(&e, "a", "2026-03-02", text);
        struct account *a;
        size_t n;

        counted(r, number, 1, "deaths", BOUND_EXACT);
        r->x.quantities[0].value = thousandths;
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
        n = a->n_figures;
        event_done(&e);
        return n;
}

TEST(a_rate_counts_nobody)
{
        EXPECT_INT(counts_in("There were 51 deaths in the valley.", "51", 51000), 1);
        EXPECT_INT(counts_in("There were 51 deaths per 100,000 people.", "51", 51000), 0);
        EXPECT_INT(counts_in("There were 51 deaths/100,000 last year.", "51", 51000), 0);
        EXPECT_INT(counts_in("There were 44.8 deaths a year.", "44.8", 44800), 0);
}

TEST(one_day_is_no_length)
{
        static struct event_case e;

        EXPECT(!figure_in(&e,
                          &(struct quantity_case){ QUANTITY_DURATION, "One day they sailed.",
                                                   "One day", "day", NULL, 1 }));
        EXPECT(figure_in(&e,
                         &(struct quantity_case){ QUANTITY_DURATION, "They sailed for a day.",
                                                  "a day", "day", NULL, 1 }));
        event_done(&e);
}

TEST(what_a_verb_governs_counts_nothing)
{
        static struct event_case e;

        EXPECT(!figure_in(&e, &(struct quantity_case){ QUANTITY_COUNT, "The two met in Ostrin.",
                                                       "two", NULL, "met", 2 }));
        event_done(&e);
}

TEST(neither_number_of_a_record_bounds_the_other)
{
        static struct event_case e;
        static const char *const texts[] = { "The Terns ended a 4-12 season.",
                                             "They stay for 4-12 seasons." };

        for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
                struct report *r = given(&e, "a", FERRY, texts[i]);
                struct account *a;

                counted(r, "4-12", 4, "seasons", BOUND_EXACT);
                r->x.quantities[0].high = 12 * 1000;
                REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
                EXPECT_INT(a->n_figures, i);
        }
        event_done(&e);
}

TEST(a_sum_in_brackets_behind_a_sum_is_converted)
{
        static struct event_case e;
        const struct slot_value *v;

        v = figure_in(&e, &(struct quantity_case){ QUANTITY_MONEY,
                                                   "It cost A$150 million ($108 million).",
                                                   "$108 million", "dollar", NULL, 108 });
        EXPECT(v && v->part == PART_CONVERTED);
        v = figure_in(&e, &(struct quantity_case){ QUANTITY_MONEY,
                                                   "The new bell ($108 million) is dear.",
                                                   "$108 million", "dollar", NULL, 108 });
        EXPECT(v && v->part == 0);
        event_done(&e);
}

TEST(what_stands_in_brackets_behind_another_sum_is_converted)
{
        static struct event_case e;
        struct report *r = given(&e, "a", FERRY, "It cost 900 euros ($1,000) in all.");
        struct account *a;

        counted(r, "900 euros", 900, NULL, BOUND_EXACT);
        counted(r, "$1,000", 1000, NULL, BOUND_EXACT);
        r->x.quantities[0].unit = "euro";
        r->x.quantities[1].unit = "dollar";
        r->x.quantities[0].kind = r->x.quantities[1].kind = QUANTITY_MONEY;
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0 && a->n_figures == 2);
        EXPECT_INT(a->figures[0].value.part, 0);
        EXPECT_INT(a->figures[1].value.part, PART_CONVERTED);
        event_done(&e);
}

TEST(what_a_sentence_gives_as_of_an_hour_moves)
{
        static struct event_case e;
        const struct slot_value *v;

        v = figure_in(&e, &(struct quantity_case){ QUANTITY_COUNT,
                                                   "As of noon, 12 boats had come in.", "12",
                                                   NULL, "boats", 12 });
        EXPECT(v && v->moves);
        v = figure_in(&e,
                      &(struct quantity_case){ QUANTITY_COUNT,
                                               "By noon 12 boats had come in. So far so good.",
                                               "12", NULL, "boats", 12 });
        EXPECT(v && !v->moves);
        event_done(&e);
}

TEST(a_toll_that_reached_its_number_has_grown)
{
        static struct event_case e;
        const struct slot_value *v;

        v = figure_in(&e, &(struct quantity_case){ QUANTITY_COUNT,
                                                   "The death toll reached 12 at night.", "12",
                                                   NULL, "people killed", 12 });
        EXPECT(v && v->grows);
        v = figure_in(&e, &(struct quantity_case){ QUANTITY_COUNT,
                                                   "The ferry had reached Ostrin. The storm "
                                                   "killed 12 people.",
                                                   "12", NULL, "people killed", 12 });
        EXPECT(v && !v->grows);
        event_done(&e);
}

TEST(an_hour_that_is_reckoned_is_no_figure)
{
        static const char *const words[] = { "15 minutes ago", "at 20:45" };
        static struct event_case e;

        for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
                char text[80];
                struct report *r;
                struct account *a;
                struct time_expression t;

                snprintf(text, sizeof(text), "The ferry sank %s.", words[i]);
                r = given(&e, "a", FERRY, text);
                t = time_at(r, words[i], TIME_TIME, "2026-03-02T20:45");
                r->x.times = &t;
                r->x.n_times = 1;
                REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
                EXPECT_INT(a->n_figures, i);
        }
        event_done(&e);
}

/* The year of the 12 boats of the text, which names two, the first as @first. */
static unsigned year_of_boats(const char *text, const char *first)
{
        static struct event_case e;
        struct report *r = given(&e, "a", FERRY, text);
        struct time_expression times[] = { time_at(r, first, TIME_DATE, "2019"),
                                           time_at(r, "2021", TIME_DATE, "2021") };
        struct account *a;
        unsigned year;

        counted(r, "12", 12, "boats", BOUND_EXACT);
        r->x.times = times;
        r->x.n_times = ARRAY_SIZE(times);
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
        year = a->figures[0].value.year;
        event_done(&e);
        return year;
}

TEST(years_ago_are_reckoned_and_days_ago_are_not)
{
        static const char *const cases[][3] = { { "two years ago", "2024", "1" },
                                                { "two days ago", "2026-02-28", "0" },
                                                { "in 2024", "2024", "0" } };
        static struct event_case e;

        for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
                char text[80];
                struct report *r;
                struct account *a;
                struct time_expression t;

                snprintf(text, sizeof(text), "The ferry sank %s.", cases[i][0]);
                r = given(&e, "a", FERRY, text);
                t = time_at(r, cases[i][0], TIME_DATE, cases[i][1]);
                r->x.times = &t;
                r->x.n_times = 1;
                REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
                REQUIRE(a->n_figures == 1);
                EXPECT_INT(a->figures[0].value.bound == FIGURE_AGO, cases[i][2][0] - '0');
        }
        event_done(&e);
}

TEST(the_year_nearest_to_a_figure_is_its_own)
{
        EXPECT_INT(year_of_boats("After 2019 it sank 12 boats, 2021 none.", "2019"), 2021);
}

TEST(a_year_before_a_figure_is_as_near_as_one_behind_it)
{
        EXPECT_INT(year_of_boats("After May 2019 it sank 12 boats, in 2021 none.", "May 2019"),
                   2019);
}

TEST(when_a_page_was_changed_ends_with_its_sentence)
{
        static const char *const texts[] = { "The page was updated at 20:45.",
                                             "The page was updated. At 20:45 it sank." };
        static struct event_case e;

        for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
                struct report *r = given(&e, "a", FERRY, texts[i]);
                struct account *a;
                struct time_expression t = time_at(r, "20:45", TIME_TIME, "2026-03-02T20:45");

                r->x.times = &t;
                r->x.n_times = 1;
                REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
                EXPECT_INT(a->n_figures, i);
        }
        event_done(&e);
}

/* What the second figure of "3 … and 4 …" makes with the first. */
static int64_t whole_of(enum quantity_kind kind, const char *text, const char *unit,
                        const char *other)
{
        static struct event_case e;
        struct report *r = given(&e, "a", FERRY, text);
        struct account *a;
        int64_t total;

        counted(r, "3", 3, kind == QUANTITY_COUNT ? "people killed" : NULL, BOUND_EXACT);
        counted(r, "4", 4, kind == QUANTITY_COUNT ? "people killed" : NULL, BOUND_EXACT);
        r->x.quantities[0].unit = unit;
        r->x.quantities[1].unit = other;
        r->x.quantities[0].kind = r->x.quantities[1].kind = kind;
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0 && a->n_figures == 2);
        total = a->figures[1].value.total;
        event_done(&e);
        return total / 1000;
}

TEST(only_figures_of_one_unit_add_up)
{
        EXPECT_INT(whole_of(QUANTITY_COUNT, "It killed 3 women and 4 men.", NULL, NULL), 7);
        EXPECT_INT(whole_of(QUANTITY_MONEY, "It cost 3 euros and 4 dollars.", "euro", "dollar"),
                   4);
        EXPECT_INT(whole_of(QUANTITY_COUNT, "It hurt boys aged 3 and 4.", NULL, NULL), 4);
}

/* The figure of @q, which the extraction takes for @bound. */
static const struct slot_value *bounded_in(struct event_case *e, const char *text,
                                           const char *words, enum quantity_kind kind,
                                           enum quantity_bound bound)
{
        struct report *r = given(e, "a", FERRY, text);
        struct account *a;

        counted(r, words, 300, "boats", bound);
        r->x.quantities[0].kind = kind;
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0 && a->n_figures == 1);
        return &a->figures[0].value;
}

TEST(nearly_has_a_side)
{
        static const struct {
                const char *text, *words;
                uint8_t bound;
        } cases[] = {
                { "Nearly 300 boats came.", "Nearly 300", FIGURE_NEARLY },
                { "There were just over 300 boats.", "just over 300", FIGURE_JUST_OVER },
                { "There were about 300 boats.", "about 300", BOUND_ABOUT },
        };
        static struct event_case e;

        for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
                EXPECT_INT(bounded_in(&e, cases[i].text, cases[i].words, QUANTITY_COUNT,
                                      BOUND_ABOUT)
                                   ->bound,
                           cases[i].bound);
        event_done(&e);
}

TEST(the_price_of_shares_moves)
{
        static struct event_case e;

        EXPECT(bounded_in(&e, "Shares of the line fell to $300.", "$300", QUANTITY_MONEY,
                          BOUND_EXACT)
                       ->moves);
        EXPECT(!bounded_in(&e, "The line was bought for $300 in stock.", "$300", QUANTITY_MONEY,
                           BOUND_EXACT)
                        ->moves);
        event_done(&e);
}

TEST(what_is_counted_with_others_or_as_all_is_a_part_of_its_own)
{
        static const struct {
                const char *text;
                bool part;
        } cases[] = {
                { "They showed 12 red drones and missiles.", true },
                { "They showed all 12 drones.", true },
                { "They found 12 in additional boats.", true },
                { "They found 12 in new boats.", true },
                { "They lost 12 of their drones.", true },
                { "They showed 12 of other drones.", true },
                { "They showed 12 red drones and dozens of missiles.", false },
                { "They showed 12 drones and left.", false },
                { "They showed 12 of wood and stones.", false },
                { "They showed 12 of our drones and missiles.", false },
        };
        static struct event_case e;

        for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
                const struct slot_value *v =
                        figure_in(&e, &(struct quantity_case){ QUANTITY_COUNT, cases[i].text,
                                                               "12", NULL, "drones", 12 });

                EXPECT_INT(v && v->part, cases[i].part);
        }
        event_done(&e);
}

TEST(the_last_ten_games_are_no_count)
{
        static struct event_case e;

        EXPECT(!figure_in(&e, &(struct quantity_case){ QUANTITY_COUNT,
                                                       "They lost eight of the last 10 games.",
                                                       "10", NULL, "games", 10 }));
        EXPECT(figure_in(&e, &(struct quantity_case){ QUANTITY_COUNT,
                                                      "They lost at last in 10 games.", "10",
                                                      NULL, "games", 10 }));
        EXPECT(!figure_in(&e, &(struct quantity_case){ QUANTITY_DURATION,
                                                       "They must leave within 10 days.",
                                                       "within 10 days", "day", NULL, 10 }));
        event_done(&e);
}

TEST(a_single_one_belongs_to_the_whole_if_it_is_of_the_kind)
{
        static const struct {
                const char *text, *words, *of;
                int64_t total;
        } cases[] = {
                { "He has 5 counts of fraud, 2 counts of theft and 1 count of arson.",
                  "1 count", "count", 8000 },
                { "He has 5 counts of fraud, 2 counts of theft and 1 boat.", "1 boat", "boat",
                  7000 },
        };
        static struct event_case e;

        for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
                struct report *r = given(&e, "a", FERRY, cases[i].text);
                struct account *a;

                counted(r, "5 counts", 5, "counts", BOUND_EXACT);
                counted(r, "2 counts", 2, "counts", BOUND_EXACT);
                counted(r, cases[i].words, 1, cases[i].of, BOUND_EXACT);
                REQUIRE(account_digest(&a, r->arena, &r->x) == 0 && a->n_figures == 2);
                EXPECT_INT(a->figures[0].value.total, cases[i].total);
        }
        event_done(&e);
}

TEST(behind_the_last_word_there_is_none)
{
        static const char *const texts[] = { "They left within", "…" };
        static const char *const words[] = { "within" };
        static struct event_case e;

        for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
                struct report *r = given(&e, "a", FERRY, texts[i]);
                struct account *a;

                REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
                EXPECT(!figure_term_is(a, a->n_terms, words, ARRAY_SIZE(words)));
        }
        event_done(&e);
}

/* Does the figure 69 tell of another time, where @when is read as @value? */
static bool is_past(const char *text, const char *when, const char *value)
{
        static struct event_case e;
        struct report *r = given(&e, "a", FERRY, text);
        struct time_expression *t =
                arena_push(r->arena, &r->x.times, &r->x.n_times, sizeof(*t));
        struct account *a;
        bool past;

        REQUIRE(t);
        *t = (struct time_expression){ .span = words_at(&r->x, when),
                                       .type = TIME_DATE,
                                       .value = value,
                                       .by = { 900, "test" } };
        counted(r, "69", 69, "boats", BOUND_EXACT);
        if (strstr(text, "61"))
                counted(r, "61", 61, "boats", BOUND_EXACT);
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0 && a->n_figures);
        past = a->figures[0].value.past;
        event_done(&e);
        return past;
}

TEST(what_happened_at_another_time_is_past_and_what_is_compared_with_it_not)
{
        EXPECT(is_past("Some 69 boats sailed in 2014.", "2014", "2014"));
        EXPECT(!is_past("Some 69 boats sailed in 2026.", "2026", "2026"));
        EXPECT(is_past("Some 69 boats sailed in June.", "June", "XXXX-06"));
        EXPECT(!is_past("Some 69 boats sail to a June fair.", "June", "XXXX-06"));
        EXPECT(!is_past("Some 69 boats sailed, up from 61 in 2014.", "2014", "2014"));
}
