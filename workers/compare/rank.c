/* rank - what comes first
 *
 * The same sentences prove a figure, an act and what they say as a whole: one of these stands
 * in front, and the others behind all that tell something else. A fact that one origin alone
 * reports is worth the more, the more of its words no other origin uses: names and figures that
 * are found nowhere else.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/random.h"
#include "workers/compare/account.h"
#include "workers/compare/render.h"

struct rarity {
        uint32_t term;
        bool shared;
        uint64_t origin; /* of the first; 0: free */
};

static struct rarity *place_of(const struct render *render, uint32_t term)
{
        size_t at = random_place(term >> 3, (uintptr_t)render->rarity);

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

                if (render->rows[i]->key.kind != ROW_CLAIM || c->type > CLAIM_UTTERANCE)
                        continue; /* what facts stand in stands in sentences, too */
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

/* A set of places, by hash: open addressing, 0 is free. */
struct places {
        uint64_t *slots;
        size_t room; /* a power of two, twice what comes in at least */
};

static bool is_there(struct places *places, uint64_t hash, bool add)
{
        size_t at = random_place(hash, (uintptr_t)places->slots) & (places->room - 1);

        while (places->slots[at] && places->slots[at] != hash)
                at = (at + 1) & (places->room - 1);
        if (places->slots[at])
                return true;
        if (add)
                places->slots[at] = hash;
        return false;
}

static uint64_t place_hash(const json_t *evidence)
{
        const json_t *span = json_object_get(evidence, "span");
        uint64_t parts[2] = { key_hash("article", json_text(evidence, "article")),
                              (uint64_t)json_integer_value(json_array_get(span, 0)) };

        return digest_64(parts, sizeof(parts)) | 1u;
}

/* Does more than half of what proves it prove others that came before? If not, it is noted. */
static bool is_told(struct places *places, const json_t *finding)
{
        const json_t *list = json_object_get(finding, "evidence");
        size_t n = json_array_size(list), told = 0;

        for (size_t i = 0; i < n; i++)
                told += is_there(places, place_hash(json_array_get(list, i)), false);
        for (size_t i = 0; i < n && 2 * told <= n; i++)
                is_there(places, place_hash(json_array_get(list, i)), true);
        return 2 * told > n;
}

static size_t count_evidence(const struct ranked *list, size_t n)
{
        size_t count = 0;

        for (size_t i = 0; i < n; i++)
                count += json_array_size(json_object_get(list[i].finding, "evidence"));
        return count;
}

json_t *render_ranked_apart(struct arena *arena, struct ranked *list, size_t n)
{
        struct places places = { .room = 16 };
        json_t *first = json_array(), *later = json_array();

        while (places.room < 2 * count_evidence(list, n))
                places.room *= 2;
        places.slots = arena_alloc(arena, places.room * sizeof(*places.slots));
        if (!places.slots)
                return NULL;
        if (n)
                qsort(list, n, sizeof(*list), by_rank);
        for (size_t i = 0; i < n; i++)
                json_array_append_new(is_told(&places, list[i].finding) ? later : first,
                                      list[i].finding);
        json_array_extend(first, later);
        json_decref(later);
        return first;
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
