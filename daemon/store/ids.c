/* ids - which version of an id is the latest
 *
 *     recent  number · u64 hash of the id -> blob id, and as in ids
 *     ids     id -> u64 number · u8 kind · 16 bytes content · blob source
 *
 * Ids come in no order. Were each put where it sorts, every article would write a page of its
 * own, and take twice the time. So they are appended to "recent", and when many have gathered,
 * a lap sorts them in (see lap.c). An id's latest version is its highest number in "recent",
 * and only if it has none there, what "ids" says.
 *
 * The records have all that tells a duplicate, so that a retry does not read the article.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "daemon/store/internal.h"

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

void id_write(struct buffer *out, const struct id_entry *e)
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
        if (!r) {
                pthread_mutex_lock(&txn->store->recent_lock);
                r = recent_add(&txn->store->recent, e->number, hash);
                pthread_mutex_unlock(&txn->store->recent_lock);
        }
        return r ? txn_fail(txn, r) : 0;
}

/* ------------------------------------------------------------ finding */

struct search {
        struct txn *txn;
        const struct blob *id;
        uint64_t hash;
        uint64_t number; /* the highest found so far */
};

/* What a damaged record said, from log 1. */
static int recent_restore(struct txn *txn, uint64_t number, struct blob *ret_id,
                          struct id_entry *ret)
{
        struct article_entry e;
        struct blob record;
        struct key key;
        int r;

        key_number(&key, number);
        r = table_look(txn, TABLE_ARTICLES, &key, &record);
        if (!r)
                r = article_decode_entry(&record, number, &e);
        if (r)
                return r == STORE_E_NOT_FOUND ? STORE_E_CORRUPT : r;
        *ret = (struct id_entry){ .number = number, .kind = e.kind, .source = e.source };
        memcpy(ret->content, e.content, sizeof(ret->content));
        *ret_id = e.id;
        return 0;
}

int recent_look(struct txn *txn, uint64_t number, uint64_t hash, struct blob *ret_id,
                struct id_entry *ret)
{
        struct blob record;
        struct key key;
        int r;

        key_pair(&key, number, hash);
        r = table_look(txn, TABLE_RECENT, &key, &record);
        if (!r)
                r = recent_decode(&record, ret_id, ret);
        return r == STORE_E_CORRUPT ? recent_restore(txn, number, ret_id, ret) : r;
}

/* STORE_E_NOT_FOUND: another id with that hash, or one that was taken off. */
static int search_at(struct search *s, uint64_t number, struct id_entry *ret)
{
        struct blob id;
        int r = recent_look(s->txn, number, s->hash, &id, ret);

        if (!r && (id.size != s->id->size || memcmp(id.data, s->id->data, id.size) != 0))
                r = STORE_E_NOT_FOUND;
        return r;
}

static int recent_try(void *context, uint64_t number)
{
        struct search *s = context;
        struct id_entry entry;
        int r = number > s->number ? search_at(s, number, &entry) : STORE_E_NOT_FOUND;

        if (!r)
                s->number = number;
        return r == STORE_E_NOT_FOUND ? 0 : r;
}

static uint64_t key_first(const struct walk *walk)
{
        uint64_t number = 0;
        struct cursor c;

        cursor_init(&c, walk->key.mv_data, walk->key.mv_size);
        cursor_get_u64(&c, &number);
        return number;
}

/* Looks through the table, from its end. */
static int recent_scan(struct search *s)
{
        struct walk walk;
        int r = walk_open(&walk, s->txn, TABLE_RECENT);

        if (r)
                return r;
        for (r = walk_last(&walk); !r && !s->number; r = walk_previous(&walk)) {
                if (walk_number(&walk) == s->hash)
                        r = recent_try(s, key_first(&walk));
                if (r)
                        break;
        }
        walk_close(&walk);
        return r == STORE_E_NOT_FOUND ? 0 : r;
}

enum { HITS_MAX = 16 };
struct hits {
        uint64_t numbers[HITS_MAX];
        size_t n;
};

static int hits_add(void *context, uint64_t number)
{
        struct hits *hits = context;

        if (hits->n == HITS_MAX)
                return -ENOBUFS;
        hits->numbers[hits->n++] = number;
        return 0;
}

/* What the writer's memory has for the hash; false where that begins behind @first. */
static bool hits_take(struct store *store, uint64_t hash, uint64_t first, struct hits *hits)
{
        bool whole;

        pthread_mutex_lock(&store->recent_lock);
        whole = store->recent.n && store->recent.items[0].number <= first &&
                recent_each(&store->recent, hash, hits_add, hits) == 0;
        pthread_mutex_unlock(&store->recent_lock);
        return whole;
}

/* A reader's snapshot is its own: a lap may have taken off since what its "recent" still has.
 */
static int recent_find_as_reader(struct search *s)
{
        struct hits hits = { 0 };
        struct walk walk;
        uint64_t first = 0;
        int r = walk_open(&walk, s->txn, TABLE_RECENT);

        if (r)
                return r;
        r = walk_seek(&walk, &(struct key){ .size = 1 });
        if (!r)
                first = key_first(&walk);
        walk_close(&walk);
        if (r)
                return r == STORE_E_NOT_FOUND ? 0 : r;
        if (!hits_take(s->txn->store, s->hash, first, &hits))
                return recent_scan(s);
        /* What was put after the snapshot is not found in its table. */
        for (size_t i = 0; !r && i < hits.n; i++)
                r = recent_try(s, hits.numbers[i]);
        return r;
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
                r = recent_find_as_reader(&s);
        if (r || s.number)
                return r ? r : search_at(&s, s.number, ret);
        (void)key_text(&key, id->data, id->size);
        r = table_look(txn, TABLE_IDS, &key, &record);
        return r ? r : id_decode(&record, ret);
}

/* ------------------------------------------------------------ memory */

void ids_undo(struct txn *txn)
{
        struct store *store = txn->store;

        pthread_mutex_lock(&store->recent_lock);
        recent_cut(&store->recent, txn->counters.articles_end);
        pthread_mutex_unlock(&store->recent_lock);
        lap_undo(store);
}

int ids_load(struct txn *txn)
{
        struct walk walk;
        int r = walk_open(&walk, txn, TABLE_RECENT);

        if (r)
                return r;
        for (r = walk_seek(&walk, &(struct key){ .size = 1 }); !r; r = walk_next(&walk)) {
                r = recent_add(&txn->store->recent, key_first(&walk), walk_number(&walk));
                if (r)
                        break;
        }
        walk_close(&walk);
        return r == STORE_E_NOT_FOUND ? 0 : r;
}

void ids_close(struct store *store)
{
        recent_clear(&store->recent);
        lap_end(store);
}
