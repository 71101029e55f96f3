/* acts_sense - what clauses are not, though their verbs say so
 *
 * Staff is fired, teams are beaten, rivals attack each other with words; who was killed killed
 * nobody, and where an attack was is not who is condemned for it.
 */
#include <string.h>

#include "base/ascii.h"
#include "workers/extract/acts.h"
#include "workers/extract/entities.h"
#include "workers/extract/reporting.h"
#include "workers/text/gazetteer.h"

extern const struct lexicon lexicon_deed_verbs;
extern const struct lexicon lexicon_role_nouns;

enum { SCORE_BYTES = 80 };

/* A person, whoever it is: by name, by office or by pronoun. */
static bool is_person(const struct document *doc, size_t i)
{
        static const char *const pronouns[] = { "he",      "him",       "she",      "her",
                                                "me",      "you",       "them",     "us",
                                                "who",     "i",         "whom",     "we",
                                                "they",    "everybody", "everyone", "anyone",
                                                "anybody", "someone",   "nobody" };
        const struct token *t = &doc->tokens[i];
        int entity = entities_at(doc, t->start);

        if (entity != NONE && doc->x->entities[entity].type == ENTITY_PERSON)
                return true;
        return t->name == NAME_PERSON || lexicon_get(&lexicon_titles, t->lower) ||
               word_is_one_of(t->lower, pronouns, ARRAY_SIZE(pronouns));
}

static bool is_body(const struct document *doc, size_t i)
{
        return doc->tokens[i].name == NAME_ORGANIZATION || doc->tokens[i].name == NAME_PLACE;
}

/* The direct object, or NULL. */
const struct clause_part *clause_object(const struct clause *clause)
{
        for (unsigned i = 0; i < clause->n_parts; i++)
                if (clause->parts[i].preposition == UINT32_MAX && !clause->parts[i].inner &&
                    !clause->parts[i].chunk->time)
                        return &clause->parts[i];
        return NULL;
}

/* "fired a missile", "was fired at", "fired on the crowd"; but "fired the coach". */
static bool is_shot(const struct document *doc, const struct clause *clause)
{
        static const char *const aims[] = { "at", "on", "upon", "into", "toward", "towards" };
        const struct clause_part *object = clause_object(clause);
        uint32_t end = clause->verb->end;

        if (!phrase_is_none(clause->subject) && clause->subject.first > 1 &&
            clause->subject.end == clause->verb->first &&
            document_is(doc, clause->subject.first - 1, "have") &&
            document_is(doc, clause->subject.first - 2, "to"))
                return false; /* "wants to have Berg fired" */
        if (end < doc->n_tokens &&
            word_is_one_of(doc->tokens[end].lower, aims, ARRAY_SIZE(aims)))
                return true;
        if (clause->verb->passive)
                return !phrase_is_none(clause->subject) &&
                       lexicon_has(&lexicon_role_nouns, doc->tokens[clause->subject.head].lemma,
                                   "shot");
        for (unsigned i = 0; i < clause->n_parts; i++)
                if (!clause->parts[i].inner &&
                    lexicon_has(&lexicon_role_nouns,
                                doc->tokens[clause->parts[i].chunk->head].lemma, "shot"))
                        return true; /* "more than ten rounds" */
        if (object)
                return false;
        for (unsigned i = 0; i < clause->n_parts; i++)
                if (clause->parts[i].preposition != UINT32_MAX && !clause->parts[i].inner &&
                    word_is_one_of(doc->tokens[clause->parts[i].preposition].lower, aims,
                                   ARRAY_SIZE(aims)))
                        return true;
        return !document_is(doc, end, "off") && !document_is(doc, end, "up") &&
               clause->verb->form == VERB_FINITE && !clause->n_parts;
}

/* "3-1" soon behind the verb. */
static bool has_score(const struct document *doc, const struct clause *clause)
{
        const struct token *verb = &doc->tokens[clause->verb->head];
        const struct sentence *s = &doc->sentences[verb->sentence];
        const char *p = doc->x->text + verb->end;
        size_t n = doc->tokens[s->end - 1].end - verb->end;

        for (size_t i = 0; i + 2 < n && i < SCORE_BYTES; i++)
                if (ascii_is_digit(p[i]) && p[i + 1] == '-' && ascii_is_digit(p[i + 2]))
                        return true;
        return false;
}

