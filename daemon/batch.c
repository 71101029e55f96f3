#include "daemon/batch.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "daemon/intake.h"
#include "daemon/put.h"

static const struct timeval at_once = { 0, 0 };

struct line {
        struct put put;
        struct batch *batch;
        size_t index;    /* in the list of the reply */
        unsigned number; /* of the line, from 1 */
};

struct batch {
        struct batch_config config;
        struct address from;
        struct event *turn;
        char *text;
        size_t size, at;
        unsigned line;  /* the last that was read */
        size_t waiting; /* lines that are with the committer */
        json_t *list;
        bool stopping, failed; /* failed: out of memory; the reply says so */
};

size_t batch_count_lines(const struct blob *body, size_t max)
{
        const char *at = body->data, *end = at + body->size;
        size_t n = 0;

        while (at < end && n <= max) {
                const char *feed = memchr(at, '\n', (size_t)(end - at));

                n += feed != at;
                at = feed ? feed + 1 : end;
        }
        return n;
}

/* ------------------------------------------------------------ the reply */

static void finish(struct batch *batch)
{
        if (batch->failed)
                router_reply_error(batch->config.router, &batch->from, STATUS_ERROR,
                                   "out of memory; lines may have been stored");
        else
                router_reply_json(batch->config.router, &batch->from, STATUS_OK,
                                  TAKE_PTR(batch->list));
        batch->config.finished(batch->config.context, batch, batch->size);
        batch_free(batch);
}

static void go_on(struct batch *batch)
{
        if (batch->at == batch->size && batch->waiting == 0)
                finish(batch);
        else if (batch->at < batch->size && batch->waiting < INTAKE_BATCH_WINDOW)
                (void)evtimer_add(batch->turn, &at_once);
}

/* Puts a line's outcome in its place. */
static void settle(struct batch *batch, size_t index, unsigned number,
                   const struct outcome *outcome)
{
        json_t *entry = outcome_line(outcome, number);

        if (!entry || json_array_set_new(batch->list, index, entry))
                batch->failed = true;
}

/* ------------------------------------------------------------ the lines */

static void line_free(struct line *line)
{
        put_clear(&line->put);
        free(line);
}
DEFINE_CLEANUP(struct line *, line_free);

static void line_done(struct commit_work *work, int result)
{
        struct line *line = container_of(work, struct line, put.work);
        struct batch *batch = line->batch;
        struct outcome outcome;

        *batch->config.puts -= 1;
        *batch->config.bytes -= line->put.bytes;
        put_outcome(&line->put, result, &outcome);
        settle(batch, line->index, line->number, &outcome);
        line_free(line);
        batch->waiting--;
        go_on(batch);
}

/* 0: handed in. 1: *@ret says why not. */
static int hand_in(struct batch *batch, const char *text, size_t size, size_t index,
                   struct outcome *ret)
{
        _cleanup_(line_freep) struct line *line = calloc(1, sizeof(*line));
        const struct blob no_raw = { NULL, 0 };
        int r;

        if (!line)
                return -ENOMEM;
        line->batch = batch;
        line->index = index;
        line->number = batch->line;
        r = put_decode(&line->put, text, size, &no_raw, ret);
        if (r)
                return r;
        line->put.work.done = line_done;
        r = committer_submit(batch->config.committer, &line->put.work);
        if (r) {
                put_outcome(&line->put, r, ret);
                ret->id = NULL;
                return 1;
        }
        batch->waiting++;
        *batch->config.puts += 1;
        *batch->config.bytes += line->put.bytes;
        line = NULL; /* it frees itself when it is done */
        return 0;
}

static void take_line(struct batch *batch, const char *text, size_t size)
{
        size_t index = json_array_size(batch->list);
        struct outcome outcome = { .status = STATUS_STOPPING };
        int r = 1;

        if (json_array_append_new(batch->list, json_null()))
                batch->failed = true;
        if (batch->failed)
                return;
        if (!batch->stopping)
                outcome.status = batch->config.admit(batch->config.context, &outcome.retry_ms);
        if (outcome.status == STATUS_OK)
                r = hand_in(batch, text, size, index, &outcome);
        if (r < 0)
                batch->failed = true;
        else if (r > 0)
                settle(batch, index, batch->line, &outcome);
}

/* A slice of lines; the rest after others had their turn. */
static void batch_on_turn(evutil_socket_t fd, short what, void *context)
{
        struct batch *batch = context;
        size_t bytes = 0;

        (void)fd;
        (void)what;
        for (int n = 0; n < INTAKE_SLICE_LINES && bytes < INTAKE_SLICE_BYTES; n++) {
                const char *text = batch->text + batch->at;
                size_t left = batch->size - batch->at, size;
                const char *feed = left ? memchr(text, '\n', left) : NULL;

                if (!left || batch->waiting >= INTAKE_BATCH_WINDOW)
                        break;
                size = feed ? (size_t)(feed - text) : left;
                batch->at += feed ? size + 1 : size;
                batch->line++;
                bytes += size;
                if (size > 0 && text[size - 1] == '\r')
                        size--;
                if (size > 0)
                        take_line(batch, text, size);
        }
        go_on(batch);
}

/* ------------------------------------------------------------ its life */

int batch_new(struct batch **ret, const struct batch_config *config, const struct address *from,
              const struct blob *body)
{
        struct batch *batch = calloc(1, sizeof(*batch));

        if (!batch)
                return -ENOMEM;
        batch->config = *config;
        batch->from = *from;
        batch->size = body->size;
        batch->text = malloc(body->size + 1);
        batch->list = json_array();
        batch->turn = evtimer_new(config->base, batch_on_turn, batch);
        if (!batch->text || !batch->list || !batch->turn) {
                batch_free(batch);
                return -ENOMEM;
        }
        memcpy(batch->text, body->data, body->size);
        (void)evtimer_add(batch->turn, &at_once);
        *ret = batch;
        return 0;
}

void batch_stop(struct batch *batch)
{
        batch->stopping = true;
}

void batch_free(struct batch *batch)
{
        if (!batch)
                return;
        if (batch->turn)
                event_free(batch->turn);
        json_decref(batch->list);
        free(batch->text);
        free(batch);
}
