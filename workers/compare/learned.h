/* learned - written by tools/figure_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/factors.h"

/* clang-format off */
#define FIGURES_LEARNED { \
        -2608, /* FACTOR_ALWAYS */ \
        767, /* FACTOR_NEAR */ \
        335, /* FACTOR_NEAR_SHARE */ \
        682, /* FACTOR_CONTEXT */ \
        -442, /* FACTOR_CONTEXT_SHARE */ \
        1121, /* FACTOR_NEAR_SENSE */ \
        1498, /* FACTOR_SENTENCE_SENSE */ \
        782, /* FACTOR_HEAD_SAME */ \
        -827, /* FACTOR_HEAD_OTHER */ \
        984, /* FACTOR_HEAD_SENSE */ \
        44, /* FACTOR_HEAD_UNKNOWN */ \
        -162, /* FACTOR_PEOPLE_OTHER */ \
        641, /* FACTOR_TOLL_BOTH */ \
        77, /* FACTOR_TOLL_ONE */ \
        -77, /* FACTOR_PERSON_SAME */ \
        -369, /* FACTOR_PERSON_OTHER */ \
        431, /* FACTOR_PLACE_SAME */ \
        -109, /* FACTOR_PLACE_OTHER */ \
        533, /* FACTOR_PAST_BOTH */ \
        -496, /* FACTOR_PAST_ONE */ \
        1768, /* FACTOR_DAY_SAME */ \
        -193, /* FACTOR_DAY_OTHER */ \
        -130, /* FACTOR_CENTRAL */ \
        77, /* FACTOR_THEME */ \
        1211, /* FACTOR_CLOSE */ \
        -1809, /* FACTOR_FAR */ \
        -1347, /* FACTOR_RATIO */ \
        -1220, /* FACTOR_TELLS_BOTH */ \
        469, /* FACTOR_LEAD_BOTH */ \
        -412, /* FACTOR_LEAD_APART */ \
        -795, /* FACTOR_COMPANY */ \
        -476, /* FACTOR_COMPANY_OTHER */ \
        562, /* FACTOR_OVERLAP */ \
        32, /* FACTOR_PART_OTHER */ \
        -190, /* FACTOR_PLANNED_OTHER */ \
        -987, /* FACTOR_DAYS_APART */ \
        -88, /* FACTOR_SMALL_BOTH */ \
        -493, /* FACTOR_EXACT_BOTH */ \
        410, /* FACTOR_SUBJECT_SAME */ \
        -641, /* FACTOR_SUBJECT_OTHER */ \
        -430, /* FACTOR_SIBLINGS_ONE */ \
        -864, /* FACTOR_SIBLINGS_BOTH */ \
        -435, /* FACTOR_CROWD */ \
        -913, /* FACTOR_RIVAL */ \
        -479, /* FACTOR_OPEN */ \
        -468, /* FACTOR_OPEN_FAR */ \
        309, /* FACTOR_WORDS_ONE */ \
        -205, /* FACTOR_ACTOR_SAME */ \
        -426, /* FACTOR_ACTOR_OTHER */ \
        154, /* FACTOR_LATER */ \
        153, /* FACTOR_GROWS */ \
        803, /* FACTOR_MOVES */ \
        770, /* FACTOR_YEAR_SAME */ \
        -555, /* FACTOR_YEAR_OTHER */ \
        198, /* FACTOR_NEXT_SAME */ \
        626, /* FACTOR_LINK_SAME */ \
        741, /* FACTOR_LINK_OTHER */ \
        33, /* FACTOR_CONVERTED */ \
        1296, /* FACTOR_SHARED */ \
        506, /* FACTOR_OPEN_BOTH */ \
        -1405, /* FACTOR_GRAIN */ \
        -19, /* FACTOR_PHRASE_SAME */ \
        1120, /* FACTOR_PHRASE_LONGER */ \
        153, /* FACTOR_AGED_SAME */ \
        169, /* FACTOR_KINDS + SLOT_COUNT */ \
        1168, /* FACTOR_KINDS + SLOT_DURATION */ \
        -467, /* FACTOR_KINDS + SLOT_AGE */ \
        963, /* FACTOR_KINDS + SLOT_MONEY */ \
        136, /* FACTOR_KINDS + SLOT_PERCENT */ \
        1061, /* FACTOR_KINDS + SLOT_MEASURE */ \
        1418, /* FACTOR_KINDS + SLOT_CLOCK */ \
        -315, /* FACTOR_KINDS + SLOT_DATE */ \
        -208, /* FACTOR_KINDS + SLOT_MAGNITUDE */ \
        -169, /* FACTOR_KINDS_APART + SLOT_COUNT */ \
        575, /* FACTOR_KINDS_APART + SLOT_DURATION */ \
        -1128, /* FACTOR_KINDS_APART + SLOT_AGE */ \
        876, /* FACTOR_KINDS_APART + SLOT_MONEY */ \
        -433, /* FACTOR_KINDS_APART + SLOT_PERCENT */ \
        55, /* FACTOR_KINDS_APART + SLOT_MEASURE */ \
        -884, /* FACTOR_KINDS_APART + SLOT_CLOCK */ \
        -1956, /* FACTOR_KINDS_APART + SLOT_DATE */ \
        -860, /* FACTOR_KINDS_APART + SLOT_MAGNITUDE */ \
}
/* clang-format on */
