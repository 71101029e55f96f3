/* page_names - what the names in a page's markup say: tags, classes, ids
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "workers/text/page_tree.h"

/* The role of what is shown when the pointer rests on something; as a class, the word may stand
 * for that something, too. */
#define PAGE_ROLE_OF_HINT "tooltip"

/** The tag of an element's name (lower case). */
enum tag tag_named(const char *name);
/** The evidence in a class, id, role or itemprop of @size bytes: its words one by one and in
 *  pairs ("article-body__text" is article, body, article-body, …). */
uint16_t evidence_of(const char *names, size_t size);
