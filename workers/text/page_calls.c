/* page_calls - what within an article calls its reader away: to do something, or to read on
 * elsewhere
 *
 * "Ready for the ice? Let our experts look at your boat. | Book a visit": a box of its own,
 * apart from the paragraphs around it, that says little, speaks to its reader and holds a link
 * alone.
 */
#include <string.h>

#include "base/macros.h"
#include "workers/text/letters.h"
#include "workers/text/page_evidence.h"
#include "workers/text/page_select_parts.h"

enum {
        BUTTON_WORDS_MAX = 7,
        SENTENCE_WORDS_MIN = 5,
        BOX_WORDS_MAX = 60,    /* with the button's */
        TEASER_BLOCKS_MAX = 4, /* behind its heading */
        TEASER_SHARE_MAX = 50, /* percent of the words of the article */
        HEADLINE_WORDS_MAX = 25,
        TEASER_LINES_MAX = 3, /* behind the headline */
        CUT_WORDS_MIN = 15,
        AROUND_MAX = 300, /* blocks among which the paragraphs around it are */
        APART_MIN = 2,    /* levels between the box's lines and the paragraphs around it */
};

/* Does the block's link lead to a place in the page: to the panel that it opens? */
static bool leads_nowhere(const struct page_selection *s, const struct block *b)
{
        const struct page_node *nodes = s->tree->nodes;
        const uint32_t *of = s->blocks->first;
        size_t own = (size_t)(b - s->blocks->blocks);
        uint32_t i = b->node, end = nodes[b->node].end;

        /* An element may hold other blocks before this one: theirs are passed over. */
        for (uint32_t high = end; i < high;) {
                uint32_t middle = i + (high - i) / 2;

                if (of[middle] < own)
                        i = middle + 1;
                else
                        high = middle;
        }
        while (i < end && of[i] == own && nodes[i].tag != TAG_A)
                i++;
        return i < end && of[i] == own && nodes[i].text && *nodes[i].text == '#';
}

/* A link alone. */
static bool is_button(const struct page_selection *s, const struct block *b)
{
        return b->words <= BUTTON_WORDS_MAX && block_link_share(b) == 100 && !b->heading &&
               !(b->context & (IN_LIST | IN_TABLE | IN_QUOTE)) && !leads_nowhere(s, b);
}

struct box {
        size_t first, end; /* blocks */
        size_t words;
};

static bool widen(struct box *box, const struct page_selection *s, uint32_t node)
{
        size_t first, end, words = box->words;

        page_blocks_of(s->blocks, s->tree, node, &first, &end);
        if (first < s->first || end > s->end)
                return false;
        for (size_t i = first; i < box->first && words <= BOX_WORDS_MAX; i++)
                words += s->blocks->blocks[i].words;
        for (size_t i = box->end; i < end && words <= BOX_WORDS_MAX; i++)
                words += s->blocks->blocks[i].words;
        if (words > BOX_WORDS_MAX)
                return false;
        *box = (struct box){ first, end, words };
        return true;
}

/* The largest element around the block that says little. */
static struct box box_around(const struct page_selection *s, size_t button)
{
        const struct block *b = &s->blocks->blocks[button];
        struct box box = { button, button + 1, b->words };

        for (uint32_t i = b->node; i && widen(&box, s, i);)
                i = s->tree->nodes[i].parent;
        return box;
}

static bool is_one_of(const char *word, size_t size, const char *const *words, size_t n)
{
        for (size_t i = 0; i < n; i++) {
                if (strlen(words[i]) == size && (*word | 0x20) == *words[i] &&
                    memcmp(word + 1, words[i] + 1, size - 1) == 0)
                        return true;
        }
        return false;
}

/* "you", "Your"; in a sentence, "we" and "our", too, but not "US": "Our rating" alone is what a
 * thing is rated. */
