/* folds - see folds.h
 *
 * One errand is one event: read -> pool -> check -> write. It ends after one batch; an event
 * that has more is still dirty, and found again by the next look.
 */
#include "daemon/folds.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "daemon/fold_reading.h"
#include "daemon/listing.h"

enum {
        ERRANDS_A_WORKER = 2,
        STUCK_MAX = 1024, /* remembered; more are tried again, and fail again */
        STUCK_NAMED = 16, /* … and named in the status */
        REASON_MAX = 128,
};

struct errand {
        struct folds *folds;
        uint64_t event;
        unsigned attempts;
        size_t most; /* accounts in the batch: fewer when they were too large together */
        struct read_work read;
        struct pool_job job;
        struct commit_work commit;
        struct fold_reading reading;
        struct buffer answer;
        struct fold_result result; /* points into @answer */
        struct edition_state state;
        struct event *wait;
        void (*resume)(struct errand *errand);
        struct errand *next; /* of those under way */
};

/* An event whose fold failed, and what had touched it last then; 0: not even that was read. */
struct stuck {
        uint64_t event, touched;
        char reason[REASON_MAX];
};

struct folds {
        struct workshop *shop;
        struct listing *dirty;
        struct errand *under_way;
        struct stuck stuck[STUCK_MAX];
        size_t n_stuck;
        struct workshop_figures figures;
};

static void start_reading(struct errand *errand);
static void start_writing(struct errand *errand);

/* ------------------------------------------------------------ the end */

static void errand_free(struct errand *errand)
{
        if (errand->wait)
                event_free(errand->wait);
        fold_reading_clear(&errand->reading);
        buffer_clear(&errand->job.body);
        buffer_clear(&errand->answer);
        free(errand->result.rows);
        free(errand);
}

static void end(struct errand *errand)
{
        struct folds *folds = errand->folds;
        struct errand **at = &folds->under_way;

        while (*at != errand)
                at = &(*at)->next;
        *at = errand->next;
        folds->figures.under_way--;
        errand_free(errand);
        folds->shop->again(folds->shop->dispatch);
}

/* It may still be dirty: it had more members, or another entry has touched it. */
static void finish(struct errand *errand)
{
        listing_wake(errand->folds->dirty);
        end(errand);
}

static void on_time(evutil_socket_t fd, short what, void *context)
{
        struct errand *errand = context;

        (void)fd;
        (void)what;
        if (errand->folds->shop->stopping)
                finish(errand);
        else
                errand->resume(errand);
}

static void put_off(struct errand *errand, void (*resume)(struct errand *errand))
{
        const struct timeval wait = { WORKSHOP_RETRY_MS / 1000,
                                      WORKSHOP_RETRY_MS % 1000 * 1000 };

        errand->resume = resume;
        if (!errand->wait)
                errand->wait = evtimer_new(errand->folds->shop->base, on_time, errand);
        if (errand->folds->shop->stopping || !errand->wait ||
            event_add(errand->wait, &wait) < 0)
                finish(errand);
}

/* ------------------------------------------------------------ stuck events */

static struct stuck *find_stuck(struct folds *folds, uint64_t event)
{
        for (size_t i = 0; i < folds->n_stuck; i++)
                if (folds->stuck[i].event == event)
                        return &folds->stuck[i];
        return NULL;
}

static bool is_stuck(struct folds *folds, const struct event_record *event)
{
        struct stuck *stuck = find_stuck(folds, event->event);

        if (!stuck)
                return false;
        if (stuck->touched == event->touched)
                return true;
        *stuck = folds->stuck[--folds->n_stuck];
        return false;
}

static void remember(struct errand *errand, const char *reason)
{
        struct folds *folds = errand->folds;
        struct stuck *stuck = find_stuck(folds, errand->event);

        if (!stuck && folds->n_stuck < STUCK_MAX)
                stuck = &folds->stuck[folds->n_stuck++];
        if (!stuck)
                return;
        stuck->event = errand->event;
        stuck->touched = errand->reading.event.touched;
        log_escape(stuck->reason, sizeof(stuck->reason), reason);
}

static void give_up(struct errand *errand, const char *reason, size_t size)
{
        struct folds *folds = errand->folds;
        char event[24], text[256];

        folds->figures.failed++;
        snprintf(event, sizeof(event), "e%llu", (unsigned long long)errand->event);
        snprintf(text, sizeof(text), "%.*s", (int)(size < 255 ? size : 255), reason);
        remember(errand, text);
        log_event(LOG_LEVEL_ERROR, "event cannot be compared", "EVENT", event, "REASON", text,
                  NULL);
        end(errand);
}

