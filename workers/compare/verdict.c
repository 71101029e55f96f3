#include "workers/compare/verdict.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "workers/compare/account.h"
#include "workers/compare/dates.h"
#include "workers/compare/factors.h"
#include "workers/compare/figure_words.h"
#include "workers/compare/match.h"
#include "workers/compare/units.h"

enum {
        THOUSAND = 1000,
        ABOUT = 100, /* thousandths that "about" allows either way: 27 to 33 for 30 */
        CLOCK_ABOUT = 5 * THOUSAND, /* minutes that it allows of the time of day, */
        HOUR_ABOUT = 20 * THOUSAND, /* … of a full hour */
        MINUTE = THOUSAND,
        HOUR = 60 * THOUSAND,
        FEW = 10 * THOUSAND,
        END_NEAR = 20,  /* of its size, by which the end of a range may be rounded */
        ROUNDED_BY = 8, /* at most an eighth is rounded away */
        RATES_PART = 7, /* of a sum, by which rates of exchange differ within weeks at most */
        CONFIDENCE_LEAST = 500,
        APART = 3 * 24 * 60, /* minutes between reports behind which they tell of other days */
        BIRTHDAY = 180 * 24 * 60, /* … behind which somebody may be a year older */
        LATER = 6 * 60,           /* minutes by which a report is a later one */
        UNCERTAIN = 14 * 60,      /* minutes that a time without an offset may be off */
};

#define KILLED "killed" /* as lexicon_slot_words names it */

const char *const verdict_names[] = {
        [VERDICT_NONE] = "none",         [VERDICT_PRECISION] = "precision",
        [VERDICT_SCOPE] = "scope",       [VERDICT_UPDATED] = "updated",
        [VERDICT_CONFLICT] = "conflict",
};

struct range {
        int64_t low, high;
};

/* Sums stop at what can be counted. */
static int64_t sum(int64_t a, int64_t b)
{
        int64_t all;

        if (__builtin_add_overflow(a, b, &all))
                return b < 0 ? INT64_MIN : INT64_MAX;
        return all;
}

/* The values that a figure allows. */
static struct range range_of(const struct slot *slot, const struct slot_value *v)
{
        struct range r = { figure_low(slot, v), figure_high(slot, v) };
        int64_t slack =
                slot->kind == SLOT_CLOCK
                        ? r.low % HOUR ? CLOCK_ABOUT : HOUR_ABOUT
                        : llabs(r.low / THOUSAND * ABOUT + r.low % THOUSAND * ABOUT / THOUSAND);

        /* "Just after midnight" is not noon. */
        if (slot->kind == SLOT_CLOCK && v->bound != BOUND_EXACT && v->bound != BOUND_ABOUT) {
                bool after = v->bound == BOUND_AT_LEAST || v->bound == BOUND_MORE_THAN;

                return after ? (struct range){ r.low, sum(r.high, HOUR) }
                             : (struct range){ sum(r.low, -HOUR), r.high };
        }
        switch (v->bound) {
        case BOUND_ABOUT: return (struct range){ sum(r.low, -slack), sum(r.high, slack) };
        case FIGURE_NEARLY: return (struct range){ sum(r.low, -slack), r.high };
        case FIGURE_JUST_OVER: return (struct range){ r.low, sum(r.high, slack) };
        case BOUND_AT_LEAST: return (struct range){ r.low, INT64_MAX };
        case BOUND_MORE_THAN: return (struct range){ r.low, INT64_MAX };
        case BOUND_AT_MOST: return (struct range){ INT64_MIN, r.high };
        case BOUND_LESS_THAN: return (struct range){ INT64_MIN, r.high };
        default: return r;
        }
}

/* 13,000 for 13,200: the coarser one is the finer one, rounded to its own last digit; but
 * nobody writes 10 million for 15, or for 14. */
static bool is_rounding(int64_t a, int64_t b)
{
        int64_t unit = THOUSAND, apart, near = llabs(b / ROUNDED_BY);

        if (a == 0 || b == 0 || __builtin_sub_overflow(a, b, &apart))
                return false;
        while (a % (unit * 10) == 0 && unit < INT64_MAX / 100)
                unit *= 10;
        return unit >= 100 * THOUSAND && apart > -unit / 2 && apart < unit / 2 &&
               apart >= -near && apart <= near;
}

/* "4" for "4 1/2", "6" for "6.2", of one unit: a whole number stands for half of one more or
 * less. */
