/* parallax publish - articles to the daemon; returns when all of them are durable
 *
 * A window of requests is under way at a time. What is answered `full` waits as long as the
 * daemon says and is sent again; the window is then small, so that nobody is flooded.
 */
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "cli/client.h"
#include "cli/input.h"
#include "cli/verb.h"

const char usage_publish[] =
        "Usage: parallax publish [--source NAME] [--endpoint URL] FILE...|-\n\n"
        "Sends articles to the daemon and returns when they are durable. A FILE is HTML,\n"
        "plain text, or JSON (one article, an array, JSON Lines); '-' is JSON Lines on\n"
        "stdin. A file that is no JSON has no outlet: its name stands in, or NAME.\n"
        "Sending the same article again does no harm: it is a duplicate.\n\n"
        "  --source NAME   the outlet of files that do not name it\n"
        "  --endpoint URL  the daemon's (default: $PARALLAX_ENDPOINT, else\n"
        "                  ipc:///run/parallax/parallax)\n"
        "  --json          one line an article: its status, number and id\n\n"
        "Examples:\n"
        "  parallax publish articles.jsonl\n"
        "  scraper | parallax publish -\n"
        "  parallax publish --source 'The Harbour Post' pages/*.html\n";

enum { WINDOW = 128, PROGRESS_MS = 200 };

struct pending {
        uint64_t request; /* 0: free */
        struct buffer body, raw;
        char path[256]; /* for complaints */
        size_t line;
};

struct publish_run {
        struct client *client;
        struct pending pending[WINDOW];
        size_t n_pending;
        size_t stored, versions, duplicates, retracted, refused;
        bool json, progress;
        uint64_t shown_ms;
};

static void show_progress(struct publish_run *run, bool last)
{
        size_t done = run->stored + run->versions + run->duplicates + run->retracted;

        if (!run->progress || (!last && clock_monotonic_ms() - run->shown_ms < PROGRESS_MS))
                return;
        run->shown_ms = clock_monotonic_ms();
        fprintf(stderr, "\r%zu articles durable, %zu under way, %zu refused ", done,
                run->n_pending, run->refused);
        if (last)
                fputc('\n', stderr);
}

static int send_pending(struct publish_run *run, struct pending *p)
{
        return client_send(run->client, VERB_PUT, p->body.data, p->body.size,
                           p->raw.size ? p->raw.data : NULL, p->raw.size, &p->request);
}

static void release(struct publish_run *run, struct pending *p)
{
        buffer_clear(&p->body);
        buffer_clear(&p->raw);
        p->request = 0;
        run->n_pending--;
}

static void complain(const struct pending *p, const struct client_reply *reply,
                     const json_t *body)
{
        const json_t *error = json_object_get(body, "error");
        const struct input where = { p->path, p->line };
        struct json_fault fault = { .expected = "an article that the daemon takes" };

        snprintf(fault.found, sizeof(fault.found), "%s", reply->kind);
        if (json_is_object(error)) {
                snprintf(fault.pointer, sizeof(fault.pointer), "%s",
                         json_text(error, "pointer"));
                snprintf(fault.expected, sizeof(fault.expected), "%s",
                         json_text(error, "expected"));
                snprintf(fault.found, sizeof(fault.found), "%s", json_text(error, "found"));
        }
        input_complain(&where, &fault);
}

/* The daemon is full: wait as it says, then the same request again. */
static int try_again(struct publish_run *run, struct pending *p, const json_t *body)
{
        client_pause(body);
        return send_pending(run, p);
}

static int settle(struct publish_run *run, struct pending *p, const struct client_reply *reply)
{
        json_auto_t *body =
                json_parse((char *)reply->frames[0].data, reply->frames[0].size, NULL);

        switch (status_of(reply->kind, strlen(reply->kind))) {
        case STATUS_FULL: return try_again(run, p, body);
        case STATUS_STORED: run->stored++; break;
        case STATUS_VERSION: run->versions++; break;
        case STATUS_DUPLICATE: run->duplicates++; break;
        case STATUS_RETRACTED: run->retracted++; break;
        default: run->refused++; complain(p, reply, body);
        }
        if (run->json)
                printf("{\"status\":\"%s\",%.*s\n", reply->kind, (int)reply->frames[0].size - 1,
                       (char *)reply->frames[0].data + 1);
        release(run, p);
        return 0;
}

