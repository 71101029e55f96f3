/* jobs - what a worker does with one job: bytes in, bytes out
 *
 * Pure: no descriptor, no clock, nothing kept from one job to the next. So the same functions
 * run in tests and under fuzzers without a process around them.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "proto/frame.h"

enum { JOB_REASON_MAX = 400 }; /* bytes */

enum { JOB_E_FAILED = 1 }; /* for good: the reason says why */

struct job_limits {
        uint64_t arena_bytes; /* most for the arena of one job, whatever its input's size */
};

/** Does @job and appends the result's body to @out. Returns 0; JOB_E_FAILED with the reason in
 *  words; or -ENOMEM: the machine's memory, not the job's limit, ran out, and another worker
 *  may do better. */
int job_run(const struct frame_job *job, const struct job_limits *limits, struct buffer *out,
            char reason[JOB_REASON_MAX]);
/** Does a small job of each kind, so that what loads itself at its first use is loaded.
 *  0 or a negative errno. */
int jobs_warm_up(const struct job_limits *limits);
