/* Renderings that are not word for word, or that are a small part of a long quotation */
#include <stdio.h>

#include "tests/unit/workers/compare/report.h"

/* A report that quotes Nora Velt, and nothing else. */
static void says(struct event_case *e, const char *id, const char *const *said, size_t n)
{
        static char texts[REPORTS_MAX][1500];
        char *text = texts[e->n];
        size_t size = 0;
        struct report *r;
        int velt;

        for (size_t i = 0; i < n; i++)
                size += (size_t)snprintf(text + size, sizeof(texts[0]) - size,
                                         "\"%s\" said Nora Velt.\n", said[i]);
        r = given(e, id, "2026-03-02", text);
        velt = named(r, ENTITY_PERSON, "Nora Velt", 0);
        for (size_t i = 0; i < n; i++)
                quoted(r, said[i], "Nora Velt", velt);
}

/* How many renderings there are of what one report quotes, and another in other words. */
static size_t renderings_of(const char *said, const char *part)
{
        static struct event_case e;
        size_t n;

        says(&e, "a", &said, 1);
        says(&e, "b", &part, 1);
        json_auto_t *c = compared(&e);
        event_done(&e);
        n = count(c, "quotes") ? count(entry(c, "quotes", 0), "variants") : 0;
        return n;
}

static const char long_sentence[] =
        "The harbour master of Ostrin meets engineers, pilots, insurers, welders and divers "
        "beside the dry dock, where shipyard inspectors, brokers and marine surveyors examine "
        "propellers, rudders, gearboxes, pumps and turbines that corrosion destroyed, and "
        "tells them how we intend to go from here.";

TEST(words_put_in_do_not_part_what_is_quoted)
{
        EXPECT_INT(
                renderings_of("I really believe in what you did here for the ferry,",
                              "I do really believe in all of what you did for the ferry, and "
                              "in the widows who came to the chapel with lamps and flags,"),
                2);
}

TEST(a_clause_of_a_long_sentence_is_a_rendering)
{
        EXPECT_INT(renderings_of(long_sentence,
                                 "pumps and turbines that corrosion destroyed, and tells them "
                                 "how we intend to go from here,"),
                   2);
        EXPECT_INT(renderings_of(long_sentence, "corrosion tells us how they intend to stay"),
                   0);
}

TEST(a_sentence_joins_all_that_it_was_put_together_from)
{
        static const char *const apart[] = {
                "Captain Holm admits steering too near the pier.",
                "He at once apologized.",
        };
        static const char *const whole[] = {
                "Captain Holm admits steering a little too near the old pier, for which he at "
                "once apologized and paid,",
        };
        static struct event_case e;

        says(&e, "a", apart, ARRAY_SIZE(apart));
        says(&e, "b", whole, ARRAY_SIZE(whole));
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "quotes"), 2);
}

/* One report has two words of it, and tells the rest; another quotes all. */
TEST(what_is_quoted_joins_what_is_told_in_other_words_too)
{
        static const char *const whole[] = {
                "The harbour master will meet the widows of the crew in the chapel on Monday "
                "to choose another winter route,",
        };
        static struct event_case e;
        struct report *a;
        int velt;

        a = given(
                &e, "a", "2026-03-02",
                "The harbour master will meet the widows of the crew in the chapel, Nora Velt "
                "said, \"to choose another winter route\".");
        velt = named(a, ENTITY_PERSON, "Nora Velt", 0);
        quoted(a, "to choose another winter route", "Nora Velt", velt);
        quoted(a, "The harbour master will meet the widows of the crew in the chapel",
               "Nora Velt", velt);
        a->x.quotes[1].direct = false;
        says(&e, "b", whole, 1);
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "quotes"), 2);
}

/* Whose it is the reports do not agree on; the words are a whole sentence of the one. */
TEST(a_whole_sentence_may_be_given_to_somebody_else)
{
        static struct event_case e;
        static const char said[] = "That ferry will never pass inspection,";
        static const char more[] = "That ferry will never pass inspection, and you may tell so "
                                   "whoever in Ostrin sold the crew that rusty wreck,";
        struct report *a, *b;

        a = given(&e, "a", "2026-03-02",
                  "\"That ferry will never pass inspection,\" said Nora Velt.");
        b = given(&e, "b", "2026-03-02",
                  "\"That ferry will never pass inspection, and you may tell so whoever in "
                  "Ostrin sold the crew that rusty wreck,\" said Ole Brandt.");
        quoted(a, said, "Nora Velt", named(a, ENTITY_PERSON, "Nora Velt", 0));
        quoted(b, more, "Ole Brandt", named(b, ENTITY_PERSON, "Ole Brandt", 0));
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "quotes"), 1);
}

TEST(addresses_behind_a_post_are_none_of_its_words)
{
        static const char *const posts[] = { "Harbours before parties pic.twitter.com/aB1" };
        static const char *const said[] = { "Harbours before parties," };
        static struct event_case e;
        const json_t *variants;

        says(&e, "a", posts, 1);
        says(&e, "b", said, 1);
        json_auto_t *c = compared(&e);
        event_done(&e);
        REQUIRE(count(c, "quotes") == 1);
        variants = json_object_get(entry(c, "quotes", 0), "variants");
        EXPECT_STR(json_text(json_array_get(variants, 0), "text"), "Harbours before parties");
}
