/* quotes_joint - two who say something together
 *
 * "Anna Berg and Mayor Lind said": the phrase has one head, and so one entity, but the words
 * are of both, and whoever is told of one alone is told wrong.
 */
#include <errno.h>
#include <string.h>

#include "workers/extract/entities.h"
#include "workers/extract/names.h"
#include "workers/extract/quotes.h"

enum { BRACKET_TOKENS = 7 };

/* "US Secretary of State | Anna Lind": whose name ends at @end behind a title, or NONE. */
static int titled(const struct document *doc, const struct chunk *k, uint32_t end)
{
        int entity = end > k->end ? entities_at(doc, doc->tokens[end - 1].start) : NONE;
        uint32_t first = end - 1;
        const char *value;

        if (entity == NONE || doc->x->entities[entity].type != ENTITY_PERSON)
                return NONE;
        while (first > k->first && entities_at(doc, doc->tokens[first - 1].start) == entity)
                first--;
        for (uint32_t i = k->first; i < first; i++)
                if (i + title_at(doc, i, first, &value) == first)
                        return entity;
        return NONE;
}

/* The name of whom the chunk means, or its words, up to @end, without their article. */
static const char *name_of(struct document *doc, const struct chunk *k, uint32_t end)
{
        struct phrase p = { k->first, end > k->end ? end : k->end, k->head };
        int entity = phrase_entity(doc, p);

        if (entity == NONE)
                entity = titled(doc, k, p.end);
        return entity == NONE ? phrase_description(doc, p) : doc->x->entities[entity].name;
}

/* "Trinidad and Tobago": one name. */
static bool is_one_name(const struct document *doc, const struct chunk *a,
                        const struct chunk *b)
{
        int entity = entities_at(doc, doc->tokens[a->head].start);

        return entity != NONE && entity == entities_at(doc, doc->tokens[b->head].start);
}

/* "Ostrin president and chief builder Jan Lind": the offices of one. */
static bool is_one_holder(const struct document *doc, const struct chunk *a,
                          const struct chunk *b)
{
        return doc->tokens[a->head].name == NAME_NONE &&
               noun_is_person(&doc->tokens[a->head]) && doc->tokens[a->head].fine != FINE_NNS &&
               doc->tokens[b->head].name == NAME_PERSON &&
               doc->tokens[a->first].upos != UPOS_DET && doc->tokens[b->first].upos != UPOS_DET;
}

/* The token behind the brackets at @i: "Lind (Lab.) | and", "Lind, R-Ky., | and". */
static uint32_t over_bracket(const struct document *doc, uint32_t i)
{
        uint32_t end = i + 2 + document_is(doc, i + 2, ".");

        if (document_is(doc, i, ",") && document_is(doc, end, ",") &&
            doc->tokens[i + 1].lower[0] && doc->tokens[i + 1].lower[1] == '-')
                return end + 1;
        if (!document_is(doc, i, "("))
                return i;
        for (uint32_t k = i + 1; k < doc->n_tokens && k < i + BRACKET_TOKENS; k++)
                if (document_is(doc, k, ")"))
                        return k + 1;
        return i;
}

/* The first of two chunks that "and" joins, where they are all there is of the speaker. */
static const struct chunk *first_of_two(const struct document *doc, const struct chunks *c,
                                        const struct speaker *s,
                                        const struct chunk **ret_second)
{
        size_t first = document_token_at(doc, s->span.start);
        const struct chunk *a = first < doc->n_tokens ? chunk_at(c, first) : NULL, *b;
        uint32_t end;

        if (!a || a->kind != CHUNK_NOUN || a->first != first || a->relative)
                return NULL;
        end = over_bracket(doc, a->end);
        if (!document_is(doc, end, "and") || end + 1 >= doc->n_tokens)
                return NULL;
        b = chunk_at(c, end + 1);
        if (!b || b->kind != CHUNK_NOUN || b->first != end + 1 ||
            doc->tokens[b->head].start >= s->span.end ||
            (doc->tokens[b->end - 1].end < s->span.end &&
             doc->tokens[b->end].upos != UPOS_ADP)) /* "Berg and Lind of the union" */
                return NULL;
        *ret_second = b;
        return a;
}

int quotes_joint_name(struct document *doc, const struct chunks *c)
{
        for (size_t i = 0; i < doc->x->n_quotes; i++) {
                struct speaker *s = &doc->x->quotes[i].speaker;
                const struct chunk *a, *b;
                const char *one, *other;

                if (!s->text || s->entity == NONE)
                        continue;
                a = first_of_two(doc, c, s, &b);
                if (!a || is_one_name(doc, a, b) || is_one_holder(doc, a, b) ||
                    (a->pronoun &&
                     phrase_entity(doc, (struct phrase){ a->first, a->end, a->head }) == NONE))
                        continue;
                one = name_of(doc, a, a->end);
                other = name_of(doc, b, (uint32_t)document_token_at(doc, s->span.end));
                if (!one || !other)
                        return -ENOMEM;
                s->name = arena_printf(doc->arena, "%s and %s", one, other);
                if (!s->name)
                        return -ENOMEM;
        }
        return 0;
}
