/* parallax status - how the daemon fares */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/log.h"
#include "cli/client.h"
#include "cli/options.h"
#include "cli/verb.h"

const char usage_status[] =
        "Usage: parallax status [--wait] [--json] [--endpoint URL]\n\n"
        "Shows the daemon's figures: articles taken, extracted and linked, events, feed,\n"
        "workers and their sandbox, room left.\n\n"
        "  --wait  first wait until every article taken has been extracted, linked and\n"
        "          compared\n"
        "  --json  as one JSON object\n\n"
        "Examples:\n"
        "  parallax publish articles.jsonl && parallax status --wait && parallax events\n";

enum { POLL_MS = 50 };

/* Objects within objects, one figure a line. Two levels is all there is. */
static void print_figures(const char *prefix, const json_t *o)
{
        const char *key;
        json_t *v;

        json_object_foreach((json_t *)o, key, v)
        {
                _cleanup_(buffer_clear) struct buffer text = { 0 };
                char safe[512];

                if (json_is_object(v) && !*prefix) {
                        print_figures(key, v);
                        continue;
                }
                if (json_is_string(v))
                        buffer_put_text(&text, json_string_value(v));
                else
                        json_write(v, &text);
                log_escape(safe, sizeof(safe), buffer_text(&text) ? buffer_text(&text) : "");
                printf("%-10s %-18s %s\n", prefix, key, safe);
        }
}

static bool is_settled(const json_t *status)
{
        const json_t *store = json_object_get(status, "store");
        json_int_t articles = json_integer_value(json_object_get(store, "articles"));

        return json_integer_value(json_object_get(store, "linked")) == articles &&
               json_integer_value(json_object_get(store, "jobs")) == 0 &&
               json_integer_value(json_object_get(store, "dirty")) == 0;
}

int verb_status(int argc, char **argv)
{
        _cleanup_(client_closep) struct client *client = NULL;
        _cleanup_(buffer_clear) struct buffer line = { 0 };
        json_auto_t *status = NULL;
        struct ask_options options;
        int code = options_read(&options, argc, argv, "json endpoint wait", 0, 0);

        code = code ? code : client_start(&client, options.endpoint, false);
        if (code)
                return code;
        status = client_ask(client, VERB_STATUS, NULL, &code);
        while (status && options.wait && !is_settled(status)) {
                nanosleep(&(struct timespec){ 0, POLL_MS * 1000000 }, NULL);
                json_decref(status);
                status = client_ask(client, VERB_STATUS, NULL, &code);
        }
        if (!status)
                return code;
        if (options.json) {
                json_write(status, &line);
                puts(buffer_text(&line) ? buffer_text(&line) : "");
        } else {
                print_figures("", status);
        }
        return code;
}
