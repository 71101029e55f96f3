#include <stdio.h>
#include <string.h>

#include "tests/unit/test.h"
#include "tests/unit/workers/given.h"
#include "workers/text/stages.h"

static struct article article;

/* The extraction of scraped text; @title may be NULL. */
static const struct extraction *scraped(const char *title, const char *text)
{
        struct arena *arena = given_arena();
        struct document *doc = arena_alloc(arena, sizeof(*doc));

        REQUIRE(doc);
        article.title = (char *)(title ? arena_copy(arena, title, strlen(title)) : NULL);
        article.text = arena_copy(arena, text, strlen(text));
        doc->arena = arena;
        doc->article = &article;
        doc->x = arena_alloc(arena, sizeof(*doc->x));
        doc->x->text = "";
        REQUIRE(maintext_find(doc) == 0);
        return doc->x;
}

#define PARAGRAPH                                                                              \
        "The two harbour masters met on Monday to talk about the ferries that run between "    \
        "the islands in the winter, and agreed on little."

TEST(a_headline_before_the_text_is_the_title)
{
        const struct extraction *x = scraped(
                NULL, "Harbour masters meet over ferries\n\n" PARAGRAPH "\n\n" PARAGRAPH);

        EXPECT_STR(x->title, "Harbour masters meet over ferries");
        EXPECT_STR(x->text, PARAGRAPH "\n\n" PARAGRAPH);
}

TEST(a_text_without_headline_has_no_title)
{
        const struct extraction *x = scraped(NULL, PARAGRAPH "\n" PARAGRAPH);

        EXPECT_STR(x->title, NULL);
        EXPECT_STR(x->text, PARAGRAPH "\n\n" PARAGRAPH);
}

TEST(a_title_that_is_known_is_not_repeated)
{
        const struct extraction *x =
                scraped("Harbour Masters Meet", "Harbour masters meet!\n\n" PARAGRAPH);

        EXPECT_STR(x->title, "Harbour Masters Meet");
        EXPECT_STR(x->text, PARAGRAPH);
}

TEST(a_dateline_stays_in_the_text)
{
        const struct extraction *x = scraped(NULL, "OSLO (ABC) – " PARAGRAPH "\n\n" PARAGRAPH);

        EXPECT_STR(x->title, NULL);
        EXPECT(strncmp(x->text, "OSLO (ABC) – ", 12) == 0);
}

TEST(a_dateline_with_a_year_stays_too_and_tells_the_day)
{
        const struct extraction *x = scraped(
                NULL, "Ferries stop again\n\nOSLO, March 7, 2022 (ABC) --\n\n" PARAGRAPH);

        EXPECT_STR(x->text, "OSLO, March 7, 2022 (ABC) --\n\n" PARAGRAPH);
        EXPECT_STR(x->published.value, "2022-03-07");
}

TEST(a_date_line_tells_when_it_was_published)
{
        const struct extraction *x =
                scraped(NULL, "Ferries stop again\n\n14:05, 07 March 2022\n\n" PARAGRAPH
                              "\n\n" PARAGRAPH);

        EXPECT_STR(x->published.value, "2022-03-07T14:05");
        EXPECT_STR(x->published.literal, "14:05, 07 March 2022");
        EXPECT_INT(x->published.basis, BASIS_TEXT);
        EXPECT(span_is_none(x->published.span));
        x = scraped(NULL, PARAGRAPH "\n\nHarbour News, 08.03.2022 \n\nRelated Posts\n");
        EXPECT_STR(x->published.value, "2022-03-08");
        EXPECT_STR(x->text, PARAGRAPH);
}

TEST(a_date_in_a_sentence_is_no_date_line)
{
        const struct extraction *x = scraped(
                NULL, PARAGRAPH "\n\nThe last ferry left on 8 March 2022 with nobody aboard.");

        EXPECT_STR(x->published.value, NULL);
        EXPECT(strstr(x->text, "nobody aboard") != NULL);
}

TEST(a_single_line_is_the_text_whatever_it_says)
{
        const struct extraction *x = scraped(NULL, "The last ferry left on 8 March 2022");

        EXPECT_STR(x->text, "The last ferry left on 8 March 2022");
        EXPECT_STR(x->published.value, NULL);
        EXPECT(x->is_article);
}

TEST(bylines_name_the_authors)
{
        const struct extraction *x =
                scraped(NULL, "Ferries stop again\n\nBy Ada Strand and Bo Vik\n\n" PARAGRAPH);

        REQUIRE(x->n_authors == 2);
        EXPECT_STR(x->authors[0], "Ada Strand");
        EXPECT_STR(x->authors[1], "Bo Vik");
        EXPECT_STR(x->text, PARAGRAPH);
}

TEST(captions_and_credits_go)
{
        const struct extraction *x = scraped(
                NULL, PARAGRAPH
                "\n\nPicture: Harbour Press\n\nA ferry Bo Vik / PAP / EPA\n\n"
                "The ferry in 2019 (Photo by Ada Strand)\n\nAP Photo/Bo Vik\n\n" PARAGRAPH);

        EXPECT_STR(x->text, PARAGRAPH "\n\n" PARAGRAPH);
}

