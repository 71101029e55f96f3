/* acts_roles - which entities do an act, and to whom
 *
 * Who acts is the subject, or whom "by" names in a passive; with both goes what "and" joins to
 * them. A pronoun without a referent is the one who says so. Whom a phrase means is told in
 * acts_parties.c, to whom it is done in acts_recipients.c.
 */
#include <errno.h>
#include <string.h>

#include "workers/extract/acts.h"
#include "workers/extract/entities.h"
#include "workers/extract/reporting.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_role_nouns;

static bool has_joint(const struct document *doc, struct phrase p)
{
        for (uint32_t i = p.first; i < p.end; i++)
                if (document_is(doc, i, "and"))
                        return true;
        return p.first &&
               (document_is(doc, p.first - 1, "and") || document_is(doc, p.first - 1, "or"));
}

/* It is no person, and he and she are. */
static bool fits_pronoun(const struct document *doc, size_t pronoun, struct phrase p)
{
        bool person = document_is(doc, pronoun, "he") || document_is(doc, pronoun, "she");

        if (document_is(doc, pronoun, "they")) /* one person is hardly they */
                return doc->tokens[p.head].name != NAME_PERSON || has_joint(doc, p);
        return person == (doc->tokens[p.head].name == NAME_PERSON);
}

/* "Berg said that when Lind came she …": it may be either. */
static bool has_name_between(const struct casting *cast, size_t first, size_t end)
{
        const struct document *doc = cast->doc;
        const struct chunk *k = chunk_at(cast->c, first);
        bool person = document_is(doc, end, "he") || document_is(doc, end, "she");

        if (k && k->kind == CHUNK_NOUN)
                first = k->end; /* "told Lind that …" */
        for (size_t i = first; i < end; i++)
                if (doc->tokens[i].name != NAME_NONE &&
                    (doc->tokens[i].name == NAME_PERSON) == person)
                        return true;
        return false;
}

/* "Iran said it would …": an unresolved pronoun is the subject of the verb of saying. */
static struct phrase subject_of_saying(const struct casting *cast, const struct clause *clause)
{
        static const char *const words[] = { "he", "she", "it", "its", "they" };
        const struct document *doc = cast->doc;
        size_t i = clause->subject.first;
        size_t first = doc->sentences[doc->tokens[i].sentence].first;

        if (!document_is_one_of(doc, i, words, ARRAY_SIZE(words)))
                return PHRASE_NONE;
        for (; i > first && clause->subject.first - i < CHUNK_REACH; i--) {
                const struct chunk *k = chunk_at(cast->c, i - 1);
                struct phrase p;
                struct cue cue;

                if (!k || k->kind != CHUNK_VERB || k->form != VERB_FINITE)
                        continue;
                i = k->first + 1;
                cue = cue_at(doc, cast->c, k->head);
                if (cue.kind > CUE_PROMISE)
                        continue;
                p = chunk_subject(doc, cast->c, k);
                if (has_name_between(cast, k->end, clause->subject.first))
                        return PHRASE_NONE;
                if (!phrase_is_none(p) && doc->tokens[p.head].upos != UPOS_PRON &&
                    fits_pronoun(doc, clause->subject.head, p))
                        return p;
        }
        return PHRASE_NONE;
}

/* Whoever speaks to whomever: nobody can tell. */
static bool is_of_the_speaker(const struct document *doc, size_t i)
{
        static const char *const words[] = { "we", "you", "us", "our", "your", "me" };

        return doc->tokens[i].upos == UPOS_PRON &&
               document_is_one_of(doc, i, words, ARRAY_SIZE(words));
}

static bool is_one_person(const struct document *doc, int entity)
{
        return entity != NONE && doc->x->entities[entity].type == ENTITY_PERSON;
}

/* "Norway said its troops left": they act for it. */
static bool add_owner_of_forces(struct casting *cast, const struct clause *clause, int *list,
                                unsigned *n)
{
        const struct document *doc = cast->doc;
        struct phrase p = clause->subject;
        uint32_t i = p.first;
        const struct chunk *say;

        if (!document_is(doc, i, "its") || p.head == i || !i ||
            !noun_is_mouth(&doc->tokens[p.head]))
                return false;
        i -= document_is(doc, i - 1, "that");
        say = i ? chunk_at(cast->c, i - 1) : NULL;
        if (!say || say->kind != CHUNK_VERB || say->form != VERB_FINITE)
                return false; /* "said it was having its lawyers ask" */
        p = subject_of_saying(cast, clause);
        if (phrase_is_none(p))
                return false;
        role_add(cast, p, list, n);
        return *n > 0;
}

