/* net - a small neural net over the vectors of the words around one, decoded with integers
 *
 * One hidden layer: the vectors of NET_SLOTS words side by side, times the first weights, cut
 * off below zero, times the second weights: a score for each label, in the unit of the linear
 * model's (model.h), to which they are added. The file (made by trainer/, little-endian):
 *
 *   "PXN1"  u32 hidden units  u32 labels
 *   hidden x i32: what a unit starts from
 *   hidden x NET_INPUTS i16: first weights
 *   labels x hidden i16: second weights
 *   labels x i32: what a label starts from
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "workers/models/words.h"

enum {
        NET_SLOTS = 7,
        NET_INPUTS = NET_SLOTS * WORDS_DIMENSIONS,
        NET_HIDDEN_MAX = 64,
        /* A number n of b bits stands for n / 2^b: */
        NET_INPUT_BITS = 8,
        NET_FIRST_BITS = 10,
        NET_HIDDEN_BITS = 10,
        NET_SECOND_BITS = 10,
        NET_SCORE_BITS = 6,
};

struct net {
        unsigned n_hidden, n_labels;
        const unsigned char *first_bias, *first, *second, *second_bias;
};

/** A view on the net in @data, which must stay. Returns 0 or MODEL_E_MALFORMED. */
int net_open(struct net *ret, const unsigned char *data, size_t size);
/* What words in slots added to the hidden units: the same few words stand around an article's
 * names again and again. Starts zeroed, and stays with one net. */
enum { NET_CACHE_WORDS = 128 };

struct net_cache {
        struct net_cached {
                int32_t word; /* its number + 1; 0: none yet */
                int32_t sums[NET_HIDDEN_MAX];
        } slots[NET_SLOTS][NET_CACHE_WORDS];
};

/** Adds to @scores what the net says of a word, given the words in its slots (words.h). */
void net_score(const struct net *net, const struct words *words, struct net_cache *cache,
               const int32_t *slots, int32_t *scores);
