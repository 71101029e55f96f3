#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/macros.h"
#include "tests/unit/test.h"
#include "tests/unit/workers/text/page_given.h"

#define SITE "<meta property=og:site_name content='Sound Post'>"
#define H1   "<h1>Ferries stop for the winter</h1>"

/* The authors, joined by " | ". */
static const char *authors_at(const char *url, const char *html)
{
        static char out[1024];
        const struct extraction *x = given_page(url, html);
        size_t at = 0;

        out[0] = '\0';
        for (size_t i = 0; i < x->n_authors; i++)
                at += (size_t)snprintf(out + at, sizeof(out) - at, "%s%s", i ? " | " : "",
                                       x->authors[i]);
        return out;
}

static const char *authors(const char *html)
{
        return authors_at("https://www.soundpost.example/f", html);
}

/* The authors of an article, @n references, the last of them to a name. */
static const char *referred(size_t n)
{
        struct buffer out = { 0 };
        const char *found;

        buffer_put_text(&out, "<script type='application/ld+json'>[{\"@id\":\"ada\","
                              "\"name\":\"Ada Strand\"},"
                              "{\"@type\":\"NewsArticle\",\"author\":[");
        while (--n)
                buffer_put_text(&out, "{\"@id\":\"nobody\"},");
        buffer_put_text(&out, "{\"@id\":\"ada\"}]}]</script>" H1 BODY);
        found = authors(buffer_text(&out));
        buffer_clear(&out);
        return found;
}

TEST(references_to_authors_are_looked_up_up_to_a_limit)
{
        EXPECT_STR(referred(20), "Ada Strand");
        EXPECT_STR(referred(20000), "");
}

static void put_script(struct buffer *out, size_t blanks, const char *json)
{
        buffer_put_text(out, "<script type='application/ld+json'>");
        buffer_printf(out, "{%*s%s}</script>", (int)blanks, "", json);
}

TEST(a_script_beyond_the_bytes_that_are_read_of_all_is_passed_over)
{
        struct buffer out = { 0 };

        put_script(&out, 3 << 19, "\"@type\":\"WebPage\"");
        put_script(&out, 3 << 19, "\"@type\":\"NewsArticle\",\"author\":\"Bo Vik\"");
        put_script(&out, 0, "\"@type\":\"NewsArticle\",\"author\":\"Ada Strand\"");
        buffer_put_text(&out, H1 BODY);
        EXPECT_STR(authors(buffer_text(&out)), "Ada Strand");
        buffer_clear(&out);
}

TEST(a_person_in_print_goes_before_the_outlet_in_metadata)
{
        EXPECT_STR(authors(SITE "<meta name=author content='Sound Post'>" H1
                                "<div>By Peter Strand</div>" BODY),
                   "Peter Strand");
        EXPECT_STR(
                authors("<script type='application/ld+json'>{\"@type\":\"NewsArticle\","
                        "\"author\":{\"@type\":\"Organization\",\"name\":\"Associated Press\"}}"
                        "</script>" H1 "<p>By Peter Strand</p>" BODY),
                "Peter Strand");
        EXPECT_STR(authors(SITE "<meta name=author content='Sound Post'>" H1 BODY),
                   "Sound Post");
}

TEST(who_is_printed_goes_before_who_keyed_it_in)
{
        EXPECT_STR(authors("<meta name=author content='Mary Holm'>" H1
                           "<p>By: Peter Strand</p>" BODY),
                   "Peter Strand");
        EXPECT_STR(authors("<meta name=author content='Mary Holm'>" H1
                           "<p>By Peter Strand and Mary Holm</p>" BODY),
                   "Mary Holm");
}

