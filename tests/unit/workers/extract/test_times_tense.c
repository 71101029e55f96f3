/* To which side of the day of publication a report speaks. */
#include "tests/unit/test.h"
#include "tests/unit/workers/extract/times_given.h"

/* A Thursday. */
static const char *const published = "2021-12-02";

static void expect(const char *text, const char *words, const char *value)
{
        expect_value(text, published, words, value);
}

TEST(what_is_foretold_lies_ahead)
{
        expect("The frost is forecast to reach us on Friday.", "Friday", "2021-12-03");
        expect("The two are likely to meet on Tuesday.", "Tuesday", "2021-12-07");
        expect("The next vote is due in October.", "October", "2022-10");
        expect("The ban holds until at least Sunday.", "Sunday", "2021-12-05");
        expect("The money would feed the towns through Sept. 30.", "Sept. 30", "2022-09-30");
}

TEST(a_day_or_two_ago_is_not_next_week)
{
        expect("He said he would give a ruling Wednesday.", "Wednesday", "2021-12-01");
        expect("The vote on Tuesday will change the town.", "Tuesday", "2021-11-30");
        expect("The flight was scheduled to leave Wednesday.", "Wednesday", "2021-12-01");
        expect("He said he would give a ruling Monday.", "Monday", "2021-12-06");
        expect("On Wednesday, the court will hear them.", "Wednesday", "2021-12-08");
        expect("The court will hear them on Wednesday.", "Wednesday", "2021-12-08");
}

TEST(a_deadline_of_the_past_is_over)
{
        expect("Two feet of snow fell by Tuesday.", "Tuesday", "2021-11-30");
        expect("The files were not read until Tuesday.", "Tuesday", "2021-11-30");
        expect("The staff shrank, and by October had gone.", "October", "2021-10");
        expect("They want an answer by Tuesday.", "Tuesday", "2021-12-07");
}

TEST(the_telling_has_the_day_behind_a_quotation)
{
        expect("\"We will see,\" he said, beside his wife on Tuesday.", "Tuesday",
               "2021-11-30");
}

TEST(a_will_of_somebody_tells_no_tense)
{
        expect("The town, which spoke of a \"test of will,\" on Wednesday showed the parts.",
               "Wednesday", "2021-12-01");
}

TEST(what_is_set_for_a_day_lies_ahead)
{
        expect("They called a meeting for Sunday.", "Sunday", "2021-12-05");
        expect("He blamed them for Sunday's raid.", "Sunday", "2021-11-28");
}

TEST(a_next_day_of_the_past_is_not_tomorrow)
{
        expect("They met, and he left the next day.", "the next day", "XXXX-XX-XX");
        expect("They will meet, and leave the next day.", "the next day", "2021-12-03");
        expect("It sank in the last year and a half.", "the last year and a half", "P1.5Y");
        expect("They met the week before Christmas 2019.", "the week before Christmas 2019",
               "2019-W51");
}

TEST(what_was_agreed_to_be_done_lies_ahead_where_it_is_nearer)
{
        expect("They agreed to meet on Monday.", "Monday", "2021-11-29");
        expect("They agreed to meet on Saturday.", "Saturday", "2021-12-04");
        expect("They failed to meet on Saturday.", "Saturday", "2021-11-27");
        expect("They met on Saturday.", "Saturday", "2021-11-27");
}

/* A text is often of the day after its date: it was gone over again, or the clock is another.
 */
TEST(the_weekday_of_tomorrow_is_tomorrow_and_not_six_days_ago)
{
        expect("The army fired a rocket on Friday.", "Friday", "2021-12-03");
        expect("The army fired a rocket on Saturday.", "Saturday", "2021-11-27");
        expect("The army fired a rocket last Friday.", "last Friday", "2021-11-26");
        expect("The army had fired a rocket on Friday.", "Friday", "2021-11-26");
        expect("They asked 900 voters from Friday to Tuesday.", "Friday", "2021-11-26");
}

TEST(an_election_that_was_lost_is_over_whatever_follows_from_it)
{
        expect("He lost a vote on Tuesday that will send her home.", "Tuesday", "2021-11-30");
        expect("On Wednesday, he wouldn't answer.", "Wednesday", "2021-12-01");
        expect("It is planned to last an hour, but Tuesday night's show went on.",
               "Tuesday night", "2021-11-30TNI");
        expect("It is too soon to know whether her win in the vote on Tuesday will matter.",
               "Tuesday", "2021-11-30");
}

TEST(what_may_be_or_is_ahead_of_a_month_is_to_come)
{
        expect("The plan may get a vote in early January.", "early January", "2022-01");
        expect("They gave it up ahead of May elections.", "May", "2022-05");
        expect("Ahead of the July call, they had met.", "the July", "2021-07");
        expect("He waited until March to register.", "March", "2021-03");
}

TEST(a_next_year_of_the_past_is_that_of_the_story)
{
        expect("He left in 1998. The next year he married her.", "The next year", "1999");
        expect("He left in May 2014. The next month he married her.", "The next month",
               "2014-06");
        expect("He left in 1998. The next month he married her.", "The next month", "XXXX-XX");
        expect("He left in 1998. The next year will be hard.", "The next year", "2022");
        expect("It was late in the day, and the guests left.", "late in the day", "2021-12-02");
}
