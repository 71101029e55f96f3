/* figure_words - what the words right before and behind a figure say of it */
#pragma once

#include "workers/compare/account.h"

enum { PART_CONVERTED = UINT8_MAX }; /* of slot_value.part: what another sum is worth */

/** Does one of @words stand before the figure, in its sentence, at most @bytes from it? */
bool figure_stands_before(const struct account *a, struct span s, const char *const *words,
                          size_t n, size_t bytes);
/** Is the term one of @words, in capitals or not? Beyond the last there is none. */
bool figure_term_is(const struct account *a, size_t term, const char *const *words, size_t n);
/** Of a figure that is BOUND_ABOUT: FIGURE_NEARLY, "just under 10", FIGURE_JUST_OVER, or that.
 */
uint8_t figure_side(const struct account *a, struct span s);
/** A part of a longer number, as a telephone has, or of a score: digits stand right before or
 *  behind, or beyond a dash. */
bool figure_is_piece(const struct account *a, struct span s);
/** "22 other sailors", "five of whom", "including 10": a part of what others may count; each
 *  way to say so is another part. 0: it is none. */
uint8_t figure_part(const struct account *a, struct span s);
/** "will land at", "was due to begin at": what was to be, not what was. */
bool figure_is_planned(const struct account *a, struct span s);
/** "Updated: Friday, 9:56 am": when the page was changed. */
bool figure_is_stamp(const struct account *a, struct span s);
/** "shares fell 4 percent", "to $64.20": what another hour tells otherwise. A share may stand
 *  before the word, too, but sums are paid "in cash and stock". */
bool figure_is_of_market(const struct account *a, struct span s, bool before);
/** "moving north at 16 mph, as of 2 p.m.", "in preliminary results": likewise. */
bool figure_is_passing(const struct account *a, struct span s);
/** "the toll reached 250", "stood at 159": what has grown to that by the time of the report. */
bool figure_grows(const struct account *a, struct span s);
/** Which preposition stands right before it: "by 5 percent" and "to 5 percent" are two things.
 *  0: none. */
uint8_t figure_link(const struct account *a, struct span s);
/** "85 million euros ($108 million)": the writer's arithmetic, in another currency. */
bool figure_is_converted(const struct account *a, const struct quantity *q);
/** "a 4-12 season", "a 230-197 vote": two numbers of which neither is the other's bound. */
bool figure_is_record(const struct account *a, struct span s);
/** False of an hour that is only reckoned: "15 minutes ago". */
bool figure_shows_hour(const struct account *a, struct span s);
