/* pool - the worker processes
 *
 * Jobs wait in one queue a priority, what a reader waits for first. Workers start on demand up
 * to the limit, and are told to go after idling. A slot whose worker ended badly pauses before
 * the next start, longer each time, until a worker of it has answered a job; so does one that
 * could not be given its job for want of memory, and the job keeps its turn. Invariants: a busy
 * child holds exactly one job, a job is held by at most one child, and each job that was taken
 * is done exactly once.
 */
#pragma once

#include <event2/event.h>
#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/buffer.h"
#include "base/cursor.h"
#include "base/macros.h"

enum {
        POOL_WORKERS_MAX = 256,
        POOL_QUEUE_MAX = 1024, /* jobs that wait, a priority */
        POOL_PAUSE_MS = 100,   /* after the first bad end; doubled with each further one … */
        POOL_PAUSE_MAX_MS = 30000,
        POOL_TICK_MS = 100, /* how often caps are checked while something is under way */
};

enum pool_priority { POOL_RENDER, POOL_FOLD, POOL_EXTRACT, POOL_PRIORITIES };

enum pool_outcome {
        POOL_ANSWERED,    /* with a result's body */
        POOL_FAILED,      /* the worker says that it cannot be done: with its reason */
        POOL_LOST,        /* the worker ended badly: with the reason; may be tried again */
        POOL_INTERRUPTED, /* the worker was ended for a job before this one: not its fault */
        POOL_DROPPED,     /* the pool stops: the job was not done */
};

/** A job, owned by whoever hands it in until @done is called, which may free it. */
struct pool_job {
        enum pool_priority priority;
        uint8_t kind;       /* enum job_kind */
        struct buffer body; /* cleared by the pool once it is sent */
        unsigned wall_ms, cpu_ms;
        void (*done)(struct pool_job *job, enum pool_outcome outcome, const struct blob *what);

        uint64_t number;   /* the pool's: never used again in this process */
        unsigned spent_ms; /* the pool's: how long the worker had it */
        pid_t worker;      /* the pool's: who has it, or had it last; 0: nobody */
        struct pool_job *next;
};

struct pool_config {
        struct event_base *base;
        const char *path; /* of the worker's program */
        unsigned workers; /* at most */
        int nice;
        uint64_t memory_bytes;
        unsigned idle_ms;
        /** Called, on the loop thread, each time a worker has become free or a job has ended:
         *  there may be room. It only schedules. */
        void (*wake)(void *context);
        void *context;
};

enum { POOL_E_FULL = 1 };

struct pool;

/** Starts nothing yet. The caller owns *@ret. 0 or a negative errno. */
int pool_new(struct pool **ret, const struct pool_config *config);
/** Kills and reaps what lives; jobs end as POOL_DROPPED. */
void pool_free(struct pool *pool);
DEFINE_CLEANUP(struct pool *, pool_free);

/** Takes the job. 0, or POOL_E_FULL: the queue of its priority is. */
int pool_submit(struct pool *pool, struct pool_job *job);
/** Drops the jobs that wait; those under way go on. Nothing more is taken: POOL_E_FULL. */
void pool_stop(struct pool *pool);
/** What @worker answered was nonsense, as was found out later: it is killed, if it still lives,
 *  and a job that it holds by now is interrupted. */
void pool_distrust(struct pool *pool, pid_t worker, const char *reason);

/** Takes hold with the next worker that starts; a lower limit as workers end or idle. */
void pool_configure(struct pool *pool, const struct pool_config *config);
/** Sets "limit", "alive", "busy", "waiting", "restarts", "layers", … in @into. 0 or -1. */
int pool_status(const struct pool *pool, json_t *into);
