/* request - the tables of verbs and statuses, and the small bodies */
#include "proto/request.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>

#include "base/macros.h"

static const char *const verbs[] = {
        [VERB_HELLO] = "HELLO",   [VERB_PUT] = "PUT",
        [VERB_PUTS] = "PUTS",     [VERB_EVENTS] = "EVENTS",
        [VERB_SHOW] = "SHOW",     [VERB_ARTICLE] = "ARTICLE",
        [VERB_WHY] = "WHY",       [VERB_STATUS] = "STATUS",
        [VERB_DEAD] = "DEAD",     [VERB_OPEN] = "OPEN",
        [VERB_CREDIT] = "CREDIT", [VERB_ACK] = "ACK",
        [VERB_CLOSE] = "CLOSE",   [VERB_REPROCESS] = "REPROCESS",
};

static const char *const statuses[] = {
        [STATUS_OK] = "ok",
        [STATUS_STORED] = "stored",
        [STATUS_VERSION] = "version",
        [STATUS_DUPLICATE] = "duplicate",
        [STATUS_RETRACTED] = "retracted",
        [STATUS_INVALID] = "invalid",
        [STATUS_TOO_LARGE] = "too-large",
        [STATUS_FULL] = "full",
        [STATUS_DENIED] = "denied",
        [STATUS_BUSY] = "busy",
        [STATUS_NOT_FOUND] = "not-found",
        [STATUS_UNKNOWN_VERB] = "unknown-verb",
        [STATUS_STOPPING] = "stopping",
        [STATUS_ERROR] = "error",
};

static enum verb verb_of(const struct blob *name)
{
        for (size_t i = 0; i < ARRAY_SIZE(verbs); i++) {
                if (strlen(verbs[i]) == name->size &&
                    memcmp(verbs[i], name->data, name->size) == 0)
                        return (enum verb)i;
        }
        return VERB_UNKNOWN;
}

/* [verb][request id], then for all but HELLO and STATUS a body, and for PUT maybe the raw
 * bytes. */
int request_decode(struct request *ret, const struct blob *frames, size_t n)
{
        struct request request = { .body = { "", 0 } };

        if (n < 2 || n > 4 || frames[1].size > REQUEST_ID_MAX)
                return REQUEST_E_MALFORMED;
        request.verb = verb_of(&frames[0]);
        request.id = frames[1];
        if (n > 2)
                request.body = frames[2];
        if (n > 3) {
                if (request.verb != VERB_PUT && request.verb != VERB_UNKNOWN)
                        return REQUEST_E_MALFORMED;
                request.raw = frames[3];
                if (!request.raw.data)
                        request.raw.data = "";
        }
        *ret = request;
        return 0;
}

const char *status_name(enum status status)
{
        return statuses[status];
}

enum status status_of(const char *name, size_t size)
{
        for (size_t i = 0; i < ARRAY_SIZE(statuses); i++) {
                if (strlen(statuses[i]) == size && memcmp(statuses[i], name, size) == 0)
                        return (enum status)i;
        }
        return STATUS_ERROR;
}

const char *verb_name(enum verb verb)
{
        return verb < VERB_UNKNOWN ? verbs[verb] : "?";
}

/* ------------------------------------------------------------ bodies */

static void put_json(struct buffer *out, json_t *value)
{
        if (value)
                json_write(value, out);
        else if (!out->error)
                out->error = -ENOMEM;
        json_decref(value);
}

void reply_put_stored(struct buffer *out, uint64_t number, const char *id)
{
        /* The answer to each article: straight to the buffer, not by way of a tree. */
        buffer_printf(out, "{\"number\":%" PRIu64 ",\"id\":", number);
        json_write_text(id, out);
        buffer_put_u8(out, '}');
}

void reply_put_fault(struct buffer *out, const struct json_fault *fault)
{
        put_json(out, json_pack("{s:{s:s,s:s,s:s}}", "error", "pointer", fault->pointer,
                                "expected", fault->expected, "found", fault->found));
}

void reply_put_full(struct buffer *out, unsigned retry_ms)
{
        put_json(out, json_pack("{s:i}", "retry_ms", (int)retry_ms));
}

void reply_put_error(struct buffer *out, const char *message)
{
        put_json(out, json_pack("{s:s}", "error", message));
}
