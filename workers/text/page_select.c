#include "workers/text/page_select.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

#include "base/ascii.h"
#include "base/digest.h"
#include "workers/text/furniture.h"
#include "workers/text/letters.h"
#include "workers/text/page_evidence.h"
#include "workers/text/page_lines.h"
#include "workers/text/page_select_parts.h"

enum {
        BYLINE_SHARE_MIN = 90,    /* percent of the text before a by-line at its end */
        TAIL_SHARE_MIN = 60,      /* percent of the text before a tail that is cut */
        DISCUSSED_WORDS_MIN = 50, /* of the text before */
        DISCUSSION_WORDS_MAX = 3, /* "12 reader comments" */
        LIST_LINK_SHARE = 70,     /* percent of a list's bytes in links */
        ITEM_WORDS_MAX = 4,       /* of an item that only names something */
        LINK_SHARE_MAX = 50,      /* percent of a block's bytes in links */
        HEADING_WORDS_MAX = 12,   /* of one that is a link */
        LINKED_WORDS_MIN = 25,    /* of a paragraph that is mostly links */
        SENTENCE_WORDS_MIN = 12,  /* the same, where it ends as a sentence does */
        LINKED_SHARE_MAX = 80,
        POINTER_WORDS_MAX = 3,        /* "Read more" */
        POINTER_BYTES_MAX = 14,       /* where its colon stands */
        HEADED_WORDS_MIN = 20,        /* of the paragraph behind it */
        BEFORE_BYLINE_WORDS_MAX = 60, /* of a standfirst */
        SECTION_WORDS_MAX = 20,       /* of a sentence that "Read more" may hold */
        SECTION_PARAGRAPH_MIN = 60,   /* words of a paragraph that it does not */
        BEHIND_BLOCKS_MAX = 8,        /* that are no text, behind a box */
        CAPTION_BLOCKS_MAX = 4,       /* from a caption to the same beside it */
        REPEAT_WORDS_MIN = 5,
        REPEAT_ITEM_WORDS_MIN = 12,
        SEEN_SLOTS = 1 << 12, /* a power of two; beyond it, repetitions stay */
};

struct filter {
        struct page_selection *s;
        uint32_t *bytes, *links;   /* of the blocks before each: all, and in links */
        uint64_t seen[SEEN_SLOTS]; /* hashes of what was kept */
        size_t n_seen;
        size_t words;             /* kept so far */
        size_t total;             /* words of sentences in the whole selection */
        bool section;             /* within what a heading like "Read more" starts */
        size_t section_end;       /* the block behind the box that it heads, or 0 */
        const struct block *last; /* that was kept, or NULL */
        struct block *label;      /* kept a second time: it goes when what it leads to goes */
        const struct block *caption; /* the last one */
};

static int sum_links(struct filter *f)
{
        const struct page_blocks *blocks = f->s->blocks;

        f->bytes = arena_alloc(f->s->tree->arena, (blocks->n + 1) * sizeof(*f->bytes));
        f->links = arena_alloc(f->s->tree->arena, (blocks->n + 1) * sizeof(*f->links));
        if (!f->bytes || !f->links)
                return -ENOMEM;
        for (size_t i = 0; i < blocks->n; i++) {
                f->bytes[i + 1] = f->bytes[i] + blocks->blocks[i].size;
                f->links[i + 1] = f->links[i] + blocks->blocks[i].link_bytes;
        }
        return 0;
}

/* An item that is a link, of a list that is not one of links. */
static bool is_in_mixed_list(const struct filter *f, const struct block *b)
{
        const struct page_tree *tree = f->s->tree;
        uint32_t node = b->node;
        size_t first, end;

        while (node && tree->nodes[node].tag != TAG_UL && tree->nodes[node].tag != TAG_OL)
                node = tree->nodes[node].parent;
        if (!node)
                return false;
        page_blocks_of(f->s->blocks, tree, node, &first, &end);
        return (uint64_t)(f->links[end] - f->links[first]) * 100 <
               (uint64_t)(f->bytes[end] - f->bytes[first]) * LIST_LINK_SHARE;
}

/* A sentence that goes to its end, and does not begin as a pointer does ("Related: …"). */
static bool is_whole_sentence(const struct block *b)
{
        size_t head = b->size < POINTER_BYTES_MAX ? b->size : POINTER_BYTES_MAX;

        return b->stop && b->words >= SENTENCE_WORDS_MIN && !memchr(b->text, ':', head) &&
               memcmp(b->text + b->size - 3, "…", 3) != 0 &&
               memcmp(b->text + b->size - 3, "...", 3) != 0;
}

