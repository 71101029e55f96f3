/* The whole extraction: the first byte says whether the rest is a page or scraped text. What is
 * found must decode again: spans inside the text, references that are there. */
#include <stdlib.h>
#include <string.h>

#include "workers/compare/compare.h"
#include "workers/extract/stages.h"
#include "workers/link/link.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const struct extraction *x, struct arena *arena)
{
        _cleanup_(buffer_clear) struct buffer out = { 0 }, signature = { 0 }, keys = { 0 };
        struct extraction *back;
        struct json_fault fault;

        if (extraction_encode(x, &out) ||
            extraction_decode(&back, arena, (char *)out.data, out.size, &fault))
                abort();
        if (link_signature(x, &signature) ||
            link_signature_check(signature.data, signature.size) || compare_keys(x, &keys) ||
            keys_check(keys.data, keys.size))
                abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new(256 << 20);
        _cleanup_(article_freep) struct article *article = NULL;
        json_t *value = json_pack("{s:s,s:s}", "source", "s", "published", "2021-12-03");
        struct extraction *x;
        struct json_fault fault;
        bool page = size && data[0] % 2;

        if (!page)
                json_object_set_new(
                        value, "text",
                        json_stringn(size ? (const char *)data + 1 : "", size ? size - 1 : 0));
        if (article_from_json(&article, value, page ? data + 1 : NULL, page ? size - 1 : 0,
                              &fault) == 0 &&
            extract_article(&x, article, arena) == 0)
                check(x, arena);
        json_decref(value);
        return 0;
}
