/* hovers - what a page shows at a name, scraped into the sentence
 *
 * "President Lind Ada Maria LindFive things to know about the ferry MORE said": where a page
 * opens a panel over a name, with the name in full and the newest headlines, a scraper takes
 * the panel for words of the sentence. It is told by the last name, which stands before it and,
 * joined to the first headline, in it.
 */
#pragma once

#include <stddef.h>

/** Copies @size bytes of UTF-8 without such panels; @out has room for @size. Returns the bytes
 *  written. */
size_t hovers_drop(const char *text, size_t size, char *out);
