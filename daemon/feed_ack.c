/* feed_ack - a cursor moves, durably */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "daemon/feed_peer.h"

struct ack {
        struct commit_work work;
        struct feed *feed;
        struct address from;
        char owner[ROUTER_OWNER_MAX];
        char cursor[sizeof(((struct feed_request *)NULL)->cursor)];
        uint64_t number;
};

static int ack_run(struct commit_work *work, struct txn *txn)
{
        struct ack *ack = container_of(work, struct ack, work);

        return txn_put_cursor(txn, ack->owner, ack->cursor, ack->number);
}

static void reply_moved(struct feed *feed, const struct address *to, const char *cursor,
                        uint64_t number)
{
        router_reply_json(
                feed->config.router, to, STATUS_OK,
                json_pack("{s:s,s:I}", "cursor", cursor, "number", (json_int_t)number));
}

static void ack_done(struct commit_work *work, int result)
{
        struct ack *ack = container_of(work, struct ack, work);
        struct feed *feed = ack->feed;
        struct feed_peer *holder = feed_holder(feed, ack->owner, ack->cursor);

        /* STORE_E_INVALID: a later number was under way before this one, and is in. */
        if (result && result != STORE_E_INVALID) {
                router_reply_error(feed->config.router, &ack->from, STATUS_ERROR,
                                   "the cursor was not moved");
                free(ack);
                return;
        }
        if (holder && holder->s.acked < ack->number)
                holder->s.acked = ack->number;
        reply_moved(feed, &ack->from, ack->cursor, holder ? holder->s.acked : ack->number);
        free(ack);
}

static void hand_in(struct feed *feed, const struct address *from,
                    const struct feed_peer *holder, uint64_t number)
{
        struct ack *ack = calloc(1, sizeof(*ack));
        struct buffer out = { 0 };

        if (ack) {
                ack->feed = feed;
                ack->from = *from;
                ack->number = number;
                strcpy(ack->owner, holder->owner);
                strcpy(ack->cursor, holder->asked.cursor);
                ack->work.run = ack_run;
                ack->work.done = ack_done;
                ack->work.harmless = true; /* one put that is refused before it writes */
        }
        if (ack && !committer_submit(feed->config.committer, &ack->work))
                return;
        free(ack);
        reply_put_full(&out, FEED_RETRY_MS);
        router_reply(feed->config.router, from, STATUS_FULL, &out);
        buffer_clear(&out);
}

static void judge(struct feed *feed, const struct address *from, const char *cursor,
                  uint64_t number)
{
        static const struct json_fault beyond = { "/number", "a number that was sent",
                                                  "a later one" };
        struct router *router = feed->config.router;
        const struct feed_peer *holder = feed_holder(feed, router_owner(router), cursor);

        if (!holder || !holder->opened)
                router_reply_error(router, from, STATUS_DENIED,
                                   "open a subscription with this cursor first");
        else if (!address_same_peer(&holder->address, from))
                router_reply_error(router, from, STATUS_DENIED,
                                   "another subscriber holds this cursor");
        else if (!subscription_may_ack(&holder->s, number))
                router_reply_fault(router, from, &beyond);
        else if (number <= holder->s.acked) /* again, or overtaken: it never moves back */
                reply_moved(feed, from, cursor, holder->s.acked);
        else
                hand_in(feed, from, holder, number);
}

void feed_on_ack(void *context, const struct address *from, const struct request *request)
{
        struct feed *feed = context;
        struct json_fault fault = { 0 };
        json_auto_t *body = json_parse(request->body.data, request->body.size, &fault);
        const json_t *number = json_object_get(body, "number");
        const char *cursor = json_text(body, "cursor");

        if (body && cursor && json_is_integer(number) && json_integer_value(number) >= 0) {
                judge(feed, from, cursor, (uint64_t)json_integer_value(number));
                return;
        }
        if (body)
                fault = (struct json_fault){ "", "{\"cursor\": NAME, \"number\": N}",
                                             "something else" };
        router_reply_fault(feed->config.router, from, &fault);
}