TEST(what_follows_the_text_goes)
{
        const struct extraction *x =
                scraped(NULL, PARAGRAPH
                        "\n\n" PARAGRAPH
                        "\n\nAbout Ada Strand\n\nAda grew up on an island and has written "
                        "about boats for as long as she can remember, mostly at night.\n\n"
                        "Leave a Reply\n\nYour email address will not be published.");

        EXPECT_STR(x->text, PARAGRAPH "\n\n" PARAGRAPH);
}

TEST(links_within_the_text_go_and_the_text_goes_on)
{
        const struct extraction *x =
                scraped(NULL, PARAGRAPH
                        "\n\nRelated Posts\n\nFerries in fog\n\nAdvertisement\n\n" PARAGRAPH
                        "\n\n" PARAGRAPH "\n\n" PARAGRAPH);

        EXPECT(strstr(x->text, "fog") == NULL);
        EXPECT_INT(strlen(x->text), 4 * strlen(PARAGRAPH) + 3 * 2);
}

TEST(sentences_that_begin_like_furniture_stay)
{
        const char *text = PARAGRAPH "\n\nRelated charges were dropped in May.\n\n"
                                     "Share prices of the ferry company fell.\n\n" PARAGRAPH;

        EXPECT_STR(scraped(NULL, text)->text, text);
}

TEST(wrapped_lines_are_joined)
{
        const struct extraction *x = scraped(
                NULL, "The two harbour masters met on Monday to talk about the ferries\n"
                      "that run between the islands in the winter, and agreed on very\n"
                      "little. They will meet again in spring, when the ice has gone\n"
                      "from the sound and the boats are back in the water, they said.\n");

        EXPECT(strchr(x->text, '\n') == NULL);
        EXPECT(strstr(x->text, "ferries that run") != NULL);
}

TEST(an_empty_text_is_no_article)
{
        EXPECT(!scraped(NULL, "")->is_article);
        EXPECT(!scraped(NULL, " \n\n\t")->is_article);
        EXPECT_STR(scraped(NULL, "\n")->text, "");
}

TEST(lines_without_end_are_linear)
{
        static char text[2000001];

        memset(text, '\n', sizeof(text) - 1);
        for (size_t i = 0; i + 2 < sizeof(text); i += 4)
                memcpy(text + i, "By ", 3);
        EXPECT(scraped(NULL, text) != NULL);
}

TEST(what_stands_before_a_headline_is_none)
{
        const struct extraction *x =
                scraped(NULL, "21 July 2013 11:11\nFire in the old town put out\n\n" PARAGRAPH);

        EXPECT_STR(x->title, "Fire in the old town put out");
        EXPECT_STR(scraped(NULL, "CAPE TOWN (AP) --\n\n" PARAGRAPH)->title, NULL);
        EXPECT_STR(scraped(NULL, "Harbour News\n\n" PARAGRAPH)->title, NULL);
}

TEST(names_above_the_outlets_own_are_a_by_line)
{
        const struct extraction *x;

        article.source = (char *)"Sound Post";
        x = scraped("Harbour Masters Meet",
                    "Martin Berg and Anna Strand\n\nSOUND POST\n\n" PARAGRAPH);
        EXPECT_STR(x->text, PARAGRAPH);
        REQUIRE(x->n_authors == 2);
        EXPECT_STR(x->authors[0], "Martin Berg");
        EXPECT_STR(x->authors[1], "Anna Strand");
        x = scraped("Harbour Masters Meet",
                    "Martin Berg\n\nSound Post News Network\n\n" PARAGRAPH);
        EXPECT_STR(x->text, PARAGRAPH);
        REQUIRE(x->n_authors == 1);
        x = scraped("Harbour Masters Meet", "Sound Post\n\n" PARAGRAPH);
        EXPECT_STR(x->text, PARAGRAPH);
        EXPECT_INT(x->n_authors, 0);
        article.source = NULL;
}

TEST(names_above_something_else_stay_in_the_text)
{
        static const char *const texts[] = {
                "Martin Berg\n\nA long winter\n\n" PARAGRAPH,
                "Martin Berg\n\nThe Winter Party\n\n" PARAGRAPH,
                "Martin Berg\n\nSound Postal Workers Party\n\n" PARAGRAPH,
        };
        const struct extraction *x;

        article.source = (char *)"Sound Post";
        for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
                x = scraped("Harbour Masters Meet", texts[i]);
                EXPECT_STR(x->text, texts[i]);
                EXPECT_INT(x->n_authors, 0);
        }
        article.source = NULL;
}

