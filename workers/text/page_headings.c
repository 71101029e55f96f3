/* page_headings - headings of what was dropped
 */
#include "workers/text/furniture.h"
#include "workers/text/page_evidence.h"
#include "workers/text/page_lines.h"
#include "workers/text/page_select_parts.h"

enum {
        TITLE_WORDS_MAX = 8, /* of one that is no heading */
        LABEL_WORDS_MAX = 3,
        BOX_BLOCKS_MAX = 8, /* of a box that a heading opens */
};

/* Is all that stands behind the heading, in the box that it opens, dropped as furniture? */
static bool heads_dropped(const struct page_selection *s, size_t heading)
{
        const struct page_node *nodes = s->tree->nodes;
        const struct block *blocks = s->blocks->blocks;
        uint32_t box = nodes[blocks[heading].node].parent;
        bool furniture = false;
        size_t first, end;

        page_blocks_of(s->blocks, s->tree, box, &first, &end);
        if (first != heading || end > s->end || end - first > BOX_BLOCKS_MAX)
                return false;
        for (size_t i = first + 1; i < end; i++) {
                if (blocks[i].kept)
                        return false;
                furniture |= block_is_sentence(&blocks[i]) &&
                             furniture_of(blocks[i].text, blocks[i].size);
        }
        return furniture;
}

/* A line that is called a title, and is no heading. */
static bool is_titled(const struct block *b)
{
        return b->evidence & EVIDENCE_TITLE && b->words <= TITLE_WORDS_MAX && !b->stop &&
               !(b->context & (IN_LIST | IN_TABLE));
}

/* "Sources:", "Contributing writer", where nothing follows. */
static bool is_label(const struct block *b)
{
        return b->words <= LABEL_WORDS_MAX && !(b->context & (IN_LIST | IN_TABLE)) &&
               (b->text[b->size - 1] == ':' || line_is_role(b));
}

/* A heading that nothing follows is a heading of what was dropped. */
void page_drop_lone_headings(struct page_selection *s)
{
        uint8_t next = 1; /* the level of the next kept block, 7 for text; the end is a 1 */
        size_t text =
                s->first; /* the first sentence; one that is a heading may open the text */

        while (text < s->end &&
               !(s->blocks->blocks[text].kept && block_is_sentence(&s->blocks->blocks[text])))
                text++;
        for (size_t i = s->end; i-- > s->first;) {
                struct block *b = &s->blocks->blocks[i];

                if (!b->kept)
                        continue;
                if (b->heading ? (next <= b->heading || heads_dropped(s, i)) &&
                                         !(i < text && block_is_headed_sentence(b))
                               : next == 1 && (is_titled(b) || is_label(b))) {
                        b->kept = false;
                        continue;
                }
                next = b->heading ? b->heading : 7;
        }
}