static void try_again(struct errand *errand, const char *reason, size_t size)
{
        buffer_clear(&errand->answer);
        if (errand->attempts >= DISPATCH_ATTEMPTS) {
                give_up(errand, reason, size);
                return;
        }
        errand->folds->figures.retries++;
        start_reading(errand);
}

/* ------------------------------------------------------------ writing */

static int run_write(struct commit_work *work, struct txn *txn)
{
        struct errand *errand = container_of(work, struct errand, commit);
        const struct fold_reading *reading = &errand->reading;
        struct blob ids[FOLD_ACCOUNTS_MAX];
        const struct fold_outcome outcome = {
                .event = errand->event,
                .folding = reading->event.folding,
                .base = reading->event.folded,
                .accounts = reading->accounts,
                .ids = ids,
                .n_accounts = reading->n,
                .result = &errand->result,
        };

        for (size_t i = 0; i < reading->n; i++)
                ids[i] = (struct blob){ reading->ids[i], strlen(reading->ids[i]) };
        return editor_fold(errand->folds->shop->editor, txn, &outcome, &errand->state);
}

static int run_sweep(struct commit_work *work, struct txn *txn)
{
        struct errand *errand = container_of(work, struct errand, commit);

        return edition_sweep(txn, errand->event, &errand->state.sweep);
}

static void on_swept(struct commit_work *work, int result);

static void start_sweeping(struct errand *errand)
{
        struct workshop *shop = errand->folds->shop;

        errand->commit =
                (struct commit_work){ .run = run_sweep, .done = on_swept, .essential = true };
        if (shop->stopping || committer_submit(shop->committer, &errand->commit))
                finish(errand);
}

static void on_swept(struct commit_work *work, int result)
{
        struct errand *errand = container_of(work, struct errand, commit);

        if (!result && errand->state.sweep)
                start_sweeping(errand);
        else
                finish(errand);
}

static void on_written(struct commit_work *work, int result)
{
        static const char refused[] = "its rows cannot be stored";
        struct errand *errand = container_of(work, struct errand, commit);

        if (result == STORE_E_INVALID || result == STORE_E_CORRUPT) {
                give_up(errand, refused, sizeof(refused) - 1);
        } else if (result && result != STORE_E_NOT_FOUND) {
                put_off(errand, start_writing);
        } else {
                errand->folds->figures.done +=
                        !result && !errand->state.stale && errand->reading.n;
                if (errand->state.sweep)
                        start_sweeping(errand);
                else
                        finish(errand);
        }
}

static void start_writing(struct errand *errand)
{
        struct workshop *shop = errand->folds->shop;

        errand->commit =
                (struct commit_work){ .run = run_write, .done = on_written, .essential = true };
        if (committer_submit(shop->committer, &errand->commit))
                put_off(errand, start_writing);
}

/* ------------------------------------------------------------ checking */

static int run_check(struct read_work *work, struct txn *txn)
{
        struct errand *errand = container_of(work, struct errand, read);

        (void)txn;
        return fold_check(&errand->result, errand->answer.data, errand->answer.size);
}

static void on_checked(struct read_work *work, int result)
{
        static const char reason[] = "the worker's answer is not well formed";
        struct errand *errand = container_of(work, struct errand, read);

        if (result < 0) {
                put_off(errand, start_reading);
        } else if (result) {
                pool_distrust(errand->folds->shop->pool, errand->job.worker, reason);
                try_again(errand, reason, sizeof(reason) - 1);
        } else {
                start_writing(errand);
        }
}

static void start_checking(struct errand *errand, const struct blob *answer)
{
        buffer_reset(&errand->answer);
        buffer_put(&errand->answer, answer->data, answer->size);
        errand->read = (struct read_work){ .run = run_check, .done = on_checked };
        if (buffer_error(&errand->answer) ||
            reader_submit(errand->folds->shop->reader, &errand->read))
                put_off(errand, start_reading);
}

/* ------------------------------------------------------------ the worker */

static void on_answered(struct pool_job *job, enum pool_outcome outcome,
                        const struct blob *what)
{
        struct errand *errand = container_of(job, struct errand, job);

        errand->attempts += outcome != POOL_DROPPED && outcome != POOL_INTERRUPTED;
        if (outcome == POOL_ANSWERED)
                start_checking(errand, what);
        else if (outcome == POOL_FAILED)
                give_up(errand, what->data, what->size);
        else if (outcome == POOL_LOST)
                try_again(errand, what->data, what->size);
        else if (outcome == POOL_INTERRUPTED)
                start_reading(errand);
        else
                finish(errand);
}

