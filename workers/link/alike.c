/* alike - which articles of the window are most like a new one
 *
 * Two steps: the new article's most telling features fetch candidates from the posting lists,
 * each list read from its newest end to a limit; the best of these are weighed exactly. Both
 * costs are bounded, whatever the window holds.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "workers/link/index.h"

enum {
        QUERY_TERMS = 64,   /* features that fetch candidates */
        POSTINGS_MAX = 256, /* newest articles looked at for each */
        LOG_STEPS = 64,     /* a doubling, in the scale of weights */
        THOUSAND = 1000,
        DAY = 24 * 60,
        UNCERTAIN = 14 * 60, /* minutes that a time without an offset may be off */
};

/* 64 log2 of a number >= 1: the position of the top bit, and a table for the six bits behind.
 */
static unsigned log_of(uint64_t x)
{
        static const uint8_t fraction[LOG_STEPS] = {
                0,  1,  3,  4,  6,  7,  8,  10, 11, 12, 13, 15, 16, 17, 18, 19,
                21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 34, 35, 35, 36,
                37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 47, 48, 49, 50, 51,
                52, 52, 53, 54, 55, 56, 56, 57, 58, 59, 60, 60, 61, 62, 63, 63,
        };
        unsigned top = 63u - (unsigned)__builtin_clzll(x);
        uint64_t rest = top >= 6 ? x >> (top - 6) : x << (6 - top);

        return top * LOG_STEPS + fraction[rest & (LOG_STEPS - 1)];
}

/* How rare a term is: in the window, and in English at large, which counts as prior texts. */
static unsigned rarity(const struct index *index, const struct posting_list *list)
{
        uint64_t prior = index->weights->prior_texts;
        uint64_t all = THOUSAND * ((uint64_t)index->n_live + prior);
        uint64_t with = THOUSAND * (uint64_t)list->n + prior * list->commonness + THOUSAND / 2;

        return all > with ? log_of(all) - log_of(with) : 0;
}

static uint32_t square_root(uint64_t x)
{
        uint64_t root = 0, bit = 1ULL << 62;

        while (bit > x)
                bit >>= 2;
        for (; bit; bit >>= 2) {
                if (x >= root + bit) {
                        x -= root + bit;
                        root = (root >> 1) + bit;
                } else {
                        root >>= 1;
                }
        }
        return (uint32_t)root;
}

struct query {
        uint64_t hash; /* orders equal weights: the indices of terms depend on history */
        uint32_t term, weight;
};

static int by_weight(const void *a, const void *b)
{
        const struct query *x = a, *y = b;

        if (x->weight != y->weight)
                return x->weight < y->weight ? 1 : -1;
        return (x->hash > y->hash) - (x->hash < y->hash);
}

static int by_score(const void *a, const void *b)
{
        const struct likeness *x = a, *y = b;

        if (x->score != y->score)
                return x->score < y->score ? 1 : -1;
        return (x->serial > y->serial) - (x->serial < y->serial);
}

static uint32_t weigh(const struct index *index, const struct entry *e, uint32_t i)
{
        return (uint32_t)e->weights[i] * rarity(index, &index->lists[e->terms[i]]) / 16;
}

/* Adds what the posting lists give to index->touched and collects whom they touch. */
static size_t touch(struct index *index, uint32_t serial, const struct query *queries, size_t n,
                    struct likeness *found)
{
        size_t n_found = 0;

        for (size_t i = 0; i < n && i < QUERY_TERMS && queries[i].weight; i++) {
                const struct posting_list *list = &index->lists[queries[i].term];
                uint32_t *serials = list->serials + list->first;
                uint32_t skip = list->n > POSTINGS_MAX ? list->n - POSTINGS_MAX : 0;

                for (uint32_t k = list->n; k > skip; k--) {
                        uint32_t *sum = &index->touched[serials[k - 1] - index->base];

                        if (serials[k - 1] == serial)
                                continue;
                        if (!*sum)
                                found[n_found++].serial = serials[k - 1];
                        *sum += queries[i].weight;
                }
        }
        for (size_t i = 0; i < n_found; i++) {
                found[i].score = index->touched[found[i].serial - index->base];
                index->touched[found[i].serial - index->base] = 0;
        }
        return n_found;
}

/* Cosine of the weighed features, in thousandths. */
static uint32_t cosine(const struct index *index, uint64_t own_norm, const struct entry *other)
{
        uint64_t product = 0, norm = 0;
        uint64_t lengths;

        for (uint32_t i = 0; i < other->n; i++) {
                uint64_t w = weigh(index, other, i);

                product += w * index->query[other->terms[i]];
                norm += w * w;
        }
        lengths = (uint64_t)square_root(own_norm) * square_root(norm);
        return lengths ? (uint32_t)(product * THOUSAND / lengths) : 0;
}

/* What the days between two articles cost; nothing where one of them has no date. */
static uint32_t cost_of_time(const struct index *index, const struct entry *a,
                             const struct entry *b)
{
        const struct link_weights *w = index->weights;
        uint64_t apart, cost;

        if (a->known == KNOWN_NOT || b->known == KNOWN_NOT)
                return 0;
        apart = (uint64_t)llabs(a->minute - b->minute);
        if (a->known == KNOWN_DAY || b->known == KNOWN_DAY)
                apart = apart > UNCERTAIN ? apart - UNCERTAIN : 0;
        if (apart <= (uint64_t)w->free_days * DAY)
                return 0;
        cost = (apart - (uint64_t)w->free_days * DAY) * w->day_cost / DAY;
        return cost < w->most_cost ? (uint32_t)cost : w->most_cost;
}

static void weigh_exactly(struct index *index, const struct entry *e, uint64_t norm,
                          struct likeness *found, size_t n)
{
        for (size_t i = 0; i < n; i++) {
                const struct entry *other = index_entry(index, found[i].serial);
                uint32_t score = cosine(index, norm, other);

                found[i].score =
                        (uint32_t)((uint64_t)score *
                                   (THOUSAND - cost_of_time(index, e, other)) / THOUSAND);
        }
        if (n)
                qsort(found, n, sizeof(*found), by_score);
}

int index_alike(struct index *index, uint32_t serial, struct likeness *ret, size_t *ret_n)
{
        const struct entry *e = index_entry(index, serial);
        size_t room =
                index->n < QUERY_TERMS * POSTINGS_MAX ? index->n : QUERY_TERMS * POSTINGS_MAX;
        struct query *queries = calloc(e->n + 1, sizeof(*queries));
        struct likeness *found = calloc(room + 1, sizeof(*found));
        uint64_t norm = 0;
        size_t n;

        if (!queries || !found) {
                free(queries);
                free(found);
                return -ENOMEM;
        }
        for (uint32_t i = 0; i < e->n; i++) {
                queries[i] = (struct query){ index->lists[e->terms[i]].hash, e->terms[i],
                                             weigh(index, e, i) };
                index->query[e->terms[i]] = queries[i].weight;
                norm += (uint64_t)queries[i].weight * queries[i].weight;
        }
        qsort(queries, e->n, sizeof(*queries), by_weight);
        n = touch(index, serial, queries, e->n, found);
        if (n)
                qsort(found, n, sizeof(*found), by_score);
        n = n < CANDIDATES_MAX ? n : CANDIDATES_MAX;
        weigh_exactly(index, e, norm, found, n);
        memcpy(ret, found, n * sizeof(*found));
        *ret_n = n;
        for (uint32_t i = 0; i < e->n; i++)
                index->query[e->terms[i]] = 0;
        free(queries);
        free(found);
        return 0;
}
