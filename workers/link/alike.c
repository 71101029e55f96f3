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
        TOUCHES_MAX = 6000, /* … and for all */
        THOUSAND = 1000,
        SHARED_LEAST =
                8, /* features besides countries; where fewer are shared, they prove less */
};

struct query {
        uint64_t hash; /* orders equal weights: the indices of terms depend on history */
        uint32_t term, weight;
};

struct own {
        uint32_t term, weight;
        uint16_t aspects;
};

enum { CLASSES = 2 * ASPECT_COUNTS }; /* combinations of aspects */

/* Sums over the features of one article, by their class. */
struct sums {
        uint64_t square[CLASSES], plain[CLASSES];
};

struct alike {
        struct own own[FEATURES_MAX];
        uint32_t n_own;
        struct sums sums;
        struct query queries[FEATURES_MAX];
        uint32_t found[TOUCHES_MAX + POSTINGS_MAX];
};

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

/* A feature's weight in the article by its rarity. How rare a term is, is of the window and of
 * English at large, which counts as prior texts. */
static inline uint32_t weigh(const struct index *index, const struct entry_feature *f)
{
        unsigned all = index->log_all, with = index->states[f->term].log;

        return all > with ? f->weight * (all - with) / 16 : 0;
}

static inline void add(struct sums *s, unsigned class, uint64_t weight)
{
        s->square[class] += weight * weight;
        s->plain[class] += weight;
}

/* The sum over the classes that have all of some aspects. */
static uint64_t over(const uint64_t sums[CLASSES], unsigned aspects)
{
        uint64_t sum = 0;

        for (unsigned i = 0; i < CLASSES; i++)
                sum += (i & aspects) == aspects ? sums[i] : 0;
        return sum;
}

void index_load(struct index *index, uint32_t serial)
{
        const struct entry *e = index_entry(index, serial);
        struct alike *a = index->alike;

        a->n_own = e->n;
        a->sums = (struct sums){ 0 };
        for (uint32_t i = 0; i < e->n; i++) {
                const struct entry_feature *f = &e->features[i];

                a->own[i] = (struct own){ f->term, weigh(index, f), f->aspects };
                index->states[f->term].mine = (uint16_t)(i + 1);
                add(&a->sums, f->aspects, a->own[i].weight);
        }
}

void index_unload(struct index *index)
{
        for (uint32_t i = 0; i < index->alike->n_own; i++)
                index->states[index->alike->own[i].term].mine = 0;
        index->alike->n_own = 0;
}

static int32_t cosine(uint64_t product, uint64_t own, uint64_t other)
{
        uint64_t lengths = (uint64_t)square_root(own) * square_root(other);

        return lengths ? (int32_t)(product * THOUSAND / lengths) : 0;
}

enum { SHARE_UNKNOWN = 300 }; /* where there is nothing to be found */

static int32_t share(uint64_t part, uint64_t whole)
{
        return whole ? (int32_t)(part * THOUSAND / whole) : SHARE_UNKNOWN;
}

/* The sums that one article's shares are taken of, and those of what the other has too. */
static void share_both(const struct sums *whole_a, const struct sums *part_a,
                       const struct sums *whole_b, const struct sums *part_b, unsigned aspects,
                       int32_t ret[2])
{
        int32_t a = share(over(part_a->plain, aspects), over(whole_a->plain, aspects));
        int32_t b = share(over(part_b->plain, aspects), over(whole_b->plain, aspects));

        ret[0] = a < b ? a : b;
        ret[1] = a < b ? b : a;
}

void index_compare(const struct index *index, struct likeness *ret)
{
        static const unsigned cosines[] = { 0, ASPECT_LEAD, ASPECT_NAME, ASPECT_FIGURE };
        const struct entry *other = index_entry(index, ret->serial);
        const struct alike *a = index->alike;
        struct sums theirs = { 0 }, shared_theirs = { 0 }, shared_own = { 0 };
        uint64_t product[CLASSES] = { 0 };
        int32_t found[2], shared = 0;

        for (uint32_t i = 0; i < other->n; i++) {
                const struct entry_feature *f = &other->features[i];
                uint32_t weight = weigh(index, f), place = index->states[f->term].mine;
                const struct own *mine;

                add(&theirs, f->aspects, weight);
                if (!place)
                        continue;
                mine = &a->own[place - 1];
                product[mine->aspects & f->aspects] += (uint64_t)weight * mine->weight;
                add(&shared_theirs, f->aspects, weight);
                add(&shared_own, mine->aspects, mine->weight);
                shared += f->aspects & ASPECT_COUNTS ? 1 : 0;
        }
        for (unsigned i = 0; i < ARRAY_SIZE(cosines); i++)
                ret->of[ALIKE_ALL + i] =
                        cosine(over(product, cosines[i]), over(a->sums.square, cosines[i]),
                               over(theirs.square, cosines[i]));
        share_both(&a->sums, &shared_own, &theirs, &shared_theirs, ASPECT_LEAD, found);
        ret->of[FOUND_LEAD] = found[0];
        ret->of[FOUND_LEAD_MOST] = found[1];
        share_both(&a->sums, &shared_own, &theirs, &shared_theirs, ASPECT_LEAD | ASPECT_NAME,
                   found);
        ret->of[FOUND_KEY] = found[0];
        ret->of[FOUND_KEY_MOST] = found[1];
        share_both(&a->sums, &shared_own, &theirs, &shared_theirs, ASPECT_NAME, found);
        ret->of[FOUND_NAME] = found[0];
        share_both(&a->sums, &shared_own, &theirs, &shared_theirs, ASPECT_FIGURE, found);
        ret->of[FOUND_FIGURE] = found[1];
        for (unsigned i = 0; i < ALIKE_PARTS && shared < SHARED_LEAST; i++)
                ret->of[i] = ret->of[i] * shared / SHARED_LEAST;
        ret->score = (uint32_t)ret->of[ALIKE_ALL];
}

