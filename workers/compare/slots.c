/* slots - figures of different articles that measure the same */
#include <errno.h>

#include "workers/compare/fold.h"
#include "workers/compare/judge.h"

static bool has_conflict(const struct slot *slot)
{
        struct judgement j;

        slot_judge(&j, slot);
        return j.verdict == VERDICT_CONFLICT;
}

/* The same value twice in one article is one mention: the first, or the one that is of the
 * article's subject. */
static struct slot_value *repeated(struct slot *slot, const struct account *a,
                                   const struct slot_value *v)
{
        for (size_t i = 0; i < slot->n_values; i++) {
                struct slot_value *have = &slot->values[i];

                if (have->mention.article == a->number && have->value == v->value &&
                    have->high == v->high)
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

int fold_slots(struct ledger *ledger, const struct account *a, uint64_t origin)
{
        struct header_row *h = ledger_header(ledger);

        if (!h)
                return -ENOMEM;
        for (size_t i = 0; i < a->n_figures; i++) {
                const struct figure *f = &a->figures[i];
                struct slot *slot = ledger_change(ledger, ROW_SLOT, f->key);
                bool before;
                int r;

                if (!slot)
                        return -ENOMEM;
                if (!slot->about) {
                        slot->about = f->about;
                        slot->kind = f->kind;
                        slot->toll = f->toll;
                }
                before = has_conflict(slot);
                r = add(ledger, slot, a, origin, f);
                if (r)
                        return r;
                h->n_conflicts += (uint32_t)has_conflict(slot) - (uint32_t)before;
        }
        return 0;
}
