/* units - what figures of different units have in common */
#pragma once

#include <stdint.h>

/** "length" for "metre" and "foot"; a unit without a table entry is its own dimension. */
const char *unit_dimension(const char *unit);
/** @value in the base unit of its dimension (metre, gram, second, …), in the same thousandths;
 *  as it is where the unit is not known. Sums stop at what can be counted. */
int64_t unit_base(const char *unit, int64_t value);
/** ISO 8601's designator of a unit of time, with T before those of a day's parts; or NULL. */
const char *unit_designator(const char *unit);
/** The unit of time of such a designator; NULL: there is none. Static. */
const char *unit_designated(const char *designator);
