#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/unit/test.h"
#include "tests/unit/workers/text/page_given.h"
#include "workers/text/stages.h"

static struct article article;

static const struct extraction *read_article(void)
{
        struct arena *arena = given_arena();
        struct document *doc = arena_alloc(arena, sizeof(*doc));

        REQUIRE(doc);
        doc->arena = arena;
        doc->article = &article;
        doc->x = arena_alloc(arena, sizeof(*doc->x));
        doc->x->text = "";
        REQUIRE(maintext_find(doc) == 0);
        return doc->x;
}

static const struct extraction *page(const char *html)
{
        article = (struct article){ .html = (char *)html };
        return read_article();
}

TEST(the_article_stands_among_other_things)
{
        const struct extraction *x = page(
                "<html><head><title>Ferries stop | Harbour News</title></head><body>"
                "<nav><ul><li><a href=/>Home</a><li><a href=/s>Sport</a></ul></nav>"
                "<article><h1>Ferries stop</h1><div class=share>Share this</div>" BODY
                "<div class='related'><h3>Read more</h3><a href=/x>Fog over the sound again</a></div>"
                "</article><footer>Harbour News is a paper of the islands since 1901.</footer>");

        EXPECT(x->is_article);
        EXPECT_STR(x->title, "Ferries stop");
        EXPECT_STR(x->text, PLAIN);
}

TEST(the_body_may_be_in_several_parts)
{
        const struct extraction *x = page(
                "<body><div id=main><div class=part><p>" FIRST "</p></div><div class=ad>"
                "Buy boats! They are very good boats, all of them.</div><div class=part><p>" THEN
                "</p></div><div class=part><p>" LAST "</p></div></div>"
                "<ul><li><a href=/1>One</a><li><a href=/2>Two</a></ul>");

        EXPECT_STR(x->text, PLAIN);
}

TEST(headings_and_lists_belong_to_the_text)
{
        const struct extraction *x =
                page("<article><h1>Ferries</h1><p>" FIRST "</p><h2>What next</h2><p>" THEN
                     "</p><ul><li>No ferry on Monday<li>One ferry on Friday</ul><p>" LAST
                     "</p></article>");

        EXPECT(strstr(x->text, "\n\nWhat next\n\n") != NULL);
        EXPECT(strstr(x->text, "No ferry on Monday\n\nOne ferry on Friday") != NULL);
}

TEST(a_heading_of_nothing_goes)
{
        EXPECT_STR(page("<article>" BODY "<h2>More boats</h2></article>")->text, PLAIN);
}

TEST(captions_are_no_text)
{
        EXPECT_STR(
                page("<article><figure><img src=x><figcaption>A ferry in fog.</figcaption></figure>" BODY
                     "<div class=wp-caption-text>Another ferry in the same fog.</div></article>")
                        ->text,
                PLAIN);
}

TEST(line_breaks_part_paragraphs)
{
        EXPECT_STR(page("<div>" FIRST "<br><br>" THEN "<br/> <br/>" LAST "</div>")->text,
                   PLAIN);
}

TEST(a_dateline_of_its_own_paragraph_stays)
{
        EXPECT_STR(page("<article><h1>Ferries</h1><p>OSLO, March 7, 2022 (ABC) --</p>" BODY
                        "</article>")
                           ->text,
                   "OSLO, March 7, 2022 (ABC) --\n\n" PLAIN);
        EXPECT_STR(page("<article><h1>Ferries</h1><p>Updated March 7, 2022 - 14:05</p>" BODY
                        "</article>")
                           ->text,
                   PLAIN);
}

TEST(panels_that_open_on_a_touch_are_text)
{
        EXPECT_STR(page("<article><h1>Ferries</h1><p>" FIRST "</p><h3>When do they meet?</h3>"
                        "<div style='display:none'><p>" THEN "</p></div><p>" LAST "</p>"
                        "<div style='display:none'><p>Thank you for your letter.</p></div>"
                        "</article>")
                           ->text,
                   FIRST "\n\nWhen do they meet?\n\n" THEN "\n\n" LAST);
}

