/* learned - written by tools/figure_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/factors.h"

/* clang-format off */
#define FIGURES_LEARNED { \
        -2638, /* FACTOR_ALWAYS */ \
        806, /* FACTOR_NEAR */ \
        232, /* FACTOR_NEAR_SHARE */ \
        995, /* FACTOR_CONTEXT */ \
        -435, /* FACTOR_CONTEXT_SHARE */ \
        1159, /* FACTOR_NEAR_SENSE */ \
        1474, /* FACTOR_SENTENCE_SENSE */ \
        575, /* FACTOR_HEAD_SAME */ \
        -654, /* FACTOR_HEAD_OTHER */ \
        695, /* FACTOR_HEAD_SENSE */ \
        78, /* FACTOR_HEAD_UNKNOWN */ \
        24, /* FACTOR_PEOPLE_OTHER */ \
        600, /* FACTOR_TOLL_BOTH */ \
        100, /* FACTOR_TOLL_ONE */ \
        -137, /* FACTOR_PERSON_SAME */ \
        -242, /* FACTOR_PERSON_OTHER */ \
        441, /* FACTOR_PLACE_SAME */ \
        -239, /* FACTOR_PLACE_OTHER */ \
        417, /* FACTOR_PAST_BOTH */ \
        -484, /* FACTOR_PAST_ONE */ \
        1764, /* FACTOR_DAY_SAME */ \
        -177, /* FACTOR_DAY_OTHER */ \
        -28, /* FACTOR_CENTRAL */ \
        -96, /* FACTOR_THEME */ \
        1130, /* FACTOR_CLOSE */ \
        -1607, /* FACTOR_FAR */ \
        -1483, /* FACTOR_RATIO */ \
        -1129, /* FACTOR_TELLS_BOTH */ \
        384, /* FACTOR_LEAD_BOTH */ \
        -355, /* FACTOR_LEAD_APART */ \
        -618, /* FACTOR_COMPANY */ \
        -408, /* FACTOR_COMPANY_OTHER */ \
        693, /* FACTOR_OVERLAP */ \
        -210, /* FACTOR_PART_OTHER */ \
        -201, /* FACTOR_PLANNED_OTHER */ \
        -868, /* FACTOR_DAYS_APART */ \
        -153, /* FACTOR_SMALL_BOTH */ \
        -399, /* FACTOR_EXACT_BOTH */ \
        301, /* FACTOR_SUBJECT_SAME */ \
        -651, /* FACTOR_SUBJECT_OTHER */ \
        -478, /* FACTOR_SIBLINGS_ONE */ \
        -1075, /* FACTOR_SIBLINGS_BOTH */ \
        -327, /* FACTOR_CROWD */ \
        -904, /* FACTOR_RIVAL */ \
        -305, /* FACTOR_OPEN */ \
        -410, /* FACTOR_OPEN_FAR */ \
        425, /* FACTOR_WORDS_ONE */ \
        -167, /* FACTOR_ACTOR_SAME */ \
        -475, /* FACTOR_ACTOR_OTHER */ \
        -20, /* FACTOR_LATER */ \
        4, /* FACTOR_GROWS */ \
        791, /* FACTOR_MOVES */ \
        1323, /* FACTOR_YEAR_SAME */ \
        -537, /* FACTOR_YEAR_OTHER */ \
        -110, /* FACTOR_CONVERTED */ \
        1061, /* FACTOR_SHARED */ \
        511, /* FACTOR_OPEN_BOTH */ \
        -1567, /* FACTOR_GRAIN */ \
        594, /* FACTOR_PHRASE_SAME */ \
        1040, /* FACTOR_PHRASE_LONGER */ \
        401, /* FACTOR_AGED_SAME */ \
        -142, /* FACTOR_KINDS + SLOT_COUNT */ \
        945, /* FACTOR_KINDS + SLOT_DURATION */ \
        -250, /* FACTOR_KINDS + SLOT_AGE */ \
        767, /* FACTOR_KINDS + SLOT_MONEY */ \
        -3, /* FACTOR_KINDS + SLOT_PERCENT */ \
        1213, /* FACTOR_KINDS + SLOT_MEASURE */ \
        1327, /* FACTOR_KINDS + SLOT_CLOCK */ \
        -355, /* FACTOR_KINDS + SLOT_DATE */ \
        -49, /* FACTOR_KINDS + SLOT_MAGNITUDE */ \
        -239, /* FACTOR_KINDS_APART + SLOT_COUNT */ \
        542, /* FACTOR_KINDS_APART + SLOT_DURATION */ \
        -1206, /* FACTOR_KINDS_APART + SLOT_AGE */ \
        992, /* FACTOR_KINDS_APART + SLOT_MONEY */ \
        -310, /* FACTOR_KINDS_APART + SLOT_PERCENT */ \
        407, /* FACTOR_KINDS_APART + SLOT_MEASURE */ \
        -805, /* FACTOR_KINDS_APART + SLOT_CLOCK */ \
        -1882, /* FACTOR_KINDS_APART + SLOT_DATE */ \
        -953, /* FACTOR_KINDS_APART + SLOT_MAGNITUDE */ \
}
/* clang-format on */