/* Takes one answer in. */
static int receive_one(struct publish_run *run)
{
        _cleanup_(client_reply_clear) struct client_reply reply = { 0 };
        int r = client_receive(run->client, &reply, CLIENT_WAIT_MS);

        if (r)
                return r > 0 ? -ETIMEDOUT : r;
        for (size_t i = 0; i < WINDOW; i++) {
                if (run->pending[i].request && run->pending[i].request == reply.request) {
                        r = settle(run, &run->pending[i], &reply);
                        break;
                }
        }
        show_progress(run, false);
        return r;
}

/* Escapes make a text longer; what the daemon would cut off, it could not answer. */
static int refuse_size(struct publish_run *run, struct pending *p)
{
        static const struct json_fault fault = { .expected = "an article of at most 8 MiB",
                                                 .found = "a larger one" };
        const struct input where = { p->path, p->line };

        run->refused++;
        input_complain(&where, &fault);
        buffer_clear(&p->body);
        buffer_clear(&p->raw);
        return 0;
}

static int publish_one(void *context, const struct article *article, const struct input *where)
{
        struct publish_run *run = context;
        struct pending *p = run->pending;
        int r = 0;

        while (!r && run->n_pending == WINDOW)
                r = receive_one(run);
        if (r)
                return r;
        while (p->request)
                p++;
        article_encode(article, &p->body);
        if (article->raw)
                buffer_put(&p->raw, article->raw, article->raw_size);
        snprintf(p->path, sizeof(p->path), "%s", where->path);
        p->line = where->line;
        if (buffer_error(&p->body) || buffer_error(&p->raw))
                return -ENOMEM;
        if (p->body.size + p->raw.size > ARTICLE_BYTES_MAX)
                return refuse_size(run, p);
        run->n_pending++;
        return send_pending(run, p);
}

static int publish_all(struct publish_run *run, char **paths, int n, const char *source,
                       struct input_figures *figures)
{
        int r = input_each(paths, (size_t)n, source, publish_one, run, figures);

        while (!r && run->n_pending)
                r = receive_one(run);
        show_progress(run, true);
        return r;
}

int verb_publish(int argc, char **argv)
{
        static const struct option options[] = { { "json", no_argument, NULL, 'j' },
                                                 { "source", required_argument, NULL, 's' },
                                                 { "endpoint", required_argument, NULL, 'e' },
                                                 { 0 } };
        _cleanup_(client_closep) struct client *client = NULL;
        struct publish_run *run = calloc(1, sizeof(*run));
        struct input_figures figures = { 0 };
        const char *source = NULL, *endpoint = NULL;
        int c, code, r;

        if (!run)
                return EXIT_FAILED;
        while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
                if (c == '?') {
                        free(run);
                        return usage_error("publish", "that option is not known");
                }
                run->json |= c == 'j';
                source = c == 's' ? optarg : source;
                endpoint = c == 'e' ? optarg : endpoint;
        }
        if (optind == argc) {
                free(run);
                return usage_error("publish", "no file is named; '-' is stdin");
        }
        code = client_start(&client, endpoint, false);
        if (code) {
                free(run);
                return code;
        }
        run->client = client;
        run->progress = isatty(STDERR_FILENO);
        r = publish_all(run, argv + optind, argc - optind, source, &figures);
        if (!r && !run->json)
                printf("%zu stored, %zu new versions, %zu duplicates, %zu retractions\n",
                       run->stored, run->versions, run->duplicates, run->retracted);
        if (r)
                notice("publish: %s; %zu articles are not acknowledged: publish them again",
                       strerror(-r), run->n_pending);
        figures.taken -= run->refused;
        figures.failed += run->refused;
        code = r ? EXIT_FAILED : input_exit_code(&figures);
        for (size_t i = 0; i < WINDOW; i++) {
                if (run->pending[i].request)
                        release(run, &run->pending[i]);
        }
        free(run);
        return code;
}
