/* wording - the words of an article as copies are found by them
 *
 * Quotations are left out: two reporters who were there quote alike. Of the runs of eight
 * words, winnowing (Schleimer, Wilkerson and Aiken 2003) keeps the least hash of each window,
 * so that any passage of RUN + WINDOW - 1 words that two articles share has a run that both
 * kept, unless they are very long.
 */
#include "workers/compare/wording.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "workers/compare/account.h"

enum {
        RUN = 8,    /* words */
        WINDOW = 6, /* runs */
        SHORT_RUN = 4,
        TITLE_LEAST = 12,
        TITLE_MOST = 60,
};

/* A stem is as common wherever it stands: equal words stay equal with how much they tell. */
static uint32_t word_of(const struct term *t)
{
        uint32_t tells = t->commonness >= 160 || (t->end - t->start < 2 && !t->number) ? 0
                         : t->commonness > 60                                          ? 1
                         : t->commonness > 20                                          ? 2
                                                                                       : 3;

        return ((uint32_t)(t->hash >> 32) & ~7u) | tells << 1 | 1u;
}

int account_keep_words(struct account *a)
{
        a->words = arena_alloc(a->arena, (a->n_terms + 1) * sizeof(*a->words));
        if (!a->words)
                return -ENOMEM;
        a->n_words = a->n_terms < WORDS_MAX ? a->n_terms : WORDS_MAX;
        for (size_t i = 0; i < a->n_words; i++)
                a->words[i] = word_of(&a->terms[i]);
        return 0;
}

static void blank_quotes(struct account *a)
{
        for (size_t i = 0; i < a->x->n_quotes; i++) {
                const struct quote *q = &a->x->quotes[i];

                for (size_t s = 0; q->direct && s < q->n_spans; s++) {
                        for (size_t t = account_term_at(a, q->spans[s].start);
                             t < a->n_words && a->terms[t].end <= q->spans[s].end; t++)
                                a->words[t] = 0;
                }
        }
}

static uint64_t run_at(const struct account *a, size_t at)
{
        for (size_t i = at; i < at + RUN; i++) {
                if (!a->words[i])
                        return 0;
        }
        return digest_64(a->words + at, RUN * sizeof(*a->words));
}

/* Of more than there is room for the least: of two long articles they are the same ones. */
static void keep(struct account *a, uint64_t hash)
{
        size_t at = a->n_shingles;

        while (at > 0 && a->shingles[at - 1] > hash)
                at--;
        if (at == SHINGLES_MAX || (at > 0 && a->shingles[at - 1] == hash))
                return;
        if (a->n_shingles < SHINGLES_MAX)
                a->n_shingles++;
        memmove(a->shingles + at + 1, a->shingles + at,
                (a->n_shingles - at - 1) * sizeof(*a->shingles));
        a->shingles[at] = hash;
}

static void winnow(struct account *a)
{
        size_t runs = a->n_words >= RUN ? a->n_words - RUN + 1 : 0;
        uint64_t window[WINDOW] = { 0 };

        for (size_t i = 0; i < runs; i++) {
                uint64_t least = 0;

                window[i % WINDOW] = run_at(a, i);
                if (i + 1 < WINDOW && i + 1 < runs)
                        continue;
                for (size_t k = 0; k < WINDOW; k++) {
                        if (window[k] && (!least || window[k] < least))
                                least = window[k];
                }
                if (least)
                        keep(a, least);
        }
}

/* A headline that is a whole sentence, as agencies have them, stands before the words. */
static int add_title(struct account *a)
{
        const char *title = a->x->title ? a->x->title : "";
        uint32_t *words;
        struct term *terms;
        size_t n, room;
        int r = terms_find(a->arena, title, strlen(title), &terms, &n);

        if (r || n < TITLE_LEAST || n > TITLE_MOST)
                return r;
        words = arena_alloc(a->arena, (n + 1 + a->n_words) * sizeof(*words));
        if (!words)
                return -ENOMEM;
        for (size_t i = 0; i < n; i++)
                words[i] = word_of(&terms[i]);
        words[n++] = 0;
        room = WORDS_MAX - n;
        a->n_words = a->n_words < room ? a->n_words : room;
        memcpy(words + n, a->words, a->n_words * sizeof(*words));
        a->words = words;
        a->n_words += n;
        return 0;
}

