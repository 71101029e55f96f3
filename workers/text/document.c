#include "workers/text/document.h"

#include <string.h>

char *document_copy(const struct document *doc, struct span span)
{
        return arena_copy(doc->arena, doc->x->text + span.start, span.end - span.start);
}

size_t document_token_at(const struct document *doc, uint32_t byte)
{
        size_t low = 0, high = doc->n_tokens;

        while (low < high) {
                size_t middle = (low + high) / 2;

                if (doc->tokens[middle].end <= byte)
                        low = middle + 1;
                else
                        high = middle;
        }
        return low;
}

size_t document_sentence_at(const struct document *doc, uint32_t byte)
{
        size_t low = 0, high = doc->n_sentences;

        while (low < high) {
                size_t middle = (low + high) / 2;

                if (doc->sentences[middle].span.end <= byte)
                        low = middle + 1;
                else
                        high = middle;
        }
        if (low < doc->n_sentences && byte < doc->sentences[low].span.start)
                return doc->n_sentences;
        return low;
}

bool token_in_time(const struct document *doc, const struct token *t)
{
        const struct extraction *x = doc->x;
        size_t low = 0, high = x->n_times;

        while (low < high) {
                size_t middle = (low + high) / 2;

                if (x->times[middle].span.end <= t->start)
                        low = middle + 1;
                else
                        high = middle;
        }
        return low < x->n_times && x->times[low].span.start <= t->start;
}
