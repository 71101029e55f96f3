#include "daemon/router.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <zmq.h>

#include "base/clock.h"
#include "base/json.h"
#include "daemon/backlog.h"
#include "daemon/zsource.h"

/* Frames that are looked at: the route, a REQ socket's empty one, the request. */
enum { PARTS_KEPT = REQUEST_PARTS_MAX + 2 };

enum { UID_UNMAPPED = 65534 }; /* the kernel's overflowuid, as it is everywhere */

struct message;

struct route {
        router_handler *handler;
        void *context;
};

struct router {
        void *socket;
        struct zsource *source;
        struct peers *peers;
        struct route routes[VERB_UNKNOWN];
        bool stopping;
        struct message *handled; /* the one that a handler is called for, or NULL */
        char owner[ROUTER_OWNER_MAX];
        struct {
                uint64_t requests, malformed, replies, undelivered;
        } figures; /* since the start */
        struct backlog backlog;
        uint64_t flushed_ms; /* when the backlog was last tried */
        void (*writable)(void *context);
        void *writable_context;
};

/* One message as it came; frames behind the last that is kept are only counted. */
struct message {
        zmq_msg_t parts[PARTS_KEPT];
        size_t n_kept, n;
};

bool address_same_peer(const struct address *a, const struct address *b)
{
        return a->route_size == b->route_size && !memcmp(a->route, b->route, a->route_size);
}

bool address_same(const struct address *a, const struct address *b)
{
        return address_same_peer(a, b) && a->id_size == b->id_size &&
               !memcmp(a->id, b->id, a->id_size);
}

/* ------------------------------------------------------------ receiving */

static void message_clear(struct message *message)
{
        for (size_t i = 0; i < message->n_kept; i++)
                zmq_msg_close(&message->parts[i]);
}

/* False: there is no message. ZeroMQ gives a message's frames all or none. */
static bool message_receive(struct message *message, void *socket)
{
        bool more = true;

        message->n = message->n_kept = 0;
        while (more) {
                zmq_msg_t part;

                zmq_msg_init(&part);
                if (zmq_msg_recv(&part, socket, ZMQ_DONTWAIT) < 0) {
                        zmq_msg_close(&part);
                        return message->n > 0;
                }
                more = zmq_msg_more(&part);
                message->n++;
                if (message->n_kept == PARTS_KEPT) {
                        zmq_msg_close(&part);
                        continue;
                }
                zmq_msg_init(&message->parts[message->n_kept]);
                zmq_msg_move(&message->parts[message->n_kept++], &part);
                zmq_msg_close(&part);
        }
        return true;
}

static struct blob message_part(struct message *message, size_t i)
{
        return (struct blob){ zmq_msg_data(&message->parts[i]),
                              zmq_msg_size(&message->parts[i]) };
}

/* For ipc libzmq gives "localhost:UID:GID:PID", the last three from the kernel. Processes come
 * and go, so a peer is known by its user; one whose user our user namespace has no number for
 * is not known. */
static bool uid_of(const char *peer, unsigned *ret)
{
        const char *colon = peer ? strchr(peer, ':') : NULL;
        unsigned gid, pid;

        return colon && sscanf(colon, ":%u:%u:%u", ret, &gid, &pid) == 3 &&
               *ret != UID_UNMAPPED;
}

static void address_set_id(struct address *address, struct blob id)
{
        if (id.size > REQUEST_ID_MAX)
                return;
        address->id_size = (uint8_t)id.size;
        memcpy(address->id, id.data, id.size);
}

/* Reads the routing frames; gives the number of frames they are, 0: not even a route. */
static size_t read_address(struct address *from, struct message *message)
{
        struct blob route = message_part(message, 0);
        size_t at = 1;

        *from = (struct address){ 0 };
        if (route.size > ROUTER_ROUTE_MAX)
                return 0;
        from->route_size = (uint8_t)route.size;
        memcpy(from->route, route.data, route.size);
        if (message->n_kept > 1 && message_part(message, 1).size == 0) {
                from->envelope = true;
                at = 2;
        }
        /* So that even an answer to nonsense bears the id that stands where an id should. */
        if (message->n_kept > at + 1)
                address_set_id(from, message_part(message, at + 1));
        return at;
}

static void route_request(struct router *router, const struct address *from,
                          const struct request *request)
{
        const struct route *route;

        if (router->stopping) {
                router_reply_error(router, from, STATUS_STOPPING, "the daemon is stopping");
                return;
        }
        route = request->verb < VERB_UNKNOWN ? &router->routes[request->verb] : NULL;
        if (!route || !route->handler) {
                router_reply_error(router, from, STATUS_UNKNOWN_VERB,
                                   "this endpoint has no such verb");
                return;
        }
        route->handler(route->context, from, request);
}

