/* quotes_marks - which quotation marks belong together
 *
 * A paragraph's marks are read once, with a stack, so that a hostile text costs no more than
 * its length. What a mark does is told by its neighbours first and by its glyph second, as
 * outlets, languages and translators use every glyph both ways. Double marks are paired first;
 * single ones only outside of these, as most of them are apostrophes.
 */
#include <errno.h>
#include <string.h>

#include "base/utf8.h"
#include "workers/extract/quotes.h"

enum mark_role { MARK_OPENS, MARK_CLOSES, MARK_EITHER };

/* A single mark that closes behind a letter s may be a plural's genitive. */
enum mark_family { FAMILY_DOUBLE, FAMILY_SINGLE, FAMILY_GENITIVE };

struct mark {
        uint32_t start, end; /* bytes */
        uint8_t role, family;
};

enum {
        NESTING_MAX = 4,          /* deeper marks are taken for noise */
        QUOTATIONS_MAX = 20000,   /* in a text; far more than any article has */
        PARAGRAPH_MARKS = 100000, /* in one paragraph; what is behind them stays unread */
};

struct glyph {
        uint32_t point;
        uint8_t family, role;
};

static const struct glyph glyphs[] = {
        { '"', FAMILY_DOUBLE, MARK_EITHER },    { '\'', FAMILY_SINGLE, MARK_EITHER },
        { '`', FAMILY_SINGLE, MARK_OPENS },     { 0x00ab, FAMILY_DOUBLE, MARK_OPENS },
        { 0x00b4, FAMILY_SINGLE, MARK_CLOSES }, { 0x00bb, FAMILY_DOUBLE, MARK_CLOSES },
        { 0x2018, FAMILY_SINGLE, MARK_OPENS },  { 0x2019, FAMILY_SINGLE, MARK_CLOSES },
        { 0x201a, FAMILY_SINGLE, MARK_OPENS },  { 0x201b, FAMILY_SINGLE, MARK_OPENS },
        { 0x201c, FAMILY_DOUBLE, MARK_OPENS },  { 0x201d, FAMILY_DOUBLE, MARK_CLOSES },
        { 0x201e, FAMILY_DOUBLE, MARK_OPENS },  { 0x201f, FAMILY_DOUBLE, MARK_OPENS },
        { 0x2039, FAMILY_SINGLE, MARK_OPENS },  { 0x203a, FAMILY_SINGLE, MARK_CLOSES },
        { 0x300c, FAMILY_DOUBLE, MARK_OPENS },  { 0x300d, FAMILY_DOUBLE, MARK_CLOSES },
        { 0x300e, FAMILY_DOUBLE, MARK_OPENS },  { 0x300f, FAMILY_DOUBLE, MARK_CLOSES },
        { 0xff02, FAMILY_DOUBLE, MARK_EITHER },
};

static const struct glyph *glyph_of(uint32_t point)
{
        if (point < 0x80 && point != '"' && point != '\'' && point != '`')
                return NULL; /* nearly all of a text */
        for (size_t i = 0; i < ARRAY_SIZE(glyphs); i++)
                if (glyphs[i].point == point)
                        return &glyphs[i];
        return NULL;
}

static bool is_space(uint32_t c)
{
        return !c || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xa0 ||
               c == 0x202f || (c >= 0x2000 && c <= 0x200b);
}

static bool is_dash(uint32_t c)
{
        return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

static bool is_digit(uint32_t c)
{
        return c >= '0' && c <= '9';
}

static bool is_letter(uint32_t c)
{
        if (c < 0x80)
                return (c | 32) >= 'a' && (c | 32) <= 'z';
        return c >= 0xc0 && (c < 0x2000 || c > 0x206f) && !glyph_of(c);
}

static bool opens_brackets(uint32_t c)
{
        return c == '(' || c == '[' || c == '{';
}

/* A mark with a space, a bracket or a dash before it and a word behind it opens … */
static bool looks_opening(uint32_t before, uint32_t after)
{
        const struct glyph *g = glyph_of(before);

        if (is_space(after) || (after < 0x80 && after && strchr(",;:!?)", (int)after)))
                return false;
        return is_space(before) || opens_brackets(before) || is_dash(before) || before == '/' ||
               before == ':' || (g && g->role == MARK_OPENS);
}

/* … and one that leans on a word or its punctuation, and has no word behind it, closes. */
static bool looks_closing(uint32_t before, uint32_t after)
{
        return !is_space(before) && !opens_brackets(before) && !is_letter(after) &&
               !is_digit(after);
}

/* At a paragraph's end nothing can open, however the mark is spaced. */
static enum mark_role role_of(const struct glyph *g, uint32_t before, uint32_t after)
{
        bool opening = looks_opening(before, after), closing = looks_closing(before, after);

        if (opening != closing)
                return opening ? MARK_OPENS : MARK_CLOSES;
        return g->role == MARK_EITHER && !after ? MARK_CLOSES : g->role;
}

/* ‘em, ’tis, ’90s: an apostrophe where letters were left out at the beginning. */
static bool is_elision(const char *p, const char *end)
{
        static const char *const words[] = { "em ", "til ", "tis ", "twas ", "cause ",
                                             "n ",  "n’",   "n'",   "bout ", "round " };

        if (p < end && is_digit((unsigned char)*p))
                return true;
        for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
                size_t size = strlen(words[i]);

                if ((size_t)(end - p) >= size && memcmp(p, words[i], size) == 0)
                        return true;
        }
        return false;
}

