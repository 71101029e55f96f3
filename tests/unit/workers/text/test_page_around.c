/* What stands around an article where no name in the markup says what it is. */
#include <string.h>

#include "base/macros.h"
#include "tests/unit/test.h"
#include "tests/unit/workers/text/page_given.h"
#include "workers/text/furniture.h"

#define MORE                                                                                     \
        "The board of the harbour has asked the mainland for an ice breaker, and was told that " \
        "all of them are at work in the north until the end of February."
#define CUT                                                                                     \
        "The oldest of the ferries was taken out of the water on Friday, and its crew of nine " \
        "was told…"
#define BY           "<meta name=author content='Ada Strand'>"
#define READER(text) "<li>" P(text) "<div><a href=/r>Reply</a></div>"

static bool tells(const char *html, const char *words)
{
        return strstr(text_of(html), words) != NULL;
}

TEST(a_section_whose_id_is_its_heading_is_text)
{
        EXPECT(tells(TITLED P(FIRST) "<section id=the-sponsors><h2>The sponsors</h2>" P(THEN)
                             P(MORE) "</section><section id=ice><h2>The ice</h2>" P(
                                     LAST) "</section>",
                     MORE));
        EXPECT(tells(TITLED P(FIRST) "<div id=newsletter><h2>Newsletter</h2>" P(THEN) P(MORE)
                             P("It is printed on the mainland and comes by the first ferry of "
                               "the week, if there is one.") "</div>" P(LAST),
                     MORE));
        /* What else it is called counts, and so does an id that is no heading. */
        EXPECT(!tells(
                TITLED BODY
                "<div id=the-sponsors class=sponsored><h2>The sponsors</h2>" P(MORE) "</div>",
                MORE));
        EXPECT(!tells(TITLED BODY "<div id=sponsors><h2>With thanks to</h2>" P(MORE) "</div>",
                      MORE));
        EXPECT(!tells(TITLED BODY "<div id=newsletter><h2>Newsletter</h2>" P(MORE) "</div>",
                      MORE));
        EXPECT(!tells(TITLED BODY "<div id=user-comments><h2>User comments</h2>" P(THEN)
                              P(MORE) "</div>",
                      MORE));
}

TEST(a_section_of_links_or_of_the_author_is_none_of_the_text)
{
        EXPECT(!tells(TITLED P(FIRST) P(THEN) "<div id=the-sponsors><h2>The sponsors</h2><p><a "
                                              "href=/s>" MORE "</a>" P(
                                                      "They have paid for the ice breaker, and "
                                                      "for the new pier, and are thanked for "
                                                      "both by all who sail.") "</div>" P(LAST),
                      "are thanked"));
        EXPECT(!tells(TITLED P(FIRST) P(THEN) "<div id=author-bio><h2>Author bio</h2>" P(
                              MORE) "</div>" P(LAST),
                      MORE));
        EXPECT(!tells(TITLED P(FIRST) P(THEN) "<div id=search-menu class=sponsored><h2>Search "
                                              "menu</h2>" P(MORE) "</div>" P(LAST),
                      MORE));
}

TEST(comments_are_told_by_their_buttons)
{
        EXPECT_STR(text_of(TITLED "<div>" BODY "</div><ul>" READER(MORE) READER(MORE " Sad.")
                                   READER("I saw it from the window.") "</ul>" P(
                                           "The ice is thick this year, and stays.")),
                   PLAIN);
        /* A post that the article shows has one, too. */
        EXPECT(tells(TITLED "<div>" P(FIRST) P(THEN) "<div>" P(
                             "The ice is here!") "<div>Reply</div></div>" P(LAST) "</div>",
                     LAST));
        EXPECT(!tells(TITLED "<div>" P(FIRST)
                              P(THEN) "<div>" P("The ice is here!") "<div>Reply</div></div>" P(
                                      LAST) "</div><ul>" READER(MORE) READER("Sad.")
                                      READER("Very.") "</ul>",
                      MORE));
}

TEST(nothing_of_the_article_follows_its_comments)
{
        EXPECT(!tells(TITLED "<main>" BODY "<ul>" READER(MORE) READER("Sad.") READER(
                              "Very.") "</ul>" P("The ice is thick this year, and stays so "
                                                 "for long.") "</main>",
                      "thick this year"));
}

#define POST              "<blockquote><p>The ice is here!<p>Reply</blockquote>"
#define ANSWER(tag, text) "<div><" tag ">Reply</" tag ">" P(text) "</div>"

