#include "cli/values.h"

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

void value_put(struct buffer *out, const char *value)
{
        _cleanup_(buffer_clear) struct buffer words = { 0 };
        char safe[512];

        if (put_duration(&words, value)) {
                buffer_put(out, words.data, words.size);
                return;
        }
        log_escape(safe, sizeof(safe), value);
        buffer_put_text(out, safe);
}
