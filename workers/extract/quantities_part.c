/* quantities_part - what those are who are counted as a part of others
 *
 * "Twelve people were shot, three of them officers", "five of the dead were children": officers
 * and children are counted, and not again those who were shot or dead.
 */
#include "base/macros.h"
#include "workers/extract/quantities.h"
#include "workers/extract/quantities_words.h"

enum { WHOLE_MAX = 6 /* tokens from "of" to "were" */ };

/* "was", "are" */
static bool is_copula(const struct token *t)
{
        return t->upos == UPOS_AUX && strcmp(lemma_of(t), "be") == 0;
}

/* May the token stand in "the 20 wounded men"? */
static bool is_of_whole(const struct token *t)
{
        return t->upos == UPOS_DET || t->upos == UPOS_NUM || t->upos == UPOS_ADJ ||
               t->fine == FINE_VBN || is_noun(t);
}

/* The token behind "them", or behind "the dead were", "those killed are", where the words of
 * the whole start at @i; 0: what stands there is no part of people. */
static size_t behind_whole(const struct document *doc, size_t i)
{
        static const char *const whom[] = { "them", "whom" };
        bool people = false;

        if (document_is_one_of(doc, i, whom, ARRAY_SIZE(whom)))
                return same_sentence(doc, i, i + 1) ? i + 1 + is_copula(&doc->tokens[i + 1])
                                                    : 0;
        if (doc->tokens[i].upos != UPOS_DET && doc->tokens[i].fine != FINE_PRPS)
                return 0; /* "dozens of officers were": all that are told of */
        for (size_t k = i; k < i + WHOLE_MAX && same_sentence(doc, i, k); k++) {
                const struct token *t = &doc->tokens[k];

                if (is_copula(t))
                        return people ? k + 1 : 0;
                if (!is_of_whole(t))
                        return 0;
                people |= is_person(t) || outcome_of(t) != NULL;
        }
        return 0;
}

const char *noun_of_part(const struct document *doc, const struct site *site)
{
        size_t i = site->after, first, head;
        bool article;

        if (!same_sentence(doc, site->first, i + 1) || !document_is(doc, i, "of"))
                return NULL;
        i = behind_whole(doc, i + 1);
        if (!i || !same_sentence(doc, site->first, i))
                return NULL;
        article = document_is(doc, i, "a") || document_is(doc, i, "an");
        if (!same_sentence(doc, site->first, i + article) ||
            doc->tokens[i].fine == FINE_VBN || /* "were granted leave" */
            !counted_phrase(doc, i + article, !article, &first, &head) ||
            token_in_time(doc, &doc->tokens[head]))
                return NULL;
        if (!is_person(&doc->tokens[head]) &&
            (article ||
             (doc->tokens[head].fine != FINE_NNS && doc->tokens[head].fine != FINE_NNPS)))
                return NULL; /* "three of them home", "were in" */
        return copy_tokens(doc, first, head);
}
