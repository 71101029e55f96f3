#include "workers/extract/agencies.h"

#include "workers/lexicon/lexicon.h"
#include "workers/text/gazetteer.h"

extern const struct lexicon lexicon_news_agencies;

enum { AGENCY_TOKENS = 5 };

static char *column_copy(const struct document *doc, const char *value, unsigned column)
{
        const char *start;
        size_t size = lexicon_column(value, column, &start);

        return arena_copy(doc->arena, start, size);
}

struct agency_match agency_at(const struct document *doc, size_t i)
{
        struct agency_match m = { NULL, i, false };
        size_t end = i + AGENCY_TOKENS < doc->n_tokens ? i + AGENCY_TOKENS : doc->n_tokens, n;
        const char *value = NULL, *start;

        if (i < doc->n_tokens && doc->tokens[i].capital)
                value = gazetteer_find(&lexicon_news_agencies, doc, i, end, &n);
        if (value) {
                m.end = i + n;
                m.name = column_copy(doc, value, 0);
                m.is_short = lexicon_column(value, 1, &start) > 0;
        }
        return m;
}

const char *agency_name(const struct document *doc, struct span span)
{
        size_t first = document_token_at(doc, span.start);
        struct agency_match m = agency_at(doc, first);

        if (m.name && doc->tokens[m.end - 1].end == span.end)
                return m.name;
        return document_copy(doc, span);
}
