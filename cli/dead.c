/* parallax dead - articles that could not be read, and what to do with them */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "cli/client.h"
#include "cli/options.h"
#include "cli/verb.h"

const char usage_dead[] =
        "Usage: parallax dead list|show N|requeue N|drop N [--json] [--endpoint URL]\n\n"
        "Articles on which the workers failed for good stay listed with their reason until\n"
        "someone requeues or drops them. Requeueing tries the article again, under a new\n"
        "number.\n\n"
        "Examples:\n"
        "  parallax dead list\n"
        "  parallax dead requeue 1207\n";

static void print_letter(const json_t *d)
{
        char id[512], reason[2048];

        log_escape(id, sizeof(id), json_text(d, "id") ? json_text(d, "id") : "-");
        log_escape(reason, sizeof(reason),
                   json_text(d, "reason") ? json_text(d, "reason") : "-");
        printf("%8lld  %lld attempts  %s  %s\n",
               (long long)json_integer_value(json_object_get(d, "number")),
               (long long)json_integer_value(json_object_get(d, "attempts")), id, reason);
}

static void print_answer(const json_t *answer, bool json)
{
        _cleanup_(buffer_clear) struct buffer line = { 0 };

        if (json_is_array(answer)) {
                for (size_t i = 0; i < json_array_size(answer); i++)
                        print_answer(json_array_get(answer, i), json);
        } else if (json) {
                json_write(answer, &line);
                puts(buffer_text(&line) ? buffer_text(&line) : "");
        } else if (json_text(answer, "reason")) {
                print_letter(answer);
        }
}

int verb_dead(int argc, char **argv)
{
        _cleanup_(client_closep) struct client *client = NULL;
        json_auto_t *answer = NULL, *body = json_object();
        struct ask_options options;
        int code = options_read(&options, argc, argv, "json endpoint", 1, 2);

        if (code)
                return code;
        if ((strcmp(options.words[0], "list") == 0) != (options.n_words == 1))
                return usage_error("dead", "list takes no number, all else takes one");
        code = client_start(&client, options.endpoint, false);
        if (code)
                return code;
        json_set_text(body, "do", options.words[0]);
        if (options.n_words == 2)
                json_object_set_new(body, "number", json_integer(atoll(options.words[1])));
        answer = client_ask(client, VERB_DEAD, json_incref(body), &code);
        if (answer)
                print_answer(answer, options.json);
        return code;
}
