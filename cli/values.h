/* values - normalised values in the words of a person */
#pragma once

#include "base/buffer.h"

/** Appends @value; an ISO 8601 duration is spelled out ("PT1H30M" is "1 hour 30 minutes"), what
 *  is none stays as it is. Control characters are escaped. */
void value_put(struct buffer *out, const char *value);
