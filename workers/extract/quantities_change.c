/* quantities_change - numbers that a thing goes to, goes by and goes past
 *
 * "rose from 30 to 45" and "fell by 5 to 40" tell two numbers and no range between them;
 * "topped 1,000" bounds the number as "more than" does.
 */
#include <string.h>

#include "base/macros.h"
#include "workers/extract/quantities.h"
#include "workers/extract/quantities_words.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_number_company;
extern const struct lexicon lexicon_verb_forms;

enum {
        STEP_NEAR =
                10,  /* tokens from "raised" of "raised the toll to 30 from 20" to the number */
        GO_NEAR = 3, /* "went up from 30" */
        PASSED_MIN = 100000, /* thousandths: "passed 12" of something else */
};

/* The verb's lemma also where the tagger took "rose" or "fell" for a noun. */
static const char *step_lemma(const struct token *t)
{
        const char *verb =
                t->upos == UPOS_VERB ? NULL : lexicon_get(&lexicon_verb_forms, t->lower);

        return verb ? verb : lemma_of(t);
}

static bool is_step(const struct document *doc, size_t i)
{
        const char *lemma = step_lemma(&doc->tokens[i]);

        return lexicon_has(&lexicon_number_company, lemma, "step") ||
               lexicon_has(&lexicon_number_company, lemma, "change");
}

bool number_is_changed(const struct document *doc, uint32_t start)
{
        size_t i = document_token_at(doc, start);

        for (size_t k = i, n = 0; k-- > 0 && n < STEP_NEAR && same_sentence(doc, i, k); n++) {
                const struct token *t = &doc->tokens[k];

                if (is_step(doc, k) || (n < GO_NEAR && strcmp(lemma_of(t), "go") == 0))
                        return true;
                if (t->upos == UPOS_VERB || t->upos == UPOS_AUX || t->upos == UPOS_SCONJ ||
                    (t->upos == UPOS_PUNCT && n > 1))
                        return false;
        }
        return false;
}

/* "did not | exceed", "never topped" */
static bool is_negated(const struct document *doc, size_t verb)
{
        static const char *const words[] = { "not", "n't", "n’t", "never" };

        for (size_t k = verb; k && verb - k < 3 && same_sentence(doc, verb, k - 1); k--)
                if (document_is_one_of(doc, k - 1, words, ARRAY_SIZE(words)))
                        return true;
        return false;
}

/* "climbed | past 1,000", "is past 40" */
static bool is_past_step(const struct document *doc, size_t i)
{
        return document_is(doc, i, "past") && i && same_sentence(doc, i, i - 1) &&
               (is_step(doc, i - 1) || strcmp(lemma_of(&doc->tokens[i - 1]), "go") == 0 ||
                strcmp(lemma_of(&doc->tokens[i - 1]), "push") == 0);
}

/* "will top 40", "topped 40"; but "the school's top four scorers" */
static bool is_exceeding(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i], *before;

        if (t->upos != UPOS_VERB ||
            !lexicon_has(&lexicon_number_company, lemma_of(t), "exceed"))
                return false;
        if (strcmp(t->lower, "top") != 0)
                return true;
        before = i && same_sentence(doc, i, i - 1) ? t - 1 : NULL;
        return before && (before->upos == UPOS_AUX || before->upos == UPOS_ADV ||
                          strcmp(before->lower, "to") == 0);
}

/* "infections | passed 1 million in May"; but "passed 120 laws" */
static bool is_passing(const struct document *doc, size_t i, const struct candidate *c,
                       uint32_t end)
{
        size_t behind = document_token_at(doc, end);

        return document_is(doc, i, "passed") && c->q.kind == QUANTITY_COUNT &&
               c->q.value >= PASSED_MIN &&
               (!same_sentence(doc, i, behind) || doc->tokens[behind].upos == UPOS_ADP ||
                doc->tokens[behind].upos == UPOS_PUNCT);
}

void candidate_read_passed(struct candidate *c, const struct document *doc, struct span span)
{
        size_t i = document_token_at(doc, span.start);
        const struct token *t = i && i < doc->n_tokens ? &doc->tokens[i - 1] : NULL;

        if (!t || c->q.bound != BOUND_EXACT || !same_sentence(doc, i, i - 1))
                return;
        if (is_past_step(doc, i - 1) || is_passing(doc, i - 1, c, span.end))
                c->q.bound = BOUND_MORE_THAN;
        else if (is_exceeding(doc, i - 1))
                c->q.bound = is_negated(doc, i - 1) ? BOUND_AT_MOST : BOUND_MORE_THAN;
}
