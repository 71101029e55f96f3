#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "proto/extraction.h"
#include "tests/unit/test.h"

static const char text[] = "“Zoë” met Łukasz in Kyiv. It lasted 40 minutes.";

static struct span words(const char *part)
{
        const char *at = strstr(text, part);

        return (struct span){ (uint32_t)(at - text), (uint32_t)(at - text + strlen(part)) };
}

static struct finding by(const char *rule)
{
        return (struct finding){ 930, rule };
}

/* An extraction with one finding of each kind, spans behind letters of two and three bytes. */
static void fill(struct extraction *x)
{
        static struct span mentions[2], where[1], spoken[1], sentence[2];
        static struct entity entities[2];
        static const char *titles[] = { "Minister" }, *authors[] = { "A. Writer" };
        static struct quote quotes[1];
        static struct time_expression times[1];
        static struct quantity quantities[1];
        static int actors[] = { 0 };
        static struct act acts[1];
        static struct credit credits[1];

        mentions[0] = words("Łukasz");
        where[0] = words("Kyiv");
        spoken[0] = words("Zoë");
        sentence[0] = (struct span){ 0, words("It").start - 1 };
        sentence[1] = (struct span){ words("It").start, (uint32_t)strlen(text) };
        entities[0] = (struct entity){ by("names.model"),
                                       ENTITY_PERSON,
                                       "Łukasz",
                                       mentions,
                                       1,
                                       titles,
                                       1,
                                       "",
                                       0,
                                       NULL,
                                       'm' };
        entities[1] = (struct entity){ by("names.places"),
                                       ENTITY_PLACE,
                                       "Kyiv",
                                       where,
                                       1,
                                       NULL,
                                       0,
                                       "UA",
                                       703448,
                                       NULL,
                                       0 };
        quotes[0] = (struct quote){ by("quotes.marks"),
                                    spoken,
                                    1,
                                    "Zoë",
                                    true,
                                    false,
                                    SPAN_NONE,
                                    { "Łukasz", mentions[0], 0, "Łukasz" },
                                    NONE };
        times[0] = (struct time_expression){
                by("times.day"), words("40 minutes"), TIME_DURATION, "PT40M", NULL, NULL
        };
        quantities[0] = (struct quantity){ by("quantities.unit"),
                                           words("40 minutes"),
                                           40000,
                                           QUANTITY_NO_HIGH,
                                           "minute",
                                           "meeting",
                                           BOUND_ABOUT,
                                           QUANTITY_DURATION,
                                           -333333 };
        acts[0] = (struct act){ by("acts.clause"),
                                sentence[0],
                                "meet",
                                "CONSULT",
                                "visit",
                                actors,
                                NULL,
                                1,
                                0,
                                NONE,
                                1,
                                ACT_HAPPENED,
                                NONE };
        credits[0] = (struct credit){ by("credits.line"), "Reuters", SPAN_NONE, "(Reuters)" };
        *x = (struct extraction){ .article = "a1",
                                  .source = "s",
                                  .extractor = "parallax/0",
                                  .language = "en",
                                  .is_article = true,
                                  .title = "T",
                                  .authors = authors,
                                  .n_authors = 1,
                                  .text = text,
                                  .text_size = sizeof(text) - 1,
                                  .sentences = sentence,
                                  .n_sentences = 2,
                                  .entities = entities,
                                  .n_entities = 2,
                                  .quotes = quotes,
                                  .n_quotes = 1,
                                  .times = times,
                                  .n_times = 1,
                                  .quantities = quantities,
                                  .n_quantities = 1,
                                  .acts = acts,
                                  .n_acts = 1,
                                  .credits = credits,
                                  .n_credits = 1 };
        x->published = (struct stated_date){ by("dates.given"), "2021-12-02", BASIS_GIVEN,
                                             SPAN_NONE, "2021-12-02" };
        x->modified.span = x->dateline.span = SPAN_NONE;
}

static const char *encoded(struct buffer *out)
{
        struct extraction x;

        fill(&x);
        REQUIRE(extraction_encode(&x, out) == 0);
        return buffer_text(out);
}

