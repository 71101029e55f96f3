/* A worker's jobs without a worker around them: bytes in, bytes out, and nothing leaks. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/json.h"
#include "base/macros.h"
#include "proto/comparison.h"
#include "tests/unit/test.h"
#include "workers/jobs.h"
#include "workers/link/link.h"

static const struct job_limits limits = { .arena_bytes = SIZE_MAX };

static struct buffer answer;
static char reason[JOB_REASON_MAX];

static int when_done(enum job_kind kind, const struct buffer *body)
{
        const struct frame_job job = { .job = 1,
                                       .kind = (uint8_t)kind,
                                       .body = { body->data, body->size } };

        buffer_clear(&answer);
        reason[0] = '\0';
        return job_run(&job, &limits, &answer, reason);
}

static int when_extracted_from(const char *json, const char *page)
{
        const struct extract_job job = { { json, strlen(json) },
                                         { page, page ? strlen(page) : 0 } };
        struct buffer body = { .limit = 0 };
        int r;

        extract_job_put(&body, &job);
        r = when_done(JOB_EXTRACT, &body);
        buffer_clear(&body);
        return r;
}

static void expect_extraction_of(const char *id)
{
        struct extract_result result;
        struct json_fault fault;
        json_t *value;

        REQUIRE(extract_result_get(&result, answer.data, answer.size) == 0);
        EXPECT_INT(link_signature_check(result.signature.data, result.signature.size), 0);
        EXPECT_INT(keys_check(result.keys.data, result.keys.size), 0);
        value = json_parse(result.extraction.data, result.extraction.size, &fault);
        EXPECT_STR(json_text(value, "article"), id);
        json_decref(value);
}

TEST(an_article_is_extracted)
{
        EXPECT_INT(when_extracted_from("{\"id\":\"a\",\"source\":\"s\",\"text\":\"A ferry ran "
                                       "aground off Vik on Monday. Nobody was hurt.\"}",
                                       NULL),
                   0);
        expect_extraction_of("a");
}

TEST(a_page_is_extracted_from_its_bytes)
{
        EXPECT_INT(when_extracted_from("{\"id\":\"b\",\"source\":\"s\"}",
                                       "<html><title>Ferry</title><p>A ferry ran aground.</p>"),
                   0);
        expect_extraction_of("b");
}

/* Paragraphs of one sentence of 50 bytes. */
static char *long_article(size_t paragraphs)
{
        struct buffer json = { .limit = 0 };

        buffer_put_text(&json, "{\"id\":\"a\",\"source\":\"s\",\"title\":\"Log\",\"text\":\"");
        for (size_t i = 0; i < paragraphs; i++)
                buffer_printf(&json, "%sOn day %06zu the “Vik” sailed to the islands again.",
                              i ? "\\n\\n" : "", i);
        buffer_put_text(&json, "\"}");
        REQUIRE(buffer_text(&json) != NULL);
        return (char *)json.data;
}

TEST(of_a_text_that_is_no_article_for_length_the_head_is_analysed)
{
        char *json = long_article(20000);
        struct extract_result result;
        const json_t *analysed, *last;
        json_t *value;

        EXPECT_INT(when_extracted_from(json, NULL), 0);
        REQUIRE(extract_result_get(&result, answer.data, answer.size) == 0);
        value = json_parse(result.extraction.data, result.extraction.size, NULL);
        REQUIRE(value != NULL);
        analysed = json_array_get(json_object_get(value, "analysed"), 1);
        EXPECT(strstr(json_text(value, "text"), "On day 019999 the “Vik” sailed") != NULL);
        EXPECT(json_integer_value(analysed) > 400000);
        EXPECT(json_integer_value(analysed) <= 512 << 10);
        last = json_object_get(value, "sentences");
        last = json_array_get(last, json_array_size(last) - 1);
        EXPECT_INT(json_integer_value(json_array_get(last, 1)), json_integer_value(analysed));
        json_decref(value);
        free(json);
}

TEST(of_an_article_all_is_analysed)
{
        char *json = long_article(20);
        struct extract_result result;
        json_t *value;

        EXPECT_INT(when_extracted_from(json, NULL), 0);
        REQUIRE(extract_result_get(&result, answer.data, answer.size) == 0);
        value = json_parse(result.extraction.data, result.extraction.size, NULL);
        REQUIRE(value != NULL);
        EXPECT(!json_object_get(value, "analysed"));
        EXPECT_INT(json_array_size(json_object_get(value, "sentences")), 20);
        json_decref(value);
        free(json);
}

TEST(what_is_no_article_fails_with_a_reason)
{
        EXPECT_INT(when_extracted_from("{\"id\":\"a\"}", NULL), JOB_E_FAILED);
        EXPECT(strstr(reason, "no article") != NULL);
}

TEST(a_body_that_is_cut_off_fails_with_a_reason)
{
        struct buffer body = { .limit = 0 };

        buffer_put_u32(&body, 1000);
        for (int kind = JOB_EXTRACT; kind <= JOB_RENDER; kind++) {
                EXPECT_INT(when_done((enum job_kind)kind, &body), JOB_E_FAILED);
                EXPECT(reason[0] != '\0');
        }
        buffer_clear(&body);
}

TEST(an_unknown_kind_fails_with_a_reason)
{
        const struct frame_job job = { .kind = 77 };

        EXPECT_INT(job_run(&job, &limits, &answer, reason), JOB_E_FAILED);
        EXPECT_STR(reason, "unknown kind of job: 77");
}

/* What an article's job gave, as the account of a fold. */
static void when_folded(uint64_t number)
{
        struct extract_result result;
        struct account_blob account = { .number = number };
        const struct fold_job job = { .head = { .event = number, .version = number },
                                      .n_accounts = 1,
                                      .accounts = &account };
        struct buffer body = { .limit = 0 };

        REQUIRE(extract_result_get(&result, answer.data, answer.size) == 0);
        account.extraction = result.extraction;
        fold_job_put(&body, &job);
        EXPECT_INT(when_done(JOB_FOLD, &body), 0);
        buffer_clear(&body);
}

static void when_rendered(uint64_t number)
{
        struct fold_result result;
        struct render_job job = { .head = { .event = number, .version = number } };
        struct buffer body = { .limit = 0 };

        REQUIRE(fold_result_get(&result, answer.data, answer.size) == 0);
        job.n_rows = result.n_rows;
        job.rows = result.rows;
        render_job_put(&body, &job);
        free(result.rows);
        EXPECT_INT(when_done(JOB_RENDER, &body), 0);
        buffer_clear(&body);
}

TEST(an_account_is_folded_and_rendered)
{
        struct json_fault fault;
        json_t *value;

        REQUIRE(when_extracted_from("{\"id\":\"a\",\"source\":\"s\",\"text\":\"A ferry ran "
                                    "aground off Vik on Monday. “It is over,” said Anna "
                                    "Lindqvist.\"}",
                                    NULL) == 0);
        when_folded(1);
        when_rendered(1);
        value = json_parse((const char *)answer.data, answer.size, &fault);
        EXPECT_INT(comparison_check(value, &fault), 0);
        EXPECT_STR(json_text(value, "event"), "e1");
        json_decref(value);
        buffer_clear(&answer);
}

TEST(a_worker_warms_up)
{
        EXPECT_INT(jobs_warm_up(&limits), 0);
}
