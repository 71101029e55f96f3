/* learned - written by tools/figure_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/factors.h"

/* clang-format off */
#define FIGURES_LEARNED { \
        -2782, /* FACTOR_ALWAYS */ \
        882, /* FACTOR_NEAR */ \
        205, /* FACTOR_NEAR_SHARE */ \
        912, /* FACTOR_CONTEXT */ \
        -343, /* FACTOR_CONTEXT_SHARE */ \
        1090, /* FACTOR_NEAR_SENSE */ \
        1456, /* FACTOR_SENTENCE_SENSE */ \
        599, /* FACTOR_HEAD_SAME */ \
        -602, /* FACTOR_HEAD_OTHER */ \
        396, /* FACTOR_HEAD_SENSE */ \
        2, /* FACTOR_HEAD_UNKNOWN */ \
        75, /* FACTOR_PEOPLE_OTHER */ \
        549, /* FACTOR_TOLL_BOTH */ \
        49, /* FACTOR_TOLL_ONE */ \
        -176, /* FACTOR_PERSON_SAME */ \
        -321, /* FACTOR_PERSON_OTHER */ \
        383, /* FACTOR_PLACE_SAME */ \
        -166, /* FACTOR_PLACE_OTHER */ \
        418, /* FACTOR_PAST_BOTH */ \
        -500, /* FACTOR_PAST_ONE */ \
        1802, /* FACTOR_DAY_SAME */ \
        -173, /* FACTOR_DAY_OTHER */ \
        90, /* FACTOR_CENTRAL */ \
        -224, /* FACTOR_THEME */ \
        1170, /* FACTOR_CLOSE */ \
        -1592, /* FACTOR_FAR */ \
        -1488, /* FACTOR_RATIO */ \
        -1142, /* FACTOR_TELLS_BOTH */ \
        350, /* FACTOR_LEAD_BOTH */ \
        -301, /* FACTOR_LEAD_APART */ \
        -733, /* FACTOR_COMPANY */ \
        -406, /* FACTOR_COMPANY_OTHER */ \
        817, /* FACTOR_OVERLAP */ \
        -222, /* FACTOR_PART_OTHER */ \
        -154, /* FACTOR_PLANNED_OTHER */ \
        -883, /* FACTOR_DAYS_APART */ \
        -166, /* FACTOR_SMALL_BOTH */ \
        -326, /* FACTOR_EXACT_BOTH */ \
        360, /* FACTOR_SUBJECT_SAME */ \
        -581, /* FACTOR_SUBJECT_OTHER */ \
        -450, /* FACTOR_SIBLINGS_ONE */ \
        -1102, /* FACTOR_SIBLINGS_BOTH */ \
        -306, /* FACTOR_CROWD */ \
        -898, /* FACTOR_RIVAL */ \
        -258, /* FACTOR_OPEN */ \
        -263, /* FACTOR_OPEN_FAR */ \
        482, /* FACTOR_WORDS_ONE */ \
        -166, /* FACTOR_ACTOR_SAME */ \
        -443, /* FACTOR_ACTOR_OTHER */ \
        -2, /* FACTOR_LATER */ \
        42, /* FACTOR_GROWS */ \
        1050, /* FACTOR_MOVES */ \
        1073, /* FACTOR_YEAR_SAME */ \
        -594, /* FACTOR_YEAR_OTHER */ \
        -119, /* FACTOR_CONVERTED */ \
        1069, /* FACTOR_SHARED */ \
        535, /* FACTOR_OPEN_BOTH */ \
        -1331, /* FACTOR_GRAIN */ \
        529, /* FACTOR_PHRASE_SAME */ \
        1015, /* FACTOR_PHRASE_LONGER */ \
        -236, /* FACTOR_KINDS + SLOT_COUNT */ \
        868, /* FACTOR_KINDS + SLOT_DURATION */ \
        -348, /* FACTOR_KINDS + SLOT_AGE */ \
        628, /* FACTOR_KINDS + SLOT_MONEY */ \
        -144, /* FACTOR_KINDS + SLOT_PERCENT */ \
        875, /* FACTOR_KINDS + SLOT_MEASURE */ \
        1316, /* FACTOR_KINDS + SLOT_CLOCK */ \
        -546, /* FACTOR_KINDS + SLOT_DATE */ \
        -24, /* FACTOR_KINDS + SLOT_MAGNITUDE */ \
        -119, /* FACTOR_KINDS_APART + SLOT_COUNT */ \
        649, /* FACTOR_KINDS_APART + SLOT_DURATION */ \
        -1040, /* FACTOR_KINDS_APART + SLOT_AGE */ \
        1228, /* FACTOR_KINDS_APART + SLOT_MONEY */ \
        -201, /* FACTOR_KINDS_APART + SLOT_PERCENT */ \
        372, /* FACTOR_KINDS_APART + SLOT_MEASURE */ \
        -749, /* FACTOR_KINDS_APART + SLOT_CLOCK */ \
        -1631, /* FACTOR_KINDS_APART + SLOT_DATE */ \
        -896, /* FACTOR_KINDS_APART + SLOT_MAGNITUDE */ \
}
/* clang-format on */
