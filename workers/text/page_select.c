#include "workers/text/page_select.h"

#include <errno.h>
#include <string.h>

#include "base/digest.h"
#include "workers/text/biography.h"
#include "workers/text/furniture.h"
#include "workers/text/letters.h"
#include "workers/text/page_evidence.h"
#include "workers/text/page_lines.h"

enum {
        BODY_SHARE_MIN = 60,     /* percent of the best sum in an element that is called body */
        WHOLE_SHARE_MIN = 200,   /* percent of its sentences in an article around it */
        END_BLOCKS_MAX = 6,      /* among which biographies are looked for */
        END_SHARE_MAX = 30,      /* percent of the text that may go with them */
        TAIL_SHARE_MIN = 60,     /* percent of the text before a tail that is cut */
        LIST_LINK_SHARE = 70,    /* percent of a list's bytes in links */
        ITEM_WORDS_MAX = 4,      /* of an item that only names something */
        LINK_SHARE_MAX = 50,     /* percent of a block's bytes in links */
        HEADING_WORDS_MAX = 12,  /* of one that is a link */
        LINKED_WORDS_MIN = 25,   /* of a paragraph that is mostly links */
        SENTENCE_WORDS_MIN = 12, /* the same, where it ends as a sentence does */
        LINKED_SHARE_MAX = 80,
        POINTER_BYTES_MAX = 14, /* where its colon stands */
        HEADED_WORDS_MIN = 20,  /* of the paragraph behind it */
        HEAD_BLOCKS_MAX = 40,   /* between the headline and the text */
        INTRO_BLOCKS_MAX = 200, /* the same, with a table or a list of contents between */
        STANDFIRST_WORDS_MIN = 6,
        INTRO_WORDS_MIN = 20,
        INTRO_LINK_SHARE = 20,
        BEFORE_BYLINE_WORDS_MAX = 60, /* of a standfirst */
        SECTION_WORDS_MAX = 20,       /* of a sentence that "Read more" may hold */
        SECTION_PARAGRAPH_MIN = 60,   /* words of a paragraph that it does not */
        REPEAT_WORDS_MIN = 5,
        REPEAT_ITEM_WORDS_MIN = 12,
        SEEN_SLOTS = 1 << 12, /* a power of two; beyond it, repetitions stay */
};

static const uint16_t not_text = EVIDENCE_COMMENT | EVIDENCE_RELATED | EVIDENCE_SHARE |
                                 EVIDENCE_NAVIGATION | EVIDENCE_PROMOTION | EVIDENCE_BIOGRAPHY |
                                 EVIDENCE_BYLINE | EVIDENCE_DATE | EVIDENCE_SIDE |
                                 EVIDENCE_HIDDEN | EVIDENCE_UPDATED;

static bool is_caption(const struct block *b)
{
        if (b->context & IN_CAPTION)
                return true;
        return b->evidence & EVIDENCE_CAPTION &&
               !(b->context & IN_FIGURE && b->context & (IN_TABLE | IN_QUOTE | IN_PRE));
}

/* What a block adds to the sum of the elements around it. */
static int value_of(const struct block *b)
{
        int words = (int)(b->words < 2000 ? b->words : 2000);

        if (is_caption(b))
                return 0;
        if (b->evidence & not_text)
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
                if (block_is_sentence(b) && !(b->evidence & not_text) && !is_caption(b))
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

/* The subtree of the greatest sum; of equal ones the deepest. Then, an element called body that
 * holds most of it. */
static int choose_node(struct page_selection *s)
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
                s->node = body;
        if (climb(s))
                return -ENOMEM;
        page_blocks_of(s->blocks, s->tree, s->node, &s->first, &s->end);
        return 0;
}

