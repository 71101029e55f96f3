/* parallax dead - articles that could not be read, and what to do with them */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/macros.h"
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

enum { PAGE = 1000 }; /* the most that the daemon gives at once */

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

static int words_check(const struct ask_options *options, uint64_t *ret_number)
{
        static const char *const with_number[] = { "show", "requeue", "drop" };
        const char *action = options->words[0];

        if (strcmp(action, "list") == 0)
                return options->n_words == 1 ? 0 : usage_error("dead", "list takes no number");
        for (size_t i = 0; i < ARRAY_SIZE(with_number); i++) {
                if (strcmp(action, with_number[i]) != 0)
                        continue;
                if (options->n_words == 1)
                        return usage_error("dead", "%s takes a number: see 'dead list'",
                                           action);
                return number_read(ret_number, "dead", action, options->words[1], 1);
        }
        return usage_error("dead", "'%s' is none of list, show, requeue, drop", action);
}

/* A page at a time, until one is not full. */
static int list_all(struct client *client, bool json)
{
        json_int_t from = 0;
        size_t n;
        int code;

        do {
                json_auto_t *page = client_ask(
                        client, VERB_DEAD,
                        json_pack("{s:s,s:I,s:i}", "do", "list", "from", from, "limit", PAGE),
                        &code);
                const json_t *last;

                n = json_array_size(page);
                last = n ? json_array_get(page, n - 1) : NULL;
                from = json_integer_value(json_object_get(last, "number")) + 1;
                print_answer(page, json);
        } while (n == PAGE);
        return code;
}

int verb_dead(int argc, char **argv)
{
        _cleanup_(client_closep) struct client *client = NULL;
        json_auto_t *answer = NULL, *body = json_object();
        struct ask_options options;
        uint64_t number = 0;
        int code = options_read(&options, argc, argv, "json endpoint", 1, 2);

        if (!code)
                code = words_check(&options, &number);
        if (code)
                return code;
        code = client_start(&client, options.endpoint, false);
        if (code)
                return code;
        if (!number)
                return list_all(client, options.json);
        json_set_text(body, "do", options.words[0]);
        json_object_set_new(body, "number", json_integer((json_int_t)number));
        answer = client_ask(client, VERB_DEAD, json_incref(body), &code);
        if (answer)
                print_answer(answer, options.json);
        return code;
}
