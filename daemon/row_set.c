/* row_set - see row_set.h */
#include "daemon/row_set.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/cursor.h"
#include "base/macros.h"

int row_key_compare(const struct blob *a, const struct blob *b)
{
        size_t size = a->size < b->size ? a->size : b->size;
        int order = size ? memcmp(a->data, b->data, size) : 0;

        return order ? order : (a->size > b->size) - (a->size < b->size);
}

static int compare_rows(const void *a, const void *b)
{
        return row_key_compare(&((const struct row_blob *)a)->key,
                               &((const struct row_blob *)b)->key);
}

static int copy(struct arena *arena, struct blob *ret, const struct blob *from)
{
        const char *data = arena_copy(arena, from->data, from->size);

        if (!data)
                return -ENOMEM;
        *ret = (struct blob){ data, from->size };
        return 0;
}

static int add(struct row_set *set, const struct blob *key, const struct blob *value)
{
        struct row_blob *row;

        if (set->n >= 2 * FOLD_ROWS_MAX)
                return -EMSGSIZE;
        row = arena_push(set->arena, &set->rows, &set->n, sizeof(*row));
        if (!row || copy(set->arena, &row->key, key))
                return -ENOMEM;
        return value ? copy(set->arena, &row->value, value) : 0;
}

int row_set_add_keys(struct row_set *set, const struct blob *keys)
{
        struct cursor c;
        uint32_t n;
        int r = 0;

        cursor_init(&c, keys->data, keys->size);
        cursor_get_count(&c, &n, FOLD_ROWS_MAX);
        for (uint32_t i = 0; i < n && !r && !c.failed; i++) {
                struct blob key;

                cursor_get_blob(&c, &key, ROW_KEY_MAX);
                if (!c.failed)
                        r = add(set, &key, NULL);
        }
        return r ? r : cursor_end(&c) ? 0 : FRAME_E_MALFORMED;
}

/* Sorts the part of the set from @from on, and takes out what stands twice, or before @from. */
static void sort_and_join(struct row_set *set, size_t from)
{
        size_t kept = from;

        if (set->n > from)
                qsort(set->rows + from, set->n - from, sizeof(*set->rows), compare_rows);
        for (size_t i = from; i < set->n; i++) {
                bool twice =
                        kept > from && compare_rows(&set->rows[kept - 1], &set->rows[i]) == 0;

                if (!twice && from &&
                    bsearch(&set->rows[i], set->rows, from, sizeof(*set->rows), compare_rows))
                        twice = true;
                if (!twice)
                        set->rows[kept++] = set->rows[i];
        }
        set->n = kept;
}

static int read_row(struct row_set *set, struct txn *txn, uint64_t event, uint32_t generation,
                    struct row_blob *row)
{
        _cleanup_(buffer_clear) struct buffer buffer = { .limit = 0 };
        struct blob value;
        int r = txn_get_row(txn, event, generation, UINT64_MAX, &row->key, &value, &buffer);

        if (r)
                return r == STORE_E_NOT_FOUND ? 0 : r;
        return copy(set->arena, &row->value, &value);
}

static int add_refs(struct row_set *set, size_t at)
{
        struct row_value value;
        int r;

        if (!set->rows[at].value.size)
                return 0;
        r = row_value_get(&value, set->rows[at].value.data, set->rows[at].value.size);
        if (r)
                return r < 0 ? r : STORE_E_CORRUPT;
        for (uint32_t i = 0; i < value.n_refs && !r; i++)
                r = add(set, &value.refs[i], NULL);
        row_value_clear(&value);
        return r;
}

static int read_from(struct row_set *set, struct txn *txn, uint64_t event, uint32_t generation,
                     size_t from)
{
        int r = 0;

        sort_and_join(set, from);
        for (size_t i = from; i < set->n && !r; i++)
                r = read_row(set, txn, event, generation, &set->rows[i]);
        return r;
}

static void drop_absent(struct row_set *set)
{
        size_t kept = 0;

        for (size_t i = 0; i < set->n; i++)
                if (set->rows[i].value.size)
                        set->rows[kept++] = set->rows[i];
        set->n = kept;
}

int row_set_read(struct row_set *set, struct txn *txn, uint64_t event, uint32_t generation)
{
        size_t named;
        int r = read_from(set, txn, event, generation, 0);

        named = set->n;
        for (size_t i = 0; i < named && !r; i++)
                r = add_refs(set, i);
        if (!r)
                r = read_from(set, txn, event, generation, named);
        if (r)
                return r;
        drop_absent(set);
        if (set->n)
                qsort(set->rows, set->n, sizeof(*set->rows), compare_rows);
        return set->n > FOLD_ROWS_MAX ? -EMSGSIZE : 0;
}

static int take_row(void *context, const struct blob *key, const struct blob *value)
{
        if (key->size && *(const unsigned char *)key->data & ROW_FOLD_ONLY)
                return 0;
        return add(context, key, value);
}

int row_set_read_all(struct row_set *set, struct txn *txn, uint64_t event, uint32_t generation,
                     uint64_t version)
{
        int r = txn_each_row(txn, event, generation, version, take_row, set);

        return r ? r : set->n > FOLD_ROWS_MAX ? -EMSGSIZE : 0;
}
