/* reader - the thread that reads the store for replays and queries
 *
 * A read is cut into slices: each gets a transaction of its own, which is short, so that no old
 * page of the store is held for long, and a long read does not keep a short one waiting. What
 * is read may be a little behind what was committed, never ahead of it.
 */
#pragma once

#include <event2/event.h>

#include "base/macros.h"
#include "daemon/store/store.h"

enum {
        READ_QUEUE_MAX = 4096, /* reads that wait: more are refused */
};

enum {
        READER_E_FULL = 1100, /* of reader_submit() */
        READER_E_AGAIN,       /* of @run: there is more, call again with a new transaction */
};

struct reader;

/** One thing to be read. Whoever hands it in owns it, and keeps it until @done. */
struct read_work {
        int (*run)(struct read_work *work, struct txn *txn); /* reader thread */
        void (*done)(struct read_work *work, int result);    /* loop thread; may free it */

        struct read_work *next; /* the reader's own */
        int result;
};

/** The caller owns *@ret; @base and @store outlive it. 0 or an errno. */
int reader_new(struct reader **ret, struct event_base *base, struct store *store);
/** Reads that were begun are cut short; @done of each is called with -ECANCELED. What is handed
 *  in from then on is refused. reader_free() does this too. */
void reader_finish(struct reader *reader);
void reader_free(struct reader *reader);
DEFINE_CLEANUP(struct reader *, reader_free);
/** 0, or READER_E_FULL: the work was not taken. */
int reader_submit(struct reader *reader, struct read_work *work);
