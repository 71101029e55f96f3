/* page_select - which of a page's blocks are the article's
 *
 * Each block is worth something for what it looks like: a paragraph of sentences much, a list
 * of links less than nothing. The article is the subtree of the greatest sum, as narrowed by
 * what the markup says; within it, blocks that are furniture go.
 */
#pragma once

#include "workers/text/page_blocks.h"

struct page_selection {
        struct page_tree *tree;
        struct page_blocks *blocks;
        const char *title; /* or NULL: its repetitions are not text */
        uint32_t node;     /* the article's element */
        size_t first, end; /* its blocks; those that are text have `kept` set */
        size_t words;      /* kept */
        size_t sentences;  /* kept blocks that are sentences */
};

/** Fills in from node on; tree, blocks and title are given. Returns 0 or -ENOMEM. */
int page_select(struct page_selection *s);
/** Takes the names of the authors off the head, and their biographies off the end, as soon as
 * the names are known. */
void page_select_end(struct page_selection *s, const char *const *authors, size_t n_authors);
