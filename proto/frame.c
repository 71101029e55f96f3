/* frame - encoders and decoders of what daemon and worker say to each other */
#include "proto/frame.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "proto/article.h"
#include "proto/extraction.h"

enum {
        BODY_MAX = FRAME_BYTES_MAX,
        ROW_BYTES_MAX = 4 << 20,
        REFS_MAX = 4096,
        FINDINGS_MAX = 4096
};

/* ------------------------------------------------------------ frames */

/* The length is known when the payload is there: it is put in afterwards. */
static size_t frame_open(struct buffer *out, enum frame_type type)
{
        size_t head = out->size;

        buffer_put_u32(out, 0);
        buffer_put_u8(out, FRAME_VERSION);
        buffer_put_u8(out, (uint8_t)type);
        return head;
}

static void frame_close(struct buffer *out, size_t head)
{
        size_t size = out->size - head - FRAME_HEAD_BYTES;

        if (buffer_error(out))
                return;
        if (size > FRAME_BYTES_MAX) {
                out->error = -EMSGSIZE;
                return;
        }
        for (int i = 0; i < FRAME_HEAD_BYTES; i++)
                out->data[head + i] = (unsigned char)(size >> (24 - 8 * i));
}

void frame_put_ready(struct buffer *out, const struct frame_ready *ready)
{
        size_t head = frame_open(out, FRAME_READY);

        buffer_put_u32(out, ready->pid);
        buffer_put_blob(out, ready->version.data, ready->version.size);
        buffer_put_blob(out, ready->layers.data, ready->layers.size);
        frame_close(out, head);
}

void frame_put_job(struct buffer *out, const struct frame_job *job)
{
        size_t head = frame_open(out, FRAME_JOB);

        buffer_put_u64(out, job->job);
        buffer_put_u8(out, job->kind);
        buffer_put_blob(out, job->body.data, job->body.size);
        frame_close(out, head);
}

void frame_put_result(struct buffer *out, const struct frame_result *result)
{
        size_t head = frame_open(out, FRAME_RESULT);

        buffer_put_u64(out, result->job);
        buffer_put_u8(out, result->failed);
        buffer_put_blob(out, result->body.data, result->body.size);
        frame_close(out, head);
}

int frame_size(const void *data, size_t size, size_t *ret_size)
{
        struct cursor c;
        uint32_t length;

        if (size < FRAME_HEAD_BYTES)
                return 0;
        cursor_init(&c, data, FRAME_HEAD_BYTES);
        cursor_get_u32(&c, &length);
        if (length > FRAME_BYTES_MAX)
                return -EMSGSIZE;
        if (size - FRAME_HEAD_BYTES < length)
                return 0;
        *ret_size = FRAME_HEAD_BYTES + (size_t)length;
        return 1;
}

/* Reads length, version and type, and leaves the cursor at the payload. */
static int frame_enter(struct cursor *c, const void *frame, size_t size,
                       enum frame_type *ret_type)
{
        uint32_t length;
        uint8_t version, type;

        cursor_init(c, frame, size);
        cursor_get_u32(c, &length);
        if (length != cursor_left(c))
                return FRAME_E_MALFORMED;
        cursor_get_u8(c, &version);
        cursor_get_u8(c, &type);
        if (c->failed || version != FRAME_VERSION || type < FRAME_READY || type > FRAME_RESULT)
                return FRAME_E_MALFORMED;
        *ret_type = (enum frame_type)type;
        return 0;
}

int frame_type(const void *frame, size_t size, enum frame_type *ret_type)
{
        struct cursor c;

        return frame_enter(&c, frame, size, ret_type);
}

static int frame_expect(struct cursor *c, const void *frame, size_t size, enum frame_type type)
{
        enum frame_type found;
        int r = frame_enter(c, frame, size, &found);

        return r ? r : found == type ? 0 : FRAME_E_MALFORMED;
}

