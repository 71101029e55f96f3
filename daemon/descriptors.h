/* descriptors - when there are none left, who comes is turned away
 *
 * libzmq aborts the process when it cannot accept a connection for want of a descriptor. So one
 * is kept for that case: it is given up, the connection is accepted with it and closed at once.
 * Those who are connected are served on, and whoever was turned away comes again.
 */
#pragma once

#include <stdint.h>

/** To be called once, early. 0 or a negative errno. */
int descriptors_keep_one(void);
/** Connections that were turned away. */
uint64_t descriptors_turned_away(void);
