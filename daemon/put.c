#include "daemon/put.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "daemon/intake.h"

/* ------------------------------------------------------------ the article */

static int put_run(struct commit_work *work, struct txn *txn)
{
        struct put *put = container_of(work, struct put, work);

        return txn_put_article(txn, &put->entry, &put->receipt);
}

static int fill_entry(struct put *put)
{
        const struct article *article = put->article;

        put->entry = (struct article_entry){
                .kind = article->retracted ? ENTRY_RETRACTION : ENTRY_ARTICLE,
                .received_us = clock_realtime_us(),
                .id = { article->id, strlen(article->id) },
                .source = { article->source, strlen(article->source) },
                .body = { put->body.data, put->body.size },
                .raw = { article->raw, article->raw_size },
        };
        return article_content_hash(article, put->entry.content);
}

static void outcome_too_large(struct outcome *ret, size_t size)
{
        *ret = (struct outcome){ .status = STATUS_TOO_LARGE };
        snprintf(ret->fault.expected, sizeof(ret->fault.expected), "at most %d bytes",
                 ARTICLE_BYTES_MAX);
        snprintf(ret->fault.found, sizeof(ret->fault.found), "%zu bytes", size);
}

int put_decode(struct put *put, const void *json, size_t size, const struct blob *raw,
               struct outcome *ret)
{
        struct json_fault fault = { 0 };
        int r;

        if (size + raw->size > ARTICLE_BYTES_MAX) {
                outcome_too_large(ret, size + raw->size);
                return 1;
        }
        r = article_decode(&put->article, json, size, raw->data, raw->size, &fault);
        if (r < 0)
                return r;
        if (r) {
                *ret = (struct outcome){ .status = r == ARTICLE_E_TOO_LARGE ? STATUS_TOO_LARGE
                                                                            : STATUS_INVALID,
                                         .fault = fault };
                return 1;
        }
        buffer_reserve(&put->body, size + size / 16);
        article_encode(put->article, &put->body);
        if (buffer_error(&put->body))
                return buffer_error(&put->body);
        r = fill_entry(put);
        if (r)
                return r;
        put->work.run = put_run;
        put->work.harmless = true; /* txn_put_article() refuses before it writes */
        put->bytes = sizeof(*put) + 2 * put->body.size + put->article->raw_size;
        return 0;
}

void put_clear(struct put *put)
{
        article_free(put->article);
        buffer_clear(&put->body);
        put->article = NULL;
}

/* ------------------------------------------------------------ what became of it */

static const enum status receipt_statuses[] = {
        [RECEIPT_STORED] = STATUS_STORED,
        [RECEIPT_VERSION] = STATUS_VERSION,
        [RECEIPT_DUPLICATE] = STATUS_DUPLICATE,
        [RECEIPT_RETRACTED] = STATUS_RETRACTED,
};

/* As much of @text as there is room for, and no half code point. */
static void copy_short(char *out, size_t room, const char *text)
{
        size_t size = strnlen(text, room - 1);

        while (size > 0 && ((unsigned char)text[size] & 0xC0) == 0x80)
                size--;
        memcpy(out, text, size);
        out[size] = '\0';
}

static void outcome_refused(const struct put *put, struct outcome *ret)
{
        const char *expected = put->article->retracted
                                       ? "an article that is known, and of the same source"
                                       : "an id that no other source uses";

        ret->status = STATUS_INVALID;
        snprintf(ret->fault.pointer, sizeof(ret->fault.pointer), "/id");
        snprintf(ret->fault.expected, sizeof(ret->fault.expected), "%s", expected);
        copy_short(ret->fault.found, sizeof(ret->fault.found), put->article->id);
}

void put_outcome(const struct put *put, int result, struct outcome *ret)
{
        *ret = (struct outcome){ .id = put->article->id };
        switch (result) {
        case 0:
                ret->status = receipt_statuses[put->receipt.status];
                ret->number = put->receipt.number;
                break;
        case STORE_E_INVALID: outcome_refused(put, ret); break;
        case STORE_E_FULL:
        case -ENOSPC:
        case -EDQUOT:
                ret->status = STATUS_FULL;
                ret->retry_ms = INTAKE_RETRY_STORE_MS;
                break;
        case COMMITTER_E_FULL:
                ret->status = STATUS_FULL;
                ret->retry_ms = INTAKE_RETRY_QUEUE_MS;
                break;
        case COMMITTER_E_STOPPING: ret->status = STATUS_STOPPING; break;
        default:
                ret->status = STATUS_ERROR;
                ret->message = result < 0 ? strerrordesc_np(-result) : "the store refused it";
                break;
        }
}

/* ------------------------------------------------------------ as JSON */

void outcome_put(const struct outcome *outcome, struct buffer *out)
{
        switch (outcome->status) {
        case STATUS_INVALID:
        case STATUS_TOO_LARGE: reply_put_fault(out, &outcome->fault); break;
        case STATUS_FULL: reply_put_full(out, outcome->retry_ms); break;
        case STATUS_STOPPING: reply_put_error(out, "the daemon is stopping"); break;
        case STATUS_ERROR: reply_put_error(out, outcome->message); break;
        default: reply_put_stored(out, outcome->number, outcome->id); break;
        }
}

static json_t *outcome_error(const struct outcome *outcome)
{
        switch (outcome->status) {
        case STATUS_INVALID:
        case STATUS_TOO_LARGE:
                return json_pack("{s:s,s:s,s:s}", "pointer", outcome->fault.pointer, "expected",
                                 outcome->fault.expected, "found", outcome->fault.found);
        case STATUS_FULL: return json_pack("{s:i}", "retry_ms", (int)outcome->retry_ms);
        case STATUS_ERROR: return json_string(outcome->message);
        default: return json_null();
        }
}

json_t *outcome_line(const struct outcome *outcome, unsigned line)
{
        json_t *number =
                outcome->number ? json_integer((json_int_t)outcome->number) : json_null();

        return json_pack("{s:i,s:s,s:o,s:s?,s:o}", "line", (int)line, "status",
                         status_name(outcome->status), "number", number, "id", outcome->id,
                         "error", outcome_error(outcome));
}
