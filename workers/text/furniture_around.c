/* furniture_around - what stands before an article and behind it, by its form
 *
 * The trail of pages that leads to it, and the heading of what its readers say of it.
 */
#include <string.h>
#include <strings.h>

#include "base/ascii.h"
#include "base/macros.h"
#include "workers/text/furniture_parts.h"

enum {
        TRAIL_WORDS_MAX = 30,
};

/* "Home » Boats » Oars", "You are here: Home > Boats". A way through menus is one of a guide
 * ("Home > Styles"). */
bool furniture_is_trail(const char *line, size_t size, size_t words)
{
        static const char *const here[] = { "You are here: Home", "You are here:Home" };
        static const char *const homes[] = { "Home \u00bb", "Home / ", "Home \u203a" };
        static const char *const joints[] = { "\u00bb", " / ", "\u203a" };

        if (words > TRAIL_WORDS_MAX || line[size - 1] == '.')
                return false;
        if (line_starts_one(line, size, here, ARRAY_SIZE(here)))
                return true;
        for (size_t i = 0; i < ARRAY_SIZE(homes); i++) {
                size_t n = strlen(homes[i]);

                if (line_starts(line, size, homes[i]))
                        return line_find(line + n, size - n, joints[i]);
        }
        return false;
}

/* "One", "a", "20": behind it, or NULL. */
static const char *behind_number(const char *p, const char *end)
{
        static const char *const numbers[] = { "One ", "A " };
        const char *behind =
                line_behind_one(p, (size_t)(end - p), numbers, ARRAY_SIZE(numbers));
        size_t n = 0;

        if (behind)
                return behind;
        while (p + n < end && (ascii_is_digit(p[n]) || (n && p[n] == ',')))
                n++;
        return n && p + n < end && p[n] == ' ' ? p + n + 1 : NULL;
}

const char *furniture_discussed(const char *line, size_t size, size_t *ret_size)
{
        static const char *const nouns[] = {
                "thoughts ", "thought ", "responses ", "response ",  "comments ",
                "comment ",  "replies ", "reply ",     "reactions ", "reaction ",
        };
        static const char *const joints[] = { "on ", "to ", "in " };
        static const char *const open[] = { "\u201c", "\"", "\u2018", "'", "\u00ab" };
        static const char *const close[] = { "\u201d", "\"", "\u2019", "'", "\u00bb" };
        const char *end = line + size, *p = behind_number(line, end);

        if (p)
                p = line_behind_one(p, (size_t)(end - p), nouns, ARRAY_SIZE(nouns));
        if (p)
                p = line_behind_one(p, (size_t)(end - p), joints, ARRAY_SIZE(joints));
        for (size_t i = 0; p && i < ARRAY_SIZE(open); i++)
                if (line_starts(p, (size_t)(end - p), open[i]) &&
                    line_ends(p, (size_t)(end - p), close[i])) {
                        p += strlen(open[i]);
                        *ret_size = (size_t)(end - p) - strlen(close[i]);
                        return p;
                }
        return NULL;
}
