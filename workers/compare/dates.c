#include "workers/compare/dates.h"

#include <stdlib.h>
#include <string.h>

#include "workers/link/signature.h"

enum {
        DECADE_CHARS = 3,
        YEAR_CHARS = 4,
        WEEK_CHARS = 6, /* of 2021-W48, before its number */
        MONTH_CHARS = 7,
        DAY_CHARS = 10,
        WEEKDAY_AT = 9, /* in XXXX-WXX-4 */
        WEEK = 7,
};

static const char any_year[] = "XXXX-", any_week[] = "XXXX-WXX-";

/* Days from any; false: there is no such date. */
static bool day_number(const char *date, int64_t *ret)
{
        int64_t minute;

        if (signature_time(date, &minute) == KNOWN_NOT)
                return false;
        *ret = minute / (24 * 60);
        return true;
}

/* From a Monday on. */
static int64_t day_of_week(int64_t day)
{
        int64_t epoch = 0;

        (void)day_number("1970-01-01", &epoch); /* a Thursday */
        return ((day - epoch + 3) % WEEK + WEEK) % WEEK;
}

/* Monday to Sunday of "2021-W48" (ISO 8601: the first week is that of 4 January), Saturday and
 * Sunday of "2021-W48-WE". */
static bool week_days(const char *value, int64_t *ret_first, int64_t *ret_last)
{
        char january[] = "0000-01-04";
        const char *week = value + WEEK_CHARS;
        int64_t fourth, monday;

        memcpy(january, value, YEAR_CHARS);
        if (strspn(week, "0123456789") != 2 || (week[2] && strcmp(week + 2, "-WE") != 0) ||
            !day_number(january, &fourth))
                return false;
        monday = fourth - day_of_week(fourth);
        monday += WEEK * (10 * (week[0] - '0') + week[1] - '0' - 1);
        *ret_first = week[2] ? monday + 5 : monday;
        *ret_last = monday + 6;
        return true;
}

/* The first and the last day of "2021-Q2", "2021-H1". */
static bool part_of_year_days(const char *value, int64_t *ret_first, int64_t *ret_last)
{
        char first[] = "0000-01-01";
        int months = value[YEAR_CHARS + 1] == 'Q' ? 3 : 6, part = value[YEAR_CHARS + 2] - '1';
        int month = 1 + months * part;

        if (part < 0 || part >= 12 / months || value[YEAR_CHARS + 3])
                return false;
        memcpy(first, value, YEAR_CHARS);
        first[YEAR_CHARS + 1] = (char)('0' + month / 10);
        first[YEAR_CHARS + 2] = (char)('0' + month % 10);
        if (!day_number(first, ret_first))
                return false;
        *ret_last = *ret_first + months * 30 - 1; /* about: no day behind it is meant */
        return true;
}

static bool is_weekday(const char *value)
{
        return strncmp(value, any_week, WEEKDAY_AT) == 0 && value[WEEKDAY_AT] >= '1' &&
               value[WEEKDAY_AT] <= '7' && !value[WEEKDAY_AT + 1];
}

/* The first and the last day of "193", "2021", "2021-12" or "2021-12-02". */
static bool calendar_days(const char *value, int64_t *ret_first, int64_t *ret_last)
{
        char first[DAY_CHARS + 1] = "0000-01-01";
        size_t n = strlen(value);
        int64_t year;

        if ((n != DECADE_CHARS && n != YEAR_CHARS && n != MONTH_CHARS && n != DAY_CHARS) ||
            strspn(value, "0123456789-") != n)
                return false;
        memcpy(first, value, n);
        if (!day_number(first, ret_first))
                return false;
        year = atoi(first);
        *ret_last = *ret_first;
        if (n == DECADE_CHARS)
                *ret_last += 3651; /* with the fewest leap days */
        if (n == YEAR_CHARS)
                *ret_last += year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 365 : 364;
        if (n == MONTH_CHARS)
                *ret_last += 27; /* at least; no month ends another */
        return true;
}

/* A leap year, which has all days. */
static bool open_days(const char *value, int64_t *ret_first, int64_t *ret_last)
{
        char in_leap_year[DAY_CHARS + 1] = "2000-";
        size_t n = strlen(value);

        if (is_weekday(value)) {
                *ret_first = *ret_last = value[WEEKDAY_AT] - '1';
                return true;
        }
        if (n != MONTH_CHARS && n != DAY_CHARS)
                return false;
        memcpy(in_leap_year + YEAR_CHARS, value + YEAR_CHARS, n - YEAR_CHARS);
        return calendar_days(in_leap_year, ret_first, ret_last);
}

bool date_is_open(const char *value)
{
        return strncmp(value, any_year, sizeof(any_year) - 1) == 0;
}

bool date_days(const char *value, int64_t *ret_first, int64_t *ret_last)
{
        size_t n = strlen(value);

        if (date_is_open(value))
                return open_days(value, ret_first, ret_last);
        if (n > WEEK_CHARS && value[WEEK_CHARS - 1] == 'W')
                return week_days(value, ret_first, ret_last);
        if (n == YEAR_CHARS + 3 &&
            (value[YEAR_CHARS + 1] == 'Q' || value[YEAR_CHARS + 1] == 'H'))
                return part_of_year_days(value, ret_first, ret_last);
        return calendar_days(value, ret_first, ret_last);
}

static enum dates_relation weekday_relates(const char *weekday, const char *date)
{
        int64_t first, last;

        if (is_weekday(date))
                return weekday[WEEKDAY_AT] == date[WEEKDAY_AT] ? DATES_SAME : DATES_APART;
        if (date_is_open(date) || !date_days(date, &first, &last) || first != last)
                return DATES_UNKNOWN;
        return day_of_week(first) == weekday[WEEKDAY_AT] - '1' ? DATES_SAME : DATES_APART;
}

enum dates_relation open_dates_relate(const char *a, const char *b)
{
        size_t n = strlen(a), m = strlen(b);

        if (is_weekday(a))
                return weekday_relates(a, b);
        if (is_weekday(b))
                return weekday_relates(b, a);
        if (n <= YEAR_CHARS || m <= YEAR_CHARS || a[YEAR_CHARS + 1] == 'W' ||
            b[YEAR_CHARS + 1] == 'W')
                return DATES_UNKNOWN;
        if (strncmp(a + YEAR_CHARS, b + YEAR_CHARS, (n < m ? n : m) - YEAR_CHARS) != 0)
                return DATES_APART;
        return n == m ? DATES_SAME : DATES_AGREE;
}
