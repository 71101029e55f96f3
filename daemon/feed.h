/* feed - subscribers read the log of changes, each at its own pace
 *
 * Answers OPEN, CREDIT, ACK and CLOSE. Each subscription reads for itself from the store, in
 * slices no longer than its credit, so one that stops costs one slice of memory and keeps
 * nobody waiting. A subscription is known by its peer and the request id of its OPEN; CREDIT
 * and CLOSE bear the same id (or any, where the peer has only one subscription).
 *
 * Out, besides replies: [request id]["item"][number][previous][CloudEvent], numbers in decimal,
 * `previous` that of the item sent before on this subscription, 0: none; ["gap"]{"from","to"};
 * ["live"] once, when it has caught up; ["ping"], which needs no answer, when another asks for
 * its cursor; ["error"]{"error"}, and the subscription has ended.
 *
 * A cursor belongs to the user who made it (see router_owner()), under whose name it is kept:
 * it outlives connections, and no other user can see or move it. One subscription holds it at a
 * time; a holder that has gone is found out by the ping.
 */
#pragma once

#include <event2/event.h>
#include <jansson.h>

#include "base/macros.h"
#include "daemon/committer.h"
#include "daemon/reader.h"
#include "daemon/router.h"

enum {
        FEED_SUBSCRIPTIONS_MAX = 4096, /* more are answered `full` */
        FEED_READS_MAX = 4,            /* slices read at a time, so that queries get through */
        FEED_HIGH_WATER = 64,          /* items in libzmq, for one subscriber */
        FEED_HELD_BYTES_MAX =
                32 << 20, /* for those who do not read; after that one item each */
        FEED_RETRY_MS = 1000,
};

struct feed;

struct feed_config {
        struct event_base *base;
        struct router *router;
        struct reader *reader;
        struct committer *committer;
};

/** Takes the verbs at the router. All in @config outlives it. 0 or an errno. */
int feed_new(struct feed **ret, const struct feed_config *config);
/** After committer_finish() and reader_finish(). */
void feed_free(struct feed *feed);
DEFINE_CLEANUP(struct feed *, feed_free);
/** Log 3 may have grown. For committer_watch(…, COMMIT_FEED, feed_wake, feed). */
void feed_wake(void *feed);
/** Once a second: gives back what is held for those who do not read. */
void feed_tick(struct feed *feed);
/** For router_config.writable, with the address of a struct feed * as context. */
void feed_on_writable(void *feed_place);
/** Adds "feed" to @into. 0 or -1. */
int feed_status(const struct feed *feed, json_t *into);
