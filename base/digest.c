#include "base/digest.h"

#include <sodium.h>
#include <string.h>
#include <xxhash.h>

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

void digest_128(const void *data, size_t size, unsigned char out[16])
{
        XXH128_canonical_t canonical;

        XXH128_canonicalFromHash(&canonical, XXH3_128bits(data, size));
        memcpy(out, canonical.digest, sizeof(canonical.digest));
}