TEST(what_holds_the_headline_and_the_text_is_no_sidebar)
{
        EXPECT_STR(page("<body><div class=sidebar><h1>Ferries stop this winter</h1>" BODY
                        "<p>" FIRST " Again.</p></div><ul class=comments><li><p>" THEN
                        " I do not believe it.</p><li><p>" LAST " Nor do I.</p><li><p>" FIRST
                        " Who wrote this?</p></ul>")
                           ->text,
                   PLAIN "\n\n" FIRST " Again.");
}

TEST(related_is_only_what_links)
{
        EXPECT_STR(page("<article><p>" FIRST "</p><div class=recommended><p>" THEN
                        "</p></div><p>" LAST "</p><div class=recommended><p>" THEN
                        " <a href=/x>More</a></p></div>"
                        "</article>")
                           ->text,
                   PLAIN);
}

TEST(a_biography_at_the_end_is_no_text)
{
        EXPECT_STR(page("<article><p>By Ada Strand</p>" BODY "<h4>Ada Strand</h4><p>Ada Strand "
                        "has written about the sea for twenty years, and sails.</p></article>")
                           ->text,
                   PLAIN);
        EXPECT_STR(page("<article>" BODY "<p>Bo Vik is a reporter at the Harbour News.</p>"
                        "<p>Eva Holm and her dog are there.</p></article>")
                           ->text,
                   PLAIN);
        EXPECT(strstr(page("<article>" BODY "<p>Bo Vik is a fisherman.</p></article>")->text,
                      "fisherman"));
}

TEST(posts_of_others_and_disclosures_are_no_text)
{
        EXPECT_STR(page("<article><p><em>If you buy through our links, we may earn a commission"
                        ".</em></p><p>" FIRST "</p><p>" THEN
                        "</p><blockquote class='twitter-tweet'>"
                        "<p>No ferries, again! I have had enough of it, and so has everybody."
                        "</p></blockquote><p>" LAST "</p><p>Already have an account? Log in</p>"
                        "</article>")
                           ->text,
                   PLAIN);
}

TEST(links_that_name_things_are_text)
{
        EXPECT_STR(
                page("<article><h1>What to pack</h1><p>" FIRST "</p><ul><li><a href=/a>Warm "
                     "socks</a> and gloves<li>An old <a href=/b>book of boats</a></ul><h2><a "
                     "href=/c>The ferry itself</a></h2><p>" THEN
                     "</p><h2><a href=/d>Islands in "
                     "the snow again</a></h2><p>Read it</p></article>")
                        ->text,
                FIRST
                "\n\nWarm socks and gloves\n\nAn old book of boats\n\nThe ferry itself\n\n" THEN
                "\n\nRead it");
}

TEST(items_and_cells_may_repeat_a_paragraph_not)
{
        EXPECT_STR(
                page("<article><p>" FIRST "</p><ul><li>One ferry at six in the morning<li>One "
                     "ferry at six in the morning</ul><p>" THEN "</p><p>" FIRST
                     "</p></article>")
                        ->text,
                FIRST "\n\nOne ferry at six in the morning\n\nOne ferry at six in the morning"
                      "\n\n" THEN);
}

TEST(a_button_may_be_the_heading_of_a_panel)
{
        EXPECT_STR(page("<article><p>" FIRST
                        "</p><h3><button>When do the two of them meet again, "
                        "and where?</button></h3><div aria-hidden=true><p>" THEN
                        "</p></div><p>" LAST "</p></article>")
                           ->text,
                   FIRST "\n\nWhen do the two of them meet again, and where?\n\n" THEN
                         "\n\n" LAST);
}

TEST(the_first_paragraph_may_stand_apart_under_the_headline)
{
        EXPECT_STR(page("<body><div><h1>Ferries stop</h1><div><p>" FIRST "</p></div></div><div "
                        "class=x><p>" THEN "</p><p>" LAST "</p></div>")
                           ->text,
                   PLAIN);
}

TEST(the_first_paragraph_may_stand_behind_the_standfirst)
{
        EXPECT_STR(
                page("<body><div><h1>Ferries stop</h1><p class=standfirst>Two masters of one "
                     "harbour and the ice</p><p>" FIRST
                     "</p></div><div class=article-body><p>" THEN "</p><p>" LAST "</p></div>")
                        ->text,
                "Two masters of one harbour and the ice\n\n" PLAIN);
}

