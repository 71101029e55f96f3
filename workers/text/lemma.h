/* lemma - the dictionary form of a word whose part of speech is known */
#pragma once

#include "workers/text/document.h"

/** Sets token.lemma from lower, upos and fine; lower itself where the word has no other form.
 *  Returns 0 or -ENOMEM. */
int lemma_find(const struct document *doc, struct token *token);
