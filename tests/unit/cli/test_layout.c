/* Words in columns, and what is marked in them */
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "cli/layout.h"
#include "tests/unit/test.h"

static char *put(bool colour, int indent, int gap, const struct cell *cells, size_t n)
{
        char *text = NULL;
        size_t size;
        struct layout layout = { .out = open_memstream(&text, &size), .colour = colour };

        layout_put(&layout, indent, gap, cells, n);
        fclose(layout.out);
        return text;
}

static void expect(const char *expected, bool colour, int indent, int gap,
                   const struct cell *cells, size_t n)
{
        char *text = put(colour, indent, gap, cells, n);

        EXPECT_STR(text, expected);
        free(text);
}

TEST(words_flow_within_the_width)
{
        const struct cell cell = { "one two  three four", 9 };

        expect("  one two\n  three\n  four\n", false, 2, 0, &cell, 1);
}

TEST(a_word_that_is_too_long_is_cut)
{
        const struct cell cell = { "abcdefghij kl", 4 };

        expect("abcd\nefgh\nij\nkl\n", false, 0, 0, &cell, 1);
}

TEST(widths_are_those_of_letters_not_of_bytes)
{
        const struct cell cell = { "\xc3\xa4\xc3\xb6\xc3\xbc \xc3\xa9\xc3\xa8", 6 };

        expect("\xc3\xa4\xc3\xb6\xc3\xbc \xc3\xa9\xc3\xa8\n", false, 0, 0, &cell, 1);
}

TEST(columns_stand_side_by_side_to_the_last_line_of_the_longest)
{
        const struct cell cells[] = { { "a b", 3 }, { "cc dd ee", 5 }, { "f", 4 } };

        expect("a b   cc dd   f\n      ee\n", false, 0, 3, cells, 3);
}

TEST(a_cell_that_is_empty_keeps_its_place)
{
        const struct cell cells[] = { { "", 2 }, { "x", 2 } };

        expect("   x\n", false, 0, 1, cells, 2);
        expect("\n", false, 4, 1, cells, 1);
}

TEST(marks_are_asterisks_or_colour)
{
        const struct cell cell = { "a \001b c\002 d", 20 };

        expect("a *b c* d\n", false, 0, 0, &cell, 1);
        expect("a \033[1mb c\033[0m d\n", true, 0, 0, &cell, 1);
}

TEST(colour_ends_with_its_line_and_goes_on_with_the_next)
{
        const struct cell cells[] = { { "\001aa bb\002", 2 }, { "x y", 1 } };

        expect("\033[1maa\033[0m x\n\033[1mbb\033[0m y\n", true, 0, 1, cells, 2);
}
