/* quotes_relative - reports inside another clause: "Berg, who said it was late, left", "guests
 * who want to feed geese said it was", "the moment she said it was, he left"
 */
#include "base/macros.h"
#include "workers/extract/quotes_content.h"

enum { LISTENER_TOKENS = 14 }; /* of "asked guests who had come by sea" */

bool reported_is_behind_relative(const struct reported *x, size_t i)
{
        const struct chunk *before = i ? chunk_at(x->c, i - 1) : NULL;

        return before && before->kind == CHUNK_NOUN && before->relative && before->end == i &&
               before->first > x->begin && reported_is(x, before->first - 1, ",");
}

/* "the moment", "every time", "the last day", up to @i: so opens a clause of time. */
static bool tells_when(const struct reported *x, size_t i)
{
        static const char *const nouns[] = { "moment", "day",  "night",   "time",
                                             "minute", "week", "instant", "hour" };
        static const char *const leads[] = { "at", "by", "from", "on" };
        static const char *const articles[] = { "the", "every", "each" };
        size_t k = x->begin + reported_is_one_of(x, x->begin, leads, ARRAY_SIZE(leads));

        if (!reported_is_one_of(x, k, articles, ARRAY_SIZE(articles)))
                return false;
        k += 1 + (reported_is(x, k + 1, "first") || reported_is(x, k + 1, "last"));
        return k + 1 == i && reported_is_one_of(x, k, nouns, ARRAY_SIZE(nouns));
}

/* Is the clause whose subject begins at @subject one that another follows: "While she says",
 * "The moment she said", "Now that she says"? */
static bool opens_sentence_in_clause(const struct reported *x, size_t subject)
{
        if (reported_is_subordinator(x, x->begin))
                return subject <= x->begin + 2;
        if (reported_is(x, x->begin, "now") && reported_is(x, x->begin + 1, "that"))
                return subject == x->begin + 2;
        return tells_when(x, subject);
}

bool reported_is_inside_clause(const struct reported *x, const struct cue *cue,
                               struct phrase speaker)
{
        const struct chunk *verb = chunk_at(x->c, cue->verb);

        if (opens_sentence_in_clause(x, speaker.first))
                return true;
        if (!phrase_is_none(speaker) && speaker.first > x->begin &&
            reported_is_subordinator(x, speaker.first - 1))
                return true; /* "…, and while he said that …, she …" */
        if (reported_is_subordinator(x, x->begin) && cue->first == x->begin + 1)
                return true; /* "After saying that …, he left" */
        if (verb && verb->form == VERB_ING && verb->first == x->begin)
                return true; /* "Saying that …, he left" */
        return reported_is_behind_relative(x, cue->first);
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

/* Does the phrase that ends before the verb at @verb belong to what stands before it, and is no
 * subject of that verb: "Berg left | the town | were denied"? */
static bool has_no_subject(const struct reported *x, size_t first, size_t verb)
{
        const struct chunk *noun, *before;
        size_t i;

        while (verb > first && x->doc->tokens[verb - 1].upos == UPOS_ADV)
                verb--;
        noun = verb > first ? chunk_at(x->c, verb - 1) : NULL;
        if (!noun || noun->kind == CHUNK_VERB)
                return true;
        if (noun->relative || noun->first <= first)
                return false;
        i = noun->first - 1;
        if (i > first && x->doc->tokens[i].upos == UPOS_ADV && !chunk_at(x->c, i) &&
            !reported_is_question(x, i))
                i--; /* "shot | down | two geese" */
        before = chunk_at(x->c, i);
        if (!before)
                return x->doc->tokens[i].upos == UPOS_ADP;
        return before->kind == CHUNK_VERB &&
               !(cue_at(x->doc, x->c, before->head).frames & FRAME_CLAUSE);
}

/* What opens a clause further in, behind which the main verb is not looked for. */
static bool goes_deeper(const struct reported *x, size_t i)
{
        static const char *const words[] = { ",", ";", ":", "that", "who", "which", "what" };

        return reported_is_one_of(x, i, words, ARRAY_SIZE(words));
}

size_t reported_main_verb(const struct reported *x, size_t subject, size_t first, size_t end)
{
        bool inside = false;

        if (reported_has_verb(x, x->begin, subject))
                return end;
        for (size_t i = first; i < end; i++) {
                const struct chunk *k = chunk_at(x->c, i);

                if (goes_deeper(x, i) && (i > first || reported_is(x, i, "what")))
                        return end;
                if (!reported_finite(x, i))
                        continue;
                if (reported_has_relative(x, first, k->first))
                        return end; /* "the mill Berg ran was safe" */
                if (inside && has_no_subject(x, first, k->first) &&
                    x->doc->tokens[k->first - 1].upos != UPOS_CCONJ)
                        return k->first;
                inside = true;
                i = k->end - 1;
        }
        return end;
}

size_t reported_main_verb_of_relative(const struct reported *x, const struct cue *cue,
                                      size_t first, size_t end)
{
        size_t i = cue->first;

        if (!is_in_relative(x, i))
                return end;
        while (i > x->begin && !(chunk_at(x->c, i - 1) && chunk_at(x->c, i - 1)->relative))
                i--;
        return reported_main_verb(x, i, first, end);
}

/* "saw the fire | to hide it", "came by sea, | to leave" */
static bool follows_noun(const struct reported *x, size_t i)
{
        enum upos before = (enum upos)x->doc->tokens[i - 1].upos;

        return before == UPOS_NOUN || before == UPOS_PROPN || before == UPOS_PRON;
}

size_t reported_behind_listener(const struct reported *x, const struct cue *cue,
                                const struct chunk *listener)
{
        static const char *const openers[] = { "who", "that", "which" };
        bool verb = false;

        if (!(cue->frames & FRAME_INFINITIVE) || !(cue->frames & FRAME_ADDRESSEE) ||
            !listener || listener->kind != CHUNK_NOUN || listener->time ||
            !reported_is_one_of(x, listener->end, openers, ARRAY_SIZE(openers)))
                return 0;
        for (size_t i = listener->end; i < x->end && i < cue->end + LISTENER_TOKENS; i++) {
                const struct chunk *k = chunk_at(x->c, i);

                if (reported_is_stop(x, i))
                        return 0;
                if (verb && reported_is_infinitive(x, i) && follows_noun(x, i))
                        return i; /* not "who failed | to appear" */
                if (!k || k->kind != CHUNK_VERB)
                        continue;
                if (verb && k->form == VERB_INFINITIVE) {
                        i = k->end - 1;
                        continue;
                }
                if (verb || k->form != VERB_FINITE)
                        return 0;
                verb = true;
                i = k->end - 1;
                if (cue_at(x->doc, x->c, k->head).frames & FRAME_INFINITIVE)
                        return 0; /* "asked guests who want to leave" */
        }
        return 0;
}