static bool is_rounded_half(const struct slot_value *a, const struct slot_value *b)
{
        int64_t apart;

        if (!same_unit(a, b) || (a->value % THOUSAND == 0) == (b->value % THOUSAND == 0) ||
            __builtin_sub_overflow(a->value, b->value, &apart))
                return false;
        return llabs(a->value) >= 2 * THOUSAND && apart >= -THOUSAND / 2 &&
               apart <= THOUSAND / 2;
}

/* 3.30 for 3.33: full tens of minutes stand for up to five more or less, fives for two. */
static bool is_round_clock(int64_t a, int64_t b)
{
        int64_t apart = __builtin_sub_overflow(a, b, &apart) ? INT64_MAX : llabs(apart);
        bool tens = a % (10 * MINUTE) == 0 || b % (10 * MINUTE) == 0;
        bool fives = a % (5 * MINUTE) == 0 || b % (5 * MINUTE) == 0;

        return apart <= (tens ? 5 * MINUTE : fives ? 2 * MINUTE : 0);
}

/* "93 days" and "three months": the coarser unit leaves half of one open, though never more
 * than a fourth of all. */
static bool is_in_other_unit(const struct slot *slot, const struct slot_value *a,
                             const struct slot_value *b)
{
        int64_t one_a, one_b, unit, apart, more;

        if (slot->kind != SLOT_DURATION || !a->unit || !b->unit ||
            strcmp(a->unit, b->unit) == 0)
                return false;
        one_a = unit_base(a->unit, THOUSAND);
        one_b = unit_base(b->unit, THOUSAND);
        unit = one_a > one_b ? one_a : one_b;
        more = figure_low(slot, a) > figure_low(slot, b) ? figure_low(slot, a)
                                                         : figure_low(slot, b);
        if (__builtin_sub_overflow(figure_low(slot, a), figure_low(slot, b), &apart) ||
            apart == INT64_MIN)
                return false;
        return llabs(apart) <= unit / 2 && llabs(apart) <= more / 4;
}

/* Of one thing, one is hardly twice the other, but for a few. */
static bool is_far(const struct slot *slot, int64_t a, int64_t b)
{
        int64_t less = a < b ? a : b, more = a < b ? b : a;

        return slot->kind < SLOT_CLOCK && more > FEW && less < more / 2;
}

/* Is @b's report later than @a's for sure? */
static bool is_later(const struct slot_value *a, const struct slot_value *b)
{
        int64_t least = LATER;

        if (a->known == KNOWN_NOT || b->known == KNOWN_NOT)
                return false;
        if (a->known == KNOWN_DAY || b->known == KNOWN_DAY)
                least = UNCERTAIN;
        return b->minute - a->minute >= least;
}

/* True where the one names nothing of the kind. */
static bool may_share(const uint32_t *a, size_t n, const uint32_t *b, size_t m)
{
        for (size_t i = 0; i < n; i++) {
                for (size_t k = 0; k < m; k++) {
                        if (a[i] == b[k])
                                return true;
                }
        }
        return n == 0 || m == 0;
}

static bool is_least(const struct slot_value *v)
{
        return v->bound == BOUND_AT_LEAST || v->bound == BOUND_MORE_THAN;
}

static bool is_most(const struct slot_value *v)
{
        return v->bound == BOUND_AT_MOST || v->bound == BOUND_LESS_THAN;
}

/* Is the greater one more than the less by a @part of it? */
static bool are_apart(int64_t x, int64_t y, int64_t part)
{
        int64_t less = x < y ? x : y, more = x < y ? y : x;

        return less > 0 && more - less >= less / part;
}

/* "More than 200" and "more than 400": perhaps of one thing, perhaps of two. */
static bool are_far_leasts(const struct slot *slot, const struct slot_value *a,
                           const struct slot_value *b)
{
        return slot->kind < SLOT_CLOCK && is_least(a) && is_least(b) &&
               are_apart(figure_low(slot, a), figure_low(slot, b),
                         slot->kind == SLOT_MONEY ? 4 : 2);
}

/* Some number is allowed by both, and yet neither is a less exact form of the other: "up to 10
 * years" and "up to 14", sums "over 2 million" and of 3. */
static bool are_two_bounds(const struct slot *slot, const struct slot_value *a,
                           const struct slot_value *b)
{
        int64_t x = figure_low(slot, a), y = figure_low(slot, b);

        if (slot->kind >= SLOT_CLOCK || x <= 0 || y <= 0 || x == y)
                return false;
        if (is_most(a) && is_most(b))
                return true;
        return slot->kind == SLOT_MONEY && (x < y ? a : b)->bound == BOUND_MORE_THAN &&
               are_apart(x, y, 4);
}

