/* names_beside - what stands beside a name tells that it is no family name
 *
 * A relative is called by a given name, a paper may be called like a family, and who reported
 * has no part in the report.
 */
#include "base/macros.h"
#include "workers/extract/names.h"

enum { CREDIT_TOKENS = 4 }; /* "(Additional reporting by" */

/* "his son | Franklin", "Lind's wife | Anna": relatives are called by their given names, which
 * are nobody's family name here. */
bool name_is_relative(const struct document *doc, const struct name *name)
{
        static const char *const words[] = {
                "son",    "daughter", "wife",     "husband",    "brother",   "sister",
                "mother", "father",   "grandson", "uncle",      "aunt",      "nephew",
                "niece",  "cousin",   "fiancee",  "girlfriend", "boyfriend", "granddaughter"
        };
        size_t at = name->first;

        if (!at || doc->tokens[at].sentence != doc->tokens[at - 1].sentence)
                return false;
        at -= document_is(doc, at - 1, ",");
        return at > 1 && document_is_one_of(doc, at - 1, words, ARRAY_SIZE(words)) &&
               doc->tokens[at - 2].upos != UPOS_VERB;
}

/* "The Hill reported": a paper, or a body, whoever has that family name. */
bool name_is_paper(const struct document *doc, const struct name *name)
{
        return name->first && document_is(doc, name->first - 1, "the") &&
               name->end < doc->n_tokens && doc->tokens[name->end].upos == UPOS_VERB &&
               doc->tokens[name->end].fine == FINE_VBD;
}

bool name_is_credited(const struct document *doc, const struct name *name)
{
        static const char *const words[] = { "reporting", "editing", "writing",
                                             "reported",  "edited",  "compiled" };
        size_t sentence = doc->tokens[name->first].sentence;
        uint32_t paragraph = doc->sentences[sentence].paragraph;
        size_t first = document_token_at(doc, doc->paragraphs[paragraph].start);

        if (name->type != ENTITY_PERSON)
                return false;
        for (size_t i = first + 1; i < name->first && i < first + CREDIT_TOKENS; i++)
                if (document_is(doc, i, "by") &&
                    document_is_one_of(doc, i - 1, words, ARRAY_SIZE(words)))
                        return true;
        return false;
}
