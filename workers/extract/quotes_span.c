/* quotes_span - quotations that go on over paragraphs without opening again */
#include "workers/extract/quotes.h"

/* A mark that a paragraph leaves open, and one that closes in a paragraph soon behind it what
 * nothing opened there: the paragraphs between belong to one quotation. */
static bool reaches(const struct document *doc, const struct quotation *a,
                    const struct quotation *b)
{
        return (a->flags & (QUOTATION_NO_CLOSE | QUOTATION_GOES_ON)) == QUOTATION_NO_CLOSE &&
               (b->flags & QUOTATION_NO_OPEN) && b->paragraph > a->paragraph &&
               b->paragraph <= a->paragraph + QUOTATION_REACH &&
               b->inner.start == doc->paragraphs[b->paragraph].start;
}

int quotations_span(struct document *doc, struct quotations *found)
{
        struct quotations all = { 0 };
        int r = 0;

        for (size_t i = 0; i < found->n && !r; i++) {
                struct quotation *q = &found->items[i];
                struct quotation *next = i + 1 < found->n ? q + 1 : NULL;

                if (!next || !reaches(doc, q, next)) {
                        r = quotation_add(doc, &all, *q);
                        continue;
                }
                q->flags = (q->flags & ~(unsigned)QUOTATION_NO_CLOSE) | QUOTATION_GOES_ON;
                next->flags &= ~(unsigned)QUOTATION_NO_OPEN;
                r = quotation_add(doc, &all, *q);
                for (uint32_t k = q->paragraph + 1; k < next->paragraph && !r; k++) {
                        struct quotation whole = { .inner = doc->paragraphs[k],
                                                   .open = doc->paragraphs[k].start,
                                                   .close = doc->paragraphs[k].end,
                                                   .paragraph = k,
                                                   .flags = QUOTATION_GOES_ON };

                        r = quotation_add(doc, &all, whole);
                }
        }
        *found = all;
        return r;
}
