/* calendar - weeks and feasts of the Gregorian calendar, over proto's count of days */
#include "workers/extract/calendar.h"

#include "proto/iso8601.h"

enum {
        WEEKDAY_OF_EPOCH = 3,         /* Thursday, counted from 0 = Monday */
        WEEKS_FROM_NEW_YEAR_DAYS = 3, /* week 1 is the one that holds January 4 */
};

static int floor_div(int a, int b)
{
        return a / b - (a % b < 0);
}

int calendar_days(int year, int month, int day)
{
        return (int)iso_days(year, month, day);
}

struct civil calendar_civil(int days)
{
        struct civil c;

        iso_civil(days, &c.year, &c.month, &c.day);
        return c;
}

int calendar_month_length(int year, int month)
{
        return iso_month_length(year, month);
}

bool calendar_valid(int year, int month, int day)
{
        return month >= 1 && month <= 12 && day >= 1 &&
               day <= calendar_month_length(year, month);
}

int calendar_weekday(int days)
{
        int shifted = days + WEEKDAY_OF_EPOCH;

        return shifted - floor_div(shifted, 7) * 7 + 1;
}

int calendar_iso_week(int days, int *ret_year)
{
        /* A week belongs to the year of its Thursday. */
        int thursday = days - calendar_weekday(days) + 4;
        int year = calendar_civil(thursday).year;

        *ret_year = year;
        return (thursday - calendar_days(year, 1, 1)) / 7 + 1;
}

int calendar_week_start(int year, int week)
{
        int fourth = calendar_days(year, 1, 1 + WEEKS_FROM_NEW_YEAR_DAYS);

        return fourth - calendar_weekday(fourth) + 1 + (week - 1) * 7;
}

/* The anonymous Gregorian computus. */
int calendar_easter(int year)
{
        int a = year % 19, b = year / 100, c = year % 100;
        int f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = (19 * a + b - b / 4 - g + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;

        return calendar_days(year, n / 31, n % 31 + 1);
}

int calendar_nth_weekday(int year, int month, int weekday, int nth)
{
        int first = calendar_days(year, month, 1);
        int day = first + (weekday - calendar_weekday(first) + 7) % 7;

        if (nth > 0)
                return day + (nth - 1) * 7;
        day = first + calendar_month_length(year, month) - 1;
        return day - (calendar_weekday(day) - weekday + 7) % 7;
}

struct civil calendar_add_months(struct civil from, int months)
{
        int count = from.year * 12 + from.month - 1 + months;
        struct civil to = { floor_div(count, 12), 0, from.day };
        int length;

        to.month = count - to.year * 12 + 1;
        length = calendar_month_length(to.year, to.month);
        if (to.day > length)
                to.day = length;
        return to;
}
