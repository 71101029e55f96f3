/* alike - which articles of the window are most like a new one
 *
 * Two steps: the new article's most telling features fetch candidates from the posting lists,
 * each list read from its newest end to a limit; the best of these are weighed exactly. Both
 * costs are bounded, whatever the window holds.
 */
#include <stdlib.h>
#include <string.h>

#include "base/square_root.h"
#include "workers/link/index.h"

enum {
        QUERY_TERMS = 64,   /* features that fetch candidates */
        POSTINGS_MAX = 256, /* newest articles looked at for each */
        TOUCHES_MAX = 6000, /* … and for all */
        AHEAD = 16,         /* lists that are fetched before they are read */
        CACHE_LINE = 64,
        THOUSAND = 1000,
        WEIGHTY = 8, /* weight in its article of a feature that is told often */
        SHARED_LEAST =
                8, /* features besides countries; where fewer are shared, they prove less */
};

struct query {
        uint64_t hash; /* orders equal weights: the indices of terms depend on history */
        uint32_t term, weight;
};

struct own {
        uint32_t term, weight;
        uint32_t had; /* by which candidates: their bits */
        uint16_t aspects;
};

/* A feature of the other article that the loaded one has too. */
struct match {
        uint32_t weight;
        uint16_t place, aspects; /* in the loaded one, from 1 on; in the other */
};

/* Sums over the features with these aspects. */
enum part { OF_ALL, OF_LEAD, OF_NAME, OF_FIGURE, OF_TITLE, OF_KEY, OF_PARTS };

enum { CLASSES = ASPECT_COUNTS }; /* combinations of the aspects that are summed over */

struct alike {
        struct own own[FEATURES_MAX];
        uint32_t n_own;
        uint32_t n_asked; /* … when candidates were last looked for: they stay in @own */
        uint64_t whole[OF_PARTS];  /* of the loaded article's weights */
        uint32_t length[OF_PARTS]; /* roots of the sums of their squares */
        struct query queries[FEATURES_MAX];
        uint32_t found[TOUCHES_MAX + POSTINGS_MAX];
};

/* A feature's weight in the article by its rarity. How rare a term is, is of the window and of
 * English at large, which counts as prior texts. */
static inline uint32_t weigh(unsigned all, struct term_state state, unsigned weight)
{
        int rarity = (int)all - state.log;

        return weight * (unsigned)(rarity > 0 ? rarity : 0) / 16;
}

/* From the sums of the classes to those over the classes that have all of some aspects. */
static inline void sum_parts(const uint64_t c[CLASSES], uint64_t ret[OF_PARTS])
{
        enum { L = ASPECT_LEAD, N = ASPECT_NAME, F = ASPECT_FIGURE, T = ASPECT_TITLE };
        uint64_t key = c[L | N] + c[L | N | T], name = c[N] + key;
        uint64_t lead_figure = c[L | F] + c[L | F | T], figure = c[F] + lead_figure;

        ret[OF_ALL] = c[0] + c[L] + c[L | T] + name + figure;
        ret[OF_LEAD] = c[L] + c[L | T] + key + lead_figure;
        ret[OF_NAME] = name;
        ret[OF_FIGURE] = figure;
        ret[OF_TITLE] = c[L | T] + c[L | N | T] + c[L | F | T];
        ret[OF_KEY] = key;
}

/* Sums up an article's weights and their squares, and writes down which of its features the
 * loaded one has. Each class of features is summed up in registers. Returns the number of
 * matches. */
static size_t sum_up(const struct index *index, const struct entry *e, uint64_t whole[OF_PARTS],
                     uint64_t square[OF_PARTS], struct match matches[FEATURES_MAX])
{
        uint64_t plains[CLASSES] = { 0 }, squares[CLASSES] = { 0 };
        const uint32_t *terms = e->features->terms;
        const uint8_t *weights = entry_weights(e);
        unsigned all = index->log_all;
        size_t n = 0;

        for (unsigned c = 0, i = 0; c < FEATURE_CLASSES; c++) {
                unsigned aspects = index_aspects[c], end = e->features->ends[c];
                uint64_t plain = 0, squared = 0;

                for (; i < end; i++) {
                        struct term_state state = index->postings.states[terms[i]];
                        uint64_t weight = weigh(all, state, weights[i]);

                        plain += weight;
                        squared += weight * weight;
                        matches[n] = (struct match){ (uint32_t)weight, state.mine,
                                                     (uint16_t)aspects };
                        n += state.mine != 0;
                }
                plains[aspects & (CLASSES - 1)] += plain;
                squares[aspects & (CLASSES - 1)] += squared;
        }
        sum_parts(plains, whole);
        sum_parts(squares, square);
        return n;
}

