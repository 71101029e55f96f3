/* feed_blocked - subscribers that did not read, and when to try them again
 *
 * ZeroMQ may tell that some peer reads again, not which, and any send may swallow the sign. So
 * those that are blocked are tried on their own, each with a pause that doubles as it fails,
 * and earlier when there was a sign. One that is merely behind is served within a millisecond;
 * one that has stopped is looked at once a second, by the tick that there is anyway.
 */
#include "base/clock.h"
#include "daemon/feed_peer.h"

enum {
        PAUSE_LEAST_MS = 1,
        PAUSE_MOST_MS = 512, /* after that the tick is enough */
        PAUSE_SIGN_MS = 20,  /* with a sign that somebody reads */
};

/* Of what is held for it only the next item stays, the rest will be read again. */
static void hold_one(struct feed_peer *peer)
{
        struct slice *slice = &peer->slice;
        struct slice_item *item = &slice->items[peer->sent];
        struct buffer one = { 0 };

        if (peer->sent >= slice->n || slice->n == 1)
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

static void shrink(struct feed_peer *peer)
{
        peer->feed->held_bytes -= peer->held_bytes;
        hold_one(peer);
        peer->held_bytes = peer->slice.bytes.size;
        peer->feed->held_bytes += peer->held_bytes;
}

static void schedule(struct feed *feed, uint64_t ms)
{
        struct timeval in = { (time_t)(ms / 1000), (suseconds_t)(ms % 1000 * 1000) };

        if (ms < feed->retry_in_ms || !evtimer_pending(feed->retry, NULL)) {
                feed->retry_in_ms = ms;
                (void)evtimer_add(feed->retry, &in);
        }
}

void feed_block(struct feed_peer *peer)
{
        struct feed *feed = peer->feed;

        (void)subscription_input(&peer->s, INPUT_REFUSED);
        peer->pause_ms = peer->pause_ms ? 2 * peer->pause_ms : PAUSE_LEAST_MS;
        peer->tried_ms = clock_monotonic_ms();
        peer->seen_sign = feed->signs;
        peer->held_bytes = peer->slice.bytes.size;
        feed->held_bytes += peer->held_bytes;
        feed->n_blocked++;
        feed->refused++;
        if (feed->held_bytes > FEED_HELD_BYTES_MAX)
                shrink(peer);
        if (peer->pause_ms <= PAUSE_MOST_MS)
                schedule(feed, peer->pause_ms);
        else
                peer->pause_ms = PAUSE_MOST_MS;
}

void feed_unblock(struct feed_peer *peer)
{
        peer->feed->n_blocked--;
        peer->feed->held_bytes -= peer->held_bytes;
        peer->held_bytes = 0;
}

static void try_again(struct feed_peer *peer)
{
        feed_unblock(peer);
        (void)subscription_input(&peer->s, INPUT_WRITABLE);
        feed_send_on(peer);
}

/* When it is to be tried; UINT64_MAX: the tick will. */
static uint64_t due_ms(const struct feed_peer *peer)
{
        unsigned pause_ms = peer->pause_ms;

        if (peer->seen_sign != peer->feed->signs && pause_ms > PAUSE_SIGN_MS)
                pause_ms = PAUSE_SIGN_MS;
        return pause_ms < PAUSE_MOST_MS ? peer->tried_ms + pause_ms : UINT64_MAX;
}

static void try_those_due(struct feed *feed, bool all)
{
        uint64_t now_ms = clock_monotonic_ms(), next_ms = UINT64_MAX;
        struct feed_peer *peer, *next;

        for (peer = feed->first; peer; peer = next) {
                next = peer->next;
                if (peer->closed || peer->s.state != SUBSCRIPTION_BLOCKED)
                        continue;
                if (all || now_ms >= due_ms(peer))
                        try_again(peer);
                else if (due_ms(peer) < next_ms)
                        next_ms = due_ms(peer);
        }
        if (next_ms != UINT64_MAX)
                schedule(feed, next_ms - now_ms);
        feed_serve(feed);
}

void feed_on_retry(evutil_socket_t fd, short what, void *context)
{
        (void)fd;
        (void)what;
        try_those_due(context, false);
}

void feed_on_writable(void *feed_place)
{
        struct feed *feed = *(struct feed **)feed_place;

        if (!feed || !feed->n_blocked)
                return;
        feed->signs++;
        schedule(feed, PAUSE_LEAST_MS);
}

void feed_tick(struct feed *feed)
{
        if (feed->n_blocked || feed->wanting)
                try_those_due(feed, true);
        for (struct feed_peer *peer = feed->first; peer && feed->n_blocked; peer = peer->next) {
                if (!peer->closed && peer->s.state == SUBSCRIPTION_BLOCKED)
                        shrink(peer);
        }
}
