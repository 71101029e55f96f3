/* feed - what subscribers are sent, and how slow ones are kept apart */
#include <sys/resource.h>

#include "tests/unit/daemon/loop/feed_stage.h"

/* ------------------------------------------------------------ reading */

TEST(everything_from_a_number_on_then_live)
{
        struct stage stage;
        struct client client;

        set_up(&stage);
        grow(&stage, 5);
        client_open(&client, &stage);
        say(&client, "OPEN", "s", "{\"from\":3,\"credit\":100}");
        expect_reply(&client, "s", "ok");
        expect_items(&client, 3, 5, 0);
        expect_live(&client);
        grow(&stage, 2);
        expect_items(&client, 6, 7, 5);
        expect_silence(&client);
        client_close(&client);
        tear_down(&stage);
}

TEST(no_more_items_than_credit)
{
        struct stage stage;
        struct client client;

        set_up(&stage);
        grow(&stage, 500);
        client_open(&client, &stage);
        say(&client, "OPEN", "s", "{\"from\":1}");
        expect_reply(&client, "s", "ok");
        expect_silence(&client);
        say(&client, "CREDIT", "s", "{\"add\":2}");
        expect_items(&client, 1, 2, 0);
        expect_silence(&client);
        say(&client, "CREDIT", "another id", "{\"add\":300}"); /* there is only one to mean */
        expect_items(&client, 3, 302, 2);
        expect_silence(&client);
        say(&client, "CREDIT", "s", "{\"add\":0}");
        expect_reply(&client, "s", "invalid");
        client_close(&client);
        tear_down(&stage);
}

TEST(an_empty_log_is_live_at_once)
{
        struct stage stage;
        struct client client;

        set_up(&stage);
        client_open(&client, &stage);
        say(&client, "OPEN", "s", "{\"from\":1}");
        expect_reply(&client, "s", "ok");
        expect_live(&client);
        grow(&stage, 1);
        expect_silence(&client);
        say(&client, "CREDIT", "s", "{\"add\":1}");
        expect_item(&client, 1, 0);
        client_close(&client);
        tear_down(&stage);
}

TEST(a_number_that_does_not_exist_yet_is_invalid)
{
        struct stage stage;
        struct client client;

        set_up(&stage);
        grow(&stage, 2);
        client_open(&client, &stage);
        say(&client, "OPEN", "s", "{\"from\":4}");
        expect_reply(&client, "s", "invalid");
        say(&client, "OPEN", "s", "{\"from\":3}");
        expect_reply(&client, "s", "ok");
        client_close(&client);
        tear_down(&stage);
}

TEST(a_filter_lets_pass_what_it_names_and_costs_no_credit_for_the_rest)
{
        struct stage stage;
        struct client client;

        set_up(&stage);
        grow(&stage, 40);
        client_open(&client, &stage);
        say(&client, "OPEN", "s", "{\"from\":1,\"credit\":3,\"filter\":{\"origins\":9}}");
        expect_reply(&client, "s", "ok");
        expect_item(&client, 9, 0);
        expect_item(&client, 19, 9);
        expect_item(&client, 29, 19);
        expect_silence(&client);
        client_close(&client);
        tear_down(&stage);
}

TEST(an_unknown_filter_is_invalid)
{
        struct stage stage;
        struct client client;

        set_up(&stage);
        client_open(&client, &stage);
        say(&client, "OPEN", "s", "{\"filter\":{\"colour\":\"red\"}}");
        expect_reply(&client, "s", "invalid");
        say(&client, "OPEN", "s", "not json");
        expect_reply(&client, "s", "invalid");
        client_close(&client);
        tear_down(&stage);
}

TEST(what_retention_removed_is_told_as_a_gap)
{
        struct stage stage;
        struct client client;

        set_up(&stage);
        grow(&stage, 20);
        client_open(&client, &stage);
        say(&client, "OPEN", "s", "{\"from\":1,\"credit\":5}");
        expect_reply(&client, "s", "ok");
        expect_items(&client, 1, 5, 0);
        change_log(&stage, 0, 0, 11);
        say(&client, "CREDIT", "s", "{\"add\":2}");
        receive(&client);
        EXPECT_STR(client.frames[1], "gap");
        EXPECT_STR(client.frames[2], "{\"from\":6,\"to\":10}");
        expect_items(&client, 11, 12, 5);
        client_close(&client);
        tear_down(&stage);
}

