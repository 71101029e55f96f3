#include "workers/text/page_blocks.h"

#include <errno.h>
#include <string.h>

#include "base/ascii.h"
#include "base/macros.h"
#include "workers/text/date_scan.h"
#include "workers/text/letters.h"

enum {
        HEADING_WORDS_MAX = 40,
        YEAR_DIGITS = 4,
        SENTENCE_WORDS_MIN = 12, /* of a heading that is a sentence, full stop and all */
        SENTENCES_MIN = 3,       /* of them, for the page to be told in headings */
        IDEOGRAPHS_A_WORD = 2,
        HINT_BYTES_MAX = 40,
        NOTE_BYTES_MAX = 12,
};

struct walk {
        const struct page_tree *tree;
        struct page_blocks *out;
        uint16_t *contexts; /* of each node, inherited */
        uint32_t *makers;   /* of each node, the innermost element that makes blocks */
        char *text;         /* the blocks' text, one after another */
        size_t size, room;
        struct block current;
        uint32_t link_end, strong_end, skip_end; /* node numbers */
        uint32_t last;                           /* node of the last text in the block */
        unsigned breaks;                         /* line breaks since the last word */
        unsigned ideographs;                     /* in the block, of writing without spaces */
        bool space;
};

static uint16_t context_of(unsigned tag)
{
        switch (tag) {
        case TAG_LI:
        case TAG_DD:
        case TAG_DT: return IN_LIST;
        case TAG_TABLE: return IN_TABLE;
        case TAG_FIGURE: return IN_FIGURE;
        case TAG_FIGCAPTION: return IN_CAPTION;
        case TAG_HEADER: return IN_HEADER;
        case TAG_FOOTER: return IN_FOOTER;
        case TAG_ASIDE: return IN_ASIDE;
        case TAG_NAV: return IN_NAVIGATION;
        case TAG_FORM: return IN_FORM;
        case TAG_BLOCKQUOTE: return IN_QUOTE;
        case TAG_PRE: return IN_PRE;
        case TAG_ADDRESS: return IN_ADDRESS;
        case TAG_ARTICLE:
        case TAG_MAIN: return IN_ARTICLE;
        }
        return tag_is_heading(tag) ? IN_HEADING : 0;
}

static bool ends_as_sentence(const char *start, size_t size)
{
        const char *end = start + size;

        while (end > start) {
                unsigned char c = (unsigned char)end[-1];

                if (c == '"' || c == '\'' || c == ')' || c == ']') {
                        end--;
                } else if (end - start >= 3 &&
                           (memcmp(end - 3, "”", 3) == 0 || memcmp(end - 3, "’", 3) == 0 ||
                            memcmp(end - 3, "»", 2) == 0)) {
                        end -= 3;
                } else if (end - start >= 3 &&
                           (memcmp(end - 3, "…", 3) == 0 || memcmp(end - 3, "。", 3) == 0)) {
                        return true;
                } else {
                        return strchr(".!?:;", c) != NULL;
                }
        }
        return false;
}

/* A paragraph in a heading that was never closed. */
static bool is_paragraph(const struct walk *w, const struct block *b)
{
        return b->words > HEADING_WORDS_MAX ||
               (w->tree->nodes[b->node].tag == TAG_P && b->stop);
}

static int flush(struct walk *w)
{
        struct block *block;

        w->breaks = w->ideographs = 0;
        w->space = false;
        if (!w->current.size)
                return 0;
        block = arena_push(w->tree->arena, &w->out->blocks, &w->out->n, sizeof(*block));
        if (!block)
                return -ENOMEM;
        *block = w->current;
        if (block->line_end == block->size) /* a break behind the last word parts nothing */
                block->line_end = 0;
        block->stop = ends_as_sentence(block->text, block->size);
        if (block->context & IN_HEADING && !is_paragraph(w, block)) {
                uint32_t node = block->node;

                while (node && !tag_is_heading(w->tree->nodes[node].tag))
                        node = w->tree->nodes[node].parent;
                block->heading = (uint8_t)(w->tree->nodes[node].tag - TAG_H1 + 1);
        }
        w->current = (struct block){ 0 };
        return 0;
}

