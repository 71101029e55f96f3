/* Who has the words of whom, and what one origin alone tells or leaves out. */
#include <stdio.h>

#include "tests/unit/workers/compare/report.h"

TEST(a_reprint_has_the_origin_of_what_it_reprints)
{
        static struct event_case e;
        struct report *wire = given(&e, "wire", "2026-03-02T20:00:00Z", WIRE);
        struct report *paper = given(&e, "paper", "2026-03-03T06:00:00Z", WIRE);
        struct report *own = given(&e, "own", "2026-03-03T07:00:00Z", FERRY_B);
        const json_t *k;

        (void)wire, (void)paper, (void)own;
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(json_integer_value(json_object_get(json_object_get(c, "counts"), "origins")),
                   2);
        EXPECT_STR(json_text(entry(c, "articles", 1), "origin"), "wire");
        EXPECT_INT(count(c, "copies"), 1);
        k = entry(c, "copies", 0);
        EXPECT_STR(json_text(k, "from"), "wire");
        EXPECT_STR(json_text(k, "direction"),
                   "undetermined"); /* both may have it from a third */
        EXPECT_INT(count(c, "agreements"), 0);
}

TEST(all_who_reprint_one_text_are_copies_of_each_other)
{
        static struct event_case e;
        static const char *const ids[] = { "a", "b", "c", "d", "e", "f", "g", "h" };

        for (size_t i = 0; i < ARRAY_SIZE(ids); i++)
                given(&e, ids[i], "2026-03-02", WIRE);
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "copies"), 8 * 7 / 2);
}

TEST(a_short_passage_with_a_word_changed_is_a_copy)
{
        static struct event_case e;

        given(&e, "a", "2026-03-02",
              "Ada Lind, the diver who found the wreck of the Marigold below the cliffs of "
              "Vellmar and later sold its bell to a museum, has died in Ostrin.");
        given(&e, "b", "2026-03-02",
              "Friends mourn. Ada Lind, the diver who found the wreck of the Marigold below the "
              "chalk cliffs of Vellmar and later sold its bell, was 91.");
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "copies"), 1);
}

TEST(a_passage_edited_here_and_there_is_a_copy)
{
        static struct event_case e;

        given(&e, "a", "2026-03-02",
              "The owner of the ferry told divers on Sunday of neglect below the waterline and "
              "several other faults in her hull after the inquiry that followed the wreck.");
        given(&e, "b", "2026-03-02",
              "The owner of the ferry told divers on Sunday of neglect below the waterline and "
              "several further faults in her hull behind the inquiry that followed a wreck.");
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "copies"), 1);
}

TEST(a_name_that_is_seen_in_one_report_alone_hides_no_copy)
{
        static struct event_case e;
        struct report *a =
                given(&e, "a", "2026-03-02",
                      "The wreck was found by Ada Lind, a diver from Ostrin, who sold "
                      "the bell of the Marigold to a museum in Vellmar.");

        given(&e, "b", "2026-03-02",
              "The wreck was found by Ada Lind, a diver from Ostrin, who sold the bell of the "
              "Marigold to a museum in Vellmar.");
        named(a, ENTITY_ORGANIZATION, "Ada Lind", 0);
        named(a, ENTITY_PLACE, "Ostrin", 12);
        named(a, ENTITY_PLACE, "Vellmar", 13);
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "copies"), 1);
}

TEST(a_sentence_that_is_the_headline_is_copied_too)
{
        static struct event_case e;
        static const char first[] =
                "A storm on Monday sank the ferry Marigold off the chalk cliffs of Vellmar with "
                "all of its cargo and most of its crew";

        given(&e, "a", "2026-03-02", "Fishing boats came before the coast guard.")->x.title =
                first;
        given(&e, "b", "2026-03-02", "Relatives wait in the harbour.")->x.title = first;
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "copies"), 1);
}

