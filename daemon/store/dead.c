/* dead - articles whose extraction was given up
 *
 *     dead  number -> u32 attempts · u64 time · blob id · blob reason
 *
 * A letter is listed until it is dropped or requeued; what settled the entry stays in log 2.
 */
#include "base/clock.h"
#include "daemon/store/internal.h"

int dead_put(struct txn *txn, const struct dead_letter *letter)
{
        struct buffer *out = record_begin(txn);
        struct key key;

        key_number(&key, letter->number);
        buffer_put_u32(out, letter->attempts);
        buffer_put_u64(out, letter->time_us);
        record_put_blob(out, &letter->id);
        record_put_blob(out, &letter->reason);
        return table_put(txn, TABLE_DEAD, &key, PUT_NEW);
}

int dead_decode(const struct blob *record, uint64_t number, struct dead_letter *ret)
{
        struct dead_letter d = { .number = number };
        struct cursor c;

        cursor_init(&c, record->data, record->size);
        cursor_get_u32(&c, &d.attempts);
        cursor_get_u64(&c, &d.time_us);
        cursor_get_blob(&c, &d.id, ID_BYTES_MAX);
        cursor_get_blob(&c, &d.reason, REASON_BYTES_MAX);
        if (!cursor_end(&c))
                return STORE_E_CORRUPT;
        *ret = d;
        return 0;
}

int txn_list_dead(struct txn *txn, uint64_t from, uint64_t *numbers, size_t max, size_t *ret_n)
{
        return walk_list(txn, TABLE_DEAD, &(struct key){ 0 }, from, numbers, max, ret_n);
}

int txn_get_dead(struct txn *txn, uint64_t number, struct dead_letter *ret,
                 struct buffer *buffer)
{
        struct blob record;
        struct key key;
        int r;

        key_number(&key, number);
        r = table_read(txn, TABLE_DEAD, &key, &record, buffer);
        return r ? r : dead_decode(&record, number, ret);
}

int txn_drop_dead(struct txn *txn, uint64_t number)
{
        struct key key;

        key_number(&key, number);
        return table_delete(txn, TABLE_DEAD, &key);
}

int txn_requeue_dead(struct txn *txn, uint64_t number, uint64_t *ret_number)
{
        _cleanup_(buffer_clear) struct buffer buffer = { 0 };
        struct article_entry e;
        uint64_t latest = 0;
        struct key key;
        int r;

        key_number(&key, number);
        r = table_has(txn, TABLE_DEAD, &key);
        if (!r)
                r = txn_get_article(txn, number, &e, &buffer);
        if (!r)
                r = txn_find_article(txn, e.id.data, e.id.size, &latest);
        if (!r && latest != number)
                return STORE_E_INVALID;
        if (!r)
                r = room_for(txn, e.id.size * 2);
        if (r)
                return r;
        e.original = e.kind == ENTRY_REQUEUE ? e.original : number;
        e.kind = ENTRY_REQUEUE;
        e.previous = number;
        e.together = 0;
        e.received_us = clock_realtime_us();
        e.body = e.raw = (struct blob){ 0 };
        r = articles_append(txn, &e);
        if (!r)
                r = table_delete(txn, TABLE_DEAD, &key);
        if (!r)
                *ret_number = e.number;
        return r;
}
