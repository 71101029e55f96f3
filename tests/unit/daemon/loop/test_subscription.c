/* subscription - the way round, and what is never allowed on it */
#include "daemon/subscription.h"
#include "tests/unit/test.h"

static struct subscription s;

/* Sends one slice with these numbers. */
static void expect_sent(uint64_t first, uint64_t last, enum subscription_input then,
                        enum subscription_state to)
{
        EXPECT_INT(subscription_input(&s, INPUT_TURN), SUBSCRIPTION_READS);
        EXPECT_INT(subscription_input(&s, INPUT_SLICE), SUBSCRIPTION_SENDS);
        for (uint64_t n = first; n <= last; n++)
                (void)subscription_sent(&s, n);
        EXPECT_INT(subscription_input(&s, then), to);
}

TEST(it_reads_until_the_end_then_waits_for_growth)
{
        subscription_init(&s, 1, 100);
        expect_sent(1, 3, INPUT_MORE, SUBSCRIPTION_WANTS);
        expect_sent(4, 5, INPUT_END, SUBSCRIPTION_WAITS);
        EXPECT(subscription_tells_live(&s));
        EXPECT_INT(subscription_input(&s, INPUT_GREW), SUBSCRIPTION_WANTS);
        expect_sent(6, 6, INPUT_END, SUBSCRIPTION_WAITS);
        EXPECT(!subscription_tells_live(&s));
}

TEST(without_credit_it_starves_until_some_is_granted)
{
        subscription_init(&s, 1, 2);
        expect_sent(1, 2, INPUT_MORE, SUBSCRIPTION_STARVES);
        EXPECT_INT(subscription_input(&s, INPUT_GREW), SUBSCRIPTION_STARVES);
        subscription_grant(&s, 1);
        EXPECT_INT(s.state, SUBSCRIPTION_WANTS);
        expect_sent(3, 3, INPUT_MORE, SUBSCRIPTION_STARVES);
}

TEST(growth_without_credit_starves_too)
{
        subscription_init(&s, 1, 1);
        expect_sent(1, 1, INPUT_END, SUBSCRIPTION_WAITS);
        EXPECT_INT(subscription_input(&s, INPUT_GREW), SUBSCRIPTION_STARVES);
}

TEST(credit_in_the_middle_changes_no_state)
{
        subscription_init(&s, 1, 1);
        subscription_input(&s, INPUT_TURN);
        subscription_grant(&s, 5);
        EXPECT_INT(s.state, SUBSCRIPTION_READS);
        EXPECT_INT(s.credit, 6);
}

TEST(credit_has_a_limit)
{
        subscription_init(&s, 1, UINT64_MAX);
        EXPECT_INT(s.credit, SUBSCRIPTION_CREDIT_MAX);
        subscription_grant(&s, 7);
        EXPECT_INT(s.credit, SUBSCRIPTION_CREDIT_MAX);
}

TEST(what_was_refused_goes_on_when_the_peer_reads)
{
        subscription_init(&s, 1, 10);
        expect_sent(1, 2, INPUT_REFUSED, SUBSCRIPTION_BLOCKED);
        EXPECT_INT(subscription_input(&s, INPUT_GREW), SUBSCRIPTION_BLOCKED);
        EXPECT_INT(subscription_input(&s, INPUT_WRITABLE), SUBSCRIPTION_SENDS);
        EXPECT_INT(subscription_input(&s, INPUT_MORE), SUBSCRIPTION_WANTS);
}

TEST(each_item_names_the_one_before)
{
        subscription_init(&s, 7, 10);
        EXPECT_INT(subscription_sent(&s, 7), 0);
        EXPECT_INT(subscription_sent(&s, 9), 7);
        EXPECT_INT(subscription_sent(&s, 10), 9);
        EXPECT_INT(s.credit, 7);
}

TEST(only_what_was_sent_may_be_acknowledged)
{
        subscription_init(&s, 1, 10);
        EXPECT(!subscription_may_ack(&s, 1));
        (void)subscription_sent(&s, 4);
        EXPECT(subscription_may_ack(&s, 4));
        EXPECT(subscription_may_ack(&s, 2));
        EXPECT(!subscription_may_ack(&s, 5));
        s.acked = 8; /* where the cursor stood when it was opened */
        EXPECT(subscription_may_ack(&s, 8));
        EXPECT(!subscription_may_ack(&s, 9));
}

TEST(number_0_begins_at_the_first)
{
        subscription_init(&s, 0, 1);
        EXPECT_INT(s.next, 1);
}