struct filter {
        struct page_selection *s;
        uint32_t *bytes, *links;   /* of the blocks before each: all, and in links */
        uint64_t seen[SEEN_SLOTS]; /* hashes of what was kept */
        size_t n_seen;
        size_t words; /* kept so far */
        size_t total; /* words of sentences in the whole selection */
        bool section; /* within what a heading like "Read more" starts */
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

/* Is it there to lead elsewhere? Items of a list and cells may name what they link; so may a
 * heading, which goes anyway when nothing follows it. */
static bool is_link(const struct filter *f, const struct block *b)
{
        const struct block *next = b + 1;
        unsigned share = block_link_share(b);

        if (share <= LINK_SHARE_MAX)
                return false;
        if (b->heading > 1 && b->words <= HEADING_WORDS_MAX)
                return share == 100 &&
                       !(next < f->s->blocks->blocks + f->s->end && block_is_sentence(next) &&
                         next->words >= HEADED_WORDS_MIN);
        if (b->context & IN_TABLE)
                return false;
        if (b->context & IN_LIST)
                return share > 90 && (b->words > ITEM_WORDS_MAX || !is_in_mixed_list(f, b));
        return (b->words < LINKED_WORDS_MIN && !is_whole_sentence(b)) ||
               share > LINKED_SHARE_MAX;
}

/* Is the block by itself furniture, whatever stands around it? */
static bool is_dropped(const struct filter *f, const struct block *b)
{
        const struct page_selection *s = f->s;

        if (b->evidence & not_text || is_caption(b))
                return true;
        if (is_link(f, b))
                return true;
        if (s->title && b->words < 40 &&
            letter_same_words(b->text, b->size, s->title, strlen(s->title)))
                return true;
        if (line_is_date(b) || line_is_counter(b) || (!f->words && line_is_role(b)) ||
            (f->words <= BEFORE_BYLINE_WORDS_MAX && line_is_byline(b)))
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
        uint64_t hash;
        size_t at;

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

/* Does the article go on behind what "Read more" had started? */
static bool ends_section(const struct block *b)
{
        return (block_is_sentence(b) && b->words > SECTION_WORDS_MAX) ||
               (b->words > SECTION_PARAGRAPH_MIN && block_link_share(b) <= LINK_SHARE_MAX &&
                !(b->context & IN_LIST));
}

/* Gives false when nothing of the article follows. */
static bool filter_block(struct filter *f, struct block *b)
{
        enum furniture kind = furniture_of(b->text, b->size);

        if (f->section && ends_section(b))
                f->section = false;
        if (f->section || is_dropped(f, b))
                return true;
        switch (kind) {
        case FURNITURE_TAIL:
        case FURNITURE_ABOUT:
                if (f->words * 100 >= f->total * TAIL_SHARE_MIN)
                        return false;
                f->section = true;
                return true;
        case FURNITURE_SECTION: f->section = true; return true;
        case FURNITURE_LINE:
        case FURNITURE_CREDIT:
        case FURNITURE_BYLINE: return true;
        case FURNITURE_NONE: break;
        }
        if (is_repeated(f, b))
                return true;
        b->kept = true;
        if (block_is_sentence(b))
                f->words += b->words;
        return true;
}

/* A heading that nothing follows is a heading of what was dropped. */
static void drop_lone_headings(struct page_selection *s)
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
                if (b->heading && next <= b->heading &&
                    !(i < text && block_is_headed_sentence(b))) {
                        b->kept = false;
                        continue;
                }
                next = b->heading ? b->heading : 7;
        }
}

static void count(struct page_selection *s)
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
               !is_caption(b) && !(b->evidence & not_text) && !furniture_of(b->text, b->size);
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

/* The standfirst often stands in the article's head, before its body. */
static void take_standfirst(struct page_selection *s)
{
        size_t from = s->first > HEAD_BLOCKS_MAX ? s->first - HEAD_BLOCKS_MAX : 0;

        for (size_t i = s->first; i-- > from;) {
                struct block *b = &s->blocks->blocks[i];

                if (b->heading == 1)
                        return;
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

static bool is_intro(const struct block *b)
{
        return block_is_sentence(b) && b->words >= INTRO_WORDS_MIN &&
               block_link_share(b) <= INTRO_LINK_SHARE && !is_caption(b) &&
               !(b->evidence & not_text) && !furniture_of(b->text, b->size) &&
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

int page_select(struct page_selection *s)
{
        struct filter *f = arena_alloc(s->tree->arena, sizeof(*f));
        int r = page_evidence_spread(s->blocks, s->tree);
        size_t body;

        if (!f)
                return -ENOMEM;
        if (!r)
                r = choose_node(s);
        if (r)
                return r;
        f->s = s;
        r = sum_links(f);
        if (r)
                return r;
        for (size_t i = s->first; i < s->end; i++) {
                const struct block *b = &s->blocks->blocks[i];

                if (block_is_sentence(b) && !(b->evidence & not_text) && !is_caption(b))
                        f->total += b->words;
        }
        for (size_t i = s->first; i < s->end; i++) {
                if (!filter_block(f, &s->blocks->blocks[i]))
                        break;
        }
        lines_drop_repeated_quotes(s);
        drop_lone_headings(s);
        body = s->first;
        take_standfirst(s);
        take_intro(s, body);
        count(s);
        return 0;
}

void page_select_end(struct page_selection *s, const char *const *authors, size_t n_authors)
{
        size_t words = 0, seen = 0;
        bool cut = false;

        for (size_t i = s->end; i-- > s->first && seen < END_BLOCKS_MAX;) {
                struct block *b = &s->blocks->blocks[i];

                if (!b->kept)
                        continue;
                seen++;
                words += b->words;
                if (words * 100 > s->words * END_SHARE_MAX)
                        break;
                if (!biography_is(b->text, b->size, authors, n_authors))
                        continue;
                for (size_t k = i; k < s->end; k++)
                        s->blocks->blocks[k].kept = false;
                cut = true;
        }
        if (!cut)
                return;
        drop_lone_headings(s);
        count(s);
}
