/* page_discussion - what readers say of an article, by its form
 */
#pragma once

#include "workers/text/page_blocks.h"

/** The largest element behind block @least that is the smallest to hold some comments; 0: there
 *  are none. */
uint32_t page_discussion(const struct page_blocks *blocks, const struct page_tree *tree,
                         size_t least);
