/* What two figures say of each other that are bounded, that change or that stand in a row. */
#include <string.h>

#include "tests/unit/workers/compare/verdict_given.h"
#include "workers/compare/judge.h"
#include "workers/compare/around.h"
#include "workers/compare/figure_words.h"

static enum verdict bounded(enum slot_kind kind, int64_t a, uint8_t of_a, int64_t b,
                            uint8_t of_b)
{
        struct slot_value x = plain(a, 1), y = plain(b, 2);

        x.bound = of_a;
        y.bound = of_b;
        return verdict_of(kind, x, y);
}

TEST(nearly_is_not_more_and_just_over_not_less)
{
        EXPECT_INT(bounded(SLOT_COUNT, 300, FIGURE_NEARLY, 291, BOUND_EXACT),
                   VERDICT_PRECISION);
        EXPECT_INT(bounded(SLOT_COUNT, 235, FIGURE_NEARLY, 250, BOUND_EXACT), VERDICT_CONFLICT);
        EXPECT_INT(bounded(SLOT_COUNT, 235, BOUND_ABOUT, 250, BOUND_EXACT), VERDICT_PRECISION);
        EXPECT_INT(bounded(SLOT_COUNT, 250, FIGURE_JUST_OVER, 257, BOUND_EXACT),
                   VERDICT_PRECISION);
        EXPECT_INT(bounded(SLOT_COUNT, 250, FIGURE_JUST_OVER, 233, BOUND_EXACT),
                   VERDICT_CONFLICT);
}

TEST(two_bounds_are_no_less_exact_forms_of_each_other)
{
        EXPECT_INT(bounded(SLOT_COUNT, 10, BOUND_AT_MOST, 14, BOUND_AT_MOST), VERDICT_SCOPE);
        EXPECT_INT(bounded(SLOT_CLOCK, 180, BOUND_AT_MOST, 420, BOUND_AT_MOST), VERDICT_SCOPE);
        EXPECT_INT(bounded(SLOT_CLOCK, 180, BOUND_EXACT, 420, BOUND_EXACT), VERDICT_CONFLICT);
        EXPECT_INT(bounded(SLOT_COUNT, 200, BOUND_MORE_THAN, 400, BOUND_MORE_THAN),
                   VERDICT_NONE);
        EXPECT_INT(bounded(SLOT_COUNT, 400, BOUND_MORE_THAN, 450, BOUND_MORE_THAN),
                   VERDICT_PRECISION);
        EXPECT_INT(bounded(SLOT_MONEY, 1600, BOUND_AT_LEAST, 2300, BOUND_MORE_THAN),
                   VERDICT_NONE);
        EXPECT_INT(bounded(SLOT_MONEY, 2000, BOUND_MORE_THAN, 3000, BOUND_EXACT),
                   VERDICT_SCOPE);
        EXPECT_INT(bounded(SLOT_MONEY, 2000, BOUND_MORE_THAN, 2100, BOUND_EXACT),
                   VERDICT_PRECISION);
}

TEST(what_burns_grows)
{
        struct slot_value a = plain(6000, 1), b = plain(7500, 2);

        a.unit = b.unit = "acre";
        EXPECT_INT(verdict_of(SLOT_MEASURE, a, b), VERDICT_CONFLICT);
        b.grows = true;
        EXPECT_INT(verdict_of(SLOT_MEASURE, a, b), VERDICT_UPDATED);
        a.unit = b.unit = "metre";
        EXPECT_INT(verdict_of(SLOT_MEASURE, a, b), VERDICT_CONFLICT);
}

TEST(an_hour_within_two_is_no_other)
{
        struct slot_value a = plain(120, 1), b = plain(154, 2);

        EXPECT_INT(verdict_of(SLOT_CLOCK, a, b), VERDICT_CONFLICT);
        a.high = 180 * 1000;
        EXPECT_INT(verdict_of(SLOT_CLOCK, a, b), VERDICT_PRECISION);
        b.high = 300 * 1000;
        EXPECT_INT(verdict_of(SLOT_CLOCK, a, b), VERDICT_CONFLICT);
}

TEST(a_range_is_another_where_it_ends_elsewhere)
{
        struct slot_value a = plain(310, 1), b = plain(300, 2);

        a.high = 3400000;
        b.high = 3410000;
        EXPECT_INT(verdict_of(SLOT_MEASURE, a, b), VERDICT_PRECISION);
        b.high = 3000000;
        EXPECT_INT(verdict_of(SLOT_MEASURE, a, b), VERDICT_CONFLICT);
}

