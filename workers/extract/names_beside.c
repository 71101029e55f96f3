/* names_beside - what stands beside a name tells of whom or what it is
 *
 * A relative is called by a given name, a paper may be called like a family, and who reported
 * has no part in the report. No one person has an article.
 */
#include "base/macros.h"
#include "workers/extract/names.h"
#include "workers/text/gazetteer.h"

extern const struct lexicon lexicon_noun_kinds;

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

/* No noun that it may tell more of stands behind it. */
static bool stands_alone(const struct document *doc, const struct name *name)
{
        const struct token *next = name->end < doc->n_tokens ? &doc->tokens[name->end] : NULL;

        return !next || (next->upos != UPOS_NOUN && next->upos != UPOS_PROPN &&
                         next->upos != UPOS_ADJ && next->fine != FINE_POS);
}

/* "told the Guardian", "of the Moon": no one person has an article before the name. */
static bool is_with_article(const struct document *doc, const struct name *name)
{
        return name->type == ENTITY_PERSON && name->end - name->first == 1 && name->first &&
               document_is(doc, name->first - 1, "the") && name->confidence < NAME_SURE &&
               stands_alone(doc, name);
}

/* "end the Berg Shutdown": two words or more with an article before them, of which the first is
 * nobody's given name, are a thing. */
static bool is_thing(const struct document *doc, const struct name *name)
{
        static const char *const articles[] = { "the", "this", "a", "another" };

        return name->type == ENTITY_PERSON && name->end - name->first == 2 && name->first &&
               document_is_one_of(doc, name->first - 1, articles, ARRAY_SIZE(articles)) &&
               !gazetteer_word(&lexicon_first_names, &doc->tokens[name->first]) &&
               !gazetteer_word(&lexicon_surnames, &doc->tokens[name->end - 1]) &&
               stands_alone(doc, name);
}

/* "of the Martha B. Berg List": what is named for somebody has an article before it. */
static bool is_named_for(const struct document *doc, const struct name *name)
{
        const struct token *last = &doc->tokens[name->end - 1];

        return name->type == ENTITY_PERSON && name->end - name->first > 2 && name->first &&
               document_is(doc, name->first - 1, "the") &&
               (lexicon_get(&lexicon_org_heads, last->lower) ||
                lexicon_get(&lexicon_noun_kinds, last->lower)) &&
               stands_alone(doc, name);
}

enum entity_type name_type_beside(const struct document *doc, const struct name *name)
{
        if (is_named_for(doc, name))
                return ENTITY_ORGANIZATION;
        if (is_with_article(doc, name) || is_thing(doc, name))
                return ENTITY_OTHER;
        return name->type;
}
