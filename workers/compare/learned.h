/* learned - written by tools/figure_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/factors.h"

/* clang-format off */
#define FIGURES_LEARNED { \
        -2973, /* FACTOR_ALWAYS */ \
        987, /* FACTOR_NEAR */ \
        190, /* FACTOR_NEAR_SHARE */ \
        1162, /* FACTOR_CONTEXT */ \
        -406, /* FACTOR_CONTEXT_SHARE */ \
        1101, /* FACTOR_NEAR_SENSE */ \
        1597, /* FACTOR_SENTENCE_SENSE */ \
        676, /* FACTOR_HEAD_SAME */ \
        -708, /* FACTOR_HEAD_OTHER */ \
        662, /* FACTOR_HEAD_SENSE */ \
        30, /* FACTOR_HEAD_UNKNOWN */ \
        155, /* FACTOR_PEOPLE_OTHER */ \
        747, /* FACTOR_TOLL_BOTH */ \
        140, /* FACTOR_TOLL_ONE */ \
        -130, /* FACTOR_PERSON_SAME */ \
        -275, /* FACTOR_PERSON_OTHER */ \
        409, /* FACTOR_PLACE_SAME */ \
        -204, /* FACTOR_PLACE_OTHER */ \
        362, /* FACTOR_PAST_BOTH */ \
        -637, /* FACTOR_PAST_ONE */ \
        1809, /* FACTOR_DAY_SAME */ \
        -167, /* FACTOR_DAY_OTHER */ \
        120, /* FACTOR_CENTRAL */ \
        -364, /* FACTOR_THEME */ \
        1168, /* FACTOR_CLOSE */ \
        -1723, /* FACTOR_FAR */ \
        -1561, /* FACTOR_RATIO */ \
        -1117, /* FACTOR_TELLS_BOTH */ \
        409, /* FACTOR_LEAD_BOTH */ \
        -283, /* FACTOR_LEAD_APART */ \
        -630, /* FACTOR_COMPANY */ \
        -438, /* FACTOR_COMPANY_OTHER */ \
        804, /* FACTOR_OVERLAP */ \
        -109, /* FACTOR_PART_OTHER */ \
        -273, /* FACTOR_PLANNED_OTHER */ \
        -880, /* FACTOR_DAYS_APART */ \
        -254, /* FACTOR_SMALL_BOTH */ \
        -391, /* FACTOR_EXACT_BOTH */ \
        353, /* FACTOR_SUBJECT_SAME */ \
        -561, /* FACTOR_SUBJECT_OTHER */ \
        -490, /* FACTOR_SIBLINGS_ONE */ \
        -1275, /* FACTOR_SIBLINGS_BOTH */ \
        -165, /* FACTOR_CROWD */ \
        -906, /* FACTOR_RIVAL */ \
        -348, /* FACTOR_OPEN */ \
        -328, /* FACTOR_OPEN_FAR */ \
        542, /* FACTOR_WORDS_ONE */ \
        -168, /* FACTOR_ACTOR_SAME */ \
        -476, /* FACTOR_ACTOR_OTHER */ \
        38, /* FACTOR_LATER */ \
        69, /* FACTOR_GROWS */ \
        1019, /* FACTOR_MOVES */ \
        1036, /* FACTOR_YEAR_SAME */ \
        -455, /* FACTOR_YEAR_OTHER */ \
        -147, /* FACTOR_CONVERTED */ \
        857, /* FACTOR_SHARED */ \
        625, /* FACTOR_OPEN_BOTH */ \
        -1324, /* FACTOR_GRAIN */ \
        691, /* FACTOR_PHRASE_SAME */ \
        1172, /* FACTOR_PHRASE_LONGER */ \
        -373, /* FACTOR_KINDS + SLOT_COUNT */ \
        973, /* FACTOR_KINDS + SLOT_DURATION */ \
        -301, /* FACTOR_KINDS + SLOT_AGE */ \
        735, /* FACTOR_KINDS + SLOT_MONEY */ \
        -100, /* FACTOR_KINDS + SLOT_PERCENT */ \
        964, /* FACTOR_KINDS + SLOT_MEASURE */ \
        1386, /* FACTOR_KINDS + SLOT_CLOCK */ \
        -571, /* FACTOR_KINDS + SLOT_DATE */ \
        19, /* FACTOR_KINDS + SLOT_MAGNITUDE */ \
        -380, /* FACTOR_KINDS_APART + SLOT_COUNT */ \
        654, /* FACTOR_KINDS_APART + SLOT_DURATION */ \
        -1397, /* FACTOR_KINDS_APART + SLOT_AGE */ \
        1259, /* FACTOR_KINDS_APART + SLOT_MONEY */ \
        -154, /* FACTOR_KINDS_APART + SLOT_PERCENT */ \
        421, /* FACTOR_KINDS_APART + SLOT_MEASURE */ \
        -692, /* FACTOR_KINDS_APART + SLOT_CLOCK */ \
        -1658, /* FACTOR_KINDS_APART + SLOT_DATE */ \
        -786, /* FACTOR_KINDS_APART + SLOT_MAGNITUDE */ \
}
/* clang-format on */
