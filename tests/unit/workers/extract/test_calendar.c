/* Days and feasts against dates that are known. */
#include "tests/unit/test.h"
#include "workers/extract/calendar.h"

TEST(days_count_from_1970)
{
        EXPECT_INT(calendar_days(1970, 1, 1), 0);
        EXPECT_INT(calendar_days(2000, 3, 1), 11017);
        EXPECT_INT(calendar_days(1969, 12, 31), -1);
}

TEST(days_turn_into_dates_and_back)
{
        for (int days = -800000; days < 800000; days += 97) {
                struct civil c = calendar_civil(days);

                EXPECT_INT(calendar_days(c.year, c.month, c.day), days);
                EXPECT(calendar_valid(c.year, c.month, c.day));
        }
}

TEST(weekdays_are_those_of_the_calendar)
{
        EXPECT_INT(calendar_weekday(calendar_days(2021, 12, 2)), 4);
        EXPECT_INT(calendar_weekday(calendar_days(1914, 6, 28)), 7);
}

TEST(a_week_belongs_to_the_year_of_its_thursday)
{
        int year;

        EXPECT_INT(calendar_iso_week(calendar_days(2021, 1, 1), &year), 53);
        EXPECT_INT(year, 2020);
        EXPECT_INT(calendar_iso_week(calendar_days(2018, 12, 31), &year), 1);
        EXPECT_INT(year, 2019);
        EXPECT_INT(calendar_week_start(2021, 47), calendar_days(2021, 11, 22));
}

TEST(feasts_move_as_they_should)
{
        EXPECT_INT(calendar_easter(2021), calendar_days(2021, 4, 4));
        EXPECT_INT(calendar_easter(1961), calendar_days(1961, 4, 2));
        EXPECT_INT(calendar_nth_weekday(2021, 11, 4, 4), calendar_days(2021, 11, 25));
        EXPECT_INT(calendar_nth_weekday(2021, 5, 1, -1), calendar_days(2021, 5, 31));
}

TEST(a_month_later_is_cut_to_the_month)
{
        struct civil c = calendar_add_months((struct civil){ 2020, 1, 31 }, 1);

        EXPECT_INT(c.month, 2);
        EXPECT_INT(c.day, 29);
}
