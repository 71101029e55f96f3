/* quotes_relative - reports inside a clause about somebody: "Berg, who said it was late, left",
 * "guests who want to feed geese said it was"
 */
#include "workers/extract/quotes_content.h"

bool reported_is_behind_relative(const struct reported *x, size_t i)
{
        const struct chunk *before = i ? chunk_at(x->c, i - 1) : NULL;

        return before && before->kind == CHUNK_NOUN && before->relative && before->end == i &&
               before->first > x->begin && reported_is(x, before->first - 1, ",");
}

size_t reported_relative_end(const struct reported *x, const struct cue *cue, size_t first,
                             size_t end)
{
        size_t i = cue->first, comma = reported_comma(x, first, end);
        bool whole = true;

        while (i > x->begin && x->doc->tokens[i - 1].upos == UPOS_ADV)
                i--;
        if (i == cue->first || !reported_is_behind_relative(x, i))
                return end;
        for (size_t next; comma + 1 < end; comma = next) {
                const struct chunk *k = chunk_at(x->c, comma + 1);

                next = reported_comma(x, comma + 1, end);
                if (k && k->kind == CHUNK_VERB &&
                    (k->form == VERB_FINITE || k->form == VERB_INFINITIVE)) {
                        if (whole)
                                return comma;
                        whole = true;
                } else if (!reported_has_verb(x, first, comma))
                        whole = false;
        }
        return end;
}

/* "guests who | want to stay": a relative pronoun right before @i, without a comma? */
static bool is_in_relative(const struct reported *x, size_t i)
{
        const struct chunk *before;

        while (i > x->begin && x->doc->tokens[i - 1].upos == UPOS_ADV)
                i--;
        before = i > x->begin ? chunk_at(x->c, i - 1) : NULL;
        return before && before->relative && before->end == i && before->first > x->begin &&
               !reported_is(x, before->first - 1, ",");
}

/* "guests who want to feed geese | said": behind the infinitive at @first the verb of the
 * clause around, which has no subject of its own there; or @end. */
static size_t outer_verb(const struct reported *x, size_t first, size_t end)
{
        const struct chunk *k = first < x->end ? chunk_at(x->c, first) : NULL;

        for (size_t i = k ? k->end : end; i < end; i++) {
                k = chunk_at(x->c, i);
                if (reported_breaks_clause(x, i) || reported_is_question(x, i) ||
                    x->doc->tokens[i].upos == UPOS_CCONJ)
                        return end;
                if (k && k->kind == CHUNK_VERB && k->form == VERB_FINITE)
                        return reported_has_relative(x, first, k->first) ||
                                               chunk_at(x->c, i - 1) == NULL ||
                                               chunk_at(x->c, i - 1)->pronoun
                                       ? end
                                       : k->first;
                if (k)
                        i = k->end - 1;
        }
        return end;
}

size_t reported_infinitive_of_relative(const struct reported *x, const struct cue *cue,
                                       size_t first, size_t end)
{
        return is_in_relative(x, cue->first) ? outer_verb(x, first, end) : end;
}
