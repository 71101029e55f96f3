/* page_lines - lines between a page's paragraphs that are not the article's
 */
#pragma once

#include "workers/text/page_select.h"

/** A date, with little else: not a sentence that holds one, no agency's dateline. */
bool line_is_date(const struct block *b);
/** Nothing but dates, times, and what they are of. */
bool line_is_date_alone(const struct block *b);
/** Of such a line: does it tell what the date is of, or whose the text? */
bool line_is_stamp(const struct block *b);
/** Above the text: parts between bars, of which one is a date alone ("May 4, 2021 | Harbour").
 */
bool line_has_dated_part(const struct block *b);
/** Nothing but these names. */
bool line_is_names(const struct block *b, const char *const *names, size_t n);
/** "2 / 14" */
bool line_is_counter(const struct block *b);
/** Digits alone: how many comment on it, or share it. */
bool line_is_number(const struct block *b);
/** "1 2 3", in <pre>: the numbers of the lines of what stands beside it. */
bool line_is_numbering(const struct block *b);
/** Before the text: "By Ada Strand, Harbour Editor, and Bo Holm Updated May 4, 2021". */
bool line_is_byline(const struct block *b);
/** "Transport correspondent, Hull": what the author is, above the text. */
bool line_is_role(const struct block *b);
/** Drops captions in elements that nothing names: below a picture, above its credit. */
void lines_drop_captions(struct page_selection *s);
/** Drops what is kept a second time: a quotation set large, whose words stand in a paragraph,
 * and whose it is in a line behind. */
void lines_drop_repeated_quotes(struct page_selection *s);
