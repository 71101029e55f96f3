#include "workers/link/choices.h"

#include <stdlib.h>

#include "workers/link/told.h"

enum {
        THOUSAND = 1000,
        HOUR = 60,
        DAY = 24 * HOUR,
        SOON = 5,              /* days */
        UNCERTAIN = 14 * HOUR, /* minutes that a time without an offset may be off */
        MEAN_OF_ALIKE = 6,     /* articles whose mean likeness stands for the event's */
        MEAN_OF_NEWEST = 32,   /* articles whose mean time stands for the event's */
        PAIR_MOST = 6000,      /* log odds beyond which a pair says no more */
        PAIR_UNSEEN = 4000,    /* log odds against a pair that was not among the candidates */
        FEW_FEATURES = 64,
        SCORE_MOST = 1000000,
        MARGIN_MOST = 4000,
        RIVAL = -3500, /* log odds of the best of other events, where none is known */
};

_Static_assert((int)PAIR_GAP - (int)PAIR_ALL == (int)ALIKE_PARTS, "a factor a part");

/* 64 log2 of the hours between two times, 0 within an hour. */
static int32_t gap_of(int64_t a, int64_t b, bool certain)
{
        uint64_t apart = (uint64_t)llabs(a - b);

        if (!certain)
                apart = apart > UNCERTAIN ? apart - UNCERTAIN : 0;
        return (int32_t)index_log(1 + apart / HOUR);
}

static int32_t gap_between(const struct entry *a, const struct entry *b)
{
        return gap_of(a->minute, b->minute,
                      a->known == KNOWN_INSTANT && b->known == KNOWN_INSTANT);
}

/* The distance from the mean time of the event's newest articles; -1: none has a time. */
static int32_t gap_to_mean(const struct index *index, const struct events *events,
                           const struct entry *e, uint64_t event)
{
        const uint32_t *members;
        size_t n = events_members(events, event, &members);
        int64_t sum = 0, dated = 0;

        for (size_t i = n > MEAN_OF_NEWEST ? n - MEAN_OF_NEWEST : 0; i < n; i++) {
                const struct entry *m = index_entry(index, members[i]);

                if (m->known != KNOWN_NOT) {
                        sum += m->minute;
                        dated++;
                }
        }
        return dated ? gap_of(e->minute, sum / dated, false) : -1;
}

static int32_t scaled(int32_t a, int32_t b)
{
        return (int32_t)((int64_t)a * b / THOUSAND);
}

static int32_t clipped(int64_t value, int32_t most)
{
        return (int32_t)(value > most ? most : value < -most ? -most : value);
}

static int32_t sum_of(const int32_t *weights, const int32_t *factors, size_t n)
{
        int64_t sum = 0;

        for (size_t i = 0; i < n; i++)
                sum += (int64_t)weights[i] * factors[i];
        return clipped(sum / THOUSAND, SCORE_MOST);
}

static int32_t sum_of_units(const struct pair_unit *units, const int32_t f[PAIR_FACTORS])
{
        int64_t sum = 0;

        for (size_t i = 0; i < PAIR_UNITS; i++) {
                int64_t of = sum_of(units[i].of, f, PAIR_FACTORS);

                sum += units[i].counts * (of * THOUSAND / (THOUSAND + llabs(of)));
        }
        return (int32_t)(sum / THOUSAND);
}

/* 64 log2; a few words more or less say nothing where there are few. */
static int32_t length_of(uint32_t n_features)
{
        return (int32_t)index_log(n_features < FEW_FEATURES ? FEW_FEATURES : n_features);
}

/* What happened long after says no more than the time between them does. */
bool choices_later(const struct entry *a, const struct entry *b)
{
        return a->told != TOLD_UNKNOWN && b->known != KNOWN_NOT && a->told > b->minute / DAY &&
               a->told <= b->minute / DAY + SOON;
}

