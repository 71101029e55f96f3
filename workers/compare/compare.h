/* compare - the sources of one event, side by side
 *
 * A fold over a ledger. The ledger of an event is a set of rows under keys; keys() names the
 * rows that an account can touch, fold() gets the account and those rows (and the rows that
 * they refer to, see row_value.refs in proto/frame.h) and gives back the changed rows; render()
 * puts the whole comparison together from all rows. Rows carry the words that they show as
 * evidence, so render needs nothing else. Folding accounts one by one in the order of numbers,
 * or in batches, gives the same rows, byte for byte.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "proto/extraction.h"
#include "proto/frame.h"

/** Appends the account's row keys, sorted, distinct, as keys_check() wants them.
 *  Pure: depends on the extraction alone. Returns 0, -ENOMEM. */
int compare_keys(const struct extraction *x, struct buffer *out);
/** Folds the job's accounts in their order and appends a fold_result body to @out.
 *  Returns 0, FRAME_E_MALFORMED (rows or accounts that are not ours), -ENOMEM. */
int compare_fold(const struct fold_job *job, struct buffer *out);
/** Appends the comparison of the contract as JSON. The same returns. */
int compare_render(const struct render_job *job, struct buffer *out);

/* The ledger and the grouping without a daemon, for `parallax compare`: same stages, same
 * bytes. */
struct desk;
struct desk *desk_new(void); /* NULL: no memory */
void desk_free(struct desk *desk);
DEFINE_CLEANUP(struct desk *, desk_free);
enum { DESK_E_DUPLICATE = 1, DESK_E_OTHER_SOURCE };

/** Takes in the next account, in the order of the inputs: number 1, 2, …; one whose article's
 * id was there takes the place of the version before. One that is larger than its limits is
 *  -EMSGSIZE, one that says what the version before said is DESK_E_DUPLICATE, one with an id of
 *  another source's is DESK_E_OTHER_SOURCE: they take no number. */
int desk_add(struct desk *desk, const struct extraction *x);
/** Calls @show with each event's comparison, in the order of founding articles. */
int desk_each(struct desk *desk, int (*show)(void *context, const char *json, size_t size),
              void *context);
