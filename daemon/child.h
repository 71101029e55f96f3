/* child - one worker process and the daemon's end of its channel
 *
 * A child is exec'd with three things: /dev/null as 0 and 1, a pipe as 2 whose last line is
 * kept, a socket as 3. It says READY, then is given one job at a time and answers it. Whatever
 * else it does (another's job number, a frame that is none or too long, a flood of words,
 * silence beyond the job's time, more CPU time or memory than allowed) ends it by SIGKILL. All
 * on the loop thread; nothing here waits.
 */
#pragma once

#include <event2/event.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/buffer.h"
#include "base/cursor.h"
#include "base/macros.h"
#include "daemon/child_state.h"

enum {
        CHILD_REASON_MAX = 512,      /* bytes */
        CHILD_WORDS_MAX = 256 << 10, /* on descriptor 2 in one job: more is a fault */
        CHILD_START_MS = 20000,      /* from exec to READY */
        CHILD_END_MS = 2000,         /* from hanging up to SIGKILL */
};

struct child;

struct child_config {
        struct event_base *base;
        const char *path; /* of the worker's program */
        int nice;
        uint64_t memory_bytes; /* told to the worker, and the most that may be resident */
};

/** News of a child. @result may give it the next job; @gone may free it; else neither. */
struct child_events {
        void (*ready)(void *context, struct child *child);
        void (*result)(void *context, struct child *child, bool failed,
                       const struct blob *body);
        /** It is reaped. @reason in words; NULL when it was told to go and went. */
        void (*gone)(void *context, struct child *child, const char *reason);
};

/** What a job may take. */
struct child_job {
        uint64_t job;
        uint8_t kind;
        const struct blob *body; /* copied */
        unsigned wall_ms, cpu_ms;
};

/** Starts a process. The caller owns *@ret; @events stays. 0 or a negative errno. */
int child_start(struct child **ret, const struct child_config *config,
                const struct child_events *events, void *context);
/** Kills it if it lives, reaps it, frees it; nothing is called. */
void child_free(struct child *child);
DEFINE_CLEANUP(struct child *, child_free);

/** Only in CHILD_IDLE. 0 or a negative errno (then nothing was sent). */
int child_give(struct child *child, const struct child_job *job);
/** Tells it to go, by hanging up: it has CHILD_END_MS for that. */
void child_dismiss(struct child *child);
/** Kills it; @reason is what @gone will say. */
void child_kill(struct child *child, const char *reason);
/** @elapsed_ms more have passed, by a clock that stands still while the daemon does: checks
 *  time, CPU time and memory. */
void child_tick(struct child *child, unsigned elapsed_ms);

enum child_state child_state(const struct child *child);
pid_t child_pid(const struct child *child);
/** "no_new_privs rlimits seccomp"; "" before READY. */
const char *child_layers(const struct child *child);
/** Time that the job under way, or the last one, has taken by child_tick(). */
unsigned child_spent_ms(const struct child *child);
/** How long it has been idle. */
unsigned child_idle_ms(const struct child *child);
