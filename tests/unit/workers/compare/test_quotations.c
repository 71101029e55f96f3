/* Quotations of several reports: which are one utterance, and whose */
#include "tests/unit/workers/compare/report.h"

/* One report quotes @said of @who, and the other @part of @other, in the sentences given; NULL:
 * the marks are there, and nothing was found in them. How many renderings there are. */
struct pair {
        const char *said, *who, *part, *other;
        const char *text, *second;
};

static size_t renderings_of(const struct pair *p)
{
        static struct event_case e;
        struct report *a = given(&e, "a", "2026-03-02", p->text);
        struct report *b = given(&e, "b", "2026-03-02", p->second);
        size_t n;

        quoted(a, p->said, p->who, named(a, ENTITY_PERSON, p->who, 0));
        if (p->part)
                quoted(b, p->part, p->other, named(b, ENTITY_PERSON, p->other, 0));
        json_auto_t *c = compared(&e);
        event_done(&e);
        n = count(c, "quotes") ? count(entry(c, "quotes", 0), "variants") : 0;
        return n;
}

TEST(a_few_words_of_what_another_quotes_whole_are_a_rendering)
{
        static const struct pair p = {
                .said = "It was a failure of nerve, of training and of everything else,",
                .who = "Nora Velt",
                .part = "failure of nerve",
                .other = "Velt",
                .text = "\"It was a failure of nerve, of training and of everything else,\" "
                        "said Nora Velt.",
                .second = "The rescue was slow. Velt called it a \"failure of nerve\" at noon.",
        };

        EXPECT_INT(renderings_of(&p), 2);
}

TEST(a_few_words_of_another_speaker_are_none)
{
        static const struct pair p = {
                .said = "It was a failure of nerve, of training and of everything else,",
                .who = "Nora Velt",
                .part = "failure of nerve",
                .other = "Ole Brandt",
                .text = "\"It was a failure of nerve, of training and of everything else,\" "
                        "said Nora Velt.",
                .second = "The rescue was slow. Ole Brandt called it a \"failure of nerve\".",
        };

        EXPECT_INT(renderings_of(&p), 0);
}

TEST(words_in_marks_that_another_quotes_are_a_rendering)
{
        static const struct pair p = {
                .said = "It was a failure of nerve, of training and of everything else,",
                .who = "Nora Velt",
                .text = "\"It was a failure of nerve, of training and of everything else,\" "
                        "said Nora Velt.",
                .second = "The rescue was slow, a \"failure of nerve\" to some.",
        };

        EXPECT_INT(renderings_of(&p), 2);
}

TEST(a_name_in_marks_is_no_rendering)
{
        static const struct pair p = {
                .said = "The film Harbour Lights made us weep in every port,",
                .who = "Nora Velt",
                .text = "\"The film Harbour Lights made us weep in every port,\" said Nora "
                        "Velt.",
                .second = "Many came to see \"Harbour Lights\" on Monday.",
        };

        EXPECT_INT(renderings_of(&p), 0);
}

TEST(marks_that_nobody_closed_hold_nothing)
{
        static const struct pair p = {
                .said = "It was a failure of nerve, of training and of everything else,",
                .who = "Nora Velt",
                .text = "\"It was a failure of nerve, of training and of everything else,\" "
                        "said Nora Velt.",
                .second = "The rescue was slow, “a failure of nerve to some.",
        };

        EXPECT_INT(renderings_of(&p), 0);
}