TEST(letters_in_a_code_say_nothing)
{
        EXPECT_STR(
                page("<article><h1>Ferries stop</h1><div class='element element-5f18ad9'><p>" FIRST
                     "</p></div><div class='element element-33'><p>" THEN "</p><p>" LAST
                     "</p></div></article>")
                        ->text,
                PLAIN);
}

TEST(the_first_paragraph_may_stand_before_a_long_table)
{
        char html[8192];
        size_t n = (size_t)snprintf(html, sizeof(html),
                                    "<body><div><h1>Ferries stop</h1><p>" FIRST "</p><table>");

        for (int i = 0; i < 60; i++)
                n += (size_t)snprintf(html + n, sizeof(html) - n, "<tr><td>%d:30</td></tr>", i);
        snprintf(html + n, sizeof(html) - n,
                 "</table></div><div class=article-body><p>%s</p><p>%s</p></div>", THEN, LAST);
        EXPECT_STR(page(html)->text, PLAIN);
}

TEST(items_that_name_a_thing_by_a_link_stay_in_a_list_of_things)
{
        EXPECT_STR(page("<article><p>" FIRST
                        "</p><ul><li><a href=/1>Warm socks</a><li>Gloves, the "
                        "old ones will do<li>A book, or two for the way back</ul><p>" THEN
                        "</p></article>")
                           ->text,
                   FIRST "\n\nWarm socks\n\nGloves, the old ones will do\n\n"
                         "A book, or two for the way back\n\n" THEN);
}

TEST(an_article_in_json_ld_alone_is_read)
{
        const struct extraction *x = page(
                "<head><title>Ferries stop</title><script type='application/ld+json'>"
                "{\"@type\":\"NewsArticle\",\"headline\":\"Ferries stop\",\"articleBody\":\"" FIRST
                "\\n\\n" THEN "\"}</script></head><body><div>Loading...</div>");

        EXPECT(x->is_article);
        EXPECT_STR(x->text, FIRST "\n\n" THEN);
}

TEST(an_article_in_the_state_of_a_framework_is_read)
{
        const struct extraction *x = page(
                "<head><title>Ferries stop</title></head><body><div id=root></div><script>"
                "window.__STATE__ = {\"menu\":[{\"text\":\"" LAST
                "\"}],\"story\":{\"headline\":"
                "\"Ferries stop\",\"summary\":\"" LAST
                "\",\"body({\\\"variant\\\":\\\"long\\\",\\\"of\\\":\\\"the whole story, as it is asked for\\\"})\":[{\"type\":\"paragraph\","
                "\"content\":[{\"type\":\"text\",\"value\":\"The two harbour masters met on \"},"
                "{\"type\":\"text\",\"value\":\"Monday, and agreed on little. Nobody minded.\"}]},"
                "{\"type\":\"paragraph\",\"content\":\"" THEN "\"}]}};</script>");

        EXPECT(x->is_article);
        EXPECT_STR(x->text, "The two harbour masters met on Monday, and agreed on little. "
                            "Nobody minded.\n\n" THEN);
}

TEST(names_of_tags_may_be_written_in_capitals)
{
        EXPECT_STR(
                page("<HEAD><TITLE>Ferries stop</TITLE></HEAD><BODY><DIV ID=root></DIV><SCRIPT>"
                     "window.__STATE__ = {\"story\":{\"headline\":\"Ferries stop\",\"body\":"
                     "[{\"type\":\"paragraph\",\"content\":\"" FIRST
                     "\"},{\"type\":\"paragraph\",\"content\":\"" THEN "\"}]}};</SCRIPT>")
                        ->text,
                FIRST "\n\n" THEN);
}

TEST(scripts_of_other_things_are_not_read)
{
        EXPECT(!page("<head><title>Harbour News</title></head><body><div id=root></div><script>"
                     "window.__STATE__ = {\"story\":{\"headline\":\"Ferries stop\",\"body\":\"" FIRST
                     " " THEN "\"}};</script>")
                        ->is_article);
}

