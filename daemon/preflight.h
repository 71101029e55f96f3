/* preflight - would a start with this configuration succeed?
 *
 * Looks at everything that a start needs and touches nothing: folders, the store's format, the
 * endpoints, the worker.
 */
#pragma once

#include "daemon/config.h"

/** Calls @tell (line 0) with each fault. Returns their number. */
unsigned preflight(const struct config *config, config_tell *tell, void *context);
