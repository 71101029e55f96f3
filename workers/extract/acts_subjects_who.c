/* acts_subjects_who - who is meant by "who" and "which"
 *
 * People are who, and things are which, whatever stands nearest: "a meeting with a lawyer | who
 * left", "Berg (R-Ky.), | who left".
 */
#include "workers/extract/acts.h"
#include "workers/extract/reporting.h"
#include "workers/extract/subjects.h"

static bool is_people(const struct token *t)
{
        return t->name == NAME_PERSON || noun_is_person(t);
}

/* "talks in the capital, Oslo, | which failed" */
static bool is_named_town(const struct document *doc, const struct chunks *c,
                          const struct chunk *k, size_t first)
{
        static const char *const words[] = { "capital", "city", "town", "village", "port" };
        const struct chunk *town = k->first > first + 1 && document_is(doc, k->first - 1, ",")
                                           ? noun_ending_at(c, k->first - 1, first)
                                           : NULL;

        return town && doc->tokens[k->head].name == NAME_PLACE && town->first > first &&
               doc->tokens[town->first - 1].upos == UPOS_ADP &&
               word_is_one_of(doc->tokens[town->head].lemma, words, ARRAY_SIZE(words));
}

/* "soldiers in the war in Chad, | which …": of what stands before it, what is no people; a war
 * rather than where it is. */
static struct phrase subject_of_which(const struct document *doc, const struct chunks *c,
                                      uint32_t which)
{
        size_t first = doc->sentences[doc->tokens[which].sentence].first;
        size_t i = which - document_is(doc, which - 1, ",");
        const struct chunk *k = noun_ending_at(c, i, first), *before;
        struct phrase p;

        if (!k)
                return PHRASE_NONE;
        if (is_people(&doc->tokens[k->head]) ||
            is_named_town(doc, c, k, first)) /* "most are men, | which supports it" */
                return (struct phrase){ which, which + 1, which };
        p = phrase_before(doc, c, i);
        if (k->first < first + 2 || p.head >= k->first ||
            doc->tokens[p.head].fine != FINE_NNS || !noun_acts(&doc->tokens[p.head]))
                return PHRASE_NONE;
        before = noun_ending_at(c, k->first - 1, first);
        return chunk_phrase(before && doc->tokens[k->head].name == NAME_PLACE &&
                                            doc->tokens[k->first - 1].upos == UPOS_ADP &&
                                            plover_noun(doc, before->head)
                                    ? before
                                    : k);
}

/* Where the bracket opens that ends before token @i, or @i. */
static size_t bracket_before(const struct document *doc, size_t i, size_t first)
{
        enum { BRACKET_TOKENS = 8 };

        for (size_t k = i - 1; k > first && i - k < BRACKET_TOKENS; k--)
                if (document_is(doc, k, "("))
                        return k;
        return i;
}

/* "a meeting with a lawyer | who …": people are who, and not things. */
struct phrase clause_subject_of_who(const struct document *doc, const struct chunks *c,
                                    const struct chunk *verb)
{
        static const char *const breaks[] = { ",", "—", "–", "--" };
        size_t first = doc->sentences[doc->tokens[verb->first].sentence].first, i = verb->first;
        const struct chunk *k;
        struct phrase p;

        while (i > first + 1 && doc->tokens[i - 1].upos == UPOS_ADV)
                i--;
        if (i > first + 2 && document_is(doc, i - 1, "which"))
                return subject_of_which(doc, c, (uint32_t)i - 1);
        if (i < first + 2 || !document_is(doc, i - 1, "who"))
                return PHRASE_NONE;
        i -= document_is_one_of(doc, i - 2, breaks, ARRAY_SIZE(breaks)) && i > first + 2 ? 2
                                                                                         : 1;
        if (i > first + 2 && doc->tokens[i - 1].kind == TOKEN_NUMBER &&
            document_is(doc, i - 2, ","))
                i -= 2; /* "Berg, 16, who …" */
        if (i > first + 2 && document_is(doc, i - 1, ")"))
                i = bracket_before(doc, i, first); /* "Berg (R-Ky.), who …" */
        k = noun_ending_at(c, i, first);
        if (k && doc->tokens[k->head].name == NAME_PERSON)
                return chunk_phrase(k);
        p = k ? phrase_before(doc, c, i) : PHRASE_NONE;
        return !phrase_is_none(p) &&
                               (phrase_agency(doc, c, p) == AGENCY_THING ||
                                doc->tokens[p.head].name == NAME_PLACE) &&
                               phrase_agency(doc, c, chunk_phrase(k)) == AGENCY_AGENT
                       ? chunk_phrase(k)
                       : PHRASE_NONE;
}
