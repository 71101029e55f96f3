/* figure_clause - the words around a figure, for a reader: "date: Page was born"
 *
 * Of figures without a noun, and of sums, shares and measures, whose noun says little. The
 * clause that the figure stands in, without the figure, which is the value beside it; where the
 * clause is that of a relative pronoun, or says next to nothing, with what stands before it.
 */
#pragma once

#include "workers/compare/account.h"

/** @head and the words around @own, in the account's arena. NULL: no memory. */
const char *figure_clause(const struct account *a, const char *head, struct span own);
/** Where the words behind @at end, of its clause and before @last, the end of its sentence. */
uint32_t figure_clause_behind(const char *text, uint32_t last, uint32_t at);
