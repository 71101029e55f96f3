/* frame - what daemon and worker say to each other over fd 3
 *
 * On the wire a frame is: u32 length of what follows, u8 protocol version, u8 type, payload;
 * integers big-endian. The worker speaks first (READY), then answers each job with one RESULT.
 * Rows are opaque here: see workers/compare/compare.h.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/cursor.h"

enum {
        FRAME_VERSION = 1,
        FRAME_BYTES_MAX = 64 << 20, /* a longer one is a broken worker */
        FRAME_HEAD_BYTES = 4,
        ROW_KEY_MAX = 255,      /* bytes */
        ROW_FOLD_ONLY = 0x80,   /* in a key's first byte: no render needs the row */
        FOLD_ACCOUNTS_MAX = 32, /* accounts in one fold job */
        FOLD_ROWS_MAX = 200000,
};

enum frame_type {
        FRAME_READY = 1, /* worker: struct frame_ready */
        FRAME_JOB,       /* daemon: struct frame_job */
        FRAME_RESULT,    /* worker: struct frame_result */
};

enum job_kind {
        JOB_EXTRACT = 1, /* body: struct extract_job; result: struct extract_result */
        JOB_FOLD,        /* body: struct fold_job;    result: struct fold_result */
        JOB_RENDER,      /* body: struct render_job;  result: a comparison's JSON */
};

enum { FRAME_E_MALFORMED = 1 };

struct frame_ready {
        uint32_t pid;
        struct blob version; /* "parallax/0.1.0": must be the daemon's own */
        struct blob layers;  /* "no_new_privs rlimits seccomp", for `status` */
};

struct frame_job {
        uint64_t job; /* never reused within a daemon's life: fences late results off */
        uint8_t kind;
        struct blob body;
};

struct frame_result {
        uint64_t job;
        uint8_t failed; /* 1: @body is a reason in words, and the job is not tried again */
        struct blob body;
};

struct extract_job {
        struct blob article; /* the flat JSON */
        struct blob raw;     /* the page's bytes, or NULL */
};

struct extract_result {
        struct blob extraction; /* JSON */
        struct blob signature;  /* what link needs: workers/link/link.h */
        struct blob keys;       /* rows that the account can touch: keys_encode() */
};

/** An account = an extraction with its number in the log. */
struct account_blob {
        uint64_t number;
        struct blob extraction;
};

struct row_blob {
        struct blob key, value; /* a value of size 0: the row is gone */
};

struct event_head {
        uint64_t event;   /* its number */
        uint64_t version; /* the newest article taken in */
        uint64_t follows; /* or 0 */
};

struct fold_job {
        struct event_head head;
        uint32_t n_rows, n_accounts;
        struct row_blob *rows;         /* in the order of keys */
        struct account_blob *accounts; /* in the order of numbers */
};

struct fold_result {
        uint32_t n_rows;
        struct row_blob *rows; /* those changed, in the order of keys */
        struct blob summary;   /* JSON for the feed: title, date, place, participants, counts,
                                  conflicts (contract, "The feed") */
};

struct render_job {
        struct event_head head;
        uint32_t n_rows;
        struct row_blob
                *rows; /* all of the event but ROW_FOLD_ONLY ones, in the order of keys */
};

/* Encoders append a whole frame, length first. */
void frame_put_ready(struct buffer *out, const struct frame_ready *ready);
void frame_put_job(struct buffer *out, const struct frame_job *job);
void frame_put_result(struct buffer *out, const struct frame_result *result);
/* Bodies, without a frame around them. */
void extract_job_put(struct buffer *out, const struct extract_job *job);
void extract_result_put(struct buffer *out, const struct extract_result *result);
void fold_job_put(struct buffer *out, const struct fold_job *job);
void fold_result_put(struct buffer *out, const struct fold_result *result);
void render_job_put(struct buffer *out, const struct render_job *job);

/** Looks at the head of @size bytes received so far. Returns 1 with the frame's whole size
 * (head included) in *@ret_size, 0 when more bytes are needed, -EMSGSIZE when it is too long.
 */
int frame_size(const void *data, size_t size, size_t *ret_size);
/** Type of a whole frame, or FRAME_E_MALFORMED's absence: 0 with *@ret_type, or the error. */
int frame_type(const void *frame, size_t size, enum frame_type *ret_type);
/* Decoders take a whole frame (or body); blobs point into it. Arrays are malloc'd for the
 * caller. They return 0, FRAME_E_MALFORMED, or -ENOMEM. */
int frame_get_ready(struct frame_ready *ret, const void *frame, size_t size);
int frame_get_job(struct frame_job *ret, const void *frame, size_t size);
int frame_get_result(struct frame_result *ret, const void *frame, size_t size);
int extract_job_get(struct extract_job *ret, const void *body, size_t size);
int extract_result_get(struct extract_result *ret, const void *body, size_t size);
int fold_job_get(struct fold_job *ret, const void *body, size_t size);
int fold_result_get(struct fold_result *ret, const void *body, size_t size);
int render_job_get(struct render_job *ret, const void *body, size_t size);

/* A sorted list of distinct row keys: u32 count, then blobs. */
int keys_check(const void *data, size_t size); /* 0 or FRAME_E_MALFORMED */

/* The value of a row, as far as the daemon understands it. */
struct row_finding {
        unsigned char id[4]; /* what the finding is keyed by, hashed */
        char letter;         /* g c q o m k: the contract's */
        uint64_t content;    /* hash of what it says: another value = the finding has changed */
};
struct row_value {
        uint32_t n_refs;
        struct blob *refs; /* keys of rows that a fold which gets this row needs too */
        uint32_t n_findings;
        struct row_finding *findings; /* what a reader sees of this row */
        struct blob body;             /* compare's own */
};
void row_value_put(struct buffer *out, const struct row_value *value);
/** As the decoders above; @ret's arrays are malloc'd. */
int row_value_get(struct row_value *ret, const void *data, size_t size);
void row_value_clear(struct row_value *value);
