/* analyse - the stages of extraction, run on one input in this process */
#pragma once

#include "cli/input.h"
#include "cli/options.h"
#include "proto/extraction.h"

/** Gives each article of the files that @options names (none: stdin) to @take, as input_each().
 */
int analyse_each(const struct ask_options *options, input_taker take, void *context,
                 struct input_figures *figures);
/** An arena that suits the article's size. NULL: no memory. */
struct arena *analyse_arena(const struct article *article);
/** Extracts. 0 with *@ret in @arena; 1 when there is nothing to extract, which has been said on
 *  stderr; or a negative errno. */
int analyse(struct extraction **ret, const struct article *article, const struct input *where,
            struct arena *arena);
/** Says on stderr that the input's findings are beyond the limits of an extraction. */
void analyse_complain_size(const struct input *where);
