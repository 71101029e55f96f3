#include "workers/models/net.h"

#include <endian.h>
#include <string.h>

#include "workers/models/load.h"
#include "workers/models/model.h"

enum { HEAD_BYTES = 12 };

/* Weights as they stand in the file: little-endian, in no alignment. */
typedef uint16_t stored_weight __attribute__((may_alias, aligned(1)));

int net_open(struct net *ret, const unsigned char *data, size_t size)
{
        struct net net;
        size_t need;

        if (size < HEAD_BYTES || memcmp(data, "PXN1", 4) != 0)
                return MODEL_E_MALFORMED;
        net.n_hidden = load_u32(data + 4);
        net.n_labels = load_u32(data + 8);
        if (!net.n_hidden || net.n_hidden > NET_HIDDEN_MAX || !net.n_labels ||
            net.n_labels > MODEL_LABELS_MAX)
                return MODEL_E_MALFORMED;
        net.first_bias = data + HEAD_BYTES;
        net.first = net.first_bias + 4 * net.n_hidden;
        net.second = net.first + 2 * (size_t)net.n_hidden * NET_INPUTS;
        net.second_bias = net.second + 2 * (size_t)net.n_labels * net.n_hidden;
        need = (size_t)(net.second_bias - data) + 4 * net.n_labels;
        if (size < need)
                return MODEL_E_MALFORMED;
        *ret = net;
        return 0;
}

/* Nearly all the time is spent here: this file is built so that the loop uses the processor's
 * wide registers, which gives the same sums. */
static int32_t dot(const unsigned char *weights, const int16_t *x, size_t n)
{
        const stored_weight *w = (const stored_weight *)weights;
        int32_t sum = 0;

        for (size_t i = 0; i < n; i++)
                sum += (int16_t)le16toh(w[i]) * x[i];
        return sum;
}

/* Divides by a power of two, rounding to the nearest: shifts of negative numbers are not
 * portable. */
static int32_t scaled(int32_t value, unsigned bits)
{
        int32_t half = 1 << (bits - 1);

        return value >= 0 ? (value + half) / (1 << bits) : -((-value + half) / (1 << bits));
}

/* What a word in slot @k adds to the hidden units. */
static const int32_t *slot_sums(const struct net *net, const struct words *words,
                                struct net_cache *cache, size_t k, int32_t word)
{
        struct net_cached *c = &cache->slots[k][(uint32_t)word % NET_CACHE_WORDS];
        const unsigned char *weights = net->first + 2 * k * WORDS_DIMENSIONS;
        int16_t x[WORDS_DIMENSIONS];

        if (c->word == word + 1)
                return c->sums;
        c->word = word + 1;
        words_vector(words, word, x);
        for (size_t u = 0; u < net->n_hidden; u++)
                c->sums[u] = dot(weights + 2 * u * NET_INPUTS, x, WORDS_DIMENSIONS);
        return c->sums;
}

void net_score(const struct net *net, const struct words *words, struct net_cache *cache,
               const int32_t *slots, int32_t *scores)
{
        int32_t sums[NET_HIDDEN_MAX];
        int16_t hidden[NET_HIDDEN_MAX];

        for (size_t u = 0; u < net->n_hidden; u++)
                sums[u] = (int32_t)load_u32(net->first_bias + 4 * u);
        for (size_t k = 0; k < NET_SLOTS; k++) {
                const int32_t *more;

                if (slots[k] == WORDS_NONE)
                        continue; /* zeros */
                more = slot_sums(net, words, cache, k, slots[k]);
                for (size_t u = 0; u < net->n_hidden; u++)
                        sums[u] += more[u];
        }
        for (size_t u = 0; u < net->n_hidden; u++) {
                int32_t sum = sums[u];

                sum = sum > 0 ? scaled(sum, NET_INPUT_BITS + NET_FIRST_BITS - NET_HIDDEN_BITS)
                              : 0;
                hidden[u] = (int16_t)(sum < INT16_MAX ? sum : INT16_MAX);
        }
        for (size_t y = 0; y < net->n_labels; y++) {
                int32_t sum = (int32_t)load_u32(net->second_bias + 4 * y);

                sum += dot(net->second + 2 * y * net->n_hidden, hidden, net->n_hidden);
                scores[y] += scaled(sum, NET_HIDDEN_BITS + NET_SECOND_BITS - NET_SCORE_BITS);
        }
}