/* The sides of a role: the subject and what is joined to it. */
static void subjects(struct casting *cast, const struct clause *clause, int *list, unsigned *n)
{
        struct phrase p = clause->subject;

        if (phrase_is_none(p))
                return;
        if (document_is(cast->doc, p.head, "i") || document_is(cast->doc, p.head, "my")) {
                (void)party_add(list, n, cast->source);
                return;
        }
        if (is_of_the_speaker(cast->doc, p.head))
                return;
        if (document_is(cast->doc, p.head, "they") &&
            is_one_person(cast->doc, phrase_entity(cast->doc, p)))
                return;
        if (cast->doc->tokens[p.head].upos == UPOS_PRON && phrase_entity(cast->doc, p) == NONE)
                p = subject_of_saying(cast, clause);
        if (phrase_is_none(p))
                return;
        if (cast->active && add_owner_of_forces(cast, clause, list, n))
                return;
        role_add_inside(cast, p, list, n);
        role_add(cast, p, list, n);
        if (!cast->active || phrase_agency(cast->doc, cast->c, p) != AGENCY_THING)
                role_add_before(cast, p, list, n);
}

/* "Anna Berg, Eva Lind meet": as headlines join two. */
static void add_headline_pair(struct casting *cast, const struct clause *clause, int *list,
                              unsigned *n)
{
        const struct document *doc = cast->doc;
        const struct chunk *verb = clause->verb, *left, *right;
        size_t first = doc->sentences[doc->tokens[verb->first].sentence].first;

        if (verb->first < first + 3 || doc->tokens[verb->head].fine == FINE_VBZ ||
            (doc->tokens[verb->first].fine != FINE_VBP &&
             doc->tokens[verb->first].fine != FINE_VB))
                return;
        right = chunk_at(cast->c, verb->first - 1);
        if (!right || right->first < first + 2 || !document_is(doc, right->first - 1, ","))
                return;
        left = chunk_at(cast->c, right->first - 2);
        if (!left || left->kind != CHUNK_NOUN || doc->tokens[left->head].name != NAME_PERSON ||
            doc->tokens[right->head].name != NAME_PERSON ||
            (left->first > first && !document_is(doc, left->first - 1, ",")))
                return;
        role_add(cast, chunk_phrase(left), list, n);
}

/* "French and Turkish officials", "both sides": one phrase, and two who act on each other. */
static bool is_several(const struct casting *cast, struct phrase p)
{
        const struct document *doc = cast->doc;
        struct phrase core = phrase_core(cast->c, p);

        if (phrase_is_none(core))
                return false;
        if (document_is(doc, core.head, "sides"))
                return true;
        for (uint32_t i = core.first + 1; i + 1 < core.end; i++)
                if (document_is(doc, i, "and") && doc->tokens[i - 1].capital &&
                    doc->tokens[i + 1].capital)
                        return doc->tokens[i - 1].upos == UPOS_ADJ;
        return false;
}

static bool is_mutual(const struct coding *coding)
{
        if (coding->mode &&
            (strcmp(coding->mode, "visit") == 0 || strcmp(coding->mode, "third-party") == 0))
                return false; /* who arrives together does not visit each other */
        return coding->type &&
               (strcmp(coding->type, "CONSULT") == 0 || strcmp(coding->type, "AGREE") == 0 ||
                strcmp(coding->type, "COOPERATE") == 0 || strcmp(coding->type, "SUPPORT") == 0);
}

/* "accused each other", "shot at one another" */
static bool is_of_each_other(const struct document *doc, const struct clause *clause)
{
        uint32_t i = clause->verb->end;

        if (i < doc->n_tokens && doc->tokens[i].upos == UPOS_ADP)
                i++;
        return (document_is(doc, i, "each") && document_is(doc, i + 1, "other")) ||
               (document_is(doc, i, "one") && document_is(doc, i + 1, "another"));
}

/* "met | with hopes of a deal with Chad", "met about the war with Chad": "with" of a noun. */
static bool is_with_noun(const struct document *doc, const struct clause *clause, unsigned i)
{
        static const char *const matters[] = { "about", "on", "over", "of" };
        const struct clause_part *p = &clause->parts[i], *before = p - 1;

        for (unsigned k = 0; k < i; k++)
                if (clause->parts[k].preposition != UINT32_MAX &&
                    document_is(doc, clause->parts[k].preposition, "with"))
                        return true; /* with whom they met, if anybody, is told before */
        return i && before->preposition != UINT32_MAX && p->preposition == before->chunk->end &&
               document_is_one_of(doc, before->preposition, matters, ARRAY_SIZE(matters)) &&
               plover_noun(doc, before->chunk->head);
}

