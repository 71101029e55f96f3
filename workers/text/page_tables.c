/* page_tables - is a cell one of a table of facts, or of one that only lays out the page?
 *
 * "Comments", "Author", "14 shares": in a cell beside others, in one of several rows, that is
 * what the table tells; in a page that is laid out by a table it is furniture as anywhere else.
 */
#include "workers/text/page_select_parts.h"

enum {
        CELLS_MIN = 2,
        CHILDREN_MAX = 16,   /* of a row, among which they are */
        CELL_WORDS_MAX = 40, /* of more it is a column of text */
        CELL_BLOCKS_MAX = 4,
        AROUND_MAX = 4, /* elements from a block up to its cell */
};

static bool is_cell(const struct page_node *node)
{
        return node->tag == TAG_TD || node->tag == TAG_TH;
}

/* Has the row several cells? */
static bool is_of_cells(const struct page_tree *tree, uint32_t row)
{
        uint32_t i = row + 1;
        size_t n = 0;

        for (unsigned looked = 0; row && looked < CHILDREN_MAX && i < tree->nodes[row].end;
             looked++) {
                n += is_cell(&tree->nodes[i]);
                i = tree->nodes[i].end;
        }
        return n >= CELLS_MIN;
}

/* From @i on, the first row of those that stand in one part of a table, or 0. */
static uint32_t row_from(const struct page_tree *tree, uint32_t i, uint32_t end)
{
        for (unsigned looked = 0; i < end && looked < AROUND_MAX; looked++) {
                if (tree->nodes[i].tag == TAG_TR)
                        return i;
                i = tree->nodes[i].tag == TAG_TEXT ? i + 1 : tree->nodes[i].end;
        }
        return 0;
}

/* The first row of the part of the table that stands behind @part, or 0. */
static uint32_t row_behind(const struct page_tree *tree, uint32_t part)
{
        uint32_t next = tree->nodes[part].end;

        if (next < tree->n_nodes && tree->nodes[next].tag == TAG_TEXT)
                next++;
        if (next >= tree->n_nodes || tree->nodes[part].tag == TAG_TABLE ||
            tree->nodes[next].parent != tree->nodes[part].parent)
                return 0;
        return row_from(tree, next + 1, tree->nodes[next].end);
}

static bool says_little(const struct page_selection *s, uint32_t cell)
{
        size_t first, end, words = 0;

        page_blocks_of(s->blocks, s->tree, cell, &first, &end);
        for (size_t i = first; i < end && i < first + CELL_BLOCKS_MAX; i++)
                words += s->blocks->blocks[i].words;
        return end - first <= CELL_BLOCKS_MAX && words <= CELL_WORDS_MAX;
}

bool page_is_fact(const struct page_selection *s, const struct block *b)
{
        const struct page_tree *tree = s->tree;
        uint32_t cell = b->node, row, part, first;

        if (!(b->context & IN_TABLE))
                return false;
        for (unsigned i = 0; i < AROUND_MAX && !is_cell(&tree->nodes[cell]); i++)
                cell = tree->nodes[cell].parent;
        row = tree->nodes[cell].parent;
        if (!is_cell(&tree->nodes[cell]) || tree->nodes[row].tag != TAG_TR ||
            !says_little(s, cell) || !is_of_cells(tree, row))
                return false;
        part = tree->nodes[row].parent;
        first = row_from(tree, part + 1, tree->nodes[part].end);
        return (first != row && is_of_cells(tree, first)) ||
               is_of_cells(tree, row_from(tree, tree->nodes[row].end, tree->nodes[part].end)) ||
               is_of_cells(tree, row_behind(tree, part));
}