/* Kana and Han characters, U+3000 to U+9FFF: their words are not parted by spaces. */
static bool is_ideograph(const char *p, unsigned n)
{
        return n == 3 && (unsigned char)*p >= 0xe3 && (unsigned char)*p <= 0xe9;
}

/* The first link of the block is over, if it had one. */
static void note_link_end(struct block *b)
{
        if (b->link_bytes && !b->link_end && b->size <= UINT8_MAX)
                b->link_end = (uint8_t)b->size;
}

/* ", opens in a new tab": what is told to those alone who do not see the link. */
static bool is_hint(const char *p, size_t size)
{
        static const char *const targets[] = { "new tab", "new window", "external link" };

        if (size > HINT_BYTES_MAX || !memmem(p, size, "pens", 4))
                return false;
        for (size_t i = 0; i < ARRAY_SIZE(targets); i++) {
                if (memmem(p, size, targets[i], strlen(targets[i])))
                        return true;
        }
        return false;
}

static void put(struct walk *w, const char *p, unsigned n, uint32_t node)
{
        struct block *b = &w->current;
        size_t before = b->size;

        if (!b->size) {
                b->text = w->text + w->size;
                b->node = w->makers[node];
                b->context = w->contexts[node];
        }
        if (w->size + n + 1 >= w->room)
                return;
        if (w->space && b->size) {
                w->text[w->size++] = ' ';
                b->size++;
        }
        if (w->space || !before)
                b->words++;
        else if (is_ideograph(p, n) && ++w->ideographs % IDEOGRAPHS_A_WORD == 0)
                b->words++;
        memcpy(w->text + w->size, p, n);
        w->size += n;
        b->size += n;
        if (node < w->link_end)
                b->link_bytes += (uint32_t)(b->size - before);
        if (node < w->strong_end)
                b->strong_bytes += (uint32_t)(b->size - before);
        w->space = false;
        w->breaks = 0;
}

/* "and", "by", alone in an element. */
static bool is_join(const struct page_node *text)
{
        static const char *const joins[] = { "and", "by", "in", "for", "with" };

        return letter_run_is_one_of(text->text, text->size, joins, ARRAY_SIZE(joins));
}

/* "Mar", "14", "2021" */
static bool is_part_of_date(const struct page_node *last, const struct page_node *node)
{
        struct scan before = { .text = last->text, .end = last->size };
        size_t digits = 0;

        while (digits < node->size && ascii_is_digit(node->text[digits]))
                digits++;
        if (digits != node->size || digits > YEAR_DIGITS)
                return false;
        if (digits == YEAR_DIGITS && last->size <= 2 && ascii_is_digit(*last->text))
                return true;
        return scan_is(scan_word(&before), "month ") && before.at == before.end;
}

/* Does the text of @node begin as words do that stand alone, behind those of @last? */
static bool begins_anew(const struct page_node *last, const struct block *b,
                        const struct page_node *node)
{
        const char *end = b->text + b->size, *before = end - 1;
        enum letter_kind first;
        unsigned n;

        while (before > b->text && (*before & 0xc0) == 0x80)
                before--;
        first = letter_kind_at(node->text, node->text + node->size, &n);
        if (first == LETTER_DIGIT && is_part_of_date(last, node))
                return true;
        if (first == LETTER_DIGIT && last->size > 1 && memchr(node->text, ' ', node->size))
                return letter_kind_at(before, end, &n) == LETTER_LOWER; /* "Listen", "4 min" */
        if (first != LETTER_UPPER)
                return last->size > 1 && is_join(node);
        switch (letter_kind_at(before, end, &n)) {
        case LETTER_LOWER:
        case LETTER_DIGIT: return true;
        case LETTER_UPPER: return memchr(last->text, ' ', last->size);
        default: return strchr(".!?)", *before);
        }
}

/* Are the words in two elements, one behind the other, each as if it were alone: "Ada Strand",
 * "Harbour Editor"? Only the page's style parts them. */
static bool is_parted_by_style(const struct walk *w, uint32_t index)
{
        const struct page_node *nodes = w->tree->nodes, *node = &nodes[index];
        const struct page_node *last = &nodes[w->last];
        const struct block *b = &w->current;

        return b->size && !w->space && !(b->context & IN_PRE) && node->size > 1 &&
               nodes[last->parent].end <= index && node->parent > w->last &&
               begins_anew(last, b, node);
}

