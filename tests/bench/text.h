/* text - articles for benchmarks: made-up words in made-up sentences, never the same twice
 *
 * Words are drawn so that few are frequent and many are rare, as in a language; what comes out
 * packs about as well as news does.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

enum { BENCH_TEXT_BYTES = 3400 };

/** Writes @size bytes of sentences for article @number. */
void bench_text(uint64_t number, char *out, size_t size);
uint64_t bench_now_us(void);
/** Processor time of this process. */
uint64_t bench_cpu_us(void);
