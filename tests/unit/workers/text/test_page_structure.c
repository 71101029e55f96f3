/* What the structure of a page says of its lines: headings, panels, boxes, notes. */
#include <string.h>

#include "tests/unit/test.h"
#include "tests/unit/workers/text/page_given.h"

#define MORE                                                                                     \
        "The board of the harbour has asked the mainland for an ice breaker, and was told that " \
        "all of them are at work in the north until the end of February."
#define LONG P(FIRST) P(THEN) P(MORE)

static bool tells(const char *html, const char *words)
{
        return strstr(text_of(html), words) != NULL;
}

TEST(a_headings_id_is_made_of_its_words)
{
        EXPECT_STR(
                text_of(TITLED P(FIRST) "<h2 id=how-to-share-a-boat-and-related-things>How to "
                                        "share a boat</h2>" P(THEN) P(LAST)),
                FIRST "\n\nHow to share a boat\n\n" THEN "\n\n" LAST);
        EXPECT_STR(text_of(TITLED P(FIRST) "<h2 class=toc-heading>What the boats cost</h2>" P(
                           THEN) P(LAST)),
                   FIRST "\n\nWhat the boats cost\n\n" THEN "\n\n" LAST);
        EXPECT_STR(
                text_of(TITLED P(FIRST) "<h2 class=toc-heading>What is told here</h2><ul><li>"
                                        "<a href=#b>Boats</a><li><a href=#i>Ice</a></ul>"
                                        "<h2>Boats</h2>" P(THEN) P(LAST)),
                FIRST "\n\nBoats\n\n" THEN "\n\n" LAST);
}

TEST(a_heading_may_link_to_itself)
{
        EXPECT_STR(
                text_of(TITLED P(
                        FIRST) "<h2 id=b><a href=#b>The old boats</a></h2>"
                               "<ul><li>the first, in a bad state"
                               "<li>the second, in a worse one</ul>"
                               "<h2 id=i>The ice<a href=#i>#</a></h2>" P(
                                       THEN) "<h2 id=m>The money <a href=#m>¶</a></h2>" P(LAST)),
                FIRST
                "\n\nThe old boats\n\nthe first, in a bad state\n\nthe second, in a worse "
                "one\n\nThe ice\n\n" THEN "\n\nThe money\n\n" LAST);
}

TEST(what_a_heading_links_within_the_page_may_be_its_words)
{
        EXPECT(tells(TITLED P(FIRST) "<h2>Why it is boat <a href=#c>#1</a></h2>" P(THEN)
                             P(LAST),
                     "Why it is boat #1"));
        EXPECT(tells(TITLED P(FIRST) "<h2>A breach of <a href=#n5>§ 5</a></h2>" P(THEN) P(LAST),
                     "A breach of § 5"));
        EXPECT(!tells(TITLED P(FIRST) "<h2>The ice <a href=#ice>#ice</a></h2>" P(THEN) P(LAST),
                      "#ice"));
}

TEST(a_body_that_is_a_span_ends_with_its_last_words)
{
        EXPECT(tells(TITLED
                     "<main><div><p>By Ada Strand</p><span class=article-body>" LONG
                     "<h2>What comes next</h2>Nobody on the <a href=/i>islands</a> was asked "
                     "what they think of it, and nobody seemed to mind.</span> </div></main>"
                     "<footer><p>The Sound Post has been read on the islands since the "
                     "first boats came.</p></footer>",
                     "What comes next\n\nNobody on the islands was asked"));
}

TEST(a_large_first_letter_belongs_to_its_word)
{
        EXPECT(tells(TITLED
                     "<div class=body><div>T</div><p>he two harbour masters met on Monday to "
                     "talk about the ferries that run between the islands.</p>" P(THEN)
                             P(LAST) "</div>",
                     "The two harbour masters met"));
        EXPECT(!tells(TITLED "<div class=body><div>B</div>" P(FIRST) P(THEN) P(LAST) "</div>",
                      "BThe"));
}

#define LOWER "boats of wood are not counted here, as nobody knows how many of them there are."

