/* parallax subscribe - the feed as JSON Lines
 *
 * Credit is granted in halves of a window; a cursor is moved when the lines have left this
 * process.
 */
#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cli/client.h"
#include "cli/options.h"
#include "cli/verb.h"

const char usage_subscribe[] =
        "Usage: parallax subscribe [--from N | --cursor NAME] [--filter KEY=VALUE...]\n"
        "                          [--count N] [--follow] [--endpoint URL]\n\n"
        "Prints the feed, one CloudEvent a line, from number N on (default: 1), or from\n"
        "behind where the daemon keeps NAME's place; ends when it has caught up, or, with\n"
        "--follow, never. What retention has removed is told on stderr.\n\n"
        "  --from N           the first number wanted\n"
        "  --cursor NAME      go on where NAME left off, and keep the place\n"
        "  --filter KEY=VALUE source, participant, place, country, plover, language;\n"
        "                     origins=N: at least N independent origins; all must hold\n"
        "  --count N          end after N items\n"
        "  --follow           wait for more\n"
        "  --endpoint URL     the daemon's\n\n"
        "Examples:\n"
        "  parallax subscribe --from 1\n"
        "  parallax subscribe --cursor desk --follow | while read -r line; do ...; done\n"
        "  parallax subscribe --follow --filter country=SE --filter origins=3\n";

enum {
        CREDIT = 512,
        QUIET_MS = 5000, /* then the daemon is asked whether it still knows us */
};

struct subscribe_run {
        struct client *client;
        const char *cursor;
        const json_t *filter;
        uint64_t from, count, seen;
        uint64_t printed, last, acknowledged; /* numbers; the latter two of this OPEN */
        uint64_t unpaid, prepaid; /* items since the last credit; credit ahead of items */
        bool follow;
        uint64_t open; /* request id of OPEN */
};

static int send_small(struct subscribe_run *run, enum verb verb, json_t *body)
{
        _cleanup_(buffer_clear) struct buffer text = { 0 };
        uint64_t request;

        json_write(body, &text);
        json_decref(body);
        if (buffer_error(&text))
                return -ENOMEM;
        return client_send(run->client, verb, text.data, text.size, NULL, 0, &request);
}

/* Only what has left this process is dealt with. */
static int acknowledge(struct subscribe_run *run)
{
        if (!run->cursor || run->last == run->acknowledged || fflush(stdout))
                return 0;
        run->acknowledged = run->last;
        return send_small(
                run, VERB_ACK,
                json_pack("{s:s,s:I}", "cursor", run->cursor, "number", (json_int_t)run->last));
}

static int print_item(struct subscribe_run *run, const struct buffer *event)
{
        if (fwrite(event->data, 1, event->size, stdout) != event->size || putchar('\n') == EOF)
                return -EPIPE;
        run->printed = run->last;
        run->seen++;
        return 0;
}

/* What a cursor begins with again was printed before. */
static int take_item(struct subscribe_run *run, const struct client_reply *reply)
{
        int r;

        if (reply->n_frames < 3)
                return -EPROTO;
        run->last = strtoull((char *)reply->frames[0].data, NULL, 10);
        r = run->last > run->printed ? print_item(run, &reply->frames[2]) : 0;
        if (r)
                return r;
        if (run->prepaid) {
                run->prepaid--;
        } else if (++run->unpaid == CREDIT / 2) {
                r = send_small(run, VERB_CREDIT,
                               json_pack("{s:I}", "add", (json_int_t)run->unpaid));
                run->unpaid = 0;
                r = r ? r : acknowledge(run);
        }
        return r;
}

static int open_feed(struct subscribe_run *run)
{
        _cleanup_(buffer_clear) struct buffer text = { 0 };
        json_auto_t *body = json_pack("{s:i}", "credit", CREDIT);

        if (run->cursor)
                json_set_text(body, "cursor", run->cursor);
        else
                json_object_set_new(body, "from", json_integer((json_int_t)run->from));
        if (json_object_size(run->filter))
                json_object_set(body, "filter", (json_t *)run->filter);
        json_write(body, &text);
        if (buffer_error(&text))
                return -ENOMEM;
        return client_send(run->client, VERB_OPEN, text.data, text.size, NULL, 0, &run->open);
}

/* A daemon that was started anew knows no subscription. Credit is answered only then, and a
 * little more of it does no harm. */
static int ask_if_known(struct subscribe_run *run)
{
        run->prepaid++;
        return send_small(run, VERB_CREDIT, json_pack("{s:i}", "add", 1));
}

/* What was asked before the last OPEN has its answer in that. */
static int open_again(struct subscribe_run *run, const struct client_reply *reply)
{
        if (reply->request < run->open)
                return 0;
        notice("the daemon was started anew: going on behind number %" PRIu64, run->printed);
        run->from = run->printed ? run->printed + 1 : run->from;
        run->last = run->acknowledged = run->unpaid = run->prepaid = 0;
        return open_feed(run);
}

/* CREDIT is then answered `not-found`, and ACK `denied`. */
static bool is_unknown(const struct subscribe_run *run, const struct client_reply *reply)
{
        return reply->request != run->open &&
               (strcmp(reply->kind, "not-found") == 0 || strcmp(reply->kind, "denied") == 0);
}

static bool is_refusal(const char *kind)
{
        return strcmp(kind, "ok") != 0 && strcmp(kind, "ping") != 0;
}

