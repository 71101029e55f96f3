/* child_state - see child_state.h */
#include "daemon/child_state.h"

/* States are stored one higher, so that what is not named is 0: not legal. */
#define TO(state) ((state) + 1)

static const unsigned char steps[CHILD_STATES][CHILD_NEWS] = {
        [CHILD_STARTING] = { [CHILD_SAID_READY] = TO(CHILD_IDLE),
                             [CHILD_HUNG_UP] = TO(CHILD_ENDING),
                             [CHILD_ENDED] = TO(CHILD_ENDING),
                             [CHILD_REAPED] = TO(CHILD_GONE) },
        [CHILD_IDLE] = { [CHILD_GIVEN_JOB] = TO(CHILD_BUSY),
                         [CHILD_HUNG_UP] = TO(CHILD_ENDING),
                         [CHILD_ENDED] = TO(CHILD_ENDING),
                         [CHILD_REAPED] = TO(CHILD_GONE) },
        [CHILD_BUSY] = { [CHILD_SAID_RESULT] = TO(CHILD_IDLE),
                         [CHILD_HUNG_UP] = TO(CHILD_ENDING),
                         [CHILD_ENDED] = TO(CHILD_ENDING),
                         [CHILD_REAPED] = TO(CHILD_GONE) },
        [CHILD_ENDING] = { [CHILD_HUNG_UP] = TO(CHILD_ENDING),
                           [CHILD_ENDED] = TO(CHILD_ENDING),
                           [CHILD_REAPED] = TO(CHILD_GONE) },
};

int child_next(enum child_state state, enum child_news news)
{
        return (int)steps[state][news] - 1;
}

const char *child_state_name(enum child_state state)
{
        static const char *const names[] = {
                [CHILD_STARTING] = "starting", [CHILD_IDLE] = "idle", [CHILD_BUSY] = "busy",
                [CHILD_ENDING] = "ending",     [CHILD_GONE] = "gone",
        };

        return names[state];
}
