/* learned - written by tools/figure_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/factors.h"

/* clang-format off */
#define FIGURES_LEARNED { \
        -3516, /* FACTOR_ALWAYS */ \
        1227, /* FACTOR_NEAR */ \
        348, /* FACTOR_NEAR_SHARE */ \
        891, /* FACTOR_CONTEXT */ \
        9, /* FACTOR_CONTEXT_SHARE */ \
        769, /* FACTOR_NEAR_SENSE */ \
        2364, /* FACTOR_SENTENCE_SENSE */ \
        700, /* FACTOR_HEAD_SAME */ \
        -455, /* FACTOR_HEAD_OTHER */ \
        -114, /* FACTOR_HEAD_SENSE */ \
        -247, /* FACTOR_HEAD_UNKNOWN */ \
        -41, /* FACTOR_PEOPLE_OTHER */ \
        1183, /* FACTOR_TOLL_BOTH */ \
        -69, /* FACTOR_TOLL_ONE */ \
        24, /* FACTOR_PERSON_SAME */ \
        -433, /* FACTOR_PERSON_OTHER */ \
        431, /* FACTOR_PLACE_SAME */ \
        -605, /* FACTOR_PLACE_OTHER */ \
        1209, /* FACTOR_PAST_BOTH */ \
        -204, /* FACTOR_PAST_ONE */ \
        1759, /* FACTOR_DAY_SAME */ \
        -577, /* FACTOR_DAY_OTHER */ \
        -52, /* FACTOR_CENTRAL */ \
        -166, /* FACTOR_THEME */ \
        1112, /* FACTOR_CLOSE */ \
        -1868, /* FACTOR_FAR */ \
        -1202, /* FACTOR_RATIO */ \
        -1303, /* FACTOR_TELLS_BOTH */ \
        339, /* FACTOR_LEAD_BOTH */ \
        -498, /* FACTOR_LEAD_APART */ \
        -919, /* FACTOR_COMPANY */ \
        -442, /* FACTOR_COMPANY_OTHER */ \
        1225, /* FACTOR_OVERLAP */ \
        -492, /* FACTOR_PART_OTHER */ \
        -350, /* FACTOR_PLANNED_OTHER */ \
        -637, /* FACTOR_DAYS_APART */ \
        -232, /* FACTOR_SMALL_BOTH */ \
        -32, /* FACTOR_EXACT_BOTH */ \
        211, /* FACTOR_SUBJECT_SAME */ \
        -37, /* FACTOR_SUBJECT_OTHER */ \
        -620, /* FACTOR_SIBLINGS_ONE */ \
        -1013, /* FACTOR_SIBLINGS_BOTH */ \
        -428, /* FACTOR_CROWD */ \
        -870, /* FACTOR_RIVAL */ \
        -616, /* FACTOR_OPEN */ \
        -849, /* FACTOR_OPEN_FAR */ \
        -86, /* FACTOR_WORDS_ONE */ \
        -143, /* FACTOR_ACTOR_SAME */ \
        -729, /* FACTOR_ACTOR_OTHER */ \
        197, /* FACTOR_KINDS + SLOT_COUNT */ \
        878, /* FACTOR_KINDS + SLOT_DURATION */ \
        -987, /* FACTOR_KINDS + SLOT_AGE */ \
        1191, /* FACTOR_KINDS + SLOT_MONEY */ \
        887, /* FACTOR_KINDS + SLOT_PERCENT */ \
        442, /* FACTOR_KINDS + SLOT_MEASURE */ \
        486, /* FACTOR_KINDS + SLOT_CLOCK */ \
        -2053, /* FACTOR_KINDS + SLOT_DATE */ \
        -1042, /* FACTOR_KINDS + SLOT_MAGNITUDE */ \
}
/* clang-format on */
