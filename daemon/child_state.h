/* child_state - what a worker process may say or be told, and when: a table without I/O */
#pragma once

enum child_state {
        CHILD_STARTING, /* exec'd, has not said READY */
        CHILD_IDLE,
        CHILD_BUSY,   /* holds exactly one job */
        CHILD_ENDING, /* killed, or asked to end; not reaped yet */
        CHILD_GONE,   /* reaped */
};

enum child_news {
        CHILD_SAID_READY,
        CHILD_GIVEN_JOB,
        CHILD_SAID_RESULT,
        CHILD_HUNG_UP, /* its end of the socket is closed */
        CHILD_ENDED,   /* by us: told to go, or killed for a fault */
        CHILD_REAPED,
};

enum { CHILD_STATES = CHILD_GONE + 1, CHILD_NEWS = CHILD_REAPED + 1 };

/** The state after @news, or -1: news that a sound worker does not make in @state. */
int child_next(enum child_state state, enum child_news news);
const char *child_state_name(enum child_state state);
