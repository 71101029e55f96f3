/* child - see child.h
 *
 * What comes from the worker goes one way: channel bytes -> whole frames -> a handler, if the
 * state allows the frame. Every fault ends in child_kill(), and every end in on_reaped().
 */
#include "daemon/child.h"

#include <errno.h>
#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "daemon/child_spawn.h"
#include "daemon/child_words.h"
#include "proto/frame.h"

enum { READ_AT_ONCE = 1 << 20 };

struct child {
        struct child_config config;
        const struct child_events *events;
        void *context;
        struct child_process process;
        struct bufferevent *channel; /* owns process.channel */
        struct event *words_event, *reaped_event;
        struct words *words;
        enum child_state state;
        char layers[128];
        bool dismissed;
        char reason[CHILD_REASON_MAX]; /* why we ended it; "" when we did not */
        uint64_t job;                  /* in CHILD_BUSY */
        unsigned wall_ms, cpu_ms;      /* its caps */
        uint64_t cpu_start_ms;         /* CPU time when it was given */
        unsigned spent_ms;             /* in this state, by child_tick() */
        unsigned job_spent_ms;         /* of the last job */
};

static void step(struct child *child, enum child_news news)
{
        int next = child_next(child->state, news);

        if (next < 0)
                return;
        if (child->state == CHILD_BUSY)
                child->job_spent_ms = child->spent_ms;
        if (next != (int)child->state)
                child->spent_ms = 0;
        child->state = (enum child_state)next;
}

void child_kill(struct child *child, const char *reason)
{
        if (child->state == CHILD_GONE)
                return;
        if (!child->reason[0])
                snprintf(child->reason, sizeof(child->reason), "%s", reason);
        child->dismissed = false;
        pidfd_send_signal(child->process.pidfd, SIGKILL, NULL, 0);
        bufferevent_disable(child->channel, EV_READ | EV_WRITE);
        step(child, CHILD_ENDED);
}

/* ------------------------------------------------------------ frames */

static void on_ready(struct child *child, const void *frame, size_t size)
{
        static const char version[] = "parallax/" PARALLAX_VERSION;
        struct frame_ready ready;

        if (frame_get_ready(&ready, frame, size)) {
                child_kill(child, "answered garbage");
                return;
        }
        if (ready.version.size != sizeof(version) - 1 ||
            memcmp(ready.version.data, version, ready.version.size) != 0) {
                child_kill(child, "the worker is of another version");
                return;
        }
        snprintf(child->layers, sizeof(child->layers), "%.*s", (int)ready.layers.size,
                 (const char *)ready.layers.data);
        step(child, CHILD_SAID_READY);
        child->events->ready(child->context, child);
}

static void on_result(struct child *child, const void *frame, size_t size)
{
        struct frame_result result;

        if (frame_get_result(&result, frame, size) || result.failed > 1) {
                child_kill(child, "answered garbage");
                return;
        }
        if (result.job != child->job) {
                child_kill(child, "answered another job");
                return;
        }
        step(child, CHILD_SAID_RESULT);
        child->events->result(child->context, child, result.failed, &result.body);
}

static void on_frame(struct child *child, const void *frame, size_t size)
{
        static const struct {
                void (*handle)(struct child *child, const void *frame, size_t size);
                enum child_news news;
        } routes[] = {
                [FRAME_READY] = { on_ready, CHILD_SAID_READY },
                [FRAME_RESULT] = { on_result, CHILD_SAID_RESULT },
        };
        enum frame_type type;

        if (frame_type(frame, size, &type) || type >= ARRAY_SIZE(routes) ||
            !routes[type].handle) {
                child_kill(child, "answered garbage");
                return;
        }
        if (child_next(child->state, routes[type].news) < 0) {
                child_kill(child, "spoke out of turn");
                return;
        }
        routes[type].handle(child, frame, size);
}

