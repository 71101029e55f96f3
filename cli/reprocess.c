/* parallax reprocess - what was analysed by an older Parallax is analysed again
 *
 * Event by event, from the oldest: an event's articles get new entries in the log, all in one
 * request where they are not very many, so that subscribers never see a half of it.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/client.h"
#include "cli/options.h"
#include "cli/verb.h"

const char usage_reprocess[] =
        "Usage: parallax reprocess EVENT...|--all [--json] [--endpoint URL]\n\n"
        "Extracts the articles of events again, with the Parallax that is installed now, and\n"
        "links and compares them. Articles stay in their events unless they clearly belong\n"
        "elsewhere; the feed tells only what differs. Returns when the work is on record:\n"
        "'parallax status --wait' waits for its end.\n\n"
        "  --all   all events\n"
        "  --json  one object an event\n\n"
        "Examples:\n"
        "  parallax reprocess e17 e42\n"
        "  parallax reprocess --all && parallax status --wait\n";

enum {
        PAGE = 1000,         /* the most events that the daemon gives at once */
        WORDS_MAX = 1 << 20, /* events named on the command line */
};

/* What was asked for, in one list: numbers of events. */
struct events {
        char **names;
        size_t n, room;
};

static void events_clear(struct events *events)
{
        for (size_t i = 0; i < events->n; i++)
                free(events->names[i]);
        free(events->names);
}

static bool events_add(struct events *events, const char *name)
{
        if (events->n == events->room) {
                size_t room = events->room ? 2 * events->room : 64;
                char **grown = reallocarray(events->names, room, sizeof(*grown));

                if (!grown)
                        return false;
                events->names = grown;
                events->room = room;
        }
        events->names[events->n] = strdup(name ? name : "");
        return events->names[events->n] && ++events->n;
}

/* All are listed before the first is touched: those that come in meanwhile are new anyhow. */
static int list_all(struct client *client, struct events *events)
{
        json_auto_t *body = json_pack("{s:i}", "limit", PAGE);
        size_t n;
        int code;

        do {
                json_auto_t *list = client_ask(client, VERB_EVENTS, json_incref(body), &code);

                n = json_array_size(list);
                for (size_t i = 0; i < n; i++) {
                        if (events_add(events, json_text(json_array_get(list, i), "event")))
                                continue;
                        notice("out of memory");
                        return EXIT_FAILED;
                }
                if (n)
                        json_object_set(body, "before",
                                        json_object_get(json_array_get(list, n - 1), "event"));
        } while (n == PAGE);
        return code;
}

static int reprocess(struct client *client, const char *event, bool json)
{
        json_int_t from = 0, to = 0, n = 0;
        int code = EXIT_DONE;

        do {
                json_auto_t *body =
                        json_pack("{s:s,s:I,s:I}", "event", event, "from", from, "to", to);
                json_auto_t *answer =
                        client_ask(client, VERB_REPROCESS, json_incref(body), &code);

                if (!answer)
                        return code;
                n += json_integer_value(json_object_get(answer, "articles"));
                from = json_integer_value(json_object_get(answer, "next"));
                to = json_integer_value(json_object_get(answer, "to"));
        } while (from);
        if (json)
                printf("{\"event\":\"%s\",\"articles\":%" JSON_INTEGER_FORMAT "}\n", event, n);
        else
                printf("%-8s %" JSON_INTEGER_FORMAT " articles\n", event, n);
        return EXIT_DONE;
}

int verb_reprocess(int argc, char **argv)
{
        _cleanup_(client_closep) struct client *client = NULL;
        _cleanup_(events_clear) struct events events = { 0 };
        struct ask_options options;
        size_t done = 0;
        int failed = EXIT_DONE;
        int code = options_read(&options, argc, argv, "json endpoint all", 0, WORDS_MAX);

        if (!code && options.all != (options.n_words == 0))
                code = usage_error("reprocess", "name events, or give --all");
        code = code ? code : client_start(&client, options.endpoint, false);
        if (code)
                return code;
        for (int i = 0; i < options.n_words; i++)
                if (!events_add(&events, options.words[i]))
                        return EXIT_FAILED;
        if (options.all)
                code = list_all(client, &events);
        for (size_t i = 0; i < events.n && !code; i++) {
                /* The lists of the daemon begin with the newest. */
                const char *event = events.names[options.all ? events.n - 1 - i : i];
                int r = reprocess(client, event, options.json);

                done += !r;
                if (!r)
                        continue;
                notice("%s is not reprocessed", event);
                failed = r;
                if (r == EXIT_NO_DAEMON)
                        break;
        }
        code = code ? code : failed;
        return code && done ? EXIT_PARTLY : code;
}
