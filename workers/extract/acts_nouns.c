/* acts_nouns - deeds that a noun tells: "talks between X and Y", "an attack on Z by W"
 *
 * A noun of doing (plover_nouns.txt) with the words that hang on it. Whose it is, or whom "by"
 * names, does it; "on", "against", "with" and the like tell to whom; "between" joins both
 * sides. Both must be told, but for force, where who suffers it is enough. A noun that a coded
 * verb has already made an act of its type is none of its own.
 */
#include <errno.h>
#include <string.h>

#include "workers/extract/acts.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_role_nouns;

enum { TIES_MAX = 4 }; /* phrases that hang on the noun */

/* "help on the border", "talks on Chad": about what, and not to whom. */
static bool is_about(const struct document *doc, size_t i, const char *type)
{
        static const char *const words[] = { "AID", "CONSULT", "COOPERATE", "SUPPORT",
                                             "AGREE" };

        return document_is(doc, i, "on") && word_is_one_of(type, words, ARRAY_SIZE(words));
}

static bool is_towards(const struct document *doc, size_t i, bool force)
{
        static const char *const by_force[] = { "on", "against", "of" };
        static const char *const others[] = {
                "on", "against", "with", "to", "toward", "towards"
        };

        return force ? document_is_one_of(doc, i, by_force, ARRAY_SIZE(by_force))
                     : document_is_one_of(doc, i, others, ARRAY_SIZE(others));
}

static bool is_force(const char *type)
{
        return strcmp(type, "ASSAULT") == 0 || strcmp(type, "COERCE") == 0;
}

/* "the Norway sanctions" may be by or on Norway. */
static bool is_of_both(const struct document *doc, const struct chunk *noun, const char *type)
{
        const struct token *t = &doc->tokens[noun->head - 1];

        return strcmp(type, "SANCTION") == 0 && t->upos == UPOS_PROPN && !t->all_capital;
}

/* Who does it, before the noun: "France's …", "their …", "the French …". */
static void agent_before(struct deed *deed, struct casting *cast, const struct chunk *noun)
{
        struct phrase p = chunk_possessor(cast->doc, noun);

        if (!phrase_is_none(p))
                role_add(cast, p, deed->roles.actors, &deed->roles.n_actors);
        else if (noun->head > noun->first && !is_of_both(cast->doc, noun, deed->type))
                role_add_nation(cast, (struct phrase){ noun->first, noun->end, noun->head },
                                deed->roles.actors, &deed->roles.n_actors);
}

/* The phrase at @k and what "and" joins to it; gives the token behind. */
static uint32_t add_both(struct casting *cast, const struct chunk *k, int *list, unsigned *n)
{
        const struct document *doc = cast->doc;
        size_t high = document_sentence_end(doc, k->first);
        uint32_t end = k->end;

        for (unsigned i = 0; i < TIES_MAX; i++) {
                role_add(cast, (struct phrase){ k->first, k->end, k->head }, list, n);
                end = k->end;
                if (end + 1 >= high || !document_is(doc, end, "and"))
                        break;
                k = chunk_at(cast->c, end + 1);
                if (!k || k->kind != CHUNK_NOUN || k->time)
                        break;
        }
        return end;
}

/* "the envoy of Norway, Anna Berg, | and …": the token behind the name of whoever ends at @i,
 * in a sentence that ends at @end. */
static uint32_t behind_name(struct casting *cast, uint32_t i, size_t end)
{
        const struct document *doc = cast->doc;
        const struct chunk *k;

        if (i + 1 >= end)
                return i;
        k = document_is(doc, i, ",") ? chunk_at(cast->c, i + 1) : NULL;
        if (k && k->kind == CHUNK_NOUN && k->first == i + 1 &&
            doc->tokens[k->head].name == NAME_PERSON)
                i = k->end;
        return i + 1 < end && document_is(doc, i, ",") && document_is(doc, i + 1, "and") ? i + 1
                                                                                         : i;
}

/* "of Norway and Chad": who meets whom, with their names behind their offices; gives the token
 * behind them. */
static uint32_t add_sides(struct casting *cast, uint32_t i, int *list, unsigned *n)
{
        const struct document *doc = cast->doc;
        size_t end = document_sentence_end(doc, i);

        for (unsigned k = 0; k < TIES_MAX; k++) {
                struct phrase p = phrase_after(doc, cast->c, i);

                if (phrase_is_none(p) || chunk_at(cast->c, i)->time)
                        break;
                role_add(cast, p, list, n);
                i = behind_name(cast, p.end, end);
                if (i + 1 >= end || !document_is(doc, i, "and"))
                        return i;
                i++;
        }
        return i;
}

static void copy_roles(int *to, unsigned *n, const int *from, unsigned n_from)
{
        memcpy(to, from, n_from * sizeof(*to));
        *n = n_from;
}

static bool is_fight(const struct document *doc, size_t i)
{
        static const char *const words[] = { "battle", "battles", "war", "wars" };

        return document_is_one_of(doc, i, words, ARRAY_SIZE(words));
}

/* One tie at token @i: "against the rebels"; "of" and "between" may go with what stands between
 * them and the noun, so that they count only right behind it. Gives the token behind it, or 0.
 */