static int by_weight(const void *a, const void *b)
{
        const struct query *x = a, *y = b;

        if (x->weight != y->weight)
                return x->weight < y->weight ? 1 : -1;
        return (x->hash > y->hash) - (x->hash < y->hash);
}

static bool before(const struct likeness *x, const struct likeness *y)
{
        return x->score != y->score ? x->score > y->score : x->serial < y->serial;
}

static int by_score(const void *a, const void *b)
{
        return before(a, b) ? -1 : before(b, a);
}

/* Adds what the posting lists give to index->touched and collects whom they touch. */
static size_t touch(struct index *index, uint32_t serial, size_t n)
{
        struct alike *a = index->alike;
        size_t n_found = 0, touches = 0;

        for (size_t i = 0;
             i < n && i < QUERY_TERMS && a->queries[i].weight && touches < TOUCHES_MAX; i++) {
                const struct posting_list *list = &index->lists[a->queries[i].term];
                uint32_t *serials = list->serials + list->first;
                uint32_t skip = list->n > POSTINGS_MAX ? list->n - POSTINGS_MAX : 0;

                touches += list->n - skip;
                for (uint32_t k = list->n; k > skip; k--) {
                        uint32_t *sum = &index->touched[serials[k - 1] - index->base];

                        if (serials[k - 1] == serial)
                                continue;
                        if (!*sum)
                                a->found[n_found++] = serials[k - 1];
                        *sum += a->queries[i].weight;
                }
        }
        return n_found;
}

static void sift_down(struct likeness *heap, size_t n, size_t at)
{
        struct likeness moved = heap[at];

        for (;;) {
                size_t child = 2 * at + 1;

                if (child >= n)
                        break;
                if (child + 1 < n && before(&heap[child], &heap[child + 1]))
                        child++;
                if (!before(&moved, &heap[child]))
                        break;
                heap[at] = heap[child];
                at = child;
        }
        heap[at] = moved;
}

/* Keeps the best of those that were touched, in a heap whose root is the worst of them. */
static size_t choose(struct index *index, size_t n_found, struct likeness *ret)
{
        size_t n = 0;

        for (size_t i = 0; i < n_found; i++) {
                uint32_t serial = index->alike->found[i];
                struct likeness found = { .serial = serial,
                                          .score = index->touched[serial - index->base] };

                index->touched[serial - index->base] = 0;
                if (n < CANDIDATES_MAX) {
                        ret[n++] = found;
                        for (size_t k = n / 2; n == CANDIDATES_MAX && k > 0; k--)
                                sift_down(ret, n, k - 1);
                } else if (before(&found, &ret[0])) {
                        ret[0] = found;
                        sift_down(ret, n, 0);
                }
        }
        return n;
}

int index_init(struct index *index, const struct link_weights *weights)
{
        *index = (struct index){ .weights = weights, .alike = calloc(1, sizeof(struct alike)) };
        return index->alike ? 0 : -ENOMEM;
}

size_t index_alike(struct index *index, uint32_t serial, struct likeness *ret)
{
        const struct entry *e = index_entry(index, serial);
        struct alike *a = index->alike;
        size_t n;

        index_load(index, serial);
        for (uint32_t i = 0; i < e->n; i++)
                a->queries[i] = (struct query){ index->lists[a->own[i].term].hash,
                                                a->own[i].term, a->own[i].weight };
        qsort(a->queries, e->n, sizeof(*a->queries), by_weight);
        n = choose(index, touch(index, serial, e->n), ret);
        for (size_t i = 0; i < n; i++)
                index_compare(index, &ret[i]);
        index_unload(index);
        qsort(ret, n, sizeof(*ret), by_score);
        return n;
}
