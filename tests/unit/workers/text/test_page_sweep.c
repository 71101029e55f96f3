#include <string.h>

#include "tests/unit/test.h"
#include "tests/unit/workers/given.h"
#include "workers/text/page_sweep.h"

static const char *swept(const char *html)
{
        size_t size = strlen(html);
        char *out = arena_alloc(given_arena(), size + 1);

        REQUIRE(out);
        REQUIRE(page_sweep(html, size, out) <= size);
        return out;
}

TEST(scripts_and_style_sheets_go)
{
        EXPECT_STR(
                swept("<style>a > b</style><p>Now<SCRIPT>if (a < b) c('</p>')</script>.</p>"),
                "<style></style><p>Now<SCRIPT></script>.</p>");
}

TEST(a_script_that_closes_itself_goes_on_up_to_its_end)
{
        EXPECT_STR(swept("<script/>go(now);</script><p>Now</p>"),
                   "<script/></script><p>Now</p>");
        EXPECT_STR(swept("<script/><p>Now</p><script>go();</script>"),
                   "<script/><p>Now</p><script></script>");
        EXPECT_STR(swept("<script/><p>Now</p>"), "<script/><p>Now</p>");
}

TEST(json_ld_stays)
{
        EXPECT_STR(swept("<script type='application/ld+json'>{}</script>"),
                   "<script type='application/ld+json'>{}</script>");
}

TEST(attributes_that_nobody_reads_go)
{
        EXPECT_STR(
                swept("<p data-x=\"1\" class=byline onclick='a > b' ID = \"article-body\" x=y>Now</p>"),
                "<p class=byline ID = \"article-body\">Now</p>");
        EXPECT_STR(swept("<img src=\"a.png\" hidden alt=\"a > b\"/>"), "<img hidden/>");
}

TEST(names_and_styles_that_say_nothing_go)
{
        EXPECT_STR(swept("<p class=\"col-4 mt-2\" id=p7 style='color:red'>Now</p>"),
                   "<p>Now</p>");
        EXPECT_STR(swept("<p class='col-4 article-body' style='display:none'>Now</p>"),
                   "<p class='col-4 article-body' style='display:none'>Now</p>");
        EXPECT_STR(swept("<p class=\"c&#111;mments\">Now</p>"),
                   "<p class=\"c&#111;mments\">Now</p>");
}

TEST(of_two_attributes_of_one_name_the_first_counts)
{
        EXPECT_STR(swept("<p class=x class=comments>Now</p>"), "<p>Now</p>");
}

TEST(what_is_read_of_some_tags_goes_from_others)
{
        EXPECT_STR(swept("<input name=q type=text value=Now><meta name=author content=Roe>"),
                   "<input><meta name=author content=Roe>");
        EXPECT_STR(
                swept("<link rel=icon href=a.png><link rel=Canonical href=/a><a href=/b>B</a>"),
                "<link><link rel=Canonical href=/a><a href=/b>B</a>");
}

TEST(a_tag_that_wants_mending_stays_from_there_on)
{
        static const char html[] = "<p class=a\"b=c x=y>Now</p><p x=\"y\"z=1>Then</p>";

        EXPECT_STR(swept(html), html);
}

TEST(what_only_looks_like_a_tag_stays)
{
        static const char html[] = "<!-- <p x=y> --> 1 < 2 </p <script x=y> Now";

        EXPECT_STR(swept(html), html);
}
