/* request - verbs, statuses and reply bodies of the wire protocol
 *
 * A request is [verb][request id][body][raw?], a reply [request id][status][JSON]; the routing
 * frames (and the empty one of a REQ socket) are the transport's business, not this file's.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/cursor.h"
#include "base/json.h"

enum {
        REQUEST_ID_MAX = 64,          /* bytes */
        REQUEST_PARTS_MAX = 8,        /* frames of one message */
        REQUEST_LINES_MAX = 10000,    /* articles in one PUTS */
        MESSAGE_BYTES_MAX = 32 << 20, /* ZMQ_MAXMSGSIZE: more, and the peer is cut off */
        PROTOCOL_VERSION = 1,
};

enum verb {
        VERB_HELLO,
        VERB_PUT,
        VERB_PUTS,
        VERB_EVENTS,
        VERB_SHOW,
        VERB_ARTICLE,
        VERB_WHY,
        VERB_STATUS,
        VERB_DEAD,
        VERB_REPROCESS,
        VERB_OPEN,
        VERB_CREDIT,
        VERB_ACK,
        VERB_CLOSE,
        VERB_UNKNOWN,
};

enum status {
        STATUS_OK, /* of queries: "ok" */
        STATUS_STORED,
        STATUS_VERSION,
        STATUS_DUPLICATE,
        STATUS_RETRACTED,
        STATUS_INVALID,
        STATUS_TOO_LARGE,
        STATUS_FULL,
        STATUS_DENIED,
        STATUS_BUSY,
        STATUS_NOT_FOUND,
        STATUS_UNKNOWN_VERB,
        STATUS_STOPPING,
        STATUS_ERROR,
};

/** A request's frames behind the routing ones; @raw.data is NULL where there is none. */
struct request {
        enum verb verb;
        struct blob id, body, raw;
};

enum { REQUEST_E_MALFORMED = 1 };

/** Reads @n frames. An unknown verb is VERB_UNKNOWN, not an error; REQUEST_E_MALFORMED: too few
 * or too many frames, or an id over the limit. */
int request_decode(struct request *ret, const struct blob *frames, size_t n);
const char *status_name(enum status status);
/** STATUS_ERROR for a name that is none. */
enum status status_of(const char *name, size_t size);
const char *verb_name(enum verb verb);

/* Bodies of replies, appended to @out. */
void reply_put_stored(struct buffer *out, uint64_t number, const char *id);
void reply_put_fault(struct buffer *out, const struct json_fault *fault);
void reply_put_full(struct buffer *out, unsigned retry_ms);
void reply_put_error(struct buffer *out, const char *message);

/** What OPEN asks. Strings are owned by the caller's JSON. */
struct feed_filter;
struct feed_request {
        uint64_t from;    /* first number wanted; 0 when a cursor is named */
        char cursor[128]; /* "" for none */
        uint64_t credit;
        struct feed_filter *filter; /* NULL: everything */
};
/** Decodes the body of OPEN; 0 or REQUEST_E_MALFORMED with *@fault. */
int feed_request_decode(struct feed_request *ret, const char *json, size_t size,
                        struct json_fault *fault);
void feed_request_clear(struct feed_request *request);
/** Does an item pass? A NULL filter lets everything pass. Judged on the CloudEvent's data
 * alone: participants, place, counts, and `facets` ({"source","plover","language"}: lists of
 * strings). */
bool feed_filter_passes(const struct feed_filter *filter, const json_t *cloud_event);
