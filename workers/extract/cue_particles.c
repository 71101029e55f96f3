/* cue_particles - verbs that say something only with the words behind them: "he went on", "made
 * it clear that", "lashed out at the mayor"
 */
#include <string.h>

#include "base/macros.h"
#include "workers/extract/reporting.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_speech_words;

/* "made it quite clear", "left no doubt": words that say something with the verb before them.
 * Gives the token behind them, or 0. */
static size_t behind_clear(const struct document *doc, const struct chunk *k)
{
        const char *lemma = doc->tokens[k->head].lemma;
        size_t i = k->head + 1;

        if (strcmp(lemma, "leave") == 0)
                return document_is(doc, i, "no") && document_is(doc, i + 1, "doubt") ? i + 2
                                                                                     : 0;
        if (strcmp(lemma, "make") != 0)
                return 0;
        i += document_is(doc, i, "it");
        for (unsigned n = 0; n < 2 && i < doc->n_tokens && doc->tokens[i].upos == UPOS_ADV; n++)
                i++;
        return document_is_of(doc, i, &lexicon_speech_words, "clear") ? i + 1 : 0;
}

/* "lashed | out at the mayor": words of attack. The token behind them, or 0. */
static size_t behind_lash(const struct document *doc, const struct chunk *k)
{
        static const char *const verbs[] = { "lash", "hit" };
        size_t i = k->head + 1;

        return word_is_one_of(doc->tokens[k->head].lemma, verbs, ARRAY_SIZE(verbs)) &&
                               document_is(doc, i, "out") && document_is(doc, i + 1, "at")
                       ? i + 2
                       : 0;
}

/* "“…,” he went on.", "She shot back: “…”": verbs that are of saying with their particle, where
 * nothing follows, or with what they make clear. */
struct cue cue_with_particle(const struct document *doc, const struct chunk *k)
{
        static const char *const verbs[][2] = {
                { "go", "on" },    { "shoot", "back" }, { "fire", "back" }, { "hit", "back" },
                { "chime", "in" }, { "cut", "in" },     { "jump", "in" },   { "weigh", "in" },
                { "pipe", "up" },  { "blurt", "out" },  { "burst", "out" }, { "carry", "on" },
        };
        struct cue cue = { k->first, k->head + 2, k->head, CUE_NONE, FRAME_QUOTE };
        bool back = document_is(doc, k->head + 1, "back");
        size_t clear = behind_clear(doc, k), lash = behind_lash(doc, k);

        if (lash && lash < doc->n_tokens)
                return (struct cue){ k->first, (uint32_t)lash, k->head, CUE_JUDGE,
                                     FRAME_NOUN | FRAME_SINGLE };
        if (clear && clear < doc->n_tokens)
                return (struct cue){ k->first, (uint32_t)clear, k->head, CUE_SAY,
                                     FRAME_QUOTE | (document_is(doc, clear - 1, "doubt")
                                                            ? FRAME_THAT
                                                            : FRAME_CLAUSE) };
        if (cue.end >= doc->n_tokens ||
            (doc->tokens[cue.end].kind != TOKEN_PUNCTUATION &&
             !(back && doc->tokens[cue.end].upos == UPOS_ADP))) /* "shot back with a laugh" */
                return cue;
        for (size_t i = 0; i < ARRAY_SIZE(verbs); i++)
                if (strcmp(doc->tokens[k->head].lemma, verbs[i][0]) == 0 &&
                    document_is(doc, k->head + 1, verbs[i][1]))
                        cue.kind = CUE_SAY;
        return cue;
}
