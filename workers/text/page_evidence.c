#include "workers/text/page_evidence.h"

#include <errno.h>
#include <string.h>

#include "workers/text/letters.h"
#include "workers/text/page_discussion.h"

enum {
        SENTENCE_WORDS_MIN = 10, /* with a stop: a paragraph of text */
        LINK_SHARE_MAX = 50,     /* percent of a block's bytes in links */
        REGION_SHARE_MAX = 40, /* percent of the page's sentences in a region that is no text */
        FIGURE_WORDS_MAX = 80,
        HEADED_WORDS_MIN = 100, /* words of sentences that a headline makes an article */
        COMMENTED_WORDS_MIN = 50,
        PANEL_WORDS_MIN = 15, /* words of sentences in the panel of an accordion */
        LABEL_WORDS_MAX = 20, /* of its heading */
        UNLINKED_WORDS_MIN = 20,
        LONG_WORDS_MIN = 60,
        PARAGRAPHS_MIN = 3,
        BODY_NODES_MAX = 64,     /* from the element of a row to the body in it */
        BODY_WORDS_MIN = 200,    /* words of its sentences */
        FEW_LINKS_SHARE_MAX = 8, /* percent of the bytes */
        SECTION_LINK_SHARE_MAX = 30,
};

/* Words and links of the blocks before each block, so that a region's are a difference. */
struct sums {
        uint32_t *words; /* of sentences */
        uint32_t *bytes; /* of all text */
        uint32_t *links; /* of them in links */
        size_t headline; /* the first h1 of some words, or the number of blocks */
};

unsigned block_link_share(const struct block *b)
{
        return b->size ? (unsigned)((uint64_t)b->link_bytes * 100 / b->size) : 0;
}

bool block_is_sentence(const struct block *b)
{
        return b->stop && b->words >= SENTENCE_WORDS_MIN && !b->heading &&
               block_link_share(b) <= LINK_SHARE_MAX;
}

bool block_is_caption(const struct block *b)
{
        if (b->context & IN_CAPTION)
                return true;
        return b->evidence & EVIDENCE_CAPTION &&
               !(b->context & IN_FIGURE && b->context & (IN_TABLE | IN_QUOTE | IN_PRE));
}

static int sum_up(struct sums *sums, const struct page_blocks *blocks, struct arena *arena)
{
        sums->words = arena_alloc(arena, (blocks->n + 1) * sizeof(*sums->words));
        sums->bytes = arena_alloc(arena, (blocks->n + 1) * sizeof(*sums->bytes));
        sums->links = arena_alloc(arena, (blocks->n + 1) * sizeof(*sums->links));
        sums->headline = blocks->n;
        if (!sums->words || !sums->bytes || !sums->links)
                return -ENOMEM;
        for (size_t i = 0; i < blocks->n; i++) {
                const struct block *b = &blocks->blocks[i];

                sums->words[i + 1] = sums->words[i] + (block_is_sentence(b) ? b->words : 0);
                sums->bytes[i + 1] = sums->bytes[i] + b->size;
                sums->links[i + 1] = sums->links[i] + b->link_bytes;
                if (b->heading == 1 && b->words > 2 && sums->headline == blocks->n)
                        sums->headline = i;
        }
        return 0;
}

/* What the tag itself says, beside the names. */
static uint16_t evidence_of_tag(unsigned tag)
{
        switch (tag) {
        case TAG_CONTROL:
        case TAG_NAV: return EVIDENCE_NAVIGATION;
        case TAG_FOOTER:
        case TAG_ASIDE: return EVIDENCE_SIDE;
        case TAG_FIGURE: return EVIDENCE_CAPTION;
        case TAG_FORM: return EVIDENCE_PROMOTION;
        }
        return 0;
}

/* A panel that opens when its heading or its button is touched: sentences, right behind it. */
static bool is_panel(const struct page_blocks *blocks, const struct sums *sums, size_t first,
                     size_t end)
{
        const struct block *before = first ? &blocks->blocks[first - 1] : NULL;

        if (!before || first == end || sums->words[end] - sums->words[first] < PANEL_WORDS_MIN)
                return false;
        if (blocks->blocks[first].context &
            (IN_HEADER | IN_FOOTER | IN_ASIDE | IN_NAVIGATION | IN_FORM))
                return false;
        return before->words <= LABEL_WORDS_MAX &&
               (!block_is_sentence(before) || before->text[before->size - 1] == '?');
}

/* Comments may be longer than what they comment on, but they come behind it. */
static bool is_discussion(const struct sums *sums, size_t first)
{
        return first > sums->headline &&
               sums->words[first] - sums->words[sums->headline] >= COMMENTED_WORDS_MIN;
}

