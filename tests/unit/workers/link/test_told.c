/* Of which day a report tells. */
#include <string.h>

#include "tests/unit/test.h"
#include "workers/link/told.h"
#include "workers/link/signature.h"

enum { TIMES_MAX = 4 };

/* A text of one sentence a line, in which [words] are a time with the value of its place. */
static int32_t told(const char *published, const char *marked, const char *const values[])
{
        static char text[600];
        static struct span sentences[12];
        static struct time_expression times[TIMES_MAX];
        struct extraction x = { .text = text, .sentences = sentences, .times = times };
        uint32_t n = 0, start = 0;

        for (const char *p = marked; *p; p++) {
                REQUIRE(n + 1 < sizeof(text));
                if (*p == '[')
                        times[x.n_times] = (struct time_expression){
                                .span = { n, n }, .type = TIME_DATE, .value = values[x.n_times]
                        };
                else if (*p == ']')
                        times[x.n_times++].span.end = n;
                else
                        text[n++] = *p;
                if (*p == '\n' || !p[1]) {
                        sentences[x.n_sentences++] = (struct span){ start, n };
                        start = n;
                }
        }
        x.text_size = n;
        x.published.value = published;
        return told_day(&x);
}

static int32_t day(const char *value)
{
        int64_t minute = 0;

        REQUIRE(signature_time(value, &minute) != KNOWN_NOT);
        return (int32_t)(minute / (24 * 60));
}

#define VALUES(...) ((const char *const[]){ __VA_ARGS__ })

TEST(the_newest_day_of_the_first_sentences_is_told)
{
        EXPECT_INT(told("2026-03-03",
                        "The mayor resigned [on Tuesday].\nThe dam had burst [on Monday].",
                        VALUES("2026-03-03", "2026-03-02")),
                   day("2026-03-03"));
        EXPECT_INT(told("2026-03-05T09:00:00Z", "The dam burst [on Monday morning].",
                        VALUES("2026-03-02TMO")),
                   day("2026-03-02"));
}

TEST(the_day_of_the_telling_is_not_what_is_told)
{
        const char *const two[] = { "2026-03-02", "2026-03-03" };
        const char *const one[] = { "2026-03-03" };

        EXPECT_INT(told("2026-03-03", "The dam burst [on Monday], officials said [on Tuesday].",
                        two),
                   day("2026-03-02"));
        EXPECT_INT(told("2026-03-03",
                        "She told reporters in Quell [on Tuesday] that it leaked.", one),
                   TOLD_UNKNOWN);
        EXPECT_INT(told("2026-03-03", "The company [on Tuesday] said it would pay.", one),
                   TOLD_UNKNOWN);
        EXPECT_INT(told("2026-03-03", "She said the second wall broke [on Tuesday].", one),
                   day("2026-03-03"));
}

TEST(what_is_to_come_or_long_past_is_not_told)
{
        EXPECT_INT(
                told("2026-03-03", "A court hears the case [on Friday].", VALUES("2026-03-06")),
                TOLD_UNKNOWN);
        EXPECT_INT(
                told("2026-03-03", "The wall was built [on 2 May 1987].", VALUES("1987-05-02")),
                TOLD_UNKNOWN);
        EXPECT_INT(told("2026-03-03", "It rained [all March].", VALUES("2026-03")),
                   TOLD_UNKNOWN);
}

TEST(nor_is_what_stands_further_down_or_in_a_report_without_a_date)
{
        EXPECT_INT(
                told("2026-03-03", "A.\nB.\nC.\nIt rains [on Tuesday].", VALUES("2026-03-03")),
                TOLD_UNKNOWN);
        EXPECT_INT(told(NULL, "The mayor resigned [on Tuesday].", VALUES("2026-03-03")),
                   TOLD_UNKNOWN);
}

TEST(a_signature_of_before_tells_of_no_day)
{
        struct feature features[FEATURES_MAX];
        struct signature s = { .features = features, .told = 20500 }, out = s;
        struct buffer now = { 0 }, before = { 0 };

        REQUIRE(signature_encode(&s, &now) == 0);
        REQUIRE(signature_decode(&out, now.data, now.size) == 0);
        EXPECT_INT(out.told, 20500);
        /* version 1: all but the four bytes before the number of features */
        buffer_put(&before, now.data, now.size - 8);
        buffer_put_u32(&before, 0);
        ((unsigned char *)before.data)[0] = 1;
        REQUIRE(signature_decode(&out, before.data, before.size) == 0);
        EXPECT_INT(out.told, TOLD_UNKNOWN);
        buffer_clear(&now);
        buffer_clear(&before);
}
