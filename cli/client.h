/* client - the daemon, as the command line sees it
 *
 * One DEALER socket. Requests carry a number of ours as their id, so that many can be under
 * way.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/json.h"
#include "proto/request.h"

enum {
        CLIENT_WAIT_MS = 30000, /* for an answer; a commit on a slow disk may take a while */
        CLIENT_E_NO_DAEMON = 1,
        CLIENT_E_TIMEOUT,
};

struct client;

struct client_reply {
        uint64_t request;        /* as client_send() numbered it; 0: none of ours */
        char kind[32];           /* a status, or "item", "gap", "live" … of the feed */
        struct buffer frames[3]; /* what follows it */
        size_t n_frames;
};

/** Connects to @endpoint (NULL: $PARALLAX_ENDPOINT, else the default) and says HELLO. With
 * @feed, to the feed's endpoint that HELLO names. What fails is said on stderr. Returns 0,
 * CLIENT_E_NO_DAEMON, CLIENT_E_TIMEOUT, or a negative errno. */
int client_open(struct client **ret, const char *endpoint, bool feed);
void client_close(struct client *client);
DEFINE_CLEANUP(struct client *, client_close);

/** Sends a request and numbers it. 0 or a negative errno. */
int client_send(struct client *client, enum verb verb, const void *body, size_t size,
                const void *raw, size_t raw_size, uint64_t *ret_request);
/** Waits for a message, at most @timeout_ms (negative: for ever). 0, CLIENT_E_TIMEOUT, errno.
 */
int client_receive(struct client *client, struct client_reply *reply, int timeout_ms);
void client_reply_clear(struct client_reply *reply);

/** One request and its answer: the JSON of an `ok` (the caller owns it), else NULL with the
 * exit code in *@ret_code, after a notice on stderr. As long as the daemon is full it asks
 * again. */
json_t *client_ask(struct client *client, enum verb verb, json_t *body, int *ret_code);
/** Waits for as long as the body of a `full` asks. */
void client_pause(const json_t *full);
/** Opens a client; on failure gives the exit code, else 0. */
int client_start(struct client **ret, const char *endpoint, bool feed);
