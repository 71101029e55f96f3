/* In which words times are told: a sentence each. */
#include "tests/unit/test.h"
#include "tests/unit/workers/extract/times_given.h"

TEST(the_clock_is_told_with_oclock_too)
{
        expect_value("They met at eight o'clock on 3 May 2014.", NULL,
                     "at eight o'clock on 3 May 2014", "2014-05-03T08:00");
        expect_value("They met on 3 May 2014 at 3 o\xe2\x80\x99"
                     "clock in the afternoon.",
                     NULL,
                     "3 May 2014 at 3 o\xe2\x80\x99"
                     "clock in the afternoon",
                     "2014-05-03T15:00");
        expect_value("It is half past seven o'clock.", "2021-12-02", "half past seven o'clock",
                     "2021-12-02T07:30");
}

TEST(days_and_weeks_are_counted_from_the_end_too)
{
        expect_value("It closed on the third last day of May 2014.", NULL,
                     "the third last day of May 2014", "2014-05-29");
        expect_value("It closed in the 2nd last week of 2018.", NULL,
                     "the 2nd last week of 2018", "2018-W51");
}

TEST(a_month_and_its_year_may_stand_apart)
{
        expect_value("The plan is of 2016 / 11.", NULL, "2016 / 11", "2016-11");
        expect_value("The plan is of 11 - 2016.", NULL, "11 - 2016", "2016-11");
        expect_value("The records of August 99.", NULL, "August 99", "1999-08");
        expect_value("In July 32, mostly children, died.", "2021-12-02", "July", "2021-07");
}

TEST(an_h_behind_digits_is_a_clock_only_beside_a_day_a_zone_or_another)
{
        expect_value("They met on 3 May 2014 19h.", NULL, "3 May 2014 19h", "2014-05-03T19:00");
        expect_value("They meet at 8h GMT.", "2021-12-02", "8h GMT", "2021-12-02T08:00");
        expect_value("The ride took 8h.", "2021-12-02", "8h", "PT8H");
}

TEST(a_feast_gives_its_name_to_a_weekend)
{
        expect_value("Many died over the Labor Day weekend.", "2021-10-02",
                     "the Labor Day weekend", "2021-W35-WE");
        expect_value("They met on the weekend of Thanksgiving 2023.", NULL,
                     "the weekend of Thanksgiving 2023", "2023-W47-WE");
}

TEST(a_distance_may_be_told_in_several_units)
{
        expect_value("She left 2 years, 1 month and 21 days ago.", "2021-12-02",
                     "2 years, 1 month and 21 days ago", "2019-10-12");
        expect_value("She left a year and two months ago.", "2021-12-02",
                     "a year and two months ago", "2020-10");
        expect_value("It took 1 year, 2 days, 3 hours and 4 seconds.", NULL,
                     "1 year, 2 days, 3 hours and 4 seconds", "P1Y2DT3H4S");
        expect_value("It took two hours and a quarter.", NULL, "two hours and a quarter",
                     "PT2.25H");
}

TEST(a_year_from_a_leap_day_is_the_last_day_of_february)
{
        expect_value("It opened a year after 29 February 2020.", NULL,
                     "a year after 29 February 2020", "2021-02-28");
        expect_value("It opened three years from today.", "2021-12-02",
                     "three years from today", "2024-12-02");
}

TEST(for_three_days_from_a_day_is_a_length)
{
        expect_value("It is shut for three days from 3 May 2014.", NULL, "three days", "P3D");
        expect_value("It is shut for three days from 3 May 2014.", NULL, "3 May 2014",
                     "2014-05-03");
}

TEST(days_are_told_by_week_or_month)
{
        expect_value("They meet on Monday of the following week.", "2021-12-02",
                     "Monday of the following week", "2021-12-06");
        expect_value("They meet on the 21st this month.", "2021-12-02", "the 21st this month",
                     "2021-12-21");
        expect_value("It ends on the twenty-sixth day of the month.", "2021-12-02",
                     "the twenty-sixth day of the month", "2021-12-26");
        expect_value("They meet from Tue to Thur in May.", "2021-12-02", "Thur", "2021-12-02");
}

TEST(a_part_of_an_hour_keeps_its_unit)
{
        expect_value("It took three quarters of an hour.", NULL, "three quarters of an hour",
                     "PT45M");
        expect_value("It took a quarter of an hour.", NULL, "quarter of an hour", "PT15M");
}