int account_find_words(struct account *a)
{
        int r;

        blank_quotes(a);
        r = add_title(a);
        if (!r)
                winnow(a);
        return r;
}

static int by_word(const void *a, const void *b)
{
        const uint32_t *x = a, *y = b;

        return (*x > *y) - (*x < *y);
}

/* Each once, in order, without those that tell nothing. */
static size_t distinct_words(const uint32_t *words, size_t n, uint32_t *out)
{
        size_t kept = 0, distinct = 0;

        for (size_t i = 0; i < n; i++)
                if (WORD_TELLS(words[i]))
                        out[kept++] = words[i];
        if (kept)
                qsort(out, kept, sizeof(*out), by_word);
        for (size_t i = 0; i < kept; i++)
                if (!distinct || out[distinct - 1] != out[i])
                        out[distinct++] = out[i];
        return distinct;
}

size_t wording_spoken(const struct wording *w)
{
        size_t count = 0;

        for (size_t i = 0; i < w->n; i++)
                count += w->words[i] != 0;
        return count;
}

int wording_held(const struct wording *a, const struct wording *b, uint16_t *ret)
{
        uint32_t *x = malloc((a->n + b->n + 1) * sizeof(*x)), *y;
        uint32_t all[2] = { 0 }, both = 0;
        size_t k = 0, n_x, n_y;

        if (!x)
                return -ENOMEM;
        y = x + a->n;
        n_x = distinct_words(a->words, a->n, x);
        n_y = distinct_words(b->words, b->n, y);
        for (size_t i = 0; i < n_y; i++)
                all[1] += WORD_TELLS(y[i]);
        for (size_t i = 0; i < n_x; i++) {
                while (k < n_y && y[k] < x[i])
                        k++;
                all[0] += WORD_TELLS(x[i]);
                both += k < n_y && y[k] == x[i] ? WORD_TELLS(x[i]) : 0;
        }
        free(x);
        all[0] = all[0] < all[1] ? all[0] : all[1];
        *ret = (uint16_t)(all[0] ? 1000 * both / all[0] : 0);
        return 0;
}

uint64_t wording_run(const uint32_t *words, size_t n)
{
        uint64_t hash = 0;

        for (size_t i = 0; i < n; i++) {
                if (!words[i])
                        return 0;
                hash = (hash ^ words[i]) * 0x9e3779b97f4a7c15u;
                hash ^= hash >> 29;
        }
        return hash ? hash : 1;
}

static int by_run(const void *a, const void *b)
{
        const uint64_t *x = a, *y = b;

        return (*x > *y) - (*x < *y);
}

/* The hashes of its short runs, in order. */
static size_t short_runs(const struct wording *w, uint64_t *out)
{
        size_t n = 0;

        for (size_t i = 0; i + SHORT_RUN <= w->n; i++) {
                out[n] = wording_run(w->words + i, SHORT_RUN);
                n += out[n] != 0;
        }
        if (n)
                qsort(out, n, sizeof(*out), by_run);
        return n;
}

/* How many of its words stand in these runs, in thousandths. */
static uint16_t share_in(const struct wording *w, const uint64_t *runs, size_t n)
{
        size_t count = 0, end = 0, all = wording_spoken(w);

        for (size_t i = 0; n && i + SHORT_RUN <= w->n; i++) {
                uint64_t run = wording_run(w->words + i, SHORT_RUN);

                if (!run || !bsearch(&run, runs, n, sizeof(*runs), by_run))
                        continue;
                count += i + SHORT_RUN - (i > end ? i : end);
                end = i + SHORT_RUN;
        }
        return (uint16_t)(all ? 1000 * count / all : 0);
}

int wording_common(const struct wording *a, const struct wording *b, uint16_t *ret)
{
        uint64_t *runs = malloc(((a->n > b->n ? a->n : b->n) + 1) * sizeof(*runs));
        uint16_t of_a, of_b;

        if (!runs)
                return -ENOMEM;
        of_a = share_in(a, runs, short_runs(b, runs));
        of_b = share_in(b, runs, short_runs(a, runs));
        free(runs);
        *ret = of_a > of_b ? of_a : of_b;
        return 0;
}