int frame_get_ready(struct frame_ready *ret, const void *frame, size_t size)
{
        struct frame_ready ready = { 0 };
        struct cursor c;

        if (frame_expect(&c, frame, size, FRAME_READY))
                return FRAME_E_MALFORMED;
        cursor_get_u32(&c, &ready.pid);
        cursor_get_blob(&c, &ready.version, 256);
        cursor_get_blob(&c, &ready.layers, 256);
        if (!cursor_end(&c))
                return FRAME_E_MALFORMED;
        *ret = ready;
        return 0;
}

int frame_get_job(struct frame_job *ret, const void *frame, size_t size)
{
        struct frame_job job = { 0 };
        struct cursor c;

        if (frame_expect(&c, frame, size, FRAME_JOB))
                return FRAME_E_MALFORMED;
        cursor_get_u64(&c, &job.job);
        cursor_get_u8(&c, &job.kind);
        cursor_get_blob(&c, &job.body, BODY_MAX);
        if (!cursor_end(&c) || job.kind < JOB_EXTRACT || job.kind > JOB_RENDER)
                return FRAME_E_MALFORMED;
        *ret = job;
        return 0;
}

int frame_get_result(struct frame_result *ret, const void *frame, size_t size)
{
        struct frame_result result = { 0 };
        struct cursor c;

        if (frame_expect(&c, frame, size, FRAME_RESULT))
                return FRAME_E_MALFORMED;
        cursor_get_u64(&c, &result.job);
        cursor_get_u8(&c, &result.failed);
        cursor_get_blob(&c, &result.body, BODY_MAX);
        if (!cursor_end(&c) || result.failed > 1)
                return FRAME_E_MALFORMED;
        *ret = result;
        return 0;
}

/* ------------------------------------------------------------ extract */

void extract_job_put(struct buffer *out, const struct extract_job *job)
{
        buffer_put_blob(out, job->article.data, job->article.size);
        if (job->raw.data)
                buffer_put_blob(out, job->raw.data, job->raw.size);
        else
                buffer_put_string(out, NULL);
}

int extract_job_get(struct extract_job *ret, const void *body, size_t size)
{
        struct extract_job job = { 0 };
        struct cursor c;

        cursor_init(&c, body, size);
        cursor_get_blob(&c, &job.article, 2 * (size_t)ARTICLE_BYTES_MAX);
        cursor_get_blob(&c, &job.raw, ARTICLE_BYTES_MAX);
        if (!cursor_end(&c) || !job.article.data)
                return FRAME_E_MALFORMED;
        *ret = job;
        return 0;
}

void extract_result_put(struct buffer *out, const struct extract_result *result)
{
        buffer_put_blob(out, result->extraction.data, result->extraction.size);
        buffer_put_blob(out, result->signature.data, result->signature.size);
        buffer_put_blob(out, result->keys.data, result->keys.size);
}

int extract_result_get(struct extract_result *ret, const void *body, size_t size)
{
        struct extract_result result = { 0 };
        struct cursor c;

        cursor_init(&c, body, size);
        cursor_get_blob(&c, &result.extraction, EXTRACTION_BYTES_MAX);
        cursor_get_blob(&c, &result.signature, BODY_MAX);
        cursor_get_blob(&c, &result.keys, BODY_MAX);
        if (!cursor_end(&c) || !result.extraction.data || !result.signature.data ||
            !result.keys.data)
                return FRAME_E_MALFORMED;
        *ret = result;
        return 0;
}

/* ------------------------------------------------------------ rows */

static void rows_put(struct buffer *out, const struct row_blob *rows, uint32_t n)
{
        buffer_put_u32(out, n);
        for (uint32_t i = 0; i < n; i++) {
                buffer_put_blob(out, rows[i].key.data, rows[i].key.size);
                buffer_put_blob(out, rows[i].value.data, rows[i].value.size);
        }
}

