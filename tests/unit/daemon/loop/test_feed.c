/* feed - subscribers over a real socket, the log written by the test */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zmq.h>

#include "base/clock.h"
#include "daemon/feed.h"
#include "tests/unit/test.h"

enum { WAIT_MS = 20000 };

struct stage {
        char dir[64], endpoint[96];
        struct event_base *base;
        void *zmq;
        struct store *store;
        struct committer *committer;
        struct reader *reader;
        struct router *router;
        struct feed *feed;
};

static void set_up(struct stage *stage)
{
        struct router_config router = { .mode = 0600,
                                        .high_water = FEED_HIGH_WATER,
                                        .writable = feed_on_writable };
        struct feed_config feed;

        *stage = (struct stage){ .base = event_base_new(), .zmq = zmq_ctx_new() };
        strcpy(stage->dir, "/tmp/parallax-test-XXXXXX");
        REQUIRE(mkdtemp(stage->dir));
        snprintf(stage->endpoint, sizeof(stage->endpoint), "ipc://%s/feed", stage->dir);
        REQUIRE(store_open(&stage->store, stage->dir,
                           &(struct store_limits){ .bytes = 64 << 20, .free_bytes = 1 }) == 0);
        REQUIRE(committer_new(&stage->committer, stage->base, stage->store) == 0);
        REQUIRE(reader_new(&stage->reader, stage->base, stage->store) == 0);
        router.base = stage->base;
        router.zmq = stage->zmq;
        router.endpoint = stage->endpoint;
        router.context = &stage->feed;
        REQUIRE(router_new(&stage->router, &router) == 0);
        feed = (struct feed_config){ stage->base, stage->router, stage->reader,
                                     stage->committer };
        REQUIRE(feed_new(&stage->feed, &feed) == 0);
        REQUIRE(committer_watch(stage->committer, COMMIT_FEED, feed_wake, stage->feed) == 0);
}

static void tear_down(struct stage *stage)
{
        char command[128];

        committer_finish(stage->committer);
        reader_finish(stage->reader);
        feed_free(stage->feed);
        committer_free(stage->committer);
        reader_free(stage->reader);
        router_free(stage->router);
        zmq_ctx_term(stage->zmq);
        store_close(stage->store);
        event_base_free(stage->base);
        snprintf(command, sizeof(command), "rm -r %s", stage->dir);
        EXPECT_INT(system(command), 0);
}

/* ------------------------------------------------------------ the log */

struct growth {
        struct commit_work work;
        uint64_t count, trim_to;
        size_t bytes; /* of one entry, at least */
        bool done;
};

static int grow_run(struct commit_work *work, struct txn *txn)
{
        struct growth *growth = container_of(work, struct growth, work);
        char *json = malloc(growth->bytes + 128);
        int r = 0;

        REQUIRE(json);
        for (uint64_t i = 0; i < growth->count && !r; i++) {
                uint64_t number = txn_feed_end(txn) + 1;
                int n = sprintf(json,
                                "{\"data\":{\"n\":%llu,\"counts\":{\"origins\":%llu}},\"x\":\"",
                                (unsigned long long)number, (unsigned long long)number % 10);

                memset(json + n, 'x', growth->bytes);
                strcpy(json + (size_t)n + growth->bytes, "\"}");
                r = txn_append_feed(txn, number, json, strlen(json));
        }
        if (growth->trim_to)
                r = txn_trim_feed(txn, growth->trim_to, 1000000);
        free(json);
        return r;
}

static void grow_done(struct commit_work *work, int result)
{
        REQUIRE(result == 0);
        container_of(work, struct growth, work)->done = true;
}

static void change_log(struct stage *stage, uint64_t count, size_t bytes, uint64_t trim_to)
{
        struct growth growth = { .work = { .run = grow_run, .done = grow_done },
                                 .count = count,
                                 .bytes = bytes,
                                 .trim_to = trim_to };

        REQUIRE(committer_submit(stage->committer, &growth.work) == 0);
        while (!growth.done)
                event_base_loop(stage->base, EVLOOP_ONCE);
}

static void grow(struct stage *stage, uint64_t count)
{
        change_log(stage, count, 1, 0);
}

/* ------------------------------------------------------------ a subscriber */

struct client {
        struct stage *stage;
        void *socket;
        char frames[8][2048]; /* of the last message */
        int n;
};

