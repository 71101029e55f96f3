#include "workers/compare/fold.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "workers/compare/compare.h"
#include "workers/compare/findings.h"
#include "workers/compare/summary.h"

enum { ARENA_MAX = 1 << 30 };

static int set_text(struct arena *arena, const char **place, const char *text)
{
        if (!text)
                return 0;
        *place = text_kept(arena, text, 4096);
        return *place ? 0 : -ENOMEM;
}

static int fold_article(struct ledger *ledger, const struct account *a, uint64_t origin)
{
        struct article_row *row = ledger_change(ledger, ROW_ARTICLE, a->id_hash);
        const struct extraction *x = a->x;
        int r;

        if (!row)
                return -ENOMEM;
        row->number = a->number;
        row->origin = origin;
        r = set_text(ledger->arena, &row->id, x->article ? x->article : "");
        if (!r)
                r = set_text(ledger->arena, &row->source, x->source ? x->source : "");
        if (!r)
                r = set_text(ledger->arena, &row->published, x->published.value);
        if (!r)
                r = set_text(ledger->arena, &row->title, x->title);
        return r ? r : set_text(ledger->arena, &row->url, x->url);
}

int fold_account(struct ledger *ledger, struct account *a)
{
        uint64_t origin;
        int r;

        if (ledger_body(ledger, ROW_ARTICLE, a->id_hash))
                return 0;
        ledger->joined = NULL;
        ledger->n_joined = 0;
        r = fold_origin(ledger, a, &origin);
        if (!r)
                r = fold_article(ledger, a, origin);
        if (!r)
                r = fold_header(ledger, a, origin);
        if (!r)
                r = fold_names(ledger, a);
        if (!r)
                r = fold_slots(ledger, a, origin);
        if (!r)
                r = fold_claims(ledger, a, origin);
        for (size_t i = 0; !r && i < ledger->n_joined; i++)
                r = header_carry(ledger, ledger_header(ledger), ledger->joined[i]);
        return r;
}

static int add_key(struct arena *arena, struct row_key **keys, size_t *n, uint8_t kind,
                   uint64_t hash)
{
        struct row_key *key = arena_push(arena, keys, n, sizeof(*key));

        if (!key)
                return -ENOMEM;
        *key = (struct row_key){ kind, hash };
        return 0;
}

static int find_keys(struct account *a, struct row_key **keys, size_t *n)
{
        int r = add_key(a->arena, keys, n, ROW_HEADER, 0);

        if (!r)
                r = add_key(a->arena, keys, n, ROW_ARTICLE, a->id_hash);
        if (!r)
                r = add_key(a->arena, keys, n, ROW_SOURCE, a->source_hash);
        for (size_t i = 0; !r && i < a->n_namings; i++)
                r = add_key(a->arena, keys, n, ROW_NAME, a->namings[i].key);
        for (size_t i = 0; !r && i < a->n_figures; i++)
                r = add_key(a->arena, keys, n, ROW_SLOT, a->figures[i].key);
        for (size_t i = 0; !r && i < a->n_facts; i++)
                r = add_key(a->arena, keys, n, ROW_CLAIM, a->facts[i].key);
        for (size_t i = 0; !r && i < a->n_shingles; i++)
                r = add_key(a->arena, keys, n, ROW_SHINGLE, a->shingles[i]);
        for (size_t i = 0; i < a->n_passages; i++) {
                const struct passage *p = &a->passages[i];

                for (size_t k = 0; !r && k < p->n_probes; k++)
                        r = add_key(a->arena, keys, n, ROW_PROBE, p->probes[k]);
                for (size_t k = 0; !r && k < p->n_echoes; k++)
                        r = add_key(a->arena, keys, n, ROW_PROBE, p->echoes[k]);
        }
        return r;
}

static int by_key(const void *a, const void *b)
{
        return row_key_order(a, b);
}

int compare_keys(const struct extraction *x, struct buffer *out)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new(ARENA_MAX);
        struct row_key *keys = NULL;
        struct account *a;
        size_t n = 0, distinct = 0;
        int r = arena ? account_digest(&a, arena, x) : -ENOMEM;

        if (!r)
                r = find_keys(a, &keys, &n);
        if (!r && arena_failed(arena))
                r = -ENOMEM;
        if (r)
                return r;
        qsort(keys, n, sizeof(*keys), by_key);
        for (size_t i = 0; i < n; i++) {
                if (!distinct || row_key_order(&keys[distinct - 1], &keys[i]) != 0)
                        keys[distinct++] = keys[i];
        }
        buffer_put_u32(out, (uint32_t)distinct);
        for (size_t i = 0; i < distinct; i++) {
                unsigned char key[ROW_KEY_BYTES];

                row_key_put(&keys[i], key);
                buffer_put_blob(out, key, sizeof(key));
        }
        return buffer_error(out);
}

