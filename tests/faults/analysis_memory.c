/* analysis_memory - the Nth allocation fails, for all N, in each kind of a worker's job
 *
 * A job may then give the very bytes that it gives else, -ENOMEM, or end its process by
 * abort(). It may not crash, blame the input, or give a result with a finding less.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/macros.h"
#include "tests/faults/memory.h"
#include "workers/compare/ledger.h"
#include "workers/jobs.h"

enum { PATIENCE_S = 20 };
enum end { SAME, UNREACHED, CLEAN, OTHER, BLAMED };

static const struct job_limits limits = { .arena_bytes = SIZE_MAX };

#define TEXT                                                                                      \
        "VIK (Reuters) – At least 40 people were hurt on Monday, 3 May 2021 when a ferry "      \
        "ran aground off Vik, police said.\\n\\n“We have never seen anything like it in "       \
        "Vik,” said Anna Berg, the mayor of Vik. “It was as if the sea had stopped.”\\n\\n" \
        "Anna Berg met Foreign Minister Peter Hale of Norway in Oslo for 30 minutes. He "         \
        "told reporters that an inquiry into the accident would begin next week and cost 2 "      \
        "million euros. According to the \\u201cHarbour \\u00e9cho\\u201d, about 200 people "     \
        "were on board, twelve percent of them children."

static const char report[] =
        "{\"id\":\"one\",\"source\":\"The Harbour Post\",\"published\":\"2021-05-04T08:00:00Z\","
        "\"title\":\"Ferry runs aground off Vik\",\"authors\":[\"Ada Holm\"],"
        "\"url\":\"https://harbour.example/ferry\",\"meta\":{\"a\":[1,2.5,true,null]},"
        "\"text\":\"" TEXT "\"}";
static const char other_report[] =
        "{\"id\":\"two\",\"source\":\"Coast Radio\",\"published\":\"2021-05-04T09:00:00Z\","
        "\"title\":\"Dozens hurt as ferry runs aground\",\"text\":\"At least 50 people were "
        "hurt on Monday when a ferry ran aground off Vik, police said.\\n\\n“We have never "
        "seen anything like it,” Anna Berg said. Anna Berg met Peter Hale of Norway in Oslo "
        "for 40 minutes.\\n\\n" TEXT "\"}";
static const char page_head[] = "{\"id\":\"three\",\"source\":\"Valley Times\","
                                "\"fetched\":\"2021-05-05T08:00:00Z\","
                                "\"url\":\"https://valley.example/2021/05/04/ferry\"}";
static const char page[] =
        "<!doctype html><html lang=en><head><meta charset=iso-8859-1><title>Ferry aground | "
        "Valley Times</title><meta property=og:title content='Ferry aground off Vik'>"
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry "
        "aground off Vik\",\"datePublished\":\"2021-05-04T10:00:00Z\",\"author\":{\"name\":"
        "\"Ida Krone\"}}</script></head><body><nav><a href=/>Home</a></nav><article><h1>Ferry "
        "aground off Vik</h1><p class=byline>By Ida Krone, 4 May 2021</p><p>At least 40 "
        "people were hurt on Monday when a ferry ran aground off Vik, police said. Caf\xe9 "
        "owners near the quay brought blankets and hot soup.</p><p>\"We have never seen "
        "anything like it,\" Anna Berg, the mayor, said on Tuesday. She asked the owners of "
        "the ferry for 2 million euros.</p></article><footer>Read more</footer></body></html>";

static int run(const struct frame_job *job, struct buffer *out)
{
        char reason[JOB_REASON_MAX] = "";
        int r = job_run(job, &limits, out, reason);

        if (r > 0)
                printf("  %s\n", reason);
        return r;
}

static void try_one(const struct frame_job *job, const struct buffer *expected, unsigned at)
{
        struct buffer out = { .limit = FRAME_BYTES_MAX };
        int r;

        fail_at = at;
        n_allocations = 0;
        alarm(PATIENCE_S);
        r = run(job, &out);
        fail_at = 0;
        fflush(stdout);
        if (r)
                _exit(r == -ENOMEM ? CLEAN : BLAMED);
        if (out.size != expected->size || memcmp(out.data, expected->data, out.size) != 0)
                _exit(OTHER);
        _exit(n_allocations < at ? UNREACHED : SAME);
}

/* Gives how many of its allocations could not fail without a fault. */
static int fail_each(const char *name, const struct frame_job *job,
                     const struct buffer *expected)
{
        unsigned at = 1, clean = 0, aborted = 0, same = 0, faults = 0;
        int status = 0;

        for (; !WIFEXITED(status) || WEXITSTATUS(status) != UNREACHED; at++) {
                pid_t pid;

                fflush(stdout);
                pid = fork();
                if (pid == 0)
                        try_one(job, expected, at);
                if (pid < 0 || waitpid(pid, &status, 0) != pid)
                        exit(1);
                if (WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT)
                        aborted++;
                else if (WIFEXITED(status) && WEXITSTATUS(status) == CLEAN)
                        clean++;
                else if (WIFEXITED(status) && WEXITSTATUS(status) <= UNREACHED)
                        same++;
                else {
                        printf("  %s, allocation %u: %s\n", name, at,
                               WIFSIGNALED(status)             ? strsignal(WTERMSIG(status))
                               : WEXITSTATUS(status) == BLAMED ? "the input is blamed"
                                                               : "another result");
                        faults++;
                }
        }
        printf("%s: %u allocations; %u told, %u aborted, %u got by without, %u faults\n", name,
               at - 2, clean, aborted, same - 1, faults);
        return (int)faults + (at < 20);
}

