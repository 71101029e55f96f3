#include "workers/models/trainer/net_train.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"

enum {
        LABELS = NAME_LABELS,
        HIDDEN = 64,
        FIRST_COLUMNS = NET_INPUTS + 1, /* the last is what a unit starts from */
        SECOND_COLUMNS = HIDDEN + 1,
        BATCH = 8, /* sentences */
};

static const double DROPPED_WORDS = 0.2, DROPPED_UNITS = 0.5;
static const float RATE = 0.001f;

/* Weights under Adam (Kingma and Ba 2015). */
struct adam {
        float *w, *gradient, *mean, *square, *sum;
        size_t n;
};

/* What the net saw of one word of the sentence. */
struct place {
        float inputs[NET_INPUTS], units[HIDDEN];
};

struct net_train {
        const struct words *words;
        struct adam first, second;
        struct place places[TAGGER_CHUNK];
        uint64_t random;
        unsigned sentences, steps, n_sums;
};

static double next_random(struct net_train *net)
{
        net->random = net->random * 6364136223846793005u + 1442695040888963407u;
        return (double)(net->random >> 40) / (1 << 24);
}

static int adam_init(struct net_train *net, struct adam *a, size_t n, double width)
{
        float *room = calloc(5 * n, sizeof(*room));

        if (!room)
                return -1;
        *a = (struct adam){ room, room + n, room + 2 * n, room + 3 * n, room + 4 * n, n };
        for (size_t i = 0; i < n; i++)
                a->w[i] = (float)((next_random(net) * 2 - 1) * width);
        return 0;
}

struct net_train *net_train_new(const struct words *words)
{
        struct net_train *net = calloc(1, sizeof(*net));

        if (!net)
                return NULL;
        net->words = words;
        net->random = 7;
        if (adam_init(net, &net->first, (size_t)HIDDEN * FIRST_COLUMNS, 0.25) ||
            adam_init(net, &net->second, (size_t)LABELS * SECOND_COLUMNS, 0.1))
                return NULL;
        return net;
}

static void read_inputs(struct net_train *net, const int32_t *slots, float *inputs)
{
        int16_t vector[WORDS_DIMENSIONS];

        for (size_t k = 0; k < NET_SLOTS; k++) {
                bool dropped = next_random(net) < DROPPED_WORDS;

                words_vector(net->words, dropped ? WORDS_NONE : slots[k], vector);
                for (size_t i = 0; i < WORDS_DIMENSIONS; i++)
                        *inputs++ = (float)vector[i] / (1 << NET_INPUT_BITS);
        }
}

void net_train_score(struct net_train *net, size_t at, const int32_t *slots, double *scores)
{
        struct place *p = &net->places[at];

        read_inputs(net, slots, p->inputs);
        for (size_t u = 0; u < HIDDEN; u++) {
                const float *w = net->first.w + u * FIRST_COLUMNS;
                float sum = w[NET_INPUTS];

                p->units[u] = 0;
                if (next_random(net) < DROPPED_UNITS)
                        continue;
                for (size_t i = 0; i < NET_INPUTS; i++)
                        sum += w[i] * p->inputs[i];
                p->units[u] = sum > 0 ? sum / (float)(1 - DROPPED_UNITS) : 0;
        }
        for (size_t y = 0; y < LABELS; y++) {
                const float *w = net->second.w + y * SECOND_COLUMNS;
                float sum = w[HIDDEN];

                for (size_t u = 0; u < HIDDEN; u++)
                        sum += w[u] * p->units[u];
                scores[y] += (double)sum;
        }
}

void net_train_back(struct net_train *net, size_t at, const double *gradient)
{
        const struct place *p = &net->places[at];
        float back[HIDDEN] = { 0 };

        for (size_t y = 0; y < LABELS; y++) {
                const float *w = net->second.w + y * SECOND_COLUMNS;
                float *g = net->second.gradient + y * SECOND_COLUMNS;
                float d = (float)gradient[y];

                for (size_t u = 0; u < HIDDEN; u++) {
                        g[u] += d * p->units[u];
                        back[u] += d * w[u];
                }
                g[HIDDEN] += d;
        }
        for (size_t u = 0; u < HIDDEN; u++) {
                float *g = net->first.gradient + u * FIRST_COLUMNS;
                float d = back[u] / (float)(1 - DROPPED_UNITS);

                if (p->units[u] <= 0)
                        continue;
                for (size_t i = 0; i < NET_INPUTS; i++)
                        g[i] += d * p->inputs[i];
                g[NET_INPUTS] += d;
        }
}

