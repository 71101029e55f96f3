#include "daemon/bell.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <unistd.h>

struct bell {
        int fd;
        struct event *event;
        void (*heard)(void *context);
        void *context;
};

static void bell_on_read(evutil_socket_t fd, short what, void *context)
{
        struct bell *bell = context;
        uint64_t rings;

        (void)what;
        /* Emptied before it is heard: a ring from now on is a new one. */
        (void)!read(fd, &rings, sizeof(rings));
        bell->heard(bell->context);
}

int bell_new(struct bell **ret, struct event_base *base, void (*heard)(void *context),
             void *context)
{
        _cleanup_(bell_freep) struct bell *bell = calloc(1, sizeof(*bell));

        if (!bell)
                return -ENOMEM;
        *bell = (struct bell){ .fd = -1, .heard = heard, .context = context };
        bell->fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
        if (bell->fd < 0)
                return -errno;
        bell->event = event_new(base, bell->fd, EV_READ | EV_PERSIST, bell_on_read, bell);
        if (!bell->event || event_add(bell->event, NULL) < 0)
                return -ENOMEM;
        *ret = TAKE_PTR(bell);
        return 0;
}

void bell_free(struct bell *bell)
{
        if (!bell)
                return;
        if (bell->event)
                event_free(bell->event);
        if (bell->fd >= 0)
                close(bell->fd);
        free(bell);
}

void bell_ring(struct bell *bell)
{
        static const uint64_t one = 1;

        /* Can fail only when it rings already, 2^64 - 2 times. */
        (void)!write(bell->fd, &one, sizeof(one));
}
