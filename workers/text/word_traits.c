/* word_traits - what the word lists and the rest of the article say of a word
 *
 * A word at the start of a sentence is capitalised whatever it is. So the models are told how
 * its form is used elsewhere in the article.
 */
#include <errno.h>
#include <string.h>

#include "workers/text/tagger.h"

/* One word form of the article; an open-addressing table of them. */
struct form {
        const char *lower;
        uint8_t use;
};

struct forms {
        struct form *slots;
        size_t mask;
};

static uint32_t hash_word(const char *p)
{
        uint32_t h = 2166136261u;

        for (; *p; p++)
                h = (h ^ (unsigned char)*p) * 16777619u;
        return h;
}

static struct form *forms_find(struct forms *forms, const char *lower)
{
        size_t at = hash_word(lower) & forms->mask;

        while (forms->slots[at].lower && strcmp(forms->slots[at].lower, lower) != 0)
                at = (at + 1) & forms->mask;
        return &forms->slots[at];
}

static bool begins_sentence(const struct document *doc, size_t i)
{
        return i == doc->sentences[doc->tokens[i].sentence].first;
}

static uint8_t use_of(const struct document *doc, size_t i)
{
        const struct token *t = &doc->tokens[i];

        if (t->kind != TOKEN_WORD)
                return 0;
        if (!t->capital)
                return USE_LOWER;
        return begins_sentence(doc, i) ? 0 : USE_CAPITAL;
}

static int forms_gather(struct forms *forms, const struct document *doc)
{
        size_t n = 16;

        while (n < 2 * doc->n_tokens)
                n *= 2;
        forms->slots = arena_alloc(doc->arena, n * sizeof(*forms->slots));
        forms->mask = n - 1;
        if (!forms->slots)
                return -ENOMEM;
        for (size_t i = 0; i < doc->n_tokens; i++) {
                struct form *form = forms_find(forms, doc->tokens[i].lower);

                form->lower = doc->tokens[i].lower;
                form->use |= use_of(doc, i);
        }
        return 0;
}

int word_traits_find(struct word_traits **ret, const struct document *doc)
{
        struct word_traits *traits;
        struct forms forms;
        int r;

        traits = arena_alloc(doc->arena, doc->n_tokens * sizeof(*traits));
        if (!traits)
                return -ENOMEM;
        r = forms_gather(&forms, doc);
        if (r)
                return r;
        for (size_t i = 0; i < doc->n_tokens; i++)
                traits[i].use = forms_find(&forms, doc->tokens[i].lower)->use;
        *ret = traits;
        return 0;
}
