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
        /* What likeness in the title and the lead, and in names, counts for, in thousandths. */
        unsigned title_share, name_share;
        /* How much more than its rarity a rare feature counts, in thousandths of it. */
        unsigned rare_share;
        /* Features that two articles must share, besides countries, to be taken at their
         * cosine. */
        unsigned least_shared;
        /* Hours apart that cost nothing; what each day behind them costs, near and far; how
         * many days are near; the most that it costs: in thousandths of the likeness. */
        unsigned free_hours, near_cost, near_days, far_cost, most_cost;
        /* What each day costs that an article is away from the mean time of an event. */
        unsigned mean_cost;
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
