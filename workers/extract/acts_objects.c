/* acts_objects - what a verb must have beside it to mean what PLOVER codes
 *
 * The third column of plover_verbs.txt says it: who is killed, protected or released is
 * somebody, and a bill, a right or a film is not; what is destroyed is solid; a question is no
 * request.
 */
#include <string.h>

#include "workers/extract/acts.h"
#include "workers/extract/reporting.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_noun_kinds;
extern const struct lexicon lexicon_role_nouns;

/* "blew up | the bridge" */
static bool is_particle(const struct document *doc, const struct clause *clause, uint32_t i)
{
        static const char *const words[] = { "up", "out", "down", "off" };

        return i == clause->verb->end && document_is_one_of(doc, i, words, ARRAY_SIZE(words));
}

/* The direct object, or the subject of a passive or of what looks like none ("the report
 * released in May"). */
static struct phrase object_phrase(const struct document *doc, const struct clause *clause)
{
        if (clause->verb->passive)
                return clause->subject;
        for (unsigned i = 0; i < clause->n_parts; i++)
                if (!clause->parts[i].inner &&
                    (clause->parts[i].preposition == UINT32_MAX ||
                     is_particle(doc, clause, clause->parts[i].preposition)))
                        return chunk_phrase(clause->parts[i].chunk);
        return clause->verb->form == VERB_PARTICIPLE || clause->verb->form == VERB_FINITE
                       ? clause->subject
                       : PHRASE_NONE;
}

static bool has_object(const struct clause *clause)
{
        for (unsigned i = 0; i < clause->n_parts; i++)
                if (clause->parts[i].preposition == UINT32_MAX && !clause->parts[i].inner)
                        return true;
        return clause->verb->passive;
}

bool noun_is_solid(const struct token *t)
{
        const char *kind = lexicon_get(&lexicon_noun_kinds, t->lemma);

        if (lexicon_has(&lexicon_role_nouns, t->lemma, "solid"))
                return true;
        return kind && (strcmp(kind, "thing") == 0 || strcmp(kind, "place") == 0);
}

/* "asked the guard | at the gate, and the cooks | of Oslo, to leave", "asked her | in May to
 * leave": is token @i of the phrase that tells who is asked, or of a time? */
static bool goes_with_whom(const struct document *doc, const struct chunks *c, uint32_t i)
{
        static const char *const words[] = { "of", "to", "and", "or", "at", "with", "from" };
        const struct chunk *next;

        if (document_is_one_of(doc, i, words, ARRAY_SIZE(words)))
                return true;
        if (!document_is(doc, i, "in") && !document_is(doc, i, "on"))
                return false;
        next = i + 1 < doc->n_tokens ? chunk_at(c, i + 1) : NULL;
        return next && (next->time || doc->tokens[next->first].capital);
}

/* "asked them to leave", "asked for help", "asked that …"; but not "asked whether", "asked him
 * about it". */
static bool is_request(const struct document *doc, const struct chunks *c,
                       const struct clause *clause)
{
        for (uint32_t i = clause->verb->end; i < clause->end; i++) {
                const struct chunk *k = chunk_at(c, i);

                if (document_is(doc, i, "for") || document_is(doc, i, "that"))
                        return true;
                if (k && k->kind == CHUNK_VERB && k->form == VERB_ING && i == k->first &&
                    i > clause->verb->end && chunk_at(c, i - 1)) {
                        i = k->end - 1; /* "asked the groups | fighting it to leave" */
                        continue;
                }
                if (k && k->kind == CHUNK_VERB)
                        return k->form == VERB_INFINITIVE;
                if (!k && doc->tokens[i].upos != UPOS_ADV && !goes_with_whom(doc, c, i))
                        return false;
        }
        return false;
}

