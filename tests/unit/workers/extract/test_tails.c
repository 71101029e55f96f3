/* attributions that close their sentence, or less of it, and what only looks like one */
#include "tests/unit/workers/extract/quotes_given.h"

TEST(who_has_said_it_may_go_on)
{
        static const char text[] =
                "Prices will rise, Berg said, adding that nobody would notice.";

        expect(text, "Prices will rise", "Berg");
        expect(text, "nobody would notice", "Berg");
        expect("The pair will meet next week, Berg said, adding, “They need to talk.”",
               "The pair will meet next week", "Berg");
        expect("Such a move could hurt the mill, her allies believe — a mill she will need.",
               "Such a move could hurt the mill", "her allies");
}

TEST(more_may_be_told_of_who_says_it)
{
        expect("The stakes are high, said a clerk who was briefed on the talks and left.",
               "The stakes are high", "a clerk");
        expect("Keeping that ground is easy for Berg, said a handful of bakers who know him.",
               "Keeping that ground is easy for Berg", "a handful of bakers");
        expect("This is not about me, Mayor Berg told his aides as he worked on the speech.",
               "This is not about me", "Mayor Berg");
        expect("His loyalty has moved to Lind, Berg said during his speech to be a delegate.",
               "His loyalty has moved to Lind", "Berg");
        expect("The warden pulled the arm of a baker, she and another reporter said.",
               "The warden pulled the arm of a baker", "she and another reporter");
        expect("A quiet mill may not be such a bad thing, say some millers, who smile at it.",
               "A quiet mill may not be such a bad thing", "some millers");
}

TEST(a_subject_with_more_told_of_it_is_not_what_is_said)
{
        EXPECT(!find(
                quotes_of("Anna Berg, who ran the mill for 40 years, said she almost always "
                          "baked at night, although rarely, for fun."),
                "Anna Berg, who ran the mill for 40 years"));
        EXPECT(!find(
                quotes_of("Not long after Berg wrote the letter, the paper asked Lind about "
                          "it."),
                "Not long after Berg wrote the letter"));
        EXPECT(!find(
                quotes_of("The town bought flour from Ostrin, whose bakers say it is old."),
                "The town bought flour from Ostrin"));
        EXPECT(!find(quotes_of("The mayor, who owns the mill, said Lind's gifts, large as they "
                               "are, harm the town."),
                     "The mayor, who owns the mill"));
}

TEST(a_second_clause_alone_is_the_second_speakers)
{
        static const char text[] =
                "Officials said they like the mill, but nobody would buy it, "
                "its owner said.";

        expect(text, "they like the mill", "Officials");
        expect(text, "nobody would buy it", "its owner");
}
