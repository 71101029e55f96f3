/* check_logs - the three logs, and what belongs to their entries */
#include <string.h>

#include "base/digest.h"
#include "daemon/store/check.h"

static uint64_t key_head(const struct walk *walk)
{
        uint64_t number = 0;
        struct cursor c;

        cursor_init(&c, walk->key.mv_data, walk->key.mv_size);
        cursor_get_u64(&c, &number);
        return number;
}

static bool same(const struct blob *a, const struct blob *b)
{
        return a->size == b->size && (!a->size || memcmp(a->data, b->data, a->size) == 0);
}

/* The stored entry @number, valid until the next look. */
static bool entry_of(struct check *c, uint64_t number, struct article_entry *ret)
{
        struct blob record;
        struct key key;

        key_number(&key, number);
        return table_look(c->txn, TABLE_ARTICLES, &key, &record) == 0 &&
               article_decode_entry(&record, number, ret) == 0;
}

static uint8_t settled_kind_of(struct check *c, uint64_t number)
{
        struct blob record;
        struct settled s;
        struct key key;

        key_number(&key, number);
        if (table_look(c->txn, TABLE_SETTLED, &key, &record) != 0 ||
            settled_decode(&record, number, &s) != 0)
                return 0;
        return s.kind;
}

/* Numbers go up by one. Tells a gap once, and goes on behind it. */
static void check_next(struct check *c, enum table table, uint64_t number)
{
        if (number != c->expected)
                check_fault(c, table, number, "follows a gap: %llu was expected",
                            (unsigned long long)c->expected);
        c->expected = number + 1;
}

/* ------------------------------------------------------------ log 1 */

static void check_previous(struct check *c, const struct article_entry *e)
{
        unsigned char bit = (unsigned char)(1 << (e->previous & 7));
        struct article_entry before;

        if (e->previous >= e->number || !entry_of(c, e->previous, &before)) {
                check_fault(c, TABLE_ARTICLES, e->number, "its previous version is not there");
                return;
        }
        if (!same(&e->id, &before.id) || !same(&e->source, &before.source))
                check_fault(c, TABLE_ARTICLES, e->number,
                            "follows a version of another article");
        if (c->followed[e->previous / 8] & bit)
                check_fault(c, TABLE_ARTICLES, e->number,
                            "follows a version that has a follower");
        c->followed[e->previous / 8] |= bit;
}

static void check_original(struct check *c, const struct article_entry *e)
{
        struct article_entry original;

        if (e->original >= e->number || !entry_of(c, e->original, &original) ||
            original.kind != ENTRY_ARTICLE || !same(&e->id, &original.id))
                check_fault(c, TABLE_ARTICLES, e->number, "tries again what is no article");
}

void check_article(struct check *c, const struct walk *walk, const struct blob *record)
{
        uint64_t number = walk_number(walk);
        struct article_entry e;
        bool job, settled;

        check_next(c, TABLE_ARTICLES, number);
        if (number > c->txn->counters.articles_end) {
                check_fault(c, TABLE_ARTICLES, number, "is behind the end of log 1");
                return;
        }
        if (article_decode_entry(record, number, &e) != 0 || e.kind < ENTRY_ARTICLE ||
            e.kind > ENTRY_REQUEUE) {
                check_fault(c, TABLE_ARTICLES, number, "is malformed");
                return;
        }
        if (e.previous)
                check_previous(c, &e);
        else if (e.kind != ENTRY_ARTICLE)
                check_fault(c, TABLE_ARTICLES, number,
                            "refers to an article that is not there");
        if (e.kind == ENTRY_REQUEUE)
                check_original(c, &e);
        job = check_has(c, TABLE_JOBS, number);
        settled = check_has(c, TABLE_SETTLED, number);
        if (job && settled)
                check_fault(c, TABLE_ARTICLES, number, "is settled and has a job");
        if (!job && !settled)
                check_fault(c, TABLE_ARTICLES, number, "is not settled and has no job");
}

void check_latest(struct check *c)
{
        uint64_t end = c->txn->counters.articles_end;
        struct article_entry e;
        struct id_entry latest;
        int r;

        for (uint64_t n = 1; n <= end && !c->txn->error; n++) {
                struct blob record;
                struct key key;

                if (c->followed[n / 8] & 1 << (n & 7))
                        continue;
                key_number(&key, n);
                if (table_read(c->txn, TABLE_ARTICLES, &key, &record, &c->buffer) != 0 ||
                    article_decode_entry(&record, n, &e) != 0)
                        continue; /* told already */
                r = ids_find(c->txn, &e.id, &latest);
                if (r || latest.number != n)
                        check_fault(c, TABLE_ARTICLES, n, "its id does not lead to it");
        }
}

