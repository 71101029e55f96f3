/* meta - what a store says of itself: format, id, counters
 *
 * The format's record keeps its key and its shape for ever, so that any Parallax can refuse a
 * store that a later one has written.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>

#include "daemon/store/internal.h"

enum { ID_DIGITS = 16 };

/* Format 2 adds fields at the end of jobs, settled entries, events and requeued articles; where
 * a record of format 1 ends earlier, they are zero. */
static int from_1(struct txn *txn)
{
        (void)txn;
        return 0;
}

/* One step a format, each from its number to the next; run in the transaction that opens the
 * store, so that a store is of one format or of the other. */
static const struct migration migrations[] = {
        { 1, from_1 },
};

static void key_name(struct key *key, const char *name)
{
        (void)key_text(key, name, strlen(name));
}

static int format_write(struct txn *txn, uint32_t format)
{
        struct key key;

        key_name(&key, "format");
        buffer_put_u32(record_begin(txn), format);
        return table_put(txn, TABLE_META, &key, PUT_ANY);
}

int meta_format(struct txn *txn, uint32_t *ret)
{
        struct blob record;
        struct cursor c;
        struct key key;
        uint32_t format;
        int r;

        key_name(&key, "format");
        r = table_look(txn, TABLE_META, &key, &record);
        if (r)
                return r == STORE_E_NOT_FOUND ? STORE_E_CORRUPT : r;
        cursor_init(&c, record.data, record.size);
        cursor_get_u32(&c, &format);
        if (c.failed)
                return STORE_E_CORRUPT;
        *ret = format;
        return format > STORE_FORMAT ? STORE_E_NEWER_FORMAT : 0;
}

static int id_make(struct txn *txn)
{
        unsigned char random[ID_DIGITS / 2];
        struct key key;

        if (getrandom(random, sizeof(random), 0) != sizeof(random))
                return -errno;
        for (size_t i = 0; i < sizeof(random); i++)
                snprintf(txn->store->id + 2 * i, 3, "%02x", random[i]);
        key_name(&key, "id");
        buffer_put(record_begin(txn), txn->store->id, ID_DIGITS);
        return table_put(txn, TABLE_META, &key, PUT_NEW);
}

static int id_read(struct txn *txn)
{
        struct blob record;
        struct key key;
        int r;

        key_name(&key, "id");
        r = table_look(txn, TABLE_META, &key, &record);
        if (r == STORE_E_NOT_FOUND || (!r && record.size != ID_DIGITS))
                return STORE_E_CORRUPT;
        if (r)
                return r;
        memcpy(txn->store->id, record.data, ID_DIGITS);
        txn->store->id[ID_DIGITS] = '\0';
        return 0;
}

int migrate(struct txn *txn, uint32_t found, uint32_t wanted, const struct migration *steps,
            size_t n_steps)
{
        int r = found > wanted ? STORE_E_NEWER_FORMAT : 0;

        while (!r && found < wanted) {
                const struct migration *step = NULL;

                for (size_t i = 0; i < n_steps; i++)
                        if (steps[i].run && steps[i].from == found)
                                step = &steps[i];
                if (!step)
                        return STORE_E_CORRUPT;
                r = step->run(txn);
                if (!r)
                        r = format_write(txn, ++found);
        }
        return r;
}

int meta_create(struct txn *txn)
{
        int r = format_write(txn, STORE_FORMAT);

        if (!r)
                r = id_make(txn);
        txn->counters = (struct counters){ .feed_start = 1 };
        return r ? r : meta_write_counters(txn);
}

int meta_open(struct txn *txn, uint32_t found)
{
        int r;

        if (found != STORE_FORMAT && !txn->writing)
                return -EROFS;
        r = migrate(txn, found, STORE_FORMAT, migrations, ARRAY_SIZE(migrations));
        if (!r)
                r = id_read(txn);
        return r ? r : meta_read_counters(txn);
}

int meta_read_counters(struct txn *txn)
{
        struct counters *n = &txn->counters;
        struct blob record;
        struct cursor c;
        struct key key;
        int r;

        key_name(&key, "counters");
        r = table_look(txn, TABLE_META, &key, &record);
        if (r)
                return r == STORE_E_NOT_FOUND ? STORE_E_CORRUPT : r;
        cursor_init(&c, record.data, record.size);
        cursor_get_u64(&c, &n->articles_end);
        cursor_get_u64(&c, &n->linked_end);
        cursor_get_u64(&c, &n->feed_start);
        cursor_get_u64(&c, &n->feed_end);
        cursor_get_u64(&c, &n->window_start);
        txn->counters_kept = *n;
        return cursor_end(&c) ? 0 : STORE_E_CORRUPT;
}

int meta_write_counters(struct txn *txn)
{
        const struct counters *n = &txn->counters;
        struct buffer *out;
        struct key key;

        if (memcmp(n, &txn->counters_kept, sizeof(*n)) == 0)
                return 0;
        key_name(&key, "counters");
        out = record_begin(txn);
        buffer_put_u64(out, n->articles_end);
        buffer_put_u64(out, n->linked_end);
        buffer_put_u64(out, n->feed_start);
        buffer_put_u64(out, n->feed_end);
        buffer_put_u64(out, n->window_start);
        return table_put(txn, TABLE_META, &key, PUT_ANY);
}
