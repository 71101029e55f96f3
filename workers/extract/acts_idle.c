/* acts_idle - verbs that do nothing to anybody where they stand
 *
 * "helped derail the plan", "failed to find it", "is to blame", "a coal-fired plant": PLOVER
 * has a type for the verb, but not for this.
 */
#include <string.h>

#include "workers/extract/acts.h"
#include "workers/extract/subjects.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_deed_verbs;
extern const struct lexicon lexicon_role_nouns;

/* "helped derail the talks", "was created to help": what is helped is no one. */
static bool helps_nobody(const struct document *doc, const struct clause *clause)
{
        return !clause_object(clause) && !clause->verb->passive &&
               !document_is(doc, clause->verb->end, "with") &&
               (phrase_is_none(clause->subject) || /* "Norway helped rebuild Chad" */
                doc->tokens[clause->subject.head].name != NAME_PLACE);
}

/* Those who fail at what was asked of them reject it; to fail to find, to win or to recall
 * refuses nothing. */
static bool is_defiance(const struct document *doc, const struct clause *clause)
{
        uint32_t i = clause->verb->end;

        return document_is(doc, i, "to") && i + 1 < doc->n_tokens &&
               lexicon_has(&lexicon_deed_verbs, doc->tokens[i + 1].lemma, "comply");
}

/* 'the programme "Meet the Neighbours"' */
static bool is_in_title(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i];
        size_t first = doc->sentences[t->sentence].first;

        while (first < i && doc->tokens[first].kind == TOKEN_PUNCTUATION)
                first++;
        return t->capital && !t->all_capital && i > first + 1 && i + 1 < doc->n_tokens &&
               doc->tokens[i - 1].kind == TOKEN_PUNCTUATION && doc->tokens[first].capital &&
               doc->tokens[i - 2].kind == TOKEN_WORD;
}

/* Who talks to nobody, or about something, meets nobody; two may. */
static bool has_partner(const struct document *doc, const struct clause *clause)
{
        static const char *const words[] = { "with", "to" };

        if (clause->n_parts && clause->parts[0].preposition != UINT32_MAX &&
            word_is_one_of(doc->tokens[clause->parts[0].preposition].lower, words,
                           ARRAY_SIZE(words)))
                return true;
        if (clause->verb->end < doc->n_tokens &&
            word_is_one_of(doc->tokens[clause->verb->end].lower, words, ARRAY_SIZE(words)))
                return true;
        for (uint32_t i = clause->subject.first;
             !phrase_is_none(clause->subject) && i < clause->subject.end; i++)
                if (document_is(doc, i, "and"))
                        return true;
        return document_is(doc, clause->verb->head + 1, "again");
}

/* "alleged killer" */
static bool is_before_noun(const struct document *doc, const struct clause *clause)
{
        uint32_t i = clause->verb->end;

        return clause->verb->end == clause->verb->first + 1 && i < doc->n_tokens &&
               document_is(doc, clause->verb->head, "alleged") &&
               (doc->tokens[i].upos == UPOS_NOUN || doc->tokens[i].upos == UPOS_ADJ);
}

/* "the aides met", "needed permits": a plural that was taken for a verb. */
static bool is_plural_noun(const struct document *doc, const struct clause *clause)
{
        const struct chunk *verb = clause->verb;
        const struct token *t = &doc->tokens[verb->head];
        const struct token *before = verb->first ? &doc->tokens[verb->first - 1] : NULL;
        const struct token *next = verb->end < doc->n_tokens ? &doc->tokens[verb->end] : NULL;

        if (document_is(doc, verb->head, "aides")) /* no form of "aid", whatever its lemma */
                return true;
        if (verb->end != verb->first + 1 || t->fine != FINE_VBZ)
                return false;
        if (verb->first > 1 && before->upos == UPOS_NOUN && !noun_acts(before) &&
            doc->tokens[verb->first - 2].fine == FINE_POS)
                return true; /* "Chad's trade | abuses" */
        return (before && before->sentence == t->sentence && before->upos == UPOS_VERB) ||
               (next && next->sentence == t->sentence &&
                (next->fine == FINE_VBD || next->fine == FINE_VBP || next->fine == FINE_MD ||
                 next->upos == UPOS_AUX));
}

/* Wars are fought by many; one man fights in a ring, or for something. */
static bool is_one_man(const struct document *doc, struct phrase p)
{
        if (phrase_is_none(p))
                return false;
        for (uint32_t i = p.first; i < p.end; i++)
                if (document_is(doc, i, "and"))
                        return false;
        return doc->tokens[p.head].name == NAME_PERSON || document_is(doc, p.head, "he") ||
               document_is(doc, p.head, "she") || document_is(doc, p.head, "i");
}

