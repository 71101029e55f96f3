#include "daemon/feed.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "daemon/feed_peer.h"

/* ------------------------------------------------------------ the list of peers */

struct feed_peer *feed_find(struct feed *feed, const struct address *address)
{
        struct feed_peer *only = NULL;
        size_t n = 0;

        for (struct feed_peer *peer = feed->first; peer; peer = peer->next) {
                if (peer->closed || !address_same_peer(&peer->address, address))
                        continue;
                if (address_same(&peer->address, address))
                        return peer;
                only = peer;
                n++;
        }
        return n == 1 ? only : NULL;
}

struct feed_peer *feed_holder(struct feed *feed, const char *owner, const char *cursor)
{
        for (struct feed_peer *peer = feed->first; peer; peer = peer->next) {
                if (!peer->closed && peer->asked.cursor[0] &&
                    strcmp(peer->asked.cursor, cursor) == 0 && strcmp(peer->owner, owner) == 0)
                        return peer;
        }
        return NULL;
}

static void peer_free(struct feed_peer *peer)
{
        slice_clear(&peer->slice);
        feed_request_clear(&peer->asked);
        free(peer);
}

static void unlink_peer(struct feed_peer *peer)
{
        struct feed *feed = peer->feed;

        if (peer->next)
                peer->next->previous = peer->previous;
        if (peer->previous)
                peer->previous->next = peer->next;
        else
                feed->first = peer->next;
        feed->n--;
}

static bool is_read(const struct feed_peer *peer)
{
        return peer->s.state == SUBSCRIPTION_READS || !peer->opened;
}

void feed_close(struct feed_peer *peer)
{
        if (peer->closed)
                return;
        peer->closed = true;
        if (peer->s.state == SUBSCRIPTION_BLOCKED)
                feed_unblock(peer);
        if (peer->s.state == SUBSCRIPTION_WANTS)
                feed_unwant(peer);
        if (is_read(peer))
                return; /* the reader gives it back, then it is freed */
        unlink_peer(peer);
        peer_free(peer);
}

/* What the reader gave back after it was closed. */
bool feed_was_closed(struct feed_peer *peer)
{
        if (!peer->closed)
                return false;
        unlink_peer(peer);
        peer_free(peer);
        return true;
}

/* ------------------------------------------------------------ OPEN */

static json_t *opened_body(const struct feed_peer *peer)
{
        json_t *body =
                json_pack("{s:I,s:I}", "from", (json_int_t)peer->s.next, "end",
                          (json_int_t)committer_ends(peer->feed->config.committer)->feed);

        if (body && peer->asked.cursor[0])
                (void)json_object_set_new(body, "cursor", json_string(peer->asked.cursor));
        return body;
}

static void begin(struct feed_peer *peer, uint64_t from)
{
        uint64_t acked = peer->s.acked;

        subscription_init(&peer->s, from, peer->asked.credit);
        peer->s.acked = acked;
        peer->opened = true;
        router_reply_json(peer->feed->config.router, &peer->address, STATUS_OK,
                          opened_body(peer));
        feed_want(peer);
        feed_serve(peer->feed);
}

static int cursor_read(struct read_work *work, struct txn *txn)
{
        struct feed_peer *peer = container_of(work, struct feed_peer, work);
        int r = txn_get_cursor(txn, peer->owner, peer->asked.cursor, &peer->s.acked);

        return r == STORE_E_NOT_FOUND ? 0 : r;
}

static void cursor_was_read(struct read_work *work, int result)
{
        struct feed_peer *peer = container_of(work, struct feed_peer, work);

        if (feed_was_closed(peer))
                return;
        if (!result) {
                begin(peer, peer->s.acked + 1);
                return;
        }
        router_reply_error(peer->feed->config.router, &peer->address, STATUS_ERROR,
                           "the cursor cannot be read");
        peer->opened = true; /* nothing is read any more */
        feed_close(peer);
}

static struct feed_peer *add_peer(struct feed *feed, const struct address *from,
                                  struct feed_request *asked)
{
        struct feed_peer *peer = calloc(1, sizeof(*peer));