/* One message; 1 when the end is reached. */
static int take(struct subscribe_run *run, const struct client_reply *reply)
{
        const char *text = reply->n_frames ? (char *)reply->frames[0].data : "";

        if (strcmp(reply->kind, "item") == 0) {
                int r = take_item(run, reply);

                return r ? r : run->count && run->seen == run->count;
        }
        if (strcmp(reply->kind, "gap") == 0) {
                notice("gap: %s: retention has removed these entries", text);
                return 0;
        }
        if (strcmp(reply->kind, "live") == 0) {
                int r = acknowledge(run);

                (void)fflush(stdout);
                return r ? r : !run->follow;
        }
        if (run->follow && is_unknown(run, reply))
                return open_again(run, reply);
        if (run->follow && strcmp(reply->kind, "stopping") == 0)
                return 0;
        if (is_refusal(reply->kind)) {
                notice("%s: %s", reply->kind, text);
                return -ECANCELED;
        }
        return 0;
}

static int read_feed(struct subscribe_run *run)
{
        _cleanup_(client_reply_clear) struct client_reply reply = { 0 };
        int r = 0;

        while (!r) {
                /* Lines go out as soon as nothing more is at hand. */
                r = client_receive(run->client, &reply, 0);
                if (r == CLIENT_E_TIMEOUT) {
                        r = fflush(stdout) ? -EPIPE : acknowledge(run);
                        r = r ? r : client_receive(run->client, &reply, QUIET_MS);
                }
                if (r == CLIENT_E_TIMEOUT) {
                        r = ask_if_known(run);
                        continue;
                }
                if (!r)
                        r = take(run, &reply);
        }
        return r;
}

/* The last acknowledgement must reach the daemon before the socket goes: its answer says so. */
static int finish(struct subscribe_run *run)
{
        int code;
        json_t *answer;

        if (fflush(stdout))
                return -EPIPE;
        if (!run->cursor || !run->last)
                return 0;
        answer = client_ask(
                run->client, VERB_ACK,
                json_pack("{s:s,s:I}", "cursor", run->cursor, "number", (json_int_t)run->last),
                &code);
        json_decref(answer);
        return answer ? 0 : -ECANCELED;
}

/* origins=3 is a number, all else text. 0 or EXIT_USAGE. */
static int add_filter(json_t *filter, const char *pair)
{
        const char *equals = strchr(pair, '=');
        uint64_t number = 0;
        char key[64];
        json_t *value;

        if (!equals || equals == pair || (size_t)(equals - pair) >= sizeof(key))
                return usage_error("subscribe", "a filter is KEY=VALUE, not '%s'", pair);
        /* "origins>=3" reads better and means the same. */
        snprintf(key, sizeof(key), "%.*s", (int)(equals - pair - (equals[-1] == '>')), pair);
        if (strcmp(key, "origins") != 0)
                value = json_string(equals + 1);
        else if (number_read(&number, "subscribe", "origins", equals + 1, 0))
                return EXIT_USAGE;
        else
                value = json_integer((json_int_t)number);
        if (json_object_set_new(filter, key, value))
                return usage_error("subscribe", "a filter is text in UTF-8");
        return 0;
}

int verb_subscribe(int argc, char **argv)
{
        static const struct option options[] = { { "from", required_argument, NULL, 'f' },
                                                 { "cursor", required_argument, NULL, 'c' },
                                                 { "filter", required_argument, NULL, 'i' },
                                                 { "count", required_argument, NULL, 'n' },
                                                 { "follow", no_argument, NULL, 'w' },
                                                 { "endpoint", required_argument, NULL, 'e' },
                                                 { "since", required_argument, NULL, 's' },
                                                 { 0 } };
        _cleanup_(client_closep) struct client *client = NULL;
        json_auto_t *filter = json_object();
        struct subscribe_run run = { 0 };
        const char *endpoint = NULL;
        uint64_t from = 0;
        int c, code = 0, r;

        while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
                if (c == '?')
                        return usage_error("subscribe", "that option is not known");
                if (c == 's')
                        return usage_error("subscribe", "a feed from a time is not served yet: "
                                                        "use --from or --cursor");
                if (c == 'i')
                        code = add_filter(filter, optarg);
                else if (c == 'f')
                        code = number_read(&from, "subscribe", "--from", optarg, 0);
                else if (c == 'n')
                        code = number_read(&run.count, "subscribe", "--count", optarg, 1);
                if (code)
                        return code;
                run.cursor = c == 'c' ? optarg : run.cursor;
                run.follow |= c == 'w';
                endpoint = c == 'e' ? optarg : endpoint;
        }
        if (from && run.cursor)
                return usage_error("subscribe", "--from or --cursor, not both");
        if (optind < argc)
                return usage_error("subscribe", "'%s' is one word too many", argv[optind]);
        code = client_start(&client, endpoint, true);
        if (code)
                return code;
        run.client = client;
        run.filter = filter;
        run.from = from ? from : 1;
        r = open_feed(&run);
        if (!r)
                r = read_feed(&run);
        if (r >= 0)
                r = finish(&run);
        if (r < 0 && r != -ECANCELED)
                notice("subscribe: %s", strerror(-r));
        return r < 0 ? EXIT_FAILED : EXIT_DONE;
}
