/* Whose an utterance is that several reports have. */
#include <stdio.h>

#include "tests/unit/workers/compare/report.h"
#include "workers/compare/account.h"

/* The speaker of one utterance that the reports give to these, each as sure as given. */
struct voice {
        const char *name;
        enum entity_type type;
        const char *mark; /* the word that stands for the name, or NULL */
        uint16_t confidence;
};

static const char *chosen_of(const struct voice *voices, size_t n)
{
        static const char said[] = "We will examine the engine of every ferry again,";
        static char texts[4][200], speaker[64];
        static struct event_case e;
        static const char *const ids[] = { "a", "b", "c", "d" };

        for (size_t i = 0; i < n; i++) {
                const struct voice *v = &voices[i];
                struct report *r;
                int entity;

                snprintf(texts[i], sizeof(texts[i]), "%s came. \"%s\" %s said.", v->name, said,
                         v->mark ? v->mark : v->name);
                r = given(&e, ids[i], NULL, texts[i]);
                entity = v->type == ENTITY_OTHER ? (int)NONE : named(r, v->type, v->name, 0);
                quoted(r, said, v->mark ? v->mark : v->name, entity);
                r->x.quotes[0].speaker.name = v->name;
                r->x.quotes[0].by.confidence = v->confidence;
        }
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "quotes"), 1);
        snprintf(speaker, sizeof(speaker), "%s", json_text(entry(c, "quotes", 0), "speaker"));
        return speaker;
}

TEST(whom_a_pronoun_means_is_less_sure_than_who_is_named)
{
        static const struct voice voices[] = {
                { "Christabel Venn", ENTITY_PERSON, "she", 900 },
                { "Nora Velt", ENTITY_PERSON, NULL, 900 },
        };

        EXPECT_STR(chosen_of(voices, 2), "Nora Velt");
}

TEST(a_body_comes_before_a_spokesman_who_may_be_of_any)
{
        static const struct voice voices[] = {
                { "ferry company spokeswoman", ENTITY_OTHER, NULL, 950 },
                { "Ostrin Ferries", ENTITY_ORGANIZATION, NULL, 700 },
        };

        EXPECT_STR(chosen_of(voices, 2), "Ostrin Ferries");
}

TEST(an_official_comes_before_the_body)
{
        static const struct voice voices[] = {
                { "Ostrin Ferries", ENTITY_ORGANIZATION, NULL, 950 },
                { "senior harbour official", ENTITY_OTHER, NULL, 700 },
        };

        EXPECT_STR(chosen_of(voices, 2), "senior harbour official");
}

TEST(those_who_are_surest_together_say_who_speaks)
{
        static const struct voice voices[] = {
                { "Christabel Venn", ENTITY_PERSON, NULL, 950 },
                { "Nora Velt", ENTITY_PERSON, NULL, 600 },
                { "Nora Velt", ENTITY_PERSON, NULL, 600 },
        };

        EXPECT_STR(chosen_of(voices, 3), "Nora Velt");
}

TEST(of_two_who_are_about_as_sure_more_reports_know_one)
{
        static const struct voice voices[] = {
                { "Christabel Venn", ENTITY_PERSON, NULL, 900 },
                { "Nora Velt", ENTITY_PERSON, NULL, 500 },
                { "Nora Velt", ENTITY_PERSON, NULL, 390 },
        };

        EXPECT_STR(chosen_of(voices, 3), "Nora Velt");
}

TEST(of_one_family_those_speak_whom_more_reports_name)
{
        static const struct voice voices[] = {
                { "Wilhelmina Velt", ENTITY_PERSON, NULL, 900 },
                { "Nora Velt", ENTITY_PERSON, NULL, 800 },
                { "Nora Velt", ENTITY_PERSON, NULL, 800 },
                { "Velt", ENTITY_PERSON, NULL, 900 },
        };

        EXPECT_STR(chosen_of(voices, 4), "Nora Velt");
}

TEST(whom_himself_means_is_less_sure_than_who_is_named)
{
        static const struct voice voices[] = {
                { "Christabel Venn", ENTITY_PERSON, "herself", 900 },
                { "Nora Velt", ENTITY_PERSON, NULL, 800 },
        };

        EXPECT_STR(chosen_of(voices, 2), "Nora Velt");
}