TEST(extraction_spans_count_code_points_on_the_wire)
{
        _cleanup_(buffer_clear) struct buffer out = { 0 };
        const char *json = encoded(&out);
        json_t *o = json_parse(json, out.size, NULL);
        const json_t *quote = json_array_get(json_object_get(o, "quotes"), 0);
        const json_t *span = json_array_get(json_object_get(quote, "spans"), 0);

        EXPECT_INT(json_integer_value(json_array_get(span, 0)), 1);
        EXPECT_INT(json_integer_value(json_array_get(span, 1)), 4);
        json_decref(o);
}

TEST(extraction_is_decoded_as_it_was_encoded)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new(1 << 20);
        _cleanup_(buffer_clear) struct buffer one = { 0 }, two = { 0 };
        struct extraction *x;
        struct json_fault fault;

        encoded(&one);
        REQUIRE(extraction_decode(&x, arena, (char *)one.data, one.size, &fault) == 0);
        EXPECT_INT(x->quantities[0].value, 40000);
        EXPECT_INT(x->quantities[0].finer, -333333);
        EXPECT_INT(x->entities[1].geonames, 703448);
        EXPECT_INT(x->quotes[0].spans[0].start, words("Zoë").start);
        REQUIRE(extraction_encode(x, &two) == 0);
        EXPECT_STR(buffer_text(&two), buffer_text(&one));
}

TEST(extraction_says_how_much_of_a_long_text_was_analysed)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new(1 << 20);
        _cleanup_(buffer_clear) struct buffer out = { 0 };
        struct extraction x, *back;
        struct json_fault fault;

        fill(&x);
        x.analysed = words("Zoë").end;
        REQUIRE(extraction_encode(&x, &out) == 0);
        EXPECT(strstr(buffer_text(&out), "\"analysed\":[0,") != NULL);
        REQUIRE(extraction_decode(&back, arena, (char *)out.data, out.size, &fault) == 0);
        EXPECT_INT(back->analysed, x.analysed);
}

TEST(extraction_that_could_not_be_read_back_is_not_written)
{
        _cleanup_(buffer_clear) struct buffer out = { 0 };
        struct extraction x;

        fill(&x);
        x.n_sentences = EXTRACTION_FINDINGS_MAX + 1;
        x.sentences = calloc(x.n_sentences, sizeof(*x.sentences));
        REQUIRE(x.sentences);
        EXPECT_INT(extraction_encode(&x, &out), -EMSGSIZE);
        free(x.sentences);
}

static void expect_refused(const char *key, const char *replacement, const char *pointer)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new(1 << 20);
        _cleanup_(buffer_clear) struct buffer out = { 0 }, changed = { 0 };
        const char *json = encoded(&out), *at = strstr(json, key);
        struct extraction *x;
        struct json_fault fault;

        REQUIRE(at != NULL);
        buffer_put(&changed, json, (size_t)(at - json));
        buffer_put_text(&changed, replacement);
        buffer_put_text(&changed, at + strlen(key));
        EXPECT_INT(extraction_decode(&x, arena, buffer_text(&changed), changed.size, &fault),
                   EXTRACTION_E_INVALID);
        EXPECT_STR(fault.pointer, pointer);
}

TEST(extraction_that_lies_is_refused)
{
        expect_refused("\"spans\":[[1,4]]", "\"spans\":[[1,4000]]", "/quotes/0/spans");
        expect_refused("\"spans\":[[1,4]]", "\"spans\":[[4,1]]", "/quotes/0/spans");
        expect_refused("\"actors\":[\"e1\"]", "\"actors\":[\"e9\"]", "/acts/0/actors");
        expect_refused("\"type\":\"person\"", "\"type\":\"robot\"", "/entities/0/type");
        expect_refused("\"confidence\":0.93", "\"confidence\":7", "/confidence");
        expect_refused("\"value\":39.", "\"value\":1e300,\"x\":0.", "/quantities/0/value");
        expect_refused("\"kind\":\"article\"", "\"kind\":\"poem\"", "/kind");
        expect_refused("\"article\":\"a1\",", "", "/article");
}
