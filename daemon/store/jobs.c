/* jobs - what is yet to be extracted, and log 2, which settles it
 *
 *     jobs        number -> [u64 together · u64 original]
 *     settled     number -> u8 kind · u32 attempts · blob article · blob signature ·
 *                           blob keys · blob reason
 *                           [· u64 together · u64 original]
 *     extractions number -> the extraction's JSON
 *
 * An extraction is larger than all the rest of its entry, and who restores the linker does not
 * need it: so it has a table of its own.
 */
#include "base/clock.h"
#include "daemon/store/internal.h"

int jobs_add(struct txn *txn, const struct article_entry *entry)
{
        struct buffer *out = record_begin(txn);
        struct key key;

        key_number(&key, entry->number);
        if (entry->together) {
                buffer_put_u64(out, entry->together);
                buffer_put_u64(out, entry->original);
        }
        return table_put(txn, TABLE_JOBS, &key, PUT_LATE);
}

int txn_list_jobs(struct txn *txn, uint64_t from, uint64_t *numbers, size_t max, size_t *ret_n)
{
        return walk_list(txn, TABLE_JOBS, &(struct key){ 0 }, from, numbers, max, ret_n);
}

uint64_t txn_count_jobs(struct txn *txn)
{
        return table_count(txn, TABLE_JOBS);
}

/* ------------------------------------------------------------ settling */

static int settled_put(struct txn *txn, const struct settled *s)
{
        struct buffer *out = record_begin(txn);
        struct key key;

        key_number(&key, s->number);
        buffer_put_u8(out, s->kind);
        buffer_put_u32(out, s->attempts);
        record_put_blob(out, &s->article);
        record_put_blob(out, &s->signature);
        record_put_blob(out, &s->keys);
        record_put_blob(out, &s->reason);
        if (s->together) {
                buffer_put_u64(out, s->together);
                buffer_put_u64(out, s->original);
        }
        return table_put(txn, TABLE_SETTLED, &key, PUT_LATE);
}

int settled_put_retraction(struct txn *txn, uint64_t number)
{
        return settled_put(txn,
                           &(struct settled){ .kind = SETTLED_RETRACTION, .number = number });
}

static int extraction_put(struct txn *txn, uint64_t number, const struct blob *extraction)
{
        struct key key;

        key_number(&key, number);
        buffer_put(record_begin(txn), extraction->data, extraction->size);
        return table_put(txn, TABLE_EXTRACTIONS, &key, PUT_LATE);
}

static bool settled_fits(const struct settled *s)
{
        size_t most = RECORD_BYTES_MAX / 8;

        if (s->kind == SETTLED_FAILED)
                return s->reason.size <= REASON_BYTES_MAX;
        return s->kind == SETTLED_RESULT && s->article.size <= ID_BYTES_MAX &&
               s->extraction.size < RECORD_BYTES_MAX - RECORD_HEAD_BYTES &&
               s->signature.size < most && s->keys.size < most && s->reason.size < most;
}

static int settle_failed(struct txn *txn, const struct settled *s)
{
        struct buffer *scratch = &txn->opened;
        struct article_entry entry;
        struct dead_letter letter = {
                .number = s->number,
                .attempts = s->attempts,
                .time_us = clock_realtime_us(),
                .reason = s->reason,
        };
        int r = txn_get_article(txn, s->number, &entry, scratch);

        /* An article that cannot be read is one of those that are given up. */
        if (r && r != STORE_E_CORRUPT)
                return txn_fail(txn, r);
        if (!r)
                letter.id = entry.id;
        return dead_put(txn, &letter);
}

/* What is at the end of the records of articles that are analysed again. */
static void get_place(struct cursor *c, uint64_t *together, uint64_t *original)
{
        if (!cursor_left(c))
                return;
        cursor_get_u64(c, together);
        cursor_get_u64(c, original);
}

/* Takes the job, and what it says of the entry. */
static int take_job(struct txn *txn, struct settled *s)
{
        struct blob record;
        struct cursor c;
        struct key key;
        int r;

        key_number(&key, s->number);
        r = table_look(txn, TABLE_JOBS, &key, &record);
        if (r)
                return r;
        s->together = s->original = 0;
        cursor_init(&c, record.data, record.size);
        get_place(&c, &s->together, &s->original);
        return cursor_end(&c) ? table_delete(txn, TABLE_JOBS, &key) : STORE_E_CORRUPT;
}

