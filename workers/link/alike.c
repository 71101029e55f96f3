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
        THOUSAND = 1000,
        RARE = 512, /* rarity that counts as it is: a term of one text in 256 */
};

/* How rare a term is: in the window, and in English at large, which counts as prior texts. */
static unsigned rarity(const struct index *index, uint32_t term)
{
        unsigned all = index->log_all, with = index->lists[term].log;

        return all > with ? all - with : 0;
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

/* A feature's weight in the article by its rarity, and somewhat by the square of it. */
static uint32_t weigh(const struct index *index, const struct entry *e, uint32_t i)
{
        uint32_t rare = rarity(index, e->terms[i]);
        uint32_t plain = (uint32_t)e->weights[i] * rare / 16;
        uint32_t share = index->weights->rare_share;

        return plain - plain * share / THOUSAND +
               (uint32_t)((uint64_t)plain * rare / RARE * share / THOUSAND);
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

struct sums {
        uint64_t product[ASPECTS], norm[ASPECTS];
};

static void add(struct sums *sums, uint8_t aspects, uint64_t own, uint64_t other)
{
        for (unsigned a = 0; a < ASPECTS; a++) {
                if (aspects >> a & 1) {
                        sums->product[a] += own * other;
                        sums->norm[a] += other * other;
                }
        }
}

static uint32_t cosine(const struct sums *own, const struct sums *sums, enum aspect aspect)
{
        uint64_t lengths =
                (uint64_t)square_root(own->norm[aspect]) * square_root(sums->norm[aspect]);

        return lengths ? (uint32_t)(sums->product[aspect] * THOUSAND / lengths) : 0;
}

/* Fills in the cosines. Where too few features are shared besides countries, they prove little.
 */
static void weigh_exactly(const struct index *index, const struct sums *own,
                          struct likeness *alike)
{
        const struct entry *other = index_entry(index, alike->serial);
        uint32_t least = index->weights->least_shared, shared = 0;
        struct sums sums = { 0 };

        for (uint32_t i = 0; i < other->n; i++) {
                uint32_t mine = index->query[other->terms[i]];

                add(&sums, other->aspects[i], mine, weigh(index, other, i));
                shared += mine && other->aspects[i] & COUNTS;
        }
        alike->score = cosine(own, &sums, ASPECT_ALL);
        alike->title = cosine(own, &sums, ASPECT_TITLE);
        alike->name = cosine(own, &sums, ASPECT_NAME);
        if (shared < least)
                alike->score = alike->score * shared / least;
}

int index_alike(struct index *index, uint32_t serial, struct likeness *ret, size_t *ret_n)
{
        const struct entry *e = index_entry(index, serial);
        size_t room =
                index->n < QUERY_TERMS * POSTINGS_MAX ? index->n : QUERY_TERMS * POSTINGS_MAX;
        struct query *queries = calloc(e->n + 1, sizeof(*queries));
        struct likeness *found = calloc(room + 1, sizeof(*found));
        struct sums own = { 0 };
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
                add(&own, e->aspects[i], queries[i].weight, queries[i].weight);
        }
        qsort(queries, e->n, sizeof(*queries), by_weight);
        n = touch(index, serial, queries, e->n, found);
        if (n)
                qsort(found, n, sizeof(*found), by_score);
        n = n < CANDIDATES_MAX ? n : CANDIDATES_MAX;
        for (size_t i = 0; i < n; i++)
                weigh_exactly(index, &own, &found[i]);
        if (n)
                qsort(found, n, sizeof(*found), by_score);
        memcpy(ret, found, n * sizeof(*found));
        *ret_n = n;
        for (uint32_t i = 0; i < e->n; i++)
                index->query[e->terms[i]] = 0;
        free(queries);
        free(found);
        return 0;
}