static void note_line_end(struct block *b)
{
        if (b->size <= UINT8_MAX && !b->line_end)
                b->line_end = (uint8_t)b->size;
}

static int add_text(struct walk *w, uint32_t index)
{
        const struct page_node *node = &w->tree->nodes[index];
        const char *p = node->text, *end = p + node->size;

        if (index >= w->link_end)
                note_link_end(&w->current);
        else if (is_hint(p, node->size))
                return 0;
        if (is_parted_by_style(w, index)) {
                note_line_end(&w->current);
                w->space = true;
        }
        w->last = index;
        while (p < end) {
                unsigned n;
                enum letter_kind kind = letter_kind_at(p, end, &n);

                if (kind == LETTER_SPACE || kind == LETTER_NOTHING) {
                        /* A soft hyphen or the like is nothing at all. */
                        w->space |= kind == LETTER_SPACE &&
                                    !(n == 3 && (memcmp(p, "\xe2\x80\x8b", 3) == 0 ||
                                                 memcmp(p, "\xef\xbb\xbf", 3) == 0));
                } else {
                        put(w, p, n, index);
                }
                p += n;
        }
        return 0;
}

/* Do the words before a mark make it one of a note? "m" and "10" may have a power. */
static bool takes_note(const struct block *b)
{
        const char *end = b->text + b->size;

        return b->size > 3 && (strchr(".,;:!?\"", end[-1]) || memcmp(end - 3, "”", 3) == 0);
}

/* "[2]", "2" with a link or behind a stop, "*": what leads to a note below is no word of the
 * text. */
static bool is_note_mark(const struct walk *w, uint32_t index)
{
        const struct page_node *nodes = w->tree->nodes;
        bool linked = false, bracket = false, digit = false;
        size_t size = 0;

        for (uint32_t i = index + 1; i < nodes[index].end; i++) {
                linked |= nodes[i].tag == TAG_A;
                for (size_t k = 0; nodes[i].tag == TAG_TEXT && k < nodes[i].size; k++) {
                        char c = nodes[i].text[k];

                        if (++size > NOTE_BYTES_MAX || !strchr("0123456789[]()*,. \n\t", c))
                                return false;
                        digit |= c >= '0' && c <= '9';
                        bracket |= c == '[';
                }
        }
        return size && w->current.size &&
               (!digit || linked || bracket || takes_note(&w->current));
}

/* "#", "¶", "#ice": all that a heading shows for a link to itself. "#1" and "§ 5" are words of
 * it. */
static bool is_permalink(const struct walk *w, uint32_t index)
{
        static const char *const signs[] = { "#", "¶", "§" };
        const struct page_node *link = &w->tree->nodes[index], *text = link + 1;

        if (index + 2 != link->end || text->tag != TAG_TEXT)
                return false;
        if (text->size == strlen(link->text) && memcmp(text->text, link->text, text->size) == 0)
                return true;
        return letter_run_is_one_of(text->text, text->size, signs, ARRAY_SIZE(signs));
}

/* A link leads elsewhere; in a heading, "#…" leads to the heading. */
static void enter_link(struct walk *w, uint32_t index)
{
        const struct page_node *node = &w->tree->nodes[index];

        if (!node->text || node->end <= w->link_end)
                return;
        if (w->contexts[index] & IN_HEADING && *node->text == '#') {
                if (w->current.size && is_permalink(w, index))
                        w->skip_end = node->end;
                return;
        }
        w->link_end = node->end;
        note_link_end(&w->current);
}

static void enter(struct walk *w, uint32_t index)
{
        const struct page_node *node = &w->tree->nodes[index];
        bool block = tag_is_block(node->tag);

        w->contexts[index] = w->contexts[node->parent] | context_of(node->tag);
        w->makers[index] = block ? index : w->makers[node->parent];
        if (node->tag == TAG_A)
                enter_link(w, index);
        if (node->tag == TAG_STRONG && node->end > w->strong_end)
                w->strong_end = node->end;
        if (node->tag == TAG_TITLE || (node->tag == TAG_SUP && is_note_mark(w, index)) ||
            (!block && node->tag != TAG_TEXT && node->evidence & EVIDENCE_HIDDEN))
                w->skip_end = node->end;
}