static int check(const char *name, enum job_kind kind, const struct buffer *body,
                 struct buffer *result)
{
        const struct frame_job job = { .job = 1,
                                       .kind = (uint8_t)kind,
                                       .body = { body->data, body->size } };

        if (run(&job, result) != 0)
                exit(1);
        return fail_each(name, &job, result);
}

static int check_extract(const char *name, const char *article, const char *html,
                         struct buffer *result)
{
        const struct extract_job job = { { article, strlen(article) },
                                         { html, html ? strlen(html) : 0 } };
        struct buffer body = { .limit = 0 };
        int faults;

        extract_job_put(&body, &job);
        faults = check(name, JOB_EXTRACT, &body, result);
        buffer_clear(&body);
        return faults;
}

static int check_fold(const char *name, const struct fold_job *job, struct buffer *result)
{
        struct buffer body = { .limit = 0 };
        int faults;

        fold_job_put(&body, job);
        faults = check(name, JOB_FOLD, &body, result);
        buffer_clear(&body);
        return faults;
}

static int check_render(const struct fold_result *rows)
{
        struct render_job job = { .head = { 1, 2, 0 }, .rows = rows->rows };
        struct buffer body = { .limit = 0 }, result = { .limit = 0 };
        int faults;

        for (uint32_t i = 0; i < rows->n_rows; i++)
                if (!(*(const unsigned char *)rows->rows[i].key.data & ROW_FOLD_ONLY))
                        rows->rows[job.n_rows++] = rows->rows[i];
        render_job_put(&body, &job);
        faults = check("rendering", JOB_RENDER, &body, &result);
        buffer_clear(&body);
        buffer_clear(&result);
        return faults;
}

static int check_comparing(const struct buffer *first, const struct buffer *second)
{
        struct buffer one = { .limit = 0 }, both = { .limit = 0 };
        struct fold_result rows = { .n_rows = 0 };
        struct extract_result x[2];
        struct account_blob accounts[2];
        struct fold_job job = { .head = { 1, 1, 0 }, .n_accounts = 1, .accounts = accounts };
        int faults;

        if (extract_result_get(&x[0], first->data, first->size) != 0 ||
            extract_result_get(&x[1], second->data, second->size) != 0)
                exit(1);
        for (uint32_t i = 0; i < 2; i++)
                accounts[i] = (struct account_blob){ i + 1, x[i].extraction };
        faults = check_fold("folding the first", &job, &one);
        if (fold_result_get(&rows, one.data, one.size) != 0)
                exit(1);
        job.accounts = accounts + 1;
        job.rows = rows.rows;
        job.n_rows = rows.n_rows;
        faults += check_fold("folding the second", &job, &both);
        free(rows.rows);
        buffer_clear(&both);
        job = (struct fold_job){ .head = { 1, 2, 0 }, .n_accounts = 2, .accounts = accounts };
        faults += check_fold("folding both", &job, &both);
        if (fold_result_get(&rows, both.data, both.size) != 0)
                exit(1);
        faults += check_render(&rows);
        free(rows.rows);
        buffer_clear(&one);
        buffer_clear(&both);
        return faults;
}

int main(void)
{
        struct buffer first = { .limit = 0 }, second = { .limit = 0 }, third = { .limit = 0 };
        int faults;

        if (jobs_warm_up(&limits) != 0)
                return 1;
        faults = check_extract("extracting a text", report, NULL, &first);
        faults += check_extract("extracting another", other_report, NULL, &second);
        faults += check_extract("extracting a page", page_head, page, &third);
        faults += check_comparing(&first, &second);
        buffer_clear(&first);
        buffer_clear(&second);
        buffer_clear(&third);
        return faults > 0;
}
