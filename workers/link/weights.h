/* weights - what linking is tuned by: one setting for all sources */
#pragma once

#include <stdint.h>

#include "workers/link/link.h"
#include "workers/link/signature.h"

enum link_factor {
        FACTOR_BIAS,
        FACTOR_BEST,     /* likeness of the most alike article */
        FACTOR_MEAN,     /* of the few most alike */
        FACTOR_TITLE,    /* likeness in title and lead */
        FACTOR_NAME,     /* likeness in names */
        FACTOR_GAP,      /* time from the nearest article, logarithmic */
        FACTOR_MEAN_GAP, /* time from the event's mean */
        FACTOR_UNDATED,
        FACTOR_UNDATED_BEST,
        FACTOR_GAP_BEST,
        FACTOR_SIZE,   /* articles, logarithmic */
        FACTOR_MARGIN, /* how much more alike than the next event */
        FACTOR_LENGTH, /* features of the article, logarithmic */
        FACTOR_BEST_SQUARED,
        LINK_FACTORS,
};

struct link_weights {
        /* Of a feature within its article, in sixteenths. */
        unsigned kind[FEATURE_KINDS], title, lead;
        /* Texts that the frequencies of English at large count for. */
        unsigned prior_texts;
        /* How much more than its rarity a rare feature counts, in thousandths of it. */
        unsigned rare_share;
        /* Features that two articles must share, besides countries, to be taken at their
         * cosine. */
        unsigned least_shared;
        /* Of each factor, in thousandths; see choices.c. */
        int32_t learned[LINK_FACTORS];
        /* Log odds, in thousandths, that join an article to an event; that merge two events
         * which both take it. Likeness that names a predecessor. */
        int32_t join, merge;
        unsigned follow;
        /* What is older than this, and this many entries back, is forgotten. */
        unsigned window_days, window_entries;
};

extern const struct link_weights link_weights;

/** As linker_new(), with other weights: for tuning and for tests. */
struct linker *linker_new_weighted(const struct link_weights *weights);
