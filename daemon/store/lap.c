/* lap - sorts the ids in "recent" into "ids", and takes them off
 *
 * Some with each commit that puts articles, in the order of ids, so that neighbours share a
 * page; when all are in "ids", some with each commit go from "recent". How far the lap has come
 * is known by what was committed; a lap that a stop interrupts begins again at the next start:
 * what was sorted in already is sorted in once more.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

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

static void lap_free(struct lap *lap)
{
        if (!lap)
                return;
        buffer_clear(&lap->ids);
        free(lap->items);
        free(lap);
}
DEFINE_CLEANUP(struct lap *, lap_free);

void lap_end(struct store *store)
{
        lap_free(store->lap);
        store->lap = NULL;
}

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

/* An item whose record is lost here and in log 1 keeps no id, and is not sorted in. */
static int lap_collect(struct txn *txn, struct lap *lap)
{
        const struct recent *recent = &txn->store->recent;
        struct id_entry entry;
        int r = 0;

        for (size_t i = 0; !r && i < lap->n; i++) {
                struct lap_item *item = &lap->items[i];
                struct blob id = { 0 };

                item->number = recent->items[i].number;
                item->hash = recent->items[i].hash;
                r = recent_look(txn, item->number, item->hash, &id, &entry);
                if (r == STORE_E_NOT_FOUND)
                        return STORE_E_CORRUPT;
                if (r && r != STORE_E_CORRUPT)
                        return r;
                item->at = lap->ids.size;
                item->size = r ? 0 : id.size;
                buffer_put(&lap->ids, id.data, item->size);
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
        struct blob id;
        struct key key;
        int r;

        if (!item->size)
                return 0;
        r = recent_look(txn, item->number, item->hash, &id, &entry);
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

int lap_before_commit(struct txn *txn)
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

void lap_after_commit(struct txn *txn)
{
        struct store *store = txn->store;
        struct lap *lap = store->lap;

        if (!lap)
                return;
        lap->sorted = lap->now_sorted;
        lap->dropped = lap->now_dropped;
        if (lap->dropped < lap->n)
                return;
        pthread_mutex_lock(&store->recent_lock);
        recent_drop(&store->recent, lap->n);
        pthread_mutex_unlock(&store->recent_lock);
        lap_end(store);
}

void lap_undo(struct store *store)
{
        /* One that began in this very commit may have taken up what is undone. */
        if (store->lap && !store->lap->sorted)
                lap_end(store);
}