TEST(around_a_number_is_a_clock_beside_a_day_where_nothing_is_counted)
{
        expect_value("They met on 3 May 2014 around 4.", NULL, "3 May 2014 around 4",
                     "2014-05-03T04:00");
        expect_value("On 3 May 2014 about 20 people met.", NULL, "3 May 2014", "2014-05-03");
}

TEST(a_distance_may_be_counted_from_a_clock_time)
{
        expect_value("They left 15 minutes after 1 p.m. on 3 May 2014.", NULL,
                     "15 minutes after 1 p.m. on 3 May 2014", "2014-05-03T13:15");
        expect_value("They left a few minutes before 9 p.m. on 3 May 2014.", NULL,
                     "9 p.m. on 3 May 2014", "2014-05-03T21:00");
}

TEST(the_dawn_of_what_is_no_day_is_no_time)
{
        EXPECT_INT(times_of("It was the dawn of a new era for the mills.", NULL)->n_times, 0);
}

TEST(an_edge_needs_of_before_a_length)
{
        expect_value("The plane had to turn around four hours later.", "2021-12-02",
                     "around four hours later", "2021-12-02TXX");
}

TEST(a_clock_has_whole_hours_before_its_half_of_the_day)
{
        expect_value("They met at 2 pm on 3 May 2014.", NULL, "at 2 pm on 3 May 2014",
                     "2014-05-03T14:00");
        EXPECT_INT(times_of("The grid has a size of 2.125 pm or so.", NULL)->n_times, 0);
}

TEST(years_and_decades_are_told_in_words)
{
        expect_value("It sank on 6 April seventeen hundred thirty-three.", NULL,
                     "6 April seventeen hundred thirty-three", "1733-04-06");
        expect_value("In April fifteen hundred men left.", "2021-12-02", "April", "2021-04");
        expect_value("It was so in the two thousands.", NULL, "the two thousands", "200");
        expect_value("It was so in the nineteen seventies.", NULL, "the nineteen seventies",
                     "197");
        expect_value("It was so in the 70's.", NULL, "the 70's", "197");
        EXPECT_INT(times_of("She was in her 70's.", NULL)->n_times, 0);
}

TEST(a_range_of_hours_ends_after_its_minutes)
{
        const struct time_expression *t =
                find(times_of("They met on 3 May 2014 from 7 to 7:30.", NULL),
                     "3 May 2014 from 7 to 7:30");

        REQUIRE(t);
        EXPECT_STR(t->value, "2014-05-03T07:00");
        EXPECT_STR(t->end, "2014-05-03T07:30");
}

TEST(a_fortnight_is_two_weeks)
{
        expect_value("They met over the past fortnight.", "2021-12-02", "the past fortnight",
                     "P2W");
}

TEST(a_feast_of_an_unknown_year_is_left_open)
{
        expect_value("They met on Vesak.", "2080-05-02", "Vesak", "2080");
}

TEST(a_weekday_may_be_told_by_its_week)
{
        expect_value("They will meet on Monday, two weeks from now.", "2021-12-02",
                     "Monday, two weeks from now", "2021-12-13");
        expect_value("They met two weeks after 3 May 2014 on Friday.", NULL,
                     "two weeks after 3 May 2014 on Friday", "2014-05-16");
}

TEST(a_named_month_leaves_no_doubt_of_the_order)
{
        expect_value("The file is of September-2020-23.", NULL, "September-2020-23",
                     "2020-09-23");
        expect_value("The file is of 23-2020-September.", NULL, "23-2020-September",
                     "2020-09-23");
        expect_value("The file is of 2020/23/Sep.", NULL, "2020/23/Sep", "2020-09-23");
        expect_value("The years May-2020 were dry.", NULL, "May-2020", "2020-05");
}

TEST(a_range_may_end_now_or_with_an_edge)
{
        expect_interval("Sales between Monday and now were good.", "2021-12-02", "2021-11-29",
                        "2021-12-03");
        expect_interval("Sales between Monday and now were good.", "2021-12-02T10:30",
                        "2021-11-29", "2021-12-02T10:30");
        expect_interval("The mill ran from 1996 to the end of 2003.", "2021-12-02", "1996",
                        "2004");
}

