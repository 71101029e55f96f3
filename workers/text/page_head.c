/* page_head - what stands between a page's headline and the container of its text
 */
#include <string.h>

#include "workers/text/furniture.h"
#include "workers/text/letters.h"
#include "workers/text/page_evidence.h"
#include "workers/text/page_lines.h"
#include "workers/text/page_select_parts.h"

enum {
        HEAD_BLOCKS_MAX = 40,   /* between the headline and the text */
        INTRO_BLOCKS_MAX = 200, /* the same, with a table or a list of contents between */
        STANDFIRST_WORDS_MIN = 6,
        STANDFIRST_BLOCKS_MAX = 8, /* from the headline on */
        SUBHEADLINE_WORDS_MIN = 4,
        INTRO_WORDS_MIN = 20,
        INTRO_LINK_SHARE = 30,
        POINT_WORDS_MIN = 5,
        POINT_WORDS_MAX = 40,
        POINTS_MIN = 2,
        POINTS_MAX = 8,
};

/* Does the page describe the article in these words? */
static bool is_description(const struct page_selection *s, const struct block *b)
{
        static const char *const keys[] = { "description", "og:description" };

        for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
                const char *text = page_meta(s->tree, keys[i]);

                if (text && letter_same_words(text, strlen(text), b->text, b->size))
                        return true;
        }
        return false;
}

static bool may_be_standfirst(const struct block *b)
{
        return b->words >= STANDFIRST_WORDS_MIN && block_link_share(b) <= INTRO_LINK_SHARE &&
               !line_is_byline(b) && !block_is_caption(b) &&
               !(b->evidence & EVIDENCE_NOT_TEXT) && !furniture_of(b->text, b->size);
}

/* A standfirst may have several paragraphs: those before its last. */
static void take_rest_of_standfirst(struct page_selection *s, size_t last)
{
        struct block *blocks = s->blocks->blocks;

        for (size_t i = last;
             i-- && !blocks[i].heading && blocks[i].evidence & EVIDENCE_STANDFIRST;) {
                if (!may_be_standfirst(&blocks[i]))
                        continue;
                blocks[i].kept = true;
                s->first = i;
        }
}

/* A heading, or a paragraph of the same header, or right beside the headline. */
static bool may_be_subheadline(const struct page_selection *s, const struct block *headline,
                               const struct block *b)
{
        const struct page_node *nodes = s->tree->nodes;

        if (b->heading)
                return b->heading > 1 && b->words >= SUBHEADLINE_WORDS_MIN;
        return (b->context & IN_HEADER ||
                nodes[b->node].parent == nodes[headline->node].parent) &&
               nodes[b->node].tag == TAG_P && b->words >= STANDFIRST_WORDS_MIN &&
               !line_is_date(b) && !line_is_byline(b) && !memchr(b->text, '|', b->size) &&
               !memmem(b->text, b->size, "·", 2);
}

static bool is_headline(const struct page_selection *s, const struct block *b)
{
        return b->heading && s->title &&
               letter_same_words(b->text, b->size, s->title, strlen(s->title));
}

/* What stands right below the headline, and nothing between them, says more of it. */
static void take_subheadline(struct page_selection *s, size_t headline)
{
        const struct block *title = &s->blocks->blocks[headline];
        struct block *b = &s->blocks->blocks[headline + 1];

        if (headline + 1 >= s->first || !s->title || !may_be_subheadline(s, title, b) ||
            block_link_share(b) || b->evidence & EVIDENCE_NOT_TEXT ||
            furniture_of(b->text, b->size) ||
            !letter_same_words(title->text, title->size, s->title, strlen(s->title)))
                return;
        b->kept = true;
        s->first = headline + 1;
}

/* The standfirst often stands in the article's head, before its body. */
static void take_standfirst(struct page_selection *s)
{
        size_t from = s->first > HEAD_BLOCKS_MAX ? s->first - HEAD_BLOCKS_MAX : 0;

        for (size_t i = s->first; i-- > from;) {
                struct block *b = &s->blocks->blocks[i];

                if (b->heading == 1) {
                        take_subheadline(s, i);
                        return;
                }
                if (!may_be_standfirst(b) ||
                    !(b->evidence & EVIDENCE_STANDFIRST || is_description(s, b)))
                        continue;
                b->kept = true;
                s->first = i;
                if (b->evidence & EVIDENCE_STANDFIRST)
                        take_rest_of_standfirst(s, i);
                return;
        }
}

