/* feasts - on what day of a year a named day falls
 *
 * The Islamic calendar is the tabular one: where months begin by sight of the moon, a feast may
 * be a day off. The Jewish one is exact. Both count days from sunset; told is the day that most
 * of the feast lies on.
 */
#include "workers/extract/feasts.h"

#include <stdbool.h>
#include <string.h>

#include "workers/extract/calendar.h"

enum {
        NUMBERS_MAX = 4,
        RATA_DIE = 719163,       /* of 1970-01-01 */
        ISLAMIC_EPOCH = 227014,  /* day before 1 Muharram 1 */
        JEWISH_EPOCH = -1373427, /* 1 Tishri 1 */
        JEWISH_YEARS = 3761,     /* the year that begins in autumn */
        JULIAN_SHIFT = 13,       /* days, 1900 to 2099 */
};

/* Reads "NAME 1 -2 3". */
static void read_numbers(const char *rule, int *n)
{
        const char *p = rule + strcspn(rule, " \t");

        for (int at = 0; *p == ' ' && at < NUMBERS_MAX; at++) {
                bool negative = *++p == '-';

                for (p += negative; *p >= '0' && *p <= '9'; p++)
                        n[at] = n[at] * 10 + *p - '0';
                n[at] = negative ? -n[at] : n[at];
        }
}

static int islamic_days(int year, int month, int day)
{
        return day + 29 * (month - 1) + (6 * month - 1) / 11 + (year - 1) * 354 +
               (3 + 11 * year) / 30 + ISLAMIC_EPOCH - RATA_DIE;
}

static int islamic_feast(int year, int month, int day)
{
        int first = calendar_days(year, 1, 1), moon = (year - 622) * 33 / 32 - 1, days;

        if (year < 640)
                moon = 1;
        do
                days = islamic_days(moon++, month, day);
        while (days < first);
        return days;
}

/* Days from the epoch to the mean new moon of Tishri, with the first of the postponements. */
static int jewish_elapsed(int year)
{
        int months = (235 * year - 234) / 19;
        int parts = 12084 + 13753 * (months % 25920);
        int days = 29 * months + parts / 25920 + 13753 * (months / 25920);

        return days + (3 * (days + 1) % 7 < 3);
}

static int jewish_new_year(int year)
{
        int before = jewish_elapsed(year - 1), here = jewish_elapsed(year),
            after = jewish_elapsed(year + 1);
        int delay = after - here == 356 ? 2 : here - before == 382 ? 1 : 0;

        return JEWISH_EPOCH + here + delay - RATA_DIE;
}

/* Easter of the eastern churches: reckoned in the Julian calendar. */
static int orthodox_easter(int year)
{
        int moon = (19 * (year % 19) + 15) % 30;
        int day = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
        int month = (moon + day + 114) / 31;

        return calendar_days(year, month, (moon + day + 114) % 31 + 1) + JULIAN_SHIFT;
}

/* "table 1990 291 …": days of the years from that on. */
static int tabled_days(const char *rule, int year)
{
        const char *p = rule + strcspn(rule, " \t");
        int first = 0, day = 0;

        if (*p == ' ')
                for (p++; *p >= '0' && *p <= '9'; p++)
                        first = first * 10 + *p - '0';
        for (int y = first; *p == ' ' && y <= year; y++)
                for (p++, day = 0; *p >= '0' && *p <= '9'; p++)
                        day = y == year ? day * 10 + *p - '0' : 0;
        return day ? calendar_days(year, 1, 1) + day - 1 : FEAST_UNKNOWN;
}

/* "jewish DAYS 1": behind Heshvan, which is a day longer in a full year. */
static int jewish_feast(int year, int days, int behind)
{
        int start = jewish_new_year(year);

        return start + days + (behind && (jewish_new_year(year + 1) - start) % 10 == 5);
}

/* "near MONTH DAY": the working day nearest to it. */
static int working_day(int days)
{
        int weekday = calendar_weekday(days);

        return weekday == 6 ? days - 1 : weekday == 7 ? days + 1 : days;
}

static int before_sunday(int days)
{
        return days - (calendar_weekday(days) == 7);
}

int feast_days(const char *rule, int year)
{
        int n[NUMBERS_MAX] = { 0 };

        if (rule[0] == 't')
                return tabled_days(rule, year);
        read_numbers(rule, n);
        switch (rule[0]) {
        case 'f': return calendar_days(year, n[0], n[1]);
        case 's': return before_sunday(calendar_days(year, n[0], n[1]));
        case 'w': return working_day(calendar_days(year, n[0], n[1]));
        case 'e': return calendar_easter(year) + n[0];
        case 'o': return orthodox_easter(year) + n[0];
        case 'i': return islamic_feast(year, n[0], n[1]) + n[2];
        case 'j': return jewish_feast(year + JEWISH_YEARS, n[0], n[1]);
        case 'n': return calendar_nth_weekday(year, n[0], n[1], n[2]);
        default: return calendar_nth_weekday(year, n[0], n[1], n[2]) + n[3];
        }
}

int feast_length(const char *rule)
{
        const char *tab = strchr(rule, '\t');
        int days = 0;

        for (const char *p = tab ? tab + 1 : ""; *p >= '0' && *p <= '9'; p++)
                days = days < 1000 ? days * 10 + *p - '0' : days;
        return days ? days : 1;
}
