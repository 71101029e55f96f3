/* What is taken for the figures of an article, and what two of them say of each other. */
#include "tests/unit/workers/compare/report.h"
#include "workers/compare/account.h"
#include "workers/compare/match.h"
#include "workers/compare/senses.h"
#include "workers/compare/verdict.h"

static const char FERRY[] = "2026-03-02T21:00:00Z";

static struct slot_value plain(int64_t value, uint64_t origin)
{
        return (struct slot_value){ .value = value * 1000,
                                    .high = value * 1000,
                                    .known = KNOWN_NOT,
                                    .mention = { .origin = origin, .confidence = 900 } };
}

static enum verdict verdict_of(enum slot_kind kind, struct slot_value a, struct slot_value b)
{
        struct slot slot = { .kind = (uint8_t)kind };
        enum verdict there = figures_compare(&slot, &a, &b);

        EXPECT_INT(figures_compare(&slot, &b, &a), there);
        return there;
}

/* Minutes of the day, with what bounds them. */
static enum verdict clocks(int64_t a, uint8_t bound, int64_t b)
{
        struct slot_value x = plain(a, 1);

        x.bound = bound;
        return verdict_of(SLOT_CLOCK, x, plain(b, 2));
}

TEST(full_tens_of_minutes_stand_for_those_around_them)
{
        EXPECT_INT(clocks(15 * 60 + 30, BOUND_EXACT, 15 * 60 + 33), VERDICT_PRECISION);
        EXPECT_INT(clocks(15 * 60 + 25, BOUND_EXACT, 15 * 60 + 27), VERDICT_PRECISION);
        EXPECT_INT(clocks(15 * 60 + 25, BOUND_EXACT, 15 * 60 + 28), VERDICT_CONFLICT);
        EXPECT_INT(clocks(15 * 60 + 31, BOUND_EXACT, 15 * 60 + 33), VERDICT_CONFLICT);
        EXPECT_INT(clocks(15 * 60 + 30, BOUND_EXACT, 15 * 60 + 40), VERDICT_CONFLICT);
}

TEST(just_after_midnight_is_not_noon)
{
        EXPECT_INT(clocks(0, BOUND_MORE_THAN, 20), VERDICT_PRECISION);
        EXPECT_INT(clocks(0, BOUND_MORE_THAN, 12 * 60), VERDICT_CONFLICT);
        EXPECT_INT(clocks(14 * 60, BOUND_LESS_THAN, 13 * 60 + 30), VERDICT_PRECISION);
        EXPECT_INT(clocks(14 * 60, BOUND_LESS_THAN, 9 * 60 + 15), VERDICT_CONFLICT);
}

static enum verdict lengths(int64_t a, const char *unit, int64_t b, const char *other)
{
        struct slot_value x = plain(a, 1), y = plain(b, 2);

        x.unit = unit;
        y.unit = other;
        return verdict_of(SLOT_DURATION, x, y);
}

TEST(a_coarser_unit_leaves_half_of_itself_open)
{
        EXPECT_INT(lengths(93, "day", 3, "month"), VERDICT_PRECISION);
        EXPECT_INT(lengths(12, "day", 2, "week"), VERDICT_PRECISION);
        EXPECT_INT(lengths(40, "minute", 1, "hour"), VERDICT_CONFLICT);
        EXPECT_INT(lengths(12, "day", 14, "day"), VERDICT_CONFLICT);
}

TEST(of_one_thing_one_count_is_hardly_twice_the_other)
{
        EXPECT_INT(verdict_of(SLOT_COUNT, plain(13, 1), plain(24, 2)), VERDICT_CONFLICT);
        EXPECT_INT(verdict_of(SLOT_COUNT, plain(13, 1), plain(60, 2)), VERDICT_NONE);
        EXPECT_INT(verdict_of(SLOT_COUNT, plain(2, 1), plain(5, 2)), VERDICT_CONFLICT);
}

TEST(what_is_planned_and_what_was_is_no_contradiction)
{
        struct slot_value a = plain(13, 1), b = plain(15, 2);

        a.planned = true;
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_UPDATED);
}

TEST(a_part_and_the_whole_are_of_another_scope)
{
        struct slot_value a = plain(13, 1), b = plain(15, 2);

        a.part = 1;
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_SCOPE);
}

TEST(figures_with_others_of_their_kind_in_their_sentences_are_not_told_to_contradict)
{
        struct slot_value a = plain(13, 1), b = plain(15, 2);

        a.siblings = 1;
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_CONFLICT);
        b.siblings = 1;
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_NONE);
}

TEST(prices_of_another_hour_have_moved)
{
        struct slot_value a = plain(4, 1), b = plain(5, 2);

        a.moves = b.moves = true;
        EXPECT_INT(verdict_of(SLOT_PERCENT, a, b), VERDICT_NONE);
        a.known = b.known = KNOWN_INSTANT;
        b.minute = 24 * 60;
        EXPECT_INT(verdict_of(SLOT_PERCENT, a, b), VERDICT_UPDATED);
}

