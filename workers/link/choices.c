#include "workers/link/choices.h"

#include <stdlib.h>
#include <string.h>

enum {
        THOUSAND = 1000,
        HOUR = 60,
        UNCERTAIN = 14 * HOUR, /* minutes that a time without an offset may be off */
        MEAN_OF_ALIKE = 6,     /* articles whose mean likeness stands for the event's */
        MEAN_OF_NEWEST = 32,   /* articles whose mean time stands for the event's */
        MARGIN_MOST = 200,
        RIVAL = 200, /* likeness that another event must be thought to have, where few are known
                      */
};

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

/* What is known of an event before its factors are put together. */
struct evidence {
        uint64_t event;
        uint32_t best, sum, taken, title, name, size;
        int32_t gap; /* to the nearest dated one of the alike; -1: none */
};

static void add_evidence(struct evidence *v, const struct entry *e, const struct entry *other,
                         const struct likeness *alike)
{
        int32_t gap;

        v->best = alike->score > v->best ? alike->score : v->best;
        v->title = alike->title > v->title ? alike->title : v->title;
        v->name = alike->name > v->name ? alike->name : v->name;
        if (v->taken < MEAN_OF_ALIKE) {
                v->sum += alike->score;
                v->taken++;
        }
        if (e->known == KNOWN_NOT || other->known == KNOWN_NOT)
                return;
        gap = gap_between(e, other);
        v->gap = v->gap < 0 || gap < v->gap ? gap : v->gap;
}

static int32_t scaled(int32_t a, int32_t b)
{
        return (int32_t)((int64_t)a * b / THOUSAND);
}

static void set_factors(int32_t *f, const struct evidence *v, int32_t mean_gap,
                        uint32_t next_best, uint32_t n_features)
{
        uint32_t size = v->size < MEAN_OF_ALIKE ? v->size : MEAN_OF_ALIKE;
        int32_t best = (int32_t)v->best, margin = best - (int32_t)next_best;
        bool dated = v->gap >= 0;

        f[FACTOR_BIAS] = THOUSAND;
        f[FACTOR_BEST] = best;
        f[FACTOR_MEAN] = (int32_t)(v->sum / (size ? size : 1));
        f[FACTOR_TITLE] = (int32_t)v->title;
        f[FACTOR_NAME] = (int32_t)v->name;
        f[FACTOR_GAP] = dated ? v->gap : 0;
        f[FACTOR_MEAN_GAP] = dated && mean_gap >= 0 ? mean_gap : 0;
        f[FACTOR_UNDATED] = dated ? 0 : THOUSAND;
        f[FACTOR_UNDATED_BEST] = dated ? 0 : best;
        f[FACTOR_GAP_BEST] = scaled(f[FACTOR_GAP], best);
        f[FACTOR_SIZE] = (int32_t)index_log(v->size ? v->size : 1);
        f[FACTOR_MARGIN] = margin > MARGIN_MOST    ? MARGIN_MOST
                           : margin < -MARGIN_MOST ? -MARGIN_MOST
                                                   : margin;
        f[FACTOR_LENGTH] = (int32_t)index_log(1 + n_features);
        f[FACTOR_BEST_SQUARED] = scaled(best, best);
}

static int32_t score_of(const struct link_weights *w, const int32_t *factors)
{
        int64_t sum = 0;

        for (size_t i = 0; i < LINK_FACTORS; i++)
                sum += (int64_t)w->learned[i] * factors[i];
        return (int32_t)(sum / THOUSAND);
}

static size_t gather(const struct index *index, const struct events *events, uint32_t serial,
                     const struct likeness *alike, size_t n, struct evidence *found)
{
        const struct entry *e = index_entry(index, serial);
        size_t n_found = 0;

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
                add_evidence(&found[k], e, other, &alike[i]);
        }
        return n_found;
}

/* The likeness that the best of the other events has. */
static uint32_t next_best(const struct evidence *found, size_t n, size_t except)
{
        uint32_t best = RIVAL;

        for (size_t i = 0; i < n; i++) {
                if (i != except && found[i].best > best)
                        best = found[i].best;
        }
        return best;
}

size_t choices_weigh(const struct index *index, const struct events *events, uint32_t serial,
                     const struct likeness *alike, size_t n, struct choice *ret)
{
        struct evidence found[CANDIDATES_MAX];
        size_t n_found = gather(index, events, serial, alike, n, found);
        size_t n_weighed = n_found < CHOICES_MAX ? n_found : CHOICES_MAX; /* by likeness */
        const struct entry *e = index_entry(index, serial);

        for (size_t i = 0; i < n_weighed; i++) {
                struct choice c = { .event = found[i].event, .best = found[i].best };
                size_t k;

                set_factors(c.factors, &found[i], gap_to_mean(index, events, e, c.event),
                            next_best(found, n_found, i), e->n);
                c.score = score_of(index->weights, c.factors);
                for (k = i; k > 0 && ret[k - 1].score < c.score; k--)
                        ret[k] = ret[k - 1];
                ret[k] = c;
        }
        return n_weighed;
}

int32_t choices_weigh_pair(const struct index *index, uint32_t serial,
                           const struct likeness *alike)
{
        const struct entry *e = index_entry(index, serial);
        const struct entry *other = index_entry(index, alike->serial);
        struct evidence v = { .event = other->event, .size = 1, .gap = -1 };
        int32_t factors[LINK_FACTORS];

        add_evidence(&v, e, other, alike);
        set_factors(factors, &v, v.gap, RIVAL, e->n);
        return score_of(index->weights, factors);
}
