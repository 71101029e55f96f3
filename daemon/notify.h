/* notify - what the service manager is told
 *
 * Without a notify socket nothing happens, and a socket that went away is no reason to stop.
 * The watchdog is fed by whoever knows that there is progress, not by a timer alone.
 */
#pragma once

#include <stdbool.h>

void notify_ready(const char *status);
void notify_reloading(void);
void notify_reloaded(const char *status);
void notify_status(const char *status);
void notify_stopping(void);
/** Does the manager expect to be fed? Then notify_alive() is due at least twice in its time. */
bool notify_watched(void);
void notify_alive(void);