static void adam_step(struct adam *a, unsigned step)
{
        const float keep = 0.9f, keep_square = 0.999f;
        float bias = 1 / (1 - powf(keep, (float)step));
        float bias_square = 1 / (1 - powf(keep_square, (float)step));

        for (size_t i = 0; i < a->n; i++) {
                float g = a->gradient[i];

                a->mean[i] = keep * a->mean[i] + (1 - keep) * g;
                a->square[i] = keep_square * a->square[i] + (1 - keep_square) * g * g;
                a->w[i] -=
                        RATE * a->mean[i] * bias / (sqrtf(a->square[i] * bias_square) + 1e-8f);
                a->gradient[i] = 0;
        }
}

void net_train_step(struct net_train *net)
{
        if (++net->sentences % BATCH)
                return;
        net->steps++;
        adam_step(&net->first, net->steps);
        adam_step(&net->second, net->steps);
}

void net_train_add_up(struct net_train *net)
{
        for (size_t i = 0; i < net->first.n; i++)
                net->first.sum[i] += net->first.w[i];
        for (size_t i = 0; i < net->second.n; i++)
                net->second.sum[i] += net->second.w[i];
        net->n_sums++;
}

static void put_le16(struct buffer *b, unsigned value)
{
        buffer_put_u8(b, (uint8_t)value);
        buffer_put_u8(b, (uint8_t)(value >> 8));
}

static void put_le32(struct buffer *b, uint32_t value)
{
        put_le16(b, value & 0xffff);
        put_le16(b, value >> 16);
}

static void put_bias(struct buffer *b, double value, unsigned bits)
{
        put_le32(b, (uint32_t)(int32_t)lrint(value * (1 << bits)));
}

static void put_weight(struct buffer *b, double value, unsigned bits)
{
        long q = lrint(value * (1 << bits));

        put_le16(b, (unsigned)(q > INT16_MAX    ? INT16_MAX
                               : q < -INT16_MAX ? -INT16_MAX
                                                : q) &
                            0xffff);
}

static double mean(const struct net_train *net, const struct adam *a, size_t i)
{
        return (double)a->sum[i] / net->n_sums;
}

int net_train_write(const struct net_train *net, const char *path)
{
        const struct adam *first = &net->first, *second = &net->second;
        struct buffer out = { 0 };
        FILE *f = fopen(path, "w");
        int r = 0;

        buffer_put(&out, "PXN1", 4);
        put_le32(&out, HIDDEN);
        put_le32(&out, LABELS);
        for (size_t u = 0; u < HIDDEN; u++)
                put_bias(&out, mean(net, first, u * FIRST_COLUMNS + NET_INPUTS),
                         NET_INPUT_BITS + NET_FIRST_BITS);
        for (size_t u = 0; u < HIDDEN; u++)
                for (size_t i = 0; i < NET_INPUTS; i++)
                        put_weight(&out, mean(net, first, u * FIRST_COLUMNS + i),
                                   NET_FIRST_BITS);
        for (size_t y = 0; y < LABELS; y++)
                for (size_t u = 0; u < HIDDEN; u++)
                        put_weight(&out, mean(net, second, y * SECOND_COLUMNS + u),
                                   NET_SECOND_BITS);
        for (size_t y = 0; y < LABELS; y++)
                put_bias(&out, mean(net, second, y * SECOND_COLUMNS + HIDDEN),
                         NET_HIDDEN_BITS + NET_SECOND_BITS);
        if (!f || out.error || fwrite(out.data, 1, out.size, f) != out.size || fclose(f))
                r = -1;
        buffer_clear(&out);
        return r;
}
