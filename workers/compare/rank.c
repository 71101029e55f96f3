/* rank - what comes first
 *
 * A fact that one origin alone reports is worth the more, the more of its words no other origin
 * uses: names and figures that are found nowhere else.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "workers/compare/account.h"
#include "workers/compare/render.h"

struct rarity {
        uint32_t term;
        bool shared;
        uint64_t origin; /* of the first; 0: free */
};

static struct rarity *place_of(const struct render *render, uint32_t term)
{
        size_t at = (term >> 2) * 0x9e3779b1u;

        for (;; at++) {
                struct rarity *r = &render->rarity[at & (render->rarity_room - 1)];

                if (!r->origin || TERM_IS(r->term, term))
                        return r;
        }
}

static void count_terms(const struct render *render, const struct mention *m)
{
        for (size_t i = 0; i < m->n_terms; i++) {
                struct rarity *r = place_of(render, m->terms[i]);

                if (!r->origin)
                        *r = (struct rarity){ m->terms[i], false, m->origin };
                else if (r->origin != m->origin)
                        r->shared = true;
        }
}

static size_t count_claims(const struct render *render, bool weigh)
{
        size_t n = 0;

        for (size_t i = 0; i < render->n_rows; i++) {
                const struct claim *c = render->rows[i]->body;

                if (render->rows[i]->key.kind != ROW_CLAIM)
                        continue;
                for (size_t k = 0; k < c->n_mentions; k++) {
                        n += c->mentions[k].n_terms;
                        if (weigh)
                                count_terms(render, &c->mentions[k]);
                }
        }
        return n;
}

int render_weigh_terms(struct render *render)
{
        size_t n = count_claims(render, false);

        for (render->rarity_room = 64; render->rarity_room < 2 * n;)
                render->rarity_room *= 2;
        render->rarity =
                arena_alloc(render->arena, render->rarity_room * sizeof(*render->rarity));
        if (!render->rarity)
                return -ENOMEM;
        count_claims(render, true);
        return 0;
}

unsigned render_novelty(struct render *render, const struct mention *m)
{
        unsigned sum = 0;

        for (size_t i = 0; i < m->n_terms; i++) {
                if (!place_of(render, m->terms[i])->shared)
                        sum += TERM_TELLS(m->terms[i]) * TERM_TELLS(m->terms[i]);
        }
        return sum;
}

static int by_rank(const void *a, const void *b)
{
        const struct ranked *x = a, *y = b;
        int order;

        if (x->rank != y->rank)
                return x->rank < y->rank ? 1 : -1;
        order = row_key_order(&x->row->key, &y->row->key);
        return order ? order : (x->part > y->part) - (x->part < y->part);
}

json_t *render_ranked(struct ranked *list, size_t n)
{
        json_t *array = json_array();

        if (n)
                qsort(list, n, sizeof(*list), by_rank);
        for (size_t i = 0; i < n; i++)
                json_array_append_new(array, list[i].finding);
        return array;
}
