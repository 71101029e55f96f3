/* What is kept of an event between two jobs: the same however it came, and not trusted. */
#include <stdio.h>

#include "proto/comparison.h"
#include "tests/unit/workers/compare/report.h"
#include "workers/compare/rows.h"

/* Reports whose sentences, figures and names cross in many ways. */
static void crowd(struct event_case *e, size_t n)
{
        static char texts[REPORTS_MAX][1024], ids[REPORTS_MAX][24], said[REPORTS_MAX][80];
        static const char *const names[] = { "Velt", "Brandt", "Okoro", "Lindqvist" };
        static const char *const things[] = { "harbour", "lighthouse", "engine", "cargo",
                                              "inquiry" };

        for (size_t i = 0; i < n; i++) {
                const char *who = names[i % 4], *what = things[(i * 7) % 5];
                struct report *r;

                snprintf(ids[i], sizeof(ids[i]), "r%zu", i);
                snprintf(
                        texts[i], sizeof(texts[i]),
                        "The ferry Marigold sank off Vellmar on Monday. %s blamed the %s for the "
                        "sinking of the Marigold. \"We will examine the %s of every ferry "
                        "again,\" %s said. The coast guard counted %zu people killed on the ferry. "
                        "Relatives of the crew waited at the %s until %s arrived.",
                        who, what, what, who, 10 + i % 3, what, names[(i + 1) % 4]);
                r = given(e, ids[i], i % 2 ? "2026-03-02T10:00:00Z" : "2026-03-02", texts[i]);
                named(r, ENTITY_PERSON, who, 0);
                named(r, ENTITY_PLACE, "Vellmar", 22);
                counted(r, "people killed", (int64_t)(10 + i % 3), "people killed",
                        BOUND_EXACT);
                snprintf(said[i], sizeof(said[i]),
                         "We will examine the %s of every ferry again,", what);
                quoted(r, said[i], who, 0);
        }
}

static void expect_same_rows(const struct ledger_case *a, const struct ledger_case *b)
{
        EXPECT_INT(a->n, b->n);
        for (size_t i = 0; i < a->n && i < b->n; i++) {
                EXPECT(by_row_key(&a->rows[i], &b->rows[i]) == 0);
                EXPECT(a->rows[i].value.size == b->rows[i].value.size &&
                       memcmp(a->rows[i].value.data, b->rows[i].value.data,
                              a->rows[i].value.size) == 0);
        }
}

TEST(batches_give_the_same_rows_as_one_account_after_the_other)
{
        static struct event_case e;
        struct ledger_case *single = calloc(1, sizeof(*single));
        unsigned random = 12345;

        REQUIRE(single);
        crowd(&e, 24);
        for (size_t i = 0; i < e.n; i++)
                fold(single, &e, i, i + 1);
        for (int round = 0; round < 5; round++) {
                struct ledger_case *batched = calloc(1, sizeof(*batched));

                REQUIRE(batched);
                for (size_t i = 0; i < e.n;) {
                        size_t n = 1 + (random = random * 1103515245 + 12345) / 65536 % 7;

                        n = i + n < e.n ? n : e.n - i;
                        fold(batched, &e, i, i + n);
                        i += n;
                }
                expect_same_rows(single, batched);
                ledger_done(batched);
        }
        ledger_done(single);
        event_done(&e);
}

static bool shown(const json_t *comparison, const struct row_finding *f)
{
        char id[16];
        const char *list;

        snprintf(id, sizeof(id), "%c%02x%02x%02x%02x", f->letter, f->id[0], f->id[1], f->id[2],
                 f->id[3]);
        return comparison_find(comparison, id, &list) != NULL;
}

static size_t findings_shown(const json_t *comparison)
{
        static const char *const lists[] = { "conflicts", "agreements", "quotes",
                                             "only",      "omissions",  "copies" };
        size_t n = 0;

        for (size_t i = 0; i < ARRAY_SIZE(lists); i++)
                n += count(comparison, lists[i]);
        return n;
}

