/* Which articles an event holds, few or many. */
#include <stdlib.h>

#include "tests/unit/test.h"
#include "workers/link/events.h"

enum { EVENTS = 3000, MANY = 100 };

static void expect_members(const struct events *events, uint64_t event, uint32_t first,
                           uint32_t n, uint32_t step)
{
        const uint32_t *members;

        REQUIRE(events_members(events, event, &members) == n);
        for (uint32_t i = 0; i < n; i++)
                EXPECT_INT(members[i], first + i * step);
}

TEST(articles_stand_in_order_however_many_and_however_they_came)
{
        struct events events = { 0 };

        for (uint32_t i = MANY; i > 0; i--) {
                REQUIRE(events_add(&events, 7, 2 * i) == 0);
                expect_members(&events, 7, 2 * i, MANY - i + 1, 2);
        }
        EXPECT_INT(events_size(&events, 7), MANY);
        EXPECT_INT(events_size(&events, 8), 0);
        events_clear(&events);
}

TEST(a_window_slides_over_an_event_and_the_last_article_ends_it)
{
        struct events events = { 0 };
        uint32_t oldest = 0, newest = 0;

        for (; newest < MANY; newest++) {
                REQUIRE(events_add(&events, 7, newest) == 0);
                if (newest % 5 != 4)
                        events_remove(&events, 7, oldest++);
                if (newest >= oldest)
                        expect_members(&events, 7, oldest, newest - oldest + 1, 1);
        }
        while (oldest < newest)
                events_remove(&events, 7, oldest++);
        EXPECT_INT(events_size(&events, 7), 0);
        EXPECT_INT(events.n, 0);
        events_clear(&events);
}

TEST(what_leaves_from_the_middle_or_never_was_there_leaves_the_rest)
{
        struct events events = { 0 };

        for (uint32_t i = 0; i < MANY; i++)
                REQUIRE(events_add(&events, 7, i) == 0);
        for (uint32_t i = 1; i < MANY; i += 2)
                events_remove(&events, 7, i);
        events_remove(&events, 7, 1);
        events_remove(&events, 7, 2 * MANY);
        events_remove(&events, 9, 2);
        expect_members(&events, 7, 0, MANY / 2, 2);
        events_clear(&events);
}

TEST(events_that_merge_keep_the_order_of_their_articles)
{
        struct events events = { 0 };

        for (uint32_t i = 0; i < MANY; i++)
                REQUIRE(events_add(&events, 1 + (i % 9 != 0), i) == 0);
        events_follow(&events, 1, 4);
        REQUIRE(events_merge(&events, 1, 2) == 0);
        expect_members(&events, 1, 0, MANY, 1);
        EXPECT_INT(events_size(&events, 2), 0);
        EXPECT_INT(events_followed(&events, 1), 4);
        REQUIRE(events_merge(&events, 1, 2) == 0); /* is not there: nothing changes */
        REQUIRE(events_add(&events, 1, MANY) == 0);
        expect_members(&events, 1, 0, MANY + 1, 1);
        events_clear(&events);
}

TEST(many_events_come_and_go_without_touching_each_other)
{
        struct events events = { 0 };

        for (uint32_t i = 0; i < EVENTS; i++) {
                REQUIRE(events_add(&events, 1 + i, i) == 0);
                REQUIRE(events_add(&events, 1 + i, i + EVENTS) == 0);
        }
        for (uint32_t i = 0; i < EVENTS; i += 2) {
                events_remove(&events, 1 + i, i + EVENTS);
                events_remove(&events, 1 + i, i);
        }
        EXPECT_INT(events.n, EVENTS / 2);
        for (uint32_t i = 0; i < EVENTS; i++) {
                if (i % 2)
                        expect_members(&events, 1 + i, i, 2, EVENTS);
                else
                        EXPECT_INT(events_size(&events, 1 + i), 0);
        }
        events_clear(&events);
}
