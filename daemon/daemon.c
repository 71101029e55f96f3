/* daemon - see the header
 *
 * Starts in this order: the lock and the store, the threads, the workers' side, and the sockets
 * last, so that whoever can connect is served, and a second daemon never takes a socket over.
 * Stops in the order in which work flows: no more requests, no more jobs, the last commit, the
 * last replies.
 */
#include "daemon/daemon.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <zmq.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/macros.h"
#include "daemon/committer.h"
#include "daemon/descriptors.h"
#include "daemon/dispatch.h"
#include "daemon/feed.h"
#include "daemon/intake.h"
#include "daemon/notify.h"
#include "daemon/query.h"
#include "daemon/reader.h"
#include "daemon/router.h"
#include "daemon/store/store.h"

enum {
        DRAIN_WORKERS_MS = 3000, /* jobs under way get so long to end */
        DRAIN_MS = 8000,         /* after which the rest is left to the commit thread's end */
        N_SIGNALS = 3,
};

struct daemon {
        struct config config;
        const char *path;
        struct event_base *base;
        struct event *tick, *signals[N_SIGNALS];
        void *zmq;
        struct store *store;
        struct committer *committer;
        struct reader *reader;
        struct dispatch *dispatch;
        struct router *requests, *subscribers;
        struct intake *intake;
        struct query *query;
        struct feed *feed;
        struct commit_ends told;          /* to the service manager */
        uint64_t started_ms, stopping_ms; /* 0: not stopping */
        bool jobs_ended;
        int exit_status;
};

/* ------------------------------------------------------------ saying what happened */

static const char *words_of(int r)
{
        switch (r) {
        case STORE_E_NEWER_FORMAT: return "it was made by a later Parallax";
        case STORE_E_LOCKED: return "another process holds it";
        case STORE_E_CORRUPT: return "it is damaged: see parallax check";
        case STORE_E_FULL: return "it is full";
        case -ENOTSOCK: return "what stands there is no socket, and would be removed";
        case ROUTER_E_IN_USE: return "another process listens there";
        default: return r < 0 ? strerrordesc_np(-r) : "unknown";
        }
}

static int fail(const char *message, const char *what, int r)
{
        log_event(LOG_LEVEL_ERROR, message, "WHAT", what, "REASON", words_of(r), NULL);
        return r;
}

/* ------------------------------------------------------------ STATUS */

static void daemon_status(void *context, json_t *into)
{
        struct daemon *d = context;
        uint64_t up_ms = clock_monotonic_ms() - d->started_ms;

        (void)json_object_set_new(into, "uptime_s", json_integer((json_int_t)(up_ms / 1000)));
        (void)committer_status(d->committer, into);
        (void)json_object_set_new(into, "sockets",
                                  json_pack("{s:o,s:o,s:I}", "requests",
                                            router_status(d->requests), "feed",
                                            router_status(d->subscribers), "turned_away",
                                            (json_int_t)descriptors_turned_away()));
        (void)intake_status(d->intake, into);
        (void)feed_status(d->feed, into);
        (void)dispatch_status(d->dispatch, into);
}

/* ------------------------------------------------------------ rendering for queries */

static int daemon_render(void *context, uint64_t event, uint64_t version, query_rendered *done,
                         void *done_context)
{
        struct daemon *d = context;

        return dispatch_render(d->dispatch, event, version, done, done_context);
}

static enum status daemon_explain(int result, const char **ret_words)
{
        switch (result) {
        case DISPATCH_E_NOT_FOUND:
                *ret_words = "there is no such version of this event (any more, or yet)";
                return STATUS_NOT_FOUND;
        case DISPATCH_E_BUSY:
                *ret_words = "too many comparisons are being put together: try again";
                return STATUS_BUSY;
        case DISPATCH_E_STOPPING: *ret_words = "the daemon is stopping"; return STATUS_STOPPING;
        default: *ret_words = "the comparison could not be put together"; return STATUS_ERROR;
        }
}

/* ------------------------------------------------------------ stopping */

static void end_if_drained(struct daemon *d)
{
        if (d->jobs_ended && committer_pending(d->committer) == 0 && intake_is_idle(d->intake))
                (void)event_base_loopbreak(d->base);
}

