/* quantities_words - what the parts of the quantities stage ask of tokens */
#pragma once

#include <string.h>

#include "workers/text/document.h"

enum {
        NOUN_PHRASE_MAX = 6, /* tokens looked at for the head */
        MODIFIERS_MAX = 3,   /* kept before the head */
        LOOK_BACK_MAX = 14,
};

static inline bool same_sentence(const struct document *doc, size_t i, size_t k)
{
        return i < doc->n_tokens && k < doc->n_tokens &&
               doc->tokens[i].sentence == doc->tokens[k].sentence;
}

/* "United" of "United States" is a verb for the tagger, and yet a name. */
static inline bool is_noun(const struct token *t)
{
        return t->upos == UPOS_NOUN || t->upos == UPOS_PROPN ||
               (t->upos == UPOS_VERB && t->fine == FINE_NNP);
}

/* Texts in other languages have no lemmas. */
static inline const char *lemma_of(const struct token *t)
{
        return t->lemma ? t->lemma : t->lower;
}

static inline const char *copy_tokens(const struct document *doc, size_t first, size_t last)
{
        return document_copy(doc,
                             (struct span){ doc->tokens[first].start, doc->tokens[last].end });
}
