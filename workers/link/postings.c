#include "workers/link/postings.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include "base/random.h"
#include "workers/link/index.h"
#include "workers/link/wide.h"

enum {
        NO_TERM = UINT32_MAX,
        FIRST_SLOTS = 64,
        FIRST_MANY = 8,
        THOUSAND = 1000,
        FILLED_OF_FOUR = 3, /* quarters of the slots */
        SHRINK = 4,         /* a list that needs no more than this part of its room */
};

/* ------------------------------------------------------------ terms by hash */

static uint32_t tag_of(const struct postings *p, uint64_t hash)
{
        return (uint32_t)random_place(hash, p->seed);
}

static size_t home_of(const struct postings *p, uint32_t tag)
{
        return tag & (p->slots_room - 1);
}

static size_t next_of(const struct postings *p, size_t at)
{
        return (at + 1) & (p->slots_room - 1);
}

/* The slot of a term, or the free one where it would be. */
static size_t slot_of(const struct postings *p, uint64_t hash)
{
        uint32_t tag = tag_of(p, hash);
        size_t at = home_of(p, tag);

        while (p->slots[at].term != NO_TERM &&
               (p->slots[at].tag != tag || p->lists[p->slots[at].term].hash != hash))
                at = next_of(p, at);
        return at;
}

static int slots_grow(struct postings *p)
{
        struct postings grown = { .slots_room =
                                          p->slots_room ? 2 * p->slots_room : FIRST_SLOTS };

        grown.slots = wide_map(grown.slots_room * sizeof(*grown.slots));
        if (!grown.slots)
                return -ENOMEM;
        memset(grown.slots, 0xff, grown.slots_room * sizeof(*grown.slots)); /* NO_TERM */
        for (size_t i = 0; i < p->slots_room; i++) {
                size_t at = home_of(&grown, p->slots[i].tag);

                if (p->slots[i].term == NO_TERM)
                        continue;
                while (grown.slots[at].term != NO_TERM)
                        at = next_of(&grown, at);
                grown.slots[at] = p->slots[i];
        }
        wide_unmap(p->slots, p->slots_room * sizeof(*p->slots));
        p->slots = grown.slots;
        p->slots_room = grown.slots_room;
        return 0;
}

/* Moves back what was pushed on by the removed one, so that no tombstones gather. */
static void slot_free(struct postings *p, size_t hole)
{
        for (size_t at = next_of(p, hole); p->slots[at].term != NO_TERM; at = next_of(p, at)) {
                size_t pushed = (at - home_of(p, p->slots[at].tag)) & (p->slots_room - 1);

                if (pushed >= ((at - hole) & (p->slots_room - 1))) {
                        p->slots[hole] = p->slots[at];
                        hole = at;
                }
        }
        p->slots[hole].term = NO_TERM;
        p->n_slots--;
}

static int term_new(struct postings *p, const struct feature *f, uint32_t *ret)
{
        uint32_t term;
        int r = 0;

        if (FILLED_OF_FOUR * p->slots_room < 4 * (p->n_slots + 1))
                r = slots_grow(p);
        if (r)
                return r;
        if (p->n_unused) {
                term = p->unused[--p->n_unused];
        } else {
                term = (uint32_t)p->n;
                r = wide_reserve(&p->lists, term, &p->lists_room, sizeof(*p->lists));
                if (!r)
                        r = wide_reserve(&p->states, term, &p->states_room, sizeof(*p->states));
                if (!r)
                        r = wide_reserve(&p->unused, term, &p->unused_room, sizeof(*p->unused));
                if (r)
                        return r;
                p->n++;
        }
        p->lists[term] = (struct posting_list){ .hash = f->hash, .commonness = f->commonness };
        p->slots[slot_of(p, f->hash)] = (struct term_slot){ tag_of(p, f->hash), term };
        p->n_slots++;
        *ret = term;
        return 0;
}

static void term_end(struct postings *p, uint32_t term)
{
        struct posting_list *list = &p->lists[term];

        slot_free(p, slot_of(p, list->hash));
        if (list->is_many)
                pool_give(p->pool, list->many.serials, list->many.room * sizeof(uint32_t));
        *list = (struct posting_list){ 0 };
        p->unused[p->n_unused++] = term;
}

/* What a step needs is fetched in the step before for all features at once: in a large window
 * hardly anything of it is in the cache, and the waits would add up. */
int postings_find(struct postings *p, const struct feature *features, size_t n, uint32_t *ret)
{
        for (size_t i = 0; i < n && p->slots_room; i++)
                __builtin_prefetch(&p->slots[home_of(p, tag_of(p, features[i].hash))]);
        for (size_t i = 0; i < n; i++) { /* the list of a likely match */
                size_t at = p->slots_room ? home_of(p, tag_of(p, features[i].hash)) : 0;

                if (p->slots_room && p->slots[at].term != NO_TERM)
                        __builtin_prefetch(&p->lists[p->slots[at].term]);
        }
        for (size_t i = 0; i < n; i++) {
                uint32_t term =
                        p->slots_room ? p->slots[slot_of(p, features[i].hash)].term : NO_TERM;
                int r = term == NO_TERM ? term_new(p, &features[i], &term) : 0;

                if (r)
                        return r;
                ret[i] = term;
                __builtin_prefetch(&p->states[term]);
                if (p->lists[term].is_many)
                        __builtin_prefetch(postings_serials(&p->lists[term]) +
                                           p->lists[term].n);
        }
        return 0;
}

