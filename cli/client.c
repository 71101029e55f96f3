#include "cli/client.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>
#include <zmq.h>

#include "base/clock.h"
#include "cli/verb.h"

enum { RETRY_MS_MAX = 60000 };

static const char default_endpoint[] = "ipc:///run/parallax/parallax";

struct client {
        void *context, *socket;
        uint64_t last; /* number of the last request */
};

/* ------------------------------------------------------------ connecting */

/* ZeroMQ connects in the background and never says that nobody is there: ask the socket itself.
 */
static bool somebody_listens(const char *endpoint)
{
        struct sockaddr_un address = { .sun_family = AF_UNIX };
        const char *path = endpoint + strlen("ipc://");
        int fd, r;

        if (strncmp(endpoint, "ipc://", 6) != 0)
                return true;
        errno = ENAMETOOLONG;
        if (strlen(path) >= sizeof(address.sun_path))
                return false;
        strcpy(address.sun_path, path);
        fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (fd < 0)
                return true;
        r = connect(fd, (struct sockaddr *)&address, sizeof(address)) < 0 ? errno : 0;
        close(fd);
        errno = r;
        return r == 0;
}

static int client_connect(struct client *client, const char *endpoint)
{
        bool listens = somebody_listens(endpoint);
        int zero = 0;

        if (!listens && errno == EACCES) {
                notice("%s: %s; only members of the socket's group may connect: have yourself "
                       "added to it, and log in anew",
                       endpoint, strerror(errno));
                return -EACCES;
        }
        if (!listens) {
                notice("no daemon answers at %s: %s; start it with 'systemctl start parallax', or "
                       "name its endpoint with --endpoint",
                       endpoint, strerror(errno));
                return CLIENT_E_NO_DAEMON;
        }
        if (client->socket)
                zmq_close(client->socket);
        client->socket = zmq_socket(client->context, ZMQ_DEALER);
        if (!client->socket ||
            zmq_setsockopt(client->socket, ZMQ_LINGER, &zero, sizeof(zero)) ||
            zmq_connect(client->socket, endpoint)) {
                notice("cannot connect to %s: %s", endpoint, zmq_strerror(errno));
                return -EINVAL;
        }
        return 0;
}

/* HELLO, and its answer's feed endpoint. */
static int client_hello(struct client *client, char *feed, size_t room)
{
        _cleanup_(client_reply_clear) struct client_reply reply = { 0 };
        json_auto_t *hello = NULL;
        uint64_t request;
        int r = client_send(client, VERB_HELLO, "", 0, NULL, 0, &request);

        if (!r)
                r = client_receive(client, &reply, CLIENT_WAIT_MS);
        if (r == CLIENT_E_TIMEOUT)
                notice("the daemon does not answer; see 'systemctl status parallax'");
        if (r)
                return r;
        if (strcmp(reply.kind, "stopping") == 0) {
                notice("the daemon is stopping: try again when it has been started anew");
                return CLIENT_E_NO_DAEMON;
        }
        hello = json_parse((char *)reply.frames[0].data, reply.frames[0].size, NULL);
        if (json_integer_value(json_object_get(hello, "protocol")) != PROTOCOL_VERSION) {
                notice("the daemon speaks another protocol; this is parallax %s",
                       PARALLAX_VERSION);
                return -EPROTO;
        }
        if (json_text(hello, "feed"))
                snprintf(feed, room, "%s", json_text(hello, "feed"));
        return 0;
}

int client_open(struct client **ret, const char *endpoint, bool feed)
{
        _cleanup_(client_closep) struct client *client = calloc(1, sizeof(*client));
        char feed_endpoint[512] = "";
        int r;

        if (!endpoint)
                endpoint = getenv("PARALLAX_ENDPOINT");
        if (!endpoint || !*endpoint)
                endpoint = default_endpoint;
        if (!client || !(client->context = zmq_ctx_new()))
                return -ENOMEM;
        r = client_connect(client, endpoint);
        if (!r)
                r = client_hello(client, feed_endpoint, sizeof(feed_endpoint));
        if (!r && feed && *feed_endpoint && strcmp(feed_endpoint, endpoint) != 0)
                r = client_connect(client, feed_endpoint);
        if (r)
                return r;
        *ret = TAKE_PTR(client);
        return 0;
}

void client_close(struct client *client)
{
        if (!client)
                return;
        if (client->socket)
                zmq_close(client->socket);
        if (client->context)
                zmq_ctx_term(client->context);
        free(client);
}

int client_start(struct client **ret, const char *endpoint, bool feed)
{
        int r = client_open(ret, endpoint, feed);

        if (r == CLIENT_E_NO_DAEMON || r == CLIENT_E_TIMEOUT)
                return EXIT_NO_DAEMON;
        return r ? EXIT_FAILED : 0;
}

/* ------------------------------------------------------------ messages */

static int send_frame(struct client *client, const void *data, size_t size, bool more)
{
        while (zmq_send(client->socket, data, size, more ? ZMQ_SNDMORE : 0) < 0) {
                if (errno != EINTR)
                        return -errno;
        }
        return 0;
}

int client_send(struct client *client, enum verb verb, const void *body, size_t size,
                const void *raw, size_t raw_size, uint64_t *ret_request)
{
        char id[24];
        int n = snprintf(id, sizeof(id), "%" PRIu64, ++client->last);
        int r = send_frame(client, verb_name(verb), strlen(verb_name(verb)), true);

        r = r ? r : send_frame(client, id, (size_t)n, true);
        r = r ? r : send_frame(client, body, size, raw != NULL);
        if (!r && raw)
                r = send_frame(client, raw, raw_size, false);
        if (!r)
                *ret_request = client->last;
        return r;
}