static struct slot_value told(int64_t value, uint64_t origin, int64_t day)
{
        struct slot_value v = plain(value, origin);

        v.known = KNOWN_INSTANT;
        v.minute = day * 24 * 60;
        return v;
}

TEST(what_stays_the_same_is_told_days_later_too)
{
        EXPECT_INT(verdict_of(SLOT_AGE, told(61, 1, 1), told(62, 2, 9)), VERDICT_CONFLICT);
        EXPECT_INT(verdict_of(SLOT_AGE, told(61, 1, 1), told(62, 2, 300)), VERDICT_SCOPE);
        EXPECT_INT(verdict_of(SLOT_COUNT, told(61, 1, 1), told(62, 2, 9)), VERDICT_SCOPE);
        EXPECT_INT(verdict_of(SLOT_MONEY, told(61, 1, 1), told(62, 2, 2)), VERDICT_CONFLICT);
}

TEST(figures_in_a_row_contradict_where_another_of_them_is_the_same)
{
        struct slot_value a = plain(61, 1), b = plain(68, 2);
        uint32_t same = company_hash(48000, QUANTITY_COUNT), other = same + 1;

        a.siblings = b.siblings = 1;
        a.company = b.company = &same;
        a.n_company = b.n_company = 1;
        EXPECT_INT(verdict_of(SLOT_AGE, a, b), VERDICT_CONFLICT);
        b.company = &other;
        EXPECT_INT(verdict_of(SLOT_AGE, a, b), VERDICT_SCOPE);
}

/* One report gives 130 metres, one 133 of this place and one 134 of that. */
TEST(of_the_values_of_a_contradiction_any_two_are_of_one_question)
{
        static struct judgement j;
        uint32_t near[] = { 0x1003, 0x2003, 0x3003, 0x4003, 0x5003 };
        uint32_t places[] = { 5, 6 };
        struct slot_value values[] = { plain(130, 1), plain(133, 2), plain(134, 3) };
        struct slot slot = { .kind = SLOT_MEASURE,
                             .values = values,
                             .n_values = ARRAY_SIZE(values) };

        for (size_t i = 0; i < ARRAY_SIZE(values); i++) {
                values[i].mention.article = values[i].mention.origin;
                values[i].unit = "metre";
                memset(values[i].near_sense, 9, sizeof(values[i].near_sense));
                memset(values[i].sense, 9, sizeof(values[i].sense));
                values[i].near = near;
                values[i].n_near = ARRAY_SIZE(near);
                values[i].places = i ? &places[i - 1] : NULL;
                values[i].n_places = i > 0;
                values[i].head = 7;
        }
        slot_judge(&j, &slot);
        REQUIRE(j.n > 0);
        EXPECT_INT(j.entries[0].verdict, VERDICT_CONFLICT);
        EXPECT_INT(j.entries[0].n, 2);
}

/* Do two reports agree that they count @value of one thing, in sentences alike, and the words
 * right beside it alike as well? */
static bool agree_on(int64_t value, bool beside)
{
        struct slot_value values[] = { plain(value, 1), plain(value, 2) };
        struct slot slot = { .kind = SLOT_COUNT,
                             .values = values,
                             .n_values = ARRAY_SIZE(values) };
        static struct judgement j;

        for (size_t i = 0; i < ARRAY_SIZE(values); i++) {
                values[i].mention.article = values[i].mention.origin;
                values[i].head = 7;
                values[i].lead = 4;
                memset(values[i].sense, 12, sizeof(values[i].sense));
                if (beside)
                        memset(values[i].near_sense, 24, sizeof(values[i].near_sense));
        }
        slot_judge(&j, &slot);
        return j.n_agreed > 0;
}

TEST(a_small_number_that_two_share_must_stand_in_words_more_alike)
{
        EXPECT(agree_on(347, false));
        EXPECT(!agree_on(4, false));
        EXPECT(agree_on(4, true));
}

TEST(two_rates_of_exchange_do_not_contradict_each_other)
{
        struct slot_value a = plain(74, 1), b = plain(71, 2);

        EXPECT_INT(verdict_of(SLOT_MONEY, a, b), VERDICT_CONFLICT);
        a.part = b.part = PART_CONVERTED;
        EXPECT_INT(verdict_of(SLOT_MONEY, a, b), VERDICT_NONE);
        b.value = b.high = b.total = 61000;
        EXPECT_INT(verdict_of(SLOT_MONEY, a, b), VERDICT_CONFLICT);
}
