/* wording - the words of an article, as whose they are is judged by them
 *
 * A word is the upper bits of its stem's hash; below them stands how much it tells, 0 to 3, and
 * the lowest bit is set. 0 stands where a quotation was: it matches nothing.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#define WORD_TELLS(word) ((word) >> 1 & 3u)

struct wording {
        const uint32_t *words;
        size_t n;
};

/** Words that are no quotation's. */
size_t wording_spoken(const struct wording *w);
/** How much of what the shorter of two texts tells, quotations aside, is told by words that the
 *  other has, too, in thousandths: distinct words, by how much each tells. 0 or -ENOMEM. */
int wording_held(const struct wording *a, const struct wording *b, uint16_t *ret);
/** How many of the words of the one stand in runs of four that the other has, too, in
 *  thousandths: of the one of which it is more. 0 or -ENOMEM. */
int wording_common(const struct wording *a, const struct wording *b, uint16_t *ret);
/** The hash of a run of words; 0: a quotation is in it. */
uint64_t wording_run(const uint32_t *words, size_t n);