TEST(what_rows_announce_is_what_a_reader_is_shown)
{
        static struct event_case e;
        struct ledger_case *ledger = calloc(1, sizeof(*ledger));
        size_t announced = 0;

        REQUIRE(ledger);
        crowd(&e, 24);
        given(&e, "wire", "2026-03-02T20:00:00Z", WIRE);
        given(&e, "paper", "2026-03-03T06:00:00Z", WIRE);
        for (size_t i = 0; i < e.n; i++)
                fold(ledger, &e, i, i + 1);
        json_auto_t *c = rendered(ledger, e.n);
        for (size_t i = 0; i < ledger->n; i++) {
                struct row_value value;

                REQUIRE(row_value_get(&value, ledger->rows[i].value.data,
                                      ledger->rows[i].value.size) == 0);
                for (uint32_t k = 0; k < value.n_findings; k++)
                        EXPECT(shown(c, &value.findings[k]));
                announced += value.n_findings;
                row_value_clear(&value);
        }
        EXPECT_INT(findings_shown(c), announced);
        EXPECT(comparison_check(c, NULL) == 0);
        ledger_done(ledger);
        event_done(&e);
}

TEST(keys_name_distinct_rows_in_order)
{
        static struct event_case e;
        struct buffer keys = { 0 };

        crowd(&e, 1);
        REQUIRE(compare_keys(&e.reports[0].x, &keys) == 0);
        EXPECT_INT(keys_check(keys.data, keys.size), 0);
        buffer_clear(&keys);
        event_done(&e);
}

static int keep_text(void *context, const char *json, size_t size)
{
        buffer_put(context, json, size);
        buffer_put(context, "\n", 1);
        return 0;
}

TEST(the_desk_shows_what_a_store_would)
{
        static struct event_case e;
        struct ledger_case *ledger = calloc(1, sizeof(*ledger));
        _cleanup_(desk_freep) struct desk *desk = desk_new();
        struct buffer shown = { 0 }, expected = { 0 };

        REQUIRE(ledger && desk);
        crowd(&e, 12);
        for (size_t i = 0; i < e.n; i++) {
                REQUIRE(desk_add(desk, &e.reports[i].x) == 0);
                fold(ledger, &e, i, i + 1);
        }
        REQUIRE(desk_each(desk, keep_text, &shown) == 0);
        json_auto_t *stored = rendered(ledger, e.n);
        json_write(stored, &expected);
        buffer_put(&expected, "\n", 1);
        EXPECT_STR(buffer_text(&shown), buffer_text(&expected));
        buffer_clear(&shown);
        buffer_clear(&expected);
        ledger_done(ledger);
        event_done(&e);
}

TEST(rows_that_are_not_ours_are_refused)
{
        struct row_blob row = { { "zzzzzzzzz", 9 }, { "x", 1 } };
        struct fold_job job = { .head = { 1, 1, 0 }, .rows = &row, .n_rows = 1 };
        struct buffer out = { 0 };

        EXPECT_INT(compare_fold(&job, &out), FRAME_E_MALFORMED);
        row.key.data = "aaaaaaaaa";
        EXPECT_INT(compare_fold(&job, &out), FRAME_E_MALFORMED);
        buffer_clear(&out);
}

TEST(whose_age_a_figure_is_is_read_again)
{
        struct arena *arena = arena_new(1 << 20);
        struct slot_value value = { .mention = { .text = "Ana Ferr, 61" },
                                    .about = "age",
                                    .subject = 7,
                                    .given = 'a' };
        struct slot slot = { .kind = SLOT_AGE, .values = &value, .n_values = 1 };
        struct row row = { .key = { ROW_SLOT, 1 }, .body = &slot };
        struct buffer out = { 0 };
        const struct slot *read;

        REQUIRE(arena);
        row_body_put(&out, &row);
        REQUIRE(row_body_get(&row, arena, &(struct blob){ out.data, out.size }) == 0);
        read = row.body;
        REQUIRE(read->n_values == 1);
        EXPECT_INT(read->values[0].subject, 7);
        EXPECT_INT(read->values[0].given, 'a');
        buffer_clear(&out);
        arena_free(arena);
}

