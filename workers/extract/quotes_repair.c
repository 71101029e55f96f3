/* quotes_repair - marks that a translation has misplaced or dropped
 *
 * Machine translation moves spaces and marks: what closed a quotation now opens one before the
 * attribution ("… consequences, “said the minister."), or the opening mark is gone. Only an
 * attribution right there tells such a mark; without one it is dropped.
 */
#include <string.h>

#include "workers/extract/quotes.h"

struct repair {
        struct document *doc;
        const struct chunks *c;
        struct quotations *found;
        size_t out; /* quotations kept so far */
};

static size_t paragraph_end(const struct repair *r, const struct quotation *q)
{
        return document_token_at(r->doc, r->doc->paragraphs[q->paragraph].end);
}

/* Where the words that a mark at @token closes began: behind what is quoted before it in the
 * sentence, else with the sentence. */
static uint32_t beginning(const struct repair *r, size_t token, const struct quotation *q)
{
        size_t first = r->doc->sentences[r->doc->tokens[token].sentence].first;
        uint32_t start = r->doc->tokens[first].start;
        const struct quotation *before = r->out ? &r->found->items[r->out - 1] : NULL;

        if (before && before->paragraph == q->paragraph && before->close > start)
                start = before->close;
        return start;
}

static size_t sentence_of(const struct repair *r, uint32_t byte)
{
        return document_sentence_at(r->doc, byte);
}

/* Does an attribution that ends its sentence begin at @token, with a comma before the mark? */
static bool is_attributed(const struct repair *r, const struct quotation *q, size_t token,
                          size_t mark)
{
        size_t end = sentence_end(r->doc, token, paragraph_end(r, q));
        struct tail t;

        return mark && document_is(r->doc, mark - 1, ",") &&
               attribution_at(r->doc, r->c, token, end, &t) &&
               (t.speaker.end >= end - 1 || t.cue.end >= end - 1 ||
                !document_is(r->doc, t.cue.end, "that"));
}

/* “We want peace,” said the president, “the minister said: the minister says what stands
 * between the marks; the attribution inside is between them and his, and no part of the words.
 */
static bool extend_before(struct repair *r, const struct quotation *q, size_t mark)
{
        struct quotation *before = r->out ? &r->found->items[r->out - 1] : NULL;

        if (!before || before->paragraph != q->paragraph ||
            sentence_of(r, before->close - 1) != sentence_of(r, q->open))
                return false;
        before->close = r->doc->tokens[mark].end;
        return true;
}

/* A closing mark that looks like an opening one: "…, “said X." Gives whether the case is
 * settled; one that the quotation before it has taken in is NO_SPEECH. */
static bool turn_around(struct repair *r, struct quotation *q)
{
        size_t mark = document_token_at(r->doc, q->open);
        size_t first = document_token_at(r->doc, q->inner.start);
        uint32_t start;

        if (first >= r->doc->n_tokens || !is_attributed(r, q, first, mark))
                return false;
        if (extend_before(r, q, mark)) {
                q->flags |= QUOTATION_NO_SPEECH;
                return true;
        }
        start = beginning(r, mark, q);
        if (start >= r->doc->tokens[mark - 1].end)
                return false;
        q->inner = (struct span){ start, r->doc->tokens[mark - 1].end };
        q->close = q->inner.end == q->open ? q->open : r->doc->tokens[mark].end;
        q->open = start;
        q->flags = (q->flags & ~(unsigned)QUOTATION_NO_CLOSE) | QUOTATION_NO_OPEN;
        return true;
}

/* A closing mark without an opening one: with an attribution behind it, the sentence was
 * quoted; without one, it is a stray mark. */
static bool open_at_sentence(struct repair *r, struct quotation *q)
{
        size_t mark = document_token_at(r->doc, q->inner.end);
        size_t behind = document_token_at(r->doc, q->close);
        size_t end = paragraph_end(r, q);
        uint32_t start;
        struct tail t;

        if (!mark || behind >= end || mark >= r->doc->n_tokens)
                return false;
        if (!document_is(r->doc, mark - 1, ",") && !document_is(r->doc, mark - 1, "?") &&
            !document_is(r->doc, mark - 1, "!") && !document_is(r->doc, behind, ","))
                return false;
        if (!attribution_at(r->doc, r->c, behind + document_is(r->doc, behind, ","),
                            sentence_end(r->doc, behind, end), &t))
                return false;
        start = beginning(r, mark - 1, q);
        if (start >= q->inner.end)
                return false;
        q->inner.start = q->open = start;
        return true;
}

static bool mend(struct repair *r, struct quotation *q)
{
        if (q->flags & QUOTATION_NO_OPEN)
                return open_at_sentence(r, q);
        if (q->flags & QUOTATION_NO_CLOSE)
                return turn_around(r, q) || (q->flags & QUOTATION_GOES_ON) ||
                       !(q->flags & QUOTATION_SINGLE);
        return true;
}

void quotes_repair(struct document *doc, const struct chunks *c, struct quotations *found)
{
        struct repair r = { doc, c, found, 0 };

        for (size_t i = 0; i < found->n; i++) {
                struct quotation q = found->items[i];

                if (mend(&r, &q) && !(q.flags & QUOTATION_NO_SPEECH))
                        found->items[r.out++] = q;
        }
        found->n = r.out;
}
