#include "workers/link/weights.h"

const struct link_weights link_weights = {
        .kind = { [FEATURE_WORD] = 15,
                  [FEATURE_NAME] = 19,
                  [FEATURE_FIGURE] = 12,
                  [FEATURE_PLACE] = 12 },
        .title = 32,
        .lead = 17,
        .prior_texts = 320,
        .join = 184,
        .join_undated = 321,
        .free_days = 2,
        .day_cost = 42,
        .most_cost = 651,
        .best_share = 612,
        .mean_of = 6,
        .merge = 418,
        .follow = 150,
        .window_days = 14,
        .window_entries = 20000,
};