/* "beat the Bears 3-1", "beat Ann Lee in the final" */
static bool is_game(const struct document *doc, const struct clause *clause)
{
        const struct clause_part *object = clause_object(clause);

        if (object && is_body(doc, object->chunk->head))
                return true;
        for (unsigned i = 0; i < clause->n_parts; i++)
                if (lexicon_has(&lexicon_role_nouns,
                                doc->tokens[clause->parts[i].chunk->head].lemma, "contest"))
                        return true;
        return has_score(doc, clause);
}

/* "beat him up", "beat her with clubs", "was beaten by police"; who beats a rival does so by
 * votes or points. */
static bool is_beating(const struct document *doc, const struct clause *clause)
{
        static const char *const behind[] = { "up", "to", "down", "with", "and" };
        const struct token *subject =
                phrase_is_none(clause->subject) ? NULL : &doc->tokens[clause->subject.head];

        for (uint32_t i = clause->verb->first; i < clause->verb->end; i++)
                if (document_is(doc, i, "badly") || document_is(doc, i, "severely") ||
                    document_is(doc, i, "brutally"))
                        return true;
        for (unsigned i = 0; i < clause->n_parts; i++)
                if (clause->parts[i].preposition != UINT32_MAX && !clause->parts[i].inner &&
                    document_is(doc, clause->parts[i].preposition, "with"))
                        return true;
        if (document_is_one_of(doc, clause->verb->end, behind, ARRAY_SIZE(behind)))
                return true;
        for (unsigned i = 0; i < clause->n_parts; i++)
                if (clause->verb->passive &&
                    document_is(doc, clause->parts[i].preposition, "by"))
                        subject = &doc->tokens[clause->parts[i].chunk->head];
        return subject &&
               (word_is(subject->lemma, "police") || word_is(subject->lemma, "officer") ||
                word_is(subject->lemma, "soldier") || word_is(subject->lemma, "mob") ||
                word_is(subject->lemma, "guard") || word_is(subject->lemma, "trooper"));
}

/* A body, or somebody who has a name: one man attacks them with words, unless he is armed. */
static bool is_rival(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i];

        return t->name == NAME_ORGANIZATION || t->name == NAME_PERSON ||
               (t->upos == UPOS_NOUN && noun_acts(t) && noun_voice(t) &&
                strcmp(noun_voice(t), "body") == 0) ||
               word_is(t->lemma, "giant") || word_is(t->lemma, "rival");
}

static bool has_instrument(const struct document *doc, const struct clause *clause)
{
        for (unsigned i = 0; i < clause->n_parts; i++)
                if (clause->parts[i].preposition != UINT32_MAX && !clause->parts[i].inner &&
                    document_is(doc, clause->parts[i].preposition, "with"))
                        return true;
        return false;
}

/* "attacked Berg over her plans", but not "over the past weekend". */
static bool is_over_a_matter(const struct document *doc, const struct chunk *object)
{
        enum { REACH = 4 };
        size_t i = object->end;

        if (!is_person(doc, object->head) || !document_is(doc, i, "over"))
                return false;
        for (i++; i < doc->n_tokens && i <= object->end + REACH; i++)
                if (lexicon_has(&lexicon_role_nouns, doc->tokens[i].lemma, "stretch"))
                        return false;
        return true;
}

/* "In a speech in Oslo, | Berg attacked her" */
static bool opens_with_statement(const struct document *doc, const struct clause *clause)
{
        enum { STATEMENT_REACH = 5 };
        size_t i = doc->sentences[doc->tokens[clause->verb->first].sentence].first;
        size_t end = clause->subject.first;

        if (!document_is(doc, i, "in"))
                return false;
        for (size_t k = i + 1; k < end && k < i + STATEMENT_REACH; k++)
                if (lexicon_has(&lexicon_role_nouns, doc->tokens[k].lemma, "statement"))
                        return true;
        return false;
}

/* "attacks him over the call", "hit her on Twitter" */
static bool is_of_words(const struct document *doc, const struct clause *clause)
{
        const struct clause_part *object = clause_object(clause);

        if (object && is_over_a_matter(doc, object->chunk))
                return true;
        if (phrase_is_none(clause->subject) || !is_person(doc, clause->subject.head))
                return false;
        if (opens_with_statement(doc, clause))
                return !has_instrument(doc, clause);
        if (object && doc->tokens[clause->subject.head].name == NAME_PERSON &&
            is_rival(doc, object->chunk->head) && !has_instrument(doc, clause))
                return true;
        for (unsigned i = 0; i < clause->n_parts; i++) {
                const struct clause_part *p = &clause->parts[i];

                if (p->preposition == UINT32_MAX || p->inner || p->chunk->time)
                        continue;
                if (document_is(doc, p->preposition, "over") ||
                    document_is(doc, p->preposition, "for") ||
                    lexicon_has(&lexicon_role_nouns, doc->tokens[p->chunk->head].lemma,
                                "statement"))
                        return true;
        }
        return false;
}

