/* The flat reader against Jansson: an article that it reads is the same article, or the same
 * refusal, as by way of a tree. The input: a JSON text, a zero byte, the raw frame. */
#include <stdlib.h>
#include <string.h>

#include "proto/article.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
        if (!holds)
                abort();
}

static void compare(const struct article *a, const struct article *b)
{
        _cleanup_(buffer_clear) struct buffer x = { 0 }, y = { 0 };
        unsigned char first[16], second[16];

        article_encode(a, &x);
        article_encode(b, &y);
        must(x.size == y.size && memcmp(x.data, y.data, x.size) == 0);
        must(!article_content_hash(a, first) && !article_content_hash(b, second));
        must(memcmp(first, second, sizeof(first)) == 0);
        must(a->raw_size == b->raw_size && a->retracted == b->retracted);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        const uint8_t *zero = memchr(data, 0, size), *raw = zero ? zero + 1 : NULL;
        size_t json = zero ? (size_t)(zero - data) : size,
               raw_size = zero ? size - json - 1 : 0;
        _cleanup_(article_freep) struct article *quick = NULL, *slow = NULL;
        struct json_fault fault = { 0 }, other = { 0 };
        json_auto_t *tree = json_parse((const char *)data, json, &other);
        int r = article_decode(&quick, (const char *)data, json, raw, raw_size, &fault);
        int expected = tree ? article_from_json(&slow, tree, raw, raw_size, &other)
                            : ARTICLE_E_INVALID;

        must(r == expected);
        if (r)
                must(memcmp(&fault, &other, sizeof(fault)) == 0);
        else
                compare(quick, slow);
        return 0;
}
