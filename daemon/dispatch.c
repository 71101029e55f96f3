/* dispatch - see dispatch.h
 *
 * The three kinds of job live in extracts, folds and renders, linking in a file of its own;
 * this one owns what they share (pool, reading thread, editor) and wakes them. Everything that
 * happens ends in again(), which schedules look() with a timer of no time: so nothing is
 * started deep inside of something that ends.
 */
#include "daemon/dispatch.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/log.h"
#include "daemon/editor.h"
#include "daemon/extracts.h"
#include "daemon/folds.h"
#include "daemon/linking.h"
#include "daemon/pool.h"
#include "daemon/reader.h"
#include "daemon/renders.h"
#include "daemon/workshop.h"

enum {
        DEFAULT_MEMORY = 1 << 30,
        DEFAULT_ATTEMPT_MS = 10000,
        DEFAULT_ATTEMPTS_MS = 30000,
        DEFAULT_IDLE_MS = 60000,
};

struct dispatch {
        struct workshop shop;
        struct extracts *extracts;
        struct folds *folds;
        struct renders *renders;
        struct event *look;
        struct linking *linking;
        struct event *stop_limit;
        void (*stopped)(void *context);
        void *stopped_context;
};

/* ------------------------------------------------------------ another look */

static void again(void *context)
{
        static const struct timeval now = { 0, 0 };
        struct dispatch *dispatch = context;

        if (!evtimer_pending(dispatch->look, NULL))
                evtimer_add(dispatch->look, &now);
}

static uint64_t count_under_way(const struct dispatch *dispatch)
{
        struct workshop_figures extracts, folds, renders;

        extracts_figures(dispatch->extracts, &extracts);
        folds_figures(dispatch->folds, &folds);
        renders_figures(dispatch->renders, &renders);
        return extracts.under_way + folds.under_way + renders.under_way +
               linking_is_under_way(dispatch->linking);
}

static void tell_stopped(struct dispatch *dispatch)
{
        void (*stopped)(void *) = TAKE_PTR(dispatch->stopped);

        evtimer_del(dispatch->stop_limit);
        if (stopped)
                stopped(dispatch->stopped_context);
}

static void look(evutil_socket_t fd, short what, void *context)
{
        struct dispatch *dispatch = context;

        (void)fd;
        (void)what;
        if (dispatch->shop.stopping) {
                if (dispatch->stopped && count_under_way(dispatch) == 0)
                        tell_stopped(dispatch);
                return;
        }
        folds_fill(dispatch->folds);
        extracts_fill(dispatch->extracts);
}

/* ------------------------------------------------------------ linking */

static void link_settled(void *context)
{
        struct dispatch *dispatch = context;

        linking_wake(dispatch->linking);
}

static void on_linked(void *context)
{
        struct dispatch *dispatch = context;

        folds_wake(dispatch->folds);
}

/* What is no job (any more) is settled. Where it is not all linked, there may be something to
 * do; else not, and a transaction for nothing would hold up the next article. */
static bool may_link(const struct dispatch *dispatch)
{
        const struct commit_ends *ends = committer_ends(dispatch->shop.committer);

        return ends->articles - ends->jobs > ends->linked;
}

void dispatch_wake(void *context)
{
        struct dispatch *dispatch = context;

        if (dispatch->shop.stopping)
                return;
        /* Retractions are settled as they come in. */
        if (may_link(dispatch))
                link_settled(dispatch);
        extracts_wake(dispatch->extracts);
        folds_wake(dispatch->folds);
        again(dispatch);
}

/* ------------------------------------------------------------ renders */

int dispatch_render(struct dispatch *dispatch, uint64_t event, uint64_t version,
                    dispatch_rendered *done, void *context)
{
        return renders_ask(dispatch->renders, event, version, done, context);
}

/* ------------------------------------------------------------ start and stop */

static unsigned count_cores(void)
{
        long cores = sysconf(_SC_NPROCESSORS_ONLN);

        return cores > 0 && cores < POOL_WORKERS_MAX ? (unsigned)cores : 1;
}

static unsigned count_workers(const struct dispatch_config *config)
{
        unsigned wanted = config->workers ? config->workers : count_cores();

        return wanted < POOL_WORKERS_MAX ? wanted : POOL_WORKERS_MAX;
}

static unsigned or_default(unsigned value, unsigned fallback)
{
        return value ? value : fallback;
}

static struct pool_config pool_settings(struct dispatch *dispatch,
                                        const struct dispatch_config *config)
{
        return (struct pool_config){
                .base = config->base,
                .path = config->worker,
                .workers = count_workers(config),
                .nice = config->nice,
                .memory_bytes = config->memory_bytes ? config->memory_bytes : DEFAULT_MEMORY,
                .idle_ms = or_default(config->idle_ms, DEFAULT_IDLE_MS),
                .wake = again,
                .context = dispatch,
        };
}

static void take_settings(struct workshop *shop, const struct dispatch_config *config)
{
        shop->workers = count_workers(config);
        shop->attempt_ms = or_default(config->attempt_ms, DEFAULT_ATTEMPT_MS);
        shop->attempts_ms = or_default(config->attempts_ms, DEFAULT_ATTEMPTS_MS);
        shop->paused = config->paused;
}

