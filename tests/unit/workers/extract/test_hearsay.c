/* what is told without a verb of saying: "reportedly", "in the poll"; and what words part */
#include "tests/unit/workers/extract/quotes_given.h"

static void expect_hearsay(const char *text, const char *said)
{
        const struct quote *q = find(quotes_of(text), said);

        if (!q)
                test_fail(__FILE__, __LINE__, "'%s' is not found in '%s'", said, text);
        else
                EXPECT(!q->speaker.text);
}

TEST(what_is_reportedly_so_nobody_says)
{
        expect_hearsay("The Club for Bread is reportedly spending $2 million on ovens.",
                       "The Club for Bread is … spending $2 million on ovens");
        expect_hearsay("Reportedly, he made a rude remark to the baker.",
                       "he made a rude remark to the baker");
        expect_hearsay("The mill, which reportedly burned for a day, will reopen.",
                       "which … burned for a day");
        expect_hearsay(
                "He baked for years and was reportedly chased by a gang, his wife in front.",
                "He … chased by a gang");
        expect("The clerk reportedly said the mill would close.", "the mill would close",
               "The clerk");
}

TEST(a_poll_says_what_stands_before_it)
{
        expect("Berg leads Lind among men by 8 percentage points, 49% to 41%, in the survey, taken "
               "in July.",
               "Berg leads Lind among men by 8 percentage points, 49% to 41%", "the survey");
        expect("But she fell to 10 percent in the latest Herald poll.",
               "she fell to 10 percent", "the latest Herald poll");
        EXPECT(!find(
                quotes_of("The trouble is that 78 percent of bakers in a recent poll left."),
                "78 percent of bakers"));
        EXPECT_INT(quotes_of("Berg trusts in the poll.")->n_quotes, 0);
}

TEST(an_attribution_may_part_a_verb_from_its_noun)
{
        expect("It was, he said, one of the worst failures of his life.",
               "It was … one of the worst failures of his life", "he");
        expect("She wrote a law that, officials say, helped the millers.",
               "that … helped the millers", "officials");
}
