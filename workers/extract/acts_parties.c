/* acts_parties - whom a phrase means that acts or suffers
 *
 * The head's entity, when it has one; else a nation's group ("Hungarian officials"), people
 * without a name ("protesters"), or those in whose name the head acts: officials and soldiers
 * act for the body before or behind them, its users, critics and fans do not. Nobody acts
 * through a thing: "a Norwegian poll found", but what is Norway's may be condemned.
 */
#include <errno.h>
#include <string.h>

#include "workers/extract/acts.h"
#include "workers/extract/entities.h"
#include "workers/extract/reporting.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_role_nouns;

bool party_add(int *list, unsigned *n, int entity)
{
        if (entity == NONE || *n == ROLE_MAX)
                return false;
        for (unsigned i = 0; i < *n; i++)
                if (list[i] == entity)
                        return false;
        list[(*n)++] = entity;
        return true;
}

struct phrase phrase_core(const struct chunks *c, struct phrase p)
{
        const struct chunk *k = phrase_is_none(p) ? NULL : chunk_at(c, p.head);

        return k ? chunk_phrase(k) : PHRASE_NONE;
}

/* Those who act in the name of the body or nation that they belong to; the first few for a
 * person, too ("Berg's lawyers"). */
static bool is_speaker(const struct token *head, bool for_person)
{
        const char *class = for_person ? "mouth-of-person" : "mouth";

        return lexicon_has(&lexicon_role_nouns, head->lemma, class) ||
               lexicon_has(&lexicon_role_nouns, head->lower, class);
}

bool noun_is_mouth(const struct token *head)
{
        return is_speaker(head, false);
}

/* "Norway's critics", "Facebook users": they have to do with it, and are not of it. */
static bool is_outsider(const struct token *head)
{
        return lexicon_has(&lexicon_role_nouns, head->lemma, "outsider");
}

static bool is_body_noun(const struct token *head)
{
        return noun_acts(head) && !noun_is_person(head);
}

/* "Berg's", "the Berg administration's" */
static bool is_owner(const struct document *doc, size_t token)
{
        if (token + 2 < doc->n_tokens && is_speaker(&doc->tokens[token + 1], true))
                token++;
        return token + 1 < doc->n_tokens && doc->tokens[token + 1].fine == FINE_POS;
}

static bool is_rule(const struct token *t)
{
        return lexicon_has(&lexicon_role_nouns, t->lemma, "rule") ||
               lexicon_has(&lexicon_role_nouns, t->lower, "rule");
}

/* One of a party or a house, who is from a state and does not act for it. */
static bool is_member(const struct token *head)
{
        static const char *const words[] = { "attorney", "lawmaker", "officer" };

        return head->fine != FINE_NNS && head->fine != FINE_NNPS && noun_is_person(head) &&
               (!is_speaker(head, false) ||
                word_is_one_of(head->lower, words, ARRAY_SIZE(words)));
}

/* May the name at @token stand for the phrase that has the noun @head? */
static bool stands_for(const struct casting *cast, int entity, size_t token,
                       const struct token *head)
{
        const struct document *doc = cast->doc;
        enum entity_type type = doc->x->entities[entity].type;

        if (type == ENTITY_PLACE && is_member(head) &&
            !entity_is_country(&doc->x->entities[entity]))
                return false; /* "the Ohio Democrat" */
        if (is_water(&doc->tokens[token]) || (cast->active && is_rule(head)))
                return false;     /* "by Norway's law" */
        if (type == ENTITY_OTHER) /* "Moslem rebels" */
                return head->upos == UPOS_NOUN && noun_acts(head) && !is_outsider(head);
        if (head->upos != UPOS_NOUN)
                return true;
        if (is_body_noun(head))
                return true;
        if (noun_acts(head))
                return is_speaker(head, type == ENTITY_PERSON) ||
                       (type != ENTITY_PERSON && type != ENTITY_PLACE &&
                        head->fine == FINE_NNS && !is_outsider(head));
        if (cast->active)
                return entity_is_country(&doc->x->entities[entity]) ||
                       (type == ENTITY_PLACE && noun_voice(head));
        if (cast->inner) /* "warned that the court's ruling would …" */
                return entity_is_country(&doc->x->entities[entity]);
        return type != ENTITY_PERSON || is_owner(doc, token);
}

/* "the chief of | US diplomacy": he does not act for the nation that is named with a thing. */
static bool is_of_thing(const struct casting *cast, uint32_t token, const struct token *head)
{
        const struct document *doc = cast->doc;
        const struct chunk *k = chunk_at(cast->c, token);
        const struct token *own = k ? &doc->tokens[k->head] : NULL;

        return cast->active && own && own != head && token < k->head &&
               own->upos == UPOS_NOUN && own->name == NAME_NONE && !noun_acts(own) &&
               noun_acts(head);
}

