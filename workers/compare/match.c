#include "workers/compare/match.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "workers/compare/dates.h"
#include "workers/compare/factors.h"
#include "workers/compare/learned.h"
#include "workers/compare/units.h"

enum {
        DOUBT_MISTAKEN = 1000,
        DOUBT_CROWDED = 600,
        CROWDED = 30,     /* of FACTOR_CROWD: four of a row */
        UNITS_SLACK = 20, /* thousandths by which a number changes when it is converted */
};

static bool is_unit_of_time(const struct slot *slot)
{
        return slot->kind == SLOT_DURATION || slot->kind == SLOT_AGE;
}

static int64_t in_base(const struct slot *slot, const struct slot_value *v, int64_t value)
{
        if (!is_unit_of_time(slot) && slot->kind != SLOT_MEASURE)
                return value;
        return unit_base(v->unit, value);
}

int64_t figure_low(const struct slot *slot, const struct slot_value *v)
{
        return in_base(slot, v, v->value);
}

int64_t figure_high(const struct slot *slot, const struct slot_value *v)
{
        return in_base(slot, v, v->high);
}

bool same_unit(const struct slot_value *a, const struct slot_value *b)
{
        return a->unit && b->unit ? strcmp(a->unit, b->unit) == 0 : a->unit == b->unit;
}

static bool is_close(int64_t a, int64_t b, int64_t thousandths)
{
        int64_t apart;

        if (__builtin_sub_overflow(a, b, &apart) || apart == INT64_MIN)
                return false;
        return llabs(apart) <=
               llabs(a) / 1000 * thousandths + llabs(a) % 1000 * thousandths / 1000;
}

bool are_open_dates(const struct slot *slot, const struct slot_value *a,
                    const struct slot_value *b)
{
        return slot->kind == SLOT_DATE && a->unit && b->unit &&
               (date_is_open(a->unit) || date_is_open(b->unit));
}

bool same_number(const struct slot *slot, const struct slot_value *a,
                 const struct slot_value *b)
{
        int64_t slack = slot->kind == SLOT_MEASURE && !same_unit(a, b) ? UNITS_SLACK : 0;

        if (slot->kind == SLOT_PERCENT) /* of a margin, whatever its sign */
                return llabs(a->value) == llabs(b->value) && llabs(a->high) == llabs(b->high);
        if (are_open_dates(slot, a, b))
                return open_dates_relate(a->unit, b->unit) == DATES_SAME;
        return is_close(figure_low(slot, a), figure_low(slot, b), slack) &&
               is_close(figure_high(slot, a), figure_high(slot, b), slack);
}

/* What is easily taken for another is soon taken for a contradiction. Of 19 pairs
 * that this leaves out, as judged, 4 contradict each other. */
static int16_t doubt_of(const int16_t *factors)
{
        int doubt = 0;

        if (factors[FACTOR_AGED_SAME]) /* he has one age, whoever stands beside him */
                return 0;
        if (factors[FACTOR_SIBLINGS_ONE] || factors[FACTOR_RIVAL])
                doubt += DOUBT_MISTAKEN;
        if (factors[FACTOR_CROWD] >= CROWDED)
                doubt += DOUBT_CROWDED;
        return (int16_t)doubt;
}

static int likeness_of(const struct slot *slot, const int16_t *bases, size_t a, size_t b,
                       int16_t *ret_doubt)
{
        static const int16_t learned[] = FIGURES_LEARNED;
        int16_t factors[FIGURE_FACTORS];
        int32_t sum = 0;

        *ret_doubt = 0;
        _Static_assert(ARRAY_SIZE(learned) == FIGURE_FACTORS, "a weight a factor");
        if (!figure_factors(slot, bases, a, b, factors))
                return MATCH_NONE;
        *ret_doubt = doubt_of(factors);
        for (size_t i = 0; i < FIGURE_FACTORS; i++)
                sum += learned[i] * factors[i];
        return sum / FACTOR_SCALE;
}

/* ------------------------------------------------------------ questions */

struct pair {
        int likeness;
        uint8_t a, b;
};

static int by_likeness(const void *left, const void *right)
{
        const struct pair *x = left, *y = right;

        if (x->likeness != y->likeness)
                return x->likeness > y->likeness ? -1 : 1;
        if (x->a != y->a)
                return x->a < y->a ? -1 : 1;
        return x->b < y->b ? -1 : x->b > y->b;
}

/* Would a question hold two numbers of one article? */
static bool clash(const struct slot *slot, const uint8_t *of, uint8_t x, uint8_t y)
{
        for (size_t i = 0; i < slot->n_values; i++) {
                for (size_t k = 0; of[i] == x && k < slot->n_values; k++) {
                        const struct slot_value *a = &slot->values[i], *b = &slot->values[k];

                        if (of[k] == y && a->mention.article == b->mention.article &&
                            !same_number(slot, a, b))
                                return true;
                }
        }
        return false;
}

static void join(const struct slot *slot, uint8_t *of, const struct pair *pair)
{
        uint8_t x = of[pair->a], y = of[pair->b];

        if (x == y || clash(slot, of, x, y))
                return;
        for (size_t i = 0; i < slot->n_values; i++)
                if (of[i] == y)
                        of[i] = x;
}

static void collect(struct matching *ret, const struct slot *slot, const uint8_t *of)
{
        for (size_t i = 0; i < slot->n_values; i++) {
                struct question *q = &ret->questions[ret->n];
                bool first = true;

                for (size_t k = 0; k < i; k++)
                        first &= of[k] != of[i];
                q->n = 0;
                for (size_t k = i; first && k < slot->n_values; k++)
                        if (of[k] == of[i])
                                q->members[q->n++] = (uint8_t)k;
                ret->n += q->n >= 2;
        }
}

void match_figures(struct matching *ret, const struct slot *slot)
{
        struct pair pairs[SLOT_VALUES_MAX * (SLOT_VALUES_MAX - 1) / 2];
        int16_t bases[SLOT_VALUES_MAX * SLOT_VALUES_MAX];
        uint8_t of[SLOT_VALUES_MAX];
        size_t n = 0;

        ret->n = 0;
        figure_bases(slot, bases);
        for (size_t i = 0; i < slot->n_values; i++) {
                of[i] = (uint8_t)i;
                for (size_t k = i + 1; k < slot->n_values; k++) {
                        int likeness = likeness_of(slot, bases, i, k, &ret->doubt[i][k]);

                        ret->doubt[k][i] = ret->doubt[i][k];
                        ret->likeness[i][k] = ret->likeness[k][i] = likeness;
                        if (likeness >= MATCH_LEAST)
                                pairs[n++] = (struct pair){ likeness, (uint8_t)i, (uint8_t)k };
                }
        }
        if (n)
                qsort(pairs, n, sizeof(*pairs), by_likeness);
        for (size_t i = 0; i < n; i++)
                join(slot, of, &pairs[i]);
        collect(ret, slot, of);
}
