/* recent - in memory: the ids that were put lately, and have not been sorted into "ids" yet
 *
 * A hash table over a list in the order of numbers. It holds hashes alone; the store has the
 * rest. What an aborted transaction put is taken off the end again; what has been sorted in is
 * taken off the start.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct recent_item {
        uint64_t number, hash;
};

struct recent {
        struct recent_item *items; /* in the order of numbers */
        size_t n, room;
        uint32_t *slots; /* place in items + 1, or 0: free; linear probing */
        size_t n_slots;  /* a power of two, or 0 */
};

void recent_clear(struct recent *recent);
/** Adds at the end. 0 or -ENOMEM. */
int recent_add(struct recent *recent, uint64_t number, uint64_t hash);
/** Takes off what has a number above @number. */
void recent_cut(struct recent *recent, uint64_t number);
/** Takes off the first @n. */
void recent_drop(struct recent *recent, size_t n);
/** Calls @each with the numbers that have @hash, in no order; stops at a non-zero return. */
int recent_each(const struct recent *recent, uint64_t hash,
                int (*each)(void *context, uint64_t number), void *context);
