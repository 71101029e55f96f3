#include <string.h>

#include "tests/unit/test.h"
#include "tests/unit/workers/given.h"
#include "workers/text/dates.h"

static const char *read_as(const char *text, enum date_order order)
{
        struct arena *arena = given_arena();
        struct date date;

        return date_read(text, strlen(text), order, &date) ? date_value(arena, &date) : NULL;
}

static const char *read(const char *text)
{
        return read_as(text, DATE_DAY_FIRST);
}

TEST(iso_dates_are_read)
{
        EXPECT_STR(read("2021-12-02"), "2021-12-02");
        EXPECT_STR(read("2021-12-02T20:35:00.000Z"), "2021-12-02T20:35:00Z");
        EXPECT_STR(read("2021-12-02T20:35:00+0100"), "2021-12-02T20:35:00+01:00");
        EXPECT_STR(read("2021-12-02 20:35"), "2021-12-02T20:35");
}

TEST(written_dates_are_read)
{
        EXPECT_STR(read("2nd of December, 2021"), "2021-12-02");
        EXPECT_STR(read("Published Dec. 2, 2021 at 8:35 p.m. EST"), "2021-12-02T20:35-05:00");
        EXPECT_STR(read("20:35, 02 December 2021"), "2021-12-02T20:35");
        EXPECT_STR(read("Thu, 02 Dec 2021 20:35:00 GMT"), "2021-12-02T20:35:00Z");
        EXPECT_STR(read("Thu Dec 02 20:35:00 EST 2021"), "2021-12-02T20:35:00-05:00");
        EXPECT_STR(read("2 de diciembre de 2021"), "2021-12-02");
        EXPECT_STR(read("2. Dezember 2021"), "2021-12-02");
        EXPECT_STR(read("2-Dec-21"), "2021-12-02");
        EXPECT_STR(read("2-Dec-98"), "1998-12-02");
}

TEST(numbers_are_read_in_the_order_of_the_country)
{
        EXPECT_STR(read_as("3/4/2021", DATE_DAY_FIRST), "2021-04-03");
        EXPECT_STR(read_as("3/4/2021", DATE_MONTH_FIRST), "2021-03-04");
        EXPECT_STR(read_as("25/4/2021", DATE_MONTH_FIRST), "2021-04-25");
        EXPECT_STR(read_as("03.04.2021", DATE_MONTH_FIRST), "2021-04-03");
}

TEST(a_weekday_tells_which_number_is_the_day)
{
        EXPECT_STR(read_as("Fri, 02/06/2017 - 10:12", DATE_MONTH_FIRST), "2017-06-02T10:12");
        EXPECT_STR(read_as("Tuesday 3/4/2014", DATE_DAY_FIRST), "2014-03-04");
        EXPECT_STR(read_as("Sunday, 3/4/2014", DATE_DAY_FIRST), "2014-04-03");
        EXPECT_STR(read_as("Sun, 4 Feb 2018", DATE_MONTH_FIRST), "2018-02-04");
}

TEST(what_is_no_date_is_none)
{
        EXPECT_STR(read("December 2021"), NULL);
        EXPECT_STR(read("2021-13-02"), NULL);
        EXPECT_STR(read("31 February 2021"), NULL);
        EXPECT_STR(read("12021-12-02"), NULL);
        EXPECT_STR(read("call 555-1234-99"), NULL);
        EXPECT_STR(read(""), NULL);
}

static const char *read_url(const char *url)
{
        struct arena *arena = given_arena();
        struct date date;

        return date_read_url(url, &date) ? date_value(arena, &date) : NULL;
}

TEST(addresses_hold_dates)
{
        EXPECT_STR(read_url("https://example.org/2021/12/02/ferries"), "2021-12-02");
        EXPECT_STR(read_url("https://example.org/news/20211202-ferries"), "2021-12-02");
        EXPECT_STR(read_url("https://example.org/2021/december/02/ferries"), "2021-12-02");
        EXPECT_STR(read_url("https://example.org/2021/dec/2/ferries"), "2021-12-02");
        EXPECT_STR(read_url("https://example.org/25/12/19/ferries"), NULL);
        EXPECT_STR(read_url("https://example.org/item/8412342101"), NULL);
}

TEST(a_date_of_numbers_may_show_their_order)
{
        enum date_order order;

        REQUIRE(date_shows_order("on 13/10/2023.", 14, &order));
        EXPECT_INT(order, DATE_DAY_FIRST);
        REQUIRE(date_shows_order("10/13/2023", 10, &order));
        EXPECT_INT(order, DATE_MONTH_FIRST);
        EXPECT(!date_shows_order("03/10/2023", 10, &order));
        EXPECT(!date_shows_order("13/14/2023", 10, &order));
}

static bool is_later(const char *a, const char *b)
{
        struct date x, y;

        REQUIRE(date_read(a, strlen(a), DATE_DAY_FIRST, &x));
        REQUIRE(date_read(b, strlen(b), DATE_DAY_FIRST, &y));
        return date_is_later(&x, &y);
}

TEST(an_offset_that_is_not_stated_may_be_any)
{
        EXPECT(is_later("2021-12-05", "2021-12-02"));
        EXPECT(!is_later("2021-12-03", "2021-12-02T20:00Z"));
        EXPECT(is_later("2021-12-02T20:01Z", "2021-12-02T20:00Z"));
        EXPECT(!is_later("2021-12-02T21:00+02:00", "2021-12-02T20:00Z"));
}
