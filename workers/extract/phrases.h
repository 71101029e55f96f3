/* phrases - looking up runs of atoms in a word list */
#pragma once

#include "workers/extract/atoms.h"
#include "workers/lexicon/lexicon.h"

/** The value of the longest phrase of at most @max atoms that starts at @i; *@ret_n gets its
 *  length. In a key a hyphen is a space. NULL: none. */
const char *phrase_find(const struct lexicon *lexicon, const struct atoms *atoms, size_t i,
                        size_t max, size_t *ret_n);
/** The same for one that ends right before atom @end. */
const char *phrase_find_before(const struct lexicon *lexicon, const struct atoms *atoms,
                               size_t end, size_t max, size_t *ret_n);