TEST(a_family_name_is_that_of_the_one_who_bears_it)
{
        static const char said[] = "We will examine the engine of every ferry again,";
        static const char *const named_too[] = { NULL, "Ole Velt" };
        static const char *const speakers[] = { "Nora Velt", "Ms. Velt" };

        for (size_t i = 0; i < ARRAY_SIZE(named_too); i++) {
                static struct event_case e;
                struct report *a, *b;

                a = given(&e, "a", "2026-03-02",
                          "Nora Velt met Ole Velt. \"We will examine the engine of every ferry "
                          "again,\" Ms. Velt said.");
                b = given(&e, "b", "2026-03-02",
                          "\"We will examine the engine of every ferry again,\" the captain "
                          "said.");
                named(a, ENTITY_PERSON, "Nora Velt", 0);
                if (named_too[i])
                        named(a, ENTITY_PERSON, named_too[i], 0);
                quoted(a, said, "Ms. Velt", NONE);
                quoted(b, said, "the captain", NONE);
                json_auto_t *c = compared(&e);
                event_done(&e);
                EXPECT_STR(json_text(entry(c, "quotes", 0), "speaker"), speakers[i]);
        }
}

TEST(whose_statement_it_is_speaks_in_it)
{
        static const struct voice owned[] = { { "the harbour's first statement", ENTITY_OTHER,
                                                NULL, 900 },
                                              { "the statement", ENTITY_OTHER, NULL, 900 } };
        static const struct voice sent[] = {
                { "a statement by Nora Velt, who leads the board", ENTITY_OTHER, NULL, 900 },
                { "the statement", ENTITY_OTHER, NULL, 900 },
        };
        static const struct voice lawyer[] = { { "the harbour's lawyer's statement",
                                                 ENTITY_OTHER, NULL, 900 },
                                               { "the statement", ENTITY_OTHER, NULL, 900 } };
        static const struct voice pronoun[] = { { "its statement", ENTITY_OTHER, NULL, 900 },
                                                { "the captain", ENTITY_OTHER, NULL, 900 } };
        static const struct voice unknown[] = {
                { "Their statement", ENTITY_OTHER, NULL, 900 },
                { "Their statement", ENTITY_OTHER, NULL, 900 },
        };
        static const struct voice body[] = { { "a police statement", ENTITY_OTHER, NULL, 900 },
                                             { "the statement", ENTITY_OTHER, NULL, 900 } };
        static const struct voice name[] = { { "an Ostrin Ferries statement", ENTITY_OTHER,
                                               NULL, 900 },
                                             { "the statement", ENTITY_OTHER, NULL, 900 } };
        static const struct voice none[] = { { "a joint statement", ENTITY_OTHER, NULL, 900 },
                                             { "the captain", ENTITY_OTHER, NULL, 900 } };

        EXPECT_STR(chosen_of(body, 2), "police");
        EXPECT_STR(chosen_of(name, 2), "Ostrin Ferries");
        EXPECT_STR(chosen_of(none, 2), "the captain");
        EXPECT_STR(chosen_of(owned, 2), "harbour");
        EXPECT_STR(chosen_of(lawyer, 2), "harbour's lawyer");
        EXPECT_STR(chosen_of(sent, 2), "Nora Velt");
        EXPECT_STR(chosen_of(pronoun, 2), "the captain");
        EXPECT_STR(chosen_of(unknown, 2), "Their statement");
}

TEST(a_name_that_runs_on_is_misread)
{
        static const struct voice heading[] = { { "Velt Shutdown", ENTITY_PERSON, NULL, 970 },
                                                { "Nora Velt", ENTITY_PERSON, NULL, 800 } };
        static const struct voice son[] = { { "Jan Velt Jr.", ENTITY_PERSON, NULL, 970 },
                                            { "Jan Velt", ENTITY_PERSON, NULL, 800 } };

        static const struct voice title[] = { { "Ostrin Governor", ENTITY_PERSON, NULL, 970 },
                                              { "Nora Velt", ENTITY_PERSON, NULL, 600 } };
        static const struct voice king[] = { { "Anna King", ENTITY_PERSON, NULL, 970 },
                                             { "Nora Velt", ENTITY_PERSON, NULL, 600 } };

        EXPECT_STR(chosen_of(heading, 2), "Nora Velt");
        EXPECT_STR(chosen_of(son, 2), "Jan Velt Jr.");
        EXPECT_STR(chosen_of(title, 2), "Nora Velt");
        EXPECT_STR(chosen_of(king, 2), "Anna King");
}