TEST(writing_without_spaces_has_words)
{
        EXPECT(page("<title>橋</title><h1>新しい橋が開通</h1><p>港町で二日、新しい橋が開通し、市長や住民"
                    "ら約三百人が渡り初めをした。</p><p>橋の長さは四百メートルで、工事には五年かかった。</p>")
                       ->is_article);
}

TEST(an_article_is_more_than_its_best_part)
{
        static const char links[] =
                "<ul><li><a href=/1>One link of some words in a long list of such links</a><li>"
                "<a href=/2>Another link of some words in a long list of such links</a><li><a "
                "href=/3>And one more link of some words in a long list of such links</a><li>"
                "<a href=/4>The last link of some words in a long list of such links</a></ul>";
        char html[4000];

        snprintf(html, sizeof(html),
                 "<article><p>%s</p>%s%s<div><p>%s</p></div>%s<p>%s</p>"
                 "</article>",
                 FIRST, links, links, THEN, links, LAST);
        EXPECT_STR(page(html)->text, PLAIN);
}

TEST(metadata_tell_title_authors_and_dates)
{
        const struct extraction *x = page(
                "<head><script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\","
                "\"headline\":\"Ferries stop\",\"datePublished\":\"2022-03-07T14:05:00+01:00\","
                "\"dateModified\":\"2022-03-08\",\"author\":[{\"@id\":\"#a\"},\"Bo Vik\"]},"
                "{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"Ada Strand\"}]}</script></head>"
                "<body><article>" BODY "</article>");

        EXPECT_STR(x->title, "Ferries stop");
        EXPECT_STR(x->published.value, "2022-03-07T14:05:00+01:00");
        EXPECT_INT(x->published.basis, BASIS_META);
        EXPECT_STR(x->modified.value, "2022-03-08");
        REQUIRE(x->n_authors == 2);
        EXPECT_STR(x->authors[0], "Ada Strand");
        EXPECT_STR(x->authors[1], "Bo Vik");
}

TEST(a_byline_and_a_date_line_tell_them_too)
{
        const struct extraction *x = page(
                "<article><h1>Ferries stop in the winter</h1><p class=byline>By <a rel=author "
                "href=/a/ada>Ada Strand</a></p><p>Published: 7 March 2022, 14:05</p>" BODY
                "</article>");

        REQUIRE(x->n_authors == 1);
        EXPECT_STR(x->authors[0], "Ada Strand");
        EXPECT_STR(x->published.value, "2022-03-07T14:05");
        EXPECT_INT(x->published.basis, BASIS_TEXT);
        EXPECT_STR(x->text, PLAIN);
}

TEST(a_date_after_the_page_was_fetched_is_not_taken)
{
        article = (struct article){
                .html = (char *)"<meta property='article:published_time' content='2022-03-07'><article>"
                                "<time datetime='2022-03-01'>1 March</time>" BODY "</article>",
                .fetched = (char *)"2022-03-02T10:00:00Z",
        };
        EXPECT_STR(read_article()->published.value, "2022-03-01");
}

TEST(what_the_article_gives_goes_before_the_page)
{
        article = (struct article){
                .html = (char *)"<h1>Ferries stop</h1><meta name=date content='2022-03-07'>" BODY,
                .title = (char *)"Given",
                .published = (char *)"2020-01-01",
        };
        EXPECT_STR(read_article()->title, "Given");
        EXPECT_STR(read_article()->published.value, "2020-01-01");
        EXPECT_INT(read_article()->published.basis, BASIS_GIVEN);
}

TEST(bytes_are_decoded)
{
        article = (struct article){
                .raw = (unsigned char *)"<meta charset=iso-8859-1><article><p>Z\xfcrich. " FIRST
                                        "</p><p>" THEN "</p></article>",
        };
        article.raw_size = strlen((char *)article.raw);
        EXPECT_STR(read_article()->text, "Zürich. " FIRST "\n\n" THEN);
        article.raw = (unsigned char *)"\x7f"
                                       "ELF\1\1\1\0\0\0\0\0\0\0\0\0\2\0\3\0\1\0\0\0";
        article.raw_size = 24;
        EXPECT(!read_article()->is_article);
}

