/* fold_reading - a fold's job, put together from the store; and its answer, checked
 *
 * Runs on the reading thread.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "daemon/store/store.h"
#include "proto/frame.h"

enum {
        FOLD_BYTES_MAX = 24 << 20, /* of accounts in one job, but for the first */
};

/** What a fold was made from: see struct fold_outcome. */
struct fold_reading {
        struct event_record event;
        uint64_t accounts[FOLD_ACCOUNTS_MAX];
        char *ids[FOLD_ACCOUNTS_MAX]; /* malloc'd */
        size_t n;                     /* 0: there is nothing to fold */
};
void fold_reading_clear(struct fold_reading *reading);

/** Reads at most @max members of @event behind the last that is folded, with the rows of their
 *  keys and one level of what these refer to, and appends the job's body to @body. 0,
 *  STORE_E_NOT_FOUND (no live event), STORE_E_CORRUPT, -EMSGSIZE (a smaller @max may do), or
 *  another errno; then only @ret's event is set, as far as it is known. */
int fold_read(struct fold_reading *ret, struct txn *txn, uint64_t event, size_t max,
              struct buffer *body);

enum { FOLD_E_NONSENSE = 1 };

/** Decodes a worker's answer and checks it: limits, order, rows, summary. @ret points into
 *  @data; its array is malloc'd. 0, FOLD_E_NONSENSE or -ENOMEM. */
int fold_check(struct fold_result *ret, const void *data, size_t size);
