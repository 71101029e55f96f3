/* editor - see editor.h
 *
 * Changes of the linker are applied by a table, one handler a kind. What takes an article away
 * from an event, or gives it one out of turn, starts a refold: the next generation's ledger,
 * from empty. Whether an event has ended is judged by the store's count of members at the end
 * of an entry: the linker forgets what is behind its window, the store does not.
 */
#include "daemon/editor.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "daemon/announce.h"
#include "daemon/shown.h"
#include "workers/link/link.h"

enum { MEMBERS_AT_ONCE = 256, REFOLDS_MAX = 64 };
enum { EDITOR_E_WAITS = 2100 }; /* the next entry is not settled yet */
#define POSITION_UNKNOWN UINT64_MAX

struct editor {
        char store_id[64];
        uint64_t feed_keep;
        struct linker *linker;
        uint64_t position; /* last entry that the linker has taken in */
        uint64_t together; /* up to here entries are linked in one transaction */
        uint64_t window_start;
        uint64_t refolds[REFOLDS_MAX]; /* events that are folded again because of this entry */
        size_t n_refolds;
};

/* One entry of log 2 on its way. */
struct entry {
        struct editor *editor;
        struct txn *txn;
        uint64_t number;
};

/* ------------------------------------------------------------ events */

static int put_touched(const struct entry *entry, struct event_record *event)
{
        int r;

        event->touched = entry->number;
        r = txn_put_event(entry->txn, event);
        return r ? r : txn_set_dirty(entry->txn, event->event, true);
}

/* Whether this is the first time at this entry; more events than fit count every time. */
static bool is_first(struct editor *editor, uint64_t event)
{
        for (size_t i = 0; i < editor->n_refolds; i++) {
                if (editor->refolds[i] == event)
                        return false;
        }
        if (editor->n_refolds < REFOLDS_MAX)
                editor->refolds[editor->n_refolds++] = event;
        return true;
}

/* Once for each entry: what was begun for it, nobody can have folded into yet; what was begun
 * for an entry before it, somebody may. */
static void start_refold(const struct entry *entry, struct event_record *event)
{
        if (!is_first(entry->editor, event->event))
                return;
        if (event->folding < event->generation)
                event->folding = event->generation;
        event->folding++;
        event->folded = 0;
}

static int found_event(const struct entry *entry, uint64_t number)
{
        struct event_record event = {
                .event = number,
                .state = EVENT_LIVE,
                .follows = linker_follows(entry->editor->linker, number),
                .touched = entry->number,
                .generation = LEDGER_FIRST,
                .folding = LEDGER_FIRST,
                .oldest = LEDGER_FIRST,
        };

        return put_touched(entry, &event);
}

/* An article is about to leave @number. */
static int touch_loss(const struct entry *entry, uint64_t number)
{
        struct event_record event;
        int r = txn_get_event(entry->txn, number, &event);

        if (r)
                return r;
        start_refold(entry, &event);
        return put_touched(entry, &event);
}

static int take_out(const struct entry *entry, uint64_t article)
{
        uint64_t event;
        int r = txn_get_member(entry->txn, article, &event);

        if (r || !event)
                return r;
        r = touch_loss(entry, event);
        return r ? r : txn_set_member(entry->txn, article, 0);
}

static int put_in(const struct entry *entry, uint64_t article, uint64_t number)
{
        struct event_record event;
        uint64_t before;
        int r = txn_get_member(entry->txn, article, &before);

        if (!r && before && before != number)
                r = take_out(entry, article);
        if (!r)
                r = txn_get_event(entry->txn, number, &event);
        if (r)
                return r;
        /* Only the newest article may be folded behind those that are in. */
        if (article != entry->number)
                start_refold(entry, &event);
        event.state = EVENT_LIVE;
        r = put_touched(entry, &event);
        return r ? r : txn_set_member(entry->txn, article, number);
}

/* ------------------------------------------------------------ the linker's changes */

