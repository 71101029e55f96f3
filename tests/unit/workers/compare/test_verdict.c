/* What two figures say of each other, and how alike they are. */
#include <string.h>

#include "base/macros.h"
#include "tests/unit/workers/compare/verdict_given.h"
#include "workers/compare/account.h"
#include "workers/compare/factors.h"
#include "workers/compare/findings.h"
#include "workers/compare/match.h"

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

static enum verdict sums(int64_t a, int64_t b)
{
        return verdict_of(SLOT_MONEY, plain(a, 1), plain(b, 2));
}

TEST(what_is_rounded_is_near)
{
        EXPECT_INT(sums(13000, 13200), VERDICT_PRECISION);
        EXPECT_INT(sums(9000000, 10000000), VERDICT_PRECISION);
        EXPECT_INT(sums(10000000, 15000000), VERDICT_CONFLICT);
        EXPECT_INT(sums(10000000, 14000000), VERDICT_CONFLICT);
}

TEST(less_than_five_minutes_are_no_ten)
{
        struct slot_value five = plain(5, 1), ten = plain(10, 2);

        five.unit = ten.unit = "minute";
        five.bound = BOUND_LESS_THAN;
        EXPECT_INT(verdict_of(SLOT_DURATION, five, ten), VERDICT_CONFLICT);
        ten.value = ten.high = ten.total = 4000;
        EXPECT_INT(verdict_of(SLOT_DURATION, five, ten), VERDICT_PRECISION);
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
        EXPECT_INT(verdict_of(SLOT_COUNT, plain(13, 1), plain(60, 2)), VERDICT_SCOPE);
        EXPECT_INT(verdict_of(SLOT_COUNT, plain(2, 1), plain(5, 2)), VERDICT_CONFLICT);
}

TEST(what_is_planned_and_what_was_are_of_another_scope)
{
        struct slot_value a = plain(13, 1), b = plain(15, 2);

        a.planned = true;
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_SCOPE);
}

TEST(a_whole_number_stands_for_half_of_one_more_or_less)
{
        struct slot_value a = plain(4, 1), b = plain(4, 2);

        a.unit = b.unit = "minute";
        b.value = b.high = b.total = 4500;
        EXPECT_INT(verdict_of(SLOT_DURATION, a, b), VERDICT_PRECISION);
        b.value = b.high = b.total = 4600;
        EXPECT_INT(verdict_of(SLOT_DURATION, a, b), VERDICT_CONFLICT);
        b.value = b.high = b.total = 5000;
        EXPECT_INT(verdict_of(SLOT_DURATION, a, b), VERDICT_CONFLICT);
}

TEST(ages_of_two_of_one_name_are_of_another_scope)
{
        struct slot_value a = plain(61, 1), b = plain(62, 2);

        a.subject = b.subject = 7;
        a.given = 'k';
        EXPECT_INT(verdict_of(SLOT_AGE, a, b), VERDICT_CONFLICT);
        b.given = 'g';
        EXPECT_INT(verdict_of(SLOT_AGE, a, b), VERDICT_SCOPE);
}

TEST(what_is_of_two_years_is_of_another_scope)
{
        struct slot_value a = plain(13, 1), b = plain(15, 2);

        a.year = 2019;
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_CONFLICT);
        b.year = 2020;
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_SCOPE);
}

TEST(a_toll_that_has_grown_has_overtaken_the_other)
{
        struct slot_value a = plain(13, 1), b = plain(15, 2);

        b.grows = true;
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_CONFLICT);
        a.toll = b.toll = true;
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_UPDATED);
}

TEST(at_least_gives_way_to_more_only_in_a_later_report)
{
        struct slot_value a = plain(3, 1), b = plain(10, 2);

        a.toll = b.toll = true;
        a.bound = BOUND_AT_LEAST;
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_PRECISION);
        a.known = b.known = KNOWN_INSTANT;
        b.minute = 24 * 60;
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_UPDATED);
}

TEST(what_is_told_one_by_one_is_a_part_of_their_sum)
{
        struct slot_value a = plain(2, 1), b = plain(3, 2);

        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_CONFLICT);
        a.total = 3000;
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_SCOPE);
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
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_SCOPE);
}

TEST(prices_of_another_hour_have_moved)
{
        struct slot_value a = plain(4, 1), b = plain(5, 2);

        a.moves = b.moves = true;
        EXPECT_INT(verdict_of(SLOT_PERCENT, a, b), VERDICT_SCOPE);
        a.known = b.known = KNOWN_INSTANT;
        b.minute = 24 * 60;
        EXPECT_INT(verdict_of(SLOT_PERCENT, a, b), VERDICT_UPDATED);
        EXPECT_INT(verdict_of(SLOT_MEASURE, a, b), VERDICT_SCOPE);
}

