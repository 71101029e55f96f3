/* backlog - replies that a peer could not take yet
 *
 * A subscriber whose pipe is full of items must still get the answer to its ACK. A reply that
 * is refused waits here, a few for each peer and not many in all, and goes out, in order, when
 * the peer reads. What is over the limits is dropped by the caller, and counted there.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/cursor.h"
#include "daemon/router.h"

enum {
        BACKLOG_MAX = 512,
        BACKLOG_PEER_MAX = 32,
        BACKLOG_BYTES_MAX = 16 << 20,
};

struct backlog {
        struct backlog_reply *first, **last;
        size_t n, bytes;
};

void backlog_init(struct backlog *backlog);
void backlog_clear(struct backlog *backlog);
/** Keeps a copy. False: over the limits, or out of memory. */
bool backlog_add(struct backlog *backlog, const struct address *to, const struct blob *parts,
                 size_t n);
/** How many wait for this peer. */
size_t backlog_count(const struct backlog *backlog, const struct address *to);
/** Tries each with @send; what gives ROUTER_E_BLOCKED stays, all else is gone. With @only,
 * those for this peer alone. */
void backlog_flush(struct backlog *backlog, const struct address *only,
                   int (*send)(void *context, const struct address *to,
                               const struct blob *parts, size_t n),
                   void *context);
