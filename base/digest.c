#include "base/digest.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "base/memory.h"

enum { NEAR_BYTES = 128 };

void digest_name(const struct digest_piece *pieces, size_t n, char out[33])
{
        unsigned char hash[crypto_hash_sha256_BYTES];
        crypto_hash_sha256_state state;

        crypto_hash_sha256_init(&state);
        for (size_t i = 0; i < n; i++)
                crypto_hash_sha256_update(&state, pieces[i].data, pieces[i].size);
        crypto_hash_sha256_final(&state, hash);
        sodium_bin2hex(out, 33, hash, 16);
}

uint64_t digest_64(const void *data, size_t size)
{
        return XXH3_64bits(data, size);
}

uint64_t digest_64_of(const struct digest_piece *pieces, size_t n)
{
        unsigned char near[NEAR_BYTES] = { 0 }, *all = near;
        size_t size = 0, at = 0;
        uint64_t hash;

        for (size_t i = 0; i < n; i++)
                size += pieces[i].size;
        if (size > sizeof(near))
                all = memory_or_abort(size);
        for (size_t i = 0; i < n; i++) {
                memcpy(all + at, pieces[i].data, pieces[i].size);
                at += pieces[i].size;
        }
        hash = XXH3_64bits(all, size);
        if (all != near)
                free(all);
        return hash;
}

void digest_128(const void *data, size_t size, unsigned char out[16])
{
        XXH128_canonical_t canonical;

        XXH128_canonicalFromHash(&canonical, XXH3_128bits(data, size));
        memcpy(out, canonical.digest, sizeof(canonical.digest));
}
