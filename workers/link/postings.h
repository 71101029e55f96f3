/* postings - which articles of the window hold a term, and how rare it thereby is
 *
 * A term is a running number for a feature's hash; it ends with the last article that holds it,
 * and its number serves the next. Most terms are held by a few articles alone: these stand in
 * the table itself. Lists are in the order of serials, so that the oldest leaves at the front.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "workers/link/pool.h"
#include "workers/link/signature.h"

enum { POSTINGS_FEW = 4 };

struct posting_list {
        uint64_t hash;
        uint32_t n;
        uint16_t commonness;
        uint16_t is_many; /* … and stays so until it is empty */
        union {
                uint32_t few[POSTINGS_FEW];
                struct {
                        uint32_t *serials;
                        uint32_t first, room; /* @n from @first on */
                } many;
        };
};

/* What is looked up of a term again and again, by itself: it stays in the cache. */
struct term_state {
        uint16_t log;  /* of how many articles hold it, English at large included */
        uint16_t mine; /* place in the article that is asked for, from 1 on; else 0 */
};

/* Of the hash table: a scattered half of the term's hash, so that others' are hardly looked at.
 */
struct term_slot {
        uint32_t tag, term;
};

struct postings {
        uint64_t prior_texts; /* that the frequencies of English at large count for */
        uint64_t seed;        /* of the tags */
        struct term_slot *slots;
        size_t n_slots, slots_room; /* a power of two, or 0 */
        struct posting_list *lists; /* by term */
        struct term_state *states;
        uint32_t *unused; /* terms */
        size_t n, lists_room, states_room, n_unused, unused_room;
        struct pool *pool;
};

/** @pool is for the lists, and outlives them. */
void postings_init(struct postings *p, uint64_t prior_texts, struct pool *pool);
void postings_clear(struct postings *p);
/** The terms of @features, made where there are none. Returns 0 or -ENOMEM. */
int postings_find(struct postings *p, const struct feature *features, size_t n, uint32_t *ret);
/** Appends a serial, greater than all before. Returns 0 or -ENOMEM. */
int postings_push(struct postings *p, uint32_t term, uint32_t serial);
/** Takes an article's serial out of the lists of its terms. */
void postings_remove(struct postings *p, const uint32_t *terms, size_t n, uint32_t serial);

static inline const uint32_t *postings_serials(const struct posting_list *list)
{
        return list->is_many ? list->many.serials + list->many.first : list->few;
}