void index_load(struct index *index, uint32_t serial)
{
        const struct entry *e = index_entry(index, serial);
        struct match itself[FEATURES_MAX];
        struct alike *a = index->alike;
        uint64_t square[OF_PARTS];

        for (unsigned c = 0, i = 0; c < FEATURE_CLASSES; c++) {
                for (; i < e->features->ends[c]; i++) {
                        uint32_t term = e->features->terms[i];

                        a->own[i] = (struct own){ .term = term, .aspects = index_aspects[c] };
                        index->postings.states[term].mine = (uint16_t)(i + 1);
                }
        }
        a->n_own = (uint32_t)sum_up(index, e, a->whole, square, itself);
        for (uint32_t i = 0; i < a->n_own; i++)
                a->own[i].weight = itself[i].weight;
        for (unsigned i = 0; i < OF_PARTS; i++)
                a->length[i] = square_root(square[i]);
}

void index_unload(struct index *index)
{
        for (uint32_t i = 0; i < index->alike->n_own; i++)
                index->postings.states[index->alike->own[i].term].mine = 0;
        index->alike->n_own = 0;
}

static int32_t cosine(uint64_t product, uint64_t own, uint64_t other)
{
        uint64_t lengths = own * other;

        return lengths ? (int32_t)(product * THOUSAND / lengths) : 0;
}

enum { SHARE_UNKNOWN = 300 }; /* where there is nothing to be found */

static int32_t share(uint64_t part, uint64_t whole)
{
        return whole ? (int32_t)(part * THOUSAND / whole) : SHARE_UNKNOWN;
}

/* What an article has on the whole, and what the other has of that too. */
struct shared {
        uint64_t whole[OF_PARTS], part[OF_PARTS];
};

/* The share of the one, of the other: the lesser first. */
static inline void share_both(const struct shared *a, const struct shared *b, enum part part,
                              int32_t ret[2])
{
        int32_t x = share(a->part[part], a->whole[part]);
        int32_t y = share(b->part[part], b->whole[part]);

        ret[0] = x < y ? x : y;
        ret[1] = x < y ? y : x;
}

static void set_found(const struct shared *own, const struct shared *theirs, int32_t *of)
{
        int32_t found[2];

        share_both(own, theirs, OF_LEAD, found);
        of[FOUND_LEAD] = found[0];
        of[FOUND_LEAD_MOST] = found[1];
        share_both(own, theirs, OF_KEY, found);
        of[FOUND_KEY] = found[0];
        of[FOUND_KEY_MOST] = found[1];
        share_both(own, theirs, OF_NAME, found);
        of[FOUND_NAME] = found[0];
        share_both(own, theirs, OF_FIGURE, found);
        of[FOUND_FIGURE] = found[1];
        share_both(own, theirs, OF_TITLE, found);
        of[FOUND_TITLE] = found[0];
        of[FOUND_TITLE_MOST] = found[1];
}

/* What two articles have in common besides countries, each feature as far as both weigh it. */
struct evidence {
        uint64_t all, name, most;
        int32_t n;
};

static inline void add_evidence(struct evidence *v, const struct own *own,
                                const struct match *match)
{
        uint64_t less = own->weight < match->weight ? own->weight : match->weight;

        if (!(match->aspects & ASPECT_COUNTS))
                return;
        v->all += less;
        v->name += own->aspects & match->aspects & ASPECT_NAME ? less : 0;
        v->most = less > v->most ? less : v->most;
        v->n++;
}

/* Rarity grows with the window: what weighs as much in a larger one is measured by it. */
static void set_shared(const struct evidence *v, unsigned log_all, int32_t *of)
{
        of[SHARED_ALL] = (int32_t)index_log(1 + v->all * THOUSAND / log_all);
        of[SHARED_NAME] = (int32_t)index_log(1 + v->name * THOUSAND / log_all);
        of[SHARED_MOST] = (int32_t)(v->most * THOUSAND / log_all / WEIGHTY);
}

