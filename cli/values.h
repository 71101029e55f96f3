/* values - normalised values in the words of a person */
#pragma once

#include "base/buffer.h"

/** Appends @value; an ISO 8601 duration is spelled out ("about PT1H30M" is "about 1 hour 30
 *  minutes"), a unit gets its plural, the rest stays. Control characters are escaped. */
void value_put(struct buffer *out, const char *value);
