#include "workers/compare/wordrun.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum {
        TEXT_WORDS = 200,    /* looked at */
        ALIGNMENTS_MAX = 16, /* tried: of texts of one word all would fit */
};

struct text_words {
        uint32_t hash[TEXT_WORDS];
        size_t n;
};

/* Bytes of an apostrophe within a word ("I've", "I’ve"), which is left out. */
static size_t apostrophe_at(const char *p)
{
        if (*p == '\'' || *p == '`')
                return 1;
        return strncmp(p, "’", 3) == 0 || strncmp(p, "‘", 3) == 0 ? 3 : 0;
}

/* Beyond ASCII all but the general punctuation, U+2000 to U+207F, and the signs before U+00C0.
 */
static bool is_of_word(const char *p)
{
        unsigned char c = (unsigned char)*p, next = c ? (unsigned char)p[1] : 0;

        if (c < 0x80)
                return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       (c >= '0' && c <= '9');
        return c != 0xc2 && !(c == 0xe2 && (next == 0x80 || next == 0x81));
}

static bool is_continued(char c)
{
        return ((unsigned char)c & 0xc0) == 0x80;
}

static uint32_t word_at(const char **at)
{
        const char *p = *at;
        uint32_t hash = 2166136261u;

        while (is_of_word(p) || (apostrophe_at(p) && is_of_word(p + apostrophe_at(p)))) {
                unsigned char c = (unsigned char)*p;

                if (!is_of_word(p)) {
                        p += apostrophe_at(p);
                        continue;
                }
                c = c >= 'A' && c <= 'Z' ? (unsigned char)(c | 0x20) : c;
                hash = (hash ^ c) * 16777619u;
                p++;
        }
        *at = p;
        return hash;
}

static void words_of(const char *text, struct text_words *w)
{
        w->n = 0;
        for (const char *p = text; *p && w->n < TEXT_WORDS;) {
                if (is_of_word(p))
                        w->hash[w->n++] = word_at(&p);
                else
                        for (p++; is_continued(*p); p++)
                                ;
        }
}

static size_t run_around(const struct text_words *a, size_t i, const struct text_words *b,
                         size_t k)
{
        size_t length = 0;

        for (size_t d = 1; d <= i && d <= k && a->hash[i - d] == b->hash[k - d]; d++)
                length++;
        for (size_t d = 0; i + d < a->n && k + d < b->n && a->hash[i + d] == b->hash[k + d];
             d++)
                length++;
        return length;
}

struct word_run word_run_of(const char *a, const char *b)
{
        struct text_words x, y;
        struct word_run best = { 0 };
        const struct text_words *shorter = &x, *longer = &y;
        size_t middle, tried = 0;

        words_of(a, &x);
        words_of(b, &y);
        if (x.n > y.n) {
                shorter = &y;
                longer = &x;
        }
        best.shorter = shorter->n;
        best.longer = longer->n;
        middle = shorter->n / 2;
        for (size_t k = 0; shorter->n && k < longer->n && tried < ALIGNMENTS_MAX; k++) {
                size_t length;

                if (longer->hash[k] != shorter->hash[middle])
                        continue;
                tried++;
                length = run_around(shorter, middle, longer, k);
                best.length = length > best.length ? length : best.length;
        }
        return best;
}