static int on_founded(const struct entry *entry, const struct link_change *change)
{
        int r = found_event(entry, change->event);

        return r ? r : put_in(entry, change->article, change->event);
}

static int on_joined(const struct entry *entry, const struct link_change *change)
{
        return put_in(entry, change->article, change->event);
}

static int on_left(const struct entry *entry, const struct link_change *change)
{
        return take_out(entry, change->article);
}

static int move_members(const struct entry *entry, uint64_t from, uint64_t to)
{
        uint64_t members[MEMBERS_AT_ONCE];
        size_t n;
        int r;

        do {
                r = txn_list_members(entry->txn, from, 0, members, MEMBERS_AT_ONCE, &n);
                for (size_t i = 0; i < n && !r; i++)
                        r = txn_set_member(entry->txn, members[i], to);
        } while (!r && n == MEMBERS_AT_ONCE);
        return r;
}

/* Tells that an event is no more, if anybody was ever told that it is. */
static int tell_end(const struct entry *entry, const struct event_record *event,
                    enum feed_type type)
{
        struct shown_list removed = { 0 };
        struct feed_item item = {
                .event = event->event,
                .type = type,
                .version = entry->number,
                .previous_version = event->told,
                .into = event->into,
        };
        int r = shown_clear(entry->txn, event->event, &removed);

        if (!r && removed.n)
                r = announce(entry->txn, entry->editor->store_id, &item, NULL, &removed);
        shown_list_clear(&removed);
        return r;
}

static int end_event(const struct entry *entry, struct event_record *event,
                     enum event_state state, enum feed_type type)
{
        int r;

        event->state = (uint8_t)state;
        event->touched = entry->number;
        r = txn_put_event(entry->txn, event);
        if (!r)
                r = txn_set_dirty(entry->txn, event->event, false);
        return r ? r : tell_end(entry, event, type);
}

static int on_merged(const struct entry *entry, const struct link_change *change)
{
        struct event_record event, into;
        int r = txn_get_event(entry->txn, change->event, &event);

        if (!r)
                r = txn_get_event(entry->txn, change->other, &into);
        if (r)
                return r;
        start_refold(entry, &into);
        r = put_touched(entry, &into);
        if (!r)
                r = move_members(entry, event.event, into.event);
        event.into = into.event;
        return r ? r : end_event(entry, &event, EVENT_MERGED, FEED_MERGED);
}

static int on_split(const struct entry *entry, const struct link_change *change)
{
        struct feed_item item = { .event = change->event,
                                  .type = FEED_SPLIT,
                                  .version = entry->number,
                                  .new_event = change->other };
        struct event_record event;
        bool known;
        int r = found_event(entry, change->other);

        if (!r)
                r = txn_get_event(entry->txn, change->event, &event);
        if (!r)
                r = shown_any(entry->txn, change->event, &known);
        if (r || !known)
                return r;
        item.previous_version = event.told;
        return announce(entry->txn, entry->editor->store_id, &item, NULL, NULL);
}

static int on_emptied(const struct entry *entry, const struct link_change *change)
{
        (void)entry;
        (void)change;
        return 0; /* judged by the store: end_if_empty() */
}

static int end_if_empty(const struct entry *entry, uint64_t number)
{
        struct event_record event;
        int r;

        if (!number)
                return 0;
        r = txn_get_event(entry->txn, number, &event);
        if (r || event.state != EVENT_LIVE || event.n_members)
                return r == STORE_E_NOT_FOUND ? 0 : r;
        return end_event(entry, &event, EVENT_RETRACTED, FEED_RETRACTED);
}

static int apply_changes(const struct entry *entry, const struct link_change *changes, size_t n)
{
        static int (*const handlers[])(const struct entry *, const struct link_change *) = {
                [LINK_FOUNDED] = on_founded, [LINK_JOINED] = on_joined,
                [LINK_LEFT] = on_left,       [LINK_MERGED] = on_merged,
                [LINK_SPLIT] = on_split,     [LINK_EMPTIED] = on_emptied,
        };
        int r = 0;

        for (size_t i = 0; i < n && !r; i++)
                r = handlers[changes[i].kind](entry, &changes[i]);
        for (size_t i = 0; i < n && !r; i++) {
                r = end_if_empty(entry, changes[i].event);
                if (!r)
                        r = end_if_empty(entry, changes[i].other);
        }
        return r;
}

