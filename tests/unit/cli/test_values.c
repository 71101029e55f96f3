/* Normalised values, for people */
#include "cli/values.h"
#include "tests/unit/test.h"

static void expect(const char *value, const char *expected)
{
        struct buffer out = { 0 };

        value_put(&out, value);
        EXPECT_STR(buffer_text(&out), expected);
        buffer_clear(&out);
}

TEST(durations_are_spelled_out)
{
        expect("PT40M", "40 minutes");
        expect("PT1H30M", "1 hour 30 minutes");
        expect("P19-24Y", "19 to 24 years");
        expect("about PT1.5-2H", "about 1.5 to 2 hours");
        expect("P1Y6M", "1 year 6 months");
        expect("P3D", "3 days");
        expect("P2W", "2 weeks");
        expect("P1DT0.5S", "1 day 0.5 seconds");
}

TEST(bounds_stay_before_what_is_spelled_out)
{
        expect("about PT30M", "about 30 minutes");
        expect("at least 60 metre", "at least 60 metres");
        expect("200 foot", "200 feet");
        expect("1 metre", "1 metre");
        expect("12 inch", "12 inches");
        expect("5000 USD", "5000 USD");
        expect("20:49", "20:49");
}

TEST(what_is_no_duration_stays)
{
        const char *const values[] = { "2021-12-02", "P",
                                       "PT",         "Peter",
                                       "P5",         "PX",
                                       "P1H",        "more than 13,000",
                                       "",           "P10000000000000000000000" };

        for (size_t i = 0; i < ARRAY_SIZE(values); i++)
                expect(values[i], values[i]);
        expect("\033[2J", "\\x1b[2J");
}

TEST(weeks_and_parts_of_a_year_are_named)
{
        expect("2018-W26", "week of 2018-06-25");
        expect("2018-W26-WE", "weekend of 2018-06-30");
        expect("2021-SU", "summer of 2021");
        expect("2021-Q2", "second quarter of 2021");
        expect("2018-W54", "2018-W54");
        expect("2018-W26-3", "2018-W26-3");
        expect("2021-XX", "2021-XX");
}

TEST(large_numbers_are_told_in_words)
{
        expect("15000000000 dollar", "15 billion dollars");
        expect("at least 1300000000000 dollar", "at least 1.3 trillion dollars");
        expect("1234567", "1,234,567");
        expect("1250000", "1.25 million");
        expect("13000-15000", "13,000-15,000");
        expect("9999", "9999");
        expect("30823.5", "30823.5");
        expect("2500000000000000 metre", "2,500 trillion metres");
        expect("1234567890123456789", "1234567890123456789");
}
