/* query_ask - one question on its way: the query's own, shared by its files
 *
 * A question is read on the reader thread, or written by the commit thread, or rendered, and
 * answered on the loop. While it is elsewhere, only the thread that has it touches it.
 */
#pragma once

#include "base/buffer.h"
#include "base/json.h"
#include "daemon/query.h"

struct query {
        struct query_config config;
        size_t n; /* under way */
};

struct ask {
        struct query *query;
        struct address from;
        json_t *body;

        struct read_work read;
        struct commit_work commit;

        /* what the reader or the committer found */
        enum status status;
        json_t *reply;
        const char *words; /* of what is not STATUS_OK */
        struct json_fault fault;

        uint64_t event, version;  /* SHOW, WHY, REPROCESS */
        uint64_t number;          /* ARTICLE, DEAD; REPROCESS: the first */
        uint64_t last;            /* REPROCESS, or 0 */
        uint64_t before;          /* EVENTS: what is looked at next is below */
        struct buffer comparison; /* WHY: as it was rendered */
        json_t *evidence;         /* WHY: pieces of @reply */
        size_t n_found;           /* WHY: evidence whose sentence was looked for */
};

/** Parses the body (an empty one is {}) and gives a new question, or answers why not. */
struct ask *ask_new(struct query *query, const struct address *from,
                    const struct request *request);
void ask_free(struct ask *ask);
/** Hands it to the reader: @run fills in reply or status; it is answered when that is done. */
void ask_read(struct ask *ask, int (*run)(struct read_work *work, struct txn *txn));
/** The same, and @then goes on with it on the loop where @run gave 0 and STATUS_OK. */
void ask_read_then(struct ask *ask, int (*run)(struct read_work *work, struct txn *txn),
                   void (*done)(struct read_work *work, int result));
/** Answers with what is filled in (or, for another @result than 0, an error) and frees it. */
void ask_answer(struct ask *ask, int result);
/** Answers `full`: the same again later. Frees it. */
void ask_answer_full(struct ask *ask);
/** Answers `invalid` and frees it. */
void ask_refuse(struct ask *ask, const char *pointer, const char *expected);
/** For a read: it is answered with @status. Always 0. */
int ask_settle(struct ask *ask, enum status status, const char *words);

/** An event's number from "e17" or 17; 0: it is none. */
uint64_t event_number(const json_t *value);
/** A whole number at @key, or @preset when it is not there; false: it is something else. */
bool body_number(const json_t *body, const char *key, uint64_t preset, uint64_t *ret);
/** The name of an event: "e17". */
json_t *event_name(uint64_t event);
/** 0 is null. */
json_t *number_or_null(uint64_t number);

router_handler query_on_events, query_on_show, query_on_why, query_on_article, query_on_dead,
        query_on_reprocess, query_on_status;
/** For the rendered comparison of a WHY: finds the finding and its sentences, and answers. */
void why_explain(struct ask *ask, const char *json, size_t size);
