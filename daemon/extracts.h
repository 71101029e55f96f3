/* extracts - articles on their way to being settled
 *
 * In the order of their numbers, a bounded number at once. What is lost is tried again, within
 * DISPATCH_ATTEMPTS and the time that all attempts may take; then the article is settled as
 * failed. What a worker refuses with a reason is settled so at once.
 */
#pragma once

#include "base/macros.h"
#include "daemon/workshop.h"

struct extracts;

int extracts_new(struct extracts **ret, struct workshop *shop);
/** After the reader, the pool and the committer: nothing is under way any more. */
void extracts_free(struct extracts *extracts);
DEFINE_CLEANUP(struct extracts *, extracts_free);
/** There may be new jobs. */
void extracts_wake(struct extracts *extracts);
/** Hands out what there is room for. */
void extracts_fill(struct extracts *extracts);
void extracts_figures(const struct extracts *extracts, struct workshop_figures *ret);
