/* quotes_indirect - reported speech: "Lavrov said [that] Russia is interested …"
 *
 * Each verb of reporting has frames (cue_verbs.txt) that say where its content is: a clause
 * behind it, an infinitive, a question, a noun phrase, or all of the sentence before it ("…,
 * the official said"). The content ends with the sentence, or before what has an attribution of
 * its own. What stands between marks as a whole is a quotation already.
 */
#include <errno.h>
#include <string.h>

#include "workers/extract/quotes_content.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_cue_nouns;

enum {
        WORDS_MIN = 3,             /* a shorter content is a fragment */
        OBJECT_WORDS_MIN = 2,      /* … but for "criticized the plan" */
        SENTENCE_TOKENS_MAX = 400, /* a longer one is no sentence */
};

/* Bytes of [first, end) that stand between marks. */
static uint32_t quoted_bytes(struct reported *x, struct span s)
{
        uint32_t n = 0;

        for (size_t i = x->mark; i < x->marks->n && x->marks->items[i].open < s.end; i++) {
                const struct quotation *q = &x->marks->items[i];
                uint32_t start = q->open > s.start ? q->open : s.start;
                uint32_t end = q->close < s.end ? q->close : s.end;

                if (!(q->flags & QUOTATION_NO_SPEECH) && start < end)
                        n += end - start;
        }
        return n;
}

static size_t words_in(const struct reported *x, size_t first, size_t end)
{
        size_t n = 0;

        for (size_t i = first; i < end; i++)
                n += x->doc->tokens[i].kind != TOKEN_PUNCTUATION;
        return n;
}

/* Bytes of the tokens [first, end), without the stops at their end. */
static struct span content_span(const struct reported *x, size_t first, size_t end)
{
        while (end > first && reported_is_stop(x, end - 1))
                end--;
        if (end <= first)
                return SPAN_NONE;
        return (struct span){ x->doc->tokens[first].start, x->doc->tokens[end - 1].end };
}

/* Writes the content @spans of a cue, which the arena holds. */
static int write_spans(struct reported *x, const struct cue *cue, struct phrase speaker,
                       struct quote quote, struct finding by)
{
        struct report report;
        int r;

        r = report_make(&report, x->doc, x->c, cue, speaker);
        if (r)
                return r;
        report.confidence = by.confidence;
        report.rule = by.rule;
        quote.complete = by.confidence >= 800;
        return quote_write(x->doc, quote, &report);
}

static int write(struct reported *x, const struct cue *cue, struct phrase speaker, size_t first,
                 size_t end, struct finding by)
{
        struct quote quote = { .direct = false, .n_spans = 1 };
        struct span s = content_span(x, first, end);

        if (words_in(x, first, end) < x->words_min || span_is_none(s) ||
            quoted_bytes(x, s) * 5 > (s.end - s.start) * 4)
                return 0;
        quote.spans = arena_alloc(x->doc->arena, sizeof(s));
        if (!quote.spans)
                return -ENOMEM;
        quote.spans[0] = s;
        x->taken = end;
        return write_spans(x, cue, speaker, quote, by);
}

/* The content before @left and from @right on. */
static int write_parted(struct reported *x, const struct tail *t, size_t left, size_t right)
{
        struct quote quote = { .direct = false, .n_spans = 2 };

        quote.spans = arena_alloc(x->doc->arena, 2 * sizeof(*quote.spans));
        if (!quote.spans)
                return -ENOMEM;
        quote.spans[0] = content_span(x, x->begin, left);
        quote.spans[1] = content_span(x, right, x->end);
        if (span_is_none(quote.spans[0]) || span_is_none(quote.spans[1]) ||
            quoted_bytes(x, quote.spans[1]) * 2 > quote.spans[1].end - quote.spans[1].start)
                return 0;
        return write_spans(x, &t->cue, t->speaker, quote,
                           (struct finding){ 850, "quotes.reported_parted" });
}

