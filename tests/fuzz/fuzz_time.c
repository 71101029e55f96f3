/* The processor time of the whole extraction: the first byte says whether the rest is a page or
 * scraped text, the second how often the rest is repeated, so that what costs more than it
 * should a byte is found with inputs that are small. The bound is many times what an honest
 * page takes; what passes it is measured again before it counts. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "workers/extract/stages.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum {
        HEAD_BYTES = 2,
        TEXT_BYTES_MAX = 64 << 10, /* repeated */
        SLOWER = PARALLAX_SANITIZED ? 10 : 1,
        FREE_US = 200000 * SLOWER, /* for any input */
        BYTE_US = 50 * SLOWER,     /* … and for each byte of it */
        RUNS_MAX = 3,
};

static uint64_t spent_us(void)
{
        struct timespec now;

        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

static struct article *make_article(bool page, const struct buffer *text)
{
        json_t *value = json_pack("{s:s,s:s}", "source", "s", "published", "2021-12-03");
        struct article *article = NULL;
        struct json_fault fault;

        if (!page)
                json_object_set_new(value, "text",
                                    json_stringn((const char *)text->data, text->size));
        (void)article_from_json(&article, value, page ? text->data : NULL,
                                page ? text->size : 0, &fault);
        json_decref(value);
        return article;
}

static uint64_t time_extraction(const struct article *article)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new((size_t)1 << 30);
        struct extraction *x;
        uint64_t start = spent_us();

        (void)extract_article(&x, article, arena);
        return spent_us() - start;
}

static void judge(const struct article *article, size_t size)
{
        uint64_t bound = FREE_US + (uint64_t)BYTE_US * size, took = bound + 1;

        for (int i = 0; i < RUNS_MAX && took > bound; i++)
                took = time_extraction(article);
        if (took <= bound)
                return;
        fprintf(stderr, "%zu bytes took %llu us of %llu\n", size, (unsigned long long)took,
                (unsigned long long)bound);
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        _cleanup_(buffer_clear) struct buffer text = { .limit = TEXT_BYTES_MAX };
        _cleanup_(article_freep) struct article *article = NULL;

        if (size <= HEAD_BYTES)
                return 0;
        for (unsigned i = 0; i <= data[1]; i++)
                if (text.size + size - HEAD_BYTES <= TEXT_BYTES_MAX)
                        buffer_put(&text, data + HEAD_BYTES, size - HEAD_BYTES);
        article = text.size ? make_article(data[0] % 2, &text) : NULL;
        if (article)
                judge(article, text.size);
        return 0;
}
