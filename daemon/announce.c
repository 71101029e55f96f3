/* announce - see announce.h */
#include "daemon/announce.h"

#include "base/buffer.h"
#include "base/clock.h"
#include "base/macros.h"

int announce(struct txn *txn, const char *store_id, struct feed_item *item,
             const struct shown_list *added, const struct shown_list *removed)
{
        _cleanup_(buffer_clear) struct buffer out = { .limit = 0 };
        int r;

        item->number = txn_feed_end(txn) + 1;
        item->store_id = store_id;
        item->time_us = clock_realtime_us();
        if (added) {
                item->articles_added = (const char *const *)added->ids;
                item->n_articles_added = added->n;
        }
        if (removed) {
                item->articles_removed = (const char *const *)removed->ids;
                item->n_articles_removed = removed->n;
        }
        r = feed_item_encode(item, &out);
        return r ? r : txn_append_feed(txn, item->number, out.data, out.size);
}
