/* acts_participles - participles that are adjectives or nouns where they stand
 *
 * "a badly injured guest", "the Oslo shooting", "held for questioning": forms of a verb, and
 * no act.
 */
#include "workers/extract/acts.h"
#include "workers/extract/reporting.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_deed_verbs;

/* "Norway also again | urged the court", "rowers largely | backed plans": behind a noun, or
 * with an article or a name behind it that none before it claims, it has an object. */
static bool is_active(const struct document *doc, const struct chunk *verb,
                      const struct chunk *next)
{
        const struct token *t = &doc->tokens[next->first], *before;
        size_t first = doc->sentences[t->sentence].first, i = verb->first;

        while (i > first && doc->tokens[i - 1].upos == UPOS_ADV)
                i--;
        before = i > first ? &doc->tokens[i - 1] : NULL;
        if (chunk_tells_time(doc, next))
                return false; /* "the plan that Norway largely | dropped last week" */
        if (before && before->fine != FINE_POS && before->fine != FINE_PRPS &&
            (before->upos == UPOS_NOUN || before->upos == UPOS_PROPN ||
             before->upos == UPOS_PRON))
                return true;
        return (t->upos == UPOS_DET || t->fine == FINE_PRPS || t->name != NAME_NONE) &&
               i > first && doc->tokens[i - 1].upos != UPOS_DET &&
               doc->tokens[i - 1].upos != UPOS_ADJ;
}

bool clause_is_adjective(const struct document *doc, const struct chunks *c,
                         const struct clause *clause)
{
        static const char *const whose[] = { "suspect", "suspects", "victim", "survivor" };
        const struct chunk *verb = clause->verb, *next = chunk_at(c, verb->end);
        const struct token *before = verb->first ? &doc->tokens[verb->first - 1] : NULL;

        if ((verb->form != VERB_PARTICIPLE && verb->form != VERB_ING) ||
            verb->end - verb->first != 1 || !next || next->kind != CHUNK_NOUN ||
            next->first != verb->end || !before ||
            before->sentence != doc->tokens[verb->first].sentence)
                return false;
        if (verb->form == VERB_ING &&
            document_is_one_of(doc, next->first, whose, ARRAY_SIZE(whose)))
                return true;        /* "the shooting suspect Jan Lind" */
        if (verb->form == VERB_ING) /* "Norway's visiting king", "the Oslo shooting suspect" */
                return before->fine == FINE_POS || before->upos == UPOS_DET ||
                       (next->end == next->first + 1 &&
                        doc->tokens[next->head].fine == FINE_NN &&
                        (before->upos == UPOS_NOUN || before->upos == UPOS_PROPN) &&
                        noun_acts(&doc->tokens[next->head]));
        if (before->upos == UPOS_CCONJ) /* "a swift and | coordinated answer" */
                return verb->first > 1 && doc->tokens[verb->first - 2].upos == UPOS_ADJ;
        return before->upos == UPOS_ADP || before->upos == UPOS_DET ||
               before->upos == UPOS_ADJ ||
               (before->upos == UPOS_ADV && !is_active(doc, verb, next));
}

/* "by talks, a truce and | opening the ports": what the list that ends with @k is done by. */
static bool is_means(const struct document *doc, const struct chunks *c, const struct chunk *k,
                     size_t low)
{
        while (k->first > low + 1 && document_is(doc, k->first - 1, ",")) {
                const struct chunk *before = chunk_at(c, k->first - 2);

                if (!before || before->kind != CHUNK_NOUN)
                        return false;
                k = before;
        }
        return k->first > low && document_is(doc, k->first - 1, "by");
}

/* "pacts on trade, a truce and | opening the ports": one of a list of nouns, and no deed;
 * "charged with theft and | hurting her", "by talks and | hurting her" are told. */
static bool is_listed(const struct document *doc, const struct chunks *c,
                      const struct chunk *verb)
{
        size_t low = chunk_reach_low(doc, verb->first);
        const struct chunk *k = NULL;

        if (verb->form != VERB_ING || verb->first < low + 2 ||
            !(document_is(doc, verb->first - 1, "and") ||
              document_is(doc, verb->first - 1, "or")))
                return false;
        k = chunk_at(c, verb->first - 2);
        if (!k || k->kind != CHUNK_NOUN || is_means(doc, c, k, low))
                return false;
        for (size_t i = k->first; i > low; i = k ? k->first : i - 1) {
                k = chunk_at(c, i - 1);
                if (!k || k->kind != CHUNK_VERB)
                        continue;
                if (doc->tokens[k->head].fine == FINE_VBG ||
                    lexicon_has(&lexicon_deed_verbs, doc->tokens[k->head].lemma, "from-afar"))
                        return false;
                if (k->form == VERB_FINITE)
                        return true;
        }
        return false;
}

/* "the school | shooting in Vik": of a noun in the singular that is no person the kind of
 * shooting is told. */
static bool is_kind_of_attack(const struct token *before, const struct token *verb)
{
        static const char *const words[] = { "shooting", "stabbing", "bombing", "killing" };

        return word_is_one_of(verb->lower, words, ARRAY_SIZE(words)) &&
               (before->fine == FINE_NN || before->fine == FINE_NNP) &&
               before->name != NAME_PERSON && before->name != NAME_PLACE &&
               !noun_is_person(before);
}

/* "for questioning in the case": a noun by its place. */
bool clause_is_nominal(const struct document *doc, const struct chunks *c,
                       const struct clause *clause)
{
        const struct chunk *verb = clause->verb;
        const struct token *before = verb->first ? &doc->tokens[verb->first - 1] : NULL;
        uint32_t i = verb->end;

        if (verb->form != VERB_ING || verb->end != verb->first + 1 || !before ||
            before->sentence != doc->tokens[verb->first].sentence)
                return false;
        if (before->upos == UPOS_PROPN && i < doc->n_tokens && doc->tokens[i].upos == UPOS_AUX)
                return true; /* "those hurt in the Oslo stabbing | have sued" */
        if (is_kind_of_attack(before, &doc->tokens[verb->head]) && !clause_object(clause) &&
            !document_is(doc, i, "at"))
                return true;
        if (document_is(doc, verb->first - 1, "under") || is_listed(doc, c, verb))
                return true;
        if ((before->upos != UPOS_ADP && before->upos != UPOS_SCONJ &&
             before->upos != UPOS_DET && before->upos != UPOS_ADJ &&
             before->kind != TOKEN_NUMBER && before->fine != FINE_POS))
                return false;
        if (document_is(doc, i, "with") || document_is(doc, i, "to") ||
            document_is(doc, i, "against") || document_is(doc, i, "for"))
                return false;
        return !clause_object(clause);
}
