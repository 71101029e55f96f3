/* dispatch - which job a worker does next, and what becomes of its answer
 *
 * Three kinds of job. Extraction: one a job record, handed out in the order of numbers; a lease
 * lives in memory and is known by its job number, which is never used again, so that a late
 * answer meets nobody. Folding: at most one at a time for each dirty event. Rendering: what a
 * reader waits for, first in line. What a worker answers is checked on the reading thread,
 * then written by the commit thread; the loop only moves things on.
 *
 * An article whose job is lost (the worker crashed, hung, or answered nonsense) is tried again
 * at once, DISPATCH_ATTEMPTS times and for a bounded time in all, then it is settled as failed.
 * Attempts are counted in memory: a start of the daemon begins anew.
 */
#pragma once

#include <event2/event.h>
#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/macros.h"
#include "daemon/committer.h"
#include "daemon/store/store.h"

struct dispatch;

enum {
        DISPATCH_ATTEMPTS = 5,
        DISPATCH_RENDERS_MAX = 64, /* waiting and under way */
};

struct dispatch_config {
        struct event_base *base;
        struct store *store;
        struct committer *committer;
        const char *worker;    /* path of parallax-worker */
        unsigned workers;      /* at most; 0: one a core */
        int nice;              /* of the workers; 0: like the daemon, 10 is the default */
        uint64_t memory_bytes; /* a worker's cap; 0: the default, 1 GiB */
        unsigned attempt_ms;   /* wall time of one attempt; 0: the default, 10 s */
        unsigned attempts_ms;  /* of all attempts at one article; 0: the default, 30 s */
        unsigned idle_ms;      /* a worker that idles longer is stopped; 0: the default, 60 s */
        bool paused;           /* hand out no jobs (for benchmarks of intake) */
        uint64_t feed_keep;    /* entries of the feed that are kept; 0: all */
};

/** Restores the linker from the store, which reads the window: before the sockets are bound.
 *  All that @config points to must outlive it, but for the strings. 0 or a negative errno. */
int dispatch_new(struct dispatch **ret, const struct dispatch_config *config);
/** Kills the workers that are left. Their jobs stay jobs. */
void dispatch_free(struct dispatch *dispatch);
DEFINE_CLEANUP(struct dispatch *, dispatch_free);

/** There may be new articles, settled entries or dirty events. Only schedules. For
 *  committer_watch(…, COMMIT_ARTICLES | COMMIT_JOBS, dispatch_wake, dispatch); also once at the
 *  start. */
void dispatch_wake(void *dispatch);

/** Hands out nothing more, and calls @stopped (loop thread) when no job is under way and its
 *  commits are in, at the latest after @ms; renders under way end as DISPATCH_E_STOPPING.
 *  Before committer_stop() is called. */
void dispatch_stop(struct dispatch *dispatch, unsigned ms, void (*stopped)(void *context),
                   void *context);

enum {
        DISPATCH_E_NOT_FOUND = 2000, /* no such event, or no such version (any more) */
        DISPATCH_E_BUSY,             /* DISPATCH_RENDERS_MAX */
        DISPATCH_E_STOPPING,
        DISPATCH_E_FAILED, /* the worker could not, after all attempts */
};

/** The comparison of @event as of @version (UINT64_MAX: the latest) as JSON, checked by
 *  comparison_check(). @done is called once, later, on the loop thread; @result is 0, one of
 *  the above or an errno, and @json only valid during the call and for 0.
 *  Returns 0, DISPATCH_E_BUSY or DISPATCH_E_STOPPING (then @done is not called), or -ENOMEM. */
typedef void dispatch_rendered(void *context, int result, const char *json, size_t size);
int dispatch_render(struct dispatch *dispatch, uint64_t event, uint64_t version,
                    dispatch_rendered *done, void *context);

/** Adds "workers" (limit, alive, busy, layers, restarts, …), "jobs", "linking" and "stuck" to
 *  @into. 0 or -1. */
int dispatch_status(const struct dispatch *dispatch, json_t *into);

/** What a reload of the configuration may change: workers, nice, limits of time and memory.
 *  Takes hold with the next worker or job. */
void dispatch_configure(struct dispatch *dispatch, const struct dispatch_config *config);
