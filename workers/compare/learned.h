/* learned - written by tools/figure_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/factors.h"

/* clang-format off */
#define FIGURES_LEARNED { \
        -2887, /* FACTOR_ALWAYS */ \
        1011, /* FACTOR_NEAR */ \
        155, /* FACTOR_NEAR_SHARE */ \
        992, /* FACTOR_CONTEXT */ \
        -460, /* FACTOR_CONTEXT_SHARE */ \
        1080, /* FACTOR_NEAR_SENSE */ \
        1570, /* FACTOR_SENTENCE_SENSE */ \
        653, /* FACTOR_HEAD_SAME */ \
        -671, /* FACTOR_HEAD_OTHER */ \
        580, /* FACTOR_HEAD_SENSE */ \
        16, /* FACTOR_HEAD_UNKNOWN */ \
        135, /* FACTOR_PEOPLE_OTHER */ \
        661, /* FACTOR_TOLL_BOTH */ \
        55, /* FACTOR_TOLL_ONE */ \
        -168, /* FACTOR_PERSON_SAME */ \
        -267, /* FACTOR_PERSON_OTHER */ \
        379, /* FACTOR_PLACE_SAME */ \
        -225, /* FACTOR_PLACE_OTHER */ \
        323, /* FACTOR_PAST_BOTH */ \
        -651, /* FACTOR_PAST_ONE */ \
        1797, /* FACTOR_DAY_SAME */ \
        -151, /* FACTOR_DAY_OTHER */ \
        144, /* FACTOR_CENTRAL */ \
        -289, /* FACTOR_THEME */ \
        1186, /* FACTOR_CLOSE */ \
        -1776, /* FACTOR_FAR */ \
        -1493, /* FACTOR_RATIO */ \
        -1134, /* FACTOR_TELLS_BOTH */ \
        325, /* FACTOR_LEAD_BOTH */ \
        -311, /* FACTOR_LEAD_APART */ \
        -829, /* FACTOR_COMPANY */ \
        -459, /* FACTOR_COMPANY_OTHER */ \
        839, /* FACTOR_OVERLAP */ \
        -170, /* FACTOR_PART_OTHER */ \
        -268, /* FACTOR_PLANNED_OTHER */ \
        -869, /* FACTOR_DAYS_APART */ \
        -105, /* FACTOR_SMALL_BOTH */ \
        -376, /* FACTOR_EXACT_BOTH */ \
        372, /* FACTOR_SUBJECT_SAME */ \
        -576, /* FACTOR_SUBJECT_OTHER */ \
        -485, /* FACTOR_SIBLINGS_ONE */ \
        -1177, /* FACTOR_SIBLINGS_BOTH */ \
        -223, /* FACTOR_CROWD */ \
        -932, /* FACTOR_RIVAL */ \
        -349, /* FACTOR_OPEN */ \
        -346, /* FACTOR_OPEN_FAR */ \
        538, /* FACTOR_WORDS_ONE */ \
        -194, /* FACTOR_ACTOR_SAME */ \
        -522, /* FACTOR_ACTOR_OTHER */ \
        20, /* FACTOR_LATER */ \
        86, /* FACTOR_GROWS */ \
        1024, /* FACTOR_MOVES */ \
        1110, /* FACTOR_YEAR_SAME */ \
        -576, /* FACTOR_YEAR_OTHER */ \
        -149, /* FACTOR_CONVERTED */ \
        1171, /* FACTOR_SHARED */ \
        609, /* FACTOR_OPEN_BOTH */ \
        -1356, /* FACTOR_GRAIN */ \
        699, /* FACTOR_PHRASE_SAME */ \
        1248, /* FACTOR_PHRASE_LONGER */ \
        -385, /* FACTOR_KINDS + SLOT_COUNT */ \
        970, /* FACTOR_KINDS + SLOT_DURATION */ \
        -298, /* FACTOR_KINDS + SLOT_AGE */ \
        752, /* FACTOR_KINDS + SLOT_MONEY */ \
        -103, /* FACTOR_KINDS + SLOT_PERCENT */ \
        918, /* FACTOR_KINDS + SLOT_MEASURE */ \
        1374, /* FACTOR_KINDS + SLOT_CLOCK */ \
        -573, /* FACTOR_KINDS + SLOT_DATE */ \
        -87, /* FACTOR_KINDS + SLOT_MAGNITUDE */ \
        -320, /* FACTOR_KINDS_APART + SLOT_COUNT */ \
        698, /* FACTOR_KINDS_APART + SLOT_DURATION */ \
        -1373, /* FACTOR_KINDS_APART + SLOT_AGE */ \
        1288, /* FACTOR_KINDS_APART + SLOT_MONEY */ \
        -152, /* FACTOR_KINDS_APART + SLOT_PERCENT */ \
        425, /* FACTOR_KINDS_APART + SLOT_MEASURE */ \
        -673, /* FACTOR_KINDS_APART + SLOT_CLOCK */ \
        -1571, /* FACTOR_KINDS_APART + SLOT_DATE */ \
        -893, /* FACTOR_KINDS_APART + SLOT_MAGNITUDE */ \
}
/* clang-format on */
