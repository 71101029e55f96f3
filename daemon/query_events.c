/* query_events - EVENTS: which events there are, newest first */
#include <errno.h>
#include <string.h>

#include "daemon/query_ask.h"
#include "proto/iso8601.h"

static bool text_matches(const char *text, const char *match)
{
        return text && strcasestr(text, match);
}

static bool participants_match(const json_t *participants, const char *match)
{
        size_t i, j;
        json_t *one, *alias;

        json_array_foreach(participants, i, one)
        {
                if (text_matches(json_text(one, "name"), match))
                        return true;
                json_array_foreach(json_object_get(one, "aliases"), j, alias)
                {
                        if (text_matches(json_string_value(alias), match))
                                return true;
                }
        }
        return false;
}

/* As far as both are known: a day is not before an hour of it, nor a month before its days. */
static bool is_before(const char *date, const char *since)
{
        size_t a = strlen(date), b = strlen(since);

        return strncmp(date, since, a < b ? a : b) < 0;
}

static bool is_asked_for(const json_t *body, const json_t *summary)
{
        const char *since = json_text(body, "since"), *match = json_text(body, "match");
        const char *date = json_text(summary, "date");

        if (since && (!date || is_before(date, since)))
                return false;
        return !match || text_matches(json_text(summary, "title"), match) ||
               text_matches(json_text(json_object_get(summary, "place"), "name"), match) ||
               participants_match(json_object_get(summary, "participants"), match);
}

static json_t *event_entry(const struct event_record *event, const json_t *summary)
{
        json_t *entry = json_pack("{s:o,s:o,s:o}", "event", event_name(event->event), "version",
                                  number_or_null(event->version), "follows",
                                  event->follows ? event_name(event->follows) : json_null());

        if (entry && json_object_update_missing(entry, (json_t *)summary)) {
                json_decref(entry);
                return NULL;
        }
        return entry;
}

/* Appends the event, if it is live, published, and asked for. */
static int look_at(struct ask *ask, struct txn *txn, uint64_t number, struct buffer *scratch)
{
        json_auto_t *summary = NULL;
        struct event_record event;
        struct version_record version;
        int r = txn_get_event(txn, number, &event);

        if (r == STORE_E_NOT_FOUND || (!r && event.state != EVENT_LIVE))
                return 0;
        if (r)
                return r;
        buffer_reset(scratch);
        r = txn_get_version(txn, number, UINT64_MAX, &version, scratch);
        if (r)
                return r == STORE_E_NOT_FOUND ? 0 : r;
        summary = json_parse(version.summary.data, version.summary.size, NULL);
        if (!summary)
                return STORE_E_CORRUPT;
        if (!is_asked_for(ask->body, summary))
                return 0;
        event.version = version.version;
        return json_array_append_new(ask->reply, event_entry(&event, summary)) ? -ENOMEM : 0;
}

static int events_slice(struct ask *ask, struct txn *txn, struct buffer *scratch)
{
        uint64_t events[QUERY_SLICE], limit;
        size_t n = 0;
        int r = txn_list_events(txn, ask->before, events, QUERY_SLICE, &n);

        (void)body_number(ask->body, "limit", QUERY_LIMIT, &limit);
        for (size_t i = 0; i < n && !r; i++) {
                if (json_array_size(ask->reply) >= limit)
                        return 0;
                ask->before = events[i];
                r = look_at(ask, txn, events[i], scratch);
        }
        if (r)
                return r;
        return n == QUERY_SLICE && ask->before > 1 ? READER_E_AGAIN : 0;
}

static int events_read(struct read_work *work, struct txn *txn)
{
        struct ask *ask = container_of(work, struct ask, read);
        struct buffer scratch = { 0 };
        int r;

        if (!ask->reply)
                ask->reply = json_array();
        if (!ask->reply)
                return -ENOMEM;
        r = events_slice(ask, txn, &scratch);
        buffer_clear(&scratch);
        return r;
}

static bool is_time_or_missing(const json_t *value)
{
        struct iso_time time;

        return !value || json_is_null(value) ||
               (json_is_string(value) &&
                iso_time_parse(&time, json_string_value(value), json_string_length(value)));
}

static bool is_text_or_missing(const json_t *value)
{
        return !value || json_is_null(value) || json_is_string(value);
}

void query_on_events(void *context, const struct address *from, const struct request *request)
{
        struct ask *ask = ask_new(context, from, request);
        const json_t *before;
        uint64_t limit;

        if (!ask)
                return;
        before = json_object_get(ask->body, "before");
        ask->before = event_number(before);
        if (!body_number(ask->body, "limit", QUERY_LIMIT, &limit) || limit == 0 ||
            limit > QUERY_LIMIT_MAX)
                ask_refuse(ask, "/limit", "a whole number from 1 to 1000");
        else if (before && !json_is_null(before) && !ask->before)
                ask_refuse(ask, "/before", "an event");
        else if (!is_time_or_missing(json_object_get(ask->body, "since")))
                ask_refuse(ask, "/since", "a time, as 2021-12-02");
        else if (!is_text_or_missing(json_object_get(ask->body, "match")))
                ask_refuse(ask, "/match", "a text");
        else
                ask_read(ask, events_read);
}