TEST(words_in_two_elements_are_parted_where_each_begins_anew)
{
        EXPECT(tells(
                TITLED P(FIRST) "<ul><li><span>Mooring</span><span>Free for a day</span>"
                                "<li><span>7 berths.</span><span>Ice in March</span></ul>" P(
                                        THEN) P(LAST),
                "Mooring Free for a day\n\n7 berths. Ice in March"));
        EXPECT(tells(
                TITLED P(FIRST) "<ul><li><span>Café</span><span>Free for a day</span>"
                                "<li><span>7 berths.</span><span>Ice in March</span></ul>" P(
                                        THEN) P(LAST),
                "Café Free for a day"));
        EXPECT(tells(TITLED P(FIRST) "<ul><li><span>Mooring</span><span>2 nights</span>"
                                     "<li><span>H</span><span>2 O</span></ul>" P(THEN) P(LAST),
                     "Mooring 2 nights\n\nH2 O"));
        EXPECT(tells(TITLED P("The <b>Mc</b>Vik line and the <i>SS</i><b>K</b> were "
                              "<span>hel</span><span>d up by the ice of this winter.</span>")
                             P(THEN) P(LAST),
                     "The McVik line and the SSK were held up"));
        EXPECT(tells(TITLED P(FIRST) P(THEN)
                             P(LAST) "<pre><span>harbour.</span><span>Boat</span> = 14</pre>",
                     "harbour.Boat = 14"));
}

#define BOATS(line)                                                                            \
        "<table><tr><th>Boat<th>Author<th>Comments</tr><tr><td>60<td>14 shares<td>" line       \
        "</tr></table>"

TEST(cells_of_a_table_of_facts_are_text_whatever_they_say)
{
        EXPECT_STR(text_of(TITLED P(FIRST) P(THEN) BOATS("Share") P(LAST)),
                   FIRST "\n\n" THEN "\n\nBoat\n\nAuthor\n\nComments\n\n60\n\n14 shares"
                         "\n\nShare\n\n" LAST);
        EXPECT_STR(text_of(TITLED "<table><tr><td>" BODY "<tr><td>14 shares<tr><td>Comments"
                                  "<tr><td>Last updated on Monday, 21 May 2012 10:00</table>"),
                   PLAIN);
        EXPECT_STR(text_of(TITLED "<table><tr><td>" P(FIRST) P(THEN)
                                   P(LAST) "<div>See also:</div><div><a href=/2>Storm shuts "
                                           "three ports</a> 9 Feb 2005</div></table>"),
                   PLAIN);
}

TEST(a_letter_that_heads_words_or_numbers_an_answer_is_no_part_of_them)
{
        EXPECT(!tells(TITLED LONG "<h2>B</h2>" P(LOWER) P(LAST), "Bboats"));
        EXPECT(!tells(TITLED LONG "<table><tr><td>B<td>" LOWER "</table>" P(LAST), "Bboats"));
}

TEST(what_opens_a_panel_is_a_heading_of_it)
{
        EXPECT(tells(
                TITLED LONG "<ul><li><a href=#>When do the boats run again?</a><div>" P(
                        THEN
                        " So it was told.") "</div><li><a href=#>Who pays for it?</a><div>" P(LAST) "</div></ul>",
                "When do the boats run again?"));
        EXPECT(!tells(TITLED "<ul><li><a href=#i>The ice of this winter in the sound</a><li><a "
                             "href=#b>The boats that are left</a></ul>" LONG,
                      "The boats that are left"));
}

TEST(a_paragraph_or_a_cell_behind_the_beginning_may_hold_a_date)
{
        EXPECT(tells(TITLED LONG "<p>Harbour days: May 31, 2021 | Vik, West Sound</p>" P(LAST),
                     "Harbour days: May 31"));
        EXPECT(tells(TITLED LONG
                     "<table><tr><td>3/1/2021<td>14 boats<tr><td>4/1/2021<td>9 boats"
                     "</table>" P(LAST),
                     "4/1/2021"));
        EXPECT(!tells(TITLED LONG "<p>Updated May 31, 2021</p>" P(LAST), "May 31"));
        EXPECT(!tells(TITLED LONG "<p>Story last updated May 31, 2021</p>" P(LAST), "May 31"));
        EXPECT(!tells(TITLED LONG "<p>May 31, 2021 by Ada Strand</p>" P(LAST), "May 31"));
}