/* "with Berg absent", "with Chad on their minds": how it was. */
static bool is_circumstance(const struct document *doc, const struct clause_part *p)
{
        static const char *const late[] = { "late", "early", "alone", "due" };
        static const char *const places[] = { "mind", "side", "sight", "heel", "trail" };
        uint32_t i = p->chunk->end;

        if (i + 1 >= doc->n_tokens)
                return false;
        if (doc->tokens[i].upos == UPOS_ADJ)
                return !document_is_one_of(doc, i, late, ARRAY_SIZE(late)) &&
                       doc->tokens[i + 1].upos != UPOS_NOUN &&
                       doc->tokens[i + 1].upos != UPOS_PROPN;
        return i + 2 < doc->n_tokens && doc->tokens[i].upos == UPOS_ADP &&
               doc->tokens[i + 1].fine == FINE_PRPS &&
               word_is_one_of(doc->tokens[i + 2].lemma, places, ARRAY_SIZE(places));
}

/* "Norway and Chad met with Eva Lind": not each other. Who has no name may be but beside them.
 */
static bool is_with_others(const struct casting *cast, const struct clause *clause)
{
        for (unsigned i = 0; i < clause->n_parts; i++) {
                const struct clause_part *p = &clause->parts[i];

                if (!p->inner && p->preposition != UINT32_MAX &&
                    document_is(cast->doc, p->preposition, "with") &&
                    !is_with_noun(cast->doc, clause, i) && !is_circumstance(cast->doc, p) &&
                    phrase_entity(cast->doc, chunk_phrase(p->chunk)) != NONE)
                        return true;
        }
        return false;
}

/* "Norway and Chad backed the plan": not each other, as by a treaty. */
static bool is_support_of_another(const struct casting *cast, const struct clause *clause,
                                  const struct coding *coding)
{
        if (strcmp(coding->type, "SUPPORT") != 0)
                return false;
        for (unsigned i = 0; i < clause->n_parts; i++) {
                const struct clause_part *p = &clause->parts[i];

                if (p->preposition == UINT32_MAX && !p->inner &&
                    lexicon_has(&lexicon_role_nouns, cast->doc->tokens[p->chunk->head].lemma,
                                "tie"))
                        return false;
        }
        return true;
}

/* Do those who act do it to one another? */
static bool is_among_actors(const struct casting *cast, const struct clause *clause,
                            const struct coding *coding, const struct roles *r)
{
        if (r->n_actors > 1 && is_of_each_other(cast->doc, clause))
                return true;
        return is_mutual(coding) && !is_support_of_another(cast, clause, coding) &&
               !clause_has_object(cast->doc, clause) && !is_with_others(cast, clause) &&
               (r->n_actors > 1 || is_several(cast, clause->subject));
}

/* Whatever the tags made of it. */
static bool is_arm(const struct token *t)
{
        const struct lexicon *l = &lexicon_role_nouns;
        size_t n = strlen(t->lower);

        return lexicon_has(l, t->lemma, "arm") || lexicon_has(l, t->lower, "arm") ||
               (n && t->lower[n - 1] == 's' &&
                lexicon_value_has(lexicon_find(l, t->lower, n - 1), "arm"));
}

/* A thing acts for nobody; but a bomb or an attack kills, whoever is behind it. */
static bool is_harmless(const struct casting *cast, struct phrase p,
                        const struct coding *coding)
{
        if (phrase_agency(cast->doc, cast->c, p) != AGENCY_THING)
                return false;
        if (!coding->type || strcmp(coding->type, "ASSAULT") != 0)
                return true;
        return !is_arm(&cast->doc->tokens[p.head]) &&
               !lexicon_value_has(plover_noun(cast->doc, p.head), "ASSAULT");
}

/* "charges were filed against Norway", "talks were held between Norway and Chad" */
static void sides_of_noun(struct roles *ret, struct casting *cast, const struct clause *clause)
{
        static const char *const words[] = { "against", "on", "upon", "with", "to", "into" };
        const struct document *doc = cast->doc;

        for (unsigned i = 0; i < clause->n_parts; i++) {
                const struct clause_part *p = &clause->parts[i];
                bool both = p->preposition != UINT32_MAX &&
                            document_is(doc, p->preposition, "between");

                if (p->inner || p->preposition == UINT32_MAX ||
                    !(both ||
                      document_is_one_of(doc, p->preposition, words, ARRAY_SIZE(words))))
                        continue;
                for (;; i++) {
                        struct phrase q = chunk_phrase(clause->parts[i].chunk);

                        role_add(cast, q, ret->recipients, &ret->n_recipients);
                        if (both)
                                role_add(cast, q, ret->actors, &ret->n_actors);
                        if (i + 1 == clause->n_parts || !joins_parties(doc, q.end))
                                return;
                }
        }
}

