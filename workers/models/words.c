#include "workers/models/words.h"

#include <string.h>

#include "workers/models/load.h"
#include "workers/models/model.h"

enum { HEAD_BYTES = 20, BUCKETS = 65536, PATTERNS = 256 };

int words_open(struct words *ret, const unsigned char *data, size_t size)
{
        struct words w;
        uint64_t need;

        if (size < HEAD_BYTES || memcmp(data, "PXW1", 4) != 0)
                return MODEL_E_MALFORMED;
        w.n = load_u32(data + 4);
        w.n_clusters = load_u32(data + 16);
        if (load_u32(data + 8) != WORDS_PARTS || load_u32(data + 12) != WORDS_PART ||
            w.n_clusters > UINT16_MAX)
                return MODEL_E_MALFORMED;
        need = HEAD_BYTES + 4 * (BUCKETS + 1) + PATTERNS * WORDS_DIMENSIONS + w.n_clusters +
               (uint64_t)w.n * (4 + WORDS_PARTS);
        if (size < need)
                return MODEL_E_MALFORMED;
        w.starts = data + HEAD_BYTES;
        w.patterns = w.starts + 4 * (BUCKETS + 1);
        w.wider = w.patterns + PATTERNS * WORDS_DIMENSIONS;
        w.checks = w.wider + w.n_clusters;
        w.clusters = w.checks + 2 * (size_t)w.n;
        w.codes = w.clusters + 2 * (size_t)w.n;
        *ret = w;
        return 0;
}

static uint32_t hash_of(const char *p, size_t n)
{
        uint32_t h = 2166136261u;

        for (size_t i = 0; i < n; i++)
                h = (h ^ (unsigned char)p[i]) * 16777619u;
        h = (h ^ (h >> 15)) * 0x85ebca6bu;
        return h ^ (h >> 13);
}

int32_t words_find(const struct words *words, const char *lower, size_t size)
{
        uint32_t h = hash_of(lower, size);
        uint32_t at = load_u32(words->starts + 4 * (size_t)(h >> 16));
        uint32_t end = load_u32(words->starts + 4 * (size_t)(h >> 16) + 4);

        for (; at < end && at < words->n; at++)
                if (load_u16(words->checks + 2 * (size_t)at) == (h & 0xffff))
                        return (int32_t)at;
        return WORDS_NONE;
}

void words_vector(const struct words *words, int32_t word, int16_t *ret)
{
        int8_t numbers[WORDS_DIMENSIONS];
        const unsigned char *code;

        if (word == WORDS_NONE) {
                memset(ret, 0, WORDS_DIMENSIONS * sizeof(*ret));
                return;
        }
        code = words->codes + (size_t)word * WORDS_PARTS;
        for (size_t p = 0; p < WORDS_PARTS; p++)
                memcpy(numbers + p * WORDS_PART,
                       words->patterns + (p * PATTERNS + code[p]) * WORDS_PART, WORDS_PART);
        for (size_t k = 0; k < WORDS_DIMENSIONS; k++)
                ret[k] = numbers[k];
}

unsigned words_cluster(const struct words *words, int32_t word, unsigned *ret_wider)
{
        unsigned cluster;

        *ret_wider = 0;
        if (word == WORDS_NONE)
                return 0;
        cluster = load_u16(words->clusters + 2 * (size_t)word);
        if (cluster >= words->n_clusters)
                return 0;
        *ret_wider = words->wider[cluster] + 1u;
        return cluster + 1;
}
