/* quotes_dash - quotations that a dash opens
 *
 * "– We hope so, said Ryabkov.", as the presses of many countries print speech. A dash does so
 * only at the start of a paragraph, or behind a full stop or a colon; and only an attribution
 * at the end of one of the sentences that follow (or before the colon) makes it speech: else it
 * is the dash of a list or a heading.
 */
#include <errno.h>

#include "workers/extract/quotes_place.h"

enum { SENTENCES_MAX = 12 }; /* of one quotation */

struct dash {
        struct document *doc;
        const struct chunks *c;
        size_t token; /* the dash */
        size_t end;   /* of the paragraph */
        uint32_t paragraph;
        struct tail last; /* who spoke last in the paragraph, … */
        bool goes_on;     /* … where a dash begins it */
};

static bool is_colon(const struct document *doc, size_t i)
{
        return document_is(doc, i, ":");
}

static bool ends_sentence(const struct document *doc, size_t i)
{
        return document_is(doc, i, ".") || document_is(doc, i, "!") ||
               document_is(doc, i, "?") || document_is(doc, i, "”") ||
               document_is(doc, i, "\"");
}

/* A dash behind which speech may begin: a capital letter, and no word right before it. */
static bool opens_speech(const struct document *doc, size_t i, size_t first)
{
        if (!token_is_dash(doc, i) || i + 1 >= doc->n_tokens || !doc->tokens[i + 1].capital ||
            !doc->tokens[i + 1].space_before)
                return false;
        return i == first || is_colon(doc, i - 1) || ends_sentence(doc, i - 1);
}

static int add(struct dash *d, struct quotations *out, size_t end, const struct tail *t)
{
        struct document *doc = d->doc;
        struct quotation q = { .paragraph = d->paragraph, .flags = QUOTATION_DASH };
        struct quotation *place;
        int r;

        q.open = doc->tokens[d->token].start;
        q.inner.start = doc->tokens[d->token + 1].start;
        q.inner.end = q.close = doc->tokens[end - 1].end;
        r = report_make(&q.report, doc, d->c, &t->cue, t->speaker);
        if (r)
                return r;
        q.report.confidence = 850;
        q.report.rule = "quotes.dash";
        place = arena_push(doc->arena, &out->items, &out->n, sizeof(*place));
        if (!place)
                return -ENOMEM;
        *place = q;
        return 0;
}

/* The verb before the colon: "Ryabkov replied: – We hope so." */
static bool cue_before_colon(const struct dash *d, struct tail *ret)
{
        size_t first = d->doc->sentences[d->doc->tokens[d->token - 1].sentence].first;

        for (size_t i = d->token - 1; i > first; i--) {
                struct cue cue = cue_at(d->doc, d->c, i - 1);
                struct phrase p;

                if (cue.kind == CUE_NONE || !(cue.frames & FRAME_QUOTE))
                        continue;
                p = cue_subject(d->doc, d->c, &cue, false);
                if (phrase_is_none(p))
                        return false;
                *ret = (struct tail){ cue, p, (uint32_t)i };
                return true;
        }
        return false;
}

/* Reads on, sentence by sentence, to the one that an attribution closes. Gives the token behind
 * the quotation and the one behind the attribution's sentence, or 0: this is no speech. */
static size_t find_end(struct dash *d, struct tail *t, size_t *ret_next)
{
        size_t first = d->token + 1, end = first;

        for (unsigned n = 0; n < SENTENCES_MAX && end < d->end; n++) {
                end = sentence_end(d->doc, first, d->end);
                for (size_t i = first; i < end; i++)
                        if (opens_speech(d->doc, i, d->end))
                                return 0;
                if (tail_find(d->doc, d->c, first, end, t)) {
                        *ret_next = end;
                        return token_is_dash(d->doc, t->first) ? t->first : t->first + 1;
                }
                if (end <= first)
                        return 0;
                first = end;
        }
        return 0;
}

static int read_dash(struct dash *d, struct quotations *out, size_t first, size_t *next)
{
        struct tail t;
        size_t end;

        if (d->token && is_colon(d->doc, d->token - 1) && cue_before_colon(d, &t)) {
                *next = d->end;
                return add(d, out, d->end, &t);
        }
        end = find_end(d, &t, next);
        if (end > d->token + 1) {
                d->goes_on = d->goes_on || d->token == first;
                d->last = t;
                return add(d, out, end, &t);
        }
        if (!d->goes_on) /* "– A, said X. – B.": the second dash goes on with X */
                return 0;
        end = d->token + 1;
        while (end < d->end && !opens_speech(d->doc, end, d->end))
                end++;
        *next = end;
        return end > d->token + 1 ? add(d, out, end, &d->last) : 0;
}

int quotations_merge(struct document *doc, struct quotations *marks,
                     const struct quotations *dashes)
{
        struct quotations all = { 0 };
        size_t i = 0, k = 0;
        uint32_t reached = 0;

        if (!dashes->n)
                return 0;
        while (i < marks->n || k < dashes->n) {
                bool take = k == dashes->n ||
                            (i < marks->n && marks->items[i].open < dashes->items[k].open);
                const struct quotation *q = take ? &marks->items[i++] : &dashes->items[k++];
                struct quotation *place;

                if (q->open < reached)
                        continue;
                reached = q->close;
                place = arena_push(doc->arena, &all.items, &all.n, sizeof(*place));
                if (!place)
                        return -ENOMEM;
                *place = *q;
        }
        *marks = all;
        return 0;
}

int quotes_dashes_find(struct document *doc, const struct chunks *c, struct quotations *found)
{
        struct quotations dashes = { 0 };
        int r = 0;

        for (size_t i = 0; i < doc->n_paragraphs && !r; i++) {
                size_t first = document_token_at(doc, doc->paragraphs[i].start);
                struct dash d = { .doc = doc, .c = c, .paragraph = (uint32_t)i };

                d.end = document_token_at(doc, doc->paragraphs[i].end);
                for (d.token = first; d.token < d.end && !r; d.token++) {
                        size_t next = d.token + 1;

                        if (!opens_speech(doc, d.token, first))
                                continue;
                        r = read_dash(&d, &dashes, first, &next);
                        d.token = next - 1;
                }
        }
        return r ? r : quotations_merge(doc, found, &dashes);
}
