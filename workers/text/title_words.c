#include "workers/text/title_words.h"

#include <string.h>

#include "workers/text/letters.h"

enum { UNIT_BYTES_MAX = 64, SAME_WORDS_MIN = 2 };

/* The next word at *@p, or the next two letters of a script that does not part words; gives its
 * size, and moves on. 0: the end. */
static size_t next_unit(const char **p, const char *end, const char **ret_start)
{
        enum letter_kind kind;
        const char *at = *p;
        unsigned n;

        while (at < end && !letter_is_word(kind = letter_kind_at(at, end, &n)) &&
               kind != LETTER_DIGIT)
                at += n;
        *ret_start = at;
        if (at >= end)
                return 0;
        kind = letter_kind_at(at, end, &n);
        if (kind == LETTER_OTHER) {
                *p = at + n;
                at += n;
                if (at < end && letter_kind_at(at, end, &n) == LETTER_OTHER)
                        at += n;
                return (size_t)(at - *ret_start);
        }
        while (at < end && ((kind = letter_kind_at(at, end, &n)) == LETTER_DIGIT ||
                            (letter_is_word(kind) && kind != LETTER_OTHER)))
                at += n;
        *p = at;
        return (size_t)(at - *ret_start);
}

size_t title_words(const char *text, size_t size)
{
        const char *p = text, *end = text + size, *start;
        size_t words = 0, letters = 0;
        unsigned n;

        while (next_unit(&p, end, &start)) {
                bool other = letter_kind_at(start, end, &n) == LETTER_OTHER;

                words += !other;
                letters += other;
        }
        return words + (letters + 1) / 2;
}

unsigned title_words_shared(const char *text, const char *const *others, size_t n_others)
{
        const char *p = text, *end = text + strlen(text), *start;
        unsigned words = 0, shared = 0;
        size_t size;

        while ((size = next_unit(&p, end, &start))) {
                bool found = false;

                if (size < 3 || size > UNIT_BYTES_MAX)
                        continue;
                for (size_t i = 0; i < n_others && !found; i++)
                        found = others[i] &&
                                memmem(others[i], strlen(others[i]), start, size) != NULL;
                words++;
                shared += found;
        }
        return words ? shared * 100 / words : 0;
}

bool title_is_shortened(const char *brief, const char *whole)
{
        const char *p = brief, *end = brief + strlen(brief), *word;
        const char *q = whole, *whole_end = whole + strlen(whole), *other;
        size_t size, n, found = 0, seen = 0;

        while ((size = next_unit(&p, end, &word))) {
                do {
                        n = next_unit(&q, whole_end, &other);
                        seen++;
                        if (!n || (seen > found + 1 && found < SAME_WORDS_MIN))
                                return false;
                } while (n != size || memcmp(word, other, n) != 0);
                found++;
        }
        return found && (seen > found || next_unit(&q, whole_end, &other));
}
