/* Folds that come too late, ledgers that are made anew, and a linker that ran ahead. */
#include "tests/unit/daemon/loop/editor_bench.h"

/* ------------------------------------------------------------ folds that come too late */

TEST(a_fold_of_an_event_that_merged_meanwhile_is_thrown_away)
{
        struct fold late;

        given_a_store();
        given_two_events();
        will(4, LINK_JOINED, 3, 0, 4);
        publish("d");
        link_all();
        read_fold(&late, 3, 32);
        will(5, LINK_JOINED, 1, 0, 5);
        will(5, LINK_MERGED, 3, 1, 0);
        publish("e");
        link_all();
        EXPECT(write_fold(&late).stale);
        fold_all(1);
        expect_told("merged e3 5<3 ->e1 -c");
        expect_told("updated e1 5<2 +c +d +e new:o00000003 new:o00000004 new:o00000005");
        the_store_is_sound();
}

TEST(a_fold_with_an_article_that_left_meanwhile_is_thrown_away)
{
        struct fold late;

        given_a_store();
        given_an_event_of("ab");
        will(3, LINK_JOINED, 1, 0, 3);
        publish("c");
        link_all();
        read_fold(&late, 1, 32);
        will(1003, LINK_LEFT, 1, 0, 3);
        retract("c");
        link_all();
        EXPECT(write_fold(&late).stale);
        fold_all(1);
        expect_told("updated e1 4<2");
        the_store_is_sound();
}

/* A refold is on its way when an entry joins the event and takes other articles out of it. */
TEST(a_refold_begun_for_an_entry_before_is_begun_again)
{
        struct fold late;

        given_a_store();
        given_an_event_of("abcd");
        will(1002, LINK_LEFT, 1, 0, 2);
        retract("b");
        link_all();
        read_fold(&late, 1, 32);
        will(6, LINK_JOINED, 1, 0, 6);
        will(6, LINK_SPLIT, 1, 3, 0);
        will(6, LINK_JOINED, 3, 0, 3);
        will(6, LINK_JOINED, 3, 0, 4);
        publish("e");
        link_all();
        EXPECT(write_fold(&late).stale);
        fold_all(1);
        fold_all(3);
        expect_told("split e1 6<4 ->e3");
        expect_told("updated e1 6<4 +e -b -c -d new:o00000006 gone:o00000002 gone:o00000003 "
                    "gone:o00000004");
        expect_told("created e3 6<0 +c +d new:o00000003 new:o00000004");
        the_store_is_sound();
}

TEST(the_same_fold_twice_counts_once)
{
        struct fold once, twice;

        given_a_store();
        will(1, LINK_FOUNDED, 1, 0, 1);
        publish("a");
        link_all();
        read_fold(&once, 1, 32);
        read_fold(&twice, 1, 32);
        EXPECT(write_fold(&once).published);
        EXPECT(write_fold(&twice).stale);
        expect_told("created e1 1<0 +a new:o00000001");
        expect_nothing_more();
        the_store_is_sound();
}

TEST(a_mark_that_was_left_behind_is_taken_off)
{
        struct txn *txn;

        given_a_store();
        given_an_event_of("a");
        txn = begin();
        REQUIRE(txn_set_dirty(txn, 1, true) == 0);
        commit(txn);
        fold_all(1);
        expect_nothing_more();
        the_store_is_sound();
}

/* ------------------------------------------------------------ refolds */

static void given_a_large_event(uint64_t size)
{
        char id[16];

        for (uint64_t i = 1; i <= size; i++) {
                will(i, i > 1 ? LINK_JOINED : LINK_FOUNDED, 1, 0, i);
                snprintf(id, sizeof(id), "a%llu", (unsigned long long)i);
                publish(id);
        }
        link_all();
        fold_all(1);
}

TEST(a_refold_is_shown_when_it_is_whole)
{
        given_a_store();
        given_a_large_event(40);
        bench.told = 2;
        will(1005, LINK_LEFT, 1, 0, 5);
        retract("a5");
        link_all();
        EXPECT(!fold_some(1, 32).published);
        expect_nothing_more();
        EXPECT_INT(event_of(1).generation, 1);
        EXPECT(fold_some(1, 32).published);
        expect_told("updated e1 41<40 -a5 gone:o00000005");
        EXPECT_INT(event_of(1).generation, 2);
        the_store_is_sound();
}

