/* The feed and its cursors */
#include "tests/unit/daemon/store/fixture.h"

static struct fixture f;

static void given_feed(uint64_t n)
{
        char json[64];

        fixture_open(&f, NULL);
        begin(&f);
        for (uint64_t i = 1; i <= n; i++) {
                snprintf(json, sizeof(json), "{\"sequence\":\"%llu\"}", (unsigned long long)i);
                EXPECT_INT(txn_append_feed(f.txn, i, json, strlen(json)), 0);
        }
}

static void then_sound(void)
{
        EXPECT_INT(txn_commit(f.txn), 0);
        EXPECT_SOUND(&f);
        fixture_close(&f);
}

TEST(the_feed_grows_by_one_number_at_a_time)
{
        struct blob json;

        given_feed(3);
        EXPECT_INT(txn_append_feed(f.txn, 3, "{}", 2), STORE_E_INVALID);
        EXPECT_INT(txn_append_feed(f.txn, 5, "{}", 2), STORE_E_INVALID);
        EXPECT_INT(txn_feed_start(f.txn), 1);
        EXPECT_INT(txn_feed_end(f.txn), 3);
        EXPECT_INT(txn_get_feed(f.txn, 2, &json, &f.buffer), 0);
        EXPECT(json.size == 16 && memcmp(json.data, "{\"sequence\":\"2\"}", 16) == 0);
        EXPECT_INT(txn_get_feed(f.txn, 4, &json, &f.buffer), STORE_E_NOT_FOUND);
        EXPECT_INT(txn_get_feed(f.txn, 0, &json, &f.buffer), STORE_E_NOT_FOUND);
        then_sound();
}

TEST(the_feed_is_trimmed_from_its_start_in_slices)
{
        struct blob json;

        given_feed(5);
        EXPECT_INT(txn_trim_feed(f.txn, 4, 2), 0);
        EXPECT_INT(txn_feed_start(f.txn), 3);
        EXPECT_INT(txn_trim_feed(f.txn, 4, 2), 0);
        EXPECT_INT(txn_feed_start(f.txn), 4);
        EXPECT_INT(txn_trim_feed(f.txn, 2, 2), 0);
        EXPECT_INT(txn_get_feed(f.txn, 3, &json, &f.buffer), STORE_E_NOT_FOUND);
        EXPECT_INT(txn_get_feed(f.txn, 4, &json, &f.buffer), 0);
        EXPECT_INT(txn_trim_feed(f.txn, 7, 9), STORE_E_INVALID);
        then_sound();
}

TEST(an_emptied_feed_goes_on_with_its_numbers)
{
        given_feed(2);
        EXPECT_INT(txn_trim_feed(f.txn, 3, 9), 0);
        EXPECT_INT(txn_feed_start(f.txn), 3);
        EXPECT_INT(txn_append_feed(f.txn, 3, "{}", 2), 0);
        EXPECT_INT(txn_feed_end(f.txn), 3);
        then_sound();
}

TEST(a_cursor_moves_forward_within_the_feed)
{
        uint64_t number = 0;

        given_feed(5);
        EXPECT_INT(txn_get_cursor(f.txn, "peer", "name", &number), STORE_E_NOT_FOUND);
        EXPECT_INT(txn_put_cursor(f.txn, "peer", "name", 3), 0);
        EXPECT_INT(txn_put_cursor(f.txn, "peer", "name", 3), 0);
        EXPECT_INT(txn_put_cursor(f.txn, "peer", "name", 2), STORE_E_INVALID);
        EXPECT_INT(txn_put_cursor(f.txn, "peer", "name", 6), STORE_E_INVALID);
        EXPECT_INT(txn_get_cursor(f.txn, "peer", "name", &number), 0);
        EXPECT_INT(number, 3);
        EXPECT_INT(txn_put_cursor(f.txn, "peer", "name", 5), 0);
        then_sound();
}

TEST(cursors_of_two_owners_are_two)
{
        uint64_t number = 0;

        given_feed(5);
        EXPECT_INT(txn_put_cursor(f.txn, "a", "bc", 1), 0);
        EXPECT_INT(txn_put_cursor(f.txn, "ab", "c", 2), 0);
        EXPECT_INT(txn_get_cursor(f.txn, "a", "bc", &number), 0);
        EXPECT_INT(number, 1);
        EXPECT_INT(txn_get_cursor(f.txn, "ab", "c", &number), 0);
        EXPECT_INT(number, 2);
        then_sound();
}

TEST(a_cursor_with_an_endless_name_is_invalid)
{
        char name[300];

        memset(name, 'n', sizeof(name));
        name[299] = '\0';
        given_feed(1);
        EXPECT_INT(txn_put_cursor(f.txn, "peer", name, 1), STORE_E_INVALID);
        name[255] = '\0';
        EXPECT_INT(txn_put_cursor(f.txn, name, name, 1), 0);
        then_sound();
}
