/* put - what becomes of an article, in the contract's words */
#include <errno.h>
#include <string.h>

#include "daemon/intake.h"
#include "daemon/put.h"
#include "tests/unit/test.h"

static struct put put;
static struct outcome outcome;

static int given(const char *json, const char *raw)
{
        struct blob page = { raw, raw ? strlen(raw) : 0 };

        memset(&put, 0, sizeof(put));
        return put_decode(&put, json, strlen(json), &page, &outcome);
}

static const char *json_of(void)
{
        static struct buffer out;

        buffer_reset(&out);
        outcome_put(&outcome, &out);
        return buffer_text(&out);
}

static void expect_reply(int result, enum status status, const char *json)
{
        put_outcome(&put, result, &outcome);
        EXPECT_INT(outcome.status, status);
        EXPECT_STR(json_of(), json);
}

TEST(an_article_becomes_an_entry)
{
        EXPECT_INT(given("{\"source\":\"S\",\"id\":\"a\",\"text\":\"Words.\"}", NULL), 0);
        EXPECT_INT(put.entry.kind, ENTRY_ARTICLE);
        EXPECT_INT(put.entry.id.size, 1);
        EXPECT(put.entry.body.size > 0 && !put.entry.raw.data);
        EXPECT(put.work.harmless);
        put_clear(&put);
}

TEST(a_retraction_is_an_entry_of_its_own_kind)
{
        EXPECT_INT(given("{\"source\":\"S\",\"id\":\"a\",\"meta\":{\"status\":\"canceled\"}}",
                         NULL),
                   0);
        EXPECT_INT(put.entry.kind, ENTRY_RETRACTION);
        put_clear(&put);
}

TEST(the_raw_frame_is_kept_beside_the_body)
{
        EXPECT_INT(given("{\"source\":\"S\",\"id\":\"a\"}", "<p>\xff"), 0);
        EXPECT_INT(put.entry.raw.size, 4);
        put_clear(&put);
}

TEST(what_is_no_article_is_told_where)
{
        EXPECT_INT(given("{\"text\":\"Words.\"}", NULL), 1);
        EXPECT_INT(outcome.status, STATUS_INVALID);
        EXPECT_STR(outcome.fault.pointer, "/source");
        put_clear(&put);
}

TEST(each_result_has_its_status)
{
        EXPECT_INT(given("{\"source\":\"S\",\"id\":\"a\",\"text\":\"Words.\"}", NULL), 0);
        put.receipt = (struct receipt){ RECEIPT_VERSION, 7 };
        expect_reply(0, STATUS_VERSION, "{\"number\":7,\"id\":\"a\"}");
        expect_reply(
                STORE_E_INVALID, STATUS_INVALID,
                "{\"error\":{\"pointer\":\"/id\",\"expected\":\"an id that no other source "
                "uses\",\"found\":\"a\"}}");
        expect_reply(STORE_E_FULL, STATUS_FULL, "{\"retry_ms\":5000}");
        expect_reply(-ENOSPC, STATUS_FULL, "{\"retry_ms\":5000}");
        expect_reply(COMMITTER_E_FULL, STATUS_FULL, "{\"retry_ms\":100}");
        expect_reply(-EIO, STATUS_ERROR, "{\"error\":\"Input/output error\"}");
        put_clear(&put);
}

TEST(a_line_of_a_batch_has_all_its_fields)
{
        json_t *line;
        struct buffer out = { 0 };

        EXPECT_INT(given("{\"source\":\"S\",\"id\":\"a\",\"text\":\"Words.\"}", NULL), 0);
        put.receipt = (struct receipt){ RECEIPT_DUPLICATE, 3 };
        put_outcome(&put, 0, &outcome);
        line = outcome_line(&outcome, 12);
        json_write(line, &out);
        EXPECT_STR(buffer_text(&out), "{\"line\":12,\"status\":\"duplicate\",\"number\":3,"
                                      "\"id\":\"a\",\"error\":null}");
        json_decref(line);
        buffer_clear(&out);
        put_clear(&put);
}
