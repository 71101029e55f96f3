/* extracts - see extracts.h
 *
 * One errand is one article: read -> pool -> check -> settle, each step's end starting the
 * next.
 */
#include "daemon/extracts.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/log.h"
#include "daemon/listing.h"
#include "proto/article.h"
#include "proto/extraction.h"
#include "proto/frame.h"
#include "workers/link/link.h"

enum {
        REASON_MAX = 512,
        ERRANDS_A_WORKER = 4, /* one in work, one waiting for it, two being read or written */
        CHECK_ARENA_BASE = 16 << 20,
        CHECK_ARENA_FACTOR = 32,
};

enum { ERRAND_E_NONSENSE = 1 }; /* of the check */

struct errand {
        struct extracts *extracts;
        uint64_t number;
        unsigned attempts, spent_ms;
        struct read_work read; /* both of the article and of the check */
        struct pool_job job;
        struct commit_work commit;
        char id[ARTICLE_ID_MAX + 1];
        struct buffer answer;         /* a copy of the worker's */
        struct extract_result result; /* points into @answer */
        struct json_fault fault;      /* of its extraction */
        char reason[REASON_MAX];      /* why it is settled as failed; "": it is not */
        struct event *wait;           /* until @resume; NULL: it never waited */
        void (*resume)(struct errand *errand);
};

struct extracts {
        struct workshop *shop;
        struct listing *jobs;
        struct workshop_figures figures;
        bool filling;
};

static void start_reading(struct errand *errand);

/* ------------------------------------------------------------ the end */

static void errand_free(struct errand *errand)
{
        if (errand->wait)
                event_free(errand->wait);
        buffer_clear(&errand->job.body);
        buffer_clear(&errand->answer);
        free(errand);
}

/* Settled; or the daemon stops, and its job stays a job for the next start. */
static void finish(struct errand *errand)
{
        struct extracts *extracts = errand->extracts;

        extracts->figures.under_way--;
        errand_free(errand);
        extracts->shop->again(extracts->shop->dispatch);
}

static void on_time(evutil_socket_t fd, short what, void *context)
{
        struct errand *errand = context;

        (void)fd;
        (void)what;
        if (errand->extracts->shop->stopping)
                finish(errand);
        else
                errand->resume(errand);
}

/* What cannot be done now, for want of memory or of space on the disk, may be soon. */
static void put_off(struct errand *errand, void (*resume)(struct errand *errand))
{
        const struct timeval wait = { WORKSHOP_RETRY_MS / 1000,
                                      WORKSHOP_RETRY_MS % 1000 * 1000 };

        errand->resume = resume;
        if (!errand->wait)
                errand->wait = evtimer_new(errand->extracts->shop->base, on_time, errand);
        if (errand->extracts->shop->stopping || !errand->wait ||
            event_add(errand->wait, &wait) < 0)
                finish(errand);
}

static void log_failure(const struct errand *errand)
{
        char number[24], attempts[16];

        snprintf(number, sizeof(number), "%llu", (unsigned long long)errand->number);
        snprintf(attempts, sizeof(attempts), "%u", errand->attempts);
        log_event(LOG_LEVEL_WARNING, "article failed", "ARTICLE", number, "ID", errand->id,
                  "ATTEMPTS", attempts, "REASON", errand->reason, NULL);
}

/* ------------------------------------------------------------ settling */

static int run_settle(struct commit_work *work, struct txn *txn)
{
        struct errand *errand = container_of(work, struct errand, commit);
        struct settled settled = { .number = errand->number, .attempts = errand->attempts };

        if (errand->reason[0]) {
                settled.kind = SETTLED_FAILED;
                settled.reason = (struct blob){ errand->reason, strlen(errand->reason) };
        } else {
                settled.kind = SETTLED_RESULT;
                settled.article = (struct blob){ errand->id, strlen(errand->id) };
                settled.extraction = errand->result.extraction;
                settled.signature = errand->result.signature;
                settled.keys = errand->result.keys;
        }
        return txn_put_settled(txn, &settled);
}

static void settle(struct errand *errand);
static void settle_as_failed(struct errand *errand, const char *reason, size_t size);

static void on_settled(struct commit_work *work, int result)
{
        static const char too_large[] = "the result is too large to be stored";
        struct errand *errand = container_of(work, struct errand, commit);
        struct extracts *extracts = errand->extracts;

        if (result == STORE_E_INVALID && !errand->reason[0]) {
                settle_as_failed(errand, too_large, sizeof(too_large) - 1);
                return;
        }
        if (result && result != STORE_E_NOT_FOUND) {
                put_off(errand, settle);
                return;
        }
        if (!result && errand->reason[0]) {
                extracts->figures.failed++;
                log_failure(errand);
        } else if (!result) {
                extracts->figures.done++;
        }
        finish(errand);
}