static bool is_address(const char *word, size_t size, bool sentence)
{
        static const char *const of_reader[] = { "you", "your" };
        static const char *const of_outlet[] = { "we", "our", "us" };

        return is_one_of(word, size, of_reader, ARRAY_SIZE(of_reader)) ||
               (sentence && is_one_of(word, size, of_outlet, ARRAY_SIZE(of_outlet)));
}

static bool speaks_to_reader(const struct block *b)
{
        const char *p = b->text, *end = p + b->size, *word;
        bool sentence = b->stop && b->words >= SENTENCE_WORDS_MIN;
        unsigned n;

        while (p < end) {
                for (word = p; p < end && letter_is_word(letter_kind_at(p, end, &n));)
                        p += n;
                if (is_address(word, (size_t)(p - word), sentence))
                        return true;
                if (p < end) {
                        (void)letter_kind_at(p, end, &n);
                        p += n;
                }
        }
        return false;
}

static bool is_paragraph(const struct block *b)
{
        return b->kept && block_is_sentence(b) && !(b->context & (IN_LIST | IN_TABLE));
}

static unsigned levels_between(const struct page_selection *s, const struct block *b,
                               const struct block *other)
{
        const struct page_node *nodes = s->tree->nodes;
        unsigned depth = nodes[b->node].depth, of_other = nodes[other->node].depth;

        return depth > of_other ? depth - of_other : of_other - depth;
}

/* Do the paragraphs before and behind the box stand elsewhere in the page's structure? There
 * has to be one before. */
static bool is_apart(const struct page_selection *s, const struct box *box,
                     const struct block *line)
{
        const struct block *blocks = s->blocks->blocks;
        size_t before = box->first, behind = box->end;
        size_t from = before > s->first + AROUND_MAX ? before - AROUND_MAX : s->first;
        size_t to = behind + AROUND_MAX < s->end ? behind + AROUND_MAX : s->end;

        while (before > from && !is_paragraph(&blocks[before - 1]))
                before--;
        while (behind < to && !is_paragraph(&blocks[behind]))
                behind++;
        if (before == from)
                return false;
        return levels_between(s, line, &blocks[before - 1]) >= APART_MIN &&
               (behind == to || levels_between(s, line, &blocks[behind]) >= APART_MIN);
}

/* What somebody is told to say is said to somebody else; what a list says is said of its
 * things: "may be too heavy for you". */
static bool may_call(const struct block *b)
{
        return b->kept && !(b->context & (IN_LIST | IN_TABLE)) &&
               !memchr(b->text, '"', b->size) && !memmem(b->text, b->size, "“", 3);
}

static bool is_call(const struct page_selection *s, const struct box *box)
{
        for (size_t i = box->first; i < box->end; i++) {
                const struct block *b = &s->blocks->blocks[i];

                if (may_call(b) && speaks_to_reader(b))
                        return is_apart(s, box, b);
        }
        return false;
}

/* "Read more", "READ THE REST": a link to the whole of what was begun. */
static bool is_rest(const struct block *b)
{
        static const char *const heads[] = { "read ", "continue reading", "full story",
                                             "view full" };

        if (b->words > BUTTON_WORDS_MAX || block_link_share(b) < 100)
                return false;
        for (size_t i = 0; i < ARRAY_SIZE(heads); i++) {
                if (b->size > strlen(heads[i]) &&
                    strncasecmp(b->text, heads[i], strlen(heads[i])) == 0)
                        return true;
        }
        return false;
}

/* The end of what begins with a heading that links elsewhere, goes on in a paragraph or two,
 * and ends in a link to the rest; 0: it is none. */
static size_t teaser_end(const struct page_selection *s, size_t heading)
{
        const struct block *h = &s->blocks->blocks[heading];
        size_t end = heading + 1 + TEASER_BLOCKS_MAX;

        if (h->heading < 2 || block_link_share(h) != 100 ||
            (s->title && letter_same_words(h->text, h->size, s->title, strlen(s->title))))
                return 0;
        for (size_t i = heading + 1; i < s->end && i < end; i++) {
                const struct block *b = &s->blocks->blocks[i];

                if (is_rest(b))
                        return i > heading + 1 ? i + 1 : 0;
                if (b->heading)
                        return 0;
        }
        return 0;
}

