/* What the times stage says of sentences, one at a time. */
#include "tests/unit/test.h"
#include "tests/unit/workers/extract/times_given.h"

TEST(a_year_may_be_of_somebody)
{
        expect_value("Nobody had forgotten his 2017 remarks.", "2021-12-02", "2017", "2017");
        expect_value("It began in 2014 following years of discord.", "2021-12-02", "2014",
                     "2014");
}

TEST(a_leap_day_is_of_a_leap_year)
{
        expect_value("She was born on 29 February.", "2021-01-12", "29 February", "2020-02-29");
        expect_value("They met on 29 February.", "2022-06-12", "29 February", "XXXX-02-29");
        expect_value("They met on 30 April.", "2022-06-12", "30 April", "2022-04-30");
}

TEST(a_weekday_is_the_last_one_up_to_the_day_of_publication)
{
        expect_value("The envoys met on Thursday.", "2021-12-02", "Thursday", "2021-12-02");
        expect_value("The visit was announced on Wednesday.", "2021-12-02T20:35", "Wednesday",
                     "2021-12-01");
        expect_value("She arrived last Friday.", "2021-12-02", "last Friday", "2021-11-26");
}

TEST(a_weekday_of_a_plan_is_the_next_one)
{
        expect_value("The envoys will meet on Tuesday.", "2021-12-02", "Tuesday", "2021-12-07");
        expect_value("They are expected to meet on Tuesday.", "2021-12-02", "Tuesday",
                     "2021-12-07");
        expect_value("The talks are due to begin on Tuesday.", "2021-12-02", "Tuesday",
                     "2021-12-07");
        expect_value("The road was closed due to rain on Tuesday.", "2021-12-02", "Tuesday",
                     "2021-11-30");
}

TEST(the_verb_that_governs_a_weekday_tells_its_side)
{
        expect_value("The court meets Monday in Berne.", "2021-12-02", "Monday", "2021-12-06");
        expect_value("She could not be reached Wednesday.", "2021-12-02", "Wednesday",
                     "2021-12-01");
        expect_value("He will have a meeting on Monday.", "2021-12-02", "Monday", "2021-12-06");
        expect_value("They should get round Wednesday's ruling.", "2021-12-02", "Wednesday",
                     "2021-12-01");
        expect_value("The mill is to open Tuesday.", "2021-12-02", "Tuesday", "2021-12-07");
        expect_value("It may come as soon as Tuesday.", "2021-12-02", "Tuesday", "2021-12-07");
}

TEST(without_an_anchor_a_value_is_left_open)
{
        expect_value("They met on December 2.", NULL, "December 2", "XXXX-12-02");
        expect_value("They met on Thursday.", NULL, "Thursday", "XXXX-WXX-4");
        expect_value("They met yesterday.", NULL, "yesterday", "XXXX-XX-XX");
        expect_value("They met last week.", NULL, "last week", "XXXX-WXX");
        expect_value("It fell in 1999. They met three years ago.", NULL, "three years ago",
                     "XXXX");
}

TEST(days_months_and_years_are_read_in_many_forms)
{
        expect_value("It opened on 3 May 2014.", NULL, "3 May 2014", "2014-05-03");
        expect_value("It opened on May 3rd, 2014.", NULL, "May 3rd, 2014", "2014-05-03");
        expect_value("It opened on Saturday, Sept. 13, 2014.", NULL, "Saturday, Sept. 13, 2014",
                     "2014-09-13");
        expect_value("It opened on 2014-05-03.", NULL, "2014-05-03", "2014-05-03");
        expect_value("It opened on 03.05.2014.", NULL, "03.05.2014", "2014-05-03");
        expect_value("It opened on 05/03/2014.", NULL, "05/03/2014", "2014-05-03");
        expect_value("It opened on 25/03/2014.", NULL, "25/03/2014", "2014-03-25");
        expect_value("It opened in May 2014.", NULL, "May 2014", "2014-05");
        expect_value("It opened in nineteen ninety-six.", NULL, "nineteen ninety-six", "1996");
}

