/* quotes_within - words between marks inside reported speech
 *
 * "The cable indicated that 13 guards would be the “minimum” needed": the clause that reports
 * the sentence reports the word as well, where no nearer one explains the marks.
 */
#include <errno.h>
#include <string.h>

#include "workers/extract/quotes.h"

enum {
        REPORTS_LOOKED_AT = 4, /* that may hold one quotation */
        WITHIN_CONFIDENCE = 740,
};

/* A report ends before the stop, the quotation behind it. */
static struct span without_stop(const struct document *doc, struct span s)
{
        while (s.end > s.start && strchr(" ,.?!", doc->x->text[s.end - 1]))
                s.end--;
        return s;
}

static bool holds(const struct quote *report, struct span s)
{
        for (size_t i = 0; i < report->n_spans; i++)
                if (report->spans[i].start <= s.start && s.end <= report->spans[i].end)
                        return true;
        return false;
}

static bool is_left_over(const struct quotation *q)
{
        return (q->flags & (QUOTATION_NO_SPEECH | QUOTATION_LOOSE)) &&
               !(q->flags & (QUOTATION_MENTIONED | QUOTATION_SINGLE | QUOTATION_NO_OPEN |
                             QUOTATION_NO_CLOSE | QUOTATION_JOINED));
}

/* Writes @q as the words of whoever says @report, of which the extraction holds number @i. */
static int write_within(struct document *doc, size_t i, const struct quotation *q)
{
        struct quote quote = doc->x->quotes[i], *place;

        quote.spans = arena_alloc(doc->arena, sizeof(*quote.spans));
        if (!quote.spans)
                return -ENOMEM;
        quote.spans[0] = q->inner;
        quote.n_spans = 1;
        quote.text = document_copy(doc, q->inner);
        if (!quote.text)
                return -ENOMEM;
        quote.direct = true;
        quote.complete = false;
        quote.by.confidence = WITHIN_CONFIDENCE;
        quote.by.rule = "quotes.marks_in_report";
        if (doc->x->n_quotes >= EXTRACTION_FINDINGS_MAX)
                return 0;
        place = arena_push(doc->arena, &doc->x->quotes, &doc->x->n_quotes, sizeof(*place));
        if (!place)
                return -ENOMEM;
        *place = quote;
        return 0;
}

int quotes_within_find(struct document *doc, struct quotations *found)
{
        size_t end = doc->x->n_quotes, k = 0;

        for (size_t i = 0; i < found->n; i++) {
                struct quotation *q = &found->items[i];

                while (k < end &&
                       doc->x->quotes[k].spans[doc->x->quotes[k].n_spans - 1].end <= q->open)
                        k++;
                if (!is_left_over(q))
                        continue;
                for (size_t j = k; j < end && j < k + REPORTS_LOOKED_AT; j++) {
                        int r;

                        if (!holds(&doc->x->quotes[j], without_stop(doc, q->inner)))
                                continue;
                        r = write_within(doc, j, q);
                        if (r)
                                return r;
                        q->flags |= QUOTATION_NO_SPEECH;
                        break;
                }
        }
        return 0;
}

static bool has_speaker(const struct quote *q)
{
        return q->speaker.text != NULL;
}

/* Does the report begin before the quotation and reach into it? */
static bool reaches_into(const struct quote *report, const struct quote *q)
{
        const struct span *last = &report->spans[report->n_spans - 1];

        return !report->direct && has_speaker(report) &&
               report->spans[0].start < q->spans[0].start && last->end > q->spans[0].start &&
               last->end <= q->spans[q->n_spans - 1].end + 1;
}

/* "Police said the boy "was treated", a site reported": the site relays what police said. */
static bool is_relayed(const struct quote *report, const struct quote *q)
{
        return q->speaker.span.end && q->speaker.span.start >= q->spans[q->n_spans - 1].end &&
               report->speaker.span.end && report->speaker.span.end <= report->spans[0].start;
}

/* "The service said that Paris would see "heavy showers"": a place within what somebody
 * tells says nothing itself. */
static bool is_place_within(const struct extraction *x, const struct quote *report,
                            const struct quote *q)
{
        return q->speaker.entity != NONE && x->entities[q->speaker.entity].geonames &&
               holds(report, q->speaker.span);
}

void quotes_within_name(struct document *doc)
{
        struct extraction *x = doc->x;

        for (size_t i = 1; i < x->n_quotes; i++) {
                struct quote *q = &x->quotes[i];
                const struct quote *report = &x->quotes[i - 1];

                if (!q->direct || !reaches_into(report, q) ||
                    (has_speaker(q) && !is_relayed(report, q) &&
                     !is_place_within(x, report, q)))
                        continue;
                if (is_relayed(report, q) && q->via == NONE)
                        q->via = q->speaker.entity;
                q->speaker = report->speaker;
                q->cue = report->cue;
                q->by.rule = "quotes.marks_in_report";
        }
}
