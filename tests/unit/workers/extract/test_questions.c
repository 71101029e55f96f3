/* questions behind a preposition: "spoke about how it began", "doubts over whether it would" */
#include "tests/unit/workers/extract/quotes_given.h"

TEST(verbs_and_adjectives_are_about_questions)
{
        expect("Anna Berg spoke about how the mill had been taken over.",
               "how the mill had been taken over", "Anna Berg");
        expect("Anna Berg complained about how long the talks took.", "how long the talks took",
               "Anna Berg");
        expect("Anna Berg did not comment on whether the mill was sold.",
               "whether the mill was sold", "Anna Berg");
        expect("Anna Berg is worried about what comes next.", "what comes next", "Anna Berg");
        expect("Anna Berg talked about rents and how they hurt bakers.",
               "rents and how they hurt bakers", "Anna Berg");
}

TEST(nouns_are_about_questions)
{
        expect("Anna Berg raised questions about whether the mayor could be trusted.",
               "whether the mayor could be trusted", "Anna Berg");
        expect("Critics raised doubts about how the money was spent.",
               "how the money was spent", "Critics");
        expect("Critics had doubts over whether the tax would pass.",
               "whether the tax would pass", "Critics");
        expect("Critics have doubts about whether to sell the mill.",
               "whether to sell the mill", "Critics");
}

TEST(a_question_ends_before_the_verb_of_its_noun)
{
        expect("Questions about whether the mill was safe were raised on Monday.",
               "whether the mill was safe", NULL);
        expect("Anna Berg spoke about how the fire began, and left the hall.",
               "how the fire began", "Anna Berg");
}
