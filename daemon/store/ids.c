/* ids - which version of an id is the latest
 *
 *     recent  number · u64 hash of the id -> blob id, and as in ids
 *     ids     id -> u64 number · u8 kind · 16 bytes content · blob source
 *
 * Ids come in no order. Were each put where it sorts, every article would write a page of its
 * own, and take twice the time. So they are appended to "recent", and when many have gathered,
 * a lap sorts them in: some with each commit, in the order of ids, so that neighbours share a
 * page. When all are in "ids", the lap takes them off "recent". An id's latest version is its
 * highest number in "recent", and only if it has none there, what "ids" says.
 *
 * The records have all that tells a duplicate, so that a retry does not read the article.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "daemon/store/internal.h"

enum {
        LAP_FROM = 32768, /* ids; in memory some 60 bytes each, and a lap another 60 */
        LAP_PACE = 2,     /* sorted in for each article that is put: ends before the next */
        LAP_LEAST = 64,
};

struct lap_item {
        uint64_t number, hash;
        size_t at, size; /* of the id in lap->ids */
};

struct lap {
        struct lap_item *items; /* in the order of ids, then numbers */
        struct buffer ids;
        size_t n, sorted, dropped; /* how far it has come, by committed transactions */
        size_t now_sorted, now_dropped;
};

/* ------------------------------------------------------------ records */

static int id_get(struct cursor *c, struct id_entry *ret)
{
        struct blob content;

        cursor_get_u64(c, &ret->number);
        cursor_get_u8(c, &ret->kind);
        cursor_get_blob(c, &content, sizeof(ret->content));
        cursor_get_blob(c, &ret->source, SOURCE_BYTES_MAX);
        if (!cursor_end(c) || content.size != sizeof(ret->content))
                return STORE_E_CORRUPT;
        memcpy(ret->content, content.data, sizeof(ret->content));
        return 0;
}

int id_decode(const struct blob *record, struct id_entry *ret)
{
        struct cursor c;

        cursor_init(&c, record->data, record->size);
        return id_get(&c, ret);
}

int recent_decode(const struct blob *record, struct blob *ret_id, struct id_entry *ret)
{
        struct cursor c;

        cursor_init(&c, record->data, record->size);
        cursor_get_blob(&c, ret_id, ID_BYTES_MAX);
        return id_get(&c, ret);
}

static void id_write(struct buffer *out, const struct id_entry *e)
{
        buffer_put_u64(out, e->number);
        buffer_put_u8(out, e->kind);
        buffer_put_blob(out, e->content, sizeof(e->content));
        record_put_blob(out, &e->source);
}

int ids_put(struct txn *txn, const struct article_entry *e)
{
        struct id_entry entry = { .number = e->number, .kind = e->kind, .source = e->source };
        uint64_t hash = digest_64(e->id.data, e->id.size);
        struct buffer *out = record_begin(txn);
        struct key key;
        int r;

        memcpy(entry.content, e->content, sizeof(entry.content));
        key_pair(&key, e->number, hash);
        record_put_blob(out, &e->id);
        id_write(out, &entry);
        r = table_put(txn, TABLE_RECENT, &key, PUT_APPEND);
        if (!r)
                r = recent_add(&txn->store->recent, e->number, hash);
        return r ? txn_fail(txn, r) : 0;
}

/* ------------------------------------------------------------ finding */

struct search {
        struct txn *txn;
        const struct blob *id;
        uint64_t hash;
        uint64_t number; /* the highest found so far */
};

/* STORE_E_NOT_FOUND: another id with that hash, or one that was taken off. */
static int recent_look(struct search *s, uint64_t number, struct id_entry *ret)
{
        struct blob record, id;
        struct key key;
        int r;

        key_pair(&key, number, s->hash);
        r = table_look(s->txn, TABLE_RECENT, &key, &record);
        if (!r)
                r = recent_decode(&record, &id, ret);
        if (!r && (id.size != s->id->size || memcmp(id.data, s->id->data, id.size) != 0))
                r = STORE_E_NOT_FOUND;
        return r;
}

static int recent_try(void *context, uint64_t number)
{
        struct search *s = context;
        struct id_entry entry;
        int r = number > s->number ? recent_look(s, number, &entry) : STORE_E_NOT_FOUND;

        if (!r)
                s->number = number;
        return r == STORE_E_NOT_FOUND ? 0 : r;
}

/* A reader's snapshot is its own: it looks through the table, from the end. */
static int recent_scan(struct search *s)
{
        struct walk walk;
        struct cursor c;
        uint64_t number;
        int r = walk_open(&walk, s->txn, TABLE_RECENT);

        if (r)
                return r;
        for (r = walk_last(&walk); !r && !s->number; r = walk_previous(&walk)) {
                if (walk_number(&walk) != s->hash)
                        continue;
                cursor_init(&c, walk.key.mv_data, walk.key.mv_size);
                cursor_get_u64(&c, &number);
                r = recent_try(s, number);
                if (r)
                        break;
        }
        walk_close(&walk);
        return r == STORE_E_NOT_FOUND ? 0 : r;
}

int ids_find(struct txn *txn, const struct blob *id, struct id_entry *ret)
{
        struct search s = { .txn = txn, .id = id, .hash = digest_64(id->data, id->size) };
        struct store *store = txn->store;
        struct blob record;
        struct key key;
        int r;

        if (txn->writing || store->room.limits.read_only)
                r = recent_each(&store->recent, s.hash, recent_try, &s);
        else
                r = recent_scan(&s);
        if (r || s.number)
                return r ? r : recent_look(&s, s.number, ret);
        (void)key_text(&key, id->data, id->size);
        r = table_look(txn, TABLE_IDS, &key, &record);
        return r ? r : id_decode(&record, ret);
}