/* ------------------------------------------------------------ entries */

/* The linker has forgotten what is behind its window: then it did not say that it left. */
static int take_out_old(const struct entry *entry, uint64_t article)
{
        uint64_t event = 0;
        int r = article ? txn_get_member(entry->txn, article, &event) : 0;

        if (!r && event)
                r = take_out(entry, article);
        return r ? r : end_if_empty(entry, event);
}

static int link_result(const struct entry *entry, const struct settled *settled)
{
        const struct blob *id = &settled->article;
        const struct link_change *changes;
        uint64_t replaces = 0, home = 0;
        size_t n;
        int r = txn_get_current(entry->txn, id->data, id->size, &replaces);

        if (!r && replaces)
                r = txn_get_member(entry->txn, replaces, &home);
        if (r)
                return r;
        r = linker_add(entry->editor->linker, entry->number, settled->signature.data,
                       settled->signature.size, replaces, home, &changes, &n);
        if (r)
                return error_fold(r); /* it was checked before it was stored */
        r = apply_changes(entry, changes, n);
        if (!r)
                r = take_out_old(entry, replaces);
        return r ? r : txn_set_current(entry->txn, id->data, id->size, entry->number);
}

static int link_retraction(const struct entry *entry, const struct settled *settled)
{
        _cleanup_(buffer_clear) struct buffer buffer = { .limit = 0 };
        const struct link_change *changes;
        struct article_entry article;
        uint64_t current = 0;
        size_t n = 0;
        int r = txn_get_article(entry->txn, entry->number, &article, &buffer);

        (void)settled;
        if (!r)
                r = txn_get_current(entry->txn, article.id.data, article.id.size, &current);
        if (r || !current)
                return r == STORE_E_NOT_FOUND ? 0 : r;
        r = error_fold(linker_remove(entry->editor->linker, current, &changes, &n));
        if (!r)
                r = apply_changes(entry, changes, n);
        if (!r)
                r = take_out_old(entry, current);
        return r ? r : txn_set_current(entry->txn, article.id.data, article.id.size, 0);
}

/* What failed says nothing; the version before it stays where it is. */
static int link_failure(const struct entry *entry, const struct settled *settled)
{
        (void)entry;
        (void)settled;
        return 0;
}

/* Those that belong together wait for the last of them; most often that is the one amiss. */
static int await_others(const struct entry *entry, uint64_t together, struct buffer *buffer)
{
        struct settled settled;
        int r = 0;

        if (together <= entry->editor->together)
                return 0;
        for (uint64_t n = together; n > entry->number && !r; n--)
                r = txn_get_settled_head(entry->txn, n, &settled, buffer);
        if (!r)
                entry->editor->together = together;
        return r;
}

static int link_entry(const struct entry *entry)
{
        static int (*const kinds[])(const struct entry *, const struct settled *) = {
                [SETTLED_RESULT] = link_result,
                [SETTLED_RETRACTION] = link_retraction,
                [SETTLED_FAILED] = link_failure,
        };
        _cleanup_(buffer_clear) struct buffer buffer = { .limit = 0 }, others = { .limit = 0 };
        struct settled settled;
        int r = txn_get_settled_head(entry->txn, entry->number, &settled, &buffer);

        if (!r)
                r = await_others(entry, settled.together, &others);
        if (r)
                return r == STORE_E_NOT_FOUND ? EDITOR_E_WAITS : r;
        if (settled.kind >= ARRAY_SIZE(kinds) || !kinds[settled.kind])
                return STORE_E_CORRUPT;
        entry->editor->n_refolds = 0;
        r = kinds[settled.kind](entry, &settled);
        if (!r)
                r = txn_advance_linked(entry->txn, entry->number);
        /* An event or an article that others speak of is not there. */
        return r == STORE_E_NOT_FOUND ? STORE_E_CORRUPT : r;
}