TEST(what_leads_to_the_lines_below_may_repeat)
{
        EXPECT_STR(text_of(TITLED P(FIRST) P("What the board says of it:") P(THEN)
                                   P("What the board says of it:") P(LAST)),
                   FIRST "\n\nWhat the board says of it:\n\n" THEN
                         "\n\nWhat the board says of it:\n\n" LAST);
        EXPECT_STR(text_of(TITLED P(FIRST) P("What the board says of it:") P(THEN) P(LAST)
                                   P("What the board says of it:") P(THEN) P(MORE)),
                   FIRST "\n\nWhat the board says of it:\n\n" THEN "\n\n" LAST "\n\n" MORE);
}

#define BOX(line)                                                                              \
        "<div class=inner><div class=row><div class=cell>" line                                \
        "</div><div class=cell><a href=/visit>Book a visit</a></div></div></div>"

TEST(a_box_that_calls_its_reader_goes)
{
        EXPECT_STR(text_of(TITLED P(FIRST) P(THEN) BOX(P("Is your boat ready for the ice? Our "
                                                         "people look at it within a day."))
                                   P(LAST)),
                   PLAIN);
        EXPECT_STR(text_of(TITLED P(FIRST) P(THEN) BOX("<h3>Bring your boat through the winter"
                                                       "</h3>") P(LAST)),
                   PLAIN);
        EXPECT(tells(TITLED P(FIRST) P(THEN) BOX("<h3>Boats of the US</h3>") P(LAST),
                     "Boats of the US"));
        EXPECT(tells(TITLED P(FIRST) P(THEN) BOX("<h3>The boat of 1921</h3>") P(LAST),
                     "The boat of 1921"));
        EXPECT(tells(
                TITLED P(FIRST)
                        P("“You see no boats,” said the older one.") "<p><a href=/m>See the map</a></p>" P(
                                THEN) P(LAST),
                "You see no boats"));
}

#define TEASER(title)                                                                          \
        "<h3><a href=/x>" title "</a></h3>" P(                                                 \
                "Nobody had seen it come, and then it was there "                              \
                "over night, from the north to the south of it.") "<p><a href=/x>Read more</a></p>"

TEST(a_box_that_tells_of_a_thing_stays)
{
        EXPECT(tells(TITLED P(FIRST) P(THEN) BOX("<h3>The Tern</h3><ul><li>Runs in thin ice"
                                                 "<li>May be too heavy for you</ul>") P(LAST),
                     "The Tern"));
}

TEST(what_opens_a_panel_is_no_button)
{
        EXPECT(tells(TITLED P(FIRST)
                             P(THEN) "<div><div class=t><div><a href=#>Do I need a pilot?"
                                     "</a></div><div><div><p>In the sound you do, unless "
                                     "your boat is a small one of wood.</p></div></div>"
                                     "</div></div>" P(LAST),
                     "Do I need a pilot?\n\nIn the sound"));
}

TEST(a_button_is_told_by_its_own_link)
{
        EXPECT(!tells(TITLED P(FIRST) P(THEN) "<div class=inner><div class=row><div class=cell>"
                                              "<p>Questions about our <a href=#b>boats</a>? "
                                              "Ask us, if you like.</p><a href=/visit>Book a "
                                              "visit</a></div></div></div>" P(LAST),
                      "Questions"));
}

TEST(what_we_rate_is_no_call)
{
        EXPECT(tells(TITLED P(FIRST) P(THEN) BOX("<p>Best of the boats</p><p>Our rating</p>")
                             P(LAST),
                     "Our rating"));
        EXPECT(!tells(TITLED P(FIRST) P(THEN) BOX("<p>Questions about our boats? Ask us.</p>")
                              P(LAST),
                      "Questions"));
}

TEST(a_short_paragraph_behind_a_link_goes_on_with_the_text)
{
        EXPECT_STR(text_of(TITLED P(FIRST) P(
                           THEN) "<p>Trending stories:</p><p><a href=/2>A buyer "
                                 "for the boats</a></p>" P(
                                         "The ice of the sound was late again, said the board.")
                                         P(LAST)),
                   FIRST "\n\n" THEN
                         "\n\nThe ice of the sound was late again, said the board.\n\n" LAST);
}

