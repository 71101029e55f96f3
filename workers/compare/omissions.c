#include "workers/compare/omissions.h"

#include "workers/compare/wording.h"

enum {
        THOUSAND = 1000,
        ORIGINS_LEAST = 4,
        QUARTER = 4,     /* at most one origin in four may leave it out */
        TELLS_LEAST = 2, /* of a word in sketches and cores */
        CORE_LEAST = 3,  /* words; of fewer nothing is known */
        HELD = 500,      /* thousandths of a core: told in other words */
};

static uint32_t bit_of(uint32_t term)
{
        return (term >> 3) * 0x9e3779b1u >> (32 - SKETCH_BITS_LOG2);
}

static void set_bit(struct sketch *s, uint32_t term)
{
        uint32_t bit = bit_of(term);

        s->bits[bit / 64] |= 1ULL << bit % 64;
}

static bool has_bit(const struct sketch *s, uint32_t term)
{
        uint32_t bit = bit_of(term);

        return s->bits[bit / 64] >> bit % 64 & 1;
}

/* Within a name that only one report recognizes, a word has two hashes: both are there. */
void sketch_add(struct sketch *sketch, const struct account *a)
{
        for (size_t i = 0; i < a->n_terms; i++)
                if (a->tells[i])
                        set_bit(sketch, term_packed(a, i));
        for (size_t i = 0; i < a->n_words; i++)
                if (WORD_TELLS(a->words[i]))
                        set_bit(sketch, a->words[i]);
        for (size_t i = 0; i < a->n_title_terms; i++)
                set_bit(sketch, (uint32_t)(a->title_terms[i] >> 32));
}

static bool holds(const struct mention *m, uint32_t term)
{
        for (size_t i = 0; i < m->n_terms; i++)
                if (TERM_IS(m->terms[i], term))
                        return true;
        return false;
}

static bool is_in(const uint32_t *core, size_t n, uint32_t term)
{
        for (size_t i = 0; i < n; i++)
                if (TERM_IS(core[i], term))
                        return true;
        return false;
}

size_t claim_core(const struct claim *claim, uint32_t core[CORE_MAX])
{
        size_t n = 0;

        for (size_t i = 0; i < claim->n_mentions; i++) {
                const struct mention *m = &claim->mentions[i];

                for (size_t k = 0; k < m->n_terms && n < CORE_MAX; k++) {
                        size_t in = 0;

                        if (TERM_TELLS(m->terms[k]) < TELLS_LEAST ||
                            is_in(core, n, m->terms[k]))
                                continue;
                        for (size_t j = 0; j < claim->n_mentions; j++)
                                in += holds(&claim->mentions[j], m->terms[k]);
                        if (2 * in >= claim->n_mentions)
                                core[n++] = m->terms[k];
                }
        }
        return n;
}

/* Half of it, by how much each word tells. */
static bool is_held(const struct sketch *s, const struct carried *carried)
{
        unsigned all = 0, held = 0;

        for (size_t i = 0; i < carried->n_core; i++) {
                unsigned tells = TERM_TELLS(carried->core[i]);

                all += tells;
                held += has_bit(s, carried->core[i]) ? tells : 0;
        }
        return THOUSAND * held >= HELD * all;
}

static unsigned count(uint64_t mask)
{
        return (unsigned)__builtin_popcountll(mask);
}

uint64_t left_out_by(const struct header_row *h, const struct carried *carried)
{
        uint64_t lack = 0;

        if (carried->n_core < CORE_LEAST || h->n_origins < ORIGINS_LEAST ||
            h->n_origins > ORIGINS_MASKED || 2 * count(carried->mask) < h->n_origins)
                return 0;
        for (size_t i = 0; i < h->n_sketches; i++)
                if (!(carried->mask >> i & 1) && !is_held(&h->sketches[i], carried))
                        lack |= 1ULL << i;
        return count(lack) <= h->n_origins / QUARTER ? lack : 0;
}
