/* retold - whether reported speech tells what another passage tells
 *
 * Reported speech keeps few of the words that were said. How much the words that two passages
 * share mean is told by weights, which tools/retold_weights.py learns (retold_learned.h).
 */
#pragma once

#include "workers/compare/fold.h"

/* Each from 0 to RETOLD_SCALE. Their weights are in retold_learned.h, by these names. */
enum retold_factor {
        RETOLD_ALWAYS,
        RETOLD_TERMS,  /* telling terms in common, by their number … */
        RETOLD_WEIGHT, /* … and by how much they tell */
        RETOLD_OF_SHORTER,
        RETOLD_OF_LONGER,
        RETOLD_RARE,
        RETOLD_NAMES, /* of the terms, those that are part of a name */
        RETOLD_ONE,   /* one term alone is shared, or two */
        RETOLD_TWO,
        RETOLD_WORDS, /* in common, those that tell nothing too */
        RETOLD_WORDS_SHARE,
        RETOLD_RUN, /* words that both have in one run */
        RETOLD_NAME_SAME,
        RETOLD_NAME_TERMS, /* … and the terms that are shared besides */
        RETOLD_DESCRIPTION_SAME,
        RETOLD_NAME_OTHER,
        RETOLD_NOBODY, /* one of them names no speaker */
        RETOLD_REPORTED_BOTH,
        RETOLD_SHORTER, /* how much there is to tell in the shorter and the longer one */
        RETOLD_LONGER,
        RETOLD_MARKED, /* the run of words that stand in marks within reported speech … */
        RETOLD_MARKED_SHARE,
        RETOLD_MARKED_SEVERAL, /* … which has several words that say something */
        RETOLD_FACTORS,
};

enum {
        RETOLD_SCALE = 100,
        RETOLD_LEAST = -750, /* likeness from which on two passages are one utterance */
};

/** False: they share too little to be weighed. One of them at least is reported. */
bool retold_factors(const struct mention *a, const struct mention *b, const struct overlap *o,
                    int16_t ret[RETOLD_FACTORS]);
/** The learned likeness in thousandths, 0 where it is as likely as not; INT_MIN: none. */
int retold_likeness(const struct mention *a, const struct mention *b, const struct overlap *o);
