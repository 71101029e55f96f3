/* What becomes of events, of their versions and of the feed when entries are linked. */
#include "tests/unit/daemon/loop/editor_bench.h"

/* ------------------------------------------------------------ growing */

TEST(an_event_is_created_with_its_first_articles)
{
        given_a_store();
        will(1, LINK_FOUNDED, 1, 0, 1);
        will(2, LINK_JOINED, 1, 0, 2);
        publish("a");
        publish("b");
        EXPECT_INT(link_all(), 2);
        fold_all(1);
        expect_told("created e1 2<0 +a +b new:o00000001 new:o00000002");
        expect_nothing_more();
        the_store_is_sound();
}

TEST(an_event_that_grows_tells_what_came)
{
        given_a_store();
        given_an_event_of("ab");
        will(3, LINK_JOINED, 1, 0, 3);
        publish("c");
        link_all();
        fold_all(1);
        expect_told("updated e1 3<2 +c new:o00000003");
        the_store_is_sound();
}

TEST(batches_make_more_versions_but_the_same_last_one)
{
        given_a_store();
        given_an_event_of("a");
        for (uint64_t i = 2; i <= 4; i++)
                will(i, LINK_JOINED, 1, 0, i);
        publish("b");
        publish("c");
        publish("d");
        link_all();
        fold_some(1, 2);
        EXPECT(is_dirty(1));
        fold_some(1, 2);
        expect_told("updated e1 3<1 +b +c new:o00000002 new:o00000003");
        expect_told("updated e1 4<3 +d new:o00000004");
        EXPECT_INT(event_of(1).version, 4);
        the_store_is_sound();
}

TEST(entries_wait_for_those_before_them)
{
        given_a_store();
        will(2, LINK_FOUNDED, 2, 0, 2);
        put_entry("a", ENTRY_ARTICLE);
        publish("b");
        EXPECT_INT(link_all(), 0);
        the_store_is_sound();
}

TEST(an_event_may_follow_another)
{
        given_a_store();
        given_an_event_of("abcdefgh");
        will(9, LINK_FOUNDED, 9, 0, 9);
        publish("i");
        link_all();
        EXPECT_INT(event_of(9).follows, 1);
        the_store_is_sound();
}

/* ------------------------------------------------------------ losing */

TEST(a_retraction_takes_the_article_and_its_findings_away)
{
        given_a_store();
        given_an_event_of("abc");
        will(1002, LINK_LEFT, 1, 0, 2);
        EXPECT_INT(retract("b"), 4);
        link_all();
        expect_nothing_more(); /* the old version is shown until the new one is whole */
        fold_all(1);
        expect_told("updated e1 4<3 -b gone:o00000002");
        EXPECT_INT(event_of(1).generation, 2);
        the_store_is_sound();
}

TEST(the_last_article_takes_its_event_with_it)
{
        given_a_store();
        given_an_event_of("a");
        will(1001, LINK_LEFT, 1, 0, 1);
        will(1001, LINK_EMPTIED, 1, 0, 0);
        retract("a");
        link_all();
        expect_told("retracted e1 2<1 -a");
        EXPECT(the_last_passes("{\"filter\":{\"origins\":3}}"));
        EXPECT(!the_last_passes("{\"filter\":{\"origins\":4}}"));
        EXPECT_INT(event_of(1).state, EVENT_RETRACTED);
        EXPECT(!is_dirty(1));
        the_store_is_sound();
}

TEST(an_event_that_was_never_told_goes_silently)
{
        given_a_store();
        will(1, LINK_FOUNDED, 1, 0, 1);
        will(1001, LINK_LEFT, 1, 0, 1);
        publish("a");
        retract("a");
        link_all();
        expect_nothing_more();
        EXPECT_INT(event_of(1).state, EVENT_RETRACTED);
        the_store_is_sound();
}

TEST(what_the_linker_has_forgotten_leaves_all_the_same)
{
        given_a_store();
        given_an_event_of("ab");
        retract("b"); /* the linker says nothing */
        link_all();
        fold_all(1);
        expect_told("updated e1 3<2 -b gone:o00000002");
        the_store_is_sound();
}

TEST(a_new_version_that_stays_neither_comes_nor_goes)
{
        given_a_store();
        given_an_event_of("ab");
        will(3, LINK_LEFT, 1, 0, 1);
        will(3, LINK_JOINED, 1, 0, 3);
        publish("a");
        link_all();
        EXPECT_INT(script.replaced, 1);
        fold_all(1);
        expect_told("updated e1 3<2 new:o00000003 gone:o00000001");
        the_store_is_sound();
}

TEST(a_version_that_failed_leaves_the_one_before_it)
{
        given_a_store();
        given_an_event_of("ab");
        publish_failing("a");
        will(4, LINK_LEFT, 1, 0, 1);
        will(4, LINK_JOINED, 1, 0, 4);
        EXPECT_INT(link_all(), 1);
        EXPECT(!is_dirty(1));
        publish("a");
        link_all();
        EXPECT_INT(script.replaced, 1);
        fold_all(1);
        expect_told("updated e1 4<2 new:o00000004 gone:o00000001");
        the_store_is_sound();
}

