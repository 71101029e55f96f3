#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "proto/article.h"
#include "tests/unit/test.h"

static struct json_fault fault;

static int decode(struct article **ret, const char *json)
{
        return article_decode(ret, json, strlen(json), NULL, 0, &fault);
}

static void expect_invalid(const char *json, const char *pointer)
{
        struct article *a = NULL;

        EXPECT_INT(decode(&a, json), ARTICLE_E_INVALID);
        EXPECT_STR(fault.pointer, pointer);
        EXPECT(fault.expected[0] && fault.found[0]);
        article_free(a);
}

static bool same_content(const char *one, const char *other)
{
        _cleanup_(article_freep) struct article *a = NULL, *b = NULL;
        unsigned char x[16], y[16];

        REQUIRE(decode(&a, one) == 0 && decode(&b, other) == 0);
        REQUIRE(article_content_hash(a, x) == 0 && article_content_hash(b, y) == 0);
        return memcmp(x, y, sizeof(x)) == 0;
}

TEST(article_takes_the_flat_shape)
{
        _cleanup_(article_freep) struct article *a = NULL;

        REQUIRE(decode(&a,
                       "{\"id\":\"7\",\"source\":\"The Post\",\"url\":\"https://p.example/7\","
                       "\"published\":\"2021-12-02T20:35:00Z\",\"title\":\"T\","
                       "\"authors\":[\"A B\",\"C\"],\"text\":\"Body.\"}") == 0);
        EXPECT_STR(a->id, "7");
        EXPECT_STR(a->source, "The Post");
        EXPECT_STR(a->published, "2021-12-02T20:35:00Z");
        EXPECT_INT(a->n_authors, 2);
        EXPECT_STR(a->text, "Body.");
        EXPECT(!a->retracted);
}

TEST(article_maps_the_names_of_news_please)
{
        _cleanup_(article_freep) struct article *a = NULL;

        REQUIRE(decode(&a,
                       "{\"source_domain\":\"p.example\",\"maintext\":\"Body.\","
                       "\"date_publish\":\"2017-07-17 17:03:00\",\"date_modify\":null,"
                       "\"date_download\":\"2017-07-18 09:00:00\",\"description\":\"d\"}") ==
                0);
        EXPECT_STR(a->source, "p.example");
        EXPECT_STR(a->text, "Body.");
        EXPECT_STR(a->published, "2017-07-17T17:03:00");
        EXPECT_STR(a->fetched, "2017-07-18T09:00:00");
        EXPECT(a->modified == NULL);
}

TEST(article_id_is_made_of_source_and_url_without_its_fragment)
{
        _cleanup_(article_freep) struct article *a = NULL, *b = NULL, *c = NULL;

        REQUIRE(decode(&a, "{\"source\":\"s\",\"url\":\"http://x/1#a\",\"text\":\"A\"}") == 0);
        REQUIRE(decode(&b, "{\"source\":\"s\",\"url\":\"http://x/1\",\"text\":\"B\"}") == 0);
        REQUIRE(decode(&c, "{\"source\":\"t\",\"url\":\"http://x/1\",\"text\":\"B\"}") == 0);
        /* printf 's\nhttp://x/1' | sha256sum | cut -c1-32 */
        EXPECT_STR(a->id, "83e2ae8bfb51bb08def471a5f9e0bae6");
        EXPECT_STR(a->id, b->id);
        EXPECT(strcmp(a->id, c->id) != 0);
}

TEST(article_id_is_made_of_source_and_content_where_there_is_no_url)
{
        _cleanup_(article_freep) struct article *a = NULL;

        REQUIRE(decode(&a, "{\"text\":\"A\",\"source\":\"s\",\"fetched\":\"2021-01-01\"}") ==
                0);
        /* printf 's\n{"source":"s","text":"A"}' | sha256sum | cut -c1-32 */
        EXPECT_STR(a->id, "c55e57836dff7577ef7f1076305c1ae1");
}

