/* The rows of a ledger as a store may give them back: the first byte says whether the rest is a
 * whole job, or damage to the rows of an event that was folded honestly. Jobs are refused or
 * done, and what is done can be read. */
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "workers/compare/compare.h"
#include "workers/extract/stages.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { REPORTS = 3, DAMAGE_BYTES = 4 };

static const char *const reports[REPORTS] = {
        "{\"id\":\"a\",\"source\":\"Gazette\",\"published\":\"2026-03-02T21:00:00Z\",\"title\":"
        "\"Ferry sinks off Bergen\",\"text\":\"The ferry Marigold sank off Bergen on Monday in "
        "heavy seas, and 12 people were killed. “Nobody on the deck had a chance to reach the "
        "boats,” Captain Anna Berg told reporters in Oslo. Rescue crews searched the cold water "
        "for three hours.\"}",
        "{\"id\":\"b\",\"source\":\"Herald\",\"published\":\"2026-03-02T22:00:00Z\",\"title\":"
        "\"Ferry sinks near Bergen\",\"text\":\"A ferry sank near Bergen in Norway in a storm on "
        "Monday, and 15 people were killed. “Nobody on the deck had any chance to reach the "
        "boats,” said Berg, the captain. Divers searched the wreck of the Marigold.\"}",
        "{\"id\":\"c\",\"source\":\"Courier\",\"published\":\"2026-03-03\",\"text\":\"The ferry "
        "Marigold sank off Bergen on Monday in heavy seas, and 12 people were killed. Captain "
        "Anna Berg said nobody on the deck had a chance to reach the boats. Her ferry was built "
        "in 1987.\"}",
};

/* What the first two reports left, and the third that is folded onto it. */
struct event {
        struct buffer accounts[REPORTS], folded;
        struct fold_result result;
};

static struct event event; /* folded once, before the first input */

static void read_report(const char *json, struct buffer *out)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new(64 << 20);
        _cleanup_(article_freep) struct article *article = NULL;
        struct json_fault fault;
        struct extraction *x;

        if (article_decode(&article, json, strlen(json), NULL, 0, &fault) ||
            extract_article(&x, article, arena) || extraction_encode(x, out))
                abort();
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
        struct account_blob accounts[REPORTS - 1];
        const struct fold_job job = { .head = { 1, 2, 0 },
                                      .n_accounts = REPORTS - 1,
                                      .accounts = accounts };

        (void)argc;
        (void)argv;
        for (size_t i = 0; i < REPORTS; i++)
                read_report(reports[i], &event.accounts[i]);
        for (size_t i = 0; i < REPORTS - 1; i++)
                accounts[i] = (struct account_blob){
                        i + 1, { event.accounts[i].data, event.accounts[i].size }
                };
        if (compare_fold(&job, &event.folded) ||
            fold_result_get(&event.result, event.folded.data, event.folded.size))
                abort();
        return 0;
}

static void fold(const struct fold_job *job)
{
        _cleanup_(buffer_clear) struct buffer out = { 0 };
        struct fold_result result;

        if (compare_fold(job, &out))
                return;
        if (fold_result_get(&result, out.data, out.size))
                abort();
        free(result.rows);
}

static void render(const struct render_job *job)
{
        _cleanup_(buffer_clear) struct buffer out = { 0 };

        if (compare_render(job, &out))
                return;
        json_auto_t *comparison = json_parse(buffer_text(&out), out.size, NULL);

        if (!json_is_object(comparison))
                abort();
}

static void run_jobs(const uint8_t *data, size_t size)
{
        struct fold_job fold_job;
        struct render_job render_job;

        if (fold_job_get(&fold_job, data, size) == 0) {
                fold(&fold_job);
                free(fold_job.rows);
                free(fold_job.accounts);
        }
        if (render_job_get(&render_job, data, size) == 0) {
                render(&render_job);
                free(render_job.rows);
        }
}

/* Four bytes each: which row, where in it (two), and what is put there. */
static void damage(struct row_blob *rows, uint32_t n, const uint8_t *data, size_t size)
{
        for (; size >= DAMAGE_BYTES; data += DAMAGE_BYTES, size -= DAMAGE_BYTES) {
                struct blob *value = &rows[data[0] % n].value;

                ((uint8_t *)value->data)[(data[1] << 8 | data[2]) % value->size] = data[3];
        }
}

static void run_damaged(const uint8_t *data, size_t size)
{
        uint32_t n = event.result.n_rows;
        struct row_blob *rows = calloc(n, sizeof(*rows));
        struct account_blob last = {
                REPORTS, { event.accounts[REPORTS - 1].data, event.accounts[REPORTS - 1].size }
        };

        for (uint32_t i = 0; i < n; i++) {
                const struct row_blob *row = &event.result.rows[i];
                void *copy = malloc(row->value.size);

                memcpy(copy, row->value.data, row->value.size);
                rows[i] = (struct row_blob){ row->key, { copy, row->value.size } };
        }
        damage(rows, n, data, size);
        fold(&(struct fold_job){ { 1, REPORTS, 0 }, n, 1, rows, &last });
        render(&(struct render_job){ { 1, REPORTS, 0 }, n, rows });
        for (uint32_t i = 0; i < n; i++)
                free((void *)rows[i].value.data);
        free(rows);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        if (size == 0)
                return 0;
        if (data[0] % 2)
                run_damaged(data + 1, size - 1);
        else
                run_jobs(data + 1, size - 1);
        return 0;
}
