#include "workers/extract/agencies.h"

#include <string.h>

#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_news_agencies;

enum { AGENCY_TOKENS = 5, AGENCY_BYTES = 64 };

static char *column_copy(const struct document *doc, const char *value, unsigned column)
{
        const char *start;
        size_t size = lexicon_column(value, column, &start);

        return arena_copy(doc->arena, start, size);
}

struct agency_match agency_at(const struct document *doc, size_t i)
{
        struct agency_match m = { NULL, i, false };
        const char *best = NULL, *start;
        char key[AGENCY_BYTES];
        size_t n = 0;

        if (i >= doc->n_tokens || !doc->tokens[i].capital)
                return m;
        for (size_t k = i; k < doc->n_tokens && k < i + AGENCY_TOKENS; k++) {
                const struct token *t = &doc->tokens[k];
                size_t size = strlen(t->lower);
                const char *value;

                if (n + size + 2 > sizeof(key))
                        break;
                if (k > i && t->space_before)
                        key[n++] = ' ';
                memcpy(key + n, t->lower, size);
                n += size;
                value = lexicon_find(&lexicon_news_agencies, key, n);
                if (value) {
                        best = value;
                        m.end = k + 1;
                }
        }
        if (best) {
                m.name = column_copy(doc, best, 0);
                m.is_short = lexicon_column(best, 1, &start) > 0;
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