static int blob_compare(const struct blob *a, const struct blob *b)
{
        size_t n = a->size < b->size ? a->size : b->size;
        int order = n ? memcmp(a->data, b->data, n) : 0;

        return order ? order : (a->size > b->size) - (a->size < b->size);
}

/* Keys must grow: then a receiver can merge and look up without sorting. */
static int rows_get(struct cursor *c, struct row_blob **ret, uint32_t *ret_n)
{
        uint32_t n;
        struct row_blob *rows;

        cursor_get_count(c, &n, FOLD_ROWS_MAX);
        rows = calloc(n ? n : 1, sizeof(*rows));
        if (!rows)
                return -ENOMEM;
        for (uint32_t i = 0; i < n; i++) {
                cursor_get_blob(c, &rows[i].key, ROW_KEY_MAX);
                cursor_get_blob(c, &rows[i].value, ROW_BYTES_MAX);
                if (!rows[i].key.size ||
                    (i && blob_compare(&rows[i - 1].key, &rows[i].key) >= 0))
                        c->failed = true;
        }
        *ret = rows;
        *ret_n = n;
        return 0;
}

static void head_put(struct buffer *out, const struct event_head *head)
{
        buffer_put_u64(out, head->event);
        buffer_put_u64(out, head->version);
        buffer_put_u64(out, head->follows);
}

static void head_get(struct cursor *c, struct event_head *head)
{
        cursor_get_u64(c, &head->event);
        cursor_get_u64(c, &head->version);
        cursor_get_u64(c, &head->follows);
}

/* ------------------------------------------------------------ fold */

void fold_job_put(struct buffer *out, const struct fold_job *job)
{
        head_put(out, &job->head);
        rows_put(out, job->rows, job->n_rows);
        buffer_put_u32(out, job->n_accounts);
        for (uint32_t i = 0; i < job->n_accounts; i++) {
                buffer_put_u64(out, job->accounts[i].number);
                buffer_put_blob(out, job->accounts[i].extraction.data,
                                job->accounts[i].extraction.size);
        }
}

static int accounts_get(struct cursor *c, struct fold_job *job)
{
        cursor_get_count(c, &job->n_accounts, FOLD_ACCOUNTS_MAX);
        job->accounts = calloc(job->n_accounts ? job->n_accounts : 1, sizeof(*job->accounts));
        if (!job->accounts)
                return -ENOMEM;
        for (uint32_t i = 0; i < job->n_accounts; i++) {
                struct account_blob *a = &job->accounts[i];

                cursor_get_u64(c, &a->number);
                cursor_get_blob(c, &a->extraction, EXTRACTION_BYTES_MAX);
                if (!a->extraction.data || (i && a[-1].number >= a->number))
                        c->failed = true;
        }
        return 0;
}

int fold_job_get(struct fold_job *ret, const void *body, size_t size)
{
        struct fold_job job = { 0 };
        struct cursor c;
        int r;

        cursor_init(&c, body, size);
        head_get(&c, &job.head);
        r = rows_get(&c, &job.rows, &job.n_rows);
        if (!r)
                r = accounts_get(&c, &job);
        if (!r && !cursor_end(&c))
                r = FRAME_E_MALFORMED;
        if (r) {
                free(job.rows);
                free(job.accounts);
                return r;
        }
        *ret = job;
        return 0;
}

void fold_result_put(struct buffer *out, const struct fold_result *result)
{
        rows_put(out, result->rows, result->n_rows);
        buffer_put_blob(out, result->summary.data, result->summary.size);
}

int fold_result_get(struct fold_result *ret, const void *body, size_t size)
{
        struct fold_result result = { 0 };
        struct cursor c;
        int r;

        cursor_init(&c, body, size);
        r = rows_get(&c, &result.rows, &result.n_rows);
        if (r)
                return r;
        cursor_get_blob(&c, &result.summary, BODY_MAX);
        if (!cursor_end(&c) || !result.summary.data) {
                free(result.rows);
                return FRAME_E_MALFORMED;
        }
        *ret = result;
        return 0;
}

