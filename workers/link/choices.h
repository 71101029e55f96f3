/* choices - how well an article fits each event that it resembles
 *
 * A logistic model over a few factors, in integers: its weights were learned from events of
 * known membership (tools/link_weights.py). A score above 0 means more likely than not.
 */
#pragma once

#include "base/cursor.h"
#include "workers/link/events.h"
#include "workers/link/index.h"

enum { CHOICES_MAX = 6 }; /* events looked at closely for one article */

struct choice {
        uint64_t event;
        int32_t score; /* thousandths of log odds */
        uint32_t best; /* likeness of its most alike article, in thousandths */
        int32_t factors[LINK_FACTORS];
};

/** Weighs the events of the articles in @alike (see index_alike()); best first, then oldest.
 *  @ret has room for CHOICES_MAX. Returns their number. */
size_t choices_weigh(const struct index *index, const struct events *events, uint32_t serial,
                     const struct likeness *alike, size_t n, struct choice *ret);
/** As linker_restore(), and tells how the article would have been weighed: for learning the
 *  weights from events of known membership. @ret has room for CHOICES_MAX. */
int linker_restore_weighed(struct linker *linker, uint64_t number, const struct blob *signature,
                           uint64_t event, struct choice *ret, size_t *ret_n);
/** The score of an event of one article alone. */
int32_t choices_weigh_pair(const struct index *index, uint32_t serial,
                           const struct likeness *alike);
