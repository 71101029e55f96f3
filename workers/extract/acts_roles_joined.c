/* acts_roles_joined - who plays a part together with the phrase that plays it
 *
 * "X, Y and Z", "X of Oslo, Y, and Z", "X along with Y".
 */
#include "workers/extract/acts.h"
#include "workers/extract/reporting.h"

/* "the minister of | Trade Anna Berg": the name of whoever bears the title. */
static bool is_titled(const struct casting *cast, const struct chunk *name)
{
        const struct document *doc = cast->doc;
        const struct chunk *title = name->first > 1 ? chunk_at(cast->c, name->first - 2) : NULL;

        return document_is(doc, name->first - 1, "of") && title && title->kind == CHUNK_NOUN &&
               doc->tokens[title->head].upos == UPOS_PROPN &&
               doc->tokens[name->first].capital &&
               doc->tokens[name->head].name == NAME_PERSON &&
               doc->tokens[name->first].name != NAME_PERSON;
}

/* "met in Oslo and | Berg left", "saw the town and | Berg left": what stands before has a part
 * of its own to play. */
static bool may_join(const struct casting *cast, const struct chunk *name)
{
        size_t token = name->first;
        const struct chunk *k = chunk_at(cast->c, token - 1);

        if (k && k->kind == CHUNK_VERB) /* "said | Norway and Chad would …" */
                return cue_at(cast->doc, cast->c, k->head).kind <= CUE_THINK;
        return cast->doc->tokens[token - 1].upos != UPOS_ADP || is_titled(cast, name);
}

/* The named phrase that ends before the comma at @comma: "Anna Berg | , ", "Anna Berg of Oslo
 * | ,"; or NULL. */
static const struct chunk *listed_name(const struct casting *cast, size_t comma, size_t first)
{
        const struct document *doc = cast->doc;
        const struct chunk *k = comma > first ? chunk_at(cast->c, comma - 1) : NULL;

        if (k && k->first > first + 1 && doc->tokens[k->head].name == NAME_PLACE &&
            (document_is(doc, k->first - 1, "of") || document_is(doc, k->first - 1, "from")))
                k = chunk_at(cast->c, k->first - 2);
        return k && k->kind == CHUNK_NOUN && !k->time && doc->tokens[k->head].name != NAME_NONE
                       ? k
                       : NULL;
}

/* "X of Oslo, Y, | and Z": two or more names before the last comma, and nothing that has
 * another part to play. */
static void add_listed_before(struct casting *cast, size_t token, int *list, unsigned *n)
{
        const struct document *doc = cast->doc;
        size_t first = doc->sentences[doc->tokens[token].sentence].first, comma = token - 2;
        const struct chunk *names[ROLE_MAX];
        unsigned n_names = 0;

        while (n_names < ROLE_MAX && document_is(doc, comma, ",")) {
                const struct chunk *k = listed_name(cast, comma, first);

                if (!k)
                        return;
                names[n_names++] = k;
                if (k->first == first)
                        break;
                comma = k->first - 1;
        }
        if (n_names < 2 ||
            (names[n_names - 1]->first > first && !may_join(cast, names[n_names - 1])))
                return;
        while (n_names)
                role_add(cast, chunk_phrase(names[--n_names]), list, n);
}

/* "Y and Z": then what a comma parts from it is of the same list. */
static bool has_and(const struct document *doc, struct phrase p)
{
        if (document_is(doc, p.first, "a") || document_is(doc, p.first, "an"))
                return false; /* "Jan Lind, | a friend of Berg and Sand, left" */
        for (uint32_t i = p.first; i < p.end; i++)
                if (document_is(doc, i, "and") && doc->tokens[i].name == NAME_NONE)
                        return true;
        return false;
}

/* "In Vik, | Norway, Berg and Lind met": the land where the town is. */
static bool is_land_of_town(const struct casting *cast, const struct chunk *land, size_t first)
{
        const struct document *doc = cast->doc;
        const struct chunk *town =
                land->first > first + 2 && document_is(doc, land->first - 1, ",")
                        ? chunk_at(cast->c, land->first - 2)
                        : NULL;

        return town && town->first > first && doc->tokens[land->head].name == NAME_PLACE &&
               doc->tokens[town->first - 1].upos == UPOS_ADP;
}

/* "praised | Eva Sand, Anna Berg and Kari Holm attacked": it is what another verb is about. */
static bool follows_verb(const struct casting *cast, const struct chunk *left)
{
        const struct chunk *k = left->first ? chunk_at(cast->c, left->first - 1) : NULL;

        return k && k->kind == CHUNK_VERB;
}

/* "X, Y and Z": the phrases that are joined to the phrase @p. */
void role_add_before(struct casting *cast, struct phrase p, int *list, unsigned *n)
{
        const struct document *doc = cast->doc;
        size_t token = p.first, first = doc->sentences[doc->tokens[token].sentence].first;
        bool joint = has_and(doc, p);

        if (token > first + 2 && document_is(doc, token - 1, "and") &&
            document_is(doc, token - 2, ",")) {
                add_listed_before(cast, token, list, n);
                return;
        }
        for (unsigned k = 0; k < ROLE_MAX && token > first + 1; k++) {
                const struct chunk *left;

                if (token > first + 2 && document_is(doc, token - 1, "with") &&
                    (document_is(doc, token - 2, "along") ||
                     document_is(doc, token - 2, "together")))
                        token--; /* "X along with Y" */
                else if (!document_is(doc, token - 1, "and") &&
                         !((k || joint) && document_is(doc, token - 1, ",")))
                        return;
                left = chunk_at(cast->c, token - 2);
                if (!left || left->kind != CHUNK_NOUN || left->time ||
                    (left->first > first && !may_join(cast, left)) ||
                    (!k && joint &&
                     (doc->tokens[left->head].name == NAME_NONE || follows_verb(cast, left) ||
                      is_land_of_town(cast, left, first))) ||
                    phrase_agency(doc, cast->c, chunk_phrase(left)) == AGENCY_THING)
                        return;
                role_add(cast, chunk_phrase(left), list, n);
                token = left->first;
        }
}

/* A subject that is itself of several joined phrases: all of them. */
void role_add_inside(struct casting *cast, struct phrase p, int *list, unsigned *n)
{
        for (uint32_t i = p.first; i < p.end; i++) {
                const struct chunk *k = chunk_at(cast->c, i);

                if (!k || k->kind != CHUNK_NOUN)
                        continue;
                if (k->first > p.first && cast->doc->tokens[k->first - 1].upos == UPOS_ADP &&
                    !is_titled(cast, k)) {
                        i = k->end - 1; /* "Berg of Norway, the minister" */
                        continue;
                }
                if (joins_parties(cast->doc, k->end) ||
                    (k->first > p.first && joins_parties(cast->doc, k->first - 1)))
                        role_add(cast, chunk_phrase(k), list, n);
                i = k->end - 1;
        }
}
