/* iso_time - when an article was published, in minutes, as far as its date line tells */
#include <string.h>

#include "proto/iso8601.h"
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
        *ret_minute = iso_days(year, month, day) * DAY;
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
