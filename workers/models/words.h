/* words - what common words are like, from vectors trained on a large corpus
 *
 * A vector is stored in parts of a few numbers each, of which only the nearest of 256 patterns
 * is kept (product quantisation): one byte a part. Beside it stands the cluster that the word
 * belongs to. The file (made by make_words.py, little-endian):
 *
 *   "PXW1"  u32 words  u32 parts  u32 numbers a part  u32 clusters
 *   65537 x u32: where the words of each upper half of a hash start
 *   parts x 256 x numbers i8: the patterns
 *   clusters x u8: the wider cluster of each
 *   words x u16: the lower half of the hash
 *   words x u16: the cluster
 *   words x parts u8: the patterns of the vector
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

enum {
        WORDS_DIMENSIONS = 100,
        WORDS_PART = 4, /* numbers a part */
        WORDS_PARTS = WORDS_DIMENSIONS / WORDS_PART,
        WORDS_NONE = -1,
};

struct words {
        uint32_t n, n_clusters;
        const unsigned char *starts, *patterns, *wider, *checks, *clusters, *codes;
};

/** A view on the table in @data, which must stay. Returns 0 or MODEL_E_MALFORMED. */
int words_open(struct words *ret, const unsigned char *data, size_t size);
/** The number of a word (lower case), or WORDS_NONE. */
int32_t words_find(const struct words *words, const char *lower, size_t size);
/** Writes the word's vector, WORDS_DIMENSIONS numbers; zeros for WORDS_NONE. */
void words_vector(const struct words *words, int32_t word, int16_t *ret);
/** The word's cluster and the wider one, from 1; 0 for WORDS_NONE. */
unsigned words_cluster(const struct words *words, int32_t word, unsigned *ret_wider);