TEST(what_is_no_name_above_the_outlets_stays)
{
        static const char *const lines[] = { "The Last Ferry", "Northern Ireland",
                                             "Real Estate", "White House" };
        const struct extraction *x;

        article.source = (char *)"Sound Post";
        for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
                char text[400];

                snprintf(text, sizeof(text), "%s\n\nSound Post\n\n" PARAGRAPH, lines[i]);
                x = scraped("Harbour Masters Meet", text);
                EXPECT_INT(x->n_authors, 0);
                EXPECT(strncmp(x->text, lines[i], strlen(lines[i])) == 0);
        }
        x = scraped("Harbour Masters Meet", "SOUND POST\n\nSound Post\n\n" PARAGRAPH);
        EXPECT_STR(x->text, PARAGRAPH);
        EXPECT_INT(x->n_authors, 0);
        article.source = NULL;
}

TEST(headlines_of_other_stories_stand_in_capitals_between_paragraphs)
{
        const struct extraction *x;
        static const char others[] =
                PARAGRAPH "\n\nISLANDS TO VOTE ON WINTER FERRIES IN MAY\n\n" PARAGRAPH
                          "\n\nTHE WINTER BOATS\n\n" PARAGRAPH
                          "\n\nTHE SKIPPERS WANT THEIR FERRIES BACK!\n\n" PARAGRAPH;

        x = scraped("Harbour Masters Meet", others);
        EXPECT_STR(x->text,
                   PARAGRAPH "\n\n" PARAGRAPH "\n\nTHE WINTER BOATS\n\n" PARAGRAPH
                             "\n\nTHE SKIPPERS WANT THEIR FERRIES BACK!\n\n" PARAGRAPH);
}

TEST(where_much_is_in_capitals_they_say_nothing)
{
        static const char text[] =
                PARAGRAPH "\n\nTHE ISLANDS ARE TO VOTE ON WINTER FERRIES IN MAY\n\n" PARAGRAPH
                          "\n\nTHE SKIPPERS OF ALL ISLANDS WANT THEIR FERRIES BACK";

        EXPECT_STR(scraped("Harbour Masters Meet", text)->text, text);
}

TEST(the_outlets_name_between_paragraphs_is_what_a_credit_left)
{
        const struct extraction *x;

        article.source = (char *)"Sound Post";
        x = scraped("Harbour Masters Meet",
                    PARAGRAPH "\n\nSound Post\n\n" PARAGRAPH "\n\n" PARAGRAPH);
        EXPECT_STR(x->text, PARAGRAPH "\n\n" PARAGRAPH "\n\n" PARAGRAPH);
        article.source = NULL;
}

TEST(a_line_may_tell_when_it_was_published_and_updated)
{
        const struct extraction *x = scraped(
                "Harbour Masters Meet",
                "PUBLISHED: 02:35 GMT, 12 April 2014 | UPDATED: 22:15 GMT, 13 April 2014\n\n" PARAGRAPH);

        EXPECT_STR(x->text, PARAGRAPH);
        EXPECT_STR(x->published.value, "2014-04-12T02:35Z");
        EXPECT_STR(x->modified.value, "2014-04-13T22:15Z");
        x = scraped(
                "Harbour Masters Meet",
                "Seen on 12 March 2013 | By some of the skippers of the islands\n\n" PARAGRAPH);
        EXPECT_STR(x->published.value, NULL);
}

TEST(a_long_line_that_names_a_day_tells_no_publication)
{
        const struct extraction *x = scraped(
                "Harbour Masters Meet",
                "The board of the harbour will meet on 12 March 2013 to choose the winter "
                "ferries\n\n" PARAGRAPH);

        EXPECT_STR(x->published.value, NULL);
}

TEST(a_date_line_may_name_an_agency)
{
        const struct extraction *x =
                scraped("Harbour Masters Meet", "March 13, 2013 / 2:29 PM / AP\n\n" PARAGRAPH);

        EXPECT_STR(x->text, PARAGRAPH);
        EXPECT_STR(x->published.value, "2013-03-13T14:29");
}

TEST(what_is_in_capitals_for_another_reason_stays)
{
        static const char *const lines[] = {
                "04 - 17 - 22 - 31 - 40 - 44",
                "\u201cTHE ISLANDS BELONG TO THOSE WHO LIVE THERE\u201d",
                "3. HOW TO REACH THE ISLANDS BY BOAT",
                "\u8239\u306f \u4e94\u6708 \u306b \u623b\u308b \u3068 \u8a00\u3046",
        };
        const struct extraction *x;
        char text[900];

        for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
                snprintf(text, sizeof(text), PARAGRAPH "\n\n%s\n\n" PARAGRAPH "\n\n" PARAGRAPH,
                         lines[i]);
                x = scraped("Harbour Masters Meet", text);
                EXPECT_STR(x->text, text);
        }
        x = scraped("Harbour Masters Meet",
                    "The sign that they had put up on the oldest of the ferries of the islands "
                    "now read so:\n\nTHE ISLANDS BELONG TO THOSE WHO LIVE THERE\n\n" PARAGRAPH);
        EXPECT(strstr(x->text, "THE ISLANDS BELONG"));
}
