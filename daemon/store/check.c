/* check - walks a whole store, and holds the tables against each other
 *
 * Every record is read, which checks its frame; then the table's own look checks what it says.
 * docs/storage.md lists the invariants. A damaged branch page can lead LMDB anywhere, so that
 * who calls this on a store that may be damaged does so in a process of its own.
 */
#include "daemon/store/check.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static const struct {
        size_t key_size; /* 0: any */
        check_look *look;
} looks[N_TABLES] = {
        [TABLE_META] = { 0, NULL }, /* opening the store has read it */
        [TABLE_ARTICLES] = { 8, check_article },
        [TABLE_IDS] = { 0, check_id },
        [TABLE_JOBS] = { 8, check_job },
        [TABLE_SETTLED] = { 8, check_settled },
        [TABLE_EXTRACTIONS] = { 8, check_extraction },
        [TABLE_CURRENT] = { 0, check_current },
        [TABLE_EVENTS] = { 8, check_event },
        [TABLE_MEMBERS] = { 16, check_member },
        [TABLE_MEMBERSHIPS] = { 8, check_membership },
        [TABLE_DIRTY] = { 8, check_dirty },
        [TABLE_ROWS] = { 0, check_row },
        [TABLE_VERSIONS] = { 16, check_version },
        [TABLE_FEED] = { 8, check_feed },
        [TABLE_CURSORS] = { 0, check_cursor },
        [TABLE_DEAD] = { 8, check_dead },
        [TABLE_RECENT] = { 16, check_recent },
};

static void tell(struct check *c, const char *where, const char *what)
{
        char text[512];

        snprintf(text, sizeof(text), "%s: %s", where, what);
        c->n_faults++;
        if (c->tell)
                c->tell(c->context, text);
}

void check_fault(struct check *c, enum table table, uint64_t number, const char *format, ...)
{
        char where[64], what[256];
        va_list args;

        va_start(args, format);
        vsnprintf(what, sizeof(what), format, args);
        va_end(args);
        snprintf(where, sizeof(where), "%s %llu", table_names[table],
                 (unsigned long long)number);
        tell(c, where, what);
}

bool check_has(struct check *c, enum table table, uint64_t number)
{
        struct key key;

        key_number(&key, number);
        return table_has(c->txn, table, &key) == 0;
}

/* ------------------------------------------------------------ walking */

/* The first number of the key, or, for a text, 0. */
static uint64_t number_of(const struct walk *walk, enum table table)
{
        uint64_t number = 0;
        struct cursor c;

        if (!looks[table].key_size && table != TABLE_ROWS)
                return 0;
        cursor_init(&c, walk->key.mv_data, walk->key.mv_size);
        cursor_get_u64(&c, &number);
        return number;
}

static void look_at(struct check *c, struct walk *walk, enum table table)
{
        uint64_t number = number_of(walk, table);
        struct blob record;
        int r;

        if (looks[table].key_size && walk->key.mv_size != looks[table].key_size) {
                check_fault(c, table, number, "a key of %zu bytes", walk->key.mv_size);
                return;
        }
        r = walk_read(walk, &record, &c->buffer);
        if (r == STORE_E_CORRUPT)
                check_fault(c, table, number, "the checksum does not hold");
        else if (r)
                check_fault(c, table, number, "cannot be read (%d)", r);
        else if (looks[table].look)
                looks[table].look(c, walk, &record);
}

static void look_through(struct check *c, enum table table)
{
        uint64_t n = 0, wanted = table_count(c->txn, table);
        struct walk walk;
        int r = walk_open(&walk, c->txn, table);

        c->expected = table == TABLE_FEED ? c->txn->counters.feed_start : 1;
        c->event = c->version = 0;
        /* Damaged branch pages may lead in circles. */
        for (r = r ? r : walk_seek(&walk, &(struct key){ .size = 1 }); !r && n++ < wanted;
             r = walk_next(&walk))
                look_at(c, &walk, table);
        walk_close(&walk);
        if (r && r != STORE_E_NOT_FOUND)
                tell(c, table_names[table], "a page is damaged");
        else if (!r || n != wanted)
                tell(c, table_names[table], "has not as many records as it says");
        if (table == TABLE_SETTLED && c->expected <= c->txn->counters.linked_end)
                tell(c, table_names[table], "log 2 ends before its last number");
}

static void check_counters(struct check *c)
{
        const struct counters *n = &c->txn->counters;

        if (table_count(c->txn, TABLE_ARTICLES) != n->articles_end)
                tell(c, "articles", "log 1 has not as many entries as its last number says");
        if (n->linked_end > n->articles_end)
                tell(c, "meta", "log 2 is longer than log 1");
        if (n->window_start > n->linked_end + 1)
                tell(c, "meta", "the linker's window starts behind log 2");
        if (table_count(c->txn, TABLE_FEED) + n->feed_start != n->feed_end + 1)
                tell(c, "feed", "log 3 has not as many entries as its ends say");
}

static int check_all(struct check *c)
{
        c->followed = calloc(c->txn->counters.articles_end / 8 + 1, 1);
        if (!c->followed)
                return -ENOMEM;
        check_counters(c);
        for (unsigned t = 0; t < N_TABLES && !c->txn->error; t++)
                look_through(c, t);
        check_latest(c);
        if (c->txn->error)
                tell(c, "store", "the check could not go on to its end");
        return c->n_faults;
}

/* ------------------------------------------------------------ opening */

static int not_opened(struct check *c, int r)
{
        switch (r) {
        case STORE_E_LOCKED: return -EBUSY;
        case STORE_E_NEWER_FORMAT: tell(c, "meta", "made by a later Parallax"); return 1;
        case STORE_E_CORRUPT: tell(c, "meta", "is damaged, or this is no store"); return 1;
        default: return r < 0 ? r : -ENOTRECOVERABLE;
        }
}

int store_check(const char *dir, void (*told)(void *context, const char *fault), void *context)
{
        struct store_limits limits = { .read_only = true };
        _cleanup_(store_closep) struct store *store = NULL;
        struct check c = { .tell = told, .context = context };
        int r = store_open(&store, dir, &limits);

        if (!r)
                r = txn_begin_read(store, &c.txn);
        if (r)
                return not_opened(&c, r);
        r = check_all(&c);
        txn_abort(c.txn);
        buffer_clear(&c.buffer);
        free(c.followed);
        return r;
}