void index_compare(const struct index *index, struct likeness *ret)
{
        const struct entry *other = index_entry(index, ret->serial);
        struct alike *a = index->alike;
        struct match matches[FEATURES_MAX];
        struct shared own, theirs;
        uint64_t square[OF_PARTS], product[OF_PARTS];
        uint64_t products[CLASSES] = { 0 }, of_own[CLASSES] = { 0 }, of_theirs[CLASSES] = { 0 };
        size_t n = sum_up(index, other, theirs.whole, square, matches);
        struct evidence evidence = { 0 };

        for (size_t i = 0; i < n; i++) {
                struct own *mine = &a->own[matches[i].place - 1];
                unsigned aspects = matches[i].aspects;

                products[mine->aspects & aspects & (CLASSES - 1)] +=
                        (uint64_t)matches[i].weight * mine->weight;
                of_own[mine->aspects & (CLASSES - 1)] += mine->weight;
                of_theirs[aspects & (CLASSES - 1)] += matches[i].weight;
                mine->had |= ret->bit;
                add_evidence(&evidence, mine, &matches[i]);
        }
        sum_parts(products, product);
        sum_parts(of_own, own.part);
        sum_parts(of_theirs, theirs.part);
        memcpy(own.whole, a->whole, sizeof(own.whole));
        for (unsigned i = OF_ALL; i <= OF_FIGURE; i++)
                ret->of[ALIKE_ALL + i] =
                        cosine(product[i], a->length[i], square_root(square[i]));
        set_found(&own, &theirs, ret->of);
        for (unsigned i = 0; i < SHARED_ALL && evidence.n < SHARED_LEAST; i++)
                ret->of[i] = ret->of[i] * evidence.n / SHARED_LEAST;
        set_shared(&evidence, index->log_all, ret->of);
        ret->score = (uint32_t)ret->of[ALIKE_ALL];
}

static bool tells_more(const struct query *x, const struct query *y)
{
        return x->weight != y->weight ? x->weight > y->weight : x->hash < y->hash;
}

static void sift_query(struct query *heap, size_t n, size_t at)
{
        struct query moved = heap[at];

        for (;;) {
                size_t child = 2 * at + 1;

                if (child >= n)
                        break;
                if (child + 1 < n && tells_more(&heap[child + 1], &heap[child]))
                        child++;
                if (!tells_more(&heap[child], &moved))
                        break;
                heap[at] = heap[child];
                at = child;
        }
        heap[at] = moved;
}

/* A heap of the features that weigh anything, the most telling one at its root: only few are
 * asked for. Returns their number. */
static size_t queries_fill(const struct index *index, struct query *heap)
{
        const struct alike *a = index->alike;
        size_t n = 0;

        for (uint32_t i = 0; i < a->n_own; i++) {
                const struct own *own = &a->own[i];

                if (own->weight)
                        heap[n++] = (struct query){ index->postings.lists[own->term].hash,
                                                    own->term, own->weight };
        }
        for (size_t i = n / 2; i > 0; i--)
                sift_query(heap, n, i - 1);
        return n;
}

static struct query queries_take(struct query *heap, size_t *n)
{
        struct query first = heap[0];

        heap[0] = heap[--*n];
        if (*n)
                sift_query(heap, *n, 0);
        return first;
}

static bool before(const struct likeness *x, const struct likeness *y)
{
        return x->score != y->score ? x->score > y->score : x->serial < y->serial;
}

static int by_score(const void *a, const void *b)
{
        return before(a, b) ? -1 : before(b, a);
}

/* The newest serials of a list, those that are looked at. */
static uint32_t newest_of(const struct posting_list *list)
{
        return list->n < POSTINGS_MAX ? list->n : POSTINGS_MAX;
}

static void fetch_list(const struct index *index, const struct query *query)
{
        const struct posting_list *list = &index->postings.lists[query->term];
        const uint32_t *end = postings_serials(list) + list->n;

        for (uint32_t i = 0; i < newest_of(list); i += CACHE_LINE / sizeof(*end))
                __builtin_prefetch(end - i - 1, 0, 1);
}

