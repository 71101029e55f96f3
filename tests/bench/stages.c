#include "tests/bench/stages.h"

#include <errno.h>
#include <stdlib.h>

#include "tests/bench/text.h"
#include "workers/compare/compare.h"
#include "workers/extract/stages.h"
#include "workers/link/link.h"
#include "workers/text/stages.h"

const char *const stage_names[STAGES] = {
        "maintext", "language", "sentences",  "tokens", "tags",   "dateline",
        "entities", "times",    "quantities", "quotes", "acts",   "credits",
        "encode",   "link",     "keys",       "fold",   "render",
};

static int (*const extract_stages[STAGES_EXTRACT])(struct document *doc) = {
        maintext_find, language_find, sentences_find,  tokens_find, tags_find, dateline_find,
        entities_find, times_find,    quantities_find, quotes_find, acts_find, credits_find,
};

int stages_extract(struct extraction **ret, const struct article *article, struct arena *arena,
                   enum stage n, uint64_t *took)
{
        struct extraction *x = arena_alloc(arena, sizeof(*x));
        struct document doc = { .arena = arena, .article = article, .x = x };
        int r = 0;

        if (!x)
                return -ENOMEM;
        x->article = article->id;
        x->source = article->source;
        x->url = article->url;
        x->fetched = article->fetched;
        x->extractor = "bench";
        x->text = "";
        x->published.span = x->modified.span = x->dateline.span = SPAN_NONE;
        for (enum stage i = 0; i < n && !r && (i <= STAGE_LANGUAGE || x->is_article); i++) {
                uint64_t start = bench_cpu_us();

                r = extract_stages[i](&doc);
                took[i] += bench_cpu_us() - start;
        }
        *ret = x;
        return r;
}

struct two {
        const struct extraction *x;
        struct buffer accounts[2], signature, keys, folded, rendered;
        struct fold_result result;
};

static int encode(struct two *t)
{
        struct extraction other = *t->x;
        int r = extraction_encode(t->x, &t->accounts[0]);

        other.article = "other";
        other.source = "Other";
        return r ? r : extraction_encode(&other, &t->accounts[1]);
}

static int join(struct two *t)
{
        _cleanup_(linker_freep) struct linker *linker = linker_new();
        const struct link_change *changes;
        int r = linker ? link_signature(t->x, &t->signature) : -ENOMEM;
        size_t n;

        for (uint64_t number = 1; number <= 2 && !r; number++)
                r = linker_add(linker, number, t->signature.data, t->signature.size, 0, 0,
                               &changes, &n);
        return r;
}

static int find_keys(struct two *t)
{
        return compare_keys(t->x, &t->keys);
}

static int fold(struct two *t)
{
        const struct account_blob accounts[] = {
                { 1, { t->accounts[0].data, t->accounts[0].size } },
                { 2, { t->accounts[1].data, t->accounts[1].size } },
        };
        const struct fold_job job = { .head = { 1, 2, 0 },
                                      .n_accounts = 2,
                                      .accounts = (struct account_blob *)accounts };
        int r = compare_fold(&job, &t->folded);

        return r ? r : fold_result_get(&t->result, t->folded.data, t->folded.size);
}

static int render(struct two *t)
{
        const struct render_job job = { .head = { 1, 2, 0 },
                                        .n_rows = t->result.n_rows,
                                        .rows = t->result.rows };

        return compare_render(&job, &t->rendered);
}

int stages_compare(const struct extraction *x, uint64_t *took)
{
        static int (*const steps[])(struct two *) = { encode, join, find_keys, fold, render };
        struct two t = { .x = x };
        int r = 0;

        for (size_t i = 0; i < sizeof(steps) / sizeof(*steps) && !r; i++) {
                uint64_t start = bench_cpu_us();

                r = steps[i](&t);
                took[STAGES_EXTRACT + i] += bench_cpu_us() - start;
        }
        free(t.result.rows);
        for (size_t i = 0; i < 2; i++)
                buffer_clear(&t.accounts[i]);
        buffer_clear(&t.signature);
        buffer_clear(&t.keys);
        buffer_clear(&t.folded);
        buffer_clear(&t.rendered);
        return r;
}