TEST(working_days_leave_out_weekends)
{
        expect_value("The court will answer in five working days.", "2021-12-02",
                     "in five working days", "2021-12-09");
        expect_value("The court will answer in two business days.", "2021-12-04",
                     "in two business days", "2021-12-07");
        expect_nothing("They sold a zero-day flaw.");
}

TEST(a_part_of_a_day_may_be_told_by_its_week)
{
        expect_value("They will meet Wednesday evening next week.", "2021-12-02",
                     "Wednesday evening next week", "2021-12-08TEV");
}

TEST(more_feasts_move)
{
        expect_interval("He fasted in Lent 2018.", "2021-12-02", "2018-02-14", "2018-04-01");
        expect_value("They met on Tu BiShvat 2018.", "2021-12-02", "Tu BiShvat 2018",
                     "2018-01-30");
        expect_value("They met on Tu BiShvat 2019.", "2021-12-02", "Tu BiShvat 2019",
                     "2019-01-20");
        expect_value("They met on Tisha B'Av 2018.", "2021-12-02", "Tisha B'Av 2018",
                     "2018-07-21");
        expect_value("They met on Tisha B'Av 2017.", "2021-12-02", "Tisha B'Av 2017",
                     "2017-07-31");
        expect_value("They met on Onam 2019.", "2021-12-02", "Onam 2019", "2019-09-11");
        expect_nothing("The bank lent him a boat.");
}

TEST(a_feast_that_others_get_ready_for_lies_ahead)
{
        expect_value("They shopped for Christmas.", "2021-12-02", "Christmas", "2021-12-25");
        expect_value("They met at Christmas.", "2021-12-02", "Christmas", "2020-12-25");
}

TEST(days_of_a_month_may_be_listed)
{
        expect_value("They will meet on May 4, 8 and 11.", "2021-04-02", "8", "2021-05-08");
        expect_value("They will meet on May 4, 8 and 11.", "2021-04-02", "11", "2021-05-11");
        expect_value("On May 4, 8 people left.", "2021-06-02", "May 4", "2021-05-04");
}

TEST(what_stands_before_the_article_bounds_nothing)
{
        expect_value("They read a book about the 2016 vote.", "2021-12-02", "the 2016", "2016");
        expect_value("It fell over the past two weeks. So they say.", "2021-12-02",
                     "the past two weeks", "P2W");
        expect_value("It took over two weeks. So they say.", "2021-12-02", "over two weeks",
                     "P2W");
}

TEST(how_long_after_many_were_hurt_is_a_length)
{
        expect_value("That was six years after thousands of millers struck.", "2021-12-02",
                     "six years", "P6Y");
}

TEST(a_week_of_an_unknown_day_is_left_open)
{
        expect_value("It fell last week.", "2021-12", "last week", "XXXX-WXX");
}

TEST(a_feast_of_these_days_is_the_near_one)
{
        expect_value("The Christmas market was closed.", "2021-12-22", "The Christmas",
                     "2021-12-25");
        expect_value("She left on Christmas.", "2021-12-22", "Christmas", "2020-12-25");
}

TEST(what_looks_like_a_time_and_tells_none)
{
        expect_nothing("It could one day transport humans.");
        expect_nothing("They met the now-outlawed party.");
        expect_nothing("She lost the ball at the 4:35 mark.");
        expect_nothing("A Long March 4C rocket was built.");
        expect_value("They left on 8 July 1963-the day after. So it was.", "2021-12-02",
                     "8 July 1963", "1963-07-08");
        expect_value("He was shot in 2005. He was killed the next day. So they say.",
                     "2021-12-02", "the next day", "XXXX-XX-XX");
        expect_value("It lasted at least the past two weeks. So they say.", "2021-12-02",
                     "at least the past two weeks", "P2W");
}

TEST(a_length_may_end_with_a_share_of_its_unit)
{
        expect_value("They waited an hour and three quarters.", "2021-12-02",
                     "an hour and three quarters", "PT1.75H");
        expect_value("In an hour and a half", "2021-12-02T10:30", "In an hour and a half",
                     "2021-12-02T12:00");
        expect_value("in two hours and ten minutes", "2021-12-02T10:30",
                     "in two hours and ten minutes", "2021-12-02T12:40");
        expect_value("an hour and twenty minutes ago", "2021-12-02T10:30",
                     "an hour and twenty minutes ago", "2021-12-02T09:10");
        expect_value("The climb took 1h 20m in all.", "2021-12-02", "1h 20m", "PT1H20M");
}

