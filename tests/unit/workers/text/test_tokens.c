#include <stdio.h>
#include <string.h>

#include "tests/unit/test.h"
#include "tests/unit/workers/given.h"

/* The tokens' words, joined by " | ". */
static const char *tokens_of(const char *text)
{
        static char out[4096];
        const struct document *doc = given(text);
        size_t at = 0;

        out[0] = '\0';
        for (size_t i = 0; i < doc->n_tokens; i++) {
                const struct token *t = &doc->tokens[i];

                at += (size_t)snprintf(out + at, sizeof(out) - at, "%s%.*s", i ? " | " : "",
                                       (int)(t->end - t->start), text + t->start);
        }
        return out;
}

TEST(clitics_stand_alone)
{
        EXPECT_STR(tokens_of("Lavrov's aide didn’t"), "Lavrov | 's | aide | did | n’t");
        EXPECT_STR(tokens_of("They'd cannot"), "They | 'd | can | not");
        EXPECT_STR(tokens_of("the U.S.’s 1980's"), "the | U.S. | ’s | 1980 | 's");
}

TEST(a_possessive_plural_keeps_its_mark_apart)
{
        EXPECT_STR(tokens_of("the ministers’ talks"), "the | ministers | ’ | talks");
}

TEST(hyphens_join_words_but_not_numbers)
{
        EXPECT_STR(tokens_of("a 40-minute F-16 flight"), "a | 40-minute | F-16 | flight");
        EXPECT_STR(tokens_of("30-40 minutes"), "30 | - | 40 | minutes");
        EXPECT_STR(tokens_of("on 2021-12-02, at"), "on | 2021-12-02 | , | at");
        EXPECT_STR(tokens_of("the U.S.-led force"), "the | U.S.-led | force");
}

TEST(numbers_keep_their_separators)
{
        EXPECT_STR(tokens_of("1,200 of 3.5% at 20:35, $5m"),
                   "1,200 | of | 3.5 | % | at | 20:35 | , | $ | 5m");
        EXPECT_INT(given("28th")->tokens[0].kind, TOKEN_NUMBER);
        EXPECT_INT(given("40-minute")->tokens[0].kind, TOKEN_WORD);
}

TEST(abbreviations_keep_their_stops)
{
        EXPECT_STR(tokens_of("Mr. J. Doe, Ph.D. of the U.N. said no."),
                   "Mr. | J. | Doe | , | Ph.D. | of | the | U.N. | said | no | .");
        EXPECT_STR(tokens_of("He chose plan B."), "He | chose | plan | B | .");
        EXPECT_STR(tokens_of("No. 5 e.g. here"), "No. | 5 | e.g. | here");
}

TEST(a_missing_space_parts_two_sentences_words)
{
        EXPECT_STR(tokens_of("the talks.He left example.org"),
                   "the | talks | . | He | left | example.org");
}

TEST(addresses_are_one_token)
{
        EXPECT_STR(tokens_of("see https://example.org/a?b=1. @desk wrote"),
                   "see | https://example.org/a?b=1 | . | @desk | wrote");
}

TEST(shapes_tell_of_capitals)
{
        const struct document *doc = given("NATO and Élan met É.");

        EXPECT(doc->tokens[0].all_capital && doc->tokens[0].capital);
        EXPECT(doc->tokens[2].capital && !doc->tokens[2].all_capital);
        EXPECT_STR(doc->tokens[2].lower, "élan");
        EXPECT(!doc->tokens[1].capital);
}

TEST(space_before_tells_what_is_joined)
{
        const struct document *doc = given("“Yes,” he said");

        EXPECT(doc->tokens[0].space_before);
        EXPECT(!doc->tokens[1].space_before);
        EXPECT(!doc->tokens[3].space_before);
        EXPECT(doc->tokens[4].space_before);
}

TEST(an_apostrophe_folds_to_the_straight_one)
{
        EXPECT_STR(given("It’s")->tokens[1].lower, "'s");
}

TEST(a_run_without_end_is_cut)
{
        static char text[100001];

        memset(text, 'a', sizeof(text) - 1);
        EXPECT(given(text)->n_tokens > 300);
        memset(text, '.', sizeof(text) - 1);
        EXPECT(given(text)->n_tokens > 300);
        memset(text, '\'', sizeof(text) - 1);
        EXPECT(given(text)->n_tokens > 300);
}

TEST(malformed_bytes_do_no_harm)
{
        EXPECT_STR(tokens_of("a \xff\xc3"), "a | \xff | \xc3");
}
