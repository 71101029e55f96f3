/* Events, members, dirty marks and versions */
#include "tests/unit/daemon/store/fixture.h"

static struct fixture f;

/* Five linked articles; the events 1 and 3. A transaction is under way. */
static void given_events(void)
{
        struct event_record e = { .state = EVENT_LIVE, .generation = 1, .folding = 1 };

        fixture_open(&f, NULL);
        given_articles(&f, 5);
        begin(&f);
        for (uint64_t n = 1; n <= 5; n++) {
                EXPECT_INT(settle(&f, n), 0);
                EXPECT_INT(txn_advance_linked(f.txn, n), 0);
        }
        e.event = 1;
        EXPECT_INT(txn_put_event(f.txn, &e), 0);
        e.event = 3;
        EXPECT_INT(txn_put_event(f.txn, &e), 0);
}

static void then_sound(void)
{
        EXPECT_INT(txn_commit(f.txn), 0);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

static uint64_t members_of(uint64_t event)
{
        struct event_record e = { 0 };

        EXPECT_INT(txn_get_event(f.txn, event, &e), 0);
        return e.n_members;
}

TEST(an_event_comes_back_as_it_went_in)
{
        struct event_record e = { .event = 3,
                                  .state = EVENT_LIVE,
                                  .follows = 1,
                                  .touched = 4,
                                  .generation = 2,
                                  .folding = 3,
                                  .oldest = 1,
                                  .folded = 5,
                                  .n_members = 77 },
                            out;

        given_events();
        EXPECT_INT(txn_put_event(f.txn, &e), 0);
        EXPECT_INT(txn_get_event(f.txn, 3, &out), 0);
        EXPECT_INT(out.state, EVENT_LIVE);
        EXPECT_INT(out.follows, 1);
        EXPECT_INT(out.touched, 4);
        EXPECT_INT(out.generation, 2);
        EXPECT_INT(out.folding, 3);
        EXPECT_INT(out.oldest, 1);
        EXPECT_INT(out.folded, 5);
        EXPECT_INT(out.n_members, 0); /* the store counts them itself */
        EXPECT_INT(txn_get_event(f.txn, 2, &out), STORE_E_NOT_FOUND);
        e.state = 9;
        EXPECT_INT(txn_put_event(f.txn, &e), STORE_E_INVALID);
        then_sound();
}

TEST(events_are_listed_from_the_last)
{
        uint64_t events[4];
        size_t n;

        given_events();
        EXPECT_INT(txn_list_events(f.txn, 0, events, 4, &n), 0);
        EXPECT_INT(n, 2);
        EXPECT_INT(events[0], 3);
        EXPECT_INT(events[1], 1);
        EXPECT_INT(txn_list_events(f.txn, 3, events, 4, &n), 0);
        EXPECT_INT(n, 1);
        EXPECT_INT(events[0], 1);
        EXPECT_INT(txn_list_events(f.txn, 2, events, 4, &n), 0);
        EXPECT_INT(n, 1);
        EXPECT_INT(txn_list_events(f.txn, 1, events, 4, &n), 0);
        EXPECT_INT(n, 0);
        EXPECT_INT(txn_list_events(f.txn, 99, events, 1, &n), 0);
        EXPECT_INT(n, 1);
        EXPECT_INT(events[0], 3);
        then_sound();
}

TEST(an_article_is_in_one_event)
{
        uint64_t event, articles[8];
        size_t n;

        given_events();
        EXPECT_INT(txn_set_member(f.txn, 1, 1), 0);
        EXPECT_INT(txn_set_member(f.txn, 2, 1), 0);
        EXPECT_INT(txn_set_member(f.txn, 3, 3), 0);
        EXPECT_INT(members_of(1), 2);
        EXPECT_INT(txn_set_member(f.txn, 2, 3), 0);
        EXPECT_INT(members_of(1), 1);
        EXPECT_INT(members_of(3), 2);
        EXPECT_INT(txn_get_member(f.txn, 2, &event), 0);
        EXPECT_INT(event, 3);
        EXPECT_INT(txn_list_members(f.txn, 3, 0, articles, 8, &n), 0);
        EXPECT_INT(n, 2);
        EXPECT_INT(articles[0], 2);
        EXPECT_INT(articles[1], 3);
        EXPECT_INT(txn_list_members(f.txn, 3, 3, articles, 8, &n), 0);
        EXPECT_INT(n, 1);
        then_sound();
}

TEST(an_article_may_leave_its_event)
{
        uint64_t event = 9;

        given_events();
        EXPECT_INT(txn_set_member(f.txn, 2, 1), 0);
        EXPECT_INT(txn_set_member(f.txn, 2, 1), 0);
        EXPECT_INT(txn_set_member(f.txn, 2, 0), 0);
        EXPECT_INT(txn_set_member(f.txn, 2, 0), 0);
        EXPECT_INT(members_of(1), 0);
        EXPECT_INT(txn_get_member(f.txn, 2, &event), 0);
        EXPECT_INT(event, 0);
        EXPECT_INT(txn_set_member(f.txn, 2, 4), STORE_E_NOT_FOUND);
        then_sound();
}

TEST(putting_an_event_keeps_its_members)
{
        struct event_record e = { .event = 1, .state = EVENT_LIVE };

        given_events();
        EXPECT_INT(txn_set_member(f.txn, 1, 1), 0);
        EXPECT_INT(txn_put_event(f.txn, &e), 0);
        EXPECT_INT(members_of(1), 1);
        then_sound();
}

TEST(dirty_marks_are_listed_until_they_are_cleared)
{
        uint64_t events[4];
        size_t n;

        given_events();
        EXPECT_INT(txn_set_dirty(f.txn, 3, true), 0);
        EXPECT_INT(txn_set_dirty(f.txn, 3, true), 0);
        EXPECT_INT(txn_set_dirty(f.txn, 1, true), 0);
        EXPECT_INT(txn_set_dirty(f.txn, 4, true), STORE_E_NOT_FOUND);
        EXPECT_INT(txn_list_dirty(f.txn, 0, events, 4, &n), 0);
        EXPECT_INT(n, 2);
        EXPECT_INT(events[0], 1);
        EXPECT_INT(txn_set_dirty(f.txn, 1, false), 0);
        EXPECT_INT(txn_set_dirty(f.txn, 1, false), 0);
        EXPECT_INT(txn_list_dirty(f.txn, 0, events, 4, &n), 0);
        EXPECT_INT(n, 1);
        EXPECT_INT(events[0], 3);
        then_sound();
}

static void put_version(uint64_t event, uint64_t version, uint64_t previous,
                        uint32_t generation)
{
        struct version_record v = { .event = event,
                                    .version = version,
                                    .previous = previous,
                                    .generation = generation,
                                    .summary = text_blob("{\"title\":\"t\"}") };
        struct event_record e;

        EXPECT_INT(txn_put_version(f.txn, &v), 0);
        EXPECT_INT(txn_get_event(f.txn, event, &e), 0);
        e.version = version;
        EXPECT_INT(txn_put_event(f.txn, &e), 0);
}

TEST(a_version_holds_until_the_next)
{
        struct version_record v;

        given_events();
        put_version(1, 2, 0, 1);
        put_version(1, 4, 2, 1);
        put_version(3, 3, 0, 1);
        EXPECT_INT(txn_get_version(f.txn, 1, 1, &v, &f.buffer), STORE_E_NOT_FOUND);
        EXPECT_INT(txn_get_version(f.txn, 1, 2, &v, &f.buffer), 0);
        EXPECT_INT(v.version, 2);
        EXPECT_INT(txn_get_version(f.txn, 1, 3, &v, &f.buffer), 0);
        EXPECT_INT(v.version, 2);
        EXPECT_INT(txn_get_version(f.txn, 1, UINT64_MAX, &v, &f.buffer), 0);
        EXPECT_INT(v.event, 1);
        EXPECT_INT(v.version, 4);
        EXPECT_INT(v.previous, 2);
        EXPECT_INT(v.generation, 1);
        EXPECT_INT(v.summary.size, 13);
        EXPECT_INT(txn_get_version(f.txn, 3, UINT64_MAX, &v, &f.buffer), 0);
        EXPECT_INT(v.version, 3);
        EXPECT_INT(txn_get_version(f.txn, 2, UINT64_MAX, &v, &f.buffer), STORE_E_NOT_FOUND);
        then_sound();
}

TEST(a_dropped_generation_takes_its_versions_with_it)
{
        struct event_record e = {
                .event = 1, .state = EVENT_LIVE, .generation = 2, .folding = 2, .oldest = 2
        };
        const struct blob key = text_blob("k"), value = text_blob("v");
        struct version_record v;
        bool more;

        given_events();
        EXPECT_INT(txn_put_row(f.txn, 1, 1, 2, &key, &value), 0);
        put_version(1, 2, 0, 1);
        put_version(1, 3, 2, 1);
        put_version(1, 5, 3, 2);
        EXPECT_INT(txn_drop_generation(f.txn, 1, 1, 2, &more), 0);
        EXPECT(more);
        EXPECT_INT(txn_drop_generation(f.txn, 1, 1, 2, &more), 0);
        EXPECT(!more);
        EXPECT_INT(txn_get_version(f.txn, 1, 4, &v, &f.buffer), STORE_E_NOT_FOUND);
        EXPECT_INT(txn_get_version(f.txn, 1, 5, &v, &f.buffer), 0);
        e.version = 5;
        EXPECT_INT(txn_put_event(f.txn, &e), 0);
        then_sound();
}