struct reader {
        const char *text;
        uint32_t end;    /* of the paragraph */
        uint32_t before; /* the code point before the cursor, 0 at the paragraph's start */
};

/* `` and '' are one double mark of two glyphs. */
static unsigned doubled(const struct reader *r, uint32_t at, uint32_t point)
{
        return (point == '`' || point == '\'') && at + 1 < r->end &&
               r->text[at + 1] == r->text[at];
}

/* "I ’ m", "the city ' s": what a tokenizer has set apart. */
static bool is_spaced_apostrophe(const struct reader *r, uint32_t at, uint32_t behind)
{
        static const char *const endings[] = { "s", "t", "m", "d", "re", "ve", "ll" };
        const char *p = r->text + behind;
        size_t left = r->end - behind;

        if (!is_space(r->before) || at < 2 || left < 2 || *p != ' ' ||
            !is_letter((unsigned char)r->text[at - 2]))
                return false;
        for (size_t i = 0; i < ARRAY_SIZE(endings); i++) {
                size_t n = strlen(endings[i]);

                if (left > n && memcmp(p + 1, endings[i], n) == 0 &&
                    (left == n + 1 || !is_letter((unsigned char)p[n + 1])))
                        return true;
        }
        return false;
}

/* Is the glyph at @at, of @size bytes, a mark at all, and which? */
static bool mark_read(const struct reader *r, uint32_t at, unsigned size, struct mark *m)
{
        uint32_t point, after = 0;
        struct glyph g;

        (void)utf8_decode(r->text + at, r->text + r->end, &point);
        g = *glyph_of(point);
        if (at + size < r->end)
                (void)utf8_decode(r->text + at + size, r->text + r->end, &after);
        if (r->before == '=' && point == '"') /* an attribute's value in leftover markup */
                return false;
        if (size == 2 && point < 0x80) { /* a pair of ` or ' */
                g.family = FAMILY_DOUBLE;
                g.role = point == '`' ? MARK_OPENS : MARK_CLOSES;
        }
        m->start = at;
        m->end = at + size;
        m->family = g.family;
        m->role = (uint8_t)role_of(&g, r->before, after);
        if (size == 2 && (point == '`' || after == '.' || is_space(after)))
                m->role = g.role;
        if (m->family == FAMILY_DOUBLE)
                return true;
        if ((is_letter(r->before) || is_digit(r->before)) &&
            (is_letter(after) || is_digit(after)))
                return false; /* don’t */
        if (m->role == MARK_OPENS && is_elision(r->text + m->end, r->text + r->end))
                return false;
        if (point == 0x2019 && m->role == MARK_OPENS)
                return false;
        if (is_spaced_apostrophe(r, at, m->end))
                return false;
        if (m->role == MARK_EITHER) /* nothing leans on it: it may close what is open */
                m->role = MARK_CLOSES;
        if (m->role == MARK_CLOSES && (r->before == 's' || r->before == 'S'))
                m->family = FAMILY_GENITIVE;
        return true;
}

/* All marks of a paragraph into @marks, which has room for PARAGRAPH_MARKS. */
static size_t marks_read(const char *text, struct span paragraph, struct mark *marks)
{
        struct reader r = { text, paragraph.end, 0 };
        size_t n = 0;
        uint32_t point;

        for (uint32_t at = paragraph.start; at < paragraph.end && n < PARAGRAPH_MARKS;) {
                unsigned size = utf8_decode(text + at, text + paragraph.end, &point);

                if (glyph_of(point)) {
                        size += doubled(&r, at, point);
                        if (mark_read(&r, at, size, &marks[n]))
                                n++;
                }
                r.before = point;
                at += size;
        }
        return n;
}

int quotation_add(struct document *doc, struct quotations *found, struct quotation q)
{
        struct quotation *place;

        if (q.inner.end <= q.inner.start || found->n >= QUOTATIONS_MAX)
                return 0;
        place = arena_push(doc->arena, &found->items, &found->n, sizeof(*place));
        if (!place)
                return -ENOMEM;
        q.report = REPORT_NONE;
        *place = q;
        return 0;
}

