/* acts_setting_nouns - when and where what a noun tells was
 *
 * What stands beside the noun goes first ("talks in Oslo"); else the clause that says only that
 * it took place.
 */
#include "workers/extract/acts.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_deed_verbs;

static bool is_holder(const struct document *doc, const struct chunk *k)
{
        if (word_is(doc->tokens[k->head].lemma, "take"))
                return document_is(doc, k->end, "place") || document_is(doc, k->end, "effect");
        if (word_is(doc->tokens[k->head].lemma, "break"))
                return document_is(doc, k->end, "out");
        return lexicon_has(&lexicon_deed_verbs, doc->tokens[k->head].lemma, "held");
}

const struct chunk *deed_verb(const struct document *doc, const struct chunks *c,
                              const struct deed *deed)
{
        uint32_t i = deed->end, end = (uint32_t)document_sentence_end(doc, deed->first);
        const struct chunk *k;

        while (i < end && !chunk_at(c, i) &&
               (doc->tokens[i].upos == UPOS_ADV || document_is(doc, i, ",")))
                i++;
        k = i < end ? chunk_at(c, i) : NULL;
        return k && k->kind == CHUNK_VERB ? k : NULL;
}

const struct chunk *deed_holder(const struct document *doc, const struct chunks *c,
                                const struct deed *deed)
{
        const struct chunk *k = deed_verb(doc, c, deed), *next;

        if (!k || is_holder(doc, k))
                return k;
        next = chunk_at(c, k->end); /* "are expected | to be held", "are due | to begin" */
        if (!next && k->end < doc->n_tokens && doc->tokens[k->end].upos == UPOS_ADJ)
                next = chunk_at(c, k->end + 1);
        return next && next->kind == CHUNK_VERB && next->form == VERB_INFINITIVE &&
                               is_holder(doc, next)
                       ? next
                       : NULL;
}

/* Behind "take place" and "take effect" the clause goes on. */
static void read_holder(struct clause *ret, const struct document *doc, const struct chunks *c,
                        const struct chunk *verb, struct chunk *place)
{
        clause_read(ret, doc, c, verb);
        if (!word_is(doc->tokens[verb->head].lemma, "take"))
                return;
        *place = *verb;
        place->end++;
        ret->verb = place;
}

int deed_when(const struct document *doc, const struct chunks *c, const struct deed *deed,
              size_t time)
{
        const struct extraction *x = doc->x;
        uint32_t from = doc->tokens[deed->first].start, to = doc->tokens[deed->end - 1].end;
        const struct chunk *verb = deed_holder(doc, c, deed);
        const struct coding coding = { .type = deed->type };
        struct clause clause;
        struct chunk place;

        for (size_t i = time; i < x->n_times && x->times[i].span.start < to; i++)
                if (x->times[i].span.start >= from && x->times[i].type != TIME_DURATION)
                        return (int)i;
        if (!verb)
                return NONE;
        read_holder(&clause, doc, c, verb, &place);
        return clause_when(doc, c, &clause, &coding, time);
}

static bool has_role(const struct roles *r, int entity)
{
        for (unsigned i = 0; i < r->n_actors; i++)
                if (r->actors[i] == entity)
                        return true;
        for (unsigned i = 0; i < r->n_recipients; i++)
                if (r->recipients[i] == entity)
                        return true;
        return false;
}

int deed_where(const struct document *doc, const struct chunks *c, const struct deed *deed)
{
        const struct chunk *verb = deed_holder(doc, c, deed);
        const struct coding coding = { .type = deed->type };
        uint32_t end = (uint32_t)document_sentence_end(doc, deed->first);
        struct clause clause;
        struct chunk place;

        for (uint32_t i = deed->first; i <= deed->end && i + 1 < end; i++) {
                const struct chunk *k = chunk_at(c, i + 1);
                int entity = token_is_locative(doc, i) && k && k->first == i + 1
                                     ? chunk_place(doc, k)
                                     : NONE;

                if (entity != NONE && !has_role(&deed->roles, entity))
                        return entity;
        }
        if (!verb)
                return NONE;
        read_holder(&clause, doc, c, verb, &place);
        return clause_where(doc, c, &clause, &coding);
}
