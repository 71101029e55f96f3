/* quotes_begin - where the words of a sentence begin, behind a bullet or a dateline */
#include "base/macros.h"
#include "workers/extract/quotes_content.h"

enum {
        AGENCY_TOKENS = 6,    /* of "(Harbour News Agency)" */
        DATELINE_TOKENS = 12, /* of ", South Korea (Harbour News Agency) —" */
};

/* A bullet, or the dash behind a dateline. */
static bool is_lead(const struct document *doc, size_t i)
{
        static const char *const leads[] = {
                "•", "·", "*", "▪", "■", "►", "-", "–", "—", "--"
        };

        return document_is_one_of(doc, i, leads, ARRAY_SIZE(leads));
}

/* "SEOUL|, South Korea — | ": behind the dateline, of which a part alone may have been found,
 * the dash that closes it. Where a comma goes on without one, it is the sentence's. */
static size_t behind_dateline(const struct document *doc, const struct sentence *s)
{
        struct span dateline = doc->x->dateline.span;
        size_t i = s->first;

        if (span_is_none(dateline))
                return i;
        while (i < s->end && doc->tokens[i].start >= dateline.start &&
               doc->tokens[i].start < dateline.end)
                i++;
        if (i == s->first || !document_is(doc, i, ","))
                return i;
        for (size_t dash = i; dash < s->end && dash < i + DATELINE_TOKENS; dash++)
                if (is_lead(doc, dash))
                        return dash;
        return s->first;
}

size_t reported_words_begin(const struct document *doc, const struct sentence *s)
{
        size_t i = behind_dateline(doc, s);

        for (size_t close = i; close < s->end && close < i + AGENCY_TOKENS; close++)
                if (document_is(doc, i, "(") && document_is(doc, close, ")") &&
                    is_lead(doc, close + 1))
                        i = close + 1;
        while (i < s->end && is_lead(doc, i))
                i++;
        return i < s->end ? i : s->first;
}
