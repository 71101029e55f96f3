/* of_events - the articles of events, from lines of "EVENT EXTRACTION" on standard input
 *
 * Extractions are as `parallax extract --json` prints them, the articles of an event together.
 */
#pragma once

#include "workers/compare/account.h"

struct of_events {
        /** Takes the account of the event's article @number, from 1. It lasts until the event
         * is over. 0 or a negative errno. */
        int (*note)(const char *event, const struct account *a, uint64_t number);
        /** Prints what was noted of the event, which is over, and forgets it. */
        void (*print)(const char *event);
};

/** What main() returns; says on standard error, as @program, what went wrong. */
int over_events(const struct of_events *of, const char *program);
