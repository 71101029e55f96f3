/* check_events - events, their members, ledgers and versions */
#include "daemon/store/check.h"
#include "proto/frame.h"

/* In a ledger, what the first numbers of a key say. */
struct row_place {
        uint64_t event, version;
        uint32_t generation;
};

static bool event_of(struct check *c, uint64_t event, struct event_record *ret)
{
        return txn_get_event(c->txn, event, ret) == 0;
}

/* ------------------------------------------------------------ events */

static uint64_t count_members(struct check *c, uint64_t event)
{
        struct key prefix;
        struct walk walk;
        uint64_t n = 0;
        int r = walk_open(&walk, c->txn, TABLE_MEMBERS);

        key_number(&prefix, event);
        for (r = r ? r : walk_seek(&walk, &prefix); !r && walk_in(&walk, &prefix);
             r = walk_next(&walk))
                n++;
        walk_close(&walk);
        return n;
}

static void check_state(struct check *c, const struct event_record *e)
{
        struct event_record other;

        if (e->state < EVENT_LIVE || e->state > EVENT_RETRACTED)
                check_fault(c, TABLE_EVENTS, e->event, "has no state");
        if ((e->state == EVENT_MERGED) != (e->into != 0))
                check_fault(c, TABLE_EVENTS, e->event,
                            "is merged into nothing, or the reverse");
        if (e->into && (e->into == e->event || !event_of(c, e->into, &other)))
                check_fault(c, TABLE_EVENTS, e->event, "is merged into what is not there");
        if (e->follows && !event_of(c, e->follows, &other))
                check_fault(c, TABLE_EVENTS, e->event, "follows what is not there");
        if (e->state != EVENT_LIVE && e->n_members)
                check_fault(c, TABLE_EVENTS, e->event, "has ceased and has members");
}

void check_event(struct check *c, const struct walk *walk, const struct blob *record)
{
        struct event_record e;
        uint64_t event = walk_number(walk), n;
        struct key key;

        if (event_decode(record, event, &e) != 0) {
                check_fault(c, TABLE_EVENTS, event, "is malformed");
                return;
        }
        check_state(c, &e);
        if (event > c->txn->counters.linked_end)
                check_fault(c, TABLE_EVENTS, event, "its founder is not linked");
        n = count_members(c, event);
        if (n != e.n_members)
                check_fault(c, TABLE_EVENTS, event, "has %llu members, and says %llu",
                            (unsigned long long)n, (unsigned long long)e.n_members);
        if (e.oldest > e.generation || e.generation > e.folding)
                check_fault(c, TABLE_EVENTS, event, "shows a ledger that is not there");
        key_pair(&key, event, e.version);
        if (e.version && table_has(c->txn, TABLE_VERSIONS, &key) != 0)
                check_fault(c, TABLE_EVENTS, event, "its last version is not there");
}

/* ------------------------------------------------------------ members */

void check_member(struct check *c, const struct walk *walk, const struct blob *record)
{
        struct event_record e;
        uint64_t event = 0, article, back = 0;
        struct cursor in;

        (void)record;
        cursor_init(&in, walk->key.mv_data, walk->key.mv_size);
        cursor_get_u64(&in, &event);
        cursor_get_u64(&in, &article);
        if (!event_of(c, event, &e))
                check_fault(c, TABLE_MEMBERS, event, "has members, and is not there");
        if (article > c->txn->counters.linked_end)
                check_fault(c, TABLE_MEMBERS, event, "a member that is not linked");
        if (txn_get_member(c->txn, article, &back) != 0 || back != event)
                check_fault(c, TABLE_MEMBERS, event, "its member %llu is in another event",
                            (unsigned long long)article);
}

void check_membership(struct check *c, const struct walk *walk, const struct blob *record)
{
        uint64_t event = 0;
        struct cursor in;
        struct key key;

        cursor_init(&in, record->data, record->size);
        cursor_get_u64(&in, &event);
        key_pair(&key, event, walk_number(walk));
        if (!cursor_end(&in) || table_has(c->txn, TABLE_MEMBERS, &key) != 0)
                check_fault(c, TABLE_MEMBERSHIPS, walk_number(walk),
                            "is in an event that does not list it");
}

void check_dirty(struct check *c, const struct walk *walk, const struct blob *record)
{
        (void)record;
        if (!check_has(c, TABLE_EVENTS, walk_number(walk)))
                check_fault(c, TABLE_DIRTY, walk_number(walk), "a mark of no event");
}

/* ------------------------------------------------------------ ledgers */

static bool row_place(const struct walk *walk, struct row_place *ret)
{
        unsigned char name[ROW_KEY_MAX];
        struct cursor in;
        size_t size;

        cursor_init(&in, walk->key.mv_data, walk->key.mv_size);
        cursor_get_u64(&in, &ret->event);
        cursor_get_u32(&in, &ret->generation);
        if (!key_take_bytes(&in, name, &size))
                return false;
        cursor_get_u64(&in, &ret->version);
        ret->version = ~ret->version;
        return cursor_end(&in);
}

void check_row(struct check *c, const struct walk *walk, const struct blob *record)
{
        struct row_place at;
        struct event_record e;

        (void)record;
        if (!row_place(walk, &at))
                check_fault(c, TABLE_ROWS, 0, "a malformed key");
        else if (!event_of(c, at.event, &e))
                check_fault(c, TABLE_ROWS, at.event, "a row of no event");
        else if (at.generation > e.folding)
                check_fault(c, TABLE_ROWS, at.event, "a row of a ledger that is not there");
        else if (at.version > c->txn->counters.linked_end)
                check_fault(c, TABLE_ROWS, at.event, "a row of a version yet to come");
}

/* ------------------------------------------------------------ versions */

void check_version(struct check *c, const struct walk *walk, const struct blob *record)
{
        struct version_record v = { .version = walk_number(walk) };
        struct event_record e;
        struct cursor in;
        bool first;

        cursor_init(&in, walk->key.mv_data, walk->key.mv_size);
        cursor_get_u64(&in, &v.event);
        first = v.event != c->event;
        if (version_decode(record, &v) != 0)
                check_fault(c, TABLE_VERSIONS, v.event, "is malformed");
        else if (!event_of(c, v.event, &e))
                check_fault(c, TABLE_VERSIONS, v.event, "a version of no event");
        else if (v.generation > e.generation || v.version > e.version)
                check_fault(c, TABLE_VERSIONS, v.event, "version %llu was not published",
                            (unsigned long long)v.version);
        else if (v.version > c->txn->counters.linked_end)
                check_fault(c, TABLE_VERSIONS, v.event, "a version yet to come");
        /* Before the first that is kept, others may have been dropped. */
        else if (first ? v.previous >= v.version : v.previous != c->version)
                check_fault(c, TABLE_VERSIONS, v.event, "version %llu follows another",
                            (unsigned long long)v.version);
        c->event = v.event;
        c->version = v.version;
}