TEST(a_passage_at_the_end_of_two_long_articles_is_a_copy)
{
        static struct event_case e;
        static char texts[2][40000];
        static const char *const ids[] = { "a", "b" };

        for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
                size_t n = 0;

                for (unsigned k = 0; k < 1800; k++)
                        n += (size_t)snprintf(texts[i] + n, sizeof(texts[i]) - n, "w%ua%u%s",
                                              (unsigned)i, k, k % 12 ? " " : ". ");
                snprintf(texts[i] + n, sizeof(texts[i]) - n, "end. %s", WIRE);
                given(&e, ids[i], "2026-03-02", texts[i]);
        }
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "copies"), 1);
}

TEST(who_credits_the_other_has_its_words_from_there)
{
        static struct event_case e;
        static char text[sizeof(WIRE) + 64];
        struct report *paper;
        const json_t *k;

        snprintf(text, sizeof(text), "%s The Harbour Post reported the sinking first.", WIRE);
        paper = given(&e, "paper", "2026-03-02", text);
        named(paper, ENTITY_ORGANIZATION, "Harbour Post", 0);
        given(&e, "origin", "2026-03-03", WIRE)->x.source = "www.harbourpost.example";
        json_auto_t *c = compared(&e);
        event_done(&e);
        k = entry(c, "copies", 0);
        EXPECT_STR(json_text(k, "from"), "origin");
        EXPECT_STR(json_text(k, "direction"), "certain");
        EXPECT_STR(json_text(k, "basis"), "both");
}

static const char PASSAGE[] =
        "The ferry Marigold sank off the cliffs of Vellmar late on Monday after its cargo shifted "
        "in heavy seas and water broke through the bow doors. ";

/* How many origins the wire and a paper have that prints its first sentence and then @rest. */
static int64_t origins_beside(const char *wire, const char *rest)
{
        static struct event_case e;
        static char text[1200];

        snprintf(text, sizeof(text), "%s%s", PASSAGE, rest);
        given(&e, "wire", "2026-03-02", wire);
        given(&e, "paper", "2026-03-03", text);
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "copies"), 1);
        return json_integer_value(json_object_get(json_object_get(c, "counts"), "origins"));
}

static const char IN_OTHER_WORDS[] =
        "Before the coast guard reached Ostrin, those on board had been pulled out of cold water by "
        "fishing boats. Investigators: its owner promised the books will be open.";

static const char BACKGROUND[] =
        " Her sister ship was sold for scrap nine years ago when inspectors found rust in the "
        "frames. Since then the island has had one crossing a day in summer and three a week in "
        "winter, and farmers have asked for a second vessel to carry their cattle to market "
        "before the passes close.";

TEST(a_brief_that_keeps_a_passage_of_a_longer_report_has_its_origin)
{
        static char wire[1200];

        snprintf(wire, sizeof(wire), "%s%s", WIRE, BACKGROUND);
        EXPECT_INT(origins_beside(wire, IN_OTHER_WORDS), 1);
}

TEST(two_reports_of_one_length_in_their_own_words_have_two_origins)
{
        EXPECT_INT(origins_beside(WIRE, IN_OTHER_WORDS), 2);
}

/* The passage that both have is a fourth of it. */
TEST(a_report_edited_all_over_has_the_origin_of_the_other)
{
        static char wire[1200];

        snprintf(wire, sizeof(wire), "%s%s", WIRE, BACKGROUND);
        EXPECT_INT(
                origins_beside(
                        wire,
                        "To carry their cattle to market, farmers have asked for a second vessel: "
                        "one crossing a day in summer is what the island has had. Inspectors "
                        "found rust in the frames, and her sister ship was sold for scrap. It "
                        "promised to open its books, did the owner of the ferry. Out of the cold "
                        "water, fishing boats from the harbour of Ostrin pulled most of those on "
                        "board."),
                1);
}

