/* page_bylines - the authors that a page prints, for its readers
 */
#pragma once

#include "workers/text/bylines.h"
#include "workers/text/page_facts.h"

/** In a line near the headline: "By Ada Strand", or a label and her name. Adds to *@names.
 *  Returns 0 or -ENOMEM, as all of these. */
int page_byline_find(struct page_facts *f, struct names *names);
/** In a link to an author's page, or an element that is called author, near the headline. */
int page_author_element_find(struct page_facts *f, struct names *names);
/** In a line that is no more than a name, beside the date or before the text, or an agency's.
 */
int page_bare_name_find(struct page_facts *f, struct names *names);
/** In a box about the author, mostly behind the text. */
int page_author_box_find(struct page_facts *f, struct names *names);
/** Whose a personal site is, by its title or its copyright, and by its address. */
int page_owner_find(struct page_facts *f, struct names *names);
/** Does a line near the headline or behind the text hold one of the names? */
bool page_prints_author(const struct page_facts *f, const struct names *names);
