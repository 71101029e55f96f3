/* title_words - the words of headlines, held against each other
 *
 * Texts end in NUL. Of a script that does not part words, two letters are one.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

size_t title_words(const char *text, size_t size);
/** Percent of the text's words (of three bytes or more) that the others have. All are in lower
 *  case; others may be NULL. */
unsigned title_words_shared(const char *text, const char *const *others, size_t n_others);
/** Is @brief what @whole says with some words left out, though not the first two? Both are in
 *  lower case. */
bool title_is_shortened(const char *brief, const char *whole);