static uint32_t read_tie(struct deed *deed, struct casting *cast, uint32_t i, bool first)
{
        const struct document *doc = cast->doc;
        const struct chunk *k = i + 1 < doc->n_tokens ? chunk_at(cast->c, i + 1) : NULL;
        struct roles *r = &deed->roles;

        if (doc->tokens[i].upos != UPOS_ADP || !k || k->kind != CHUNK_NOUN ||
            k->first != i + 1 || k->relative)
                return 0;
        if (k->time)
                return k->end;
        if (document_is(doc, i, "between") && first) {
                r->n_actors = 0;
                i = add_both(cast, k, r->actors, &r->n_actors);
                copy_roles(r->recipients, &r->n_recipients, r->actors, r->n_actors);
                return i;
        }
        if (document_is(doc, i, "of") && first && strcmp(deed->type, "CONSULT") == 0) {
                int sides[ROLE_MAX];
                unsigned n = 0;
                uint32_t end = add_sides(cast, i + 1, sides, &n);

                if (n < 2)
                        return k->end; /* "the meeting of the council" */
                copy_roles(r->actors, &r->n_actors, sides, n);
                copy_roles(r->recipients, &r->n_recipients, sides, n);
                return end;
        }
        if (document_is(doc, i, "by") && !r->n_actors) {
                deed->by = first || is_force(deed->type); /* "marches against blows by …" */
                return add_both(cast, k, r->actors, &r->n_actors);
        }
        if (is_about(doc, i, deed->type) || (document_is(doc, i, "of") && is_fight(doc, i - 1)))
                return k->end; /* "the battle of the moderates", "… of Vellmar" */
        if (document_is(doc, i, "on") && noun_is_medium(&doc->tokens[k->head]) &&
            !is_force(deed->type))
                return k->end;
        if (is_towards(doc, i, first && is_force(deed->type)) && is_force(deed->type) &&
            phrase_agency(doc, cast->c, chunk_phrase(k)) == AGENCY_THING &&
            !noun_is_solid(&doc->tokens[k->head]))
                return 0; /* "attacks on his conduct" */
        deed->aimed |= document_is(doc, i, "on") && is_force(deed->type);
        if (is_towards(doc, i, first && is_force(deed->type)) && !r->n_recipients)
                return add_both(cast, k, r->recipients, &r->n_recipients);
        return k->end;
}

static uint32_t read_ties(struct deed *deed, struct casting *cast, uint32_t i, uint32_t end)
{
        bool first = true;

        while (i + 1 < end && !chunk_at(cast->c, i) && cast->doc->tokens[i].upos == UPOS_ADV)
                i++; /* "the only talks so far | between …" */
        for (unsigned n = 0; n < TIES_MAX && i < end; n++) {
                const struct chunk *k = chunk_at(cast->c, i);
                uint32_t next;

                if (k && k->time) {
                        i = k->end; /* "the attack Monday on …" */
                        continue;
                }
                next = read_tie(deed, cast, i, first);
                if (!next)
                        break;
                first = false;
                i = next;
        }
        return i;
}

static bool is_person(const struct document *doc, const int *list, unsigned n)
{
        return n == 1 && list[0] < GROUP_BASE &&
               doc->x->entities[list[0]].type == ENTITY_PERSON;
}

/* "a strike by dockers", "an attack by rebels on a mosque": who does it is enough of a protest,
 * and of force that is aimed at a thing. */
static bool is_told_by_actor(const struct document *doc, const struct deed *deed)
{
        const struct roles *r = &deed->roles;

        if (!deed->by || !r->n_actors)
                return false;
        return strcmp(deed->type, "PROTEST") == 0 ? !is_person(doc, r->actors, r->n_actors)
                                                  : deed->aimed;
}

/* Two sides of "between" are two; of anything else nobody does it to himself. */
static bool is_told(const struct document *doc, const struct deed *deed)
{
        const struct roles *r = &deed->roles;

        if (!r->n_recipients)
                return is_told_by_actor(doc, deed);
        if (!r->n_actors)
                return strcmp(deed->type, "ASSAULT") == 0;
        return r->n_actors > 1 || r->actors[0] != r->recipients[0];
}

/* Nouns that are a thing, a body or a state of affairs when no verb makes a deed of them. */
static bool is_thing(const char *lemma)
{
        return lexicon_has(&lexicon_role_nouns, lemma, "abstract");
}

static const char *entry_of(const struct document *doc, const struct chunk *noun)
{
        const char *lemma = doc->tokens[noun->head].lemma;

        return noun->time || noun->pronoun || is_thing(lemma) ? NULL
                                                              : plover_noun(doc, noun->head);
}

/* "Berg's attacks on Lind": rivals attack each other with words. */
static bool is_of_words(const struct document *doc, const struct chunk *noun,
                        const struct deed *deed)
{
        return word_is(doc->tokens[noun->head].lemma, "attack") &&
               is_person(doc, deed->roles.actors, deed->roles.n_actors) &&
               is_person(doc, deed->roles.recipients, deed->roles.n_recipients);
}

int noun_deed(struct deed *ret, struct casting *cast, const struct chunk *noun)
{
        struct document *doc = cast->doc;
        const char *entry = entry_of(doc, noun), *start;
        struct deed deed = { .roles.where = NONE, .first = noun->first };
        size_t size;

        ret->type = NULL;
        if (!entry)
                return 0;
        size = lexicon_column(entry, 0, &start);
        deed.type = plover_type_name(start, size);
        if (!deed.type)
                return 0;
        size = lexicon_column(entry, 1, &start);
        deed.mode = size ? arena_copy(doc->arena, start, size) : NULL;
        if (size && !deed.mode)
                return -ENOMEM;
        cast->plain = true;
        agent_before(&deed, cast, noun);
        deed.end = read_ties(&deed, cast, noun->end,
                             (uint32_t)document_sentence_end(doc, noun->head));
        if (cast->failed)
                return -ENOMEM;
        if (is_told(doc, &deed) && !is_of_words(doc, noun, &deed))
                *ret = deed;
        return 0;
}
