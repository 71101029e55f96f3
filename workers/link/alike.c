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
        HOUR = 60,
        DAY = 24 * HOUR,
        RARE = 512,          /* rarity that counts as it is: a term of one text in 256 */
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

/* A feature's weight in the article by its rarity, and somewhat by the square of it. */
static uint32_t weigh(const struct index *index, const struct entry *e, uint32_t i)
{
        uint32_t rare = rarity(index, &index->lists[e->terms[i]]);
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

/* Likeness in thousandths: the cosine over all features, mixed with that over the title's and
 * over the names. */
static uint32_t likeness(const struct index *index, const struct sums *own,
                         const struct entry *other)
{
        const struct link_weights *w = index->weights;
        struct sums sums = { 0 };
        uint32_t all, title, name, shared = 0;

        for (uint32_t i = 0; i < other->n; i++) {
                uint32_t mine = index->query[other->terms[i]];

                add(&sums, other->aspects[i], mine, weigh(index, other, i));
                shared += mine && other->aspects[i] & COUNTS;
        }
        all = cosine(own, &sums, ASPECT_ALL);
        title = own->norm[ASPECT_TITLE] && sums.norm[ASPECT_TITLE]
                        ? cosine(own, &sums, ASPECT_TITLE)
                        : all;
        name = own->norm[ASPECT_NAME] && sums.norm[ASPECT_NAME]
                       ? cosine(own, &sums, ASPECT_NAME)
                       : all;
        title = title < THOUSAND ? title : THOUSAND; /* own norm: of another article's choice */
        name = name < THOUSAND ? name : THOUSAND;
        all = (all * (THOUSAND - w->title_share - w->name_share) + title * w->title_share +
               name * w->name_share) /
              THOUSAND;
        return shared < w->least_shared ? all * shared / w->least_shared : all;
}

uint32_t index_cost_of_time(const struct link_weights *w, const struct entry *a,
                            const struct entry *b)
{
        uint64_t apart, near, cost;
        uint64_t nothing = (uint64_t)w->free_hours * HOUR;

        if (a->known == KNOWN_NOT || b->known == KNOWN_NOT)
                return 0;
        apart = (uint64_t)llabs(a->minute - b->minute);
        if (a->known == KNOWN_DAY || b->known == KNOWN_DAY)
                apart = apart > UNCERTAIN ? apart - UNCERTAIN : 0;
        apart = apart > nothing ? apart - nothing : 0;
        near = apart < (uint64_t)w->near_days * DAY ? apart : (uint64_t)w->near_days * DAY;
        cost = (near * w->near_cost + (apart - near) * w->far_cost) / DAY;
        return cost < w->most_cost ? (uint32_t)cost : w->most_cost;
}

uint32_t index_join_bar(const struct index *index, uint32_t serial)
{
        const struct link_weights *w = index->weights;

        return index_entry(index, serial)->known == KNOWN_NOT ? w->join_undated : w->join;
}

static void weigh_exactly(struct index *index, const struct entry *e, const struct sums *own,
                          struct likeness *found, size_t n)
{
        for (size_t i = 0; i < n; i++) {
                const struct entry *other = index_entry(index, found[i].serial);
                uint64_t score = likeness(index, own, other);
                uint32_t cost = index_cost_of_time(index->weights, e, other);

                found[i].score = (uint32_t)(score * (THOUSAND - cost) / THOUSAND);
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
        weigh_exactly(index, e, &own, found, n);
        memcpy(ret, found, n * sizeof(*found));
        *ret_n = n;
        for (uint32_t i = 0; i < e->n; i++)
                index->query[e->terms[i]] = 0;
        free(queries);
        free(found);
        return 0;
}
