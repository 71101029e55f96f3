/* particulars - the numbers and days of a passage
 *
 * "Police arrested 14 fans" and "17 fans had been arrested" are told in the same words, and yet
 * the two reports do not agree: what is particular about each, the other has otherwise.
 */
#pragma once

#include "workers/compare/account.h"

/** Gives @m the particulars of @bytes of the text. 0 or -ENOMEM. */
int particulars_find(const struct account *a, struct span bytes, struct mention *m);

/** Mentions of a claim that agree with each other, chosen so that they are of many origins. */
struct agreeing {
        bool holds[MENTIONS_MAX];
        size_t n_origins;
        bool all; /* nobody tells it otherwise */
};

void claim_agreeing(const struct claim *claim, struct agreeing *ret);
