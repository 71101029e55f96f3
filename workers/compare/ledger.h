/* ledger - the rows of one event that are at hand
 *
 * A fold may look only at rows that keys() named and at those that they refer to: whoever holds
 * more of the ledger (a batch, a desk) must not let it matter. The functions of the fold keep
 * to this by construction: they get rows by keys of the account's digest, or by references
 * that such rows hold.
 */
#pragma once

#include "workers/compare/rows.h"

struct ledger {
        struct arena *arena;
        struct row **joined; /* claims that the account at hand has joined */
        size_t n_joined;
        struct row **slots; /* open addressing; the order is never looked at */
        size_t n, room;
};

/** The row, or NULL. */
struct row *ledger_find(const struct ledger *ledger, struct row_key key);
/** The row, made empty where it is missing. NULL: no memory. */
struct row *ledger_row(struct ledger *ledger, struct row_key key);
/** All rows in the order of keys, in the ledger's arena; NULL: no memory. */
struct row **ledger_sorted(const struct ledger *ledger, size_t *ret_n);
/** Takes rows as they were stored. 0, FRAME_E_MALFORMED or -ENOMEM. */
int ledger_load(struct ledger *ledger, const struct row_blob *rows, size_t n);

/** The body of the row under @kind and @hash, made where it is missing, and marked as changed.
 *  NULL: no memory. */
void *ledger_change(struct ledger *ledger, uint8_t kind, uint64_t hash);
/** The body, to be looked at; NULL where there is none. */
void *ledger_body(const struct ledger *ledger, uint8_t kind, uint64_t hash);
