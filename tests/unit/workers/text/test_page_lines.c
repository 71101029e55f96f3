#include <string.h>

#include "tests/unit/test.h"
#include "tests/unit/workers/text/page_given.h"

/* What the page says with these lines above its text, and what within it. */
#define ABOVE(lines)  text_of(TITLED lines P(FIRST) P(THEN) P(LAST))
#define WITHIN(lines) text_of(TITLED P(FIRST) P(THEN) lines P(LAST))

TEST(lines_of_dates_go_however_long)
{
        EXPECT_STR(
                ABOVE("<p>March 2, 2021 / 9:15 AM EST / Updated March 3, 2021, 3:04 PM EST</p>"),
                PLAIN);
        EXPECT_STR(
                ABOVE("<p>PUBLISHED: 14:05 GMT, 2 March 2021 | UPDATED: 09:00 GMT, 3 March 2021"
                      "</p>"),
                PLAIN);
        EXPECT_STR(
                ABOVE("<p>Posted at 12:00 PM, Mar 02, 2021 and last updated 3:00 PM, Mar 03, "
                      "2021</p>"),
                PLAIN);
        EXPECT(strstr(
                WITHIN("<p>The board had closed the harbour on March 2, 2021, when the ice "
                       "came, and on March 3, 2021, as well.</p>"),
                "The board had closed"));
}

TEST(an_hour_of_change_goes_too_but_no_sentence_with_a_date)
{
        EXPECT_STR(ABOVE("<ul><li>Updated 5:51 p.m. ET</li></ul>"), PLAIN);
        EXPECT_STR(ABOVE("<p>2 hours ago</p>"), PLAIN);
        EXPECT_STR(ABOVE("<p>Published: Mar. 2, 2021 at 2:05 PM EST|Updated: 3 hours ago</p>"),
                   PLAIN);
        EXPECT(strstr(WITHIN("<p>The plan was signed on March 2, 2019.</p>"),
                      "signed on March"));
}

TEST(hints_for_those_who_do_not_see_a_link_are_not_read)
{
        EXPECT(strstr(
                WITHIN("<p>So said <a href=/i>Ada Strand<span>, opens new tab</span></a>, who "
                       "chairs the board.</p>"),
                "So said Ada Strand, who"));
}

TEST(notices_and_appeals_go)
{
        EXPECT_STR(WITHIN("<p>© 2021 Harbour Weekly L.P.</p>"), PLAIN);
        EXPECT_STR(
                WITHIN("<p>Your donation allows us to keep sending reporters to the islands.</p>"),
                PLAIN);
        EXPECT_STR(
                WITHIN("<p>The weekly letter is your guide to ferries. Sign up <a href=/u>here</a>"
                       ".</p>"),
                PLAIN);
        EXPECT_STR(WITHIN("<p>To contact the reporter on this story: Ada Strand in Hull</p>"),
                   PLAIN);
        EXPECT_STR(WITHIN("<p>Install the Harbour app for free</p>"), PLAIN);
        EXPECT(strstr(
                WITHIN("<p>“Your support keeps our reporting alive,” she told the islands.</p>"),
                "Your support"));
}

TEST(counters_of_pictures_go)
{
        EXPECT_STR(WITHIN("<div>2 / 14</div>"), PLAIN);
        EXPECT(strstr(WITHIN("<div>4.9 / 5.0</div>"), "4.9 / 5.0"));
        EXPECT(strstr(WITHIN("<p>1.</p>"), "\n\n1.\n\n"));
}

TEST(what_the_author_is_goes_above_the_text_alone)
{
        EXPECT_STR(ABOVE("<div>Transport correspondent in Hull</div>"), PLAIN);
        EXPECT(strstr(WITHIN("<div>The reporter of the sound</div>"), "The reporter"));
}

TEST(a_quotation_set_large_is_told_once)
{
#define SAID "<p>“The ice is thicker than the boats are,” said Ada Strand of the board.</p>"
        EXPECT_STR(WITHIN(SAID "<div><div>“The ice is thicker than the boats are”</div>"
                               "<div>Ada Strand, harbour master</div></div>"),
                   FIRST "\n\n" THEN
                         "\n\n“The ice is thicker than the boats are,” said Ada Strand "
                         "of the board.\n\n" LAST);
        EXPECT(strstr(WITHIN(SAID "<p>“The ice is thicker than the oars are”</p>"), "oars"));
#undef SAID
}

