/* summary - an event in a few words: for the feed, and at the head of a comparison */
#pragma once

#include "base/buffer.h"
#include "base/json.h"
#include "workers/compare/rows.h"

/** Appends the feed's summary as JSON. 0 or -ENOMEM. */
int summary_put(const struct header_row *h, struct arena *arena, struct buffer *out);
/* Its parts; new references, NULL when there is no memory. */
json_t *summary_title(const struct header_row *h, struct arena *arena);
json_t *summary_date(const struct header_row *h);
/** Null unless one place, or else one country with all that lies in it, has a good part of the
 *  votes. */
json_t *summary_place(const struct header_row *h);
json_t *summary_counts(const struct header_row *h);
json_t *summary_ref(const char *iso3166, uint32_t geonames, const char *wikidata);
