/* judge - what the figures of one slot say of each other */
#pragma once

#include "workers/compare/rows.h"

enum { GROUPS_MAX = 24 };

enum verdict {
        VERDICT_NONE,
        VERDICT_PRECISION,
        VERDICT_SCOPE,
        VERDICT_UPDATED,
        VERDICT_CONFLICT
};

struct figure_group { /* the mentions of one value */
        const struct slot_value *members[SLOT_VALUES_MAX];
        size_t n, n_origins;
        bool differs; /* takes part in the verdict */
};

struct judgement {
        enum verdict verdict;
        struct figure_group groups[GROUPS_MAX]; /* the most origins first */
        size_t n;
};

void slot_judge(struct judgement *ret, const struct slot *slot);
extern const char *const verdict_names[];

/** The value as it is printed: "PT40M", "13200", "5 kilometre". */
void slot_value_print(const struct slot *slot, const struct slot_value *v, char *out,
                      size_t room);
