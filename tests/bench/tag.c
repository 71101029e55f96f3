/* tag SECONDS FILE... - how many words a second do the trained models label on one core?
 *
 * Reads plain texts, finds their sentences and words, then runs the models over them in turn,
 * round and round, until SECONDS of processor time are over. Prints words a second.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "workers/text/stages.h"

enum { TEXT_BYTES_MAX = 1 << 20, ARENA_BYTES = 256 << 20 };

static double processor_seconds(void)
{
        struct timespec now;

        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
        return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static char *read_text(const char *path)
{
        char *text = calloc(TEXT_BYTES_MAX + 1, 1);
        FILE *file = fopen(path, "re");

        if (!text || !file)
                exit(1);
        if (!fread(text, 1, TEXT_BYTES_MAX, file))
                exit(1);
        fclose(file);
        return text;
}

/* Seconds that the models took; their words are added to @words. */
static double tag(const char *text, double *words)
{
        struct arena *arena = arena_new(ARENA_BYTES);
        struct document doc = { .arena = arena, .english = true };
        double start;

        doc.x = arena ? arena_alloc(arena, sizeof(*doc.x)) : NULL;
        if (!doc.x)
                exit(1);
        doc.x->text = text;
        doc.x->text_size = (uint32_t)strlen(text);
        if (sentences_find(&doc) || tokens_find(&doc))
                exit(1);
        start = processor_seconds();
        if (tags_find(&doc))
                exit(1);
        start = processor_seconds() - start;
        *words += (double)doc.n_tokens;
        arena_free(arena);
        return start;
}

int main(int argc, char **argv)
{
        double took = 0, words = 0, limit;
        char **texts;

        if (argc < 3)
                return fprintf(stderr, "usage: tag SECONDS FILE...\n"), 2;
        limit = atof(argv[1]);
        texts = calloc((size_t)argc, sizeof(*texts));
        for (int i = 2; texts && i < argc; i++)
                texts[i] = read_text(argv[i]);
        for (int i = 2; texts && took < limit; i = i + 1 < argc ? i + 1 : 2)
                took += tag(texts[i], &words);
        printf("%.0f words a second\n", words / took);
        return 0;
}
