#include "workers/link/events.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_EVENTS = 64, FIRST_MEMBERS = 4 };

void events_clear(struct events *events)
{
        for (size_t i = 0; i < events->n; i++)
                free(events->all[i].serials);
        free(events->all);
        map_clear(&events->by_number);
}

static struct event_members *find(const struct events *events, uint64_t event)
{
        uint32_t at = map_get(&events->by_number, event);

        return at == MAP_NONE ? NULL : &events->all[at];
}

static int event_new(struct events *events, uint64_t number, struct event_members **ret)
{
        int r;

        if (events->n == events->room) {
                size_t room = events->room ? 2 * events->room : FIRST_EVENTS;
                struct event_members *grown = realloc(events->all, room * sizeof(*events->all));

                if (!grown)
                        return -ENOMEM;
                events->all = grown;
                events->room = room;
        }
        r = map_put(&events->by_number, number, (uint32_t)events->n);
        if (r)
                return r;
        *ret = &events->all[events->n++];
        **ret = (struct event_members){ .number = number };
        return 0;
}

int events_add(struct events *events, uint64_t event, uint32_t serial)
{
        struct event_members *e = find(events, event);
        size_t at;
        int r = e ? 0 : event_new(events, event, &e);

        if (r)
                return r;
        if (e->n == e->room) {
                size_t room = e->room ? 2 * e->room : FIRST_MEMBERS;
                uint32_t *grown = realloc(e->serials, room * sizeof(*grown));

                if (!grown)
                        return -ENOMEM;
                e->serials = grown;
                e->room = room;
        }
        for (at = e->n++; at > 0 && e->serials[at - 1] > serial; at--)
                e->serials[at] = e->serials[at - 1];
        e->serials[at] = serial;
        return 0;
}

/* The last one moves into the gap, so that the table stays dense. */
static void event_forget(struct events *events, struct event_members *e)
{
        struct event_members *last = &events->all[--events->n];

        map_remove(&events->by_number, e->number);
        free(e->serials);
        if (e != last) {
                *e = *last;
                /* The key is there: this cannot need memory. */
                (void)map_put(&events->by_number, e->number, (uint32_t)(e - events->all));
        }
}

void events_remove(struct events *events, uint64_t event, uint32_t serial)
{
        struct event_members *e = find(events, event);
        size_t at = 0;

        if (!e)
                return;
        while (at < e->n && e->serials[at] != serial)
                at++;
        if (at == e->n)
                return;
        memmove(e->serials + at, e->serials + at + 1, (e->n - at - 1) * sizeof(*e->serials));
        if (--e->n == 0)
                event_forget(events, e);
}

uint32_t events_size(const struct events *events, uint64_t event)
{
        const struct event_members *e = find(events, event);

        return e ? (uint32_t)e->n : 0;
}

size_t events_members(const struct events *events, uint64_t event, const uint32_t **ret)
{
        const struct event_members *e = find(events, event);

        *ret = e ? e->serials : NULL;
        return e ? e->n : 0;
}

int events_merge(struct events *events, uint64_t older, uint64_t younger)
{
        struct event_members *e = find(events, younger);
        int r = 0;

        if (!e)
                return 0;
        for (size_t i = 0; !r && i < e->n; i++) {
                r = events_add(events, older, e->serials[i]);
                e = find(events, younger); /* the table may have moved */
        }
        if (!r)
                event_forget(events, e);
        return r;
}

void events_follow(struct events *events, uint64_t event, uint64_t predecessor)
{
        struct event_members *e = find(events, event);

        if (e)
                e->follows = predecessor;
}

uint64_t events_followed(const struct events *events, uint64_t event)
{
        const struct event_members *e = find(events, event);

        return e ? e->follows : 0;
}