TEST(invitations_to_letters_and_pointers_elsewhere_go)
{
        EXPECT_STR(WITHIN("<p>Get the news of the sound in your inbox every morning.</p>"),
                   PLAIN);
        EXPECT_STR(WITHIN("<p>WATCH: Boats in the ice of last winter</p>"), PLAIN);
        EXPECT_STR(WITHIN("<p>Read or share this story: https://sp.example/2x</p>"), PLAIN);
        EXPECT(strstr(
                WITHIN("<p>The letter will be in your inbox, the board told the islands.</p>"),
                "The letter will"));
}

TEST(a_story_in_headings_is_a_story)
{
        EXPECT_STR(text_of(TITLED P(
                           FIRST) "<div><h2>" THEN "</h2><img></div><div><h2>" LAST
                                  "</h2><img></div><div><h2>The ferries go to the yard in the "
                                  "meantime, where they are painted in red.</h2><img></div>"),
                   PLAIN
                   "\n\nThe ferries go to the yard in the meantime, where they are painted in "
                   "red.");
        EXPECT_STR(
                text_of(TITLED "<h2>" THEN "</h2><h3>Ice</h3>" P(FIRST) P(
                        LAST) "<h2>Book a crossing with us and see how we take you to the islands in "
                              "no time.</h2>"),
                THEN "\n\nIce\n\n" FIRST "\n\n" LAST);
}

TEST(a_list_without_links_is_related_to_nothing)
{
        EXPECT(strstr(
                WITHIN("<ul class=postList><li>Little control of the winter timetable</li>"
                       "<li>No link to the boats that run on the mainland</li>"
                       "<li>No money for the ice breaker</li></ul>"),
                "Little control"));
        EXPECT_STR(
                WITHIN("<ul class=postList><li><a href=/1>Little control of the winter timetable"
                       "</a></li><li><a href=/2>No link to the boats that run on the mainland</a>"
                       "</li><li><a href=/3>No money for the ice breaker</a></li></ul>"),
                PLAIN);
}

TEST(a_list_of_long_items_with_a_link_is_related_to_nothing)
{
        EXPECT(strstr(
                WITHIN("<ul class=postList><li>" FIRST "</li><li>" THEN " " LAST "</li>"
                       "<li>The ferries go to the yard in the meantime, where <a href=/y>they "
                       "are painted</a> in red, and get a new engine that burns wood.</li>"
                       "</ul>"),
                "painted in red"));
}

TEST(a_sentence_may_be_a_link_for_the_most_part)
{
        EXPECT(strstr(
                WITHIN("<p>The board said on Sunday that <a href=/b>it had asked the mainland "
                       "for an ice breaker and got none</a>, as before.</p>"),
                "The board said"));
        EXPECT_STR(
                WITHIN("<p>Related: <a href=/b>The board asked the mainland for an ice breaker "
                       "and got none, as before.</a></p>"),
                PLAIN);
        EXPECT_STR(
                WITHIN("<p>The board <a href=/b>asked the mainland for an ice breaker and got "
                       "none, as it …</a></p>"),
                PLAIN);
}

TEST(the_head_of_an_article_is_no_date)
{
        EXPECT_STR(
                text_of("<div class=head--updated-article>" TITLED
                        "<p class=head__subtitle>The ice is early this year, and the boats old.</p>"
                        "</div>" P(FIRST) P(THEN) P(LAST)),
                "The ice is early this year, and the boats old.\n\n" PLAIN);
}

TEST(rules_of_style_in_names_tell_nothing)
{
        EXPECT_STR(text_of(TITLED "<div class='[&_.caption]:text-sm [&_h4]:mb-2'>" P(
                           FIRST) "</div><div>" P(THEN) P(LAST) "</div>"),
                   PLAIN);
}

TEST(comments_in_other_tongues_go)
{
        EXPECT_STR(
                text_of(TITLED "<div>" P(FIRST) P(THEN) P(
                        LAST) "<div id=comentarios><ol><li><p>The ferries were never any good, as far as "
                              "I can tell, and the masters are to blame.</p></li></ol></div></div>"),
                PLAIN);
}

TEST(names_of_authors_alone_go)
{
        EXPECT_STR(text_of("<title>Ferries stop for the winter</title><meta name=author "
                           "content='Ada Strand, Bo Holm'><h1>Ferries stop for the winter</h1>"
                           "<p>Ada Strand/Bo Holm</p>" P(FIRST) P(THEN) P(LAST)),
                   PLAIN);
        EXPECT_STR(text_of("<title>Ferries stop for the winter</title><meta name=author "
                           "content='Ada Strand'><h1>Ferries stop for the winter</h1>"
                           "<p>Tides and other masters</p>" P(FIRST) P(THEN) P(LAST)),
                   "Tides and other masters\n\n" PLAIN);
}

