/* entities - names, titles, places and who is who; and the questions about them */
#include "workers/extract/entities.h"

#include "base/macros.h"
#include "workers/extract/names.h"
#include "workers/extract/stages.h"

/* "Freed said so": who bears a name that is a verb, too, is still a noun to the stages behind;
 * and whom the article makes a person is one where the tagger saw a place or a body. */
static void tag_names(struct document *doc, const struct names *names)
{
        for (size_t i = 0; i < names->n; i++) {
                const struct name *name = &names->list[i];
                struct token *t;

                if (name->type != ENTITY_PERSON || name->entity == NONE)
                        continue;
                for (size_t k = name->first; k < name->end; k++) {
                        t = &doc->tokens[k];
                        t->name_begins = k == name->first;
                        t->name = NAME_PERSON;
                        if (t->upos != UPOS_PROPN &&
                            (name->end == name->first + 1 || t->upos == UPOS_VERB)) {
                                t->upos = UPOS_PROPN;
                                t->fine = FINE_NNP;
                        }
                }
        }
}

int entities_find(struct document *doc)
{
        struct names names = { .n = 0 };
        int r = names_find(&names, doc);

        if (!r)
                r = names_recall(&names, doc);
        if (!r)
                r = types_agree(&names, doc);
        if (r)
                return r;
        titles_find(&names, doc);
        r = genders_of_families(&names, doc);
        if (!r)
                r = places_settle(&names, doc);
        if (!r)
                r = clusters_find(&names, doc);
        if (!r)
                tag_names(doc, &names);
        if (!r)
                r = genders_find(&names, doc);
        return r ? r : references_find(&names, doc);
}

/* The first reference that ends behind @byte. */
static size_t reference_behind(const struct references *refs, uint32_t byte)
{
        size_t low = 0, high = refs ? refs->n : 0;

        while (low < high) {
                size_t middle = (low + high) / 2;

                if (refs->list[middle].span.end <= byte)
                        low = middle + 1;
                else
                        high = middle;
        }
        return low;
}

static const struct reference *reference_at(const struct document *doc, uint32_t byte)
{
        const struct references *refs = doc->references;
        size_t at = reference_behind(refs, byte);

        if (!refs || at >= refs->n || refs->list[at].span.start > byte)
                return NULL;
        return &refs->list[at];
}

int entities_at(const struct document *doc, uint32_t byte)
{
        const struct reference *ref = reference_at(doc, byte);

        return ref && ref->kind == REFERENCE_NAME ? ref->entity : NONE;
}

bool entities_describe(const struct document *doc, uint32_t byte)
{
        const struct reference *ref = reference_at(doc, byte);

        return ref && ref->kind == REFERENCE_DESCRIPTION;
}

/* Ends the head of a noun phrase: what follows only says more of it. */
static bool ends_head(const struct document *doc, size_t i)
{
        static const char *const words[] = { ",", "(", "who", "which", "that", "–", "—" };

        return document_is_one_of(doc, i, words, ARRAY_SIZE(words)) ||
               doc->tokens[i].upos == UPOS_ADP || doc->tokens[i].upos == UPOS_VERB ||
               doc->tokens[i].upos == UPOS_AUX;
}

int entities_resolve(const struct document *doc, struct span span)
{
        size_t i = document_token_at(doc, span.start), head = i;
        const struct reference *ref;

        if (span_is_none(span) || i >= doc->n_tokens)
                return NONE;
        for (; i < doc->n_tokens && doc->tokens[i].start < span.end; i++) {
                ref = reference_at(doc, doc->tokens[i].start);
                /* Inside a reference an "of" belongs to it. */
                if (!ref && i > head && ends_head(doc, i))
                        break;
                if (!ref && doc->tokens[i].upos == UPOS_CCONJ)
                        return NONE; /* "Lavrov and Blinken" are two */
                head = i;
        }
        ref = reference_at(doc, doc->tokens[head].start);
        if (!ref || ref->span.start >= span.end)
                return NONE;
        return ref->entity;
}