static bool is_open(const struct slot_value *v)
{
        return v->bound == BOUND_AT_LEAST;
}

static bool is_from_to(const struct slot *slot, const struct slot_value *v)
{
        bool in_words = slot->kind == SLOT_COUNT && v->unit;

        return slot->kind < SLOT_CLOCK && !in_words && v->high != v->value;
}

static bool is_near(int64_t a, int64_t b)
{
        int64_t apart;

        return !__builtin_sub_overflow(a, b, &apart) && apart != INT64_MIN &&
               llabs(apart) <= llabs(a / END_NEAR);
}

bool figures_may_agree(const struct slot *slot, const struct slot_value *a,
                       const struct slot_value *b)
{
        struct range x = range_of(slot, a), y = range_of(slot, b);

        if (are_open_dates(slot, a, b))
                return open_dates_relate(a->unit, b->unit) >= DATES_AGREE;
        /* "200 to 1,000 miles" and "320 to 1,600 km", but not "aged 11 to 16" and "to 17" */
        if (is_from_to(slot, a) && is_from_to(slot, b))
                return is_near(figure_low(slot, a), figure_low(slot, b)) &&
                       is_near(figure_high(slot, a), figure_high(slot, b));
        /* "Open between 9 and 5", "between 10 and 4" */
        if (slot->kind == SLOT_CLOCK && a->high != a->value && b->high != b->value)
                return a->value == b->value && a->high == b->high;
        return x.low <= y.high && y.low <= x.high;
}

bool figures_may_be_one(const struct slot *slot, const struct slot_value *a,
                        const struct slot_value *b)
{
        int64_t x = range_of(slot, a).low, y = range_of(slot, b).low;

        if (figures_may_agree(slot, a, b) || is_in_other_unit(slot, a, b))
                return true;
        if (is_from_to(slot, a) && is_from_to(slot, b))
                return false;
        if (slot->kind == SLOT_CLOCK)
                return is_round_clock(x, y);
        return slot->kind < SLOT_CLOCK &&
               (is_rounding(x, y) || is_rounding(y, x) || is_rounded_half(a, b));
}

bool figures_are_later(const struct slot_value *a, const struct slot_value *b)
{
        return is_later(a, b) || is_later(b, a);
}

/* "Two women and a man" are the three of another report. */
static bool is_part_of(const struct slot_value *a, const struct slot_value *b)
{
        return a->total != a->value && a->total == b->value && same_unit(a, b);
}

/* Counts, sums and shares are of a day and a place; how old somebody is, how far he fell and
 * how long it took stay the same, whoever tells it where and when. */
static bool is_of_day(const struct slot *slot)
{
        return slot->kind == SLOT_COUNT || slot->kind == SLOT_MONEY ||
               slot->kind == SLOT_PERCENT || slot->kind == SLOT_DATE;
}

static bool is_of_place(const struct slot *slot)
{
        return slot->kind < SLOT_CLOCK && slot->kind != SLOT_AGE;
}

/* "Aged 52 and 45", "66 and 45": of figures that stand in one row each has its place, unless
 * another of them is the same in both. */
static bool are_mistaken(const struct slot_value *a, const struct slot_value *b)
{
        return a->siblings && b->siblings &&
               !(a->n_company && b->n_company &&
                 may_share(a->company, a->n_company, b->company, b->n_company));
}

/* Parts and wholes, plans, other places and years, what changes by the hour, what two persons
 * did: alike, and yet of two things. */
static bool is_of_other_scope(const struct slot *slot, const struct slot_value *a,
                              const struct slot_value *b)
{
        int64_t x = figure_low(slot, a), y = figure_low(slot, b);

        if (a->part != b->part || a->planned != b->planned || a->moves || b->moves ||
            are_mistaken(a, b) || is_far(slot, x, y) || is_part_of(a, b) || is_part_of(b, a))
                return true;
        if (is_most(a) && is_most(b))
                return true;
        if (is_of_place(slot) && !may_share(a->places, a->n_places, b->places, b->n_places))
                return true;
        if (slot->kind != SLOT_DATE && a->year && b->year && a->year != b->year)
                return true;
        /* "Last year", "in 2017" */
        if (slot->kind < SLOT_CLOCK && a->of_year && b->of_year && a->of_year != b->of_year)
                return true;
        /* "In 1987, at the age of 64", and "aged 66" */
        if (slot->kind == SLOT_AGE && a->year != b->year)
                return true;
        if (slot->kind == SLOT_AGE && a->known != KNOWN_NOT && b->known != KNOWN_NOT &&
            llabs(a->minute - b->minute) > BIRTHDAY)
                return true;
        if (figures_are_of_two(a, b))
                return true;
        if (are_two_bounds(slot, a, b))
                return true;
        return is_of_day(slot) && a->known != KNOWN_NOT && b->known != KNOWN_NOT &&
               llabs(a->minute - b->minute) > APART;
}