/* Returns how many were touched with those of this list. */
static size_t touch_list(struct index *index, const struct query *query, uint32_t serial,
                         size_t n_found)
{
        const struct posting_list *list = &index->postings.lists[query->term];
        const uint32_t *serials = postings_serials(list);

        for (uint32_t k = list->n, end = list->n - newest_of(list); k > end; k--) {
                uint32_t *sum = &index->touched[serials[k - 1] - index->base];

                if (serials[k - 1] == serial)
                        continue;
                index->alike->found[n_found] = serials[k - 1];
                n_found += *sum == 0;
                *sum += query->weight;
        }
        return n_found;
}

/* The lists that are looked at, most telling first. Returns their number. */
static size_t choose_lists(const struct index *index, struct query order[QUERY_TERMS])
{
        struct query *heap = index->alike->queries;
        size_t n = queries_fill(index, heap), n_order = 0, touches = 0;

        while (n_order < QUERY_TERMS && n && touches < TOUCHES_MAX) {
                order[n_order] = queries_take(heap, &n);
                touches += newest_of(&index->postings.lists[order[n_order++].term]);
        }
        return n_order;
}

/* Adds what the posting lists give to index->touched and collects whom they touch. Each list is
 * fetched while those before it are read. */
static size_t touch(struct index *index, uint32_t serial)
{
        struct query order[QUERY_TERMS];
        size_t n_found = 0, n = choose_lists(index, order);

        for (size_t i = 0; i < n + AHEAD; i++) {
                if (i < n)
                        fetch_list(index, &order[i]);
                if (i >= AHEAD)
                        n_found = touch_list(index, &order[i - AHEAD], serial, n_found);
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

struct alike *alike_new(void)
{
        return calloc(1, sizeof(struct alike));
}

/* In a large window the candidates' features are in no cache: all are fetched at once. */
static void fetch_features(const struct index *index, const struct likeness *of, size_t n)
{
        for (size_t i = 0; i < n; i++)
                __builtin_prefetch(index_entry(index, of[i].serial));
        for (size_t i = 0; i < n; i++) {
                const struct entry *e = index_entry(index, of[i].serial);
                const char *at = (const char *)e->features;

                for (size_t k = 0; k < e->n * sizeof(*e->features->terms); k += CACHE_LINE)
                        __builtin_prefetch(at + k);
        }
}

/* … and what is known of their terms while the candidate before is compared. */
static void fetch_states(const struct index *index, uint32_t serial)
{
        const struct entry *e = index_entry(index, serial);

        for (uint32_t i = 0; i < e->n; i++)
                __builtin_prefetch(&index->postings.states[e->features->terms[i]]);
}

size_t index_alike(struct index *index, uint32_t serial, struct likeness *ret)
{
        size_t n;

        index_load(index, serial);
        n = choose(index, touch(index, serial), ret);
        fetch_features(index, ret, n);
        for (size_t i = 0; i < n; i++) {
                if (i + 1 < n)
                        fetch_states(index, ret[i + 1].serial);
                ret[i].bit = 1u << i;
                index_compare(index, &ret[i]);
        }
        index->alike->n_asked = index->alike->n_own;
        index_unload(index);
        qsort(ret, n, sizeof(*ret), by_score);
        return n;
}

void index_explain(const struct index *index, uint32_t some, uint32_t rival,
                   struct explained *ret)
{
        const struct alike *a = index->alike;
        uint64_t whole = 0, lead = 0, only = 0, only_lead = 0, more = 0, less = 0;

        for (uint32_t i = 0; i < a->n_asked; i++) {
                const struct own *own = &a->own[i];
                uint64_t in_lead = own->aspects & ASPECT_LEAD ? own->weight : 0;
                bool here = own->had & some;

                whole += own->weight;
                lead += in_lead;
                only += here && !(own->had & ~some) ? own->weight : 0;
                only_lead += here && !(own->had & ~some) ? in_lead : 0;
                more += here && !(own->had & rival) ? own->weight : 0;
                less += !here && own->had & rival ? own->weight : 0;
        }
        ret->only = whole ? (int32_t)(only * THOUSAND / whole) : 0;
        ret->only_lead = lead ? (int32_t)(only_lead * THOUSAND / lead) : 0;
        ret->more = more + less ? (int32_t)(((int64_t)more - (int64_t)less) * THOUSAND /
                                            (int64_t)(more + less))
                                : 0;
}
