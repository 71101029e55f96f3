/* retold_learned - written by tools/retold_weights.py, from open events of tests/data/gold */
#pragma once

#include "workers/compare/retold.h"

/* clang-format off */
#define RETOLD_LEARNED { \
        -4126, /* RETOLD_ALWAYS */ \
        303, /* RETOLD_TERMS */ \
        732, /* RETOLD_WEIGHT */ \
        1209, /* RETOLD_OF_SHORTER */ \
        986, /* RETOLD_OF_LONGER */ \
        659, /* RETOLD_RARE */ \
        -447, /* RETOLD_NAMES */ \
        -696, /* RETOLD_ONE */ \
        -434, /* RETOLD_TWO */ \
        815, /* RETOLD_WORDS */ \
        1325, /* RETOLD_WORDS_SHARE */ \
        1079, /* RETOLD_RUN */ \
        552, /* RETOLD_NAME_SAME */ \
        920, /* RETOLD_NAME_TERMS */ \
        372, /* RETOLD_DESCRIPTION_SAME */ \
        9, /* RETOLD_NAME_OTHER */ \
        -534, /* RETOLD_NOBODY */ \
        -243, /* RETOLD_REPORTED_BOTH */ \
        -340, /* RETOLD_SHORTER */ \
        -1015, /* RETOLD_LONGER */ \
        684, /* RETOLD_MARKED */ \
        1215, /* RETOLD_MARKED_SHARE */ \
        675, /* RETOLD_MARKED_SEVERAL */ \
}
/* clang-format on */
