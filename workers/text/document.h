/* document - an article on its way through the stages
 *
 * Each stage reads what earlier ones wrote and adds its own part; the findings themselves go
 * straight into the extraction. Everything lives in the document's arena. Spans are bytes.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "proto/article.h"
#include "proto/extraction.h"
#include "workers/lexicon/lexicon.h"

enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_PUNCTUATION, TOKEN_SYMBOL };

/* The universal parts of speech, in the order of the model's tags. */
enum upos {
        UPOS_X,
        UPOS_ADJ,
        UPOS_ADP,
        UPOS_ADV,
        UPOS_AUX,
        UPOS_CCONJ,
        UPOS_DET,
        UPOS_INTJ,
        UPOS_NOUN,
        UPOS_NUM,
        UPOS_PART,
        UPOS_PRON,
        UPOS_PROPN,
        UPOS_PUNCT,
        UPOS_SCONJ,
        UPOS_SYM,
        UPOS_VERB,
        UPOS_COUNT,
};

/* Penn tags that matter beside the universal ones; FINE_NONE for the rest. */
enum fine_tag {
        FINE_NONE,
        FINE_VB,
        FINE_VBD,
        FINE_VBG,
        FINE_VBN,
        FINE_VBP,
        FINE_VBZ,
        FINE_MD,
        FINE_NN,
        FINE_NNS,
        FINE_NNP,
        FINE_NNPS,
        FINE_JJ,
        FINE_CD,
        FINE_PRP,
        FINE_PRPS,
        FINE_WP,
        FINE_POS,
        FINE_TO,
};

enum name_tag { NAME_NONE, NAME_PERSON, NAME_ORGANIZATION, NAME_PLACE, NAME_OTHER };

struct token {
        uint32_t start, end;     /* bytes of the text */
        uint32_t sentence;       /* index */
        uint8_t kind;            /* enum token_kind */
        uint8_t upos;            /* enum upos; UPOS_X before tagging */
        uint8_t fine;            /* enum fine_tag */
        uint8_t name;            /* enum name_tag */
        bool name_begins;        /* the B of BIO */
        bool capital;            /* starts with an upper-case letter */
        bool all_capital;        /* two letters or more, all upper case */
        bool space_before;       /* not joined to the token before */
        uint8_t name_confidence; /* 0 to 100, of the name tag */
        uint32_t hash;           /* of @lower, as lexicon_hash() makes it */
        const char *lower;       /* folded: lower case, ' for ’, NUL-terminated */
        const char *lemma;       /* after tagging; = lower where nothing better is known */
};

struct sentence {
        struct span span;
        uint32_t first, end; /* tokens, end exclusive */
        uint32_t paragraph;  /* index */
};

struct chunks;
struct references;

struct document {
        struct arena *arena;
        const struct article *article;
        struct extraction *x; /* x->text is the main text; x->sentences mirror @sentences */
        struct span *paragraphs;
        size_t n_paragraphs;
        struct sentence *sentences;
        size_t n_sentences;
        struct token *tokens;
        size_t n_tokens;
        bool spaced;                         /* set in tokens: spaced.h */
        bool english;                        /* the linguistic stages abstain when it is not */
        const struct references *references; /* of entities_find; ask through entities.h */
        const struct chunks *chunks;         /* of the first chunks_find() */
};

/** The bytes of a span as a NUL-terminated copy; NULL: no memory. */
char *document_copy(const struct document *doc, struct span span);
/** Token that holds @byte, or the next one; doc->n_tokens behind the last. O(log n). */
size_t document_token_at(const struct document *doc, uint32_t byte);
/** Sentence that holds @byte; doc->n_sentences when there is none. O(log n). */
size_t document_sentence_at(const struct document *doc, uint32_t byte);
/** Is the token a part of an expression of time that is found already? O(log of them). */
bool token_in_time(const struct document *doc, const struct token *token);
/** The token behind the sentence of token @i. */
static inline size_t document_sentence_end(const struct document *doc, size_t i)
{
        return doc->sentences[doc->tokens[i].sentence].end;
}

/** Are the words the same? Mostly the first letter says no. */
static inline bool word_is(const char *word, const char *other)
{
        return *word == *other && strcmp(word, other) == 0;
}

/** Is it one of these @n? */
static inline bool word_is_one_of(const char *word, const char *const *words, size_t n)
{
        for (size_t k = 0; k < n; k++)
                if (word_is(word, words[k]))
                        return true;
        return false;
}

/** Is token @i this word (lower case)? False out of range. */
static inline bool document_is(const struct document *doc, size_t i, const char *lower)
{
        return i < doc->n_tokens && word_is(doc->tokens[i].lower, lower);
}

/** … or one of these @n. */
static inline bool document_is_one_of(const struct document *doc, size_t i,
                                      const char *const *words, size_t n)
{
        return i < doc->n_tokens && word_is_one_of(doc->tokens[i].lower, words, n);
}

/** … or one that @lexicon gives that class (lexicon_has)? */
static inline bool document_is_of(const struct document *doc, size_t i,
                                  const struct lexicon *lexicon, const char *class)
{
        const struct token *t = i < doc->n_tokens ? &doc->tokens[i] : NULL;

        return t && lexicon_value_has(
                            lexicon_find_hashed(lexicon, t->lower, strlen(t->lower), t->hash),
                            class);
}