/* The rows that a fold needs besides this one. */
static int refs_of(const struct row *row, struct arena *arena, struct blob **ret, size_t *ret_n)
{
        const struct refs_row *refs = row->body;
        struct blob *list;

        *ret_n = 0;
        *ret = NULL;
        if (row->key.kind != ROW_PROBE && row->key.kind != ROW_SHINGLE)
                return 0;
        list = arena_alloc(arena, (refs->n + 1) * sizeof(*list));
        for (size_t i = 0; list && i < refs->n; i++) {
                unsigned char *key = arena_alloc(arena, ROW_KEY_BYTES);

                if (!key)
                        return -ENOMEM;
                row_key_put(&refs->keys[i], key);
                list[i] = (struct blob){ key, ROW_KEY_BYTES };
        }
        *ret = list;
        *ret_n = refs->n;
        return list ? 0 : -ENOMEM;
}

static int put_row(const struct row *row, struct arena *arena, struct row_blob *ret)
{
        struct buffer body = { 0 }, value = { 0 };
        struct row_finding findings[FINDINGS_MAX];
        struct row_value v = { .findings = findings };
        unsigned char *key = arena_alloc(arena, ROW_KEY_BYTES);
        struct blob *refs;
        size_t n_refs;
        int r = key ? refs_of(row, arena, &refs, &n_refs) : -ENOMEM;

        if (!r) {
                row_body_put(&body, row);
                r = buffer_error(&body);
        }
        if (!r) {
                v.body = (struct blob){ body.data, body.size };
                v.refs = refs;
                v.n_refs = (uint32_t)n_refs;
                v.n_findings = (uint32_t)findings_of(row, &v.body, findings);
                row_value_put(&value, &v);
                r = buffer_error(&value);
        }
        if (!r) {
                row_key_put(&row->key, key);
                ret->key = (struct blob){ key, ROW_KEY_BYTES };
                ret->value.data = arena_copy(arena, (const char *)value.data, value.size);
                ret->value.size = value.size;
                r = ret->value.data ? 0 : -ENOMEM;
        }
        buffer_clear(&body);
        buffer_clear(&value);
        return r;
}

static int put_result(struct ledger *ledger, struct buffer *out)
{
        struct fold_result result = { 0 };
        struct buffer summary = { 0 };
        size_t n;
        struct row **rows = ledger_sorted(ledger, &n);
        int r = rows ? 0 : -ENOMEM;

        result.rows = rows ? arena_alloc(ledger->arena, (n + 1) * sizeof(*result.rows)) : NULL;
        if (!result.rows)
                return -ENOMEM;
        for (size_t i = 0; !r && i < n; i++) {
                if (rows[i]->changed)
                        r = put_row(rows[i], ledger->arena, &result.rows[result.n_rows++]);
        }
        if (!r)
                r = summary_put(ledger_body(ledger, ROW_HEADER, 0), ledger->arena, &summary);
        if (!r) {
                result.summary = (struct blob){ summary.data, summary.size };
                fold_result_put(out, &result);
                r = buffer_error(out);
        }
        buffer_clear(&summary);
        return r;
}

static int fold_blob(struct ledger *ledger, const struct account_blob *blob)
{
        struct extraction *x;
        struct account *a;
        int r = extraction_decode(&x, ledger->arena, blob->extraction.data,
                                  blob->extraction.size, NULL);

        if (r > 0)
                return FRAME_E_MALFORMED;
        if (!r)
                r = account_digest(&a, ledger->arena, x);
        if (r)
                return r;
        a->number = blob->number;
        return fold_account(ledger, a);
}

int compare_fold(const struct fold_job *job, struct buffer *out)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new(ARENA_MAX);
        struct ledger ledger = { .arena = arena };
        int r = arena ? ledger_load(&ledger, job->rows, job->n_rows) : -ENOMEM;

        for (uint32_t i = 0; !r && i < job->n_accounts; i++)
                r = fold_blob(&ledger, &job->accounts[i]);
        if (!r && !ledger_header(&ledger))
                r = -ENOMEM;
        if (!r)
                r = put_result(&ledger, out);
        return !r && arena_failed(arena) ? -ENOMEM : r;
}
