#include "workers/link/events.h"

#include <errno.h>
#include <stdbool.h>
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

/* Makes room for one more at the end. */
static int reserve_member(struct event_members *e)
{
        size_t room = e->room ? 2 * e->room : FIRST_MEMBERS;
        uint32_t *grown;

        if (e->first > e->n) { /* half of the room is behind the window: move up */
                memmove(e->serials, e->serials + e->first, e->n * sizeof(*e->serials));
                e->first = 0;
        }
        if (e->first + e->n < e->room)
                return 0;
        grown = realloc(e->serials, room * sizeof(*grown));
        if (!grown)
                return -ENOMEM;
        e->serials = grown;
        e->room = room;
        return 0;
}

int events_add(struct events *events, uint64_t event, uint32_t serial)
{
        struct event_members *e = find(events, event);
        uint32_t *serials;
        size_t at;
        int r = e ? 0 : event_new(events, event, &e);

        if (!r)
                r = reserve_member(e);
        if (r)
                return r;
        serials = e->serials + e->first;
        for (at = e->n++; at > 0 && serials[at - 1] > serial; at--)
                serials[at] = serials[at - 1];
        serials[at] = serial;
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

/* The place of a serial, or of the first one behind it. */
static size_t place_of(const struct event_members *e, uint32_t serial)
{
        size_t low = 0, high = e->n;

        while (low < high) {
                size_t middle = (low + high) / 2;

                if (e->serials[e->first + middle] < serial)
                        low = middle + 1;
                else
                        high = middle;
        }
        return low;
}

void events_remove(struct events *events, uint64_t event, uint32_t serial)
{
        struct event_members *e = find(events, event);
        size_t at = e ? place_of(e, serial) : 0;
        uint32_t *serials;

        if (!e || at == e->n || e->serials[e->first + at] != serial)
                return;
        serials = e->serials + e->first;
        if (at == 0)
                e->first++;
        else
                memmove(serials + at, serials + at + 1, (e->n - at - 1) * sizeof(*serials));
        if (--e->n == 0)
                event_forget(events, e);
}

void events_fetch(const struct events *events, const uint64_t *numbers, size_t n)
{
        for (size_t i = 0; i < n; i++)
                map_prefetch(&events->by_number, numbers[i]);
        for (size_t i = 0; i < n; i++) {
                const struct event_members *e = find(events, numbers[i]);

                if (e)
                        __builtin_prefetch(e);
        }
        for (size_t i = 0; i < n; i++) {
                const struct event_members *e = find(events, numbers[i]);

                if (e)
                        __builtin_prefetch(e->serials + e->first);
        }
}

uint32_t events_size(const struct events *events, uint64_t event)
{
        const struct event_members *e = find(events, event);

        return e ? (uint32_t)e->n : 0;
}

size_t events_members(const struct events *events, uint64_t event, const uint32_t **ret)
{
        const struct event_members *e = find(events, event);

        *ret = e ? e->serials + e->first : NULL;
        return e ? e->n : 0;
}

int events_merge(struct events *events, uint64_t older, uint64_t younger)
{
        struct event_members *a = find(events, older), *b = find(events, younger);
        size_t i = 0, k = 0, room;
        uint32_t *both;

        if (!a || !b)
                return 0;
        room = a->n + b->n;
        both = malloc(room * sizeof(*both));
        if (!both)
                return -ENOMEM;
        while (i < a->n || k < b->n) {
                const uint32_t *x = a->serials + a->first + i, *y = b->serials + b->first + k;
                bool from_a = k == b->n || (i < a->n && *x < *y);

                both[i + k] = from_a ? *x : *y;
                i += from_a;
                k += !from_a;
        }
        free(a->serials);
        a->serials = both;
        a->first = 0;
        a->n = a->room = room;
        event_forget(events, b);
        return 0;
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