/* The only figure of a report in which @words are counted as @of, or NULL. */
static struct slot_value *figure_of(struct event_case *e, const char *text, const char *words,
                                    int64_t value, const char *of)
{
        struct report *r = given(e, "a", FERRY, text);
        struct account *a;

        counted(r, words, value, of, BOUND_EXACT);
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
        return a->n_figures ? &a->figures[0].value : NULL;
}

TEST(a_score_and_a_number_to_dial_count_nothing)
{
        static struct event_case e;

        EXPECT(!figure_of(&e, "The Terns led by 51 - 50 points at the half.", "51", 51,
                          "points"));
        EXPECT(!figure_of(&e, "Callers reach the port at 555-0192 boats a day.", "0192", 192,
                          "boats"));
        EXPECT(figure_of(&e, "The Terns scored 51 points in the game.", "51", 51, "points"));
        event_done(&e);
}

TEST(words_before_a_figure_say_that_it_is_planned_or_a_part)
{
        static struct event_case e;
        struct slot_value *v =
                figure_of(&e, "The line will buy 12 ferries next year.", "12", 12, "ferries");

        EXPECT(v && v->planned && !v->part);
        v = figure_of(&e, "The line bought 12 ferries.", "12", 12, "ferries");
        EXPECT(v && !v->planned && !v->part);
        v = figure_of(&e, "Forty were on board, including 12 sailors.", "12", 12, "sailors");
        EXPECT(v && v->part);
        event_done(&e);
}

TEST(numbers_at_the_limit_are_compared_like_any_others)
{
        static const int64_t most = 9000000000000000;
        static struct matching matching;
        static const char *const units[] = { NULL, "year", "mile" };
        static const uint8_t kinds[] = { SLOT_COUNT, SLOT_DURATION, SLOT_MEASURE, SLOT_CLOCK };

        for (size_t i = 0; i < ARRAY_SIZE(kinds) * ARRAY_SIZE(units); i++) {
                struct slot_value values[] = { plain(most, 1), plain(-most, 2), plain(most, 3),
                                               plain(1, 4) };
                struct slot slot = { .kind = kinds[i % ARRAY_SIZE(kinds)],
                                     .values = values,
                                     .n_values = ARRAY_SIZE(values) };

                for (size_t k = 0; k < slot.n_values; k++)
                        values[k].unit = units[i / ARRAY_SIZE(kinds)];
                match_figures(&matching, &slot);
                EXPECT_INT(figures_compare(&slot, &values[0], &values[2]), VERDICT_PRECISION);
                EXPECT(figures_compare(&slot, &values[0], &values[1]) != VERDICT_PRECISION);
        }
}

TEST(about_leaves_as_much_open_below_zero)
{
        struct slot_value a = plain(-30, 1);

        a.bound = BOUND_ABOUT;
        EXPECT_INT(verdict_of(SLOT_MEASURE, a, plain(-30, 2)), VERDICT_PRECISION);
        EXPECT_INT(verdict_of(SLOT_MEASURE, a, plain(-32, 2)), VERDICT_PRECISION);
        EXPECT_INT(verdict_of(SLOT_MEASURE, a, plain(-40, 2)), VERDICT_CONFLICT);
}

TEST(a_magnitude_is_told_as_one)
{
        static struct event_case e;
        struct slot_value *v =
                figure_of(&e, "A quake of magnitude 6 shook the port.", "6", 6, NULL);

        EXPECT(v && v->head);
        EXPECT_STR(v ? v->about : NULL, "magnitude");
        event_done(&e);
}

/* The only figure of a report, whose quantity is set by hand. */
static struct slot_value *figure_from(struct event_case *e, const char *text, const char *words,
                                      struct quantity quantity)
{
        struct report *r = given(e, "a", FERRY, text);
        struct account *a;

        counted(r, words, 0, "boats", quantity.bound);
        r->x.quantities[0].value = quantity.value;
        r->x.quantities[0].high = quantity.high;
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
        REQUIRE(a->n_figures == 1);
        return &a->figures[0].value;
}

TEST(a_figure_stays_within_what_rows_hold)
{
        static const int64_t most = 9000000000000000000;
        static struct event_case e;
        struct slot_value *v = figure_from(&e, "They sold billions of boats.", "billions",
                                           (struct quantity){ .value = most,
                                                              .high = QUANTITY_NO_HIGH,
                                                              .bound = BOUND_AT_LEAST });

        EXPECT_INT(v->high, most);
        v = figure_from(&e, "They sold a half or more of the boats.", "a half or more",
                        (struct quantity){ .value = 500, .high = most });
        EXPECT_INT(v->value, 50000);
        EXPECT_INT(v->high, most);
        event_done(&e);
}