void dispatch_configure(struct dispatch *dispatch, const struct dispatch_config *config)
{
        const struct pool_config pool = pool_settings(dispatch, config);

        take_settings(&dispatch->shop, config);
        pool_configure(dispatch->shop.pool, &pool);
        again(dispatch);
}

static int restore_editor(struct dispatch *dispatch, struct store *store)
{
        struct txn *txn;
        int r = txn_begin_read(store, &txn);

        if (r)
                return error_fold(r);
        r = editor_restore(dispatch->shop.editor, txn);
        txn_abort(txn);
        return error_fold(r);
}

static int make_parts(struct dispatch *dispatch, const struct dispatch_config *config)
{
        const struct pool_config pool = pool_settings(dispatch, config);
        struct workshop *shop = &dispatch->shop;
        int r;

        r = editor_new(&shop->editor, store_id(config->store), config->feed_keep);
        if (!r)
                r = restore_editor(dispatch, config->store);
        if (!r)
                r = pool_new(&shop->pool, &pool);
        if (!r)
                r = reader_new(&shop->reader, config->base, config->store);
        if (!r)
                r = extracts_new(&dispatch->extracts, shop);
        if (!r)
                r = folds_new(&dispatch->folds, shop);
        if (!r)
                r = renders_new(&dispatch->renders, shop);
        return r ? r : linking_new(&dispatch->linking, shop, on_linked, dispatch);
}

static void on_stop_limit(evutil_socket_t fd, short what, void *context)
{
        (void)fd;
        (void)what;
        tell_stopped(context);
}

int dispatch_new(struct dispatch **ret, const struct dispatch_config *config)
{
        _cleanup_(dispatch_freep) struct dispatch *dispatch = calloc(1, sizeof(*dispatch));
        int r;

        if (!dispatch)
                return -ENOMEM;
        dispatch->shop.base = config->base;
        dispatch->shop.committer = config->committer;
        dispatch->shop.link = link_settled;
        dispatch->shop.again = again;
        dispatch->shop.dispatch = dispatch;
        take_settings(&dispatch->shop, config);
        dispatch->look = evtimer_new(config->base, look, dispatch);
        dispatch->stop_limit = evtimer_new(config->base, on_stop_limit, dispatch);
        if (!dispatch->look || !dispatch->stop_limit)
                return -ENOMEM;
        r = make_parts(dispatch, config);
        if (r)
                return r;
        *ret = TAKE_PTR(dispatch);
        return 0;
}

void dispatch_stop(struct dispatch *dispatch, unsigned ms, void (*stopped)(void *context),
                   void *context)
{
        const struct timeval limit = { ms / 1000, ms % 1000 * 1000 };

        dispatch->shop.stopping = true;
        dispatch->stopped = stopped;
        dispatch->stopped_context = context;
        renders_stop(dispatch->renders);
        pool_stop(dispatch->shop.pool);
        evtimer_add(dispatch->stop_limit, &limit);
        again(dispatch);
}

void dispatch_free(struct dispatch *dispatch)
{
        if (!dispatch)
                return;
        dispatch->shop.stopping = true;
        /* Jobs that are under way come back from here as dropped, or cancelled. */
        pool_free(dispatch->shop.pool);
        reader_free(dispatch->shop.reader);
        linking_free(dispatch->linking);
        renders_free(dispatch->renders);
        folds_free(dispatch->folds);
        extracts_free(dispatch->extracts);
        editor_free(dispatch->shop.editor);
        if (dispatch->look)
                event_free(dispatch->look);
        if (dispatch->stop_limit)
                event_free(dispatch->stop_limit);
        free(dispatch);
}

/* ------------------------------------------------------------ status */

static int put_figures(json_t *into, const char *name, const struct workshop_figures *figures)
{
        return json_object_set_new(
                into, name,
                json_pack("{s:I,s:I,s:I,s:I}", "under_way", (json_int_t)figures->under_way,
                          "done", (json_int_t)figures->done, "retries",
                          (json_int_t)figures->retries, "failed", (json_int_t)figures->failed));
}

int dispatch_status(const struct dispatch *dispatch, json_t *into)
{
        json_t *workers = json_object(), *jobs = json_object();
        struct workshop_figures figures;
        int r = pool_status(dispatch->shop.pool, workers);

        extracts_figures(dispatch->extracts, &figures);
        r |= put_figures(jobs, "extract", &figures);
        folds_figures(dispatch->folds, &figures);
        r |= put_figures(jobs, "fold", &figures);
        renders_figures(dispatch->renders, &figures);
        r |= put_figures(jobs, "render", &figures);
        r |= json_object_set_new(jobs, "stuck",
                                 json_integer((json_int_t)folds_stuck(dispatch->folds)));
        r |= json_object_set_new(jobs, "paused", json_boolean(dispatch->shop.paused));
        r |= linking_status(dispatch->linking, into);
        r |= folds_status(dispatch->folds, into);
        r |= json_object_set_new(into, "workers", workers);
        r |= json_object_set_new(into, "jobs", jobs);
        return r ? -1 : 0;
}
