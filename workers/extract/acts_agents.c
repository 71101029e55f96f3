/* acts_agents - who can act, and what is only a thing
 *
 * Rules, storms and polls do nothing to anybody; people, what is made up of people, and
 * whatever has a name do. What a phrase means is told by its head, or by what "of" ties to a
 * measure ("a majority of the voters").
 */
#include <string.h>

#include "workers/extract/acts.h"
#include "workers/extract/entities.h"
#include "workers/extract/reporting.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_acting_nouns;
extern const struct lexicon lexicon_group_nouns;
extern const struct lexicon lexicon_role_nouns;
extern const struct lexicon lexicon_source_nouns;
extern const struct lexicon lexicon_titles;

/* "partygoers", "tribesmen" */
static bool is_person_by_form(const char *word)
{
        static const char *const ends[] = { "goer", "goers", "sman", "smen", "woman", "women" };
        size_t n = strlen(word);

        for (size_t i = 0; i < ARRAY_SIZE(ends); i++)
                if (n > strlen(ends[i]) && word_is(word + n - strlen(ends[i]), ends[i]))
                        return true;
        return false;
}

static bool noun_is_actor(const struct token *t)
{
        const char *voice = lexicon_get(&lexicon_source_nouns, t->lemma);

        if (voice)
                return strcmp(voice, "document") != 0;
        if (lexicon_get(&lexicon_group_nouns, t->lemma) ||
            lexicon_get(&lexicon_group_nouns, t->lower) ||
            lexicon_get(&lexicon_acting_nouns, t->lemma) ||
            lexicon_get(&lexicon_acting_nouns, t->lower) || is_person_by_form(t->lower) ||
            lexicon_get(&lexicon_titles, t->lemma))
                return true;
        return noun_is_person(t);
}

bool noun_acts(const struct token *t)
{
        struct token former = *t;

        if (strncmp(t->lower, "ex-", 3) != 0 || strncmp(t->lemma, "ex-", 3) != 0)
                return noun_is_actor(t);
        former.lower += 3; /* "an ex-guard" */
        former.lemma += 3;
        return noun_is_actor(&former);
}

bool noun_is_measure(const struct document *doc, size_t head, size_t behind)
{
        if (!document_is(doc, behind, "of"))
                return false;
        return lexicon_has(&lexicon_role_nouns, doc->tokens[head].lemma, "measure") ||
               doc->tokens[head].upos == UPOS_NUM || doc->tokens[head].upos == UPOS_DET;
}

/* "It", "which", "that" may mean anything. */
static enum agency pronoun_agency(const struct document *doc, size_t i)
{
        static const char *const open[] = { "it",    "which", "that", "this",
                                            "these", "those", "what" };

        return document_is_one_of(doc, i, open, ARRAY_SIZE(open)) ? AGENCY_OPEN : AGENCY_AGENT;
}

/* "the Baltic Sea": nobody is there. */
bool is_water(const struct token *t)
{
        return lexicon_has(&lexicon_role_nouns, t->lower, "water");
}

static enum agency head_agency(const struct document *doc, size_t head)
{
        const struct token *t = &doc->tokens[head];
        int entity;

        if (is_water(t))
                return AGENCY_THING;
        if (t->upos == UPOS_PRON)
                return pronoun_agency(doc, head);
        entity = entities_at(doc, t->start);
        if (entity != NONE)
                return doc->x->entities[entity].type == ENTITY_OTHER ? AGENCY_OPEN
                                                                     : AGENCY_AGENT;
        if (t->upos == UPOS_PROPN || t->fine == FINE_NNPS)
                return AGENCY_OPEN;
        if (t->upos != UPOS_NOUN)
                return AGENCY_OPEN;
        return noun_acts(t) ? AGENCY_AGENT : AGENCY_THING;
}

enum agency phrase_agency(const struct document *doc, const struct chunks *c, struct phrase p)
{
        const struct chunk *k;

        if (phrase_is_none(p))
                return AGENCY_OPEN;
        if (p.head && (document_is(doc, p.head, "that") || document_is(doc, p.head, "which")) &&
            doc->tokens[p.head - 1].sentence == doc->tokens[p.head].sentence) {
                k = chunk_at(c, p.head - 1); /* "campaigns | that are funded" */
                if (k && k->kind == CHUNK_NOUN && !k->pronoun)
                        return head_agency(doc, k->head);
        }
        k = chunk_at(c, p.head);
        if (k && noun_is_measure(doc, p.head, k->end) && k->end + 1 < doc->n_tokens) {
                k = chunk_at(c, k->end + 1);
                if (k && k->kind == CHUNK_NOUN)
                        return head_agency(doc, k->head);
        }
        return head_agency(doc, p.head);
}
