/* table - checked values under keys, and a way back
 *
 * A step of a transaction is not one of LMDB's nested transactions, which copy every page that
 * they touch and a list of megabytes each. While a step is open, what a write replaces is noted
 * in txn->undo, and undoing a step writes it back. An entry there is
 *
 *     u8 table · u8 there was a value · blob key · blob value as stored · u32 size of all this
 *
 * so that the notes can be read from their end.
 */
#include <endian.h>
#include <errno.h>
#include <string.h>

#include "daemon/store/internal.h"

const char *const table_names[N_TABLES] = {
        [TABLE_META] = "meta",         [TABLE_ARTICLES] = "articles",
        [TABLE_IDS] = "ids",           [TABLE_JOBS] = "jobs",
        [TABLE_SETTLED] = "settled",   [TABLE_EXTRACTIONS] = "extractions",
        [TABLE_CURRENT] = "current",   [TABLE_EVENTS] = "events",
        [TABLE_MEMBERS] = "members",   [TABLE_MEMBERSHIPS] = "memberships",
        [TABLE_DIRTY] = "dirty",       [TABLE_ROWS] = "rows",
        [TABLE_VERSIONS] = "versions", [TABLE_FEED] = "feed",
        [TABLE_CURSORS] = "cursors",   [TABLE_DEAD] = "dead",
        [TABLE_RECENT] = "recent",
};

static MDB_val key_val(const struct key *key)
{
        return (MDB_val){ key->size, (void *)key->bytes };
}

static MDB_dbi dbi_of(const struct txn *txn, enum table table)
{
        return txn->store->dbi[table];
}

/* ------------------------------------------------------------ writing */

static int undo_note(struct txn *txn, enum table table, const MDB_val *key, const MDB_val *old)
{
        size_t start = txn->undo.size;

        buffer_put_u8(&txn->undo, (uint8_t)table);
        buffer_put_u8(&txn->undo, old != NULL);
        buffer_put_blob(&txn->undo, key->mv_data, key->mv_size);
        buffer_put_blob(&txn->undo, old ? old->mv_data : NULL, old ? old->mv_size : 0);
        buffer_put_u32(&txn->undo, (uint32_t)(txn->undo.size - start));
        return buffer_error(&txn->undo);
}

/* Notes what is under @key now. @is_new: nothing is, so there is no need to look. */
static int undo_before(struct txn *txn, enum table table, MDB_val *key, bool is_new)
{
        MDB_val old;
        int r = MDB_NOTFOUND;

        if (!txn->stepping)
                return 0;
        if (!is_new)
                r = mdb_get(txn->mdb, dbi_of(txn, table), key, &old);
        if (r && r != MDB_NOTFOUND)
                return error_from_lmdb(r);
        return undo_note(txn, table, key, r ? NULL : &old);
}

static int put_by_mode(struct txn *txn, enum table table, MDB_val *key, MDB_val *value,
                       enum put_mode mode)
{
        static const unsigned flags[] = {
                [PUT_ANY] = 0,
                [PUT_NEW] = MDB_NOOVERWRITE,
                [PUT_APPEND] = MDB_APPEND,
                [PUT_LATE] = MDB_APPEND,
        };
        MDB_val copy = *value; /* LMDB puts what it finds there */
        int r = mdb_put(txn->mdb, dbi_of(txn, table), key, &copy, flags[mode]);

        if (r == MDB_KEYEXIST && mode == PUT_LATE)
                return put_by_mode(txn, table, key, value, PUT_NEW);
        return r == MDB_KEYEXIST ? STORE_E_CORRUPT : error_from_lmdb(r);
}

int table_put(struct txn *txn, enum table table, const struct key *key, enum put_mode mode)
{
        MDB_val k = key_val(key), value;
        int r = txn->error;

        if (!r)
                r = record_seal(txn, table, key, &value);
        if (!r)
                r = undo_before(txn, table, &k, mode != PUT_ANY);
        if (!r)
                r = put_by_mode(txn, table, &k, &value, mode);
        if (r)
                return txn_fail(txn, r);
        room_take(txn, value.mv_size);
        return 0;
}

int table_delete(struct txn *txn, enum table table, const struct key *key)
{
        MDB_val k = key_val(key);
        int r = txn->error;

        if (r)
                return r;
        r = table_has(txn, table, key);
        if (r)
                return r;
        r = undo_before(txn, table, &k, false);
        if (!r)
                r = error_from_lmdb(mdb_del(txn->mdb, dbi_of(txn, table), &k, NULL));
        if (r)
                return txn_fail(txn, r);
        room_take(txn, 0);
        return 0;
}

/* Undoes the last note, and takes it off. */
static int undo_one(struct txn *txn)
{
        struct buffer *undo = &txn->undo;
        struct blob key, value;
        struct cursor c;
        uint8_t table, had;
        uint32_t size;
        MDB_val k, v;

        memcpy(&size, undo->data + undo->size - sizeof(size), sizeof(size));
        size = be32toh(size);
        undo->size -= sizeof(size);
        cursor_init(&c, undo->data + undo->size - size, size);
        undo->size -= size;
        cursor_get_u8(&c, &table);
        cursor_get_u8(&c, &had);
        cursor_get_blob(&c, &key, KEY_BYTES_MAX);
        cursor_get_blob(&c, &value, SIZE_MAX);
        if (!cursor_end(&c) || table >= N_TABLES)
                return -ENOTRECOVERABLE;
        k = (MDB_val){ key.size, (void *)key.data };
        v = (MDB_val){ value.size, (void *)value.data };
        if (had)
                return error_from_lmdb(mdb_put(txn->mdb, dbi_of(txn, table), &k, &v, 0));
        return error_from_lmdb(mdb_del(txn->mdb, dbi_of(txn, table), &k, NULL));
}

