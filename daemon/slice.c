#include "daemon/slice.h"

#include <errno.h>

#include "base/json.h"

static bool passes(const struct slice *slice, const struct blob *entry)
{
        json_auto_t *event = NULL;

        if (!slice->filter)
                return true;
        event = json_parse(entry->data, entry->size, NULL);
        return event && feed_filter_passes(slice->filter, event);
}

static int keep(struct slice *slice, uint64_t number, const struct blob *entry)
{
        slice->items[slice->n++] =
                (struct slice_item){ number, slice->bytes.size, entry->size };
        buffer_put(&slice->bytes, entry->data, entry->size);
        return buffer_error(&slice->bytes);
}

static int read_entry(struct slice *slice, struct txn *txn, struct buffer *scratch)
{
        struct blob entry;
        int r;

        buffer_reset(scratch);
        r = txn_get_feed(txn, slice->next, &entry, scratch);
        if (!r && passes(slice, &entry))
                r = keep(slice, slice->next, &entry);
        if (!r)
                slice->next++;
        return r;
}

int slice_read(struct slice *slice, struct txn *txn)
{
        uint64_t start = txn_feed_start(txn), end = txn_feed_end(txn);
        struct buffer scratch = { 0 };
        int r = 0;

        slice_clear(slice);
        slice->next = slice->from;
        if (slice->next < start) {
                slice->gap_from = slice->next;
                slice->gap_to = start - 1;
                slice->next = start;
        }
        for (int looked = 0; looked < SLICE_SCAN_MAX && !r; looked++) {
                if (slice->next > end || slice->n >= slice->items_max ||
                    slice->bytes.size >= SLICE_BYTES_MAX)
                        break;
                r = read_entry(slice, txn, &scratch);
        }
        slice->at_end = slice->next > end;
        buffer_clear(&scratch);
        return r;
}

void slice_clear(struct slice *slice)
{
        slice->n = 0;
        slice->gap_from = slice->gap_to = 0;
        slice->at_end = false;
        buffer_clear(&slice->bytes);
}
