/* retold_learned - written by tools/retold_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/retold.h"

/* clang-format off */
#define RETOLD_LEARNED { \
        -4246, /* RETOLD_ALWAYS */ \
        305, /* RETOLD_TERMS */ \
        755, /* RETOLD_WEIGHT */ \
        1215, /* RETOLD_OF_SHORTER */ \
        921, /* RETOLD_OF_LONGER */ \
        689, /* RETOLD_RARE */ \
        -503, /* RETOLD_NAMES */ \
        -665, /* RETOLD_ONE */ \
        -412, /* RETOLD_TWO */ \
        849, /* RETOLD_WORDS */ \
        1246, /* RETOLD_WORDS_SHARE */ \
        1095, /* RETOLD_RUN */ \
        604, /* RETOLD_NAME_SAME */ \
        934, /* RETOLD_NAME_TERMS */ \
        388, /* RETOLD_DESCRIPTION_SAME */ \
        29, /* RETOLD_NAME_OTHER */ \
        -504, /* RETOLD_NOBODY */ \
        -228, /* RETOLD_REPORTED_BOTH */ \
        -310, /* RETOLD_SHORTER */ \
        -968, /* RETOLD_LONGER */ \
        715, /* RETOLD_MARKED */ \
        1287, /* RETOLD_MARKED_SHARE */ \
        705, /* RETOLD_MARKED_SEVERAL */ \
}
/* clang-format on */