TEST(who_adds_to_a_copied_passage_has_an_origin_of_its_own)
{
        EXPECT_INT(
                origins_beside(
                        WIRE,
                        "Ada Lind, a diver who lives above the quarry, saw lanterns swing on "
                        "deck shortly before midnight. Her brother telephoned the lighthouse "
                        "keeper, Tomas Brandt, who rang a bell until every family had gathered "
                        "in the chapel."),
                2);
}

TEST(whose_affiliate_is_named_has_written_the_words)
{
        static struct event_case e;
        static char text[sizeof(WIRE) + 64];

        snprintf(text, sizeof(text), "%s Coast TV affiliate Wavecast filmed it.", WIRE);
        named(given(&e, "paper", "2026-03-02", text), ENTITY_ORGANIZATION, "Coast TV", 0);
        given(&e, "origin", "2026-03-03", WIRE)->x.source = "coasttv.example";
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_STR(json_text(entry(c, "copies", 0), "from"), "origin");
        EXPECT_STR(json_text(entry(c, "copies", 0), "direction"), "certain");
}

static void credited(struct report *r, const char *rule)
{
        struct credit *credit =
                arena_push(r->arena, &r->x.credits, &r->x.n_credits, sizeof(*credit));

        REQUIRE(credit);
        *credit = (struct credit){ .by = { 940, rule }, .agency = "Reuters" };
}

/* A credit for the agency whose text is WIRE, by the rule, in a report that shares its first
 * sentence. */
static json_t *credited_by(const char *rule)
{
        static struct event_case e;
        static char text[1200];
        struct report *paper;
        json_t *c;

        snprintf(text, sizeof(text),
                 "%sAda Lind, a diver who lives above the quarry, saw lanterns swing on deck "
                 "shortly before midnight. Her brother telephoned the lighthouse keeper, "
                 "who rang a bell until every family had gathered in the chapel.",
                 PASSAGE);
        given(&e, "wire", "2026-03-02", WIRE)->x.source = "www.reuters.com";
        paper = given(&e, "paper", "2026-03-02", text);
        credited(paper, rule);
        c = compared(&e);
        event_done(&e);
        return c;
}

TEST(who_only_contributed_gave_a_passage_and_not_the_report)
{
        static const char *const rules[] = { "credits.reports", "credits.contributes" };

        for (size_t i = 0; i < ARRAY_SIZE(rules); i++) {
                json_auto_t *c = credited_by(rules[i]);

                EXPECT_STR(json_text(entry(c, "copies", 0), "from"), "wire");
                EXPECT_STR(json_text(entry(c, "copies", 0), "direction"), "certain");
                EXPECT_INT(json_integer_value(
                                   json_object_get(json_object_get(c, "counts"), "origins")),
                           i + 1);
        }
}

TEST(to_whom_one_agency_contributed_have_not_one_report)
{
        static const char *const rules[] = { "credits.reports", "credits.contributes" };
        static struct event_case e;
        static char texts[2][1200];

        snprintf(texts[0], sizeof(texts[0]),
                 "%sAda Lind, a diver who lives above the quarry, saw lanterns swing on deck "
                 "shortly before midnight. Her brother telephoned the lighthouse keeper, "
                 "who rang a bell until every family had gathered in the chapel.",
                 PASSAGE);
        snprintf(texts[1], sizeof(texts[1]),
                 "%sInsurers expect claims of several millions within weeks. Shareholders of "
                 "the company meet behind closed doors in the capital, where ministers have "
                 "asked engineers for drawings of each vessel that was built at the yard.",
                 PASSAGE);
        for (size_t i = 0; i < ARRAY_SIZE(rules); i++) {
                credited(given(&e, "a", "2026-03-02", texts[0]), rules[i]);
                credited(given(&e, "b", "2026-03-02", texts[1]), rules[i]);
                json_auto_t *c = compared(&e);

                event_done(&e);
                EXPECT_INT(count(c, "copies"), 1);
                EXPECT_INT(json_integer_value(
                                   json_object_get(json_object_get(c, "counts"), "origins")),
                           i + 1);
        }
}

