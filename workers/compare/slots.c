/* slots - figures of different articles that measure the same */
#include <errno.h>

#include "workers/compare/fold.h"
#include "workers/compare/judge.h"

enum { REPEATED_MAX = 3 };

/* The same value again in one article: kept for what stands around it, but not too often. */
static bool is_repeated(const struct slot *slot, const struct account *a,
                        const struct slot_value *v)
{
        size_t times = 0;

        for (size_t i = 0; i < slot->n_values; i++) {
                const struct slot_value *have = &slot->values[i];

                times += have->mention.article == a->number && have->value == v->value &&
                         have->high == v->high && have->bound == v->bound;
        }
        return times >= REPEATED_MAX;
}

static int add(struct ledger *ledger, struct slot *slot, const struct account *a,
               uint64_t origin, const struct figure *f)
{
        struct slot_value *v;
        int r;

        if (is_repeated(slot, a, &f->value))
                return 0;
        r = numbers_add(&slot->articles, ledger->arena, a->number);
        if (!r && (a->number == origin || !numbers_hold(&slot->origins, origin)))
                r = numbers_add(&slot->origins, ledger->arena, origin);
        if (r || slot->n_values == SLOT_VALUES_MAX)
                return r;
        v = arena_push(ledger->arena, &slot->values, &slot->n_values, sizeof(*v));
        if (!v)
                return -ENOMEM;
        *v = f->value;
        v->mention.article = a->number;
        v->mention.origin = origin;
        return 0;
}

/* The rows of one account's figures, each once. */
static bool is_first(const struct account *a, size_t at)
{
        for (size_t i = 0; i < at; i++)
                if (a->figures[i].key == a->figures[at].key)
                        return false;
        return true;
}

static int fold_row(struct ledger *ledger, const struct account *a, uint64_t origin, size_t at,
                    struct header_row *h)
{
        const struct figure *first = &a->figures[at];
        struct slot *slot = ledger_change(ledger, ROW_SLOT, first->key);
        size_t n_before;
        uint32_t before;
        int r = 0;

        if (!slot)
                return -ENOMEM;
        slot->kind = first->kind;
        before = slot->conflicts;
        n_before = slot->n_values;
        for (size_t i = at; !r && i < a->n_figures; i++)
                if (a->figures[i].key == first->key)
                        r = add(ledger, slot, a, origin, &a->figures[i]);
        if (slot->n_values != n_before)
                slot->conflicts = slot_conflicts(slot);
        h->n_conflicts += slot->conflicts - before;
        return r;
}

int fold_slots(struct ledger *ledger, const struct account *a, uint64_t origin)
{
        struct header_row *h = ledger_header(ledger);
        int r = h ? 0 : -ENOMEM;

        for (size_t i = 0; !r && i < a->n_figures; i++)
                if (is_first(a, i))
                        r = fold_row(ledger, a, origin, i, h);
        return r;
}
