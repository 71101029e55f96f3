/* The flat reader beside Jansson: what it takes, Jansson reads as the same; what is odd, it
 * leaves. */
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "base/json_flat.h"
#include "tests/unit/test.h"

static bool same_text(const struct blob *text, const json_t *value)
{
        return json_is_string(value) && json_string_length(value) == text->size &&
               memcmp(json_string_value(value), text->data, text->size) == 0;
}

static bool same_value(const struct json_flat_member *member, const json_t *value)
{
        bool same = true;

        if (member->type == JSON_FLAT_NULL)
                return json_is_null(value);
        if (member->type == JSON_FLAT_TEXT)
                return same_text(&member->text, value);
        if (!json_is_array(value) || json_array_size(value) != member->n_items)
                return false;
        for (size_t i = 0; i < member->n_items; i++)
                same = same && same_text(&member->items[i], json_array_get(value, i));
        return same;
}

/* Does the flat reader take it? Then as Jansson does. */
static bool takes_bytes(const char *text, size_t size)
{
        _cleanup_(json_flat_clear) struct json_flat flat;
        json_auto_t *tree = json_parse(text, size, NULL);

        if (!json_flat_read(&flat, text, size))
                return false;
        EXPECT(json_is_object(tree));
        EXPECT_INT(flat.n_members, json_object_size(tree));
        for (size_t i = 0; i < flat.n_members; i++) {
                const struct blob *name = &flat.members[i].name;

                EXPECT(same_value(&flat.members[i],
                                  json_object_getn(tree, name->data, name->size)));
        }
        return true;
}

static bool takes(const char *text)
{
        return takes_bytes(text, strlen(text));
}

TEST(strings_nulls_and_lists_of_strings_are_read_flat)
{
        EXPECT(takes("{}"));
        EXPECT(takes(" \n\t\r{ \"source\" : \"Herald\" , \"url\":null,\"authors\" : [ ] } \n"));
        EXPECT(takes("{\"authors\":[\"A. Writer\",\"B. Other\" , \"\"],\"tags\":[\"x\"]}"));
        EXPECT(takes("{\"\":\"a name of no length\",\"Zürich\":\"größer, 東京, 🙂\"}"));
}

TEST(escapes_stand_for_what_they_stand_for)
{
        EXPECT(takes("{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}"));
        EXPECT(takes("{\"a\":\"caf\\u00e9 \\u2019 \\u6771\\uD83D\\ude42 end\",\"b\":\"\\n\"}"));
        EXPECT(takes("{\"a\\u0062\":\"x\",\"authors\":[\"\\u0041\",\"B\\n\"]}"));
        EXPECT(takes("{\"a\":\"\\uE000\\uD7FF\\uFFFF\"}"));
}

TEST(a_string_ends_at_any_place_of_a_word)
{
        char text[128];

        for (int n = 0; n < 40; n++) {
                snprintf(text, sizeof(text), "{\"a\":\"%.*s\",\"b\":\"%.*s\\n\"}", n,
                         "0123456789012345678901234567890123456789", n,
                         "ééééééééééééééééééééééé");
                EXPECT_INT(takes(text), n % 2 == 0); /* else half a letter */
        }
}

TEST(what_is_not_flat_is_left_to_the_parser)
{
        static const char *const others[] = {
                "",
                "[]",
                "null",
                "\"a\"",
                "{\"a\":1}",
                "{\"a\":true}",
                "{\"a\":{}}",
                "{\"a\":[null]}",
                "{\"a\":[[\"x\"]]}",
                "{\"a\":[\"x\",]}",
                "{\"a\":\"x\",}",
                "{\"a\":\"x\"",
                "{\"a\":\"x",
                "{\"a\":\"x\\",
                "{\"a\":\"x\\u12",
                "{\"a\":\"x\\u12\"}",
                "{\"a\":\"\\u0000\"}",
                "{\"a\":\"\\uD83D\"}",
                "{\"a\":\"\\uD83D\\u0041\"}",
                "{\"a\":\"\\uDE42\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"line\nfeed\"}",
                "{\"a\":nul}",
                "{\"a\":nulll}",
                "{\"a\" \"x\"}",
                "{\"a\":\"x\"} {}",
                "{\"a\":\"x\"}\f",
                "{\"a\":\"x\",\"a\":null}",
                "{\"a\":\"x\",\"\\u0061\":\"y\"}",
                "{\"a\":\"\xC0\x80\"}",
                "{\"a\":\"\xED\xA0\x80\"}",
                "{\"a\":\"\xF4\x90\x80\x80\"}",
                "{\"a\":\"\xE2\x82\"}",
                "{\"a\xFF\":\"\"}",
                "\xEF\xBB\xBF{}",
        };

        for (size_t i = 0; i < ARRAY_SIZE(others); i++) {
                if (takes(others[i]))
                        test_fail(__FILE__, __LINE__, "took '%s'", others[i]);
        }
        EXPECT(!takes_bytes("{\"a\":\"x\0\"}", 10));
        EXPECT(!takes_bytes("{}\0", 3));
}

TEST(more_than_there_are_places_for_is_left_to_the_parser)
{
        char text[4096] = "{\"list\":[";
        size_t n = strlen(text);

        for (int i = 0; i < JSON_FLAT_ITEMS_MAX; i++)
                n += (size_t)snprintf(text + n, sizeof(text) - n, "%s\"x\"", i ? "," : "");
        strcpy(text + n, "]}");
        EXPECT(takes(text));
        strcpy(text + n, ",\"x\"]}");
        EXPECT(!takes(text));
        n = 0;
        for (int i = 0; i < JSON_FLAT_MEMBERS_MAX; i++)
                n += (size_t)snprintf(text + n, sizeof(text) - n, "%c\"m%d\":null",
                                      i ? ',' : '{', i);
        strcpy(text + n, "}");
        EXPECT(takes(text));
        strcpy(text + n, ",\"more\":null}");
        EXPECT(!takes(text));
}

TEST(a_run_of_plain_characters_ends_at_the_first_that_is_not)
{
        bool ascii;

        EXPECT_INT(json_plain_run("", 0, &ascii), 0);
        EXPECT(ascii);
        for (unsigned c = 0; c < 256; c++) {
                bool special = c < ' ' || c == '"' || c == '\\';

                for (size_t at = 0; at < 24; at++) {
                        char text[24];

                        memset(text, at % 2 ? '!' : '#', sizeof(text));
                        text[at] = (char)c;
                        EXPECT_INT(json_plain_run(text, 24, &ascii), special ? at : 24);
                        EXPECT_INT(ascii, c < 0x80);
                }
        }
}
