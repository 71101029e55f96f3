/* learned - written by tools/figure_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/factors.h"

/* clang-format off */
#define FIGURES_LEARNED { \
        -2608, /* FACTOR_ALWAYS */ \
        762, /* FACTOR_NEAR */ \
        329, /* FACTOR_NEAR_SHARE */ \
        673, /* FACTOR_CONTEXT */ \
        -399, /* FACTOR_CONTEXT_SHARE */ \
        1107, /* FACTOR_NEAR_SENSE */ \
        1487, /* FACTOR_SENTENCE_SENSE */ \
        785, /* FACTOR_HEAD_SAME */ \
        -832, /* FACTOR_HEAD_OTHER */ \
        1002, /* FACTOR_HEAD_SENSE */ \
        45, /* FACTOR_HEAD_UNKNOWN */ \
        -137, /* FACTOR_PEOPLE_OTHER */ \
        609, /* FACTOR_TOLL_BOTH */ \
        53, /* FACTOR_TOLL_ONE */ \
        -97, /* FACTOR_PERSON_SAME */ \
        -355, /* FACTOR_PERSON_OTHER */ \
        422, /* FACTOR_PLACE_SAME */ \
        -113, /* FACTOR_PLACE_OTHER */ \
        537, /* FACTOR_PAST_BOTH */ \
        -492, /* FACTOR_PAST_ONE */ \
        1769, /* FACTOR_DAY_SAME */ \
        -191, /* FACTOR_DAY_OTHER */ \
        -142, /* FACTOR_CENTRAL */ \
        113, /* FACTOR_THEME */ \
        1199, /* FACTOR_CLOSE */ \
        -1810, /* FACTOR_FAR */ \
        -1359, /* FACTOR_RATIO */ \
        -1217, /* FACTOR_TELLS_BOTH */ \
        488, /* FACTOR_LEAD_BOTH */ \
        -400, /* FACTOR_LEAD_APART */ \
        -759, /* FACTOR_COMPANY */ \
        -474, /* FACTOR_COMPANY_OTHER */ \
        580, /* FACTOR_OVERLAP */ \
        24, /* FACTOR_PART_OTHER */ \
        -196, /* FACTOR_PLANNED_OTHER */ \
        -1008, /* FACTOR_DAYS_APART */ \
        -91, /* FACTOR_SMALL_BOTH */ \
        -490, /* FACTOR_EXACT_BOTH */ \
        455, /* FACTOR_SUBJECT_SAME */ \
        -713, /* FACTOR_SUBJECT_OTHER */ \
        -427, /* FACTOR_SIBLINGS_ONE */ \
        -856, /* FACTOR_SIBLINGS_BOTH */ \
        -432, /* FACTOR_CROWD */ \
        -910, /* FACTOR_RIVAL */ \
        -462, /* FACTOR_OPEN */ \
        -469, /* FACTOR_OPEN_FAR */ \
        312, /* FACTOR_WORDS_ONE */ \
        -224, /* FACTOR_ACTOR_SAME */ \
        -408, /* FACTOR_ACTOR_OTHER */ \
        173, /* FACTOR_LATER */ \
        150, /* FACTOR_GROWS */ \
        832, /* FACTOR_MOVES */ \
        762, /* FACTOR_YEAR_SAME */ \
        -563, /* FACTOR_YEAR_OTHER */ \
        195, /* FACTOR_NEXT_SAME */ \
        616, /* FACTOR_LINK_SAME */ \
        729, /* FACTOR_LINK_OTHER */ \
        44, /* FACTOR_CONVERTED */ \
        1321, /* FACTOR_SHARED */ \
        513, /* FACTOR_OPEN_BOTH */ \
        -1418, /* FACTOR_GRAIN */ \
        -50, /* FACTOR_PHRASE_SAME */ \
        1022, /* FACTOR_PHRASE_LONGER */ \
        1358, /* FACTOR_AGED_SAME */ \
        87, /* FACTOR_AGED_OTHER */ \
        151, /* FACTOR_KINDS + SLOT_COUNT */ \
        1185, /* FACTOR_KINDS + SLOT_DURATION */ \
        -363, /* FACTOR_KINDS + SLOT_AGE */ \
        961, /* FACTOR_KINDS + SLOT_MONEY */ \
        112, /* FACTOR_KINDS + SLOT_PERCENT */ \
        1037, /* FACTOR_KINDS + SLOT_MEASURE */ \
        1407, /* FACTOR_KINDS + SLOT_CLOCK */ \
        -324, /* FACTOR_KINDS + SLOT_DATE */ \
        -226, /* FACTOR_KINDS + SLOT_MAGNITUDE */ \
        -153, /* FACTOR_KINDS_APART + SLOT_COUNT */ \
        602, /* FACTOR_KINDS_APART + SLOT_DURATION */ \
        -1152, /* FACTOR_KINDS_APART + SLOT_AGE */ \
        859, /* FACTOR_KINDS_APART + SLOT_MONEY */ \
        -464, /* FACTOR_KINDS_APART + SLOT_PERCENT */ \
        48, /* FACTOR_KINDS_APART + SLOT_MEASURE */ \
        -878, /* FACTOR_KINDS_APART + SLOT_CLOCK */ \
        -1947, /* FACTOR_KINDS_APART + SLOT_DATE */ \
        -858, /* FACTOR_KINDS_APART + SLOT_MAGNITUDE */ \
}
/* clang-format on */
