/* acts_roles - which entities do an act, and to whom
 *
 * Of a phrase the head's entity counts, else those inside it: "Hungarian officials" act for
 * Hungary. Of several phrases that could be the recipient, the object goes before what a
 * preposition ties, and that before places.
 */
#include <errno.h>
#include <string.h>

#include "workers/extract/acts.h"
#include "workers/extract/entities.h"
#include "workers/extract/reporting.h"

static bool is(const struct document *doc, size_t i, const char *word)
{
        return document_is(doc, i, word);
}

static bool add(int *list, unsigned *n, int entity)
{
        if (entity == NONE || *n == ROLE_MAX)
                return false;
        for (unsigned i = 0; i < *n; i++)
                if (list[i] == entity)
                        return false;
        list[(*n)++] = entity;
        return true;
}

/* The head's own words, without what is joined to it or hangs on it. */
static struct phrase core_of(const struct casting *cast, struct phrase p)
{
        const struct chunk *k = phrase_is_none(p) ? NULL : chunk_at(cast->c, p.head);

        return k ? (struct phrase){ k->first, k->end, p.head } : PHRASE_NONE;
}

static bool add_names(const struct document *doc, uint32_t first, uint32_t end, int *list,
                      unsigned *n)
{
        bool found = false;

        for (uint32_t i = first; i < end; i++)
                if (doc->tokens[i].capital)
                        found |= add(list, n, entities_at(doc, doc->tokens[i].start));
        return found;
}

/* "thousands of Nigerians", "a group of rebels": who is meant stands behind "of". */
static bool is_measure(const struct document *doc, struct phrase core)
{
        static const char *const words[] = { "member",  "group", "thousand",
                                             "hundred", "dozen", "number",
                                             "million", "score", "hundreds" };

        if (!is(doc, core.end, "of"))
                return false;
        for (size_t i = 0; i < ARRAY_SIZE(words); i++)
                if (word_is(doc->tokens[core.head].lemma, words[i]))
                        return true;
        return false;
}

/* Groups of a nation in what hangs on the head: "a camp for Congolese refugees". */
static bool add_groups_behind(struct casting *cast, struct phrase p, uint32_t first, int *list,
                              unsigned *n)
{
        for (uint32_t i = first; i < p.end; i++) {
                const struct chunk *k = chunk_at(cast->c, i);
                int entity;

                if (!k || k->kind != CHUNK_NOUN || k->first < first)
                        continue;
                if (groups_at(cast->groups, cast->doc,
                              (struct phrase){ k->first, k->end, k->head }, false, &entity))
                        cast->failed = true;
                else if (add(list, n, entity))
                        return true;
                i = k->end - 1;
        }
        return false;
}

/* The entities of a phrase: the head's alone when it has one; else a nation's group, the names
 * beside the head, people without a name, and what hangs on the head. */
static void add_phrase(struct casting *cast, struct phrase p, int *list, unsigned *n)
{
        struct document *doc = cast->doc;
        int entity = phrase_referent(doc, cast->c, p);
        struct phrase core = core_of(cast, p);

        if (entity == NONE && groups_at(cast->groups, doc, core, cast->plain, &entity))
                cast->failed = true;
        if (entity != NONE) {
                (void)add(list, n, entity);
                return;
        }
        if (phrase_is_none(core)) {
                (void)add_names(doc, p.first, p.end, list, n);
                return;
        }
        if (add_names(doc, core.first, core.end, list, n))
                return;
        if (cast->plain && !is_measure(doc, core) &&
            groups_plain_at(cast->groups, doc, p, core.head, &entity))
                cast->failed = true;
        if (entity != NONE)
                (void)add(list, n, entity);
        else if (!add_groups_behind(cast, p, core.end, list, n))
                (void)add_names(doc, p.first, p.end, list, n);
}

void role_add(struct casting *cast, struct phrase p, int *list, unsigned *n)
{
        add_phrase(cast, p, list, n);
}

void role_add_nation(struct casting *cast, struct phrase p, int *list, unsigned *n)
{
        int entity;

        if (groups_at(cast->groups, cast->doc, p, true, &entity))
                cast->failed = true;
        else
                (void)add(list, n, entity);
}

static struct phrase phrase_of(const struct chunk *k)
{
        return (struct phrase){ k->first, k->end, k->head };
}

static bool joins(const struct document *doc, size_t i)
{
        return is(doc, i, "and") || is(doc, i, ",") || is(doc, i, "or");
}

