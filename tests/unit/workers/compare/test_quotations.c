/* Quotations of several reports: which are one utterance */
#include <stdio.h>

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

TEST(a_part_without_telling_words_is_a_rendering)
{
        static const struct pair p = {
                .said = "Whatever else we are able to have done by then, we will,",
                .who = "Nora Velt",
                .part = "else we are able to have done by then",
                .other = "Velt",
                .text = "\"Whatever else we are able to have done by then, we will,\" said Nora "
                        "Velt.",
                .second = "Velt spoke of \"else we are able to have done by then\" at noon.",
        };

        EXPECT_INT(renderings_of(&p), 2);
}

static bool in_the_same_words(const char *a_says, const char *b_says)
{
        static struct event_case e;
        char texts[2][200];
        const char *said[] = { a_says, b_says }, *ids[] = { "a", "b" };
        json_auto_t *c = NULL;

        for (int i = 0; i < 2; i++) {
                snprintf(texts[i], sizeof(texts[i]), "“%s” said Ada Lind.", said[i]);
                quoted(given(&e, ids[i], "2026-03-02", texts[i]), said[i], "Ada Lind", NONE);
        }
        c = compared(&e);
        event_done(&e);
        REQUIRE(count(c, "quotes") == 1);
        return json_is_true(json_object_get(entry(c, "quotes", 0), "same_words"));
}

TEST(the_same_words_stand_in_the_same_order)
{
        EXPECT(in_the_same_words("Tonight a new lighthouse opens, and it’s ours.",
                                 "tonight a new lighthouse opens and it's ours,"));
        EXPECT(!in_the_same_words("Tonight a new lighthouse opens, and it’s ours.",
                                  "A new lighthouse opens tonight, and it’s ours."));
}

TEST(a_place_that_seems_to_speak_is_anybody)
{
        static struct event_case e;
        struct report *a = given(&e, "a", "2026-03-02",
                                 "\"It was a wonderful rescue of everybody,\" said Nora Velt.");
        struct report *b = given(&e, "b", "2026-03-02",
                                 "In Ostrin it was called a \"wonderful rescue\" of all.");

        quoted(a, "It was a wonderful rescue of everybody,", "Nora Velt",
               named(a, ENTITY_PERSON, "Nora Velt", 0));
        quoted(b, "wonderful rescue", "Ostrin", named(b, ENTITY_PLACE, "Ostrin", 12));
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "quotes"), 1);
        EXPECT_STR(json_text(entry(c, "quotes", 0), "speaker"), "Nora Velt");
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

/* "failure of nerve" is Nora Velt's in the one report; is it hers, too, who is named so? */
static size_t renderings_by(const char *who, const char *other, enum entity_type type)
{
        static const char said[] = "It was a failure of nerve, of training and of all else,";
        static struct event_case e;
        char texts[2][200];
        struct report *a, *b;
        size_t n;

        snprintf(texts[0], sizeof(texts[0]), "\"%s\" said %s.", said, who);
        snprintf(texts[1], sizeof(texts[1]), "%s called it a \"failure of nerve\".", other);
        a = given(&e, "a", "2026-03-02", texts[0]);
        b = given(&e, "b", "2026-03-02", texts[1]);
        quoted(a, said, who, named(a, ENTITY_PERSON, who, 0));
        quoted(b, "failure of nerve", other, named(b, type, other, 0));
        json_auto_t *c = compared(&e);
        event_done(&e);
        n = count(c, "quotes") ? count(entry(c, "quotes", 0), "variants") : 0;
        return n;
}

TEST(a_name_may_be_longer_in_another_report)
{
        EXPECT_INT(renderings_by("Ana Ruiz", "Ana Ruiz Soto", ENTITY_PERSON), 2);
        EXPECT_INT(renderings_by("Ana Ruiz", "Eva Ruiz Soto", ENTITY_PERSON), 0);
}

TEST(a_body_may_speak_by_one_of_its_people)
{
        EXPECT_INT(renderings_by("Ana Ruiz", "Ostrin Ferries", ENTITY_ORGANIZATION), 2);
}

TEST(a_post_without_marks_is_a_rendering)
{
        static const char said[] =
                "Nobody on the #Marigold had ever been shown how to lower a single boat";
        static struct event_case e;
        struct report *a, *b;

        a = given(&e, "a", "2026-03-02",
                  "\"Nobody on the #Marigold had ever been shown how to lower a single boat\" "
                  "said Nora Velt.");
        b = given(&e, "b", "2026-03-02",
                  "Nobody on the #Marigold had ever been shown how to lower a single boat. The "
                  "owner was silent.");
        (void)b;
        quoted(a, said, "Nora Velt", named(a, ENTITY_PERSON, "Nora Velt", 0));
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "quotes"), 1);
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