TEST(a_day_that_its_month_has_not_is_left_open)
{
        expect_value("It rained on 29 February 2020.", NULL, "29 February 2020", "2020-02-29");
        expect_value("It rained on 29 February 2021.", NULL, "29 February 2021", "2021-02-XX");
        expect_value("It rained on 31 April.", NULL, "31 April", "XXXX-04-XX");
}

TEST(a_month_lies_where_the_tense_says)
{
        expect_value("They met in November.", "2021-12-02", "November", "2021-11");
        expect_value("They will meet in January.", "2021-12-02", "January", "2022-01");
        expect_value("They met in March.", "2021-12-02", "March", "2021-03");
        expect_value("They met in January this year.", "2021-12-02", "January this year",
                     "2021-01");
        expect_value("They met in June last year.", "2021-12-02", "June last year", "2020-06");
}

TEST(units_count_from_the_anchor)
{
        expect_value("They met last week.", "2021-12-02", "last week", "2021-W47");
        expect_value("They meet this year.", "2021-12-02", "this year", "2021");
        expect_value("They met two days ago.", "2021-12-02", "two days ago", "2021-11-30");
        expect_value("They met three months ago.", "2021-12-02", "three months ago", "2021-09");
        expect_value("They met a decade ago.", "2021-12-02", "a decade ago", "2011");
}

TEST(what_follows_counts_from_the_time_before)
{
        expect_value("They met on 3 May 2014. The next day they parted.", "2021-12-02",
                     "The next day", "2014-05-04");
        expect_value("They met on 3 May 2014. Three days later they parted.", "2021-12-02",
                     "Three days later", "2014-05-06");
}

TEST(parts_of_days_and_clock_times_take_their_day)
{
        expect_value("They spoke this morning.", "2021-12-02", "this morning", "2021-12-02TMO");
        expect_value("They spoke at 8:30 p.m. on Wednesday.", "2021-12-02",
                     "8:30 p.m. on Wednesday", "2021-12-01T20:30");
        expect_value("They spoke on Wednesday evening.", "2021-12-02", "Wednesday evening",
                     "2021-12-01TEV");
}

TEST(durations_keep_the_unit_that_is_printed)
{
        expect_value("A 40-minute meeting.", NULL, "40-minute", "PT40M");
        expect_value("It took 2400 seconds.", NULL, "2400 seconds", "PT2400S");
        expect_value("It lasted almost 30 years.", NULL, "almost 30 years", "P30Y");
        expect_value("A seven-and-a-half-year war.", NULL, "seven-and-a-half-year", "P7.5Y");
        expect_value("It took several weeks.", NULL, "several weeks", "PXW");
        expect_value("It took two and a half hours.", NULL, "two and a half hours", "PT2.5H");
        expect_value("It took a minute and 20 seconds.", NULL, "a minute and 20 seconds",
                     "PT1M20S");
        expect_value("It took a year, two days and three hours.", NULL,
                     "a year, two days and three hours", "P1Y2DT3H");
}

TEST(the_past_lies_behind_even_where_it_is_farther)
{
        expect_value("The man was indicted in January.", "2019-11-15", "January", "2019-01");
        expect_value("In March, the ministry said it would act.", "2019-08-11", "March",
                     "2019-03");
        expect_value("He said in an interview in July that the mine would close.", "2018-03-15",
                     "July", "2017-07");
        expect_value("A win on Tuesday would have helped them.", "2017-03-22", "Tuesday",
                     "2017-03-21");
        expect_value("\"We are not going to leave,\" she said on the radio Tuesday.",
                     "2017-03-22", "Tuesday", "2017-03-21");
        expect_value(
                "Her decision on Thursday to cancel the flight scheduled for them was sudden.",
                "2019-01-18", "Thursday", "2019-01-17");
        expect_value("He met with Mr. Lee, once at the convention in July, and again later.",
                     "2019-01-18", "July", "2018-07");
        expect_value("It was second, behind November's attacks.", "2016-07-14", "November",
                     "2015-11");
        expect_value("They could appeal a ruling in May that sided with her.", "2016-10-24",
                     "May", "2016-05");
}

