/* pool - see pool.h
 *
 * Everything that changes (a job comes, a child is ready, has answered, is gone, a pause is
 * over) ends in assign(), which brings waiting jobs and idle children together and starts
 * children where there are more jobs. One timer ticks while anything has a deadline, and stands
 * still otherwise, so that an idle pool wakes nobody.
 */
#include "daemon/pool.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "daemon/child.h"

enum {
        IDLE_TICK_MS = 5000, /* while all that can happen is that a worker idles too long */
        TICK_COUNTS_MS = 4 * POOL_TICK_MS, /* a longer gap was ours: the daemon was stopped */
};

/* A place for one worker. */
struct slot {
        struct pool *pool;
        struct child *child;  /* or NULL */
        struct pool_job *job; /* of a busy child */
        bool distrusted;      /* killed for what it answered before */
        unsigned failures;    /* bad ends since the last answer */
        unsigned pause_ms;    /* left until the next start */
};

struct queue {
        struct pool_job *first, **last;
        size_t n;
};

struct pool {
        struct pool_config config;
        char *path;
        struct slot *slots; /* POOL_WORKERS_MAX of them, so that the limit can change */
        struct queue queues[POOL_PRIORITIES];
        struct event *tick;
        unsigned tick_ms; /* 0: not set */
        uint64_t ticked_ms;
        uint64_t last_number;
        size_t n_busy;
        uint64_t n_started, n_bad_ends, n_answered;
        char layers[128]; /* of the last worker that was ready */
        char last_reason[CHILD_REASON_MAX];
        bool stopping;
};

/* ------------------------------------------------------------ queues */

static void queue_init(struct queue *queue)
{
        queue->first = NULL;
        queue->last = &queue->first;
        queue->n = 0;
}

static void queue_push(struct queue *queue, struct pool_job *job)
{
        job->next = NULL;
        *queue->last = job;
        queue->last = &job->next;
        queue->n++;
}

static void queue_push_back(struct queue *queue, struct pool_job *job)
{
        job->next = queue->first;
        if (!queue->first)
                queue->last = &job->next;
        queue->first = job;
        queue->n++;
}

static struct pool_job *queue_pop(struct queue *queue)
{
        struct pool_job *job = queue->first;

        if (!job)
                return NULL;
        queue->first = job->next;
        if (!queue->first)
                queue->last = &queue->first;
        queue->n--;
        return job;
}

static struct pool_job *next_job(struct pool *pool)
{
        for (size_t i = 0; i < POOL_PRIORITIES; i++)
                if (pool->queues[i].first)
                        return queue_pop(&pool->queues[i]);
        return NULL;
}

static size_t count_waiting(const struct pool *pool)
{
        size_t n = 0;

        for (size_t i = 0; i < POOL_PRIORITIES; i++)
                n += pool->queues[i].n;
        return n;
}

static void finish(struct pool_job *job, enum pool_outcome outcome, const struct blob *what)
{
        static const struct blob nothing = { "", 0 };

        buffer_clear(&job->body);
        job->done(job, outcome, what ? what : &nothing);
}

/* ------------------------------------------------------------ the clock */

/* How often is there something to look at? 0: never. */
static unsigned wanted_tick(const struct pool *pool)
{
        bool waiting = count_waiting(pool) > 0, idling = false;

        for (size_t i = 0; i < POOL_WORKERS_MAX; i++) {
                const struct slot *slot = &pool->slots[i];

                if (slot->child && child_state(slot->child) != CHILD_IDLE)
                        return POOL_TICK_MS;
                if (slot->pause_ms && waiting)
                        return POOL_TICK_MS;
                idling |= slot->child != NULL || slot->pause_ms;
        }
        return idling ? IDLE_TICK_MS : 0;
}

static void set_tick(struct pool *pool)
{
        unsigned wanted = wanted_tick(pool);
        const struct timeval interval = { wanted / 1000, wanted % 1000 * 1000 };

        if (wanted == pool->tick_ms)
                return;
        pool->tick_ms = wanted;
        event_del(pool->tick);
        if (wanted) {
                pool->ticked_ms = clock_monotonic_ms();
                event_add(pool->tick, &interval);
        }
}

/* ------------------------------------------------------------ children */

static void assign(struct pool *pool);

static void wake(struct pool *pool)
{
        if (pool->config.wake)
                pool->config.wake(pool->config.context);
}

static struct slot *find_slot(struct pool *pool, const struct child *child)
{
        for (size_t i = 0; i < POOL_WORKERS_MAX; i++)
                if (pool->slots[i].child == child)
                        return &pool->slots[i];
        return NULL;
}

static void take_from(struct slot *slot, enum pool_outcome outcome, const struct blob *what)
{
        struct pool_job *job = TAKE_PTR(slot->job);

        if (!job)
                return;
        slot->pool->n_busy--;
        job->spent_ms = child_spent_ms(slot->child);
        finish(job, outcome, what);
}

static void on_ready(void *context, struct child *child)
{
        struct pool *pool = context;

        snprintf(pool->layers, sizeof(pool->layers), "%s", child_layers(child));
        assign(pool);
        wake(pool);
}

