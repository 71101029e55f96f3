/* ranks - how much each agreement is worth telling first
 *
 * What each origin that carries it counts, by what it is: that several name a thing says less
 * than that they tell the same of it, sentences that have few words in common may tell two
 * things, and what is merely named comes last.
 */
#pragma once

#include "workers/compare/judge.h"
#include "workers/compare/particulars.h"

uint64_t render_claim_rank(const struct claim *claim, const struct agreeing *agreeing);
uint64_t render_figure_rank(const struct slot *slot, const struct figure_group *group);
