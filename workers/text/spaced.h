/* spaced - numbers that a space parts from their own mark
 *
 * Some texts come set in tokens and badly joined again: "a 6. 1 - magnitude quake at 13: 26",
 * "2, 000 feet", "a 36 - year - old man". Elsewhere "6. 1" is the end of a sentence.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/** Is the text set that way: does it hold what nobody else writes ("36 - year - old",
 *  "8: 39am", "2, 000")? */
bool text_is_spaced(const char *text, size_t size);
/** In such a text: do the stop, comma or colon at @mark and the digits behind the space go on
 * with the number before it? */
bool mark_is_spaced(const char *start, const char *mark, const char *end);
