/* times_join - inside of the joining of readings: what its two files share */
#pragma once

#include "workers/extract/times.h"

/** Are the words between @a and @b one of @allowed, which a NULL ends? */
bool readings_gap_is(const struct terms *terms, const struct reading *a,
                     const struct reading *b, const char *const *allowed);
/** "1999", "last year", "in two years" */
bool reading_is_year(const struct reading *reading);
/** "May", "the third quarter", "Christmas" */
bool reading_lacks_year(const struct reading *reading);
/** Lets neighbours @i and @k, which both stay expressions, tell of each other: "from May 3 to
 *  June 5", "May and June 1999", "two days later, on 5 May". */
void readings_relate(struct readings *readings, size_t i, size_t k, const struct terms *terms);
