/* zsource - no message is forgotten, whatever swallows an edge
 *
 * Over inproc a send puts its signal into the other socket's descriptor before it returns, so
 * the order of events is the test's own.
 */
#include <poll.h>
#include <string.h>
#include <zmq.h>

#include "daemon/zsource.h"
#include "tests/unit/test.h"

struct stage {
        struct event_base *base;
        void *zmq, *ours, *theirs;
        struct zsource *source;
        int received;
        int writable;
};

static bool receive_one(void *context)
{
        struct stage *stage = context;
        char bytes[16];

        if (zmq_recv(stage->ours, bytes, sizeof(bytes), ZMQ_DONTWAIT) < 0)
                return false;
        stage->received++;
        return true;
}

static void note_writable(void *context)
{
        struct stage *stage = context;

        stage->writable++;
}

static void set_up(struct stage *stage)
{
        struct zsource_handler handler = { receive_one, note_writable, stage };

        *stage = (struct stage){ .base = event_base_new(), .zmq = zmq_ctx_new() };
        stage->ours = zmq_socket(stage->zmq, ZMQ_PAIR);
        stage->theirs = zmq_socket(stage->zmq, ZMQ_PAIR);
        REQUIRE(zmq_bind(stage->ours, "inproc://test") == 0);
        REQUIRE(zmq_connect(stage->theirs, "inproc://test") == 0);
        REQUIRE(zsource_new(&stage->source, stage->base, stage->ours, &handler) == 0);
}

static void tear_down(struct stage *stage)
{
        zsource_free(stage->source);
        zmq_close(stage->ours);
        zmq_close(stage->theirs);
        zmq_ctx_term(stage->zmq);
        event_base_free(stage->base);
}

static void run_what_is_due(struct stage *stage)
{
        for (int i = 0; i < 64; i++)
                event_base_loop(stage->base, EVLOOP_NONBLOCK);
}

static void they_send(struct stage *stage, int n)
{
        while (n-- > 0)
                REQUIRE(zmq_send(stage->theirs, "x", 1, 0) == 1);
}

/* What any call on the socket may do: take note of the signal, so that the descriptor is quiet
 * while a message waits. */
static void swallow_edge(struct stage *stage)
{
        int events, fd;
        size_t size = sizeof(events);

        REQUIRE(zmq_getsockopt(stage->ours, ZMQ_EVENTS, &events, &size) == 0);
        REQUIRE(events & ZMQ_POLLIN);
        REQUIRE(zmq_getsockopt(stage->ours, ZMQ_FD, &fd, &size) == 0);
        REQUIRE(poll(&(struct pollfd){ .fd = fd, .events = POLLIN }, 1, 0) == 0);
}

TEST(a_message_is_received)
{
        struct stage stage;

        set_up(&stage);
        run_what_is_due(&stage);
        they_send(&stage, 1);
        run_what_is_due(&stage);
        EXPECT_INT(stage.received, 1);
        EXPECT(stage.writable > 0);
        EXPECT_INT(zsource_lost(stage.source), 0);
        tear_down(&stage);
}

TEST(what_came_before_it_was_joined_is_received)
{
        struct stage stage;

        set_up(&stage);
        they_send(&stage, 3);
        swallow_edge(&stage);
        run_what_is_due(&stage);
        EXPECT_INT(stage.received, 3);
        tear_down(&stage);
}

TEST(an_edge_that_a_send_swallowed_is_seen_after_the_send)
{
        struct stage stage;

        set_up(&stage);
        run_what_is_due(&stage);
        they_send(&stage, 2);
        swallow_edge(&stage);
        zsource_sent(stage.source);
        run_what_is_due(&stage);
        EXPECT_INT(stage.received, 2);
        zsource_check(stage.source);
        EXPECT_INT(zsource_lost(stage.source), 0);
        tear_down(&stage);
}

TEST(without_that_look_only_the_safety_timer_finds_it_and_counts)
{
        struct stage stage;

        set_up(&stage);
        run_what_is_due(&stage);
        they_send(&stage, 1);
        swallow_edge(&stage);
        run_what_is_due(&stage);
        EXPECT_INT(stage.received, 0); /* lost: nothing would ever wake us */
        zsource_check(stage.source);   /* something was received in this second */
        zsource_check(stage.source);
        run_what_is_due(&stage);
        EXPECT_INT(stage.received, 1);
        EXPECT_INT(zsource_lost(stage.source), 1);
        tear_down(&stage);
}

TEST(a_signal_that_is_on_its_way_is_not_counted_as_lost)
{
        struct stage stage;

        set_up(&stage);
        run_what_is_due(&stage);
        zsource_check(stage.source);
        they_send(&stage, 1);
        zsource_check(stage.source);
        run_what_is_due(&stage);
        EXPECT_INT(stage.received, 1);
        EXPECT_INT(zsource_lost(stage.source), 0);
        tear_down(&stage);
}

TEST(many_messages_take_several_turns_of_the_loop)
{
        struct stage stage;

        set_up(&stage);
        run_what_is_due(&stage);
        they_send(&stage, ZSOURCE_BATCH + 10);
        event_base_loop(stage.base, EVLOOP_ONCE);
        EXPECT_INT(stage.received, ZSOURCE_BATCH);
        run_what_is_due(&stage);
        EXPECT_INT(stage.received, ZSOURCE_BATCH + 10);
        tear_down(&stage);
}
