/* jobs - see jobs.h */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/error.h"
#include "proto/article.h"
#include "workers/compare/compare.h"
#include "workers/extract/stages.h"
#include "workers/jobs.h"
#include "workers/link/link.h"

/* An arena may take this much and so many bytes a byte of input: tokens and findings of honest
 * text stay far below. */
enum { ARENA_BASE = 32 << 20, ARENA_FACTOR = 64 };

/* One job on its way. */
struct task {
        const struct frame_job *job;
        const struct job_limits *limits;
        struct buffer *out;
        char *reason;
};

__attribute__((format(printf, 2, 3))) static int fail(const struct task *task,
                                                      const char *format, ...)
{
        va_list args;

        va_start(args, format);
        vsnprintf(task->reason, JOB_REASON_MAX, format, args);
        va_end(args);
        return JOB_E_FAILED;
}

static size_t arena_limit(const struct task *task)
{
        uint64_t limit = ARENA_BASE + (uint64_t)task->job->body.size * ARENA_FACTOR;

        return limit < task->limits->arena_bytes ? limit : task->limits->arena_bytes;
}

/* -ENOMEM is the input's fault when the arena is near its limit, and the machine's else. */
static int judge_memory(const struct task *task, const struct arena *arena, int r)
{
        size_t limit = arena_limit(task);

        if (r == -ENOMEM && arena_used(arena) >= limit - limit / 4)
                return fail(task, "more than %zu MiB of findings for %zu bytes", limit >> 20,
                            task->job->body.size);
        return r;
}

/* What is larger than a frame can never be sent, however often it is tried. */
static int judge_size(const struct task *task, const struct buffer *b)
{
        if (buffer_error(b) == -EMSGSIZE)
                return fail(task, "the result is larger than %d bytes", FRAME_BYTES_MAX);
        return buffer_error(b);
}

/* What an article's job gives. */
struct account {
        struct buffer extraction, signature, keys;
};

static void account_clear(struct account *account)
{
        buffer_clear(&account->extraction);
        buffer_clear(&account->signature);
        buffer_clear(&account->keys);
}

static int account_write(const struct task *task, struct account *to,
                         const struct extraction *x)
{
        int r = extraction_encode(x, &to->extraction);

        if (!r)
                r = link_signature(x, &to->signature);
        if (!r)
                r = compare_keys(x, &to->keys);
        if (r == -EMSGSIZE || buffer_error(&to->extraction) == -EMSGSIZE)
                return fail(task, "the extraction is larger than its limits");
        return error_fold(r);
}

static int account_extract(const struct task *task, struct account *to,
                           const struct article *article)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new(arena_limit(task));
        struct extraction *x;
        int r;

        if (!arena)
                return -ENOMEM;
        r = extract_article(&x, article, arena);
        if (r == EXTRACT_E_UNREADABLE)
                return fail(task, "the input is no text");
        if (!r)
                r = account_write(task, to, x);
        return judge_memory(task, arena, r);
}

/* The article and all that was found is gone when this returns: what a large one takes is not
 * needed twice. */
static int account_find(const struct task *task, struct account *to)
{
        _cleanup_(article_freep) struct article *article = NULL;
        struct extract_job job;
        struct json_fault fault = { .pointer = "" };
        int r = extract_job_get(&job, task->job->body.data, task->job->body.size);

        if (r > 0)
                return fail(task, "the job cannot be read");
        if (!r)
                r = article_decode(&article, job.article.data, job.article.size, job.raw.data,
                                   job.raw.size, &fault);
        if (r > 0)
                return fail(task, "no article: %s: expected %s", fault.pointer, fault.expected);
        return r ? r : account_extract(task, to, article);
}

static int run_extract(const struct task *task)
{
        struct account found = { .extraction = { .limit = EXTRACTION_BYTES_MAX },
                                 .signature = { .limit = SIGNATURE_BYTES_MAX },
                                 .keys = { .limit = FRAME_BYTES_MAX } };
        int r = account_find(task, &found);

        if (!r) {
                const struct extract_result result = {
                        .extraction = { found.extraction.data, found.extraction.size },
                        .signature = { found.signature.data, found.signature.size },
                        .keys = { found.keys.data, found.keys.size },
                };

                extract_result_put(task->out, &result);
                r = judge_size(task, task->out);
        }
        account_clear(&found);
        return r;
}

