/* What stands on which side of two figures, before and behind them, and in which year. */
#include "base/macros.h"
#include "tests/unit/workers/compare/report.h"
#include "tests/unit/workers/compare/verdict_given.h"
#include "workers/compare/account.h"
#include "workers/compare/factors.h"
#include "workers/compare/match.h"
#include "workers/compare/counted.h"

static bool factors_of(enum slot_kind kind, struct slot_value a, struct slot_value b,
                       int16_t ret[FIGURE_FACTORS])
{
        struct slot_value values[] = { a, b };
        struct slot slot = { .kind = (uint8_t)kind, .values = values, .n_values = 2 };
        int16_t bases[4];

        figure_bases(&slot, bases);
        return figure_factors(&slot, bases, 0, 1, ret);
}

static int factor_of(enum factor factor, struct slot_value a, struct slot_value b)
{
        int16_t factors[FIGURE_FACTORS];

        REQUIRE(factors_of(SLOT_COUNT, a, b, factors));
        return factors[factor];
}

TEST(the_word_right_behind_a_figure_is_told_from_those_before)
{
        uint32_t sank_boats[] = { 0x1003, 0x2003 }, boats_sank[] = { 0x2003, 0x1003 };
        struct slot_value a = plain(12, 1), b = plain(13, 2);

        a.near = b.near = sank_boats;
        a.n_near = b.n_near = 2;
        a.n_before = b.n_before = 1;
        EXPECT_INT(factor_of(FACTOR_NEXT_SAME, a, b), FACTOR_SCALE);
        b.near = boats_sank;
        EXPECT_INT(factor_of(FACTOR_NEXT_SAME, a, b), 0);
        b.n_before = 2; /* nothing behind it */
        EXPECT_INT(factor_of(FACTOR_NEXT_SAME, a, b), 0);
}

/* Of the 5 boats of the text, whose times are @first and the day of the report. */
static struct slot_value boats(struct event_case *e, const char *text, const char *first,
                               const char *value)
{
        struct report *r = given(e, "a", "2026-03-02T21:00:00Z", text);
        struct time_expression times[] = { time_at(r, first, TIME_DATE, value),
                                           time_at(r, "Monday", TIME_DATE, "2026-03-02") };
        struct account *a;

        counted(r, "5", 5, "boats", BOUND_EXACT);
        r->x.times = times;
        r->x.n_times = ARRAY_SIZE(times);
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
        REQUIRE(a->n_figures > 0);
        return a->figures[0].value;
}

TEST(a_figure_is_of_the_month_or_year_in_its_sentence_not_of_the_day_it_was_told)
{
        static struct event_case e;
        struct slot_value v;

        v = boats(&e, "Last year the ferry rammed 5 boats, she said Monday.", "Last year",
                  "2025");
        EXPECT_INT(v.of_year, 2025);
        EXPECT_INT(v.year, 0); /* no year is printed */
        v = boats(&e, "In May the ferry rammed 5 boats, she said Monday.", "May", "2024-05");
        EXPECT_INT(v.of_year, 2024);
        v = boats(&e, "On 1 May the ferry rammed 5 boats, she said Monday.", "1 May",
                  "2024-05-01");
        EXPECT_INT(v.of_year, 0);
        event_done(&e);
}

TEST(terms_before_a_figure_are_counted)
{
        static struct event_case e;
        struct slot_value v = boats(
                &e, "In May the grey ferry rammed 5 boats, she said Monday.", "May", "2024-05");

        EXPECT(v.n_before > 0);
        EXPECT(v.n_before < v.n_near);
        event_done(&e);
}

TEST(what_is_of_two_years_answers_two_questions)
{
        struct slot_value a = plain(30, 1), b = plain(34, 2);

        a.of_year = 2024;
        EXPECT_INT(factor_of(FACTOR_YEAR_OTHER, a, b), 0);
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_CONFLICT);
        b.of_year = 2025;
        EXPECT_INT(factor_of(FACTOR_YEAR_OTHER, a, b), FACTOR_SCALE);
        EXPECT_INT(verdict_of(SLOT_COUNT, a, b), VERDICT_SCOPE);
        EXPECT_INT(verdict_of(SLOT_DATE, a, b), VERDICT_CONFLICT);
}

static int16_t aged(enum factor which, uint32_t one, char given, uint32_t other, char then)
{
        struct slot_value a = plain(61, 1), b = plain(35, 2);
        int16_t factors[FIGURE_FACTORS];

        a.subject = one;
        a.given = (uint8_t)given;
        b.subject = other;
        b.given = (uint8_t)then;
        REQUIRE(factors_of(SLOT_AGE, a, b, factors));
        return factors[which];
}

TEST(who_has_the_name_and_another_given_name_is_somebody_else)
{
        EXPECT_INT(aged(FACTOR_AGED_SAME, 7, 'k', 7, 'k'), FACTOR_SCALE);
        EXPECT_INT(aged(FACTOR_AGED_SAME, 7, 'k', 7, 0), FACTOR_SCALE);
        EXPECT_INT(aged(FACTOR_AGED_SAME, 7, 'k', 7, 'g'), 0);
        EXPECT_INT(aged(FACTOR_AGED_OTHER, 7, 'k', 7, 'g'), FACTOR_SCALE);
        EXPECT_INT(aged(FACTOR_AGED_OTHER, 7, 'k', 9, 'k'), FACTOR_SCALE);
        EXPECT_INT(aged(FACTOR_AGED_OTHER, 7, 'k', 0, 0), 0);
        EXPECT_INT(aged(FACTOR_SUBJECT_SAME, 7, 'k', 7, 'g'), 0);
}