/* "X, Y and Z": the phrases that are joined to the one that begins at @token. */
static void add_joined_before(struct casting *cast, size_t token, int *list, unsigned *n)
{
        const struct document *doc = cast->doc;
        size_t first = doc->sentences[doc->tokens[token].sentence].first;

        for (unsigned k = 0; k < ROLE_MAX && token > first + 1; k++) {
                const struct chunk *left;

                if (token > first + 2 && is(doc, token - 1, "with") &&
                    (is(doc, token - 2, "along") || is(doc, token - 2, "together")))
                        token--; /* "X along with Y" */
                else if (!is(doc, token - 1, "and") && !(k && is(doc, token - 1, ",")))
                        return;
                left = chunk_at(cast->c, token - 2);
                if (!left || left->kind != CHUNK_NOUN || left->time)
                        return;
                add_phrase(cast, phrase_of(left), list, n);
                token = left->first;
        }
}

/* A subject that is itself of several joined phrases: all of them. */
static void add_joined_inside(struct casting *cast, struct phrase p, int *list, unsigned *n)
{
        for (uint32_t i = p.first; i < p.end; i++) {
                const struct chunk *k = chunk_at(cast->c, i);

                if (!k || k->kind != CHUNK_NOUN)
                        continue;
                if (joins(cast->doc, k->end) ||
                    (k->first > p.first && joins(cast->doc, k->first - 1)))
                        add_phrase(cast, phrase_of(k), list, n);
                i = k->end - 1;
        }
}

static bool has_joint(const struct document *doc, struct phrase p)
{
        for (uint32_t i = p.first; i < p.end; i++)
                if (is(doc, i, "and"))
                        return true;
        return p.first && (is(doc, p.first - 1, "and") || is(doc, p.first - 1, "or"));
}

/* It is no person, and he and she are. */
static bool fits_pronoun(const struct document *doc, size_t pronoun, struct phrase p)
{
        bool person = is(doc, pronoun, "he") || is(doc, pronoun, "she");

        if (is(doc, pronoun, "they")) /* one person is hardly they */
                return doc->tokens[p.head].name != NAME_PERSON || has_joint(doc, p);
        return person == (doc->tokens[p.head].name == NAME_PERSON);
}

/* "Iran said it would …": an unresolved pronoun is the subject of the verb of saying. */
static struct phrase subject_of_saying(const struct casting *cast, const struct clause *clause)
{
        const struct document *doc = cast->doc;
        size_t i = clause->subject.first;
        size_t first = doc->sentences[doc->tokens[i].sentence].first;

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
                if (!phrase_is_none(p) && doc->tokens[p.head].upos != UPOS_PRON &&
                    fits_pronoun(doc, clause->subject.head, p))
                        return p;
        }
        return PHRASE_NONE;
}

/* The sides of a role: the subject and what is joined to it. */
static void subjects(struct casting *cast, const struct clause *clause, int *list, unsigned *n)
{
        struct phrase p = clause->subject;

        if (phrase_is_none(p))
                return;
        if (cast->doc->tokens[p.head].upos == UPOS_PRON && phrase_entity(cast->doc, p) == NONE)
                p = subject_of_saying(cast, clause);
        if (phrase_is_none(p))
                return;
        add_joined_inside(cast, p, list, n);
        add_phrase(cast, p, list, n);
        add_joined_before(cast, p.first, list, n);
}

/* How well a part fits the recipient; higher is better, 0 = not at all. */
static unsigned worth(const struct document *doc, const struct clause_part *p)
{
        static const char *const goals[] = { "against", "with",    "to",  "from", "of",
                                             "for",     "between", "by",  "on",   "over",
                                             "toward",  "towards", "into" };
        unsigned value = 1;

        if (p->preposition == UINT32_MAX)
                value = 4;
        else if (document_is_one_of(doc, p->preposition, goals, ARRAY_SIZE(goals)))
                value = 3;
        return value + (p->inner ? 0 : 2);
}

static bool is_actor(const struct roles *r, int entity)
{
        for (unsigned i = 0; i < r->n_actors; i++)
                if (r->actors[i] == entity)
                        return true;
        return false;
}

/* Does the part hang on the verb itself, so that whoever it means is concerned? */
static bool is_close(const struct document *doc, const struct chunks *c,
                     const struct clause_part *p)
{
        static const char *const words[] = {
                "to", "against", "with", "at", "toward", "towards"
        };

        if (p->preposition != UINT32_MAX && is(doc, p->preposition, "by") && p->preposition) {
                const struct chunk *verb = chunk_at(c, p->preposition - 1);

                /* "stopped the march led by students" */
                return verb && verb->kind == CHUNK_VERB && verb->form == VERB_PARTICIPLE;
        }
        if (p->inner)
                return false;
        return p->preposition == UINT32_MAX ||
               document_is_one_of(doc, p->preposition, words, ARRAY_SIZE(words));
}

