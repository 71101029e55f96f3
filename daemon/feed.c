#include "daemon/feed.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "daemon/feed_peer.h"

static void want(struct feed_peer *peer);
static void serve_wanting(struct feed *feed);

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

static void unlink_wanting(struct feed_peer *peer)
{
        struct feed *feed = peer->feed;

        for (struct feed_peer **at = &feed->wanting; *at; at = &(*at)->next_wanting) {
                if (*at != peer)
                        continue;
                *at = peer->next_wanting;
                if (!*at)
                        feed->last_wanting = at;
                return;
        }
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
                peer->feed->n_blocked--;
        if (peer->s.state == SUBSCRIPTION_WANTS)
                unlink_wanting(peer);
        if (is_read(peer))
                return; /* the reader gives it back, then it is freed */
        unlink_peer(peer);
        peer_free(peer);
}

/* What the reader gave back after it was closed. */
static bool was_closed(struct feed_peer *peer)
{
        if (!peer->closed)
                return false;
        unlink_peer(peer);
        peer_free(peer);
        return true;
}

/* ------------------------------------------------------------ sending */

static int tell(struct feed_peer *peer, const char *kind, json_t *body)
{
        struct blob parts[2] = { { kind, strlen(kind) } };
        struct buffer out = { 0 };
        int r;

        if (body)
                json_write(body, &out);
        parts[1] = (struct blob){ out.data, out.size };
        r = router_send(peer->feed->config.router, &peer->address, parts, body ? 2 : 1);
        buffer_clear(&out);
        json_decref(body);
        return r;
}

static int send_gap(struct feed_peer *peer)
{
        struct slice *slice = &peer->slice;
        int r = tell(peer, "gap",
                     json_pack("{s:I,s:I}", "from", (json_int_t)slice->gap_from, "to",
                               (json_int_t)slice->gap_to));

        if (!r) {
                peer->feed->gaps++;
                slice->gap_from = slice->gap_to = 0;
        }
        return r;
}

static int send_item(struct feed_peer *peer, const struct slice_item *item)
{
        char number[24], previous[24];
        struct blob parts[4] = { { "item", 4 }, { number, 0 }, { previous, 0 } };
        int r;

        parts[1].size = (size_t)snprintf(number, sizeof(number), "%llu",
                                         (unsigned long long)item->number);
        parts[2].size = (size_t)snprintf(previous, sizeof(previous), "%llu",
                                         (unsigned long long)peer->s.sent);
        parts[3] = (struct blob){ peer->slice.bytes.data + item->at, item->size };
        r = router_send(peer->feed->config.router, &peer->address, parts, ARRAY_SIZE(parts));
        if (!r) {
                (void)subscription_sent(&peer->s, item->number);
                peer->feed->items++;
        }
        return r;
}

/* Sends what of the slice is not sent yet: 0, ROUTER_E_BLOCKED, or it is in vain. */
static int send_slice(struct feed_peer *peer)
{
        int r = peer->slice.gap_to ? send_gap(peer) : 0;

        while (!r && peer->sent < peer->slice.n) {
                r = send_item(peer, &peer->slice.items[peer->sent]);
                peer->sent += r == 0;
        }
        return r;
}

/* The peer does not read: of what is held for it only the next item stays, the rest will be
 * read again. So a thousand that stopped cost little. */
static void hold_one(struct feed_peer *peer)
{
        struct slice *slice = &peer->slice;
        struct slice_item *item = &slice->items[peer->sent];
        struct buffer one = { 0 };

        if (peer->sent >= slice->n)
                return;
        buffer_put(&one, slice->bytes.data + item->at, item->size);
        if (buffer_error(&one)) {
                buffer_clear(&one);
                return;
        }
        buffer_clear(&slice->bytes);
        slice->bytes = one;
        slice->next = item->number + 1;
        slice->items[0] = (struct slice_item){ item->number, 0, item->size };
        slice->n = 1;
        slice->at_end = false;
        peer->sent = 0;
}

static void feed_block(struct feed_peer *peer)
{
        hold_one(peer);
        (void)subscription_input(&peer->s, INPUT_REFUSED);
        peer->feed->n_blocked++;
}

/* The slice is out. */
static void slice_done(struct feed_peer *peer)
{
        uint64_t end = committer_ends(peer->feed->config.committer)->feed;
        bool at_end = peer->slice.at_end && end < peer->slice.next;

        peer->s.next = peer->slice.next;
        slice_clear(&peer->slice);
        peer->sent = 0;
        if (at_end && subscription_tells_live(&peer->s) && tell(peer, "live", NULL))
                peer->s.told_live = false; /* blocked or gone: at the next end */
        if (subscription_input(&peer->s, at_end ? INPUT_END : INPUT_MORE) == SUBSCRIPTION_WANTS)
                want(peer);
}

static void send_on(struct feed_peer *peer)
{
        int r = send_slice(peer);

        if (r == 0)
                slice_done(peer);
        else if (r == ROUTER_E_BLOCKED)
                feed_block(peer);
        else
                feed_close(peer);
}

