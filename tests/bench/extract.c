/* extract SECONDS FILE... - how many articles a second does one core extract?
 *
 * Reads the files first (a page ends in .html, all else is plain text), then runs all stages
 * over them in turn, round and round, until SECONDS are over. Prints articles and bytes a
 * second.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "proto/article.h"
#include "tests/bench/text.h"
#include "workers/extract/stages.h"

static struct article *read_article(const char *path)
{
        _cleanup_(buffer_clear) struct buffer data = { 0 };
        json_auto_t *value = json_pack("{s:s}", "source", "bench");
        struct article *article = NULL;
        struct json_fault fault;
        size_t n = strlen(path);
        bool page = n > 5 && strcmp(path + n - 5, ".html") == 0;
        char piece[65536];
        FILE *file = fopen(path, "re");

        if (!file)
                return NULL;
        while ((n = fread(piece, 1, sizeof(piece), file)) > 0)
                buffer_put(&data, piece, n);
        fclose(file);
        if (!page)
                json_object_set_new(value, "text", json_stringn((char *)data.data, data.size));
        if (article_from_json(&article, value, page ? data.data : NULL, page ? data.size : 0,
                              &fault))
                return NULL;
        return article;
}

static size_t size_of(const struct article *a)
{
        return a->raw_size + (a->text ? strlen(a->text) : 0);
}

int main(int argc, char **argv)
{
        uint64_t start, took = 0, limit, done = 0, bytes = 0;
        struct article **articles = calloc((size_t)argc, sizeof(struct article *));
        int n = 0;

        if (argc < 3 || !articles)
                return fprintf(stderr, "usage: extract SECONDS FILE...\n"), 2;
        for (int i = 2; i < argc; i++) {
                articles[n] = read_article(argv[i]);
                n += articles[n] != NULL;
        }
        if (!n)
                return fprintf(stderr, "extract: no article\n"), 1;
        limit = (uint64_t)(atof(argv[1]) * 1e6);
        start = bench_now_us();
        for (int i = 0; took < limit; i = (i + 1) % n, took = bench_now_us() - start) {
                _cleanup_(arena_freep) struct arena *arena = arena_new((size_t)2 << 30);
                struct extraction *x;

                if (extract_article(&x, articles[i], arena) == 0) {
                        done++;
                        bytes += size_of(articles[i]);
                }
        }
        printf("%.1f articles/s (%.1f MB/s, %d files)\n", 1e6 * (double)done / (double)took,
               (double)bytes / (double)took, n);
        for (int i = 0; i < n; i++)
                article_free(articles[i]);
        free(articles);
        return 0;
}