static void on_result(void *context, struct child *child, bool failed, const struct blob *body)
{
        struct pool *pool = context;
        struct slot *slot = find_slot(pool, child);

        slot->failures = 0;
        pool->n_answered++;
        take_from(slot, failed ? POOL_FAILED : POOL_ANSWERED, body);
        assign(pool);
        wake(pool);
}

static unsigned pause_after(unsigned failures)
{
        unsigned shift = failures < 16 ? failures : 16;
        unsigned pause = (unsigned)POOL_PAUSE_MS << shift;

        return pause < POOL_PAUSE_MAX_MS ? pause : POOL_PAUSE_MAX_MS;
}

static void end_badly(struct slot *slot, pid_t pid, const char *reason)
{
        struct pool *pool = slot->pool;
        char pid_text[16], job_text[24];

        slot->pause_ms = pause_after(slot->failures++);
        pool->n_bad_ends++;
        /* A worker's last words need not be UTF-8; what stands in JSON must. */
        log_escape(pool->last_reason, sizeof(pool->last_reason), reason);
        snprintf(pid_text, sizeof(pid_text), "%d", (int)pid);
        snprintf(job_text, sizeof(job_text), "%llu",
                 slot->job ? (unsigned long long)slot->job->number : 0);
        log_event(LOG_LEVEL_WARNING, "worker ended", "WORKER_PID", pid_text, "WORKER_JOB",
                  job_text, "REASON", reason, NULL);
}

static void on_gone(void *context, struct child *child, const char *reason)
{
        struct pool *pool = context;
        struct slot *slot = find_slot(pool, child);

        if (reason) {
                const struct blob what = { reason, strlen(reason) };

                end_badly(slot, child_pid(child), reason);
                take_from(slot, slot->distrusted ? POOL_INTERRUPTED : POOL_LOST, &what);
        }
        slot->distrusted = false;
        child_free(TAKE_PTR(slot->child));
        assign(pool);
        wake(pool);
}

static const struct child_events child_events = { on_ready, on_result, on_gone };

static void start_child(struct pool *pool, struct slot *slot)
{
        const struct child_config config = {
                .base = pool->config.base,
                .path = pool->path,
                .nice = pool->config.nice,
                .memory_bytes = pool->config.memory_bytes,
        };
        int r = child_start(&slot->child, &config, &child_events, pool);

        if (r) {
                end_badly(slot, 0, strerror(-r));
                return;
        }
        pool->n_started++;
}

/* For want of memory the job stays first in line, and its worker rests for a moment. */
static void take_back(struct slot *slot, struct pool_job *job)
{
        queue_push_back(&slot->pool->queues[job->priority], job);
        slot->pause_ms = POOL_PAUSE_MS;
}

static void give(struct pool *pool, struct slot *slot)
{
        static const struct blob unfit = { "the job cannot be sent", 22 };
        struct pool_job *job = next_job(pool);
        const struct blob body = { job->body.data, job->body.size };
        const struct child_job order = { ++pool->last_number, job->kind, &body, job->wall_ms,
                                         job->cpu_ms };
        int r;

        job->number = order.job;
        r = child_give(slot->child, &order);
        if (r == -ENOMEM) {
                take_back(slot, job);
                return;
        }
        if (r) {
                finish(job, POOL_FAILED, &unfit);
                return;
        }
        buffer_clear(&job->body);
        job->worker = child_pid(slot->child);
        slot->job = job;
        pool->n_busy++;
}

/* Idle children take jobs, lowest slot first, so that the others can go; then as many start as
 * there are jobs that none of those on their way will take. */
static void assign(struct pool *pool)
{
        size_t starting = 0;

        for (size_t i = 0; i < POOL_WORKERS_MAX; i++) {
                struct slot *slot = &pool->slots[i];

                while (slot->child && child_state(slot->child) == CHILD_IDLE && !slot->job &&
                       !slot->pause_ms && count_waiting(pool) > 0)
                        give(pool, slot);
                starting += slot->child && child_state(slot->child) == CHILD_STARTING;
        }
        for (size_t i = 0; i < pool->config.workers && starting < count_waiting(pool); i++) {
                struct slot *slot = &pool->slots[i];

                if (slot->child || slot->pause_ms)
                        continue;
                start_child(pool, slot);
                starting += slot->child != NULL;
        }
        set_tick(pool);
}

/* ------------------------------------------------------------ ticks */

static void tick_slot(struct pool *pool, struct slot *slot, unsigned elapsed_ms)
{
        size_t at = (size_t)(slot - pool->slots);

        slot->pause_ms -= slot->pause_ms < elapsed_ms ? slot->pause_ms : elapsed_ms;
        if (!slot->child)
                return;
        child_tick(slot->child, elapsed_ms);
        if (child_state(slot->child) == CHILD_IDLE &&
            (at >= pool->config.workers || child_idle_ms(slot->child) > pool->config.idle_ms))
                child_dismiss(slot->child);
}