TEST(what_somebody_is_to_do_is_not_past)
{
        expect_value("They asked her to appear on 10 February.", "2020-01-07", "10 February",
                     "2020-02-10");
        expect_value("She expected the bakers to rest until closer to Saturday.", "2018-05-08",
                     "Saturday", "2018-05-12");
        expect_value("They have left the town ahead of the Christmas holiday.", "2018-12-23",
                     "the Christmas", "2018-12-25");
        expect_value("It will stay in the dock through Wednesday morning.", "2018-12-03",
                     "Wednesday morning", "2018-12-05TMO");
        expect_value("The lock will be formally completed in June.", "2016-04-09", "June",
                     "2016-06");
        expect_value("They would love to have her on the ticket in November.", "2016-06-10",
                     "November", "2016-11");
        expect_value("She is not expected to row in November's regatta.", "2018-06-05",
                     "November", "2018-11");
        expect_value("The play is heard in May in Berne.", "2020-03-29", "May", "2020-05");
        expect_value("They lent it the money through January.", "2019-11-30", "January",
                     "2020-01");
        expect_value("They speak at a hearing Thursday that will be short.", "2018-10-10",
                     "Thursday", "2018-10-11");
}

TEST(a_distance_from_what_has_no_date_leads_nowhere)
{
        expect_value("A day after the council voted, she left.", "2018-12-23", "A day", "P1D");
        expect_value("She left the day after the vote.", "2018-12-23", "the day after",
                     "XXXX-XX-XX");
        expect_value("They will meet two days later.", "2018-12-23", "two days later",
                     "2018-12-25");
}

TEST(the_verb_beside_the_infinitive_tells_whether_it_was_done)
{
        expect_value("They refused to fund the office in January.", "2018-12-11", "January",
                     "2018-01");
        expect_value("They will vote on a bill to fund the office on Thursday.", "2019-01-22",
                     "Thursday", "2019-01-24");
        expect_value("Eleven have qualified for the October round.", "2019-09-20",
                     "the October", "2019-10");
        expect_value("She has scheduled a vote Thursday to end it.", "2019-01-22", "Thursday",
                     "2019-01-24");
        expect_value("Ahead of the July call, he had sent a letter.", "2019-11-20", "the July",
                     "2019-07");
        expect_value("He was forced to resign in July.", "2017-04-20", "July", "2016-07");
        expect_value("\"I am preparing to leave on Sunday,\" he said.", "2018-04-06", "Sunday",
                     "2018-04-08");
        expect_value("She said that when they take over in January, they will act.",
                     "2018-12-11", "January", "2019-01");
        expect_value("He has a September trial in Berne.", "2018-07-31", "September",
                     "2018-09");
        expect_value("The town faces a vote in two weeks' time.", "2021-12-02", "in two weeks",
                     "2021-12-16");
        expect_value("The fire broke out there on New Year's Eve.", "2018-01-01",
                     "New Year's Eve", "2017-12-31");
}

TEST(a_day_that_owns_something_is_the_nearest)
{
        expect_value("Tuesday's ruling could change that.", "2018-10-10", "Tuesday",
                     "2018-10-09");
        expect_value("Thursday's vote could change that.", "2018-10-10", "Thursday",
                     "2018-10-11");
}

TEST(a_caption_names_its_day)
{
        expect_value("In this Thursday, Dec. 27, 2012 file photo, a bridge is seen.",
                     "2018-01-01", "this Thursday, Dec. 27, 2012", "2012-12-27");
        expect_value("They will meet on 20 June. The page was updated at 10:04 a.m.",
                     "2018-06-02", "10:04 a.m.", "2018-06-02T10:04");
}

TEST(a_few_hours_ago_is_no_minute)
{
        expect_value("The bus left a few hours ago.", "2021-12-02T15:30", "a few hours ago",
                     "PAST_REF");
        expect_value("They met several hours ago.", "2021-12-02T15:30", "several hours ago",
                     "PAST_REF");
}