        if (!peer)
                return NULL;
        peer->feed = feed;
        peer->address = *from;
        peer->asked = *asked;
        *asked = (struct feed_request){ 0 };
        snprintf(peer->owner, sizeof(peer->owner), "%s", router_owner(feed->config.router));
        peer->next = feed->first;
        if (feed->first)
                feed->first->previous = peer;
        feed->first = peer;
        feed->n++;
        return peer;
}

/* Asks those who may have gone whether they are still there. */
static void probe(struct feed *feed, struct feed_peer *one)
{
        struct feed_peer *peer = one ? one : feed->first, *next;

        for (; peer; peer = one ? NULL : next) {
                next = peer->next;
                if (!peer->closed && feed_tell(peer, "ping", NULL) == ROUTER_E_GONE)
                        feed_close(peer);
        }
}

static void reply_full(struct feed *feed, const struct address *to)
{
        struct buffer out = { 0 };

        reply_put_full(&out, FEED_RETRY_MS);
        router_reply(feed->config.router, to, STATUS_FULL, &out);
        buffer_clear(&out);
}

/* These are true when OPEN may go on; else it was answered. */

static bool number_exists(struct feed *feed, const struct address *from, uint64_t number)
{
        static const struct json_fault ahead = { "/from", "a number of the feed, or the next",
                                                 "a later one" };

        if (number <= committer_ends(feed->config.committer)->feed + 1)
                return true;
        router_reply_fault(feed->config.router, from, &ahead);
        return false;
}

static bool cursor_is_free(struct feed *feed, const struct address *from, const char *cursor)
{
        struct router *router = feed->config.router;
        const char *owner = router_owner(router);
        struct feed_peer *holder = feed_holder(feed, owner, cursor);

        if (!owner[0]) {
                router_reply_error(router, from, STATUS_DENIED,
                                   "a cursor needs a peer that is known");
                return false;
        }
        if (holder)
                probe(feed, holder);
        if (!holder || !feed_holder(feed, owner, cursor))
                return true;
        feed->busy++;
        router_reply_error(router, from, STATUS_BUSY, "another subscriber holds this cursor");
        return false;
}

static bool id_is_free(struct feed *feed, const struct address *from)
{
        const struct feed_peer *same = feed_find(feed, from);

        if (!same || !address_same(&same->address, from))
                return true;
        router_reply_error(feed->config.router, from, STATUS_BUSY,
                           "this request id has a subscription");
        return false;
}

static bool has_room(struct feed *feed, const struct address *from)
{
        if (feed->n >= FEED_SUBSCRIPTIONS_MAX)
                probe(feed, NULL);
        if (feed->n < FEED_SUBSCRIPTIONS_MAX)
                return true;
        reply_full(feed, from);
        return false;
}

static bool admit(struct feed *feed, const struct address *from,
                  const struct feed_request *asked)
{
        return number_exists(feed, from, asked->from) &&
               (!asked->cursor[0] || cursor_is_free(feed, from, asked->cursor)) &&
               id_is_free(feed, from) && has_room(feed, from);
}

static void feed_on_open(void *context, const struct address *from,
                         const struct request *request)
{
        struct feed *feed = context;
        struct feed_request asked = { 0 };
        struct json_fault fault = { 0 };
        struct feed_peer *peer;

        if (feed_request_decode(&asked, request->body.data, request->body.size, &fault)) {
                router_reply_fault(feed->config.router, from, &fault);
                return;
        }
        peer = admit(feed, from, &asked) ? add_peer(feed, from, &asked) : NULL;
        feed_request_clear(&asked);
        if (!peer)
                return;
        if (!peer->asked.cursor[0]) {
                begin(peer, peer->asked.from);
                return;
        }
        peer->work.run = cursor_read;
        peer->work.done = cursor_was_read;
        if (reader_submit(feed->config.reader, &peer->work)) {
                reply_full(feed, from);
                peer->opened = true; /* nothing is read */
                feed_close(peer);
        }
}

