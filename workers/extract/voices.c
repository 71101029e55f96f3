/* voices - who can speak, and what a noun tells of those who do it without a name */
#include <string.h>

#include "base/macros.h"
#include "workers/extract/reporting.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_group_nouns;
extern const struct lexicon lexicon_noun_kinds;
extern const struct lexicon lexicon_plover_nouns;
extern const struct lexicon lexicon_source_nouns;

const char *noun_voice(const struct token *t)
{
        const char *value = lexicon_get(&lexicon_source_nouns, t->lemma), *kind;

        if (value)
                return value;
        kind = lexicon_get(&lexicon_noun_kinds, t->lemma);
        if (!kind)
                return NULL;
        return strcmp(kind, "person") == 0  ? "person"
               : strcmp(kind, "group") == 0 ? "body"
               : strcmp(kind, "work") == 0  ? "document"
                                            : NULL;
}

bool noun_is_person(const struct token *t)
{
        const char *voice = noun_voice(t);

        return voice && strcmp(voice, "person") == 0;
}

bool noun_is_deed(const struct token *t)
{
        size_t n = strlen(t->lemma);

        return (n > 5 && strcmp(t->lemma + n - 3, "ing") == 0) ||
               lexicon_get(&lexicon_plover_nouns, t->lemma);
}

bool noun_is_plural(const struct document *doc, struct phrase p)
{
        const struct token *head = &doc->tokens[p.head];

        for (size_t i = p.first; i < p.end; i++)
                if (document_is(doc, i, "and") && head->name == NAME_NONE)
                        return true;
        return head->fine == FINE_NNS || head->fine == FINE_NNPS ||
               (head->name == NAME_NONE && noun_voice(head) &&
                strcmp(head->lemma, head->lower) != 0);
}

static bool ends_in(const char *word, const char *end)
{
        size_t size = strlen(word), n = strlen(end);

        return size >= n && strcmp(word + size - n, end) == 0;
}

/* A chairman may be a woman, but she would not be a spokesman's "he". */
char noun_gender(const struct token *t)
{
        static const char *const female[] = { "mother",  "sister", "wife",  "daughter",
                                              "queen",   "girl",   "widow", "actress",
                                              "aunt",    "niece",  "nun",   "grandmother",
                                              "waitress" };
        static const char *const male[] = { "father", "brother", "husband",    "son",
                                            "king",   "boy",     "uncle",      "nephew",
                                            "monk",   "widower", "grandfather" };
        static const char *const neither[] = { "human",  "german",  "roman",
                                               "norman", "ottoman", "talisman" };

        if (word_is_one_of(t->lower, neither, ARRAY_SIZE(neither)))
                return 0;
        if (ends_in(t->lower, "woman") || word_is_one_of(t->lower, female, ARRAY_SIZE(female)))
                return 'f';
        return ends_in(t->lower, "man") || word_is_one_of(t->lower, male, ARRAY_SIZE(male))
                       ? 'm'
                       : 0;
}

static bool is_personal(const char *lower)
{
        static const char *const words[] = {
                "his",      "their",     "its",    "our",     "my",   "he",       "she",
                "they",     "i",         "we",     "you",     "it",   "who",      "him",
                "them",     "her",       "one",    "some",    "many", "others",   "most",
                "several",  "few",       "both",   "another", "all",  "everyone", "someone",
                "somebody", "everybody", "nobody", "half"
        };

        return word_is_one_of(lower, words, ARRAY_SIZE(words));
}

/* "64 percent", "two-thirds of the voters", "4 in 10": those who answer a poll. */
static bool is_share(const struct document *doc, struct phrase p)
{
        static const char *const words[] = { "percent", "%",      "half",    "majority",
                                             "third",   "thirds", "quarter", "two-thirds",
                                             "most",    "fewer",  "pct",     "one-third" };
        const struct token *t = &doc->tokens[p.head];

        return t->kind == TOKEN_NUMBER || t->upos == UPOS_NUM ||
               word_is_one_of(t->lower, words, ARRAY_SIZE(words));
}

bool phrase_speaks(const struct document *doc, struct phrase p)
{
        const struct token *t;

        if (phrase_is_none(p))
                return false;
        t = &doc->tokens[p.head];
        if (t->name == NAME_PERSON || t->name == NAME_ORGANIZATION || t->name == NAME_PLACE)
                return true;
        if (is_personal(t->lower) || is_share(doc, p))
                return true;
        if (t->upos == UPOS_PRON)
                return false;
        /* "the frontrunner", "the crowd", "her memoir" */
        return noun_voice(t) || lexicon_get(&lexicon_group_nouns, t->lemma) ||
               lexicon_get(&lexicon_source_nouns, t->lower) || t->upos == UPOS_PROPN;
}

bool phrase_may_speak(const struct document *doc, const struct chunks *c, struct phrase p)
{
        const struct chunk *k = phrase_is_none(p) ? NULL : chunk_at(c, p.head);

        return phrase_speaks(doc, p) ||
               (k && !k->time && doc->tokens[p.head].upos == UPOS_NOUN);
}
