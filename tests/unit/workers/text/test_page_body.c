#include <string.h>

#include "tests/unit/test.h"
#include "tests/unit/workers/text/page_given.h"

TEST(marks_of_notes_are_no_words)
{
        EXPECT_STR(text_of(TITLED
                           "<p>The two harbour masters met on Monday to talk about the ferries"
                           "<sup><a href='#n1'>1</a></sup> that run between the islands in the "
                           "winter,<sup>2</sup> and agreed on little.<sup>[3]</sup></p>" P(THEN)
                                   P(LAST)),
                   PLAIN);
}

TEST(powers_and_ordinals_stay)
{
        EXPECT(strstr(text_of(TITLED P(
                              FIRST) "<p>The ice covers 40 km<sup>2</sup> of the sound, and "
                                     "it is the 21<sup>st</sup> winter of its kind, said the "
                                     "younger one.</p>" P(LAST)),
                      "40 km2 of the sound, and it is the 21st winter"));
}

TEST(a_standfirst_may_have_several_paragraphs)
{
        EXPECT_STR(
                text_of(TITLED
                        "<div class=standfirst><p>The ice is early this year.</p><p>The boats "
                        "are old, and the money is short.</p></div><div class=article-body>" P(
                                FIRST) P(THEN) P(LAST) "</div>"),
                "The ice is early this year.\n\nThe boats are old, and the money is short."
                "\n\n" PLAIN);
}

TEST(a_long_byline_above_the_text_goes)
{
        EXPECT_STR(
                text_of(TITLED
                        "<p>By Ada Strand, Harbour and Shipping Editor &amp; Bo Holm, Head of "
                        "Weather Last Updated on Mar 11, 2021</p>" P(FIRST) P(THEN) P(LAST)),
                PLAIN);
}

#define ASKED                                                                                  \
        "The board of the harbour has asked the mainland for an ice breaker, which it does "   \
        "not have itself, and was told that all of them are at work in the north until the "   \
        "end of February, when the next ship will be free to come to the sound and to clear "  \
        "the way for the ferries, if the wind does not turn before then. See also harbours"

TEST(a_paragraph_ends_what_a_pointer_began)
{
        EXPECT_STR(text_of(TITLED P(FIRST) "<p>Related topics</p><ul><li>Ice<li>Boats</ul>" P(
                           ASKED) P(THEN) P(LAST)),
                   FIRST "\n\n" ASKED "\n\n" THEN "\n\n" LAST);
}

/* What is weighed by how much it holds. */
#define LONG P(FIRST) P(THEN) P(LAST)
#define OTHER                                                                                  \
        P("The mayor of the second island said the boats had never stopped before the new "    \
          "year, and that he would ask for a plan from the board.")                            \
        P("The board answers such letters within a month, according to its rules, but the "    \
          "winter will be half over by then, the mayor said.")                                 \
        P("A doctor comes over by helicopter when the weather allows it, and the school has "  \
          "its lessons on screens until the boats are back.")                                  \
        P("The shop has bread for two weeks and milk for one, and its owner has a list of "    \
          "those who need something from the mainland soon.")                                  \
        P("Last year the ice came in January and left in March, and the year before that "     \
          "there was none at all, as the older people recall.")

TEST(a_row_named_by_its_side_bar_holds_the_body)
{
        EXPECT(strstr(
                text_of(TITLED
                        "<div class='row sidebar'><div class=inner><div class=article-body>" OTHER
                                OTHER "</div></div></div>" LONG LONG LONG LONG LONG LONG),
                "The mayor of the second island"));
}

#define OTHER_ONE                                                                               \
        "The mayor of the second island said the boats had never stopped before the new year, " \
        "and that he would ask for a plan."
#define SHORT "The board denies it."

TEST(a_box_in_the_midst_ends_where_its_element_does)
{
        EXPECT_STR(
                text_of(TITLED P(
                        FIRST) "<div class=box><p>More on this story</p><ul><li><a href=/a>Fog "
                               "over the sound</a></ul></div>" P(SHORT) P(THEN) P(LAST)),
                FIRST "\n\n" SHORT "\n\n" THEN "\n\n" LAST);
        EXPECT_STR(text_of(TITLED P(FIRST) P(THEN) P(
                           LAST) "<div><h2>Related Stories</h2><ul><li>"
                                 "<a href=/a>Fog over the sound</a></ul></div>" P(OTHER_ONE)),
                   PLAIN "\n\n" OTHER_ONE);
}

