/* parts - into what an event falls when each of its articles keeps to those most like it
 *
 * Agglomerative: from single articles, the two parts that fit best become one, as long as their
 * pairs of articles are, on the mean, likely of one event, and not clearly less so than the
 * pairs within them: near-twin events are alike, but each is more like itself.
 */
#pragma once

#include "workers/link/events.h"
#include "workers/link/index.h"

enum { PARTS_ARTICLES = 48 }; /* the newest of an event, of which its parts are found */

struct parts {
        uint32_t serials[PARTS_ARTICLES]; /* ascending */
        size_t of[PARTS_ARTICLES]; /* each one's part, named by its first article's place */
        size_t n;
};

/** Parts the newest articles of an event. */
int parts_find(struct parts *parts, struct index *index, const struct events *events,
               uint64_t event);
/** Whether two events' newest articles are of one event. */
int parts_belong(struct index *index, const struct events *events, uint64_t a, uint64_t b,
                 bool *ret);