static void settle(struct errand *errand)
{
        struct workshop *shop = errand->extracts->shop;
        int r;

        errand->commit = (struct commit_work){ .run = run_settle,
                                               .done = on_settled,
                                               .essential = true };
        r = committer_submit(shop->committer, &errand->commit);
        if (r)
                put_off(errand, settle);
        else
                shop->link(shop->dispatch);
}

static void settle_as_failed(struct errand *errand, const char *reason, size_t size)
{
        snprintf(errand->reason, sizeof(errand->reason), "%.*s",
                 (int)(size < REASON_MAX ? size : REASON_MAX - 1), reason);
        if (!errand->reason[0])
                snprintf(errand->reason, sizeof(errand->reason), "no reason was given");
        settle(errand);
}

/* ------------------------------------------------------------ attempts */

static void try_again(struct errand *errand, const char *reason, size_t size)
{
        struct workshop *shop = errand->extracts->shop;

        buffer_clear(&errand->answer);
        /* What is left of the time must be enough for an attempt that means something. */
        if (errand->attempts >= DISPATCH_ATTEMPTS ||
            errand->spent_ms + shop->attempt_ms / 4 > shop->attempts_ms) {
                settle_as_failed(errand, reason, size);
                return;
        }
        errand->extracts->figures.retries++;
        start_reading(errand);
}

/* ------------------------------------------------------------ checking */

/* Runs on the reading thread, which has the time: the loop has not. */
static int check_extraction(struct errand *errand)
{
        const struct blob *text = &errand->result.extraction;
        _cleanup_(arena_freep) struct arena *arena =
                arena_new(CHECK_ARENA_BASE + text->size * CHECK_ARENA_FACTOR);
        struct json_fault *fault = &errand->fault;
        struct extraction *x;
        int r;

        if (!arena)
                return -ENOMEM;
        if (text->size > EXTRACTION_BYTES_MAX)
                return ERRAND_E_NONSENSE;
        r = extraction_decode(&x, arena, text->data, text->size, fault);
        if (r)
                return r < 0 ? r : ERRAND_E_NONSENSE;
        if (strcmp(x->article, errand->id) == 0)
                return 0;
        *fault = (struct json_fault){ "/article", "the id that was asked for", "another" };
        return ERRAND_E_NONSENSE;
}

static int run_check(struct read_work *work, struct txn *txn)
{
        struct errand *errand = container_of(work, struct errand, read);
        struct extract_result *result = &errand->result;

        (void)txn;
        if (extract_result_get(result, errand->answer.data, errand->answer.size) ||
            result->signature.size > SIGNATURE_BYTES_MAX ||
            link_signature_check(result->signature.data, result->signature.size) ||
            keys_check(result->keys.data, result->keys.size))
                return ERRAND_E_NONSENSE;
        return check_extraction(errand);
}

static void on_checked(struct read_work *work, int result)
{
        struct errand *errand = container_of(work, struct errand, read);
        struct workshop *shop = errand->extracts->shop;
        const struct json_fault *fault = &errand->fault;
        char reason[REASON_MAX] = "the worker's answer is not well formed";

        if (fault->expected[0])
                snprintf(reason, sizeof(reason),
                         "the worker's answer is not well formed: %s: "
                         "expected %s",
                         fault->pointer, fault->expected);
        if (result < 0) {
                put_off(errand, start_reading);
        } else if (result) {
                pool_distrust(shop->pool, errand->job.worker, reason);
                try_again(errand, reason, strlen(reason));
        } else {
                settle(errand);
        }
}

static void start_checking(struct errand *errand, const struct blob *answer)
{
        struct workshop *shop = errand->extracts->shop;

        buffer_reset(&errand->answer);
        buffer_put(&errand->answer, answer->data, answer->size);
        errand->fault = (struct json_fault){ .pointer = "" };
        errand->read = (struct read_work){ .run = run_check, .done = on_checked };
        if (buffer_error(&errand->answer) || reader_submit(shop->reader, &errand->read))
                put_off(errand, start_reading);
}

/* ------------------------------------------------------------ the worker */

static void on_answered(struct pool_job *job, enum pool_outcome outcome,
                        const struct blob *what)
{
        struct errand *errand = container_of(job, struct errand, job);

        if (outcome != POOL_INTERRUPTED)
                errand->spent_ms += job->spent_ms;
        errand->attempts += outcome != POOL_DROPPED && outcome != POOL_INTERRUPTED;
        if (outcome == POOL_ANSWERED)
                start_checking(errand, what);
        else if (outcome == POOL_FAILED)
                settle_as_failed(errand, what->data, what->size);
        else if (outcome == POOL_LOST)
                try_again(errand, what->data, what->size);
        else if (outcome == POOL_INTERRUPTED)
                start_reading(errand);
        else
                finish(errand);
}

