/* learned - written by tools/figure_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/factors.h"

/* clang-format off */
#define FIGURES_LEARNED { \
        -2522, /* FACTOR_ALWAYS */ \
        871, /* FACTOR_NEAR */ \
        204, /* FACTOR_NEAR_SHARE */ \
        736, /* FACTOR_CONTEXT */ \
        -447, /* FACTOR_CONTEXT_SHARE */ \
        1110, /* FACTOR_NEAR_SENSE */ \
        1393, /* FACTOR_SENTENCE_SENSE */ \
        777, /* FACTOR_HEAD_SAME */ \
        -849, /* FACTOR_HEAD_OTHER */ \
        1065, /* FACTOR_HEAD_SENSE */ \
        70, /* FACTOR_HEAD_UNKNOWN */ \
        -144, /* FACTOR_PEOPLE_OTHER */ \
        631, /* FACTOR_TOLL_BOTH */ \
        56, /* FACTOR_TOLL_ONE */ \
        -98, /* FACTOR_PERSON_SAME */ \
        -305, /* FACTOR_PERSON_OTHER */ \
        409, /* FACTOR_PLACE_SAME */ \
        -137, /* FACTOR_PLACE_OTHER */ \
        580, /* FACTOR_PAST_BOTH */ \
        -507, /* FACTOR_PAST_ONE */ \
        1765, /* FACTOR_DAY_SAME */ \
        -164, /* FACTOR_DAY_OTHER */ \
        -118, /* FACTOR_CENTRAL */ \
        82, /* FACTOR_THEME */ \
        1239, /* FACTOR_CLOSE */ \
        -1793, /* FACTOR_FAR */ \
        -1339, /* FACTOR_RATIO */ \
        -1191, /* FACTOR_TELLS_BOTH */ \
        412, /* FACTOR_LEAD_BOTH */ \
        -422, /* FACTOR_LEAD_APART */ \
        -767, /* FACTOR_COMPANY */ \
        -450, /* FACTOR_COMPANY_OTHER */ \
        621, /* FACTOR_OVERLAP */ \
        -15, /* FACTOR_PART_OTHER */ \
        -182, /* FACTOR_PLANNED_OTHER */ \
        -961, /* FACTOR_DAYS_APART */ \
        -110, /* FACTOR_SMALL_BOTH */ \
        -468, /* FACTOR_EXACT_BOTH */ \
        418, /* FACTOR_SUBJECT_SAME */ \
        -618, /* FACTOR_SUBJECT_OTHER */ \
        -466, /* FACTOR_SIBLINGS_ONE */ \
        -918, /* FACTOR_SIBLINGS_BOTH */ \
        -421, /* FACTOR_CROWD */ \
        -928, /* FACTOR_RIVAL */ \
        -499, /* FACTOR_OPEN */ \
        -520, /* FACTOR_OPEN_FAR */ \
        387, /* FACTOR_WORDS_ONE */ \
        -269, /* FACTOR_ACTOR_SAME */ \
        -482, /* FACTOR_ACTOR_OTHER */ \
        117, /* FACTOR_LATER */ \
        196, /* FACTOR_GROWS */ \
        818, /* FACTOR_MOVES */ \
        740, /* FACTOR_YEAR_SAME */ \
        -568, /* FACTOR_YEAR_OTHER */ \
        162, /* FACTOR_NEXT_SAME */ \
        591, /* FACTOR_LINK_SAME */ \
        716, /* FACTOR_LINK_OTHER */ \
        18, /* FACTOR_CONVERTED */ \
        1339, /* FACTOR_SHARED */ \
        533, /* FACTOR_OPEN_BOTH */ \
        -1524, /* FACTOR_GRAIN */ \
        106, /* FACTOR_PHRASE_SAME */ \
        1094, /* FACTOR_PHRASE_LONGER */ \
        171, /* FACTOR_AGED_SAME */ \
        168, /* FACTOR_KINDS + SLOT_COUNT */ \
        1219, /* FACTOR_KINDS + SLOT_DURATION */ \
        -469, /* FACTOR_KINDS + SLOT_AGE */ \
        948, /* FACTOR_KINDS + SLOT_MONEY */ \
        120, /* FACTOR_KINDS + SLOT_PERCENT */ \
        1044, /* FACTOR_KINDS + SLOT_MEASURE */ \
        1358, /* FACTOR_KINDS + SLOT_CLOCK */ \
        -280, /* FACTOR_KINDS + SLOT_DATE */ \
        -230, /* FACTOR_KINDS + SLOT_MAGNITUDE */ \
        -182, /* FACTOR_KINDS_APART + SLOT_COUNT */ \
        593, /* FACTOR_KINDS_APART + SLOT_DURATION */ \
        -1149, /* FACTOR_KINDS_APART + SLOT_AGE */ \
        915, /* FACTOR_KINDS_APART + SLOT_MONEY */ \
        -407, /* FACTOR_KINDS_APART + SLOT_PERCENT */ \
        91, /* FACTOR_KINDS_APART + SLOT_MEASURE */ \
        -879, /* FACTOR_KINDS_APART + SLOT_CLOCK */ \
        -1987, /* FACTOR_KINDS_APART + SLOT_DATE */ \
        -872, /* FACTOR_KINDS_APART + SLOT_MAGNITUDE */ \
}
/* clang-format on */