/* Is it the first block of the element? */
static bool opens(const struct filter *f, uint32_t node, const struct block *b)
{
        return b == f->s->blocks->blocks + f->s->blocks->first[node];
}

/* What opens the panel behind it, as both stand in one element, leads nowhere. */
static bool opens_panel(const struct filter *f, const struct block *b)
{
        const struct page_node *nodes = f->s->tree->nodes;
        const struct block *next = b + 1;
        uint32_t box = b->node, link = box;

        if (next >= f->s->blocks->blocks + f->s->end || !block_is_sentence(next) ||
            !opens(f, box, b))
                return false;
        while (link < nodes[box].end && nodes[link].tag != TAG_A)
                link++;
        if (link == nodes[box].end || !nodes[link].text || *nodes[link].text != '#')
                return false;
        if (next->node <= box || next->node >= nodes[box].end)
                box = nodes[box].parent;
        return opens(f, box, b) && next->node > box && next->node < nodes[box].end;
}

/* Do both stand in one element, the heading at most one level below it, or each in an element
 * of its own, as page builders put them? A card's title stands deeper than the text. */
static bool is_beside(const struct filter *f, const struct block *heading,
                      const struct block *next)
{
        const struct page_node *nodes = f->s->tree->nodes;
        uint32_t around = nodes[nodes[heading->node].parent].parent;

        return next->node < nodes[around].end ||
               nodes[next->node].depth == nodes[heading->node].depth;
}

/* Is it there to lead elsewhere? Items of a list and cells may name what they link; so may a
 * heading, which goes anyway when nothing follows it. */
static bool is_link(const struct filter *f, const struct block *b)
{
        const struct block *next = b + 1;
        unsigned share = block_link_share(b);

        if (share <= LINK_SHARE_MAX || (share == 100 && opens_panel(f, b)))
                return false;
        if (b->heading > 1 && b->words <= HEADING_WORDS_MAX)
                return share == 100 &&
                       !(next < f->s->blocks->blocks + f->s->end && block_is_sentence(next) &&
                         next->words >= HEADED_WORDS_MIN && is_beside(f, b, next));
        if (page_is_fact(f->s, b))
                return false;
        if (b->context & IN_LIST)
                return share > 90 && (b->words > ITEM_WORDS_MAX || !is_in_mixed_list(f, b));
        return (b->words < LINKED_WORDS_MIN && !is_whole_sentence(b)) ||
               share > LINKED_SHARE_MAX;
}

/* A date in a paragraph or a cell behind the beginning: "Harbour days: May 4 | Vik". What is of
 * dates alone, or tells of what they are, is none. */
static bool is_dated_text(const struct filter *f, const struct block *b)
{
        unsigned tag = f->s->tree->nodes[b->node].tag;

        if (f->words <= BEFORE_BYLINE_WORDS_MAX)
                return false;
        if (tag == TAG_TD || tag == TAG_TH)
                return page_is_fact(f->s, b) || !line_is_stamp(b);
        return (tag == TAG_P || b->context & IN_PRE) && !line_is_stamp(b);
}

/* "Read more", and then the headline of something else, be it above a paragraph. */
static bool is_pointed_to(const struct filter *f, const struct block *b)
{
        const struct block *before;

        if (b->heading < 2 || block_link_share(b) < 100 ||
            b <= f->s->blocks->blocks + f->s->first)
                return false;
        before = b - 1;
        return !before->kept && !before->link_bytes &&
               !(before->evidence & EVIDENCE_NOT_TEXT) && before->words <= POINTER_WORDS_MAX &&
               before->size > 4 &&
               (strncasecmp(before->text, "read", 4) == 0 ||
                strncasecmp(before->text, "more", 4) == 0) &&
               furniture_of(before->text, before->size);
}

/* Is the block by itself furniture, whatever stands around it? */
static bool is_dropped(const struct filter *f, const struct block *b)
{
        const struct page_selection *s = f->s;

        if (b->evidence & EVIDENCE_NOT_TEXT || block_is_caption(b))
                return true;
        if (is_link(f, b) || is_pointed_to(f, b))
                return true;
        if (s->title && b->words < 40 &&
            letter_same_words(b->text, b->size, s->title, strlen(s->title)))
                return true;
        if (line_is_numbering(b) || (line_is_date(b) && !is_dated_text(f, b)) ||
            line_is_counter(b) || (!f->words && line_is_role(b)) ||
            (!f->words && line_has_dated_part(b)) ||
            (f->words <= BEFORE_BYLINE_WORDS_MAX &&
             (line_is_byline(b) || (line_is_number(b) && !page_is_fact(s, b)))))
                return true;
        if (!b->heading && !b->stop && b->words < 2 &&
            !(b->context & (IN_LIST | IN_TABLE | IN_PRE | IN_QUOTE)))
                return true;
        return false;
}

