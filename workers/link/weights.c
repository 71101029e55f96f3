#include "workers/link/weights.h"

const struct link_weights link_weights = {
        .kind = { [FEATURE_WORD] = 16, [FEATURE_NAME] = 20, [FEATURE_FIGURE] = 12, [FEATURE_PLACE] = 12 },
        .title = 28,
        .lead = 20,
        .prior_texts = 500,
        .join = 230,
        .join_undated = 230,
        .free_days = 1,
        .day_cost = 60,
        .most_cost = 700,
        .best_share = 500,
        .mean_of = 8,
        .merge = 1001,
        .follow = 150,
        .window_days = 14,
        .window_entries = 20000,
};