static void on_readable(struct bufferevent *channel, void *context)
{
        struct evbuffer *input = bufferevent_get_input(channel);
        unsigned char head[FRAME_HEAD_BYTES];
        struct child *child = context;
        size_t size;

        while (child->state != CHILD_ENDING &&
               evbuffer_copyout(input, head, sizeof(head)) == (ev_ssize_t)sizeof(head)) {
                const unsigned char *frame;
                int r = frame_size(head, evbuffer_get_length(input), &size);

                if (r < 0) {
                        child_kill(child, "announced an answer beyond the limit");
                        return;
                }
                if (r == 0)
                        return;
                frame = evbuffer_pullup(input, (ev_ssize_t)size);
                if (!frame) {
                        child_kill(child, "no memory for its answer");
                        return;
                }
                on_frame(child, frame, size);
                evbuffer_drain(input, size);
        }
}

/* The process ends by itself now, or is hanging without a channel: either way it is over. What
 * it says about the end comes with on_reaped(). */
static void on_hang_up(struct bufferevent *channel, short what, void *context)
{
        struct child *child = context;

        (void)what;
        bufferevent_disable(channel, EV_READ | EV_WRITE);
        step(child, CHILD_HUNG_UP);
}

static void on_words(evutil_socket_t fd, short what, void *context)
{
        struct child *child = context;

        (void)what;
        if (!words_read(child->words, fd))
                event_del(child->words_event);
        else if (words_count(child->words) > CHILD_WORDS_MAX)
                child_kill(child, "floods its standard error");
}

/* ------------------------------------------------------------ the end */

static void describe_end(const struct child *child, const siginfo_t *info, char *out,
                         size_t room)
{
        const char *last = words_last(child->words);
        int n;

        if (child->reason[0])
                n = snprintf(out, room, "%s", child->reason);
        else if (info->si_code == CLD_EXITED)
                n = snprintf(out, room, "ended with status %d", info->si_status);
        else if (info->si_status == SIGSYS)
                n = snprintf(out, room, "killed by the sandbox");
        else
                n = snprintf(out, room, "killed by SIG%s", sigabbrev_np(info->si_status));
        if (last[0] && n >= 0 && (size_t)n < room)
                snprintf(out + n, room - (size_t)n, ": %s", last);
}

static void on_reaped(evutil_socket_t pidfd, short what, void *context)
{
        char reason[CHILD_REASON_MAX];
        struct child *child = context;
        siginfo_t info = { .si_pid = 0 };
        bool quiet;

        (void)what;
        if (waitid(P_PIDFD, (id_t)pidfd, &info, WEXITED | WNOHANG) < 0 || info.si_pid == 0)
                return;
        words_read(child->words, child->process.words);
        describe_end(child, &info, reason, sizeof(reason));
        quiet = child->dismissed && info.si_code == CLD_EXITED && info.si_status == 0;
        event_del(child->reaped_event);
        event_del(child->words_event);
        bufferevent_disable(child->channel, EV_READ | EV_WRITE);
        step(child, CHILD_REAPED);
        child->events->gone(child->context, child, quiet ? NULL : reason);
}

void child_dismiss(struct child *child)
{
        if (child->state == CHILD_ENDING || child->state == CHILD_GONE)
                return;
        shutdown(child->process.channel, SHUT_RDWR);
        bufferevent_disable(child->channel, EV_READ | EV_WRITE);
        child->dismissed = true;
        step(child, CHILD_ENDED);
}

/* ------------------------------------------------------------ a job */

int child_give(struct child *child, const struct child_job *job)
{
        const struct frame_job frame = { job->job, job->kind, *job->body };
        _cleanup_(buffer_clear) struct buffer out = { .limit = 0 };

        if (child_next(child->state, CHILD_GIVEN_JOB) < 0)
                return -EBUSY;
        frame_put_job(&out, &frame);
        if (buffer_error(&out))
                return buffer_error(&out);
        if (bufferevent_write(child->channel, out.data, out.size) < 0)
                return -ENOMEM;
        child->job = job->job;
        child->wall_ms = job->wall_ms;
        child->cpu_ms = job->cpu_ms;
        child->cpu_start_ms = child_cpu_ms(child->process.pid);
        words_restart(child->words);
        step(child, CHILD_GIVEN_JOB);
        return 0;
}

