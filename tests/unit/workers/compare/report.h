/* report - made-up articles with their findings, and comparisons to ask
 *
 * A report is an extraction built by hand: its text, and what the stages would have found in
 * it. All names are places in the text: a finding is given by the words it stands on.
 */
#pragma once

#include <string.h>

#include "base/json.h"
#include "tests/unit/test.h"
#include "workers/compare/compare.h"

enum { REPORTS_MAX = 64 };

/* Texts that several of the tests have. */
static const char FERRY_B[] =
        "A passenger ferry has sunk near Vellmar in a storm. The coast guard put the number of "
        "people killed on the sunken ferry at 15. Divers searched the wreck of the Marigold.";
static const char WIRE[] =
        "The ferry Marigold sank off the cliffs of Vellmar late on Monday after its cargo shifted "
        "in heavy seas and water broke through the bow doors. Fishing boats from the harbour of "
        "Ostrin reached the place before the coast guard and pulled most of those on board out of "
        "the cold water. The owner of the ferry promised to open its books to the investigators.";

struct report {
        struct arena *arena;
        struct extraction x;
};

struct event_case { /* the reports of one event, in the order of their numbers */
        struct report reports[REPORTS_MAX];
        size_t n;
};

static struct span words_at(const struct extraction *x, const char *words)
{
        const char *at = strstr(x->text, words);

        REQUIRE(at);
        return (struct span){ (uint32_t)(at - x->text),
                              (uint32_t)(at - x->text + strlen(words)) };
}

/* Sentences end at ". ", "? " and at the end; that is all the texts here need. */
static void split_sentences(struct report *r)
{
        const char *text = r->x.text, *start = text;

        for (const char *p = text; *p; p++) {
                struct span *s;

                if (!strchr(".?", *p) || (p[1] != ' ' && p[1] != '\0'))
                        continue;
                s = arena_push(r->arena, &r->x.sentences, &r->x.n_sentences, sizeof(*s));
                REQUIRE(s);
                *s = (struct span){ (uint32_t)(start - text), (uint32_t)(p + 1 - text) };
                start = p[1] ? p + 2 : p + 1;
        }
}

static struct report *given(struct event_case *e, const char *id, const char *published,
                            const char *text)
{
        struct report *r = &e->reports[e->n++];

        REQUIRE(e->n <= REPORTS_MAX);
        *r = (struct report){ .arena = arena_new(8 << 20) };
        REQUIRE(r->arena);
        r->x = (struct extraction){ .article = id,
                                    .source = id,
                                    .extractor = "test/1",
                                    .language = "en",
                                    .is_article = true,
                                    .text = text,
                                    .text_size = (uint32_t)strlen(text) };
        r->x.published = (struct stated_date){ .value = published,
                                               .basis = BASIS_GIVEN,
                                               .span = SPAN_NONE,
                                               .by = { 900, "test" },
                                               .literal = published };
        r->x.modified.span = r->x.dateline.span = SPAN_NONE;
        r->x.modified.by.rule = r->x.dateline.by.rule = r->x.published.by.rule = "test";
        split_sentences(r);
        return r;
}

/* An entity under each of the forms in which the text names it, up to a NULL. */
static inline int named(struct report *r, enum entity_type type, const char *name,
                        uint32_t geonames)
{
        struct entity *e = arena_push(r->arena, &r->x.entities, &r->x.n_entities, sizeof(*e));

        REQUIRE(e);
        *e = (struct entity){
                .by = { 900, "test" }, .type = type, .name = name, .geonames = geonames
        };
        for (const char *at = r->x.text; (at = strstr(at, name)); at += strlen(name)) {
                struct span *s = arena_push(r->arena, &e->mentions, &e->n_mentions, sizeof(*s));

                REQUIRE(s);
                *s = (struct span){ (uint32_t)(at - r->x.text),
                                    (uint32_t)(at - r->x.text + strlen(name)) };
        }
        return (int)r->x.n_entities - 1;
}

static inline void counted(struct report *r, const char *words, int64_t value, const char *of,
                           enum quantity_bound bound)
{
        struct quantity *q =
                arena_push(r->arena, &r->x.quantities, &r->x.n_quantities, sizeof(*q));

        REQUIRE(q);
        *q = (struct quantity){ .by = { 900, "test" },
                                .span = words_at(&r->x, words),
                                .value = value * 1000,
                                .high = QUANTITY_NO_HIGH,
                                .of = of,
                                .bound = bound,
                                .kind = QUANTITY_COUNT };
}

static inline void lasted(struct report *r, const char *words, int64_t value, const char *unit,
                          const char *of, enum quantity_bound bound)
{
        counted(r, words, value, of, bound);
        r->x.quantities[r->x.n_quantities - 1].unit = unit;
        r->x.quantities[r->x.n_quantities - 1].kind = QUANTITY_DURATION;
}

