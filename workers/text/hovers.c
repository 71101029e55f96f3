#include "workers/text/hovers.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

enum {
        PANEL_BYTES_MAX = 900, /* from the name in full to the end */
        NAME_BYTES_MIN = 3,
        NAME_BYTES_MAX = 40,
        NAMES_MAX = 7, /* words from the last name to itself */
};

#define PANEL_END " MORE"

static bool is_name_byte(char c)
{
        return isalpha((unsigned char)c) || c == '-' || c == '\'' || (c & 0x80);
}

/* Where the word begins that ends before @end. */
static size_t word_before(const char *text, size_t end)
{
        size_t start = end;

        while (start > 0 && end - start < NAME_BYTES_MAX && is_name_byte(text[start - 1]))
                start--;
        return start;
}

/* Does a headline begin within a word: "LindFive", "Lind2020"? */
static bool is_joined(const char *text, size_t size, size_t at)
{
        return at > 0 && at < size && islower((unsigned char)text[at - 1]) &&
               (isupper((unsigned char)text[at]) || isdigit((unsigned char)text[at]));
}

/* The end of the same last name a few words before, all of which are of a name: "Lind Ada (Mia)
 * Maria Lind". 0: it is not there. */
static size_t name_ends_before(const char *text, size_t start, size_t size)
{
        size_t at = start;

        for (int i = 0; i < NAMES_MAX && at > 1 && text[at - 1] == ' '; i++) {
                size_t end = at - 1, first = end;

                while (first > 0 && end - first < NAME_BYTES_MAX && text[first - 1] != ' ')
                        first--;
                if (i > 0 && end - first == size &&
                    memcmp(text + first, text + start, size) == 0)
                        return end;
                if (!isupper((unsigned char)text[first]) && text[first] != '(')
                        return 0;
                at = first;
        }
        return 0;
}

/* Behind the panel's end; 0: none is near. */
static size_t panel_end(const char *text, size_t size, size_t at)
{
        size_t n = strlen(PANEL_END), left = size - at;
        const char *end = memmem(text + at, left < PANEL_BYTES_MAX ? left : PANEL_BYTES_MAX,
                                 PANEL_END, n);
        size_t behind = end ? (size_t)(end - text) + n : 0;

        return behind && behind < size && isalpha((unsigned char)text[behind]) ? 0 : behind;
}

size_t hovers_drop(const char *text, size_t size, char *out)
{
        size_t n = 0, from = 0;

        for (size_t i = 0; i < size; i++) {
                size_t start, name, end;

                if (!is_joined(text, size, i))
                        continue;
                start = word_before(text, i);
                if (start < from || i - start < NAME_BYTES_MIN)
                        continue;
                name = name_ends_before(text, start, i - start);
                end = name > from ? panel_end(text, size, i) : 0;
                if (!end)
                        continue;
                memcpy(out + n, text + from, name - from);
                n += name - from;
                from = end;
                i = end - 1;
        }
        memcpy(out + n, text + from, size - from);
        return n + size - from;
}