static void client_open_with(struct client *client, struct stage *stage, int high_water)
{
        int none = 0;

        *client =
                (struct client){ .stage = stage, .socket = zmq_socket(stage->zmq, ZMQ_DEALER) };
        zmq_setsockopt(client->socket, ZMQ_LINGER, &none, sizeof(none));
        zmq_setsockopt(client->socket, ZMQ_RCVHWM, &high_water, sizeof(high_water));
        REQUIRE(zmq_connect(client->socket, stage->endpoint) == 0);
}

static void client_open(struct client *client, struct stage *stage)
{
        client_open_with(client, stage, 1000);
}

static void client_close(struct client *client)
{
        zmq_close(client->socket);
}

static void say(struct client *client, const char *verb, const char *id, const char *body)
{
        zmq_send(client->socket, verb, strlen(verb), ZMQ_SNDMORE);
        zmq_send(client->socket, id, strlen(id), ZMQ_SNDMORE);
        zmq_send(client->socket, body, strlen(body), 0);
}

static bool receive_now(struct client *client)
{
        int more = 1, n;
        size_t size = sizeof(more);

        for (client->n = 0; more; client->n++) {
                char *frame = client->frames[client->n < 8 ? client->n : 7];

                n = zmq_recv(client->socket, frame, sizeof(client->frames[0]) - 1,
                             ZMQ_DONTWAIT);
                if (n < 0)
                        return false;
                frame[n < 2047 ? n : 2047] = '\0';
                zmq_getsockopt(client->socket, ZMQ_RCVMORE, &more, &size);
        }
        return true;
}

/* Runs the loop until a message is there. */
static void receive(struct client *client)
{
        uint64_t end = clock_monotonic_ms() + WAIT_MS;

        while (!receive_now(client)) {
                REQUIRE(clock_monotonic_ms() < end);
                event_base_loop(client->stage->base, EVLOOP_NONBLOCK);
        }
}

static void expect_reply(struct client *client, const char *id, const char *status)
{
        receive(client);
        EXPECT_STR(client->frames[0], id);
        EXPECT_STR(client->frames[1], status);
}

static void expect_item(struct client *client, unsigned number, unsigned previous)
{
        receive(client);
        EXPECT_STR(client->frames[1], "item");
        EXPECT_INT(atoi(client->frames[2]), number);
        EXPECT_INT(atoi(client->frames[3]), previous);
}

static void expect_items(struct client *client, unsigned first, unsigned last,
                         unsigned previous)
{
        for (unsigned n = first; n <= last; n++) {
                expect_item(client, n, previous);
                previous = n;
        }
}

static void expect_live(struct client *client)
{
        receive(client);
        EXPECT_STR(client->frames[1], "live");
        EXPECT_INT(client->n, 2);
}

/* Nothing is on its way: a round trip brings nothing but its own reply. */
static void expect_silence(struct client *client)
{
        say(client, "NOTHING", "silence", "");
        expect_reply(client, "silence", "unknown-verb");
}

/* ------------------------------------------------------------ reading */

TEST(everything_from_a_number_on_then_live)
{
        struct stage stage;
        struct client client;

        set_up(&stage);
        grow(&stage, 5);
        client_open(&client, &stage);
        say(&client, "OPEN", "s", "{\"from\":3,\"credit\":100}");
        expect_reply(&client, "s", "ok");
        expect_items(&client, 3, 5, 0);
        expect_live(&client);
        grow(&stage, 2);
        expect_items(&client, 6, 7, 5);
        expect_silence(&client);
        client_close(&client);
        tear_down(&stage);
}

TEST(no_more_items_than_credit)
{
        struct stage stage;
        struct client client;

        set_up(&stage);
        grow(&stage, 500);
        client_open(&client, &stage);
        say(&client, "OPEN", "s", "{\"from\":1}");
        expect_reply(&client, "s", "ok");
        expect_silence(&client);
        say(&client, "CREDIT", "s", "{\"add\":2}");
        expect_items(&client, 1, 2, 0);
        expect_silence(&client);
        say(&client, "CREDIT", "another id", "{\"add\":300}"); /* there is only one to mean */
        expect_items(&client, 3, 302, 2);
        expect_silence(&client);
        say(&client, "CREDIT", "s", "{\"add\":0}");
        expect_reply(&client, "s", "invalid");
        client_close(&client);
        tear_down(&stage);
}

