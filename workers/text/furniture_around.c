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
        DISCUSSION_WORDS_MAX = 40,
};

static size_t behind_one(const char *line, size_t size, const char *const *heads, size_t n)
{
        for (size_t i = 0; i < n; i++)
                if (line_starts(line, size, heads[i]))
                        return strlen(heads[i]);
        return 0;
}

/* "Home » Boats » Oars", "You are here: Home / Boats" */
bool furniture_is_trail(const char *line, size_t size, size_t words)
{
        static const char *const here[] = { "You are here: ", "You are here:" };
        static const char *const homes[] = {
                "Home \u00bb", "Home / ", "Home >",       "Home \u203a",
                "Home \u2192", "Home | ", "Home \u00b7 ", "Home \u2022 ",
        };
        size_t n = behind_one(line, size, here, ARRAY_SIZE(here));

        if (words > TRAIL_WORDS_MAX)
                return false;
        return behind_one(line + n, size - n, homes, ARRAY_SIZE(homes)) > 0;
}

/* "One", "a", "20": behind it, or NULL. */
static const char *behind_number(const char *p, const char *end)
{
        static const char *const numbers[] = { "One ", "A " };
        size_t n = behind_one(p, (size_t)(end - p), numbers, ARRAY_SIZE(numbers));

        if (n)
                return p + n;
        while (p + n < end && (ascii_is_digit(p[n]) || (n && p[n] == ',')))
                n++;
        return n && p + n < end && p[n] == ' ' ? p + n + 1 : NULL;
}

/* "20 thoughts on “How oars are made”": how blogs head what is said of the article, which they
 * name. */
bool furniture_is_discussion(const char *line, size_t size, size_t words)
{
        static const char *const nouns[] = {
                "thoughts ", "thought ", "responses ", "response ",  "comments ",
                "comment ",  "replies ", "reply ",     "reactions ", "reaction ",
        };
        static const char *const joints[] = { "on ", "to ", "in " };
        static const char *const marks[] = { "\u201c", "\"", "\u2018", "'", "\u00ab" };
        const char *end = line + size, *p = behind_number(line, end);
        size_t n = p ? behind_one(p, (size_t)(end - p), nouns, ARRAY_SIZE(nouns)) : 0;

        if (!n || words > DISCUSSION_WORDS_MAX)
                return false;
        p += n;
        n = behind_one(p, (size_t)(end - p), joints, ARRAY_SIZE(joints));
        return n && line_starts_one(p + n, (size_t)(end - p) - n, marks, ARRAY_SIZE(marks));
}
