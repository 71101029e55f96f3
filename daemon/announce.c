/* announce - see announce.h */
#include "daemon/announce.h"

#include "base/buffer.h"
#include "base/clock.h"
#include "base/macros.h"

/* What tells of an event without a new version of it shows it as it last stood, so that the
 * filters that let the event pass let its end pass, too. */
static int show_as_it_stood(struct txn *txn, struct feed_item *item, struct buffer *buffer)
{
        struct version_record last;
        int r;

        if (item->summary)
                return 0;
        r = txn_get_version(txn, item->event, UINT64_MAX, &last, buffer);
        if (r)
                return r == STORE_E_NOT_FOUND ? 0 : r;
        item->summary = last.summary.data;
        item->summary_size = last.summary.size;
        return 0;
}

int announce(struct txn *txn, const char *store_id, struct feed_item *item,
             const struct shown_list *added, const struct shown_list *removed)
{
        _cleanup_(buffer_clear) struct buffer out = { .limit = 0 }, last = { .limit = 0 };
        int r = show_as_it_stood(txn, item, &last);

        if (r)
                return r;
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
        item->summary = NULL; /* it may have been lent */
        return r ? r : txn_append_feed(txn, item->number, out.data, out.size);
}
