/* lemma - the dictionary form of a word whose part of speech is known
 *
 * Irregular forms stand in the lexicons verb_forms, noun_forms and noun_plurals; the rest
 * follows the rules of English spelling. What they cannot know is whether a silent e was
 * dropped ("hoping", "visiting") or a letter doubled: of what a verb may have been, the
 * one that is in the lexicon base_verbs is taken, and for verbs that are not there, or
 * where two are, endings that usually had an e are listed.
 */
#include "workers/text/lemma.h"

#include <errno.h>
#include <string.h>

#include "base/macros.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_verb_forms;
extern const struct lexicon lexicon_noun_forms;
extern const struct lexicon lexicon_noun_plurals;
extern const struct lexicon lexicon_base_verbs;

enum { STEM_MAX = 40 }; /* longer words keep their form */

struct stem {
        char text[STEM_MAX + 2];
        size_t size;
};

static bool ends(const struct stem *s, const char *end)
{
        size_t n = strlen(end);

        return s->size >= n && memcmp(s->text + s->size - n, end, n) == 0;
}

static bool ends_any(const struct stem *s, const char *const *list, size_t n)
{
        for (size_t i = 0; i < n; i++)
                if (ends(s, list[i]))
                        return true;
        return false;
}

static void cut(struct stem *s, size_t n, const char *with)
{
        s->size -= n;
        strcpy(s->text + s->size, with);
        s->size += strlen(with);
}

static bool is_vowel(const struct stem *s, size_t from_end)
{
        char c = from_end < s->size ? s->text[s->size - 1 - from_end] : 'x';

        /* y is a vowel but at the start; the u of "qu" is none */
        if (c == 'u' && from_end + 1 < s->size && s->text[s->size - 2 - from_end] == 'q')
                return false;
        return strchr("aeiou", c) || (c == 'y' && from_end + 1 < s->size);
}

static unsigned syllables(const struct stem *s)
{
        unsigned n = 0;

        for (size_t i = 0; i < s->size; i++)
                n += is_vowel(s, i) && !is_vowel(s, i + 1);
        return n;
}

/* After how the stem ends: was there an e? The first list that fits decides. */
static bool had_silent_e(const struct stem *s)
{
        static const char *const never[] = { "zz", "ff", "ll", "er", "en", "et", "it",
                                             "on", "om", "ow", "aw", "ew", "ay", "oy",
                                             "ey", "x",  "w",  "y",  "ip", "el", "or" };
        static const char *const always[] = {
                "c",  "s",  "v",  "z",  "u",  "bl", "cl",  "dl",  "fl",  "gl",  "kl",
                "pl", "tl", "zl", "dg", "rg", "lg", "ang", "eng", "iat", "eat", "uat",
        };
        static const char *const mostly[] = { "at", "id", "ir", "ur", "ut", "ot", "ac",
                                              "ag", "ak", "ul", "am", "um", "ap", "ad",
                                              "od", "ud", "in", "un", "ar", "ib", "ab",
                                              "ob", "ub", "ik", "ok", "im", "iz", "yz",
                                              "if", "op", "ed", "an", "up" };

        if (ends(s, "ss"))
                return false; /* "stressed", "discussing" */
        if (ends(s, "eat") && syllables(s) == 1)
                return false; /* "treat", "beat" */
        if (ends(s, "creat"))
                return true;
        if (ends_any(s, always, ARRAY_SIZE(always)))
                return true;
        if (is_vowel(s, 1) && is_vowel(s, 2) && !ends(s, "iat") && !ends(s, "uat"))
                return false; /* "fail", "need", "shout" */
        if (syllables(s) == 1 && s->size >= 2 && is_vowel(s, 1) && !is_vowel(s, 0) &&
            !ends(s, "x") && !ends(s, "w") && !ends(s, "y"))
                return true; /* "hop-ing" of hope: of hop it would be doubled */
        if (ends_any(s, never, ARRAY_SIZE(never)))
                return false;
        return is_vowel(s, 1) && ends_any(s, mostly, ARRAY_SIZE(mostly));
}

/* Is the stem, with @n letters cut off and @with put on, a verb? */
static bool is_verb(const struct stem *s, size_t n, const char *with)
{
        struct stem whole = *s;

        if (n >= s->size)
                return false;
        cut(&whole, n, with);
        return lexicon_find(&lexicon_base_verbs, whole.text, whole.size);
}