TEST(a_currency_may_be_told_without_its_country)
{
        struct slot_value a = plain(5, 1), b = plain(6, 2);
        int16_t factors[FIGURE_FACTORS];

        a.unit = "crown";
        b.unit = "NOK";
        EXPECT(factors_of(SLOT_MONEY, a, b, factors));
        a.unit = "krona";
        EXPECT(!factors_of(SLOT_MONEY, a, b, factors));
}

TEST(the_preposition_before_a_figure_is_known)
{
        static struct event_case e;
        static const struct {
                const char *text;
                bool same;
        } cases[] = { { "The fleet grew by 5 boats.", true },
                      { "Its fleet had grown BY 5 boats.", true },
                      { "The fleet grew to 5 boats.", false },
                      { "The fleet lost 5 boats.", false },
                      { "It passed. By 5 boats.", true },
                      { "The hobby 5 boats have.", false } };
        uint8_t by = 0;

        for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
                struct report *r = given(&e, "a", "2026-03-02", cases[i].text);
                struct account *a;
                uint8_t link;

                counted(r, "5", 5, "boats", BOUND_EXACT);
                REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
                REQUIRE(a->n_figures == 1);
                link = a->figures[0].value.link;
                if (i == 0)
                        by = link;
                EXPECT(by != 0);
                EXPECT_INT(link == by, cases[i].same);
        }
        event_done(&e);
}

TEST(links_are_the_same_the_other_or_none)
{
        struct slot_value a = plain(30, 1), b = plain(34, 2);

        EXPECT_INT(factor_of(FACTOR_LINK_SAME, a, b), 0);
        a.link = 1;
        EXPECT_INT(factor_of(FACTOR_LINK_OTHER, a, b), 0);
        b.link = 2;
        EXPECT_INT(factor_of(FACTOR_LINK_SAME, a, b), 0);
        EXPECT_INT(factor_of(FACTOR_LINK_OTHER, a, b), FACTOR_SCALE);
        b.link = 1;
        EXPECT_INT(factor_of(FACTOR_LINK_SAME, a, b), FACTOR_SCALE);
}

TEST(the_dead_of_a_later_report_are_not_fewer)
{
        struct slot_value early = plain(9, 1), late = plain(7, 2);

        bool toll = false;

        early.head = late.head = slot_word("killed", 6, 0, &toll);
        early.toll = late.toll = true;
        early.known = late.known = KNOWN_INSTANT;
        late.minute = 24 * 60;
        REQUIRE(toll);
        EXPECT_INT(verdict_of(SLOT_COUNT, early, late), VERDICT_SCOPE);
        late.value = late.high = late.total = 11000;
        EXPECT_INT(verdict_of(SLOT_COUNT, early, late), VERDICT_UPDATED);
        early.head = late.head = slot_word("missing", 7, 0, &toll);
        late.value = late.high = late.total = 7000;
        EXPECT_INT(verdict_of(SLOT_COUNT, early, late), VERDICT_UPDATED);
        early.head = late.head = slot_word("killed", 6, 0, &toll);
        early.value = early.high = early.total = 250000;
        late.value = late.high = late.total = 247000;
        EXPECT_INT(verdict_of(SLOT_COUNT, early, late), VERDICT_UPDATED); /* counted anew */
}

TEST(what_is_easily_mistaken_must_be_more_alike_to_contradict)
{
        static struct matching matching;
        uint32_t ferry[] = { 0x1003, 0x2003 }, market[] = { 0x5003, 0x6003 };
        struct slot_value values[] = { plain(30, 1), plain(34, 2), plain(40, 1), plain(50, 1) };
        struct slot slot = { .kind = SLOT_COUNT, .values = values, .n_values = 2 };
        int alone;

        for (size_t i = 0; i < ARRAY_SIZE(values); i++) {
                values[i].mention.article = values[i].mention.origin;
                values[i].near = i == 0 ? market : ferry;
                values[i].n_near = 2;
        }
        match_figures(&matching, &slot);
        EXPECT_INT(matching.doubt[0][1], 0);
        values[0].siblings = 1; /* "12 boats and 30 ferries" */
        match_figures(&matching, &slot);
        alone = matching.doubt[0][1];
        EXPECT(alone > 0);
        EXPECT_INT(matching.doubt[1][0], alone);
        slot.kind = SLOT_AGE;
        values[0].subject = values[1].subject = 7; /* "Ana Ferr, 30, and her son, 12" */
        match_figures(&matching, &slot);
        EXPECT_INT(matching.doubt[0][1], 0);
        slot.kind = SLOT_COUNT;
        values[0].siblings = 0;
        slot.n_values = 3; /* of which the third stands in the words of the second */
        match_figures(&matching, &slot);
        EXPECT_INT(matching.doubt[0][1], alone);
        EXPECT_INT(matching.doubt[1][2], 0);
}

TEST(among_many_of_a_kind_two_must_be_more_alike_to_contradict)
{
        static struct matching matching;
        struct slot_value values[6];
        struct slot slot = { .kind = SLOT_COUNT, .values = values };

        for (size_t i = 0; i < ARRAY_SIZE(values); i++) {
                values[i] = plain(30 + (int64_t)i, i == 0 ? 1 : 2);
                values[i].mention.article = values[i].mention.origin;
        }
        for (slot.n_values = 2; slot.n_values <= ARRAY_SIZE(values); slot.n_values++) {
                match_figures(&matching, &slot);
                EXPECT_INT(matching.doubt[0][1] > 0, slot.n_values == ARRAY_SIZE(values));
        }
}