void render_job_put(struct buffer *out, const struct render_job *job)
{
        head_put(out, &job->head);
        rows_put(out, job->rows, job->n_rows);
}

int render_job_get(struct render_job *ret, const void *body, size_t size)
{
        struct render_job job = { 0 };
        struct cursor c;
        int r;

        cursor_init(&c, body, size);
        head_get(&c, &job.head);
        r = rows_get(&c, &job.rows, &job.n_rows);
        if (r)
                return r;
        if (!cursor_end(&c)) {
                free(job.rows);
                return FRAME_E_MALFORMED;
        }
        *ret = job;
        return 0;
}

/* ------------------------------------------------------------ keys and row values */

int keys_check(const void *data, size_t size)
{
        struct blob key, before = { 0 };
        struct cursor c;
        uint32_t n;

        cursor_init(&c, data, size);
        cursor_get_count(&c, &n, FOLD_ROWS_MAX);
        for (uint32_t i = 0; i < n && !c.failed; i++) {
                cursor_get_blob(&c, &key, ROW_KEY_MAX);
                if (!key.size || (i && blob_compare(&before, &key) >= 0))
                        return FRAME_E_MALFORMED;
                before = key;
        }
        return cursor_end(&c) ? 0 : FRAME_E_MALFORMED;
}

void row_value_put(struct buffer *out, const struct row_value *value)
{
        buffer_put_u32(out, value->n_refs);
        for (uint32_t i = 0; i < value->n_refs; i++)
                buffer_put_blob(out, value->refs[i].data, value->refs[i].size);
        buffer_put_u32(out, value->n_findings);
        for (uint32_t i = 0; i < value->n_findings; i++) {
                const struct row_finding *f = &value->findings[i];

                buffer_put_u8(out, (uint8_t)f->letter);
                buffer_put(out, f->id, sizeof(f->id));
                buffer_put_u64(out, f->content);
        }
        buffer_put_blob(out, value->body.data, value->body.size);
}

static void finding_get(struct cursor *c, struct row_finding *f)
{
        uint8_t letter;

        cursor_get_u8(c, &letter);
        for (size_t i = 0; i < sizeof(f->id); i++)
                cursor_get_u8(c, &f->id[i]);
        cursor_get_u64(c, &f->content);
        if (!letter || !strchr("gcqomk", letter))
                c->failed = true;
        f->letter = (char)letter;
}

int row_value_get(struct row_value *ret, const void *data, size_t size)
{
        struct row_value value = { 0 };
        struct cursor c;

        cursor_init(&c, data, size);
        cursor_get_count(&c, &value.n_refs, REFS_MAX);
        value.refs = calloc(value.n_refs ? value.n_refs : 1, sizeof(*value.refs));
        if (!value.refs)
                return -ENOMEM;
        for (uint32_t i = 0; i < value.n_refs; i++) {
                cursor_get_blob(&c, &value.refs[i], ROW_KEY_MAX);
                if (!value.refs[i].size)
                        c.failed = true;
        }
        cursor_get_count(&c, &value.n_findings, FINDINGS_MAX);
        value.findings =
                calloc(value.n_findings ? value.n_findings : 1, sizeof(*value.findings));
        if (!value.findings) {
                free(value.refs);
                return -ENOMEM;
        }
        for (uint32_t i = 0; i < value.n_findings; i++)
                finding_get(&c, &value.findings[i]);
        cursor_get_blob(&c, &value.body, ROW_BYTES_MAX);
        if (!cursor_end(&c)) {
                row_value_clear(&value);
                return FRAME_E_MALFORMED;
        }
        *ret = value;
        return 0;
}

void row_value_clear(struct row_value *value)
{
        free(value->refs);
        free(value->findings);
        *value = (struct row_value){ 0 };
}