int table_undo(struct txn *txn)
{
        int r = buffer_error(&txn->undo);

        while (!r && txn->undo.size)
                r = undo_one(txn);
        return r ? txn_fail(txn, r) : 0;
}

/* ------------------------------------------------------------ reading */

static int get(struct txn *txn, enum table table, const struct key *key, struct buffer *into,
               struct blob *ret)
{
        MDB_val k = key_val(key), value;
        int r = txn->error;

        if (!r)
                r = error_from_lmdb(mdb_get(txn->mdb, dbi_of(txn, table), &k, &value));
        if (r)
                return r < 0 ? txn_fail(txn, r) : r;
        return record_open(txn, table, &k, &value, into, ret);
}

/* A payload that is not in @buffer yet is copied there. */
static int keep(struct buffer *buffer, struct blob *payload)
{
        if (payload->data == buffer->data && buffer->data)
                return 0;
        buffer_put(buffer, payload->data, payload->size);
        payload->data = buffer_text(buffer); /* never NULL, even when empty */
        return buffer_error(buffer);
}

int table_look(struct txn *txn, enum table table, const struct key *key, struct blob *ret)
{
        return get(txn, table, key, &txn->opened, ret);
}

int table_read(struct txn *txn, enum table table, const struct key *key, struct blob *ret,
               struct buffer *buffer)
{
        struct blob payload;
        int r;

        buffer_reset(buffer);
        r = get(txn, table, key, buffer, &payload);
        if (!r)
                r = keep(buffer, &payload);
        if (!r)
                *ret = payload;
        return r;
}

int table_has(struct txn *txn, enum table table, const struct key *key)
{
        MDB_val k = key_val(key), value;
        int r = txn->error;

        if (!r)
                r = error_from_lmdb(mdb_get(txn->mdb, dbi_of(txn, table), &k, &value));
        return r < 0 ? txn_fail(txn, r) : r;
}

uint64_t table_count(struct txn *txn, enum table table)
{
        MDB_stat stat;

        return mdb_stat(txn->mdb, dbi_of(txn, table), &stat) == 0 ? stat.ms_entries : 0;
}

/* ------------------------------------------------------------ walking */

int walk_open(struct walk *walk, struct txn *txn, enum table table)
{
        int r = txn->error;

        *walk = (struct walk){ .txn = txn, .table = table };
        if (!r)
                r = error_from_lmdb(
                        mdb_cursor_open(txn->mdb, dbi_of(txn, table), &walk->cursor));
        return r < 0 ? txn_fail(txn, r) : r;
}

void walk_close(struct walk *walk)
{
        if (walk->cursor)
                mdb_cursor_close(walk->cursor);
        walk->cursor = NULL;
}

static int walk_to(struct walk *walk, MDB_cursor_op op)
{
        int r = error_from_lmdb(mdb_cursor_get(walk->cursor, &walk->key, &walk->value, op));

        return r < 0 ? txn_fail(walk->txn, r) : r;
}

int walk_seek(struct walk *walk, const struct key *key)
{
        walk->key = key_val(key);
        return walk_to(walk, MDB_SET_RANGE);
}

int walk_next(struct walk *walk)
{
        return walk_to(walk, MDB_NEXT);
}

int walk_previous(struct walk *walk)
{
        return walk_to(walk, MDB_PREV);
}

int walk_last(struct walk *walk)
{
        return walk_to(walk, MDB_LAST);
}

int walk_look(struct walk *walk, struct blob *ret)
{
        return record_open(walk->txn, walk->table, &walk->key, &walk->value, &walk->txn->opened,
                           ret);
}

int walk_read(struct walk *walk, struct blob *ret, struct buffer *buffer)
{
        struct blob payload;
        int r;

        buffer_reset(buffer);
        r = record_open(walk->txn, walk->table, &walk->key, &walk->value, buffer, &payload);
        if (!r)
                r = keep(buffer, &payload);
        if (!r)
                *ret = payload;
        return r;
}

bool walk_in(const struct walk *walk, const struct key *prefix)
{
        return walk->key.mv_size >= prefix->size &&
               memcmp(walk->key.mv_data, prefix->bytes, prefix->size) == 0;
}

void walk_key(const struct walk *walk, struct key *ret)
{
        (void)key_text(ret, walk->key.mv_data, walk->key.mv_size);
}

uint64_t walk_number(const struct walk *walk)
{
        uint64_t number;

        if (walk->key.mv_size < sizeof(number))
                return 0;
        memcpy(&number,
               (const unsigned char *)walk->key.mv_data + walk->key.mv_size - sizeof(number),
               sizeof(number));
        return be64toh(number);
}

int walk_list(struct txn *txn, enum table table, const struct key *prefix, uint64_t from,
              uint64_t *numbers, size_t max, size_t *ret_n)
{
        struct key at = *prefix;
        struct walk walk;
        size_t n = 0;
        int r = walk_open(&walk, txn, table);

        if (r)
                return r;
        key_add_u64(&at, from);
        for (r = n < max ? walk_seek(&walk, &at) : 0; !r && n < max; r = walk_next(&walk)) {
                if (!walk_in(&walk, prefix))
                        break;
                numbers[n++] = walk_number(&walk);
        }
        walk_close(&walk);
        if (r && r != STORE_E_NOT_FOUND)
                return r;
        *ret_n = n;
        return 0;
}
