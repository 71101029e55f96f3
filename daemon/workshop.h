/* workshop - what the three kinds of job share
 *
 * A job goes from hand to hand: the reading thread puts it together, the pool has it done, the
 * reading thread checks the answer, the commit thread writes it. The struct that travels is
 * only ever in one pair of hands, so it needs no lock.
 */
#pragma once

#include <event2/event.h>
#include <stdbool.h>
#include <stdint.h>

#include "daemon/committer.h"
#include "daemon/dispatch.h"
#include "daemon/editor.h"
#include "daemon/pool.h"
#include "daemon/reader.h"

enum {
        WORKSHOP_RETRY_MS = 1000, /* after a commit that failed, as when the disk is full */
        WORKSHOP_ARENA_BYTES = 256 << 20, /* most for one job on the reading thread */
};

struct workshop {
        struct event_base *base;
        struct committer *committer;
        struct reader *reader;
        struct pool *pool;
        struct editor *editor; /* only inside @run of a commit */
        unsigned workers;
        unsigned attempt_ms, attempts_ms;
        bool paused, stopping;
        void (*link)(void *dispatch);  /* something was settled: hand in the linking of it */
        void (*again)(void *dispatch); /* something ended: schedules another look */
        void *dispatch;
};

/** Counts of one kind, for `status`. */
struct workshop_figures {
        uint64_t under_way, done, retries, failed;
};