static void handle_message(struct router *router, struct message *message)
{
        static const struct json_fault no_request = { "", "[verb][request id][body][raw?]",
                                                      "other frames" };
        struct blob frames[PARTS_KEPT];
        struct address from;
        struct request request;
        size_t skip = read_address(&from, message), n = 0;

        router->figures.requests++;
        for (size_t i = skip; skip && i < message->n_kept; i++)
                frames[n++] = message_part(message, i);
        if (!skip || message->n > message->n_kept || request_decode(&request, frames, n)) {
                router->figures.malformed++;
                if (skip)
                        router_reply_fault(router, &from, &no_request);
                return;
        }
        address_set_id(&from, request.id);
        router->handled = message;
        route_request(router, &from, &request);
        router->handled = NULL;
}

static bool router_receive(void *context)
{
        struct router *router = context;
        struct message message;

        if (!message_receive(&message, router->socket))
                return false;
        handle_message(router, &message);
        message_clear(&message);
        return true;
}

static int send_message(struct router *router, const struct address *to,
                        const struct blob *parts, size_t n);

static int send_waiting(void *context, const struct address *to, const struct blob *parts,
                        size_t n)
{
        struct router *router = context;
        int r = send_message(router, to, parts, n);

        router->figures.replies += r == 0;
        router->figures.undelivered += r && r != ROUTER_E_BLOCKED;
        return r;
}

static void flush_backlog(struct router *router)
{
        uint64_t now_ms = clock_monotonic_ms();

        if (!router->backlog.n || now_ms < router->flushed_ms + ROUTER_FLUSH_MS)
                return;
        router->flushed_ms = now_ms;
        backlog_flush(&router->backlog, NULL, send_waiting, router);
}

static void router_on_writable(void *context)
{
        struct router *router = context;

        flush_backlog(router);
        if (router->writable)
                router->writable(router->writable_context);
}

/* ------------------------------------------------------------ sending */

static int send_part(struct router *router, const void *data, size_t size, bool more)
{
        int flags = ZMQ_DONTWAIT | (more ? ZMQ_SNDMORE : 0);

        if (zmq_send(router->socket, data, size, flags) >= 0)
                return 0;
        if (errno == EHOSTUNREACH)
                return ROUTER_E_GONE;
        return errno == EAGAIN ? ROUTER_E_BLOCKED : -errno;
}

static int send_message(struct router *router, const struct address *to,
                        const struct blob *parts, size_t n)
{
        /* Only the first frame can be refused: ZeroMQ takes a message whole. */
        int r = send_part(router, to->route, to->route_size, true);

        if (!r && to->envelope)
                r = send_part(router, "", 0, true);
        if (!r)
                r = send_part(router, to->id, to->id_size, n > 0);
        for (size_t i = 0; i < n && !r; i++)
                r = send_part(router, parts[i].data, parts[i].size, i + 1 < n);
        zsource_sent(router->source);
        return r;
}

/* Behind the replies that wait for this peer, never before them. */
static bool must_wait(struct router *router, const struct address *to)
{
        if (!router->backlog.n || !backlog_count(&router->backlog, to))
                return false;
        backlog_flush(&router->backlog, to, send_waiting, router);
        return backlog_count(&router->backlog, to) > 0;
}

int router_send(struct router *router, const struct address *to, const struct blob *parts,
                size_t n)
{
        return must_wait(router, to) ? ROUTER_E_BLOCKED : send_message(router, to, parts, n);
}

void router_reply(struct router *router, const struct address *to, enum status status,
                  struct buffer *body)
{
        static const char no_memory[] = "{\"error\":\"out of memory\"}";
        const char *text = body ? buffer_text(body) : "{}";
        const char *name = status_name(text ? status : STATUS_ERROR);
        struct blob parts[2];
        int r;

        if (!text)
                text = no_memory;
        parts[0] = (struct blob){ name, strlen(name) };
        parts[1] = (struct blob){ text, body && text != no_memory ? body->size : strlen(text) };
        r = router_send(router, to, parts, ARRAY_SIZE(parts));
        if (r == ROUTER_E_BLOCKED &&
            backlog_add(&router->backlog, to, parts, ARRAY_SIZE(parts)))
                return;
        router->figures.replies += r == 0;
        router->figures.undelivered += r != 0;
}

void router_reply_json(struct router *router, const struct address *to, enum status status,
                       json_t *body)
{
        struct buffer out = { 0 };

        if (body)
                json_write(body, &out);
        else
                out.error = -ENOMEM;
        router_reply(router, to, status, &out);
        buffer_clear(&out);
        json_decref(body);
}

void router_reply_fault(struct router *router, const struct address *to,
                        const struct json_fault *fault)
{
        struct buffer out = { 0 };

        reply_put_fault(&out, fault);
        router_reply(router, to, STATUS_INVALID, &out);
        buffer_clear(&out);
}

void router_reply_error(struct router *router, const struct address *to, enum status status,
                        const char *message)
{
        struct buffer out = { 0 };

        reply_put_error(&out, message);
        router_reply(router, to, status, &out);
        buffer_clear(&out);
}

