/* match - which figures of a row answer one question
 *
 * Two figures of different articles are one question's if what stands around them is alike;
 * that one of the two articles has the other's value as well speaks against it. Pairs are taken
 * in the order of their likeness, the most alike first; of one article only one value can join
 * a question.
 */
#pragma once

#include "workers/compare/rows.h"

enum {
        MATCH_LEAST = -500, /* likeness from which on two figures are one question's */
        MATCH_NONE = INT32_MIN,
};

struct question {
        uint8_t members[SLOT_VALUES_MAX]; /* ascending indexes of slot->values */
        uint8_t n;
};

struct matching {
        struct question questions[SLOT_VALUES_MAX]; /* of two figures or more */
        size_t n;
        /* How likely two figures answer one question: the logarithm of the odds, in
         * thousandths, by the weights that tools/figure_weights.py learns; MATCH_NONE: they
         * cannot. */
        int likeness[SLOT_VALUES_MAX][SLOT_VALUES_MAX];
        /* By how much more alike they must be to contradict each other: one stands beside
         * others of its kind, its article has another in words more alike, or the two articles
         * are full of such figures. */
        int16_t doubt[SLOT_VALUES_MAX][SLOT_VALUES_MAX];
};

/** Both in their dimension's base unit, thousandths. */
int64_t figure_low(const struct slot *slot, const struct slot_value *v);
int64_t figure_high(const struct slot *slot, const struct slot_value *v);
bool same_unit(const struct slot_value *a, const struct slot_value *b);
/** Dates of which one has no year, or is a day of whatever week. */
bool are_open_dates(const struct slot *slot, const struct slot_value *a,
                    const struct slot_value *b);
/** The same number, in whatever unit, whatever "about" stands before it. */
bool same_number(const struct slot *slot, const struct slot_value *a,
                 const struct slot_value *b);
void match_figures(struct matching *ret, const struct slot *slot);
