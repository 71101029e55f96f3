/* reported speech: what somebody asks, or is asked */
#include "tests/unit/workers/extract/quotes_given.h"

static void expect_asked(const char *text, const char *said)
{
        const struct quote *q = find(quotes_of(text), said);

        EXPECT(q);
        if (!q)
                test_fail(__FILE__, __LINE__, "'%s' is not found in '%s'", said, text);
        else
                EXPECT(!q->speaker.text);
}

TEST(what_is_asked_may_stand_behind_where_and_when)
{
        expect_asked(
                "Asked at a briefing Monday in Lund about the mill's future role, Berg said "
                "it was late.",
                "the mill's future role");
        expect_asked("When asked whom she supported, Ms. Berg smiled.", "whom she supported");
        expect_asked("When asked why, Berg shrugged.", "why");
        expect_asked(
                "Berg told the paper in an interview when asked which mayor she would back.",
                "which mayor she would back");
        expect("When asked by Ingrid Holm on Thursday about raising the rent, Berg left.",
               "raising the rent", "Ingrid Holm");
        expect("Lee Wang of the Herald asked Berg Friday whether she would sell the letters.",
               "whether she would sell the letters", "Lee Wang of the Herald");
}

TEST(a_question_ends_before_the_answer)
{
        expect_asked(
                "Asked whether he was worried that Berg, the mayor, who has called it a hoax, "
                "could win, Lind demurred.",
                "whether he was worried that Berg, the mayor, who has called it a hoax, "
                "could win");
        expect("When a reporter asked Lind if the mill would close, he laughed.",
               "if the mill would close", "a reporter");
}

TEST(a_relative_pronoun_opens_no_question)
{
        EXPECT(!find(
                quotes_of("She went on, asking him a series of questions for which he had no "
                          "reply."),
                "which he had no reply"));
        EXPECT(!find(quotes_of("She asked about 20 bakers to leave."), "20 bakers"));
        EXPECT(!find(quotes_of("The teacher asked the boy about 20 questions."),
                     "20 questions"));
}
