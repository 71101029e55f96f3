/* Signatures as a worker may send them: what the check lets through, the linker takes in, and
 * gives up again. */
#include <stdlib.h>
#include <string.h>

#include "workers/link/link.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { LAST_VERSION = 4 };

static void take(struct linker *linker, uint64_t number, const uint8_t *data, size_t size)
{
        const struct link_change *changes;
        size_t n;

        if (linker_add(linker, number, data, size, number - 1, 0, &changes, &n))
                abort();
}

/* An article that the input's may join: nothing is known of it but one feature. */
static void take_first(struct linker *linker)
{
        static const char text[] = "Ministers met";
        const struct extraction x = { .article = "a",
                                      .source = "s",
                                      .is_article = true,
                                      .text = text,
                                      .text_size = sizeof(text) - 1 };
        _cleanup_(buffer_clear) struct buffer signature = { 0 };

        if (link_signature(&x, &signature))
                abort();
        take(linker, 1, signature.data, signature.size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        _cleanup_(linker_freep) struct linker *linker = linker_new();
        const struct link_change *changes;
        size_t n;

        if (!linker || link_signature_check(data, size))
                return 0;
        take_first(linker);
        for (uint64_t number = 2; number <= LAST_VERSION; number++)
                take(linker, number, data, size);
        if (linker_remove(linker, LAST_VERSION, &changes, &n))
                abort();
        return 0;
}
