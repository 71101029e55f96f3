/* misread - names of persons that are none */
#pragma once

#include "workers/compare/rows.h"

/** Is the name of who says @m a heading run together with another speaker's name, or a title?
 */
bool speaker_is_misread(const struct claim *claim, const struct mention *m);
/** Do the words of the utterance themselves name him? */
bool speaker_is_spoken_of(const struct claim *claim, const char *name);