enum { MANY = 8000, SALES = 100 };

TEST(whose_a_figure_may_be_takes_no_room_for_each_mention)
{
        static const char person[] = "Berg sailed. ", sale[] = "He sold 12 boats. ";
        static char text[MANY * sizeof(person) + SALES * sizeof(sale)];
        static struct event_case e;
        struct report *r;
        struct account *a;
        size_t n = 0;

        for (size_t i = 0; i < MANY + SALES; i++)
                n += (size_t)sprintf(text + n, "%s", i < MANY ? person : sale);
        text[n - 1] = '\0';
        r = given(&e, "a", FERRY, text);
        named(r, ENTITY_PERSON, "Berg", 0);
        for (const char *at = text; (at = strstr(at, "12 boats")); at++) {
                counted(r, "12", 12, "boats", BOUND_EXACT);
                r->x.quantities[r->x.n_quantities - 1].span =
                        (struct span){ (uint32_t)(at - text), (uint32_t)(at - text + 2) };
        }
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
        REQUIRE(a->n_figures == SALES);
        EXPECT(a->figures[0].value.actor && !a->figures[0].value.subject);
        EXPECT_INT(a->figures[SALES - 1].value.actor, a->figures[0].value.actor);
        event_done(&e);
}

static uint64_t key_of(struct event_case *e, const char *text, const char *words,
                       const char *of)
{
        struct report *r = given(e, "a", FERRY, text);
        struct account *a;

        counted(r, words, 4, of, BOUND_EXACT);
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
        REQUIRE(a->n_figures == 1);
        return a->figures[0].key;
}

TEST(people_under_any_name_meet_in_one_row)
{
        static struct event_case e;
        uint64_t sailors = key_of(&e, "Divers found four sailors.", "four", "sailors");

        EXPECT_INT(key_of(&e, "Divers found four women.", "four", "women"), sailors);
        EXPECT_INT(key_of(&e, "Divers found four killed.", "four", "killed"), sailors);
        EXPECT(key_of(&e, "Divers found four lamps.", "four", "lamps") != sailors);
        EXPECT(key_of(&e, "He was arrested four times.", "four", "arrested times") != sailors);
        event_done(&e);
}

static int alike(const char *a, const char *b)
{
        struct sense x = { 0 }, y = { 0 };
        int8_t first[SENSE_BYTES], second[SENSE_BYTES];

        sense_add(&x, a, strlen(a), 1);
        sense_add(&y, b, strlen(b), 1);
        sense_pack(&x, first);
        sense_pack(&y, second);
        return sense_alike(first, second);
}

TEST(words_of_like_meaning_are_more_alike_than_others)
{
        EXPECT(alike("ferry", "Ferry") > 990);
        EXPECT(alike("ferry", "boat") > alike("ferry", "lawyer"));
        EXPECT_INT(alike("ferry", "xqzzk"), 0);
}

TEST(a_sense_of_very_many_words_stays_one)
{
        struct sense sense = { 0 }, once = { 0 };
        int8_t many[SENSE_BYTES], one[SENSE_BYTES];

        for (unsigned i = 0; i < 1000; i++)
                sense_add(&sense, "ferry", 5, 1 << 18);
        sense_add(&once, "ferry", 5, 1);
        sense_pack(&sense, many);
        sense_pack(&once, one);
        EXPECT(sense_alike(many, one) > 0);
}

/* The days of the only date of a report, counted from 2026-03-02. */
static void expect_days(const char *value, int64_t first, int64_t last)
{
        static struct event_case e;
        struct report *r = given(&e, "a", FERRY, "The ferry sank then.");
        struct time_expression t = { .by = { 900, "test" },
                                     .span = words_at(&r->x, "then"),
                                     .type = TIME_DATE,
                                     .value = value };
        int64_t origin = 0;
        struct account *a;

        REQUIRE(signature_time("2026-03-02", &origin) != KNOWN_NOT);
        r->x.times = &t;
        r->x.n_times = 1;
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
        EXPECT_INT(a->n_figures, first <= last);
        if (a->n_figures) {
                EXPECT_INT(a->figures[0].value.value / 1000 - origin / (24 * 60), first);
                EXPECT_INT(a->figures[0].value.high / 1000 - origin / (24 * 60), last);
        }
        event_done(&e);
}

TEST(a_date_is_the_days_that_it_may_mean)
{
        expect_days("2026-03-02", 0, 0);
        expect_days("2026-W10", 0, 6);
        expect_days("2026-W09-WE", -2, -1);
        expect_days("2026-W01", -63, -57);
        expect_days("2026-03", -1, 26);
        expect_days("2026", -60, 304);
        expect_days("2026-WXX", 1, 0);
        expect_days("2026-W1", 1, 0);
        expect_days("2026-W10-W", 1, 0);
}
