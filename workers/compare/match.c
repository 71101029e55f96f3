#include "workers/compare/match.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "workers/compare/account.h"
#include "workers/compare/units.h"

enum {
        NEAR_WEIGHT = 2,
        NEAR_MOST = 8, /* of what stands next to the figures, that much counts */
        CONTEXT_MOST = 14,
        HEAD_SAME = 4,
        HEAD_OTHER = 6,
        PEOPLE_OTHER = 5, /* "residents" may be "people" */
        TOLL_OTHER = 3,   /* "12 killed" and "15 passengers" */
        DAY_OTHER = 4,
        DATE_DUTY = 6, /* dates are many */
        CENTRAL = 3,
        THEME = 8, /* a toll, or the length of what the articles are about, is told by that */
        PERSON_SAME = 3,
        PERSON_OTHER = 6,
        TIME_OTHER = 4,  /* of a sentence that speaks of another time */
        TELLS_BOTH = 6,  /* an article that has both numbers */
        CLOCK_BONUS = 4, /* clock times are few */
        CLOSE = 3,       /* numbers within a third of each other; far: beyond ten times */
        FAR = 6,
        CLOCK_CLOSE = 90 * 1000, /* thousandths of minutes */
        HALF_DAY = 720 * 1000,   /* a.m. for p.m. */
        AGE_NEAR = 3,
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

static bool same_unit(const struct slot_value *a, const struct slot_value *b)
{
        return a->unit && b->unit ? strcmp(a->unit, b->unit) == 0 : a->unit == b->unit;
}

/* "$5" and "US$5" may be one sum: which dollars are meant need not be said. */
static bool same_currency(const char *a, const char *b)
{
        static const char *const common[][2] = { { "dollar", "USD" }, { "pound", "GBP" } };

        for (size_t i = 0; i < ARRAY_SIZE(common); i++) {
                a = a && strcmp(a, common[i][1]) == 0 ? common[i][0] : a;
                b = b && strcmp(b, common[i][1]) == 0 ? common[i][0] : b;
        }
        return a && b && strcmp(a, b) == 0;
}

static bool is_close(int64_t a, int64_t b, int64_t thousandths)
{
        int64_t apart;

        if (__builtin_sub_overflow(a, b, &apart) || apart == INT64_MIN)
                return false;
        return llabs(apart) <=
               llabs(a) / 1000 * thousandths + llabs(a) % 1000 * thousandths / 1000;
}

bool same_number(const struct slot *slot, const struct slot_value *a,
                 const struct slot_value *b)
{
        int64_t slack = slot->kind == SLOT_MEASURE && !same_unit(a, b) ? UNITS_SLACK : 0;

        if (slot->kind == SLOT_PERCENT) /* of a margin, whatever its sign */
                return llabs(a->value) == llabs(b->value) && llabs(a->high) == llabs(b->high);
        return is_close(figure_low(slot, a), figure_low(slot, b), slack) &&
               is_close(figure_high(slot, a), figure_high(slot, b), slack);
}

/* What two lists of terms share, by how much it tells. */
static int shared_tells(const uint32_t *a, size_t n, const uint32_t *b, size_t m, int most)
{
        int shared = 0;

        for (size_t i = 0; i < n; i++) {
                for (size_t k = 0; k < m; k++) {
                        if (TERM_IS(a[i], b[k])) {
                                shared += (int)TERM_TELLS(b[k]);
                                break;
                        }
                }
        }
        return shared < most ? shared : most;
}

static bool share(const uint32_t *a, size_t n, const uint32_t *b, size_t m)
{
        for (size_t i = 0; i < n; i++)
                for (size_t k = 0; k < m; k++)
                        if (a[i] == b[k])
                                return true;
        return false;
}

/* Does the article of @v give @other's number as well, for whatever? */
static bool tells_both(const struct slot *slot, const struct slot_value *v,
                       const struct slot_value *other)
{
        for (size_t i = 0; i < slot->n_values; i++) {
                const struct slot_value *own = &slot->values[i];

                if (own->mention.article == v->mention.article && own != v &&
                    same_number(slot, own, other))
                        return true;
        }
        return false;
}

static int of_numbers(const struct slot *slot, const struct slot_value *a,
                      const struct slot_value *b)
{
        int64_t x = llabs(figure_low(slot, a)), y = llabs(figure_low(slot, b));
        int64_t less = x < y ? x : y, more = x < y ? y : x;

        if (slot->kind == SLOT_DATE)
                return a->value <= b->high && b->value <= a->high ? CLOSE : 0;
        if (slot->kind == SLOT_CLOCK)
                return more - less <= CLOCK_CLOSE || more - less == HALF_DAY ? CLOSE : -FAR;
        if (more - less <= more / 3)
                return CLOSE;
        return less == 0 || more / less >= 10 ? -FAR : 0;
}

static int of_persons(const struct slot_value *a, const struct slot_value *b)
{
        if (!a->n_persons || !b->n_persons)
                return 0;
        return share(a->persons, a->n_persons, b->persons, b->n_persons) ? PERSON_SAME
                                                                         : -PERSON_OTHER;
}

int figure_likeness(const struct slot *slot, size_t i, size_t k)
{
        const struct slot_value *a = &slot->values[i], *b = &slot->values[k];
        int near = shared_tells(a->near, a->n_near, b->near, b->n_near, NEAR_MOST);
        int likeness = NEAR_WEIGHT * near;

        if (a->mention.origin == b->mention.origin)
                return MATCH_NONE;
        if (slot->kind == SLOT_MONEY && !same_currency(a->unit, b->unit))
                return MATCH_NONE;
        if (a->day && b->day && a->day != b->day)
                likeness -= DAY_OTHER;
        if (a->toll && b->toll && a->head != b->head)
                return MATCH_NONE;
        if (a->past != b->past)
                likeness -= TIME_OTHER;
        if (slot->kind == SLOT_AGE && near < AGE_NEAR &&
            !share(a->persons, a->n_persons, b->persons, b->n_persons))
                return MATCH_NONE;
        if (slot->kind == SLOT_DATE)
                likeness -= DATE_DUTY;
        if (slot->kind == SLOT_CLOCK)
                likeness += CLOCK_BONUS;
        likeness += shared_tells(a->mention.terms, a->mention.n_terms, b->mention.terms,
                                 b->mention.n_terms, CONTEXT_MOST);
        if (a->head && b->head && a->head == b->head)
                likeness += HEAD_SAME;
        else if (a->head && b->head && a->toll == b->toll)
                likeness -= a->people && b->people ? PEOPLE_OTHER : HEAD_OTHER;
        if (a->toll != b->toll)
                likeness -= TOLL_OTHER;
        if (a->central && b->central)
                likeness += CENTRAL;
        if (a->central && b->central && a->head && a->head == b->head &&
            (slot->kind == SLOT_DURATION || slot->kind == SLOT_MAGNITUDE || a->toll))
                likeness += THEME;
        likeness += of_persons(a, b) + of_numbers(slot, a, b);
        /* Asked last, of few: it looks at the whole row. */
        if (likeness >= MATCH_LEAST && !same_number(slot, a, b) &&
            (tells_both(slot, a, b) || tells_both(slot, b, a)))
                likeness -= TELLS_BOTH;
        return likeness;
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
        uint8_t of[SLOT_VALUES_MAX];
        size_t n = 0;

        ret->n = 0;
        for (size_t i = 0; i < slot->n_values; i++) {
                of[i] = (uint8_t)i;
                for (size_t k = i + 1; k < slot->n_values; k++) {
                        int likeness = figure_likeness(slot, i, k);

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
