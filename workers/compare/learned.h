/* learned - written by tools/figure_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/factors.h"

/* clang-format off */
#define FIGURES_LEARNED { \
        -2723, /* FACTOR_ALWAYS */ \
        782, /* FACTOR_NEAR */ \
        275, /* FACTOR_NEAR_SHARE */ \
        826, /* FACTOR_CONTEXT */ \
        -456, /* FACTOR_CONTEXT_SHARE */ \
        1135, /* FACTOR_NEAR_SENSE */ \
        1620, /* FACTOR_SENTENCE_SENSE */ \
        564, /* FACTOR_HEAD_SAME */ \
        -620, /* FACTOR_HEAD_OTHER */ \
        772, /* FACTOR_HEAD_SENSE */ \
        55, /* FACTOR_HEAD_UNKNOWN */ \
        -46, /* FACTOR_PEOPLE_OTHER */ \
        686, /* FACTOR_TOLL_BOTH */ \
        99, /* FACTOR_TOLL_ONE */ \
        -151, /* FACTOR_PERSON_SAME */ \
        -321, /* FACTOR_PERSON_OTHER */ \
        401, /* FACTOR_PLACE_SAME */ \
        -192, /* FACTOR_PLACE_OTHER */ \
        529, /* FACTOR_PAST_BOTH */ \
        -495, /* FACTOR_PAST_ONE */ \
        1745, /* FACTOR_DAY_SAME */ \
        -164, /* FACTOR_DAY_OTHER */ \
        -19, /* FACTOR_CENTRAL */ \
        -101, /* FACTOR_THEME */ \
        1155, /* FACTOR_CLOSE */ \
        -1620, /* FACTOR_FAR */ \
        -1409, /* FACTOR_RATIO */ \
        -1118, /* FACTOR_TELLS_BOTH */ \
        419, /* FACTOR_LEAD_BOTH */ \
        -355, /* FACTOR_LEAD_APART */ \
        -757, /* FACTOR_COMPANY */ \
        -453, /* FACTOR_COMPANY_OTHER */ \
        558, /* FACTOR_OVERLAP */ \
        -37, /* FACTOR_PART_OTHER */ \
        -237, /* FACTOR_PLANNED_OTHER */ \
        -923, /* FACTOR_DAYS_APART */ \
        -73, /* FACTOR_SMALL_BOTH */ \
        -463, /* FACTOR_EXACT_BOTH */ \
        408, /* FACTOR_SUBJECT_SAME */ \
        -608, /* FACTOR_SUBJECT_OTHER */ \
        -474, /* FACTOR_SIBLINGS_ONE */ \
        -916, /* FACTOR_SIBLINGS_BOTH */ \
        -335, /* FACTOR_CROWD */ \
        -909, /* FACTOR_RIVAL */ \
        -468, /* FACTOR_OPEN */ \
        -513, /* FACTOR_OPEN_FAR */ \
        345, /* FACTOR_WORDS_ONE */ \
        -243, /* FACTOR_ACTOR_SAME */ \
        -438, /* FACTOR_ACTOR_OTHER */ \
        43, /* FACTOR_LATER */ \
        71, /* FACTOR_GROWS */ \
        722, /* FACTOR_MOVES */ \
        721, /* FACTOR_YEAR_SAME */ \
        -661, /* FACTOR_YEAR_OTHER */ \
        149, /* FACTOR_NEXT_SAME */ \
        611, /* FACTOR_LINK_SAME */ \
        729, /* FACTOR_LINK_OTHER */ \
        52, /* FACTOR_CONVERTED */ \
        1227, /* FACTOR_SHARED */ \
        561, /* FACTOR_OPEN_BOTH */ \
        -1546, /* FACTOR_GRAIN */ \
        553, /* FACTOR_PHRASE_SAME */ \
        1131, /* FACTOR_PHRASE_LONGER */ \
        339, /* FACTOR_AGED_SAME */ \
        36, /* FACTOR_KINDS + SLOT_COUNT */ \
        1152, /* FACTOR_KINDS + SLOT_DURATION */ \
        -453, /* FACTOR_KINDS + SLOT_AGE */ \
        969, /* FACTOR_KINDS + SLOT_MONEY */ \
        83, /* FACTOR_KINDS + SLOT_PERCENT */ \
        1145, /* FACTOR_KINDS + SLOT_MEASURE */ \
        1382, /* FACTOR_KINDS + SLOT_CLOCK */ \
        -205, /* FACTOR_KINDS + SLOT_DATE */ \
        -65, /* FACTOR_KINDS + SLOT_MAGNITUDE */ \
        -312, /* FACTOR_KINDS_APART + SLOT_COUNT */ \
        543, /* FACTOR_KINDS_APART + SLOT_DURATION */ \
        -1220, /* FACTOR_KINDS_APART + SLOT_AGE */ \
        876, /* FACTOR_KINDS_APART + SLOT_MONEY */ \
        -388, /* FACTOR_KINDS_APART + SLOT_PERCENT */ \
        231, /* FACTOR_KINDS_APART + SLOT_MEASURE */ \
        -926, /* FACTOR_KINDS_APART + SLOT_CLOCK */ \
        -2142, /* FACTOR_KINDS_APART + SLOT_DATE */ \
        -706, /* FACTOR_KINDS_APART + SLOT_MAGNITUDE */ \
}
/* clang-format on */
