/* desk - the grouping and the ledgers without a daemon
 *
 * Does in memory what the daemon does over its store, through the same functions: links each
 * account, keeps its extraction as the record that log 2 would hold, and folds an event's
 * accounts row by row when it is asked for.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "workers/compare/compare.h"
#include "workers/compare/ledger.h"
#include "workers/link/link.h"
#include "workers/link/map.h"

struct sheet { /* one account */
        struct buffer extraction, keys;
        uint64_t id, source; /* hashes */
        uint64_t event;      /* 0: a later version stands in its place */
        uint64_t follows;    /* of the event that it founded: settled there, as in a store */
        uint64_t touched;    /* of the same: the newest account that changed its members */
};

struct stored {
        struct buffer value;
        unsigned char key[ROW_KEY_BYTES];
};

struct shelf { /* the ledger of one event, as a store would hold it */
        struct map by_hash;
        struct stored *rows;
        size_t n, room;
};

struct desk {
        struct linker *linker;
        struct map latest;    /* hash of an id -> index of its last version's sheet */
        struct sheet *sheets; /* number n at n - 1 */
        size_t n, room;
};

struct desk *desk_new(void)
{
        struct desk *desk = calloc(1, sizeof(*desk));

        if (desk)
                desk->linker = linker_new();
        if (desk && !desk->linker) {
                free(desk);
                return NULL;
        }
        return desk;
}

void desk_free(struct desk *desk)
{
        if (!desk)
                return;
        for (size_t i = 0; i < desk->n; i++) {
                buffer_clear(&desk->sheets[i].extraction);
                buffer_clear(&desk->sheets[i].keys);
        }
        free(desk->sheets);
        map_clear(&desk->latest);
        linker_free(desk->linker);
        free(desk);
}

static void touch(struct desk *desk, uint64_t event)
{
        desk->sheets[event - 1].touched = desk->n;
}

static void apply(struct desk *desk, const struct link_change *c)
{
        touch(desk, c->kind == LINK_MERGED ? c->other : c->event);
        if (c->kind == LINK_FOUNDED || c->kind == LINK_JOINED)
                desk->sheets[c->article - 1].event = c->event;
        if (c->kind == LINK_LEFT)
                desk->sheets[c->article - 1].event = 0;
        if (c->kind == LINK_FOUNDED)
                desk->sheets[c->event - 1].follows = linker_follows(desk->linker, c->event);
        if (c->kind == LINK_SPLIT)
                desk->sheets[c->other - 1].follows = linker_follows(desk->linker, c->other);
        if (c->kind != LINK_MERGED)
                return;
        for (size_t i = 0; i < desk->n; i++) {
                if (desk->sheets[i].event == c->event)
                        desk->sheets[i].event = c->other;
        }
}

/* The linker has forgotten what is behind its window: then it did not say that it left. */
static void take_out_old(struct desk *desk, uint64_t replaced)
{
        uint64_t event = replaced ? desk->sheets[replaced - 1].event : 0;

        if (!event)
                return;
        touch(desk, event);
        desk->sheets[replaced - 1].event = 0;
}

static int link_sheet(struct desk *desk, const struct extraction *x, uint64_t replaces)
{
        uint64_t home = replaces ? desk->sheets[replaces - 1].event : 0;
        const struct link_change *changes;
        struct buffer signature = { 0 };
        size_t n;
        int r = link_signature(x, &signature);

        if (!r)
                r = linker_add(desk->linker, desk->n, signature.data, signature.size, replaces,
                               home, &changes, &n);
        buffer_clear(&signature);
        if (r)
                return r;
        for (size_t i = 0; i < n; i++)
                apply(desk, &changes[i]);
        take_out_old(desk, replaces);
        return 0;
}

static int make_room(struct desk *desk)
{
        size_t room = desk->room ? 2 * desk->room : 64;
        struct sheet *grown;

        if (desk->n < desk->room)
                return 0;
        grown = realloc(desk->sheets, room * sizeof(*desk->sheets));
        if (!grown)
                return -ENOMEM;
        desk->sheets = grown;
        desk->room = room;
        return 0;
}

static int sheet_fill(struct sheet *sheet, const struct extraction *x)
{
        int r = extraction_encode(x, &sheet->extraction);

        sheet->id = digest_64(x->article, strlen(x->article));
        sheet->source = digest_64(x->source, strlen(x->source));
        return r ? r : compare_keys(x, &sheet->keys);
}