TEST(a_retracted_article_can_come_back)
{
        given_a_store();
        given_an_event_of("ab");
        will(1002, LINK_LEFT, 1, 0, 2);
        retract("b");
        will(4, LINK_JOINED, 1, 0, 4);
        publish("b");
        link_all();
        EXPECT_INT(script.replaced, 0);
        fold_all(1);
        expect_told("updated e1 4<2 new:o00000004 gone:o00000002");
        the_store_is_sound();
}

/* ------------------------------------------------------------ joining and parting */

TEST(a_merge_is_told_and_then_what_remains)
{
        given_a_store();
        given_two_events();
        will(4, LINK_JOINED, 1, 0, 4);
        will(4, LINK_MERGED, 3, 1, 0);
        publish("d");
        link_all();
        expect_told("merged e3 4<3 ->e1 -c");
        fold_all(1);
        expect_told("updated e1 4<2 +c +d new:o00000003 new:o00000004");
        EXPECT_INT(event_of(3).state, EVENT_MERGED);
        EXPECT_INT(event_of(3).into, 1);
        EXPECT_INT(event_of(1).n_members, 4);
        the_store_is_sound();
}

TEST(the_merge_of_an_event_that_was_never_told_is_silent)
{
        given_a_store();
        given_an_event_of("ab");
        will(3, LINK_FOUNDED, 3, 0, 3);
        will(4, LINK_JOINED, 1, 0, 4);
        will(4, LINK_MERGED, 3, 1, 0);
        publish("c");
        publish("d");
        link_all();
        fold_all(1);
        expect_told("updated e1 4<2 +c +d new:o00000003 new:o00000004");
        expect_nothing_more();
        the_store_is_sound();
}

TEST(a_split_is_told_of_the_one_that_gives)
{
        given_a_store();
        given_an_event_of("abcd");
        will(1002, LINK_LEFT, 1, 0, 2);
        will(1002, LINK_SPLIT, 1, 3, 0);
        will(1002, LINK_JOINED, 3, 0, 3);
        will(1002, LINK_JOINED, 3, 0, 4);
        retract("b");
        link_all();
        expect_told("split e1 5<4 ->e3");
        fold_all(1);
        fold_all(3);
        expect_told("updated e1 5<4 -b -c -d gone:o00000002 gone:o00000003 gone:o00000004");
        expect_told("created e3 5<0 +c +d new:o00000003 new:o00000004");
        the_store_is_sound();
}

TEST(a_part_that_came_by_a_merge_splits_off_under_another_number)
{
        given_a_store();
        given_two_events();
        will(4, LINK_JOINED, 3, 0, 4);
        will(4, LINK_MERGED, 3, 1, 0);
        publish("d");
        link_all();
        fold_all(1);
        expect_told("merged e3 4<3 ->e1 -c");
        expect_told("updated e1 4<2 +c +d new:o00000003 new:o00000004");
        will(1002, LINK_LEFT, 1, 0, 2);
        will(1002, LINK_SPLIT, 1, 4, 0);
        will(1002, LINK_JOINED, 4, 0, 3);
        will(1002, LINK_JOINED, 4, 0, 4);
        retract("b");
        link_all();
        expect_told("split e1 5<4 ->e4");
        fold_all(4);
        expect_told("created e4 5<0 +c +d new:o00000003 new:o00000004");
        fold_all(1);
        expect_told("updated e1 5<4 -b -c -d gone:o00000002 gone:o00000003 gone:o00000004");
        EXPECT_INT(event_of(3).state, EVENT_MERGED);
        the_store_is_sound();
}

TEST(an_event_may_fall_into_two_as_it_grows)
{
        given_a_store();
        given_an_event_of("abc");
        will(4, LINK_JOINED, 1, 0, 4);
        will(4, LINK_SPLIT, 1, 2, 0);
        will(4, LINK_JOINED, 2, 0, 2);
        will(4, LINK_JOINED, 2, 0, 4);
        publish("d");
        link_all();
        expect_told("split e1 4<3 ->e2");
        fold_all(1);
        fold_all(2);
        expect_told("updated e1 4<3 -b gone:o00000002");
        expect_told("created e2 4<0 +b +d new:o00000002 new:o00000004");
        the_store_is_sound();
}

TEST(an_article_may_merge_two_events_and_then_stand_alone)
{
        given_a_store();
        given_two_events();
        will(4, LINK_JOINED, 3, 0, 4);
        will(4, LINK_MERGED, 3, 1, 0);
        will(4, LINK_SPLIT, 1, 4, 0);
        will(4, LINK_JOINED, 4, 0, 4);
        publish("d");
        link_all();
        expect_told("merged e3 4<3 ->e1 -c");
        expect_told("split e1 4<2 ->e4");
        fold_all(1);
        fold_all(4);
        expect_told("updated e1 4<2 +c new:o00000003");
        expect_told("created e4 4<0 +d new:o00000004");
        the_store_is_sound();
}