static void check_caps(struct child *child)
{
        uint64_t cpu = child_cpu_ms(child->process.pid) - child->cpu_start_ms;
        char reason[96] = "";

        if (child->spent_ms > child->wall_ms)
                snprintf(reason, sizeof(reason), "no answer after %u ms", child->wall_ms);
        else if (child->cpu_ms && cpu > child->cpu_ms && cpu < INT64_MAX)
                snprintf(reason, sizeof(reason), "used more than %u ms of CPU time",
                         child->cpu_ms);
        else if (child->config.memory_bytes &&
                 child_resident_bytes(child->process.pid) > child->config.memory_bytes)
                snprintf(reason, sizeof(reason), "used more than %llu MiB of memory",
                         (unsigned long long)child->config.memory_bytes >> 20);
        if (reason[0])
                child_kill(child, reason);
}

void child_tick(struct child *child, unsigned elapsed_ms)
{
        if (child->state == CHILD_GONE)
                return;
        child->spent_ms += elapsed_ms;
        if (child->state == CHILD_BUSY)
                check_caps(child);
        else if (child->state == CHILD_STARTING && child->spent_ms > CHILD_START_MS)
                child_kill(child, "was not ready in time");
        else if (child->state == CHILD_ENDING && child->spent_ms > CHILD_END_MS)
                child_kill(child, "did not go when told to");
}

/* ------------------------------------------------------------ start and release */

static int open_events(struct child *child)
{
        struct event_base *base = child->config.base;

        child->channel =
                bufferevent_socket_new(base, child->process.channel, BEV_OPT_CLOSE_ON_FREE);
        if (!child->channel)
                return -ENOMEM;
        bufferevent_setcb(child->channel, on_readable, NULL, on_hang_up, child);
        /* One frame and no more is held: what a worker sends beyond it stays with it. */
        bufferevent_setwatermark(child->channel, EV_READ, 0,
                                 FRAME_BYTES_MAX + FRAME_HEAD_BYTES);
        bufferevent_set_max_single_read(child->channel, READ_AT_ONCE);
        bufferevent_set_max_single_write(child->channel, READ_AT_ONCE);
        child->words_event =
                event_new(base, child->process.words, EV_READ | EV_PERSIST, on_words, child);
        child->reaped_event =
                event_new(base, child->process.pidfd, EV_READ | EV_PERSIST, on_reaped, child);
        if (!child->words_event || !child->reaped_event ||
            event_add(child->words_event, NULL) < 0 ||
            event_add(child->reaped_event, NULL) < 0 ||
            bufferevent_enable(child->channel, EV_READ | EV_WRITE) < 0)
                return -ENOMEM;
        return 0;
}

int child_start(struct child **ret, const struct child_config *config,
                const struct child_events *events, void *context)
{
        _cleanup_(child_freep) struct child *child = calloc(1, sizeof(*child));
        int r;

        if (!child)
                return -ENOMEM;
        child->config = *config;
        child->events = events;
        child->context = context;
        child->state = CHILD_GONE;
        child->words = words_new();
        if (!child->words)
                return -ENOMEM;
        r = child_spawn(&child->process, config->path, config->nice, config->memory_bytes);
        if (r)
                return r;
        child->state = CHILD_STARTING;
        r = open_events(child);
        if (r)
                return r;
        *ret = TAKE_PTR(child);
        return 0;
}

static void reap_now(struct child *child)
{
        siginfo_t info;

        pidfd_send_signal(child->process.pidfd, SIGKILL, NULL, 0);
        while (waitid(P_PID, (id_t)child->process.pid, &info, WEXITED) < 0 && errno == EINTR)
                ;
}

void child_free(struct child *child)
{
        if (!child)
                return;
        if (child->state != CHILD_GONE)
                reap_now(child);
        if (child->words_event)
                event_free(child->words_event);
        if (child->reaped_event)
                event_free(child->reaped_event);
        if (child->channel)
                bufferevent_free(child->channel);
        else if (child->process.pid)
                close(child->process.channel);
        if (child->process.pid) {
                close(child->process.words);
                close(child->process.pidfd);
        }
        words_free(child->words);
        free(child);
}

enum child_state child_state(const struct child *child)
{
        return child->state;
}

pid_t child_pid(const struct child *child)
{
        return child->process.pid;
}

const char *child_layers(const struct child *child)
{
        return child->layers;
}

unsigned child_spent_ms(const struct child *child)
{
        return child->state == CHILD_BUSY ? child->spent_ms : child->job_spent_ms;
}

unsigned child_idle_ms(const struct child *child)
{
        return child->state == CHILD_IDLE ? child->spent_ms : 0;
}
