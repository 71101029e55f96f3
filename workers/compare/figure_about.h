/* figure_about - in which words a reader is told what a figure is of */
#pragma once

#include "workers/compare/account.h"

/** What a verb governs ("served four months") counts no things of that name: true where @of is
 * a verb in the sentence of the figure and no noun. */
bool figure_is_of_verb(const struct account *a, const char *of, struct span span);
/** In the arena; @of and @unit as the extraction has them, NULL: none. NULL: no memory. */
const char *figure_about(const struct account *a, enum slot_kind kind, const char *unit,
                         const char *of, struct span span);
