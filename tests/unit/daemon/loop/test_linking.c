/* What becomes of an entry that cannot be linked, of those before it and of those behind. */
#include <event2/event.h>

#include "base/clock.h"
#include "base/log.h"
#include "daemon/linking.h"
#include "tests/unit/daemon/loop/editor_bench.h"

enum { PATIENCE_MS = 60000 };

static struct {
        struct workshop shop;
        struct linking *linking;
        size_t n_linked; /* times that something was told as linked */
} desk;

static void on_again(void *context)
{
        (void)context;
}

static void on_linked(void *context)
{
        (void)context;
        desk.n_linked++;
}

static void given_linking(void)
{
        given_a_store();
        memset(&desk, 0, sizeof(desk));
        log_set_level(0);
        desk.shop.base = event_base_new();
        REQUIRE(committer_new(&desk.shop.committer, desk.shop.base, bench.store) == 0);
        desk.shop.editor = bench.editor;
        desk.shop.again = on_again;
        REQUIRE(linking_new(&desk.linking, &desk.shop, on_linked, NULL) == 0);
}

static void linking_ends(void)
{
        committer_finish(desk.shop.committer);
        linking_free(desk.linking);
        committer_free(desk.shop.committer);
        event_base_free(desk.shop.base);
        the_store_is_sound();
}

static void wake_and_wait(void)
{
        uint64_t until = clock_monotonic_ms() + PATIENCE_MS;

        linking_wake(desk.linking);
        while (linking_is_under_way(desk.linking) && clock_monotonic_ms() < until)
                event_base_loop(desk.shop.base, EVLOOP_ONCE);
        REQUIRE(!linking_is_under_way(desk.linking));
}

static uint64_t linked_end(void)
{
        return committer_ends(desk.shop.committer)->linked;
}

static void expect_status(const char *expected)
{
        json_t *status = json_object();
        char *text;

        EXPECT_INT(linking_status(desk.linking, status), 0);
        text = json_dumps(status, JSON_COMPACT);
        EXPECT_STR(text, expected);
        free(text);
        json_decref(status);
}

/* Entries 1 to @n, of which @amiss joins an event that is not there. */
static void given_entries(uint64_t n, uint64_t amiss)
{
        char id[16];

        for (uint64_t i = 1; i <= n; i++) {
                will(i, i == 1 ? LINK_FOUNDED : LINK_JOINED, i == amiss ? 999 : 1, 0, i);
                snprintf(id, sizeof(id), "a%u", (unsigned)i);
                REQUIRE(publish(id) == i);
        }
}

static void mend(uint64_t amiss)
{
        for (size_t i = 0; i < script.n; i++)
                if (script.lines[i].number == amiss)
                        script.lines[i].change.event = 1;
}

#define FINE "{\"linking\":{\"stands_at\":null,\"reason\":null,\"for_good\":false}}"

TEST(what_was_settled_is_linked)
{
        given_linking();
        given_entries(300, 0);
        wake_and_wait();
        EXPECT_INT(linked_end(), 300);
        expect_status(FINE);
        linking_ends();
}

TEST(those_before_the_entry_amiss_are_linked_and_it_is_named)
{
        given_linking();
        given_entries(20, 12);
        wake_and_wait();
        EXPECT_INT(linked_end(), 11);
        EXPECT_INT(desk.n_linked, 1);
        expect_status("{\"linking\":{\"stands_at\":12,\"reason\":\"what is stored of it is "
                      "damaged: see parallax check\",\"for_good\":true}}");
        linking_ends();
}

TEST(what_is_damaged_is_not_tried_for_each_article_that_comes)
{
        size_t made;

        given_linking();
        given_entries(5, 3);
        wake_and_wait();
        made = script.made;
        for (int i = 0; i < 10; i++)
                wake_and_wait();
        EXPECT_INT(script.made, made);
        linking_ends();
}

TEST(linking_goes_on_once_the_entry_can_be_linked)
{
        given_linking();
        given_entries(5, 3);
        wake_and_wait();
        mend(3);
        /* As at the next try, or at the next start. */
        linking_free(desk.linking);
        REQUIRE(linking_new(&desk.linking, &desk.shop, on_linked, NULL) == 0);
        wake_and_wait();
        EXPECT_INT(linked_end(), 5);
        expect_status(FINE);
        linking_ends();
}
