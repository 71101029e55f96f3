#include "daemon/intake.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "daemon/batch.h"
#include "daemon/gate.h"
#include "daemon/put.h"

struct intake {
        struct intake_config config;
        struct gate jobs;
        size_t puts, bytes; /* that wait for their commit */
        struct batch *batches[INTAKE_BATCHES_MAX];
        size_t n_batches, batch_bytes;
        bool stopping;
        uint64_t counts[STATUS_ERROR + 1]; /* of answers to PUT */
};

struct single {
        struct put put;
        struct intake *intake;
        struct address from;
};

static void single_free(struct single *single)
{
        put_clear(&single->put);
        free(single);
}
DEFINE_CLEANUP(struct single *, single_free);

/* ------------------------------------------------------------ may it come in? */

/* STATUS_OK, or what to answer. */
static enum status intake_admit(void *context, unsigned *ret_retry_ms)
{
        struct intake *intake = context;
        const struct commit_ends *ends = committer_ends(intake->config.committer);

        if (intake->stopping)
                return STATUS_STOPPING;
        /* Those on their way will be jobs too. */
        if (!gate_passes(&intake->jobs, ends->jobs + intake->puts)) {
                *ret_retry_ms = INTAKE_RETRY_JOBS_MS;
                return STATUS_FULL;
        }
        if (intake->puts >= INTAKE_PUTS_MAX || intake->bytes >= INTAKE_BYTES_MAX) {
                *ret_retry_ms = INTAKE_RETRY_QUEUE_MS;
                return STATUS_FULL;
        }
        return STATUS_OK;
}

static void answer(struct intake *intake, const struct address *to,
                   const struct outcome *outcome)
{
        struct buffer out = { 0 };

        intake->counts[outcome->status]++;
        outcome_put(outcome, &out);
        router_reply(intake->config.router, to, outcome->status, &out);
        buffer_clear(&out);
}

static void answer_no_memory(struct intake *intake, const struct address *to)
{
        answer(intake, to,
               &(struct outcome){ .status = STATUS_ERROR, .message = "out of memory" });
}

/* ------------------------------------------------------------ PUT */

static void single_done(struct commit_work *work, int result)
{
        _cleanup_(single_freep) struct single *single =
                container_of(work, struct single, put.work);
        struct intake *intake = single->intake;
        struct outcome outcome;

        intake->puts--;
        intake->bytes -= single->put.bytes;
        put_outcome(&single->put, result, &outcome);
        answer(intake, &single->from, &outcome);
}

/* 0: handed in. 1: *@ret says why not. */
static int hand_in(struct intake *intake, const struct address *from,
                   const struct request *request, struct outcome *ret)
{
        _cleanup_(single_freep) struct single *single = calloc(1, sizeof(*single));
        int r;

        if (!single)
                return -ENOMEM;
        single->intake = intake;
        single->from = *from;
        r = put_decode(&single->put, request->body.data, request->body.size, &request->raw,
                       ret);
        if (r)
                return r;
        single->put.work.done = single_done;
        r = committer_submit(intake->config.committer, &single->put.work);
        if (r) {
                put_outcome(&single->put, r, ret);
                ret->id = NULL;
                return 1;
        }
        intake->puts++;
        intake->bytes += single->put.bytes;
        single = NULL; /* it frees itself when it is done */
        return 0;
}

static void intake_on_put(void *context, const struct address *from,
                          const struct request *request)
{
        struct intake *intake = context;
        struct outcome outcome = { 0 };
        int r = 1;

        outcome.status = intake_admit(intake, &outcome.retry_ms);
        if (outcome.status == STATUS_OK)
                r = hand_in(intake, from, request, &outcome);
        if (r > 0)
                answer(intake, from, &outcome);
        else if (r < 0)
                answer_no_memory(intake, from);
}

/* ------------------------------------------------------------ PUTS */

static void intake_on_finished(void *context, struct batch *batch, size_t bytes)
{
        struct intake *intake = context;

        intake->batch_bytes -= bytes;
        for (size_t i = 0; i < intake->n_batches; i++) {
                if (intake->batches[i] == batch)
                        intake->batches[i] = intake->batches[--intake->n_batches];
        }
}

