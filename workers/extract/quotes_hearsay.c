/* quotes_hearsay - "Berg is reportedly leaving": the writer has it from others, whom he does
 * not name; all of the clause is theirs
 */
#include "base/macros.h"
#include "workers/extract/quotes_content.h"

static const struct content_rule by = { 720, "quotes.reported_reportedly", EXTENT_CLAUSE };

/* The finite verb that the adverb at @i stands in or beside. */
static const struct chunk *verb_beside(const struct reported *x, size_t i)
{
        for (size_t k = i ? i - 1 : 0; k <= i + 1 && k < x->end; k++) {
                const struct chunk *verb = chunk_at(x->c, k);

                if (verb && verb->kind == CHUNK_VERB && verb->form == VERB_FINITE &&
                    k >= x->begin && (k >= i || verb->end == i || verb->end > i))
                        return verb;
        }
        return NULL;
}

/* Where the clause of @verb begins: with its subject, which other verbs may part from it, or
 * with the pronoun of a relative clause. Its first part ends at *@ret_end. */
static size_t clause_begin(const struct reported *x, const struct chunk *verb, size_t i,
                           size_t *ret_end)
{
        size_t first = verb->first < i ? verb->first : i;
        const struct chunk *before = first > x->begin ? chunk_at(x->c, first - 1) : NULL;
        struct phrase p = chunk_subject(x->doc, x->c, verb);

        *ret_end = i;
        if (before && before->relative)
                return before->first;
        if (phrase_is_none(p) || p.first < x->begin || p.end > first)
                return x->end;
        if (reported_next_finite(x, p.end, first) < first &&
            x->doc->tokens[first - 1].upos == UPOS_CCONJ)
                *ret_end = p.end;
        return p.first;
}

static size_t clause_end(const struct reported *x, size_t i)
{
        static const char *const stops[] = { ",", ";", ")" };
        size_t end = reported_end(x, i);

        for (; i < end; i++)
                if (reported_is_one_of(x, i, stops, ARRAY_SIZE(stops)) &&
                    !reported_in_marks(x, x->doc->tokens[i].start))
                        return i;
        return end;
}

int report_reportedly(struct reported *x)
{
        struct reported clause = *x;
        struct tail t = { .speaker = PHRASE_NONE };
        const struct chunk *verb;
        size_t i = x->begin, left;
        bool found;

        while (i < x->end && (!reported_is(x, i, "reportedly") ||
                              reported_in_marks(x, x->doc->tokens[i].start)))
                i++;
        if (i + 1 >= x->end)
                return 0;
        t.cue = (struct cue){ (uint32_t)i, (uint32_t)i + 1, (uint32_t)i, CUE_SEEM, 0 };
        clause.words_min = REPORTED_WORDS;
        if (i == x->begin && reported_is(x, i + 1, ",")) /* "Reportedly, …" */
                return reported_write(&clause, &t.cue, t.speaker, i + 2, x->end, by);
        verb = verb_beside(x, i);
        if (!verb || cue_at(x->doc, x->c, verb->head).kind <= CUE_TELL)
                return 0; /* "reportedly said that …": somebody is named */
        for (size_t k = x->begin; k < verb->first; k++)
                if (cue_at(x->doc, x->c, k).kind <= CUE_TELL)
                        return 0; /* "Lind said he is reportedly ill" */
        clause.begin = clause_begin(x, verb, i, &left);
        clause.end = clause_end(x, i + 1);
        if (clause.begin >= i || clause.end <= i + 1)
                return 0;
        return reported_write_parted(&clause, &t, left, i + 1, by, &found);
}