TEST(an_empty_log_is_live_at_once)
{
        struct stage stage;
        struct client client;

        set_up(&stage);
        client_open(&client, &stage);
        say(&client, "OPEN", "s", "{\"from\":1}");
        expect_reply(&client, "s", "ok");
        expect_live(&client);
        grow(&stage, 1);
        expect_silence(&client);
        say(&client, "CREDIT", "s", "{\"add\":1}");
        expect_item(&client, 1, 0);
        client_close(&client);
        tear_down(&stage);
}

TEST(a_number_that_does_not_exist_yet_is_invalid)
{
        struct stage stage;
        struct client client;

        set_up(&stage);
        grow(&stage, 2);
        client_open(&client, &stage);
        say(&client, "OPEN", "s", "{\"from\":4}");
        expect_reply(&client, "s", "invalid");
        say(&client, "OPEN", "s", "{\"from\":3}");
        expect_reply(&client, "s", "ok");
        client_close(&client);
        tear_down(&stage);
}

TEST(a_filter_lets_pass_what_it_names_and_costs_no_credit_for_the_rest)
{
        struct stage stage;
        struct client client;

        set_up(&stage);
        grow(&stage, 40);
        client_open(&client, &stage);
        say(&client, "OPEN", "s", "{\"from\":1,\"credit\":3,\"filter\":{\"origins\":9}}");
        expect_reply(&client, "s", "ok");
        expect_item(&client, 9, 0);
        expect_item(&client, 19, 9);
        expect_item(&client, 29, 19);
        expect_silence(&client);
        client_close(&client);
        tear_down(&stage);
}

TEST(an_unknown_filter_is_invalid)
{
        struct stage stage;
        struct client client;

        set_up(&stage);
        client_open(&client, &stage);
        say(&client, "OPEN", "s", "{\"filter\":{\"colour\":\"red\"}}");
        expect_reply(&client, "s", "invalid");
        say(&client, "OPEN", "s", "not json");
        expect_reply(&client, "s", "invalid");
        client_close(&client);
        tear_down(&stage);
}

TEST(what_retention_removed_is_told_as_a_gap)
{
        struct stage stage;
        struct client client;

        set_up(&stage);
        grow(&stage, 20);
        client_open(&client, &stage);
        say(&client, "OPEN", "s", "{\"from\":1,\"credit\":5}");
        expect_reply(&client, "s", "ok");
        expect_items(&client, 1, 5, 0);
        change_log(&stage, 0, 0, 11);
        say(&client, "CREDIT", "s", "{\"add\":2}");
        receive(&client);
        EXPECT_STR(client.frames[1], "gap");
        EXPECT_STR(client.frames[2], "{\"from\":6,\"to\":10}");
        expect_items(&client, 11, 12, 5);
        client_close(&client);
        tear_down(&stage);
}

TEST(closing_ends_it)
{
        struct stage stage;
        struct client client;

        set_up(&stage);
        client_open(&client, &stage);
        say(&client, "OPEN", "s", "{\"from\":1,\"credit\":5}");
        expect_reply(&client, "s", "ok");
        expect_live(&client);
        say(&client, "CLOSE", "s", "");
        expect_reply(&client, "s", "ok");
        grow(&stage, 1);
        expect_silence(&client);
        say(&client, "CLOSE", "s", "");
        expect_reply(&client, "s", "not-found");
        client_close(&client);
        tear_down(&stage);
}

TEST(two_subscriptions_of_one_peer_are_told_apart_by_their_ids)
{
        struct stage stage;
        struct client client;

        set_up(&stage);
        grow(&stage, 2);
        client_open(&client, &stage);
        say(&client, "OPEN", "a", "{\"from\":1}");
        expect_reply(&client, "a", "ok");
        say(&client, "OPEN", "b", "{\"from\":2}");
        expect_reply(&client, "b", "ok");
        say(&client, "OPEN", "b", "{\"from\":2}");
        expect_reply(&client, "b", "busy");
        say(&client, "CREDIT", "b", "{\"add\":1}");
        expect_item(&client, 2, 0);
        EXPECT_STR(client.frames[0], "b");
        expect_live(&client);
        say(&client, "CREDIT", "neither", "{\"add\":1}");
        expect_reply(&client, "neither", "not-found");
        client_close(&client);
        tear_down(&stage);
}

/* ------------------------------------------------------------ cursors */

