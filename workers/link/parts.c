#include "workers/link/parts.h"

#include <errno.h>
#include <stdlib.h>

#include "workers/link/choices.h"

enum {
        THOUSAND = 1000,
        PAIRS_PRIOR = 3, /* pairs of even odds that are added to those within a part */
        MERGE_ARTICLES = 12,
        PAIR_CLIP = 10000,
};

struct table {
        const struct link_weights *weights;
        size_t n;
        int32_t sum[PARTS_ARTICLES][PARTS_ARTICLES]; /* of the pairs of two parts; log odds */
        int32_t within[PARTS_ARTICLES], pairs[PARTS_ARTICLES];
        int32_t size[PARTS_ARTICLES]; /* 0: is now in another */
        size_t into[PARTS_ARTICLES];
};

static int32_t cohesion(const struct table *t, size_t i)
{
        int32_t mean = t->within[i] / (t->pairs[i] + PAIRS_PRIOR);

        return mean > 0 ? mean : 0;
}

/* How well two parts fit, above what is wanted of them. */
static int32_t fit(const struct table *t, size_t i, size_t j)
{
        int32_t a = cohesion(t, i), b = cohesion(t, j), less = a < b ? a : b;
        int32_t cross = t->sum[i][j] / (t->size[i] * t->size[j]);

        return cross - (int32_t)((int64_t)less * t->weights->relative / THOUSAND);
}

static void fill(struct table *t, struct index *index, const uint32_t *serials)
{
        for (size_t i = 0; i < t->n; i++) {
                t->size[i] = 1;
                t->into[i] = i;
                index_load(index, serials[i]);
                for (size_t j = 0; j < i; j++) {
                        struct likeness alike = { .serial = serials[j] };
                        int32_t factors[PAIR_FACTORS], score;

                        index_compare(index, &alike);
                        score = choices_pair(index, serials[i], &alike, factors);
                        score = score > PAIR_CLIP    ? PAIR_CLIP
                                : score < -PAIR_CLIP ? -PAIR_CLIP
                                                     : score;
                        t->sum[i][j] = t->sum[j][i] = score;
                }
                index_unload(index);
        }
}

static void unite(struct table *t, size_t i, size_t j)
{
        t->within[i] += t->within[j] + t->sum[i][j];
        t->pairs[i] += t->pairs[j] + t->size[i] * t->size[j];
        t->size[i] += t->size[j];
        t->size[j] = 0;
        t->into[j] = i;
        for (size_t k = 0; k < t->n; k++) {
                t->sum[i][k] += t->sum[j][k];
                t->sum[k][i] = t->sum[i][k];
        }
}

/* Unites the two parts that fit best, the earlier in the order where some fit alike. */
static bool unite_best(struct table *t, int32_t least)
{
        int32_t best = least;
        size_t a = 0, b = 0;

        for (size_t i = 0; i < t->n; i++) {
                if (!t->size[i])
                        continue;
                for (size_t j = i + 1; j < t->n; j++) {
                        int32_t value = t->size[j] ? fit(t, i, j) : INT32_MIN;

                        if (value <= best)
                                continue;
                        best = value;
                        a = i;
                        b = j;
                }
        }
        if (a != b)
                unite(t, a, b);
        return a != b;
}

static size_t newest(const struct events *events, uint64_t event, size_t most, uint32_t *ret)
{
        const uint32_t *members;
        size_t n = events_members(events, event, &members), skip = n > most ? n - most : 0;

        for (size_t i = skip; i < n; i++)
                ret[i - skip] = members[i];
        return n - skip;
}

int parts_find(struct parts *parts, struct index *index, const struct events *events,
               uint64_t event)
{
        struct table *t = calloc(1, sizeof(*t));

        if (!t)
                return -ENOMEM;
        t->weights = index->weights;
        t->n = parts->n = newest(events, event, PARTS_ARTICLES, parts->serials);
        fill(t, index, parts->serials);
        while (unite_best(t, t->weights->split))
                ;
        for (size_t i = 0; i < t->n; i++)
                parts->of[i] = t->into[i] == i ? i : parts->of[t->into[i]];
        free(t);
        return 0;
}

int parts_belong(struct index *index, const struct events *events, uint64_t a, uint64_t b,
                 bool *ret)
{
        uint32_t serials[2 * MERGE_ARTICLES];
        struct table *t = calloc(1, sizeof(*t));
        size_t n_a;

        if (!t)
                return -ENOMEM;
        t->weights = index->weights;
        n_a = newest(events, a, MERGE_ARTICLES, serials);
        t->n = n_a + newest(events, b, MERGE_ARTICLES, serials + n_a);
        fill(t, index, serials);
        for (size_t i = 1; i < n_a; i++)
                unite(t, 0, i);
        for (size_t i = n_a + 1; i < t->n; i++)
                unite(t, n_a, i);
        *ret = n_a && t->n > n_a && fit(t, 0, n_a) > t->weights->merge;
        free(t);
        return 0;
}