TEST(a_box_like_the_paragraphs_around_it_stays)
{
        EXPECT(tells(
                TITLED P(FIRST) "<div><div>" P(THEN) "</div></div>" BOX(P("The board tells "
                                                                          "you when it has "
                                                                          "gone.")) P(LAST),
                "The board tells you"));
}

TEST(a_linked_heading_over_an_article_goes_on_to_its_next_heading)
{
        EXPECT(tells(
                TITLED P(FIRST) P(LAST) "<h3><a href=/t>The Tern</a></h3>" P(
                        THEN) "<h3>The Gull</h3>" P(MORE) "<p><a href=/g>Read more</a></p>",
                THEN));
}

#define CELL                                                                                   \
        "The board asks the islands first, and tells the mainland when they have answered it."

TEST(cells_may_repeat)
{
        EXPECT_STR(text_of(TITLED P(FIRST) P(THEN) "<table><tr><td>" CELL "<td>Old<tr><td>" CELL
                                                   "<td>New</table>" P(LAST)),
                   FIRST "\n\n" THEN "\n\n" CELL "\n\nOld\n\n" CELL "\n\nNew\n\n" LAST);
}

TEST(a_box_that_quotes_somebody_stays)
{
        EXPECT(tells(TITLED P(FIRST) P(THEN)
                             BOX(P("“We will not wait for you,” the older master "
                                   "told the boats.")) P(LAST),
                     "We will not wait for you"));
}

#define ITEM(title) "<h2><a href=/b>" title "</a></h2>" P(MORE " So says " title ".") MOST
#define MOST        "<p><a href=/b>Read more</a></p>"
#define CUT(title)                                                                             \
        "<h2><a href=/c>" title "</a></h2><p>" title " are not what they were, since the "     \
        "harbour has no more room for them [&hellip;]</p>" MOST

TEST(an_article_of_beginnings_stays)
{
        EXPECT(tells(TITLED P(FIRST) ITEM("The Tern") ITEM("The Gull") ITEM("The Auk"),
                     "So says The Gull"));
        EXPECT_STR(text_of(TITLED P(FIRST) P(THEN) CUT("Old boats") CUT("New boats")
                                   CUT("Red boats") CUT("Blue boats") CUT("Green boats")),
                   FIRST "\n\n" THEN);
}

TEST(the_author_of_a_book_in_the_text_is_told)
{
        EXPECT(tells(TITLED LONG P(LAST) "<h2>The Book of Ice</h2><p>Author: Bo Holm</p>" P(
                             MORE " So it says.") P(LAST " So it ends."),
                     "Author: Bo Holm"));
        EXPECT(!tells(TITLED LONG P(LAST) "<p>Author: Bo Holm</p>", "Author: Bo Holm"));
        EXPECT(!tells(TITLED "<p>Author: Bo Holm</p>" LONG P(LAST), "Author: Bo Holm"));
}

TEST(the_beginnings_of_other_articles_go)
{
        EXPECT_STR(text_of(TITLED P(FIRST) P(THEN) P(LAST) TEASER("Ice in the bay of the north")
                                   TEASER("Fog over the sound and the bay")),
                   PLAIN);
        EXPECT(tells(TITLED P(FIRST) "<h3><a href=/x>The ice breaker of 1921</a></h3>" P(THEN)
                             P(LAST),
                     "The ice breaker of 1921"));
}

TEST(a_headline_that_readers_are_pointed_to_goes)
{
        EXPECT_STR(text_of(TITLED P(
                           FIRST) "<h4>Read more</h4><h3><a href=/x>Fog over the sound</a>"
                                  "</h3>" P(THEN) P(LAST)),
                   PLAIN);
}

TEST(a_title_that_nothing_follows_goes)
{
        EXPECT_STR(text_of(TITLED P(FIRST) P(THEN) P(
                           LAST) "<div class=list-title>What the islands read</div><ul><li><a "
                                 "href=/1>Fog over the sound and the bay</a></ul>"),
                   PLAIN);
}