/* A credit as the text ends with it. */
static void ends_with_credit(struct report *r, const char *line)
{
        const char *at = strstr(r->x.text, line);

        REQUIRE(at);
        credited(r, "credits.contributes");
        r->x.credits[0].span.start = (uint32_t)(at - r->x.text);
        r->x.credits[0].span.end = r->x.credits[0].span.start + (uint32_t)strlen("Reuters");
}

TEST(what_an_agencys_people_contributed_to_is_its_own_report)
{
        static const char *const lines[] = { "Reuters contributed to this report.",
                                             "Reuters writer Jan Holm contributed." };
        static const char *const rests[] = {
                "Ada Lind, a diver who lives above the quarry, saw lanterns swing on deck shortly "
                "before midnight. Her brother telephoned the lighthouse keeper, who rang a bell.",
                "Insurers expect claims of several millions within weeks. Shareholders of the "
                "company meet behind closed doors in the capital, where ministers want drawings."
        };
        static struct event_case e;
        static char texts[2][1200];

        for (size_t i = 0; i < ARRAY_SIZE(lines); i++) {
                for (size_t k = 0; k < ARRAY_SIZE(rests); k++) {
                        snprintf(texts[k], sizeof(texts[k]), "%s%s %s", PASSAGE, rests[k],
                                 lines[i]);
                        ends_with_credit(given(&e, k ? "b" : "a", "2026-03-02", texts[k]),
                                         lines[i]);
                }
                json_auto_t *c = compared(&e);

                event_done(&e);
                EXPECT_INT(json_integer_value(
                                   json_object_get(json_object_get(c, "counts"), "origins")),
                           2 - i);
        }
}

TEST(two_who_cite_one_newspaper_are_not_its_text)
{
        static const char *const rests[] = {
                "Ada Lind, a diver who lives above the quarry, told the Harbour Post of lanterns "
                "that swung on deck. Her brother telephoned the lighthouse keeper, who rang a bell "
                "until every family had gathered in the chapel.",
                "Insurers expect claims of several millions, the Harbour Post reported. "
                "Shareholders of the company meet behind closed doors in the capital, where "
                "ministers have asked engineers for drawings of each vessel."
        };
        static struct event_case e;
        static char texts[2][1200];

        for (size_t k = 0; k < ARRAY_SIZE(rests); k++) {
                snprintf(texts[k], sizeof(texts[k]), "%s%s", PASSAGE, rests[k]);
                named(given(&e, k ? "b" : "a", "2026-03-02", texts[k]), ENTITY_ORGANIZATION,
                      "Harbour Post", 0);
        }
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "copies"), 1);
        EXPECT_INT(json_integer_value(json_object_get(json_object_get(c, "counts"), "origins")),
                   2);
}

TEST(who_takes_a_paragraph_of_another_and_says_so_has_an_origin_of_its_own)
{
        static struct event_case e;
        static char text[2000];
        const json_t *k;

        snprintf(
                text, sizeof(text),
                "%sSo much the Harbour Post reported. Ada Lind, a diver who lives above the "
                "quarry, saw lanterns swing on deck. Her brother telephoned the lighthouse "
                "keeper, Tomas Brandt, who rang a bell until every family had gathered in the "
                "chapel. Insurers expect claims of several millions within weeks. Shareholders "
                "of the company meet behind closed doors in the capital, where ministers have "
                "asked engineers for drawings of each vessel that was built at the yard. The "
                "island has had one crossing a day in summer and three a week in winter, and "
                "farmers want a second vessel to carry their cattle to market before the passes "
                "close. Nobody has told them who will pay for it.",
                PASSAGE);
        given(&e, "origin", "2026-03-02", WIRE)->x.source = "www.harbourpost.example";
        named(given(&e, "paper", "2026-03-03", text), ENTITY_ORGANIZATION, "Harbour Post", 0);
        json_auto_t *c = compared(&e);
        event_done(&e);
        k = entry(c, "copies", 0);
        EXPECT_STR(json_text(k, "from"), "origin");
        EXPECT_STR(json_text(k, "direction"), "certain");
        EXPECT_INT(json_integer_value(json_object_get(json_object_get(c, "counts"), "origins")),
                   2);
}

