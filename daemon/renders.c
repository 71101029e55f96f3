/* renders - see renders.h
 *
 * One errand is one question: read -> pool -> check -> answer. Who asked may be gone by then:
 * the errand goes on to its end, and nobody is told.
 */
#include "daemon/renders.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "daemon/row_set.h"
#include "proto/comparison.h"
#include "proto/frame.h"

enum { ATTEMPTS = 2, ARENA_BYTES = 256 << 20 }; /* somebody waits: better told than kept */

enum { ERRAND_E_NONSENSE = 1 };

struct errand {
        struct renders *renders;
        uint64_t event, version;
        dispatch_rendered *done; /* NULL: the asker is told already, or gone */
        void *context;
        unsigned attempts;
        struct read_work read;
        struct pool_job job;
        struct buffer answer;
        struct errand *next;
};

struct renders {
        struct workshop *shop;
        struct errand *under_way;
        struct workshop_figures figures;
};

static int start_reading(struct errand *errand);

/* ------------------------------------------------------------ the end */

static void tell(struct errand *errand, int result)
{
        dispatch_rendered *done = TAKE_PTR(errand->done);

        if (!done)
                return;
        done(errand->context, result, result ? NULL : buffer_text(&errand->answer),
             result ? 0 : errand->answer.size);
}

static void finish(struct errand *errand, int result)
{
        struct renders *renders = errand->renders;
        struct errand **at = &renders->under_way;

        tell(errand, result);
        while (*at != errand)
                at = &(*at)->next;
        *at = errand->next;
        renders->figures.under_way--;
        renders->figures.done += result == 0;
        renders->figures.failed += result == DISPATCH_E_FAILED;
        buffer_clear(&errand->job.body);
        buffer_clear(&errand->answer);
        renders->shop->again(renders->shop->dispatch);
        free(errand);
}

static void try_again(struct errand *errand)
{
        buffer_clear(&errand->answer);
        if (errand->attempts >= ATTEMPTS || errand->renders->shop->stopping) {
                finish(errand, DISPATCH_E_FAILED);
                return;
        }
        errand->renders->figures.retries++;
        if (start_reading(errand))
                finish(errand, DISPATCH_E_BUSY);
}

/* ------------------------------------------------------------ checking */

static int run_check(struct read_work *work, struct txn *txn)
{
        struct errand *errand = container_of(work, struct errand, read);
        struct json_fault fault;
        json_t *value;
        int r;

        (void)txn;
        if (errand->answer.size > COMPARISON_BYTES_MAX)
                return ERRAND_E_NONSENSE;
        value = json_parse((const char *)errand->answer.data, errand->answer.size, &fault);
        r = value && !comparison_check(value, &fault) ? 0 : ERRAND_E_NONSENSE;
        json_decref(value);
        return r;
}

static void on_checked(struct read_work *work, int result)
{
        struct errand *errand = container_of(work, struct errand, read);

        if (result > 0) {
                pool_distrust(errand->renders->shop->pool, errand->job.worker,
                              "the worker's comparison is not well formed");
                try_again(errand);
        } else {
                finish(errand, result == -ECANCELED ? DISPATCH_E_STOPPING : result);
        }
}

static void start_checking(struct errand *errand, const struct blob *answer)
{
        struct workshop *shop = errand->renders->shop;

        buffer_put(&errand->answer, answer->data, answer->size);
        errand->read = (struct read_work){ .run = run_check, .done = on_checked };
        if (buffer_error(&errand->answer))
                finish(errand, -ENOMEM);
        else if (reader_submit(shop->reader, &errand->read))
                finish(errand, DISPATCH_E_BUSY);
}

/* ------------------------------------------------------------ the worker */

static void on_answered(struct pool_job *job, enum pool_outcome outcome,
                        const struct blob *what)
{
        struct errand *errand = container_of(job, struct errand, job);

        errand->attempts += outcome != POOL_INTERRUPTED;
        if (outcome == POOL_ANSWERED)
                start_checking(errand, what);
        else if (outcome == POOL_LOST || outcome == POOL_INTERRUPTED)
                try_again(errand);
        else
                finish(errand,
                       outcome == POOL_DROPPED ? DISPATCH_E_STOPPING : DISPATCH_E_FAILED);
}

