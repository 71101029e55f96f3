/* query - what people ask the daemon
 *
 * Bodies and replies (`ok` where nothing else is said; an unknown thing is `not-found`). An
 * event is named "e17" or 17.
 *
 *  EVENTS {"since"?, "match"?, "limit"?, "before"?}: a list, newest first, of at most @limit
 *      (100; up to QUERY_LIMIT_MAX) {"event", "version", "follows", and the summary: "title",
 *      "date", "place", "participants", "counts", "conflicts"}. `since` is compared with the
 *      event's date, `match` looks, whatever the case, into title, place and participants;
 *      `before`, an event, goes on where a list ended.
 *  SHOW {"event", "version"?}: the comparison. Without a version an event that was merged is
 *      answered by the one that it went into.
 *  ARTICLE {"id"} or {"number"}: {"id", "source", "number", "previous", "received", "status":
 *      waiting | ready | extracted | failed | retracted, "reason", "event", "raw_bytes",
 *      "article", "extraction"}; ready: extracted, and not yet linked.
 *  WHY {"event", "finding", "version"?}: {"event", "version", "kind": the name of its list,
 *      "finding"}, where each piece of evidence has got its "source", "url" and "sentence".
 *  STATUS {}: figures of every part.
 *  DEAD {"do": "list", "from"?, "limit"?}: a list of {"number", "id", "attempts", "time",
 *      "reason"}; {"do": "show", "number"}: one of them; {"do": "requeue", "number"}:
 *      {"number": the new entry's}; {"do": "drop", "number"}: {"number"}.
 *  REPROCESS {"event", "from"?, "to"?}: {"articles": how many are analysed again, "last": the
 *      last of their new entries, or null, "next" and "to": those of the next request; "next"
 * is null when there is none}.
 */
#pragma once

#include <jansson.h>
#include <stddef.h>
#include <stdint.h>

#include "base/macros.h"
#include "daemon/committer.h"
#include "daemon/reader.h"
#include "daemon/router.h"

enum {
        QUERIES_MAX = 1024, /* under way; more are answered `full` */
        QUERY_RETRY_MS = 500,
        QUERY_LIMIT = 100,
        QUERY_LIMIT_MAX = 1000,
        QUERY_SLICE = 256, /* events looked at in one slice of a read */
        QUERY_EVIDENCE_MAX = 256,
};

/** Called once, on the loop thread: 0 and the comparison's JSON, valid during the call; or what
 *  went wrong. */
typedef void query_rendered(void *context, int result, const char *json, size_t size);

/** How a comparison is put together: somebody else's work. */
struct query_renderer {
        /* 0: @done will be called; else why not. */
        int (*render)(void *context, uint64_t event, uint64_t version, query_rendered *done,
                      void *done_context);
        /* The status and the words of what @render or @done gave. */
        enum status (*explain)(int result, const char **ret_words);
        void *context;
};

struct query_config {
        struct router *router;
        struct reader *reader;
        struct committer *committer;
        struct store *store;
        struct query_renderer renderer;
        /* Adds what the parts say of themselves to the reply of STATUS. */
        void (*status)(void *context, json_t *into);
        void *context;
};

struct query;

/** Takes the verbs at the router. All in @config outlives it. 0 or an errno. */
int query_new(struct query **ret, const struct query_config *config);
/** After the reader, the committer and the renderer have given back all that was asked. */
void query_free(struct query *query);
DEFINE_CLEANUP(struct query *, query_free);
