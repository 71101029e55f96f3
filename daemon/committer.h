/* committer - the commit thread: the only writer of the store
 *
 * The loop hands it works; the thread takes what has gathered, runs all of it in one
 * transaction, and after the commit (never before) hands the works back to the loop. So one
 * sync pays for many acknowledgements, and the loop never waits for a disk.
 *
 * A work that fails is undone alone; when the commit fails, every work of the batch has failed
 * with it. Works run, and are done, in the order in which they were handed in.
 */
#pragma once

#include <event2/event.h>
#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/macros.h"
#include "daemon/store/store.h"

enum {
        COMMIT_QUEUE_MAX = 65536, /* works that wait; further ones are refused, but essential */
        COMMIT_BATCH_MAX = 2048,  /* works in one transaction */
        COMMIT_BATCH_MS = 250,    /* no further work is begun in a transaction this old */
        COMMIT_STALL_MS = 60000,  /* a commit that takes longer is no progress */
};

enum {
        COMMITTER_E_FULL = 1000, /* of committer_submit(): apart from what @run may return */
        COMMITTER_E_STOPPING,
};

struct committer;

/** One thing to be written. Whoever hands it in owns it, and keeps it until @done. */
struct commit_work {
        /* Commit thread. 0, a named condition, or a negative errno; a non-zero return undoes
         * what it wrote. */
        int (*run)(struct commit_work *work, struct txn *txn);
        /* Loop thread, after the commit: what @run returned, or the commit's own failure. May
         * free the work, and may hand in others. */
        void (*done)(struct commit_work *work, int result);
        bool essential; /* what frees or completes: is never refused for a full queue */
        bool harmless;  /* @run writes nothing when it fails: no step is needed to undo it */

        struct commit_work *next; /* the committer's own */
        int result;
};

/** What the store held after the last commit that the loop knows of. */
struct commit_ends {
        uint64_t articles, linked, feed, jobs;
};

/** What to wake for. */
enum commit_change {
        COMMIT_ARTICLES = 1, /* log 1 grew */
        COMMIT_FEED = 2,     /* log 3 grew */
        COMMIT_JOBS = 4,     /* the number of jobs changed */
        COMMIT_ANY = 8,      /* every commit */
};

/** Starts the thread. The caller owns *@ret; @base and @store outlive it. 0 or an errno. */
int committer_new(struct committer **ret, struct event_base *base, struct store *store);
/** Runs what was handed in, calls its @done, ends the thread. What is handed in from then on is
 *  refused; all else may still be asked, until committer_free(), which does this too. */
void committer_finish(struct committer *committer);
void committer_free(struct committer *committer);
DEFINE_CLEANUP(struct committer *, committer_free);

/** Hands in a work (loop thread). 0, or COMMITTER_E_FULL, COMMITTER_E_STOPPING: then the work
 *  was not taken and @done is not called. */
int committer_submit(struct committer *committer, struct commit_work *work);
/** Refuses further works that are not essential; those handed in still run. */
void committer_stop(struct committer *committer);

/** Calls @wake on the loop thread after commits that brought one of @changes (a set of enum
 *  commit_change). At most COMMIT_WATCHES_MAX. 0 or -ENOSPC. */
enum { COMMIT_WATCHES_MAX = 16 };
int committer_watch(struct committer *committer, unsigned changes, void (*wake)(void *context),
                    void *context);
/** Calls @aborted on the commit thread when a transaction, or a step of it that was not
 *  harmless, was undone: what was kept in memory beside it must be read again. 0 or -ENOSPC.
 *  Only before the first work is handed in. */
int committer_on_abort(struct committer *committer, void (*aborted)(void *context),
                       void *context);
/** Calls @broken once on the loop thread when the disk failed under a commit, or the store is
 *  damaged: nothing is written any more (a sync is never tried again), every work fails, and
 *  the daemon had better start anew. */
void committer_on_broken(struct committer *committer, void (*broken)(void *context, int error),
                         void *context);

const struct commit_ends *committer_ends(const struct committer *committer);
/** Works handed in whose @done has not been called (loop thread). */
size_t committer_pending(const struct committer *committer);

/** Adds "commit" to @into (loop thread). 0 or -1. */
int committer_status(struct committer *committer, json_t *into);
/** Any thread: nothing to do, or what it is doing began less than COMMIT_STALL_MS ago. */
bool committer_progresses(struct committer *committer, uint64_t now_ms);
