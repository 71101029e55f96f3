/* feed_stage - subscribers over a real socket, the log written by the test
 *
 * Included by one file of a test program; not every test needs all of it.
 */
#pragma once

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zmq.h>

#include "base/clock.h"
#include "daemon/feed.h"
#include "tests/folder.h"
#include "tests/unit/test.h"

enum { WAIT_MS = 20000, SOCKETS_MAX = 2000 };

struct stage {
        char dir[FOLDER_BYTES], endpoint[96];
        struct event_base *base;
        void *zmq;
        struct store *store;
        struct committer *committer;
        struct reader *reader;
        struct router *router;
        struct feed *feed;
};

static inline void set_up(struct stage *stage)
{
        struct router_config router = { .mode = 0600,
                                        .high_water = FEED_HIGH_WATER,
                                        .writable = feed_on_writable };
        struct feed_config feed;

        *stage = (struct stage){ .base = event_base_new(), .zmq = zmq_ctx_new() };
        folder_make(stage->dir);
        REQUIRE(zmq_ctx_set(stage->zmq, ZMQ_MAX_SOCKETS, SOCKETS_MAX) == 0);
        snprintf(stage->endpoint, sizeof(stage->endpoint), "ipc://%s/feed", stage->dir);
        REQUIRE(store_open(&stage->store, stage->dir,
                           &(struct store_limits){ .bytes = 256 << 20, .free_bytes = 1 }) == 0);
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

static inline void tear_down(struct stage *stage)
{
        committer_finish(stage->committer);
        reader_finish(stage->reader);
        feed_free(stage->feed);
        committer_free(stage->committer);
        reader_free(stage->reader);
        router_free(stage->router);
        zmq_ctx_term(stage->zmq);
        store_close(stage->store);
        event_base_free(stage->base);
        folder_remove(stage->dir);
}

/* ------------------------------------------------------------ the log */

struct growth {
        struct commit_work work;
        uint64_t count, trim_to;
        size_t bytes; /* of one entry, at least */
        bool done;
};

static inline int grow_run(struct commit_work *work, struct txn *txn)
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

static inline void grow_done(struct commit_work *work, int result)
{
        REQUIRE(result == 0);
        container_of(work, struct growth, work)->done = true;
}

static inline void change_log(struct stage *stage, uint64_t count, size_t bytes,
                              uint64_t trim_to)
{
        struct growth growth = { .work = { .run = grow_run, .done = grow_done },
                                 .count = count,
                                 .bytes = bytes,
                                 .trim_to = trim_to };

        REQUIRE(committer_submit(stage->committer, &growth.work) == 0);
        while (!growth.done)
                event_base_loop(stage->base, EVLOOP_ONCE);
}

static inline void grow(struct stage *stage, uint64_t count)
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

static inline void client_open_with(struct client *client, struct stage *stage, int high_water)
{
        int none = 0;

        *client =
                (struct client){ .stage = stage, .socket = zmq_socket(stage->zmq, ZMQ_DEALER) };
        zmq_setsockopt(client->socket, ZMQ_LINGER, &none, sizeof(none));
        zmq_setsockopt(client->socket, ZMQ_RCVHWM, &high_water, sizeof(high_water));
        REQUIRE(zmq_connect(client->socket, stage->endpoint) == 0);
}

static inline void client_open(struct client *client, struct stage *stage)
{
        client_open_with(client, stage, 1000);
}

static inline void client_close(struct client *client)
{
        zmq_close(client->socket);
}

static inline void say(struct client *client, const char *verb, const char *id,
                       const char *body)
{
        zmq_send(client->socket, verb, strlen(verb), ZMQ_SNDMORE);
        zmq_send(client->socket, id, strlen(id), ZMQ_SNDMORE);
        zmq_send(client->socket, body, strlen(body), 0);
}

static inline bool receive_now(struct client *client)
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
static inline void receive(struct client *client)
{
        uint64_t end = clock_monotonic_ms() + WAIT_MS;

        while (!receive_now(client)) {
                REQUIRE(clock_monotonic_ms() < end);
                event_base_loop(client->stage->base, EVLOOP_NONBLOCK);
        }
}

static inline void expect_reply(struct client *client, const char *id, const char *status)
{
        receive(client);
        EXPECT_STR(client->frames[0], id);
        EXPECT_STR(client->frames[1], status);
}

static inline void expect_item(struct client *client, unsigned number, unsigned previous)
{
        receive(client);
        EXPECT_STR(client->frames[1], "item");
        EXPECT_INT(atoi(client->frames[2]), number);
        EXPECT_INT(atoi(client->frames[3]), previous);
}

static inline void expect_items(struct client *client, unsigned first, unsigned last,
                                unsigned previous)
{
        for (unsigned n = first; n <= last; n++) {
                expect_item(client, n, previous);
                previous = n;
        }
}

static inline void expect_live(struct client *client)
{
        receive(client);
        EXPECT_STR(client->frames[1], "live");
        EXPECT_INT(client->n, 2);
}

/* Nothing is on its way: a round trip brings nothing but its own reply. */
static inline void expect_silence(struct client *client)
{
        say(client, "NOTHING", "silence", "");
        expect_reply(client, "silence", "unknown-verb");
}
