/* retold_learned - written by tools/retold_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/retold.h"

/* clang-format off */
#define RETOLD_LEARNED { \
        -4236, /* RETOLD_ALWAYS */ \
        318, /* RETOLD_TERMS */ \
        764, /* RETOLD_WEIGHT */ \
        1253, /* RETOLD_OF_SHORTER */ \
        996, /* RETOLD_OF_LONGER */ \
        777, /* RETOLD_RARE */ \
        -484, /* RETOLD_NAMES */ \
        -752, /* RETOLD_ONE */ \
        -424, /* RETOLD_TWO */ \
        829, /* RETOLD_WORDS */ \
        1322, /* RETOLD_WORDS_SHARE */ \
        1008, /* RETOLD_RUN */ \
        555, /* RETOLD_NAME_SAME */ \
        863, /* RETOLD_NAME_TERMS */ \
        504, /* RETOLD_DESCRIPTION_SAME */ \
        75, /* RETOLD_NAME_OTHER */ \
        -718, /* RETOLD_NOBODY */ \
        -252, /* RETOLD_REPORTED_BOTH */ \
        -280, /* RETOLD_SHORTER */ \
        -1001, /* RETOLD_LONGER */ \
        603, /* RETOLD_MARKED */ \
        1228, /* RETOLD_MARKED_SHARE */ \
        639, /* RETOLD_MARKED_SEVERAL */ \
}
/* clang-format on */
