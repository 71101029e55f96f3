/* page_blocks - a page's text as the blocks that a reader sees
 *
 * A block is the text between two line breaks that elements make: a paragraph, a heading, a
 * list item, a cell. Blocks are in the order of the page, so a subtree's are a range.
 */
#pragma once

#include "workers/text/page_tree.h"

/* Where a block stands. */
enum block_context {
        IN_LIST = 1 << 0,
        IN_TABLE = 1 << 1,
        IN_FIGURE = 1 << 2,
        IN_HEADER = 1 << 3,
        IN_FOOTER = 1 << 4,
        IN_ASIDE = 1 << 5,
        IN_NAVIGATION = 1 << 6,
        IN_FORM = 1 << 7,
        IN_QUOTE = 1 << 8,
        IN_HEADING = 1 << 9,
        IN_CAPTION = 1 << 10,
        IN_PRE = 1 << 11,
        IN_ADDRESS = 1 << 12,
        IN_ARTICLE = 1 << 13,
};

struct block {
        uint32_t node;       /* the innermost element that makes the block */
        const char *text;    /* white space as single spaces */
        uint32_t size;       /* bytes */
        uint32_t link_bytes; /* of them in links */
        uint32_t strong_bytes;
        uint32_t words;
        uint16_t context;  /* enum block_context */
        uint16_t evidence; /* of the elements around it, from selection on */
        uint8_t heading;   /* 1 to 6, or 0 */
        uint8_t line_end;  /* bytes of its first line, of its text up to the end of the first */
        uint8_t link_end;  /* link in it: 0, where all is one, or they are many */
        bool stop;         /* ends as a sentence does */
        bool kept;
};

struct page_blocks {
        struct block *blocks;
        size_t n;
        uint32_t *first;   /* for each node, the first block within or behind it */
        size_t discussion; /* the first of what readers say of the article, or n */
};

/** Returns 0 or -ENOMEM. */
int page_blocks_find(struct page_blocks *ret, const struct page_tree *tree);

/** A heading below the first level that is a whole sentence, full stop and all. */
bool block_is_headed_sentence(const struct block *b);

/** Blocks of a node's subtree: [*@ret_first, *@ret_end). */
static inline void page_blocks_of(const struct page_blocks *blocks,
                                  const struct page_tree *tree, uint32_t node,
                                  size_t *ret_first, size_t *ret_end)
{
        uint32_t end = tree->nodes[node].end;

        *ret_first = blocks->first[node];
        *ret_end = end < tree->n_nodes ? blocks->first[end] : blocks->n;
}