/* ------------------------------------------------------------ lists */

static void weigh(struct postings *p, uint32_t term)
{
        const struct posting_list *list = &p->lists[term];

        p->states[term].log =
                (uint16_t)index_log(THOUSAND * (uint64_t)list->n +
                                    p->prior_texts * list->commonness + THOUSAND / 2);
}

/* Moves a list's serials into a block of their own for @least or more. */
static int resize(struct postings *p, struct posting_list *list, size_t least)
{
        size_t bytes = pool_size(least * sizeof(uint32_t));
        uint32_t *serials = pool_take(p->pool, bytes);

        if (!serials)
                return -ENOMEM;
        memcpy(serials, postings_serials(list), list->n * sizeof(uint32_t));
        if (list->is_many)
                pool_give(p->pool, list->many.serials, list->many.room * sizeof(uint32_t));
        list->is_many = 1;
        list->many.serials = serials;
        list->many.first = 0;
        list->many.room = (uint32_t)(bytes / sizeof(uint32_t));
        return 0;
}

int postings_push(struct postings *p, uint32_t term, uint32_t serial)
{
        struct posting_list *list = &p->lists[term];
        int r = 0;

        if (!list->is_many && list->n < POSTINGS_FEW) {
                list->few[list->n++] = serial;
                weigh(p, term);
                return 0;
        }
        if (!list->is_many) {
                r = resize(p, list, FIRST_MANY);
        } else if (list->many.first + list->n == list->many.room) {
                /* Moved up only when half as many have gone as are moved: a list that the
                 * window slides over would else be moved at every push. */
                if (2 * list->many.first > list->n) {
                        memmove(list->many.serials, list->many.serials + list->many.first,
                                list->n * sizeof(uint32_t));
                        list->many.first = 0;
                } else {
                        r = resize(p, list, (size_t)list->n + list->n / 3);
                }
        }
        if (r)
                return r;
        list->many.serials[list->many.first + list->n++] = serial;
        weigh(p, term);
        return 0;
}

static bool find(const struct posting_list *list, uint32_t serial, uint32_t *ret)
{
        const uint32_t *serials = postings_serials(list);
        uint32_t low = 0, high = list->n;

        if (serials[0] == serial) /* mostly, and a search would look all over the list */
                high = 0;
        while (low < high) {
                uint32_t middle = (low + high) / 2;

                if (serials[middle] < serial)
                        low = middle + 1;
                else
                        high = middle;
        }
        *ret = low;
        return low < list->n && serials[low] == serial;
}

static void list_remove(struct postings *p, uint32_t term, uint32_t serial)
{
        struct posting_list *list = &p->lists[term];
        uint32_t *serials = (uint32_t *)postings_serials(list), at;

        if (!find(list, serial, &at))
                return;
        list->n--;
        if (list->is_many && at == 0)
                list->many.first++;
        else
                memmove(serials + at, serials + at + 1, (list->n - at) * sizeof(uint32_t));
        if (list->n == 0) {
                term_end(p, term);
                return;
        }
        /* Without memory for the smaller block the larger one does as well. */
        if (list->is_many && list->many.room > SHRINK * FIRST_MANY &&
            list->n <= list->many.room / SHRINK)
                (void)resize(p, list, 2 * (size_t)list->n);
        weigh(p, term);
}

void postings_remove(struct postings *p, const uint32_t *terms, size_t n, uint32_t serial)
{
        for (size_t i = 0; i < n; i++) {
                __builtin_prefetch(&p->lists[terms[i]]);
                __builtin_prefetch(&p->states[terms[i]]);
        }
        for (size_t i = 0; i < n; i++) {
                const struct posting_list *list = &p->lists[terms[i]];

                if (list->n == 1)
                        __builtin_prefetch(&p->slots[home_of(p, tag_of(p, list->hash))]);
                if (list->is_many)
                        __builtin_prefetch(postings_serials(list));
        }
        for (size_t i = 0; i < n; i++)
                list_remove(p, terms[i], serial);
}

void postings_init(struct postings *p, uint64_t prior_texts, struct pool *pool)
{
        *p = (struct postings){ .prior_texts = prior_texts,
                                .seed = random_number(),
                                .pool = pool };
}

void postings_clear(struct postings *p)
{
        for (size_t i = 0; i < p->n; i++) {
                if (p->lists[i].is_many)
                        pool_give(p->pool, p->lists[i].many.serials,
                                  p->lists[i].many.room * sizeof(uint32_t));
        }
        wide_unmap(p->slots, p->slots_room * sizeof(*p->slots));
        wide_free(p->lists, p->lists_room, sizeof(*p->lists));
        wide_free(p->states, p->states_room, sizeof(*p->states));
        wide_free(p->unused, p->unused_room, sizeof(*p->unused));
        *p = (struct postings){ 0 };
}
