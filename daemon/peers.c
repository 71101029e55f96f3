#include "daemon/peers.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zmq.h>

#include "daemon/zsource.h"

struct peers {
        void *watched, *monitor;
        struct zsource *source;
        struct peers_figures figures;
};

static void count(struct peers *peers, uint16_t event)
{
        switch (event) {
        case ZMQ_EVENT_ACCEPTED: peers->figures.accepted++; break;
        case ZMQ_EVENT_DISCONNECTED: peers->figures.ended++; break;
        default: peers->figures.refused++; break;
        }
}

/* Two frames: u16 event and u32 value, in the machine's order; the endpoint. */
static bool receive_event(void *context)
{
        struct peers *peers = context;
        unsigned char head[6];
        uint16_t event;
        char endpoint[256];

        if (zmq_recv(peers->monitor, head, sizeof(head), ZMQ_DONTWAIT) < 0)
                return false;
        memcpy(&event, head, sizeof(event));
        count(peers, event);
        return zmq_recv(peers->monitor, endpoint, sizeof(endpoint), ZMQ_DONTWAIT) >= 0;
}

static int watch(struct peers *peers, void *zmq)
{
        int events = ZMQ_EVENT_ACCEPTED | ZMQ_EVENT_DISCONNECTED |
                     ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL |
                     ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL | ZMQ_EVENT_HANDSHAKE_FAILED_AUTH;
        int unlimited = 0, at_once = 0;
        char name[48];

        snprintf(name, sizeof(name), "inproc://peers-%p", (void *)peers);
        if (zmq_socket_monitor(peers->watched, name, events) < 0)
                return -errno;
        peers->monitor = zmq_socket(zmq, ZMQ_PAIR);
        if (!peers->monitor)
                return -errno;
        /* libzmq's thread would wait, with a lock held, for room in a queue with a limit. */
        if (zmq_setsockopt(peers->monitor, ZMQ_RCVHWM, &unlimited, sizeof(unlimited)) < 0 ||
            zmq_setsockopt(peers->monitor, ZMQ_LINGER, &at_once, sizeof(at_once)) < 0 ||
            zmq_connect(peers->monitor, name) < 0)
                return -errno;
        return 0;
}

int peers_new(struct peers **ret, struct event_base *base, void *zmq, void *socket)
{
        _cleanup_(peers_freep) struct peers *peers = calloc(1, sizeof(*peers));
        struct zsource_handler handler = { .receive = receive_event, .context = peers };
        int r;

        if (!peers)
                return -ENOMEM;
        peers->watched = socket;
        r = watch(peers, zmq);
        if (!r)
                r = zsource_new(&peers->source, base, peers->monitor, &handler);
        if (r)
                return r;
        *ret = TAKE_PTR(peers);
        return 0;
}

void peers_free(struct peers *peers)
{
        if (!peers)
                return;
        zsource_free(peers->source);
        (void)zmq_socket_monitor(peers->watched, NULL, 0);
        if (peers->monitor)
                zmq_close(peers->monitor);
        free(peers);
}

void peers_figures(const struct peers *peers, struct peers_figures *ret)
{
        *ret = peers->figures;
}
