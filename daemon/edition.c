/* edition - see edition.h */
#include "daemon/edition.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/macros.h"
#include "daemon/announce.h"
#include "daemon/findings.h"
#include "daemon/shown.h"

enum { SWEEP_GENERATIONS = 64 }; /* looked at in one transaction; most are empty */

/* One edition in the making. */
struct edition {
        struct txn *txn;
        const struct fold_outcome *outcome;
        struct event_record event;
        uint64_t version; /* that is published, if one is */
        bool refold, complete;
        struct findings before, after;
        struct shown_list added, removed;
};

static void edition_clear(struct edition *e)
{
        findings_clear(&e->before);
        findings_clear(&e->after);
        shown_list_clear(&e->added);
        shown_list_clear(&e->removed);
}

static uint64_t last_account(const struct fold_outcome *outcome)
{
        return outcome->accounts[outcome->n_accounts - 1];
}

static int has_members_behind(struct txn *txn, uint64_t event, uint64_t last, bool *ret)
{
        uint64_t next;
        size_t n = 0;
        int r = txn_list_members(txn, event, last + 1, &next, 1, &n);

        if (!r)
                *ret = n > 0;
        return r;
}

uint64_t edition_version(struct txn *txn, const struct event_record *event, uint64_t last)
{
        bool more = true;

        (void)has_members_behind(txn, event->event, last, &more);
        return more ? last : event->touched;
}

/* ------------------------------------------------------------ rows */

/* While an event grows, the findings of a changed row as it was are read just before it is
 * written over. */
static int note_old_row(struct edition *e, const struct blob *key)
{
        _cleanup_(buffer_clear) struct buffer buffer = { .limit = 0 };
        struct blob old;
        int r = txn_get_row(e->txn, e->event.event, e->event.folding, UINT64_MAX, key, &old,
                            &buffer);

        if (r)
                return r == STORE_E_NOT_FOUND ? 0 : r;
        return findings_add(&e->before, &old);
}

static int put_row(struct edition *e, const struct row_blob *row)
{
        int r = 0;

        if (!e->refold)
                r = note_old_row(e, &row->key);
        if (!r && !e->refold && row->value.size)
                r = findings_add(&e->after, &row->value);
        if (r)
                return r;
        /* Nobody reads the steps of a refold: they overwrite each other. */
        return txn_put_row(e->txn, e->event.event, e->event.folding, e->refold ? 0 : e->version,
                           &row->key, &row->value);
}

static int put_rows(struct edition *e)
{
        const struct fold_result *result = e->outcome->result;
        int r = 0;

        for (uint32_t i = 0; i < result->n_rows && !r; i++)
                r = put_row(e, &result->rows[i]);
        return r;
}

static int add_findings(void *context, const struct blob *key, const struct blob *value)
{
        (void)key;
        return findings_add(context, value);
}

/* The whole of the ledger that is shown, if one is, and of the one that takes its place. */
static int compare_generations(struct edition *e, bool known)
{
        int r = 0;

        if (known)
                r = txn_each_row(e->txn, e->event.event, e->event.generation, UINT64_MAX,
                                 add_findings, &e->before);
        if (!r)
                r = txn_each_row(e->txn, e->event.event, e->event.folding, UINT64_MAX,
                                 add_findings, &e->after);
        return r;
}

/* ------------------------------------------------------------ publishing */

static int show_accounts(struct edition *e)
{
        const struct fold_outcome *outcome = e->outcome;
        int r = 0;

        if (e->refold)
                return shown_replace(e->txn, e->event.event, &e->added, &e->removed);
        for (size_t i = 0; i < outcome->n_accounts && !r; i++) {
                r = shown_add(e->txn, e->event.event, outcome->accounts[i], &outcome->ids[i]);
                if (!r)
                        r = shown_list_add(&e->added, &outcome->ids[i]);
        }
        return r;
}

static int tell(struct edition *e, const char *store_id, bool known,
                const struct findings_change *change)
{
        const struct blob *summary = &e->outcome->result->summary;
        struct feed_item item = {
                .event = e->event.event,
                .type = known ? FEED_UPDATED : FEED_CREATED,
                .version = e->version,
                .previous_version = known ? e->event.told : 0,
                .summary = summary->data,
                .summary_size = summary->size,
                .added = change->added,
                .n_added = change->n_added,
                .changed = change->changed,
                .n_changed = change->n_changed,
                .removed = change->removed,
                .n_removed = change->n_removed,
        };

        return announce(e->txn, store_id, &item, &e->added, &e->removed);
}

/* Articles that are analysed again may come to what was told before: that is a version, and no
 * news. */