/* What the days say of which they tell. */
static void set_told(const struct entry *a, const struct entry *b, int32_t f[PAIR_FACTORS])
{
        bool both = a->told != TOLD_UNKNOWN && b->told != TOLD_UNKNOWN;

        f[PAIR_LATER] = choices_later(a, b) || choices_later(b, a) ? THOUSAND : 0;
        f[PAIR_LATER_ALL] = f[PAIR_LATER] ? f[PAIR_ALL] : 0;
        f[PAIR_ONE_DAY] = both && a->told == b->told ? THOUSAND : 0;
        f[PAIR_ONE_DAY_GAP] = f[PAIR_ONE_DAY] ? f[PAIR_GAP] : 0;
        f[PAIR_DAYS] = both && a->told != b->told ? THOUSAND : 0;
}

int32_t choices_pair(const struct index *index, uint32_t serial, const struct likeness *alike,
                     int32_t f[PAIR_FACTORS])
{
        const struct entry *a = index_entry(index, serial);
        const struct entry *b = index_entry(index, alike->serial);
        bool dated = a->known != KNOWN_NOT && b->known != KNOWN_NOT;
        int32_t all = alike->of[ALIKE_ALL];

        f[PAIR_BIAS] = THOUSAND;
        for (size_t i = 0; i < ALIKE_PARTS; i++)
                f[PAIR_ALL + i] = alike->of[i];
        f[PAIR_GAP] = dated ? gap_between(a, b) : 0;
        f[PAIR_GAP_SQUARED] = scaled(f[PAIR_GAP], f[PAIR_GAP]);
        f[PAIR_GAP_ALL] = scaled(f[PAIR_GAP], all);
        f[PAIR_UNDATED] = dated ? 0 : THOUSAND;
        f[PAIR_UNDATED_ALL] = dated ? 0 : all;
        f[PAIR_ONE_UNDATED] = (a->known == KNOWN_NOT) != (b->known == KNOWN_NOT) ? THOUSAND : 0;
        f[PAIR_ALL_SQUARED] = scaled(all, all);
        f[PAIR_LENGTH] = length_of(a->n < b->n ? a->n : b->n);
        f[PAIR_LENGTH_ALL] = scaled(f[PAIR_LENGTH], all);
        f[PAIR_KEY_ALL] = scaled(f[PAIR_FOUND_KEY], all);
        set_told(a, b, f);
        return sum_of(index->weights->pair, f, PAIR_FACTORS) +
               sum_of_units(index->weights->units, f);
}

/* What is known of an event before its factors are put together. */
struct evidence {
        uint64_t event;
        uint32_t best, sum, taken, size;
        int32_t pair_best, gap; /* to the nearest dated one of the alike; -1: none */
        int64_t pair_sum, pair_all;
        int32_t later;       /* of those that are taken, in thousandths */
        uint32_t seen, bits; /* candidates of the event */
};

static void add_evidence(const struct index *index, struct evidence *v, uint32_t serial,
                         const struct likeness *alike)
{
        const struct entry *e = index_entry(index, serial);
        const struct entry *other = index_entry(index, alike->serial);
        int32_t factors[PAIR_FACTORS], gap;
        int32_t pair = clipped(choices_pair(index, serial, alike, factors), PAIR_MOST);

        v->bits |= alike->bit;
        v->best = alike->score > v->best ? alike->score : v->best;
        v->pair_best = !v->seen || pair > v->pair_best ? pair : v->pair_best;
        if (v->taken < MEAN_OF_ALIKE) {
                v->sum += alike->score;
                v->pair_sum += pair;
                v->later += factors[PAIR_LATER];
                v->taken++;
        }
        v->pair_all += pair;
        v->seen++;
        if (e->known == KNOWN_NOT || other->known == KNOWN_NOT)
                return;
        gap = gap_between(e, other);
        v->gap = v->gap < 0 || gap < v->gap ? gap : v->gap;
}