/* What an index says of an id: is there such an entry? */
static void check_index(struct check *c, enum table table, const struct blob *id,
                        const struct id_entry *entry)
{
        struct article_entry e;

        if (!entry_of(c, entry->number, &e) || !same(id, &e.id))
                check_fault(c, table, entry->number, "an id leads to what is not its article");
        else if (!same(&entry->source, &e.source) || entry->kind != e.kind ||
                 memcmp(entry->content, e.content, sizeof(e.content)) != 0)
                check_fault(c, table, entry->number, "the index differs from the article");
}

void check_id(struct check *c, const struct walk *walk, const struct blob *record)
{
        struct blob id = { walk->key.mv_data, walk->key.mv_size };
        struct id_entry entry;

        if (id_decode(record, &entry) != 0)
                check_fault(c, TABLE_IDS, 0, "is malformed");
        else
                check_index(c, TABLE_IDS, &id, &entry);
}

void check_recent(struct check *c, const struct walk *walk, const struct blob *record)
{
        struct id_entry entry;
        struct blob id;

        if (recent_decode(record, &id, &entry) != 0 || entry.number != key_head(walk) ||
            digest_64(id.data, id.size) != walk_number(walk))
                check_fault(c, TABLE_RECENT, key_head(walk), "is malformed");
        else
                check_index(c, TABLE_RECENT, &id, &entry);
}

/* ------------------------------------------------------------ log 2 */

void check_job(struct check *c, const struct walk *walk, const struct blob *record)
{
        if (record->size && record->size != 2 * sizeof(uint64_t))
                check_fault(c, TABLE_JOBS, walk_number(walk), "is malformed");
        if (!check_has(c, TABLE_ARTICLES, walk_number(walk)))
                check_fault(c, TABLE_JOBS, walk_number(walk), "a job for no article");
}

void check_settled(struct check *c, const struct walk *walk, const struct blob *record)
{
        uint64_t number = walk_number(walk);
        struct article_entry e;
        struct settled s;

        if (number <= c->txn->counters.linked_end)
                check_next(c, TABLE_SETTLED, number);
        if (settled_decode(record, number, &s) != 0 || s.kind < SETTLED_RESULT ||
            s.kind > SETTLED_FAILED) {
                check_fault(c, TABLE_SETTLED, number, "is malformed");
                return;
        }
        if (!entry_of(c, number, &e))
                check_fault(c, TABLE_SETTLED, number, "settles what is not there");
        else if ((e.kind == ENTRY_RETRACTION) != (s.kind == SETTLED_RETRACTION))
                check_fault(c, TABLE_SETTLED, number, "settles another kind of entry");
        if ((s.kind == SETTLED_RESULT) != check_has(c, TABLE_EXTRACTIONS, number))
                check_fault(c, TABLE_SETTLED, number,
                            "a result without extraction, or the reverse");
}

void check_extraction(struct check *c, const struct walk *walk, const struct blob *record)
{
        (void)record;
        if (!check_has(c, TABLE_SETTLED, walk_number(walk)))
                check_fault(c, TABLE_EXTRACTIONS, walk_number(walk), "settles nothing");
}

void check_current(struct check *c, const struct walk *walk, const struct blob *record)
{
        struct blob id = { walk->key.mv_data, walk->key.mv_size };
        struct article_entry e;
        struct cursor in;
        uint64_t number;

        cursor_init(&in, record->data, record->size);
        cursor_get_u64(&in, &number);
        if (!cursor_end(&in) || number > c->txn->counters.linked_end ||
            !entry_of(c, number, &e) || !same(&id, &e.id))
                check_fault(c, TABLE_CURRENT, number, "an id leads to what is not linked");
        else if (settled_kind_of(c, number) != SETTLED_RESULT)
                check_fault(c, TABLE_CURRENT, number, "a linked version has no result");
}

void check_dead(struct check *c, const struct walk *walk, const struct blob *record)
{
        struct dead_letter letter;
        uint64_t number = walk_number(walk);

        if (dead_decode(record, number, &letter) != 0)
                check_fault(c, TABLE_DEAD, number, "is malformed");
        else if (settled_kind_of(c, number) != SETTLED_FAILED)
                check_fault(c, TABLE_DEAD, number, "a dead letter of what has not failed");
}

/* ------------------------------------------------------------ log 3 */

void check_feed(struct check *c, const struct walk *walk, const struct blob *record)
{
        uint64_t number = walk_number(walk);

        (void)record;
        check_next(c, TABLE_FEED, number);
        if (number > c->txn->counters.feed_end)
                check_fault(c, TABLE_FEED, number, "is behind the end of log 3");
}

void check_cursor(struct check *c, const struct walk *walk, const struct blob *record)
{
        struct cursor in;
        uint64_t number;

        (void)walk;
        cursor_init(&in, record->data, record->size);
        cursor_get_u64(&in, &number);
        if (!cursor_end(&in) || number > c->txn->counters.feed_end)
                check_fault(c, TABLE_CURSORS, number, "is behind the end of log 3");
}