/* ------------------------------------------------------------ reading, in turn */

static int peer_read(struct read_work *work, struct txn *txn)
{
        struct feed_peer *peer = container_of(work, struct feed_peer, work);

        return slice_read(&peer->slice, txn);
}

static void peer_was_read(struct read_work *work, int result)
{
        struct feed_peer *peer = container_of(work, struct feed_peer, work);
        struct feed *feed = peer->feed;

        feed->n_reading--;
        if (!was_closed(peer)) {
                (void)subscription_input(&peer->s, INPUT_SLICE);
                if (result) {
                        (void)tell(peer, "error",
                                   json_pack("{s:s}", "error", "the feed cannot be read here"));
                        feed_close(peer);
                } else {
                        send_on(peer);
                }
        }
        serve_wanting(feed);
}

static bool begin_read(struct feed_peer *peer)
{
        size_t credit = (size_t)peer->s.credit;

        peer->slice.from = peer->s.next;
        peer->slice.items_max = credit < SLICE_ITEMS_MAX ? credit : SLICE_ITEMS_MAX;
        peer->slice.filter = peer->asked.filter;
        peer->work.run = peer_read;
        peer->work.done = peer_was_read;
        return reader_submit(peer->feed->config.reader, &peer->work) == 0;
}

static void serve_wanting(struct feed *feed)
{
        while (!feed->ended && feed->wanting && feed->n_reading < FEED_READS_MAX) {
                struct feed_peer *peer = feed->wanting;

                if (!begin_read(peer))
                        return; /* others fill the reader: one of them wakes us */
                unlink_wanting(peer);
                (void)subscription_input(&peer->s, INPUT_TURN);
                feed->n_reading++;
        }
}

static void want(struct feed_peer *peer)
{
        struct feed *feed = peer->feed;

        peer->next_wanting = NULL;
        *feed->last_wanting = peer;
        feed->last_wanting = &peer->next_wanting;
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
        want(peer);
        serve_wanting(peer->feed);
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

        if (was_closed(peer))
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
                if (!peer->closed && tell(peer, "ping", NULL) == ROUTER_E_GONE)
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

/* True: it may go on; else it was answered. */
static bool admit(struct feed *feed, const struct address *from,
                  const struct feed_request *asked)
{
        static const struct json_fault ahead = { "/from", "a number of the feed, or the next",
                                                 "a later one" };
        struct router *router = feed->config.router;
        const char *owner = router_owner(router);
        struct feed_peer *same, *holder = NULL;

        if (asked->from > committer_ends(feed->config.committer)->feed + 1) {
                router_reply_fault(router, from, &ahead);
                return false;
        }
        if (asked->cursor[0])
                holder = feed_holder(feed, owner, asked->cursor);
        if (holder)
                probe(feed, holder);
        same = feed_find(feed, from);
        if (same && address_same(&same->address, from)) {
                router_reply_error(router, from, STATUS_BUSY,
                                   "this request id has a subscription");
                return false;
        }
        if (holder && feed_holder(feed, owner, asked->cursor)) {
                feed->busy++;
                router_reply_error(router, from, STATUS_BUSY,
                                   "another subscriber holds this cursor");
                return false;
        }
        if (feed->n >= FEED_SUBSCRIPTIONS_MAX)
                probe(feed, NULL);
        if (feed->n >= FEED_SUBSCRIPTIONS_MAX)
                reply_full(feed, from);
        return feed->n < FEED_SUBSCRIPTIONS_MAX;
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
                want(peer);
        serve_wanting(feed);
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
                        want(peer);
        }
        serve_wanting(feed);
}

static void feed_on_retry(evutil_socket_t fd, short what, void *context)
{
        struct feed *feed = context;
        struct feed_peer *peer, *next;

        (void)fd;
        (void)what;
        for (peer = feed->first; peer; peer = next) {
                next = peer->next;
                if (peer->closed || peer->s.state != SUBSCRIPTION_BLOCKED)
                        continue;
                feed->n_blocked--;
                (void)subscription_input(&peer->s, INPUT_WRITABLE);
                send_on(peer);
        }
        serve_wanting(feed);
}

/* Which of the peers reads again ZeroMQ does not say, so all are tried, but not too often. */
void feed_on_writable(void *feed_place)
{
        static const struct timeval soon = { 0, FEED_BLOCKED_MS * 1000 };
        struct feed *feed = *(struct feed **)feed_place;

        if (feed && feed->n_blocked && !evtimer_pending(feed->retry, NULL))
                (void)evtimer_add(feed->retry, &soon);
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
                json_pack("{s:I,s:I,s:I,s:I,s:I,s:I}", "subscriptions", (json_int_t)feed->n,
                          "blocked", (json_int_t)feed->n_blocked, "reading",
                          (json_int_t)feed->n_reading, "items", (json_int_t)feed->items, "gaps",
                          (json_int_t)feed->gaps, "busy", (json_int_t)feed->busy));
}
