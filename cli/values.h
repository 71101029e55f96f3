/* values - normalised values in the words of a person */
#pragma once

#include "base/buffer.h"

/** Appends what came from outside, without control characters; NULL is a dash. */
void safe_put(struct buffer *out, const char *text);
/** Appends @value; an ISO 8601 duration is spelled out ("about PT1H30M" is "about 1 hour 30
 *  minutes"), a week is named by its Monday, a season and a large number by words, a unit gets
 *  its plural, the rest stays. Control characters are escaped. */
void value_put(struct buffer *out, const char *value);
