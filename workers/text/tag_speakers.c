/* tag_speakers - who speaks, and the verb of saying behind them, where the tagger takes the one
 * for a verb or the other for a noun
 */
#include <string.h>

#include "base/macros.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/tag_mends.h"

extern const struct lexicon lexicon_cue_verbs;
extern const struct lexicon lexicon_source_nouns;

enum { SOURCE_BYTES = 24 };

/* "That, many | argue, is late": no noun in the singular behind those who are many, nor between
 * commas behind "some". */
static bool is_verb_of_many(const struct document *doc, size_t i)
{
        static const char *const many[] = { "many", "few", "several" };
        const struct token *t = &doc->tokens[i];

        if (t->fine != FINE_NN || t->capital || !i || t[-1].sentence != t->sentence ||
            !lexicon_get(&lexicon_cue_verbs, t->lower) ||
            (i > 1 && t[-2].sentence == t->sentence && t[-2].upos == UPOS_DET))
                return false; /* "a few hope" */
        if (i + 1 < document_sentence_end(doc, i) &&
            (t[1].upos == UPOS_NOUN || t[1].upos == UPOS_PROPN || t[1].upos == UPOS_ADJ))
                return false; /* "several report cards" */
        return document_is_one_of(doc, i - 1, many, ARRAY_SIZE(many)) ||
               (document_is(doc, i - 1, "some") && i > 1 && document_is(doc, i - 2, ",") &&
                document_is(doc, i + 1, ","));
}

/* "the road, lawmakers | warn, will close": between stops no noun behind those who speak. */
static bool is_verb_of_sources(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i];
        const char *value;
        size_t k = i - 1;

        if (t->fine != FINE_NN || t->capital || i < 2 || t[-1].sentence != t->sentence ||
            t[-1].fine != FINE_NNS || !lexicon_get(&lexicon_source_nouns, t[-1].lemma) ||
            i + 1 >= doc->n_tokens || t[1].kind != TOKEN_PUNCTUATION)
                return false;
        value = lexicon_get(&lexicon_cue_verbs, t->lower);
        while (k > 1 && doc->tokens[k - 1].sentence == t->sentence &&
               (doc->tokens[k - 1].upos == UPOS_ADJ || doc->tokens[k - 1].upos == UPOS_DET))
                k--;
        return value && cue_verb_has_frame(value, 'c') && document_is(doc, k - 1, ",");
}

/* "voters | think Lind should go": no noun, but in "think tank". */
static bool is_think(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i];

        return t->fine == FINE_NN && !t->capital && strcmp(t->lower, "think") == 0 && i &&
               t[-1].sentence == t->sentence && t[-1].fine == FINE_NNS &&
               i + 1 < document_sentence_end(doc, i) && t[1].fine != FINE_NN &&
               t[1].fine != FINE_NNS;
}

/* "the road, | aides said, will close": those who speak, and no verb. */
static bool is_sources(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i];
        size_t n = strlen(t->lower);
        char noun[SOURCE_BYTES];

        if (n < 2 || n > sizeof(noun))
                return false;
        memcpy(noun, t->lower, n - 1); /* without its "s" */
        noun[n - 1] = 0;
        return t->fine == FINE_VBZ && i + 1 < doc->n_tokens && t[1].sentence == t->sentence &&
               (t[1].fine == FINE_VBD || t[1].fine == FINE_VBP) &&
               lexicon_get(&lexicon_cue_verbs, t[1].lemma) &&
               lexicon_get(&lexicon_source_nouns, noun) &&
               (!i || document_is(doc, i - 1, ",") || t[-1].sentence != t->sentence);
}

/* "did express | concern that": no infinitive right behind another, but for "help find". */
static bool is_noun_behind_infinitive(const struct document *doc, size_t i)
{
        static const char *const verbs[] = { "express", "voice", "show", "share", "raise" };
        const struct token *t = &doc->tokens[i];

        return t->fine == FINE_VB && !t->capital && i && t[-1].sentence == t->sentence &&
               t[-1].fine == FINE_VB &&
               document_is_one_of(doc, i - 1, verbs, ARRAY_SIZE(verbs));
}

int tags_mend_speakers(struct document *doc)
{
        int r = 0;

        for (size_t i = 0; i < doc->n_tokens && !r; i++) {
                if (is_sources(doc, i))
                        r = token_retag(doc, &doc->tokens[i], UPOS_NOUN, FINE_NNS);
                else if (is_noun_behind_infinitive(doc, i))
                        r = token_retag(doc, &doc->tokens[i], UPOS_NOUN, FINE_NN);
                else if (is_verb_of_many(doc, i) || is_verb_of_sources(doc, i) ||
                         is_think(doc, i))
                        r = token_retag(doc, &doc->tokens[i], UPOS_VERB, FINE_VBP);
        }
        return r;
}