/* What is left of the time, which a reload may have cut short meanwhile. */
static unsigned time_left(const struct errand *errand)
{
        const struct workshop *shop = errand->extracts->shop;
        unsigned least = shop->attempt_ms / 4, left = 0;

        if (errand->spent_ms < shop->attempts_ms)
                left = shop->attempts_ms - errand->spent_ms;
        if (left < least)
                left = least;
        return left < shop->attempt_ms ? left : shop->attempt_ms;
}

static void hand_out(struct errand *errand)
{
        struct workshop *shop = errand->extracts->shop;

        errand->job.priority = POOL_EXTRACT;
        errand->job.kind = JOB_EXTRACT;
        errand->job.wall_ms = time_left(errand);
        errand->job.cpu_ms = errand->job.wall_ms;
        errand->job.done = on_answered;
        if (pool_submit(shop->pool, &errand->job))
                put_off(errand, start_reading);
}

/* ------------------------------------------------------------ reading the article */

static int put_job(struct errand *errand, const struct article_entry *entry)
{
        const struct extract_job job = { .article = entry->body, .raw = entry->raw };

        if (entry->id.size > ARTICLE_ID_MAX)
                return STORE_E_CORRUPT;
        memcpy(errand->id, entry->id.data, entry->id.size);
        errand->id[entry->id.size] = '\0';
        buffer_clear(&errand->job.body);
        extract_job_put(&errand->job.body, &job);
        return buffer_error(&errand->job.body);
}

static int run_read(struct read_work *work, struct txn *txn)
{
        struct errand *errand = container_of(work, struct errand, read);
        _cleanup_(buffer_clear) struct buffer buffer = { .limit = 0 };
        struct article_entry entry;
        int r = txn_get_article(txn, errand->number, &entry, &buffer);

        if (!r && entry.kind == ENTRY_REQUEUE)
                r = txn_get_article(txn, entry.original, &entry, &buffer);
        return r ? r : put_job(errand, &entry);
}

static void on_read(struct read_work *work, int result)
{
        static const char damaged[] = "the stored article cannot be read";
        struct errand *errand = container_of(work, struct errand, read);

        if (result < 0)
                put_off(errand, start_reading);
        else if (result)
                settle_as_failed(errand, damaged, sizeof(damaged) - 1);
        else
                hand_out(errand);
}

static void start_reading(struct errand *errand)
{
        errand->read = (struct read_work){ .run = run_read, .done = on_read };
        if (errand->extracts->shop->stopping ||
            reader_submit(errand->extracts->shop->reader, &errand->read))
                put_off(errand, start_reading);
}

/* ------------------------------------------------------------ the interface */

static bool start(struct extracts *extracts, uint64_t number)
{
        struct errand *errand = calloc(1, sizeof(*errand));

        if (!errand)
                return false;
        errand->extracts = extracts;
        errand->number = number;
        extracts->figures.under_way++;
        start_reading(errand);
        return true;
}

void extracts_fill(struct extracts *extracts)
{
        struct workshop *shop = extracts->shop;
        uint64_t number;

        while (!shop->paused && !shop->stopping &&
               extracts->figures.under_way < (uint64_t)shop->workers * ERRANDS_A_WORKER &&
               listing_next(extracts->jobs, &number))
                if (!start(extracts, number))
                        return;
}

void extracts_wake(struct extracts *extracts)
{
        listing_wake(extracts->jobs);
}

void extracts_figures(const struct extracts *extracts, struct workshop_figures *ret)
{
        *ret = extracts->figures;
}

static void on_listed(void *context)
{
        extracts_fill(context);
}

int extracts_new(struct extracts **ret, struct workshop *shop)
{
        _cleanup_(extracts_freep) struct extracts *extracts = calloc(1, sizeof(*extracts));
        struct listing_config jobs = { .reader = shop->reader,
                                       .source = txn_list_jobs,
                                       .ready = on_listed };
        int r;

        if (!extracts)
                return -ENOMEM;
        extracts->shop = shop;
        jobs.context = extracts;
        r = listing_new(&extracts->jobs, &jobs);
        if (r)
                return r;
        *ret = TAKE_PTR(extracts);
        return 0;
}

void extracts_free(struct extracts *extracts)
{
        if (!extracts)
                return;
        listing_free(extracts->jobs);
        free(extracts);
}
