/* bell - a thread rings, the loop hears
 *
 * An eventfd in the loop. Rings that come before the loop has heard the first one are one ring,
 * so the ringer puts what it has to say somewhere first (under its own lock), then rings.
 */
#pragma once

#include <event2/event.h>

#include "base/macros.h"

struct bell;

/** The caller owns *@ret; @heard is called on the thread that runs @base. 0 or an errno. */
int bell_new(struct bell **ret, struct event_base *base, void (*heard)(void *context),
             void *context);
void bell_free(struct bell *bell);
DEFINE_CLEANUP(struct bell *, bell_free);
/** Any thread; never waits. */
void bell_ring(struct bell *bell);