TEST(closing_ends_it)
{
        struct stage stage;
        struct client client;

        set_up(&stage);
        client_open(&client, &stage);
        say(&client, "OPEN", "s", "{\"from\":1,\"credit\":5}");
        expect_reply(&client, "s", "ok");
        expect_live(&client);
        say(&client, "CLOSE", "s", "");
        expect_reply(&client, "s", "ok");
        grow(&stage, 1);
        expect_silence(&client);
        say(&client, "CLOSE", "s", "");
        expect_reply(&client, "s", "not-found");
        client_close(&client);
        tear_down(&stage);
}

TEST(two_subscriptions_of_one_peer_are_told_apart_by_their_ids)
{
        struct stage stage;
        struct client client;

        set_up(&stage);
        grow(&stage, 2);
        client_open(&client, &stage);
        say(&client, "OPEN", "a", "{\"from\":1}");
        expect_reply(&client, "a", "ok");
        say(&client, "OPEN", "b", "{\"from\":2}");
        expect_reply(&client, "b", "ok");
        say(&client, "OPEN", "b", "{\"from\":2}");
        expect_reply(&client, "b", "busy");
        say(&client, "CREDIT", "b", "{\"add\":1}");
        expect_item(&client, 2, 0);
        EXPECT_STR(client.frames[0], "b");
        expect_live(&client);
        say(&client, "CREDIT", "neither", "{\"add\":1}");
        expect_reply(&client, "neither", "not-found");
        client_close(&client);
        tear_down(&stage);
}

/* ------------------------------------------------------------ slow ones */

TEST(a_subscriber_that_stopped_disturbs_nobody_and_resumes_without_a_gap)
{
        enum { N = 3000, BYTES = 1500 };
        struct stage stage;
        struct client stopped, other;

        set_up(&stage);
        client_open(&stopped, &stage);
        client_open(&other, &stage);
        say(&stopped, "OPEN", "s", "{\"from\":1,\"credit\":100000}");
        say(&other, "OPEN", "s", "{\"from\":1,\"credit\":100000}");
        expect_reply(&other, "s", "ok");
        expect_live(&other);
        change_log(&stage, N, BYTES, 0);
        expect_items(&other, 1, N, 0);
        expect_reply(&stopped, "s", "ok"); /* reads again */
        expect_live(&stopped);
        expect_items(&stopped, 1, N, 0);
        client_close(&stopped);
        client_close(&other);
        tear_down(&stage);
}

static json_int_t figure(struct stage *stage, const char *name)
{
        json_auto_t *status = json_object();

        REQUIRE(feed_status(stage->feed, status) == 0);
        return json_integer_value(json_object_get(json_object_get(status, "feed"), name));
}

TEST(the_answer_to_an_ack_comes_though_the_pipe_is_full_of_items)
{
        enum { N = 3000, BYTES = 1500 };
        struct stage stage;
        struct client client;
        int items = 0, answers = 0;

        set_up(&stage);
        client_open(&client, &stage);
        say(&client, "OPEN", "s", "{\"cursor\":\"desk\",\"credit\":100000}");
        expect_reply(&client, "s", "ok");
        change_log(&stage, N, BYTES, 0);
        while (!figure(&stage, "blocked"))
                event_base_loop(stage.base, EVLOOP_NONBLOCK);
        say(&client, "ACK", "a", "{\"cursor\":\"desk\",\"number\":1}");
        while (items < N || answers < 1) {
                receive(&client);
                items += strcmp(client.frames[1], "item") == 0;
                answers += strcmp(client.frames[0], "a") == 0;
        }
        EXPECT_INT(answers, 1);
        client_close(&client);
        tear_down(&stage);
}