TEST(article_content_leaves_out_fetched_and_meta_but_for_its_status)
{
        const char *base = "{\"id\":\"1\",\"source\":\"s\",\"text\":\"A\"}";

        EXPECT(same_content(base, "{\"id\":\"1\",\"source\":\"s\",\"text\":\"A\","
                                  "\"fetched\":\"2021-01-01\",\"meta\":{\"k\":1}}"));
        EXPECT(same_content(base, "{\"text\":\"A\",\"source\":\"s\",\"id\":\"1\"}"));
        EXPECT(!same_content(base, "{\"id\":\"1\",\"source\":\"s\",\"text\":\"B\"}"));
        EXPECT(!same_content(base, "{\"id\":\"1\",\"source\":\"s\",\"html\":\"A\"}"));
        EXPECT(!same_content(base,
                             "{\"id\":\"1\",\"source\":\"s\",\"text\":\"A\",\"title\":\"T\"}"));
        EXPECT(!same_content(base, "{\"id\":\"1\",\"source\":\"s\",\"text\":\"A\","
                                   "\"meta\":{\"status\":\"usable\"}}"));
}

TEST(article_retraction_needs_a_name_and_no_body)
{
        _cleanup_(article_freep) struct article *a = NULL;

        REQUIRE(decode(&a,
                       "{\"id\":\"1\",\"source\":\"s\",\"meta\":{\"status\":\"canceled\"}}") ==
                0);
        EXPECT(a->retracted);
        expect_invalid("{\"source\":\"s\",\"meta\":{\"status\":\"canceled\"}}", "/id");
        expect_invalid("{\"id\":\"1\",\"source\":\"s\",\"text\":\"A\","
                       "\"meta\":{\"status\":\"canceled\"}}",
                       "/meta/status");
}

TEST(article_faults_name_their_place)
{
        expect_invalid("[]", "");
        expect_invalid("{\"text\":\"A\"}", "/source");
        expect_invalid("{\"source\":\"s\"}", "");
        expect_invalid("{\"source\":\"s\",\"text\":\"A\",\"html\":\"B\"}", "");
        expect_invalid("{\"source\":7,\"text\":\"A\"}", "/source");
        expect_invalid("{\"source\":\"s\",\"text\":\"A\",\"id\":\"\"}", "/id");
        expect_invalid("{\"source\":\"s\",\"text\":\"A\",\"id\":\"a\\nb\"}", "/id");
        expect_invalid("{\"source\":\"s\",\"text\":\"A\",\"published\":\"yesterday\"}",
                       "/published");
        expect_invalid("{\"source\":\"s\",\"text\":\"A\",\"published\":\"2021-02-30\"}",
                       "/published");
        expect_invalid("{\"source\":\"s\",\"text\":\"A\",\"authors\":[1]}", "/authors");
        expect_invalid("{\"source\":\"s\",\"text\":\"A\",\"meta\":3}", "/meta");
}

TEST(article_over_the_limit_is_too_large)
{
        struct article *a = NULL;
        char *big = calloc(1, ARTICLE_BYTES_MAX + 2);

        memset(big, ' ', ARTICLE_BYTES_MAX + 1);
        EXPECT_INT(article_decode(&a, big, ARTICLE_BYTES_MAX + 1, NULL, 0, &fault),
                   ARTICLE_E_TOO_LARGE);
        EXPECT_INT(article_decode(&a, "{}", 2, big, ARTICLE_BYTES_MAX - 1, &fault),
                   ARTICLE_E_TOO_LARGE);
        free(big);
}

TEST(article_takes_the_bytes_of_a_page_in_place_of_html)
{
        _cleanup_(article_freep) struct article *a = NULL;
        const char *json = "{\"source\":\"s\",\"charset\":\"windows-1251\"}";

        REQUIRE(article_decode(&a, json, strlen(json), "\xCF\xF0\0", 3, &fault) == 0);
        EXPECT_INT(a->raw_size, 3);
        EXPECT_STR(a->charset, "windows-1251");
}

TEST(article_is_decoded_as_it_was_encoded)
{
        _cleanup_(buffer_clear) struct buffer one = { 0 }, two = { 0 };
        _cleanup_(article_freep) struct article *a = NULL, *b = NULL;

        REQUIRE(decode(&a, "{\"source_domain\":\"s\",\"maintext\":\"A “b”\\n\",\"title\":\"T\","
                           "\"authors\":[\"X\"],\"meta\":{\"z\":1,\"a\":[2]}}") == 0);
        article_encode(a, &one);
        REQUIRE(decode(&b, buffer_text(&one)) == 0);
        article_encode(b, &two);
        EXPECT_STR(buffer_text(&two), buffer_text(&one));
}