static void daemon_on_commit(void *context)
{
        struct daemon *d = context;

        if (d->stopping_ms)
                end_if_drained(d);
}

static void daemon_on_jobs_ended(void *context)
{
        struct daemon *d = context;

        d->jobs_ended = true;
        end_if_drained(d);
}

static void begin_stop(struct daemon *d)
{
        if (d->stopping_ms) { /* asked twice: at once */
                (void)event_base_loopbreak(d->base);
                return;
        }
        d->stopping_ms = clock_monotonic_ms();
        log_event(LOG_LEVEL_INFO, "stopping", NULL);
        notify_stopping();
        router_stop(d->requests);
        router_stop(d->subscribers);
        intake_stop(d->intake);
        dispatch_stop(d->dispatch, DRAIN_WORKERS_MS, daemon_on_jobs_ended, d);
}

static void daemon_on_broken(void *context, int error)
{
        struct daemon *d = context;

        log_event(LOG_LEVEL_ERROR,
                  "the store cannot be written any more: ending, so that a new start reads "
                  "what is really on the disk",
                  "REASON", words_of(error), NULL);
        d->exit_status = EXIT_FAILURE;
        (void)event_base_loopbreak(d->base);
}

/* ------------------------------------------------------------ reloading */

static void log_config_error(void *context, unsigned line, const char *error)
{
        char text[16];

        snprintf(text, sizeof(text), "%u", line);
        log_event(LOG_LEVEL_ERROR, "configuration", "FILE", context, "LINE", text, "ERROR",
                  error, NULL);
}

static void log_reloaded(void *context, const char *key, bool taken)
{
        (void)context;
        log_event(taken ? LOG_LEVEL_INFO : LOG_LEVEL_WARNING,
                  taken ? "setting taken over" : "setting needs a new start", "KEY", key, NULL);
}

static void fill_dispatch_config(struct daemon *d, struct dispatch_config *ret)
{
        *ret = (struct dispatch_config){
                .base = d->base,
                .store = d->store,
                .committer = d->committer,
                .worker = d->config.worker,
                .workers = (unsigned)d->config.workers,
                .nice = (int)d->config.worker_nice,
                .memory_bytes = d->config.worker_memory,
                .attempt_ms = (unsigned)d->config.worker_attempt_ms,
                .attempts_ms = (unsigned)d->config.worker_attempts_ms,
                .idle_ms = (unsigned)d->config.worker_idle_ms,
                .paused = d->config.workers_paused,
                .feed_keep = d->config.feed_keep,
        };
}

static void reload(struct daemon *d)
{
        struct config *fresh = malloc(sizeof(*fresh));
        struct dispatch_config dispatch;

        if (!fresh)
                return;
        notify_reloading();
        config_init(fresh);
        if (!d->path) {
                log_event(LOG_LEVEL_WARNING, "no configuration file to reload", NULL);
        } else if (config_read(fresh, d->path, log_config_error, (void *)d->path)) {
                log_event(LOG_LEVEL_ERROR, "reload refused; nothing has changed", NULL);
        } else {
                (void)config_reload(&d->config, fresh, log_reloaded, NULL);
                log_set_level((enum log_level)d->config.log_level);
                intake_set_levels(d->intake, d->config.jobs_high, d->config.jobs_low);
                fill_dispatch_config(d, &dispatch);
                dispatch_configure(d->dispatch, &dispatch);
                dispatch_wake(d->dispatch);
        }
        free(fresh);
        notify_reloaded("Running");
}

/* ------------------------------------------------------------ signals and the second */

static void daemon_on_signal(evutil_socket_t number, short what, void *context)
{
        (void)what;
        if (number == SIGHUP)
                reload(context);
        else
                begin_stop(context);
}

/* One line for `systemctl status`, when there is something new to say. */
static void tell_progress(struct daemon *d)
{
        const struct commit_ends *ends = committer_ends(d->committer);
        char text[160];

        if (d->stopping_ms || memcmp(ends, &d->told, sizeof(d->told)) == 0)
                return;
        d->told = *ends;
        snprintf(text, sizeof(text), "%llu articles, %llu to be analysed, feed at %llu",
                 (unsigned long long)ends->articles, (unsigned long long)ends->jobs,
                 (unsigned long long)ends->feed);
        notify_status(text);
}

