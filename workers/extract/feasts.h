/* feasts - on what day of a year a named day falls
 *
 * A rule is the second column of holidays.txt; its third says how many days the feast lasts.
 */
#pragma once

#include <limits.h>

enum { FEAST_UNKNOWN = INT_MIN };

/** The day, counted from 1970-01-01, on which the feast begins in the Gregorian @year. Of a
 *  feast that comes twice, the first; of a lunar one that the year misses, the nearest.
 *  FEAST_UNKNOWN where no table tells. */
int feast_days(const char *rule, int year);
/** How many days it lasts that begins on @days. */
int feast_length(const char *rule, int days);
