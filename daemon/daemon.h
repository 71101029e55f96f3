/* daemon - the composition root: the one file that knows every module */
#pragma once

#include "daemon/config.h"

/** Runs until a signal ends it. @path is the configuration to read again at SIGHUP, or NULL.
 *  Returns the process's exit status: 0, or 1 after a failure that was logged. */
int daemon_run(const struct config *config, const char *path);
