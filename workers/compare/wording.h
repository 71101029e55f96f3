/* wording - the words of an article, as whose they are is judged by them
 *
 * A word is the upper bits of its stem's hash; below them stands how much it tells, 0 to 3, and
 * the lowest bit is set. 0 stands where a quotation was: it matches nothing.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#define WORD_TELLS(word) ((word) >> 1 & 3u)

/** How much of what the shorter of two texts tells, quotations aside, is told by words that the
 *  other has, too, in thousandths: distinct words, by how much each tells. 0 or -ENOMEM. */
int wording_held(const uint32_t *a, size_t n_a, const uint32_t *b, size_t n_b, uint16_t *ret);