TEST(what_a_post_has_in_marks_is_a_rendering)
{
        static const char post[] = "The letter speaks of “a failure of nerve” and no more";
        static struct event_case e;
        struct report *a, *b;

        a = given(
                &e, "a", "2026-03-02",
                "\"It was a failure of nerve, of training and of all else,\" said Nora Velt.");
        b = given(&e, "b", "2026-03-02",
                  "Ole Brandt wrote: The letter speaks of “a failure of nerve” and no more.");
        quoted(a, "It was a failure of nerve, of training and of all else,", "Nora Velt",
               named(a, ENTITY_PERSON, "Nora Velt", 0));
        quoted(b, post, "Ole Brandt", named(b, ENTITY_PERSON, "Ole Brandt", 0));
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "quotes"), 1);
        EXPECT_STR(json_text(entry(c, "quotes", 0), "speaker"), "Nora Velt");
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

/* One report quotes @said of Nora Velt, and the other reports @told. How many renderings. */
static size_t retellings(const char *said, const char *told)
{
        static struct event_case e;
        char texts[2][400];
        struct report *a, *b;
        size_t n;

        snprintf(texts[0], sizeof(texts[0]), "\"%s\" said Nora Velt.", said);
        snprintf(texts[1], sizeof(texts[1]), "Velt said %s.", told);
        a = given(&e, "a", "2026-03-02", texts[0]);
        b = given(&e, "b", "2026-03-02", texts[1]);
        quoted(a, said, "Nora Velt", named(a, ENTITY_PERSON, "Nora Velt", 0));
        quoted(b, told, "Velt", named(b, ENTITY_PERSON, "Velt", 0));
        b->x.quotes[0].direct = false;
        json_auto_t *c = compared(&e);
        event_done(&e);
        n = count(c, "quotes") ? count(entry(c, "quotes", 0), "variants") : 0;
        return n;
}

TEST(reported_speech_in_other_words_is_a_rendering)
{
        static const char said[] = "The ferry had a rotten keel, and nobody looked at it,";

        EXPECT_INT(retellings(said, "the keel of the ferry was rotten and nobody looked"), 2);
        EXPECT_INT(retellings(said, "it had a \"rotten keel\" for many years"), 2);
        EXPECT_INT(retellings(said, "the ferry would sail again in May"), 0);
}

TEST(who_denies_it_says_another_thing)
{
        static const char said[] = "We have no sign that the ferry was full of cars,";

        EXPECT_INT(retellings(said, "there was no sign that the ferry was full of cars"), 2);
        EXPECT_INT(retellings(said, "the ferry was full of cars"), 0);
}

/* Utterances, and renderings of all of them, where the one report quotes each of @said of Nora
 * Velt and the other tells @told, in marks or not. */
static void expect_utterances(const char *const said[2], const char *told, bool direct,
                              size_t utterances, size_t renderings)
{
        static struct event_case e;
        char texts[2][400];
        struct report *a, *b;
        int velt;
        size_t n = 0;

        snprintf(texts[0], sizeof(texts[0]), "\"%s\" said Nora Velt. \"%s\" she said.", said[0],
                 said[1]);
        snprintf(texts[1], sizeof(texts[1]), "\"%s\" said Nora Velt.", told);
        a = given(&e, "a", "2026-03-02", texts[0]);
        b = given(&e, "b", "2026-03-02", texts[1]);
        velt = named(a, ENTITY_PERSON, "Nora Velt", 0);
        for (size_t i = 0; i < 2; i++)
                quoted(a, said[i], "Nora Velt", velt);
        quoted(b, told, "Nora Velt", named(b, ENTITY_PERSON, "Nora Velt", 0));
        b->x.quotes[0].direct = direct;
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "quotes"), utterances);
        for (size_t i = 0; i < count(c, "quotes"); i++)
                n += count(entry(c, "quotes", i), "variants");
        EXPECT_INT(n, renderings);
}

TEST(two_sentences_of_one_report_may_be_one_of_another)
{
        static const char *const said[] = { "You have sailed this ferry for eleven years.",
                                            "There is no harbour but this one." };

        expect_utterances(
                said,
                "You have sailed this ferry for eleven years, there is no harbour but "
                "this one,",
                true, 2, 4);
}