/* A paragraph that stands twice is shown once; items, cells and headings may repeat. */
static bool is_repeated(struct filter *f, const struct block *b)
{
        bool item = b->heading || b->context & (IN_LIST | IN_TABLE);
        unsigned tag = f->s->tree->nodes[b->node].tag;
        uint64_t hash;
        size_t at;

        if (tag == TAG_TD || tag == TAG_TH)
                return false;
        if (b->words < (item ? REPEAT_ITEM_WORDS_MIN : REPEAT_WORDS_MIN) ||
            f->n_seen > SEEN_SLOTS / 2)
                return false;
        hash = digest_64(b->text, b->size) | 1;
        for (at = hash & (SEEN_SLOTS - 1); f->seen[at]; at = (at + 1) & (SEEN_SLOTS - 1)) {
                if (f->seen[at] == hash)
                        return true;
        }
        f->seen[at] = hash;
        f->n_seen++;
        return false;
}

/* Slides say it below the picture and beside it; a paragraph may be all there is. */
static bool repeats_caption(const struct filter *f, const struct block *b)
{
        const struct block *c = f->caption;

        return c && b - c <= CAPTION_BLOCKS_MAX && b->words >= REPEAT_WORDS_MIN &&
               f->s->tree->nodes[b->node].tag != TAG_P && b->size == c->size &&
               memcmp(b->text, c->text, b->size) == 0;
}

/* "What the harbour says:", once more, stays above something else, and goes again when that is
 * no news either. */
static bool keeps_label(struct filter *f, struct block *b)
{
        bool label = b->words < REPEAT_ITEM_WORDS_MIN && b->text[b->size - 1] == ':';

        if (f->label && f->label == b - 1 && !label)
                f->label->kept = false;
        f->label = label ? b : NULL;
        return label;
}

/* A paragraph right behind a link, beside the paragraphs before: what "Read more" leads to is
 * over. */
static bool is_behind_link(const struct filter *f, const struct block *b)
{
        const struct page_node *nodes = f->s->tree->nodes;

        return block_is_sentence(b) && !b->link_bytes && f->last &&
               block_link_share(b - 1) == 100 && !furniture_of(b->text, b->size) &&
               nodes[b->node].tag == TAG_P && nodes[f->last->node].tag == TAG_P &&
               nodes[b->node].parent == nodes[f->last->node].parent;
}

/* Does the article go on behind what "Read more" had started? */
static bool ends_section(const struct filter *f, const struct block *b)
{
        return (block_is_sentence(b) && b->words > SECTION_WORDS_MAX) || is_behind_link(f, b) ||
               (b->words > SECTION_PARAGRAPH_MIN && block_link_share(b) <= LINK_SHARE_MAX &&
                !(b->context & IN_LIST));
}

/* Behind the box that the block heads: the outermost element that does not hold what was kept
 * before, if there is more in it; else 0. */
static size_t end_of_box(const struct filter *f, const struct block *b)
{
        const struct page_tree *tree = f->s->tree;
        uint32_t before = f->last ? f->last->node : f->s->node, node = b->node;
        size_t first, end;

        while (tree->nodes[node].parent > before)
                node = tree->nodes[node].parent;
        page_blocks_of(f->s->blocks, tree, node, &first, &end);
        return f->s->blocks->blocks + end > b + 1 ? end : 0;
}

/* Does a paragraph like the last one stand behind the box, and behind pictures and what else is
 * no text? */
static bool goes_on_behind(const struct filter *f, size_t end)
{
        const struct page_node *nodes = f->s->tree->nodes;
        const struct block *next = &f->s->blocks->blocks[end];

        for (size_t i = 0; end && end < f->s->end && i < BEHIND_BLOCKS_MAX;
             i++, end++, next++) {
                if (!(next->evidence & EVIDENCE_NOT_TEXT) && !block_is_caption(next))
                        break;
        }
        return end && end < f->s->end && f->last && block_is_sentence(next) &&
               !(next->evidence & EVIDENCE_NOT_TEXT) && !(next->context & IN_LIST) &&
               nodes[next->node].tag == nodes[f->last->node].tag &&
               nodes[next->node].depth == nodes[f->last->node].depth;
}

/* "Related stories" between two paragraphs, all three alike: what it led to was not kept. What
 * heads comments, or who wrote it, is none. */