/* Finds what readers say of the article. What stands behind it is not the article's, either,
 * unless it is more than what stands before. */
static uint32_t find_discussion(struct page_blocks *blocks, const struct page_tree *tree,
                                const struct sums *sums)
{
        size_t least = 0, first, end;
        uint32_t node;

        while (least < blocks->n && !is_discussion(sums, least))
                least++;
        node = page_discussion(blocks, tree, least);
        if (!node)
                return 0;
        page_blocks_of(blocks, tree, node, &first, &end);
        if (sums->words[blocks->n] - sums->words[end] < sums->words[first])
                blocks->discussion = first;
        return node;
}

/* A button that is a heading, or in one: it opens the panel behind it. */
static bool is_panel_button(const struct page_blocks *blocks, const struct page_tree *tree,
                            uint32_t node, size_t first, size_t end)
{
        const struct block *b;

        if (tree->nodes[node].tag != TAG_CONTROL || end != first + 1 || end >= blocks->n)
                return false;
        b = &blocks->blocks[first];
        return b->context & IN_HEADING && b->words <= LABEL_WORDS_MAX && !b[1].heading;
}

/* A heading that the table of contents lists is named by it. */
static bool heads_text(const struct page_blocks *blocks, const struct page_tree *tree,
                       uint32_t node, size_t end)
{
        return tag_is_heading(tree->nodes[node].tag) && end < blocks->n &&
               block_is_sentence(&blocks->blocks[end]);
}

/* Sentences, or a list, and no link at all, or next to none in a long text: what leads nowhere
 * is related to nothing. */
static bool is_unlinked(const struct page_blocks *blocks, const struct sums *sums, size_t first,
                        size_t end, bool list)
{
        size_t words = sums->words[end] - sums->words[first];

        if (sums->links[end] != sums->links[first])
                return words >= LONG_WORDS_MIN &&
                       (uint64_t)(sums->links[end] - sums->links[first]) * 100 <=
                               (uint64_t)(sums->bytes[end] - sums->bytes[first]) *
                                       FEW_LINKS_SHARE_MAX;
        for (size_t i = first; list && i < end && words < UNLINKED_WORDS_MIN; i++)
                words += blocks->blocks[i].words;
        return words >= UNLINKED_WORDS_MIN;
}

/* A body in a row with its side bar, which the row is named by. */
static bool holds_body(const struct page_blocks *blocks, const struct page_tree *tree,
                       const struct sums *sums, uint32_t node)
{
        uint32_t end = tree->nodes[node].end < node + BODY_NODES_MAX ? tree->nodes[node].end
                                                                     : node + BODY_NODES_MAX;
        size_t first, last;

        for (uint32_t i = node + 1; i < end; i++) {
                if (!(tree->nodes[i].evidence & EVIDENCE_BODY))
                        continue;
                page_blocks_of(blocks, tree, i, &first, &last);
                return sums->words[last] - sums->words[first] >= BODY_WORDS_MIN;
        }
        return false;
}

/* Paragraphs without a link, beside links to what is related to them. */
static bool is_beside_links(const struct page_blocks *blocks, const struct page_tree *tree,
                            const struct sums *sums, uint32_t node)
{
        size_t first, end;

        if (!tag_is_block(tree->nodes[node].tag))
                return false;
        page_blocks_of(blocks, tree, node, &first, &end);
        return end - first >= PARAGRAPHS_MIN &&
               sums->words[end] - sums->words[first] >= LONG_WORDS_MIN &&
               sums->links[end] == sums->links[first];
}

/* A section of the text, with an id that is made of its heading's words: sentences, and not
 * many links. "newsletter" alone, over a short text, may be what the section is. */
static bool is_headed_section(const struct page_blocks *blocks, const struct sums *sums,
                              const char *id, size_t first, size_t end)
{
        const struct block *heading = &blocks->blocks[first];
        uint64_t bytes = sums->bytes[end] - sums->bytes[first];

        return first < end && heading->heading &&
               sums->words[end] - sums->words[first] >=
                       (uint32_t)(heading->words > 1 ? UNLINKED_WORDS_MIN : LONG_WORDS_MIN) &&
               (uint64_t)(sums->links[end] - sums->links[first]) * 100 <=
                       bytes * SECTION_LINK_SHARE_MAX &&
               letter_same_words(id, strlen(id), heading->text, heading->size);
}

/* What the element's names say; of a section's id only what is no word of everyday: who wrote
 * the article and what its readers say of it have such sections, too. */
