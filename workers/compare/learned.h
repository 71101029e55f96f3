/* learned - written by tools/figure_weights.py, from open events of
 * tests/data/gold and those of tests/data/events that are not kept
 */
#pragma once

#include "workers/compare/factors.h"

/* clang-format off */
#define FIGURES_LEARNED { \
        -3073, /* FACTOR_ALWAYS */ \
        839, /* FACTOR_NEAR */ \
        388, /* FACTOR_NEAR_SHARE */ \
        769, /* FACTOR_CONTEXT */ \
        -289, /* FACTOR_CONTEXT_SHARE */ \
        834, /* FACTOR_NEAR_SENSE */ \
        2320, /* FACTOR_SENTENCE_SENSE */ \
        945, /* FACTOR_HEAD_SAME */ \
        -941, /* FACTOR_HEAD_OTHER */ \
        1251, /* FACTOR_HEAD_SENSE */ \
        -6, /* FACTOR_HEAD_UNKNOWN */ \
        -211, /* FACTOR_PEOPLE_OTHER */ \
        824, /* FACTOR_TOLL_BOTH */ \
        -128, /* FACTOR_TOLL_ONE */ \
        -105, /* FACTOR_PERSON_SAME */ \
        -26, /* FACTOR_PERSON_OTHER */ \
        396, /* FACTOR_PLACE_SAME */ \
        -223, /* FACTOR_PLACE_OTHER */ \
        419, /* FACTOR_PAST_BOTH */ \
        -478, /* FACTOR_PAST_ONE */ \
        1244, /* FACTOR_DAY_SAME */ \
        -331, /* FACTOR_DAY_OTHER */ \
        -132, /* FACTOR_CENTRAL */ \
        -117, /* FACTOR_THEME */ \
        1402, /* FACTOR_CLOSE */ \
        -1125, /* FACTOR_FAR */ \
        -2089, /* FACTOR_RATIO */ \
        -1355, /* FACTOR_TELLS_BOTH */ \
        545, /* FACTOR_LEAD_BOTH */ \
        -663, /* FACTOR_LEAD_APART */ \
        -869, /* FACTOR_COMPANY */ \
        -528, /* FACTOR_COMPANY_OTHER */ \
        934, /* FACTOR_OVERLAP */ \
        -40, /* FACTOR_PART_OTHER */ \
        -298, /* FACTOR_PLANNED_OTHER */ \
        -834, /* FACTOR_DAYS_APART */ \
        6, /* FACTOR_SMALL_BOTH */ \
        -591, /* FACTOR_EXACT_BOTH */ \
        500, /* FACTOR_SUBJECT_SAME */ \
        -647, /* FACTOR_SUBJECT_OTHER */ \
        -344, /* FACTOR_SIBLINGS_ONE */ \
        -824, /* FACTOR_SIBLINGS_BOTH */ \
        -527, /* FACTOR_CROWD */ \
        -849, /* FACTOR_RIVAL */ \
        -741, /* FACTOR_OPEN */ \
        -878, /* FACTOR_OPEN_FAR */ \
        1, /* FACTOR_WORDS_ONE */ \
        -158, /* FACTOR_ACTOR_SAME */ \
        -517, /* FACTOR_ACTOR_OTHER */ \
        102, /* FACTOR_LATER */ \
        306, /* FACTOR_GROWS */ \
        725, /* FACTOR_MOVES */ \
        748, /* FACTOR_YEAR_SAME */ \
        -637, /* FACTOR_YEAR_OTHER */ \
        203, /* FACTOR_NEXT_SAME */ \
        532, /* FACTOR_LINK_SAME */ \
        331, /* FACTOR_LINK_OTHER */ \
        1, /* FACTOR_CONVERTED */ \
        1189, /* FACTOR_SHARED */ \
        381, /* FACTOR_OPEN_BOTH */ \
        -1544, /* FACTOR_GRAIN */ \
        -53, /* FACTOR_PHRASE_SAME */ \
        1097, /* FACTOR_PHRASE_LONGER */ \
        1286, /* FACTOR_AGED_SAME */ \
        -593, /* FACTOR_AGED_OTHER */ \
        511, /* FACTOR_KINDS + SLOT_COUNT */ \
        1081, /* FACTOR_KINDS + SLOT_DURATION */ \
        -673, /* FACTOR_KINDS + SLOT_AGE */ \
        1140, /* FACTOR_KINDS + SLOT_MONEY */ \
        169, /* FACTOR_KINDS + SLOT_PERCENT */ \
        1002, /* FACTOR_KINDS + SLOT_MEASURE */ \
        1050, /* FACTOR_KINDS + SLOT_CLOCK */ \
        -525, /* FACTOR_KINDS + SLOT_DATE */ \
        -465, /* FACTOR_KINDS + SLOT_MAGNITUDE */ \
        -255, /* FACTOR_KINDS_APART + SLOT_COUNT */ \
        595, /* FACTOR_KINDS_APART + SLOT_DURATION */ \
        -769, /* FACTOR_KINDS_APART + SLOT_AGE */ \
        1012, /* FACTOR_KINDS_APART + SLOT_MONEY */ \
        -541, /* FACTOR_KINDS_APART + SLOT_PERCENT */ \
        286, /* FACTOR_KINDS_APART + SLOT_MEASURE */ \
        -965, /* FACTOR_KINDS_APART + SLOT_CLOCK */ \
        -1662, /* FACTOR_KINDS_APART + SLOT_DATE */ \
        -992, /* FACTOR_KINDS_APART + SLOT_MAGNITUDE */ \
}
/* clang-format on */