static void hand_out(struct errand *errand)
{
        struct workshop *shop = errand->renders->shop;

        errand->job.priority = POOL_RENDER;
        errand->job.kind = JOB_RENDER;
        errand->job.wall_ms = errand->job.cpu_ms = shop->attempt_ms;
        errand->job.done = on_answered;
        if (pool_submit(shop->pool, &errand->job))
                finish(errand, shop->stopping ? DISPATCH_E_STOPPING : DISPATCH_E_BUSY);
}

/* ------------------------------------------------------------ reading */

static int put_job(struct errand *errand, struct txn *txn, const struct event_record *event,
                   const struct version_record *version)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new(ARENA_BYTES);
        struct row_set set = { .arena = arena };
        struct render_job job = { .head = { .event = event->event,
                                            .version = version->version,
                                            .follows = event->follows } };
        int r;

        if (!arena)
                return -ENOMEM;
        r = row_set_read_all(&set, txn, event->event, version->generation, version->version);
        if (r)
                return r;
        job.rows = set.rows;
        job.n_rows = (uint32_t)set.n;
        buffer_clear(&errand->job.body);
        errand->job.body.limit = FRAME_BYTES_MAX - 1024;
        render_job_put(&errand->job.body, &job);
        return buffer_error(&errand->job.body);
}

static int run_read(struct read_work *work, struct txn *txn)
{
        struct errand *errand = container_of(work, struct errand, read);
        _cleanup_(buffer_clear) struct buffer buffer = { .limit = 0 };
        struct version_record version;
        struct event_record event;
        int r = txn_get_event(txn, errand->event, &event);

        if (!r)
                r = txn_get_version(txn, errand->event, errand->version, &version, &buffer);
        /* The number may be that of an entry that told something else of the event. */
        if (!r && version.generation < event.oldest)
                r = STORE_E_NOT_FOUND;
        return r ? r : put_job(errand, txn, &event, &version);
}

static void on_read(struct read_work *work, int result)
{
        struct errand *errand = container_of(work, struct errand, read);

        if (result == 0)
                hand_out(errand);
        else if (result == STORE_E_NOT_FOUND)
                finish(errand, DISPATCH_E_NOT_FOUND);
        else if (result == -ECANCELED)
                finish(errand, DISPATCH_E_STOPPING);
        else
                finish(errand, result > 0 || result == -EMSGSIZE ? DISPATCH_E_FAILED : result);
}

static int start_reading(struct errand *errand)
{
        errand->read = (struct read_work){ .run = run_read, .done = on_read };
        return reader_submit(errand->renders->shop->reader, &errand->read);
}

/* ------------------------------------------------------------ the interface */

int renders_ask(struct renders *renders, uint64_t event, uint64_t version,
                dispatch_rendered *done, void *context)
{
        struct errand *errand;

        if (renders->shop->stopping)
                return DISPATCH_E_STOPPING;
        if (renders->figures.under_way >= DISPATCH_RENDERS_MAX)
                return DISPATCH_E_BUSY;
        errand = calloc(1, sizeof(*errand));
        if (!errand)
                return -ENOMEM;
        *errand = (struct errand){ .renders = renders,
                                   .event = event,
                                   .version = version,
                                   .done = done,
                                   .context = context };
        if (start_reading(errand)) {
                free(errand);
                return DISPATCH_E_BUSY;
        }
        errand->next = renders->under_way;
        renders->under_way = errand;
        renders->figures.under_way++;
        return 0;
}

void renders_stop(struct renders *renders)
{
        struct errand *errand = renders->under_way;

        /* Telling one frees none. */
        for (; errand; errand = errand->next)
                tell(errand, DISPATCH_E_STOPPING);
}

void renders_figures(const struct renders *renders, struct workshop_figures *ret)
{
        *ret = renders->figures;
}

int renders_new(struct renders **ret, struct workshop *shop)
{
        struct renders *renders = calloc(1, sizeof(*renders));

        if (!renders)
                return -ENOMEM;
        renders->shop = shop;
        *ret = renders;
        return 0;
}

void renders_free(struct renders *renders)
{
        free(renders);
}
