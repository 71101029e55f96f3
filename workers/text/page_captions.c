/* page_captions - captions in elements that nothing names
 */
#include <string.h>

#include "base/macros.h"
#include "workers/text/furniture.h"
#include "workers/text/page_evidence.h"
#include "workers/text/page_lines.h"

enum {
        PICTURE_NODES_MAX = 24, /* from a picture to its caption */
        CAPTION_WORDS_MAX = 60,
        CREDIT_WORDS_MAX = 8,
        BOXED_WORDS_MIN = 4, /* of a line alone with a picture */
        BOXED_WORDS_MAX = 30,
        NEXT_BLOCKS_MAX = 6, /* among which the next paragraph is looked for */
};

/* A picture before the block, in the element around both. */
static bool follows_picture(const struct page_selection *s, const struct block *b)
{
        const struct page_node *nodes = s->tree->nodes;
        uint32_t from = b->node > PICTURE_NODES_MAX ? b->node - PICTURE_NODES_MAX : 0;

        if (from < nodes[b->node].parent)
                from = nodes[b->node].parent;
        for (uint32_t i = b->node; i > from; i--) {
                if (nodes[i].tag == TAG_IMG)
                        return true;
        }
        return false;
}

/* The largest element that holds the block and no other. */
static uint32_t box_of(const struct page_selection *s, size_t i)
{
        const struct page_node *nodes = s->tree->nodes;
        uint32_t box = s->blocks->blocks[i].node;
        size_t first, end;

        while (nodes[box].parent > s->node) {
                page_blocks_of(s->blocks, s->tree, nodes[box].parent, &first, &end);
                if (first != i || end != i + 1)
                        break;
                box = nodes[box].parent;
        }
        return box;
}

static bool holds_picture(const struct page_selection *s, uint32_t box, uint32_t end)
{
        const struct page_node *nodes = s->tree->nodes;

        if (end > box + PICTURE_NODES_MAX)
                end = box + PICTURE_NODES_MAX;
        while (++box < end) {
                if (nodes[box].tag == TAG_IMG)
                        return true;
        }
        return false;
}

/* Is it a paragraph of the element: one of its own text, or of an element right in it? */
static bool is_paragraph_in(const struct page_selection *s, uint32_t around,
                            const struct block *b)
{
        return b->node == around || s->tree->nodes[b->node].parent == around;
}

/* A few words, and at most one sentence of them, that nobody says. */
static bool may_be_caption(const struct block *b)
{
        static const char *const marks[] = { "\"", "“", "‘" };

        for (size_t i = 0; i < ARRAY_SIZE(marks); i++)
                if (strncmp(b->text, marks[i], strlen(marks[i])) == 0)
                        return false;
        return !b->heading && !(b->context & IN_LIST) && b->words >= BOXED_WORDS_MIN &&
               b->words <= BOXED_WORDS_MAX &&
               (!b->stop || !memmem(b->text, b->size - 1, ". ", 2));
}

/* An element with a picture and a line, among paragraphs that stand side by side around it;
 * above the first of them, a line that is no sentence. */
static bool is_under_picture(const struct page_selection *s, size_t i,
                             const struct block *before)
{
        const struct page_node *nodes = s->tree->nodes;
        const struct block *b = &s->blocks->blocks[i], *next = b + 1;
        size_t end = i + NEXT_BLOCKS_MAX < s->end ? i + NEXT_BLOCKS_MAX : s->end;
        uint32_t box, around;

        if (!may_be_caption(b) || (!before && b->stop))
                return false;
        box = box_of(s, i);
        around = nodes[box].parent;
        if (nodes[box].tag == TAG_P || box <= s->node ||
            (before && !is_paragraph_in(s, around, before)) ||
            !holds_picture(s, box, nodes[b->node].end))
                return false;
        while (next < s->blocks->blocks + end && !(next->kept && block_is_sentence(next)))
                next++;
        return next < s->blocks->blocks + end && is_paragraph_in(s, around, next);
}

static void drop_boxed_captions(struct page_selection *s)
{
        const struct block *before = NULL;

        for (size_t i = s->first; i < s->end; i++) {
                struct block *b = &s->blocks->blocks[i];

                if (b->kept && is_under_picture(s, i, before))
                        b->kept = false;
                if (b->kept && block_is_sentence(b))
                        before = b;
        }
}

void lines_drop_captions(struct page_selection *s)
{
        const struct page_node *nodes = s->tree->nodes;

        for (size_t i = s->first; i + 1 < s->end; i++) {
                struct block *b = &s->blocks->blocks[i], *next = b + 1;

                if (b->kept && !next->kept && !b->heading && nodes[b->node].tag != TAG_P &&
                    b->words <= CAPTION_WORDS_MAX && next->words <= CREDIT_WORDS_MAX &&
                    nodes[b->node].parent == nodes[next->node].parent &&
                    follows_picture(s, b) &&
                    furniture_of(next->text, next->size) == FURNITURE_CREDIT)
                        b->kept = false;
        }
        drop_boxed_captions(s);
}
