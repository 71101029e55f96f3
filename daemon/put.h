/* put - one article on its way from a request to its acknowledgement
 *
 * The half of the intake that does not know where the article came from (a PUT, a line of a
 * PUTS): decoding, the work for the committer, and what the result means in the contract's
 * statuses.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "base/json.h"
#include "base/macros.h"
#include "daemon/committer.h"
#include "proto/article.h"
#include "proto/request.h"

struct put {
        struct commit_work work; /* @work.done is the owner's to set */
        struct article *article;
        struct buffer body;
        struct article_entry entry;
        struct receipt receipt;
        size_t bytes; /* that it keeps in memory */
};

/** What became of an article. */
struct outcome {
        enum status status;
        uint64_t number;         /* 0: it has none */
        const char *id;          /* or NULL; of the put */
        struct json_fault fault; /* STATUS_INVALID, STATUS_TOO_LARGE */
        const char *message;     /* STATUS_ERROR */
        unsigned retry_ms;       /* STATUS_FULL */
};

/** Decodes the article into @put, which is zeroed before. 0: hand in @put->work. 1: it was
 *  refused, and *@ret says how. Or -ENOMEM. put_clear() in any case. */
int put_decode(struct put *put, const void *json, size_t size, const struct blob *raw,
               struct outcome *ret);
/** What the committer's @result of @put means. */
void put_outcome(const struct put *put, int result, struct outcome *ret);
void put_clear(struct put *put);

/** The reply's body to a PUT. */
void outcome_put(const struct outcome *outcome, struct buffer *out);
/** The same as an entry of the list that answers a PUTS; NULL: no memory. */
json_t *outcome_line(const struct outcome *outcome, unsigned line);
