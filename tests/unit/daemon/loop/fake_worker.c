/* fake_worker - a worker that does what its job says, however wrong
 *
 * The body of a job names the fault; --behave=NAME names one that comes before READY. With
 * --behave=honest it does its jobs as the real one does, but for articles whose text says
 * "FAULT=NAME;", and folds of accounts that say "FOLDING=NAME;". --behave=deaf is an honest one
 * of another make: it does not see opening quotation marks. Not sandboxed, so that it can do
 * all the harm that the daemon must bear.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/macros.h"
#include "proto/frame.h"
#include "workers/jobs.h"

enum { CHANNEL_FD = 3 };

static void send_all(const void *data, size_t size)
{
        size_t sent = 0;

        while (sent < size) {
                ssize_t n = write(CHANNEL_FD, (const char *)data + sent, size - sent);

                if (n <= 0)
                        exit(3);
                sent += (size_t)n;
        }
}

static void answer(uint64_t job, bool failed, const char *text)
{
        const struct frame_result result = { job, failed, { text, strlen(text) } };
        struct buffer out = { .limit = 0 };

        frame_put_result(&out, &result);
        send_all(out.data, out.size);
        buffer_clear(&out);
}

/* ------------------------------------------------------------ faults, by name */

static void do_crash(uint64_t job)
{
        (void)job;
        fprintf(stderr, "something else\nassertion failed: all is well\n");
        raise(SIGKILL);
}

static void do_exit(uint64_t job)
{
        (void)job;
        exit(7);
}

static void do_hang(uint64_t job)
{
        (void)job;
        for (;;)
                pause();
}

static void do_stop(uint64_t job)
{
        raise(SIGSTOP);
        answer(job, false, "late");
}

static void do_spin(uint64_t job)
{
        volatile uint64_t n = job;

        for (;;)
                n++;
}

static void do_hang_up(uint64_t job)
{
        close(CHANNEL_FD);
        do_hang(job);
}

static void do_garbage(uint64_t job)
{
        static const char garbage[] = "\0\0\0\x10\xff\xff garbage garbage";

        (void)job;
        send_all(garbage, sizeof(garbage));
        do_hang(job);
}

static void do_other_job(uint64_t job)
{
        answer(job + 1, false, "not yours");
        do_hang(job);
}

static void do_twice(uint64_t job)
{
        answer(job, false, "one");
        answer(job, false, "two");
        do_hang(job);
}

static void do_gigabyte(uint64_t job)
{
        static const unsigned char head[] = { 0x40, 0, 0, 0 };
        static char block[1 << 16];

        (void)job;
        send_all(head, sizeof(head));
        for (;;)
                send_all(block, sizeof(block));
}

static void do_hog(uint64_t job)
{
        for (;;) {
                char *block = malloc(1 << 20);

                if (!block)
                        do_hang(job);
                memset(block, 1, 1 << 20);
                usleep(200);
        }
}

static void do_flood(uint64_t job)
{
        char line[1024];

        memset(line, 'x', sizeof(line));
        for (;;)
                if (write(STDERR_FILENO, line, sizeof(line)) < 0)
                        usleep(100);
        answer(job, false, "");
}

static void do_fail(uint64_t job)
{
        answer(job, true, "it is no article");
}

/* Says which descriptors it has, and how nice it is. */
static void do_look(uint64_t job)
{
        char text[256];
        size_t used = 0;
        struct stat found;

        for (int fd = 0; fd < 1024; fd++)
                if (fstat(fd, &found) == 0)
                        used += (size_t)snprintf(text + used, sizeof(text) - used, "%d ", fd);
        snprintf(text + used, sizeof(text) - used, "nice %d", getpriority(PRIO_PROCESS, 0));
        answer(job, false, text);
}

static void do_large(uint64_t job)
{
        size_t size = 20 << 20;
        char *text = malloc(size + 1);

        memset(text, 'a', size);
        text[size] = '\0';
        answer(job, false, text);
        free(text);
}

/* Long enough to be found at work. */
static void do_slow(uint64_t job)
{
        (void)job;
        usleep(1500 * 1000);
}

/* A frame that is well formed, and a result that is none. */
static void do_nonsense(uint64_t job)
{
        answer(job, false, "not an extraction");
}

static bool do_fault(const char *name, uint64_t job)
{
        static const struct {
                const char *name;
                void (*run)(uint64_t job);
        } faults[] = {
                { "crash", do_crash },     { "exit", do_exit },
                { "hang", do_hang },       { "stop", do_stop },
                { "spin", do_spin },       { "hang-up", do_hang_up },
                { "garbage", do_garbage }, { "other-job", do_other_job },
                { "twice", do_twice },     { "gigabyte", do_gigabyte },
                { "hog", do_hog },         { "flood", do_flood },
                { "fail", do_fail },       { "look", do_look },
                { "large", do_large },     { "nonsense", do_nonsense },
        };

        for (size_t i = 0; i < ARRAY_SIZE(faults); i++) {
                if (strcmp(name, faults[i].name) == 0) {
                        faults[i].run(job);
                        return true;
                }
        }
        return false;
}

