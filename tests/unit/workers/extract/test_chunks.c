/* chunks: phrases and verb groups, and whose subject is whose */
#include "tests/unit/test.h"
#include "tests/unit/workers/given.h"
#include "workers/extract/chunks.h"
#include "workers/extract/stages.h"
#include "workers/text/stages.h"

static struct chunks chunks_of(struct document *doc)
{
        struct chunks c;

        REQUIRE(tags_find(doc) == 0);
        REQUIRE(entities_find(doc) == 0);
        REQUIRE(chunks_find(doc, &c) == 0);
        return c;
}

/* The subject of the verb group that holds the word @verb is @subject. */
static void expect_subject(const char *text, const char *verb, const char *subject)
{
        struct document *doc = given(text);
        struct chunks c = chunks_of(doc);

        for (size_t i = 0; i < doc->n_tokens; i++) {
                const struct chunk *k = chunk_at(&c, i);
                struct phrase p;

                if (!document_is(doc, i, verb) || !k || k->kind != CHUNK_VERB)
                        continue;
                p = chunk_subject(doc, &c, k);
                EXPECT_STR(phrase_is_none(p) ? NULL : document_copy(doc, phrase_span(doc, p)),
                           subject);
                return;
        }
        test_fail(__FILE__, __LINE__, "'%s' is no verb in '%s'", verb, text);
}

TEST(a_subject_stands_before_its_verb)
{
        expect_subject("The mayor has not been told.", "told", "The mayor");
        expect_subject("Anna Berg repeatedly warned them.", "warned", "Anna Berg");
        expect_subject("The mayor on Monday warned them.", "warned", "The mayor");
        expect_subject("Clerks in the town since 2014 have warned them.", "warned",
                       "Clerks in the town");
}

TEST(a_phrase_takes_in_what_is_attached_to_it)
{
        expect_subject("A spokesman for the ministry warned them.", "warned",
                       "A spokesman for the ministry");
        expect_subject("Experts on trade and tariffs warned them.", "warned",
                       "Experts on trade and tariffs");
}

TEST(half_a_name_is_no_verb)
{
        expect_subject("The United Nations Security Council passed a plan.", "passed",
                       "The United Nations Security Council");
        expect_subject("The United Kingdom thoroughly briefed its allies.", "briefed",
                       "The United Kingdom");
        expect_subject("The talks in the United States failed.", "failed",
                       "The talks in the United States");
}

TEST(that_goes_back_to_a_noun)
{
        expect_subject("The rebels that attacked the base fled.", "attacked", "The rebels");
        expect_subject("A law that now bans geese passed.", "bans", "A law");
        expect_subject("He saw the girls that were freed.", "freed", "the girls");
        expect_subject("He told bakers that was wrong.", "was", "that");
        expect_subject("He said that was wrong.", "was", "that");
}

TEST(what_a_preposition_governs_is_no_subject)
{
        expect_subject("Problems due to the drought and the heat forced him out.", "forced",
                       "Problems");
        expect_subject("The rules set up in the charter of the town are old and help nobody.",
                       "help", "The rules set up in the charter of the town");
        expect_subject("The mayor during a visit to Lund warned them.", "warned", "The mayor");
        expect_subject("Many of them warned him.", "warned", "Many of them");
        expect_subject("Disputes between the guild and the bank soon surfaced.", "surfaced",
                       "Disputes");
        expect_subject("The road through the hills of Lund divides them.", "divides",
                       "The road");
}

TEST(what_a_verb_governs_gives_way_to_a_subject)
{
        expect_subject("He left the town and the mayor warned them.", "warned", "the mayor");
        expect_subject("The guild meets in May and lawmakers warned them.", "warned",
                       "lawmakers");
        expect_subject("Police locked down the school and Berg warned them.", "warned", "Berg");
}

TEST(participles_stand_behind_a_genitive)
{
        expect_subject("Anna Berg's stolen boat was found.", "found",
                       "Anna Berg's stolen boat");
        expect_subject("The mayor's proposed new road failed.", "failed",
                       "The mayor's proposed new road");
        expect_subject("The town's recently elected mayor spoke.", "spoke",
                       "The town's recently elected mayor");
        expect_subject("The pact's remaining partners met.", "met",
                       "The pact's remaining partners");
}

