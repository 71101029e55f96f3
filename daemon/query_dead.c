/* query_dead - DEAD: articles that could not be analysed, and what to do with them */
#include <errno.h>
#include <string.h>

#include "base/clock.h"
#include "daemon/query_ask.h"

static json_t *letter_entry(const struct dead_letter *letter)
{
        char time[32];

        clock_format(letter->time_us, time);
        return json_pack("{s:I,s:s%,s:i,s:s,s:s%}", "number", (json_int_t)letter->number, "id",
                         (const char *)letter->id.data, letter->id.size, "attempts",
                         (int)letter->attempts, "time", time, "reason",
                         (const char *)letter->reason.data, letter->reason.size);
}

static int get_letter(struct txn *txn, uint64_t number, json_t **ret)
{
        struct buffer scratch = { 0 };
        struct dead_letter letter;
        int r = txn_get_dead(txn, number, &letter, &scratch);

        if (!r) {
                *ret = letter_entry(&letter);
                r = *ret ? 0 : -ENOMEM;
        }
        buffer_clear(&scratch);
        return r;
}

static int list_read(struct read_work *work, struct txn *txn)
{
        struct ask *ask = container_of(work, struct ask, read);
        uint64_t numbers[QUERY_LIMIT_MAX], limit;
        size_t n = 0;
        int r;

        (void)body_number(ask->body, "limit", QUERY_LIMIT, &limit);
        ask->reply = json_array();
        if (!ask->reply)
                return -ENOMEM;
        r = txn_list_dead(txn, ask->number, numbers, (size_t)limit, &n);
        for (size_t i = 0; i < n && !r; i++) {
                json_t *letter = NULL;

                r = get_letter(txn, numbers[i], &letter);
                if (!r && json_array_append_new(ask->reply, letter))
                        r = -ENOMEM;
        }
        return r;
}

static int show_read(struct read_work *work, struct txn *txn)
{
        struct ask *ask = container_of(work, struct ask, read);
        int r = get_letter(txn, ask->number, &ask->reply);

        return r == STORE_E_NOT_FOUND
                       ? ask_settle(ask, STATUS_NOT_FOUND, "there is no such dead letter")
                       : r;
}

static int requeue_run(struct commit_work *work, struct txn *txn)
{
        struct ask *ask = container_of(work, struct ask, commit);

        return txn_requeue_dead(txn, ask->number, &ask->number);
}

static int drop_run(struct commit_work *work, struct txn *txn)
{
        return txn_drop_dead(txn, container_of(work, struct ask, commit)->number);
}

static void was_written(struct commit_work *work, int result)
{
        struct ask *ask = container_of(work, struct ask, commit);

        if (result == STORE_E_FULL) {
                ask_answer_full(ask);
                return;
        }
        if (result == STORE_E_NOT_FOUND)
                result = ask_settle(ask, STATUS_NOT_FOUND, "there is no such dead letter");
        else if (result == STORE_E_INVALID)
                result = ask_settle(ask, STATUS_ERROR,
                                    "the article has a newer version, or was retracted: "
                                    "drop the letter");
        else if (!result)
                ask->reply = json_pack("{s:I}", "number", (json_int_t)ask->number);
        ask_answer(ask, result);
}

static void ask_write(struct ask *ask, int (*run)(struct commit_work *work, struct txn *txn))
{
        int r;

        ask->commit.run = run;
        ask->commit.done = was_written;
        ask->commit.essential = run == drop_run; /* it frees; the other adds */
        r = committer_submit(ask->query->config.committer, &ask->commit);
        if (r == COMMITTER_E_FULL) {
                ask_answer_full(ask);
        } else if (r) {
                (void)ask_settle(ask, STATUS_STOPPING, "the daemon is stopping");
                ask_answer(ask, 0);
        }
}

static void on_list(struct ask *ask)
{
        uint64_t limit;

        if (!body_number(ask->body, "limit", QUERY_LIMIT, &limit) || limit == 0 ||
            limit > QUERY_LIMIT_MAX)
                ask_refuse(ask, "/limit", "a whole number from 1 to 1000");
        else if (!body_number(ask->body, "from", 0, &ask->number))
                ask_refuse(ask, "/from", "a whole number");
        else
                ask_read(ask, list_read);
}

static void on_show(struct ask *ask)
{
        ask_read(ask, show_read);
}

static void on_requeue(struct ask *ask)
{
        ask_write(ask, requeue_run);
}

static void on_drop(struct ask *ask)
{
        ask_write(ask, drop_run);
}

static const struct {
        const char *name;
        bool needs_number;
        void (*handle)(struct ask *ask);
} actions[] = {
        { "list", false, on_list },
        { "show", true, on_show },
        { "requeue", true, on_requeue },
        { "drop", true, on_drop },
};

void query_on_dead(void *context, const struct address *from, const struct request *request)
{
        struct ask *ask = ask_new(context, from, request);
        const char *action;

        if (!ask)
                return;
        action = json_text(ask->body, "do");
        for (size_t i = 0; action && i < ARRAY_SIZE(actions); i++) {
                if (strcmp(action, actions[i].name) != 0)
                        continue;
                if (actions[i].needs_number &&
                    (!body_number(ask->body, "number", 0, &ask->number) || !ask->number))
                        ask_refuse(ask, "/number", "a dead letter's number");
                else
                        actions[i].handle(ask);
                return;
        }
        ask_refuse(ask, "/do", "list, show, requeue or drop");
}