static uint16_t evidence_of_node(const struct page_blocks *blocks, const struct page_tree *tree,
                                 const struct sums *sums, uint32_t node)
{
        enum {
                KEPT = EVIDENCE_COMMENT | EVIDENCE_BIOGRAPHY | EVIDENCE_BYLINE | EVIDENCE_SIDE |
                       EVIDENCE_BODY,
        };
        const struct page_node *n = &tree->nodes[node];
        const struct page_anchor *anchor;
        size_t first, end;

        if (!n->anchor)
                return n->evidence;
        anchor = &tree->anchors[n->anchor - 1];
        page_blocks_of(blocks, tree, node, &first, &end);
        if (!is_headed_section(blocks, sums, anchor->id, first, end))
                return n->evidence;
        return n->evidence & (anchor->without | KEPT);
}

/* What the element's own evidence is worth, with what it holds: blocks [@first, @end). */
static uint16_t weigh(const struct page_blocks *blocks, const struct page_tree *tree,
                      const struct sums *sums, uint32_t node)
{
        uint16_t own = evidence_of_node(blocks, tree, sums, node) |
                       evidence_of_tag(tree->nodes[node].tag);
        size_t first, end;
        uint32_t words;

        if (!own)
                return 0;
        /* "bylineComments": how many comments there are stands beside the by-line. */
        if (own & (EVIDENCE_BYLINE | EVIDENCE_DATE))
                own &= (uint16_t)~EVIDENCE_COMMENT;
        page_blocks_of(blocks, tree, node, &first, &end);
        words = sums->words[end] - sums->words[first];
        if (own & EVIDENCE_COMMENT && is_discussion(sums, first))
                return own;
        if (own & EVIDENCE_BODY ||
            (uint64_t)words * 100 > (uint64_t)sums->words[blocks->n] * REGION_SHARE_MAX ||
            (words >= HEADED_WORDS_MIN && first <= sums->headline && sums->headline < end))
                return own & EVIDENCE_STANDFIRST;
        if (own & (EVIDENCE_NAVIGATION | EVIDENCE_SIDE) && holds_body(blocks, tree, sums, node))
                own &= (uint16_t) ~(EVIDENCE_NAVIGATION | EVIDENCE_SIDE);
        if (first <= sums->headline && sums->headline < end)
                own &= (uint16_t) ~(EVIDENCE_DATE | EVIDENCE_UPDATED);
        if (tree->nodes[node].tag == TAG_FIGURE && words > FIGURE_WORDS_MAX)
                own &= (uint16_t)~EVIDENCE_CAPTION; /* one that never closes */
        if (own & EVIDENCE_STANDFIRST && sums->links[end] == sums->links[first])
                own &= (uint16_t)~EVIDENCE_RELATED; /* "teaser-text" of the article itself */
        if (own & (EVIDENCE_RELATED | EVIDENCE_SHARE) &&
            is_unlinked(blocks, sums, first, end,
                        tree->nodes[node].tag == TAG_UL || tree->nodes[node].tag == TAG_OL))
                own &= (uint16_t) ~(EVIDENCE_RELATED | EVIDENCE_SHARE);
        if (own & EVIDENCE_NAVIGATION && (heads_text(blocks, tree, node, end) ||
                                          is_panel_button(blocks, tree, node, first, end)))
                own &= (uint16_t)~EVIDENCE_NAVIGATION;
        if (own & EVIDENCE_HIDDEN && is_panel(blocks, sums, first, end))
                own &= (uint16_t)~EVIDENCE_HIDDEN;
        return own;
}

int page_evidence_spread(struct page_blocks *blocks, const struct page_tree *tree)
{
        uint16_t *spread = arena_alloc(tree->arena, tree->n_nodes * sizeof(*spread));
        uint32_t discussion;
        struct sums sums;
        int r = sum_up(&sums, blocks, tree->arena);

        if (!spread || r)
                return -ENOMEM;
        discussion = find_discussion(blocks, tree, &sums);
        for (uint32_t i = 0; i < tree->n_nodes; i++) {
                spread[i] = spread[tree->nodes[i].parent] | weigh(blocks, tree, &sums, i);
                if (i && i == discussion)
                        spread[i] |= EVIDENCE_COMMENT;
                if (spread[i] & EVIDENCE_RELATED && is_beside_links(blocks, tree, &sums, i))
                        spread[i] &= (uint16_t)~EVIDENCE_RELATED;
        }
        for (size_t i = 0; i < blocks->n; i++)
                blocks->blocks[i].evidence = spread[blocks->blocks[i].node];
        return 0;
}
