/* quotes - quotations and reported speech, put together
 *
 * Finds what stands between marks and behind dashes, has it attributed, joins what an
 * attribution or a paragraph break parts, and writes down what somebody is said to have said.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "workers/extract/quotes.h"
#include "workers/extract/stages.h"

enum {
        SPANS_MAX = 64,      /* of one quotation */
        FOREIGN_BYTES = 12,  /* a shorter stretch in another language is left out */
        MARKS_ALONE = 720,   /* the confidence of words in marks by nobody known */
        MARKS_FOREIGN = 500, /* the same where no grammar has told titles from speech */
        BRIDGE_BYTES = 300,  /* between the parts of one quotation */
};

static bool is_blank(char c)
{
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static struct span trimmed(const char *text, struct span s)
{
        while (s.start < s.end && is_blank(text[s.start]))
                s.start++;
        while (s.end > s.start && is_blank(text[s.end - 1]))
                s.end--;
        return s;
}

/* "…," she said, "and …": the attribution stands between commas, and the sentence goes on. */
bool quotation_is_parted(const struct document *doc, const struct quotation *q)
{
        const struct quotation *before = q - 1;
        const char *text = doc->x->text;
        uint32_t at = q->open;

        if (before->paragraph != q->paragraph || !before->report.found || q->report.found ||
            span_is_none(before->report.cue) || before->report.cue.start < before->close ||
            q->open - before->close > BRIDGE_BYTES || before->report.cue.end > q->open ||
            document_sentence_at(doc, before->report.cue.start) !=
                    document_sentence_at(doc, q->open))
                return false;
        while (at > before->close && is_blank(text[at - 1]))
                at--;
        return at > before->close && text[at - 1] == ',';
}

/* "WALLACE: …": a turn of a transcript goes on nobody's words. */
static bool is_turn(const struct document *doc, const struct quotation *q)
{
        size_t i = document_token_at(doc, q->inner.start);

        for (unsigned n = 0; n < 4 && i < doc->n_tokens && doc->tokens[i].all_capital; n++)
                i++;
        return document_is(doc, i, ":");
}

/* A paragraph that ends open and one that opens again are one quotation. */
static void join_paragraphs(const struct document *doc, struct quotations *found)
{
        for (size_t i = 1; i < found->n; i++)
                if (!is_turn(doc, &found->items[i]) &&
                    (found->items[i - 1].flags & QUOTATION_GOES_ON) &&
                    found->items[i].paragraph == found->items[i - 1].paragraph + 1)
                        found->items[i].flags |= QUOTATION_JOINED;
}

/* The parts of a joined quotation have one speaker: the best attributed part's. */
static void share_reports(struct quotations *found)
{
        for (size_t i = 0, end; i < found->n; i = end) {
                const struct quotation *best = &found->items[i];

                for (end = i + 1;
                     end < found->n && (found->items[end].flags & QUOTATION_JOINED); end++)
                        if (found->items[end].report.confidence > best->report.confidence)
                                best = &found->items[end];
                for (size_t k = i; k < end && end > i + 1; k++) {
                        found->items[k].flags &= ~(unsigned)QUOTATION_NO_SPEECH;
                        found->items[k].report = best->report;
                }
        }
}

static bool starts_upper(const struct document *doc, size_t token)
{
        return token < doc->n_tokens && doc->tokens[token].capital;
}

/* A whole sentence or more: a capital, a finite verb, and a stop. */
static bool is_complete(const struct document *doc, const struct chunks *c, struct span s)
{
        size_t first = document_token_at(doc, s.start), end = document_token_at(doc, s.end);
        char last = s.end > s.start ? doc->x->text[s.end - 1] : 0;

        if (!starts_upper(doc, first) || !strchr(".,?!", last))
                return false;
        for (size_t i = first; i < end; i++) {
                const struct chunk *k = chunk_at(c, i);

                if (k && k->kind == CHUNK_VERB &&
                    (k->form == VERB_FINITE || k->form == VERB_INFINITIVE))
                        return true;
        }
        return false;
}

static char *joined_text(const struct document *doc, const struct quote *quote)
{
        static const char between[] = " … ";
        size_t size = 1, n = 0;
        char *out;

        for (size_t i = 0; i < quote->n_spans; i++)
                size += quote->spans[i].end - quote->spans[i].start + sizeof(between);
        out = arena_alloc(doc->arena, size);
        if (!out)
                return NULL;
        for (size_t i = 0; i < quote->n_spans; i++) {
                struct span s = quote->spans[i];

                if (i) {
                        memcpy(out + n, between, sizeof(between) - 1);
                        n += sizeof(between) - 1;
                }
                memcpy(out + n, doc->x->text + s.start, s.end - s.start);
                n += s.end - s.start;
        }
        return out;
}

int quote_write(struct document *doc, struct quote quote, const struct report *report)
{
        struct quote *place;

        if (doc->x->n_quotes >= EXTRACTION_FINDINGS_MAX)
                return 0;
        quote.text = joined_text(doc, &quote);
        if (!quote.text)
                return -ENOMEM;
        quote.cue = report->cue;
        quote.via = report->via;
        quote.by.confidence = report->found  ? report->confidence
                              : doc->english ? MARKS_ALONE
                                             : MARKS_FOREIGN;
        quote.by.rule = report->rule ? report->rule : "quotes.marks_alone";
        quote.speaker = (struct speaker){ .span = SPAN_NONE, .entity = NONE };
        if (!phrase_is_none(report->speaker)) {
                quote.speaker.span = phrase_span(doc, report->speaker);
                quote.speaker.text = document_copy(doc, quote.speaker.span);
                if (!quote.speaker.text)
                        return -ENOMEM;
                quote.speaker.entity = report->entity;
                quote.speaker.name = report->name;
        }
        place = arena_push(doc->arena, &doc->x->quotes, &doc->x->n_quotes, sizeof(*place));
        if (!place)
                return -ENOMEM;
        *place = quote;
        return 0;
}

/* "(CROSSTALK.)": what a transcript says of the scene. */
static bool is_direction(const char *text, struct span s)
{
        while (s.end > s.start && strchr(" .\n", text[s.end - 1]))
                s.end--;
        return s.end > s.start && text[s.start] == '(' && text[s.end - 1] == ')' &&
               memchr(text + s.start, ')', s.end - s.start) == text + s.end - 1;
}

/* The quotation that begins at @i and the parts that are joined to it. */
static int write_marked(struct document *doc, const struct chunks *c,
                        const struct quotations *found, size_t i, size_t end)
{
        const struct quotation *q = &found->items[i];
        struct quote quote = { .direct = true };
        struct span whole;

        if (q->flags & QUOTATION_NO_SPEECH)
                return 0;
        quote.spans = arena_alloc(doc->arena, (end - i) * sizeof(*quote.spans));
        if (!quote.spans)
                return -ENOMEM;
        for (size_t k = i; k < end; k++) {
                struct span s = trimmed(doc->x->text, found->items[k].inner);

                if (s.start < s.end && !is_direction(doc->x->text, s))
                        quote.spans[quote.n_spans++] = s;
        }
        if (!quote.n_spans)
                return 0;
        whole = (struct span){ quote.spans[0].start, quote.spans[quote.n_spans - 1].end };
        quote.complete = is_complete(doc, c, whole);
        return quote_write(doc, quote, &q->report);
}

static int write_all(struct document *doc, const struct chunks *c,
                     const struct quotations *found)
{
        int r = 0;

        for (size_t i = 0, end; i < found->n && !r; i = end) {
                for (end = i + 1; end < found->n && end - i < SPANS_MAX &&
                                  (found->items[end].flags & QUOTATION_JOINED);)
                        end++;
                r = write_marked(doc, c, found, i, end);
        }
        return r;
}

static int compare_quotes(const void *a, const void *b)
{
        const struct quote *x = a, *y = b;

        if (x->spans[0].start != y->spans[0].start)
                return x->spans[0].start < y->spans[0].start ? -1 : 1;
        if (x->spans[0].end != y->spans[0].end)
                return x->spans[0].end < y->spans[0].end ? -1 : 1;
        return (int)y->direct - (int)x->direct;
}

/* Without grammar there are only the marks: what stands between them, by nobody. */
static int write_foreign(struct document *doc, struct quotations *found)
{
        struct chunks none = { 0 };

        none.at = arena_alloc(doc->arena, (doc->n_tokens + 1) * sizeof(*none.at));
        if (!none.at)
                return -ENOMEM;
        for (size_t i = 0; i < found->n; i++)
                if (found->items[i].inner.end - found->items[i].inner.start < FOREIGN_BYTES ||
                    (found->items[i].flags & QUOTATION_NO_OPEN))
                        found->items[i].flags |= QUOTATION_NO_SPEECH;
        join_paragraphs(doc, found);
        return write_all(doc, &none, found);
}

static void sort_quotes(struct document *doc)
{
        if (doc->x->n_quotes)
                qsort(doc->x->quotes, doc->x->n_quotes, sizeof(*doc->x->quotes),
                      compare_quotes);
}

static bool same_words(const struct quote *a, const struct quote *b)
{
        return a->direct == b->direct && a->n_spans == b->n_spans &&
               memcmp(a->spans, b->spans, a->n_spans * sizeof(*a->spans)) == 0;
}

/* Of two reports of the same words, by two rules, the one that knows whose they are, else the
 * surer one. */
static void drop_doubles(struct document *doc)
{
        struct quote *list = doc->x->quotes;
        size_t n = 0;

        for (size_t i = 0; i < doc->x->n_quotes; i++) {
                struct quote *last = n ? &list[n - 1] : NULL;
                bool known = list[i].speaker.text != NULL;

                if (!last || !same_words(last, &list[i]))
                        list[n++] = list[i];
                else if (known != (last->speaker.text != NULL)
                                 ? known
                                 : list[i].by.confidence > last->by.confidence)
                        *last = list[i];
        }
        doc->x->n_quotes = n;
}

/* "did not say", "never told": a cue begins with what denies it, so that nobody takes it for
 * the contrary. */
static void widen_denied(struct document *doc)
{
        static const char *const words[] = { "not", "n't", "never" };

        for (size_t q = 0; q < doc->x->n_quotes; q++) {
                struct span *cue = &doc->x->quotes[q].cue;
                size_t verb = span_is_none(*cue) ? 0 : document_token_at(doc, cue->start),
                       i = verb;

                while (i && doc->tokens[i - 1].upos == UPOS_ADV &&
                       !document_is_one_of(doc, i - 1, words, ARRAY_SIZE(words)))
                        i--;
                if (!i || !document_is_one_of(doc, i - 1, words, ARRAY_SIZE(words)) ||
                    doc->tokens[i - 1].sentence != doc->tokens[verb].sentence)
                        continue;
                i--;
                while (i && doc->tokens[i - 1].upos == UPOS_AUX)
                        i--;
                cue->start = doc->tokens[i].start;
        }
}

static int find_english(struct document *doc, struct quotations *found)
{
        struct chunks c;
        int r;

        r = chunks_find(doc, &c);
        if (!r)
                r = quotes_dashes_find(doc, &c, found);
        if (!r)
                r = quotes_blocks_find(doc, &c, found);
        if (r)
                return r;
        quotes_repair(doc, &c, found);
        join_paragraphs(doc, found);
        r = quotes_attribute(doc, &c, found);
        if (r)
                return r;
        share_reports(found);
        r = quotes_indirect_find(doc, &c, found);
        if (!r)
                r = quotes_within_find(doc, found);
        if (!r)
                r = write_all(doc, &c, found);
        if (r)
                return r;
        sort_quotes(doc);
        drop_doubles(doc);
        quotes_within_name(doc);
        r = quotes_turns_follow(doc, &c);
        if (!r)
                r = quotes_subjects_name(doc, &c);
        if (!r)
                r = quotes_himself_name(doc, &c);
        if (!r)
                r = quotes_joint_name(doc, &c);
        if (!r)
                r = quotes_papers_name(doc, &c);
        if (!r)
                widen_denied(doc);
        return r;
}

int quotes_find(struct document *doc)
{
        struct quotations found = { 0 };
        int r;

        r = quotes_marks_find(doc, &found);
        if (r)
                return r;
        if (doc->english)
                return find_english(doc, &found);
        r = write_foreign(doc, &found);
        sort_quotes(doc);
        return r;
}
