#include "cli/values.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/macros.h"

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

/* "40M" as "40 minutes"; the place behind it, or NULL: it is none. */
static const char *put_part(struct buffer *out, const char *p, bool clock)
{
        size_t n = strspn(p, "0123456789.");
        const char *unit = n ? unit_of(p[n], clock) : NULL;

        if (!unit)
                return NULL;
        buffer_printf(out, "%s%.*s %s%s", out->size ? " " : "", (int)n, p, unit,
                      n == 1 && *p == '1' ? "" : "s");
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

void value_put(struct buffer *out, const char *value)
{
        _cleanup_(buffer_clear) struct buffer words = { 0 };
        const char *last = strrchr(value, ' ');
        size_t n = strlen(value);

        last = last ? last + 1 : value; /* "about PT30M" */
        if (put_duration(&words, last)) {
                put_safe(out, value, (size_t)(last - value));
                buffer_put(out, words.data, words.size);
        } else if (n > 5 && strcmp(value + n - 5, " foot") == 0) {
                put_safe(out, value, n - 4);
                buffer_put_text(out, "feet");
        } else {
                put_safe(out, value, n);
                buffer_put_text(out, plural_end(value));
        }
}
