#include "daemon/zsource.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <zmq.h>

struct zsource {
        void *socket;
        struct zsource_handler handler;
        struct event *edge, *later;
        int fd;
        uint64_t lost;
        bool woken;    /* since the last check */
        bool draining; /* inside drain(): what a send uncovers is seen by its end */
        bool armed;    /* @later is going to drain */
};

static unsigned socket_events(const struct zsource *source)
{
        int events = 0;
        size_t size = sizeof(events);

        if (zmq_getsockopt(source->socket, ZMQ_EVENTS, &events, &size) < 0)
                return 0;
        return (unsigned)events;
}

static void drain_later(struct zsource *source)
{
        static const struct timeval at_once = { 0, 0 };

        if (source->armed)
                return;
        source->armed = true;
        (void)evtimer_add(source->later, &at_once);
}

static bool has_work(const struct zsource *source)
{
        return (socket_events(source) & ZMQ_POLLIN) != 0;
}

/* Reads a batch, and leaves the rest, if there is one, to the timer. */
static void drain(struct zsource *source)
{
        source->draining = true;
        source->woken = true;
        if (source->handler.writable && (socket_events(source) & ZMQ_POLLOUT))
                source->handler.writable(source->handler.context);
        for (int n = 0; n < ZSOURCE_BATCH; n++) {
                if (!source->handler.receive(source->handler.context))
                        break;
        }
        source->draining = false;
        /* Asked last of all, when no further call can swallow an edge behind it. */
        if (has_work(source))
                drain_later(source);
}

static void zsource_on_edge(evutil_socket_t fd, short what, void *context)
{
        (void)fd;
        (void)what;
        drain(context);
}

static void zsource_on_timer(evutil_socket_t fd, short what, void *context)
{
        struct zsource *source = context;

        (void)fd;
        (void)what;
        source->armed = false;
        drain(source);
}

int zsource_new(struct zsource **ret, struct event_base *base, void *socket,
                const struct zsource_handler *handler)
{
        _cleanup_(zsource_freep) struct zsource *source = calloc(1, sizeof(*source));
        size_t size = sizeof(source->fd);

        if (!source)
                return -ENOMEM;
        source->socket = socket;
        source->handler = *handler;
        if (zmq_getsockopt(socket, ZMQ_FD, &source->fd, &size) < 0)
                return -errno;
        source->edge =
                event_new(base, source->fd, EV_READ | EV_PERSIST, zsource_on_edge, source);
        source->later = evtimer_new(base, zsource_on_timer, source);
        if (!source->edge || !source->later || event_add(source->edge, NULL) < 0)
                return -ENOMEM;
        drain_later(source); /* what came before there was an event to tell of it */
        *ret = TAKE_PTR(source);
        return 0;
}

void zsource_free(struct zsource *source)
{
        if (!source)
                return;
        if (source->edge)
                event_free(source->edge);
        if (source->later)
                event_free(source->later);
        free(source);
}

void zsource_sent(struct zsource *source)
{
        if (!source->draining && !source->armed && has_work(source))
                drain_later(source);
}

static bool fd_is_readable(int fd)
{
        struct pollfd at = { .fd = fd, .events = POLLIN };

        return poll(&at, 1, 0) > 0;
}

/* A message that lies there while the descriptor is quiet, a second after anything was last
 * received, has been forgotten. In a busy second nothing can be: the next message brings it. */
void zsource_check(struct zsource *source)
{
        bool woken = source->woken;

        source->woken = false;
        if (woken || source->armed || fd_is_readable(source->fd))
                return;
        if (!has_work(source))
                return;
        source->lost++;
        drain_later(source);
}

uint64_t zsource_lost(const struct zsource *source)
{
        return source->lost;
}
