/* reprocess - an event's articles are analysed again
 *
 * As with a dead letter that is requeued, log 1 gets new entries that refer to the articles:
 * what was settled stays as it was, and a replay comes to the same. All entries of one call
 * name the last of them, so that they are linked together and their event is folded once.
 */
#include "base/clock.h"
#include "daemon/store/internal.h"

/* Whether @number is what its id leads to: else a newer version, or a retraction, is on its
 * way. */
static int look_up(struct txn *txn, uint64_t number, struct article_entry *ret,
                   struct buffer *buffer, bool *ret_latest)
{
        uint64_t latest = 0;
        int r = txn_get_article(txn, number, ret, buffer);

        if (!r)
                r = txn_find_article(txn, ret->id.data, ret->id.size, &latest);
        if (!r)
                *ret_latest = latest == number;
        return r;
}

/* Leaves in @numbers those that can be appended. */
static int choose(struct txn *txn, uint64_t *numbers, size_t *n)
{
        _cleanup_(buffer_clear) struct buffer buffer = { 0 };
        struct article_entry e;
        size_t kept = 0;
        int r = 0;

        for (size_t i = 0; i < *n && !r; i++) {
                bool latest = false;

                r = look_up(txn, numbers[i], &e, &buffer, &latest);
                if (!r && latest)
                        numbers[kept++] = numbers[i];
        }
        *n = kept;
        return r;
}

static int append(struct txn *txn, uint64_t number, uint64_t together)
{
        _cleanup_(buffer_clear) struct buffer buffer = { 0 };
        struct article_entry e;
        int r = txn_get_article(txn, number, &e, &buffer);

        if (r)
                return r;
        e.original = e.kind == ENTRY_REQUEUE ? e.original : number;
        e.kind = ENTRY_REQUEUE;
        e.previous = number;
        e.together = together;
        e.received_us = clock_realtime_us();
        e.body = e.raw = (struct blob){ 0 };
        return articles_append(txn, &e);
}

int txn_reprocess(struct txn *txn, uint64_t event, uint64_t from, uint64_t *ret_last,
                  size_t *ret_n, uint64_t *ret_next)
{
        uint64_t numbers[REPROCESS_MAX], last, next;
        struct event_record record;
        size_t n = 0;
        int r = txn_get_event(txn, event, &record);

        if (!r)
                r = txn_list_members(txn, event, from, numbers, REPROCESS_MAX, &n);
        if (r)
                return r;
        next = n == REPROCESS_MAX ? numbers[n - 1] + 1 : 0;
        r = choose(txn, numbers, &n);
        if (!r && txn_count_jobs(txn) + n > REPROCESS_JOBS_MAX)
                r = STORE_E_FULL;
        if (!r && n)
                r = room_for(txn, n * (2 * ID_BYTES_MAX + SOURCE_BYTES_MAX));
        if (r)
                return r;
        last = n ? txn_articles_end(txn) + n : 0;
        for (size_t i = 0; i < n && !r; i++)
                r = append(txn, numbers[i], last);
        if (r)
                return r;
        *ret_last = last;
        *ret_n = n;
        *ret_next = next;
        return 0;
}