TEST(the_next_article_of_a_page_that_scrolls_on_is_another)
{
        EXPECT_STR(
                text_of("<title>Ferries stop for the winter</title><main><article><h1>Ferries stop "
                        "for the winter</h1>" P(FIRST) P(THEN)
                                P(LAST) "</article><article><h1>"
                                        "Mayor asks for a plan</h1>" OTHER "</article></main>"),
                PLAIN);
}

TEST(a_heading_below_the_headline_belongs_to_it)
{
        static const char *const more = "Nobody on the islands was asked, the masters say";

        EXPECT_STR(
                text_of("<title>Ferries stop for the winter</title><header><h1>Ferries stop for "
                        "the winter</h1><h2>Nobody on the islands was asked, the masters say</h2>"
                        "<p>By Ada Strand</p></header><div class=article-body>" P(FIRST) P(THEN)
                                P(LAST) "</div>"),
                arena_printf(given_arena(), "%s\n\n%s", more, PLAIN));
}

TEST(other_attributes_name_elements_too)
{
        EXPECT_STR(
                text_of(TITLED
                        "<div data-gu-name=standfirst><p>The ice is early and the boats are old"
                        "</p></div><div class=article-body>" P(FIRST) P(THEN) P(
                                LAST) "<div data-qa=author-bio><p>Ada Strand is a reporter of the "
                                      "harbour and has a boat of her own.</p></div></div>"),
                "The ice is early and the boats are old\n\n" PLAIN);
}

TEST(addresses_of_more_and_counts_of_comments_go)
{
        EXPECT_STR(text_of(TITLED "<ul><li>129</ul>" P("Reporting from Hull") P(FIRST) P(THEN)
                                   P(LAST) P("Follow the Sound Post’s coverage of ferries at "
                                             "https://soundpost.example/hub/ferries")),
                   PLAIN);
}

TEST(what_calls_for_readers_goes)
{
        EXPECT_STR(
                text_of(TITLED P(FIRST) P(
                        "Join the Sound Post’s WhatsApp community and read of tides and "
                        "boats before breakfast. Now and then whoever has joined hears "
                        "from those who sell nets and ropes, too, and can leave again on "
                        "any day.")
                                P(THEN) "<p><strong>WATCH | Divers look for ice "
                                        "under the pier:</strong></p>" P(LAST) P(
                                                "• Ada Strand can be reached at ada@soundpost.example.")
                                                P("Get the free Sound app: Download now for breaking news.")),
                PLAIN);
}

TEST(a_paragraph_of_the_header_belongs_to_the_headline)
{
        EXPECT_STR(
                text_of("<title>Ferries stop for the winter</title><article><header><h1>Ferries "
                        "stop for the winter</h1><p>Nobody on the islands was asked</p><p>By Ada "
                        "Strand</p></header><div class=main>" P(FIRST) P(THEN)
                                P(LAST) "</div></article>"),
                "Nobody on the islands was asked\n\n" PLAIN);
}

#define CARDS "<ul><li><a href=/1>Fog over the sound</a><li><a href=/2>Ice in the bay</a></ul>"
#define DECK  CARDS CARDS CARDS CARDS CARDS CARDS CARDS CARDS CARDS CARDS CARDS CARDS

TEST(a_standfirst_may_stand_far_above_the_text)
{
        EXPECT_STR(text_of(TITLED
                           "<p class=standfirst>The ice is early and the boats are old</p>" DECK
                                   DECK "<div class=article-body>" P(FIRST) P(THEN)
                                           P(LAST) "</div>"),
                   "The ice is early and the boats are old\n\n" PLAIN);
}

TEST(invitations_and_disclosures_go_however_long)
{
        EXPECT_STR(text_of(TITLED P(FIRST) P(THEN) P(LAST) P(
                           "Do you want to know more about the ferries and the ice between "
                           "the islands? The free weekly Sound Letter is the best source "
                           "for tides, timetables and news of the harbour that you can "
                           "find anywhere. Subscribe here.")
                                   P("The boats here were chosen by us, who receive some "
                                     "compensation if you buy one from our partners.")),
                   PLAIN);
}

