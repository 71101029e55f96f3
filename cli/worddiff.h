/* worddiff - in which words the renderings of one utterance differ
 *
 * Two renderings are laid beside each other by their longest common subsequence of words, case
 * and punctuation apart (the dynamic programme of Wagner and Fischer, 1974).
 */
#pragma once

#include <stddef.h>

#include "base/buffer.h"

enum { WORDDIFF_TEXTS_MAX = 12, WORDDIFF_WORDS_MAX = 400 };

/** For each of @n texts appends to its buffer the text with those words between LAYOUT_MARK
 *  and LAYOUT_UNMARK that most of the others do not have. What has hardly a word in common
 *  with any other, or is too long, is given as it is. Control characters are escaped. */
void worddiff_mark(const char *const *texts, size_t n, struct buffer *out);