static void begin_batch(struct intake *intake, const struct address *from,
                        const struct blob *body)
{
        struct batch_config config = {
                .base = intake->config.base,
                .committer = intake->config.committer,
                .router = intake->config.router,
                .admit = intake_admit,
                .puts = &intake->puts,
                .bytes = &intake->bytes,
                .finished = intake_on_finished,
                .context = intake,
        };

        if (batch_new(&intake->batches[intake->n_batches], &config, from, body)) {
                answer_no_memory(intake, from);
                return;
        }
        intake->n_batches++;
        intake->batch_bytes += body->size;
}

static void intake_on_puts(void *context, const struct address *from,
                           const struct request *request)
{
        static const struct json_fault too_many = { "", "at most 10000 lines", "more" };
        struct intake *intake = context;
        struct outcome outcome = { 0 };

        outcome.status = intake_admit(intake, &outcome.retry_ms);
        if (outcome.status == STATUS_OK &&
            (intake->n_batches == INTAKE_BATCHES_MAX ||
             intake->batch_bytes + request->body.size > INTAKE_BATCH_BYTES_MAX)) {
                outcome.status = STATUS_FULL;
                outcome.retry_ms = INTAKE_RETRY_QUEUE_MS;
        }
        if (outcome.status != STATUS_OK)
                answer(intake, from, &outcome);
        else if (batch_count_lines(&request->body, REQUEST_LINES_MAX) > REQUEST_LINES_MAX)
                router_reply_fault(intake->config.router, from, &too_many);
        else
                begin_batch(intake, from, &request->body);
}

/* ------------------------------------------------------------ HELLO, STATUS */

static json_t *limits(void)
{
        return json_pack("{s:i,s:i,s:i,s:i,s:i}", "article_bytes", ARTICLE_BYTES_MAX,
                         "message_bytes", MESSAGE_BYTES_MAX, "lines", REQUEST_LINES_MAX, "id",
                         ARTICLE_ID_MAX, "request_id", REQUEST_ID_MAX);
}

static void intake_on_hello(void *context, const struct address *from,
                            const struct request *request)
{
        struct intake *intake = context;

        (void)request;
        router_reply_json(intake->config.router, from, STATUS_OK,
                          json_pack("{s:i,s:s,s:s,s:s,s:n,s:o}", "protocol", PROTOCOL_VERSION,
                                    "version", PARALLAX_VERSION, "store",
                                    intake->config.store_id, "feed",
                                    intake->config.feed_endpoint, "hints", "limits", limits()));
}

int intake_status(const struct intake *intake, json_t *into)
{
        json_t *answers = json_object();

        for (size_t i = STATUS_STORED; i < ARRAY_SIZE(intake->counts); i++) {
                if (intake->counts[i])
                        (void)json_object_set_new(answers, status_name((enum status)i),
                                                  json_integer((json_int_t)intake->counts[i]));
        }
        return json_object_set_new(
                into, "intake",
                json_pack("{s:b,s:I,s:I,s:I,s:o}", "full", intake->jobs.shut, "waiting",
                          (json_int_t)intake->puts, "waiting_bytes", (json_int_t)intake->bytes,
                          "batches", (json_int_t)intake->n_batches, "answers", answers));
}

/* ------------------------------------------------------------ its life */

int intake_new(struct intake **ret, const struct intake_config *config)
{
        struct intake *intake = calloc(1, sizeof(*intake));

        if (!intake)
                return -ENOMEM;
        intake->config = *config;
        intake_set_levels(intake, config->jobs_high, config->jobs_low);
        router_handle(config->router, VERB_HELLO, intake_on_hello, intake);
        router_handle(config->router, VERB_PUT, intake_on_put, intake);
        router_handle(config->router, VERB_PUTS, intake_on_puts, intake);
        *ret = intake;
        return 0;
}

void intake_free(struct intake *intake)
{
        if (!intake)
                return;
        for (size_t i = 0; i < intake->n_batches; i++)
                batch_free(intake->batches[i]);
        free(intake);
}

void intake_stop(struct intake *intake)
{
        intake->stopping = true;
        for (size_t i = 0; i < intake->n_batches; i++)
                batch_stop(intake->batches[i]);
}

void intake_set_levels(struct intake *intake, uint64_t jobs_high, uint64_t jobs_low)
{
        intake->jobs.high = jobs_high ? jobs_high : JOBS_HIGH;
        intake->jobs.low = jobs_high ? jobs_low : JOBS_LOW;
}

bool intake_is_idle(const struct intake *intake)
{
        return intake->puts == 0 && intake->n_batches == 0;
}
