/* row_set - rows of a ledger, gathered by their keys for a job */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "daemon/store/store.h"
#include "proto/frame.h"

/** Everything is in @arena. Zeroed at first, but for the arena. */
struct row_set {
        struct arena *arena;
        struct row_blob *rows;
        size_t n;
};

/** Adds the keys of a list as keys_check() wants it; doubles are taken out later.
 *  0, FRAME_E_MALFORMED or -ENOMEM. */
int row_set_add_keys(struct row_set *set, const struct blob *keys);
/** Reads the rows that there are, and those that they refer to, one level deep; leaves them
 *  sorted and distinct, without those that are not there. 0, STORE_E_CORRUPT, -EMSGSIZE (more
 *  than FOLD_ROWS_MAX) or -ENOMEM. */
int row_set_read(struct row_set *set, struct txn *txn, uint64_t event, uint32_t generation);
/** All rows as of @version that a render needs. The same returns. */
int row_set_read_all(struct row_set *set, struct txn *txn, uint64_t event, uint32_t generation,
                     uint64_t version);
/** In the order of keys: byte by byte, and a prefix first. */
int row_key_compare(const struct blob *a, const struct blob *b);
