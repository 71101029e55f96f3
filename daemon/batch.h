/* batch - the articles of one PUTS on their way
 *
 * Lines are handed in slice by slice, and never more than a window ahead of their commits, so a
 * large batch keeps nobody waiting. Each line stands alone: a bad one is told in its place of
 * the list, and those around it are stored.
 */
#pragma once

#include <event2/event.h>

#include "base/macros.h"
#include "daemon/committer.h"
#include "daemon/router.h"

struct batch;

struct batch_config {
        struct event_base *base;
        struct committer *committer;
        struct router *router;
        /* May a further article be handed in now? 0, or the status to answer with. */
        enum status (*admit)(void *context, unsigned *ret_retry_ms);
        /* What waits for a commit, and its bytes: lines count as all articles do. */
        size_t *puts, *bytes;
        /* The reply is sent, and the batch is freed after this call. */
        void (*finished)(void *context, struct batch *batch, size_t bytes);
        void *context;
};

/** Begins a batch with a copy of @body. It owns itself until @finished. 0 or an errno. */
int batch_new(struct batch **ret, const struct batch_config *config, const struct address *from,
              const struct blob *body);
/** What has not been handed in is answered `stopping`. */
void batch_stop(struct batch *batch);
/** For the very end: frees it without a reply. No line of it may be with the committer. */
void batch_free(struct batch *batch);
/** Number of non-empty lines in @body, at most @max + 1. */
size_t batch_count_lines(const struct blob *body, size_t max);
