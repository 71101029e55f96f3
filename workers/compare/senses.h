/* senses - what words mean, added up: passages in other words can be told to be alike
 *
 * The sum of the words' vectors (workers/models/words.h), each as heavy as it tells, brought to
 * one length. What two of them have in common is their cosine.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

enum {
        SENSE_BYTES = 100,
        SENSE_ALIKE = 1000, /* the cosine of what is the same */
};

struct sense {
        int32_t sum[SENSE_BYTES];
};

/** Adds a word, @weight times. One that is not known adds nothing. */
void sense_add(struct sense *sense, const char *word, size_t size, int weight);
/** All zero where nothing was added. */
void sense_pack(const struct sense *sense, int8_t ret[SENSE_BYTES]);
/** In thousandths, -1000 to 1000; 0 where one is empty. */
int sense_alike(const int8_t a[SENSE_BYTES], const int8_t b[SENSE_BYTES]);
/** Which words are of its kind, by what stands around them elsewhere: from 1; 0: not known. */
unsigned sense_family(const char *word, size_t size);