static int receive_frame(struct client *client, struct buffer *out, bool *ret_more)
{
        zmq_msg_t message;
        int r = 0;

        zmq_msg_init(&message);
        while (zmq_msg_recv(&message, client->socket, 0) < 0) {
                if (errno != EINTR)
                        return -errno;
        }
        buffer_reset(out);
        buffer_put(out, zmq_msg_data(&message), zmq_msg_size(&message));
        if (!buffer_text(out))
                r = -ENOMEM;
        *ret_more = zmq_msg_more(&message);
        zmq_msg_close(&message);
        return r;
}

static int wait_for_message(struct client *client, int timeout_ms)
{
        uint64_t until = clock_monotonic_ms() + (uint64_t)(timeout_ms > 0 ? timeout_ms : 0);
        zmq_pollitem_t item = { client->socket, 0, ZMQ_POLLIN, 0 };

        for (;;) {
                uint64_t now = clock_monotonic_ms();
                long left = timeout_ms < 0 ? -1 : now < until ? (long)(until - now) : 0;
                int n = zmq_poll(&item, 1, left);

                if (n > 0)
                        return 0;
                if (n == 0)
                        return CLIENT_E_TIMEOUT;
                if (errno != EINTR)
                        return -errno;
        }
}

int client_receive(struct client *client, struct client_reply *reply, int timeout_ms)
{
        _cleanup_(buffer_clear) struct buffer head = { 0 }, spare = { 0 };
        bool more = true;
        int r = wait_for_message(client, timeout_ms);

        reply->n_frames = 0;
        for (size_t i = 0; !r && more; i++) {
                struct buffer *into = i < 2 ? &head
                                      : i - 2 < ARRAY_SIZE(reply->frames)
                                              ? &reply->frames[i - 2]
                                              : &spare;

                r = receive_frame(client, into, &more);
                if (!r && i == 0)
                        reply->request = strtoull((char *)head.data, NULL, 10);
                else if (!r && i == 1)
                        snprintf(reply->kind, sizeof(reply->kind), "%s", (char *)head.data);
                else if (!r && i - 2 < ARRAY_SIZE(reply->frames))
                        reply->n_frames = i - 1;
        }
        return r;
}

void client_reply_clear(struct client_reply *reply)
{
        for (size_t i = 0; i < ARRAY_SIZE(reply->frames); i++)
                buffer_clear(&reply->frames[i]);
}

/* ------------------------------------------------------------ asking */

/* What a refusal says, for a person. */
static void tell_refusal(const struct client_reply *reply)
{
        json_auto_t *body =
                json_parse((char *)reply->frames[0].data, reply->frames[0].size, NULL);
        const json_t *error = json_object_get(body, "error");

        if (json_is_string(error))
                notice("%s: %s", reply->kind, json_string_value(error));
        else if (json_is_object(error))
                notice("%s: %s: expected %s, found %s", reply->kind,
                       json_text(error, "pointer"), json_text(error, "expected"),
                       json_text(error, "found"));
        else
                notice("the daemon answers %s", reply->kind);
}

void client_pause(const json_t *full)
{
        long ms = (long)json_integer_value(json_object_get(full, "retry_ms"));

        ms = ms < 1 ? 1 : ms > RETRY_MS_MAX ? RETRY_MS_MAX : ms;
        nanosleep(&(struct timespec){ ms / 1000, ms % 1000 * 1000000 }, NULL);
}

static int ask_once(struct client *client, enum verb verb, const struct buffer *body,
                    struct client_reply *reply)
{
        uint64_t request;
        int r = client_send(client, verb, body->data ? body->data : (const void *)"",
                            body->size, NULL, 0, &request);

        while (!r) {
                r = client_receive(client, reply, CLIENT_WAIT_MS);
                if (!r && reply->request == request)
                        break;
        }
        return r;
}

/* The same again is all that `full` asks for. */
static bool wait_for_room(const struct client_reply *reply)
{
        json_auto_t *body = NULL;

        if (strcmp(reply->kind, "full") != 0)
                return false;
        body = json_parse((char *)reply->frames[0].data, reply->frames[0].size, NULL);
        client_pause(body);
        return true;
}

json_t *client_ask(struct client *client, enum verb verb, json_t *body, int *ret_code)
{
        _cleanup_(client_reply_clear) struct client_reply reply = { 0 };
        _cleanup_(buffer_clear) struct buffer text = { 0 };
        json_t *answer;
        int r;

        if (body)
                json_write(body, &text);
        json_decref(body);
        *ret_code = EXIT_FAILED;
        do
                r = ask_once(client, verb, &text, &reply);
        while (!r && wait_for_room(&reply));
        if (r) {
                notice("%s",
                       r == CLIENT_E_TIMEOUT ? "the daemon does not answer" : strerror(-r));
                *ret_code = r == CLIENT_E_TIMEOUT ? EXIT_NO_DAEMON : EXIT_FAILED;
                return NULL;
        }
        if (strcmp(reply.kind, "ok") != 0) {
                tell_refusal(&reply);
                return NULL;
        }
        answer = json_parse((char *)reply.frames[0].data, reply.frames[0].size, NULL);
        if (!answer)
                notice("the daemon's answer is no JSON");
        else
                *ret_code = EXIT_DONE;
        return answer;
}
