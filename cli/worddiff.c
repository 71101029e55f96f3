#include "cli/worddiff.h"

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/utf8.h"
#include "cli/layout.h"

struct word {
        const char *begin, *end; /* as printed */
        const char *core;        /* without punctuation at its ends */
        size_t n;                /* bytes of the core */
};

struct words {
        struct word list[WORDDIFF_WORDS_MAX];
        size_t n;
        unsigned char shared[WORDDIFF_WORDS_MAX]; /* in how many others it has its like */
        bool related;                             /* to one other at least */
        bool whole;                               /* it has no more words */
};

/* General punctuation (quotation marks, dashes, …) is U+2010 to U+205E. */
static size_t punctuation(const char *p, const char *end)
{
        unsigned char c = (unsigned char)*p;

        if (c < 0x80)
                return (c | 32) < 'a' || (c | 32) > 'z' ? c < '0' || c > '9' : 0;
        if (end - p >= 3 && c == 0xe2 && ((unsigned char)p[1] & 0xfe) == 0x80)
                return 3;
        return end - p >= 2 && c == 0xc2 ? 2 : 0;
}

static void find_core(struct word *w)
{
        const char *p = w->begin, *end = w->end, *last;
        size_t n;

        while (p < end && (n = punctuation(p, end)))
                p += n;
        while (end > p && punctuation(last = utf8_before(p, end), end))
                end = last;
        w->core = p;
        w->n = (size_t)(end - p);
}

static void split(const char *text, struct words *ret)
{
        const char *p = text;

        ret->n = 0;
        while (*(p += strspn(p, " \n\t"))) {
                const char *end = p + strcspn(p, " \n\t");

                if (ret->n == WORDDIFF_WORDS_MAX)
                        break;
                ret->list[ret->n] = (struct word){ .begin = p, .end = end };
                find_core(&ret->list[ret->n++]);
                p = end;
        }
        ret->whole = *p == '\0';
}

static bool same(const struct word *a, const struct word *b)
{
        return a->n == b->n && strncasecmp(a->core, b->core, a->n) == 0;
}

/* Marks in both the words of a longest common subsequence. */
static void lay_beside(struct words *a, struct words *b, unsigned short *table)
{
        size_t width = b->n + 1, common, i, k;

        memset(table, 0, (a->n + 1) * width * sizeof(*table));
        for (i = a->n; i-- > 0;) {
                for (k = b->n; k-- > 0;) {
                        unsigned short *at = table + i * width + k;

                        at[0] = same(&a->list[i], &b->list[k]) ? at[width + 1] + 1
                                : at[width] > at[1]            ? at[width]
                                                               : at[1];
                }
        }
        common = table[0];
        if (2 * common < a->n && 2 * common < b->n)
                return; /* told in other words */
        a->related = b->related = true;
        for (i = k = 0; i < a->n && k < b->n;) {
                if (same(&a->list[i], &b->list[k])) {
                        a->shared[i++]++;
                        b->shared[k++]++;
                } else if (table[(i + 1) * width + k] >= table[i * width + k + 1]) {
                        i++;
                } else {
                        k++;
                }
        }
}

static void put_escaped(struct buffer *out, const char *text, size_t size)
{
        char *copy = strndup(text, size), *safe = malloc(4 * size + 1);

        if (copy && safe) {
                log_escape(safe, (int)(4 * size + 1), copy);
                buffer_put_text(out, safe);
        }
        free(copy);
        free(safe);
}

static void put_marked(const struct words *words, size_t others, struct buffer *out)
{
        bool marked = false;

        for (size_t i = 0; i < words->n; i++) {
                const struct word *w = &words->list[i];
                bool own = w->n && 2 * words->shared[i] < others;

                if (marked && !own)
                        buffer_put_u8(out, LAYOUT_UNMARK);
                if (i)
                        buffer_put_u8(out, ' ');
                if (own && !marked)
                        buffer_put_u8(out, LAYOUT_MARK);
                put_escaped(out, w->begin, (size_t)(w->end - w->begin));
                marked = own;
        }
        if (marked)
                buffer_put_u8(out, LAYOUT_UNMARK);
}

void worddiff_mark(const char *const *texts, size_t n, struct buffer *out)
{
        size_t cells = (size_t)(WORDDIFF_WORDS_MAX + 1) * (WORDDIFF_WORDS_MAX + 1);
        unsigned short *table = malloc(cells * sizeof(*table));
        struct words *words = calloc(WORDDIFF_TEXTS_MAX, sizeof(*words));
        size_t related = 0, laid = n < WORDDIFF_TEXTS_MAX ? n : WORDDIFF_TEXTS_MAX;

        for (size_t i = 0; words && i < laid; i++)
                split(texts[i], &words[i]);
        for (size_t i = 0; table && words && i < laid; i++)
                for (size_t k = i + 1; k < laid; k++)
                        if (words[i].whole && words[k].whole)
                                lay_beside(&words[i], &words[k], table);
        for (size_t i = 0; words && i < laid; i++)
                related += words[i].related;
        for (size_t i = 0; i < n; i++) {
                if (words && i < laid && words[i].related)
                        put_marked(&words[i], related - 1, &out[i]);
                else
                        put_escaped(&out[i], texts[i], strlen(texts[i]));
        }
        free(table);
        free(words);
}
