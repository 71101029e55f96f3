/* page_discussion - what readers say of an article, by its form
 */
#pragma once

#include "workers/text/page_blocks.h"

/** The element that holds the comments: three buttons or more ("Reply"), all behind block
 *  @least, and little without one. 0: there is none. */
uint32_t page_discussion(const struct page_blocks *blocks, const struct page_tree *tree,
                         size_t least);