TEST(who_replies_in_a_text_comments_on_nothing)
{
        /* Posts that the article shows; letters; a table of messages. */
        EXPECT(tells(TITLED "<div>" P(FIRST) P(THEN) P(MORE) "</div><div>" POST P(
                             "The board met again on Friday.") POST P(LAST) POST "</div>",
                     LAST));
        EXPECT(tells(TITLED "<div>" P(FIRST) P(THEN) P(MORE) "</div><div>" ANSWER("h3", LAST)
                             ANSWER("h3", "So be it, wrote the other.")
                                     ANSWER("h3", "Good.") "</div>",
                     LAST));
        EXPECT(tells(TITLED P(FIRST) P(THEN) P(MORE) "<table><tr><td>Reply<td>" LAST
                                                     "<tr><td>Reply<td>So be it."
                                                     "<tr><td>Reply<td>Good.</table>",
                     LAST));
}

TEST(what_a_blog_says_of_its_readers_ends_the_text)
{
        EXPECT_STR(text_of(TITLED BODY
                           "<h3>20 thoughts on “Ferries stop for the winter”</h3>" P(MORE)
                                   P(MORE " Sad.") P("It was colder in my youth, I say.")),
                   PLAIN);
        EXPECT(!tells(TITLED BODY "<h3>12 Comments</h3>" P(MORE) P(MORE " Sad.")
                              P("It was colder in my youth, I say."),
                      MORE));
        EXPECT(tells(TITLED P(FIRST) "<a href=#c>12 Comments</a>" P(THEN) P(MORE) P(LAST),
                     LAST));
}

TEST(beginnings_without_links_go_too)
{
        EXPECT_STR(text_of(TITLED BODY "<h3>A ferry is sold</h3>" P(
                           CUT) "<h3>The ice comes</h3><p>May 4" P("Nobody" CUT)),
                   PLAIN);
        /* One may be a pause, and short ones are lists. */
        EXPECT(tells(TITLED P(FIRST) "<h3>A ferry is sold</h3>" P(CUT) P(THEN) P(LAST),
                     "crew"));
        EXPECT(tells(TITLED BODY "<h3>Boats</h3>" P("Oars, sails, masts…") "<h3>Ice</h3>" P(
                             "Picks, saws, ropes…"),
                     "saws"));
}

TEST(beginnings_that_are_the_text_stay)
{
        EXPECT(tells(TITLED BODY P(MORE) "<h3>A ferry</h3>" P(CUT) "<h3>The ice</h3>" P(
                             "Nobody" CUT) P("And then the ice came, and nobody on the islands "
                                             "was seen on the pier for a week or more."),
                     "crew"));
        EXPECT(tells(TITLED P(FIRST) "<h3>A ferry</h3>" P(CUT) "<h3>The ice</h3>" P(
                             "Nobody" CUT) "<h3>The board</h3>" P("Then" CUT),
                     "crew"));
        EXPECT(tells(TITLED BODY P("A ferry is sold") P(CUT) P("The ice comes") P("Nobody" CUT),
                     "crew"));
        EXPECT(tells(
                TITLED BODY
                "<h3>A song</h3><blockquote>" P(CUT) "</blockquote><h3>Another</h3><blockquote>" P(
                        "Nobody" CUT) "</blockquote>",
                "crew"));
}

TEST(who_wrote_it_is_told_above_the_text_too)
{
        EXPECT_STR(text_of(BY TITLED P(
                           "Ada is a former skipper and a reporter on boats and ice.") BODY),
                   PLAIN);
        EXPECT_STR(text_of(BY TITLED P(
                           "Hi, I’m Ada! I grew up on the islands, and never left them.") BODY),
                   PLAIN);
        EXPECT(tells(BY TITLED P("Ada Island is a former home of skippers, and of their boats.")
                             BODY,
                     "Ada Island"));
        EXPECT(tells(BY TITLED P("Ada Strand, the skipper, tells of her winters on the ice.")
                             BODY,
                     "of her winters"));
}

TEST(trails_have_forms)
{
        static const char *const trails[] = {
                "Home » Boats » Oars",
                "Home / Boats / Oars",
                "You are here: Home > Boats",
        };
        static const char *const prose[] = {
                "Home is where the ice is",
                "Home / away games",
                "Home > Styles > New",
                "Home / away / neutral games are listed below.",
        };

        for (size_t i = 0; i < ARRAY_SIZE(trails); i++)
                EXPECT_INT(furniture_of(trails[i], strlen(trails[i])), FURNITURE_LINE);
        for (size_t i = 0; i < ARRAY_SIZE(prose); i++)
                EXPECT_INT(furniture_of(prose[i], strlen(prose[i])), FURNITURE_NONE);
}

