/* page_evidence - what the names of the elements around it say of each block
 *
 * A class or a tag speaks of all that it holds, but it may lie: themes name the whole page
 * "with-sidebar", the panels of an accordion are hidden until somebody asks for them. So what
 * an element says is weighed against what it holds.
 */
#pragma once

#include "workers/text/page_blocks.h"

/** Sets the evidence of each block. Returns 0 or -ENOMEM. */
int page_evidence_spread(struct page_blocks *blocks, const struct page_tree *tree);

enum {
        EVIDENCE_NOT_TEXT = EVIDENCE_COMMENT | EVIDENCE_RELATED | EVIDENCE_SHARE |
                            EVIDENCE_NAVIGATION | EVIDENCE_PROMOTION | EVIDENCE_BIOGRAPHY |
                            EVIDENCE_BYLINE | EVIDENCE_DATE | EVIDENCE_SIDE | EVIDENCE_HIDDEN |
                            EVIDENCE_UPDATED,
};

/** Is the block a paragraph of text, by its looks? */
bool block_is_sentence(const struct block *b);
/** Percent of the block's bytes that are in links. */
unsigned block_link_share(const struct block *b);
/** Is it a picture's or a player's? */
bool block_is_caption(const struct block *b);
