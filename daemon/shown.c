/* shown - see shown.h */
#include "daemon/shown.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/macros.h"

enum { MEMBERS_AT_ONCE = 512 };

/* An article by its number, with its id; of the version before or of now. */
struct article_name {
        uint64_t number;
        char *id;
};

struct names {
        struct article_name *items; /* in the order of numbers */
        size_t n, room;
};

void shown_list_clear(struct shown_list *list)
{
        for (size_t i = 0; i < list->n; i++)
                free(list->ids[i]);
        free(list->ids);
        *list = (struct shown_list){ 0 };
}

int shown_list_add(struct shown_list *list, const struct blob *id)
{
        if (list->n == list->room) {
                size_t room = list->room ? 2 * list->room : 16;
                char **grown = reallocarray(list->ids, room, sizeof(*grown));

                if (!grown)
                        return -ENOMEM;
                list->ids = grown;
                list->room = room;
        }
        list->ids[list->n] = strndup(id->data ? id->data : "", id->size);
        return list->ids[list->n] ? (list->n++, 0) : -ENOMEM;
}

static void names_clear(struct names *names)
{
        for (size_t i = 0; i < names->n; i++)
                free(names->items[i].id);
        free(names->items);
}

static int names_add(struct names *names, uint64_t number, const struct blob *id)
{
        if (names->n == names->room) {
                size_t room = names->room ? 2 * names->room : 64;
                struct article_name *grown = reallocarray(names->items, room, sizeof(*grown));

                if (!grown)
                        return -ENOMEM;
                names->items = grown;
                names->room = room;
        }
        names->items[names->n] =
                (struct article_name){ number, strndup(id->data ? id->data : "", id->size) };
        return names->items[names->n].id ? (names->n++, 0) : -ENOMEM;
}

/* ------------------------------------------------------------ the rows */

static int set_row(struct txn *txn, uint64_t event, uint64_t article, const struct blob *id)
{
        unsigned char bytes[8];
        const struct blob key = { bytes, sizeof(bytes) };

        for (int i = 0; i < 8; i++)
                bytes[i] = (unsigned char)(article >> (56 - 8 * i));
        return txn_put_row(txn, event, LEDGER_PUBLISHED, 0, &key, id);
}

static int unset_row(struct txn *txn, uint64_t event, uint64_t article)
{
        static const struct blob nothing = { "", 0 };

        return set_row(txn, event, article, &nothing);
}

static int take_row(void *context, const struct blob *key, const struct blob *value)
{
        struct cursor c;
        uint64_t number;

        cursor_init(&c, key->data, key->size);
        cursor_get_u64(&c, &number);
        return cursor_end(&c) ? names_add(context, number, value) : STORE_E_CORRUPT;
}

static int read_shown(struct txn *txn, uint64_t event, struct names *names)
{
        return txn_each_row(txn, event, LEDGER_PUBLISHED, UINT64_MAX, take_row, names);
}

static int add_member(struct txn *txn, struct names *names, uint64_t number,
                      struct buffer *buffer)
{
        struct settled settled;
        int r = txn_get_settled_head(txn, number, &settled, buffer);

        return r ? r : names_add(names, number, &settled.article);
}

static int read_members(struct txn *txn, uint64_t event, struct names *names)
{
        _cleanup_(buffer_clear) struct buffer buffer = { .limit = 0 };
        uint64_t members[MEMBERS_AT_ONCE], from = 0;
        size_t n;
        int r;

        do {
                r = txn_list_members(txn, event, from, members, MEMBERS_AT_ONCE, &n);
                for (size_t i = 0; i < n && !r; i++)
                        r = add_member(txn, names, members[i], &buffer);
                from = n ? members[n - 1] + 1 : 0;
        } while (!r && n == MEMBERS_AT_ONCE);
        return r;
}

/* ------------------------------------------------------------ comparing */

static int compare_numbers(const struct names *a, size_t i, const struct names *b, size_t k)
{
        if (i == a->n || k == b->n)
                return i == a->n ? 1 : -1;
        return a->items[i].number < b->items[k].number
                       ? -1
                       : a->items[i].number > b->items[k].number;
}

static int update_rows(struct txn *txn, uint64_t event, const struct names *old,
                       const struct names *new)
{
        size_t i = 0, k = 0;
        int r = 0;

        while ((i < old->n || k < new->n) && !r) {
                int order = compare_numbers(old, i, new, k);

                if (order < 0)
                        r = unset_row(txn, event, old->items[i].number);
                else if (order > 0)
                        r = set_row(
                                txn, event, new->items[k].number,
                                &(struct blob){ new->items[k].id, strlen(new->items[k].id) });
                i += order <= 0;
                k += order >= 0;
        }
        return r;
}

static int compare_ids(const void *a, const void *b)
{
        return strcmp(((const struct article_name *)a)->id,
                      ((const struct article_name *)b)->id);
}

static int list_id(struct shown_list *list, const char *id)
{
        return shown_list_add(list, &(struct blob){ id, strlen(id) });
}

/* Leaves both sorted by id. */
static int compare_names(struct names *old, struct names *new, struct shown_list *added,
                         struct shown_list *removed)
{
        size_t i = 0, k = 0;
        int r = 0;

        if (old->n)
                qsort(old->items, old->n, sizeof(*old->items), compare_ids);
        if (new->n)
                qsort(new->items, new->n, sizeof(*new->items), compare_ids);
        while ((i < old->n || k < new->n) && !r) {
                int order = i == old->n   ? 1
                            : k == new->n ? -1
                                          : strcmp(old->items[i].id, new->items[k].id);

                if (order < 0)
                        r = list_id(removed, old->items[i].id);
                else if (order > 0)
                        r = list_id(added, new->items[k].id);
                i += order <= 0;
                k += order >= 0;
        }
        return r;
}

/* ------------------------------------------------------------ the interface */

int shown_add(struct txn *txn, uint64_t event, uint64_t article, const struct blob *id)
{
        return set_row(txn, event, article, id);
}

int shown_replace(struct txn *txn, uint64_t event, struct shown_list *added,
                  struct shown_list *removed)
{
        _cleanup_(names_clear) struct names old = { 0 }, new = { 0 };
        int r = read_shown(txn, event, &old);

        if (!r)
                r = read_members(txn, event, &new);
        if (!r)
                r = update_rows(txn, event, &old, &new);
        return r ? r : compare_names(&old, &new, added, removed);
}

int shown_clear(struct txn *txn, uint64_t event, struct shown_list *removed)
{
        _cleanup_(names_clear) struct names old = { 0 }, none = { 0 };
        struct shown_list added = { 0 };
        int r = read_shown(txn, event, &old);

        if (!r)
                r = update_rows(txn, event, &old, &none);
        if (!r)
                r = compare_names(&old, &none, &added, removed);
        shown_list_clear(&added);
        return r;
}

static int stop_at_first(void *context, const struct blob *key, const struct blob *value)
{
        (void)key;
        (void)value;
        *(bool *)context = true;
        return STORE_E_BUSY; /* any non-zero return stops the walk */
}

int shown_any(struct txn *txn, uint64_t event, bool *ret)
{
        bool any = false;
        int r = txn_each_row(txn, event, LEDGER_PUBLISHED, UINT64_MAX, stop_at_first, &any);

        if (r && !any)
                return r;
        *ret = any;
        return 0;
}
