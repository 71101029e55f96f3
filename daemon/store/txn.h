/* txn - how the store makes its transactions; txn_begin() and the rest are in store.h */
#pragma once

#include <stdbool.h>

struct store;
struct txn;

/** A transaction without an LMDB part. NULL: no memory. */
struct txn *txn_new(struct store *store, bool writing);
/** Frees @txn, aborting what is open. */
void txn_free(struct txn *txn);
