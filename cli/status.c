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
        "          compared, or until that cannot be: then the exit code is 1\n"
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

static json_int_t figure(const json_t *status, const char *part, const char *name)
{
        return json_integer_value(json_object_get(json_object_get(status, part), name));
}

static bool is_settled(const json_t *status)
{
        return figure(status, "store", "linked") == figure(status, "store", "articles") &&
               figure(status, "store", "jobs") == 0 && figure(status, "store", "dirty") == 0;
}

static bool is_under_way(const json_t *status, const char *kind)
{
        const json_t *jobs = json_object_get(status, "jobs");

        return json_integer_value(json_object_get(json_object_get(jobs, kind), "under_way")) >
               0;
}

/* What stands still for good; what may pass is waited for. */
static bool is_amiss(const json_t *status)
{
        json_int_t dirty = figure(status, "store", "dirty");

        if (json_is_true(json_object_get(json_object_get(status, "linking"), "for_good")))
                return true;
        return dirty > 0 && dirty <= figure(status, "jobs", "stuck") &&
               figure(status, "store", "jobs") == 0 && !is_under_way(status, "fold");
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
        while (status && options.wait && !is_settled(status) && !is_amiss(status)) {
                nanosleep(&(struct timespec){ 0, POLL_MS * 1000000 }, NULL);
                json_decref(status);
                status = client_ask(client, VERB_STATUS, NULL, &code);
        }
        if (!status)
                return code;
        if (options.wait && !is_settled(status)) {
                notice("not all can be linked and compared: see 'linking' and 'stuck'");
                code = EXIT_FAILED;
        }
        if (options.json) {
                json_write(status, &line);
                puts(buffer_text(&line) ? buffer_text(&line) : "");
        } else {
                print_figures("", status);
        }
        return code;
}