TEST(persons_go_before_organizations)
{
        EXPECT_STR(
                authors("<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":["
                        "{\"@type\":\"Organization\",\"name\":\"Harbour Board\"},"
                        "{\"@type\":\"Person\",\"name\":\"Peter Strand\"}]}</script>" BODY),
                "Peter Strand");
}

TEST(a_later_source_may_know_the_person)
{
        EXPECT_STR(authors(SITE "<meta name=author content='Sound Post'>"
                                "<meta property=article:author content='Peter Strand'>" BODY),
                   "Peter Strand");
        EXPECT_STR(authors("<meta name=twitter:label1 content='Written by'>"
                           "<meta name=twitter:data1 content='Peter Strand'>" BODY),
                   "Peter Strand");
}

TEST(bylines_have_many_forms)
{
        EXPECT_STR(authors(H1 "<p>by Peter Strand ● December 2, 2021 ● 6 min read</p>" BODY),
                   "Peter Strand");
        EXPECT_STR(authors(H1
                           "<p>By Peter Strand, in News, Islands, Boats, Winter, The Sound and "
                           "More · 2 Dec 2021, 20:02</p>" BODY),
                   "Peter Strand");
        EXPECT_STR(
                authors(H1
                        "<p>12/02/2021 by Peter Strand, pilot of the harbour board</p>" BODY),
                "Peter Strand");
        EXPECT_STR(authors(H1 "<p>Dec 2, 2021 • Peter Strand in Boats</p>" BODY),
                   "Peter Strand");
        EXPECT_STR(authors("<div><span>Dec 2, 2021</span><span>Peter K. Strand</span></div>" H1
                                   BODY),
                   "Peter K. Strand");
        EXPECT_STR(authors(H1 "<p>by ada</p>" BODY), "ada");
        EXPECT_STR(authors(H1 "<div>Written by</div><div>Peter Strand</div>" BODY),
                   "Peter Strand");
        EXPECT_STR(authors(H1 "<p>By building new ferries the board hopes to win back the "
                              "islands.</p>" BODY),
                   "");
}

TEST(a_byline_ends_with_its_line_or_its_link)
{
        EXPECT_STR(authors(H1 "<div>By Peter Strand<br>Harbour Weekly<br>Archive</div>" BODY),
                   "Peter Strand");
        EXPECT_STR(authors(H1 "<div>By Peter Strand<br>and Mary Holm</div>" BODY),
                   "Peter Strand | Mary Holm");
        EXPECT_STR(authors(H1 "<div>By Peter Strand<br>Harbour.com<br>Archive</div>" BODY),
                   "Peter Strand");
        EXPECT_STR(authors(H1 "<div>By<br>Peter Strand</div>" BODY), "Peter Strand");
        EXPECT_STR(authors(H1 "<div>By <a rel=author href=/ps>Peter Strand</a> Harbour Health "
                              "News</div>" BODY),
                   "Peter Strand");
        EXPECT_STR(authors(H1 "<div>By <a href=/ps>Peter Strand</a> and <a href=/mh>Mary Holm"
                              "</a> in Hull</div>" BODY),
                   "Peter Strand | Mary Holm");
        EXPECT_STR(authors(H1 "<div class=author>Peter Strand<br>Harbour Weekly</div>" BODY),
                   "Peter Strand");
        EXPECT_STR(
                authors(H1
                        "<div>By <a href=/ps>Peter Strand</a> <a href=/>Harbour News</a></div>" BODY),
                "Peter Strand");
        EXPECT_STR(
                authors(H1
                        "<div class=author>Peter Strand in Hull, Mary Holm in Oslo</div>" BODY),
                "Peter Strand | Mary Holm");
        EXPECT_STR(authors(H1 "<ul><li><span>By</span><a href=/ps>Peter Strand</a><span>News "
                              "Reporter</span></ul>" BODY),
                   "Peter Strand");
        EXPECT_STR(authors(H1 "<div class=byline><a href=/authors/ps>Peter Strand</a> / TNX / "
                              "Jan 2, 2021, 15:04 IST</div>" BODY),
                   "Peter Strand");
        EXPECT_STR(authors(H1 "<p>By Peter Strand / TNX</p>" BODY), "Peter Strand");
        EXPECT_STR(authors(H1
                           "<div class=byline><span>Peter Strand</span><span>Coastal affairs "
                           "correspondent</span></div>" BODY),
                   "Peter Strand");
}

TEST(an_agency_or_an_outlet_behind_a_name_is_no_author)
{
        EXPECT_STR(authors(H1 "<p>By Peter Strand/Reuters</p>" BODY), "Peter Strand");
        EXPECT_STR(authors(H1 "<p>Peter Strand<br>Special to Harbour Weekly</p>"
                              "<p>March 2, 2021</p>" BODY),
                   "Peter Strand");
}

TEST(several_names_alone_are_a_byline)
{
        EXPECT_STR(authors(H1 "<p>Peter Strand, Mary Holm and Simon Reed, ANP</p>"
                              "<p>9 minute read</p>" BODY),
                   "Peter Strand | Mary Holm | Simon Reed");
        EXPECT_STR(authors(H1 "<p>What Peter Strand and Mary Holm told the board of the port "
                              "on Monday</p>" BODY),
                   "");
}

TEST(a_name_alone_is_a_byline_beside_a_date_or_in_bold)
{
        EXPECT_STR(authors(H1 "<div>Peter Strand</div><div>2 December 2021</div>" BODY),
                   "Peter Strand");
        EXPECT_STR(authors(H1 "<p><b>Xqua Zlotvik/Ebru Qarnaq</b></p>" BODY),
                   "Xqua Zlotvik | Ebru Qarnaq");
        EXPECT_STR(authors(H1 "<div>Island News</div><div>2 December 2021</div>" BODY), "");
        EXPECT_STR(authors("<h1>Peter Strand's ferry stops</h1><div>Peter Strand</div>"
                           "<div>2 December 2021</div>" BODY),
                   "");
}

TEST(an_agency_alone_is_one_too)
{
        EXPECT_STR(authors(SITE "<meta name=author content='Sound Post'>" H1
                                "<div>AFP, HULL</div>" BODY),
                   "AFP");
        EXPECT_STR(authors(H1 "<div class=credit>Copyright Peter Strand/AP</div>" BODY), "");
}

TEST(a_box_behind_the_text_tells_too)
{
        EXPECT_STR(authors(H1 BODY
                           "<h3>Written by Peter Strand</h3><p>Peter Strand has written "
                           "of boats for many years, and has none himself.</p>"),
                   "Peter Strand");
        EXPECT_STR(authors(H1 BODY "<aside><h3>Author</h3><div>PS</div><div>Peter Strand</div>"
                                   "</aside>"),
                   "Peter Strand");
}

TEST(the_outlets_name_is_not_taken_apart)
{
        EXPECT_STR(authors("<meta property=og:site_name content='Strand & Vik'>"
                           "<meta name=author content='Strand &amp; Vik'>" BODY),
                   "Strand & Vik");
}

TEST(where_nobody_is_named_the_site_may_be)
{
        EXPECT_STR(authors("<meta property=og:site_name content='Peter Strand'>" H1 BODY),
                   "Peter Strand");
        EXPECT_STR(authors("<meta name=author content='Editorial Team'>" H1 BODY),
                   "Editorial Team");
        EXPECT_STR(authors("<meta name=author content='admin'>" H1 BODY), "");
}

TEST(a_box_corrects_metadata_that_are_printed_nowhere)
{
        EXPECT_STR(authors("<meta name=author content='Mary Holm'>" H1 BODY
                           "<aside><div>Written by</div><div>Peter Strand</div></aside>"),
                   "Peter Strand");
}

TEST(a_name_ends_with_the_element_that_it_fills)
{
        EXPECT_STR(authors(H1 "<div><span>By Ada Strand</span><span>Sound News, Vik</span>"
                              "</div>" BODY),
                   "Ada Strand");
        EXPECT_STR(authors(H1 "<div><span>By ADA STRAND</span><span>January 30, 2021</span>"
                              "</div>" BODY),
                   "ADA STRAND");
        EXPECT_STR(authors(H1
                           "<div><span>By Ada Strand</span><span>Sound News, Peter Bay</span>"
                           "</div>" BODY),
                   "Ada Strand");
}

TEST(names_and_what_joins_them_may_stand_in_elements_of_their_own)
{
        EXPECT_STR(authors(H1
                           "<div><span>By</span><span>Ada Strand</span><span>and</span><span>"
                           "Bo Vik</span></div>" BODY),
                   "Ada Strand | Bo Vik");
}

TEST(a_by_line_may_stand_below_an_agency_and_is_no_heading)
{
        EXPECT_STR(authors(H1 "<div>Sound News<br>By <a href=/a>Ada Strand</a></div>" BODY),
                   "Ada Strand");
        EXPECT_STR(authors(H1 "<p><b>By the numbers:</b></p><p>14 boats.</p>" BODY), "");
        EXPECT_STR(authors(H1 "<p>by <a href=/a>Ada Strand</a>, Sound News, and <a href=/b>Bo "
                              "Vik</a>, Harbour Journal</p>" BODY),
                   "Ada Strand | Bo Vik");
}

TEST(by_lines_have_many_heads_and_tails)
{
        static const char *const lines[] = {
                "<div>Story and photos by Ada Strand</div>",
                "<div>Interview by Ada Strand</div>",
                "<div>Exclusive by Ada Strand, Chief reporter</div>",
                "<p>By Ada Strand Health Editor</p>",
                "<div>Ada Strand</div><div>Staff Writer</div><div>May 4, 2021</div>",
        };

        for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
                struct buffer out = { 0 };

                buffer_printf(&out, "%s%s%s", H1, lines[i], BODY);
                EXPECT_STR(authors(buffer_text(&out)), "Ada Strand");
                buffer_clear(&out);
        }
}