static bool is_doubled(const struct stem *s)
{
        return s->size > 3 && s->text[s->size - 1] == s->text[s->size - 2] && !is_vowel(s, 0);
}

/* What stands before -ed or -ing. */
static void mend_stem(struct stem *s)
{
        static const char *const doubled[] = { "bb", "dd", "gg", "mm", "nn", "pp", "rr", "tt" };
        bool plain = is_verb(s, 0, ""), silent = is_verb(s, 0, "e");
        bool once = is_doubled(s) && is_verb(s, 1, "");

        if (plain + silent + once == 1)
                cut(s, once, silent ? "e" : "");
        else if (ends_any(s, doubled, ARRAY_SIZE(doubled)) && s->size > 3)
                cut(s, 1, "");
        else if (had_silent_e(s))
                cut(s, 0, "e");
}

static void mend_past(struct stem *s)
{
        if (ends(s, "ied") && s->size > 4)
                cut(s, 3, "y");
        else if (ends(s, "eed") && s->size > 4)
                cut(s, 1, "");
        else if (ends(s, "ed") && s->size > 3) {
                cut(s, 2, "");
                mend_stem(s);
        }
}

static void mend_ing(struct stem *s)
{
        if (!ends(s, "ing") || s->size < 5)
                return;
        cut(s, 3, "");
        if (ends(s, "y") && !is_verb(s, 0, "") && is_verb(s, 1, "ie"))
                cut(s, 1, "ie"); /* "lying" */
        else
                mend_stem(s);
}

static void mend_s(struct stem *s)
{
        static const char *const hissing[] = { "sses", "xes", "ches", "shes", "zzes", "oes" };

        if (s->size < 3 || ends(s, "ss") || ends(s, "us") || ends(s, "is"))
                return;
        if (ends(s, "ies") && s->size > 4)
                cut(s, 3, "y");
        else if (ends_any(s, hissing, ARRAY_SIZE(hissing)))
                cut(s, 2, "");
        else if (ends(s, "s") && !ends(s, "'s"))
                cut(s, 1, "");
}

/* Decades keep their form: "the 1990s". */
static void mend_plural(struct stem *s)
{
        if (s->text[0] >= '0' && s->text[0] <= '9')
                return;
        if (ends(s, "men") && s->size > strlen("men"))
                cut(s, 2, "an");
        else
                mend_s(s);
}

/* "caches", "focuses": the listed verb, where one of the two is. */
static void mend_third(struct stem *s)
{
        if (s->size > 3 && ends(s, "es") && !ends(s, "ies") &&
            is_verb(s, 1, "") != is_verb(s, 2, ""))
                cut(s, is_verb(s, 1, "") ? 1 : 2, "");
        else
                mend_s(s);
}

static const char *irregular(const struct token *t)
{
        const char *form;

        if (strcmp(t->lower, "n't") == 0)
                return "not";
        if (t->upos == UPOS_VERB || t->upos == UPOS_AUX) {
                /* "'s" and "'d" have several readings; the rest of the list has one. */
                if (strcmp(t->lower, "'d") == 0 && t->fine == FINE_MD)
                        return "would";
                return lexicon_get(&lexicon_verb_forms, t->lower);
        }
        if (t->fine != FINE_NNS)
                return NULL;
        form = lexicon_get(&lexicon_noun_forms, t->lower);
        return form ? form : lexicon_get(&lexicon_noun_plurals, t->lower);
}

static bool mend(struct stem *s, uint8_t fine)
{
        static void (*const rules[FINE_TO + 1])(struct stem *) = {
                [FINE_VBD] = mend_past,  [FINE_VBN] = mend_past,   [FINE_VBG] = mend_ing,
                [FINE_VBZ] = mend_third, [FINE_NNS] = mend_plural,
        };

        if (fine > FINE_TO || !rules[fine])
                return false;
        rules[fine](s);
        return true;
}

int lemma_find(const struct document *doc, struct token *token)
{
        const char *form = irregular(token);
        size_t n = strlen(token->lower);
        struct stem stem = { .size = n };

        token->lemma = form ? form : token->lower;
        if (form || n > STEM_MAX)
                return 0;
        memcpy(stem.text, token->lower, n + 1);
        if (!mend(&stem, token->fine) || strcmp(stem.text, token->lower) == 0)
                return 0;
        form = arena_copy(doc->arena, stem.text, stem.size);
        if (!form)
                return -ENOMEM;
        token->lemma = form;
        return 0;
}
