/* What the times stage says of one short sentence without a title. */
#include "tests/unit/test.h"
#include "tests/unit/workers/extract/times_given.h"

/* A Thursday. */
static const char *const written = "2021-12-02T10:30";

static void expect(const char *note, const char *words, const char *value, const char *end)
{
        const struct time_expression *t = find(times_of_note(note, written), words);

        if (!t) {
                test_fail(__FILE__, __LINE__, "no time '%s' in '%s'", words, note);
                return;
        }
        EXPECT_STR(t->value, value);
        EXPECT_STR(t->end, end);
}

TEST(a_stretch_is_counted_from_the_day_it_is_written)
{
        expect("I am away for the next 3 weeks", "the next 3 weeks", "2021-12-03",
               "2021-12-24");
        expect("What came in during the past two months?", "the past two months", "2021-10-02",
               "2021-12-02");
        expect("I will answer within 20 minutes", "within 20 minutes", "2021-12-02T10:30:00",
               "2021-12-02T10:50:00");
        expect("She is back within 5 days", "within 5 days", "2021-12-02", "2021-12-07");
        expect("The talks will last two weeks.", "last two weeks", "P2W", NULL);
        expect("They met. It was the third time in the past two months.", "the past two months",
               "P2M", NULL);
        expect("It fell in the last three weeks of the war.", "the last three weeks", "P3W",
               NULL);
}

TEST(a_part_of_a_year_or_month_is_told_by_its_days)
{
        expect("We met in the first ten days of last year", "the first ten days", "2020-01-01",
               "2020-01-11");
        expect("The last 3 weeks of May 2019 are full", "The last 3 weeks", "2019-05-06",
               "2019-05-27");
        expect("They met. It was the last three weeks of May.", "the last three weeks", "P3W",
               NULL);
}

TEST(quarters_are_whole_ones)
{
        expect("What did it earn in the last two quarters?", "the last two quarters",
               "2021-04-01", "2021-10-01");
}

TEST(what_it_does_not_tell_stays_open)
{
        expect("Call me on Friday", "Friday", "XXXX-WXX-5", NULL);
        expect("We are closed in August", "August", "XXXX-08", NULL);
        expect("The roof was mended on 4 May", "4 May", "XXXX-05-04", NULL);
        expect("We dine together on Christmas Day", "Christmas Day", "XXXX-12-25", NULL);
        expect("The pipes froze in the winter", "the winter", "XXXX-WI", NULL);
        expect("I sleep until 9 a.m. and then call", "9 a.m.", "T09:00", NULL);
        expect("Let us talk in the evening", "in the evening", "TEV", NULL);
        expect("Water the plants from 5 to 6 p.m. please", "from 5 to 6 p.m.", "T17:00",
               "T18:00");
        expect("I am out on Tuesday at 4 p.m. again", "Tuesday at 4 p.m.", "XXXX-WXX-2T16:00",
               NULL);
        expect("The shop is shut from 3 to 12 March", "from 3 to 12 March", "XXXX-03-03",
               "XXXX-03-13");
}

TEST(an_open_hour_may_last)
{
        expect("The class starts at 2 p.m. for 90 minutes", "at 2 p.m.", "T14:00", "T15:30");
        expect("The watch starts at 11 p.m. for 3 hours", "at 11 p.m.", "T23:00", NULL);
}

TEST(what_is_counted_from_today_is_known)
{
        expect("Call me next Friday", "next Friday", "2021-12-10", NULL);
        expect("I am back tomorrow at 5 p.m. again", "tomorrow at 5 p.m.", "2021-12-03T17:00",
               NULL);
        expect("We open in May 2022 or so", "May 2022", "2022-05", NULL);
        expect("He left on the second Monday of May for good", "the second Monday of May",
               "2021-05-10", NULL);
}

TEST(a_report_is_none_however_short)
{
        expect_value("The talks began on Tuesday", "2021-12-02", "Tuesday", "2021-11-30");
        expect("They met. The talks began on Tuesday.", "Tuesday", "2021-11-30", NULL);
}

TEST(a_note_may_tell_the_clock_with_a_point)
{
        expect("Can we leave at 6.45?", "6.45", "T06:45", NULL);
        EXPECT_INT((int)times_of_note("It closed at 6.45 per cent", written)->n_times, 0);
}

TEST(a_note_counts_hours_to_the_minute)
{
        expect("I met her 3 hours ago", "3 hours ago", "2021-12-02T07:30", NULL);
        expect("I will call in the next hour", "the next hour", "2021-12-02T10:30:00",
               "2021-12-02T11:30:00");
}

TEST(a_clock_time_may_come_round)
{
        expect("I run at 9am every Sunday", "at 9am every Sunday", "XXXX-WXX-7T09:00", NULL);
        expect("I run every morning at 9", "at 9", "T09:00", NULL);
}