/* "requires them to leave", "requires that they leave"; but patients require care. */
static bool is_bidding(const struct document *doc, const struct chunks *c,
                       const struct clause *clause)
{
        if (clause->verb->passive)
                return true;
        for (uint32_t i = clause->verb->end; i < clause->end; i++) {
                const struct chunk *k = chunk_at(c, i);

                if (document_is(doc, i, "that") || (k && k->kind == CHUNK_VERB))
                        return document_is(doc, i, "that") || k->form == VERB_INFINITIVE;
        }
        return phrase_agency(doc, c, clause->subject) == AGENCY_THING ||
               (!phrase_is_none(clause->subject) &&
                doc->tokens[clause->subject.head].name != NAME_NONE);
}

/* "offered to help", "offered support": what is told is a deed to come. */
static bool has_deed(const struct document *doc, const struct clause *clause)
{
        uint32_t end = clause->verb->end;

        if (document_is(doc, end, "to") && end + 1 < doc->n_tokens &&
            doc->tokens[end + 1].upos == UPOS_VERB)
                return true;
        for (unsigned i = 0; i < clause->n_parts; i++)
                if (!clause->parts[i].inner && plover_noun(doc, clause->parts[i].chunk->head))
                        return true;
        return false;
}

/* Who comes to meet somebody, and not to live or to shop there: whoever has a name or an
 * office.
 */
static bool is_envoy(const struct document *doc, struct phrase p)
{
        const struct token *head = phrase_is_none(p) ? NULL : &doc->tokens[p.head];

        if (!head || head->name == NAME_PERSON || head->upos == UPOS_PRON)
                return head;
        return lexicon_has(&lexicon_role_nouns, head->lemma, "envoy");
}

static bool is_which(const struct document *doc, const struct clause *clause)
{
        size_t i = clause->subject.first;

        return !phrase_is_none(clause->subject) && i && !has_object(clause) &&
               (document_is(doc, i - 1, "what") || document_is(doc, i - 1, "which"));
}

/* One person; many are rebels, or critics. */
static bool is_person(const struct token *t)
{
        static const char *const words[] = { "he", "she", "him", "her", "me" };

        return word_is_one_of(t->lower, words, ARRAY_SIZE(words)) || t->name == NAME_PERSON ||
               (t->fine == FINE_NN && noun_is_person(t));
}

/* "evacuated the villagers", "the town was evacuated"; whoever evacuates alone, or leaves a
 * town, only goes. */
static bool has_people(const struct document *doc, const struct chunks *c,
                       const struct clause *clause)
{
        struct phrase p = object_phrase(doc, clause);

        if (!has_object(clause) && clause->verb->end < doc->n_tokens &&
            doc->tokens[clause->verb->end].upos == UPOS_DET)
                return true; /* "the wounded", whatever the tags make of it */
        if (!has_object(clause) || phrase_is_none(p) ||
            phrase_agency(doc, c, p) == AGENCY_THING)
                return false;
        return clause->verb->passive || doc->tokens[p.head].name != NAME_PLACE;
}

/* "fought the rebels", "fought against Chad", "fought a war"; but rivals fight each other with
 * words or gloves, and what is fought for has a foe who is not told. */
static bool has_foe(const struct document *doc, const struct chunks *c,
                    const struct clause *clause)
{
        static const char *const ties[] = { "against", "with", "alongside" };

        for (unsigned i = 0; i < clause->n_parts; i++) {
                const struct clause_part *p = &clause->parts[i];
                const struct token *head = &doc->tokens[p->chunk->head];
                const char *value;

                if (p->inner ||
                    (p->preposition != UINT32_MAX &&
                     !document_is_one_of(doc, p->preposition, ties, ARRAY_SIZE(ties))))
                        continue;
                value = plover_noun(doc, p->chunk->head);
                if (value && (word_is(head->lemma, "war") || word_is(head->lemma, "battle")))
                        return lexicon_value_has(value, "ASSAULT");
                if (phrase_agency(doc, c, chunk_phrase(p->chunk)) != AGENCY_THING &&
                    !is_person(head))
                        return true;
        }
        return clause->verb->passive;
}

