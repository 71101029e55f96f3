#include "tests/bench/text.h"

#include <string.h>
#include <time.h>

enum { WORDS = 6000, WORD_BYTES = 16, SENTENCE_WORDS = 18 };

static uint64_t next(uint64_t *state)
{
        /* xorshift64*: the same numbers on every machine */
        *state ^= *state >> 12;
        *state ^= *state << 25;
        *state ^= *state >> 27;
        return *state * 0x2545F4914F6CDD1DULL;
}

/* The word of that rank: two to five syllables, the same each time. */
static size_t word(uint64_t rank, char *out)
{
        static const char *const syllables[] = { "ta", "re",   "min", "os", "al", "ver", "con",
                                                 "di", "ster", "po",  "en", "ka", "li",  "tion",
                                                 "er", "sal",  "un",  "go", "he", "pra" };
        uint64_t state = rank * 0x9E3779B97F4A7C15ULL + 1;
        uint64_t n = 1 + (rank > 40) + next(&state) % 3;
        size_t size = 0;

        for (uint64_t i = 0; i < n; i++) {
                const char *s = syllables[(next(&state) >> 32) % 20];

                memcpy(out + size, s, strlen(s));
                size += strlen(s);
        }
        return size;
}

void bench_text(uint64_t number, char *out, size_t size)
{
        uint64_t state = number * 0xD1342543DE82EF95ULL + 0x1234567;
        char w[5 * WORD_BYTES];
        size_t at = 0, n;

        for (unsigned i = 1; at < size; i++) {
                /* The product of three draws: low ranks often, high ones seldom. */
                uint64_t a = next(&state) >> 40, b = next(&state) >> 40, c = next(&state) >> 40;
                uint64_t rank = ((a * b >> 24) * c >> 24) * WORDS >> 24;

                n = word(rank, w);
                if (n > size - at)
                        n = size - at;
                memcpy(out + at, w, n);
                at += n;
                if (at < size)
                        out[at++] = i % SENTENCE_WORDS ? ' ' : '.';
        }
}

static uint64_t read_clock(clockid_t clock)
{
        struct timespec now;

        clock_gettime(clock, &now);
        return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

uint64_t bench_now_us(void)
{
        return read_clock(CLOCK_MONOTONIC);
}

uint64_t bench_cpu_us(void)
{
        return read_clock(CLOCK_PROCESS_CPUTIME_ID);
}