static inline void quoted(struct report *r, const char *words, const char *speaker, int entity)
{
        struct quote *q = arena_push(r->arena, &r->x.quotes, &r->x.n_quotes, sizeof(*q));

        REQUIRE(q);
        *q = (struct quote){ .by = { 900, "test" },
                             .text = words,
                             .direct = true,
                             .complete = true,
                             .cue = SPAN_NONE,
                             .via = NONE };
        q->speaker = (struct speaker){ .text = speaker,
                                       .span = words_at(&r->x, speaker),
                                       .entity = entity,
                                       .name = speaker };
        q->spans = arena_alloc(r->arena, sizeof(*q->spans));
        REQUIRE(q->spans);
        q->spans[q->n_spans++] = words_at(&r->x, words);
}

static inline void event_done(struct event_case *e)
{
        for (size_t i = 0; i < e->n; i++)
                arena_free(e->reports[i].arena);
        e->n = 0;
}

/* A store of rows that keeps what folds change. */
struct ledger_case {
        struct row_blob rows[FOLD_ROWS_MAX / 4];
        size_t n;
};

static void put_row(struct ledger_case *ledger, const struct row_blob *row)
{
        size_t at = 0;
        char *value = malloc(row->value.size + 1);

        REQUIRE(value);
        memcpy(value, row->value.data, row->value.size);
        while (at < ledger->n &&
               (ledger->rows[at].key.size != row->key.size ||
                memcmp(ledger->rows[at].key.data, row->key.data, row->key.size)))
                at++;
        REQUIRE(at < ARRAY_SIZE(ledger->rows));
        if (at == ledger->n) {
                char *key = malloc(row->key.size);

                REQUIRE(key);
                memcpy(key, row->key.data, row->key.size);
                ledger->rows[ledger->n++].key = (struct blob){ key, row->key.size };
        } else {
                free((void *)ledger->rows[at].value.data);
        }
        ledger->rows[at].value = (struct blob){ value, row->value.size };
}

static int by_row_key(const void *a, const void *b)
{
        const struct row_blob *x = a, *y = b;
        size_t n = x->key.size < y->key.size ? x->key.size : y->key.size;
        int order = memcmp(x->key.data, y->key.data, n);

        return order ? order : (x->key.size > y->key.size) - (x->key.size < y->key.size);
}

static void ledger_done(struct ledger_case *ledger)
{
        for (size_t i = 0; i < ledger->n; i++) {
                free((void *)ledger->rows[i].key.data);
                free((void *)ledger->rows[i].value.data);
        }
        free(ledger);
}

/* Folds reports [from, to) in one job; the rest of the ledger is at hand, and must not matter.
 */
static void fold(struct ledger_case *ledger, struct event_case *e, size_t from, size_t to)
{
        struct account_blob accounts[REPORTS_MAX];
        struct buffer texts[REPORTS_MAX] = { 0 };
        struct fold_job job = { .head = { 1, to, 0 },
                                .rows = ledger->rows,
                                .n_rows = (uint32_t)ledger->n,
                                .accounts = accounts };
        struct fold_result result;
        struct buffer out = { 0 };

        for (size_t i = from; i < to; i++) {
                struct buffer *b = &texts[i - from];

                REQUIRE(extraction_encode(&e->reports[i].x, b) == 0);
                accounts[job.n_accounts++] =
                        (struct account_blob){ i + 1, { b->data, b->size } };
        }
        REQUIRE(compare_fold(&job, &out) == 0);
        REQUIRE(fold_result_get(&result, out.data, out.size) == 0);
        for (uint32_t i = 0; i < result.n_rows; i++)
                put_row(ledger, &result.rows[i]);
        free(result.rows);
        buffer_clear(&out);
        for (size_t i = from; i < to; i++)
                buffer_clear(&texts[i - from]);
        qsort(ledger->rows, ledger->n, sizeof(*ledger->rows), by_row_key);
}

static json_t *rendered(struct ledger_case *ledger, size_t version)
{
        struct render_job job = { .head = { 1, version, 0 },
                                  .rows = ledger->rows,
                                  .n_rows = (uint32_t)ledger->n };
        struct buffer out = { 0 };
        json_t *comparison;

        REQUIRE(compare_render(&job, &out) == 0);
        comparison = json_parse((const char *)out.data, out.size, NULL);
        REQUIRE(comparison);
        buffer_clear(&out);
        return comparison;
}

/* The comparison of an event's reports, folded one by one. */
static inline json_t *compared(struct event_case *e)
{
        struct ledger_case *ledger = calloc(1, sizeof(*ledger));
        json_t *comparison;

        REQUIRE(ledger);
        for (size_t i = 0; i < e->n; i++)
                fold(ledger, e, i, i + 1);
        comparison = rendered(ledger, e->n);
        ledger_done(ledger);
        return comparison;
}

/* Entry @i of a list, or an empty object. */
static inline const json_t *entry(const json_t *comparison, const char *list, size_t i)
{
        return json_array_get(json_object_get(comparison, list), i);
}

static inline size_t count(const json_t *comparison, const char *list)
{
        return json_array_size(json_object_get(comparison, list));
}

static inline struct time_expression time_at(struct report *r, const char *words,
                                             enum time_type type, const char *value)
{
        return (struct time_expression){ .by = { 900, "test" },
                                         .span = words_at(&r->x, words),
                                         .type = type,
                                         .value = value };
}
