/* feed - log 3, and the cursors in it
 *
 *     feed     number          -> the CloudEvent's JSON
 *     cursors  owner · 0 · name -> u64 number
 */
#include <string.h>

#include "daemon/store/internal.h"

uint64_t txn_feed_end(struct txn *txn)
{
        return txn->counters.feed_end;
}

uint64_t txn_feed_start(struct txn *txn)
{
        return txn->counters.feed_start;
}

int txn_append_feed(struct txn *txn, uint64_t number, const void *json, size_t size)
{
        struct key key;
        int r;

        if (number != txn->counters.feed_end + 1 || size > RECORD_BYTES_MAX / 2)
                return STORE_E_INVALID;
        key_number(&key, number);
        buffer_put(record_begin(txn), json, size);
        r = table_put(txn, TABLE_FEED, &key, PUT_APPEND);
        if (!r)
                txn->counters.feed_end = number;
        return r;
}

int txn_get_feed(struct txn *txn, uint64_t number, struct blob *ret, struct buffer *buffer)
{
        struct key key;
        int r;

        if (number < txn->counters.feed_start || number > txn->counters.feed_end)
                return STORE_E_NOT_FOUND;
        key_number(&key, number);
        r = table_read(txn, TABLE_FEED, &key, ret, buffer);
        return r == STORE_E_NOT_FOUND ? STORE_E_CORRUPT : r;
}

int txn_trim_feed(struct txn *txn, uint64_t start, size_t max)
{
        struct counters *n = &txn->counters;
        struct key key;
        int r = 0;

        if (start > n->feed_end + 1)
                return STORE_E_INVALID;
        while (!r && max-- && n->feed_start < start) {
                key_number(&key, n->feed_start);
                r = table_delete(txn, TABLE_FEED, &key);
                if (!r)
                        n->feed_start++;
        }
        return r == STORE_E_NOT_FOUND ? STORE_E_CORRUPT : r;
}

/* ------------------------------------------------------------ cursors */

static bool cursor_key(struct key *key, const char *owner, const char *name)
{
        size_t owner_size = strlen(owner), name_size = strlen(name);

        if (owner_size > NAME_BYTES_MAX || name_size > NAME_BYTES_MAX)
                return false;
        (void)key_text(key, owner, owner_size + 1); /* its NUL parts it from the name */
        memcpy(key->bytes + key->size, name, name_size);
        key->size += name_size;
        return true;
}

int txn_put_cursor(struct txn *txn, const char *owner, const char *name, uint64_t number)
{
        uint64_t old = 0;
        struct key key;
        int r;

        if (!cursor_key(&key, owner, name) || number > txn->counters.feed_end)
                return STORE_E_INVALID;
        r = number_look(txn, TABLE_CURSORS, &key, &old);
        if (r && r != STORE_E_NOT_FOUND)
                return r;
        if (number < old)
                return STORE_E_INVALID;
        return number_put(txn, TABLE_CURSORS, &key, number);
}

int txn_get_cursor(struct txn *txn, const char *owner, const char *name, uint64_t *ret_number)
{
        struct key key;

        if (!cursor_key(&key, owner, name))
                return STORE_E_NOT_FOUND;
        return number_look(txn, TABLE_CURSORS, &key, ret_number);
}