/* The attribution of a quotation has its content before it. */
static bool is_taken(const struct reported *x, const struct cue *cue)
{
        uint32_t at = x->doc->tokens[cue->verb].start;

        for (size_t i = x->mark; i < x->marks->n && x->marks->items[i].open < at; i++)
                if (x->marks->items[i].report.cue.start == at && x->marks->items[i].close <= at)
                        return true;
        return false;
}

/* A verb that has something to say: no passive ("was written by …"), no purpose ("to offer").
 */
static bool reports(const struct reported *x, const struct cue *cue)
{
        const struct chunk *verb = chunk_at(x->c, cue->verb);

        if (cue->kind == CUE_NONE || cue->kind == CUE_SEEM || !verb || verb->kind != CHUNK_VERB)
                return false;
        if (verb->passive && cue->end == cue->verb + 1)
                return false;
        return !is_taken(x, cue);
}

/* Whose claim it is: "the mayor's claim that", "a claim by the mayor that". */
static struct phrase noun_owner(const struct reported *x, const struct chunk *noun)
{
        struct phrase p = chunk_possessor(x->doc, noun);
        size_t i = noun->end;

        if (phrase_is_none(p) &&
            (reported_is(x, i, "by") || reported_is(x, i, "of") || reported_is(x, i, "from")))
                p = phrase_after(x->doc, x->c, i + 1);
        return p;
}

/* "the claim that …": the content behind a noun that reports. */
static int report_behind_noun(struct reported *x, const struct chunk *noun)
{
        struct cue cue = { noun->head, noun->head + 1, noun->head, CUE_SAY, FRAME_CLAUSE };
        struct phrase owner;
        size_t that;

        if (!lexicon_get(&lexicon_cue_nouns, x->doc->tokens[noun->head].lemma))
                return 0;
        owner = noun_owner(x, noun);
        that = phrase_is_none(owner) || owner.first < noun->end ? noun->end : owner.end;
        if (!phrase_speaks(x->doc, owner) || !reported_is(x, that, "that") ||
            reported_is_relative(x, that))
                return 0;
        x->words_min = WORDS_MIN;
        return write(x, &cue, owner, that + 1, reported_end(x, that + 1),
                     (struct finding){ 780, "quotes.reported_noun_that" });
}

/* A verb of saying with a clause needs no subject that is known to speak. */
static bool says_anyway(const struct cue *cue, struct finding by)
{
        return (cue->kind <= CUE_DENY && by.confidence >= 800) ||
               (cue->kind <= CUE_PROMISE && by.confidence >= 900);
}

/* The content behind one cue. */
static int report_behind(struct reported *x, const struct cue *cue)
{
        struct phrase speaker;
        struct finding by = { 0 };
        size_t first, end;

        if (!reports(x, cue))
                return 0;
        first = reported_begin(x, cue, &by);
        if (!first || first >= x->end)
                return 0;
        speaker = cue_subject(x->doc, x->c, cue, false);
        if (phrase_is_none(speaker) ||
            (!phrase_speaks(x->doc, speaker) && !says_anyway(cue, by)))
                return 0;
        end = reported_end(x, first);
        x->words_min = WORDS_MIN;
        if (by.confidence < 700) {
                x->words_min = OBJECT_WORDS_MIN;
                end = reported_object_end(x, cue, first);
        } else if (by.confidence < 800) {
                for (size_t i = first; i < end; i++)
                        if (reported_is(x, i, ",") || reported_is(x, i, ";"))
                                end = i;
        }
        return write(x, cue, speaker, first, end, by);
}

static bool has_finite_verb(const struct reported *x, size_t first, size_t end)
{
        for (size_t i = first; i < end; i++) {
                const struct chunk *k = chunk_at(x->c, i);

                if (k && k->kind == CHUNK_VERB &&
                    (k->form == VERB_FINITE || k->form == VERB_PARTICIPLE))
                        return true;
        }
        return false;
}

