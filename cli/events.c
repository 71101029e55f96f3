/* parallax events - what has happened, the newest first */
#include <stdio.h>
#include <stdlib.h>

#include "base/log.h"
#include "cli/client.h"
#include "cli/options.h"
#include "cli/verb.h"

const char usage_events[] =
        "Usage: parallax events [--since TIME] [--match TEXT] [--json] [--endpoint URL]\n\n"
        "Lists events, the newest first: date, place, how many sources and independent\n"
        "origins, conflicts, title.\n\n"
        "  --since TIME  events of that day or later, as 2021-12-02\n"
        "  --match TEXT  events whose title, place or participants hold TEXT\n"
        "  --json        one object a line\n\n"
        "Examples:\n"
        "  parallax events --since 2021-12-01\n"
        "  parallax events --match Stockholm --json | jq -r .event\n";

static const char *safe(char *room, size_t size, const char *text)
{
        log_escape(room, (int)size, text ? text : "-");
        return room;
}

static void print_event(const json_t *e)
{
        const json_t *counts = json_object_get(e, "counts");
        char date[32], place[64], title[512];

        printf("%-8s %-10.10s %-16s %2lld sources %2lld origins %2lld conflicts  %s\n",
               json_text(e, "event"), safe(date, sizeof(date), json_text(e, "date")),
               safe(place, sizeof(place), json_text(json_object_get(e, "place"), "name")),
               (long long)json_integer_value(json_object_get(counts, "sources")),
               (long long)json_integer_value(json_object_get(counts, "origins")),
               (long long)json_integer_value(json_object_get(e, "conflicts")),
               safe(title, sizeof(title), json_text(e, "title")));
}

enum { PAGE = 1000 }; /* the most that the daemon gives at once */

static void print_page(const json_t *list, bool json)
{
        for (size_t i = 0; i < json_array_size(list); i++) {
                _cleanup_(buffer_clear) struct buffer line = { 0 };

                if (!json) {
                        print_event(json_array_get(list, i));
                        continue;
                }
                json_write(json_array_get(list, i), &line);
                puts(buffer_text(&line) ? buffer_text(&line) : "");
        }
}

int verb_events(int argc, char **argv)
{
        _cleanup_(client_closep) struct client *client = NULL;
        json_auto_t *body = json_pack("{s:i}", "limit", PAGE);
        struct ask_options options;
        size_t n;
        int code = options_read(&options, argc, argv, "json endpoint since match", 0, 0);

        code = code ? code : client_start(&client, options.endpoint, false);
        if (code)
                return code;
        if (options.since)
                json_set_text(body, "since", options.since);
        if (options.match)
                json_set_text(body, "match", options.match);
        do {
                json_auto_t *list = client_ask(client, VERB_EVENTS, json_incref(body), &code);

                n = json_array_size(list);
                if (n)
                        json_object_set(body, "before",
                                        json_object_get(json_array_get(list, n - 1), "event"));
                print_page(list, options.json);
        } while (n == PAGE);
        return code;
}