static int judge_comparison(const struct task *task, int r)
{
        if (r == FRAME_E_MALFORMED)
                return fail(task, "rows or accounts that cannot be read");
        return r ? r : judge_size(task, task->out);
}

static int run_fold(const struct task *task)
{
        struct fold_job job = { .n_rows = 0 };
        int r;

        r = fold_job_get(&job, task->job->body.data, task->job->body.size);
        if (!r)
                r = compare_fold(&job, task->out);
        free(job.rows);
        free(job.accounts);
        return judge_comparison(task, r);
}

static int run_render(const struct task *task)
{
        struct render_job job = { .n_rows = 0 };
        int r;

        r = render_job_get(&job, task->job->body.data, task->job->body.size);
        if (!r)
                r = compare_render(&job, task->out);
        free(job.rows);
        return judge_comparison(task, r);
}

int job_run(const struct frame_job *job, const struct job_limits *limits, struct buffer *out,
            char reason[JOB_REASON_MAX])
{
        static int (*const kinds[])(const struct task *) = {
                [JOB_EXTRACT] = run_extract,
                [JOB_FOLD] = run_fold,
                [JOB_RENDER] = run_render,
        };
        const struct task task = { job, limits, out, reason };

        if (job->kind >= ARRAY_SIZE(kinds) || !kinds[job->kind])
                return fail(&task, "unknown kind of job: %u", job->kind);
        return kinds[job->kind](&task);
}

/* ------------------------------------------------------------ before the sandbox */

static const char warm_text[] =
        "{\"id\":\"warm-up\",\"source\":\"warm-up\",\"published\":\"2021-12-02T20:35:00Z\","
        "\"title\":\"Ministers meet in Oslo\",\"text\":\"OSLO (Reuters) – Two ministers met on "
        "Tuesday for 40 minutes. “We agreed,” Anna Berg, the foreign minister, said. Der "
        "Minister sprach. Министр сказал.\"}";
static const char warm_page[] =
        "{\"id\":\"warm-up\",\"source\":\"warm-up\",\"charset\":\"windows-1252\"}";
static const char warm_html[] =
        "<!doctype html><html lang=en><head><meta charset=koi8-r><title>Ministers "
        "meet</title></head><body><article><h1>Ministers meet</h1><p>Two ministers met in Oslo "
        "on Tuesday for 40 minutes.</p><p>\x93We agreed,\x94 Anna Berg said.</p></article>";

static int warm_extract(const struct job_limits *limits, const struct extract_job *job)
{
        _cleanup_(buffer_clear) struct buffer body = { .limit = 0 };
        _cleanup_(buffer_clear) struct buffer out = { .limit = FRAME_BYTES_MAX };
        char reason[JOB_REASON_MAX];
        struct frame_job frame = { .kind = JOB_EXTRACT };
        int r;

        extract_job_put(&body, job);
        if (buffer_error(&body))
                return buffer_error(&body);
        frame.body = (struct blob){ body.data, body.size };
        r = job_run(&frame, limits, &out, reason);
        /* That nothing was found in it is no reason not to start. */
        return r < 0 ? r : 0;
}

static int compare_bytes(const void *a, const void *b)
{
        return *(const unsigned char *)a - *(const unsigned char *)b;
}

/* glibc's qsort() asks once how much memory there is, when an array is beyond 1 KiB. */
static int warm_sort(void)
{
        unsigned char *bytes = calloc(1, 4096);

        if (!bytes)
                return -ENOMEM;
        qsort(bytes, 4096, 1, compare_bytes);
        free(bytes);
        return 0;
}

int jobs_warm_up(const struct job_limits *limits)
{
        const struct extract_job text = { { warm_text, sizeof(warm_text) - 1 }, { NULL, 0 } };
        const struct extract_job page = { { warm_page, sizeof(warm_page) - 1 },
                                          { warm_html, sizeof(warm_html) - 1 } };
        int r;

        json_object_seed(0); /* reads /dev/urandom */
        r = warm_sort();
        if (!r)
                r = warm_extract(limits, &text);
        if (!r)
                r = warm_extract(limits, &page);
        return r;
}