TEST(two_utterances_may_be_told_in_one_clause)
{
        static const char *const said[] = {
                "The keel of the Marigold was rotten from the start,",
                "Nobody ever inspected the bow doors of the ferry,"
        };

        expect_utterances(said,
                          "the keel of the Marigold was rotten from the start and nobody ever "
                          "inspected the bow doors",
                          false, 2, 4);
}

TEST(a_whole_sentence_needs_no_words_that_tell)
{
        static struct pair p = {
                .said = "I think that we will do it for them now, and that is how it has to be.",
                .who = "Nora Velt",
                .part = "That is how it has to be.",
                .other = "Velt",
                .text = "\"I think that we will do it for them now, and that is how it has to be.\" "
                        "said Nora Velt.",
                .second = "Then Velt added: \"That is how it has to be.\"",
        };

        EXPECT_INT(renderings_of(&p), 2);
        p.part = "That is how it";
        p.second = "Then Velt added: \"That is how it\"";
        EXPECT_INT(renderings_of(&p), 0);
}

TEST(what_a_reporter_puts_into_a_quotation_does_not_count)
{
        static const struct pair p = {
                .said = "They have been neglecting it for many years.",
                .who = "Nora Velt",
                .part = "neglecting [the Marigold and her crew] for many years",
                .other = "Velt",
                .text = "\"They have been neglecting it for many years.\" said Nora Velt.",
                .second = "Velt called it \"neglecting [the Marigold and her crew] for many "
                          "years\".",
        };

        EXPECT_INT(renderings_of(&p), 2);
}

/* What the other report tells of it. */
TEST(a_verb_that_tells_is_part_of_what_is_reported)
{
        static struct event_case e;
        static const char said[] = "Congratulations to the crew of the Marigold!";
        struct report *a =
                given(&e, "a", "2026-03-02",
                      "\"Congratulations to the crew of the Marigold!\" said Nora Velt.");
        struct report *b =
                given(&e, "b", "2026-03-02", "Velt congratulated the Marigold on Monday.");

        quoted(a, said, "Nora Velt", named(a, ENTITY_PERSON, "Nora Velt", 0));
        quoted(b, "the Marigold", "Velt", named(b, ENTITY_PERSON, "Velt", 0));
        b->x.quotes[0].direct = false;
        b->x.quotes[0].cue = words_at(&b->x, "congratulated");
        b->x.quotes[0].by.rule = "quotes.reported_noun";
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "quotes"), 1);
        EXPECT_STR(
                json_text(json_array_get(json_object_get(entry(c, "quotes", 0), "variants"), 1),
                          "text"),
                "congratulated the Marigold");
}

TEST(the_title_of_a_work_is_nobodys_words)
{
        static const struct {
                const char *words;
                size_t n;
        } cases[] = {
                { "The Lamps of Vellmar Quay", 0 },
                { "Save the Lamps of Vellmar Quay!", 2 },
                { "The lamps of Vellmar Quay", 2 },
        };

        for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
                char texts[2][120];
                struct pair p = { .said = cases[i].words,
                                  .who = "Nora Velt",
                                  .part = cases[i].words,
                                  .other = "Nora Velt",
                                  .text = texts[0],
                                  .second = texts[1] };

                snprintf(texts[0], sizeof(texts[0]), "Nora Velt sang \"%s\" at noon.", p.said);
                snprintf(texts[1], sizeof(texts[1]), "Nora Velt began with \"%s\".", p.said);
                EXPECT_INT(renderings_of(&p), cases[i].n);
        }
}

/* Two reports tell the same words of Nora Velt, and no marks are there. */
static size_t reported_twice(const char *told)
{
        static struct event_case e;
        static const char *const ids[] = { "a", "b" };
        char texts[2][120];

        for (size_t i = 0; i < ARRAY_SIZE(ids); i++) {
                struct report *r;

                snprintf(texts[i], sizeof(texts[i]),
                         i ? "Nora Velt denied %s." : "At noon Nora Velt denied %s.", told);
                r = given(&e, ids[i], "2026-03-02", texts[i]);
                quoted(r, told, "Nora Velt", named(r, ENTITY_PERSON, "Nora Velt", 0));
                r->x.quotes[0].direct = false;
        }
        json_auto_t *c = compared(&e);
        event_done(&e);
        return count(c, "quotes");
}

TEST(a_topic_alone_is_no_utterance)
{
        EXPECT_INT(reported_twice("the wreck"), 0);
        EXPECT_INT(reported_twice("that the wreck had leaked oil into the harbour"), 1);
}
