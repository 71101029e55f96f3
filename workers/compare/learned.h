/* learned - written by tools/figure_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/factors.h"

/* clang-format off */
#define FIGURES_LEARNED { \
        -3563, /* FACTOR_ALWAYS */ \
        1217, /* FACTOR_NEAR */ \
        301, /* FACTOR_NEAR_SHARE */ \
        869, /* FACTOR_CONTEXT */ \
        71, /* FACTOR_CONTEXT_SHARE */ \
        793, /* FACTOR_NEAR_SENSE */ \
        2414, /* FACTOR_SENTENCE_SENSE */ \
        713, /* FACTOR_HEAD_SAME */ \
        -449, /* FACTOR_HEAD_OTHER */ \
        -95, /* FACTOR_HEAD_SENSE */ \
        -266, /* FACTOR_HEAD_UNKNOWN */ \
        -12, /* FACTOR_PEOPLE_OTHER */ \
        1154, /* FACTOR_TOLL_BOTH */ \
        -116, /* FACTOR_TOLL_ONE */ \
        3, /* FACTOR_PERSON_SAME */ \
        -439, /* FACTOR_PERSON_OTHER */ \
        436, /* FACTOR_PLACE_SAME */ \
        -600, /* FACTOR_PLACE_OTHER */ \
        1191, /* FACTOR_PAST_BOTH */ \
        -217, /* FACTOR_PAST_ONE */ \
        1764, /* FACTOR_DAY_SAME */ \
        -578, /* FACTOR_DAY_OTHER */ \
        -13, /* FACTOR_CENTRAL */ \
        -173, /* FACTOR_THEME */ \
        1115, /* FACTOR_CLOSE */ \
        -1888, /* FACTOR_FAR */ \
        -1211, /* FACTOR_RATIO */ \
        -1301, /* FACTOR_TELLS_BOTH */ \
        301, /* FACTOR_LEAD_BOTH */ \
        -485, /* FACTOR_LEAD_APART */ \
        -869, /* FACTOR_COMPANY */ \
        -441, /* FACTOR_COMPANY_OTHER */ \
        1224, /* FACTOR_OVERLAP */ \
        -510, /* FACTOR_PART_OTHER */ \
        -364, /* FACTOR_PLANNED_OTHER */ \
        -643, /* FACTOR_DAYS_APART */ \
        -231, /* FACTOR_SMALL_BOTH */ \
        -39, /* FACTOR_EXACT_BOTH */ \
        194, /* FACTOR_SUBJECT_SAME */ \
        -43, /* FACTOR_SUBJECT_OTHER */ \
        -603, /* FACTOR_SIBLINGS_ONE */ \
        -1016, /* FACTOR_SIBLINGS_BOTH */ \
        -452, /* FACTOR_CROWD */ \
        -884, /* FACTOR_RIVAL */ \
        -658, /* FACTOR_OPEN */ \
        -808, /* FACTOR_OPEN_FAR */ \
        -50, /* FACTOR_WORDS_ONE */ \
        -113, /* FACTOR_ACTOR_SAME */ \
        -695, /* FACTOR_ACTOR_OTHER */ \
        196, /* FACTOR_KINDS + SLOT_COUNT */ \
        871, /* FACTOR_KINDS + SLOT_DURATION */ \
        -991, /* FACTOR_KINDS + SLOT_AGE */ \
        1161, /* FACTOR_KINDS + SLOT_MONEY */ \
        896, /* FACTOR_KINDS + SLOT_PERCENT */ \
        423, /* FACTOR_KINDS + SLOT_MEASURE */ \
        501, /* FACTOR_KINDS + SLOT_CLOCK */ \
        -2022, /* FACTOR_KINDS + SLOT_DATE */ \
        -1037, /* FACTOR_KINDS + SLOT_MAGNITUDE */ \
}
/* clang-format on */
