/* page_bylines_read - where authors may stand, for those who read there
 */
#pragma once

#include "workers/text/bylines.h"
#include "workers/text/page_facts.h"

enum {
        BY_BYTES_MAX = 200, /* of a line that names authors … */
        BY_WORDS_MAX = 14,  /* … with what else it tells */
        NAME_WORDS_MAX = 5, /* of a line that is a name */
};

/** Does the text begin with these words, in any case? */
bool byline_starts(const char *text, size_t size, const char *words);
/** Is there a day in it? */
bool byline_holds_date(const char *text, size_t size);
/** The headline's block; the number of blocks without one. */
size_t byline_heading(const struct page_facts *f);
/** Is the block near the headline or the head of the text, and not in a list of other articles?
 */
bool byline_is_near(const struct page_facts *f, size_t block);
/** Or just behind the text? */
bool byline_is_behind(const struct page_facts *f, size_t block);
/** "and", "&", ",", "by": does a by-line go on from @before over the end of a line or a link?
 */
bool byline_goes_on(const char *before, size_t n, const char *behind, size_t size);
/** Elements near the headline that their names or addresses call an author's: what looks like a
 *  person's name before what may be a login, a section, an outlet. Returns 0 or -ENOMEM. */
int byline_from_markup(struct page_facts *f, struct names *names);
/** Links to authors' pages behind the text. Returns 0 or -ENOMEM. */
int byline_from_links_behind(struct page_facts *f, struct names *names);
/** Where the block's by-line begins ("By Ada Strand", "Posted on Monday by Ada Strand"); NULL:
 *  it is none. */
const char *byline_in(const struct block *block);