static void on_tick(evutil_socket_t fd, short what, void *context)
{
        struct pool *pool = context;
        uint64_t now = clock_monotonic_ms();
        uint64_t elapsed = now - pool->ticked_ms;
        unsigned most = pool->tick_ms + TICK_COUNTS_MS;

        (void)fd;
        (void)what;
        pool->ticked_ms = now;
        /* The daemon may have been stopped and continued: its workers did not owe it that. */
        if (elapsed > most)
                elapsed = most;
        for (size_t i = 0; i < POOL_WORKERS_MAX; i++)
                tick_slot(pool, &pool->slots[i], (unsigned)elapsed);
        assign(pool);
}

/* ------------------------------------------------------------ the pool */

int pool_submit(struct pool *pool, struct pool_job *job)
{
        struct queue *queue = &pool->queues[job->priority];

        if (pool->stopping || queue->n >= POOL_QUEUE_MAX)
                return POOL_E_FULL;
        queue_push(queue, job);
        assign(pool);
        return 0;
}

static void drop_waiting(struct pool *pool)
{
        struct pool_job *job;

        while ((job = next_job(pool)))
                finish(job, POOL_DROPPED, NULL);
}

void pool_stop(struct pool *pool)
{
        pool->stopping = true;
        drop_waiting(pool);
}

void pool_distrust(struct pool *pool, pid_t worker, const char *reason)
{
        for (size_t i = 0; worker && i < POOL_WORKERS_MAX; i++) {
                struct slot *slot = &pool->slots[i];

                if (!slot->child || child_pid(slot->child) != worker)
                        continue;
                slot->distrusted = true;
                child_kill(slot->child, reason);
        }
        set_tick(pool);
}

/* Without a path, or memory, the old program goes on. */
static void take_path(struct pool *pool, const char *path)
{
        char *copy = path ? strdup(path) : NULL;

        if (!copy)
                return;
        free(pool->path);
        pool->path = copy;
}

void pool_configure(struct pool *pool, const struct pool_config *config)
{
        take_path(pool, config->path);
        pool->config.workers =
                config->workers < POOL_WORKERS_MAX ? config->workers : POOL_WORKERS_MAX;
        pool->config.nice = config->nice;
        pool->config.memory_bytes = config->memory_bytes;
        pool->config.idle_ms = config->idle_ms;
}

int pool_new(struct pool **ret, const struct pool_config *config)
{
        _cleanup_(pool_freep) struct pool *pool = calloc(1, sizeof(*pool));

        if (!pool)
                return -ENOMEM;
        pool->config = *config;
        pool_configure(pool, config);
        for (size_t i = 0; i < POOL_PRIORITIES; i++)
                queue_init(&pool->queues[i]);
        pool->slots = calloc(POOL_WORKERS_MAX, sizeof(*pool->slots));
        pool->tick = event_new(config->base, -1, EV_PERSIST, on_tick, pool);
        if (!pool->path || !pool->slots || !pool->tick)
                return -ENOMEM;
        for (size_t i = 0; i < POOL_WORKERS_MAX; i++)
                pool->slots[i].pool = pool;
        *ret = TAKE_PTR(pool);
        return 0;
}

void pool_free(struct pool *pool)
{
        if (!pool)
                return;
        pool->stopping = true;
        for (size_t i = 0; pool->slots && i < POOL_WORKERS_MAX; i++) {
                struct slot *slot = &pool->slots[i];

                if (slot->child)
                        take_from(slot, POOL_DROPPED, NULL);
                child_free(TAKE_PTR(slot->child));
        }
        drop_waiting(pool);
        if (pool->tick)
                event_free(pool->tick);
        free(pool->slots);
        free(pool->path);
        free(pool);
}

int pool_status(const struct pool *pool, json_t *into)
{
        size_t alive = 0, pausing = 0;
        int r = 0;

        for (size_t i = 0; i < POOL_WORKERS_MAX; i++) {
                alive += pool->slots[i].child != NULL;
                pausing += pool->slots[i].pause_ms > 0;
        }
        r |= json_object_set_new(into, "limit", json_integer(pool->config.workers));
        r |= json_object_set_new(into, "alive", json_integer((json_int_t)alive));
        r |= json_object_set_new(into, "busy", json_integer((json_int_t)pool->n_busy));
        r |= json_object_set_new(into, "pausing", json_integer((json_int_t)pausing));
        r |= json_object_set_new(into, "waiting",
                                 json_integer((json_int_t)count_waiting(pool)));
        r |= json_object_set_new(into, "started", json_integer((json_int_t)pool->n_started));
        r |= json_object_set_new(into, "answered", json_integer((json_int_t)pool->n_answered));
        r |= json_object_set_new(into, "bad_ends", json_integer((json_int_t)pool->n_bad_ends));
        r |= json_object_set_new(into, "layers", json_string(pool->layers));
        r |= json_object_set_new(into, "last_reason",
                                 pool->last_reason[0] ? json_string(pool->last_reason)
                                                      : json_null());
        return r ? -1 : 0;
}
