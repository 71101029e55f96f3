/* announce - the next entry of the feed
 *
 * A thin hand on proto/feed_item.h: gives the entry its number, its time and its source, and
 * appends it in the transaction of what it tells.
 */
#pragma once

#include <stdint.h>

#include "daemon/shown.h"
#include "daemon/store/store.h"
#include "proto/feed_item.h"

/** Appends @item; number, time and store id are set here, lists of articles from @added and
 *  @removed (either may be NULL). 0, a named condition of the store or an errno. */
int announce(struct txn *txn, const char *store_id, struct feed_item *item,
             const struct shown_list *added, const struct shown_list *removed);
