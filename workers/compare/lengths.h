/* lengths - how long something took: where words tell it and no number ("half an hour"), and
 * what is none
 */
#pragma once

#include "workers/compare/account.h"

/** The bound that a TIMEX3 mod sets, of a time of day or a length; BOUND_EXACT: none. */
enum quantity_bound bound_of_mod(const char *mod);
/** The length that @t tells in such words, as a quantity of what is not known; false: it is no
 *  length, a quantity of @a tells it, or it is of several units. The unit is static. */
bool length_in_words(const struct account *a, const struct time_expression *t,
                     struct quantity *ret);
/** "within three days", "the first in 20 years": a stretch of time, but not how long a thing
 *  took. "Eight of the last 10 games": a stretch of games. */
bool length_is_stretch(const struct account *a, const struct quantity *q);
