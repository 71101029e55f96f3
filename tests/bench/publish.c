/* publish ENDPOINT COUNT IN-FLIGHT [FIRST] - how fast does a daemon acknowledge?
 *
 * A C client that keeps IN-FLIGHT articles of 3.4 KB under way. The articles are made before
 * the clock starts. `full` is answered by a pause as the daemon asks, and counted. Prints
 * articles a second, from the first request to the last acknowledgement.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zmq.h>

#include "base/buffer.h"
#include "tests/bench/text.h"

struct bench {
        void *socket;
        struct buffer *bodies;
        uint64_t count, sent, done, full;
};

static void fail(const char *what)
{
        fprintf(stderr, "publish: %s: %s\n", what, zmq_strerror(zmq_errno()));
        exit(1);
}

static void make_bodies(struct bench *b, uint64_t first)
{
        char text[BENCH_TEXT_BYTES + 1] = "";

        b->bodies = calloc(b->count, sizeof(*b->bodies));
        if (!b->bodies)
                fail("memory");
        for (uint64_t i = 0; i < b->count; i++) {
                /* What is around the text is part of the 3.4 KB. */
                size_t size = BENCH_TEXT_BYTES - 120;

                bench_text(first + i, text, size);
                text[size] = '\0';
                buffer_printf(&b->bodies[i],
                              "{\"id\":\"bench-%" PRIu64
                              "\",\"source\":\"bench\",\"published\":"
                              "\"2026-05-04T07:30:00Z\",\"title\":\"Report %" PRIu64
                              "\",\"text\":\"%s\"}",
                              first + i, first + i, text);
        }
}

static void send_one(struct bench *b, uint64_t i)
{
        char id[24];
        int n = snprintf(id, sizeof(id), "%" PRIu64, i);

        if (zmq_send(b->socket, "PUT", 3, ZMQ_SNDMORE) < 0 ||
            zmq_send(b->socket, id, (size_t)n, ZMQ_SNDMORE) < 0 ||
            zmq_send(b->socket, b->bodies[i].data, b->bodies[i].size, 0) < 0)
                fail("send");
}

static void receive_one(struct bench *b)
{
        char id[32] = "", status[32] = "", body[1024];
        uint64_t i;

        if (zmq_recv(b->socket, id, sizeof(id) - 1, 0) < 0 ||
            zmq_recv(b->socket, status, sizeof(status) - 1, 0) < 0 ||
            zmq_recv(b->socket, body, sizeof(body), 0) < 0)
                fail("receive");
        i = strtoull(id, NULL, 10);
        if (strcmp(status, "full") == 0) {
                b->full++;
                nanosleep(&(struct timespec){ 0, 100000000 }, NULL);
                send_one(b, i);
        } else if (strcmp(status, "stored") != 0) {
                fprintf(stderr, "publish: article %" PRIu64 ": %s\n", i, status);
                exit(1);
        } else {
                b->done++;
        }
}

int main(int argc, char **argv)
{
        struct bench b = { 0 };
        uint64_t in_flight, start, took;
        void *context = zmq_ctx_new();
        int zero = 0, all = 0;

        if (argc < 4)
                return fprintf(stderr, "usage: publish ENDPOINT COUNT IN-FLIGHT [FIRST]\n"), 2;
        b.count = strtoull(argv[2], NULL, 10);
        in_flight = strtoull(argv[3], NULL, 10);
        make_bodies(&b, argc > 4 ? strtoull(argv[4], NULL, 10) : 0);
        b.socket = zmq_socket(context, ZMQ_DEALER);
        zmq_setsockopt(b.socket, ZMQ_LINGER, &zero, sizeof(zero));
        zmq_setsockopt(b.socket, ZMQ_SNDHWM, &all, sizeof(all));
        zmq_setsockopt(b.socket, ZMQ_RCVHWM, &all, sizeof(all));
        if (zmq_connect(b.socket, argv[1]))
                fail(argv[1]);
        start = bench_now_us();
        while (b.done < b.count) {
                while (b.sent < b.count && b.sent - b.done < in_flight)
                        send_one(&b, b.sent++);
                receive_one(&b);
        }
        took = bench_now_us() - start;
        printf("%.0f articles/s (%" PRIu64 " in %.2f s, %" PRIu64 " in flight, full %" PRIu64
               " times)\n",
               1e6 * (double)b.count / (double)took, b.count, (double)took / 1e6, in_flight,
               b.full);
        for (uint64_t i = 0; i < b.count; i++)
                buffer_clear(&b.bodies[i]);
        free(b.bodies);
        zmq_close(b.socket);
        zmq_ctx_term(context);
        return 0;
}
