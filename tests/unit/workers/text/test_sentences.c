#include <stdio.h>
#include <string.h>

#include "tests/unit/test.h"
#include "tests/unit/workers/given.h"

/* The sentences, joined by " | ". */
static const char *sentences_of(const char *text)
{
        static char out[4096];
        const struct document *doc = given(text);
        size_t at = 0;

        out[0] = '\0';
        for (size_t i = 0; i < doc->n_sentences; i++) {
                struct span s = doc->sentences[i].span;

                at += (size_t)snprintf(out + at, sizeof(out) - at, "%s%.*s", i ? " | " : "",
                                       (int)(s.end - s.start), text + s.start);
        }
        return out;
}

TEST(a_stop_ends_a_sentence)
{
        EXPECT_STR(sentences_of("They met. Did they? They did!  Good"),
                   "They met. | Did they? | They did! | Good");
}

TEST(a_number_set_in_tokens_goes_on_behind_its_stop)
{
        EXPECT_STR(sentences_of(
                           "A 4. 7 - magnitude quake hit at 8. 39am. A 30 - year - old died."),
                   "A 4. 7 - magnitude quake hit at 8. 39am. | A 30 - year - old died.");
        EXPECT_STR(sentences_of("They sold 6. 12 were left."), "They sold 6. | 12 were left.");
}

TEST(abbreviations_and_initials_do_not)
{
        EXPECT_STR(sentences_of("Mr. Doe met Gov. J. B. Roe of Acme Inc. Tuesday."),
                   "Mr. Doe met Gov. J. B. Roe of Acme Inc. Tuesday.");
        EXPECT_STR(sentences_of("The U.S. President left at 5 p.m. Friday. No. 5 won."),
                   "The U.S. President left at 5 p.m. Friday. | No. 5 won.");
        EXPECT_STR(sentences_of("It rose on Jan. 6, i.e. Monday."),
                   "It rose on Jan. 6, i.e. Monday.");
}

TEST(an_abbreviation_ends_one_before_a_word_that_begins_one)
{
        EXPECT_STR(sentences_of("He lives in the U.S. The talks failed."),
                   "He lives in the U.S. | The talks failed.");
        EXPECT_STR(sentences_of("She said no. Then she left."),
                   "She said no. | Then she left.");
}

TEST(closing_marks_belong_to_the_sentence)
{
        EXPECT_STR(sentences_of("“We met.” “Why?” (It rained.) \"So.\" \"No.\""),
                   "“We met.” | “Why?” | (It rained.) | \"So.\" | \"No.\"");
        EXPECT_STR(sentences_of("“Will they meet?” asked he."), "“Will they meet?” asked he.");
}

TEST(decimals_and_ellipses_stay_inside)
{
        EXPECT_STR(sentences_of("It fell 3.5 percent... or so. 40 came."),
                   "It fell 3.5 percent... or so. | 40 came.");
        EXPECT_STR(sentences_of("Wait… They came."), "Wait… | They came.");
}

TEST(stray_stops_belong_to_the_sentence_before)
{
        EXPECT_STR(sentences_of("They chose talks. . He left ."),
                   "They chose talks. . | He left .");
        EXPECT_STR(sentences_of("`` We met . '' He left ."), "`` We met . '' | He left .");
}

TEST(paragraphs_end_sentences)
{
        const struct document *doc = given("A heading\n\nIt began. It ended.\n\n – Yes");

        EXPECT_INT(doc->n_paragraphs, 3);
        REQUIRE(doc->n_sentences == 4);
        EXPECT_INT(doc->sentences[0].paragraph, 0);
        EXPECT_INT(doc->sentences[2].paragraph, 1);
        EXPECT_INT(doc->sentences[3].paragraph, 2);
        EXPECT_INT(doc->x->n_sentences, 4);
        EXPECT_INT(doc->sentences[1].first, 2);
        EXPECT_INT(doc->sentences[1].end, 5);
}

TEST(an_enumeration_is_one_sentence)
{
        EXPECT_STR(sentences_of("1. First they met."), "1. First they met.");
}

TEST(other_scripts_have_their_own_stops)
{
        EXPECT_STR(sentences_of("他们见面了。他们走了。"), "他们见面了。 | 他们走了。");
}

TEST(an_empty_text_has_none)
{
        EXPECT_INT(given("")->n_sentences, 0);
        EXPECT_INT(given(" \n\n \n")->n_paragraphs, 0);
}

TEST(stops_without_end_are_linear)
{
        static char text[400001];

        for (size_t i = 0; i + 1 < sizeof(text); i += 2)
                memcpy(text + i, ". ", 2);
        EXPECT(given(text)->n_sentences > 0);
        memset(text, '.', sizeof(text) - 1);
        EXPECT_INT(given(text)->n_sentences, 1);
}
