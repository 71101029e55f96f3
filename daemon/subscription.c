#include "daemon/subscription.h"

#include <assert.h>

/* Not a state: it wants the next slice when there is credit, and starves when there is none. */
#define GO_ON SUBSCRIPTION_STATES

static const uint8_t transitions[SUBSCRIPTION_STATES][SUBSCRIPTION_INPUTS] = {
        [SUBSCRIPTION_WAITS] = { [INPUT_GREW] = GO_ON },
        [SUBSCRIPTION_STARVES] = { [INPUT_CREDIT] = GO_ON },
        [SUBSCRIPTION_WANTS] = { [INPUT_TURN] = SUBSCRIPTION_READS },
        [SUBSCRIPTION_READS] = { [INPUT_SLICE] = SUBSCRIPTION_SENDS },
        [SUBSCRIPTION_SENDS] = { [INPUT_MORE] = GO_ON,
                                 [INPUT_END] = SUBSCRIPTION_WAITS,
                                 [INPUT_REFUSED] = SUBSCRIPTION_BLOCKED },
        [SUBSCRIPTION_BLOCKED] = { [INPUT_WRITABLE] = SUBSCRIPTION_SENDS },
};

void subscription_init(struct subscription *s, uint64_t from, uint64_t credit)
{
        *s = (struct subscription){ .state = SUBSCRIPTION_WAITS, .next = from ? from : 1 };
        subscription_grant(s, credit);
        /* Whether there is anything to read is seen by reading. */
        s->state = SUBSCRIPTION_WANTS;
}

enum subscription_state subscription_input(struct subscription *s,
                                           enum subscription_input input)
{
        uint8_t to;

        assert(s->state < SUBSCRIPTION_STATES && input < SUBSCRIPTION_INPUTS);
        to = transitions[s->state][input];
        if (to == GO_ON)
                to = s->credit ? SUBSCRIPTION_WANTS : SUBSCRIPTION_STARVES;
        if (to)
                s->state = (enum subscription_state)to;
        return s->state;
}

void subscription_grant(struct subscription *s, uint64_t credit)
{
        uint64_t room = SUBSCRIPTION_CREDIT_MAX - s->credit;

        s->credit += credit < room ? credit : room;
        (void)subscription_input(s, INPUT_CREDIT);
}

uint64_t subscription_sent(struct subscription *s, uint64_t number)
{
        uint64_t previous = s->sent;

        assert(s->credit > 0 && number > previous);
        s->sent = number;
        s->credit--;
        return previous;
}

bool subscription_may_ack(const struct subscription *s, uint64_t number)
{
        return number <= (s->sent > s->acked ? s->sent : s->acked);
}

bool subscription_tells_live(struct subscription *s)
{
        bool first = !s->told_live;

        s->told_live = true;
        return first;
}
