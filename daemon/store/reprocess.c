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

/* Numbers are in order. */
static size_t count_up_to(const uint64_t *numbers, size_t n, uint64_t to)
{
        while (n && numbers[n - 1] > to)
                n--;
        return n;
}

int txn_reprocess(struct txn *txn, uint64_t event, struct reprocessing *part)
{
        uint64_t numbers[REPROCESS_MAX], end = txn_articles_end(txn);
        struct reprocessing p = { .from = part->from, .to = part->to ? part->to : end };
        struct event_record record;
        int r = txn_get_event(txn, event, &record);

        if (!r)
                r = txn_list_members(txn, event, p.from, numbers, REPROCESS_MAX, &p.n);
        if (r)
                return r;
        p.n = count_up_to(numbers, p.n, p.to);
        p.next = p.n == REPROCESS_MAX ? numbers[p.n - 1] + 1 : 0;
        r = choose(txn, numbers, &p.n);
        if (!r && txn_count_jobs(txn) + p.n > REPROCESS_JOBS_MAX)
                r = STORE_E_FULL;
        if (!r && p.n)
                r = room_for(txn, p.n * (2 * ID_BYTES_MAX + SOURCE_BYTES_MAX));
        if (r)
                return r;
        p.last = p.n ? end + p.n : 0;
        for (size_t i = 0; i < p.n && !r; i++)
                r = append(txn, numbers[i], p.last);
        if (!r)
                *part = p;
        return r;
}
