/* What sources agree on, in one line */
#include "cli/agreement.h"
#include "tests/unit/test.h"

static void expect(const char *json, const char *expected)
{
        json_auto_t *agreement = json_loads(json, 0, NULL);
        struct buffer line = { 0 };

        REQUIRE(agreement);
        agreement_put(&line, agreement);
        EXPECT_STR(buffer_text(&line), expected);
        buffer_clear(&line);
}

TEST(a_sentence_speaks_for_itself_and_so_does_an_act)
{
        expect("{\"rule\":\"compare.sentence\",\"about\":\"The ferry sank.\",\"value\":null}",
               "The ferry sank.");
        expect("{\"rule\":\"compare.act\",\"about\":\"The owner met divers.\",\"value\":\"meet\"}",
               "The owner met divers.");
}

TEST(a_figure_is_told_with_the_shortest_sentence_that_proves_it)
{
        expect("{\"rule\":\"compare.figure\",\"about\":\"number of people killed\",\"value\":\"15\","
               "\"evidence\":[{\"text\":\"The coast guard counted fifteen dead off Vellmar.\"},"
               "{\"text\":\"Off Vellmar 15 died.\"}]}",
               "number of people killed: 15 · Off Vellmar 15 died.");
}

TEST(what_all_name_is_told_as_named)
{
        expect("{\"rule\":\"compare.topic\",\"about\":\"Ostrin Ferries\",\"value\":null}",
               "all name Ostrin Ferries");
        expect("{\"rule\":\"compare.date\",\"about\":\"day that is named\",\"value\":\"2026-03-02\"}",
               "all name 2026-03-02");
        expect("{\"about\":\"a\\u001bb\"}", "a\\x1bb");
}
