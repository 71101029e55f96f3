/* Dates of which some bear no year, beside each other. */
#include "base/macros.h"
#include "tests/unit/test.h"
#include "workers/compare/dates.h"
#include "workers/compare/factors.h"
#include "workers/compare/match.h"
#include "workers/compare/verdict.h"

static int64_t days_in(const char *value)
{
        int64_t first = 0, last = -1;

        return date_days(value, &first, &last) ? last - first + 1 : 0;
}

TEST(a_date_is_a_stretch_of_days)
{
        EXPECT_INT(days_in("2021-12-02"), 1);
        EXPECT_INT(days_in("2021-W48"), 7);
        EXPECT_INT(days_in("2021-W48-WE"), 2);
        EXPECT_INT(days_in("2020"), 366);
        EXPECT_INT(days_in("193"), 3652);
        EXPECT_INT(days_in("2021-Q4"), 90);
        EXPECT_INT(days_in("2021-H2"), 180);
        EXPECT_INT(days_in("2021-Q5"), 0);
        EXPECT_INT(days_in("2021-Q12"), 0);
        EXPECT_INT(days_in("XXXX-02-29"), 1);
        EXPECT_INT(days_in("XXXX-02"), 28);
        EXPECT_INT(days_in("XXXX-WXX-7"), 1);
}

TEST(what_has_no_place_in_a_calendar_is_no_date)
{
        static const char *const none[] = { "",           "XXXX",        "XXXX-WXX",
                                            "XXXX-WXX-8", "XXXX-WXX-4X", "XXXX-XX",
                                            "XXXX-XX-XX", "20",          "2021-W4X",
                                            "XXXX-13",    "XXXX-W12" };

        for (size_t i = 0; i < ARRAY_SIZE(none); i++)
                EXPECT_INT(days_in(none[i]), 0);
}

TEST(an_open_date_is_told_by_what_it_shares_with_another)
{
        static const struct {
                const char *a, *b;
                enum dates_relation relation;
        } cases[] = {
                { "XXXX-12-02", "XXXX-12-02", DATES_SAME },
                { "XXXX-12-02", "2021-12-02", DATES_SAME },
                { "XXXX-12-02", "XXXX-12-03", DATES_APART },
                { "XXXX-12-02", "2021-12", DATES_AGREE },
                { "XXXX-12", "XXXX-11-30", DATES_APART },
                { "XXXX-12-02", "2021", DATES_UNKNOWN },
                { "XXXX-12-02", "202", DATES_UNKNOWN },
                { "XXXX-12-02", "2021-W48", DATES_UNKNOWN },
                { "XXXX-WXX-4", "XXXX-WXX-4", DATES_SAME },
                { "XXXX-WXX-4", "XXXX-WXX-5", DATES_APART },
                { "XXXX-WXX-4", "2021-12-02", DATES_SAME }, /* a Thursday */
                { "XXXX-WXX-4", "2021-12-03", DATES_APART },
                { "XXXX-WXX-4", "2021-W48", DATES_UNKNOWN },
                { "XXXX-WXX-4", "XXXX-12-02", DATES_UNKNOWN },
        };

        for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
                EXPECT_INT(open_dates_relate(cases[i].a, cases[i].b), cases[i].relation);
                EXPECT_INT(open_dates_relate(cases[i].b, cases[i].a), cases[i].relation);
        }
}

static struct slot_value dated(const char *value, uint64_t origin)
{
        struct slot_value v = { .unit = value,
                                .mention = { .origin = origin, .confidence = 900 } };

        REQUIRE(date_days(value, &v.value, &v.high));
        v.value *= 1000;
        v.high *= 1000;
        return v;
}

static enum verdict verdict_of(const char *a, const char *b)
{
        struct slot_value x = dated(a, 1), y = dated(b, 2);
        struct slot slot = { .kind = SLOT_DATE };

        return figures_compare(&slot, &x, &y);
}

TEST(open_dates_contradict_each_other_or_one_is_the_coarser)
{
        EXPECT_INT(verdict_of("XXXX-WXX-4", "XXXX-WXX-5"), VERDICT_CONFLICT);
        EXPECT_INT(verdict_of("XXXX-12-02", "2021-12-03"), VERDICT_CONFLICT);
        EXPECT_INT(verdict_of("XXXX-12-02", "XXXX-12"), VERDICT_PRECISION);
        EXPECT_INT(verdict_of("XXXX-12-02", "2021-12-02"), VERDICT_NONE);
}

TEST(dates_that_know_nothing_of_each_other_are_of_no_question)
{
        struct slot_value values[] = { dated("XXXX-WXX-4", 1), dated("XXXX-12-02", 2),
                                       dated("2021-12-02", 3) };
        struct slot slot = { .kind = SLOT_DATE, .values = values, .n_values = 3 };
        int16_t bases[9], factors[FIGURE_FACTORS];

        figure_bases(&slot, bases);
        EXPECT(!figure_factors(&slot, bases, 0, 1, factors));
        EXPECT(figure_factors(&slot, bases, 0, 2, factors));
        EXPECT(figure_factors(&slot, bases, 1, 2, factors));
}

TEST(what_is_reckoned_in_years_may_be_off_by_one)
{
        struct slot slot = { .kind = SLOT_DATE };
        struct slot_value a = { .unit = "1976",
                                .value = 1000 * 365,
                                .high = 2 * 1000 * 365 - 1000,
                                .mention = { .origin = 1, .confidence = 900 } };
        struct slot_value b = { .unit = "1975",
                                .high = 1000 * 365 - 1000,
                                .mention = { .origin = 2, .confidence = 900 } };

        EXPECT_INT(figures_compare(&slot, &a, &b), VERDICT_CONFLICT);
        a.bound = FIGURE_AGO;
        EXPECT_INT(figures_compare(&slot, &a, &b), VERDICT_NONE);
        EXPECT_INT(figures_compare(&slot, &b, &a), VERDICT_NONE);
        b.value -= 2 * 1000 * 365;
        b.high -= 2 * 1000 * 365;
        EXPECT_INT(figures_compare(&slot, &a, &b), VERDICT_CONFLICT);
}
