/* Which figures are ages, and whose. */
#include "base/macros.h"
#include "tests/unit/workers/compare/report.h"
#include "workers/compare/account.h"
#include "workers/compare/ages.h"

static const char FERRY[] = "2026-03-02T21:00:00Z";

/* The age in @text, which stands on @words, and by which name it knows whose it is; "": by
 * none. */
static void expect_aged(const char *text, const char *words, const char *name)
{
        static const char *const people[] = { "Ana Ferr", "Olav Berg" };
        static struct event_case e;
        struct report *r = given(&e, "a", FERRY, text);
        struct account *a;
        int who;

        for (size_t i = 0; i < ARRAY_SIZE(people); i++)
                named(r, ENTITY_PERSON, people[i], 0);
        named(r, ENTITY_ORGANIZATION, "Harbour House", 0);
        counted(r, words, 61, NULL, BOUND_EXACT);
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
        EXPECT(figure_is_age(a, &r->x.quantities[0]) ||
               figure_is_bare_age(a, &r->x.quantities[0]));
        who = figure_aged(a, r->x.sentences[0], r->x.quantities[0].span);
        EXPECT_STR(who < 0 ? "" : r->x.entities[who].name, name);
        event_done(&e);
}

/* Is the 61 of @text an age, which the extraction took for @years, or for a number? */
static void expect_bare_age(const char *text, bool years, bool age)
{
        static struct event_case e;
        struct report *r = given(&e, "a", FERRY, text);
        struct account *a;

        if (years)
                lasted(r, "61", 61, "year", NULL, BOUND_EXACT);
        else
                counted(r, "61", 61, NULL, BOUND_EXACT);
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
        if (figure_is_bare_age(a, &r->x.quantities[0]) != age)
                test_fail(__FILE__, __LINE__, "'%s' has %s", text, age ? "no age" : "an age");
        event_done(&e);
}

TEST(an_age_is_of_the_name_beside_it)
{
        expect_aged("After Olav Berg left, Ana Ferr, 61, took over.", "61", "Ana Ferr");
        expect_aged("After Olav Berg left, 61-year-old Ana Ferr took over.", "61", "Ana Ferr");
        expect_aged("After Olav Berg left, 61-year-old Dane Ana Ferr took over.", "61",
                    "Ana Ferr");
        expect_aged("Olav Berg thanked Ana Ferr, aged 61.", "61", "Ana Ferr");
        expect_aged("Olav Berg and Ana Ferr sold the 61-year-old Harbour House.", "61", "");
        expect_aged("Asked about a 61-year-old — Ana Ferr left.", "61", "");
        expect_aged("Asked about a 61-year-old élève Ana Ferr left.", "61", "");
        expect_aged("They met 61-year-old Émigré Ana Ferr.", "61", "Ana Ferr");
}

TEST(years_are_an_age_behind_its_word)
{
        static const struct {
                const char *text;
                bool age;
        } cases[] = {
                { "She left at the age of 61 for good.", true },
                { "Aged 20 she was jailed for 61 years.", false },
                { "Aged 20, jailed 61 years.", false },
                { "She hid her age. 61 years went by.", false },
                { "She was jailed for 61 years.", false },
        };

        for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
                expect_bare_age(cases[i].text, true, cases[i].age);
}

TEST(an_age_that_the_extraction_tells_is_of_whom_it_says)
{
        static struct event_case e;
        struct report *r = given(&e, "a", FERRY, "Ana Ferr has died in Oslo. She was 61.");
        struct account *a;

        named(r, ENTITY_PERSON, "Olav Berg", 0);
        named(r, ENTITY_PERSON, "Ana Ferr", 0);
        lasted(r, "61", 61, "year", "Ana Ferr", BOUND_EXACT);
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
        EXPECT(figure_is_age(a, &r->x.quantities[0]));
        EXPECT_INT(figure_aged(a, r->x.sentences[1], r->x.quantities[0].span), 1);
        event_done(&e);
}

TEST(a_number_behind_one_person_is_an_age)
{
        static const struct {
                const char *text;
                bool age;
        } cases[] = {
                { "The driver, 61, was led away.", true },
                { "Olav B., 61, was led away.", true },
                { "The actress, 61, was led away.", true },
                { "Al, 61, was led away.", true },
                { "The drivers, 61, were led away.", false },
                { "The harbour, 61, was shut.", false },
                { "The driver, 61 was led away.", false },
        };

        for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
                expect_bare_age(cases[i].text, false, cases[i].age);
}

TEST(of_whoever_has_an_age_the_given_name_is_known)
{
        static struct event_case e;
        struct report *r = given(&e, "a", FERRY, "Ana Ferr, 61, was led away.");
        struct account *a;

        named(r, ENTITY_PERSON, "Ana Ferr", 0);
        counted(r, "61", 61, NULL, BOUND_EXACT);
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
        REQUIRE(a->n_figures == 1 && a->figures[0].kind == SLOT_AGE);
        EXPECT_INT(a->figures[0].value.given, 'a');
        event_done(&e);
}

TEST(an_age_that_stands_by_no_name_is_nobodys)
{
        expect_aged("Olav Berg said a 61-year-old had drowned.", "61", "");
        expect_aged("The 61-year-old thanked Ana Ferr for the boat.", "61", "");
}

/* What the report is read to say of the year of its only age. */
static uint16_t year_of_age(const char *text, const char *words)
{
        static struct event_case e;
        struct report *r = given(&e, "a", FERRY, text);
        struct time_expression *t =
                arena_push(r->arena, &r->x.times, &r->x.n_times, sizeof(*t));
        struct account *a;
        uint16_t year;

        REQUIRE(t);
        *t = (struct time_expression){ .span = words_at(&r->x, "2014"),
                                       .type = TIME_DATE,
                                       .value = "2014",
                                       .by = { 900, "test" } };
        counted(r, words, 61, NULL, BOUND_EXACT);
        REQUIRE(account_digest(&a, r->arena, &r->x) == 0);
        REQUIRE(a->n_figures >= 1 && a->figures[0].kind == SLOT_AGE);
        year = a->figures[0].value.year;
        event_done(&e);
        return year;
}

TEST(an_age_is_of_a_year_that_stands_before_it)
{
        EXPECT_INT(year_of_age("In 2014, the 61-year-old left.", "61"), 2014);
        EXPECT_INT(year_of_age("The 61-year-old took the money in 2014.", "61"), 0);
}
