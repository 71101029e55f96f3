/* learned - written by tools/figure_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/factors.h"

/* clang-format off */
#define FIGURES_LEARNED { \
        -2429, /* FACTOR_ALWAYS */ \
        880, /* FACTOR_NEAR */ \
        150, /* FACTOR_NEAR_SHARE */ \
        947, /* FACTOR_CONTEXT */ \
        -374, /* FACTOR_CONTEXT_SHARE */ \
        1133, /* FACTOR_NEAR_SENSE */ \
        1441, /* FACTOR_SENTENCE_SENSE */ \
        585, /* FACTOR_HEAD_SAME */ \
        -632, /* FACTOR_HEAD_OTHER */ \
        643, /* FACTOR_HEAD_SENSE */ \
        45, /* FACTOR_HEAD_UNKNOWN */ \
        28, /* FACTOR_PEOPLE_OTHER */ \
        576, /* FACTOR_TOLL_BOTH */ \
        107, /* FACTOR_TOLL_ONE */ \
        -152, /* FACTOR_PERSON_SAME */ \
        -300, /* FACTOR_PERSON_OTHER */ \
        440, /* FACTOR_PLACE_SAME */ \
        -259, /* FACTOR_PLACE_OTHER */ \
        419, /* FACTOR_PAST_BOTH */ \
        -477, /* FACTOR_PAST_ONE */ \
        1792, /* FACTOR_DAY_SAME */ \
        -186, /* FACTOR_DAY_OTHER */ \
        -39, /* FACTOR_CENTRAL */ \
        -103, /* FACTOR_THEME */ \
        1128, /* FACTOR_CLOSE */ \
        -1589, /* FACTOR_FAR */ \
        -1486, /* FACTOR_RATIO */ \
        -1125, /* FACTOR_TELLS_BOTH */ \
        384, /* FACTOR_LEAD_BOTH */ \
        -354, /* FACTOR_LEAD_APART */ \
        -704, /* FACTOR_COMPANY */ \
        -419, /* FACTOR_COMPANY_OTHER */ \
        296, /* FACTOR_OVERLAP */ \
        -232, /* FACTOR_PART_OTHER */ \
        -183, /* FACTOR_PLANNED_OTHER */ \
        -891, /* FACTOR_DAYS_APART */ \
        -162, /* FACTOR_SMALL_BOTH */ \
        -387, /* FACTOR_EXACT_BOTH */ \
        349, /* FACTOR_SUBJECT_SAME */ \
        -519, /* FACTOR_SUBJECT_OTHER */ \
        -480, /* FACTOR_SIBLINGS_ONE */ \
        -1092, /* FACTOR_SIBLINGS_BOTH */ \
        -338, /* FACTOR_CROWD */ \
        -893, /* FACTOR_RIVAL */ \
        -280, /* FACTOR_OPEN */ \
        -344, /* FACTOR_OPEN_FAR */ \
        402, /* FACTOR_WORDS_ONE */ \
        -215, /* FACTOR_ACTOR_SAME */ \
        -505, /* FACTOR_ACTOR_OTHER */ \
        12, /* FACTOR_LATER */ \
        37, /* FACTOR_GROWS */ \
        1015, /* FACTOR_MOVES */ \
        1315, /* FACTOR_YEAR_SAME */ \
        -536, /* FACTOR_YEAR_OTHER */ \
        -116, /* FACTOR_CONVERTED */ \
        1074, /* FACTOR_SHARED */ \
        443, /* FACTOR_OPEN_BOTH */ \
        -1563, /* FACTOR_GRAIN */ \
        606, /* FACTOR_PHRASE_SAME */ \
        1091, /* FACTOR_PHRASE_LONGER */ \
        100, /* FACTOR_KINDS + SLOT_COUNT */ \
        1028, /* FACTOR_KINDS + SLOT_DURATION */ \
        -256, /* FACTOR_KINDS + SLOT_AGE */ \
        942, /* FACTOR_KINDS + SLOT_MONEY */ \
        135, /* FACTOR_KINDS + SLOT_PERCENT */ \
        1249, /* FACTOR_KINDS + SLOT_MEASURE */ \
        1508, /* FACTOR_KINDS + SLOT_CLOCK */ \
        -86, /* FACTOR_KINDS + SLOT_DATE */ \
        80, /* FACTOR_KINDS + SLOT_MAGNITUDE */ \
        -398, /* FACTOR_KINDS_APART + SLOT_COUNT */ \
        370, /* FACTOR_KINDS_APART + SLOT_DURATION */ \
        -1303, /* FACTOR_KINDS_APART + SLOT_AGE */ \
        909, /* FACTOR_KINDS_APART + SLOT_MONEY */ \
        -494, /* FACTOR_KINDS_APART + SLOT_PERCENT */ \
        228, /* FACTOR_KINDS_APART + SLOT_MEASURE */ \
        -923, /* FACTOR_KINDS_APART + SLOT_CLOCK */ \
        -2003, /* FACTOR_KINDS_APART + SLOT_DATE */ \
        -1087, /* FACTOR_KINDS_APART + SLOT_MAGNITUDE */ \
}
/* clang-format on */
