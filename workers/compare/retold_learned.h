/* retold_learned - written by tools/retold_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/retold.h"

/* clang-format off */
#define RETOLD_LEARNED { \
        -4219, /* RETOLD_ALWAYS */ \
        308, /* RETOLD_TERMS */ \
        752, /* RETOLD_WEIGHT */ \
        1213, /* RETOLD_OF_SHORTER */ \
        927, /* RETOLD_OF_LONGER */ \
        684, /* RETOLD_RARE */ \
        -513, /* RETOLD_NAMES */ \
        -662, /* RETOLD_ONE */ \
        -420, /* RETOLD_TWO */ \
        848, /* RETOLD_WORDS */ \
        1243, /* RETOLD_WORDS_SHARE */ \
        1099, /* RETOLD_RUN */ \
        597, /* RETOLD_NAME_SAME */ \
        931, /* RETOLD_NAME_TERMS */ \
        385, /* RETOLD_DESCRIPTION_SAME */ \
        25, /* RETOLD_NAME_OTHER */ \
        -512, /* RETOLD_NOBODY */ \
        -229, /* RETOLD_REPORTED_BOTH */ \
        -314, /* RETOLD_SHORTER */ \
        -983, /* RETOLD_LONGER */ \
        716, /* RETOLD_MARKED */ \
        1294, /* RETOLD_MARKED_SHARE */ \
        698, /* RETOLD_MARKED_SEVERAL */ \
}
/* clang-format on */
