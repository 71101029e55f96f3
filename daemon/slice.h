/* slice - a few entries of the feed, read for one subscriber
 *
 * Bounded in entries sent, entries looked at, and bytes, so that neither a far-behind
 * subscriber nor one whose filter lets little pass holds the reader thread for long.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "daemon/store/store.h"
#include "proto/request.h"

enum {
        SLICE_ITEMS_MAX = 128,
        SLICE_SCAN_MAX = 1024, /* entries looked at */
        SLICE_BYTES_MAX = 1 << 20,
};

struct slice_item {
        uint64_t number;
        size_t at, size; /* in slice.bytes */
};

struct slice {
        /* asked */
        uint64_t from;
        size_t items_max; /* at most SLICE_ITEMS_MAX; 0: only whether there is more */
        const struct feed_filter *filter;

        /* found */
        uint64_t next;             /* to go on with */
        uint64_t gap_from, gap_to; /* removed by retention; 0, 0: nothing */
        bool at_end;               /* there was nothing more */
        size_t n;
        struct slice_item items[SLICE_ITEMS_MAX];
        struct buffer bytes;
};

/** Reads; 0, STORE_E_CORRUPT, or an errno. What was asked stays as it is. */
int slice_read(struct slice *slice, struct txn *txn);
/** Forgets what was found, and frees its bytes. */
void slice_clear(struct slice *slice);