int txn_put_settled(struct txn *txn, const struct settled *settled)
{
        struct settled entry = *settled;
        int r;

        if (!settled_fits(settled))
                return STORE_E_INVALID;
        r = take_job(txn, &entry);
        if (!r)
                r = settled_put(txn, &entry);
        if (!r && settled->kind == SETTLED_RESULT)
                r = extraction_put(txn, settled->number, &settled->extraction);
        else if (!r)
                r = settle_failed(txn, settled);
        return r;
}

/* ------------------------------------------------------------ reading log 2 */

int settled_decode(const struct blob *record, uint64_t number, struct settled *ret)
{
        struct settled s = { .number = number };
        struct cursor c;

        cursor_init(&c, record->data, record->size);
        cursor_get_u8(&c, &s.kind);
        cursor_get_u32(&c, &s.attempts);
        cursor_get_blob(&c, &s.article, ID_BYTES_MAX);
        cursor_get_blob(&c, &s.signature, RECORD_BYTES_MAX);
        cursor_get_blob(&c, &s.keys, RECORD_BYTES_MAX);
        cursor_get_blob(&c, &s.reason, RECORD_BYTES_MAX);
        get_place(&c, &s.together, &s.original);
        if (!cursor_end(&c))
                return STORE_E_CORRUPT;
        *ret = s;
        return 0;
}

int txn_get_settled_head(struct txn *txn, uint64_t number, struct settled *ret,
                         struct buffer *buffer)
{
        struct blob record;
        struct key key;
        int r;

        key_number(&key, number);
        r = table_read(txn, TABLE_SETTLED, &key, &record, buffer);
        if (r == STORE_E_NOT_FOUND && number && number <= txn->counters.linked_end)
                return STORE_E_CORRUPT;
        return r ? r : settled_decode(&record, number, ret);
}

int txn_get_settled(struct txn *txn, uint64_t number, struct settled *ret,
                    struct buffer *buffer)
{
        struct settled s;
        struct blob extraction, head;
        struct key key;
        size_t size;
        int r = txn_get_settled_head(txn, number, &s, buffer);

        if (r)
                return r;
        if (s.kind == SETTLED_RESULT) {
                key_number(&key, number);
                r = table_look(txn, TABLE_EXTRACTIONS, &key, &extraction);
                if (r)
                        return r == STORE_E_NOT_FOUND ? STORE_E_CORRUPT : r;
                /* Behind the head; as the buffer may move, the head is read once more. */
                size = buffer->size;
                buffer_put(buffer, extraction.data, extraction.size);
                if (buffer_error(buffer))
                        return buffer_error(buffer);
                head = (struct blob){ buffer->data, size };
                r = settled_decode(&head, number, &s);
                s.extraction = (struct blob){ buffer->data + size, buffer->size - size };
        }
        if (!r)
                *ret = s;
        return r;
}

/* ------------------------------------------------------------ linking */

uint64_t txn_linked_end(struct txn *txn)
{
        return txn->counters.linked_end;
}

int txn_advance_linked(struct txn *txn, uint64_t number)
{
        struct key key;
        int r;

        if (number != txn->counters.linked_end + 1)
                return STORE_E_INVALID;
        key_number(&key, number);
        r = table_has(txn, TABLE_SETTLED, &key);
        if (!r)
                txn->counters.linked_end = number;
        return r;
}

uint64_t txn_window_start(struct txn *txn)
{
        return txn->counters.window_start;
}

int txn_set_window_start(struct txn *txn, uint64_t number)
{
        if (txn->error)
                return txn->error;
        if (number > txn->counters.articles_end + 1)
                return STORE_E_INVALID;
        txn->counters.window_start = number;
        return 0;
}

int txn_set_current(struct txn *txn, const char *id, size_t size, uint64_t number)
{
        struct key key;
        int r;

        if (size < 1 || size > ID_BYTES_MAX)
                return STORE_E_INVALID;
        (void)key_text(&key, id, size);
        if (number)
                return number_put(txn, TABLE_CURRENT, &key, number);
        r = table_delete(txn, TABLE_CURRENT, &key);
        return r == STORE_E_NOT_FOUND ? 0 : r;
}

int txn_get_current(struct txn *txn, const char *id, size_t size, uint64_t *ret_number)
{
        uint64_t number = 0;
        struct key key;
        int r;

        if (size < 1 || size > ID_BYTES_MAX)
                return STORE_E_INVALID;
        (void)key_text(&key, id, size);
        r = number_look(txn, TABLE_CURRENT, &key, &number);
        if (r && r != STORE_E_NOT_FOUND)
                return r;
        *ret_number = number;
        return 0;
}
