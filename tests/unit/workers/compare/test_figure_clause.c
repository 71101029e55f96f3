/* The words around a figure, as a reader is told them beside its value. */
#include "base/macros.h"
#include "tests/unit/workers/compare/figure_given.h"

struct clause_case {
        const char *text, *words, *about;
};

/* All are sums. */
static void expect_clauses(const struct clause_case *cases, size_t n)
{
        for (size_t i = 0; i < n; i++) {
                const struct quantity_case q = { QUANTITY_MONEY, cases[i].text, cases[i].words,
                                                 "dollar",       "harbour",     5000 };
                static struct event_case e;
                const struct slot_value *v = figure_in(&e, &q);

                EXPECT_STR(v ? v->about : NULL, cases[i].about);
                event_done(&e);
        }
}

#define CLAUSES(...)                                                                           \
        expect_clauses((struct clause_case[]){ __VA_ARGS__ },                                  \
                       ARRAY_SIZE(((struct clause_case[]){ __VA_ARGS__ })))

TEST(a_sum_is_told_by_its_clause_whatever_noun_stands_beside_it)
{
        CLAUSES({ "The mill, which is old, was sold for $5,000 by the harbour.", "$5,000",
                  "sum: was sold for \u2026 by the harbour" });
}

TEST(a_place_left_empty_at_the_end_is_no_word_of_the_clause)
{
        CLAUSES({ "Berg sold the old mill at $5,000.", "$5,000",
                  "sum: Berg sold the old mill" },
                { "Berg sold the old mill for $5,000.", "$5,000",
                  "sum: Berg sold the old mill for \u2026" },
                { "A mill on $5,000.", "$5,000", "sum: A mill on \u2026" });
}

TEST(what_leads_its_sentence_is_told_by_what_follows)
{
        CLAUSES({ "At $5,000, the mill by the harbour was a bargain, they said.", "$5,000",
                  "sum: the mill by the harbour was a bargain" });
}

TEST(words_that_join_are_left_out)
{
        CLAUSES({ "The mill burnt down, and the owner claimed $5,000 from the town.", "$5,000",
                  "sum: the owner claimed \u2026 from the town" });
}

TEST(a_relative_clause_is_told_with_what_it_is_of)
{
        CLAUSES({ "Berg owned the mill, which cost $5,000 in all.", "$5,000",
                  "sum: Berg owned the mill, which cost \u2026 in all" });
}

TEST(words_are_cut_before_one_that_wants_another)
{
        CLAUSES({ "Berg paid $5,000 for the oldest of all the boats of the town of Ostrin.",
                  "$5,000", "sum: Berg paid \u2026 for the oldest of all the boats" });
}

TEST(a_long_way_before_a_figure_is_not_told)
{
        CLAUSES({ "The oldest of the boats in the harbour of the northern town of Ostrin in "
                  "the far and windy west of the island was worth $5,000 to Berg.",
                  "$5,000",
                  "sum: town of Ostrin in the far and windy west of the island was "
                  "worth \u2026 to Berg" });
}

TEST(what_leads_its_sentence_and_is_told_by_nothing_keeps_its_place)
{
        CLAUSES({ "At $5,000, Berg, who owned it, was silent about the mill.", "$5,000",
                  "sum: At \u2026, Berg, who owned it, was silent" },
                { "At $5,000, which he had, Berg was silent.", "$5,000",
                  "sum: At \u2026, which he had, Berg was silent" },
                { "$5,000 was all that the oldest mill of the town brought.", "$5,000",
                  "sum: \u2026 was all that the oldest mill of the town" });
}

TEST(neither_end_of_a_clause_hangs)
{
        CLAUSES({ "The town paid $5,000 for \u201cthe Sound Star\u201d of Ostrin.", "$5,000",
                  "sum: The town paid \u2026" },
                { "Berg said that it cost him $5,000 \u2013 for her.", "$5,000",
                  "sum: Berg said that it cost him \u2026" });
}
