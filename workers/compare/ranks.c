#include "workers/compare/ranks.h"

#include "workers/compare/fold.h"

enum {
        THOUSAND = 1000,
        SPOKEN_STEP = 500,
        FEW_STEP = 500,
        LOOSE = 380, /* thousandths of the longer one that two sentences share at least */
        LOOSE_STEP = 500,
        FEW = 3,
};

static bool is_central(const struct figure_group *g)
{
        for (size_t i = 0; i < g->n; i++) {
                if (g->members[i]->central)
                        return true;
        }
        return false;
}

/* Most of its sentences stand within quotations, which have a list of their own. */
static bool is_spoken(const struct claim *c)
{
        size_t spoken = 0;

        for (size_t i = 0; i < c->n_mentions; i++)
                spoken += c->mentions[i].direct;
        return c->type == CLAIM_SENTENCE && 2 * spoken > c->n_mentions;
}

/* Have two origins few of the words of their sentences in common? One may tell another thing.
 */
static bool is_loose(const struct claim *c)
{
        for (size_t i = 0; c->type == CLAIM_SENTENCE && i < c->n_mentions; i++)
                for (size_t k = i + 1; k < c->n_mentions; k++)
                        if (c->mentions[i].origin != c->mentions[k].origin &&
                            overlap_of(&c->mentions[i], &c->mentions[k]).of_longer >= LOOSE)
                                return false;
        return c->type == CLAIM_SENTENCE;
}

uint64_t render_claim_rank(const struct claim *c, const struct agreeing *agreeing)
{
        static const uint32_t step[] = {
                [CLAIM_SENTENCE] = 1000, [CLAIM_ACT] = 900,     [CLAIM_DATE] = 300,
                [CLAIM_TOPIC] = 250,     [CLAIM_UTTERANCE] = 0,
        };

        uint64_t origins = c->type == CLAIM_SENTENCE && !agreeing->all ? agreeing->n_origins
                                                                       : c->origins.count;

        if (is_loose(c))
                return origins * LOOSE_STEP + c->weight;
        return origins * (is_spoken(c) ? SPOKEN_STEP : step[c->type]) + c->weight;
}

/* Two or three of something are soon in two reports: they tell little of what happened. */
static bool is_few(const struct slot *slot, const struct figure_group *g)
{
        const struct slot_value *v = g->members[g->shown];

        return slot->kind == SLOT_COUNT && !v->toll && v->value <= FEW * THOUSAND;
}

uint64_t render_figure_rank(const struct slot *slot, const struct figure_group *g)
{
        if (is_few(slot, g))
                return (uint64_t)FEW_STEP * g->n_origins;
        return 1000 * (uint64_t)g->n_origins + (is_central(g) ? 1000 : 300);
}