TEST(a_toll_of_at_least_so_many_grows)
{
        struct slot_value a = plain(3, 1), b = plain(10, 2);
        uint32_t here = 1, there = 2;

        a.toll = b.toll = true;
        a.bound = BOUND_AT_LEAST;
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_PRECISION);
        b.bound = BOUND_AT_LEAST;
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_UPDATED);
        a.places = &here;
        b.places = &there;
        a.n_places = b.n_places = 1;
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_NONE);
        b.value = b.high = a.value;
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_PRECISION);
}

TEST(an_age_in_a_year_that_is_named_is_of_that_year)
{
        struct slot_value a = plain(95, 1), b = plain(91, 2);

        EXPECT_INT(verdict_of(SLOT_AGE, a, b), VERDICT_CONFLICT);
        b.year = 2005;
        EXPECT_INT(verdict_of(SLOT_AGE, a, b), VERDICT_SCOPE);
}

TEST(half_of_the_last_digit_is_no_rounding)
{
        EXPECT_INT(verdict_of(SLOT_COUNT, plain(10600, 1), plain(11000, 2)), VERDICT_PRECISION);
        EXPECT_INT(verdict_of(SLOT_COUNT, plain(10500, 1), plain(11000, 2)), VERDICT_CONFLICT);
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

TEST(what_two_persons_did_is_no_contradiction)
{
        struct slot_value a = plain(13, 1), b = plain(15, 2);

        a.subject = 1;
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_CONFLICT);
        b.subject = 2;
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_SCOPE);
}

TEST(figures_of_two_places_are_of_another_scope)
{
        uint32_t one = 1, other = 2;
        struct slot_value a = plain(13, 1), b = plain(15, 2);

        a.places = &one;
        a.n_places = 1;
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_CONFLICT);
        b.places = &other;
        b.n_places = 1;
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_SCOPE);
        EXPECT_INT(verdict_of(SLOT_AGE, a, b), VERDICT_CONFLICT);
}

TEST(a_part_of_a_toll_is_not_overtaken_by_the_whole)
{
        struct slot_value a = plain(13, 1), b = plain(15, 2);

        a.toll = b.toll = true;
        a.known = b.known = KNOWN_INSTANT;
        b.minute = 24 * 60;
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_UPDATED);
        a.part = 1;
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_SCOPE);
        a.part = 0;
        a.planned = true;
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_SCOPE);
}

/* A factor of two figures that are told as these. */
static int factor_of(enum factor factor, enum slot_kind kind, struct slot_value a,
                     struct slot_value b)
{
        struct slot_value values[] = { a, b };
        struct slot slot = { .kind = (uint8_t)kind, .values = values, .n_values = 2 };
        int16_t bases[4], factors[FIGURE_FACTORS];

        figure_bases(&slot, bases);
        REQUIRE(figure_factors(&slot, bases, 0, 1, factors));
        return factors[factor];
}

TEST(a_day_is_finer_than_a_month_and_a_month_than_a_year)
{
        struct slot_value day = plain(10, 1), month = plain(1, 2), year = plain(1, 2);

        month.high = 28 * 1000;
        year.high = 365 * 1000;
        EXPECT_INT(factor_of(FACTOR_GRAIN, SLOT_DATE, day, plain(12, 2)), 0);
        EXPECT_INT(factor_of(FACTOR_GRAIN, SLOT_DATE, day, month), FACTOR_SCALE / 2);
        EXPECT_INT(factor_of(FACTOR_GRAIN, SLOT_DATE, day, year), FACTOR_SCALE);
        year.value = -FIGURE_MAX;
        year.high = FIGURE_MAX;
        EXPECT_INT(factor_of(FACTOR_GRAIN, SLOT_DATE, day, year), FACTOR_SCALE);
}

TEST(ages_of_one_person_and_figures_without_an_end_are_told)
{
        struct slot_value a = plain(61, 1), b = plain(62, 2);

        EXPECT_INT(factor_of(FACTOR_AGED_SAME, SLOT_AGE, a, b), 0);
        a.subject = b.subject = 7;
        EXPECT_INT(factor_of(FACTOR_AGED_SAME, SLOT_AGE, a, b), FACTOR_SCALE);
        EXPECT_INT(factor_of(FACTOR_AGED_SAME, SLOT_COUNT, a, b), 0);
        a.bound = FIGURE_NEARLY;
        b.bound = FIGURE_JUST_OVER;
        EXPECT_INT(factor_of(FACTOR_OPEN_BOTH, SLOT_COUNT, a, b), 0);
        a.bound = BOUND_AT_LEAST;
        b.bound = BOUND_LESS_THAN;
        EXPECT_INT(factor_of(FACTOR_OPEN_BOTH, SLOT_COUNT, a, b), FACTOR_SCALE);
}