TEST(parts_of_an_hour_are_counted_to_the_minute)
{
        expect_value("It will begin half an hour from now.", "2021-12-02T10:30",
                     "half an hour from now", "2021-12-02T11:00");
        expect_value("She left a year and a half ago.", "2021-12-02", "a year and a half ago",
                     "2020-06");
}

TEST(a_month_may_be_somebodys_name)
{
        expect_nothing("Theresa May spoke. It will remain so, according to May.");
        expect_nothing("Children of 5 to 12 may enter the hall.");
        expect_value("Theresa May spoke. They met in May.", "2017-03-22", "May", "2016-05");
}

TEST(what_looks_like_a_time_and_is_none)
{
        expect_nothing("They waited day after day for news.");
        expect_nothing("The file is number 32-2015.");
        expect_nothing("The key is 3am3x.");
        expect_nothing("It was a last-minute deal.");
        expect_nothing("She said so on 60 Minutes.");
        expect_nothing("She told The Sun. They printed it.");
        expect_nothing("They came to the Winter Olympics.");
        expect_nothing("A new bridge | 0:58 This bridge is long.");
        expect_nothing("He praised the recent second round.");
        expect_nothing("She said so on This Week on the radio.");
        expect_nothing("They showed the '60 Minutes film.");
}

TEST(what_is_to_come_is_dated_and_what_took_its_time_is_not)
{
        expect_value("They will meet in two weeks.", "2021-12-02", "in two weeks",
                     "2021-12-16");
        expect_value("The ship will sail in half an hour.", "2021-12-02T10:00",
                     "in half an hour", "2021-12-02T10:30");
        expect_value("Prices fell by half in two weeks.", "2021-12-02", "two weeks", "P2W");
}

TEST(hours_of_a_range_share_their_day_and_half)
{
        expect_interval("They will talk from 3 to 5 p.m. on Friday.", "2021-12-02",
                        "2021-12-03T15:00", "2021-12-03T17:00");
        expect_interval("The hall is open tomorrow 9:30-11:45am.", "2021-12-02",
                        "2021-12-03T09:30", "2021-12-03T11:45");
        expect_interval("The hall is open tonight from 7 to 7:45.", "2021-12-02",
                        "2021-12-02T19:00", "2021-12-02T19:45");
        expect_nothing("The vote was 9 to 5.");
        expect_nothing("They lost from 20 to 30 men.");
}

TEST(days_of_a_range_share_their_month)
{
        expect_interval("The fair runs from the 4th to the 9th of May 2022.", "2021-12-02",
                        "2022-05-04", "2022-05-10");
        expect_interval("It was open from 28 Nov. to 2 Dec. 2020.", "2021-12-02", "2020-11-28",
                        "2020-12-03");
        expect_interval("They will be here from next Monday to Friday.", "2021-12-02",
                        "2021-12-06", "2021-12-11");
}

TEST(feasts_move)
{
        expect_value("They met on Passover 2021.", "2021-12-02", "Passover 2021", "2021-03-27");
        expect_value("They met on Eid al-Fitr 2021.", "2021-12-02", "Eid al-Fitr 2021",
                     "2021-05-13");
        expect_value("They met on Orthodox Easter 2021.", "2021-12-02", "Orthodox Easter 2021",
                     "2021-05-02");
        expect_value("They met on Diwali 2021.", "2021-12-02", "Diwali 2021", "2021-11-04");
        expect_value("They met on Diwali 1803.", "2021-12-02", "Diwali 1803", "1803");
        expect_interval("They will meet on Hanukkah 2021.", "2021-11-02", "2021-11-28",
                        "2021-12-06");
        expect_nothing("The Easter Rising was put down.");
        expect_value("They met on Jamat Ul Vida 2018.", "2021-12-02", "Jamat Ul Vida 2018",
                     "2018-06-08");
        expect_value("They met on Eid al-Adha 2014.", "2021-12-02", "Eid al-Adha 2014",
                     "2014-10-04");
        expect_interval("They met in Ramadan 2021.", "2021-12-02", "2021-04-13", "2021-05-13");
}

