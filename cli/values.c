#include "cli/values.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/macros.h"
#include "workers/extract/calendar.h"

enum {
        GROUPED_LEAST = 5, /* digits: 13,000 */
        LARGE_LEAST = 7,   /* … 1.5 million */
        DIGITS_MOST = 18,
        WEEK_CHARS = 8, /* of 2018-W26 */
        YEAR_CHARS = 4,
        SATURDAY = 6,
};

void safe_put(struct buffer *out, const char *text)
{
        size_t room = 4 * strlen(text ? text : "-") + 1;
        char *safe = malloc(room);

        if (safe)
                log_escape(safe, (int)room, text ? text : "-");
        buffer_put_text(out, safe ? safe : "");
        free(safe);
}

/* The unit of a letter, before or behind the T. */
static const char *unit_of(char letter, bool clock)
{
        static const struct {
                char letter;
                bool clock;
                const char *name;
        } units[] = {
                { 'Y', false, "year" },  { 'M', false, "month" }, { 'W', false, "week" },
                { 'D', false, "day" },   { 'H', true, "hour" },   { 'M', true, "minute" },
                { 'S', true, "second" },
        };

        for (size_t i = 0; i < ARRAY_SIZE(units); i++)
                if (units[i].letter == letter && units[i].clock == clock)
                        return units[i].name;
        return NULL;
}

/* "40M" as "40 minutes", "19-24Y" as "19 to 24 years". What stands behind it; NULL: it is no
 * part. */
static const char *put_part(struct buffer *out, const char *p, bool clock)
{
        static const char digits[] = "0123456789.";
        size_t n = strspn(p, digits), low = n;
        const char *unit;

        if (n && p[n] == '-' && strspn(p + n + 1, digits))
                n += 1 + strspn(p + n + 1, digits);
        unit = n ? unit_of(p[n], clock) : NULL;
        if (!unit)
                return NULL;
        buffer_printf(out, "%s%.*s", out->size ? " " : "", (int)low, p);
        if (n > low)
                buffer_printf(out, " to %.*s", (int)(n - low - 1), p + low + 1);
        buffer_printf(out, " %s%s", unit, n == 1 && *p == '1' ? "" : "s");
        return p + n + 1;
}

static bool put_duration(struct buffer *out, const char *value)
{
        const char *p = value + 1;
        bool clock = false;

        if (*value != 'P' || !*p)
                return false;
        while (p && *p) {
                if (*p == 'T' && !clock && p[1]) {
                        clock = true;
                        p++;
                }
                p = put_part(out, p, clock);
        }
        return p != NULL;
}

/* "60 metre" as "60 metres"; of what is no number and one word, nothing. */
static const char *plural_end(const char *value)
{
        const char *unit = strrchr(value, ' ');
        size_t n = unit ? strlen(++unit) : 0;

        if (n < 3 || strspn(unit, "abcdefghijklmnopqrstuvwxyz") != n || unit[-2] < '0' ||
            unit[-2] > '9' || (unit - value == 2 && *value == '1') || unit[n - 1] == 's' ||
            unit[n - 1] == 'z')
                return "";
        return unit[n - 1] == 'h' ? "es" : "s";
}

static void put_safe(struct buffer *out, const char *value, size_t size)
{
        char part[256], safe[1024];

        snprintf(part, sizeof(part), "%.*s", (int)size, value);
        log_escape(safe, sizeof(safe), part);
        buffer_put_text(out, safe);
}

/* ------------------------------------------------------------ large numbers */

static const char *put_grouped(struct buffer *out, const char *digits, size_t n)
{
        for (size_t i = 0; i < n; i++)
                buffer_printf(out, "%s%c", i && (n - i) % 3 == 0 ? "," : "", digits[i]);
        return digits + n;
}

/* "1300000000000" as "1.3 trillion": where three digits behind the point tell all. */
static const char *put_large(struct buffer *out, const char *digits, size_t n)
{
        static const char *const names[] = { "million", "billion", "trillion" };
        size_t step = (n - 7) / 3 < ARRAY_SIZE(names) ? (n - 7) / 3 : ARRAY_SIZE(names) - 1;
        size_t whole = n - 3 * (step + 2), told = n;

        while (told > whole && digits[told - 1] == '0')
                told--;
        if (told > whole + 3)
                return put_grouped(out, digits, n);
        put_grouped(out, digits, whole);
        buffer_printf(out, "%s%.*s %s", told > whole ? "." : "", (int)(told - whole),
                      digits + whole, names[step]);
        return digits + n;
}

/* Numbers of five digits and more are made readable; all else stays. */
static void put_numbers(struct buffer *out, const char *value)
{
        for (const char *p = value; *p;) {
                size_t n = strspn(p, "0123456789");
                bool alone = p == value || p[-1] == ' ' || p[-1] == '-';

                if (n < GROUPED_LEAST || n > DIGITS_MOST || !alone || !strchr(" -%", p[n])) {
                        buffer_put(out, p, n ? n : 1);
                        p += n ? n : 1;
                } else {
                        p = n < LARGE_LEAST ? put_grouped(out, p, n) : put_large(out, p, n);
                }
        }
}

/* ------------------------------------------------------------ weeks and seasons */

/* "2018-W26" as "week of 2018-06-25". */
static bool put_week(struct buffer *out, const char *value)
{
        int year, week, end = 0;
        bool weekend;
        struct civil day;

        if (sscanf(value, "%4d-W%2d%n", &year, &week, &end) != 2 || week < 1 || week > 53)
                return false;
        weekend = strcmp(value + end, "-WE") == 0;
        if (end != WEEK_CHARS || (value[end] && !weekend))
                return false;
        day = calendar_civil(calendar_week_start(year, week) + (weekend ? SATURDAY - 1 : 0));
        buffer_printf(out, "%s of %04d-%02d-%02d", weekend ? "weekend" : "week", day.year,
                      day.month, day.day);
        return true;
}

static bool put_season(struct buffer *out, const char *value)
{
        static const char *const parts[][2] = {
                { "-SP", "spring" },        { "-SU", "summer" },
                { "-FA", "autumn" },        { "-WI", "winter" },
                { "-Q1", "first quarter" }, { "-Q2", "second quarter" },
                { "-Q3", "third quarter" }, { "-Q4", "last quarter" },
                { "-H1", "first half" },    { "-H2", "second half" },
        };

        for (size_t i = 0; i < ARRAY_SIZE(parts); i++) {
                if (strspn(value, "0123456789") != YEAR_CHARS ||
                    strcmp(value + YEAR_CHARS, parts[i][0]) != 0)
                        continue;
                buffer_printf(out, "%s of %.*s", parts[i][1], YEAR_CHARS, value);
                return true;
        }
        return false;
}

void value_put(struct buffer *out, const char *value)
{
        _cleanup_(buffer_clear) struct buffer words = { 0 }, spelled = { 0 };
        const char *last = strrchr(value, ' ');
        size_t n = strlen(value);

        last = last ? last + 1 : value; /* "about PT30M" */
        if (put_duration(&words, last) || put_week(&words, last) || put_season(&words, last)) {
                put_safe(out, value, (size_t)(last - value));
                buffer_put(out, words.data, words.size);
        } else if (n > 5 && strcmp(value + n - 5, " foot") == 0) {
                put_safe(out, value, n - 4);
                buffer_put_text(out, "feet");
        } else {
                put_numbers(&spelled, value);
                if (buffer_text(&spelled))
                        put_safe(out, buffer_text(&spelled), spelled.size);
                buffer_put_text(out, plural_end(value));
        }
}
