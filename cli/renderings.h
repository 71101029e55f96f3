/* renderings - which renderings of an utterance a table shows
 *
 * A report that quotes words and tells the sentence around them has two renderings, of which
 * one is enough to read: the words themselves where they are some, else the sentence. What it
 * says twice in the same words is shown once.
 */
#pragma once

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

/** The places in @variants of those to show, ascending, the first @max; how many they all are.
 */
size_t renderings_pick(const json_t *variants, size_t *out, size_t max);