TEST(live_is_told_though_the_pipe_is_full_of_answers)
{
        enum { N = 2500, AT_ONCE = 50 };
        struct stage stage;
        struct client client;
        bool live = false;

        set_up(&stage);
        client_open_with(&client, &stage, 1);
        for (int i = 0; i < N; i++) {
                say(&client, "NOTHING", "unread", "");
                if (i % AT_ONCE == 0)
                        event_base_loop(stage.base, EVLOOP_NONBLOCK);
        }
        say(&client, "OPEN", "s", "{\"from\":1,\"credit\":10}");
        while (!figure(&stage, "subscriptions") || figure(&stage, "reading"))
                event_base_loop(stage.base, EVLOOP_NONBLOCK);
        EXPECT_INT(figure(&stage, "blocked"), 1);
        while (!live) {
                receive(&client);
                live = strcmp(client.frames[0], "s") == 0 &&
                       strcmp(client.frames[1], "live") == 0;
        }
        client_close(&client);
        tear_down(&stage);
}

/* Until all of them are blocked and nothing moves any more. */
static void run_until_still(struct stage *stage, int blocked)
{
        json_int_t items = -1;

        while (figure(stage, "blocked") < blocked || figure(stage, "items") != items) {
                uint64_t end = clock_monotonic_ms() + 100;

                items = figure(stage, "items");
                while (clock_monotonic_ms() < end)
                        event_base_loop(stage->base, EVLOOP_NONBLOCK);
        }
}

/* Each needs three descriptors here: its own, and both ends of its connection. */
static bool has_descriptors(rlim_t n)
{
        struct rlimit limit;

        REQUIRE(getrlimit(RLIMIT_NOFILE, &limit) == 0);
        limit.rlim_cur = limit.rlim_max;
        REQUIRE(setrlimit(RLIMIT_NOFILE, &limit) == 0);
        return limit.rlim_max >= n;
}

static uint64_t time_growth(struct stage *stage, struct client *client, unsigned *number)
{
        enum { N = 10000, BYTES = 1500 };
        uint64_t before_ms = clock_monotonic_ms();

        change_log(stage, N, BYTES, 0);
        expect_items(client, *number + 1, *number + N, *number);
        *number += N;
        return clock_monotonic_ms() - before_ms;
}

/* What they cost is that each is tried again now and then: every 20 ms at most, while others
 * read and give signs of it. That is looked at, for the rate is another matter on a machine
 * that other programs keep busy. */
TEST(a_thousand_that_stopped_cost_the_others_little)
{
        enum { STOPPED = 1000, PAUSE_MS = 20 };
        struct stage stage;
        struct client *stopped = calloc(STOPPED, sizeof(*stopped)), other;
        uint64_t alone_ms, together_ms;
        unsigned number = 0;
        json_int_t tried;

        REQUIRE(stopped && has_descriptors(3 * STOPPED + 100));
        set_up(&stage);
        client_open(&other, &stage);
        say(&other, "OPEN", "s", "{\"from\":1,\"credit\":1000000}");
        expect_reply(&other, "s", "ok");
        expect_live(&other);
        alone_ms = time_growth(&stage, &other, &number);
        for (int i = 0; i < STOPPED; i++) {
                client_open_with(&stopped[i], &stage, 1);
                say(&stopped[i], "OPEN", "s", "{\"from\":1,\"credit\":1000000}");
        }
        run_until_still(&stage, STOPPED);
        tried = figure(&stage, "refused");
        together_ms = time_growth(&stage, &other, &number);
        tried = figure(&stage, "refused") - tried;
        printf("     %llu ms alone, %llu ms beside %d that stopped, tried %lld times\n",
               (unsigned long long)alone_ms, (unsigned long long)together_ms, STOPPED,
               (long long)tried);
        EXPECT(tried <= STOPPED * (json_int_t)(2 + together_ms / PAUSE_MS));
        EXPECT_INT(figure(&stage, "blocked"), STOPPED);
        for (int i = 0; i < STOPPED; i++)
                client_close(&stopped[i]);
        client_close(&other);
        tear_down(&stage);
        free(stopped);
}