/* "clashed with striking workers": who is on strike strikes nobody. */
static bool is_on_strike(const struct document *doc, const struct clause *clause)
{
        uint32_t first = clause->verb->first;

        return clause->verb->form == VERB_ING && first && document_is(doc, first - 1, "with") &&
               doc->tokens[first - 1].sentence == doc->tokens[first].sentence;
}

/* "was struck near the shop": one who is, is so by a car, or by lightning. */
static bool is_run_over(const struct document *doc, const struct clause *clause)
{
        if (!clause->verb->passive || phrase_is_none(clause->subject) ||
            !is_person(doc, clause->subject.head))
                return false;
        for (unsigned i = 0; i < clause->n_parts; i++)
                if (clause->parts[i].preposition != UINT32_MAX &&
                    document_is(doc, clause->parts[i].preposition, "by"))
                        return false;
        return true;
}

bool clause_has_no_passive(const struct document *doc, const struct clause *clause)
{
        return lexicon_has(&lexicon_deed_verbs, doc->tokens[clause->verb->head].lemma,
                           "intransitive") ||
               (word_is(doc->tokens[clause->verb->head].lemma, "call") &&
                (document_is(doc, clause->verb->end, "on") ||
                 document_is(doc, clause->verb->end, "for")));
}

bool clause_is_reflexive(const struct document *doc, const struct clause *clause)
{
        static const char *const words[] = { "himself", "herself", "themselves",
                                             "itself",  "myself",  "oneself" };
        const struct clause_part *object = clause_object(clause);

        return object &&
               word_is_one_of(doc->tokens[object->chunk->head].lower, words, ARRAY_SIZE(words));
}

bool clause_is_suffered(const struct document *doc, const struct clause *clause)
{
        const struct chunk *verb = clause->verb;

        return verb->end - verb->first == 1 && !clause_object(clause) &&
               (verb->form == VERB_FINITE || verb->form == VERB_PARTICIPLE) &&
               lexicon_has(&lexicon_deed_verbs, doc->tokens[verb->head].lemma, "suffer") &&
               verb->end < doc->n_tokens &&
               (document_is(doc, verb->end, "in") || document_is(doc, verb->end, "by") ||
                document_is(doc, verb->end, "during") || document_is(doc, verb->end, "when"));
}

bool clause_has_object(const struct document *doc, const struct clause *clause)
{
        const struct clause_part *object = clause_object(clause);

        return object && doc->tokens[object->chunk->head].name != NAME_NONE;
}

/* "had previously agreed": the auxiliary stands before an adverb. */
bool clause_is_perfect(const struct document *doc, const struct chunk *verb)
{
        uint32_t i = verb->first;

        while (i && verb->first - i < 3 && doc->tokens[i - 1].upos == UPOS_ADV)
                i--;
        return i && i < verb->first &&
               (document_is(doc, i - 1, "had") || document_is(doc, i - 1, "has") ||
                document_is(doc, i - 1, "have"));
}

/* "is opposed to", "was expected to": what its subject thinks or is about to do; but whoever is
 * asked, forced or allowed to do it suffers that. */
bool clause_is_stance(const struct document *doc, const struct chunk *verb)
{
        const char *lemma = doc->tokens[verb->head].lemma;
        const struct token *next =
                verb->end + 1 < doc->n_tokens ? &doc->tokens[verb->end + 1] : NULL;

        if (!document_is(doc, verb->end, "to"))
                return false;
        if (next && next->upos == UPOS_VERB && next->fine != FINE_VBG)
                return lexicon_has(&lexicon_deed_verbs, lemma, "mind");
        return lexicon_has(&lexicon_deed_verbs, lemma, "stance");
}

bool token_is_locative(const struct document *doc, size_t i)
{
        static const char *const words[] = { "in", "at", "near", "outside" };

        return document_is_one_of(doc, i, words, ARRAY_SIZE(words));
}