/* "the embassy of Norway in | Oslo", "the envoy to | Oslo": where they are, not for whom. */
static bool is_abroad(const struct casting *cast, uint32_t token)
{
        static const char *const ties[] = { "in", "to", "at", "near" };
        const struct document *doc = cast->doc;
        const struct chunk *k = chunk_at(cast->c, token);

        if (!k || k->first < 2 ||
            !document_is_one_of(doc, k->first - 1, ties, ARRAY_SIZE(ties)))
                return false;
        k = chunk_at(cast->c, k->first - 2);
        if (k && k->kind == CHUNK_NOUN && k->first > 1 && document_is(doc, k->first - 1, "of"))
                k = chunk_at(cast->c, k->first - 2);
        return k && k->kind == CHUNK_NOUN &&
               lexicon_has(&lexicon_role_nouns, doc->tokens[k->head].lemma, "abroad");
}

static bool add_names(const struct casting *cast, struct phrase p, const struct token *head,
                      int *list, unsigned *n)
{
        const struct document *doc = cast->doc;
        bool found = false;

        for (uint32_t i = p.first; i < p.end; i++) {
                int entity =
                        doc->tokens[i].capital ? entities_at(doc, doc->tokens[i].start) : NONE;
                uint32_t last = i;

                while (last + 1 < p.end && doc->tokens[last + 1].name != NAME_NONE &&
                       !doc->tokens[last + 1].name_begins)
                        last++;
                if (entity != NONE && stands_for(cast, entity, last, head) &&
                    !is_of_thing(cast, i, head) && !is_abroad(cast, i))
                        found |= party_add(list, n, entity);
        }
        return found;
}

/* "thousands of Nigerians", "a group of rebels": who is meant stands behind "of". */
static bool is_measure(const struct document *doc, struct phrase core)
{
        return noun_is_measure(doc, core.head, core.end);
}

/* Groups of a nation in what hangs on the head: "a camp for Congolese refugees". */
static bool add_groups_behind(struct casting *cast, struct phrase p, uint32_t first, int *list,
                              unsigned *n)
{
        for (uint32_t i = first; i < p.end; i++) {
                const struct chunk *k = chunk_at(cast->c, i);
                int entity;

                if (!k || k->kind != CHUNK_NOUN || k->first < first ||
                    is_of_thing(cast, k->first, &cast->doc->tokens[p.head]))
                        continue;
                if (groups_at(cast->groups, cast->doc, chunk_phrase(k), false, &entity))
                        cast->failed = true;
                else if (party_add(list, n, entity))
                        return true;
                i = k->end - 1;
        }
        return false;
}

/* "her lawyer" is not she, whomever the words are taken for; "her Danish counterpart" is known.
 */
static bool is_own(const struct casting *cast, struct phrase p)
{
        const struct document *doc = cast->doc;

        return p.head > p.first && doc->tokens[p.first].fine == FINE_PRPS &&
               doc->tokens[p.head].name == NAME_NONE && phrase_entity(doc, p) != NONE &&
               !entities_describe(doc, doc->tokens[p.head].start);
}

/* The entity of the head, if it is anybody: of what is neither people nor place nor body only a
 * people's name in the plural ("Moslems") acts or suffers. */
static int head_party(struct casting *cast, struct phrase p)
{
        int entity = phrase_referent(cast->doc, cast->c, p);
        const struct token *head = &cast->doc->tokens[p.head];

        if (is_water(head) || (entity != NONE && is_own(cast, p)))
                return NONE;
        if (entity == NONE || cast->doc->x->entities[entity].type != ENTITY_OTHER)
                return entity;
        return head->fine == FINE_NNPS || head->fine == FINE_NNS ? entity : NONE;
}

/* "many Microsoft workers", "two former officials": some people of a body are not the body. */
static bool is_some(const struct document *doc, struct phrase core, const struct token *head)
{
        static const char *const words[] = { "many",    "some", "several", "few",   "most",
                                             "former",  "ex",   "dozens",  "other", "fellow",
                                             "certain", "two",  "three",   "four",  "five" };

        if (head->upos != UPOS_NOUN || !noun_acts(head))
                return false;
        for (uint32_t i = core.first; i < core.head; i++)
                if (document_is(doc, i, "former"))
                        return true;
        if (head->fine != FINE_NNS)
                return false;
        for (uint32_t i = core.first; i < core.head; i++)
                if (doc->tokens[i].upos == UPOS_NUM ||
                    document_is_one_of(doc, i, words, ARRAY_SIZE(words)))
                        return true;
        return false;
}

