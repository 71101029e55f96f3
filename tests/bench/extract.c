/* extract [--only text | --stages] SECONDS FILE... - how many articles does one core extract?
 *
 * Reads the files first (a page ends in .html, all else is plain text), then runs all stages
 * over them in turn, round after round, until SECONDS of processor time are over. Prints
 * articles and bytes a second of processor time, so that others on the machine matter less, and
 * the most memory that the process ever held. --only text stops behind main text and metadata;
 * --stages says what each stage took.
 */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "proto/article.h"
#include "tests/bench/stages.h"
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

static int extract(const struct article *article, enum stage n, uint64_t *took)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new((size_t)2 << 30);
        struct extraction *x;

        if (!arena)
                return -1;
        return n ? stages_extract(&x, article, arena, n, took)
                 : extract_article(&x, article, arena);
}

struct run {
        enum stage n; /* 0: all, as the worker runs them */
        uint64_t took, done, bytes, by_stage[STAGES];
};

/* Only one article is in memory at a time, as in a worker. */
static void run_file(struct run *run, const char *path)
{
        _cleanup_(article_freep) struct article *article = read_article(path);
        uint64_t start = bench_cpu_us();

        if (!article || extract(article, run->n, run->by_stage))
                return;
        run->took += bench_cpu_us() - start;
        run->done++;
        run->bytes += size_of(article);
}

static int report(const struct run *run)
{
        struct rusage usage;

        if (!run->done)
                return fprintf(stderr, "extract: no article\n"), 1;
        getrusage(RUSAGE_SELF, &usage);
        printf("%.1f articles/s (%.1f MB/s, %ld MB at most)\n",
               1e6 * (double)run->done / (double)run->took,
               (double)run->bytes / (double)run->took, usage.ru_maxrss / 1024);
        for (enum stage i = 0; i < run->n && run->n > 1; i++)
                printf("  %-10s %8.1f us\n", stage_names[i],
                       (double)run->by_stage[i] / (double)run->done);
        return 0;
}

int main(int argc, char **argv)
{
        static const struct option options[] = { { "only", required_argument, NULL, 'o' },
                                                 { "stages", no_argument, NULL, 's' },
                                                 { 0 } };
        struct run run = { 0 };
        double limit;
        int c;

        while ((c = getopt_long(argc, argv, "", options, NULL)) != -1)
                run.n = c == 's' ? STAGES_EXTRACT : STAGE_MAINTEXT + 1;
        if (argc - optind < 2)
                return fprintf(stderr,
                               "usage: extract [--only text | --stages] SECONDS FILE...\n"),
                       2;
        limit = atof(argv[optind]) * 1e6;
        /* Whole rounds, so that long files and short ones weigh what they weigh. */
        do {
                for (int i = optind + 1; i < argc; i++)
                        run_file(&run, argv[i]);
        } while (run.done && (double)run.took < limit);
        return report(&run);
}
