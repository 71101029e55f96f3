/* slots - figures of different articles that measure the same */
#include <errno.h>

#include "workers/compare/fold.h"
#include "workers/compare/judge.h"

/* The same value twice in one article is one mention: the first, or the one that is of the
 * article's subject. */
static struct slot_value *repeated(struct slot *slot, const struct account *a,
                                   const struct slot_value *v)
{
        for (size_t i = 0; i < slot->n_values; i++) {
                struct slot_value *have = &slot->values[i];

                if (have->mention.article == a->number && have->value == v->value &&
                    have->high == v->high && have->bound == v->bound)
                        return have;
        }
        return NULL;
}

static int add(struct ledger *ledger, struct slot *slot, const struct account *a,
               uint64_t origin, const struct figure *f)
{
        struct slot_value *v;
        int r;

        if (repeated(slot, a, &f->value))
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
        uint32_t before;
        int r = 0;

        if (!slot)
                return -ENOMEM;
        slot->kind = first->kind;
        before = slot->conflicts;
        for (size_t i = at; !r && i < a->n_figures; i++)
                if (a->figures[i].key == first->key)
                        r = add(ledger, slot, a, origin, &a->figures[i]);
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
