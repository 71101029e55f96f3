/* cursors - where a subscriber goes on that has a name for its place in the feed */
#include "tests/unit/daemon/loop/feed_stage.h"

static void open_cursor(struct client *client, const char *expected)
{
        say(client, "OPEN", "s", "{\"cursor\":\"desk\",\"credit\":100}");
        expect_reply(client, "s", expected);
}

TEST(a_cursor_goes_on_behind_what_was_acknowledged)
{
        struct stage stage;
        struct client client;

        set_up(&stage);
        grow(&stage, 4);
        client_open(&client, &stage);
        open_cursor(&client, "ok");
        expect_items(&client, 1, 4, 0);
        expect_live(&client);
        say(&client, "ACK", "a", "{\"cursor\":\"desk\",\"number\":3}");
        expect_reply(&client, "a", "ok");
        say(&client, "CLOSE", "s", "");
        expect_reply(&client, "s", "ok");
        open_cursor(&client, "ok");
        expect_items(&client, 4, 4, 0);
        client_close(&client);
        tear_down(&stage);
}

TEST(what_was_not_sent_cannot_be_acknowledged_and_a_cursor_never_moves_back)
{
        struct stage stage;
        struct client client;

        set_up(&stage);
        grow(&stage, 4);
        client_open(&client, &stage);
        open_cursor(&client, "ok");
        expect_items(&client, 1, 4, 0);
        expect_live(&client);
        say(&client, "ACK", "a", "{\"cursor\":\"desk\",\"number\":5}");
        expect_reply(&client, "a", "invalid");
        say(&client, "ACK", "b", "{\"cursor\":\"desk\",\"number\":4}");
        expect_reply(&client, "b", "ok");
        say(&client, "ACK", "c", "{\"cursor\":\"desk\",\"number\":2}");
        expect_reply(&client, "c", "ok");
        EXPECT_STR(client.frames[2], "{\"cursor\":\"desk\",\"number\":4}");
        say(&client, "ACK", "d", "{\"cursor\":\"unheard of\",\"number\":1}");
        expect_reply(&client, "d", "denied");
        say(&client, "ACK", "e", "{\"cursor\":\"desk\",\"number\":-1}");
        expect_reply(&client, "e", "invalid");
        client_close(&client);
        tear_down(&stage);
}

TEST(a_cursor_has_one_holder_at_a_time)
{
        struct stage stage;
        struct client first, second;

        set_up(&stage);
        client_open(&first, &stage);
        client_open(&second, &stage);
        open_cursor(&first, "ok");
        expect_live(&first);
        open_cursor(&second, "busy");
        receive(&first);
        EXPECT_STR(first.frames[1], "ping");
        say(&second, "ACK", "a", "{\"cursor\":\"desk\",\"number\":0}");
        expect_reply(&second, "a", "denied");
        say(&first, "CLOSE", "s", "");
        expect_reply(&first, "s", "ok");
        open_cursor(&second, "ok");
        client_close(&first);
        client_close(&second);
        tear_down(&stage);
}

TEST(the_cursor_of_a_holder_that_has_gone_is_free)
{
        struct stage stage;
        struct client first, second;
        uint64_t end = clock_monotonic_ms() + WAIT_MS;

        set_up(&stage);
        client_open(&first, &stage);
        client_open(&second, &stage);
        open_cursor(&first, "ok");
        client_close(&first);
        do { /* until libzmq has noticed */
                REQUIRE(clock_monotonic_ms() < end);
                say(&second, "OPEN", "s", "{\"cursor\":\"desk\"}");
                receive(&second);
        } while (strcmp(second.frames[1], "busy") == 0);
        EXPECT_STR(second.frames[1], "ok");
        client_close(&second);
        tear_down(&stage);
}
