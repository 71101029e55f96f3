#include <stdio.h>
#include <string.h>

#include "tests/unit/test.h"
#include "tests/unit/workers/text/page_given.h"

#define H1              "<h1>Ferries stop for the winter</h1>"
#define PUBLISHED(when) "<meta property=article:published_time content='" when "'>"

static const char *published(const char *html)
{
        return given_page(NULL, html)->published.value;
}

TEST(an_earlier_printed_day_goes_before_the_metadata)
{
        EXPECT_STR(
                published(PUBLISHED("2025-06-12T10:00:00Z") H1 "<p>November 2, 2022</p>" BODY),
                "2022-11-02");
        EXPECT_STR(published(PUBLISHED("2022-11-02T10:00:00Z") H1 "<p>June 12, 2025</p>" BODY),
                   "2022-11-02T10:00:00Z");
        EXPECT_STR(published(PUBLISHED("2025-06-12T10:00:00Z") H1
                             "<p>Updated November 2, 2022</p>" BODY),
                   "2025-06-12T10:00:00Z");
        EXPECT_STR(
                published(
                        PUBLISHED("2025-06-12T10:00:00Z") H1
                        "<p>The board had closed the harbour of Hull on November 2, 2022, when "
                        "the ice came.</p>" BODY),
                "2025-06-12T10:00:00Z");
}

TEST(the_date_below_the_headline_goes_before_others)
{
        EXPECT_STR(published("<div><time datetime=2024-12-04>4 December</time></div>" H1
                             "<div><time datetime=2021-03-01>1 March</time></div>" BODY),
                   "2021-03-01");
}

TEST(a_change_in_microdata_is_no_publication)
{
        EXPECT_STR(
                published("<article>" H1
                          "<meta itemprop=dateModified content='2020-02-09 18:13'>"
                          "<time itemprop=datePublished datetime='2020-02-08 11:00'>Feb 8, 2020"
                          "</time>" BODY "</article>"),
                "2020-02-08T11:00");
}

TEST(a_heading_may_be_the_date)
{
        EXPECT_STR(published(H1 "<h5>23.01.2019</h5>" BODY), "2019-01-23");
}

TEST(a_page_that_tells_its_last_change_alone_is_not_undated)
{
        const struct extraction *x = given_page(
                NULL,
                H1 BODY "<div>Harbour/Ferries (last edited 2017-04-21 09:05:44 by ada)</div>");

        EXPECT_STR(x->modified.value, "2017-04-21T09:05:44");
        EXPECT_STR(x->published.value, "2017-04-21T09:05:44");
        EXPECT_INT(x->published.basis, BASIS_INFERRED);
}

TEST(the_page_shows_the_order_of_its_numbers)
{
        EXPECT_STR(published(H1 "<p>03/10/2023</p>" BODY "<ul><li>Fog on 13/09/2023</ul>"),
                   "2023-10-03");
        EXPECT_STR(published(H1 "<p>03/10/2023</p>" BODY "<ul><li>Fog on 09/13/2023</ul>"),
                   "2023-03-10");
}

TEST(one_line_tells_publication_and_change)
{
        static const char *const lines[] = {
                "<p>March 2, 2021 / 9:15 AM / Updated March 3, 2021, 3:04 PM</p>",
                "<p>Updated March 3, 2021 3:04 PM | Published March 2, 2021 9:15 AM</p>",
                "<p>PUBLISHED: 9:15, 2 March 2021 | UPDATED: 15:04, 3 March 2021</p>",
        };

        for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
                char html[2000];
                const struct extraction *x;

                snprintf(html, sizeof(html), "%s%s%s", H1, lines[i], BODY);
                x = given_page(NULL, html);
                EXPECT(strncmp(x->published.value, "2021-03-02", 10) == 0);
                EXPECT(strncmp(x->modified.value, "2021-03-03", 10) == 0);
        }
}

TEST(a_date_may_be_digits_alone)
{
        EXPECT_STR(published("<meta name=pubdate content=20210302T140500Z>" H1 BODY),
                   "2021-03-02T14:05:00Z");
        EXPECT_STR(published("<meta name=pubdate content=20210302>" H1 BODY), "2021-03-02");
        EXPECT_STR(published("<meta name=pubdate content=20211302>" H1 BODY), NULL);
        EXPECT_STR(published("<meta name=pubdate content=20210302>"
                             "<meta name=created content='2021-03-02T14:05:00Z'>" H1 BODY),
                   "2021-03-02T14:05:00Z");
}

