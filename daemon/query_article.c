/* query_article - ARTICLE: what was published, and what became of it */
#include <errno.h>

#include "base/clock.h"
#include "daemon/query_ask.h"

static const char *const status_names[] = {
        [SETTLED_RESULT] = "extracted",
        [SETTLED_RETRACTION] = "retracted",
        [SETTLED_FAILED] = "failed",
};

static int add_entry(struct ask *ask, const struct article_entry *entry)
{
        char received[32];

        clock_format(entry->received_us, received);
        ask->reply = json_pack("{s:s%,s:s%,s:I,s:o,s:s,s:s,s:n,s:n,s:I,s:n,s:n}", "id",
                               (const char *)entry->id.data, entry->id.size, "source",
                               (const char *)entry->source.data, entry->source.size, "number",
                               (json_int_t)entry->number, "previous",
                               number_or_null(entry->previous), "received", received, "status",
                               "waiting", "reason", "event", "raw_bytes",
                               (json_int_t)entry->raw.size, "article", "extraction");
        if (!ask->reply)
                return -ENOMEM;
        return json_object_set_new(ask->reply, "article",
                                   json_parse(entry->body.data, entry->body.size, NULL))
                       ? STORE_E_CORRUPT
                       : 0;
}

static int add_settled(struct ask *ask, struct txn *txn, uint64_t number)
{
        struct buffer scratch = { 0 };
        struct settled settled;
        json_t *extraction = NULL;
        const char *status;
        int r = txn_get_settled(txn, number, &settled, &scratch);

        if (!r) {
                status = status_names[settled.kind];
                if (settled.kind == SETTLED_RESULT && txn_linked_end(txn) < number)
                        status = "ready";
                (void)json_object_set_new(ask->reply, "status", json_string(status));
                if (settled.kind == SETTLED_FAILED)
                        (void)json_object_set_new(
                                ask->reply, "reason",
                                json_stringn(settled.reason.data, settled.reason.size));
                if (settled.kind == SETTLED_RESULT)
                        extraction = json_parse(settled.extraction.data,
                                                settled.extraction.size, NULL);
        }
        if (extraction && json_object_set_new(ask->reply, "extraction", extraction))
                r = -ENOMEM;
        buffer_clear(&scratch);
        return r == STORE_E_NOT_FOUND ? 0 : r;
}

/* A requeued article has its words under another number. */
static int get_words(struct txn *txn, uint64_t number, struct article_entry *ret,
                     struct buffer *scratch)
{
        struct article_entry words;
        struct buffer other = { 0 };
        int r = txn_get_article(txn, number, ret, scratch);

        if (r || ret->kind != ENTRY_REQUEUE)
                return r;
        r = txn_get_article(txn, ret->original, &words, &other);
        if (!r) {
                words.number = number;
                words.previous = ret->previous;
                words.received_us = ret->received_us;
                *ret = words;
                buffer_clear(scratch);
                *scratch = other; /* what the blobs point into */
                return 0;
        }
        buffer_clear(&other);
        return r;
}

static int article_find(struct ask *ask, struct txn *txn)
{
        const json_t *id = json_object_get(ask->body, "id");

        if (ask->number)
                return 0;
        return txn_find_article(txn, json_string_value(id), json_string_length(id),
                                &ask->number);
}

static int article_read(struct read_work *work, struct txn *txn)
{
        struct ask *ask = container_of(work, struct ask, read);
        struct buffer scratch = { 0 };
        struct article_entry entry;
        uint64_t event = 0;
        int r = article_find(ask, txn);

        if (!r)
                r = get_words(txn, ask->number, &entry, &scratch);
        if (!r)
                r = add_entry(ask, &entry);
        buffer_clear(&scratch);
        if (!r)
                r = add_settled(ask, txn, ask->number);
        if (!r && txn_get_member(txn, ask->number, &event) == 0 && event)
                (void)json_object_set_new(ask->reply, "event", event_name(event));
        if (r == STORE_E_NOT_FOUND)
                return ask_settle(ask, STATUS_NOT_FOUND, "there is no such article");
        return r;
}

void query_on_article(void *context, const struct address *from, const struct request *request)
{
        struct ask *ask = ask_new(context, from, request);

        if (!ask)
                return;
        if (!body_number(ask->body, "number", 0, &ask->number))
                ask_refuse(ask, "/number", "a whole number");
        else if (!ask->number && !json_string_length(json_object_get(ask->body, "id")))
                ask_refuse(ask, "/id", "an article's id");
        else
                ask_read(ask, article_read);
}
