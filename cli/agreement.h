/* agreement - what several sources tell alike, in one line */
#pragma once

#include "base/buffer.h"
#include "base/json.h"

/** Appends the line for one of a comparison's agreements, without control characters. */
void agreement_put(struct buffer *line, const json_t *agreement);