static void open_cursor(struct client *client, const char *expected)
{
        say(client, "OPEN", "s", "{\"cursor\":\"desk\",\"credit\":100}");
        expect_reply(client, "s", expected);
}

TEST(a_cursor_goes_on_behind_what_was_acknowledged)
{
        struct stage stage;
        struct client client;

        set_up(&stage);
        grow(&stage, 4);
        client_open(&client, &stage);
        open_cursor(&client, "ok");
        expect_items(&client, 1, 4, 0);
        expect_live(&client);
        say(&client, "ACK", "a", "{\"cursor\":\"desk\",\"number\":3}");
        expect_reply(&client, "a", "ok");
        say(&client, "CLOSE", "s", "");
        expect_reply(&client, "s", "ok");
        open_cursor(&client, "ok");
        expect_items(&client, 4, 4, 0);
        client_close(&client);
        tear_down(&stage);
}

TEST(what_was_not_sent_cannot_be_acknowledged_and_a_cursor_never_moves_back)
{
        struct stage stage;
        struct client client;

        set_up(&stage);
        grow(&stage, 4);
        client_open(&client, &stage);
        open_cursor(&client, "ok");
        expect_items(&client, 1, 4, 0);
        expect_live(&client);
        say(&client, "ACK", "a", "{\"cursor\":\"desk\",\"number\":5}");
        expect_reply(&client, "a", "invalid");
        say(&client, "ACK", "b", "{\"cursor\":\"desk\",\"number\":4}");
        expect_reply(&client, "b", "ok");
        say(&client, "ACK", "c", "{\"cursor\":\"desk\",\"number\":2}");
        expect_reply(&client, "c", "ok");
        EXPECT_STR(client.frames[2], "{\"cursor\":\"desk\",\"number\":4}");
        say(&client, "ACK", "d", "{\"cursor\":\"unheard of\",\"number\":1}");
        expect_reply(&client, "d", "denied");
        say(&client, "ACK", "e", "{\"cursor\":\"desk\",\"number\":-1}");
        expect_reply(&client, "e", "invalid");
        client_close(&client);
        tear_down(&stage);
}

TEST(a_cursor_has_one_holder_at_a_time)
{
        struct stage stage;
        struct client first, second;

        set_up(&stage);
        client_open(&first, &stage);
        client_open(&second, &stage);
        open_cursor(&first, "ok");
        expect_live(&first);
        open_cursor(&second, "busy");
        receive(&first);
        EXPECT_STR(first.frames[1], "ping");
        say(&second, "ACK", "a", "{\"cursor\":\"desk\",\"number\":0}");
        expect_reply(&second, "a", "denied");
        say(&first, "CLOSE", "s", "");
        expect_reply(&first, "s", "ok");
        open_cursor(&second, "ok");
        client_close(&first);
        client_close(&second);
        tear_down(&stage);
}

TEST(the_cursor_of_a_holder_that_has_gone_is_free)
{
        struct stage stage;
        struct client first, second;
        uint64_t end = clock_monotonic_ms() + WAIT_MS;

        set_up(&stage);
        client_open(&first, &stage);
        client_open(&second, &stage);
        open_cursor(&first, "ok");
        client_close(&first);
        do { /* until libzmq has noticed */
                REQUIRE(clock_monotonic_ms() < end);
                say(&second, "OPEN", "s", "{\"cursor\":\"desk\"}");
                receive(&second);
        } while (strcmp(second.frames[1], "busy") == 0);
        EXPECT_STR(second.frames[1], "ok");
        client_close(&second);
        tear_down(&stage);
}

/* ------------------------------------------------------------ slow ones */

TEST(a_subscriber_that_stopped_disturbs_nobody_and_resumes_without_a_gap)
{
        enum { N = 3000, BYTES = 1500 };
        struct stage stage;
        struct client stopped, other;

        set_up(&stage);
        client_open(&stopped, &stage);
        client_open(&other, &stage);
        say(&stopped, "OPEN", "s", "{\"from\":1,\"credit\":100000}");
        say(&other, "OPEN", "s", "{\"from\":1,\"credit\":100000}");
        expect_reply(&other, "s", "ok");
        expect_live(&other);
        change_log(&stage, N, BYTES, 0);
        expect_items(&other, 1, N, 0);
        expect_reply(&stopped, "s", "ok"); /* reads again */
        expect_live(&stopped);
        expect_items(&stopped, 1, N, 0);
        client_close(&stopped);
        client_close(&other);
        tear_down(&stage);
}