static void serve_told(const struct frame_job *job)
{
        char text[64];

        snprintf(text, sizeof(text), "%.*s", (int)(job->body.size < 60 ? job->body.size : 60),
                 (const char *)job->body.data);
        if (!do_fault(text, job->job))
                answer(job->job, false, text);
}

/* The word behind @mark, up to a semicolon; "" where there is none. */
static void find_word(const struct frame_job *job, const char *mark, char word[32])
{
        const char *end = (const char *)job->body.data + job->body.size;
        const char *at = memmem(job->body.data, job->body.size, mark, strlen(mark));
        size_t n = 0;

        for (at = at ? at + strlen(mark) : end; at < end && *at != ';' && n < 31; at++)
                word[n++] = *at;
        word[n] = '\0';
}

/* A result that is one, of an extraction that is none: its sentences end behind the text. */
static void spoil(struct buffer *body)
{
        static const char mark[] = "\"sentences\":[[0,", more[] = "9";
        char *at = memmem(body->data, body->size, mark, strlen(mark));

        if (at)
                memcpy(at + strlen(mark), more, strlen(more));
}

static void serve_honestly(const struct frame_job *job)
{
        const struct job_limits limits = { .arena_bytes = SIZE_MAX };
        struct frame_result result = { .job = job->job };
        struct buffer body = { .limit = 0 }, out = { .limit = 0 };
        char reason[JOB_REASON_MAX], word[32];
        int r;

        find_word(job, job->kind == JOB_EXTRACT ? "FAULT=" : "FOLDING=", word);
        if (strcmp(word, "slow") == 0)
                do_slow(job->job);
        else if (word[0] && job->kind != JOB_RENDER && do_fault(word, job->job))
                return;
        r = job_run(job, &limits, &body, reason);
        if (strcmp(word, "spoilt") == 0)
                spoil(&body);
        if (r < 0)
                exit(5);
        result.failed = r > 0;
        result.body = (struct blob){ body.data, body.size };
        if (r)
                result.body = (struct blob){ reason, strlen(reason) };
        frame_put_result(&out, &result);
        send_all(out.data, out.size);
        buffer_clear(&body);
        buffer_clear(&out);
}

/* The body of an extract job is an article as flat JSON. */
static void serve_deaf(const struct frame_job *job)
{
        static const char mark[] = "\xe2\x80\x9c", sign[] = "---";
        char *body = (char *)job->body.data;
        size_t left = job->body.size;

        while (job->kind == JOB_EXTRACT && (body = memmem(body, left, mark, strlen(mark)))) {
                memcpy(body, sign, strlen(mark));
                left = job->body.size - (size_t)(body - (const char *)job->body.data);
        }
        serve_honestly(job);
}

static void read_all(void *data, size_t size)
{
        size_t have = 0;

        while (have < size) {
                ssize_t n = read(CHANNEL_FD, (char *)data + have, size - have);

                if (n <= 0)
                        exit(0);
                have += (size_t)n;
        }
}

static void serve_next(void (*serve)(const struct frame_job *job))
{
        unsigned char head[FRAME_HEAD_BYTES], *frame;
        struct frame_job job;
        struct cursor c;
        uint32_t length;

        read_all(head, sizeof(head));
        cursor_init(&c, head, sizeof(head));
        cursor_get_u32(&c, &length);
        frame = malloc(sizeof(head) + length);
        memcpy(frame, head, sizeof(head));
        read_all(frame + sizeof(head), length);
        if (frame_get_job(&job, frame, sizeof(head) + length))
                exit(4);
        serve(&job);
        free(frame);
}

static void say_ready(const char *version)
{
        const struct frame_ready ready = { (uint32_t)getpid(),
                                           { version, strlen(version) },
                                           { "none", 4 } };
        struct buffer out = { .limit = 0 };

        frame_put_ready(&out, &ready);
        send_all(out.data, out.size);
        buffer_clear(&out);
}

int main(int argc, char **argv)
{
        const char *behave =
                argc > 1 && strncmp(argv[1], "--behave=", 9) == 0 ? argv[1] + 9 : "";

        for (int i = 1; i < argc; i++)
                if (strncmp(argv[i], "--nice=", 7) == 0)
                        setpriority(PRIO_PROCESS, 0, atoi(argv[i] + 7));
        if (strcmp(behave, "exit") == 0)
                return 9;
        if (strcmp(behave, "early-result") == 0)
                answer(1, false, "nobody asked");
        say_ready(strcmp(behave, "version") == 0 ? "parallax/99.0.0"
                                                 : "parallax/" PARALLAX_VERSION);
        for (;;)
                serve_next(strcmp(behave, "honest") == 0 ? serve_honestly
                           : strcmp(behave, "deaf") == 0 ? serve_deaf
                                                         : serve_told);
}
