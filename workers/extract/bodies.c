#include "workers/extract/bodies.h"

#include <errno.h>
#include <string.h>

#include "base/macros.h"
#include "workers/extract/acronyms.h"

enum { BODIES_MAX = 128 }; /* heads in one article */

bool is_company_suffix(const struct document *doc, size_t i)
{
        static const char *const words[] = { "inc", "inc.", "corp",    "corp.", "corporation",
                                             "ltd", "ltd.", "limited", "llc",   "plc",
                                             "co",  "co.",  "ag",      "gmbh",  "nv" };

        return document_is_one_of(doc, i, words, ARRAY_SIZE(words));
}

/* The word that a name is about: the last, or the one before "of" and "for". */
static const char *head_of(const struct document *doc, const struct name *name)
{
        if (name->end - name->first < 2)
                return NULL;
        if (is_company_suffix(doc, name->end - 1))
                return "company";
        for (size_t i = name->first + 1; i < name->end; i++)
                if (document_is(doc, i, "of") || document_is(doc, i, "for"))
                        return doc->tokens[i - 1].lower;
        return doc->tokens[name->end - 1].lower;
}

static int add_head(struct bodies *bodies, const struct document *doc, const char *head,
                    const struct name *name)
{
        struct body *slot;

        for (size_t i = 0; i < bodies->n; i++) {
                struct body *b = &bodies->list[i];

                if (strcmp(b->head, head) != 0)
                        continue;
                b->several |= b->entity != name->entity;
                return 0;
        }
        if (bodies->n >= BODIES_MAX)
                return 0;
        slot = arena_push(doc->arena, &bodies->list, &bodies->n, sizeof(*slot));
        if (!slot)
                return -ENOMEM;
        *slot = (struct body){ head, name->first, name->entity, false };
        return 0;
}

/* "Berg Foods" is a company as well as "Lind Ltd". */
static void heed_company(struct bodies *bodies, int entity)
{
        for (size_t i = 0; i < bodies->n; i++)
                if (strcmp(bodies->list[i].head, "company") == 0)
                        bodies->list[i].several |= bodies->list[i].entity != entity;
}

int bodies_find(struct bodies *ret, const struct names *names, const struct document *doc)
{
        struct bodies bodies = { .n = 0 };
        int r = 0;

        for (size_t i = 0; !r && i < names->n; i++) {
                const struct name *name = &names->list[i];
                const char *head =
                        name->type == ENTITY_ORGANIZATION ? head_of(doc, name) : NULL;

                if (head)
                        r = add_head(&bodies, doc, head, name);
        }
        for (size_t i = 0; !r && i < names->n; i++)
                if (name_is_company(doc, &names->list[i]))
                        heed_company(&bodies, names->list[i].entity);
        *ret = bodies;
        return r;
}

/* "the bank of the river", "the party leader", "the court that": not the body alone. */
static bool goes_on(const struct document *doc, size_t at)
{
        const struct token *t = &doc->tokens[at];

        if (at >= doc->n_tokens)
                return false;
        return document_is(doc, at, "of") || document_is(doc, at, "for") ||
               document_is(doc, at, "that") || document_is(doc, at, "which") ||
               t->upos == UPOS_NOUN || t->upos == UPOS_PROPN;
}

size_t body_at(const struct bodies *bodies, const struct document *doc, size_t i,
               int *ret_entity)
{
        if (!document_is(doc, i, "the") || i + 1 >= doc->n_tokens ||
            doc->tokens[i + 1].capital || doc->tokens[i + 1].fine != FINE_NN ||
            goes_on(doc, i + 2))
                return i;
        for (size_t k = 0; k < bodies->n; k++) {
                const struct body *b = &bodies->list[k];

                if (!document_is(doc, i + 1, b->head))
                        continue;
                if (b->several || b->first_name > i)
                        return i;
                *ret_entity = b->entity;
                return i + 2;
        }
        return i;
}
