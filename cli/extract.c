/* parallax extract - what each article says, without a daemon */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "cli/analyse.h"
#include "cli/verb.h"

const char usage_extract[] =
        "Usage: parallax extract [--json] [--source NAME] [FILE...|-]\n\n"
        "Says what each article says: its title and date, main text, quotations with\n"
        "their speakers, names, times, figures, who did what. A FILE is HTML, plain\n"
        "text, or JSON (one article, an array, JSON Lines); '-' is JSON Lines on stdin.\n\n"
        "  --json         one extraction a line, in the order of the inputs\n"
        "  --source NAME  the outlet of files that do not name it\n\n"
        "Examples:\n"
        "  parallax extract page.html\n"
        "  parallax extract --json articles.jsonl | jq -r .title\n"
        "  scraper | parallax extract --json - > extractions.jsonl\n";

struct extract_run {
        bool json;
        size_t failed;
};

static const char *safe(char *room, size_t size, const char *text)
{
        log_escape(room, (int)size, text ? text : "-");
        return room;
}

static void print_quotes(const struct extraction *x)
{
        char a[1024], b[256];

        for (size_t i = 0; i < x->n_quotes; i++) {
                const struct quote *q = &x->quotes[i];

                printf("  %s %s: %s\n", q->direct ? "said" : "told",
                       safe(b, sizeof(b), q->speaker.name ? q->speaker.name : q->speaker.text),
                       safe(a, sizeof(a), q->text));
        }
}

static void print_span(const struct extraction *x, struct span s)
{
        char literal[256], out[512];
        size_t n = s.end - s.start < sizeof(literal) ? s.end - s.start : sizeof(literal) - 1;

        memcpy(literal, x->text + s.start, n);
        literal[n] = '\0';
        printf("%s", safe(out, sizeof(out), literal));
}

static void print_extraction(const struct extraction *x)
{
        char out[1024];

        printf("%s\n", safe(out, sizeof(out), x->title ? x->title : "(no title)"));
        printf("  source %s", safe(out, sizeof(out), x->source));
        printf(", published %s", safe(out, sizeof(out), x->published.value));
        if (x->published.value)
                printf(" (%s)", date_basis_names[x->published.basis]);
        printf(", %s\n", x->is_article ? "article" : "no article");
        for (size_t i = 0; i < x->n_entities; i++) {
                printf("  %s %s", entity_type_names[x->entities[i].type],
                       safe(out, sizeof(out), x->entities[i].name));
                printf(" (%zu)\n", x->entities[i].n_mentions);
        }
        print_quotes(x);
        for (size_t i = 0; i < x->n_times; i++) {
                printf("  time ");
                print_span(x, x->times[i].span);
                printf(" = %s\n", safe(out, sizeof(out), x->times[i].value));
        }
        for (size_t i = 0; i < x->n_quantities; i++) {
                printf("  figure ");
                print_span(x, x->quantities[i].span);
                printf(" of %s\n", safe(out, sizeof(out), x->quantities[i].of));
        }
        for (size_t i = 0; i < x->n_acts; i++)
                printf("  act %s (%s)\n", safe(out, sizeof(out), x->acts[i].predicate),
                       act_status_names[x->acts[i].status]);
        printf("\n");
}

static int write_line(const struct extraction *x)
{
        _cleanup_(buffer_clear) struct buffer out = { 0 };
        int r = extraction_encode(x, &out);

        if (r)
                return r;
        buffer_put_u8(&out, '\n');
        return fwrite(out.data, 1, out.size, stdout) == out.size ? 0 : -EPIPE;
}

static int extract_one(void *context, const struct article *article, const struct input *where)
{
        struct extract_run *run = context;
        _cleanup_(arena_freep) struct arena *arena = analyse_arena(article);
        struct extraction *x;
        int r = arena ? analyse(&x, article, where, arena) : -ENOMEM;

        if (r > 0) {
                run->failed++;
                return 0;
        }
        if (!r && run->json)
                r = write_line(x);
        else if (!r)
                print_extraction(x);
        if (r == -EMSGSIZE) {
                analyse_complain_size(where);
                run->failed++;
                return 0;
        }
        return r;
}

int verb_extract(int argc, char **argv)
{
        struct input_figures figures = { 0 };
        struct extract_run run = { 0 };
        struct ask_options options;
        int r = options_read(&options, argc, argv, "json source", 0, INT_MAX);

        if (r)
                return r;
        run.json = options.json;
        r = analyse_each(&options, extract_one, &run, &figures);
        if (r) {
                notice("extract: %s", strerror(-r));
                return EXIT_FAILED;
        }
        figures.taken -= run.failed;
        figures.failed += run.failed;
        return input_exit_code(&figures);
}
