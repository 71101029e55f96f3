/* learned - written by tools/figure_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/factors.h"

/* clang-format off */
#define FIGURES_LEARNED { \
        -3006, /* FACTOR_ALWAYS */ \
        980, /* FACTOR_NEAR */ \
        192, /* FACTOR_NEAR_SHARE */ \
        1165, /* FACTOR_CONTEXT */ \
        -407, /* FACTOR_CONTEXT_SHARE */ \
        1091, /* FACTOR_NEAR_SENSE */ \
        1602, /* FACTOR_SENTENCE_SENSE */ \
        680, /* FACTOR_HEAD_SAME */ \
        -713, /* FACTOR_HEAD_OTHER */ \
        683, /* FACTOR_HEAD_SENSE */ \
        32, /* FACTOR_HEAD_UNKNOWN */ \
        162, /* FACTOR_PEOPLE_OTHER */ \
        754, /* FACTOR_TOLL_BOTH */ \
        134, /* FACTOR_TOLL_ONE */ \
        -130, /* FACTOR_PERSON_SAME */ \
        -277, /* FACTOR_PERSON_OTHER */ \
        407, /* FACTOR_PLACE_SAME */ \
        -197, /* FACTOR_PLACE_OTHER */ \
        365, /* FACTOR_PAST_BOTH */ \
        -640, /* FACTOR_PAST_ONE */ \
        1808, /* FACTOR_DAY_SAME */ \
        -167, /* FACTOR_DAY_OTHER */ \
        125, /* FACTOR_CENTRAL */ \
        -367, /* FACTOR_THEME */ \
        1158, /* FACTOR_CLOSE */ \
        -1728, /* FACTOR_FAR */ \
        -1552, /* FACTOR_RATIO */ \
        -1116, /* FACTOR_TELLS_BOTH */ \
        410, /* FACTOR_LEAD_BOTH */ \
        -284, /* FACTOR_LEAD_APART */ \
        -631, /* FACTOR_COMPANY */ \
        -440, /* FACTOR_COMPANY_OTHER */ \
        824, /* FACTOR_OVERLAP */ \
        -113, /* FACTOR_PART_OTHER */ \
        -273, /* FACTOR_PLANNED_OTHER */ \
        -887, /* FACTOR_DAYS_APART */ \
        -265, /* FACTOR_SMALL_BOTH */ \
        -333, /* FACTOR_EXACT_BOTH */ \
        354, /* FACTOR_SUBJECT_SAME */ \
        -561, /* FACTOR_SUBJECT_OTHER */ \
        -492, /* FACTOR_SIBLINGS_ONE */ \
        -1279, /* FACTOR_SIBLINGS_BOTH */ \
        -161, /* FACTOR_CROWD */ \
        -908, /* FACTOR_RIVAL */ \
        -322, /* FACTOR_OPEN */ \
        -318, /* FACTOR_OPEN_FAR */ \
        535, /* FACTOR_WORDS_ONE */ \
        -172, /* FACTOR_ACTOR_SAME */ \
        -478, /* FACTOR_ACTOR_OTHER */ \
        47, /* FACTOR_LATER */ \
        76, /* FACTOR_GROWS */ \
        1018, /* FACTOR_MOVES */ \
        1034, /* FACTOR_YEAR_SAME */ \
        -463, /* FACTOR_YEAR_OTHER */ \
        -151, /* FACTOR_CONVERTED */ \
        855, /* FACTOR_SHARED */ \
        602, /* FACTOR_OPEN_BOTH */ \
        -1328, /* FACTOR_GRAIN */ \
        686, /* FACTOR_PHRASE_SAME */ \
        1171, /* FACTOR_PHRASE_LONGER */ \
        -378, /* FACTOR_KINDS + SLOT_COUNT */ \
        974, /* FACTOR_KINDS + SLOT_DURATION */ \
        -310, /* FACTOR_KINDS + SLOT_AGE */ \
        737, /* FACTOR_KINDS + SLOT_MONEY */ \
        -97, /* FACTOR_KINDS + SLOT_PERCENT */ \
        972, /* FACTOR_KINDS + SLOT_MEASURE */ \
        1397, /* FACTOR_KINDS + SLOT_CLOCK */ \
        -604, /* FACTOR_KINDS + SLOT_DATE */ \
        32, /* FACTOR_KINDS + SLOT_MAGNITUDE */ \
        -379, /* FACTOR_KINDS_APART + SLOT_COUNT */ \
        668, /* FACTOR_KINDS_APART + SLOT_DURATION */ \
        -1412, /* FACTOR_KINDS_APART + SLOT_AGE */ \
        1259, /* FACTOR_KINDS_APART + SLOT_MONEY */ \
        -151, /* FACTOR_KINDS_APART + SLOT_PERCENT */ \
        432, /* FACTOR_KINDS_APART + SLOT_MEASURE */ \
        -675, /* FACTOR_KINDS_APART + SLOT_CLOCK */ \
        -1683, /* FACTOR_KINDS_APART + SLOT_DATE */ \
        -785, /* FACTOR_KINDS_APART + SLOT_MAGNITUDE */ \
}
/* clang-format on */
