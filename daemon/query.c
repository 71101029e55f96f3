#include "daemon/query.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "daemon/query_ask.h"

/* ------------------------------------------------------------ questions */

static void reply_full(struct query *query, const struct address *to)
{
        struct buffer out = { 0 };

        reply_put_full(&out, QUERY_RETRY_MS);
        router_reply(query->config.router, to, STATUS_FULL, &out);
        buffer_clear(&out);
}

static json_t *parse_body(const struct blob *body, struct json_fault *fault)
{
        json_t *value;

        if (body->size == 0)
                return json_object();
        value = json_parse(body->data, body->size, fault);
        if (!value || json_is_object(value))
                return value;
        json_decref(value);
        *fault = (struct json_fault){ "", "an object", "another value" };
        return NULL;
}

struct ask *ask_new(struct query *query, const struct address *from,
                    const struct request *request)
{
        struct json_fault fault = { 0 };
        struct ask *ask;

        if (query->n >= QUERIES_MAX) {
                reply_full(query, from);
                return NULL;
        }
        ask = calloc(1, sizeof(*ask));
        if (!ask) {
                router_reply_error(query->config.router, from, STATUS_ERROR, "out of memory");
                return NULL;
        }
        ask->query = query;
        ask->from = *from;
        ask->body = parse_body(&request->body, &fault);
        if (!ask->body) {
                router_reply_fault(query->config.router, from, &fault);
                free(ask);
                return NULL;
        }
        query->n++;
        return ask;
}

void ask_free(struct ask *ask)
{
        ask->query->n--;
        json_decref(ask->body);
        json_decref(ask->reply);
        json_decref(ask->evidence);
        buffer_clear(&ask->comparison);
        free(ask);
}

static const char *words_of(int result)
{
        switch (result) {
        case STORE_E_CORRUPT: return "the record is damaged: see parallax check";
        case STORE_E_FULL: return "the store is full";
        default: return result < 0 ? strerrordesc_np(-result) : "the store refused it";
        }
}

void ask_answer(struct ask *ask, int result)
{
        struct router *router = ask->query->config.router;

        if (result)
                router_reply_error(router, &ask->from, STATUS_ERROR, words_of(result));
        else if (ask->status == STATUS_INVALID)
                router_reply_fault(router, &ask->from, &ask->fault);
        else if (ask->status != STATUS_OK)
                router_reply_error(router, &ask->from, ask->status, ask->words);
        else
                router_reply_json(router, &ask->from, STATUS_OK, TAKE_PTR(ask->reply));
        ask_free(ask);
}

void ask_answer_full(struct ask *ask)
{
        reply_full(ask->query, &ask->from);
        ask_free(ask);
}

void ask_refuse(struct ask *ask, const char *pointer, const char *expected)
{
        ask->status = STATUS_INVALID;
        snprintf(ask->fault.pointer, sizeof(ask->fault.pointer), "%s", pointer);
        snprintf(ask->fault.expected, sizeof(ask->fault.expected), "%s", expected);
        snprintf(ask->fault.found, sizeof(ask->fault.found), "something else");
        ask_answer(ask, 0);
}

int ask_settle(struct ask *ask, enum status status, const char *words)
{
        ask->status = status;
        ask->words = words;
        return 0;
}

static void ask_was_read(struct read_work *work, int result)
{
        ask_answer(container_of(work, struct ask, read), result);
}

void ask_read_then(struct ask *ask, int (*run)(struct read_work *work, struct txn *txn),
                   void (*done)(struct read_work *work, int result))
{
        ask->read.run = run;
        ask->read.done = done;
        if (reader_submit(ask->query->config.reader, &ask->read))
                ask_answer_full(ask);
}

void ask_read(struct ask *ask, int (*run)(struct read_work *work, struct txn *txn))
{
        ask_read_then(ask, run, ask_was_read);
}

/* ------------------------------------------------------------ values */

uint64_t event_number(const json_t *value)
{
        const char *name = json_string_value(value);
        unsigned long long number;
        char *end;

        if (json_is_integer(value) && json_integer_value(value) > 0)
                return (uint64_t)json_integer_value(value);
        if (!name || name[0] != 'e' || name[1] < '1' || name[1] > '9')
                return 0;
        errno = 0;
        number = strtoull(name + 1, &end, 10);
        return *end || errno || number > INT64_MAX ? 0 : number;
}

bool body_number(const json_t *body, const char *key, uint64_t preset, uint64_t *ret)
{
        const json_t *value = json_object_get(body, key);

        *ret = preset;
        if (!value || json_is_null(value))
                return true;
        if (!json_is_integer(value) || json_integer_value(value) < 0)
                return false;
        *ret = (uint64_t)json_integer_value(value);
        return true;
}

json_t *event_name(uint64_t event)
{
        return json_sprintf("e%llu", (unsigned long long)event);
}

json_t *number_or_null(uint64_t number)
{
        return number ? json_integer((json_int_t)number) : json_null();
}

/* ------------------------------------------------------------ STATUS */

static int status_read(struct read_work *work, struct txn *txn)
{
        struct ask *ask = container_of(work, struct ask, read);
        struct store_figures f = { 0 };
        int r = store_figures(ask->query->config.store, &f);

        (void)txn;
        if (r)
                return r;
        ask->reply = json_pack(
                "{s:s,s:i,s:{s:s,s:I,s:I,s:I,s:I,s:I,s:I,s:I,s:I,s:I,s:I,s:I,s:I}}", "version",
                PARALLAX_VERSION, "pid", (int)getpid(), "store", "id",
                store_id(ask->query->config.store), "articles", (json_int_t)f.articles,
                "linked", (json_int_t)f.linked, "jobs", (json_int_t)f.jobs, "events",
                (json_int_t)f.events, "dirty", (json_int_t)f.dirty, "feed_start",
                (json_int_t)f.feed_start, "feed_end", (json_int_t)f.feed_end, "dead",
                (json_int_t)f.dead, "cursors", (json_int_t)f.cursors, "used_bytes",
                (json_int_t)f.used_bytes, "quota_bytes", (json_int_t)f.quota_bytes,
                "disk_free_bytes", (json_int_t)f.disk_free_bytes);
        return ask->reply ? 0 : -ENOMEM;
}

static void status_was_read(struct read_work *work, int result)
{
        struct ask *ask = container_of(work, struct ask, read);

        if (!result)
                ask->query->config.status(ask->query->config.context, ask->reply);
        ask_answer(ask, result);
}

void query_on_status(void *context, const struct address *from, const struct request *request)
{
        struct ask *ask = ask_new(context, from, request);

        if (ask)
                ask_read_then(ask, status_read, status_was_read);
}

/* ------------------------------------------------------------ its life */

int query_new(struct query **ret, const struct query_config *config)
{
        static const struct {
                enum verb verb;
                router_handler *handler;
        } verbs[] = {
                { VERB_EVENTS, query_on_events },       { VERB_SHOW, query_on_show },
                { VERB_ARTICLE, query_on_article },     { VERB_WHY, query_on_why },
                { VERB_STATUS, query_on_status },       { VERB_DEAD, query_on_dead },
                { VERB_REPROCESS, query_on_reprocess },
        };
        struct query *query = calloc(1, sizeof(*query));

        if (!query)
                return -ENOMEM;
        query->config = *config;
        for (size_t i = 0; i < ARRAY_SIZE(verbs); i++)
                router_handle(config->router, verbs[i].verb, verbs[i].handler, query);
        *ret = query;
        return 0;
}

void query_free(struct query *query)
{
        free(query);
}
