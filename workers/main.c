/* parallax-worker - reads jobs on fd 3, answers each with one result, and can do nothing else
 *
 * Started by the daemon alone: descriptors 0 and 1 are /dev/null, 2 a pipe for last words, 3 a
 * socket to the daemon. It enters its sandbox, says READY, then serves until the daemon hangs
 * up. Anything that is not as it should be ends the process: the daemon starts another.
 */
#include <errno.h>
#include <getopt.h>
#include <malloc.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <signal.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/macros.h"
#include "proto/frame.h"
#include "workers/jobs.h"
#include "workers/sandbox.h"

enum {
        CHANNEL_FD = 3,
        KEEP_BYTES = 1 << 20,
        SLICE_NS = 100000000, /* the longest that Linux gives */
};

#if PARALLAX_SANITIZED
/* The leak check attaches a process to this one, which the sandbox does not allow. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
        return "detect_leaks=0:allocator_may_return_null=1";
}
#endif

struct options {
        uint64_t memory_bytes;
        int nice;
};

/* Returns 1, 0 when the daemon has hung up before the first byte, or a negative errno. */
static int read_exactly(void *data, size_t size)
{
        size_t have = 0;

        while (have < size) {
                ssize_t n = read(CHANNEL_FD, (char *)data + have, size - have);

                if (n < 0 && errno == EINTR)
                        continue;
                if (n < 0)
                        return -errno;
                if (n == 0)
                        return have ? -ECONNRESET : 0;
                have += (size_t)n;
        }
        return 1;
}

static int write_exactly(const void *data, size_t size)
{
        size_t sent = 0;

        while (sent < size) {
                ssize_t n = write(CHANNEL_FD, (const char *)data + sent, size - sent);

                if (n < 0 && errno == EINTR)
                        continue;
                if (n < 0)
                        return -errno;
                sent += (size_t)n;
        }
        return 0;
}

/* Gives the malloc'd frame. Returns as read_exactly(). */
static int read_frame(unsigned char **ret, size_t *ret_size)
{
        unsigned char head[FRAME_HEAD_BYTES], *frame;
        struct cursor c;
        uint32_t length;
        int r;

        r = read_exactly(head, sizeof(head));
        if (r <= 0)
                return r;
        cursor_init(&c, head, sizeof(head));
        cursor_get_u32(&c, &length);
        if (length == 0 || length > FRAME_BYTES_MAX)
                return -EBADMSG;
        frame = malloc(sizeof(head) + length);
        if (!frame)
                return -ENOMEM;
        memcpy(frame, head, sizeof(head));
        r = read_exactly(frame + sizeof(head), length);
        if (r <= 0) {
                free(frame);
                return r ? r : -ECONNRESET;
        }
        *ret = frame;
        *ret_size = sizeof(head) + length;
        return 1;
}

static int answer(const struct frame_result *result)
{
        _cleanup_(buffer_clear) struct buffer out = { .limit = 0 };

        frame_put_result(&out, result);
        if (buffer_error(&out))
                return buffer_error(&out);
        return write_exactly(out.data, out.size);
}

static int serve_job(const unsigned char *frame, size_t size, const struct job_limits *limits)
{
        _cleanup_(buffer_clear) struct buffer body = { .limit = FRAME_BYTES_MAX - 64 };
        char reason[JOB_REASON_MAX] = "";
        struct frame_result result = { .failed = 0 };
        struct frame_job job;
        int r;

        if (frame_get_job(&job, frame, size))
                return -EBADMSG;
        r = job_run(&job, limits, &body, reason);
        if (r < 0)
                return r;
        result.job = job.job;
        result.failed = r == JOB_E_FAILED;
        result.body = (struct blob){ body.data, body.size };
        if (result.failed)
                result.body = (struct blob){ reason, strlen(reason) };
        return answer(&result);
}

static int serve(const struct job_limits *limits)
{
        for (;;) {
                unsigned char *frame;
                size_t size;
                int r = read_frame(&frame, &size);

                if (r <= 0)
                        return r;
                r = serve_job(frame, size, limits);
                free(frame);
                if (r)
                        return r;
                /* A large job must not leave a large idle process behind. */
                if (size > KEEP_BYTES)
                        malloc_trim(KEEP_BYTES);
        }
}

static int say_ready(unsigned layers)
{
        _cleanup_(buffer_clear) struct buffer out = { .limit = 0 };
        static const char version[] = "parallax/" PARALLAX_VERSION;
        char names[128];
        struct frame_ready ready = { .pid = (uint32_t)getpid() };

        sandbox_describe(layers, names, sizeof(names));
        ready.version = (struct blob){ version, sizeof(version) - 1 };
        ready.layers = (struct blob){ names, strlen(names) };
        frame_put_ready(&out, &ready);
        return buffer_error(&out) ? buffer_error(&out) : write_exactly(out.data, out.size);
}

static int read_options(struct options *ret, int argc, char **argv)
{
        static const struct option names[] = {
                { "memory", required_argument, NULL, 'm' },
                { "nice", required_argument, NULL, 'n' },
                { NULL, 0, NULL, 0 },
        };
        int name;

        while ((name = getopt_long(argc, argv, "", names, NULL)) != -1) {
                if (name == 'm')
                        ret->memory_bytes = strtoull(optarg, NULL, 10);
                else if (name == 'n')
                        ret->nice = atoi(optarg);
                else
                        return -EINVAL;
        }
        return optind == argc ? 0 : -EINVAL;
}

/* As sched_setattr(2) takes it; glibc 2.36 has neither the call nor this. */
struct scheduling {
        uint32_t size, policy;
        uint64_t flags;
        int32_t nice;
        uint32_t priority;
        uint64_t slice_ns, deadline_ns, period_ns;
};

/* The daemon's threads sleep and wake all the time, and must not wait for a worker's slice to
 * end. Since Linux 6.12 a process that asks for long slices gives way to one that wakes with
 * shorter ones; before, and where it may not ask, the nice value has to do. All this is a wish.
 */
static void step_back(int nice)
{
        const struct scheduling wanted = {
                .size = sizeof(wanted),
                .policy = SCHED_BATCH,
                .nice = nice,
                .slice_ns = SLICE_NS,
        };

        (void)setpriority(PRIO_PROCESS, 0, nice);
        (void)syscall(SYS_sched_setattr, 0, &wanted, 0);
}

/* In this order: what needs files, what needs rights, the sandbox, the first word. */
static int prepare(const struct options *options, const struct job_limits *limits)
{
        const struct sandbox_limits most = { .memory_bytes = options->memory_bytes };
        unsigned layers;
        int r;

        if (prctl(PR_SET_PDEATHSIG, SIGKILL) < 0)
                return -errno;
        step_back(options->nice);
        r = jobs_warm_up(limits);
        if (!r)
                r = sandbox_enter(&most, &layers);
        return r ? r : say_ready(layers);
}

int main(int argc, char **argv)
{
        struct options options = { .memory_bytes = 0 };
        struct job_limits limits = { .arena_bytes = SIZE_MAX };
        int r;

        r = read_options(&options, argc, argv);
        if (r) {
                fprintf(stderr, "parallax-worker is started by parallaxd\n");
                return 2;
        }
        if (options.memory_bytes)
                limits.arena_bytes = options.memory_bytes / 4 * 3;
        r = prepare(&options, &limits);
        if (!r)
                r = serve(&limits);
        if (r)
                fprintf(stderr, "parallax-worker: %s\n", strerror(-error_fold(r)));
        return r ? 1 : 0;
}
