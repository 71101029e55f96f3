/* A large object part by part: the parts are those of the tree, and what is no whole object is
 * refused, or a part of it is no JSON. */
#include <string.h>

#include "base/json_flat.h"
#include "base/json_parts.h"
#include "base/macros.h"
#include "tests/unit/test.h"

static struct blob blob_of(const char *text)
{
        return (struct blob){ text, strlen(text) };
}

static size_t elements_of(const struct blob *text, const json_t *tree)
{
        struct json_list list;
        struct blob element;
        size_t n = 0;

        json_list_init(&list, text);
        for (; json_list_next(&list, &element); n++) {
                json_auto_t *value = json_parse(element.data, element.size, NULL);

                EXPECT(value && json_equal(value, json_array_get(tree, n)));
        }
        EXPECT(!list.failed);
        return n;
}

TEST(parts_are_those_of_the_tree)
{
        static const char text[] =
                " {\"a\" : [1,[2,\"]\"],{\"b\":\"}\\\"\"}, null ],\"c\":\"\\\\\",\n\"d\":-2.5e3 ,"
                "\"e\":{},\"f\":[],\"g\":true} ";
        json_auto_t *tree = json_parse(text, strlen(text), NULL);
        struct json_part parts[JSON_PARTS_MAX];
        struct blob whole = blob_of(text);
        size_t n;

        REQUIRE(tree && json_parts_read(parts, &n, &whole));
        EXPECT_INT(n, json_object_size(tree));
        for (size_t i = 0; i < n; i++) {
                const struct blob *value = &parts[i].value;
                json_auto_t *part = json_parse(value->data, value->size, NULL);
                json_t *there = json_object_getn(tree, parts[i].name.data, parts[i].name.size);

                EXPECT(part && json_equal(part, there));
                if (json_is_array(there))
                        EXPECT_INT(elements_of(value, there), json_array_size(there));
        }
        EXPECT(json_parts_find(parts, n, "e") == &parts[3].value);
        EXPECT(!json_parts_find(parts, n, "b"));
}

/* Every part is JSON. */
static bool is_taken(const struct blob *text)
{
        struct json_part parts[JSON_PARTS_MAX];
        size_t n;

        if (!json_parts_read(parts, &n, text))
                return false;
        for (size_t i = 0; i < n; i++) {
                json_auto_t *value = json_parse(parts[i].value.data, parts[i].value.size, NULL);

                if (!value)
                        return false;
        }
        return true;
}

TEST(what_is_no_object_is_refused)
{
        static const char *const texts[] = {
                "",
                "[]",
                "{",
                "{}{}",
                "{\"a\":1,}",
                "{,}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1 2}",
                "{\"a\":1]",
                "{a:1}",
                "{\"a\":[}",
                "{\"a\":[1}]",
                "{\"a\":\"b}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1}x",
                "{\"\\u0061\":1}",
                "{\"a\":\"b\nc\"}",
                "{\"a\":nul}",
                "{\"a\":[1,]}",
        };

        for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
                struct blob text = blob_of(texts[i]);

                if (is_taken(&text))
                        test_fail(__FILE__, __LINE__, "%s was taken", texts[i]);
        }
}

TEST(what_is_cut_short_is_refused)
{
        static const char text[] = "{\"a\":[{\"b\":\"c\\\"\"},2],\"d\":{\"e\":null}}";

        for (size_t size = 0; size < strlen(text); size++)
                EXPECT(!is_taken(&(struct blob){ text, size }));
        EXPECT(is_taken(&(struct blob){ text, strlen(text) }));
}

TEST(a_list_that_is_none_fails)
{
        static const char *const texts[] = { "", "{}", "[", "[1", "[1 2]", "[1,2}", "[1]]" };

        for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
                struct blob text = blob_of(texts[i]), element;
                struct json_list list;

                json_list_init(&list, &text);
                while (json_list_next(&list, &element))
                        ;
                EXPECT(list.failed);
        }
}

TEST(more_members_than_there_are_places_are_refused)
{
        struct buffer b = { .limit = 0 };
        struct json_part parts[JSON_PARTS_MAX];
        size_t n;

        for (int i = 0; i < JSON_PARTS_MAX; i++)
                buffer_printf(&b, "%c\"%d\":0", i ? ',' : '{', i);
        buffer_put_text(&b, "}");
        EXPECT(json_parts_read(parts, &n, &(struct blob){ b.data, b.size }));
        EXPECT_INT(n, JSON_PARTS_MAX);
        b.size--;
        buffer_put_text(&b, ",\"x\":0}");
        EXPECT(!json_parts_read(parts, &n, &(struct blob){ b.data, b.size }));
        buffer_clear(&b);
}

TEST(a_string_is_read_without_its_escapes)
{
        static const char *const good[] = { "\"\"", "\"Zo\\u00EB \\\"x\\\" \\n\"", "\"plain\"",
                                            "\"\\ud83d\\ude00ë\"" };
        static const char *const bad[] = { "",       "\"",          "\"a",  "a",
                                           "\"a\" ", "\"\\u0000\"", "null", "\"\xff\"" };
        char out[64];
        size_t size;

        for (size_t i = 0; i < ARRAY_SIZE(good); i++) {
                struct blob text = blob_of(good[i]);
                json_auto_t *value = json_parse(good[i], text.size, NULL);

                REQUIRE(json_flat_text(&text, out, &size));
                EXPECT_STR(out, json_string_value(value));
                EXPECT_INT(size, json_string_length(value));
        }
        for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
                struct blob text = blob_of(bad[i]);

                EXPECT(!json_flat_text(&text, out, &size));
        }
}
