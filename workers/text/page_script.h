/* page_script - an article that stands in a page's scripts alone
 *
 * Pages that a browser draws hold their article as JSON: in JSON-LD's articleBody, in the state
 * of their framework. Where the markup holds next to no text, what looks like an article there
 * is written as markup of its own and read as any page is.
 */
#pragma once

#include "workers/text/page_facts.h"

/** Replaces @s (tree, blocks and selection) by that of an article in the scripts of the page
 *  (@size bytes at @html), where they hold far more text. Returns 0 or -ENOMEM. */
int page_script_select(const struct page_facts *facts, struct page_selection *s,
                       const char *html, size_t size);
