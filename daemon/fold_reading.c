/* fold_reading - see fold_reading.h */
#include "daemon/fold_reading.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/macros.h"
#include "daemon/edition.h"
#include "daemon/row_set.h"
#include "proto/comparison.h"

enum { ARENA_BYTES = 192 << 20, SUMMARY_BYTES_MAX = 4 << 20, VALUE_BYTES_MAX = 4 << 20 };

/* A job in the making. */
struct making {
        struct fold_reading *reading;
        struct txn *txn;
        struct row_set set;
        struct account_blob accounts[FOLD_ACCOUNTS_MAX];
        size_t bytes;
};

void fold_reading_clear(struct fold_reading *reading)
{
        for (size_t i = 0; i < reading->n; i++)
                free(reading->ids[i]);
        *reading = (struct fold_reading){ .n = 0 };
}

/* Analysed again, it keeps its place, so that what it says is not new by its number. */
static uint64_t place_of(uint64_t number, const struct settled *settled)
{
        return settled->original ? settled->original : number;
}

static int add_account(struct making *m, uint64_t number, const struct settled *settled)
{
        struct fold_reading *reading = m->reading;
        struct account_blob *account = &m->accounts[reading->n];
        const char *text =
                arena_copy(m->set.arena, settled->extraction.data, settled->extraction.size);
        char *id = strndup(settled->article.data, settled->article.size);
        int r;

        if (!text || !id) {
                free(id);
                return -ENOMEM;
        }
        reading->ids[reading->n] = id;
        reading->accounts[reading->n++] = number;
        account->number = place_of(number, settled);
        account->extraction = (struct blob){ text, settled->extraction.size };
        m->bytes += settled->extraction.size;
        r = row_set_add_keys(&m->set, &settled->keys);
        return r > 0 ? STORE_E_CORRUPT : r;
}

/* A job has so many bytes, and its accounts in the order of their places: what was analysed
 * again behind what was not begins the next. */
static bool goes_with(const struct making *m, uint64_t number, const struct settled *settled)
{
        return !m->reading->n ||
               (m->bytes + settled->extraction.size <= FOLD_BYTES_MAX &&
                place_of(number, settled) > m->accounts[m->reading->n - 1].number);
}

static int read_accounts(struct making *m, size_t max)
{
        _cleanup_(buffer_clear) struct buffer buffer = { .limit = 0 };
        uint64_t numbers[FOLD_ACCOUNTS_MAX];
        size_t n;
        int r = txn_list_members(m->txn, m->reading->event.event, m->reading->event.folded + 1,
                                 numbers, max < FOLD_ACCOUNTS_MAX ? max : FOLD_ACCOUNTS_MAX,
                                 &n);

        for (size_t i = 0; i < n && !r; i++) {
                struct settled settled;

                r = txn_get_settled(m->txn, numbers[i], &settled, &buffer);
                if (!r && settled.kind != SETTLED_RESULT)
                        r = STORE_E_CORRUPT;
                if (!r && !goes_with(m, numbers[i], &settled))
                        break;
                if (!r)
                        r = add_account(m, numbers[i], &settled);
        }
        return r == STORE_E_NOT_FOUND ? STORE_E_CORRUPT : r;
}

static int put_job(struct making *m, struct buffer *body)
{
        struct fold_reading *reading = m->reading;
        struct fold_job job = {
                .head = { .event = reading->event.event, .follows = reading->event.follows },
                .n_rows = (uint32_t)m->set.n,
                .rows = m->set.rows,
                .n_accounts = (uint32_t)reading->n,
                .accounts = m->accounts,
        };

        job.head.version =
                edition_version(m->txn, &reading->event, reading->accounts[reading->n - 1]);
        body->limit = FRAME_BYTES_MAX - 1024;
        fold_job_put(body, &job);
        return buffer_error(body);
}

static int read_job(struct making *m, size_t max, struct buffer *body)
{
        const struct event_record *event = &m->reading->event;
        int r = read_accounts(m, max);

        if (r || !m->reading->n)
                return r;
        r = row_set_read(&m->set, m->txn, event->event, event->folding);
        return r ? r : put_job(m, body);
}

int fold_read(struct fold_reading *ret, struct txn *txn, uint64_t event, size_t max,
              struct buffer *body)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new(ARENA_BYTES);
        struct fold_reading reading = { .n = 0 };
        struct making m = { .reading = &reading, .txn = txn, .set = { .arena = arena } };
        int r;

        if (!arena)
                return -ENOMEM;
        r = txn_get_event(txn, event, &reading.event);
        if (!r && reading.event.state != EVENT_LIVE)
                r = STORE_E_NOT_FOUND;
        if (!r)
                r = read_job(&m, max, body);
        if (r) {
                ret->event = reading.event;
                fold_reading_clear(&reading);
                return r;
        }
        *ret = reading;
        return 0;
}

/* ------------------------------------------------------------ the answer */

static int check_row(const struct row_blob *row)
{
        struct row_value value;
        int r;

        if (!row->key.size || row->key.size > ROW_KEY_MAX || row->value.size > VALUE_BYTES_MAX)
                return FOLD_E_NONSENSE;
        if (!row->value.size)
                return 0;
        r = row_value_get(&value, row->value.data, row->value.size);
        if (r)
                return r < 0 ? r : FOLD_E_NONSENSE;
        row_value_clear(&value);
        return 0;
}

static int check_rows(const struct fold_result *result)
{
        int r = 0;

        for (uint32_t i = 0; i < result->n_rows && !r; i++) {
                if (i && row_key_compare(&result->rows[i - 1].key, &result->rows[i].key) >= 0)
                        return FOLD_E_NONSENSE;
                r = check_row(&result->rows[i]);
        }
        return r;
}

static int check_summary(const struct blob *summary)
{
        struct json_fault fault;
        json_t *value;
        int r;

        if (summary->size > SUMMARY_BYTES_MAX)
                return FOLD_E_NONSENSE;
        value = json_parse(summary->data, summary->size, &fault);
        r = value && !summary_check(value, &fault) ? 0 : FOLD_E_NONSENSE;
        json_decref(value);
        return r;
}

int fold_check(struct fold_result *ret, const void *data, size_t size)
{
        struct fold_result result = { .n_rows = 0 };
        int r = fold_result_get(&result, data, size);

        if (!r)
                r = check_rows(&result);
        if (!r)
                r = check_summary(&result.summary);
        if (r) {
                free(result.rows);
                return r < 0 ? r : FOLD_E_NONSENSE;
        }
        *ret = result;
        return 0;
}
