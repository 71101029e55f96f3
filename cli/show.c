/* parallax show - one event, source beside source */
#include <stdio.h>
#include <stdlib.h>

#include "cli/client.h"
#include "cli/options.h"
#include "cli/table.h"
#include "cli/verb.h"

const char usage_show[] =
        "Usage: parallax show EVENT [--version N] [--all] [--json] [--endpoint URL]\n\n"
        "Sets the sources of one event side by side: where they differ, where they agree,\n"
        "one utterance in several renderings, what one alone reports, who copied whom.\n\n"
        "  --version N  as it was when article number N had been taken in\n"
        "  --all        every entry of each section, not only the first\n"
        "  --json       the whole comparison as JSON\n\n"
        "Examples:\n"
        "  parallax show e17\n"
        "  parallax show e17 --json | jq '.conflicts[] | select(.kind == \"conflict\")'\n";

int verb_show(int argc, char **argv)
{
        _cleanup_(client_closep) struct client *client = NULL;
        _cleanup_(buffer_clear) struct buffer line = { 0 };
        json_auto_t *comparison = NULL, *body = json_object();
        struct ask_options options;
        uint64_t version = 0;
        int code = options_read(&options, argc, argv, "json endpoint version all", 1, 1);

        if (!code && options.version)
                code = number_read(&version, "show", "--version", options.version, 1);
        code = code ? code : client_start(&client, options.endpoint, false);
        if (code)
                return code;
        json_set_text(body, "event", options.words[0]);
        if (options.version)
                json_object_set_new(body, "version", json_integer((json_int_t)version));
        comparison = client_ask(client, VERB_SHOW, json_incref(body), &code);
        if (!comparison)
                return code;
        if (options.json) {
                json_write(comparison, &line);
                puts(buffer_text(&line) ? buffer_text(&line) : "");
        } else {
                table_print(comparison, options.all, stdout);
        }
        return code;
}