/* "…, the official said", "According to X, …": the attribution frames the sentence. */
static int report_around(struct reported *x, bool *ret_found)
{
        struct tail t;
        struct cue cue;
        struct phrase p;

        *ret_found = false;
        cue = cue_at(x->doc, x->c, x->begin);
        if (cue.kind == CUE_ACCORDING) {
                p = cue_subject(x->doc, x->c, &cue, false);
                if (phrase_is_none(p))
                        return 0;
                for (size_t i = p.end; i < x->end; i++)
                        if (reported_is(x, i, ",")) {
                                *ret_found = true;
                                x->words_min = WORDS_MIN;
                                return write(x, &cue, p, i + 1, x->end,
                                             (struct finding){ 880, "quotes.according_to" });
                        }
                return 0;
        }
        if (!tail_find(x->doc, x->c, x->begin, x->end, &t) ||
            reported_in_marks(x, x->doc->tokens[t.cue.verb].start) || t.cue.kind == CUE_JUDGE ||
            reported_in_marks(x, x->doc->tokens[t.first].start))
                return 0;
        if (!has_finite_verb(x, x->begin, t.first))
                return 0;
        *ret_found = true;
        x->words_min = WORDS_MIN;
        return write(x, &t.cue, t.speaker, x->begin, t.first,
                     (struct finding){ 870, "quotes.reported_tail" });
}

/* "The plan, she said, would fail": two spans around the attribution. */
static int report_parted(struct reported *x, bool *ret_found)
{
        *ret_found = false;
        for (size_t i = x->begin + 1; i + 2 < x->end; i++) {
                struct tail t;
                size_t end;

                if (!reported_is(x, i, ",") || reported_in_marks(x, x->doc->tokens[i].start) ||
                    !attribution_at(x->doc, x->c, i + 1, x->end, &t) || t.cue.kind > CUE_TELL)
                        continue;
                end = t.cue.end > t.speaker.end ? t.cue.end : t.speaker.end;
                if (end - i > 8 || !reported_is(x, end, ",") ||
                    reported_in_marks(x, x->doc->tokens[end].start) || is_taken(x, &t.cue))
                        continue;
                if (!has_finite_verb(x, end, x->end) || words_in(x, x->begin, i) < 1)
                        continue;
                *ret_found = true;
                return write_parted(x, &t, i, end + 1);
        }
        return 0;
}

static int sentence_reports(struct reported *x)
{
        bool found = false;
        int r;

        x->taken = x->begin;
        r = report_around(x, &found);
        if (!r && !found)
                r = report_parted(x, &found);
        if (r || found)
                return r;
        for (size_t i = x->begin; i < x->end && !r; i++) {
                const struct chunk *k = chunk_at(x->c, i);
                struct cue cue;

                if (i < x->taken)
                        continue;

                if (k && k->kind == CHUNK_NOUN && k->head == i &&
                    !reported_in_marks(x, x->doc->tokens[i].start)) {
                        r = report_behind_noun(x, k);
                        continue;
                }
                cue = cue_at(x->doc, x->c, i);
                if (cue.kind == CUE_NONE || reported_in_marks(x, x->doc->tokens[i].start))
                        continue;
                r = report_behind(x, &cue);
                if (i + 1 < cue.end)
                        i = cue.end - 1;
        }
        return r;
}

int quotes_indirect_find(struct document *doc, const struct chunks *c,
                         const struct quotations *found)
{
        struct reported x = { .doc = doc, .c = c, .marks = found };
        int r = 0;

        for (size_t i = 0; i < doc->n_sentences && !r; i++) {
                const struct sentence *s = &doc->sentences[i];

                x.begin = s->first;
                x.end = s->end;
                while (x.mark < found->n && found->items[x.mark].close <= s->span.start)
                        x.mark++;
                if (x.end - x.begin <= SENTENCE_TOKENS_MAX)
                        r = sentence_reports(&x);
        }
        return r;
}