TEST(an_article_that_comes_during_a_refold_is_in_it)
{
        given_a_store();
        given_a_large_event(40);
        bench.told = 2;
        will(1005, LINK_LEFT, 1, 0, 5);
        retract("a5");
        link_all();
        fold_some(1, 32);
        will(42, LINK_JOINED, 1, 0, 42);
        publish("new");
        link_all();
        fold_all(1);
        expect_told("updated e1 42<40 +new -a5 new:o0000002a gone:o00000005");
        the_store_is_sound();
}

TEST(a_second_loss_during_a_refold_begins_anew)
{
        given_a_store();
        given_a_large_event(40);
        bench.told = 2;
        will(1005, LINK_LEFT, 1, 0, 5);
        will(1006, LINK_LEFT, 1, 0, 6);
        retract("a5");
        link_all();
        fold_some(1, 32);
        retract("a6");
        link_all();
        fold_all(1);
        expect_told("updated e1 42<40 -a5 -a6 gone:o00000005 gone:o00000006");
        EXPECT_INT(event_of(1).generation, 3);
        the_store_is_sound();
}

static int count_row(void *context, const struct blob *key, const struct blob *value)
{
        (void)key;
        (void)value;
        ++*(size_t *)context;
        return 0;
}

static size_t rows_of(uint32_t generation)
{
        struct txn *txn;
        size_t n = 0;

        REQUIRE(txn_begin_read(bench.store, &txn) == 0);
        REQUIRE(txn_each_row(txn, 1, generation, UINT64_MAX, count_row, &n) == 0);
        txn_abort(txn);
        return n;
}

TEST(the_last_generations_are_kept_and_older_ones_dropped)
{
        bool more = true;

        given_a_store();
        given_an_event_of("abcdefgh");
        for (uint64_t i = 2; i <= 7; i++) {
                const char id[] = { (char)('a' + i - 1), '\0' };

                will(1000 + i, LINK_LEFT, 1, 0, i);
                retract(id);
                link_all();
                fold_all(1);
        }
        EXPECT_INT(event_of(1).generation, 7);
        while (more) {
                struct txn *txn = begin();

                REQUIRE(edition_sweep(txn, 1, &more) == 0);
                commit(txn);
        }
        EXPECT_INT(event_of(1).oldest, 3);
        EXPECT_INT(rows_of(2), 0);
        EXPECT_INT(rows_of(3), 6);
        EXPECT_INT(rows_of(7), 2);
        the_store_is_sound();
}

/* ------------------------------------------------------------ memory and store */

TEST(a_linker_that_ran_ahead_is_restored)
{
        struct txn *txn;
        size_t n;

        given_a_store();
        given_an_event_of("abc");
        will(4, LINK_JOINED, 1, 0, 4);
        publish("d");
        txn = begin();
        REQUIRE(editor_link(bench.editor, txn, 100, &n) == 0);
        txn_abort(txn); /* the disk was full, or another work failed */
        script.restored = 0;
        EXPECT_INT(link_all(), 1);
        EXPECT_INT(script.restored, 3);
        fold_all(1);
        expect_told("updated e1 4<3 +d new:o00000004");
        the_store_is_sound();
}

TEST(a_linker_that_is_in_step_is_not_restored)
{
        given_a_store();
        given_an_event_of("abc");
        EXPECT_INT(link_all(), 0);
        EXPECT_INT(script.made, 1);
        the_store_is_sound();
}

TEST(the_feed_keeps_what_it_was_told_to_keep)
{
        struct txn *txn;

        given_a_store_keeping(2);
        given_an_event_of("a");
        for (uint64_t i = 2; i <= 5; i++) {
                const char id[] = { (char)('a' + i - 1), '\0' };

                will(i, LINK_JOINED, 1, 0, i);
                publish(id);
                link_all();
                fold_all(1);
        }
        REQUIRE(txn_begin_read(bench.store, &txn) == 0);
        EXPECT_INT(txn_feed_start(txn), 4);
        EXPECT_INT(txn_feed_end(txn), 5);
        txn_abort(txn);
        the_store_is_sound();
}