/* ------------------------------------------------------------ a lap */

static void lap_free(struct lap *lap)
{
        if (!lap)
                return;
        buffer_clear(&lap->ids);
        free(lap->items);
        free(lap);
}
DEFINE_CLEANUP(struct lap *, lap_free);

static int by_id(const void *a, const void *b, void *context)
{
        const struct lap_item *x = a, *y = b;
        const struct buffer *ids = context;
        size_t least = x->size < y->size ? x->size : y->size;
        int order = memcmp(ids->data + x->at, ids->data + y->at, least);

        if (order || x->size != y->size)
                return order ? order : x->size < y->size ? -1 : 1;
        return x->number < y->number ? -1 : x->number > y->number;
}

static int lap_collect(struct txn *txn, struct lap *lap)
{
        const struct recent *recent = &txn->store->recent;
        struct id_entry entry;
        struct blob record, id;
        struct key key;
        int r = 0;

        for (size_t i = 0; !r && i < lap->n; i++) {
                struct lap_item *item = &lap->items[i];

                item->number = recent->items[i].number;
                item->hash = recent->items[i].hash;
                key_pair(&key, item->number, item->hash);
                r = table_look(txn, TABLE_RECENT, &key, &record);
                if (!r)
                        r = recent_decode(&record, &id, &entry);
                if (r)
                        return r == STORE_E_NOT_FOUND ? STORE_E_CORRUPT : r;
                item->at = lap->ids.size;
                item->size = id.size;
                buffer_put(&lap->ids, id.data, id.size);
                r = buffer_error(&lap->ids);
        }
        return r;
}

static int lap_begin(struct txn *txn)
{
        _cleanup_(lap_freep) struct lap *lap = calloc(1, sizeof(*lap));
        int r;

        if (!lap)
                return -ENOMEM;
        lap->n = txn->store->recent.n;
        lap->items = calloc(lap->n, sizeof(*lap->items));
        if (!lap->items)
                return -ENOMEM;
        r = lap_collect(txn, lap);
        if (r)
                return r;
        qsort_r(lap->items, lap->n, sizeof(*lap->items), by_id, &lap->ids);
        txn->store->lap = TAKE_PTR(lap);
        return 0;
}

static int lap_sort_in(struct txn *txn, const struct lap_item *item)
{
        struct id_entry entry;
        struct blob record, id;
        struct key key;
        int r;

        key_pair(&key, item->number, item->hash);
        r = table_look(txn, TABLE_RECENT, &key, &record);
        if (!r)
                r = recent_decode(&record, &id, &entry);
        if (r)
                return r == STORE_E_NOT_FOUND ? STORE_E_CORRUPT : r;
        (void)key_text(&key, id.data, id.size);
        id_write(record_begin(txn), &entry);
        return table_put(txn, TABLE_IDS, &key, PUT_ANY);
}

static int lap_go_on(struct txn *txn, struct lap *lap, size_t steps)
{
        const struct recent *recent = &txn->store->recent;
        struct key key;
        int r = 0;

        lap->now_sorted = lap->sorted;
        lap->now_dropped = lap->dropped;
        for (; !r && steps && lap->now_sorted < lap->n; steps--)
                r = lap_sort_in(txn, &lap->items[lap->now_sorted++]);
        for (; !r && steps && lap->now_dropped < lap->n; steps--) {
                const struct recent_item *item = &recent->items[lap->now_dropped++];

                key_pair(&key, item->number, item->hash);
                r = table_delete(txn, TABLE_RECENT, &key);
        }
        return r;
}

int ids_before_commit(struct txn *txn)
{
        struct store *store = txn->store;
        uint64_t added = txn->counters.articles_end - txn->counters_kept.articles_end;
        int r = 0;

        if (!added)
                return 0;
        if (!store->lap && store->recent.n >= LAP_FROM)
                r = lap_begin(txn);
        if (!r && store->lap)
                r = lap_go_on(txn, store->lap, LAP_PACE * (size_t)added + LAP_LEAST);
        return r ? txn_fail(txn, r) : 0;
}

void ids_after_commit(struct txn *txn)
{
        struct store *store = txn->store;
        struct lap *lap = store->lap;

        if (!lap)
                return;
        lap->sorted = lap->now_sorted;
        lap->dropped = lap->now_dropped;
        if (lap->dropped < lap->n)
                return;
        recent_drop(&store->recent, lap->n);
        lap_free(lap);
        store->lap = NULL;
}

void ids_undo(struct txn *txn)
{
        struct store *store = txn->store;

        recent_cut(&store->recent, txn->counters.articles_end);
        /* A lap that began in this very commit may have taken up what is undone. */
        if (store->lap && !store->lap->sorted) {
                lap_free(store->lap);
                store->lap = NULL;
        }
}

/* ------------------------------------------------------------ open and close */

int ids_load(struct txn *txn)
{
        uint64_t number;
        struct cursor c;
        struct walk walk;
        int r = walk_open(&walk, txn, TABLE_RECENT);

        if (r)
                return r;
        for (r = walk_seek(&walk, &(struct key){ .size = 1 }); !r; r = walk_next(&walk)) {
                cursor_init(&c, walk.key.mv_data, walk.key.mv_size);
                cursor_get_u64(&c, &number);
                r = recent_add(&txn->store->recent, number, walk_number(&walk));
                if (r)
                        break;
        }
        walk_close(&walk);
        return r == STORE_E_NOT_FOUND ? 0 : r;
}

void ids_close(struct store *store)
{
        recent_clear(&store->recent);
        lap_free(store->lap);
        store->lap = NULL;
}
