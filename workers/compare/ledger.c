#include "workers/compare/ledger.h"

#include <errno.h>
#include <stdlib.h>

#include "base/random.h"

enum { FIRST_ROOM = 1024 };

static size_t place_of(const struct ledger *ledger, struct row_key key)
{
        size_t at = (size_t)random_place(key.hash ^ key.kind, (uintptr_t)ledger->slots);

        for (at &= ledger->room - 1; ledger->slots[at]; at = (at + 1) & (ledger->room - 1)) {
                if (row_key_order(&ledger->slots[at]->key, &key) == 0)
                        break;
        }
        return at;
}

struct row *ledger_find(const struct ledger *ledger, struct row_key key)
{
        return ledger->room ? ledger->slots[place_of(ledger, key)] : NULL;
}

static int ledger_grow(struct ledger *ledger)
{
        struct ledger grown = *ledger;

        grown.room = ledger->room ? 2 * ledger->room : FIRST_ROOM;
        grown.slots = arena_alloc(ledger->arena, grown.room * sizeof(*grown.slots));
        if (!grown.slots)
                return -ENOMEM;
        for (size_t i = 0; i < ledger->room; i++) {
                if (ledger->slots[i])
                        grown.slots[place_of(&grown, ledger->slots[i]->key)] = ledger->slots[i];
        }
        *ledger = grown;
        return 0;
}

struct row *ledger_row(struct ledger *ledger, struct row_key key)
{
        struct row *row = ledger_find(ledger, key);

        if (row)
                return row;
        if (2 * (ledger->n + 1) > ledger->room && ledger_grow(ledger))
                return NULL;
        row = arena_alloc(ledger->arena, sizeof(*row));
        if (!row)
                return NULL;
        row->key = key;
        row->body = row_body_new(ledger->arena, key.kind);
        if (!row->body)
                return NULL;
        ledger->slots[place_of(ledger, key)] = row;
        ledger->n++;
        return row;
}

static int by_key(const void *a, const void *b)
{
        const struct row *const *x = a, *const *y = b;

        return row_key_order(&(*x)->key, &(*y)->key);
}

struct row **ledger_sorted(const struct ledger *ledger, size_t *ret_n)
{
        struct row **sorted = arena_alloc(ledger->arena, (ledger->n + 1) * sizeof(*sorted));

        if (!sorted)
                return NULL;
        *ret_n = 0;
        for (size_t i = 0; i < ledger->room; i++) {
                if (ledger->slots[i])
                        sorted[(*ret_n)++] = ledger->slots[i];
        }
        qsort(sorted, *ret_n, sizeof(*sorted), by_key);
        return sorted;
}

int ledger_load(struct ledger *ledger, const struct row_blob *rows, size_t n)
{
        for (size_t i = 0; i < n; i++) {
                struct row_value value;
                struct row_key key;
                struct row *row;
                int r = row_key_get(&key, &rows[i].key);

                if (r)
                        return r;
                if (rows[i].value.size == 0)
                        continue;
                r = row_value_get(&value, rows[i].value.data, rows[i].value.size);
                if (r)
                        return r;
                row = ledger_row(ledger, key);
                r = row ? row_body_get(row, ledger->arena, &value.body) : -ENOMEM;
                row_value_clear(&value);
                if (r)
                        return r;
        }
        return 0;
}

void *ledger_change(struct ledger *ledger, uint8_t kind, uint64_t hash)
{
        struct row *row = ledger_row(ledger, (struct row_key){ kind, hash });

        if (!row)
                return NULL;
        row->changed = true;
        return row->body;
}

void *ledger_body(const struct ledger *ledger, uint8_t kind, uint64_t hash)
{
        struct row *row = ledger_find(ledger, (struct row_key){ kind, hash });

        return row ? row->body : NULL;
}
