/* weights - what linking is tuned by: one setting for all sources */
#pragma once

#include <stdint.h>

#include "workers/link/link.h"
#include "workers/link/signature.h"

struct link_weights {
        /* Of a feature within its article, in sixteenths. */
        unsigned kind[FEATURE_KINDS], title, lead;
        /* Texts that the frequencies of English at large count for. */
        unsigned prior_texts;
        /* Likeness, in thousandths, that joins an article to an event: dated and undated. */
        unsigned join, join_undated;
        /* Days apart that cost nothing, what each further day costs, the most that it costs. */
        unsigned free_days, day_cost, most_cost;
        /* An event's likeness: share of the best article in it, in thousandths, the rest being
         * the mean of its @mean_of most alike. */
        unsigned best_share, mean_of;
        /* Likeness to both that merges two events; that names a predecessor. */
        unsigned merge, follow;
        /* What is older than this, and this many entries back, is forgotten. */
        unsigned window_days, window_entries;
};

extern const struct link_weights link_weights;

/** As linker_new(), with other weights: for tuning and for tests. */
struct linker *linker_new_weighted(const struct link_weights *weights);
