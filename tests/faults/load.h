/* load - what a daemon does to its store, in small, and what must be true of it ever after
 *
 * Batches are numbered from 1. Batch b puts four articles, one of them a new version of the
 * batch's first, and retracts one; settles what the batch before put, as results and failures;
 * links and groups it; publishes; moves a cursor. So from the number of a batch that was
 * acknowledged follows what the store must hold.
 */
#pragma once

#include <stdint.h>

#include "daemon/store/store.h"

/** Commits batch @batch. What txn_begin() or txn_commit() gave. */
int load_commit(struct store *store, uint64_t batch);
/** The last batch that is in the store, or -1 with a line on stdout. */
int64_t load_last(struct store *store);
/** Checks that all batches up to the last are whole, and that @acknowledged is among them.
 *  Returns the number of faults, each told on stdout. */
int load_verify(struct store *store, uint64_t acknowledged);
/** Reads all of @batches; counts what comes back as something else than was stored. What does
 *  not come back is no fault here. */
int load_changed(struct store *store, uint64_t batches);
/** As load_verify(), of the store in @dir, after store_check(), in a process of its own, since
 *  a damaged store may end it. */
int load_verify_dir(const char *dir, uint64_t acknowledged);
