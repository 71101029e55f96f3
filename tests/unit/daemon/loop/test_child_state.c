/* The states of a worker process: what is legal when. */
#include "daemon/child_state.h"
#include "tests/unit/test.h"

TEST(a_worker_that_does_its_work_goes_round)
{
        EXPECT_INT(child_next(CHILD_STARTING, CHILD_SAID_READY), CHILD_IDLE);
        EXPECT_INT(child_next(CHILD_IDLE, CHILD_GIVEN_JOB), CHILD_BUSY);
        EXPECT_INT(child_next(CHILD_BUSY, CHILD_SAID_RESULT), CHILD_IDLE);
}

TEST(a_worker_may_not_speak_out_of_turn)
{
        EXPECT_INT(child_next(CHILD_STARTING, CHILD_SAID_RESULT), -1);
        EXPECT_INT(child_next(CHILD_IDLE, CHILD_SAID_RESULT), -1);
        EXPECT_INT(child_next(CHILD_IDLE, CHILD_SAID_READY), -1);
        EXPECT_INT(child_next(CHILD_BUSY, CHILD_SAID_READY), -1);
        EXPECT_INT(child_next(CHILD_ENDING, CHILD_SAID_RESULT), -1);
}

TEST(a_busy_worker_gets_no_second_job)
{
        EXPECT_INT(child_next(CHILD_BUSY, CHILD_GIVEN_JOB), -1);
        EXPECT_INT(child_next(CHILD_STARTING, CHILD_GIVEN_JOB), -1);
        EXPECT_INT(child_next(CHILD_ENDING, CHILD_GIVEN_JOB), -1);
}

TEST(every_worker_can_end_and_be_reaped)
{
        for (int state = CHILD_STARTING; state <= CHILD_ENDING; state++) {
                EXPECT_INT(child_next((enum child_state)state, CHILD_ENDED), CHILD_ENDING);
                EXPECT_INT(child_next((enum child_state)state, CHILD_REAPED), CHILD_GONE);
        }
}

TEST(what_is_reaped_has_no_news)
{
        for (int news = 0; news < CHILD_NEWS; news++)
                EXPECT_INT(child_next(CHILD_GONE, (enum child_news)news), -1);
}
