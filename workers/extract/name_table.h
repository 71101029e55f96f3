/* name_table - what is known of each name of an article, by its key
 *
 * Open addressing. An entry is a struct that begins with its key, a string that it does not
 * own; where that is NULL, the entry is free.
 */
#pragma once

#include <stddef.h>

#include "base/arena.h"

struct name_table {
        unsigned char *entries;
        size_t size; /* of an entry, bytes */
        size_t mask;
};

/** A table with room for @n keys, all entries zero. It lives as long as the arena.
 *  0 or -ENOMEM. */
int name_table_init(struct name_table *ret, struct arena *arena, size_t size, size_t n);
/** The entry of the key, or the free one that is to be its own once the caller sets its key.
 */
void *name_table_at(const struct name_table *table, const char *key);
