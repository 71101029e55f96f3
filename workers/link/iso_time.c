/* iso_time - when an article was published, in minutes, as far as its date line tells */
#include <string.h>

#include "workers/link/signature.h"

enum { NOON = 12 * 60, DAY = 24 * 60 };

static bool take_number(const char **p, unsigned digits, int *ret)
{
        int value = 0;

        for (unsigned i = 0; i < digits; i++) {
                char c = (*p)[i];

                if (c < '0' || c > '9')
                        return false;
                value = 10 * value + (c - '0');
        }
        *p += digits;
        *ret = value;
        return true;
}

static bool take(const char **p, char c)
{
        if (**p != c)
                return false;
        (*p)++;
        return true;
}

/* Howard Hinnant's days_from_civil, for years from 0 on. */
static int64_t days_of(int year, int month, int day)
{
        int64_t y = year - (month <= 2);
        int64_t era = y / 400;
        int64_t of_era = y - era * 400;
        int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

        return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

/* Minutes to subtract for "+02:00", "-0530", "Z"; false when there is no offset. */
static bool take_offset(const char *p, int *ret)
{
        int sign = *p == '-' ? -1 : 1, hours, minutes = 0;

        *ret = 0;
        if (*p == 'Z' || *p == 'z')
                return true;
        if (*p != '+' && *p != '-')
                return false;
        p++;
        if (!take_number(&p, 2, &hours))
                return false;
        (void)take(&p, ':');
        (void)take_number(&p, 2, &minutes);
        *ret = sign * (hours * 60 + minutes);
        return true;
}

enum time_known signature_time(const char *value, int64_t *ret_minute)
{
        int year, month, day, hour, minute, offset;
        const char *p = value;

        if (!p || !take_number(&p, 4, &year) || !take(&p, '-') || !take_number(&p, 2, &month) ||
            !take(&p, '-') || !take_number(&p, 2, &day) || month < 1 || month > 12 || day < 1 ||
            day > 31)
                return KNOWN_NOT;
        *ret_minute = days_of(year, month, day) * DAY;
        if ((*p != 'T' && *p != ' ') || (p++, !take_number(&p, 2, &hour)) || !take(&p, ':') ||
            !take_number(&p, 2, &minute)) {
                *ret_minute += NOON;
                return KNOWN_DAY;
        }
        *ret_minute += hour * 60 + minute;
        while (*p == ':' || *p == '.' || *p == ',' || (*p >= '0' && *p <= '9'))
                p++;
        if (!take_offset(p, &offset))
                return KNOWN_DAY;
        *ret_minute -= offset;
        return KNOWN_INSTANT;
}