TEST(a_column_beside_the_text_may_tell_the_date)
{
        EXPECT_STR(
                published(H1
                          "<aside><p>Peter Strand in Hull</p><details><summary>Tue 2 Mar 2021 "
                          "18.04 GMT</summary>Last modified on Wed 3 Mar 2021 09.00 GMT"
                          "</details></aside><div>" BODY "</div>"),
                "2021-03-02");
}

TEST(the_attribute_within_a_dated_element_goes_before_its_text)
{
        EXPECT_STR(
                published(H1
                          "<p class=pub-dates><span>Issued on: <time datetime=2021-03-02>"
                          "02/03/2021</time></span><span>Modified: <time datetime=2021-03-03>"
                          "03/03/2021</time></span></p>" BODY),
                "2021-03-02");
}

TEST(a_quoted_post_beside_the_text_tells_no_date)
{
        EXPECT_STR(
                published(H1
                          "<blockquote class=twitter-tweet>— Ada Strand (@ada) August 22, 2013"
                          "</blockquote>" BODY "<footer><time datetime=2013-09-29>29 September"
                          "</time></footer>"),
                "2013-09-29");
}

TEST(the_hour_in_print_is_added_to_a_day_in_the_metadata)
{
        EXPECT_STR(published("<meta name=date content=2021-03-02>" H1
                             "<p>March 2, 2021, 5:00 PM</p>" BODY),
                   "2021-03-02T17:00");
        EXPECT_STR(published("<meta name=date content=2021-03-02>" H1
                             "<p>March 3, 2021, 5:00 PM</p>" BODY),
                   "2021-03-02");
}

TEST(the_day_of_reading_above_the_headline_is_not_the_days_of_publication)
{
        EXPECT_STR(published("<div>Friday, November 20, 2026</div>" H1
                             "<p>By Ada Strand | March 2, 2021</p>" BODY),
                   "2021-03-02");
        EXPECT_STR(published("<div>March 2, 2021</div>" H1 "<p>By Ada Strand</p>" BODY),
                   "2021-03-02");
}

TEST(what_was_first_published_was_published_then)
{
        EXPECT_STR(published(H1
                             "<div>Wed 3 Mar 2021 18:04 GMT First published on Tue 2 Mar 2021 "
                             "09:00 GMT</div>" BODY),
                   "2021-03-02T09:00Z");
}

TEST(a_by_line_beside_the_number_of_comments_is_one)
{
        EXPECT_STR(published(H1
                             "<div class=bylineComments><p>By Ada Strand</p><p>6:02PM GMT 04 "
                             "Mar 2013</p><a href=#c>12 Comments</a></div>" BODY),
                   "2013-03-04T18:02Z");
}

#define LONG BODY BODY BODY BODY BODY BODY

TEST(a_date_below_who_wrote_it_may_stand_behind_the_text)
{
        EXPECT_STR(published(H1 LONG "<p>Written by Ada Strand</p><p>March 2, 2021</p>"),
                   "2021-03-02");
        EXPECT(!published(H1 LONG "<h3><a href=/i>The ice comes early</a></h3>"
                                  "<p>Written by Bo Vik</p><p>March 2, 2021</p>"));
}

TEST(a_number_in_the_metadata_is_a_time)
{
        EXPECT_STR(published(PUBLISHED("1614693900") H1 BODY), "2021-03-02T14:05:00Z");
        EXPECT_STR(published(PUBLISHED("1614693900000") H1 BODY), "2021-03-02T14:05:00Z");
        EXPECT(!published(PUBLISHED("16146939") H1 BODY));
}

TEST(the_address_tells_which_number_is_the_day)
{
        static const char page[] = H1 "<p>04/03/2021</p>" BODY;

        EXPECT_STR(given_page("https://post.example/2021/03/04/f", page)->published.value,
                   "2021-03-04");
        EXPECT_STR(given_page("https://post.example/2021/04/03/f", page)->published.value,
                   "2021-04-03");
        EXPECT_STR(given_page("https://post.example/2021/05/06/f", page)->published.value,
                   "2021-04-03");
}

TEST(a_date_may_be_in_three_elements_or_have_signs)
{
        EXPECT_STR(
                published(H1
                          "<div><span>Mar</span><span>14</span><span>2021</span></div>" BODY),
                "2021-03-14");
        EXPECT_STR(
                published(H1
                          "<div><span>14</span><span>Mar</span><span>2021</span></div>" BODY),
                "2021-03-14");
        EXPECT_STR(published(H1 "<div>2021年3月14日</div>" BODY), "2021-03-14");
        EXPECT_STR(published(H1 "<div>2021년 3월 14일 10:00</div>" BODY), "2021-03-14T10:00");
        EXPECT(!published(H1 "<div>2021年13月14日</div>" BODY));
        EXPECT(!published(H1 "<div>2021年2月31日</div>" BODY));
}