TEST(blogs_head_a_discussion_by_what_it_is_of)
{
        static const char *const heads[] = {
                "20 thoughts on “Oars”",
                "One thought on \"Oars\"",
                "1,204 comments on ‘Oars’",
                "A response to “Oars”",
        };
        static const char *const others[] = {
                "20 thoughts on the ice",
                "A response to “Oars”, a film",
                "Two responses to “Oars”",
                "20 oars",
        };
        size_t size;

        for (size_t i = 0; i < ARRAY_SIZE(heads); i++) {
                const char *found = furniture_discussed(heads[i], strlen(heads[i]), &size);

                EXPECT(found && size == 4 && memcmp(found, "Oars", 4) == 0);
        }
        for (size_t i = 0; i < ARRAY_SIZE(others); i++)
                EXPECT(!furniture_discussed(others[i], strlen(others[i]), &size));
}

TEST(what_only_looks_like_a_discussion_stays)
{
        static const char drawer[] = TITLED "<div>" P(FIRST) P(THEN)
                P(MORE) "</div><div><ul>" READER("Sad.") READER("Very.")
                        READER("So it is.") "</ul></div><div>" P("The board met again.") P(LAST)
                                P("It will go on in spring, when the ice has gone and all "
                                  "of the boats are back in the water of the sound, as the "
                                  "older of the two harbour masters has told the board of "
                                  "the harbour, which was glad to hear it and said so, and "
                                  "which will meet in the hall at the pier on Friday to "
                                  "speak of it once more with the skippers of the ferries "
                                  "and with those who live on the islands.") "</div>";

        EXPECT(tells(TITLED P(FIRST) P(THEN) "<h2>3 thoughts on the new ferry</h2>" P(MORE)
                             P(LAST),
                     MORE));
        EXPECT(tells(TITLED P(FIRST) P(THEN) "<h2>20 thoughts on “Ice”</h2>" P(MORE) P(LAST),
                     MORE));
        EXPECT(tells(TITLED P(FIRST) P(THEN) "<h2>5 comments on the budget</h2>" P(MORE)
                             P(LAST),
                     MORE));
        EXPECT(tells(TITLED "<h3>12 Comments</h3>" BODY, LAST));
        EXPECT(tells(TITLED P(FIRST) P(THEN) "<h3><a href=/c>12 Comments</a></h3>" P(MORE)
                             P(LAST) P("So it went on. " MORE) P("And so on. " THEN),
                     LAST));
        /* Comments before the text, and a correspondence. */
        EXPECT(tells(drawer, LAST));
        EXPECT(!tells(drawer, "So it is."));
        EXPECT(tells(TITLED "<div>" P(FIRST) P(THEN) P(MORE) "</div><div><h3>Reply</h3>" P(
                             LAST) "<h3>Reply</h3><p>So be it.<h3>Reply</h3><p>Good.</div>",
                     LAST));
}

TEST(a_name_that_is_no_writers_opens_a_text)
{
        EXPECT(tells("<meta name=author content='Jordan Strand'>" TITLED P(
                             "Jordan has closed its harbour for the winter, its board said.")
                             BODY,
                     "Jordan has closed"));
        EXPECT(tells("<meta name=author content='The Secret Skipper'>" TITLED P(
                             "I am the only skipper on the island, and I write of its ice.")
                             BODY,
                     "the only skipper"));
        EXPECT(tells(BY TITLED P("I’m Ada Strand, a nurse of 34, and in winter I lost my job.")
                             BODY,
                     "a nurse of 34"));
        EXPECT(tells(BY TITLED P("Ada is a writer."), "Ada is"));
        EXPECT(tells("<meta name=author content='Oarlock Team'>" TITLED P(
                             "Oarlock is an expert tool of the skippers on the islands.") BODY,
                     "expert tool"));
        EXPECT(tells(BY TITLED P("I’m Ada’s editor, and I was on the ferry that day.") BODY,
                     "that day"));
}

TEST(what_a_post_is_about_is_no_name_of_it)
{
        EXPECT_STR(text_of(TITLED "<div class='post category-newsletter tag-sponsored'>" BODY
                                  "</div>"),
                   PLAIN);
        EXPECT(tells(TITLED P(FIRST) "<div class='item category-newsletter'>" P(
                             THEN) "</div>" P(LAST),
                     THEN));
        EXPECT(!tells(TITLED BODY "<div class=tag-list>" P("Boats, ice") "</div>",
                      "Boats, ice"));
}