/* The entities of one part that are not the actors. */
static unsigned part_entities(struct casting *cast, const struct roles *r,
                              const struct clause_part *p, int *list)
{
        int found[ROLE_MAX];
        unsigned n_found = 0, n = 0;
        bool plain = cast->plain;

        cast->plain = plain && is_close(cast->doc, cast->c, p);
        add_phrase(cast, phrase_of(p->chunk), found, &n_found);
        cast->plain = plain;
        for (unsigned i = 0; i < n_found; i++)
                if (!is_actor(r, found[i]))
                        list[n++] = found[i];
        return n;
}

/* Parts that "and" or a comma joins to part @i are of the same role. */
static void add_joined_parts(struct casting *cast, const struct clause *clause, unsigned i,
                             struct roles *r)
{
        for (; i < clause->n_parts; i++) {
                int list[ROLE_MAX];
                unsigned n = part_entities(cast, r, &clause->parts[i], list);

                for (unsigned k = 0; k < n; k++)
                        (void)add(r->recipients, &r->n_recipients, list[k]);
                if (!joins(cast->doc, clause->parts[i].chunk->end))
                        return;
        }
}

static bool is_agent(const struct document *doc, const struct clause *clause,
                     const struct clause_part *p)
{
        return clause->verb->passive && p->preposition != UINT32_MAX &&
               is(doc, p->preposition, "by") && !p->inner;
}

/* "after the talks": when it happened, and of what is in no type, where. */
static bool is_setting(const struct document *doc, const struct clause_part *p, bool typed)
{
        static const char *const words[] = { "after", "since", "during", "until",  "amid",
                                             "in",    "at",    "near",   "outside" };
        enum { OF_TIME = 5 };

        return p->preposition != UINT32_MAX &&
               document_is_one_of(doc, p->preposition, words,
                                  typed ? OF_TIME : ARRAY_SIZE(words));
}

static bool hangs_on(const struct document *doc, const struct clause_part *before,
                     const struct clause_part *p)
{
        return p->preposition == before->chunk->end && is(doc, p->preposition, "of");
}

/* "kills his mother in Ostrin": somebody who has no name, and a place that is not struck. */
static bool strikes_nameless(const struct casting *cast, const struct clause *clause,
                             const struct coding *coding)
{
        if (!coding->type || strcmp(coding->type, "ASSAULT") != 0)
                return false;
        for (unsigned i = 0; i < clause->n_parts; i++) {
                const struct clause_part *p = &clause->parts[i];
                const struct token *head = &cast->doc->tokens[p->chunk->head];

                if (p->preposition != UINT32_MAX || p->inner)
                        continue;
                return head->upos == UPOS_NOUN && noun_voice(head) &&
                       strcmp(noun_voice(head), "person") == 0 &&
                       phrase_entity(cast->doc, phrase_of(p->chunk)) == NONE;
        }
        return false;
}

static void recipients(struct casting *cast, const struct clause *clause,
                       const struct coding *coding, struct roles *r)
{
        bool nameless = strikes_nameless(cast, clause, coding);
        unsigned best = 0, best_worth = 0;
        bool setting = false;

        for (unsigned i = 0; i < clause->n_parts; i++) {
                int list[ROLE_MAX];
                unsigned w = worth(cast->doc, &clause->parts[i]);

                /* "after the fall of the town": so is what hangs on it */
                setting = is_setting(cast->doc, &clause->parts[i], cast->plain) ||
                          (setting &&
                           hangs_on(cast->doc, &clause->parts[i - 1], &clause->parts[i]));
                if (is_agent(cast->doc, clause, &clause->parts[i]) || w <= best_worth ||
                    setting || clause_has_scene(cast->doc, clause, i) ||
                    (nameless && part_is_locative(cast->doc, &clause->parts[i])) ||
                    !part_entities(cast, r, &clause->parts[i], list))
                        continue;
                best = i;
                best_worth = w;
        }
        if (best_worth)
                add_joined_parts(cast, clause, best, r);
}

static int place_of(const struct document *doc, const struct clause *clause)
{
        for (unsigned i = 0; i < clause->n_parts; i++) {
                int entity;

                if (!part_is_locative(doc, &clause->parts[i]))
                        continue;
                entity = phrase_entity(doc, phrase_of(clause->parts[i].chunk));
                if (entity != NONE && doc->x->entities[entity].type == ENTITY_PLACE)
                        return entity;
        }
        return NONE;
}