TEST(names_behind_a_label_may_have_blocks_of_their_own)
{
        EXPECT_STR(authors(H1
                           "<div>By <h5><a href=/a>Ada Strand</a></h5> and <h5><a href=/b>Bo "
                           "Vik</a></h5></div>" BODY),
                   "Ada Strand | Bo Vik");
}

TEST(a_person_goes_before_the_outlet_that_is_printed_above)
{
        EXPECT_STR(authors(SITE H1 "<div><span>by Sound Post</span><span>May 4, 2021</span>"
                                   "</div><p><strong>Ada Strand</strong></p>" BODY),
                   "Ada Strand");
}

TEST(what_the_metadata_and_the_by_line_agree_on_is_the_author)
{
        EXPECT_STR(authors(SITE "<meta name=author content='Ada and Bo'>" H1
                                "<div><span>Vik</span><span>Strand</span></div>"
                                "<div>Written by <a href=/a>Ada and Bo</a></div>" BODY),
                   "Ada | Bo");
}

TEST(a_by_line_may_stand_behind_dashes_or_be_a_sentence)
{
        EXPECT_STR(authors(H1 "<p>— by Ada Strand</p>" BODY), "Ada Strand");
        EXPECT_STR(authors(H1 BODY
                           "<p>This post was written by Ada Strand, who keeps the ice</p>"),
                   "Ada Strand");
        EXPECT_STR(authors(H1 "<p>—</p>" BODY), "");
}

