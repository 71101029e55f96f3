#include <stdint.h>
#include <string.h>

#include "base/memory.h"
#include "tests/unit/test.h"
#include "tests/unit/workers/given.h"
#include "workers/text/page_json.h"

#define BODY                                                                                   \
        "<h1>Ferries stop for the winter</h1>"                                                 \
        "<p>The two harbour masters met on Monday to talk about the ferries that run between " \
        "the islands in the winter, and agreed on little.</p><p>They will meet again in "      \
        "spring, when the ice has gone from the sound and the boats are back in the water, "   \
        "said the older of the two.</p>"
#define SCRIPT(json) "<script type='application/ld+json'>" json "</script>" BODY
#define ADA          "{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Ada Strand\"}}"

static const char *author(const char *html)
{
        const struct extraction *x = given_page(NULL, html);

        return x->n_authors ? x->authors[0] : "";
}

static const char *published(const char *html)
{
        return given_page(NULL, html)->published.value;
}

static bool is_read(const char *text, const char *as)
{
        size_t used;
        json_t *value = page_json_read(given_arena(), text, strlen(text), &used);
        json_t *expected = json_loads(as, 0, NULL);
        bool same = json_equal(value, expected);

        json_decref(value);
        json_decref(expected);
        return same;
}

TEST(the_usual_faults_are_mended)
{
        EXPECT(is_read("{\"a\": [1, 2,], \"b\": 3,}", "{\"a\": [1, 2], \"b\": 3}"));
        EXPECT(is_read("{\"a\": 1,, \"b\": 2}", "{\"a\": 1, \"b\": 2}"));
        EXPECT(is_read("{\"a\": \"the pilot\\'s boat,}\"}", "{\"a\": \"the pilot's boat,}\"}"));
        EXPECT(is_read("{/* a, \"b\" */\"c\": \"one\ntwo\"}", "{\"c\": \"one two\"}"));
        EXPECT(is_read("{\"a\": 1} + rest", "{\"a\": 1}"));
        EXPECT(!is_read("{\"a\": 1 \"b\": 2}", "{\"a\": 1}"));
        EXPECT(!is_read("{/* a", "{}"));
}

TEST(marks_around_a_script_and_values_behind_each_other_are_passed)
{
        EXPECT_STR(author(SCRIPT("//<![CDATA[\n" ADA "\n//]]>")), "Ada Strand");
        EXPECT_STR(author(SCRIPT("{\"@type\":\"WebSite\"};\n" ADA)), "Ada Strand");
        EXPECT_STR(author(SCRIPT("{\"@type\":\"WebSite\"},[" ADA ",]")), "Ada Strand");
}

TEST(entities_of_any_name_are_characters)
{
        EXPECT_STR(author(SCRIPT("{\"@type\":\"Article\",\"author\":"
                                 "\"&Aring;sa L&oacute;pez &ndash; Hull\"}")),
                   "Åsa López");
}

TEST(a_number_is_a_time_of_publication)
{
        EXPECT_STR(published(SCRIPT("{\"@type\":\"Article\",\"datePublished\":1614693900}")),
                   "2021-03-02T14:05:00Z");
        EXPECT_STR(published(SCRIPT("{\"@type\":\"Article\",\"datePublished\":1614693900000}")),
                   "2021-03-02T14:05:00Z");
        EXPECT_STR(published(SCRIPT("{\"@type\":\"Article\",\"datePublished\":20210302}")),
                   NULL);
}
