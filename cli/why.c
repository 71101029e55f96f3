/* parallax why - what a finding rests on: the sentences, the normalised values, the rule */
#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "cli/client.h"
#include "cli/options.h"
#include "cli/verb.h"

const char usage_why[] =
        "Usage: parallax why EVENT FINDING [--json] [--endpoint URL]\n\n"
        "Shows what one finding of an event rests on: the rule that made it, how sure it\n"
        "is, and for each source the sentence it comes from.\n\n"
        "Examples:\n"
        "  parallax show e17 --json | jq -r '.conflicts[].id'\n"
        "  parallax why e17 c0a1b2c3d\n";

static void print_text(const char *label, const char *text)
{
        char safe[8192];

        log_escape(safe, sizeof(safe), text);
        printf("%-12s %s\n", label, safe);
}

static void print_evidence(const json_t *list)
{
        for (size_t i = 0; i < json_array_size(list); i++) {
                const json_t *e = json_array_get(list, i);
                const char *source = json_text(e, "source"),
                           *sentence = json_text(e, "sentence");

                print_text("", source ? source : json_text(e, "article"));
                if (json_text(e, "text"))
                        print_text("  words", json_text(e, "text"));
                if (sentence)
                        print_text("  sentence", sentence);
        }
}

static void print_why(const json_t *why)
{
        static const char *const texts[] = { "about", "kind", "value", "speaker" };
        static const char *const lists[] = { "evidence", "variants" };
        const json_t *f = json_object_get(why, "finding");
        const json_t *values = json_object_get(f, "values");

        print_text("finding", json_text(f, "id"));
        for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
                if (json_text(f, texts[i]))
                        print_text(texts[i], json_text(f, texts[i]));
        }
        print_text("rule", json_text(f, "rule"));
        printf("%-12s %g\n", "confidence", json_number_value(json_object_get(f, "confidence")));
        for (size_t i = 0; i < json_array_size(values); i++) {
                print_text("value", json_text(json_array_get(values, i), "value"));
                print_evidence(json_object_get(json_array_get(values, i), "evidence"));
        }
        for (size_t i = 0; i < ARRAY_SIZE(lists); i++)
                print_evidence(json_object_get(f, lists[i]));
}

int verb_why(int argc, char **argv)
{
        _cleanup_(client_closep) struct client *client = NULL;
        _cleanup_(buffer_clear) struct buffer line = { 0 };
        json_auto_t *why = NULL, *body = json_object();
        struct ask_options options;
        int code = options_read(&options, argc, argv, "json endpoint", 2, 2);

        code = code ? code : client_start(&client, options.endpoint, false);
        if (code)
                return code;
        json_set_text(body, "event", options.words[0]);
        json_set_text(body, "finding", options.words[1]);
        why = client_ask(client, VERB_WHY, json_incref(body), &code);
        if (!why)
                return code;
        if (options.json) {
                json_write(why, &line);
                puts(buffer_text(&line) ? buffer_text(&line) : "");
        } else {
                print_why(why);
        }
        return code;
}
