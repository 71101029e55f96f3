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
        MATCH_LEAST = 11,    /* likeness from which on two figures are one question's */
        MATCH_CONFLICT = 18, /* … and may be said to contradict each other */
        MATCH_NONE = -1000,
};

struct question {
        uint8_t members[SLOT_VALUES_MAX]; /* ascending indexes of slot->values */
        uint8_t n;
};

struct matching {
        struct question questions[SLOT_VALUES_MAX]; /* of two figures or more */
        size_t n;
};

/** Both in their dimension's base unit, thousandths. */
int64_t figure_low(const struct slot *slot, const struct slot_value *v);
int64_t figure_high(const struct slot *slot, const struct slot_value *v);
/** The same number, in whatever unit, whatever "about" stands before it. */
bool same_number(const struct slot *slot, const struct slot_value *a,
                 const struct slot_value *b);
/** How alike two figures are; MATCH_NONE: they cannot be one question's. */
int figure_likeness(const struct slot *slot, size_t a, size_t b);
void match_figures(struct matching *ret, const struct slot *slot);
