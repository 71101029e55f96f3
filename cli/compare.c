/* parallax compare - events and their sources side by side, without a daemon */
#include <errno.h>
#include <limits.h>
#include <string.h>

#include "cli/analyse.h"
#include "cli/table.h"
#include "cli/verb.h"
#include "workers/compare/compare.h"

const char usage_compare[] =
        "Usage: parallax compare [--all] [--json] [--source NAME] [FILE...|-]\n\n"
        "Groups the articles into events and sets the sources of each side by side:\n"
        "what they agree on, where they contradict each other, which quotations are one\n"
        "utterance, what one source alone reports, who copied whom. Inputs as for\n"
        "'parallax extract'.\n\n"
        "  --all          every entry of each section, not only the first\n"
        "  --json         one comparison a line, events of one article included\n"
        "  --source NAME  the outlet of files that do not name it\n\n"
        "Examples:\n"
        "  parallax compare tests/data/stockholm/*.txt\n"
        "  parallax compare --json articles.jsonl | jq '.conflicts'\n";

struct compare_run {
        struct desk *desk;
        bool json, all;
        size_t failed, shown;
};

static int compare_one(void *context, const struct article *article, const struct input *where)
{
        static const struct json_fault foreign = { .pointer = "/id",
                                                   .expected =
                                                           "an id that no other source uses",
                                                   .found = "one that does" };
        struct compare_run *run = context;
        _cleanup_(arena_freep) struct arena *arena = analyse_arena(article);
        struct extraction *x;
        int r = arena ? analyse(&x, article, where, arena) : -ENOMEM;

        if (r > 0) {
                run->failed++;
                return 0;
        }
        if (!r)
                r = desk_add(run->desk, x);
        if (r == DESK_E_DUPLICATE)
                return 0;
        if (r == DESK_E_OTHER_SOURCE) {
                input_complain(where, &foreign);
                run->failed++;
                return 0;
        }
        if (r == -EMSGSIZE) {
                analyse_complain_size(where);
                run->failed++;
                return 0;
        }
        return r;
}

static int show_json(void *context, const char *json, size_t size)
{
        (void)context;
        return fwrite(json, 1, size, stdout) == size && putchar('\n') != EOF ? 0 : -EPIPE;
}

/* A table of an event with one source would say nothing that the source does not. */
static int show_table(void *context, const char *json, size_t size)
{
        struct compare_run *run = context;
        json_auto_t *comparison = json_parse(json, size, NULL);

        if (!comparison)
                return -EINVAL;
        if (json_array_size(json_object_get(comparison, "articles")) < 2)
                return 0;
        run->shown++;
        table_print(comparison, run->all, stdout);
        return 0;
}

int verb_compare(int argc, char **argv)
{
        _cleanup_(desk_freep) struct desk *desk = desk_new();
        struct compare_run run = { .desk = desk };
        struct input_figures figures = { 0 };
        struct ask_options options;
        int r = options_read(&options, argc, argv, "all json source", 0, INT_MAX);

        if (r)
                return r;
        if (!desk)
                return EXIT_FAILED;
        run.json = options.json;
        run.all = options.all;
        r = analyse_each(&options, compare_one, &run, &figures);
        if (!r)
                r = desk_each(desk, run.json ? show_json : show_table, &run);
        if (r) {
                notice("compare: %s",
                       r < 0 ? strerror(-r) : "an inner condition was not handled");
                return EXIT_FAILED;
        }
        if (!run.json && !run.shown)
                notice("no event with two sources among %zu articles",
                       figures.taken - run.failed);
        figures.taken -= run.failed;
        figures.failed += run.failed;
        return input_exit_code(&figures);
}
