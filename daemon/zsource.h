/* zsource - one ZeroMQ socket in the libevent loop
 *
 * ZMQ_FD says only that something has happened since it was last asked, once (edge-triggered);
 * every call on the socket may be that asking. So: after each wake the socket is read in
 * bounded batches until it is empty; after each send it is looked at again; what is left goes
 * on after a zero timer, so that other descriptors have their turn (event_active() would not
 * let them).
 *
 * Should an edge be lost for all that, zsource_check(), called once a second, finds what lies
 * there and counts it. The count must be 0: a test and `status` look at it.
 */
#pragma once

#include <event2/event.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/macros.h"

enum { ZSOURCE_BATCH = 256 }; /* messages before others have their turn */

struct zsource;

struct zsource_handler {
        /* Receives one message and handles it. False: there was none. */
        bool (*receive)(void *context);
        /* The socket may take again what it refused; NULL where nothing waits for that. */
        void (*writable)(void *context);
        void *context;
};

/** Joins the open @socket to @base. The socket stays the caller's, who closes it after
 *  zsource_free(). 0 or an errno. */
int zsource_new(struct zsource **ret, struct event_base *base, void *socket,
                const struct zsource_handler *handler);
void zsource_free(struct zsource *source);
DEFINE_CLEANUP(struct zsource *, zsource_free);

/** To be called after every send on the socket. */
void zsource_sent(struct zsource *source);
/** Once a second: was an edge lost? */
void zsource_check(struct zsource *source);
/** Lost edges found so far. */
uint64_t zsource_lost(const struct zsource *source);