/* "hosted Berg", "hosted talks"; but a show is hosted by whoever leads it. */
static bool has_guest(const struct document *doc, const struct chunks *c,
                      const struct clause *clause)
{
        struct phrase p = object_phrase(doc, clause);

        return has_object(clause) && !phrase_is_none(p) &&
               (phrase_agency(doc, c, p) == AGENCY_AGENT || plover_noun(doc, p.head));
}

/* "made a call to her"; but "made the call" when nobody is called. */
static bool has_partner(const struct document *doc, const struct clause *clause)
{
        static const char *const ties[] = { "to", "with" };

        for (unsigned i = 0; i < clause->n_parts; i++)
                if (clause->parts[i].preposition != UINT32_MAX && !clause->parts[i].inner &&
                    document_is_one_of(doc, clause->parts[i].preposition, ties,
                                       ARRAY_SIZE(ties)))
                        return true;
        return false;
}

/* "blamed the delay on Norway" */
static bool is_blamed_on(const struct document *doc, const struct chunks *c,
                         const struct clause *clause)
{
        if (!word_is(doc->tokens[clause->verb->head].lemma, "blame"))
                return false;
        for (unsigned i = 1; i < clause->n_parts && !clause->parts[i].inner; i++)
                if (clause->parts[i].preposition != UINT32_MAX &&
                    document_is(doc, clause->parts[i].preposition, "on"))
                        return phrase_agency(doc, c, chunk_phrase(clause->parts[i].chunk)) !=
                               AGENCY_THING;
        return false;
}

static bool wants(const char *value, size_t size, const char *what)
{
        return strlen(what) == size && memcmp(value, what, size) == 0;
}

bool clause_has_wanted(const struct document *doc, const struct chunks *c,
                       const struct clause *clause, const char *value)
{
        const char *what;
        size_t size = lexicon_column(value, 2, &what);
        struct phrase object;

        if (!size)
                return true;
        if (wants(what, size, "person")) /* an army fires back with no words */
                return phrase_is_none(clause->subject) ||
                       doc->tokens[clause->subject.head].name == NAME_PERSON ||
                       doc->tokens[clause->subject.head].upos == UPOS_PRON;
        if (wants(what, size, "request"))
                return is_request(doc, c, clause);
        if (wants(what, size, "bidding"))
                return is_bidding(doc, c, clause);
        if (wants(what, size, "deed"))
                return has_deed(doc, clause);
        if (wants(what, size, "threat"))
                return clause_is_threat(doc, c, clause);
        if (wants(what, size, "people"))
                return has_people(doc, c, clause);
        if (wants(what, size, "foe"))
                return has_foe(doc, c, clause);
        if (wants(what, size, "guest"))
                return has_guest(doc, c, clause);
        if (wants(what, size, "partner"))
                return has_partner(doc, clause);
        if (wants(what, size, "envoy"))
                return is_envoy(doc, clause->subject);
        object = object_phrase(doc, clause);
        if (wants(what, size, "none") && clause->verb->end < doc->n_tokens &&
            doc->tokens[clause->verb->end].upos == UPOS_VERB)
                return false; /* "demonstrating respected leadership" */
        if (wants(what, size, "none") || wants(what, size, "object"))
                return has_object(clause) == wants(what, size, "object");
        if (wants(what, size, "matter"))
                return phrase_is_none(object) || !is_person(&doc->tokens[object.head]);
        if (is_which(doc, clause)) /* "what they released" */
                return wants(what, size, "solid");
        if (phrase_agency(doc, c, object) != AGENCY_THING || is_blamed_on(doc, c, clause))
                return true;
        if (plover_noun(doc, object.head)) /* "hosted talks" */
                return true;
        return wants(what, size, "solid") && noun_is_solid(&doc->tokens[object.head]);
}