TEST(an_apposition_or_a_relative_clause_parts_subject_and_verb)
{
        expect_subject("Anna Berg, the mayor of the town, warned them.", "warned", "Anna Berg");
        expect_subject("Anna Berg, who lives in Bern, warned them.", "warned", "Anna Berg");
        expect_subject("Anna Berg, who lives in Bern, warned them.", "lives", "Anna Berg");
}

TEST(what_a_clause_without_a_pronoun_ends_with_is_no_subject)
{
        expect_subject("The man she met in the mill warned them.", "warned", "The man");
        expect_subject("The lawyer she hired warned them.", "warned", "The lawyer");
        expect_subject("The clerk thinks Anna Berg left the firm closed.", "left", "Anna Berg");
        expect_subject("She told the lawyer at a meeting the mayor in Bern warned them.",
                       "warned", "the mayor in Bern");
}

TEST(a_slash_before_a_day_is_no_part_of_a_phrase)
{
        struct document *doc = given("The mayor read the Herald/Monday edition in Lund.");
        struct chunks c = chunks_of(doc);

        REQUIRE(document_is(doc, 5, "/") && document_is(doc, 6, "monday"));
        REQUIRE(chunk_at(&c, 4));
        EXPECT_INT(chunk_at(&c, 4)->end, 5);
}

TEST(what_a_relative_clause_ends_with_is_no_subject)
{
        expect_subject("A gunman who robbed a bank in Bern was arrested.", "arrested",
                       "A gunman");
        expect_subject("Farmers who took part in protests against the law were arrested.",
                       "arrested", "Farmers");
        expect_subject("A clerk who said the bank in Bern was closed went home.", "closed",
                       "the bank in Bern");
        expect_subject("People who work where the law of Bern is broken went home.", "broken",
                       "the law of Bern");
}

TEST(verbs_that_are_joined_share_a_subject)
{
        expect_subject("Anna Berg met them and warned them.", "warned", "Anna Berg");
        expect_subject("Anna Berg left, warning them.", "warning", "Anna Berg");
        expect_subject("Opening the talks, Anna Berg warned them.", "opening", "Anna Berg");
}

TEST(a_group_knows_its_form)
{
        struct document *doc = given("The road was not closed. It will open.");
        struct chunks c = chunks_of(doc);
        const struct chunk *closed = chunk_at(&c, 4), *open = chunk_at(&c, 7);

        REQUIRE(closed && open);
        EXPECT(closed->passive);
        EXPECT(closed->negated);
        EXPECT(open->modal != UINT32_MAX);
        EXPECT_INT(open->form, VERB_FINITE);
}

TEST(a_run_of_modifiers_without_a_noun_is_read_once)
{
        enum { TIMES = 200, PHRASE_MOST = 50 };
        static char text[TIMES * 16 + 64];
        char *p = stpcpy(text, "She saw ");
        struct document *doc;
        struct chunks c;

        for (int i = 0; i < TIMES; i++)
                p = stpcpy(p, "important ");
        stpcpy(p, "boats in the harbour.");
        doc = given(text);
        c = chunks_of(doc);
        REQUIRE(doc->tokens[100].upos == UPOS_ADJ);
        for (size_t i = 0; i < c.n; i++)
                EXPECT(c.items[i].end - c.items[i].first < PHRASE_MOST);
}

TEST(a_day_before_a_phrase_is_no_part_of_it)
{
        expect_subject("On Monday sailors warned them.", "warned", "sailors");
        expect_subject("Late Monday night sailors warned them.", "warned", "sailors");
        expect_subject("The mayor said Monday sailors warned them.", "warned", "sailors");
        expect_subject("The mayor said on Monday sailors warned them.", "warned", "sailors");
        expect_subject("On Friday prayers were held in Bern.", "held", "Friday prayers");
}
