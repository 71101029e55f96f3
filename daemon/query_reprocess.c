/* query_reprocess - REPROCESS: an event's articles are extracted, linked and compared again */
#include <errno.h>

#include "daemon/query_ask.h"

static int reprocess_run(struct commit_work *work, struct txn *txn)
{
        struct ask *ask = container_of(work, struct ask, commit);
        struct reprocessing part = { .from = ask->number, .to = ask->last };
        int r = txn_reprocess(txn, ask->event, &part);

        if (r)
                return r;
        ask->reply = json_pack("{s:I,s:o,s:o,s:I}", "articles", (json_int_t)part.n, "last",
                               number_or_null(part.last), "next", number_or_null(part.next),
                               "to", (json_int_t)part.to);
        return ask->reply ? 0 : -ENOMEM;
}

static void was_written(struct commit_work *work, int result)
{
        struct ask *ask = container_of(work, struct ask, commit);

        if (result == STORE_E_FULL) {
                ask_answer_full(ask);
                return;
        }
        if (result == STORE_E_NOT_FOUND)
                result = ask_settle(ask, STATUS_NOT_FOUND, "there is no such event");
        ask_answer(ask, result);
}

void query_on_reprocess(void *context, const struct address *from,
                        const struct request *request)
{
        struct ask *ask = ask_new(context, from, request);
        int r;

        if (!ask)
                return;
        ask->event = event_number(json_object_get(ask->body, "event"));
        if (!ask->event) {
                ask_refuse(ask, "/event", "an event, as e17");
                return;
        }
        if (!body_number(ask->body, "from", 0, &ask->number)) {
                ask_refuse(ask, "/from", "a whole number");
                return;
        }
        if (!body_number(ask->body, "to", 0, &ask->last)) {
                ask_refuse(ask, "/to", "a whole number");
                return;
        }
        ask->commit.run = reprocess_run;
        ask->commit.done = was_written;
        r = committer_submit(ask->query->config.committer, &ask->commit);
        if (r == COMMITTER_E_FULL) {
                ask_answer_full(ask);
        } else if (r) {
                (void)ask_settle(ask, STATUS_STOPPING, "the daemon is stopping");
                ask_answer(ask, 0);
        }
}
