#include <string.h>

#include "tests/unit/test.h"
#include "tests/unit/workers/given.h"
#include "workers/text/page_blocks.h"

static const struct page_blocks *blocks_of(const char *html)
{
        struct page_blocks *blocks = arena_alloc(given_arena(), sizeof(*blocks));
        struct page_tree *tree;

        REQUIRE(blocks && page_parse(&tree, given_arena(), html, strlen(html)) == 0);
        REQUIRE(page_blocks_find(blocks, tree) == 0 && blocks->n);
        return blocks;
}

TEST(a_line_ends_within_its_block)
{
        EXPECT_INT(blocks_of("<h1>Ferries stop<br>for the winter</h1>")->blocks[0].line_end,
                   12);
        EXPECT_INT(blocks_of("<h1>Ferries stop<br></h1><p>They do.</p>")->blocks[0].line_end,
                   0);
        EXPECT_INT(blocks_of("<h1><br>Ferries stop</h1>")->blocks[0].line_end, 0);
}
