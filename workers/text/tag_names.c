/* tag_names - names that the models take for other words */
#include <string.h>

#include "base/macros.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/tag_mends.h"

extern const struct lexicon lexicon_places;

static int make_name(struct document *doc, size_t i)
{
        return token_retag(doc, &doc->tokens[i], UPOS_PROPN, FINE_NNP);
}

/* "Beijing | said", "Nanjing | was hit": at the head of a sentence no participle, but a place.
 */
static int mend_places(struct document *doc)
{
        int r = 0;

        for (size_t i = 0; i < doc->n_sentences && !r; i++) {
                size_t first = doc->sentences[i].first;
                const struct token *t = &doc->tokens[first], *next = t + 1;

                if (first + 1 < doc->sentences[i].end && t->fine == FINE_VBG && t->capital &&
                    lexicon_get(&lexicon_places, t->lower) &&
                    (next->fine == FINE_VBD || next->fine == FINE_VBZ ||
                     next->fine == FINE_MD || next->upos == UPOS_AUX))
                        r = make_name(doc, first);
        }
        return r;
}

/* "the | United States": the treebanks call the one half of it a verb and the other a name. */
static int mend_halves(struct document *doc)
{
        int r = 0;

        for (size_t i = 0; i < doc->n_tokens && !r; i++) {
                const struct token *t = &doc->tokens[i];

                if (t->upos == UPOS_VERB && t->capital && t->name != NAME_NONE &&
                    (t->fine == FINE_NNP || t->fine == FINE_NNPS))
                        r = make_name(doc, i);
        }
        return r;
}

bool token_is_particle(const struct token *t)
{
        static const char *const words[] = { "van", "von", "der", "den", "ter", "de", "la",
                                             "del", "di",  "da",  "dos", "zu",  "bin" };

        return word_is_one_of(t->lower, words, ARRAY_SIZE(words));
}

/* "Anna | von der | Berg" */
static int mend_particles(struct document *doc)
{
        int r = 0;

        for (size_t i = 1; i + 1 < doc->n_tokens && !r; i++) {
                size_t end = i, at = i;

                while (end + 1 < doc->n_tokens && !doc->tokens[end].capital &&
                       token_is_particle(&doc->tokens[end]))
                        end++;
                if (end == i || !doc->tokens[i - 1].capital || !doc->tokens[end].capital ||
                    doc->tokens[end].kind != TOKEN_WORD ||
                    doc->tokens[i - 1].name == NAME_NONE ||
                    doc->tokens[i - 1].sentence != doc->tokens[end].sentence) {
                        i = end > i ? end - 1 : i; /* a run is read once */
                        continue;
                }
                for (; at <= end && !r; at++)
                        r = make_name(doc, at);
                i = end;
        }
        return r;
}

int tags_mend_names(struct document *doc)
{
        int r = mend_places(doc);

        if (!r)
                r = mend_halves(doc);
        return r ? r : mend_particles(doc);
}