TEST(a_clock_may_be_told_by_soldiers_and_in_words)
{
        expect_value("They landed at 0730 hours.", "2021-12-02", "0730 hours",
                     "2021-12-02T07:30");
        expect_value("They waited 1630 hours.", "2021-12-02", "1630 hours", "PT1630H");
        expect_value("Work is capped at 1500 hours a year.", "2021-12-02", "1500 hours",
                     "PT1500H");
        expect_value("They met at 1500 hours on Monday.", "2021-12-02", "1500 hours on Monday",
                     "2021-11-29T15:00");
        expect_value("The shop opens at eight thirty.", "2021-12-02", "at eight thirty",
                     "2021-12-02T08:30");
        expect_value("half eight pm", "2021-12-02T10:30", "half eight pm", "2021-12-02T20:30");
        expect_value("They met at half past noon.", "2021-12-02", "at half past noon",
                     "2021-12-02T12:30");
}

TEST(a_clock_a_day_and_its_part_are_one_time)
{
        expect_value("It blew up at 6 p.m. on Tuesday evening.", "2021-12-02",
                     "at 6 p.m. on Tuesday evening", "2021-11-30T18:00");
        expect_value("tomorrow at half past three in the afternoon", "2021-12-02T10:30",
                     "tomorrow at half past three in the afternoon", "2021-12-03T15:30");
}

TEST(weeks_are_counted_behind_a_day_of_the_week)
{
        expect_value("The vote is on Tuesday week.", "2021-12-02", "Tuesday week",
                     "2021-12-14");
        expect_value("a fortnight on Monday", "2021-12-02", "a fortnight on Monday",
                     "2021-12-20");
        expect_value("They met on Tuesday for week 3.", "2021-12-02", "Tuesday", "2021-11-30");
}

TEST(a_quarter_of_a_short_year_is_that_of_the_year)
{
        expect_value("Sales rose in Q2 FY19.", "2021-12-02", "Q2 FY19", "2019-Q2");
        expect_value("Sales rose in 3Q21.", "2021-12-02", "3Q21", "2021-Q3");
        expect_value("Sales rose in 1H 2020.", "2021-12-02", "1H 2020", "2020-H1");
}

TEST(a_day_may_be_the_last_but_one)
{
        expect_value("the second to last Friday of May 2022", "2021-12-02",
                     "the second to last Friday of May 2022", "2022-05-20");
        expect_value("the penultimate day of May 2022", "2021-12-02",
                     "the penultimate day of May 2022", "2022-05-30");
}

TEST(how_much_later_than_planned_is_a_length)
{
        expect_value("It opened in May, a year later than planned.", "2021-12-02", "a year",
                     "P1Y");
        expect_value("She heard last week of the plan.", "2021-12-02", "last week", "2021-W47");
        expect_value("They spent the last week of August there.", "2021-12-02", "the last week",
                     "P1W");
        expect_nothing("It is told in ten pages of talks for readers.");
}

TEST(the_next_morning_is_behind_the_day_that_was_told)
{
        expect_value("He was shot on Saturday. The next morning, he died.", "2021-12-02",
                     "The next morning", "2021-11-28TMO");
}

TEST(a_day_in_a_title_is_none)
{
        expect_nothing("She played on \"Saturday Night Live\" for a while.");
        expect_nothing("She told the Ostrin Sun. He agreed.");
        expect_nothing("Thousands joined the March for Wolves in town.");
}

TEST(a_clock_may_follow_its_day_behind_a_preposition)
{
        expect_value("They were seen on Saturday after 5 p.m. in town.", "2021-12-02",
                     "Saturday after 5 p.m.", "2021-11-27T17:00");
        expect_value("It rained late Tuesday, after the early evening frost.", "2021-12-02",
                     "late Tuesday", "2021-11-30");
}

TEST(nights_are_spent_as_days_are)
{
        expect_value("They spent two nights there.", "2021-12-02", "two nights", "P2D");
}

TEST(a_sum_before_a_month_is_no_day_of_it)
{
        expect_value("She sold it for $12 December 27.", "2021-12-02", "December 27",
                     "2021-12-27");
}

