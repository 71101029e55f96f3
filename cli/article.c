/* parallax article - one article, and what was found in it */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "cli/client.h"
#include "cli/options.h"
#include "cli/verb.h"

const char usage_article[] =
        "Usage: parallax article ID [--json] [--endpoint URL]\n\n"
        "Shows the latest version of an article, how it stands (extracted, waiting,\n"
        "failed, retracted), its event, and with --json all that was found in it.\n\n"
        "Examples:\n"
        "  parallax article harbour-18\n"
        "  parallax article harbour-18 --json | jq .extraction.quotes\n";

/* What a page says must not steer the terminal; a text keeps its lines. */
static void print_safe(const char *text)
{
        char safe[4096], piece[1024];

        while (*text) {
                size_t line = strcspn(text, "\n"), size = line;

                if (size >= sizeof(piece)) { /* and no half code point */
                        size = sizeof(piece) - 1;
                        while (size > 1 && ((unsigned char)text[size] & 0xC0) == 0x80)
                                size--;
                }
                memcpy(piece, text, size);
                piece[size] = '\0';
                log_escape(safe, sizeof(safe), piece);
                fputs(safe, stdout);
                text += size;
                if (size == line && *text == '\n') {
                        putchar('\n');
                        text++;
                }
        }
        putchar('\n');
}

static void print_field(const char *name, const char *text)
{
        printf("%-10s ", name);
        print_safe(text);
}

static void print_article(const json_t *a)
{
        static const char *const keys[] = { "id",     "number", "source",  "status",
                                            "reason", "event",  "received" };
        const json_t *x = json_object_get(a, "extraction");

        for (size_t i = 0; i < ARRAY_SIZE(keys); i++) {
                const json_t *v = json_object_get(a, keys[i]);
                _cleanup_(buffer_clear) struct buffer text = { 0 };

                if (!v || json_is_null(v))
                        continue;
                if (json_is_string(v))
                        buffer_put_text(&text, json_string_value(v));
                else
                        json_write(v, &text);
                print_field(keys[i], buffer_text(&text) ? buffer_text(&text) : "");
        }
        if (!json_is_object(x))
                return;
        print_field("title", json_text(x, "title") ? json_text(x, "title") : "-");
        printf("%-10s %zu quotes, %zu entities, %zu times, %zu figures, %zu acts\n\n", "found",
               json_array_size(json_object_get(x, "quotes")),
               json_array_size(json_object_get(x, "entities")),
               json_array_size(json_object_get(x, "times")),
               json_array_size(json_object_get(x, "quantities")),
               json_array_size(json_object_get(x, "acts")));
        print_safe(json_text(x, "text") ? json_text(x, "text") : "");
}

int verb_article(int argc, char **argv)
{
        _cleanup_(client_closep) struct client *client = NULL;
        _cleanup_(buffer_clear) struct buffer line = { 0 };
        json_auto_t *article = NULL, *body = json_object();
        struct ask_options options;
        int code = options_read(&options, argc, argv, "json endpoint", 1, 1);

        code = code ? code : client_start(&client, options.endpoint, false);
        if (code)
                return code;
        json_set_text(body, "id", options.words[0]);
        article = client_ask(client, VERB_ARTICLE, json_incref(body), &code);
        if (!article)
                return code;
        if (options.json) {
                json_write(article, &line);
                puts(buffer_text(&line) ? buffer_text(&line) : "");
        } else {
                print_article(article);
        }
        return code;
}
