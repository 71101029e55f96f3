/* renderings - whether two passages render one utterance
 *
 * The same words, but for a few; a part of what the other has; or, where one of them is
 * reported speech, what tells the same by weights that were learned (retold.h). The speakers
 * must be able to be one, and the more alike the words are, the less that is asked of them.
 */
#pragma once

#include "workers/compare/fold.h"

enum {
        RETOLD_EVEN = 500, /* reported speech that is as likely as not */
        SAID_AGAIN =
                600, /* from here on an article quotes the same again, as in its headline */
        SAME_WORDS = 1000, /* above all that is told in other words */
};

enum speakers {
        SPEAKERS_SAME,
        SPEAKERS_OPEN,
        SPEAKERS_OTHERS,
};

/** Two names are one person or not; a description may be anybody of its kind, a body speaks
 *  through its people, and a place that speaks was hardly understood. */
enum speakers compare_speakers(const struct mention *a, const struct mention *b);
/** How sure it is; 0: not enough. */
uint32_t same_utterance(const struct mention *a, const struct mention *b);
