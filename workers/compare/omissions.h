/* omissions - what most origins of an event carry, and one or few leave out
 *
 * That no sentence of an article was joined to a claim does not say that the article leaves it
 * out: it may tell it in other words, in two sentences, or within a quotation. So of each
 * origin a sketch of its telling words is kept, and of each claim that is watched the words
 * that most of its sentences have: an origin whose sketch holds most of these tells it, too.
 */
#pragma once

#include "workers/compare/account.h"
#include "workers/compare/rows.h"

/** Adds the words of an article to the sketch of its origin. */
void sketch_add(struct sketch *sketch, const struct account *a);
/** The words that half of the claim's sentences have or more, at most CORE_MAX. */
size_t claim_core(const struct claim *claim, uint32_t core[CORE_MAX]);
/** Of header.origins: the few that leave it out while most tell it, in whatever words; 0: it is
 *  no omission. */
uint64_t left_out_by(const struct header_row *h, const struct carried *carried);
