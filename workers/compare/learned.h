/* learned - written by tools/figure_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/factors.h"

/* clang-format off */
#define FIGURES_LEARNED { \
        -2433, /* FACTOR_ALWAYS */ \
        871, /* FACTOR_NEAR */ \
        184, /* FACTOR_NEAR_SHARE */ \
        788, /* FACTOR_CONTEXT */ \
        -441, /* FACTOR_CONTEXT_SHARE */ \
        1196, /* FACTOR_NEAR_SENSE */ \
        1280, /* FACTOR_SENTENCE_SENSE */ \
        721, /* FACTOR_HEAD_SAME */ \
        -843, /* FACTOR_HEAD_OTHER */ \
        1156, /* FACTOR_HEAD_SENSE */ \
        121, /* FACTOR_HEAD_UNKNOWN */ \
        -174, /* FACTOR_PEOPLE_OTHER */ \
        728, /* FACTOR_TOLL_BOTH */ \
        79, /* FACTOR_TOLL_ONE */ \
        -127, /* FACTOR_PERSON_SAME */ \
        -281, /* FACTOR_PERSON_OTHER */ \
        394, /* FACTOR_PLACE_SAME */ \
        -164, /* FACTOR_PLACE_OTHER */ \
        552, /* FACTOR_PAST_BOTH */ \
        -494, /* FACTOR_PAST_ONE */ \
        1803, /* FACTOR_DAY_SAME */ \
        -268, /* FACTOR_DAY_OTHER */ \
        -215, /* FACTOR_CENTRAL */ \
        131, /* FACTOR_THEME */ \
        1199, /* FACTOR_CLOSE */ \
        -1844, /* FACTOR_FAR */ \
        -1328, /* FACTOR_RATIO */ \
        -1177, /* FACTOR_TELLS_BOTH */ \
        476, /* FACTOR_LEAD_BOTH */ \
        -413, /* FACTOR_LEAD_APART */ \
        -691, /* FACTOR_COMPANY */ \
        -461, /* FACTOR_COMPANY_OTHER */ \
        552, /* FACTOR_OVERLAP */ \
        20, /* FACTOR_PART_OTHER */ \
        -206, /* FACTOR_PLANNED_OTHER */ \
        -994, /* FACTOR_DAYS_APART */ \
        -165, /* FACTOR_SMALL_BOTH */ \
        -505, /* FACTOR_EXACT_BOTH */ \
        383, /* FACTOR_SUBJECT_SAME */ \
        -563, /* FACTOR_SUBJECT_OTHER */ \
        -474, /* FACTOR_SIBLINGS_ONE */ \
        -973, /* FACTOR_SIBLINGS_BOTH */ \
        -404, /* FACTOR_CROWD */ \
        -894, /* FACTOR_RIVAL */ \
        -514, /* FACTOR_OPEN */ \
        -552, /* FACTOR_OPEN_FAR */ \
        415, /* FACTOR_WORDS_ONE */ \
        -249, /* FACTOR_ACTOR_SAME */ \
        -505, /* FACTOR_ACTOR_OTHER */ \
        96, /* FACTOR_LATER */ \
        76, /* FACTOR_GROWS */ \
        766, /* FACTOR_MOVES */ \
        765, /* FACTOR_YEAR_SAME */ \
        -563, /* FACTOR_YEAR_OTHER */ \
        173, /* FACTOR_NEXT_SAME */ \
        582, /* FACTOR_LINK_SAME */ \
        733, /* FACTOR_LINK_OTHER */ \
        -11, /* FACTOR_CONVERTED */ \
        1325, /* FACTOR_SHARED */ \
        526, /* FACTOR_OPEN_BOTH */ \
        -1559, /* FACTOR_GRAIN */ \
        187, /* FACTOR_PHRASE_SAME */ \
        1137, /* FACTOR_PHRASE_LONGER */ \
        241, /* FACTOR_AGED_SAME */ \
        134, /* FACTOR_KINDS + SLOT_COUNT */ \
        1221, /* FACTOR_KINDS + SLOT_DURATION */ \
        -460, /* FACTOR_KINDS + SLOT_AGE */ \
        974, /* FACTOR_KINDS + SLOT_MONEY */ \
        57, /* FACTOR_KINDS + SLOT_PERCENT */ \
        1201, /* FACTOR_KINDS + SLOT_MEASURE */ \
        1317, /* FACTOR_KINDS + SLOT_CLOCK */ \
        -220, /* FACTOR_KINDS + SLOT_DATE */ \
        -163, /* FACTOR_KINDS + SLOT_MAGNITUDE */ \
        -234, /* FACTOR_KINDS_APART + SLOT_COUNT */ \
        542, /* FACTOR_KINDS_APART + SLOT_DURATION */ \
        -1201, /* FACTOR_KINDS_APART + SLOT_AGE */ \
        878, /* FACTOR_KINDS_APART + SLOT_MONEY */ \
        -422, /* FACTOR_KINDS_APART + SLOT_PERCENT */ \
        226, /* FACTOR_KINDS_APART + SLOT_MEASURE */ \
        -913, /* FACTOR_KINDS_APART + SLOT_CLOCK */ \
        -2132, /* FACTOR_KINDS_APART + SLOT_DATE */ \
        -808, /* FACTOR_KINDS_APART + SLOT_MAGNITUDE */ \
}
/* clang-format on */
