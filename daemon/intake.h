/* intake - articles come in, and are acknowledged once they are durable
 *
 * Answers HELLO, PUT and PUTS. Each article is decoded on the loop, handed to the committer,
 * and acknowledged when its commit is done, never before. What cannot be taken now is answered
 * `full` with a time after which to try again: nothing is dropped silently, nothing waits
 * without a bound.
 */
#pragma once

#include <event2/event.h>
#include <jansson.h>
#include <stdint.h>

#include "base/macros.h"
#include "daemon/committer.h"
#include "daemon/router.h"

enum {
        JOBS_HIGH = 100000, /* articles to be extracted: intake answers `full` from here … */
        JOBS_LOW = 50000,   /* … until they are down to this */
        INTAKE_PUTS_MAX = 16384,            /* articles between decoding and their commit */
        INTAKE_BYTES_MAX = 128 << 20,       /* their bytes */
        INTAKE_BATCHES_MAX = 256,           /* PUTS under way */
        INTAKE_BATCH_BYTES_MAX = 128 << 20, /* their bytes */
        INTAKE_SLICE_LINES = 128,           /* lines of a PUTS before others have their turn */
        INTAKE_SLICE_BYTES = 1 << 20,       /* … or bytes */
        INTAKE_BATCH_WINDOW = 2048,         /* lines of one PUTS that wait for commits */
        INTAKE_RETRY_JOBS_MS = 2000,        /* `full`: too much to be extracted */
        INTAKE_RETRY_QUEUE_MS = 100,        /* `full`: too much waits for a commit */
        INTAKE_RETRY_STORE_MS = 5000,       /* `full`: quota or disk */
};

struct intake;

struct intake_config {
        struct event_base *base;
        struct router *router;
        struct committer *committer;
        const char *store_id;
        const char *feed_endpoint;    /* both are told by HELLO, and must outlive the intake */
        uint64_t jobs_high, jobs_low; /* 0: JOBS_HIGH, JOBS_LOW */
};

/** Takes the verbs at the router. All in @config outlives it. 0 or an errno. */
int intake_new(struct intake **ret, const struct intake_config *config);
/** After committer_finish(): nothing that it handed in may be under way. */
void intake_free(struct intake *intake);
DEFINE_CLEANUP(struct intake *, intake_free);

/** Nothing new is taken in: what a PUTS has not handed in yet is answered `stopping`. */
void intake_stop(struct intake *intake);
void intake_set_levels(struct intake *intake, uint64_t jobs_high, uint64_t jobs_low);
/** Is nothing under way? */
bool intake_is_idle(const struct intake *intake);
/** Adds "intake" to @into. 0 or -1. */
int intake_status(const struct intake *intake, json_t *into);
