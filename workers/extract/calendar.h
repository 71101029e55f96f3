/* calendar - days, weeks and feasts of the Gregorian calendar, in integers
 *
 * Days count from 1970-01-01, which is day 0; they may be negative. Years are astronomical. No
 * clock, no time zone.
 */
#pragma once

#include <stdbool.h>

struct civil {
        int year, month, day; /* 1-based */
};

enum { CALENDAR_YEAR_MAX = 9999 };

int calendar_days(int year, int month, int day);
struct civil calendar_civil(int days);
int calendar_month_length(int year, int month);
bool calendar_valid(int year, int month, int day);
/** 1 is Monday, 7 Sunday. */
int calendar_weekday(int days);
/** The ISO week that holds @days, and the year that the week belongs to. */
int calendar_iso_week(int days, int *ret_year);
/** Monday of an ISO week. */
int calendar_week_start(int year, int week);
/** Easter Sunday of the western churches. */
int calendar_easter(int year);
/** The @nth (1 to 5; -1 the last) @weekday of a month. */
int calendar_nth_weekday(int year, int month, int weekday, int nth);
/** Adds months; the day is cut to the length of the new month. */
struct civil calendar_add_months(struct civil from, int months);