static void sheet_clear(struct sheet *sheet)
{
        buffer_clear(&sheet->extraction);
        buffer_clear(&sheet->keys);
}

static bool says_the_same(const struct sheet *a, const struct sheet *b)
{
        return a->extraction.size == b->extraction.size &&
               memcmp(a->extraction.data, b->extraction.data, a->extraction.size) == 0;
}

int desk_add(struct desk *desk, const struct extraction *x)
{
        struct sheet sheet = { .event = 0 };
        uint32_t before = MAP_NONE;
        int r = make_room(desk);

        if (!r)
                r = sheet_fill(&sheet, x);
        if (!r)
                before = map_get(&desk->latest, sheet.id);
        if (!r && before != MAP_NONE && desk->sheets[before].source != sheet.source)
                r = DESK_E_OTHER_SOURCE;
        if (!r && before != MAP_NONE && says_the_same(&desk->sheets[before], &sheet))
                r = DESK_E_DUPLICATE;
        if (!r)
                r = map_put(&desk->latest, sheet.id, (uint32_t)desk->n);
        if (r) {
                sheet_clear(&sheet);
                return r;
        }
        desk->sheets[desk->n++] = sheet;
        return link_sheet(desk, x, before == MAP_NONE ? 0 : before + 1);
}

static void shelf_clear(struct shelf *shelf)
{
        for (size_t i = 0; i < shelf->n; i++)
                buffer_clear(&shelf->rows[i].value);
        free(shelf->rows);
        map_clear(&shelf->by_hash);
        *shelf = (struct shelf){ 0 };
}

static uint64_t key_mix(const void *key)
{
        struct row_key k = { 0 };

        (void)row_key_get(&k, &(struct blob){ key, ROW_KEY_BYTES });
        return k.hash ^ (uint64_t)k.kind << 56;
}

static struct stored *shelf_find(const struct shelf *shelf, const struct blob *key)
{
        uint32_t at = key->size == ROW_KEY_BYTES ? map_get(&shelf->by_hash, key_mix(key->data))
                                                 : MAP_NONE;

        return at == MAP_NONE ? NULL : &shelf->rows[at];
}

static int shelf_put(struct shelf *shelf, const struct row_blob *row)
{
        struct stored *s = shelf_find(shelf, &row->key);

        if (!s) {
                if (shelf->n == shelf->room) {
                        size_t room = shelf->room ? 2 * shelf->room : 256;
                        struct stored *grown = realloc(shelf->rows, room * sizeof(*grown));

                        if (!grown)
                                return -ENOMEM;
                        shelf->rows = grown;
                        shelf->room = room;
                }
                if (map_put(&shelf->by_hash, key_mix(row->key.data), (uint32_t)shelf->n))
                        return -ENOMEM;
                s = &shelf->rows[shelf->n++];
                *s = (struct stored){ 0 };
                memcpy(s->key, row->key.data, ROW_KEY_BYTES);
        }
        buffer_reset(&s->value);
        buffer_put(&s->value, row->value.data, row->value.size);
        return buffer_error(&s->value);
}

struct wanted { /* rows that a fold gets, each once */
        struct row_blob *rows;
        size_t n, room;
        struct map taken;
};

static int want(struct wanted *wanted, const struct shelf *shelf, const struct blob *key)
{
        const struct stored *s = shelf_find(shelf, key);

        if (!s || map_get(&wanted->taken, key_mix(key->data)) != MAP_NONE)
                return 0;
        if (wanted->n == wanted->room) {
                size_t room = wanted->room ? 2 * wanted->room : 256;
                struct row_blob *grown = realloc(wanted->rows, room * sizeof(*grown));

                if (!grown)
                        return -ENOMEM;
                wanted->rows = grown;
                wanted->room = room;
        }
        wanted->rows[wanted->n++] = (struct row_blob){ { s->key, ROW_KEY_BYTES },
                                                       { s->value.data, s->value.size } };
        return map_put(&wanted->taken, key_mix(key->data), 0);
}

static int want_refs(struct wanted *wanted, const struct shelf *shelf, size_t n)
{
        int r = 0;

        for (size_t i = 0; !r && i < n; i++) {
                struct row_value value;

                r = row_value_get(&value, wanted->rows[i].value.data,
                                  wanted->rows[i].value.size);
                if (r)
                        return r;
                for (uint32_t k = 0; !r && k < value.n_refs; k++)
                        r = want(wanted, shelf, &value.refs[k]);
                row_value_clear(&value);
        }
        return r;
}