/* ------------------------------------------------------------ the socket */

static int set_option(void *socket, int option, int value)
{
        return zmq_setsockopt(socket, option, &value, sizeof(value)) < 0 ? -errno : 0;
}

static int set_options(void *socket, int high_water)
{
        const struct {
                int option, value;
        } options[] = {
                { ZMQ_ROUTER_MANDATORY, 1 },      { ZMQ_SNDHWM, high_water },
                { ZMQ_RCVHWM, high_water },       { ZMQ_HANDSHAKE_IVL, ROUTER_HANDSHAKE_MS },
                { ZMQ_LINGER, ROUTER_LINGER_MS },
        };
        int64_t bytes_max = MESSAGE_BYTES_MAX;

        for (size_t i = 0; i < ARRAY_SIZE(options); i++) {
                int r = set_option(socket, options[i].option, options[i].value);

                if (r)
                        return r;
        }
        if (zmq_setsockopt(socket, ZMQ_MAXMSGSIZE, &bytes_max, sizeof(bytes_max)) < 0)
                return -errno;
        return 0;
}

static int make_directory_of(const char *path)
{
        char directory[PATH_MAX];
        char *slash;

        snprintf(directory, sizeof(directory), "%s", path);
        slash = strrchr(directory, '/');
        if (!slash || slash == directory)
                return 0;
        *slash = '\0';
        return mkdir(directory, 0755) < 0 && errno != EEXIST ? -errno : 0;
}

static int bind_ipc(void *socket, const char *endpoint, unsigned mode)
{
        const char *path = endpoint_path(endpoint);
        mode_t before;
        int r;

        if (!path || endpoint_fault(endpoint))
                return -EINVAL;
        r = make_directory_of(path);
        if (r)
                return r;
        /* libzmq unlinks what is there, even if it lives, or is somebody's file. */
        if (endpoint_is_taken(path))
                return ROUTER_E_IN_USE;
        if (endpoint_is_foreign(path))
                return -ENOTSOCK;
        /* Not chmod: between bind and chmod anybody could connect. */
        before = umask(~mode & 0777);
        r = zmq_bind(socket, endpoint) < 0 ? -errno : 0;
        umask(before);
        return r;
}

int router_new(struct router **ret, const struct router_config *config)
{
        _cleanup_(router_freep) struct router *router = calloc(1, sizeof(*router));
        struct zsource_handler handler = { router_receive, router_on_writable, router };
        int r;

        if (!router)
                return -ENOMEM;
        backlog_init(&router->backlog);
        router->writable = config->writable;
        router->writable_context = config->context;
        router->socket = zmq_socket(config->zmq, ZMQ_ROUTER);
        if (!router->socket)
                return -errno;
        r = set_options(router->socket,
                        config->high_water ? config->high_water : ROUTER_HIGH_WATER);
        if (!r)
                r = peers_new(&router->peers, config->base, config->zmq, router->socket);
        if (!r)
                r = bind_ipc(router->socket, config->endpoint, config->mode);
        if (!r)
                r = zsource_new(&router->source, config->base, router->socket, &handler);
        if (r)
                return r;
        *ret = TAKE_PTR(router);
        return 0;
}

void router_free(struct router *router)
{
        if (!router)
                return;
        zsource_free(router->source);
        peers_free(router->peers);
        if (router->socket)
                zmq_close(router->socket);
        backlog_clear(&router->backlog);
        free(router);
}

void router_handle(struct router *router, enum verb verb, router_handler *handler,
                   void *context)
{
        router->routes[verb] = (struct route){ handler, context };
}

void router_stop(struct router *router)
{
        router->stopping = true;
}

void router_check(struct router *router)
{
        flush_backlog(router);
        zsource_check(router->source);
}

const char *router_owner(struct router *router)
{
        struct message *message = router->handled;
        unsigned uid;

        router->owner[0] = '\0';
        if (message &&
            uid_of(zmq_msg_gets(&message->parts[message->n_kept - 1], "Peer-Address"), &uid))
                snprintf(router->owner, sizeof(router->owner), "uid:%u", uid);
        return router->owner;
}

json_t *router_status(const struct router *router)
{
        struct peers_figures peers;

        peers_figures(router->peers, &peers);
        return json_pack("{s:I,s:I,s:I,s:I,s:I,s:I,s:I,s:I}", "peers_accepted",
                         (json_int_t)peers.accepted, "peers_refused", (json_int_t)peers.refused,
                         "peers_ended", (json_int_t)peers.ended, "requests",
                         (json_int_t)router->figures.requests, "malformed",
                         (json_int_t)router->figures.malformed, "replies",
                         (json_int_t)router->figures.replies, "undelivered",
                         (json_int_t)router->figures.undelivered, "edges_lost",
                         (json_int_t)zsource_lost(router->source));
}
