/* plausible - inside of the judgement whether what a rule matched is a time
 *
 * times_plausible.c judges readings by their kinds; times_plausible_dates.c those of calendar
 * dates, times_plausible_clock.c those of the clock. All look at the words around.
 */
#pragma once

#include <string.h>

#include "workers/extract/times.h"

/** Does it go before a time? */
bool is_time_preposition(const char *word);

/** The word @back terms before term @first; "" where there is none. */
static inline const char *word_before(const struct terms *terms, size_t first, size_t back)
{
        return first >= back ? terms->list[first - back].word : "";
}

static inline const char *word_after(const struct terms *terms, size_t last)
{
        return last < terms->n ? terms->list[last].word : "";
}

/** Does a clause end behind the reading? */
static inline bool ends_clause(const struct reading *r, const struct terms *terms)
{
        const char *after = word_after(terms, r->last);

        return r->last >= terms->n || (after[0] && !after[1] && strchr(".,;:)?!", after[0]));
}

/** Does a preposition of time, "early", "the end of" or the like stand before it? */
bool has_time_before(const struct reading *reading, const struct terms *terms);
bool date_plausible(struct reading *reading, const struct terms *terms);
bool clock_plausible(struct reading *reading, const struct terms *terms);
/** "in his 30s" is an age. */
bool decade_plausible(const struct reading *reading, const struct terms *terms);
