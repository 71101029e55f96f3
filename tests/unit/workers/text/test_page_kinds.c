#include <string.h>

#include "tests/unit/test.h"
#include "tests/unit/workers/text/page_given.h"

static const struct extraction *page(const char *html)
{
        return given_page(NULL, html);
}

TEST(a_list_of_teasers_is_no_article)
{
        EXPECT(!page("<head><title>Harbour News</title></head><body><main><div><h2><a href=/1>"
                     "Ferries stop again</a></h2><p>" FIRST
                     "</p></div><div><h2><a href=/2>Fog over "
                     "the sound</a></h2><p>" THEN "</p></div><div><h2><a href=/3>A seal in the "
                     "harbour</a></h2><p>" LAST "</p></div></main>")
                        ->is_article);
}

TEST(a_part_of_the_title_tells_of_an_error)
{
        EXPECT(!page("<title>Page not found | Harbour News</title>" BODY)->is_article);
        EXPECT(page("<title>Page not found: library loses its oldest book</title>" BODY)
                       ->is_article);
}

TEST(an_error_page_is_of_another_kind)
{
        EXPECT(!page("<title>404 Not Found</title><h1>Not Found</h1><p>The page was not found.</p>")
                        ->is_article);
        EXPECT(!page("")->is_article);
        EXPECT(!page("<")->is_article);
}

TEST(walls_and_errors_are_of_another_kind)
{
        EXPECT(!page("<title>Just a moment...</title><h1>One more step</h1><p>Please stand by, while we "
                     "are checking your browser. This may take a few seconds, and you will be sent "
                     "on by itself when it is done.</p>")
                        ->is_article);
        EXPECT(!page("<title>Harbour News</title><p>The page you requested has moved or is not there any "
                     "more. Please go to the front page, or use the search to find what you came "
                     "for, or write to us.</p>")
                        ->is_article);
        EXPECT(page("<title>Ferry not found after storm</title><article>" BODY BODY BODY
                    "<p>" FIRST " " THEN " " LAST " " FIRST " " THEN " " LAST "</p></article>")
                       ->is_article);
}

TEST(a_title_of_long_words_is_compared_by_their_beginnings)
{
#define LONG "harbourharbourharbourharbourharbourharbourharbour "

        EXPECT(page("<title>" LONG LONG LONG LONG LONG LONG LONG LONG "</title>" BODY)
                       ->is_article);
}

TEST(a_list_of_articles_is_of_another_kind)
{
        char html[8192] = "<main>";

        for (int i = 0; i < 8; i++) {
                strcat(html, "<div><h2><a href=/x>Ferries are late again today</a></h2><p>");
                strcat(html, i % 2 ? FIRST : THEN);
                strcat(html, "</p></div>");
        }
        EXPECT(!page(html)->is_article);
}

TEST(a_page_of_empty_buttons_holds_nothing)
{
        const struct extraction *x = page("<body><h2><button></button></h2><nav></nav></body>");

        EXPECT(!x->is_article);
        EXPECT_STR(x->text, "");
}
