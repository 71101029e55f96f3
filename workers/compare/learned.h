/* learned - written by tools/figure_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/factors.h"

/* clang-format off */
#define FIGURES_LEARNED { \
        -2496, /* FACTOR_ALWAYS */ \
        867, /* FACTOR_NEAR */ \
        163, /* FACTOR_NEAR_SHARE */ \
        953, /* FACTOR_CONTEXT */ \
        -370, /* FACTOR_CONTEXT_SHARE */ \
        1138, /* FACTOR_NEAR_SENSE */ \
        1469, /* FACTOR_SENTENCE_SENSE */ \
        577, /* FACTOR_HEAD_SAME */ \
        -628, /* FACTOR_HEAD_OTHER */ \
        643, /* FACTOR_HEAD_SENSE */ \
        50, /* FACTOR_HEAD_UNKNOWN */ \
        30, /* FACTOR_PEOPLE_OTHER */ \
        579, /* FACTOR_TOLL_BOTH */ \
        108, /* FACTOR_TOLL_ONE */ \
        -152, /* FACTOR_PERSON_SAME */ \
        -299, /* FACTOR_PERSON_OTHER */ \
        440, /* FACTOR_PLACE_SAME */ \
        -257, /* FACTOR_PLACE_OTHER */ \
        422, /* FACTOR_PAST_BOTH */ \
        -472, /* FACTOR_PAST_ONE */ \
        1787, /* FACTOR_DAY_SAME */ \
        -176, /* FACTOR_DAY_OTHER */ \
        -35, /* FACTOR_CENTRAL */ \
        -82, /* FACTOR_THEME */ \
        1128, /* FACTOR_CLOSE */ \
        -1579, /* FACTOR_FAR */ \
        -1503, /* FACTOR_RATIO */ \
        -1117, /* FACTOR_TELLS_BOTH */ \
        377, /* FACTOR_LEAD_BOTH */ \
        -359, /* FACTOR_LEAD_APART */ \
        -700, /* FACTOR_COMPANY */ \
        -420, /* FACTOR_COMPANY_OTHER */ \
        369, /* FACTOR_OVERLAP */ \
        -227, /* FACTOR_PART_OTHER */ \
        -179, /* FACTOR_PLANNED_OTHER */ \
        -880, /* FACTOR_DAYS_APART */ \
        -173, /* FACTOR_SMALL_BOTH */ \
        -385, /* FACTOR_EXACT_BOTH */ \
        342, /* FACTOR_SUBJECT_SAME */ \
        -520, /* FACTOR_SUBJECT_OTHER */ \
        -480, /* FACTOR_SIBLINGS_ONE */ \
        -1090, /* FACTOR_SIBLINGS_BOTH */ \
        -333, /* FACTOR_CROWD */ \
        -900, /* FACTOR_RIVAL */ \
        -272, /* FACTOR_OPEN */ \
        -330, /* FACTOR_OPEN_FAR */ \
        424, /* FACTOR_WORDS_ONE */ \
        -210, /* FACTOR_ACTOR_SAME */ \
        -500, /* FACTOR_ACTOR_OTHER */ \
        4, /* FACTOR_LATER */ \
        30, /* FACTOR_GROWS */ \
        1020, /* FACTOR_MOVES */ \
        1315, /* FACTOR_YEAR_SAME */ \
        -534, /* FACTOR_YEAR_OTHER */ \
        -117, /* FACTOR_CONVERTED */ \
        1061, /* FACTOR_SHARED */ \
        448, /* FACTOR_OPEN_BOTH */ \
        -1564, /* FACTOR_GRAIN */ \
        599, /* FACTOR_PHRASE_SAME */ \
        1052, /* FACTOR_PHRASE_LONGER */ \
        37, /* FACTOR_KINDS + SLOT_COUNT */ \
        995, /* FACTOR_KINDS + SLOT_DURATION */ \
        -268, /* FACTOR_KINDS + SLOT_AGE */ \
        901, /* FACTOR_KINDS + SLOT_MONEY */ \
        104, /* FACTOR_KINDS + SLOT_PERCENT */ \
        1217, /* FACTOR_KINDS + SLOT_MEASURE */ \
        1470, /* FACTOR_KINDS + SLOT_CLOCK */ \
        -126, /* FACTOR_KINDS + SLOT_DATE */ \
        64, /* FACTOR_KINDS + SLOT_MAGNITUDE */ \
        -359, /* FACTOR_KINDS_APART + SLOT_COUNT */ \
        406, /* FACTOR_KINDS_APART + SLOT_DURATION */ \
        -1267, /* FACTOR_KINDS_APART + SLOT_AGE */ \
        942, /* FACTOR_KINDS_APART + SLOT_MONEY */ \
        -463, /* FACTOR_KINDS_APART + SLOT_PERCENT */ \
        265, /* FACTOR_KINDS_APART + SLOT_MEASURE */ \
        -901, /* FACTOR_KINDS_APART + SLOT_CLOCK */ \
        -1972, /* FACTOR_KINDS_APART + SLOT_DATE */ \
        -1047, /* FACTOR_KINDS_APART + SLOT_MAGNITUDE */ \
}
/* clang-format on */