/* "French and Turkish officials", "both sides": one phrase, and two who act on each other. */
static bool is_several(const struct casting *cast, struct phrase p)
{
        const struct document *doc = cast->doc;
        struct phrase core = core_of(cast, p);

        if (phrase_is_none(core))
                return false;
        if (is(doc, core.head, "sides"))
                return true;
        for (uint32_t i = core.first + 1; i + 1 < core.end; i++)
                if (is(doc, i, "and") && doc->tokens[i - 1].capital &&
                    doc->tokens[i + 1].capital)
                        return doc->tokens[i - 1].upos == UPOS_ADJ;
        return false;
}

static bool is_mutual(const struct coding *coding)
{
        return coding->type &&
               (strcmp(coding->type, "CONSULT") == 0 || strcmp(coding->type, "AGREE") == 0 ||
                strcmp(coding->type, "COOPERATE") == 0 || strcmp(coding->type, "SUPPORT") == 0);
}

/* "the bishop on Sunday called for talks": a participle that is the sentence's only verb, or
 * has a time before it, is no participle. */
static bool is_finite(const struct casting *cast, const struct chunk *verb)
{
        const struct document *doc = cast->doc;
        const struct sentence *s = &doc->sentences[doc->tokens[verb->first].sentence];
        const struct chunk *before =
                verb->first > s->first ? chunk_at(cast->c, verb->first - 1) : NULL;

        const struct chunk *next;
        uint32_t i = verb->end;

        if (before && before->time)
                return true;
        if (!before || before->kind != CHUNK_NOUN)
                return false;
        if (is(doc, i, "and") && i + 2 < s->end) {
                i += doc->tokens[i + 1].upos == UPOS_ADV ? 2 : 1;
                next = chunk_at(cast->c, i);
                if (next && next->kind == CHUNK_VERB && next->form == VERB_FINITE)
                        return true; /* "gave and delivered the food" */
        }
        for (size_t t = s->first; t < s->end && t - s->first < CHUNK_REACH; t++) {
                const struct chunk *k = chunk_at(cast->c, t);

                if (!k)
                        continue;
                if (k != verb && k->kind == CHUNK_VERB && k->form == VERB_FINITE)
                        return false;
                t = k->end - 1;
        }
        return true;
}

/* "was arrested by …" turns the roles about. */
static bool is_turned(const struct casting *cast, const struct clause *clause)
{
        const struct document *doc = cast->doc;

        if (clause_is_suffered(doc, clause))
                return true;
        if (clause->verb->form == VERB_PARTICIPLE && !clause_is_perfect(doc, clause->verb)) {
                for (unsigned i = 0; i < clause->n_parts && !clause->parts[i].inner; i++)
                        if (clause->parts[i].preposition == UINT32_MAX)
                                return false; /* it has an object: "rebels shelled the town" */
                return !is_finite(cast, clause->verb);
        }
        return clause->verb->passive && !clause_is_stance(doc, clause->verb);
}

static void passive_roles(struct roles *ret, struct casting *cast, const struct clause *clause)
{
        for (unsigned i = 0; i < clause->n_parts; i++)
                if (is_agent(cast->doc, clause, &clause->parts[i]))
                        add_phrase(cast, phrase_of(clause->parts[i].chunk), ret->actors,
                                   &ret->n_actors);
        subjects(cast, clause, ret->recipients, &ret->n_recipients);
}

int clause_roles(struct roles *ret, struct casting *cast, const struct clause *clause,
                 const struct coding *coding)
{
        *ret = (struct roles){ .where = place_of(cast->doc, clause) };
        cast->plain = coding->type != NULL;
        if (is_turned(cast, clause)) {
                passive_roles(ret, cast, clause);
                if (!ret->n_actors && ret->n_recipients > 1 && is_mutual(coding)) {
                        memcpy(ret->actors, ret->recipients, sizeof(ret->actors));
                        ret->n_actors =
                                ret->n_recipients; /* "talks between X and Y were held" */
                }
                return cast->failed ? -ENOMEM : 0;
        }
        subjects(cast, clause, ret->actors, &ret->n_actors);
        if (is_mutual(coding) && !clause_has_object(cast->doc, clause) &&
            (ret->n_actors > 1 || is_several(cast, clause->subject)))
                for (unsigned i = 0; i < ret->n_actors; i++)
                        (void)add(ret->recipients, &ret->n_recipients, ret->actors[i]);
        else if (!clause_is_reflexive(cast->doc, clause))
                recipients(cast, clause, coding, ret);
        return cast->failed ? -ENOMEM : 0;
}
