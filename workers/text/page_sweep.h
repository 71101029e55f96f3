/* page_sweep - a page's bytes without what is not read of it
 *
 * Scripts, style sheets and attributes that nobody asks for are two thirds of what pages of our
 * day consist of. What is left parses to the same tree.
 */
#pragma once

#include <stddef.h>

/** Writes the page to @out (room for @size bytes), up to a tag of more than
 *  PAGE_ATTRIBUTES_MAX attributes, and gives the length. */
size_t page_sweep(const char *html, size_t size, char *out);

/** Where the end tag @name ("</style") stands next, capitals or not; @end when it does not. */
const char *page_end_tag(const char *p, const char *end, const char *name);
