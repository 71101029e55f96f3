/* versions - what was published of an event
 *
 *     versions  event · version -> u64 previous · u32 generation · blob summary
 */
#include "daemon/store/internal.h"

int version_decode(const struct blob *record, struct version_record *ret)
{
        struct version_record v = *ret;
        struct cursor c;

        cursor_init(&c, record->data, record->size);
        cursor_get_u64(&c, &v.previous);
        cursor_get_u32(&c, &v.generation);
        cursor_get_blob(&c, &v.summary, RECORD_BYTES_MAX);
        if (!cursor_end(&c))
                return STORE_E_CORRUPT;
        *ret = v;
        return 0;
}

int txn_put_version(struct txn *txn, const struct version_record *version)
{
        struct buffer *out;
        struct key key;

        if (version->summary.size > RECORD_BYTES_MAX / 2)
                return STORE_E_INVALID;
        out = record_begin(txn);
        key_pair(&key, version->event, version->version);
        buffer_put_u64(out, version->previous);
        buffer_put_u32(out, version->generation);
        record_put_blob(out, &version->summary);
        return table_put(txn, TABLE_VERSIONS, &key, PUT_ANY);
}

/* Goes to the version that holds at @version, if it is one of @event. */
static int version_seek(struct walk *walk, uint64_t event, uint64_t version)
{
        struct key at, prefix;
        int r;

        key_pair(&at, event, version);
        key_number(&prefix, event);
        r = walk_seek(walk, &at);
        if (r == STORE_E_NOT_FOUND)
                r = walk_last(walk);
        else if (!r && (!walk_in(walk, &prefix) || walk_number(walk) > version))
                r = walk_previous(walk);
        if (!r && !walk_in(walk, &prefix))
                r = STORE_E_NOT_FOUND;
        return r;
}

int txn_get_version(struct txn *txn, uint64_t event, uint64_t version,
                    struct version_record *ret, struct buffer *buffer)
{
        struct version_record v = { .event = event };
        struct blob record;
        struct walk walk;
        int r = walk_open(&walk, txn, TABLE_VERSIONS);

        if (r)
                return r;
        r = version_seek(&walk, event, version);
        if (!r) {
                v.version = walk_number(&walk);
                r = walk_read(&walk, &record, buffer);
        }
        walk_close(&walk);
        if (!r)
                r = version_decode(&record, &v);
        if (!r)
                *ret = v;
        return r;
}

/* Gives the key of the event's oldest version that is of @generation. */
static int oldest_of(struct txn *txn, uint64_t event, uint32_t generation, struct key *ret)
{
        struct version_record v = { 0 };
        struct key prefix;
        struct blob record;
        struct walk walk;
        int r = walk_open(&walk, txn, TABLE_VERSIONS);

        if (r)
                return r;
        key_number(&prefix, event);
        for (r = walk_seek(&walk, &prefix); !r; r = walk_next(&walk)) {
                if (!walk_in(&walk, &prefix))
                        r = STORE_E_NOT_FOUND;
                if (!r)
                        r = walk_look(&walk, &record);
                if (!r)
                        r = version_decode(&record, &v);
                /* Generations grow with versions. */
                if (!r && v.generation > generation)
                        r = STORE_E_NOT_FOUND;
                if (r || v.generation == generation)
                        break;
        }
        if (!r)
                walk_key(&walk, ret);
        walk_close(&walk);
        return r;
}

int versions_drop(struct txn *txn, uint64_t event, uint32_t generation, size_t max, size_t *n)
{
        struct key key;
        int r = 0;

        for (; !r && *n < max; ++*n) {
                r = oldest_of(txn, event, generation, &key);
                if (!r)
                        r = table_delete(txn, TABLE_VERSIONS, &key);
                if (r)
                        break;
        }
        return r == STORE_E_NOT_FOUND ? 0 : r;
}