TEST(a_weekday_may_be_counted_from_a_day)
{
        expect_value("The first Tuesday after the first Monday in May 2022 was cold.",
                     "2022-12-02", "The first Tuesday after the first Monday in May 2022",
                     "2022-05-03");
        expect_value("The Friday before Easter 2018 was cold.", "2021-12-02",
                     "The Friday before Easter 2018", "2018-03-30");
        expect_value("He left on Monday after the vote.", "2021-12-02", "Monday", "2021-11-29");
        expect_value("They met at last week's Friday talks.", "2021-12-02",
                     "last week's Friday", "2021-11-26");
}

TEST(hours_from_a_day_lead_to_an_hour_that_nobody_told)
{
        expect_value("He was shot on Saturday and died two hours later.", "2021-12-02",
                     "two hours later", "2021-11-27TXX");
        expect_value("It began 30 minutes ago.", "2021-12-02", "30 minutes ago",
                     "2021-12-02TXX:XX");
        expect_value("It began at 5 p.m. and ended two hours later.", "2021-12-02",
                     "two hours later", "2021-12-02T19:00");
}

TEST(what_that_falls_is_no_season)
{
        expect_nothing("It taxes drugs that fall under the act.");
        expect_value("That fall he broke a leg.", "2021-12-02", "That fall", "2021-FA");
        expect_value("They undid what that years of war did.", "2021-12-02", "years", "PXY");
}

TEST(a_length_may_be_between_two)
{
        expect_value("He faces between 19 and 24 years in prison.", "2021-12-02",
                     "between 19 and 24 years", "P19Y");
        expect_nothing("A man between 30 and 40 years old was seen.");
        expect_value("They met at 7 this morning.", "2021-12-02", "at 7 this morning",
                     "2021-12-02T07:00");
        expect_value("in 2 months and 3 days", "2021-12-02T10:30", "in 2 months and 3 days",
                     "2022-02-05");
}

TEST(two_clocks_of_one_moment_have_one_day)
{
        expect_value("It struck at 3:07 p.m. (0707 GMT) on Tuesday.", "2021-12-02", "3:07 p.m.",
                     "2021-11-30T15:07");
        expect_value("It struck at 3:07 p.m. (0707 GMT) on Tuesday.", "2021-12-02", "0707 GMT",
                     "2021-11-30T07:07");
        expect_nothing("She won in 2:18:56 at last.");
        expect_value("It passed 51-49 after 11 p.m. on Tuesday.", "2021-12-02",
                     "11 p.m. on Tuesday", "2021-11-30T23:00");
        expect_value("She won, 14 seconds ahead of him.", "2021-12-02", "14 seconds", "PT14S");
}

TEST(months_in_a_row_decades_of_a_century_and_some_night)
{
        expect_value("Between January and March, sales fell.", "2021-12-02", "March",
                     "2021-03");
        expect_value("Rails came in the late 1800s.", "2021-12-02", "the late 1800s", "18");
        expect_value("It rained one night.", "2021-12-02", "one night", "XXXX-XX-XXTNI");
}

TEST(what_is_as_long_as_a_week_says_so_in_one_word_or_two)
{
        expect_value("The week-long fair began on Friday.", "2021-12-02", "The week-long",
                     "P1W");
        expect_value("A monthlong fair began on Friday.", "2021-12-02", "monthlong", "P1M");
        expect_value("Their decadelong quarrel is over.", "2021-12-02", "decadelong", "P10Y");
}

TEST(names_and_idioms_of_time_are_none)
{
        expect_nothing("It belongs to 20th Century Harbours.");
        expect_value("It belongs to the 20th Century.", "2021-12-02", "the 20th Century", "19");
        expect_nothing("It is past time for the board to act.");
}

TEST(a_point_parts_hours_and_minutes_beside_a_part_of_the_day)
{
        expect_value("It began at 4.30 this morning.", "2021-12-02", "4.30 this morning",
                     "2021-12-02T04:30");
        expect_value("It closed at 5.15 yesterday afternoon.", "2021-12-02",
                     "5.15 yesterday afternoon", "2021-12-01T17:15");
        expect_value("The bell went off at 9.20 on Wednesday.", "2021-12-02",
                     "9.20 on Wednesday", "2021-12-01T09:20");
        expect_value("Shares stood at 4.30 this morning.", "2021-12-02", "this morning",
                     "2021-12-02TMO");
        expect_value("The index closed at 4.30 on Wednesday.", "2021-12-02", "Wednesday",
                     "2021-12-01");
}