TEST(who_owns_a_personal_site_writes_it)
{
        static const char titled[] =
                "<title>Ferries stop for the winter | Martin Strand</title>" H1 BODY;
        static const char owned[] = H1 BODY "<footer>© 2012–2021 Martin Strand. All rights "
                                            "reserved.</footer>";

        EXPECT_STR(authors_at("https://martinstrand.example/f", titled), "Martin Strand");
        EXPECT_STR(authors_at("https://martin.example/f", titled), "Martin Strand");
        EXPECT_STR(authors_at("https://www.strand-boats.example/f", owned), "Martin Strand");
        EXPECT_STR(authors(titled), "");
        EXPECT_STR(authors(owned), "");
        EXPECT_STR(
                authors_at(
                        "https://martinstrand.example/f",
                        "<title>Ferries stop for the winter | Martin Strand &amp; Co</title>" H1
                                BODY),
                "");
}

TEST(an_address_holds_more_than_a_letter_of_whose_it_is)
{
        EXPECT_STR(
                authors_at("https://strandboats.example/f",
                           "<title>Ferries stop for the winter | Martin Šíša</title>" H1 BODY),
                "");
}

/* A title of many parts is no title, and costs what its length does. */
TEST(a_title_that_is_a_page_long_names_nobody)
{
        struct buffer out = { 0 };

        buffer_put_text(&out, "<title>Martin Strand");
        for (size_t i = 0; i < 200; i++)
                buffer_put_text(&out, " | a");
        buffer_printf(&out, "</title>%s%s", H1, BODY);
        EXPECT_STR(authors_at("https://martinstrand.example/f", buffer_text(&out)), "");
        buffer_clear(&out);
}

static void are_by(const char *expected, const char *const *lines, size_t n)
{
        for (size_t i = 0; i < n; i++) {
                struct buffer out = { 0 };

                buffer_printf(&out, "%s%s%s%s", SITE, H1, lines[i], BODY);
                EXPECT_STR(authors(buffer_text(&out)), expected);
                buffer_clear(&out);
        }
}

TEST(what_stands_behind_a_bare_name_marks_it)
{
        static const char *const lines[] = {
                "<p>Mary Strand, Harbour Correspondent</p>",
                "<p>Mary Strand<br>Hull correspondent</p>",
                "<p>Mary Strand | Sound Post</p>",
                "<p>Mary Strand @marystrand</p>",
                "<div><div>Mary Strand</div><div>5 min read</div></div>",
                "<div><span>Mary Strand</span><button>Follow</button></div>",
                "<p>Reporter: Mary Strand</p>",
                "<p>A column by Mary Strand</p>",
        };
        static const char *const others[] = {
                "<p>Mary Strand, director of the ferries</p>",
                "<p>Mary Strand, Hull</p>",
                "<p>Mary Strand is a reporter in Hull.</p>",
                "<p>Story: the ferries of the older master</p>",
        };

        are_by("Mary Strand", lines, ARRAY_SIZE(lines));
        are_by("MARY STRAND", (const char *const[]){ "<p>MARY STRAND<br>STAFF REPORTER</p>" },
               1);
        are_by("", others, ARRAY_SIZE(others));
}

TEST(two_persons_alone_in_a_line_wrote_it)
{
        static const char *const lines[] = {
                "<p>Mary Strand and Peter Novak</p>",
                "<p>Mary Strand / Peter Novak</p>",
                "<p>By Mary Strand, M.D., and Peter Novak, Ph.D.</p>",
        };

        are_by("Mary Strand | Peter Novak", lines, ARRAY_SIZE(lines));
}

TEST(the_by_line_adds_to_the_one_author_of_the_metadata)
{
        EXPECT_STR(authors("<meta name=author content='Mary Strand'>" H1
                           "<p>By Mary Strand and Peter Novak</p>" BODY),
                   "Mary Strand | Peter Novak");
        EXPECT_STR(authors("<meta name=citation_authors content='Mary Strand'>"
                           "<meta name=citation_authors content='Peter Novak'>" H1 BODY),
                   "Mary Strand | Peter Novak");
}
