/* quotes_reported - what the rules for reported speech share: words, verbs, and writing it down
 */
#include <errno.h>

#include "base/macros.h"
#include "workers/extract/quotes_content.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_speech_words;

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

size_t reported_words(const struct reported *x, size_t first, size_t end)
{
        size_t n = 0;

        for (size_t i = first; i < end; i++)
                n += x->doc->tokens[i].kind != TOKEN_PUNCTUATION;
        return n;
}

/* Does the token at @i close a bracket that opens in [first, i)? */
static bool closes_bracket(const struct reported *x, size_t first, size_t i)
{
        if (!reported_is(x, i, ")") && !reported_is(x, i, "]"))
                return false;
        while (i > first && !reported_is(x, i - 1, ")") && !reported_is(x, i - 1, "]"))
                if (reported_is(x, --i, "(") || reported_is(x, i, "["))
                        return true;
        return false;
}

/* A stop that is no part of what stands before it: not "%", nor a bracket that closes. */
static bool is_loose_stop(const struct reported *x, size_t first, size_t i)
{
        return reported_is_stop(x, i) && !reported_is(x, i, "%") &&
               !closes_bracket(x, first, i);
}

/* Without what would lead on: "what he wants, | but". */
static size_t without_joint(const struct reported *x, size_t first, size_t end)
{
        while (end > first && is_loose_stop(x, first, end - 1))
                end--;
        return end > first && x->doc->tokens[end - 1].upos == UPOS_CCONJ ? end - 1 : end;
}

/* Bytes of the tokens [first, end), without the stops at their end. */
static struct span content_span(const struct reported *x, size_t first, size_t end)
{
        while (end > first && is_loose_stop(x, first, end - 1))
                end--;
        while (first < end && reported_is(x, first, ",")) /* "that, if he comes, …" */
                first++;
        if (end <= first)
                return SPAN_NONE;
        return (struct span){ x->doc->tokens[first].start, x->doc->tokens[end - 1].end };
}

/* Writes the content @spans of a cue, which the arena holds. */
static int write_spans(struct reported *x, const struct cue *cue, struct phrase speaker,
                       struct quote quote, struct content_rule by)
{
        struct report report;
        int r;

        r = report_make(&report, x->doc, x->c, cue, speaker);
        if (r)
                return r;
        report.confidence = by.confidence;
        report.rule = by.rule;
        quote.complete = by.extent >= EXTENT_CLAUSE;
        return quote_write(x->doc, quote, &report);
}

/* "him", "Monday", "asked for | comment": a word alone that says nothing. */
static bool is_bare(const struct reported *x, size_t first, size_t end)
{
        const struct chunk *k = first < end ? chunk_at(x->c, first) : NULL;

        return reported_words(x, first, end) == 1 &&
               (x->doc->tokens[first].upos == UPOS_PRON || (k && k->time) ||
                document_is_of(x->doc, first, &lexicon_speech_words, "asked-for"));
}

int reported_write(struct reported *x, const struct cue *cue, struct phrase speaker,
                   size_t first, size_t end, struct content_rule by)
{
        struct quote quote = { .direct = false, .n_spans = 1 };
        struct span s = content_span(x, first, without_joint(x, first, end));

        if (reported_words(x, first, end) < x->words_min || is_bare(x, first, end) ||
            span_is_none(s) || quoted_bytes(x, s) * 5 > (s.end - s.start) * 4)
                return 0;
        quote.spans = arena_alloc(x->doc->arena, sizeof(s));
        if (!quote.spans)
                return -ENOMEM;
        quote.spans[0] = s;
        x->taken =
                reported_is_withheld(x, first, end) ? reported_comma(x, end + 1, x->end) : end;
        return write_spans(x, cue, speaker, quote, by);
}

int reported_write_parted(struct reported *x, const struct tail *t, size_t left, size_t right,
                          struct content_rule by, bool *ret_written)
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
        *ret_written = true;
        return write_spans(x, &t->cue, t->speaker, quote, by);
}

/* "though he had “been there,” he claimed | they had never met": behind a verb that has its
 * subject before it, a clause of its own. */
static bool goes_on_itself(const struct reported *x, const struct cue *cue)
{
        const struct chunk *verb = chunk_at(x->c, cue->verb), *k;
        struct phrase p = phrase_after(x->doc, x->c, cue->end);
        bool that = reported_is(x, cue->end, "that");

        if (that || !(cue->frames & FRAME_CLAUSE) || phrase_is_none(p) || !verb)
                return that && verb && (cue->frames & (FRAME_CLAUSE | FRAME_THAT));
        k = reported_finite(x, p.end);
        return k && k->first == p.end && x->doc->tokens[p.end].space_before &&
               chunk_subject(x->doc, x->c, k).first == p.first;
}

/* The attribution of a quotation has its content before it. */
bool reported_is_taken(const struct reported *x, const struct cue *cue)
{
        uint32_t at = x->doc->tokens[cue->verb].start;

        for (size_t i = x->mark; i < x->marks->n && x->marks->items[i].open < at; i++)
                if (x->marks->items[i].report.cue.start == at && x->marks->items[i].close <= at)
                        return !goes_on_itself(x, cue);
        return false;
}

bool reported_is_subordinator(const struct reported *x, size_t i)
{
        static const char *const words[] = { "after",   "although", "as",    "because",
                                             "before",  "if",       "since", "though",
                                             "unless",  "until",    "when",  "while",
                                             "whereas", "once" };

        return reported_is_one_of(x, i, words, ARRAY_SIZE(words));
}

bool reported_has_verb(const struct reported *x, size_t first, size_t end)
{
        for (size_t i = first; i < end; i++) {
                const struct chunk *k = chunk_at(x->c, i);

                if (k && k->kind == CHUNK_VERB &&
                    (k->form == VERB_FINITE || k->form == VERB_PARTICIPLE))
                        return true;
        }
        return false;
}

const struct chunk *reported_finite(const struct reported *x, size_t i)
{
        const struct chunk *k = i < x->end ? chunk_at(x->c, i) : NULL;

        return k && k->kind == CHUNK_VERB && k->form == VERB_FINITE ? k : NULL;
}

size_t reported_next_finite(const struct reported *x, size_t i, size_t end)
{
        for (; i < end; i++) {
                const struct chunk *k = chunk_at(x->c, i);

                if (reported_finite(x, i))
                        return k->first;
                if (k)
                        i = k->end - 1;
        }
        return end;
}

size_t reported_comma(const struct reported *x, size_t first, size_t end)
{
        for (size_t i = first; i < end; i++)
                if (reported_is(x, i, ",") && !reported_in_marks(x, x->doc->tokens[i].start))
                        return i;
        return end;
}

/* "…, “it is late,” noting that": the subject of a verb outside of the marks is not in them;
 * who says what they hold goes on. */
struct phrase reported_subject(const struct reported *x, const struct cue *cue,
                               struct phrase speaker)
{
        uint32_t at;

        if (phrase_is_none(speaker) || speaker.first >= cue->first ||
            reported_in_marks(x, x->doc->tokens[cue->verb].start))
                return speaker;
        at = x->doc->tokens[speaker.first].start;
        for (size_t m = x->mark; m < x->marks->n && x->marks->items[m].open <= at; m++) {
                const struct quotation *q = &x->marks->items[m];

                if (at < q->close && q->report.found)
                        return q->report.speaker;
        }
        return speaker;
}