TEST(a_part_that_is_a_date_dates_the_line)
{
        EXPECT_STR(ABOVE("<div>May 4, 2021 at 08:45 AM | categories: Boats, Ice, the Sound and "
                         "the islands in winter | <a href=/c>View Comments</a></div>"),
                   PLAIN);
        EXPECT_STR(ABOVE("<p>Boats and tides | The board at its desk | the second island</p>"),
                   "Boats and tides | The board at its desk | the second island\n\n" PLAIN);
}

#define PICTURE "<picture><img src=p.jpg></picture>"

TEST(a_line_between_a_picture_and_its_credit_is_its_caption)
{
        EXPECT_STR(WITHIN("<div>" PICTURE "<div>The older master waves to the last boat</div>"
                          "<div>Getty Images</div></div>"),
                   PLAIN);
        EXPECT(strstr(text_of(TITLED "<div>" P(FIRST) P(
                              THEN) "</div><div>" PICTURE
                                    "<div>The older master waves to the last boat</div></div>"
                                    "<div>" P(LAST)
                                            P("The ice, they say, is as thick as a "
                                              "door and as old as the winter.") "</div>"),
                      "The older master waves"));
}

#define SHOWN "The older master waves to the last boat (Sound archive)"

TEST(a_line_alone_with_a_picture_among_paragraphs_is_its_caption)
{
        EXPECT_STR(WITHIN("<div>" PICTURE P(SHOWN) "</div>"), PLAIN);
        EXPECT_STR(ABOVE("<div>" PICTURE P(SHOWN) "</div>"), PLAIN);
        EXPECT_STR(WITHIN("<table><tr><td>" PICTURE "<tr><td>" SHOWN "</table>"), PLAIN);
        EXPECT(strstr(ABOVE("<div>" PICTURE P(
                              "The older master has waved to his last boat.") "</div>"),
                      "The older master has waved"));
        EXPECT(strstr(WITHIN("<div>" PICTURE P(
                              "“We have waved to the last boat,” he said.") "</div>"),
                      "We have waved"));
        EXPECT(strstr(WITHIN("<div>" PICTURE P(
                              "The last boat left on Friday. It was full.") "</div>"),
                      "The last boat left"));
        EXPECT(strstr(WITHIN("<div>" PICTURE P("The Boat") "</div>"), "The Boat"));
}

TEST(a_paragraph_that_a_caption_repeats_stays)
{
        EXPECT_STR(ABOVE("<figure>" PICTURE "<figcaption>The harbour of the second island is "
                         "closed.</figcaption></figure><p>The harbour of the second island is "
                         "closed.</p>"),
                   "The harbour of the second island is closed.\n\n" PLAIN);
}

TEST(what_a_slide_says_beside_its_picture_is_its_caption)
{
        EXPECT_STR(WITHIN("<div><figure>" PICTURE
                          "<figcaption>The harbour of the second island in "
                          "ice.</figcaption></figure><div>The harbour of the second island in "
                          "ice.</div></div>"),
                   PLAIN);
}

#define SAID                                                                                         \
        "<p>“The ice was late, and so were the boats,” said the older of the two, who has seen " \
        "many a winter.</p>"

TEST(a_quotation_set_apart_needs_no_marks)
{
        const char *text = WITHIN(SAID "<div class=q><p>The ice was late, and so were the "
                                       "boats</p><p>Ada Strand, harbour master</p></div>");

        EXPECT(strstr(text, "“The ice was late"));
        EXPECT(!strstr(text, "Ada Strand"));
        EXPECT(strstr(WITHIN(SAID "<div class=q><p>The older of the two, who has seen many a "
                                  "winter</p></div>"),
                      "The older of the two"));
}

TEST(a_label_between_two_paragraphs_ends_nothing)
{
        EXPECT_STR(text_of(TITLED P(FIRST) P(THEN) "<p>Related stories</p>" P(LAST)), PLAIN);
        EXPECT_STR(text_of(TITLED P(FIRST) P(THEN) P(LAST) "<p>3 Comments</p>" P(
                           "The ferries were never any good, as far as I can tell, and "
                           "the masters of both islands are to blame for all of it.")),
                   PLAIN);
}

TEST(a_label_or_a_role_that_nothing_follows_goes)
{
        EXPECT_STR(text_of(TITLED P(FIRST) P(THEN) P(LAST) "<p>Sources:</p>"), PLAIN);
        EXPECT_STR(text_of(TITLED P(FIRST) P(THEN) P(LAST) "<p>Contributing Writer</p>"),
                   PLAIN);
        EXPECT(strstr(WITHIN("<p>Sources:</p>"), "Sources:"));
}
