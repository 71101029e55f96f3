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
#include "tests/bench/text.h"
#include "workers/extract/stages.h"
#include "workers/text/stages.h"

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

struct stage {
        const char *name;
        int (*run)(struct document *doc);
        uint64_t took;
};

/* In the order of extract_article(). */
static struct stage stages[] = {
        { "maintext", maintext_find, 0 },
        { "language", language_find, 0 },
        { "sentences", sentences_find, 0 },
        { "tokens", tokens_find, 0 },
        { "tags", tags_find, 0 },
        { "dateline", dateline_find, 0 },
        { "entities", entities_find, 0 },
        { "times", times_find, 0 },
        { "quantities", quantities_find, 0 },
        { "quotes", quotes_find, 0 },
        { "acts", acts_find, 0 },
        { "credits", credits_find, 0 },
};

enum { TEXT_STAGES = 1, PAGE_STAGES = 2 };

static int run_stages(const struct article *article, struct arena *arena, size_t n)
{
        struct extraction *x = arena_alloc(arena, sizeof(*x));
        struct document doc = { .arena = arena, .article = article, .x = x };
        int r = 0;

        if (!x)
                return -1;
        x->source = article->source;
        x->url = article->url;
        x->fetched = article->fetched;
        x->text = "";
        x->published.span = x->modified.span = x->dateline.span = SPAN_NONE;
        for (size_t i = 0; i < n && !r && (i < PAGE_STAGES || x->is_article); i++) {
                uint64_t start = bench_cpu_us();

                r = stages[i].run(&doc);
                stages[i].took += bench_cpu_us() - start;
        }
        return r;
}

static int extract(const struct article *article, size_t n_stages)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new((size_t)2 << 30);
        struct extraction *x;

        if (!arena)
                return -1;
        return n_stages ? run_stages(article, arena, n_stages)
                        : extract_article(&x, article, arena);
}

static void report(uint64_t took, uint64_t done, uint64_t bytes, bool by_stage)
{
        struct rusage usage;

        getrusage(RUSAGE_SELF, &usage);
        printf("%.1f articles/s (%.1f MB/s, %ld MB at most)\n",
               1e6 * (double)done / (double)took, (double)bytes / (double)took,
               usage.ru_maxrss / 1024);
        for (size_t i = 0; by_stage && i < ARRAY_SIZE(stages); i++)
                printf("  %-10s %8.1f us\n", stages[i].name,
                       (double)stages[i].took / (double)done);
}

/* Whole rounds, so that long files and short ones weigh what they weigh. */
static void measure(struct article *const *articles, int n, double seconds, size_t n_stages)
{
        uint64_t start = bench_cpu_us(), took = 0, done = 0, bytes = 0;

        while ((double)took < 1e6 * seconds) {
                for (int i = 0; i < n; i++) {
                        if (extract(articles[i], n_stages))
                                continue;
                        done++;
                        bytes += size_of(articles[i]);
                }
                took = bench_cpu_us() - start;
        }
        report(took, done, bytes, n_stages > TEXT_STAGES);
}

int main(int argc, char **argv)
{
        static const struct option options[] = { { "only", required_argument, NULL, 'o' },
                                                 { "stages", no_argument, NULL, 's' },
                                                 { 0 } };
        struct article **articles = calloc((size_t)argc, sizeof(struct article *));
        size_t n_stages = 0; /* all, as the worker runs them */
        int c, n = 0;

        while ((c = getopt_long(argc, argv, "", options, NULL)) != -1)
                n_stages = c == 's' ? ARRAY_SIZE(stages) : TEXT_STAGES;
        if (argc - optind < 2 || !articles)
                return fprintf(stderr,
                               "usage: extract [--only text | --stages] SECONDS FILE...\n"),
                       2;
        for (int i = optind + 1; i < argc; i++) {
                articles[n] = read_article(argv[i]);
                n += articles[n] != NULL;
        }
        if (!n)
                return fprintf(stderr, "extract: no article\n"), 1;
        measure(articles, n, atof(argv[optind]), n_stages);
        for (int i = 0; i < n; i++)
                article_free(articles[i]);
        free(articles);
        return 0;
}
