/* parts - into what an event falls when each of its articles keeps to those most like it */
#pragma once

#include "workers/link/events.h"
#include "workers/link/index.h"

struct parts {
        uint32_t *serials; /* the event's articles, ascending */
        size_t *of;        /* each one's part, named by its first article's index */
        size_t n, keeper;  /* the part that keeps the event */
};

/** Parts an event's articles. Clear *@parts whatever is returned: 0 or -ENOMEM. */
int parts_find(struct parts *parts, struct index *index, const struct events *events,
               uint64_t event);
void parts_clear(struct parts *parts);