/* The one timer of an idle daemon. That it runs shows that the loop does. */
static void daemon_on_tick(evutil_socket_t fd, short what, void *context)
{
        struct daemon *d = context;
        uint64_t now_ms = clock_monotonic_ms();

        (void)fd;
        (void)what;
        router_check(d->requests);
        router_check(d->subscribers);
        feed_tick(d->feed);
        tell_progress(d);
        if (notify_watched() && committer_progresses(d->committer, now_ms))
                notify_alive();
        if (!d->stopping_ms)
                return;
        end_if_drained(d);
        if (now_ms >= d->stopping_ms + DRAIN_MS)
                (void)event_base_loopbreak(d->base);
}

static int open_signals(struct daemon *d)
{
        static const int numbers[N_SIGNALS] = { SIGTERM, SIGINT, SIGHUP };
        static const struct timeval second = { 1, 0 };

        (void)signal(SIGPIPE, SIG_IGN);
        for (size_t i = 0; i < N_SIGNALS; i++) {
                d->signals[i] = evsignal_new(d->base, numbers[i], daemon_on_signal, d);
                if (!d->signals[i] || evsignal_add(d->signals[i], NULL) < 0)
                        return fail("cannot watch signals", "libevent", -ENOMEM);
        }
        d->tick = event_new(d->base, -1, EV_PERSIST, daemon_on_tick, d);
        if (!d->tick || evtimer_add(d->tick, &second) < 0)
                return fail("cannot set a timer", "libevent", -ENOMEM);
        return 0;
}

/* ------------------------------------------------------------ opening */

static int open_store(struct daemon *d)
{
        struct store_limits limits = { .bytes = d->config.store_bytes,
                                       .reserve_bytes = d->config.reserve_bytes,
                                       .free_bytes = d->config.disk_free_bytes };
        int r = store_open(&d->store, d->config.store, &limits);
        char holder[16];

        if (r == STORE_E_LOCKED) {
                snprintf(holder, sizeof(holder), "%d", store_holder(d->config.store));
                log_event(LOG_LEVEL_ERROR, "another process holds the store", "STORE",
                          d->config.store, "HOLDER", holder, NULL);
                return r;
        }
        return r ? fail("cannot open the store", d->config.store, r) : 0;
}

static int open_threads(struct daemon *d)
{
        int r = committer_new(&d->committer, d->base, d->store);

        if (r)
                return fail("cannot start the commit thread", "committer", r);
        committer_on_broken(d->committer, daemon_on_broken, d);
        r = reader_new(&d->reader, d->base, d->store);
        return r ? fail("cannot start the reader thread", "reader", r) : 0;
}

static int open_dispatch(struct daemon *d)
{
        struct dispatch_config config;
        int r;

        fill_dispatch_config(d, &config);
        r = dispatch_new(&d->dispatch, &config);
        return r ? fail("cannot set up the workers", d->config.worker, r) : 0;
}

static int open_router(struct daemon *d, struct router **ret, const char *endpoint, bool feed)
{
        struct router_config config = {
                .base = d->base,
                .zmq = d->zmq,
                .endpoint = endpoint,
                .mode = (unsigned)d->config.ipc_mode,
                .high_water = feed ? FEED_HIGH_WATER : ROUTER_HIGH_WATER,
                .writable = feed ? feed_on_writable : NULL,
                .context = &d->feed,
        };
        int r = router_new(ret, &config);

        return r ? fail("cannot listen", endpoint, r) : 0;
}

static int open_sockets(struct daemon *d)
{
        int r;

        d->zmq = zmq_ctx_new();
        if (!d->zmq)
                return fail("cannot set up ZeroMQ", "libzmq", -errno);
        r = open_router(d, &d->requests, d->config.endpoint, false);
        return r ? r : open_router(d, &d->subscribers, d->config.feed_endpoint, true);
}

