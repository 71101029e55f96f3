/* verdict - what two figures that answer one question say of each other */
#pragma once

#include "workers/compare/rows.h"

enum verdict {
        VERDICT_NONE,
        VERDICT_PRECISION,
        VERDICT_SCOPE,
        VERDICT_UPDATED,
        VERDICT_CONFLICT
};
extern const char *const verdict_names[];

/** Is there a number that both allow? */
bool figures_may_agree(const struct slot *slot, const struct slot_value *a,
                       const struct slot_value *b);
/** The same, or is one the other, rounded or told in a coarser unit? */
bool figures_may_be_one(const struct slot *slot, const struct slot_value *a,
                        const struct slot_value *b);
/** Is one of the reports later than the other for sure? */
bool figures_are_later(const struct slot_value *a, const struct slot_value *b);
/** Of figures that answer one question. */
enum verdict figures_compare(const struct slot *slot, const struct slot_value *a,
                             const struct slot_value *b);
