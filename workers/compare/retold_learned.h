/* retold_learned - written by tools/retold_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/retold.h"

/* clang-format off */
#define RETOLD_LEARNED { \
        -4083, /* RETOLD_ALWAYS */ \
        297, /* RETOLD_TERMS */ \
        760, /* RETOLD_WEIGHT */ \
        1179, /* RETOLD_OF_SHORTER */ \
        1041, /* RETOLD_OF_LONGER */ \
        594, /* RETOLD_RARE */ \
        -475, /* RETOLD_NAMES */ \
        -840, /* RETOLD_ONE */ \
        -350, /* RETOLD_TWO */ \
        849, /* RETOLD_WORDS */ \
        1336, /* RETOLD_WORDS_SHARE */ \
        933, /* RETOLD_RUN */ \
        720, /* RETOLD_NAME_SAME */ \
        925, /* RETOLD_NAME_TERMS */ \
        355, /* RETOLD_DESCRIPTION_SAME */ \
        54, /* RETOLD_NAME_OTHER */ \
        -293, /* RETOLD_NOBODY */ \
        -176, /* RETOLD_REPORTED_BOTH */ \
        -455, /* RETOLD_SHORTER */ \
        -957, /* RETOLD_LONGER */ \
        648, /* RETOLD_MARKED */ \
        1236, /* RETOLD_MARKED_SHARE */ \
        558, /* RETOLD_MARKED_SEVERAL */ \
}
/* clang-format on */
