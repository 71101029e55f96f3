#include "cli/analyse.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "workers/extract/stages.h"

enum { MEMORY_FACTOR = 200, MEMORY_LEAST = 64 << 20 };

int analyse_each(const struct ask_options *options, input_taker take, void *context,
                 struct input_figures *figures)
{
        static char stdin_path[] = "-", *const standard[] = { stdin_path };
        bool named = options->n_words > 0;

        return input_each(named ? options->words : standard,
                          named ? (size_t)options->n_words : 1, options->source, take, context,
                          figures);
}

struct arena *analyse_arena(const struct article *article)
{
        size_t size = article->raw_size + (article->html ? strlen(article->html) : 0) +
                      (article->text ? strlen(article->text) : 0);

        return arena_new(MEMORY_LEAST + MEMORY_FACTOR * size);
}

int analyse(struct extraction **ret, const struct article *article, const struct input *where,
            struct arena *arena)
{
        struct json_fault fault = { .expected = "an article", .found = "no text at all" };
        int r;

        if (article->retracted) {
                snprintf(fault.found, sizeof(fault.found), "a retraction");
                input_complain(where, &fault);
                return 1;
        }
        r = extract_article(ret, article, arena);
        if (!r)
                return 0;
        if (r == -ENOMEM)
                snprintf(fault.found, sizeof(fault.found), "one that needs too much memory");
        input_complain(where, &fault);
        return 1;
}

void analyse_complain_size(const struct input *where)
{
        const struct json_fault fault = { .expected = "an article",
                                          .found =
                                                  "more findings than an extraction may hold" };

        input_complain(where, &fault);
}
