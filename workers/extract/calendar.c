/* calendar - days, weeks and feasts of the Gregorian calendar
 *
 * The count of days works on eras of 400 years that start in March, so that the leap day is the
 * last of its year and no table of months is needed.
 */
#include "workers/extract/calendar.h"

enum {
        DAYS_OF_ERA = 146097,         /* 400 years */
        DAYS_TO_EPOCH = 719468,       /* from 0000-03-01 to 1970-01-01 */
        WEEKDAY_OF_EPOCH = 3,         /* Thursday, counted from 0 = Monday */
        WEEKS_FROM_NEW_YEAR_DAYS = 3, /* week 1 is the one that holds January 4 */
};

static int floor_div(int a, int b)
{
        return a / b - (a % b < 0);
}

int calendar_days(int year, int month, int day)
{
        int y = year - (month <= 2);
        int era = floor_div(y, 400);
        int year_of_era = y - era * 400;
        int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

        return era * DAYS_OF_ERA + day_of_era - DAYS_TO_EPOCH;
}

struct civil calendar_civil(int days)
{
        int z = days + DAYS_TO_EPOCH;
        int era = floor_div(z, DAYS_OF_ERA);
        int doe = z - era * DAYS_OF_ERA;
        int yoe = (doe - doe / 1460 + doe / 36524 - doe / (DAYS_OF_ERA - 1)) / 365;
        int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        int mp = (5 * doy + 2) / 153;
        int month = mp < 10 ? mp + 3 : mp - 9;

        return (struct civil){ yoe + era * 400 + (month <= 2), month,
                               doy - (153 * mp + 2) / 5 + 1 };
}

int calendar_month_length(int year, int month)
{
        static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
        bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

        return lengths[month - 1] + (month == 2 && leap);
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
