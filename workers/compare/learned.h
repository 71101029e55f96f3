/* learned - written by tools/figure_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/factors.h"

/* clang-format off */
#define FIGURES_LEARNED { \
        -2575, /* FACTOR_ALWAYS */ \
        794, /* FACTOR_NEAR */ \
        232, /* FACTOR_NEAR_SHARE */ \
        991, /* FACTOR_CONTEXT */ \
        -432, /* FACTOR_CONTEXT_SHARE */ \
        1177, /* FACTOR_NEAR_SENSE */ \
        1441, /* FACTOR_SENTENCE_SENSE */ \
        549, /* FACTOR_HEAD_SAME */ \
        -621, /* FACTOR_HEAD_OTHER */ \
        641, /* FACTOR_HEAD_SENSE */ \
        70, /* FACTOR_HEAD_UNKNOWN */ \
        7, /* FACTOR_PEOPLE_OTHER */ \
        575, /* FACTOR_TOLL_BOTH */ \
        72, /* FACTOR_TOLL_ONE */ \
        -176, /* FACTOR_PERSON_SAME */ \
        -285, /* FACTOR_PERSON_OTHER */ \
        420, /* FACTOR_PLACE_SAME */ \
        -262, /* FACTOR_PLACE_OTHER */ \
        406, /* FACTOR_PAST_BOTH */ \
        -474, /* FACTOR_PAST_ONE */ \
        1798, /* FACTOR_DAY_SAME */ \
        -179, /* FACTOR_DAY_OTHER */ \
        -50, /* FACTOR_CENTRAL */ \
        -67, /* FACTOR_THEME */ \
        1132, /* FACTOR_CLOSE */ \
        -1609, /* FACTOR_FAR */ \
        -1457, /* FACTOR_RATIO */ \
        -1144, /* FACTOR_TELLS_BOTH */ \
        411, /* FACTOR_LEAD_BOTH */ \
        -318, /* FACTOR_LEAD_APART */ \
        -663, /* FACTOR_COMPANY */ \
        -429, /* FACTOR_COMPANY_OTHER */ \
        558, /* FACTOR_OVERLAP */ \
        -61, /* FACTOR_PART_OTHER */ \
        -225, /* FACTOR_PLANNED_OTHER */ \
        -874, /* FACTOR_DAYS_APART */ \
        -96, /* FACTOR_SMALL_BOTH */ \
        -430, /* FACTOR_EXACT_BOTH */ \
        403, /* FACTOR_SUBJECT_SAME */ \
        -622, /* FACTOR_SUBJECT_OTHER */ \
        -458, /* FACTOR_SIBLINGS_ONE */ \
        -1029, /* FACTOR_SIBLINGS_BOTH */ \
        -302, /* FACTOR_CROWD */ \
        -909, /* FACTOR_RIVAL */ \
        -334, /* FACTOR_OPEN */ \
        -420, /* FACTOR_OPEN_FAR */ \
        432, /* FACTOR_WORDS_ONE */ \
        -215, /* FACTOR_ACTOR_SAME */ \
        -433, /* FACTOR_ACTOR_OTHER */ \
        -8, /* FACTOR_LATER */ \
        -33, /* FACTOR_GROWS */ \
        754, /* FACTOR_MOVES */ \
        1322, /* FACTOR_YEAR_SAME */ \
        -560, /* FACTOR_YEAR_OTHER */ \
        -127, /* FACTOR_CONVERTED */ \
        1066, /* FACTOR_SHARED */ \
        518, /* FACTOR_OPEN_BOTH */ \
        -1570, /* FACTOR_GRAIN */ \
        608, /* FACTOR_PHRASE_SAME */ \
        1022, /* FACTOR_PHRASE_LONGER */ \
        311, /* FACTOR_AGED_SAME */ \
        -85, /* FACTOR_KINDS + SLOT_COUNT */ \
        1153, /* FACTOR_KINDS + SLOT_DURATION */ \
        -474, /* FACTOR_KINDS + SLOT_AGE */ \
        908, /* FACTOR_KINDS + SLOT_MONEY */ \
        -7, /* FACTOR_KINDS + SLOT_PERCENT */ \
        1180, /* FACTOR_KINDS + SLOT_MEASURE */ \
        1377, /* FACTOR_KINDS + SLOT_CLOCK */ \
        -259, /* FACTOR_KINDS + SLOT_DATE */ \
        -22, /* FACTOR_KINDS + SLOT_MAGNITUDE */ \
        -273, /* FACTOR_KINDS_APART + SLOT_COUNT */ \
        552, /* FACTOR_KINDS_APART + SLOT_DURATION */ \
        -1150, /* FACTOR_KINDS_APART + SLOT_AGE */ \
        900, /* FACTOR_KINDS_APART + SLOT_MONEY */ \
        -410, /* FACTOR_KINDS_APART + SLOT_PERCENT */ \
        360, /* FACTOR_KINDS_APART + SLOT_MEASURE */ \
        -845, /* FACTOR_KINDS_APART + SLOT_CLOCK */ \
        -1908, /* FACTOR_KINDS_APART + SLOT_DATE */ \
        -996, /* FACTOR_KINDS_APART + SLOT_MAGNITUDE */ \
}
/* clang-format on */