static int is_news(struct edition *e, bool known, const struct findings_change *change,
                   bool *ret)
{
        _cleanup_(buffer_clear) struct buffer buffer = { .limit = 0 };
        const struct blob *now = &e->outcome->result->summary;
        struct version_record last;
        struct settled newest;
        int r;

        *ret = true;
        if (!known || !e->refold || change->n_added || change->n_changed || change->n_removed ||
            e->added.n || e->removed.n)
                return 0;
        r = txn_get_settled_head(e->txn, e->version, &newest, &buffer);
        if (r || !newest.together)
                return r;
        r = txn_get_version(e->txn, e->event.event, e->event.told, &last, &buffer);
        if (!r)
                *ret = last.summary.size != now->size ||
                       memcmp(last.summary.data, now->data, now->size) != 0;
        return r == STORE_E_NOT_FOUND ? 0 : r;
}

static int put_version(struct edition *e)
{
        const struct version_record version = {
                .event = e->event.event,
                .version = e->version,
                .previous = e->event.version,
                .generation = e->event.folding,
                .summary = e->outcome->result->summary,
        };
        int r = txn_put_version(e->txn, &version);

        if (r)
                return r;
        e->event.version = e->version;
        e->event.generation = e->event.folding;
        return txn_put_event(e->txn, &e->event);
}

static int publish(struct edition *e, const char *store_id)
{
        struct findings_change change = { 0 };
        bool known, news = true;
        int r;

        /* An event that ceased and came back is new to who follows the feed. */
        r = shown_any(e->txn, e->event.event, &known);
        if (!r && e->refold)
                r = compare_generations(e, known);
        if (!r)
                r = findings_compare(&e->before, &e->after, &change);
        if (!r)
                r = show_accounts(e);
        if (!r)
                r = is_news(e, known, &change, &news);
        if (!r && news)
                r = tell(e, store_id, known, &change);
        if (!r && news)
                e->event.told = e->version;
        if (!r)
                r = put_version(e);
        findings_change_clear(&change);
        return r;
}

/* Marked as dirty, but all members are in and shown: a mark that was left behind. */
static int clean(struct edition *e)
{
        bool more;
        int r = has_members_behind(e->txn, e->event.event, e->event.folded, &more);

        if (r || more || e->event.folding != e->event.generation)
                return r;
        return txn_set_dirty(e->txn, e->event.event, false);
}

static bool is_stale(const struct fold_outcome *outcome, const struct event_record *event)
{
        return event->state != EVENT_LIVE || event->folding != outcome->folding ||
               event->folded != outcome->base;
}

static int apply(struct edition *e, const char *store_id, struct edition_state *state)
{
        int r = put_rows(e);

        if (r)
                return r;
        e->event.folded = last_account(e->outcome);
        if (e->refold && !e->complete)
                return txn_put_event(e->txn, &e->event);
        r = publish(e, store_id);
        if (!r && e->complete)
                r = txn_set_dirty(e->txn, e->event.event, false);
        state->published = !r;
        return r;
}

int edition_apply(struct txn *txn, const char *store_id, const struct fold_outcome *outcome,
                  struct edition_state *ret)
{
        struct edition e = { .txn = txn, .outcome = outcome };
        struct edition_state state = { .stale = false };
        bool more = false;
        int r = txn_get_event(txn, outcome->event, &e.event);

        if (!r && is_stale(outcome, &e.event)) {
                ret->stale = true;
                return 0;
        }
        if (!r && outcome->n_accounts == 0)
                return clean(&e);
        if (!r)
                r = has_members_behind(txn, outcome->event, last_account(outcome), &more);
        if (r)
                return r;
        e.complete = !more;
        e.refold = e.event.folding != e.event.generation;
        e.version = more ? last_account(outcome) : e.event.touched;
        r = apply(&e, store_id, &state);
        state.sweep = e.event.oldest + EDITION_GENERATIONS_KEPT < e.event.generation;
        edition_clear(&e);
        if (!r)
                *ret = state;
        return r;
}

/* ------------------------------------------------------------ old generations */

int edition_sweep(struct txn *txn, uint64_t event, bool *ret_more)
{
        struct event_record e;
        bool more = false;
        int r = txn_get_event(txn, event, &e);

        for (int i = 0; !r && !more && i < SWEEP_GENERATIONS; i++) {
                if (e.oldest + EDITION_GENERATIONS_KEPT >= e.generation)
                        break;
                r = txn_drop_generation(txn, event, e.oldest, EDITION_SWEEP_ROWS, &more);
                if (!r && !more)
                        e.oldest++;
        }
        if (!r)
                r = txn_put_event(txn, &e);
        if (!r)
                *ret_more = e.oldest + EDITION_GENERATIONS_KEPT < e.generation;
        return r;
}
