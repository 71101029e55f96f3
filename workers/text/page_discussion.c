/* page_discussion - what readers say of an article, told by the buttons at its end
 *
 * "Reply", "Report comment": what each comment ends with, whatever its element is called.
 */
#include "workers/text/page_discussion.h"

#include <string.h>

#include "base/macros.h"
#include "workers/text/letters.h"

enum {
        BUTTONS_MIN = 3,
        BUTTON_BYTES_MAX = 40,
        OWN_SHARE_MIN = 70, /* percent of the words, in children with a button */
};

/* "Reply", "Reply to this comment", "Log in to reply" */
static bool is_reply(const struct block *b)
{
        static const char *const labels[] = {
                "reply",
                "reply to comment",
                "reply to this comment",
                "reply to this",
                "log in to reply",
                "report comment",
                "report this comment",
                "flag as inappropriate",
        };
        char folded[2 * BUTTON_BYTES_MAX + 1];
        size_t size = b->size;

        while (size && strchr(" .:|", b->text[size - 1]))
                size--;
        if (!size || size > BUTTON_BYTES_MAX || b->heading || b->context & IN_TABLE)
                return false;
        folded[letter_fold(b->text, size, folded)] = '\0';
        for (size_t i = 0; i < ARRAY_SIZE(labels); i++)
                if (strcmp(folded, labels[i]) == 0)
                        return true;
        return false;
}

/* The smallest element that holds both nodes. */
static uint32_t common_element(const struct page_tree *tree, uint32_t a, uint32_t b)
{
        while (a && (a > b || tree->nodes[a].end <= b))
                a = tree->nodes[a].parent;
        return a;
}

/* Do most words of the element stand in children that have such a button? A post that an
 * article shows has one, too. */
static bool is_of_comments(const struct page_blocks *blocks, const struct page_tree *tree,
                           uint32_t node)
{
        size_t all = 0, own = 0;

        for (uint32_t i = node + 1; i < tree->nodes[node].end; i = tree->nodes[i].end) {
                size_t first, end, words = 0, buttons = 0;

                page_blocks_of(blocks, tree, i, &first, &end);
                for (; first < end; first++) {
                        words += blocks->blocks[first].words;
                        buttons += is_reply(&blocks->blocks[first]);
                }
                all += words;
                own += buttons ? words : 0;
        }
        return own * 100 >= all * OWN_SHARE_MIN;
}

uint32_t page_discussion(const struct page_blocks *blocks, const struct page_tree *tree,
                         size_t least)
{
        uint32_t node = 0, found = 0;
        size_t buttons = 0;

        /* From the end, as a first "Reply" may be a post's that the article shows. */
        for (size_t i = blocks->n; i-- > least;) {
                const struct block *b = &blocks->blocks[i];
                size_t first, end;

                if (!is_reply(b))
                        continue;
                node = buttons++ ? common_element(tree, b->node, node) : b->node;
                page_blocks_of(blocks, tree, node, &first, &end);
                if (first < least)
                        break;
                if (buttons >= BUTTONS_MIN)
                        found = node;
        }
        return found && is_of_comments(blocks, tree, found) ? found : 0;
}