bool part_is_locative(const struct document *doc, const struct clause_part *part)
{
        return part->preposition != UINT32_MAX && token_is_locative(doc, part->preposition);
}

/* "condemned the attack in Oslo": where it was, and not who is condemned. */
bool clause_has_scene(const struct document *doc, const struct clause *clause, unsigned i)
{
        const struct clause_part *before = i ? &clause->parts[i - 1] : NULL;

        if (!before || before->preposition != UINT32_MAX ||
            !part_is_locative(doc, &clause->parts[i]) ||
            clause->parts[i].preposition != before->chunk->end)
                return false;
        return lexicon_value_has(plover_noun(doc, before->chunk->head), "ASSAULT");
}

/* "clashed with her over the budget" */
bool clause_is_over_something(const struct document *doc, const struct clause *clause)
{
        for (unsigned i = 0; i < clause->n_parts; i++)
                if (clause->parts[i].preposition != UINT32_MAX &&
                    !clause->parts[i].chunk->time &&
                    document_is(doc, clause->parts[i].preposition, "over"))
                        return true;
        return false;
}

/* "clashed in court", "clashed at the hearing" */
static bool is_in_court(const struct document *doc, const struct clause *clause)
{
        static const char *const words[] = { "court",  "hearing", "debate",   "trial",
                                             "speech", "forum",   "interview" };

        for (unsigned i = 0; i < clause->n_parts; i++)
                if (part_is_locative(doc, &clause->parts[i]) &&
                    word_is_one_of(doc->tokens[clause->parts[i].chunk->head].lemma, words,
                                   ARRAY_SIZE(words)))
                        return true;
        return false;
}

bool clause_is_at_a_matter(const struct document *doc, const struct chunks *c,
                           const struct clause *clause)
{
        static const char *const words[] = { "on", "against", "at" };

        for (unsigned i = 1; i < clause->n_parts; i++) {
                const struct clause_part *p = &clause->parts[i];

                if (p->inner || p->preposition != p[-1].chunk->end ||
                    !document_is_one_of(doc, p->preposition, words, ARRAY_SIZE(words)) ||
                    !plover_noun(doc, p[-1].chunk->head))
                        continue;
                return phrase_agency(doc, c, chunk_phrase(p->chunk)) == AGENCY_THING &&
                       !noun_is_solid(&doc->tokens[p->chunk->head]);
        }
        return false;
}

static bool is_protester(const struct document *doc, size_t head)
{
        return lexicon_has(&lexicon_role_nouns, doc->tokens[head].lemma, "protester");
}

/* "students clashed with police", "police clashed with protesters" */
static bool is_riot(const struct document *doc, const struct clause *clause)
{
        const struct clause_part *p = clause->parts;
        bool with = clause->n_parts && p->preposition == clause->verb->end &&
                    document_is(doc, p->preposition, "with");
        size_t s = clause->subject.head;

        if (phrase_is_none(clause->subject) || !with)
                return false;
        return word_is(doc->tokens[s].lemma, "police")
                       ? is_protester(doc, p->chunk->head)
                       : word_is(doc->tokens[p->chunk->head].lemma, "police") &&
                                 is_protester(doc, s);
}

enum verb_sense clause_sense(const struct document *doc, const struct clause *clause)
{
        const char *lemma = doc->tokens[clause->verb->head].lemma;

        if (clause_is_reflexive(doc, clause))
                return SENSE_NOTHING;
        if (word_is(lemma, "fire"))
                return is_shot(doc, clause) ? SENSE_FORCE : SENSE_NOTHING;
        if (word_is(lemma, "beat"))
                return is_game(doc, clause) || !is_beating(doc, clause) ? SENSE_NOTHING
                                                                        : SENSE_FORCE;
        if (word_is(lemma, "strike"))
                return is_on_strike(doc, clause) || is_run_over(doc, clause) ? SENSE_NOTHING
                                                                             : SENSE_FORCE;
        if (word_is(lemma, "clash") && is_riot(doc, clause))
                return SENSE_RIOT;
        if (word_is(lemma, "clash"))
                return clause_is_over_something(doc, clause) || is_in_court(doc, clause)
                               ? SENSE_WORDS
                               : SENSE_FORCE;
        if (word_is(lemma, "attack") || word_is(lemma, "hit"))
                return is_of_words(doc, clause) ? SENSE_WORDS : SENSE_FORCE;
        return SENSE_FORCE;
}
