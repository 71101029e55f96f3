/* events - which articles of the window are in which event, and which event follows which */
#pragma once

#include "workers/link/map.h"

struct event_members {
        uint64_t number, follows;
        uint32_t *serials;     /* ascending */
        size_t first, n, room; /* @n from @first on: the oldest leaves at the front */
};

struct events {
        struct map by_number;
        struct event_members *all; /* n == 0: free */
        size_t n, room;
};

void events_clear(struct events *events);
int events_add(struct events *events, uint64_t event, uint32_t serial); /* 0 or -ENOMEM */
/** An event without articles in the window is forgotten. */
void events_remove(struct events *events, uint64_t event, uint32_t serial);
/** Says that events will be asked for soon: in a large window none of them is in the cache. */
void events_fetch(const struct events *events, const uint64_t *numbers, size_t n);
uint32_t events_size(const struct events *events, uint64_t event);
/** The serials of its articles, ascending; valid until the next change. Returns their number.
 */
size_t events_members(const struct events *events, uint64_t event, const uint32_t **ret);
/** All of @younger's articles go to @older, which is there. 0 or -ENOMEM. */
int events_merge(struct events *events, uint64_t older, uint64_t younger);
void events_follow(struct events *events, uint64_t event, uint64_t predecessor);
uint64_t events_followed(const struct events *events, uint64_t event); /* or 0 */
