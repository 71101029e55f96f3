/* router - a bound ROUTER socket that speaks the protocol
 *
 * Takes requests from any number of peers, gives each to the handler of its verb, and sends
 * replies. It knows frames and peers, and nothing of what a verb means. A message that is no
 * request is answered `invalid`, a verb without a handler `unknown-verb`.
 *
 * A reply that a peer cannot take yet waits in a small backlog. One that cannot be delivered
 * (the peer is gone, or reads nothing for long) is dropped and counted: peers ask again, and
 * what they ask for is idempotent.
 */
#pragma once

#include <event2/event.h>
#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/cursor.h"
#include "base/macros.h"
#include "daemon/peers.h"
#include "proto/request.h"

enum {
        ROUTER_HIGH_WATER = 16384,   /* messages that wait in libzmq, for one peer */
        ROUTER_HANDSHAKE_MS = 10000, /* a peer that takes longer is let go */
        ROUTER_FLUSH_MS = 20,        /* replies that wait are tried no more often */
        ROUTER_LINGER_MS = 2000,     /* how long the last replies may take at the end */
        ROUTER_ROUTE_MAX = 255,      /* bytes; ZeroMQ's own limit of a routing id */
        ROUTER_OWNER_MAX = 64,
};

enum {
        ROUTER_E_GONE = 1200, /* there is no such peer any more */
        ROUTER_E_BLOCKED,     /* it does not read: try again when it does */
        ROUTER_E_IN_USE,      /* another process listens at the endpoint */
};

/** Where a reply goes: the peer's route, whether it is a plain REQ socket, and the id that it
 *  gave its request. A value: copy it to answer later. */
struct address {
        uint8_t route_size, id_size;
        bool envelope; /* the request began with an empty frame, so the reply must */
        unsigned char route[ROUTER_ROUTE_MAX];
        unsigned char id[REQUEST_ID_MAX];
};
bool address_same_peer(const struct address *a, const struct address *b);
bool address_same(const struct address *a, const struct address *b); /* peer and request id */

struct router;

struct router_config {
        struct event_base *base;
        void *zmq; /* context */
        const char *endpoint;
        unsigned mode;  /* of an ipc socket's file */
        int high_water; /* 0: ROUTER_HIGH_WATER */
        /* The socket may take again what it refused with ROUTER_E_BLOCKED; may be NULL. */
        void (*writable)(void *context);
        void *context;
};

/** Handles one request. What @request points to is valid during the call. */
typedef void router_handler(void *context, const struct address *from,
                            const struct request *request);

/** Says what is wrong with an endpoint, or NULL. A pure check of the name. */
const char *endpoint_fault(const char *endpoint);
/** The path of an ipc endpoint, or NULL for another. */
const char *endpoint_path(const char *endpoint);
/** Does a process listen at this ipc path? */
bool endpoint_is_taken(const char *path);
/** Is there something at this path that is no socket, which binding would remove? */
bool endpoint_is_foreign(const char *path);

/** Binds. A socket file that nobody listens at is replaced, its directory is made if missing;
 *  call it with the store's lock held. 0, ROUTER_E_IN_USE, -ENOTSOCK when there is
 *  something else at the path, or an errno. */
int router_new(struct router **ret, const struct router_config *config);
/** Closes the socket; replies that are under way get ROUTER_LINGER_MS when the context ends. */
void router_free(struct router *router);
DEFINE_CLEANUP(struct router *, router_free);

void router_handle(struct router *router, enum verb verb, router_handler *handler,
                   void *context);
/** From now on every request is answered `stopping`. */
void router_stop(struct router *router);
/** Once a second: see zsource_check(). */
void router_check(struct router *router);

/** Who the peer of the request that is being handled is: "uid:1000" for ipc, as the kernel
 *  says; a name that the peer cannot choose. "": not known. Only inside a handler. */
const char *router_owner(struct router *router);

/** Sends [request id][parts…] to a peer, all or nothing, without waiting.
 *  0, ROUTER_E_GONE, ROUTER_E_BLOCKED, or an errno. */
int router_send(struct router *router, const struct address *to, const struct blob *parts,
                size_t n);
/** [request id][status][JSON]. @body may be NULL for {}; a body that could not be made is
 *  answered as an error. */
void router_reply(struct router *router, const struct address *to, enum status status,
                  struct buffer *body);
/** The same with a JSON value, which is released. */
void router_reply_json(struct router *router, const struct address *to, enum status status,
                       json_t *body);
void router_reply_fault(struct router *router, const struct address *to,
                        const struct json_fault *fault);
void router_reply_error(struct router *router, const struct address *to, enum status status,
                        const char *message);

/** What it did since the start. A new reference. */
json_t *router_status(const struct router *router);