TEST(what_one_origin_alone_reports_is_told_with_all_who_reprint_it)
{
        static struct event_case e;

        given(&e, "wire", "2026-03-02T20:00:00Z", WIRE);
        given(&e, "paper", "2026-03-02T20:00:00Z", WIRE);
        json_auto_t *c = compared(&e);
        const json_t *o = entry(c, "only", 0);

        event_done(&e);
        EXPECT_STR(json_text(entry(c, "copies", 0), "direction"), "undetermined");
        EXPECT_STR(json_text(o, "article"), "wire");
        EXPECT_INT(json_array_size(json_object_get(o, "articles")), 2);
}

static const char *const RESIGNED[] = {
        "Velt resigned on Monday over the sinking of the ferry Marigold. The minister knew.",
        "Over the sinking of the ferry Marigold, Velt has resigned. A hearing follows.",
        "After the ferry Marigold sank, harbour chief Velt resigned over the sinking. Rain fell.",
        "The sinking of the ferry Marigold has made Velt resign. Relatives gathered at noon.",
        "Relatives demand answers from the owner. Candles burned in Ostrin through the night.",
};

/* What is left out where each of these reports opens with @lead. */
static json_t *left_out(const char *lead)
{
        static struct event_case e;
        static const char *const ids[] = { "a", "b", "c", "d", "e" };
        static char texts[ARRAY_SIZE(RESIGNED)][400];
        json_t *c;

        for (size_t i = 0; i < ARRAY_SIZE(RESIGNED); i++) {
                snprintf(texts[i], sizeof(texts[i]), "%s%s", lead, RESIGNED[i]);
                given(&e, ids[i], "2026-03-02", texts[i]);
        }
        c = compared(&e);
        event_done(&e);
        return c;
}

TEST(what_all_but_one_carry_is_left_out_by_that_one)
{
        json_auto_t *c = left_out(
                "Boats from Ostrin searched the sea until dark. Divers found nobody alive. The coast guard called them back. ");
        const json_t *m = entry(c, "omissions", 0);

        EXPECT_INT(count(c, "omissions"), 1);
        EXPECT(strstr(json_text(m, "about"), "Velt resigned"));
        EXPECT_STR(json_string_value(json_array_get(json_object_get(m, "articles"), 0)), "e");
}

TEST(what_the_event_is_about_is_told_by_all_if_in_other_words)
{
        json_auto_t *c = left_out("");

        EXPECT_INT(count(c, "omissions"), 0);
}

TEST(what_is_told_in_other_words_is_not_left_out)
{
        static struct event_case e;
        static const char *const ids[] = { "a", "b", "c", "d", "e" };
        static const char lead[] =
                "Boats from Ostrin searched the sea until dark. Divers found nobody alive. The coast guard called them back. ";
        static char texts[ARRAY_SIZE(RESIGNED)][400];

        for (size_t i = 0; i < ARRAY_SIZE(RESIGNED); i++)
                snprintf(texts[i], sizeof(texts[i]), "%s%s", lead, RESIGNED[i]);
        snprintf(
                texts[4], sizeof(texts[4]),
                "%sTheir ferry lies forty fathoms deep; on it, the Marigold, hung a career. Velt, who "
                "ran the harbour, resigned.",
                lead);
        for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
                given(&e, ids[i], "2026-03-02", texts[i]);
        json_auto_t *c = compared(&e);
        event_done(&e);
        EXPECT_INT(count(c, "omissions"), 0);
}
