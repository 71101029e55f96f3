/* findings - what a reader sees of a ledger, before and after: added, changed, removed */
#pragma once

#include <stddef.h>

#include "proto/feed_item.h"
#include "proto/frame.h"

/** The findings of some rows. Zeroed at first. */
struct findings {
        struct row_finding *items;
        size_t n, room;
};
void findings_clear(struct findings *findings);
/** Adds those of a row's value. 0, FRAME_E_MALFORMED or -ENOMEM. */
int findings_add(struct findings *findings, const struct blob *value);

/** Ids, each list sorted. */
struct findings_change {
        struct finding_id *added, *changed, *removed;
        size_t n_added, n_changed, n_removed;
};
void findings_change_clear(struct findings_change *change);
/** Sorts both, and gives what differs. A finding that stands in several rows is one. The caller
 *  clears *@ret. 0 or -ENOMEM. */
int findings_compare(struct findings *before, struct findings *after,
                     struct findings_change *ret);