TEST(a_body_may_be_known_by_its_capitals_alone)
{
        static const struct voice voices[] = {
                { "OF", ENTITY_ORGANIZATION, NULL, 950 },
                { "Ostrin Ferries", ENTITY_ORGANIZATION, NULL, 900 },
        };

        EXPECT_STR(chosen_of(voices, 2), "Ostrin Ferries");
        EXPECT(name_abbreviates("OF", "Ostrin Ferries"));
        EXPECT(!name_abbreviates("OF", "Ostrin Harbour Ferries"));
        EXPECT(!name_abbreviates("O", "Ostrin"));
        EXPECT(!name_abbreviates(NULL, "Ostrin Ferries"));
}

TEST(who_is_named_in_the_words_hardly_says_them)
{
        static const char said[] = "Nora Velt has sailed every ferry of this harbour,";
        static struct event_case e;
        struct report *a =
                given(&e, "a", "2026-03-02",
                      "\"Nora Velt has sailed every ferry of this harbour,\" Christabel "
                      "Venn said.");
        struct report *b =
                given(&e, "b", "2026-03-02",
                      "\"Nora Velt has sailed every ferry of this harbour,\" she said of "
                      "Nora Velt.");

        quoted(a, said, "Christabel Venn", named(a, ENTITY_PERSON, "Christabel Venn", 0));
        quoted(b, said, "Nora Velt", named(b, ENTITY_PERSON, "Nora Velt", 0));
        b->x.quotes[0].by.confidence = 970;
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_STR(json_text(entry(c, "quotes", 0), "speaker"), "Christabel Venn");
}

TEST(a_paper_and_a_document_relay_what_others_say)
{
        static const struct voice paper[] = {
                { "the Ostrin Gazette", ENTITY_ORGANIZATION, NULL, 900 },
                { "the ministry", ENTITY_OTHER, NULL, 900 },
        };
        static const struct voice document[] = {
                { "the report", ENTITY_OTHER, NULL, 900 },
                { "the ministry", ENTITY_OTHER, NULL, 900 },
        };

        EXPECT_STR(chosen_of(paper, 2), "the ministry");
        EXPECT_STR(chosen_of(document, 2), "the ministry");
}

TEST(a_body_is_known_by_its_capitals_and_comes_before_one_who_is_described)
{
        static const struct voice unknown[] = {
                { "Ostrin Ferry Lines", ENTITY_OTHER, NULL, 600 },
                { "the eldest captain", ENTITY_OTHER, NULL, 900 },
        };
        static const struct voice named[] = {
                { "Ostrin Ferries", ENTITY_ORGANIZATION, NULL, 600 },
                { "a witness", ENTITY_OTHER, NULL, 900 },
        };

        EXPECT_STR(chosen_of(unknown, 2), "Ostrin Ferry Lines");
        EXPECT_STR(chosen_of(named, 2), "Ostrin Ferries");
}

/* Whose it is when both reports quote "It was a rotten keel from the first day" of Jan Holm,
 * the first in this sentence. */
static const char *speaker_beside(const char *clause)
{
        static const char said[] = "It was a rotten keel from the first day,";
        static struct event_case e;
        static char speaker[80];
        char text[300];
        struct report *a, *b;

        snprintf(text, sizeof(text), "\"%s\" %s", said, clause);
        a = given(&e, "a", "2026-03-02", text);
        b = given(&e, "b", "2026-03-02",
                  "\"It was a rotten keel from the first day,\" Jan Holm said.");
        quoted(b, said, "Jan Holm", named(b, ENTITY_PERSON, "Jan Holm", 0));
        (void)named(a, ENTITY_PERSON, "Nora Velt", 0);
        quoted(a, said, "Jan Holm", named(a, ENTITY_PERSON, "Jan Holm", 0));
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "quotes"), 1);
        snprintf(speaker, sizeof(speaker), "%s", json_text(entry(c, "quotes", 0), "speaker"));
        return speaker;
}

TEST(two_who_say_it_together_are_both_named)
{
        EXPECT_STR(speaker_beside("Nora Velt and Jan Holm said."), "Nora Velt and Jan Holm");
        EXPECT_STR(speaker_beside("Nora Velt and Harbour Master Jan Holm said."),
                   "Nora Velt and Jan Holm");
        EXPECT_STR(speaker_beside("said Jan Holm and Nora Velt."), "Jan Holm and Nora Velt");
        EXPECT_STR(speaker_beside("said Jan Holm and Nora Velt left."), "Jan Holm");
        EXPECT_STR(speaker_beside("as was heard of Nora Velt and Jan Holm said."), "Jan Holm");
        EXPECT_STR(speaker_beside("as was heard of Captain Nora Velt and Jan Holm said."),
                   "Jan Holm");
        EXPECT_STR(speaker_beside("Jan Holm told Nora Velt."), "Jan Holm");
}