TEST(sets_recur)
{
        expect_value("They meet every Monday.", NULL, "every Monday", "XXXX-WXX-1");
        expect_value("They meet twice a week.", NULL, "twice a week", "P1W");
        expect_value("They meet daily.", NULL, "daily", "P1D");
        expect_value("They meet on Mondays at 5 pm.", NULL, "Mondays at 5 pm",
                     "XXXX-WXX-1T17:00");
        expect_value("They meet bimonthly.", NULL, "bimonthly", "P2M");
        expect_value("They meet every other week.", NULL, "every other week", "P2W");
        expect_value("They meet every 2 quarters.", NULL, "every 2 quarters", "P6M");
        expect_value("They meet every 9000 trillion quarters.", NULL,
                     "every 9000 trillion quarters", "PXM");
}

TEST(larger_spans_have_their_own_forms)
{
        expect_value("In the 1960s it was rebuilt.", NULL, "the 1960s", "196");
        expect_value("In the late '80s it was rebuilt.", NULL, "the late '80s", "198");
        expect_value("In the mid-1960s it was rebuilt.", NULL, "the mid-1960s", "196");
        expect_value("Sales fell in the last half of 2015.", NULL, "the last half of 2015",
                     "2015-H2");
        expect_value("Sales fell in the first half of last year.", "2021-12-02",
                     "the first half of last year", "2020-H1");
        expect_value("It will be redeemed in five years.", "2021-12-02", "in five years",
                     "2026");
        expect_value("The deal is to be done by year-end.", "2021-12-02", "year-end",
                     "2021-12-31");
        expect_value("In the 19th century it was built.", NULL, "the 19th century", "18");
        expect_value("Sales fell in the first quarter of 2015.", NULL,
                     "the first quarter of 2015", "2015-Q1");
        expect_value("It will open this summer.", "2021-05-02", "this summer", "2021-SU");
        expect_value("It fell in 490 BC.", NULL, "490 BC", "BC0490");
}

TEST(an_interval_ends_behind_its_last_day)
{
        expect_interval("They met from May 3 to 5, 2014.", NULL, "2014-05-03", "2014-05-06");
        expect_interval("They met from 30 May to 2 June 2014.", NULL, "2014-05-30",
                        "2014-06-03");
        expect_interval("The war of 1939-45 was over.", NULL, "1939", "1946");
}

TEST(a_relative_word_holds_beyond_its_paragraph)
{
        expect_value("The firm was sold in March 2019. The following month it was closed.\n\n"
                     "A spokesman would not say more about what happened then and there.",
                     "2021-12-02", "The following month", "2019-04");
        EXPECT(find(times_of("At the same time, prices rose.\n\nA spokesman would not say "
                             "more about what happened then and there.",
                             "2021-12-02"),
                    "the same time") == NULL);
}

TEST(the_latest_quarter_is_the_one_reported_on)
{
        expect_value("Third-quarter profit fell. It expects a fourth-quarter charge. In the "
                     "latest quarter, sales rose.",
                     "2021-10-27", "the latest quarter", "2021-Q3");
        expect_value("Second-quarter profit fell. The current quarter began well.",
                     "2021-08-03", "The current quarter", "2021-Q3");
}

TEST(who_says_last_february_in_march_means_another)
{
        expect_value("The bridge fell last February.", "2021-03-05", "last February",
                     "2020-02");
        expect_value("The bridge fell last February.", "2021-05-05", "last February",
                     "2021-02");
        expect_value("He was hurt last Oct. 23 at home.", "2021-03-05", "last Oct. 23",
                     "2020-10-23");
}

