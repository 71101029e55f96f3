/* quotes_himself - who speaks of somebody by name is not that one
 *
 * "Lind asked Berg. He said Berg was late.": he is not Berg, whoever was told of last.
 */
#include <errno.h>
#include <string.h>

#include "workers/extract/entities.h"
#include "workers/extract/quotes.h"

enum { NAME_WITHIN = 3 }; /* tokens, from the start of what is told: "that Mr. Berg" */

/* Do the first words of the report name @entity, for whom its speaker is taken? */
static bool begins_with(const struct document *doc, const struct quote *q, int entity)
{
        size_t i = document_token_at(doc, q->spans[0].start), end = i + NAME_WITHIN;

        for (; i < end && i < doc->n_tokens; i++) {
                if (doc->tokens[i].start >= q->spans[0].end ||
                    doc->tokens[i].upos == UPOS_VERB ||
                    doc->tokens[i].kind == TOKEN_PUNCTUATION)
                        return false;
                if (entities_at(doc, doc->tokens[i].start) == entity)
                        return true;
        }
        return false;
}

/* The name of the subject before token @token, unless it is @other. 0 or -ENOMEM. */
static int name_other(struct document *doc, const struct chunks *c, struct speaker *s,
                      int other)
{
        size_t at = document_token_at(doc, s->span.start);
        struct phrase p =
                quotes_subject_before(doc, c, at, document_is(doc, at, "he") ? 'm' : 'f');
        int entity = phrase_referent(doc, c, p);

        s->entity = NONE;
        s->name = NULL;
        if (phrase_is_none(p) || entity == other)
                return 0;
        s->entity = entity;
        s->name = entity == NONE ? phrase_description(doc, p) : doc->x->entities[entity].name;
        return s->name ? 0 : -ENOMEM;
}

int quotes_himself_name(struct document *doc, const struct chunks *c)
{
        static const char *const pronouns[] = { "he", "she" };
        int r = 0;

        for (size_t i = 0; i < doc->x->n_quotes && !r; i++) {
                struct quote *q = &doc->x->quotes[i];
                struct speaker *s = &q->speaker;

                if (q->direct || !s->text || s->entity == NONE ||
                    s->span.end > q->spans[0].start ||
                    !document_is_one_of(doc, document_token_at(doc, s->span.start), pronouns,
                                        ARRAY_SIZE(pronouns)))
                        continue;
                if (begins_with(doc, q, s->entity))
                        r = name_other(doc, c, s, s->entity);
        }
        return r;
}
