/* speakers - whose an utterance is, of those to whom the reports give it */
#pragma once

#include "workers/compare/render.h"

struct speakers;
/** In @render's arena; NULL: no memory. */
struct speakers *speakers_new(const struct render *render);
/** The speaker's name or description; NULL: nobody names one. */
const char *speakers_of(const struct speakers *speakers, const struct claim *claim);
