/* digest - hashes: SHA-256 where a name depends on it, XXH3 where only speed does */
#pragma once

#include <stddef.h>
#include <stdint.h>

/** The first 32 hex digits of SHA-256 of the pieces one after another, NUL-terminated. */
struct digest_piece {
        const void *data;
        size_t size;
};
void digest_name(const struct digest_piece *pieces, size_t n, char out[33]);
/** XXH3, 64 bits: the same on every machine. */
uint64_t digest_64(const void *data, size_t size);
/** The same of the pieces one after another. */
uint64_t digest_64_of(const struct digest_piece *pieces, size_t n);
/** XXH3, 128 bits, canonical (big-endian) bytes. */
void digest_128(const void *data, size_t size, unsigned char out[16]);
