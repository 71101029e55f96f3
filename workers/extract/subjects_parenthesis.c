/* subjects_parenthesis - the subject before what stands between commas, dashes or brackets
 *
 * "Berg, the head of the union, said": of all the commas to the left of the verb the one that
 * opens what the last one closes, and the phrase before it.
 */
#include <string.h>

#include "base/macros.h"
#include "workers/extract/subjects.h"

static bool opens_parenthesis(const struct document *doc, const struct chunks *c, size_t i)
{
        const struct chunk *k = chunk_at(c, i);
        const struct token *t = &doc->tokens[i];

        if (k && k->kind == CHUNK_VERB)
                return k->form == VERB_ING || k->form == VERB_PARTICIPLE;
        return k || t->upos == UPOS_ADP || t->upos == UPOS_ADV || t->upos == UPOS_SCONJ ||
               t->upos == UPOS_PRON || t->upos == UPOS_NUM || t->upos == UPOS_DET ||
               t->upos == UPOS_ADJ;
}

/* "of Lindholm, | Vt.", "34", "sold her boats in Skagen": what stands between commas behind a
 * name, and is no subject. */
static bool is_whereabouts(const struct document *doc, const struct chunks *c, struct phrase p,
                           size_t low)
{
        const struct token *head = &doc->tokens[p.head];
        const struct chunk *before = p.first > low ? chunk_at(c, p.first - 1) : NULL;
        bool cut_short = p.end == p.first + 1 && strchr(head->lower, '.'); /* "Vt." */

        if (p.first <= low)
                return false;
        return doc->tokens[p.first - 1].upos == UPOS_ADP ||
               (before && before->kind == CHUNK_VERB) ||
               (document_is(doc, p.first - 1, ",") &&
                (head->name == NAME_PLACE || head->kind == TOKEN_NUMBER || cut_short));
}

/* "Berg, | head of the Road Union, a body of drivers, said": of the words that describe a
 * person, the person. */
struct phrase phrase_described(const struct document *doc, const struct chunks *c,
                               struct phrase p, size_t low)
{
        uint32_t first = phrase_is_none(p) ? 0 : p.first;
        const struct chunk *left = first > low ? chunk_at(c, first - 1) : NULL;

        if (left && left->kind == CHUNK_NOUN && left->end == first)
                first = left->first; /* "the union's chief | political adviser" */
        if (first < low + 2 || !document_is(doc, first - 1, ",") ||
            (doc->tokens[p.head].name != NAME_NONE && !document_is(doc, first, "a")))
                return p; /* "Berg, a Republican" */
        left = chunk_at(c, first - 2);
        if (!left || left->kind != CHUNK_NOUN || left->end != first - 1 ||
            doc->tokens[left->head].name != NAME_PERSON)
                return p;
        return phrase_before(doc, c, left->end);
}

bool token_is_quote_mark(const struct document *doc, size_t i)
{
        static const char *const marks[] = { "\"", "“", "”", "„", "«", "»", "''", "``" };

        return document_is_one_of(doc, i, marks, ARRAY_SIZE(marks));
}

/* "Anna Berg, clad in a red coat that …, | said": a name and a comma that open the sentence, or
 * what stands behind a quotation, whatever the tags make of what follows. */
static struct phrase opening_name(const struct document *doc, const struct chunks *c,
                                  size_t token, size_t low)
{
        for (size_t i = token; i > low + 1; i--) {
                const struct chunk *k = chunk_at(c, i - 2);

                if (i - 1 != token - 1 && token_is_quote_mark(doc, i - 1))
                        return PHRASE_NONE;
                if (!document_is(doc, i - 1, ",") || !k || k->kind != CHUNK_NOUN ||
                    k->end != i - 1 || doc->tokens[k->head].name != NAME_PERSON)
                        continue;
                if (k->first == doc->sentences[doc->tokens[token].sentence].first ||
                    (k->first > low && token_is_quote_mark(doc, k->first - 1)))
                        return (struct phrase){ k->first, k->end, k->head };
        }
        return PHRASE_NONE;
}

/* "On taxes, | the farmers …": a preposition and its phrase at the head of the sentence. */
static bool opens_with(const struct document *doc, struct phrase p)
{
        return !phrase_is_none(p) &&
               p.first == doc->sentences[doc->tokens[p.head].sentence].first + 1 &&
               doc->tokens[p.first - 1].upos == UPOS_ADP;
}

/* "The town, | pushed to its limits, agreed": a participle that is tagged as finite, behind
 * what opens the sentence. */
static bool is_pushed(const struct document *doc, const struct chunks *c, size_t i)
{
        const struct chunk *k = chunk_at(c, i);
        struct phrase p = i > 1 ? phrase_before(doc, c, i - 1) : PHRASE_NONE;

        return k && k->kind == CHUNK_VERB && k->form == VERB_FINITE && k->first == i &&
               k->end == i + 1 && doc->tokens[i].fine == FINE_VBD && !phrase_is_none(p) &&
               p.first == doc->sentences[doc->tokens[i].sentence].first &&
               i + 1 < doc->n_tokens && doc->tokens[i + 1].upos == UPOS_ADP;
}

/* "Lavrov, the foreign minister, said": what stands before the comma that opens what the comma
 * at @token closes. */
struct phrase phrase_over_parenthesis(const struct document *doc, const struct chunks *c,
                                      size_t token)
{
        static const char *const opening[] = { ",", "–", "—", "--", "(" };
        size_t low = chunk_reach_low(doc, token);
        struct phrase nearest = PHRASE_NONE, p;
        unsigned bracket = document_is(doc, token, ")");

        for (size_t i = token; i > low + 1; i--) {
                const struct chunk *before;

                if (i <= token && document_is(doc, i - 1, ")")) {
                        bracket++; /* "Berg (D., N.Y.)": no comma within opens anything */
                        continue;
                }
                if (bracket && document_is(doc, i - 1, "("))
                        bracket--;
                if (bracket || !document_is_one_of(doc, i - 1, opening, ARRAY_SIZE(opening)))
                        continue;
                before = chunk_at(c, i - 2);
                if (!before || before->kind != CHUNK_NOUN || before->time ||
                    before->end != i - 1 ||
                    (!opens_parenthesis(doc, c, i) && !is_pushed(doc, c, i)))
                        continue;
                p = phrase_before(doc, c, i - 1);
                if (!is_whereabouts(doc, c, p, low))
                        return phrase_described(doc, c, p, low);
                if (phrase_is_none(nearest) && !opens_with(doc, p))
                        nearest = p;
        }
        if (!phrase_is_none(nearest))
                return nearest;
        /* "And a third, Anna Berg, said": words that are no phrase, and the name itself */
        p = phrase_before(doc, c, token);
        return !phrase_is_none(p) && p.first > low && document_is(doc, p.first - 1, ",") &&
                               doc->tokens[p.head].name == NAME_PERSON
                       ? p
                       : opening_name(doc, c, token, low);
}
