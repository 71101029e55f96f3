/* events - what happened, and which articles report it
 *
 *     events       event            -> u8 state · u64 into · u64 follows · u64 version ·
 *                                      u64 touched · u32 generation · u32 folding ·
 *                                      u32 oldest · u64 folded · u64 members [· u64 told]
 *     members      event · article  -> (nothing)
 *     memberships  article          -> u64 event
 *     dirty        event            -> (nothing)
 */
#include "daemon/store/internal.h"

int event_decode(const struct blob *record, uint64_t event, struct event_record *ret)
{
        struct event_record e = { .event = event };
        struct cursor c;

        cursor_init(&c, record->data, record->size);
        cursor_get_u8(&c, &e.state);
        cursor_get_u64(&c, &e.into);
        cursor_get_u64(&c, &e.follows);
        cursor_get_u64(&c, &e.version);
        cursor_get_u64(&c, &e.touched);
        cursor_get_u32(&c, &e.generation);
        cursor_get_u32(&c, &e.folding);
        cursor_get_u32(&c, &e.oldest);
        cursor_get_u64(&c, &e.folded);
        cursor_get_u64(&c, &e.n_members);
        e.told = e.version;
        if (cursor_left(&c))
                cursor_get_u64(&c, &e.told);
        if (!cursor_end(&c))
                return STORE_E_CORRUPT;
        *ret = e;
        return 0;
}

static int event_put(struct txn *txn, const struct event_record *e)
{
        struct buffer *out = record_begin(txn);
        struct key key;

        key_number(&key, e->event);
        buffer_put_u8(out, e->state);
        buffer_put_u64(out, e->into);
        buffer_put_u64(out, e->follows);
        buffer_put_u64(out, e->version);
        buffer_put_u64(out, e->touched);
        buffer_put_u32(out, e->generation);
        buffer_put_u32(out, e->folding);
        buffer_put_u32(out, e->oldest);
        buffer_put_u64(out, e->folded);
        buffer_put_u64(out, e->n_members);
        buffer_put_u64(out, e->told);
        return table_put(txn, TABLE_EVENTS, &key, PUT_ANY);
}

int txn_put_event(struct txn *txn, const struct event_record *event)
{
        struct event_record e = *event, old;
        int r;

        if (!e.event || e.state < EVENT_LIVE || e.state > EVENT_RETRACTED)
                return STORE_E_INVALID;
        r = txn_get_event(txn, e.event, &old);
        if (r && r != STORE_E_NOT_FOUND)
                return r;
        e.n_members = r ? 0 : old.n_members;
        return event_put(txn, &e);
}

int txn_get_event(struct txn *txn, uint64_t event, struct event_record *ret)
{
        struct blob record;
        struct key key;
        int r;

        key_number(&key, event);
        r = table_look(txn, TABLE_EVENTS, &key, &record);
        return r ? r : event_decode(&record, event, ret);
}

int txn_list_events(struct txn *txn, uint64_t before, uint64_t *events, size_t max,
                    size_t *ret_n)
{
        struct walk walk;
        struct key key;
        size_t n = 0;
        int r = walk_open(&walk, txn, TABLE_EVENTS);

        if (r)
                return r;
        key_number(&key, before);
        r = before ? walk_seek(&walk, &key) : STORE_E_NOT_FOUND;
        r = r == STORE_E_NOT_FOUND ? walk_last(&walk) : r;
        /* The seek may have ended at @before itself or behind it. */
        if (!r && before && walk_number(&walk) >= before)
                r = walk_previous(&walk);
        for (; !r && n < max; r = walk_previous(&walk))
                events[n++] = walk_number(&walk);
        walk_close(&walk);
        if (r && r != STORE_E_NOT_FOUND)
                return r;
        *ret_n = n;
        return 0;
}

/* ------------------------------------------------------------ members */

static int member_add(struct txn *txn, struct event_record *to, uint64_t article)
{
        struct key key;
        int r;

        key_pair(&key, to->event, article);
        (void)record_begin(txn);
        r = table_put(txn, TABLE_MEMBERS, &key, PUT_NEW);
        key_number(&key, article);
        if (!r)
                r = number_put(txn, TABLE_MEMBERSHIPS, &key, to->event);
        to->n_members++;
        return r ? r : event_put(txn, to);
}

static int member_remove(struct txn *txn, struct event_record *from, uint64_t article)
{
        struct key key;
        int r;

        key_pair(&key, from->event, article);
        r = table_delete(txn, TABLE_MEMBERS, &key);
        key_number(&key, article);
        if (!r)
                r = table_delete(txn, TABLE_MEMBERSHIPS, &key);
        if (r)
                return txn_fail(txn, r == STORE_E_NOT_FOUND ? STORE_E_CORRUPT : r);
        from->n_members--;
        return event_put(txn, from);
}

int txn_set_member(struct txn *txn, uint64_t article, uint64_t event)
{
        struct event_record from, to;
        uint64_t old;
        int r = txn_get_member(txn, article, &old);

        if (r || old == event)
                return r;
        if (event)
                r = txn_get_event(txn, event, &to);
        if (!r && old && txn_get_event(txn, old, &from) != 0)
                r = STORE_E_CORRUPT;
        if (!r && old)
                r = member_remove(txn, &from, article);
        if (!r && event)
                r = member_add(txn, &to, article);
        return r;
}

int txn_get_member(struct txn *txn, uint64_t article, uint64_t *ret_event)
{
        uint64_t event = 0;
        struct key key;
        int r;

        key_number(&key, article);
        r = number_look(txn, TABLE_MEMBERSHIPS, &key, &event);
        if (r && r != STORE_E_NOT_FOUND)
                return r;
        *ret_event = event;
        return 0;
}

int txn_list_members(struct txn *txn, uint64_t event, uint64_t from, uint64_t *articles,
                     size_t max, size_t *ret_n)
{
        struct key prefix;

        key_number(&prefix, event);
        return walk_list(txn, TABLE_MEMBERS, &prefix, from, articles, max, ret_n);
}

/* ------------------------------------------------------------ dirty marks */

int txn_set_dirty(struct txn *txn, uint64_t event, bool dirty)
{
        struct key key;
        int r;

        key_number(&key, event);
        if (!dirty) {
                r = table_delete(txn, TABLE_DIRTY, &key);
                return r == STORE_E_NOT_FOUND ? 0 : r;
        }
        r = table_has(txn, TABLE_EVENTS, &key);
        if (r)
                return r;
        (void)record_begin(txn);
        return table_put(txn, TABLE_DIRTY, &key, PUT_ANY);
}

int txn_list_dirty(struct txn *txn, uint64_t from, uint64_t *events, size_t max, size_t *ret_n)
{
        return walk_list(txn, TABLE_DIRTY, &(struct key){ 0 }, from, events, max, ret_n);
}
