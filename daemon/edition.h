/* edition - a fold's result becomes a published version of its event
 *
 * Two cases. An event that grows: the changed rows go into the ledger that is shown, under the
 * new version's number. An event that lost or was given articles out of turn is folded again,
 * from an empty ledger of the next generation, while the old one is shown; when the last
 * account is in, the new generation takes its place and what differs between the two is told.
 * Runs on the commit thread, inside its transaction; the feed entry is a part of it.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "daemon/store/store.h"
#include "proto/frame.h"

enum {
        EDITION_GENERATIONS_KEPT = 4, /* for `show --version`, before the one that is shown */
        EDITION_SWEEP_ROWS = 2000,    /* dropped in one transaction */
};

/** A fold that came back. @event, @folding, @base: the record at the time of its reading; if it
 *  has changed since, the fold is stale. */
struct fold_outcome {
        uint64_t event;
        uint32_t folding;
        uint64_t base;            /* last member folded before */
        const uint64_t *accounts; /* in the order of numbers; none: there was nothing to fold */
        const struct blob *ids;   /* of the same */
        size_t n_accounts;
        const struct fold_result *result; /* checked */
};

struct edition_state {
        bool stale;     /* nothing was written */
        bool published; /* a version, and, if it says anything new, an entry of the feed */
        bool sweep;     /* there are generations to be dropped: edition_sweep() */
};

/** The number of the version that folding @accounts would publish. */
uint64_t edition_version(struct txn *txn, const struct event_record *event, uint64_t last);
/** 0, a named condition of the store or an errno. */
int edition_apply(struct txn *txn, const char *store_id, const struct fold_outcome *outcome,
                  struct edition_state *ret);
/** Drops rows of generations that are no longer kept, a bounded part at once. */
int edition_sweep(struct txn *txn, uint64_t event, bool *ret_more);