static int open_services(struct daemon *d)
{
        struct intake_config intake = { .base = d->base,
                                        .router = d->requests,
                                        .committer = d->committer,
                                        .store_id = store_id(d->store),
                                        .feed_endpoint = d->config.feed_endpoint,
                                        .jobs_high = d->config.jobs_high,
                                        .jobs_low = d->config.jobs_low };
        struct query_config query = { .router = d->requests,
                                      .reader = d->reader,
                                      .committer = d->committer,
                                      .store = d->store,
                                      .renderer = { daemon_render, daemon_explain, d },
                                      .status = daemon_status,
                                      .context = d };
        struct feed_config feed = { .base = d->base,
                                    .router = d->subscribers,
                                    .reader = d->reader,
                                    .committer = d->committer };
        int r = intake_new(&d->intake, &intake);

        r = r ? r : query_new(&d->query, &query);
        r = r ? r : feed_new(&d->feed, &feed);
        return r ? fail("cannot start a service", "daemon", r) : 0;
}

/* News comes up by a wake. */
static int open_wakes(struct daemon *d)
{
        int r = committer_watch(d->committer, COMMIT_ARTICLES | COMMIT_JOBS, dispatch_wake,
                                d->dispatch);

        r = r ? r : committer_watch(d->committer, COMMIT_FEED, feed_wake, d->feed);
        r = r ? r : committer_watch(d->committer, COMMIT_ANY, daemon_on_commit, d);
        return r ? fail("cannot watch commits", "committer", r) : 0;
}

/* Signals are the loop's: threads that are made now must never take one. */
static int open_behind_signals(struct daemon *d)
{
        sigset_t all, before;
        int r;

        sigfillset(&all);
        pthread_sigmask(SIG_BLOCK, &all, &before);
        r = open_threads(d);
        r = r ? r : open_dispatch(d);
        pthread_sigmask(SIG_SETMASK, &before, NULL);
        return r;
}

static int daemon_open(struct daemon *d)
{
        int r;

        d->base = event_base_new();
        if (!d->base)
                return fail("cannot make the event loop", "libevent", -ENOMEM);
        r = open_signals(d);
        r = r ? r : open_store(d);
        r = r ? r : open_behind_signals(d);
        r = r ? r : open_sockets(d);
        r = r ? r : open_services(d);
        return r ? r : open_wakes(d);
}

/* ------------------------------------------------------------ closing */

static void free_event(struct event *event)
{
        if (event)
                event_free(event);
}

/* The threads first: what they still hand back needs all the others. */
static void daemon_close(struct daemon *d)
{
        free_event(d->tick);
        if (d->committer)
                committer_finish(d->committer);
        if (d->reader)
                reader_finish(d->reader);
        dispatch_free(d->dispatch);
        feed_free(d->feed);
        query_free(d->query);
        intake_free(d->intake);
        router_free(d->subscribers);
        router_free(d->requests);
        if (d->zmq)
                zmq_ctx_term(d->zmq);
        reader_free(d->reader);
        committer_free(d->committer);
        store_close(d->store);
        for (size_t i = 0; i < N_SIGNALS; i++)
                free_event(d->signals[i]);
        if (d->base)
                event_base_free(d->base);
}

int daemon_run(const struct config *config, const char *path)
{
        struct daemon *d = calloc(1, sizeof(*d));
        int status;

        if (!d)
                return EXIT_FAILURE;
        d->config = *config;
        d->path = path;
        d->started_ms = clock_monotonic_ms();
        log_set_level((enum log_level)config->log_level);
        if (daemon_open(d)) {
                d->exit_status = EXIT_FAILURE;
        } else {
                log_event(LOG_LEVEL_INFO, "ready", "ENDPOINT", config->endpoint, "STORE",
                          config->store, "VERSION", PARALLAX_VERSION, NULL);
                dispatch_wake(d->dispatch);
                notify_ready("Running");
                (void)event_base_dispatch(d->base);
        }
        daemon_close(d);
        status = d->exit_status;
        log_event(LOG_LEVEL_INFO, "ended", NULL);
        free(d);
        return status;
}