static struct quotation between(const struct mark *open, const struct mark *close)
{
        return (struct quotation){ .inner = { open->end, close->start },
                                   .open = open->start,
                                   .close = close->end };
}

/* Does the paragraph behind @index begin with a mark of this family that opens? */
static bool next_opens(const struct document *doc, size_t index, enum mark_family family)
{
        struct reader r = { doc->x->text, 0, 0 };
        const struct glyph *g;
        struct mark m;
        uint32_t at, point;
        unsigned size;

        if (index + 1 >= doc->n_paragraphs)
                return false;
        at = doc->paragraphs[index + 1].start;
        r.end = doc->paragraphs[index + 1].end;
        if (at >= r.end)
                return false;
        size = utf8_decode(r.text + at, r.text + r.end, &point);
        g = glyph_of(point);
        return g && mark_read(&r, at, size + doubled(&r, at, point), &m) &&
               m.family == family && m.role == MARK_OPENS;
}

/* The double marks of one paragraph, paired. */
struct pairing {
        struct document *doc;
        struct quotations *found;
        size_t paragraph;
        const struct mark *stack[NESTING_MAX];
        size_t depth;
        size_t first; /* this paragraph's first in @found */
};

/* A pair takes the place of those that it holds. */
static int pair_close(struct pairing *p, const struct mark *close)
{
        const struct mark *open = p->stack[--p->depth];
        struct quotation q = between(open, close);

        while (p->found->n > p->first && p->found->items[p->found->n - 1].open > open->start)
                p->found->n--;
        q.paragraph = (uint32_t)p->paragraph;
        return quotation_add(p->doc, p->found, q);
}

/* A closing mark without an opening one: what it closes began with the paragraph, or behind
 * the quotation before it. reporting.c sees later whether that is so. */
static int pair_stray(struct pairing *p, const struct mark *close)
{
        struct quotation q = { .paragraph = (uint32_t)p->paragraph,
                               .close = close->end,
                               .flags = QUOTATION_NO_OPEN };

        q.inner.start = p->found->n > p->first ? p->found->items[p->found->n - 1].close
                                               : p->doc->paragraphs[p->paragraph].start;
        q.inner.end = close->start;
        q.open = q.inner.start;
        return quotation_add(p->doc, p->found, q);
}

/* What is still open at the paragraph's end: the last one goes to the end; an earlier one ends,
 * at the latest, where the next begins. */
static int pair_finish(struct pairing *p)
{
        uint32_t end = p->doc->paragraphs[p->paragraph].end;
        const struct mark *open;
        struct quotation q;

        if (!p->depth)
                return 0;
        open = p->stack[0];
        q = (struct quotation){ .inner = { open->end, end },
                                .open = open->start,
                                .close = end,
                                .paragraph = (uint32_t)p->paragraph,
                                .flags = QUOTATION_NO_CLOSE };
        if (next_opens(p->doc, p->paragraph, FAMILY_DOUBLE)) {
                q.flags |= QUOTATION_GOES_ON;
                while (p->found->n > p->first &&
                       p->found->items[p->found->n - 1].open > open->start)
                        p->found->n--;
                return quotation_add(p->doc, p->found, q);
        }
        if (p->depth > 1) /* the first one's closing mark is lost: go by the last */
                q.open = p->stack[p->depth - 1]->start,
                q.inner.start = p->stack[p->depth - 1]->end;
        if (p->found->n > p->first && p->found->items[p->found->n - 1].open > q.open)
                return 0; /* pairs follow it: nobody knows where it ended */
        return quotation_add(p->doc, p->found, q);
}

/* "… closed. " Berg said: set apart on both sides, behind a stop, where an earlier paragraph
 * has left a quotation open. */
static bool closes_earlier(const struct pairing *p, const struct mark *m)
{
        const struct quotation *last = p->first ? &p->found->items[p->first - 1] : NULL;
        const char *text = p->doc->x->text;

        return last && p->found->n == p->first && !p->depth &&
               (last->flags & (QUOTATION_NO_CLOSE | QUOTATION_GOES_ON)) == QUOTATION_NO_CLOSE &&
               last->paragraph + QUOTATION_REACH >= p->paragraph && m->start >= 2 &&
               strchr(",.?!", text[m->start - 2]);
}

static int pair_doubles(struct pairing *p, const struct mark *marks, size_t n)
{
        int r = 0;

        for (size_t i = 0; i < n && !r; i++) {
                const struct mark *m = &marks[i];
                bool opens = m->role == MARK_OPENS ||
                             (m->role == MARK_EITHER && !p->depth && !closes_earlier(p, m));

                if (m->family != FAMILY_DOUBLE)
                        continue;
                if (opens && p->depth < NESTING_MAX)
                        p->stack[p->depth++] = m;
                else if (!opens)
                        r = p->depth ? pair_close(p, m) : pair_stray(p, m);
        }
        return r ? r : pair_finish(p);
}

