/* chunk_relative - which pronouns stand for the noun before them: "rebels | who left", "rebels
 * | that left", not "told rebels | that was wrong"
 */
#include "base/macros.h"
#include "workers/extract/chunks.h"
#include "workers/extract/reporting.h"

/* "told bakers | that": does the verb right before the noun @k tell somebody something? */
static bool is_listener(const struct document *doc, const struct chunks *c,
                        const struct chunk *k)
{
        const struct chunk *verb = k->first ? chunk_at(c, k->first - 1) : NULL;

        return verb && verb->kind == CHUNK_VERB && verb_takes_listener(doc, verb->head);
}

/* "It was in Lund that", "clear to Lind that": the noun of a preposition, and no antecedent. */
static bool is_cleft(const struct document *doc, const struct chunk *noun)
{
        size_t first = doc->sentences[doc->tokens[noun->first].sentence].first;

        if (noun->first < first + 3 || doc->tokens[noun->first - 1].upos != UPOS_ADP)
                return false;
        if (document_is(doc, first, "it") && doc->tokens[first + 1].upos == UPOS_AUX &&
            noun->first == first + 3)
                return true;
        return document_is(doc, noun->first - 1, "to") &&
               doc->tokens[noun->first - 2].upos == UPOS_ADJ;
}

/* Does a verb stand behind the pronoun at @i, over adverbs? */
static bool has_verb_behind(const struct document *doc, size_t i, size_t end)
{
        for (i++; i < end && doc->tokens[i].upos == UPOS_ADV;)
                i++;
        return i < end && (doc->tokens[i].upos == UPOS_VERB || doc->tokens[i].upos == UPOS_AUX);
}

bool chunk_is_relative(const struct document *doc, const struct chunks *c, size_t i, size_t end)
{
        static const char *const always[] = { "who", "which" };
        const struct chunk *noun = i ? chunk_at(c, i - 1) : NULL;

        if (document_is_one_of(doc, i, always, ARRAY_SIZE(always)))
                return true;
        return document_is(doc, i, "that") && noun && noun->kind == CHUNK_NOUN &&
               noun->end == i && !noun->pronoun && !noun->time &&
               doc->tokens[noun->head].sentence == doc->tokens[i].sentence &&
               has_verb_behind(doc, i, end) && !is_listener(doc, c, noun) &&
               !is_cleft(doc, noun);
}