TEST(small_boats_are_boats_and_rowboats_are_not)
{
        static const struct {
                const char *of;
                int same, longer;
        } cases[] = { { "number of Boats", FACTOR_SCALE, 0 },
                      { "number of small boats", 0, FACTOR_SCALE },
                      { "number of rowboats", 0, 0 } };
        struct slot_value a = plain(13, 1), b = plain(15, 2);

        a.about = "number of boats";
        for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
                b.about = cases[i].of;
                EXPECT_INT(factor_of(FACTOR_PHRASE_SAME, SLOT_COUNT, a, b), cases[i].same);
                EXPECT_INT(factor_of(FACTOR_PHRASE_LONGER, SLOT_COUNT, a, b), cases[i].longer);
        }
}

TEST(another_figure_of_the_article_in_words_more_alike_is_a_rival)
{
        uint32_t ferry[] = { 0x1003, 0x2003 }, market[] = { 0x5003, 0x6003 };
        struct slot_value values[] = { plain(30, 1), plain(34, 2), plain(40, 1) };
        struct slot slot = { .kind = SLOT_COUNT, .values = values, .n_values = 3 };
        int16_t bases[9], factors[FIGURE_FACTORS];

        for (size_t i = 0; i < ARRAY_SIZE(values); i++) {
                values[i].mention.article = values[i].mention.origin;
                values[i].near = i == 0 ? market : ferry;
                values[i].n_near = 2;
        }
        figure_bases(&slot, bases);
        REQUIRE(figure_factors(&slot, bases, 0, 1, factors));
        EXPECT_INT(factors[FACTOR_RIVAL], FACTOR_SCALE);
        EXPECT_INT(factors[FACTOR_TELLS_BOTH], 0);
        REQUIRE(figure_factors(&slot, bases, 2, 1, factors));
        EXPECT_INT(factors[FACTOR_RIVAL], 0);
        values[2].value = values[2].high = values[1].value;
        REQUIRE(figure_factors(&slot, bases, 0, 1, factors));
        EXPECT_INT(factors[FACTOR_TELLS_BOTH], FACTOR_SCALE);
        EXPECT(!figure_factors(&slot, bases, 0, 2, factors));
}

static bool may_be_one_sum(const char *a, const char *b)
{
        struct slot_value values[] = { plain(30, 1), plain(34, 2) };
        struct slot slot = { .kind = SLOT_MONEY, .values = values, .n_values = 2 };
        int16_t bases[4], factors[FIGURE_FACTORS];

        values[0].unit = a;
        values[1].unit = b;
        figure_bases(&slot, bases);
        return figure_factors(&slot, bases, 0, 1, factors);
}

TEST(which_dollars_and_pounds_are_meant_need_not_be_said)
{
        EXPECT(may_be_one_sum("dollar", "USD"));
        EXPECT(may_be_one_sum("AUD", "dollar"));
        EXPECT(may_be_one_sum("pound", "EGP"));
        EXPECT(!may_be_one_sum("USD", "AUD"));
        EXPECT(!may_be_one_sum("dollar", "pound"));
        EXPECT(!may_be_one_sum("EUR", NULL));
}

TEST(two_entries_that_begin_with_one_figure_have_two_ids)
{
        static struct judgement j;
        static struct slot_value values[3];
        static const struct row_key key = { ROW_SLOT, 7 };
        unsigned char ids[3][4];

        for (size_t i = 0; i < 3; i++) {
                values[i] = plain((int64_t)(30 + i), i + 1);
                values[i].mention.text = "30 sheep";
        }
        for (size_t i = 0; i < 3; i++) {
                struct entry *e = &j.entries[i];

                e->n = 2;
                e->groups[0] = (struct figure_group){ .members = { &values[i / 2] }, .n = 1 };
                e->groups[1] = (struct figure_group){ .members = { &values[2] }, .n = 1 };
        }
        j.n = 3;
        for (size_t i = 0; i < 3; i++)
                finding_id_of_entry(&key, &j, i, ids[i]);
        EXPECT(memcmp(ids[0], ids[1], 4) != 0);
        EXPECT(memcmp(ids[0], ids[2], 4) != 0 && memcmp(ids[1], ids[2], 4) != 0);
}
