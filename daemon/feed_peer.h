/* feed_peer - one subscription with its peer: the feed's own, shared by its files */
#pragma once

#include "daemon/feed.h"
#include "daemon/slice.h"
#include "daemon/subscription.h"

struct feed_peer {
        struct subscription s;
        struct feed *feed;
        struct address address;
        char owner[ROUTER_OWNER_MAX];
        struct feed_request asked; /* owns the filter */
        struct read_work work;
        struct slice slice;
        size_t sent; /* items of the slice */

        /* while it is blocked */
        unsigned pause_ms; /* before the next try; 0: it took the last item */
        uint64_t tried_ms;
        uint64_t seen_sign; /* feed.signs when it was tried */
        size_t held_bytes;  /* of its slice */

        bool opened;                       /* the reply to OPEN is out */
        bool closed;                       /* freed when the reader gives it back */
        struct feed_peer *next, *previous; /* of all */
        struct feed_peer *next_wanting;
};

struct feed {
        struct feed_config config;
        struct event *retry; /* of those that did not read */
        struct feed_peer *first;
        size_t n, n_reading, n_blocked, held_bytes;
        uint64_t retry_in_ms; /* what the timer was set to */
        uint64_t signs;       /* times that some peer was seen to read again */
        struct feed_peer *wanting, **last_wanting; /* whose turn to read comes, in order */
        uint64_t items, gaps, busy, refused;       /* since the start */
        bool ended;
};

/** The subscription of this peer that @id names, or its only one. */
struct feed_peer *feed_find(struct feed *feed, const struct address *address);
/** Who holds the cursor, or NULL. */
struct feed_peer *feed_holder(struct feed *feed, const char *owner, const char *cursor);
/** Ends a subscription without a word. */
void feed_close(struct feed_peer *peer);
/** For what the reader gives back: true when it was closed meanwhile; it is freed then. */
bool feed_was_closed(struct feed_peer *peer);

/** It did not take all: it is tried again when somebody reads. */
void feed_block(struct feed_peer *peer);
/** It is no longer counted among those. */
void feed_unblock(struct feed_peer *peer);
/** The timer of the blocked ones. */
void feed_on_retry(evutil_socket_t fd, short what, void *feed);

/** It wants a slice: behind the others who do. */
void feed_want(struct feed_peer *peer);
void feed_unwant(struct feed_peer *peer);
/** Hands those whose turn it is to the reader. */
void feed_serve(struct feed *feed);
/** Sends what of the slice is not sent yet, and goes on as that went. */
void feed_send_on(struct feed_peer *peer);
/** [request id][kind][JSON?]; @body may be NULL and is released. As router_send(). */
int feed_tell(struct feed_peer *peer, const char *kind, json_t *body);

/** ACK. */
void feed_on_ack(void *feed, const struct address *from, const struct request *request);
