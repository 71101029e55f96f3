/* learned - written by tools/figure_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/factors.h"

/* clang-format off */
#define FIGURES_LEARNED { \
        -2532, /* FACTOR_ALWAYS */ \
        857, /* FACTOR_NEAR */ \
        210, /* FACTOR_NEAR_SHARE */ \
        758, /* FACTOR_CONTEXT */ \
        -446, /* FACTOR_CONTEXT_SHARE */ \
        1120, /* FACTOR_NEAR_SENSE */ \
        1384, /* FACTOR_SENTENCE_SENSE */ \
        775, /* FACTOR_HEAD_SAME */ \
        -857, /* FACTOR_HEAD_OTHER */ \
        1026, /* FACTOR_HEAD_SENSE */ \
        81, /* FACTOR_HEAD_UNKNOWN */ \
        -111, /* FACTOR_PEOPLE_OTHER */ \
        629, /* FACTOR_TOLL_BOTH */ \
        55, /* FACTOR_TOLL_ONE */ \
        -110, /* FACTOR_PERSON_SAME */ \
        -289, /* FACTOR_PERSON_OTHER */ \
        404, /* FACTOR_PLACE_SAME */ \
        -135, /* FACTOR_PLACE_OTHER */ \
        580, /* FACTOR_PAST_BOTH */ \
        -505, /* FACTOR_PAST_ONE */ \
        1759, /* FACTOR_DAY_SAME */ \
        -168, /* FACTOR_DAY_OTHER */ \
        -153, /* FACTOR_CENTRAL */ \
        104, /* FACTOR_THEME */ \
        1242, /* FACTOR_CLOSE */ \
        -1795, /* FACTOR_FAR */ \
        -1338, /* FACTOR_RATIO */ \
        -1191, /* FACTOR_TELLS_BOTH */ \
        438, /* FACTOR_LEAD_BOTH */ \
        -422, /* FACTOR_LEAD_APART */ \
        -786, /* FACTOR_COMPANY */ \
        -450, /* FACTOR_COMPANY_OTHER */ \
        622, /* FACTOR_OVERLAP */ \
        22, /* FACTOR_PART_OTHER */ \
        -172, /* FACTOR_PLANNED_OTHER */ \
        -956, /* FACTOR_DAYS_APART */ \
        -117, /* FACTOR_SMALL_BOTH */ \
        -471, /* FACTOR_EXACT_BOTH */ \
        401, /* FACTOR_SUBJECT_SAME */ \
        -613, /* FACTOR_SUBJECT_OTHER */ \
        -466, /* FACTOR_SIBLINGS_ONE */ \
        -924, /* FACTOR_SIBLINGS_BOTH */ \
        -413, /* FACTOR_CROWD */ \
        -924, /* FACTOR_RIVAL */ \
        -495, /* FACTOR_OPEN */ \
        -516, /* FACTOR_OPEN_FAR */ \
        388, /* FACTOR_WORDS_ONE */ \
        -239, /* FACTOR_ACTOR_SAME */ \
        -486, /* FACTOR_ACTOR_OTHER */ \
        114, /* FACTOR_LATER */ \
        193, /* FACTOR_GROWS */ \
        818, /* FACTOR_MOVES */ \
        740, /* FACTOR_YEAR_SAME */ \
        -577, /* FACTOR_YEAR_OTHER */ \
        160, /* FACTOR_NEXT_SAME */ \
        594, /* FACTOR_LINK_SAME */ \
        717, /* FACTOR_LINK_OTHER */ \
        0, /* FACTOR_CONVERTED */ \
        1339, /* FACTOR_SHARED */ \
        548, /* FACTOR_OPEN_BOTH */ \
        -1521, /* FACTOR_GRAIN */ \
        103, /* FACTOR_PHRASE_SAME */ \
        1074, /* FACTOR_PHRASE_LONGER */ \
        175, /* FACTOR_AGED_SAME */ \
        166, /* FACTOR_KINDS + SLOT_COUNT */ \
        1209, /* FACTOR_KINDS + SLOT_DURATION */ \
        -469, /* FACTOR_KINDS + SLOT_AGE */ \
        954, /* FACTOR_KINDS + SLOT_MONEY */ \
        114, /* FACTOR_KINDS + SLOT_PERCENT */ \
        1056, /* FACTOR_KINDS + SLOT_MEASURE */ \
        1356, /* FACTOR_KINDS + SLOT_CLOCK */ \
        -294, /* FACTOR_KINDS + SLOT_DATE */ \
        -232, /* FACTOR_KINDS + SLOT_MAGNITUDE */ \
        -178, /* FACTOR_KINDS_APART + SLOT_COUNT */ \
        602, /* FACTOR_KINDS_APART + SLOT_DURATION */ \
        -1151, /* FACTOR_KINDS_APART + SLOT_AGE */ \
        925, /* FACTOR_KINDS_APART + SLOT_MONEY */ \
        -403, /* FACTOR_KINDS_APART + SLOT_PERCENT */ \
        97, /* FACTOR_KINDS_APART + SLOT_MEASURE */ \
        -887, /* FACTOR_KINDS_APART + SLOT_CLOCK */ \
        -2001, /* FACTOR_KINDS_APART + SLOT_DATE */ \
        -865, /* FACTOR_KINDS_APART + SLOT_MAGNITUDE */ \
}
/* clang-format on */
