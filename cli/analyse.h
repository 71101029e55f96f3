/* analyse - the stages of extraction, run on one input in this process */
#pragma once

#include "cli/input.h"
#include "proto/extraction.h"

/** An arena that suits the article's size. NULL: no memory. */
struct arena *analyse_arena(const struct article *article);
/** Extracts. 0 with *@ret in @arena; 1 when there is nothing to extract, which has been said on
 *  stderr; or a negative errno. */
int analyse(struct extraction **ret, const struct article *article, const struct input *where,
            struct arena *arena);
/** Says on stderr that the input's findings are beyond the limits of an extraction. */
void analyse_complain_size(const struct input *where);