#define SHORT_ONE "The harbour masters met on Monday and agreed on little, as ever."
#define SHORT_TWO "They will meet again in spring, when the ice has gone, they say."

TEST(a_short_article_beside_a_longer_script_stays_short)
{
        EXPECT_STR(
                text_of("<head><title>Ferries stop</title><meta property=og:type content=article>"
                        "</head><body><article><h1>Ferries stop</h1><p>" SHORT_ONE
                        "</p><p>" SHORT_TWO
                        "</p></article><script>window.__STATE__ = {\"letters\":[{\"text\":\"" FIRST
                        "\"},{\"text\":\"" THEN "\"},{\"text\":\"" LAST "\"}]};</script>"),
                SHORT_ONE "\n\n" SHORT_TWO);
        EXPECT(strstr(
                text_of("<head><title>Ferries stop</title><meta property=og:type content=article>"
                        "</head><body><article><h1>Ferries stop</h1><p>" SHORT_ONE
                        "</p><p>" SHORT_TWO
                        "</p></article><script>window.__STATE__ = {\"body\":[{\"text\":"
                        "\"" SHORT_ONE "\"},{\"text\":\"" THEN "\"},{\"text\":\"" LAST "\"}]};"
                        "</script>"),
                LAST));
}

#define MORE                                                                                   \
        "The board meets once more in May, and then the boats are counted, the older and the " \
        "newer ones, on both islands."

TEST(a_body_in_two_parts_is_taken_whole)
{
        EXPECT_STR(text_of(TITLED "<div><div class=article-body>" P("The ice is late.") P(
                           FIRST) "</div><div class=picture><p class=caption>The sound"
                                  "</p></div><div class=article-body>" P(THEN) P(LAST)
                                          P(MORE) "</div></div>"),
                   "The ice is late.\n\n" FIRST "\n\n" THEN "\n\n" LAST "\n\n" MORE);
}

TEST(what_is_said_in_short_above_the_text_belongs_to_it)
{
        EXPECT_STR(
                text_of(TITLED "<ul><li>The boats had been warned of ice<li>Nobody on the "
                               "islands was asked</ul><p>By Ada Strand</p><ul><li>Share it "
                               "with your friends<li>Boats</ul><div class=article-body>" BODY
                               "</div>"),
                "The boats had been warned of ice\n\nNobody on the islands was asked\n\n" PLAIN);
        EXPECT_STR(
                text_of("<title>Ferries stop for the winter</title><div><h1>Ferries stop for "
                        "the winter</h1><p>Two harbours agree on little</p></div><p>By Ada "
                        "Strand</p><div class=article-body>" BODY "</div>"),
                PLAIN);
        EXPECT_STR(
                text_of("<title>Ferries stop for the winter</title><div><h1>Ferries stop for "
                        "the winter</h1><p>Two harbours agree on little before the ice comes"
                        "</p></div><p>By Ada Strand</p><div class=article-body>" BODY "</div>"),
                "Two harbours agree on little before the ice comes\n\n" PLAIN);
}

TEST(a_teaser_of_the_article_itself_is_its_standfirst)
{
        EXPECT_STR(
                text_of("<title>Ferries stop for the winter</title><header><h1>Ferries stop for "
                        "the winter</h1></header><p class=teaser-text>Two harbours agree on "
                        "little of it.</p><div class=article-body>" BODY "</div>"),
                "Two harbours agree on little of it.\n\n" PLAIN);
}

TEST(behind_a_box_and_a_picture_the_text_goes_on)
{
        EXPECT_STR(text_of(TITLED "<div>" P(FIRST) P(THEN) P(
                           MORE) "<div><ul><li>Related topics:"
                                 "<li><a href=/i>ice</a></ul></div><figure><figcaption>The "
                                 "boats of the sound</figcaption></figure>" P(LAST) "</div>"),
                   FIRST "\n\n" THEN "\n\n" MORE "\n\n" LAST);
}
