/* stages - what the text says, one pure function a kind of finding
 *
 * In this order, after those of workers/text/stages.h. Each reads the document and appends to
 * its extraction. Each returns 0 or -ENOMEM. The linguistic ones abstain when doc->english is
 * false, but for names, quotation marks and numbers.
 */
#pragma once

#include "workers/text/document.h"

/** "MOSCOW (AA) –" at the head of the text. */
int dateline_find(struct document *doc);
/** Entities with who is who: names, titles, appositions, acronyms, places linked to ids. */
int entities_find(struct document *doc);
/** TIMEX3 expressions, anchored at the publication date, else at `fetched`. */
int times_find(struct document *doc);
/** Counts, durations, money, percentages, ordinals, measures: with bound and what is counted.
 */
int quantities_find(struct document *doc);
/** Quotations and reported speech, with cue, speaker and relay. */
int quotes_find(struct document *doc);
/** Who did what to whom, with PLOVER's type where it applies, and its status. */
int acts_find(struct document *doc);
/** Agencies credited ("Reuters reported", "(AFP)"). Adds to what maintext found. */
int credits_find(struct document *doc);

/** All stages. *@ret and what it points to live in @arena. Of a text of more than
 *  ANALYSED_BYTES_MAX the findings, sentences among them, are those of its head. Returns 0,
 *  EXTRACT_E_UNREADABLE (the input is no text at all), or -ENOMEM. */
int extract_article(struct extraction **ret, const struct article *article,
                    struct arena *arena);
enum { EXTRACT_E_UNREADABLE = 1 };
enum { ANALYSED_BYTES_MAX = 512 << 10 };
