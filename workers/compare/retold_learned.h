/* retold_learned - written by tools/retold_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/retold.h"

/* clang-format off */
#define RETOLD_LEARNED { \
        -4248, /* RETOLD_ALWAYS */ \
        306, /* RETOLD_TERMS */ \
        754, /* RETOLD_WEIGHT */ \
        1214, /* RETOLD_OF_SHORTER */ \
        922, /* RETOLD_OF_LONGER */ \
        689, /* RETOLD_RARE */ \
        -504, /* RETOLD_NAMES */ \
        -664, /* RETOLD_ONE */ \
        -410, /* RETOLD_TWO */ \
        850, /* RETOLD_WORDS */ \
        1246, /* RETOLD_WORDS_SHARE */ \
        1096, /* RETOLD_RUN */ \
        604, /* RETOLD_NAME_SAME */ \
        935, /* RETOLD_NAME_TERMS */ \
        388, /* RETOLD_DESCRIPTION_SAME */ \
        28, /* RETOLD_NAME_OTHER */ \
        -504, /* RETOLD_NOBODY */ \
        -227, /* RETOLD_REPORTED_BOTH */ \
        -309, /* RETOLD_SHORTER */ \
        -969, /* RETOLD_LONGER */ \
        715, /* RETOLD_MARKED */ \
        1287, /* RETOLD_MARKED_SHARE */ \
        705, /* RETOLD_MARKED_SEVERAL */ \
}
/* clang-format on */
