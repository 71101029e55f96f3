#include "workers/compare/senses.h"

#include <pthread.h>
#include <stdbool.h>

#include "base/square_root.h"
#include "base/utf8.h"
#include "workers/models/blobs.h"
#include "workers/models/words.h"

enum {
        WORD_BYTES_MAX = 41,
        SUM_MOST = 1 << 26, /* either way: squares of so much can be added up */
        LENGTH = 256, /* of a packed vector: no component of it passes an int8_t in practice */
};

_Static_assert((int)SENSE_BYTES == (int)WORDS_DIMENSIONS, "a byte a dimension");

static struct words the_words;
static bool have_words;

static void open_words(void)
{
        have_words =
                words_open(&the_words, blob_words, (size_t)(blob_words_end - blob_words)) == 0;
}

/* NULL when they do not open: then no word has a sense. */
static const struct words *table(void)
{
        static pthread_once_t once = PTHREAD_ONCE_INIT;

        return pthread_once(&once, open_words) == 0 && have_words ? &the_words : NULL;
}

static int32_t find(const struct words *words, const char *word, size_t size)
{
        char lower[WORD_BYTES_MAX];

        if (!words || !ascii_lower(word, size, lower, sizeof(lower)))
                return WORDS_NONE;
        return words_find(words, lower, size);
}

static int32_t bounded(int64_t v)
{
        return (int32_t)(v > SUM_MOST ? SUM_MOST : v < -SUM_MOST ? -SUM_MOST : v);
}

void sense_add(struct sense *sense, const char *word, size_t size, int weight)
{
        const struct words *words = table();
        int32_t at = find(words, word, size);
        int16_t vector[WORDS_DIMENSIONS];

        if (at == WORDS_NONE)
                return;
        words_vector(words, at, vector);
        for (size_t i = 0; i < SENSE_BYTES; i++)
                sense->sum[i] = bounded((int64_t)sense->sum[i] + (int64_t)weight * vector[i]);
}

unsigned sense_family(const char *word, size_t size)
{
        const struct words *words = table();
        int32_t at = find(words, word, size);
        unsigned wider = 0;

        if (at != WORDS_NONE)
                (void)words_cluster(words, at, &wider);
        return wider;
}

static int8_t clamped(int64_t v)
{
        return (int8_t)(v > INT8_MAX ? INT8_MAX : v < -INT8_MAX ? -INT8_MAX : v);
}

void sense_pack(const struct sense *sense, int8_t ret[SENSE_BYTES])
{
        int64_t square = 0, length;

        for (size_t i = 0; i < SENSE_BYTES; i++)
                square += (int64_t)sense->sum[i] * sense->sum[i];
        length = square_root((uint64_t)square);
        for (size_t i = 0; i < SENSE_BYTES; i++)
                ret[i] = clamped(length ? (int64_t)sense->sum[i] * LENGTH / length : 0);
}

int sense_alike(const int8_t a[SENSE_BYTES], const int8_t b[SENSE_BYTES])
{
        int32_t product = 0;
        int alike;

        for (size_t i = 0; i < SENSE_BYTES; i++)
                product += a[i] * b[i];
        alike = product * SENSE_ALIKE / (LENGTH * LENGTH);
        return alike > SENSE_ALIKE ? SENSE_ALIKE : alike < -SENSE_ALIKE ? -SENSE_ALIKE : alike;
}
