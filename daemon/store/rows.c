/* rows - the ledger of an event: rows under keys, in versions
 *
 *     rows  event · u32 generation · key, in groups · ~version -> value; empty: gone
 *
 * The versions of a row stand beside each other, the latest first, so that the one as of a
 * version is the first at or behind a place.
 */
#include <string.h>

#include "daemon/store/internal.h"
#include "proto/frame.h"

static void ledger_prefix(struct key *key, uint64_t event, uint32_t generation)
{
        key_number(key, event);
        key_add_u32(key, generation);
}

static int row_prefix(struct key *key, uint64_t event, uint32_t generation,
                      const struct blob *row)
{
        if (row->size > ROW_KEY_MAX)
                return STORE_E_INVALID;
        ledger_prefix(key, event, generation);
        key_add_bytes(key, row->data, row->size);
        return 0;
}

/* ------------------------------------------------------------ one row */

/* Is there a version of the row before @version? */
static int row_has_older(struct txn *txn, const struct key *row, uint64_t version, bool *ret)
{
        struct key at = *row;
        struct walk walk;
        int r;

        *ret = false;
        if (!version)
                return 0;
        r = walk_open(&walk, txn, TABLE_ROWS);
        if (r)
                return r;
        key_add_u64(&at, ~(version - 1));
        r = walk_seek(&walk, &at);
        *ret = r == 0 && walk_in(&walk, row);
        walk_close(&walk);
        return r == STORE_E_NOT_FOUND ? 0 : r;
}

int txn_put_row(struct txn *txn, uint64_t event, uint32_t generation, uint64_t version,
                const struct blob *key, const struct blob *value)
{
        bool older = true;
        struct key row, at;
        int r = row_prefix(&row, event, generation, key);

        if (r || value->size >= RECORD_BYTES_MAX - RECORD_HEAD_BYTES)
                return STORE_E_INVALID;
        at = row;
        key_add_u64(&at, ~version);
        if (!value->size)
                r = row_has_older(txn, &row, version, &older);
        if (!r && !older) {
                r = table_delete(txn, TABLE_ROWS, &at);
                return r == STORE_E_NOT_FOUND ? 0 : r;
        }
        if (r)
                return r;
        buffer_put(record_begin(txn), value->data, value->size);
        return table_put(txn, TABLE_ROWS, &at, PUT_ANY);
}

int txn_get_row(struct txn *txn, uint64_t event, uint32_t generation, uint64_t version,
                const struct blob *key, struct blob *ret, struct buffer *buffer)
{
        struct blob value = { 0 };
        struct key row, at;
        struct walk walk;
        int r = row_prefix(&row, event, generation, key);

        if (!r)
                r = walk_open(&walk, txn, TABLE_ROWS);
        if (r)
                return r;
        at = row;
        key_add_u64(&at, ~version);
        r = walk_seek(&walk, &at);
        if (!r)
                r = walk_in(&walk, &row) ? walk_read(&walk, &value, buffer) : STORE_E_NOT_FOUND;
        walk_close(&walk);
        if (!r && !value.size)
                r = STORE_E_NOT_FOUND;
        if (!r)
                *ret = value;
        return r;
}

/* ------------------------------------------------------------ the whole ledger */

struct ledger {
        struct walk walk;
        struct key prefix, row; /* of the ledger, of the row under way */
        uint64_t version;
        struct buffer buffer;
        int (*each)(void *context, const struct blob *key, const struct blob *value);
        void *context;
};

/* Goes to the row's version that is shown. Where there is none yet, the walk is then at the
 * next row, or at the end. */
static int ledger_find_version(struct ledger *l, bool *ret_found)
{
        struct key at = l->row;
        int r = 0;

        if (~walk_number(&l->walk) > l->version) {
                key_add_u64(&at, ~l->version);
                r = walk_seek(&l->walk, &at);
        }
        *ret_found = !r && walk_in(&l->walk, &l->row);
        return r;
}

static int ledger_show(struct ledger *l)
{
        unsigned char name[ROW_KEY_MAX];
        struct blob key = { .data = name }, value;
        struct cursor c;
        int r;

        cursor_init(&c, l->row.bytes + l->prefix.size, l->row.size - l->prefix.size);
        if (!key_take_bytes(&c, name, &key.size) || !cursor_end(&c))
                return STORE_E_CORRUPT;
        r = walk_read(&l->walk, &value, &l->buffer);
        if (r)
                return r;
        return value.size ? l->each(l->context, &key, &value) : 0;
}

/* Passes by the older versions of the row: mostly there are none. */
static int ledger_next_row(struct ledger *l)
{
        struct key last = l->row;
        int r = walk_next(&l->walk);

        if (r || !walk_in(&l->walk, &l->row))
                return r;
        key_add_u64(&last, UINT64_MAX); /* version 0 */
        r = walk_seek(&l->walk, &last);
        if (!r && walk_in(&l->walk, &l->row))
                r = walk_next(&l->walk);
        return r;
}

static int ledger_walk(struct ledger *l)
{
        int r = walk_seek(&l->walk, &l->prefix), stop;
        bool found;

        while (!r && walk_in(&l->walk, &l->prefix)) {
                if (l->walk.key.mv_size < l->prefix.size + 2 * sizeof(uint64_t))
                        return STORE_E_CORRUPT;
                walk_key(&l->walk, &l->row);
                l->row.size -= sizeof(uint64_t);
                r = ledger_find_version(l, &found);
                if (!found)
                        continue;
                stop = ledger_show(l);
                if (stop)
                        return stop;
                r = ledger_next_row(l);
        }
        return r == STORE_E_NOT_FOUND ? 0 : r;
}

int txn_each_row(struct txn *txn, uint64_t event, uint32_t generation, uint64_t version,
                 int (*each)(void *context, const struct blob *key, const struct blob *value),
                 void *context)
{
        struct ledger l = { .version = version, .each = each, .context = context };
        int r = walk_open(&l.walk, txn, TABLE_ROWS);

        if (r)
                return r;
        ledger_prefix(&l.prefix, event, generation);
        r = ledger_walk(&l);
        walk_close(&l.walk);
        buffer_clear(&l.buffer);
        return r;
}

/* ------------------------------------------------------------ dropping */

/* Deletes up to @max records whose keys start with @prefix; counts them in *@n. */
static int drop_prefix(struct txn *txn, const struct key *prefix, size_t max, size_t *n)
{
        struct walk walk;
        struct key key;
        int r = walk_open(&walk, txn, TABLE_ROWS);

        if (r)
                return r;
        while (!r && *n < max) {
                r = walk_seek(&walk, prefix);
                if (!r && !walk_in(&walk, prefix))
                        r = STORE_E_NOT_FOUND;
                if (r)
                        break;
                walk_key(&walk, &key);
                r = table_delete(txn, TABLE_ROWS, &key);
                ++*n;
        }
        walk_close(&walk);
        return r == STORE_E_NOT_FOUND ? 0 : r;
}

int txn_drop_generation(struct txn *txn, uint64_t event, uint32_t generation, size_t max,
                        bool *ret_more)
{
        struct key prefix;
        size_t n = 0;
        int r;

        ledger_prefix(&prefix, event, generation);
        r = drop_prefix(txn, &prefix, max, &n);
        if (!r && n < max)
                r = versions_drop(txn, event, generation, max, &n);
        if (!r)
                *ret_more = n == max;
        return r;
}
