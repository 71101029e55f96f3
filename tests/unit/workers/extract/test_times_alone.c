/* What the times stage says of an expression that is all the text there is. */
#include "tests/unit/test.h"
#include "tests/unit/workers/extract/times_given.h"

TEST(what_stands_alone_lies_ahead)
{
        expect_value("Thursday", "2021-12-02", "Thursday", "2021-12-09");
        expect_value("5 November", "2021-12-02", "5 November", "2022-11-05");
        expect_value("8:15", "2021-12-02T09:00", "8:15", "2021-12-02T20:15");
        expect_value("tonight at 8", "2021-12-02T09:00", "tonight at 8", "2021-12-02T20:00");
        expect_interval("next 4 days", "2021-12-02", "2021-12-03", "2021-12-07");
}

TEST(an_edge_or_a_part_of_a_day_alone_tells_from_when_to_when)
{
        expect_interval("end of next week", "2021-12-02", "2021-12-10", "2021-12-13");
        expect_interval("tomorrow afternoon", "2021-12-02", "2021-12-03T12:00",
                        "2021-12-03T19:00");
        expect_interval("rest of the week", "2021-12-02", "2021-12-02", "2021-12-06");
        expect_value("They will meet tomorrow afternoon.", "2021-12-02", "tomorrow afternoon",
                     "2021-12-03TAF");
}

TEST(a_deadline_alone_runs_from_now)
{
        expect_interval("by 2 pm", "2021-12-02T10:30", "2021-12-02T10:30:00",
                        "2021-12-02T14:00:00");
        expect_interval("by the end of the month", "2021-12-02T10:30", "2021-12-02T10:30:00",
                        "2022-01-01T00:00:00");
}

TEST(a_date_and_how_long_it_lasts_make_an_interval)
{
        expect_interval("from 2 pm for two hours", "2021-12-02T10:30", "2021-12-02T14:00",
                        "2021-12-02T16:00");
        expect_interval("27th - 29th may", "2021-12-02", "2022-05-27", "2022-05-30");
}

TEST(a_distance_alone_leads_to_a_day)
{
        expect_value("a week ago", "2021-12-02T10:30", "a week ago", "2021-11-25");
        expect_value("three months hence", "2021-12-02T10:30", "three months hence",
                     "2022-03-02");
}

TEST(what_stands_alone_may_be_spelled_in_many_ways)
{
        expect_value("may twenty-one", "2021-12-02", "may twenty-one", "2022-05-21");
        expect_value("monday after next", "2021-12-02", "monday after next", "2021-12-13");
        expect_value("8 GMT", "2021-12-02T07:30", "8 GMT", "2021-12-02T08:00");
        expect_value("quarter past 3", "2021-12-02T10:30", "quarter past 3",
                     "2021-12-02T15:15");
}

TEST(a_week_or_a_weekend_of_a_month_alone_is_that_one)
{
        expect_value("first week of May 2019", "2021-12-02", "first week of May 2019",
                     "2019-W19");
        expect_value("the last week of May 2019", "2021-12-02", "the last week of May 2019",
                     "2019-W21");
        expect_value("2nd last week of May 2019", "2021-12-02", "2nd last week of May 2019",
                     "2019-W20");
        expect_interval("last weekend of May 2019", "2021-12-02", "2019-05-24T18:00",
                        "2019-05-27T00:00");
}

TEST(a_zone_alone_is_told_by_the_clock_of_the_reader)
{
        expect_value("Friday 8:00 GMT", "2021-12-02T10:30:00+02:00", "Friday 8:00 GMT",
                     "2021-12-03T10:00");
        expect_value("They will meet on Friday at 8:00 GMT.", "2021-12-02T10:30:00+02:00",
                     "Friday at 8:00 GMT", "2021-12-03T08:00");
        expect_value("Friday 8:00 GMT", "2021-12-02T10:30", "Friday 8:00 GMT",
                     "2021-12-03T08:00");
}

TEST(a_day_of_week_and_month_alone_is_the_next_that_there_is)
{
        expect_value("Fri 13th", "2021-12-02", "Fri 13th", "2022-05-13");
}

TEST(what_is_counted_too_high_leads_to_no_day)
{
        expect_value("the last 4294967297 days of 2021", "2021-12-02",
                     "the last 4294967297 days", "P4294967297D");
        expect_value("He is here within 2 years, 3 months and 400000000 weeks", "2021-12-02",
                     "within 2 years, 3 months and 400000000 weeks", "P2Y3M400000000W");
}

TEST(four_digits_alone_may_be_a_clock)
{
        expect_value("at 1130", "2021-12-02T10:30", "at 1130", "2021-12-02T11:30");
        expect_interval("end of around next week", "2021-12-02", "2021-12-10", "2021-12-13");
}

TEST(what_cannot_be_a_clock_is_none_even_alone)
{
        EXPECT_INT(times_of("two sixty a m", "2021-12-02T10:30")->n_times, 0);
}

TEST(a_part_of_a_year_alone_is_told_by_its_days)
{
        expect_interval("the last four months of 2021", "2021-12-02", "2021-09-01",
                        "2022-01-01");
}

TEST(minutes_alone_are_no_time)
{
        EXPECT_INT(times_of("minutes", "2021-12-02")->n_times, 0);
}

TEST(a_zone_of_the_united_states_has_summer_time)
{
        expect_value("8 p.m. ET", "2021-07-02T07:30-04:00", "8 p.m. ET", "2021-07-02T20:00");
        expect_value("8 p.m. ET", "2021-01-02T07:30-05:00", "8 p.m. ET", "2021-01-02T20:00");
        expect_value("8 p.m. EST", "2021-07-02T07:30-04:00", "8 p.m. EST", "2021-07-02T21:00");
        expect_value("March 13 2021 8 p.m. ET", "2021-01-02T07:30Z", "March 13 2021 8 p.m. ET",
                     "2021-03-14T01:00");
        expect_value("March 14 2021 8 p.m. ET", "2021-01-02T07:30Z", "March 14 2021 8 p.m. ET",
                     "2021-03-15T00:00");
        expect_value("April 2 2006 8 p.m. ET", "2006-01-02T07:30Z", "April 2 2006 8 p.m. ET",
                     "2006-04-03T00:00");
}
