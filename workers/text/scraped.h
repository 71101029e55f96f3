/* scraped - the main text of what a scraper took for it
 *
 * Scraped text is the article's words with remains of the page around and between them: the
 * headline, date and by-lines, captions, credits, share lines, and at the end comment forms,
 * related links, biographies. Lines that are known to be such go; what may be text stays.
 */
#pragma once

#include <stddef.h>

#include "workers/text/document.h"

/** Reads @size bytes of UTF-8 into the extraction: text, and title, authors, published where
 *  nothing is known of them yet. Returns 0 or -ENOMEM. */
int scraped_read(struct document *doc, const char *text, size_t size);
