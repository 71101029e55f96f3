/* folds - comparisons on their way: at most one fold at a time for each dirty event
 *
 * A fold takes the next members of an event, FOLD_ACCOUNTS_MAX at most, with the rows that they
 * can touch; what it gives is written by the editor, or thrown away when the event has changed
 * meanwhile. An event whose fold fails for good, or too often, is left as it is, and told as
 * stuck, until another article touches it: one bad account must not hold up the others.
 */
#pragma once

#include <jansson.h>

#include "base/macros.h"
#include "daemon/workshop.h"

struct folds;

int folds_new(struct folds **ret, struct workshop *shop);
/** After the reader, the pool and the committer. */
void folds_free(struct folds *folds);
DEFINE_CLEANUP(struct folds *, folds_free);
/** There may be dirty events. */
void folds_wake(struct folds *folds);
/** Hands out what there is room for. */
void folds_fill(struct folds *folds);
void folds_figures(const struct folds *folds, struct workshop_figures *ret);
/** Events that are stuck. */
size_t folds_stuck(const struct folds *folds);
/** Sets "stuck" in @into: why, of some of them by name. 0 or -1. */
int folds_status(const struct folds *folds, json_t *into);
