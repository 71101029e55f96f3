/* In which words renderings differ */
#include <string.h>

#include "base/macros.h"
#include "cli/layout.h"
#include "cli/worddiff.h"
#include "tests/unit/test.h"

/* Marks as brackets, so that they can be read here. */
static void expect(const char *const *texts, const char *const *expected, size_t n)
{
        struct buffer out[WORDDIFF_TEXTS_MAX + 2] = { 0 };

        worddiff_mark(texts, n, out);
        for (size_t i = 0; i < n; i++) {
                char *text = (char *)buffer_text(&out[i]);

                for (char *p = text; *p; p++)
                        *p = *p == LAYOUT_MARK ? '<' : *p == LAYOUT_UNMARK ? '>' : *p;
                EXPECT_STR(text, expected[i]);
                buffer_clear(&out[i]);
        }
}

TEST(words_that_the_other_does_not_have_are_marked)
{
        const char *const texts[] = { "We will never leave the harbour",
                                      "we shall never leave this harbour." };
        const char *const expected[] = { "We <will> never leave <the> harbour",
                                         "we <shall> never leave <this> harbour." };

        expect(texts, expected, 2);
}

TEST(neighbours_share_their_marks)
{
        const char *const texts[] = { "the dam held all night",
                                      "the old stone dam held all night" };
        const char *const expected[] = { "the dam held all night",
                                         "the <old stone> dam held all night" };

        expect(texts, expected, 2);
}

TEST(of_three_the_one_that_differs_is_marked)
{
        const char *const texts[] = { "a long hard road home", "a long hard road home",
                                      "a long steep road home" };
        const char *const expected[] = { "a long hard road home", "a long hard road home",
                                         "a long <steep> road home" };

        expect(texts, expected, 3);
}

TEST(punctuation_and_quotation_marks_make_no_difference)
{
        const char *const texts[] = { "\xe2\x80\x9cnever\xe2\x80\x9d again,",
                                      "never again \xe2\x80\xa6" };
        const char *const expected[] = { "\xe2\x80\x9cnever\xe2\x80\x9d again,",
                                         "never again \xe2\x80\xa6" };

        expect(texts, expected, 2);
}

TEST(other_words_altogether_are_left_as_they_are)
{
        const char *const texts[] = { "the ferry will sail", "nobody leaves port tonight" };

        expect(texts, texts, 2);
}

TEST(what_is_too_long_or_too_many_is_left_as_it_is)
{
        static char text[2 * WORDDIFF_WORDS_MAX + 8];
        const char *texts[WORDDIFF_TEXTS_MAX + 2];

        for (size_t i = 0; i <= WORDDIFF_WORDS_MAX; i++)
                strcat(text, "a ");
        text[2 * WORDDIFF_WORDS_MAX + 1] = '\0';
        texts[0] = texts[1] = text;
        expect(texts, texts, 2);
        for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
                texts[i] = "the same words";
        expect(texts, texts, ARRAY_SIZE(texts));
}

TEST(control_characters_are_escaped)
{
        const char *const texts[] = { "red\033[31m sky", "red\033[31m sea" };
        const char *const expected[] = { "red\\x1b[31m <sky>", "red\\x1b[31m <sea>" };

        expect(texts, expected, 2);
}
