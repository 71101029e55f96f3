/* choices - how well an article fits each event that it resembles
 *
 * Two logistic models in integers, learned from events of known membership
 * (tools/link_weights.py): one of two articles, one of an article and an event, which builds on
 * the first. A score above 0 means more likely than not.
 */
#pragma once

#include "workers/link/events.h"
#include "workers/link/index.h"

enum { CHOICES_MAX = 6 }; /* events looked at closely for one article */

struct choice {
        uint64_t event;
        int32_t score; /* thousandths of log odds */
        uint32_t best; /* likeness of its most alike article, in thousandths */
        bool later;    /* most of those most alike and the article tell of days apart */
        int32_t factors[LINK_FACTORS];
};

/** Fills in what speaks for and against two articles being of one event; gives the log odds. */
int32_t choices_pair(const struct index *index, uint32_t serial, const struct likeness *alike,
                     int32_t factors[PAIR_FACTORS]);
/** Whether @a tells of a day on which @b was out already. */
bool choices_later(const struct entry *a, const struct entry *b);
/** Weighs the events of the articles in @alike (see index_alike()); best first, then oldest.
 *  @ret has room for CHOICES_MAX. Returns their number. */
size_t choices_weigh(const struct index *index, const struct events *events, uint32_t serial,
                     const struct likeness *alike, size_t n, struct choice *ret);

/** What linking knew of an article when it came. */
struct weighed {
        struct choice choices[CHOICES_MAX];
        struct likeness alike[CANDIDATES_MAX];
        int32_t pairs[CANDIDATES_MAX][PAIR_FACTORS]; /* factors of each of @alike */
        size_t n_choices, n_alike;
};

/** As linker_restore(), and tells how the article would have been weighed: for learning the
 *  weights from events of known membership. */
int linker_restore_weighed(struct linker *linker, const struct link_restored *kept,
                           struct weighed *ret);
/** The number of an article that was found alike. */
uint64_t linker_number(const struct linker *linker, uint32_t serial);
