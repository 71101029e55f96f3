/* quotations: whose the words in marks are, where somebody acts or tells around them */
#include "tests/unit/workers/extract/quotes_given.h"

static size_t direct_in(const char *text)
{
        const struct extraction *x = quotes_of(text);
        size_t n = 0;

        for (size_t i = 0; i < x->n_quotes; i++)
                n += x->quotes[i].direct;
        return n;
}

TEST(what_a_work_is_called_is_no_speech_and_what_is_told_of_it_is)
{
        EXPECT_INT(direct_in("Anna Berg stars in the drama “Roads of Ash” on Monday."), 0);
        EXPECT_INT(direct_in("Critics said the film “Ash” was long."), 0);
        expect("Anna Berg said that her brother shows “real thrift” and runs a farm.",
               "real thrift", "Anna Berg");
        expect("Lind said that the drawing by Ms. Song “was bought in good faith.”",
               "was bought in good faith.", "Lind");
        expect("The loan programme “has helped a great many farms,” Anna Berg told farmers.",
               "has helped a great many farms,", "Anna Berg");
}

TEST(what_somebody_shows_is_told_by_another)
{
        expect("Anna Berg said that the barns show “real thrift” in the north.", "real thrift",
               "Anna Berg");
        EXPECT_INT(direct_in("Anna Berg shows “real thrift” and runs a farm."), 0);
        expect("A new poll shows “real thrift” in the north.", "real thrift", "A new poll");
}
