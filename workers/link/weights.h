/* weights - what linking is tuned by: one setting for all sources */
#pragma once

#include <stdint.h>

#include "workers/link/link.h"
#include "workers/link/signature.h"

/* What speaks for and against two articles being of one event. */
enum pair_factor {
        PAIR_BIAS,
        PAIR_ALL, /* from here to the gap: enum likeness_part of index.h */
        PAIR_LEAD,
        PAIR_NAME,
        PAIR_FIGURE,
        PAIR_FOUND_LEAD,
        PAIR_FOUND_LEAD_MOST,
        PAIR_FOUND_KEY,
        PAIR_FOUND_KEY_MOST,
        PAIR_FOUND_NAME,
        PAIR_FOUND_FIGURE,
        PAIR_FOUND_TITLE,
        PAIR_FOUND_TITLE_MOST,
        PAIR_SHARED_ALL,
        PAIR_SHARED_NAME,
        PAIR_SHARED_MOST,
        PAIR_GAP, /* time between them, logarithmic */
        PAIR_GAP_SQUARED,
        PAIR_GAP_ALL, /* products: the one matters more where the other is great */
        PAIR_UNDATED, /* not both have a date */
        PAIR_UNDATED_ALL,
        PAIR_ONE_UNDATED, /* one has, one has not */
        PAIR_ALL_SQUARED,
        PAIR_LENGTH, /* features of the shorter, logarithmic */
        PAIR_LENGTH_ALL,
        PAIR_KEY_ALL,
        PAIR_LATER, /* what the one tells happened after the other was published */
        PAIR_LATER_ALL,
        PAIR_ONE_DAY,     /* both tell of one day */
        PAIR_ONE_DAY_GAP, /* … though they are apart in time */
        PAIR_DAYS,        /* they tell of different days */
        PAIR_FACTORS
};

enum { PAIR_UNITS = 8 };

/* Some factors say more, or the opposite, beside others. A unit weighs all of them, bends the
 * sum to between -1000 and 1000, and that counts as one factor more. */
struct pair_unit {
        int32_t of[PAIR_FACTORS], counts;
};

/* … an article being of an event. */
enum link_factor {
        FACTOR_BIAS,
        FACTOR_PAIR_BEST, /* log odds of the pair that fits best */
        FACTOR_PAIR_MEAN, /* of the few that fit best */
        FACTOR_PAIR_ALL,  /* over all of the event's articles */
        FACTOR_BEST,      /* likeness of the most alike article */
        FACTOR_MEAN,      /* of the few most alike */
        FACTOR_GAP,       /* time from the nearest article, logarithmic */
        FACTOR_MEAN_GAP,  /* time from the event's mean */
        FACTOR_UNDATED,
        FACTOR_SIZE, /* articles, logarithmic */
        FACTOR_SIZE_ONE,
        FACTOR_SIZE_MEAN,
        FACTOR_GAP_SIZE,
        FACTOR_MARGIN, /* how much better the best pair is than that of the next event */
        FACTOR_MARGIN_BEST,
        FACTOR_LENGTH, /* features of the article, logarithmic */
        FACTOR_ONLY, /* share of the article that only this event explains, of those in question
                      */
        FACTOR_ONLY_LEAD,
        FACTOR_MORE, /* what it explains beyond the likeliest other event, or that beyond it */
        LINK_FACTORS,
};

struct link_weights {
        /* Of a feature within its article, in sixteenths. */
        unsigned kind[FEATURE_KINDS], title, lead;
        /* Texts that the frequencies of English at large count for. */
        unsigned prior_texts;
        /* Of each factor, in thousandths; see choices.c. */
        int32_t pair[PAIR_FACTORS], event[LINK_FACTORS];
        struct pair_unit units[PAIR_UNITS];
        /* Log odds, in thousandths, that join an article to an event; from which on it is asked
         * whether another event that takes it too is the same. */
        int32_t join, look;
        /* Mean log odds of the pairs of two events that merge them; of two parts of an event
         * that keep them together. Of what the pairs within have on the mean, so many
         * thousandths are asked for besides. */
        int32_t merge, split, relative;
        /* Likeness that names a predecessor; where the article tells of a later day. */
        unsigned follow, follow_later;
        /* What is older than this, and this many entries back, is forgotten. */
        unsigned window_days, window_entries;
};

extern const struct link_weights link_weights;

/** As linker_new(), with other weights: for tuning and for tests. */
struct linker *linker_new_weighted(const struct link_weights *weights);