/* Two line breaks part paragraphs; one parts lines of verse or of an address. */
static int line_break(struct walk *w)
{
        w->space = true;
        note_line_end(&w->current);
        return ++w->breaks == 2 ? flush(w) : 0;
}

static int walk_nodes(struct walk *w)
{
        uint32_t open[PAGE_DEPTH_MAX + 2]; /* ends of the block elements around */
        size_t depth = 0;
        int r = 0;

        for (uint32_t i = 0; i < w->tree->n_nodes && !r; i++) {
                const struct page_node *node = &w->tree->nodes[i];

                while (depth && open[depth - 1] <= i && !r) {
                        r = flush(w);
                        depth--;
                }
                enter(w, i);
                if (!r && tag_is_block(node->tag)) {
                        r = flush(w);
                        open[depth++] = node->end;
                }
                w->out->first[i] = (uint32_t)w->out->n;
                if (r || i < w->skip_end)
                        continue;
                if (node->tag == TAG_TEXT)
                        r = add_text(w, i);
                else if (node->tag == TAG_BR)
                        r = line_break(w);
        }
        return r ? r : flush(w);
}

bool block_is_headed_sentence(const struct block *b)
{
        const char *end = b->text + b->size;

        return b->heading > 1 && b->words >= SENTENCE_WORDS_MIN && b->stop &&
               (end[-1] == '.' || (end[-1] == '"' && end[-2] == '.') ||
                memcmp(end - 4, ".”", 4) == 0);
}

/* Is the block one capital letter, and none that is a word? One over the words that begin with
 * it, or before an answer, is no part of them. */
static bool is_initial(const struct block *b)
{
        unsigned n;

        return b->size && !b->heading &&
               !(b->context & (IN_LIST | IN_TABLE | IN_PRE | IN_QUOTE)) &&
               letter_kind_at(b->text, b->text + b->size, &n) == LETTER_UPPER && n == b->size &&
               !strchr("AIO", *b->text);
}

/* A large first letter in an element of its own belongs to the word behind it; the blocks'
 * texts stand one behind another. */
static void join_initials(struct page_blocks *out)
{
        unsigned n;

        for (size_t i = 0; i + 1 < out->n; i++) {
                const struct block *initial = &out->blocks[i];
                struct block *b = &out->blocks[i + 1];

                if (!is_initial(initial) || !b->stop || b->words < SENTENCE_WORDS_MIN ||
                    b->text != initial->text + initial->size ||
                    letter_kind_at(b->text, b->text + b->size, &n) != LETTER_LOWER)
                        continue;
                b->text = initial->text;
                b->size += initial->size;
                b->line_end = 0;
                b->link_end = 0;
        }
}

/* A story told by pictures may have its sentences as headings. */
static void unhead_sentences(struct page_blocks *out)
{
        size_t n = 0;

        for (size_t i = 0; i < out->n && n < SENTENCES_MIN; i++)
                n += block_is_headed_sentence(&out->blocks[i]);
        for (size_t i = 0; i < out->n && n == SENTENCES_MIN; i++) {
                if (block_is_headed_sentence(&out->blocks[i]))
                        out->blocks[i].heading = 0;
        }
}

int page_blocks_find(struct page_blocks *ret, const struct page_tree *tree)
{
        struct walk *w = arena_alloc(tree->arena, sizeof(*w));
        struct page_blocks out = { 0 };
        size_t bytes = 16;
        int r;

        if (!w)
                return -ENOMEM;
        for (size_t i = 0; i < tree->n_nodes; i++)
                bytes += tree->nodes[i].tag == TAG_TEXT ? tree->nodes[i].size + 1 : 1;
        w->tree = tree;
        w->out = &out;
        w->room = bytes;
        w->text = arena_alloc(tree->arena, bytes);
        w->contexts = arena_alloc(tree->arena, tree->n_nodes * sizeof(*w->contexts));
        w->makers = arena_alloc(tree->arena, tree->n_nodes * sizeof(*w->makers));
        out.first = arena_alloc(tree->arena, (tree->n_nodes + 1) * sizeof(*out.first));
        if (!w->text || !w->contexts || !w->makers || !out.first)
                return -ENOMEM;
        r = walk_nodes(w);
        join_initials(&out);
        unhead_sentences(&out);
        out.discussion = out.n;
        if (!r)
                *ret = out;
        return r;
}