static void set_factors(int32_t *f, const struct evidence *v, int32_t mean_gap,
                        int32_t next_best, uint32_t n_features)
{
        uint32_t size = v->size ? v->size : 1;
        uint32_t few = size < MEAN_OF_ALIKE ? size : MEAN_OF_ALIKE;
        bool dated = v->gap >= 0;

        f[FACTOR_BIAS] = THOUSAND;
        f[FACTOR_PAIR_BEST] = v->pair_best;
        f[FACTOR_PAIR_MEAN] =
                (int32_t)((v->pair_sum - (int64_t)PAIR_UNSEEN * (few - v->taken)) / few);
        if (size > CANDIDATES_MAX)
                size = CANDIDATES_MAX;
        f[FACTOR_PAIR_ALL] =
                (int32_t)((v->pair_all -
                           (int64_t)PAIR_UNSEEN * (size > v->seen ? size - v->seen : 0)) /
                          (size > v->seen ? size : v->seen));
        f[FACTOR_BEST] = (int32_t)v->best;
        f[FACTOR_MEAN] = (int32_t)(v->sum / few);
        f[FACTOR_GAP] = dated ? v->gap : 0;
        f[FACTOR_MEAN_GAP] = dated && mean_gap >= 0 ? mean_gap : 0;
        f[FACTOR_UNDATED] = dated ? 0 : THOUSAND;
        f[FACTOR_SIZE] = (int32_t)index_log(size);
        f[FACTOR_SIZE_ONE] = size == 1 ? THOUSAND : 0;
        f[FACTOR_SIZE_MEAN] = scaled(f[FACTOR_SIZE], f[FACTOR_PAIR_MEAN]);
        f[FACTOR_GAP_SIZE] = scaled(f[FACTOR_SIZE], f[FACTOR_GAP]);
        f[FACTOR_MARGIN] = clipped(v->pair_best - next_best, MARGIN_MOST);
        f[FACTOR_MARGIN_BEST] = scaled(f[FACTOR_MARGIN], v->pair_best);
        f[FACTOR_LENGTH] = length_of(n_features);
}

static size_t gather(const struct index *index, const struct events *events, uint32_t serial,
                     const struct likeness *alike, size_t n, struct evidence *found)
{
        uint64_t numbers[CANDIDATES_MAX] = { 0 };
        size_t n_found = 0;

        for (size_t i = 0; i < n; i++)
                numbers[i] = index_entry(index, alike[i].serial)->event;
        events_fetch(events, numbers, n);
        for (size_t i = 0; i < n; i++) {
                const struct entry *other = index_entry(index, alike[i].serial);
                size_t k = 0;

                while (k < n_found && found[k].event != other->event)
                        k++;
                if (k == n_found)
                        found[n_found++] = (struct evidence){
                                .event = other->event,
                                .size = events_size(events, other->event),
                                .gap = -1,
                        };
                add_evidence(index, &found[k], serial, &alike[i]);
        }
        return n_found;
}

/* The likeliest of the other events, or NULL. */
static const struct evidence *rival_of(const struct evidence *found, size_t n, size_t except)
{
        const struct evidence *best = NULL;

        for (size_t i = 0; i < n; i++) {
                if (i != except && (!best || found[i].pair_best > best->pair_best))
                        best = &found[i];
        }
        return best;
}

static void set_explained(const struct index *index, const struct evidence *v,
                          const struct evidence *rival, int32_t *f)
{
        struct explained explained;

        index_explain(index, v->bits, rival ? rival->bits : 0, &explained);
        f[FACTOR_ONLY] = explained.only;
        f[FACTOR_ONLY_LEAD] = explained.only_lead;
        f[FACTOR_MORE] = explained.more;
}

size_t choices_weigh(const struct index *index, const struct events *events, uint32_t serial,
                     const struct likeness *alike, size_t n, struct choice *ret)
{
        struct evidence found[CANDIDATES_MAX];
        size_t n_found = gather(index, events, serial, alike, n, found);
        size_t n_weighed = n_found < CHOICES_MAX ? n_found : CHOICES_MAX; /* by likeness */
        const struct entry *e = index_entry(index, serial);

        for (size_t i = 0; i < n_weighed; i++) {
                struct choice c = { .event = found[i].event,
                                    .best = found[i].best,
                                    .later = found[i].later * 2 >=
                                             THOUSAND * (int32_t)found[i].taken };
                const struct evidence *rival = rival_of(found, n_found, i);
                size_t k;

                set_factors(c.factors, &found[i], gap_to_mean(index, events, e, c.event),
                            rival && rival->pair_best > RIVAL ? rival->pair_best : RIVAL, e->n);
                set_explained(index, &found[i], rival, c.factors);
                c.score = sum_of(index->weights->event, c.factors, LINK_FACTORS);
                for (k = i; k > 0 && ret[k - 1].score < c.score; k--)
                        ret[k] = ret[k - 1];
                ret[k] = c;
        }
        return n_weighed;
}