/* "officials in Oslo" act for it, "his work in Oslo" is not Oslo. */
static bool is_tied(const struct casting *cast, struct phrase core, const struct token *head)
{
        static const char *const words[] = { "of", "against", "on" };

        return head->upos != UPOS_NOUN || noun_acts(head) ||
               document_is_one_of(cast->doc, core.end, words, ARRAY_SIZE(words));
}

/* "some of Berg's critics": who is meant stands behind "of". */
static const struct chunk *measured(const struct casting *cast, struct phrase core)
{
        const struct chunk *k;

        if (phrase_is_none(core) || core.end + 1 >= cast->doc->n_tokens ||
            cast->doc->tokens[core.end + 1].sentence != cast->doc->tokens[core.head].sentence ||
            !noun_is_measure(cast->doc, core.head, core.end))
                return NULL;
        k = chunk_at(cast->c, core.end + 1);
        if (!k || k->kind != CHUNK_NOUN || k->first != core.end + 1 || k->time)
                return NULL;
        if (cast->doc->tokens[core.head].upos != UPOS_NOUN)
                return k;
        for (uint32_t i = k->first; i < k->end; i++)
                if (cast->doc->tokens[i].name != NAME_NONE)
                        return NULL;                              /* "members of the House" */
        return noun_acts(&cast->doc->tokens[k->head]) ? k : NULL; /* "dozens of aides to …" */
}

struct phrase phrase_with_body(const struct casting *cast, const struct chunk *k)
{
        const struct document *doc = cast->doc;
        struct phrase p = chunk_phrase(k);
        const struct token *head = &doc->tokens[k->head];
        const struct chunk *body = document_is(doc, k->end, "of") && k->end + 1 < doc->n_tokens
                                           ? chunk_at(cast->c, k->end + 1)
                                           : NULL;

        if (!cast->plain || !document_is(doc, k->first, "the") || head->fine != FINE_NN ||
            head->name != NAME_NONE || !noun_acts(head) || !is_speaker(head, false) || !body ||
            body->first != k->end + 1 || body->kind != CHUNK_NOUN ||
            (doc->tokens[body->head].name != NAME_PLACE &&
             doc->tokens[body->head].name != NAME_ORGANIZATION) ||
            (cast->bodily && !cast->active && noun_is_person(head)) ||
            phrase_entity(doc, p) != NONE)
                return p;
        p.end = body->end;
        return p;
}

/* "pupils of the mill | attended by Berg": where another clause begins. */
static uint32_t verb_in(const struct chunks *c, uint32_t i, uint32_t end)
{
        for (; i < end; i++)
                if (chunk_at(c, i) && chunk_at(c, i)->kind == CHUNK_VERB)
                        return i;
        return end;
}

void role_add(struct casting *cast, struct phrase p, int *list, unsigned *n)
{
        struct document *doc = cast->doc;
        int entity = phrase_is_none(p) ? NONE : head_party(cast, p);
        struct phrase core = phrase_core(cast->c, p);
        const struct chunk *behind;
        const struct token *head;

        behind = entity == NONE ? measured(cast, core) : NULL;
        if (behind) {
                role_add(cast, chunk_phrase(behind), list, n);
                return;
        }
        if (entity == NONE && groups_at(cast->groups, doc, core, cast->plain, &entity))
                cast->failed = true;
        if (entity != NONE) {
                (void)party_add(list, n, entity);
                return;
        }
        if (phrase_is_none(p))
                return;
        head = &doc->tokens[p.head];
        if (phrase_is_none(core)) {
                (void)add_names(cast, p, head, list, n);
                return;
        }
        if (!is_some(doc, core, head) && head->name != NAME_PERSON &&
            add_names(cast, core, head, list, n))
                return;
        if (cast->plain && !is_measure(doc, core) &&
            groups_plain_at(cast->groups, doc, p, core.head, &entity))
                cast->failed = true;
        if (entity != NONE)
                (void)party_add(list, n, entity);
        else if (!add_groups_behind(cast, p, core.end, list, n) && is_tied(cast, core, head))
                (void)add_names(
                        cast,
                        (struct phrase){ core.end, verb_in(cast->c, core.end, p.end), p.head },
                        head, list, n);
}

void role_add_nation(struct casting *cast, struct phrase p, int *list, unsigned *n)
{
        int entity;

        if (groups_at(cast->groups, cast->doc, p, true, &entity))
                cast->failed = true;
        else
                (void)party_add(list, n, entity);
}
