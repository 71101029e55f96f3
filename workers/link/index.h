/* index - the articles of the window by their features
 *
 * Entries stand in the order of their numbers; posting lists hold their serials (running
 * indices since the start) in the same order, so that the oldest leaves at the front. All that
 * is weighed (how many articles hold a term) is of the window's content alone: an index that
 * was filled again from stored signatures weighs alike.
 */
#pragma once

#include "workers/link/map.h"
#include "workers/link/signature.h"
#include "workers/link/weights.h"

struct entry {
        uint64_t number, event; /* event 0: taken out; the place stays */
        int64_t minute, clock;  /* its own time; the log's time when it came */
        uint64_t anchor;        /* the number from which on the clock can be computed again */
        enum time_known known;
        uint32_t n;
        uint32_t *terms;   /* indices */
        uint16_t *weights; /* of each, in its article */
        uint8_t *aspects;  /* of each: enum aspect, in bits */
};

/* Likeness is measured over all features, and again over some. */
enum aspect { ASPECT_ALL, ASPECT_TITLE, ASPECT_NAME, ASPECTS };
enum { COUNTS = 1u << ASPECTS }; /* a feature that is evidence by itself: no country */

struct posting_list {
        uint64_t hash;
        uint16_t commonness;
        uint16_t log; /* of how many articles hold it, English at large included */
        uint32_t *serials;
        uint32_t first, n, room; /* @n from @first on */
};

struct likeness {
        uint32_t serial;
        uint32_t score;       /* over all features, in thousandths */
        uint32_t title, name; /* over those of title and lead, of names */
};

struct index {
        const struct link_weights *weights;
        struct map by_hash;
        struct posting_list *lists;
        size_t n_lists, lists_room;
        uint32_t *free_lists;
        size_t n_free, free_room;
        struct entry *entries; /* from @first on */
        size_t first, n, room; /* @n from @first on */
        uint32_t base;         /* serial of entries[first] */
        uint32_t n_live;       /* entries that are not taken out */
        unsigned log_all;      /* of their number, English at large included */
        uint32_t *query;       /* by term: weight in the article that is asked for, else 0 */
        uint32_t *touched;     /* by entry: what the posting lists gave */
        size_t query_room, touched_room;
};

enum { CANDIDATES_MAX = 48 };

void index_init(struct index *index, const struct link_weights *weights);
void index_clear(struct index *index);
struct entry *index_entry(const struct index *index, uint32_t serial);
/** The serial of a number, or MAP_NONE. */
uint32_t index_find(const struct index *index, uint64_t number);
/** Appends an entry; fills in all but event, clock and anchor. 0 or -ENOMEM. */
int index_add(struct index *index, uint64_t number, const struct signature *s);
/** Takes an entry's features out; its place stays until it is the oldest. */
void index_withdraw(struct index *index, uint32_t serial);
/** Drops the oldest entry. */
void index_drop_first(struct index *index);
/** Looks for the entries most like @serial among those before it, in other words: the best
 *  candidates by posting lists, weighed exactly; best first, then oldest. @ret has room for
 *  CANDIDATES_MAX. 0 or -ENOMEM. */
int index_alike(struct index *index, uint32_t serial, struct likeness *ret, size_t *ret_n);
/** 64 log2 of a number from 1 on. */
unsigned index_log(uint64_t x);
