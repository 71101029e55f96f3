/* quotes_withheld - what somebody keeps back is not said: "the plan is dead, without giving any
 * details"
 */
#include "base/macros.h"
#include "workers/extract/quotes_content.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_speech_words;

/* Does nothing but stops stand from @i on? Behind a comma (@comma) another may close it: "…,
 * without elaborating, and left". */
static bool is_last(const struct reported *x, size_t i, bool comma)
{
        if (comma && reported_is(x, i, ",") && reported_joins(x, i + 1))
                return true;
        while (reported_is_stop(x, i))
                i++;
        return i >= x->end;
}

/* "elaborating", "saying when", "naming the buyer": is what the verb keeps back the last thing
 * in the sentence? Behind a comma it may be a clause or a thing: "…, without saying who came".
 */
static bool keeps_back(const struct reported *x, const struct chunk *verb, bool comma)
{
        struct phrase object = phrase_after(x->doc, x->c, verb->end);
        size_t end = verb->end;

        if (lexicon_has(&lexicon_speech_words, x->doc->tokens[verb->head].lemma, "fall-silent"))
                end += end < x->end && x->doc->tokens[end].upos == UPOS_ADV;
        if (reported_is_question(x, end)) {
                size_t behind = end + 1 +
                                (reported_is(x, end, "how") && end + 2 < x->end &&
                                 !reported_is_stop(x, end + 1)); /* "how many" */

                return is_last(x, comma ? reported_comma(x, end, x->end) : behind, comma);
        }
        if (!phrase_is_none(object)) /* not "he left without saying goodbye" */
                return comma && is_last(x, object.end, comma);
        return is_last(x, end, comma) &&
               lexicon_has(&lexicon_speech_words, x->doc->tokens[verb->head].lemma,
                           "fall-silent");
}

/* "giving | any further details": is there no more of what was told? */
static bool gives_no_more(const struct reported *x, const struct chunk *verb, bool comma)
{
        static const char *const more[] = { "any", "further", "more", "other", "additional" };
        struct phrase object = phrase_after(x->doc, x->c, verb->end);

        if (phrase_is_none(object) || !is_last(x, object.end, comma) ||
            !lexicon_has(&lexicon_speech_words, x->doc->tokens[object.head].lemma, "detail"))
                return false;
        for (size_t k = object.first; k < object.head && !comma; k++)
                comma = reported_is_one_of(x, k, more, ARRAY_SIZE(more));
        return comma;
}

/* "guards must not wake you", "nobody left", "if he came": what is done without something is a
 * part of such a clause. */
static bool is_rule(const struct reported *x, size_t first, size_t end)
{
        static const char *const none[] = { "no",     "nobody", "none", "nothing", "neither",
                                            "cannot", "if",     "must", "may",     "can",
                                            "should", "could",  "might" };

        for (size_t i = first; i < end; i++) {
                const struct chunk *k = chunk_at(x->c, i);

                if (reported_is_one_of(x, i, none, ARRAY_SIZE(none)) ||
                    (k && k->kind == CHUNK_VERB && k->negated))
                        return true;
        }
        return false;
}

bool reported_is_withheld(const struct reported *x, size_t first, size_t i)
{
        bool comma = reported_is(x, i, ",");
        const struct chunk *verb;
        const char *lemma;

        i += comma;
        verb = i + 1 < x->end ? chunk_at(x->c, i + 1) : NULL;
        if (!reported_is(x, i, "without") || !verb || verb->kind != CHUNK_VERB ||
            verb->form != VERB_ING)
                return false;
        lemma = x->doc->tokens[verb->head].lemma;
        if (lexicon_has(&lexicon_speech_words, lemma, "withhold")
                    ? !keeps_back(x, verb, comma)
                    : !lexicon_has(&lexicon_speech_words, lemma, "give-away") ||
                              !gives_no_more(x, verb, comma))
                return false;
        return comma || !is_rule(x, first, i);
}