static void passive_roles(struct roles *ret, struct casting *cast, const struct clause *clause,
                          const struct coding *coding)
{
        cast->active = true;
        for (unsigned i = 0; i < clause->n_parts; i++) {
                struct phrase p = phrase_with_body(cast, clause->parts[i].chunk);

                if (!part_is_agent(cast->doc, clause, &clause->parts[i]))
                        continue;
                role_add(cast, p, ret->actors, &ret->n_actors);
                ret->by_thing |= is_harmless(cast, p, coding);
        }
        if (!ret->n_actors && coding->type && strcmp(coding->type, "MOBILIZE") == 0 &&
            !phrase_is_none(clause->subject) &&
            cast->doc->tokens[clause->subject.head].upos == UPOS_NOUN) {
                cast->plain = false; /* "Norwegian troops were deployed": by Norway */
                subjects(cast, clause, ret->actors, &ret->n_actors);
                cast->plain = true;
        }
        cast->active = false;
        if (coding->of_subject)
                sides_of_noun(ret, cast, clause);
        else if (word_is(cast->doc->tokens[clause->verb->head].lemma, "discuss") ||
                 coding_is_of_troops(coding))
                return; /* what is mobilized or discussed suffers nothing */
        else if (!coding->type || strcmp(coding->type, "REQUEST") != 0 ||
                 phrase_agency(cast->doc, cast->c, clause->subject) != AGENCY_THING)
                subjects(cast, clause, ret->recipients, &ret->n_recipients);
}

/* "That would require …": what was told before, and nobody. */
static bool is_fact(const struct document *doc, const struct clause *clause)
{
        size_t i = clause->subject.head;

        return !phrase_is_none(clause->subject) && doc->tokens[i].upos == UPOS_PRON &&
               (document_is(doc, i, "that") || document_is(doc, i, "this") ||
                document_is(doc, i, "which"));
}

/* A thing acts in nobody's name; but reports and letters accuse, demand and refuse. */
static bool is_mute(const struct casting *cast, const struct clause *clause,
                    const struct coding *coding, struct roles *ret)
{
        static const char *const words[] = { "ACCUSE", "REQUEST", "REJECT", "SUPPORT" };
        struct phrase p = clause->subject;
        const char *voice;

        if (is_fact(cast->doc, clause))
                return true;
        if (!is_harmless(cast, p, coding))
                return false;
        if (clause_is_of_rules(cast->doc, clause))
                ret->n_actors = 0; /* "a Norwegian law allows …" */
        if (word_is(cast->doc->tokens[clause->verb->head].lemma, "require"))
                return true;
        voice = noun_voice(&cast->doc->tokens[p.head]);
        if (!coding->type || !voice || strcmp(voice, "document") != 0)
                return true;
        return !word_is_one_of(coding->type, words, ARRAY_SIZE(words));
}

int clause_roles(struct roles *ret, struct casting *cast, const struct clause *clause,
                 const struct coding *coding)
{
        static const char *const bodily[] = { "AID", "ASSAULT", "COERCE", "RETREAT",
                                              "SANCTION" };

        *ret = (struct roles){ .where = clause_where(cast->doc, cast->c, clause, coding) };
        cast->plain = coding->type != NULL;
        cast->bodily = coding->type && word_is_one_of(coding->type, bodily, ARRAY_SIZE(bodily));
        if (clause_is_turned(cast, clause)) {
                passive_roles(ret, cast, clause, coding);
                if (ret->n_actors == 1 && ret->n_recipients == 1 &&
                    ret->actors[0] == ret->recipients[0])
                        ret->n_recipients = 0; /* nobody is arrested by himself */
                if (!ret->n_actors && ret->n_recipients > 1 && is_mutual(coding) &&
                    strcmp(coding->type, "SUPPORT") != 0) {
                        memcpy(ret->actors, ret->recipients, sizeof(ret->actors));
                        ret->n_actors =
                                ret->n_recipients; /* "talks between X and Y were held" */
                }
                return cast->failed ? -ENOMEM : 0;
        }
        cast->active = true;
        subjects(cast, clause, ret->actors, &ret->n_actors);
        add_headline_pair(cast, clause, ret->actors, &ret->n_actors);
        cast->active = false;
        ret->by_thing = is_mute(cast, clause, coding, ret);
        if (is_among_actors(cast, clause, coding, ret))
                for (unsigned i = 0; i < ret->n_actors; i++)
                        (void)party_add(ret->recipients, &ret->n_recipients, ret->actors[i]);
        else if (!clause_is_reflexive(cast->doc, clause))
                clause_recipients(cast, clause, coding, ret);
        return cast->failed ? -ENOMEM : 0;
}