/* ------------------------------------------------------------ CREDIT, CLOSE */

static void reply_no_subscription(struct feed *feed, const struct address *to)
{
        router_reply_error(feed->config.router, to, STATUS_NOT_FOUND,
                           "no subscription has this request id");
}

static void feed_on_credit(void *context, const struct address *from,
                           const struct request *request)
{
        static const struct json_fault no_credit = { "/add", "a whole number, 1 or more",
                                                     "something else" };
        struct feed *feed = context;
        struct feed_peer *peer = feed_find(feed, from);
        json_auto_t *body = json_parse(request->body.data, request->body.size, NULL);
        json_int_t add = json_integer_value(json_object_get(body, "add"));
        bool starved;

        if (add <= 0) {
                router_reply_fault(feed->config.router, from, &no_credit);
                return;
        }
        if (!peer) {
                reply_no_subscription(feed, from);
                return;
        }
        if (!peer->opened) {
                peer->asked.credit += (uint64_t)add < SUBSCRIPTION_CREDIT_MAX
                                              ? (uint64_t)add
                                              : SUBSCRIPTION_CREDIT_MAX;
                return;
        }
        starved = peer->s.state == SUBSCRIPTION_STARVES;
        subscription_grant(&peer->s, (uint64_t)add);
        if (starved && peer->s.state == SUBSCRIPTION_WANTS)
                feed_want(peer);
        feed_serve(feed);
}

static void feed_on_close(void *context, const struct address *from,
                          const struct request *request)
{
        struct feed *feed = context;
        struct feed_peer *peer = feed_find(feed, from);

        (void)request;
        if (!peer) {
                reply_no_subscription(feed, from);
                return;
        }
        feed_close(peer);
        router_reply(feed->config.router, from, STATUS_OK, NULL);
}

/* ------------------------------------------------------------ wakes */

void feed_wake(void *context)
{
        struct feed *feed = context;
        uint64_t end = committer_ends(feed->config.committer)->feed;

        for (struct feed_peer *peer = feed->first; peer; peer = peer->next) {
                if (peer->closed || peer->s.state != SUBSCRIPTION_WAITS || peer->s.next > end)
                        continue;
                if (subscription_input(&peer->s, INPUT_GREW) == SUBSCRIPTION_WANTS)
                        feed_want(peer);
        }
        feed_serve(feed);
}

/* ------------------------------------------------------------ its life */

int feed_new(struct feed **ret, const struct feed_config *config)
{
        struct feed *feed = calloc(1, sizeof(*feed));

        if (!feed)
                return -ENOMEM;
        feed->config = *config;
        feed->last_wanting = &feed->wanting;
        feed->retry = evtimer_new(config->base, feed_on_retry, feed);
        if (!feed->retry) {
                free(feed);
                return -ENOMEM;
        }
        router_handle(config->router, VERB_OPEN, feed_on_open, feed);
        router_handle(config->router, VERB_CREDIT, feed_on_credit, feed);
        router_handle(config->router, VERB_ACK, feed_on_ack, feed);
        router_handle(config->router, VERB_CLOSE, feed_on_close, feed);
        *ret = feed;
        return 0;
}

void feed_free(struct feed *feed)
{
        if (!feed)
                return;
        while (feed->first) {
                struct feed_peer *peer = feed->first;

                unlink_peer(peer);
                peer_free(peer);
        }
        event_free(feed->retry);
        free(feed);
}

int feed_status(const struct feed *feed, json_t *into)
{
        return json_object_set_new(
                into, "feed",
                json_pack("{s:I,s:I,s:I,s:I,s:I,s:I,s:I}", "subscriptions", (json_int_t)feed->n,
                          "blocked", (json_int_t)feed->n_blocked, "reading",
                          (json_int_t)feed->n_reading, "items", (json_int_t)feed->items, "gaps",
                          (json_int_t)feed->gaps, "busy", (json_int_t)feed->busy, "refused",
                          (json_int_t)feed->refused));
}