static json_int_t figure(struct stage *stage, const char *name)
{
        json_auto_t *status = json_object();

        REQUIRE(feed_status(stage->feed, status) == 0);
        return json_integer_value(json_object_get(json_object_get(status, "feed"), name));
}

TEST(the_answer_to_an_ack_comes_though_the_pipe_is_full_of_items)
{
        enum { N = 3000, BYTES = 1500 };
        struct stage stage;
        struct client client;
        int items = 0, answers = 0;

        set_up(&stage);
        client_open(&client, &stage);
        say(&client, "OPEN", "s", "{\"cursor\":\"desk\",\"credit\":100000}");
        expect_reply(&client, "s", "ok");
        change_log(&stage, N, BYTES, 0);
        while (!figure(&stage, "blocked"))
                event_base_loop(stage.base, EVLOOP_NONBLOCK);
        say(&client, "ACK", "a", "{\"cursor\":\"desk\",\"number\":1}");
        while (items < N || answers < 1) {
                receive(&client);
                items += strcmp(client.frames[1], "item") == 0;
                answers += strcmp(client.frames[0], "a") == 0;
        }
        EXPECT_INT(answers, 1);
        client_close(&client);
        tear_down(&stage);
}

TEST(live_is_told_though_the_pipe_is_full_of_answers)
{
        enum { N = 2500, AT_ONCE = 50 };
        struct stage stage;
        struct client client;
        bool live = false;

        set_up(&stage);
        client_open_with(&client, &stage, 1);
        for (int i = 0; i < N; i++) {
                say(&client, "NOTHING", "unread", "");
                if (i % AT_ONCE == 0)
                        event_base_loop(stage.base, EVLOOP_NONBLOCK);
        }
        say(&client, "OPEN", "s", "{\"from\":1,\"credit\":10}");
        while (!figure(&stage, "subscriptions") || figure(&stage, "reading"))
                event_base_loop(stage.base, EVLOOP_NONBLOCK);
        EXPECT_INT(figure(&stage, "blocked"), 1);
        while (!live) {
                receive(&client);
                live = strcmp(client.frames[0], "s") == 0 &&
                       strcmp(client.frames[1], "live") == 0;
        }
        client_close(&client);
        tear_down(&stage);
}

/* Until all of them are blocked and nothing moves any more. */
static void run_until_still(struct stage *stage, int blocked)
{
        json_int_t items = -1;

        while (figure(stage, "blocked") < blocked || figure(stage, "items") != items) {
                uint64_t end = clock_monotonic_ms() + 100;

                items = figure(stage, "items");
                while (clock_monotonic_ms() < end)
                        event_base_loop(stage->base, EVLOOP_NONBLOCK);
        }
}

TEST(many_that_stopped_cost_the_others_little)
{
        enum { STOPPED = 200, N = 2000, BYTES = 1500 };
        struct stage stage;
        struct client *stopped = calloc(STOPPED, sizeof(*stopped)), other;
        uint64_t before_ms, alone_ms, together_ms;

        REQUIRE(stopped);
        set_up(&stage);
        client_open(&other, &stage);
        say(&other, "OPEN", "s", "{\"from\":1,\"credit\":100000}");
        expect_reply(&other, "s", "ok");
        expect_live(&other);
        before_ms = clock_monotonic_ms();
        change_log(&stage, N, BYTES, 0);
        expect_items(&other, 1, N, 0);
        alone_ms = clock_monotonic_ms() - before_ms;
        for (int i = 0; i < STOPPED; i++) {
                client_open_with(&stopped[i], &stage, 1);
                say(&stopped[i], "OPEN", "s", "{\"from\":1,\"credit\":100000}");
        }
        run_until_still(&stage, STOPPED);
        before_ms = clock_monotonic_ms();
        change_log(&stage, N, BYTES, 0);
        expect_items(&other, N + 1, 2 * N, N);
        together_ms = clock_monotonic_ms() - before_ms;
        printf("     %d items: %llu ms alone, %llu ms beside %d that stopped\n", N,
               (unsigned long long)alone_ms, (unsigned long long)together_ms, STOPPED);
        for (int i = 0; i < STOPPED; i++)
                client_close(&stopped[i]);
        client_close(&other);
        tear_down(&stage);
        free(stopped);
}