static int want_keys(struct wanted *wanted, const struct shelf *shelf,
                     const struct sheet *sheet)
{
        struct cursor c;
        uint32_t n;
        int r = 0;

        cursor_init(&c, sheet->keys.data, sheet->keys.size);
        cursor_get_u32(&c, &n);
        while (!r && n-- && !c.failed) {
                struct blob key;

                cursor_get_blob(&c, &key, ROW_KEY_MAX);
                r = want(wanted, shelf, &key);
        }
        return r ? r : want_refs(wanted, shelf, wanted->n);
}

static int fold_sheet(struct shelf *shelf, const struct sheet *sheet, uint64_t number)
{
        struct account_blob account = { number,
                                        { sheet->extraction.data, sheet->extraction.size } };
        struct fold_job job = { .head = { sheet->event, number, 0 },
                                .n_accounts = 1,
                                .accounts = &account };
        struct fold_result result = { 0 };
        struct wanted wanted = { 0 };
        struct buffer out = { 0 };
        int r = want_keys(&wanted, shelf, sheet);

        job.rows = wanted.rows;
        job.n_rows = (uint32_t)wanted.n;
        if (!r)
                r = compare_fold(&job, &out);
        if (!r)
                r = fold_result_get(&result, out.data, out.size);
        for (uint32_t i = 0; !r && i < result.n_rows; i++)
                r = shelf_put(shelf, &result.rows[i]);
        free(result.rows);
        free(wanted.rows);
        map_clear(&wanted.taken);
        buffer_clear(&out);
        return r;
}

static int by_key(const void *a, const void *b)
{
        const struct row_blob *x = a, *y = b;

        return memcmp(x->key.data, y->key.data, ROW_KEY_BYTES);
}

static int render_shelf(const struct desk *desk, const struct shelf *shelf, uint64_t event,
                        uint64_t version, struct buffer *out)
{
        struct row_blob *rows = calloc(shelf->n + 1, sizeof(*rows));
        struct render_job job = { .head = { event, version, desk->sheets[event - 1].follows },
                                  .rows = rows };
        int r;

        if (!rows)
                return -ENOMEM;
        for (size_t i = 0; i < shelf->n; i++) {
                const struct stored *s = &shelf->rows[i];

                if (!(s->key[0] & ROW_FOLD_ONLY))
                        rows[job.n_rows++] =
                                (struct row_blob){ { s->key, ROW_KEY_BYTES },
                                                   { s->value.data, s->value.size } };
        }
        qsort(rows, job.n_rows, sizeof(*rows), by_key);
        r = compare_render(&job, out);
        free(rows);
        return r;
}

static int compare_event(struct desk *desk, const size_t *next, size_t first,
                         struct buffer *out)
{
        uint64_t event = desk->sheets[first].event;
        struct shelf shelf = { 0 };
        int r = 0;

        for (size_t i = first; !r && i < desk->n; i = next[i])
                r = fold_sheet(&shelf, &desk->sheets[i], i + 1);
        if (!r)
                r = render_shelf(desk, &shelf, event, desk->sheets[event - 1].touched, out);
        shelf_clear(&shelf);
        return r;
}

/* Chains each event's accounts in their order: next[i] is the one behind i, desk->n the end;
 * first[e] and last[e] are one more than those of the event that account e founded, 0: none. */
static void chain(const struct desk *desk, size_t *next, size_t *first, size_t *last)
{
        for (size_t i = 0; i < desk->n; i++) {
                size_t event = (size_t)desk->sheets[i].event - 1;

                next[i] = desk->n;
                if (!desk->sheets[i].event)
                        continue;
                if (last[event])
                        next[last[event] - 1] = i;
                else
                        first[event] = i + 1;
                last[event] = i + 1;
        }
}

int desk_each(struct desk *desk, int (*show)(void *context, const char *json, size_t size),
              void *context)
{
        size_t *next = calloc(desk->n + 1, sizeof(*next));
        size_t *first = calloc(desk->n + 1, sizeof(*first));
        size_t *last = calloc(desk->n + 1, sizeof(*last));
        int r = next && first && last ? 0 : -ENOMEM;

        if (!r)
                chain(desk, next, first, last);
        for (size_t i = 0; !r && i < desk->n; i++) {
                struct buffer json = { 0 };

                if (!first[i])
                        continue;
                r = compare_event(desk, next, first[i] - 1, &json);
                if (!r)
                        r = show(context, (const char *)json.data, json.size);
                buffer_clear(&json);
        }
        free(next);
        free(first);
        free(last);
        return r;
}