/* A page of @n copies of @piece, then an article. */
static const struct extraction *page_of(const char *piece, size_t n)
{
        size_t size = strlen(piece);
        char *html = malloc(n * size + sizeof(BODY));
        const struct extraction *x;

        REQUIRE(html);
        for (size_t i = 0; i < n; i++)
                memcpy(html + i * size, piece, size);
        memcpy(html + n * size, BODY, sizeof(BODY));
        x = page(html);
        free(html);
        return x;
}

TEST(bombs_are_bounded)
{
        EXPECT(page_of("<div>", 200000));
        EXPECT(page_of("<b><i>", 100000));
        EXPECT(page_of("</p></div></a>", 100000));
        EXPECT(page_of("<table><tr><td>", 50000));
        EXPECT(page_of("&amp;&lt;&#x41;", 100000));
        EXPECT(page_of("<p>x", 200000));
        EXPECT(page_of("<a href=", 100000));
        EXPECT(page_of("<!--", 100000));
        EXPECT(page_of("<script>", 50000));
        EXPECT(page_of("<h1>Ferries stop</h1>", 50000));
        EXPECT(page_of("<time>2022</time>", 50000));
        EXPECT(page_of("<span class='author byline'>By A B</span>", 20000));
}

TEST(a_tag_of_a_million_attributes_ends_the_page)
{
        enum { ATTRIBUTES = 1000000, ROOM = sizeof(BODY) + 16 * ATTRIBUTES };
        char *html = malloc(ROOM), *at;

        REQUIRE(html);
        at = stpcpy(html, BODY "<div");
        for (int i = 0; i < ATTRIBUTES; i++)
                at += sprintf(at, " a%d='>'", i);
        EXPECT_STR(page(html)->text, PLAIN);
        free(html);
}

TEST(a_huge_attribute_does_no_harm)
{
        char *html = malloc((4 << 20) + sizeof(BODY) + 100);

        REQUIRE(html);
        strcpy(html, "<div class='");
        memset(html + 12, 'a', 4 << 20);
        strcpy(html + 12 + (4 << 20), "'>" BODY);
        EXPECT_STR(page(html)->text, PLAIN);
        free(html);
}

TEST(a_given_date_after_the_page_was_fetched_is_not_taken_either)
{
        article = (struct article){
                .html = (char *)"<article>" BODY "</article>",
                .published = (char *)"2022-03-07",
                .fetched = (char *)"2022-03-02T10:00:00Z",
        };
        EXPECT_STR(read_article()->published.value, NULL);
}

TEST(an_agency_in_the_byline_is_credited)
{
        const struct extraction *x =
                page("<meta name=author content='Reuters'><article>" BODY "</article>");

        REQUIRE(x->n_credits == 1);
        EXPECT_STR(x->credits[0].agency, "Reuters");
        EXPECT_STR(x->credits[0].literal, "Reuters");
        EXPECT(span_is_none(x->credits[0].span));
}

TEST(scripts_and_style_sheets_hold_no_text_wherever_they_stand)
{
        EXPECT_STR(page("<style>p > a { b: '</p>' }</style><article><p>" FIRST
                        "</p><SCRIPT type='text/javascript'>if (a < b) c('<p>Not this</p>');"
                        "</SCRIPT><p>" THEN "</p><script src=x></script><p>" LAST
                        "</p></article>"
                        "<script>d('<p>nor this')")
                           ->text,
                   PLAIN);
}

TEST(what_only_looks_like_a_script_takes_no_text_along)
{
        EXPECT_STR(page("<article><!-- <script> --><p>" FIRST "</p><p data-a='<script>'>" THEN
                        "</p><p title=\"<style>\">" LAST "</p></article>")
                           ->text,
                   PLAIN);
}

TEST(json_ld_is_read_however_its_type_is_written)
{
        static const char *const types[] = { "application/ld+json", "'Application/LD+JSON'",
                                             "\"application/ld&#x2B;json\"" };

        for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++) {
                char html[4096];

                snprintf(html, sizeof(html),
                         "<script type=%s>{\"@type\":\"NewsArticle\",\"headline\":\"Ferries "
                         "stop\",\"datePublished\":\"2022-03-01\"}</script><article>" BODY
                         "</article>",
                         types[i]);
                EXPECT_STR(page(html)->published.value, "2022-03-01");
        }
}
