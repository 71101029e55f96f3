/* learned - written by tools/figure_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/factors.h"

/* clang-format off */
#define FIGURES_LEARNED { \
        -2562, /* FACTOR_ALWAYS */ \
        789, /* FACTOR_NEAR */ \
        233, /* FACTOR_NEAR_SHARE */ \
        994, /* FACTOR_CONTEXT */ \
        -406, /* FACTOR_CONTEXT_SHARE */ \
        1193, /* FACTOR_NEAR_SENSE */ \
        1438, /* FACTOR_SENTENCE_SENSE */ \
        564, /* FACTOR_HEAD_SAME */ \
        -622, /* FACTOR_HEAD_OTHER */ \
        658, /* FACTOR_HEAD_SENSE */ \
        57, /* FACTOR_HEAD_UNKNOWN */ \
        -4, /* FACTOR_PEOPLE_OTHER */ \
        558, /* FACTOR_TOLL_BOTH */ \
        69, /* FACTOR_TOLL_ONE */ \
        -169, /* FACTOR_PERSON_SAME */ \
        -295, /* FACTOR_PERSON_OTHER */ \
        407, /* FACTOR_PLACE_SAME */ \
        -272, /* FACTOR_PLACE_OTHER */ \
        404, /* FACTOR_PAST_BOTH */ \
        -475, /* FACTOR_PAST_ONE */ \
        1806, /* FACTOR_DAY_SAME */ \
        -165, /* FACTOR_DAY_OTHER */ \
        -47, /* FACTOR_CENTRAL */ \
        -85, /* FACTOR_THEME */ \
        1133, /* FACTOR_CLOSE */ \
        -1605, /* FACTOR_FAR */ \
        -1445, /* FACTOR_RATIO */ \
        -1144, /* FACTOR_TELLS_BOTH */ \
        413, /* FACTOR_LEAD_BOTH */ \
        -334, /* FACTOR_LEAD_APART */ \
        -659, /* FACTOR_COMPANY */ \
        -439, /* FACTOR_COMPANY_OTHER */ \
        491, /* FACTOR_OVERLAP */ \
        -57, /* FACTOR_PART_OTHER */ \
        -226, /* FACTOR_PLANNED_OTHER */ \
        -869, /* FACTOR_DAYS_APART */ \
        -60, /* FACTOR_SMALL_BOTH */ \
        -451, /* FACTOR_EXACT_BOTH */ \
        392, /* FACTOR_SUBJECT_SAME */ \
        -602, /* FACTOR_SUBJECT_OTHER */ \
        -481, /* FACTOR_SIBLINGS_ONE */ \
        -1045, /* FACTOR_SIBLINGS_BOTH */ \
        -287, /* FACTOR_CROWD */ \
        -895, /* FACTOR_RIVAL */ \
        -384, /* FACTOR_OPEN */ \
        -449, /* FACTOR_OPEN_FAR */ \
        409, /* FACTOR_WORDS_ONE */ \
        -213, /* FACTOR_ACTOR_SAME */ \
        -427, /* FACTOR_ACTOR_OTHER */ \
        -10, /* FACTOR_LATER */ \
        131, /* FACTOR_GROWS */ \
        770, /* FACTOR_MOVES */ \
        1321, /* FACTOR_YEAR_SAME */ \
        -553, /* FACTOR_YEAR_OTHER */ \
        -120, /* FACTOR_CONVERTED */ \
        1058, /* FACTOR_SHARED */ \
        523, /* FACTOR_OPEN_BOTH */ \
        -1566, /* FACTOR_GRAIN */ \
        608, /* FACTOR_PHRASE_SAME */ \
        1058, /* FACTOR_PHRASE_LONGER */ \
        318, /* FACTOR_AGED_SAME */ \
        1, /* FACTOR_KINDS + SLOT_COUNT */ \
        1215, /* FACTOR_KINDS + SLOT_DURATION */ \
        -462, /* FACTOR_KINDS + SLOT_AGE */ \
        971, /* FACTOR_KINDS + SLOT_MONEY */ \
        44, /* FACTOR_KINDS + SLOT_PERCENT */ \
        1072, /* FACTOR_KINDS + SLOT_MEASURE */ \
        1420, /* FACTOR_KINDS + SLOT_CLOCK */ \
        -191, /* FACTOR_KINDS + SLOT_DATE */ \
        -12, /* FACTOR_KINDS + SLOT_MAGNITUDE */ \
        -307, /* FACTOR_KINDS_APART + SLOT_COUNT */ \
        538, /* FACTOR_KINDS_APART + SLOT_DURATION */ \
        -1171, /* FACTOR_KINDS_APART + SLOT_AGE */ \
        881, /* FACTOR_KINDS_APART + SLOT_MONEY */ \
        -430, /* FACTOR_KINDS_APART + SLOT_PERCENT */ \
        234, /* FACTOR_KINDS_APART + SLOT_MEASURE */ \
        -853, /* FACTOR_KINDS_APART + SLOT_CLOCK */ \
        -1908, /* FACTOR_KINDS_APART + SLOT_DATE */ \
        -1042, /* FACTOR_KINDS_APART + SLOT_MAGNITUDE */ \
}
/* clang-format on */
