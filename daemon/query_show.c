/* query_show - SHOW and WHY: the comparison of an event, and what one finding rests on
 *
 * First the event is looked up (it may have been merged), then somebody renders it, then for
 * WHY the sentences around the evidence are read from the articles' extractions.
 */
#include <errno.h>

#include "daemon/query_ask.h"

enum { MERGES_MAX = 64 }; /* followed from one event to the next */

/* ------------------------------------------------------------ which event */

static int resolve(struct read_work *work, struct txn *txn)
{
        struct ask *ask = container_of(work, struct ask, read);
        struct event_record event;

        for (int i = 0; i < MERGES_MAX; i++) {
                int r = txn_get_event(txn, ask->event, &event);

                if (r == STORE_E_NOT_FOUND)
                        return ask_settle(ask, STATUS_NOT_FOUND, "there is no such event");
                if (r)
                        return r;
                if (ask->version != UINT64_MAX)
                        return 0;
                if (event.state == EVENT_RETRACTED)
                        return ask_settle(ask, STATUS_NOT_FOUND,
                                          "all articles of this event were retracted");
                if (event.state != EVENT_MERGED)
                        return 0;
                ask->event = event.into;
        }
        return ask_settle(ask, STATUS_ERROR, "the event was merged too often");
}

/* ------------------------------------------------------------ rendering */

static void refuse(struct ask *ask, int result)
{
        const char *words = "it cannot be rendered";
        enum status status = ask->query->config.renderer.explain(result, &words);

        (void)ask_settle(ask, status, words);
        ask_answer(ask, 0);
}

static void show_was_rendered(void *context, int result, const char *json, size_t size)
{
        struct ask *ask = context;
        struct buffer body = { 0 };

        if (result) {
                refuse(ask, result);
                return;
        }
        buffer_put(&body, json, size);
        router_reply(ask->query->config.router, &ask->from, STATUS_OK, &body);
        buffer_clear(&body);
        ask_free(ask);
}

static void why_was_rendered(void *context, int result, const char *json, size_t size)
{
        if (result)
                refuse(context, result);
        else
                why_explain(context, json, size);
}

static void render(struct ask *ask, query_rendered *done)
{
        const struct query_renderer *renderer = &ask->query->config.renderer;
        int r = renderer->render(renderer->context, ask->event, ask->version, done, ask);

        if (r)
                refuse(ask, r);
}

static void show_was_resolved(struct read_work *work, int result)
{
        struct ask *ask = container_of(work, struct ask, read);

        if (result || ask->status != STATUS_OK)
                ask_answer(ask, result);
        else
                render(ask, show_was_rendered);
}

static void why_was_resolved(struct read_work *work, int result)
{
        struct ask *ask = container_of(work, struct ask, read);

        if (result || ask->status != STATUS_OK)
                ask_answer(ask, result);
        else
                render(ask, why_was_rendered);
}

/* ------------------------------------------------------------ the verbs */

/* False: it was answered. */
static bool take_event(struct ask *ask)
{
        ask->event = event_number(json_object_get(ask->body, "event"));
        if (!ask->event) {
                ask_refuse(ask, "/event", "an event, like \"e17\"");
                return false;
        }
        if (!body_number(ask->body, "version", UINT64_MAX, &ask->version)) {
                ask_refuse(ask, "/version", "a version's number");
                return false;
        }
        return true;
}

void query_on_show(void *context, const struct address *from, const struct request *request)
{
        struct ask *ask = ask_new(context, from, request);

        if (ask && take_event(ask))
                ask_read_then(ask, resolve, show_was_resolved);
}

void query_on_why(void *context, const struct address *from, const struct request *request)
{
        struct ask *ask = ask_new(context, from, request);

        if (!ask || !take_event(ask))
                return;
        if (!json_text(ask->body, "finding"))
                ask_refuse(ask, "/finding", "a finding's id, like \"c1a2b3c4d\"");
        else
                ask_read_then(ask, resolve, why_was_resolved);
}
