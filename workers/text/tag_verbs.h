/* tag_verbs - verbs that the tagger takes for plural nouns */
#pragma once

#include "workers/text/document.h"

/** Mends the tags of @doc, which has tags, lemmas and names. Returns 0 or -ENOMEM. */
int tags_mend_verbs(struct document *doc);