/* A toll of "at least 3" has grown where a later report has more, or where another has "at
 * least 10". */
static bool has_grown(const struct slot_value *a, const struct slot_value *b, bool later)
{
        return is_open(a) && is_open(b) ? a->value != b->value
                                        : is_open(a) != is_open(b) && later;
}

/* Nobody rises from the dead: where a later report has fewer by more than a tenth, it counts
 * others, "four at the scene". */
static bool has_fallen(const struct slot_value *a, const struct slot_value *b)
{
        const struct slot_value *first = is_later(a, b) ? a : b, *then = first == a ? b : a;

        return a->head == digest_64(KILLED, strlen(KILLED)) && then->value < first->value &&
               are_apart(then->value, first->value, 10);
}

/* What burns or is under water grows, as tolls do. */
static bool is_area(const struct slot *slot, const struct slot_value *a,
                    const struct slot_value *b)
{
        return slot->kind == SLOT_MEASURE && strcmp(unit_dimension(a->unit), "area") == 0 &&
               strcmp(unit_dimension(b->unit), "area") == 0;
}

/* How many days a date that is reckoned from that of the report may be off: as many as it has.
 */
static int64_t reckoned_by(const struct slot_value *v)
{
        return v->bound == FIGURE_AGO ? sum(sum(v->high, -v->value), THOUSAND) : 0;
}

/* "$100bn (£74bn)" and "$100bn (£72bn)": one sum, and two days' rates. */
static bool are_converted(const struct slot *slot, const struct slot_value *a,
                          const struct slot_value *b)
{
        return slot->kind == SLOT_MONEY && a->part == PART_CONVERTED &&
               b->part == PART_CONVERTED && !are_apart(a->value, b->value, RATES_PART);
}

/* "42 years ago" is 1976 or 1975. */
static bool are_reckoned_alike(const struct slot *slot, const struct slot_value *a,
                               const struct slot_value *b)
{
        int64_t off = sum(reckoned_by(a), reckoned_by(b));

        return slot->kind == SLOT_DATE && off > 0 && sum(a->value, -off) <= b->high &&
               b->value <= sum(a->high, off);
}

enum verdict figures_compare(const struct slot *slot, const struct slot_value *a,
                             const struct slot_value *b)
{
        bool later = figures_are_later(a, b), toll, moves;

        if (a->mention.origin == b->mention.origin)
                return VERDICT_NONE;
        /* "2 December" is that of this year and that of the last. */
        if (are_open_dates(slot, a, b) && same_number(slot, a, b))
                return VERDICT_NONE;
        toll = a->toll && b->toll && may_share(a->places, a->n_places, b->places, b->n_places);
        if (figures_may_agree(slot, a, b) && toll && has_grown(a, b, later))
                return VERDICT_UPDATED;
        if (are_far_leasts(slot, a, b))
                return VERDICT_NONE;
        if (figures_may_be_one(slot, a, b) && !are_two_bounds(slot, a, b))
                return VERDICT_PRECISION;
        if ((toll || is_area(slot, a, b)) && (a->grows || b->grows))
                return VERDICT_UPDATED;
        /* Of storms two measures are mostly two things, whatever the hour. */
        moves = slot->kind == SLOT_PERCENT && (a->moves || b->moves);
        if (later && toll && has_fallen(a, b))
                return VERDICT_SCOPE;
        if (later && (toll || moves) && a->part == b->part && a->planned == b->planned)
                return VERDICT_UPDATED;
        if (is_of_other_scope(slot, a, b))
                return VERDICT_SCOPE;
        if (a->mention.confidence < CONFIDENCE_LEAST ||
            b->mention.confidence < CONFIDENCE_LEAST)
                return VERDICT_NONE;
        return are_reckoned_alike(slot, a, b) || are_converted(slot, a, b) ? VERDICT_NONE
                                                                           : VERDICT_CONFLICT;
}
