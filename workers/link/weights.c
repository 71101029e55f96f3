/* weights - what was learned, and the little that was set by hand: a name or a figure weighs
 * what a word does, a country less, what stands in the title twice */
#include "workers/link/weights.h"

#include "workers/link/learned.h"

const struct link_weights link_weights = {
        .kind = { [FEATURE_WORD] = 16,
                  [FEATURE_NAME] = 16,
                  [FEATURE_FIGURE] = 16,
                  [FEATURE_PLACE] = 16,
                  [FEATURE_COUNTRY] = 10 },
        .title = 30,
        .lead = 14,
        .prior_texts = 500,
        LINK_LEARNED,
        .join = -750,
        .look = -3000,
        .merge = -500,
        .split = -2500,
        .relative = 1100,
        .follow = 250,
        .follow_later = 150,
        .window_days = 14,
        .window_entries = 20000,
};
