/* retold_learned - written by tools/retold_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/retold.h"

/* clang-format off */
#define RETOLD_LEARNED { \
        -4215, /* RETOLD_ALWAYS */ \
        316, /* RETOLD_TERMS */ \
        761, /* RETOLD_WEIGHT */ \
        1241, /* RETOLD_OF_SHORTER */ \
        996, /* RETOLD_OF_LONGER */ \
        777, /* RETOLD_RARE */ \
        -476, /* RETOLD_NAMES */ \
        -731, /* RETOLD_ONE */ \
        -421, /* RETOLD_TWO */ \
        834, /* RETOLD_WORDS */ \
        1315, /* RETOLD_WORDS_SHARE */ \
        1020, /* RETOLD_RUN */ \
        555, /* RETOLD_NAME_SAME */ \
        859, /* RETOLD_NAME_TERMS */ \
        505, /* RETOLD_DESCRIPTION_SAME */ \
        80, /* RETOLD_NAME_OTHER */ \
        -718, /* RETOLD_NOBODY */ \
        -251, /* RETOLD_REPORTED_BOTH */ \
        -280, /* RETOLD_SHORTER */ \
        -1022, /* RETOLD_LONGER */ \
        600, /* RETOLD_MARKED */ \
        1223, /* RETOLD_MARKED_SHARE */ \
        638, /* RETOLD_MARKED_SEVERAL */ \
}
/* clang-format on */