static bool is_label_within(const struct filter *f, const struct block *b)
{
        const struct page_node *nodes = f->s->tree->nodes;
        const struct block *next = b + 1;

        return f->last && next < f->s->blocks->blocks + f->s->end && !b->heading &&
               block_is_sentence(next) && next->words >= HEADED_WORDS_MIN &&
               !next->link_bytes && nodes[b->node].tag == TAG_P &&
               nodes[next->node].tag == TAG_P &&
               nodes[b->node].parent == nodes[next->node].parent &&
               nodes[b->node].parent == nodes[f->last->node].parent &&
               !memmem(b->text, b->size, "omment", 6) && strncasecmp(b->text, "about", 5) != 0;
}

/* "12 Comments", "20 thoughts on “How oars are made”", as a heading over what readers say of
 * the article: a link so named may stand before its end. */
static bool heads_discussion(const struct filter *f, const struct block *b)
{
        size_t size = 0;
        const char *title = f->s->title, *quoted;

        if (!b->heading || b->link_bytes || f->words < DISCUSSED_WORDS_MIN)
                return false;
        if (ascii_is_digit(*b->text) && b->words <= DISCUSSION_WORDS_MAX &&
            memmem(b->text, b->size, "omment", 6))
                return true;
        quoted = furniture_discussed(b->text, b->size, &size);
        return quoted && title && letter_same_words(quoted, size, title, strlen(title));
}

static void start_section(struct filter *f, const struct block *b)
{
        f->section = true;
        f->section_end = end_of_box(f, b);
}

/* "Author: Ada Strand", "Written by Bo Vik", in the midst of the text: of a book that it tells
 * of. */
static bool is_author_of_item(const struct filter *f, const struct block *b)
{
        return f->words > BEFORE_BYLINE_WORDS_MAX &&
               f->words * 100 < f->total * BYLINE_SHARE_MIN &&
               strncasecmp(b->text, "by", 2) != 0;
}

/* Gives false when nothing of the article follows. */
static bool filter_block(struct filter *f, struct block *b)
{
        enum furniture kind = furniture_of(b->text, b->size);

        if (f->section && (ends_section(f, b) ||
                           (f->section_end && b >= f->s->blocks->blocks + f->section_end)))
                f->section = false;
        if (b->context & IN_CAPTION)
                f->caption = b;
        if (f->section || is_dropped(f, b) || repeats_caption(f, b))
                return true;
        if (kind && kind != FURNITURE_CREDIT && block_link_share(b) < 100 &&
            page_is_fact(f->s, b))
                kind = FURNITURE_NONE;
        if (heads_discussion(f, b))
                return false;
        switch (kind) {
        case FURNITURE_TAIL:
        case FURNITURE_ABOUT:
                if (kind == FURNITURE_TAIL && is_label_within(f, b))
                        return true;
                if (f->words * 100 >= f->total * TAIL_SHARE_MIN &&
                    !goes_on_behind(f, end_of_box(f, b)))
                        return false;
                start_section(f, b);
                return true;
        case FURNITURE_SECTION: start_section(f, b); return true;
        case FURNITURE_LINE:
        case FURNITURE_CREDIT: return true;
        case FURNITURE_BYLINE:
                if (is_author_of_item(f, b))
                        break;
                return true;
        case FURNITURE_NONE: break;
        }
        if (is_repeated(f, b) && !keeps_label(f, b))
                return true;
        b->kept = true;
        f->last = b;
        if (block_is_sentence(b))
                f->words += b->words;
        return true;
}

void page_select_count(struct page_selection *s)
{
        s->words = s->sentences = 0;
        for (size_t i = s->first; i < s->end; i++) {
                const struct block *b = &s->blocks->blocks[i];

                if (!b->kept)
                        continue;
                s->words += b->words;
                s->sentences += block_is_sentence(b);
        }
}

int page_select(struct page_selection *s)
{
        struct filter *f = arena_alloc(s->tree->arena, sizeof(*f));
        int r = page_evidence_spread(s->blocks, s->tree);

        if (!f)
                return -ENOMEM;
        if (!r)
                r = page_choose_node(s);
        if (r)
                return r;
        f->s = s;
        r = sum_links(f);
        if (r)
                return r;
        for (size_t i = s->first; i < s->end; i++) {
                const struct block *b = &s->blocks->blocks[i];

                if (block_is_sentence(b) && !(b->evidence & EVIDENCE_NOT_TEXT) &&
                    !block_is_caption(b))
                        f->total += b->words;
        }
        for (size_t i = s->first; i < s->end && i < s->blocks->discussion; i++) {
                if (!filter_block(f, &s->blocks->blocks[i]))
                        break;
        }
        lines_drop_repeated_quotes(s);
        lines_drop_captions(s);
        page_drop_teasers(s);
        page_drop_calls(s);
        page_drop_lone_headings(s);
        page_take_head(s);
        page_select_count(s);
        return 0;
}
