/* Articles that are analysed again: together, and told only where something differs. */
#include "tests/unit/daemon/loop/editor_bench.h"

static uint64_t reprocess(uint64_t event)
{
        struct reprocessing page = { 0 };
        struct txn *txn = begin();

        EXPECT_INT(txn_reprocess(txn, event, &page), 0);
        EXPECT_INT(page.next, 0);
        commit(txn);
        return page.last;
}

/* Event 1 of a and b, analysed again as entries 3 and 4, which stay. */
static void given_a_reprocessed_event(void)
{
        given_an_event_of("ab");
        EXPECT_INT(reprocess(1), 4);
        for (uint64_t number = 3; number <= 4; number++) {
                will(number, LINK_LEFT, 1, 0, number - 2);
                will(number, LINK_JOINED, 1, 0, number);
        }
}

TEST(what_belongs_together_is_linked_together)
{
        given_a_store();
        given_a_reprocessed_event();
        settle("a", 3);
        EXPECT_INT(link_all(), 0);
        EXPECT(!is_dirty(1));
        settle("b", 4);
        EXPECT_INT(link_all(), 2);
        EXPECT_INT(script.replaced, 2);
        EXPECT_INT(script.home, 1);
        EXPECT_INT(event_of(1).n_members, 2);
        the_store_is_sound();
}

TEST(a_batch_that_is_full_takes_in_what_belongs_together)
{
        struct txn *txn;
        size_t n = 0;

        given_a_store();
        given_a_reprocessed_event();
        settle("a", 3);
        settle("b", 4);
        txn = begin();
        EXPECT_INT(editor_link(bench.editor, txn, 1, &n), 0);
        commit(txn);
        EXPECT_INT(n, 2);
        the_store_is_sound();
}

TEST(a_linker_that_is_restored_half_way_waits_again)
{
        given_a_store();
        given_a_reprocessed_event();
        settle("b", 4);
        EXPECT_INT(link_all(), 0);
        editor_free(bench.editor);
        REQUIRE(editor_new(&bench.editor, "0011223344556677", 0) == 0);
        EXPECT_INT(link_all(), 0);
        settle("a", 3);
        EXPECT_INT(link_all(), 2);
        the_store_is_sound();
}

TEST(what_an_aborted_transaction_settled_is_awaited_again)
{
        const struct settled failed = {
                .kind = SETTLED_FAILED, .number = 4, .reason = { "no", 2 }, .attempts = 5
        };
        struct txn *txn;
        size_t n = 0;

        given_a_store();
        given_a_reprocessed_event();
        settle("a", 3);
        txn = begin();
        REQUIRE(txn_put_settled(txn, &failed) == 0);
        EXPECT_INT(editor_link(bench.editor, txn, 10, &n), 0);
        EXPECT_INT(n, 2);
        txn_abort(txn);
        EXPECT_INT(link_all(), 0);
        settle("b", 4);
        EXPECT_INT(link_all(), 2);
        the_store_is_sound();
}

TEST(an_article_that_fails_this_time_stays_as_it_was)
{
        const struct settled failed = {
                .kind = SETTLED_FAILED, .number = 3, .reason = { "no", 2 }, .attempts = 5
        };
        struct txn *txn;

        given_a_store();
        given_an_event_of("ab");
        EXPECT_INT(reprocess(1), 4);
        will(4, LINK_LEFT, 1, 0, 2);
        will(4, LINK_JOINED, 1, 0, 4);
        txn = begin();
        REQUIRE(txn_put_settled(txn, &failed) == 0);
        commit(txn);
        settle("b", 4);
        EXPECT_INT(link_all(), 2);
        fold_all(1);
        EXPECT_INT(event_of(1).n_members, 2);
        the_store_is_sound();
}

TEST(what_differs_is_told_with_the_version_that_was_told_before)
{
        given_a_store();
        given_a_reprocessed_event();
        settle("a", 3);
        settle("b", 4);
        link_all();
        fold_all(1);
        expect_told("updated e1 4<2 new:o00000003 new:o00000004 gone:o00000001 gone:o00000002");
        the_store_is_sound();
}

/* A worker that finds the same: its findings do not bear the number of the entry. */
static void fold_to_the_same(uint64_t event)
{
        struct fold fold;

        read_fold(&fold, event, FOLD_ACCOUNTS_MAX);
        for (uint32_t i = 0; i < fold.result.n_rows; i++) {
                struct buffer bytes = { .limit = 0 };
                struct row_finding finding = { .letter = 'o', .content = i + 1 };
                const struct row_value value = { .n_findings = 1,
                                                 .findings = &finding,
                                                 .body = { "words", 5 } };

                finding.id[3] = (unsigned char)(i + 1);
                row_value_put(&bytes, &value);
                free((void *)fold.rows[i].value.data);
                fold.rows[i].value = (struct blob){ bytes.data, bytes.size };
        }
        write_fold(&fold);
}

TEST(what_does_not_differ_is_a_version_and_no_news)
{
        given_a_store();
        given_a_reprocessed_event();
        settle("a", 3);
        settle("b", 4);
        link_all();
        fold_to_the_same(1);
        expect_nothing_more();
        EXPECT_INT(event_of(1).version, 4);
        EXPECT_INT(event_of(1).told, 2);
        will(5, LINK_JOINED, 1, 0, 5);
        publish("c");
        link_all();
        fold_all(1);
        expect_told("updated e1 5<2 +c new:o00000005");
        the_store_is_sound();
}

TEST(what_has_a_newer_version_on_its_way_is_left_out)
{
        struct reprocessing page = { 0 };
        struct txn *txn;

        given_a_store();
        given_an_event_of("ab");
        EXPECT_INT(put_entry("a", ENTRY_ARTICLE), 3);
        retract("b");
        txn = begin();
        EXPECT_INT(txn_reprocess(txn, 1, &page), 0);
        EXPECT_INT(page.n, 0);
        EXPECT_INT(page.last, 0);
        EXPECT_INT(txn_reprocess(txn, 7, &page), STORE_E_NOT_FOUND);
        commit(txn);
        the_store_is_sound();
}

/* The first half may be linked again before the second is asked for. */
TEST(what_is_analysed_again_already_is_not_once_more)
{
        struct reprocessing page = { 0 };
        struct txn *txn;

        given_a_store();
        given_a_reprocessed_event();
        settle("a", 3);
        settle("b", 4);
        link_all();
        page = (struct reprocessing){ .from = 2, .to = 2 };
        txn = begin();
        EXPECT_INT(txn_reprocess(txn, 1, &page), 0);
        EXPECT_INT(page.n, 0);
        page = (struct reprocessing){ .from = 2 };
        EXPECT_INT(txn_reprocess(txn, 1, &page), 0);
        EXPECT_INT(page.n, 2);
        EXPECT_INT(page.to, 4);
        EXPECT_INT(page.last, 6);
        commit(txn);
        the_store_is_sound();
}