TEST(a_figure_on_one_side_of_a_number_is_read_again)
{
        static struct event_case e;
        struct ledger_case *ledger = calloc(1, sizeof(*ledger));

        REQUIRE(ledger);
        for (size_t i = 0; i < 2; i++) {
                struct report *r = given(&e, i ? "b" : "a", "2026-03-02",
                                         "The ferry carried just over 300 boats on Monday.");

                counted(r, "just over 300", 300, "boats", BOUND_ABOUT);
                fold(ledger, &e, i, i + 1);
        }
        ledger_done(ledger);
        event_done(&e);
}

TEST(each_origin_of_a_header_has_its_sketch)
{
        static const size_t sketches[] = { 1, 0, 2 };
        struct arena *arena = arena_new(1 << 20);

        REQUIRE(arena);
        for (size_t i = 0; i < ARRAY_SIZE(sketches); i++) {
                struct sketch of[2] = { 0 };
                uint64_t origins[] = { 7 };
                struct header_row header = { .origins = origins,
                                             .n_origins_listed = 1,
                                             .sketches = of,
                                             .n_sketches = sketches[i] };
                struct row row = { .key = { ROW_HEADER, 0 }, .body = &header };
                struct buffer out = { 0 };

                row_body_put(&out, &row);
                EXPECT_INT(row_body_get(&row, arena, &(struct blob){ out.data, out.size }),
                           i ? FRAME_E_MALFORMED : 0);
                buffer_clear(&out);
        }
        arena_free(arena);
}

/* Folds another account onto rows that may be damaged; the result is not kept. */
static void fold_anew(struct ledger_case *ledger, struct event_case *e)
{
        struct buffer text = { 0 }, out = { 0 };
        struct account_blob account = { .number = 99 };
        struct fold_job job = { .head = { 1, 99, 0 },
                                .rows = ledger->rows,
                                .n_rows = (uint32_t)ledger->n,
                                .n_accounts = 1,
                                .accounts = &account };

        e->reports[0].x.article = "another";
        REQUIRE(extraction_encode(&e->reports[0].x, &text) == 0);
        account.extraction = (struct blob){ text.data, text.size };
        (void)compare_fold(&job, &out);
        buffer_clear(&text);
        buffer_clear(&out);
}

/* Rows whose bytes are changed at random are refused or read, and nothing worse. */
TEST(damaged_rows_do_no_harm)
{
        static struct event_case e;
        struct ledger_case *ledger = calloc(1, sizeof(*ledger));
        unsigned random = 99;

        REQUIRE(ledger);
        crowd(&e, 6);
        for (size_t i = 0; i < e.n; i++)
                fold(ledger, &e, i, i + 1);
        for (int round = 0; round < 3000; round++) {
                struct render_job job = { .head = { 1, 6, 0 },
                                          .rows = ledger->rows,
                                          .n_rows = (uint32_t)ledger->n };
                struct row_blob *row;
                unsigned char *byte, before;
                struct buffer out = { 0 };

                random = random * 1103515245 + 12345;
                row = &ledger->rows[random / 65536 % ledger->n];
                random = random * 1103515245 + 12345;
                byte = (unsigned char *)row->value.data + random / 256 % row->value.size;
                before = *byte;
                *byte = (unsigned char)(random >> 24);
                if (compare_render(&job, &out) == 0)
                        fold_anew(ledger, &e);
                *byte = before;
                buffer_clear(&out);
        }
        ledger_done(ledger);
        event_done(&e);
}