/* The mark that closes the single quotation opened by marks[i]: the first before the next
 * opening one that is no genitive, else the first at all. Gives @n when there is none. */
static size_t single_close(const struct mark *marks, size_t i, size_t n)
{
        size_t first = n;

        for (size_t k = i + 1; k < n; k++) {
                if (marks[k].family == FAMILY_DOUBLE)
                        continue;
                if (marks[k].role == MARK_OPENS)
                        break;
                if (marks[k].family == FAMILY_SINGLE)
                        return k;
                if (first == n)
                        first = k;
        }
        return first;
}

/* A single mark that nothing closes: it opens a paragraph of speech, if the next opens again.
 */
static int single_goes_on(struct pairing *p, const struct mark *open)
{
        struct span paragraph = p->doc->paragraphs[p->paragraph];
        struct quotation q = { .inner = { open->end, paragraph.end },
                               .open = open->start,
                               .close = paragraph.end,
                               .paragraph = (uint32_t)p->paragraph,
                               .flags = QUOTATION_SINGLE | QUOTATION_NO_CLOSE |
                                        QUOTATION_GOES_ON };

        if (!next_opens(p->doc, p->paragraph, FAMILY_SINGLE) ||
            paragraph.end <= open->end + 1 ||
            !strchr(".?!", p->doc->x->text[paragraph.end - 1]))
                return 0;
        return quotation_add(p->doc, p->found, q);
}

/* Single quotations outside of double ones. Both lists are in order: one walk. */
static int pair_singles(struct pairing *p, const struct mark *marks, size_t n)
{
        size_t at = p->first, doubles = p->found->n, close;
        struct quotation q;
        int r;

        for (size_t i = 0; i < n; i++) {
                while (at < doubles && p->found->items[at].close <= marks[i].start)
                        at++;
                if (marks[i].family != FAMILY_SINGLE || marks[i].role != MARK_OPENS ||
                    (at < doubles && p->found->items[at].open < marks[i].start))
                        continue;
                close = single_close(marks, i, n);
                if (close == n) {
                        r = single_goes_on(p, &marks[i]);
                        if (r)
                                return r;
                        continue;
                }
                q = between(&marks[i], &marks[close]);
                q.paragraph = (uint32_t)p->paragraph;
                q.flags = QUOTATION_SINGLE;
                r = quotation_add(p->doc, p->found, q);
                if (r)
                        return r;
                i = close;
        }
        return 0;
}

/* Merges the paragraph's singles (from @middle on) with its doubles, in the order of the text;
 * a quotation inside another is left out. */
static int merge(struct pairing *p, size_t middle)
{
        size_t n = p->found->n - p->first, i = p->first, k = middle, out = p->first;
        struct quotation *items = p->found->items, *copy;
        uint32_t reached = 0;

        if (middle == p->found->n)
                return 0;
        copy = arena_alloc(p->doc->arena, n * sizeof(*copy));
        if (!copy)
                return -ENOMEM;
        memcpy(copy, items + p->first, n * sizeof(*copy));
        middle -= p->first, k -= p->first, i = 0;
        for (size_t taken = 0; taken < n; taken++) {
                bool take = k == n || (i < middle && copy[i].open <= copy[k].open);
                struct quotation *q = take ? &copy[i++] : &copy[k++];

                if (q->open < reached)
                        continue;
                reached = q->close;
                items[out++] = *q;
        }
        p->found->n = out;
        return 0;
}

int quotes_marks_find(struct document *doc, struct quotations *found)
{
        struct mark *marks = NULL;
        uint32_t longest = 0;
        size_t n, middle;
        int r = 0;

        for (size_t i = 0; i < doc->n_paragraphs; i++)
                if (doc->paragraphs[i].end - doc->paragraphs[i].start > longest)
                        longest = doc->paragraphs[i].end - doc->paragraphs[i].start;
        if (longest > PARAGRAPH_MARKS)
                longest = PARAGRAPH_MARKS;
        marks = arena_alloc(doc->arena, (longest + 1) * sizeof(*marks));
        if (!marks)
                return -ENOMEM;
        for (size_t i = 0; i < doc->n_paragraphs && !r; i++) {
                struct pairing p = { doc, found, i, .first = found->n };

                n = marks_read(doc->x->text, doc->paragraphs[i], marks);
                r = n ? pair_doubles(&p, marks, n) : 0;
                middle = found->n;
                if (!r && n)
                        r = pair_singles(&p, marks, n);
                if (!r && n)
                        r = merge(&p, middle);
        }
        return r ? r : quotations_span(doc, found);
}