static void hand_out(struct errand *errand)
{
        struct workshop *shop = errand->folds->shop;

        errand->job.priority = POOL_FOLD;
        errand->job.kind = JOB_FOLD;
        errand->job.wall_ms = errand->job.cpu_ms = shop->attempts_ms;
        errand->job.done = on_answered;
        if (pool_submit(shop->pool, &errand->job))
                put_off(errand, start_reading);
}

/* ------------------------------------------------------------ reading */

static int run_read(struct read_work *work, struct txn *txn)
{
        struct errand *errand = container_of(work, struct errand, read);
        int r;

        fold_reading_clear(&errand->reading);
        do {
                buffer_clear(&errand->job.body);
                r = fold_read(&errand->reading, txn, errand->event, errand->most,
                              &errand->job.body);
        } while (r == -EMSGSIZE && errand->most > 1 && (errand->most /= 2));
        return r;
}

static void on_read(struct read_work *work, int result)
{
        static const char damaged[] = "what is stored of it cannot be read";
        static const char too_large[] = "an article and its rows are larger than a job may be";
        struct errand *errand = container_of(work, struct errand, read);

        if (result == STORE_E_NOT_FOUND || result == -ECANCELED)
                end(errand);
        else if (result == -EMSGSIZE)
                give_up(errand, too_large, sizeof(too_large) - 1);
        else if (result < 0)
                put_off(errand, start_reading);
        else if (result)
                give_up(errand, damaged, sizeof(damaged) - 1);
        else if (is_stuck(errand->folds, &errand->reading.event))
                end(errand);
        else if (errand->reading.n == 0)
                start_writing(errand);
        else
                hand_out(errand);
}

static void start_reading(struct errand *errand)
{
        struct workshop *shop = errand->folds->shop;

        errand->read = (struct read_work){ .run = run_read, .done = on_read };
        if (shop->stopping || reader_submit(shop->reader, &errand->read))
                put_off(errand, start_reading);
}

/* ------------------------------------------------------------ the interface */

static bool is_under_way(const struct folds *folds, uint64_t event)
{
        for (const struct errand *errand = folds->under_way; errand; errand = errand->next)
                if (errand->event == event)
                        return true;
        return false;
}

static bool start(struct folds *folds, uint64_t event)
{
        struct errand *errand = calloc(1, sizeof(*errand));

        if (!errand)
                return false;
        errand->folds = folds;
        errand->event = event;
        errand->most = FOLD_ACCOUNTS_MAX;
        errand->next = folds->under_way;
        folds->under_way = errand;
        folds->figures.under_way++;
        start_reading(errand);
        return true;
}

void folds_fill(struct folds *folds)
{
        struct workshop *shop = folds->shop;
        uint64_t event;

        while (!shop->paused && !shop->stopping &&
               folds->figures.under_way < (uint64_t)shop->workers * ERRANDS_A_WORKER &&
               listing_next(folds->dirty, &event))
                if (!is_under_way(folds, event) && !start(folds, event))
                        return;
}

void folds_wake(struct folds *folds)
{
        listing_wake(folds->dirty);
}

void folds_figures(const struct folds *folds, struct workshop_figures *ret)
{
        *ret = folds->figures;
}

size_t folds_stuck(const struct folds *folds)
{
        return folds->n_stuck;
}

int folds_status(const struct folds *folds, json_t *into)
{
        json_t *named = json_object();
        int r = 0;

        for (size_t i = 0; i < folds->n_stuck && i < STUCK_NAMED; i++) {
                char name[24];

                snprintf(name, sizeof(name), "e%llu",
                         (unsigned long long)folds->stuck[i].event);
                r |= json_object_set_new(named, name, json_string(folds->stuck[i].reason));
        }
        return r | json_object_set_new(into, "stuck", named);
}

static void on_listed(void *context)
{
        folds_fill(context);
}

int folds_new(struct folds **ret, struct workshop *shop)
{
        _cleanup_(folds_freep) struct folds *folds = calloc(1, sizeof(*folds));
        struct listing_config dirty = { .reader = shop->reader,
                                        .source = txn_list_dirty,
                                        .wraps = true,
                                        .ready = on_listed };
        int r;

        if (!folds)
                return -ENOMEM;
        folds->shop = shop;
        dirty.context = folds;
        r = listing_new(&folds->dirty, &dirty);
        if (r)
                return r;
        *ret = TAKE_PTR(folds);
        return 0;
}

void folds_free(struct folds *folds)
{
        if (!folds)
                return;
        listing_free(folds->dirty);
        free(folds);
}