/* Below the headline, with a gallery or a deck of cards between it and the text. */
static void take_far_standfirst(struct page_selection *s)
{
        struct block *blocks = s->blocks->blocks;
        size_t i = 0, end;

        while (i < s->first && blocks[i].heading != 1)
                i++;
        end = i + STANDFIRST_BLOCKS_MAX < s->first ? i + STANDFIRST_BLOCKS_MAX : s->first;
        for (; i < end; i++) {
                if (blocks[i].heading || !(blocks[i].evidence & EVIDENCE_STANDFIRST) ||
                    !may_be_standfirst(&blocks[i]))
                        continue;
                blocks[i].kept = true;
                s->first = i < s->first ? i : s->first;
        }
}

static bool is_intro(const struct block *b)
{
        return block_is_sentence(b) && b->words >= INTRO_WORDS_MIN &&
               block_link_share(b) <= INTRO_LINK_SHARE && !block_is_caption(b) &&
               !(b->evidence & EVIDENCE_NOT_TEXT) && !furniture_of(b->text, b->size) &&
               !(b->context & (IN_FOOTER | IN_ASIDE | IN_NAVIGATION | IN_FORM | IN_LIST |
                               IN_TABLE | IN_QUOTE));
}

/* The first paragraphs may stand in a container of their own, under the headline, with the
 * standfirst or behind it. @body: where the selection began. */
static void take_intro(struct page_selection *s, size_t body)
{
        size_t from = body > INTRO_BLOCKS_MAX ? body - INTRO_BLOCKS_MAX : 0, head, i;

        for (head = body; head > from && s->blocks->blocks[head - 1].heading != 1;)
                head--;
        if (head == from)
                return;
        for (i = head; i < body && !is_intro(&s->blocks->blocks[i]);)
                i++;
        if (i == body)
                return;
        for (size_t k = i; k < body; k++)
                s->blocks->blocks[k].kept |= is_intro(&s->blocks->blocks[k]);
        s->first = i < s->first ? i : s->first;
}

/* "The boats had been warned", in a list that leads nowhere. */
static bool is_point(const struct block *b)
{
        return b->words >= POINT_WORDS_MIN && b->words <= POINT_WORDS_MAX && !b->link_bytes &&
               b->context & IN_LIST && !block_is_caption(b) &&
               !(b->context & (IN_FOOTER | IN_ASIDE | IN_NAVIGATION | IN_FORM)) &&
               !(b->evidence & EVIDENCE_NOT_TEXT) && !line_is_byline(b) && !line_is_date(b) &&
               !furniture_of(b->text, b->size);
}

/* The end of the list of points that begins with the block, if it does; else 0. */
static size_t end_of_points(const struct page_selection *s, size_t i)
{
        const struct page_node *nodes = s->tree->nodes;
        uint32_t list = s->blocks->blocks[i].node;
        size_t first, end;

        while (list && nodes[list].tag != TAG_UL && nodes[list].tag != TAG_OL)
                list = nodes[list].parent;
        page_blocks_of(s->blocks, s->tree, list, &first, &end);
        if (!list || first != i || end < i + POINTS_MIN || end > i + POINTS_MAX)
                return 0;
        for (; i < end && is_point(&s->blocks->blocks[i]);)
                i++;
        return i == end ? end : 0;
}

/* "Key points", right before the list? */
static bool heads_points(const struct page_selection *s, size_t list)
{
        const struct block *b = &s->blocks->blocks[list];

        return list && b[-1].heading > 1 && !is_headline(s, &b[-1]) &&
               !(b[-1].evidence & EVIDENCE_NOT_TEXT) && !furniture_of(b[-1].text, b[-1].size);
}

/* What the article says in short may stand as a list under the headline. */
static void take_points(struct page_selection *s, size_t body)
{
        size_t from = body > HEAD_BLOCKS_MAX ? body - HEAD_BLOCKS_MAX : 0, head;

        for (head = body; head > from && !is_headline(s, &s->blocks->blocks[head - 1]);)
                head--;
        for (size_t i = head; head > from && i < body; i++) {
                size_t end = is_point(&s->blocks->blocks[i]) ? end_of_points(s, i) : 0;

                size_t first = i - heads_points(s, i);

                for (size_t k = first; k < end && end <= body; k++) {
                        s->blocks->blocks[k].kept = true;
                        s->first = first < s->first ? first : s->first;
                }
        }
}

void page_take_head(struct page_selection *s)
{
        size_t body = s->first;

        take_standfirst(s);
        take_intro(s, body);
        if (s->first == body)
                take_far_standfirst(s);
        take_points(s, body);
}
