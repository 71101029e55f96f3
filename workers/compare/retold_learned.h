/* retold_learned - written by tools/retold_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/retold.h"

/* clang-format off */
#define RETOLD_LEARNED { \
        -4222, /* RETOLD_ALWAYS */ \
        308, /* RETOLD_TERMS */ \
        761, /* RETOLD_WEIGHT */ \
        1210, /* RETOLD_OF_SHORTER */ \
        931, /* RETOLD_OF_LONGER */ \
        685, /* RETOLD_RARE */ \
        -518, /* RETOLD_NAMES */ \
        -659, /* RETOLD_ONE */ \
        -414, /* RETOLD_TWO */ \
        847, /* RETOLD_WORDS */ \
        1248, /* RETOLD_WORDS_SHARE */ \
        1081, /* RETOLD_RUN */ \
        577, /* RETOLD_NAME_SAME */ \
        922, /* RETOLD_NAME_TERMS */ \
        380, /* RETOLD_DESCRIPTION_SAME */ \
        11, /* RETOLD_NAME_OTHER */ \
        -509, /* RETOLD_NOBODY */ \
        -232, /* RETOLD_REPORTED_BOTH */ \
        -298, /* RETOLD_SHORTER */ \
        -978, /* RETOLD_LONGER */ \
        716, /* RETOLD_MARKED */ \
        1287, /* RETOLD_MARKED_SHARE */ \
        716, /* RETOLD_MARKED_SEVERAL */ \
}
/* clang-format on */