TEST(what_was_done_by_a_day_is_past)
{
        expect_value("Ten members had filed reports by Tuesday.", "2021-12-02", "Tuesday",
                     "2021-11-30");
        expect_value("They have to file reports by Tuesday.", "2021-12-02", "Tuesday",
                     "2021-12-07");
        expect_value("He told a meeting of bakers on Tuesday that the wall might be extended.",
                     "2021-12-02", "Tuesday", "2021-11-30");
        expect_value("Neither she nor her two lawyers could be reached Tuesday.", "2021-12-02",
                     "Tuesday", "2021-11-30");
}

TEST(an_age_is_no_decade)
{
        expect_nothing("She was in her early 30s then.");
        expect_nothing("His mother died when he was in his 20s.");
}

TEST(a_modifier_is_told)
{
        const struct extraction *x =
                times_of("A summit in mid-June was planned.", "2021-12-02");

        REQUIRE(x->n_times == 1);
        EXPECT_STR(x->times[0].value, "2021-06");
        EXPECT_STR(x->times[0].mod, "MID");
}

TEST(a_history_takes_the_year_that_it_told_last)
{
        expect_value("The league was founded in 1890. It grew until 1895. In 1901 it split. A "
                     "treaty of 1903 failed, as did those of 1905 and 1907. The war began in "
                     "May 1911. In 1912 it spread. On 4 June the capital fell.",
                     "2021-12-02", "4 June", "1912-06-04");
}

TEST(verbs_and_names_are_no_months)
{
        expect_nothing("They may march on the second bridge.");
        expect_nothing("The Sun said it would sue. Theresa May denied it.");
        expect_nothing("Prices fall and spring back.");
        expect_nothing("Call 555-1212 or 10.0.0.1 for flight 1900 people.");
}

TEST(a_part_of_a_name_is_no_time)
{
        static const struct {
                const char *text;
                size_t n;
        } cases[] = {
                { "Tony Weeks won the fight. The crowd cheered as Weeks left the ring.", 0 },
                { "Editor Anna Berg joined the Christianity Today Foundation in Ostrin.", 0 },
                { "Tony Weeks won the fight. He trained for two weeks.", 1 },
                { "Texts by the Daily Herald News Foundation are free.", 0 },
        };

        for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
                struct document *doc = given_on("2021-12-02", cases[i].text);

                REQUIRE(tags_find(doc) == 0);
                REQUIRE(entities_find(doc) == 0);
                REQUIRE(times_find(doc) == 0);
                EXPECT_INT(doc->x->n_times, cases[i].n);
        }
}

TEST(a_quarter_of_a_game_is_none_of_the_year)
{
        expect_nothing("The quarterback threw for a touchdown late in the third quarter.");
        expect_value("Profits rose in the third quarter.", "2015-11-12", "the third quarter",
                     "2015-Q3");
}

TEST(a_score_is_no_time_of_day)
{
        expect_value("Ostrin won 8-3 on Saturday.", "2021-12-02", "Saturday", "2021-11-27");
        expect_value("Ostrin lost 6-4 on Saturday.", "2021-12-02", "Saturday", "2021-11-27");
        expect_value("The shop is open 9-5 on Saturday.", "2021-12-02", "9-5 on Saturday",
                     "2021-11-27T09:00");
}

TEST(hostile_text_is_read_in_linear_time)
{
        enum { SIZE = 400000 };
        static char text[SIZE + 1];
        const char *pattern = "the end of early last May 5-";

        for (size_t i = 0; i < SIZE; i++)
                text[i] = pattern[i % strlen(pattern)];
        times_of(text, "2021-12-02");
        memset(text, '1', SIZE);
        times_of(text, "2021-12-02");
}

TEST(times_in_one_endless_name_are_read_in_linear_time)
{
        enum { SIZE = 400000 };
        static char text[SIZE + 1];
        const char *pattern = "Tony Weeks ";
        struct document *doc;

        for (size_t i = 0; i < SIZE; i++)
                text[i] = pattern[i % strlen(pattern)];
        doc = given_on("2021-12-02", text);
        REQUIRE(tags_find(doc) == 0);
        REQUIRE(entities_find(doc) == 0);
        REQUIRE(times_find(doc) == 0);
}
