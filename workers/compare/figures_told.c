/* figures_told - which figures another origin gives as well */
#include <errno.h>
#include <stdlib.h>

#include "workers/compare/match.h"
#include "workers/compare/render.h"

struct told_figure { /* by article and start, the sentence that it stands in */
        uint64_t article;
        uint32_t start;
        bool shared;
};

static int by_place(const void *a, const void *b)
{
        const struct told_figure *x = a, *y = b;

        if (x->article != y->article)
                return x->article < y->article ? -1 : 1;
        return (x->start > y->start) - (x->start < y->start);
}

static bool is_shared(const struct slot *slot, const struct slot_value *v)
{
        for (size_t i = 0; i < slot->n_values; i++)
                if (slot->values[i].mention.origin != v->mention.origin &&
                    same_number(slot, &slot->values[i], v))
                        return true;
        return false;
}

/* Days and hours are told by nearly all; they make no sentence the more exact. */
static const struct slot *slot_of(const struct row *row)
{
        const struct slot *slot = row->key.kind == ROW_SLOT ? row->body : NULL;

        return slot && slot->kind != SLOT_DATE && slot->kind != SLOT_CLOCK ? slot : NULL;
}

int render_find_figures(struct render *render)
{
        size_t n = 0;

        for (size_t i = 0; i < render->n_rows; i++)
                n += slot_of(render->rows[i]) ? slot_of(render->rows[i])->n_values : 0;
        render->figures = arena_alloc(render->arena, (n + 1) * sizeof(*render->figures));
        if (!render->figures)
                return -ENOMEM;
        for (size_t i = 0; i < render->n_rows; i++) {
                const struct slot *slot = slot_of(render->rows[i]);

                for (size_t k = 0; slot && k < slot->n_values; k++) {
                        const struct slot_value *v = &slot->values[k];

                        render->figures[render->n_figures++] =
                                (struct told_figure){ v->mention.article, v->mention.span.start,
                                                      is_shared(slot, v) };
                }
        }
        qsort(render->figures, render->n_figures, sizeof(*render->figures), by_place);
        return 0;
}

bool render_shares_figures(const struct render *render, const struct mention *m)
{
        const struct told_figure place = { m->article, m->span.start, false };
        size_t low = 0, high = render->n_figures, n = 0;

        while (low < high) {
                size_t middle = (low + high) / 2;

                if (by_place(&render->figures[middle], &place) < 0)
                        low = middle + 1;
                else
                        high = middle;
        }
        for (; low < render->n_figures && by_place(&render->figures[low], &place) == 0; low++) {
                if (!render->figures[low].shared)
                        return false;
                n++;
        }
        return n > 0;
}
