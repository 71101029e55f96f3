/* The article decoder: a JSON text, a zero byte, the raw frame. What decodes must encode again.
 */
#include <stdlib.h>
#include <string.h>

#include "proto/article.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        const uint8_t *zero = memchr(data, 0, size);
        size_t json = zero ? (size_t)(zero - data) : size;
        _cleanup_(article_freep) struct article *article = NULL, *again = NULL;
        _cleanup_(buffer_clear) struct buffer out = { 0 };
        struct json_fault fault;

        if (article_decode(&article, (const char *)data, json, zero ? zero + 1 : NULL,
                           zero ? size - json - 1 : 0, &fault))
                return 0;
        article_encode(article, &out);
        if (article_decode(&again, (char *)out.data, out.size, article->raw, article->raw_size,
                           &fault))
                abort();
        return 0;
}
