/* told - the day of which a report tells: the newest that its first sentences speak of */
#pragma once

#include <stdint.h>

#include "proto/extraction.h"

enum { TOLD_UNKNOWN = 0 };

/** Days since 1970, or TOLD_UNKNOWN. The day on which somebody said it does not count, nor one
 *  behind the day of publication. */
int32_t told_day(const struct extraction *x);
