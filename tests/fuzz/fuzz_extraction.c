/* The extraction decoder: what decodes must encode, and decode to the same bytes. */
#include <stdlib.h>
#include <string.h>

#include "proto/extraction.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new(64 << 20);
        _cleanup_(buffer_clear) struct buffer one = { 0 }, two = { 0 };
        struct extraction *x;
        struct json_fault fault;

        if (extraction_decode(&x, arena, (const char *)data, size, &fault))
                return 0;
        if (extraction_encode(x, &one) ||
            extraction_decode(&x, arena, (char *)one.data, one.size, &fault) ||
            extraction_encode(x, &two) || one.size != two.size ||
            memcmp(one.data, two.data, one.size) != 0)
                abort();
        return 0;
}