/* "issued air quality warnings" */
static bool is_forecast(const struct document *doc, const struct clause *clause)
{
        const struct clause_part *object = clause_object(clause);
        uint32_t head = object ? object->chunk->head : 0;

        return object && head > object->chunk->first &&
               word_is(doc->tokens[head].lemma, "warning") &&
               doc->tokens[head - 1].upos == UPOS_NOUN;
}

/* Firefighters fight fires. */
static bool is_against_fire(const struct document *doc, const struct clause *clause)
{
        if (!phrase_is_none(clause->subject) &&
            lexicon_has(&lexicon_role_nouns, doc->tokens[clause->subject.head].lemma,
                        "firefighter"))
                return true;
        for (unsigned i = 0; i < clause->n_parts; i++)
                if (lexicon_has(&lexicon_role_nouns,
                                doc->tokens[clause->parts[i].chunk->head].lemma, "firefighter"))
                        return true;
        return false;
}

static bool has_preposition(const struct document *doc, const struct clause *clause,
                            const char *word)
{
        for (unsigned i = 0; i < clause->n_parts; i++)
                if (clause->parts[i].preposition != UINT32_MAX && !clause->parts[i].inner &&
                    document_is(doc, clause->parts[i].preposition, word))
                        return true;
        return false;
}

static bool is_bomb(const struct document *doc, struct phrase p)
{
        return !phrase_is_none(p) &&
               lexicon_has(&lexicon_role_nouns, doc->tokens[p.head].lemma, "bomb");
}

bool clause_is_of_rules(const struct document *doc, const struct clause *clause)
{
        return lexicon_has(&lexicon_deed_verbs, doc->tokens[clause->verb->head].lemma, "rule");
}

bool clause_is_idle(const struct document *doc, const struct clause *clause)
{
        const char *lemma = doc->tokens[clause->verb->head].lemma;

        if (word_is(lemma, "help"))
                return helps_nobody(doc, clause);
        if (is_in_title(doc, clause->verb->head) || doc->tokens[clause->verb->head].all_capital)
                return true;
        if (clause->verb->form == VERB_PARTICIPLE && clause->verb->first &&
            document_is(doc, clause->verb->first - 1, "-"))
                return true;           /* "coal - fired" */
        if (word_is(lemma, "decline")) /* "her declining health", "sales declined" */
                return !clause_object(clause) && !clause->verb->passive &&
                       !document_is(doc, clause->verb->end, "to");
        if (word_is(lemma, "threaten")) /* "a tone that is threatening" */
                return clause->verb->form == VERB_ING && !clause->n_parts &&
                       !document_is(doc, clause->verb->end, "to");
        if (word_is(lemma, "allege"))
                return is_before_noun(doc, clause);
        if (word_is(lemma, "battle") || word_is(lemma, "fight"))
                return is_one_man(doc, clause->subject) || is_against_fire(doc, clause) ||
                       document_is(doc, clause->verb->end, "what") ||
                       (!clause_object(clause) && clause_is_over_something(doc, clause));
        if (word_is(lemma, "release") && token_is_quote_mark(doc, clause->verb->end))
                return true; /* a film, or a song */
        if (word_is(lemma, "release") || word_is(lemma, "free"))
                return !clause_object(clause) && !clause->verb->passive &&
                       clause->verb->form == VERB_FINITE;
        if (is_plural_noun(doc, clause))
                return true;
        if (word_is(lemma, "strike") && !clause->verb->passive)
                return clause_object(clause)
                               ? document_is(doc, clause_object(clause)->chunk->end, "as")
                               : document_is(doc, clause->verb->end, "with") ||
                                         document_is(doc, clause->verb->end, "into");
        if (word_is(lemma, "give")) /* "the one she gave in response" */
                return document_is(doc, clause->verb->end, "in") && clause->n_parts &&
                       clause->parts[0].preposition == clause->verb->end;
        if (word_is(lemma, "issue"))
                return is_forecast(doc, clause);
        if (word_is(lemma, "warn"))
                return has_preposition(doc, clause, "about");
        if (word_is(lemma, "explode"))
                return !clause_object(clause) && !is_bomb(doc, clause->subject);
        if (word_is(lemma, "burn") && clause->verb->form == VERB_ING && clause_object(clause) &&
            clause_object(clause)->chunk->first == clause->verb->end &&
            doc->tokens[clause->verb->end].upos == UPOS_NOUN)
                return true; /* "burning wreckage" */
        if (word_is(lemma, "burn"))
                return !clause_object(clause) && !clause->verb->passive;
        if (word_is(lemma, "blame")) /* "he is to blame" */
                return clause->verb->form == VERB_INFINITIVE && !clause_object(clause);
        if (word_is(lemma, "talk") || word_is(lemma, "debate"))
                return !has_partner(doc, clause);
        if (document_is(doc, clause->verb->head, "mounting"))
                return true; /* threats that grow */
        if (word_is(lemma, "fail"))
                return !is_defiance(doc, clause);
        return word_is(lemma, "meet") && clause->verb->passive;
}
