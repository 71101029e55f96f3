/* page_choose - which element of a page is the article
 *
 * The subtree of the greatest sum of what its blocks are worth, as narrowed, or widened, by
 * what the markup says.
 */
#include <errno.h>
#include <string.h>

#include "workers/text/letters.h"
#include "workers/text/page_evidence.h"
#include "workers/text/page_select_parts.h"

enum {
        BODY_SHARE_MIN = 60,   /* percent of the best sum in an element that is called body */
        WHOLE_SHARE_MIN = 200, /* percent of its sentences in an article around it */
        SIBLINGS_MAX = 200,    /* of a body, among which its other parts are */
        LINK_SHARE_MAX = 50,   /* percent of a block's bytes in links */
};

/* What a block adds to the sum of the elements around it. */
static int value_of(const struct block *b)
{
        int words = (int)(b->words < 2000 ? b->words : 2000);

        if (block_is_caption(b))
                return 0;
        if (b->evidence & EVIDENCE_NOT_TEXT)
                return -1 - words / 8; /* it will go anyway */
        if (block_link_share(b) > LINK_SHARE_MAX)
                return -2 - words / 2;
        if (b->heading)
                return 0;
        if (block_is_sentence(b))
                return words;
        if (b->context & (IN_LIST | IN_TABLE | IN_PRE | IN_QUOTE))
                return words >= 4 ? words / 2 : 0;
        return words >= 15 ? words / 2 : -1;
}

static int64_t sum_of(const struct page_selection *s, const int64_t *sums, uint32_t node)
{
        size_t first, end;

        page_blocks_of(s->blocks, s->tree, node, &first, &end);
        return sums[end] - sums[first];
}

/* Tables and lists of links between an article's parts make the sum of the whole small: what
 * the markup calls an article is taken when it holds far more sentences. */
static int climb(struct page_selection *s)
{
        const struct page_blocks *blocks = s->blocks;
        uint32_t *words = arena_alloc(s->tree->arena, (blocks->n + 1) * sizeof(*words));
        size_t first, end;
        uint64_t own;

        if (!words)
                return -ENOMEM;
        for (size_t i = 0; i < blocks->n; i++) {
                const struct block *b = &blocks->blocks[i];

                words[i + 1] = words[i];
                if (block_is_sentence(b) && !(b->evidence & EVIDENCE_NOT_TEXT) &&
                    !block_is_caption(b))
                        words[i + 1] += b->words;
        }
        page_blocks_of(blocks, s->tree, s->node, &first, &end);
        own = words[end] - words[first];
        for (uint32_t i = s->node; i; i = s->tree->nodes[i].parent) {
                page_blocks_of(blocks, s->tree, i, &first, &end);
                if (s->tree->nodes[i].tag != TAG_ARTICLE ||
                    (uint64_t)(words[end] - words[first]) * 100 <= own * WHOLE_SHARE_MIN)
                        continue;
                s->node = i;
                break;
        }
        return 0;
}

static uint32_t article_around(const struct page_selection *s, uint32_t node)
{
        while (node && s->tree->nodes[node].tag != TAG_ARTICLE)
                node = s->tree->nodes[node].parent;
        return node;
}

/* A page that scrolls on has the next article behind the one that was asked for, each in an
 * element and with a headline of its own. */
static void end_at_next_article(struct page_selection *s)
{
        uint32_t own = 0;

        for (size_t i = s->first; i < s->end; i++) {
                const struct block *b = &s->blocks->blocks[i];
                uint32_t article;

                if (b->heading != 1)
                        continue;
                article = article_around(s, b->node);
                if (own && article >= s->tree->nodes[own].end) {
                        s->end = s->blocks->first[article];
                        return;
                }
                if (!own && s->title &&
                    letter_same_words(b->text, b->size, s->title, strlen(s->title)))
                        own = article;
        }
}

/* Text at the end of a <span> is a block of the element around it. */
static void take_loose_end(struct page_selection *s)
{
        const struct page_node *nodes = s->tree->nodes;
        uint32_t around = s->node;

        while (around && !tag_is_block(nodes[around].tag))
                around = nodes[around].parent;
        if (around != s->node && s->end < s->blocks->n &&
            s->blocks->blocks[s->end].node == around)
                s->end++;
}

/* A body may be cut in two, with a picture or an advertisement between. */
static bool has_sibling_body(const struct page_selection *s, const int64_t *sums, uint32_t body)
{
        const struct page_node *nodes = s->tree->nodes;
        uint32_t parent = nodes[body].parent, looked = 0;

        for (uint32_t i = parent + 1; i < nodes[parent].end && looked < SIBLINGS_MAX;
             i = nodes[i].end, looked++) {
                if (i != body && nodes[i].evidence & EVIDENCE_BODY && sum_of(s, sums, i) > 0)
                        return true;
        }
        return false;
}

/* The subtree of the greatest sum; of equal ones the deepest. Then, an element called body that
 * holds most of it. */
int page_choose_node(struct page_selection *s)
{
        int64_t *sums = arena_alloc(s->tree->arena, (s->blocks->n + 1) * sizeof(*sums));
        int64_t best = 0;
        uint32_t body = 0;

        if (!sums)
                return -ENOMEM;
        for (size_t i = 0; i < s->blocks->n; i++)
                sums[i + 1] = sums[i] + value_of(&s->blocks->blocks[i]);
        for (uint32_t i = 0; i < s->tree->n_nodes; i++) {
                int64_t sum = sum_of(s, sums, i);

                if (tag_is_block(s->tree->nodes[i].tag) && sum > 0 && sum >= best) {
                        best = sum;
                        s->node = i;
                }
        }
        for (uint32_t i = 0; i < s->tree->n_nodes; i++) {
                if (s->tree->nodes[i].evidence & EVIDENCE_BODY && best > 0 &&
                    sum_of(s, sums, i) * 100 >= best * BODY_SHARE_MIN)
                        body = i;
        }
        if (body)
                s->node = has_sibling_body(s, sums, body) ? s->tree->nodes[body].parent : body;
        if (climb(s))
                return -ENOMEM;
        page_blocks_of(s->blocks, s->tree, s->node, &s->first, &s->end);
        take_loose_end(s);
        end_at_next_article(s);
        return 0;
}