static size_t kept_words(const struct page_selection *s, size_t first, size_t end)
{
        size_t words = 0;

        for (size_t i = first; i < end; i++)
                words += s->blocks->blocks[i].kept ? s->blocks->blocks[i].words : 0;
        return words;
}

/* "… and then it was [&hellip;]" */
static bool is_cut_short(const struct block *b)
{
        static const char *const ends[] = { "…", "…]", "...", "...]" };

        for (size_t i = 0; i < ARRAY_SIZE(ends); i++) {
                size_t n = strlen(ends[i]);

                if (b->size > n && memcmp(b->text + b->size - n, ends[i], n) == 0)
                        return true;
        }
        return false;
}

/* Ten boats for the ice, each with a heading and a link to its review, are the article, unless
 * most are cut short. */
static bool are_article(const struct page_selection *s)
{
        size_t words = 0, n = 0, cut = 0;

        for (size_t i = s->first; i < s->end; i++) {
                size_t end = teaser_end(s, i);

                if (!end)
                        continue;
                n++;
                cut += is_cut_short(&s->blocks->blocks[end - 2]);
                words += kept_words(s, i, end);
        }
        return words * 100 > kept_words(s, s->first, s->end) * TEASER_SHARE_MAX && 2 * cut <= n;
}

static size_t next_kept(const struct page_selection *s, size_t i)
{
        while (i < s->end && !s->blocks->blocks[i].kept)
                i++;
        return i;
}

/* A heading, whose and of when it may be, and a paragraph that breaks off: the block behind; 0:
 * it is none. */
static size_t cut_teaser_end(const struct page_selection *s, size_t i)
{
        const struct block *b = &s->blocks->blocks[i];

        if (!b->heading || b->words > HEADLINE_WORDS_MAX || b->stop)
                return 0;
        for (size_t lines = 0; lines < TEASER_LINES_MAX; lines++) {
                i = next_kept(s, i + 1);
                if (i == s->end)
                        return 0;
                b = &s->blocks->blocks[i];
                if (b->words >= CUT_WORDS_MIN)
                        break;
        }
        return b->words >= CUT_WORDS_MIN && is_cut_short(b) &&
                               !(b->context & (IN_PRE | IN_QUOTE | IN_TABLE | IN_LIST))
                       ? i + 1
                       : 0;
}

/* The end of the text, from two of them in a row on, where they are not most of it. */
static void drop_cut_teasers(struct page_selection *s)
{
        size_t first = s->end, n = 0;

        for (size_t i = next_kept(s, s->first); i < s->end;) {
                size_t end = cut_teaser_end(s, i);

                if (end) {
                        first = n++ ? first : i;
                } else if (s->blocks->blocks[i].words >= CUT_WORDS_MIN) {
                        n = 0; /* the text goes on */
                }
                i = next_kept(s, end ? end : i + 1);
        }
        if (n < 2 || kept_words(s, first, s->end) * 100 >
                             kept_words(s, s->first, s->end) * TEASER_SHARE_MAX)
                return;
        for (size_t i = first; i < s->end; i++)
                s->blocks->blocks[i].kept = false;
}

void page_drop_teasers(struct page_selection *s)
{
        drop_cut_teasers(s);
        if (are_article(s))
                return;
        for (size_t i = s->first; i < s->end; i++) {
                size_t end = teaser_end(s, i);

                for (size_t k = i; k < end; k++)
                        s->blocks->blocks[k].kept = false;
        }
}

void page_drop_calls(struct page_selection *s)
{
        for (size_t i = s->first; i < s->end; i++) {
                struct box box;

                if (!is_button(s, &s->blocks->blocks[i]))
                        continue;
                box = box_around(s, i);
                if (!is_call(s, &box))
                        continue;
                for (size_t k = box.first; k < box.end; k++)
                        s->blocks->blocks[k].kept = false;
        }
}
