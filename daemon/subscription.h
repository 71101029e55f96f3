/* subscription - what one subscriber has been granted, sent, and has acknowledged
 *
 * The state machine of the feed without its sockets and its store. A subscription waits at the
 * end of the log, or starves for want of credit, or is on the way round: it wants a slice of
 * the log, the slice is read, its items are sent, and it goes on. It never holds more than a
 * slice, and a slice is never longer than the credit.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum subscription_state {
        SUBSCRIPTION_NONE,
        SUBSCRIPTION_WAITS,   /* caught up: for the log to grow */
        SUBSCRIPTION_STARVES, /* there is more, and no credit */
        SUBSCRIPTION_WANTS,   /* a slice, when it is its turn */
        SUBSCRIPTION_READS,
        SUBSCRIPTION_SENDS,
        SUBSCRIPTION_BLOCKED, /* the peer does not read */
        SUBSCRIPTION_STATES,
};

enum subscription_input {
        INPUT_GREW,     /* the log has more than was sent; at any time */
        INPUT_CREDIT,   /* credit was added; at any time */
        INPUT_WRITABLE, /* the peer may take again what was refused; at any time */
        INPUT_TURN,     /* its slice is being read */
        INPUT_SLICE,    /* the slice is there */
        INPUT_MORE,     /* the slice is sent, the log goes on */
        INPUT_END,      /* the slice is sent, the log ends here */
        INPUT_REFUSED,  /* the peer took not all */
        SUBSCRIPTION_INPUTS,
};

enum { SUBSCRIPTION_CREDIT_MAX = 1000000000 };

struct subscription {
        enum subscription_state state;
        uint64_t next;   /* number to read next */
        uint64_t sent;   /* last one sent on this subscription, 0: none */
        uint64_t acked;  /* the cursor's, as far as it is known */
        uint64_t credit; /* items that may be sent */
        bool told_live;
};

/** A subscription that begins at number @from. */
void subscription_init(struct subscription *s, uint64_t from, uint64_t credit);
/** Gives the new state. An input that means nothing in the state changes nothing. */
enum subscription_state subscription_input(struct subscription *s,
                                           enum subscription_input input);
/** Adds credit, up to SUBSCRIPTION_CREDIT_MAX in all. */
void subscription_grant(struct subscription *s, uint64_t credit);
/** An item was sent; gives the number of the one before, as the wire wants it. */
uint64_t subscription_sent(struct subscription *s, uint64_t number);
/** May this number be acknowledged? What was not sent may not, but for the cursor's own. */
bool subscription_may_ack(const struct subscription *s, uint64_t number);
/** True once: the first time that the end is reached. */
bool subscription_tells_live(struct subscription *s);
