/* editor - what the commit thread makes of settled entries and folds
 *
 * Links log 2 in the order of its numbers: each entry, its memberships, the records and dirty
 * marks of the events that it touches, and what the feed must tell at once (merged, split,
 * retracted) are written in one transaction, as is each fold (see edition.h). The linker's
 * index lives in memory; when it has run ahead of the store, because a transaction was undone,
 * or knows nothing yet, it is restored from the store's window before the next entry.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/macros.h"
#include "daemon/edition.h"
#include "daemon/store/store.h"

enum { EDITOR_TRIM_MAX = 256 }; /* feed entries removed in one transaction */

struct editor;

/** @feed_keep entries of the feed are kept, 0: all. The caller owns *@ret. 0 or -ENOMEM. */
int editor_new(struct editor **ret, const char *store_id, uint64_t feed_keep);
void editor_free(struct editor *editor);
DEFINE_CLEANUP(struct editor *, editor_free);

/** Restores the linker, if it must be; reads the window. */
int editor_restore(struct editor *editor, struct txn *txn);
/** Links up to @max entries of log 2 that wait; *@ret_n says how many, also before a
 *  failure, after which the linker is restored with the next call. 0, a named condition of the
 * store or an errno. */
int editor_link(struct editor *editor, struct txn *txn, size_t max, size_t *ret_n);
/** Writes what a fold gave. */
int editor_fold(struct editor *editor, struct txn *txn, const struct fold_outcome *outcome,
                struct edition_state *ret);
