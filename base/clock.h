/* clock - what time it is; for waiting and for the time of receipt, never for an analysis */
#pragma once

#include <stdint.h>

uint64_t clock_monotonic_ms(void);
uint64_t clock_realtime_us(void);
/** RFC 3339 in UTC with milliseconds: "2021-12-02T20:35:00.000Z". */
void clock_format(uint64_t realtime_us, char out[32]);
