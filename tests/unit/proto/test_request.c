#include <string.h>

#include "proto/feed_item.h"
#include "proto/request.h"
#include "tests/unit/test.h"

static struct json_fault fault;

static struct blob blob(const char *text)
{
        return (struct blob){ text, strlen(text) };
}

TEST(request_reads_its_frames)
{
        struct blob frames[] = { blob("PUT"), blob("id1"), blob("{}"), blob("raw") };
        struct request r;

        EXPECT_INT(request_decode(&r, frames, 4), 0);
        EXPECT_INT(r.verb, VERB_PUT);
        EXPECT(r.raw.size == 3 && r.body.size == 2);
        EXPECT_INT(request_decode(&r, frames, 3), 0);
        EXPECT(r.raw.data == NULL);
        EXPECT_INT(request_decode(&r, frames, 1), REQUEST_E_MALFORMED);
        frames[0] = blob("SHOW");
        EXPECT_INT(request_decode(&r, frames, 4), REQUEST_E_MALFORMED);
        frames[0] = blob("NOSUCH");
        EXPECT_INT(request_decode(&r, frames, 3), 0);
        EXPECT_INT(r.verb, VERB_UNKNOWN);
}

TEST(statuses_have_the_names_of_the_contract)
{
        for (int s = STATUS_OK; s <= STATUS_ERROR; s++)
                EXPECT_INT(status_of(status_name((enum status)s),
                                     strlen(status_name((enum status)s))),
                           s);
        EXPECT_STR(status_name(STATUS_TOO_LARGE), "too-large");
        EXPECT_STR(status_name(STATUS_UNKNOWN_VERB), "unknown-verb");
}

static int open_request(struct feed_request *r, const char *json)
{
        return feed_request_decode(r, json, strlen(json), &fault);
}

TEST(feed_request_takes_a_number_or_a_cursor)
{
        struct feed_request r;

        EXPECT_INT(open_request(&r, "{\"from\":7,\"credit\":100}"), 0);
        EXPECT(r.from == 7 && r.credit == 100);
        feed_request_clear(&r);
        EXPECT_INT(open_request(&r, "{\"cursor\":\"desk\"}"), 0);
        EXPECT_STR(r.cursor, "desk");
        feed_request_clear(&r);
        EXPECT_INT(open_request(&r, "{\"cursor\":\"desk\",\"from\":3}"), REQUEST_E_MALFORMED);
        EXPECT_INT(open_request(&r, "{\"from\":-1}"), REQUEST_E_MALFORMED);
        EXPECT_INT(open_request(&r, "{\"filter\":{\"colour\":\"red\"}}"), REQUEST_E_MALFORMED);
        EXPECT_STR(fault.pointer, "/filter");
        EXPECT_INT(open_request(&r, "[]"), REQUEST_E_MALFORMED);
}

TEST(feed_filter_lets_pass_what_it_asks_for)
{
        const char *summary =
                "{\"title\":\"T\",\"date\":null,\"place\":{\"name\":\"Stockholm\",\"ref\":"
                "{\"iso3166\":\"SE\"}},\"participants\":[{\"name\":\"Antony Blinken\","
                "\"type\":\"person\",\"aliases\":[\"Blinken\"],\"articles\":[\"a\"]}],"
                "\"counts\":{\"articles\":5,\"sources\":5,\"origins\":4},\"conflicts\":1,"
                "\"facets\":{\"source\":[\"The Post\"],\"plover\":[\"CONSULT\"],"
                "\"language\":[\"en\"]}}";
        struct feed_item item = { .number = 12,
                                  .event = 3,
                                  .type = FEED_CREATED,
                                  .store_id = "0123456789abcdef",
                                  .version = 9,
                                  .summary = summary,
                                  .summary_size = strlen(summary) };
        static const struct {
                const char *open;
                bool passes;
        } cases[] = {
                { "{\"filter\":{\"participant\":\"blinken\"}}", true },
                { "{\"filter\":{\"participant\":\"Lavrov\"}}", false },
                { "{\"filter\":{\"place\":\"Stockholm\",\"country\":\"SE\"}}", true },
                { "{\"filter\":{\"place\":\"Stockholm\",\"country\":\"FI\"}}", false },
                { "{\"filter\":{\"origins\":4}}", true },
                { "{\"filter\":{\"origins\":5}}", false },
                { "{\"filter\":{\"plover\":\"CONSULT\",\"source\":\"The Post\",\"language\":\"en\"}}",
                  true },
                { "{\"filter\":{\"source\":\"The Times\"}}", false },
                { "{}", true },
        };
        _cleanup_(buffer_clear) struct buffer out = { 0 };
        json_t *event;

        REQUIRE(feed_item_encode(&item, &out) == 0);
        EXPECT_INT(feed_item_check((char *)out.data, out.size, &fault), 0);
        event = json_parse((char *)out.data, out.size, NULL);
        EXPECT_STR(json_text(event, "id"), "00000000000000000012");
        for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
                struct feed_request r;

                REQUIRE(open_request(&r, cases[i].open) == 0);
                EXPECT_INT(feed_filter_passes(r.filter, event), cases[i].passes);
                feed_request_clear(&r);
        }
        json_decref(event);
}

TEST(an_acknowledgement_gives_number_and_id_as_they_are)
{
        _cleanup_(buffer_clear) struct buffer out = { 0 };

        reply_put_stored(&out, UINT64_MAX, "a \"b\" \\ caf\xC3\xA9");
        EXPECT_STR(buffer_text(&out), "{\"number\":18446744073709551615,"
                                      "\"id\":\"a \\\"b\\\" \\\\ caf\xC3\xA9\"}");
}
