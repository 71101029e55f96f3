/* feed_flow - slices are read in turn, and sent
 *
 * A peer goes round: it wants a slice, has its turn, is sent the slice, wants the next. What
 * the state machine in subscription.c says is done here.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "daemon/feed_peer.h"

/* ------------------------------------------------------------ sending */

int feed_tell(struct feed_peer *peer, const char *kind, json_t *body)
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
        int r = feed_tell(peer, "gap",
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
                peer->pause_ms = 0; /* it reads */
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

/* The slice is out. A `live` that is refused is tried again as an item would be: the feed may
 * not grow for long. */
static void slice_done(struct feed_peer *peer)
{
        uint64_t end = committer_ends(peer->feed->config.committer)->feed;
        bool at_end = peer->slice.at_end && end < peer->slice.next;

        peer->s.next = peer->slice.next;
        if (at_end && subscription_tells_live(&peer->s)) {
                int r = feed_tell(peer, "live", NULL);

                if (r)
                        peer->s.told_live = false;
                if (r == ROUTER_E_BLOCKED) {
                        feed_block(peer);
                        return;
                }
        }
        slice_clear(&peer->slice);
        peer->sent = 0;
        if (subscription_input(&peer->s, at_end ? INPUT_END : INPUT_MORE) == SUBSCRIPTION_WANTS)
                feed_want(peer);
}

void feed_send_on(struct feed_peer *peer)
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
        if (!feed_was_closed(peer)) {
                (void)subscription_input(&peer->s, INPUT_SLICE);
                if (result == -ECANCELED) { /* the daemon ends */
                        feed_close(peer);
                } else if (result) {
                        (void)feed_tell(
                                peer, "error",
                                json_pack("{s:s}", "error", "the feed cannot be read here"));
                        feed_close(peer);
                } else {
                        feed_send_on(peer);
                }
        }
        feed_serve(feed);
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

void feed_serve(struct feed *feed)
{
        while (!feed->ended && feed->wanting && feed->n_reading < FEED_READS_MAX) {
                struct feed_peer *peer = feed->wanting;

                if (!begin_read(peer))
                        return; /* others fill the reader: one of them wakes us */
                feed_unwant(peer);
                (void)subscription_input(&peer->s, INPUT_TURN);
                feed->n_reading++;
        }
}

void feed_want(struct feed_peer *peer)
{
        struct feed *feed = peer->feed;

        peer->next_wanting = NULL;
        *feed->last_wanting = peer;
        feed->last_wanting = &peer->next_wanting;
}

void feed_unwant(struct feed_peer *peer)
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