TEST(the_heading_of_a_box_goes_with_its_furniture)
{
        EXPECT_STR(text_of(TITLED P(FIRST)
                                   P(THEN) "<div><h2>The harbour by post</h2><p>Get the "
                                           "tides, the boats and the news of the islands "
                                           "delivered to your inbox.</p></div>" P(LAST)),
                   PLAIN);
}

TEST(paragraphs_beside_related_links_are_text)
{
        EXPECT(tells(
                TITLED P(FIRST) P(LAST) P(THEN " So they say.") P(FIRST " Nobody knows why.") P(
                        LAST
                        " Nobody knows that either.") "<div class=related-articles><div><p><a href=/1>Fog over the sound "
                                                      "and the bay</a></p><p><a href=/2>Ice in the bay in the north</a></p>"
                                                      "<p><a href=/3>Bread by helicopter</a></p></div><div>" P(
                                                              THEN) P(MORE)
                                                              P("The mayor of the other island denies it, as mayors there do.") "</div></div>",
                "The mayor of the other island denies it, as mayors there do."));
}

TEST(numbers_of_lines_and_choices_of_cookies_are_no_text)
{
        EXPECT_STR(
                text_of(TITLED P(
                        FIRST) "<table><tr><td class=gutter><pre>1\n2\n3</pre></td><td>"
                               "<pre>boat = ice + 1</pre></td></table>" P(THEN) P(
                                       LAST) "<div id=onetrust-pc-sdk><p>Always active</p><p>Cookies that we "
                                             "need for the harbour are set at all times, whatever you say."
                                             "</p></div>"),
                FIRST "\n\nboat = ice + 1\n\n" THEN "\n\n" LAST);
}

TEST(numbers_of_lines_count_by_one)
{
        EXPECT(!tells(TITLED LONG
                      "<table><tr><td><pre>1</pre><td><pre>boat = ice</pre></table>" P(LAST),
                      "\n\n1\n"));
        EXPECT(tells(TITLED LONG "<pre>1 2 4</pre>" P(LAST), "1 2 4"));
        EXPECT(tells(TITLED LONG "<pre>42</pre>" P(LAST), "42"));
        EXPECT(tells(TITLED P(FIRST) P(THEN) "<div class='grid gutter'><p>Boats</p>" P(
                             MORE) "</div>" P(LAST),
                     MORE));
}

TEST(notes_below_the_text_are_none_of_it)
{
        EXPECT_STR(text_of(TITLED LONG
                           "<section class=footnotes><ol><li><p>They met in the old "
                           "harbour house, as they do every year.</p><li><p>Boats of "
                           "wood are not counted here, as nobody knows how many there "
                           "are.</p></ol></section>"),
                   FIRST "\n\n" THEN "\n\n" MORE);
}

TEST(what_is_shown_when_the_pointer_rests_is_no_text)
{
        EXPECT_STR(text_of(TITLED
                           "<p>The two <span>harbour masters<span role=tooltip>Elected "
                           "in 2019</span></span> met on Monday to talk about the ferries "
                           "that run between the islands in the winter, and agreed on "
                           "<span class=tooltip>little<span class=tooltip-content>Two of "
                           "nine points</span></span>.</p>" P(THEN) P(LAST)),
                   PLAIN);
}

TEST(a_card_in_the_midst_heads_no_paragraph)
{
        EXPECT_STR(text_of(TITLED P(FIRST) P(
                           THEN) "<div><div class=c><h4><a href=/2>A buyer for "
                                 "the last of the boats</a></h4></div></div>" P(LAST)),
                   PLAIN);
        EXPECT(tells(TITLED P(FIRST) P(THEN) "<div><h4><a href=/2>A buyer for the last of the "
                                             "boats</a></h4></div>" P(LAST),
                     "A buyer for the last"));
        EXPECT(tells(TITLED P(FIRST) P(THEN) "<div><div><h4><a href=/2>A buyer for the last of "
                                             "the boats</a></h4></div></div><div><div>" P(
                                                     LAST) "</div></div>",
                     "A buyer for the last"));
}