/* ------------------------------------------------------------ the linker's memory */

static int restore_entry(struct editor *editor, struct txn *txn, uint64_t number,
                         struct buffer *buffer)
{
        struct link_restored kept = { .number = number };
        struct event_record named;
        struct settled settled;
        int r = txn_get_settled_head(txn, number, &settled, buffer);

        if (r || settled.kind != SETTLED_RESULT)
                return r;
        kept.signature = settled.signature;
        r = txn_get_member(txn, number, &kept.event);
        if (r)
                return r;
        r = txn_get_event(txn, number, &named);
        if (r && r != STORE_E_NOT_FOUND)
                return r;
        kept.named = !r;
        return error_fold(linker_restore(editor->linker, &kept));
}

int editor_restore(struct editor *editor, struct txn *txn)
{
        _cleanup_(buffer_clear) struct buffer buffer = { .limit = 0 };
        uint64_t end = txn_linked_end(txn), number = txn_window_start(txn);
        int r = 0;

        if (editor->position == end)
                return 0;
        linker_free(editor->linker);
        editor->position = POSITION_UNKNOWN;
        editor->together = 0; /* the transaction that said so may be gone */
        editor->linker = linker_new();
        if (!editor->linker)
                return -ENOMEM;
        editor->window_start = number;
        for (number = number ? number : 1; number <= end && !r; number++)
                r = restore_entry(editor, txn, number, &buffer);
        if (!r)
                editor->position = end;
        return r;
}

static int keep_window_start(struct editor *editor, struct txn *txn)
{
        uint64_t start = linker_window_start(editor->linker);

        if (start <= editor->window_start)
                return 0;
        editor->window_start = start;
        return txn_set_window_start(txn, start);
}

static int trim_feed(const struct editor *editor, struct txn *txn)
{
        uint64_t end = txn_feed_end(txn);

        if (!editor->feed_keep || end <= editor->feed_keep ||
            txn_feed_start(txn) > end - editor->feed_keep)
                return 0;
        return txn_trim_feed(txn, end - editor->feed_keep + 1, EDITOR_TRIM_MAX);
}

/* ------------------------------------------------------------ the interface */

int editor_link(struct editor *editor, struct txn *txn, size_t max, size_t *ret_n)
{
        struct entry entry = { .editor = editor, .txn = txn };
        size_t n = 0;
        int r = editor_restore(editor, txn);

        while (!r && (n < max || editor->position < editor->together)) {
                entry.number = editor->position + 1;
                r = link_entry(&entry);
                if (!r) {
                        editor->position = entry.number;
                        n++;
                }
        }
        if (r == EDITOR_E_WAITS)
                r = 0;
        if (!r && n)
                r = keep_window_start(editor, txn);
        if (!r)
                r = trim_feed(editor, txn);
        if (r)
                editor->position = POSITION_UNKNOWN;
        *ret_n = n;
        return r;
}

int editor_fold(struct editor *editor, struct txn *txn, const struct fold_outcome *outcome,
                struct edition_state *ret)
{
        int r = edition_apply(txn, editor->store_id, outcome, ret);

        return r ? r : trim_feed(editor, txn);
}

int editor_new(struct editor **ret, const char *store_id, uint64_t feed_keep)
{
        struct editor *editor = calloc(1, sizeof(*editor));

        if (!editor)
                return -ENOMEM;
        strncpy(editor->store_id, store_id, sizeof(editor->store_id) - 1);
        editor->feed_keep = feed_keep;
        editor->position = POSITION_UNKNOWN;
        *ret = editor;
        return 0;
}

void editor_free(struct editor *editor)
{
        if (!editor)
                return;
        linker_free(editor->linker);
        free(editor);
}
