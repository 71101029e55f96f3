/* learned - written by tools/figure_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/factors.h"

/* clang-format off */
#define FIGURES_LEARNED { \
        -2481, /* FACTOR_ALWAYS */ \
        867, /* FACTOR_NEAR */ \
        188, /* FACTOR_NEAR_SHARE */ \
        791, /* FACTOR_CONTEXT */ \
        -450, /* FACTOR_CONTEXT_SHARE */ \
        1105, /* FACTOR_NEAR_SENSE */ \
        1348, /* FACTOR_SENTENCE_SENSE */ \
        782, /* FACTOR_HEAD_SAME */ \
        -882, /* FACTOR_HEAD_OTHER */ \
        1028, /* FACTOR_HEAD_SENSE */ \
        99, /* FACTOR_HEAD_UNKNOWN */ \
        -68, /* FACTOR_PEOPLE_OTHER */ \
        606, /* FACTOR_TOLL_BOTH */ \
        81, /* FACTOR_TOLL_ONE */ \
        -123, /* FACTOR_PERSON_SAME */ \
        -289, /* FACTOR_PERSON_OTHER */ \
        408, /* FACTOR_PLACE_SAME */ \
        -149, /* FACTOR_PLACE_OTHER */ \
        550, /* FACTOR_PAST_BOTH */ \
        -491, /* FACTOR_PAST_ONE */ \
        1797, /* FACTOR_DAY_SAME */ \
        -287, /* FACTOR_DAY_OTHER */ \
        -144, /* FACTOR_CENTRAL */ \
        97, /* FACTOR_THEME */ \
        1230, /* FACTOR_CLOSE */ \
        -1831, /* FACTOR_FAR */ \
        -1316, /* FACTOR_RATIO */ \
        -1181, /* FACTOR_TELLS_BOTH */ \
        406, /* FACTOR_LEAD_BOTH */ \
        -408, /* FACTOR_LEAD_APART */ \
        -811, /* FACTOR_COMPANY */ \
        -466, /* FACTOR_COMPANY_OTHER */ \
        542, /* FACTOR_OVERLAP */ \
        -8, /* FACTOR_PART_OTHER */ \
        -171, /* FACTOR_PLANNED_OTHER */ \
        -967, /* FACTOR_DAYS_APART */ \
        -113, /* FACTOR_SMALL_BOTH */ \
        -456, /* FACTOR_EXACT_BOTH */ \
        397, /* FACTOR_SUBJECT_SAME */ \
        -584, /* FACTOR_SUBJECT_OTHER */ \
        -455, /* FACTOR_SIBLINGS_ONE */ \
        -949, /* FACTOR_SIBLINGS_BOTH */ \
        -422, /* FACTOR_CROWD */ \
        -916, /* FACTOR_RIVAL */ \
        -473, /* FACTOR_OPEN */ \
        -520, /* FACTOR_OPEN_FAR */ \
        388, /* FACTOR_WORDS_ONE */ \
        -225, /* FACTOR_ACTOR_SAME */ \
        -475, /* FACTOR_ACTOR_OTHER */ \
        108, /* FACTOR_LATER */ \
        141, /* FACTOR_GROWS */ \
        821, /* FACTOR_MOVES */ \
        764, /* FACTOR_YEAR_SAME */ \
        -573, /* FACTOR_YEAR_OTHER */ \
        147, /* FACTOR_NEXT_SAME */ \
        579, /* FACTOR_LINK_SAME */ \
        738, /* FACTOR_LINK_OTHER */ \
        -2, /* FACTOR_CONVERTED */ \
        1334, /* FACTOR_SHARED */ \
        541, /* FACTOR_OPEN_BOTH */ \
        -1561, /* FACTOR_GRAIN */ \
        140, /* FACTOR_PHRASE_SAME */ \
        1047, /* FACTOR_PHRASE_LONGER */ \
        179, /* FACTOR_AGED_SAME */ \
        196, /* FACTOR_KINDS + SLOT_COUNT */ \
        1234, /* FACTOR_KINDS + SLOT_DURATION */ \
        -460, /* FACTOR_KINDS + SLOT_AGE */ \
        1031, /* FACTOR_KINDS + SLOT_MONEY */ \
        156, /* FACTOR_KINDS + SLOT_PERCENT */ \
        1101, /* FACTOR_KINDS + SLOT_MEASURE */ \
        1341, /* FACTOR_KINDS + SLOT_CLOCK */ \
        -219, /* FACTOR_KINDS + SLOT_DATE */ \
        -201, /* FACTOR_KINDS + SLOT_MAGNITUDE */ \
        -235, /* FACTOR_KINDS_APART + SLOT_COUNT */ \
        571, /* FACTOR_KINDS_APART + SLOT_DURATION */ \
        -1179, /* FACTOR_KINDS_APART + SLOT_AGE */ \
        917, /* FACTOR_KINDS_APART + SLOT_MONEY */ \
        -410, /* FACTOR_KINDS_APART + SLOT_PERCENT */ \
        76, /* FACTOR_KINDS_APART + SLOT_MEASURE */ \
        -906, /* FACTOR_KINDS_APART + SLOT_CLOCK */ \
        -2114, /* FACTOR_KINDS_APART + SLOT_DATE */ \
        -899, /* FACTOR_KINDS_APART + SLOT_MAGNITUDE */ \
}
/* clang-format on */
