/* word_traits - what the word lists and the rest of the article say of a word
 *
 * A word at the start of a sentence is capitalised whatever it is. So the models are told how
 * its form is used elsewhere in the article.
 */
#include <errno.h>
#include <string.h>

#include "base/macros.h"
#include "workers/text/gazetteer.h"
#include "workers/text/tagger.h"

/* One word form of the article. */
struct form {
        const char *lower;
        uint32_t hash;
        uint32_t kinds; /* enum noun_kind */
        int32_t number; /* of words.h */
        uint16_t use, cluster;
        uint8_t wider_cluster;
};

struct forms {
        struct form *forms;
        size_t n;
        uint32_t *slots; /* open addressing: index + 1, 0 = free */
        size_t mask;
};

static bool begins_sentence(const struct document *doc, size_t i)
{
        return i == doc->sentences[doc->tokens[i].sentence].first;
}

/* What a run of words is when it stands in a list. */
struct list {
        const struct lexicon *lexicon;
        uint32_t class;
};

static void mark(struct word_traits *traits, size_t i, size_t n, uint32_t class)
{
        for (size_t k = 0; k < n; k++)
                traits[i + k].classes |= class | (k ? CLASS_INSIDE : 0);
}

static uint32_t place_class(const char *value)
{
        const char *kind;
        size_t n = lexicon_column(value, 2, &kind);

        if ((n == 4 && memcmp(kind, "city", 4) == 0) ||
            (n == 7 && memcmp(kind, "capital", 7) == 0))
                return CLASS_CITY;
        return CLASS_REGION;
}

static void mark_phrases(struct word_traits *traits, const struct document *doc, size_t i,
                         size_t end)
{
        static const struct list lists[] = {
                { &lexicon_countries, CLASS_COUNTRY },
                { &lexicon_demonyms, CLASS_DEMONYM },
                { &lexicon_organizations, CLASS_ORG_NAME },
        };
        const struct lexicon *const places[] = { &lexicon_place_aliases, &lexicon_places };
        const char *value, *kind;
        size_t n;

        for (size_t k = 0; k < ARRAY_SIZE(lists); k++) {
                bool acronym = false;

                value = gazetteer_find(lists[k].lexicon, doc, i, end, &n);
                if (value && lists[k].class == CLASS_ORG_NAME)
                        acronym = lexicon_column(value, 1, &kind) == strlen("acronym");
                if (value && gazetteer_case_fits(doc, i, n, acronym))
                        mark(traits, i, n, lists[k].class);
        }
        for (size_t k = 0; k < ARRAY_SIZE(places); k++) {
                value = gazetteer_find(places[k], doc, i, end, &n);
                if (value && gazetteer_case_fits(doc, i, n, false))
                        mark(traits, i, n, place_class(value));
        }
}

static void mark_word(struct word_traits *traits, const struct document *doc, size_t i)
{
        static const struct list lists[] = {
                { &lexicon_first_names, CLASS_FIRST_NAME },
                { &lexicon_surnames, CLASS_SURNAME },
                { &lexicon_org_heads, CLASS_ORG_HEAD },
                { &lexicon_place_heads, CLASS_PLACE_HEAD },
                { &lexicon_other_heads, CLASS_OTHER_HEAD },
                { &lexicon_calendar_words, CLASS_CALENDAR },
        };

        for (size_t k = 0; k < ARRAY_SIZE(lists); k++)
                if (gazetteer_word(lists[k].lexicon, &doc->tokens[i]))
                        traits[i].classes |= lists[k].class;
}

static uint32_t kind_bit(const char *kind)
{
        static const char *const kinds[] = { "person", "place", "group",
                                             "thing",  "work",  "event" };

        for (unsigned k = 0; kind && k < ARRAY_SIZE(kinds); k++)
                if (strcmp(kind, kinds[k]) == 0)
                        return (uint32_t)KIND_PERSON << k;
        return 0;
}

/* Plurals are looked up without their s. */
static uint32_t noun_kinds(const char *lower, uint32_t hash)
{
        size_t n = strlen(lower);
        const char *kind = lexicon_find_hashed(&lexicon_noun_kinds, lower, n, hash);

        if (!kind && n > 3 && lower[n - 1] == 's')
                kind = lexicon_find(&lexicon_noun_kinds, lower, n - 1);
        return kind_bit(kind);
}

static void mark_classes(struct word_traits *traits, const struct document *doc)
{
        for (size_t i = 0; i < doc->n_tokens; i++) {
                size_t end = document_sentence_end(doc, i), n;

                if (doc->tokens[i].kind == TOKEN_WORD &&
                    gazetteer_find(&lexicon_titles, doc, i, end, &n))
                        mark(traits, i, n, CLASS_TITLE);
                if (!doc->tokens[i].capital)
                        continue;
                mark_word(traits, doc, i);
                mark_phrases(traits, doc, i, end);
        }
}

/* Words that may stand inside a name: "Bank of the West". */
static bool is_inner(const struct document *doc, size_t i)
{
        static const char *const words[] = { "of", "the", "and", "for", "&",  "'s",  "’s",
                                             "de", "la",  "-",   "in",  "on", "von", "van" };

        return document_is_one_of(doc, i, words, ARRAY_SIZE(words));
}

static bool is_capitalised(const struct document *doc, size_t i)
{
        return doc->tokens[i].kind == TOKEN_WORD && doc->tokens[i].capital;
}

/* Marks the runs: capitalised words, with at most two inner ones between two of them. */
static void mark_runs(struct word_traits *traits, const struct document *doc)
{
        for (size_t i = 0; i < doc->n_tokens;) {
                size_t stop = document_sentence_end(doc, i), last = i, at = i + 1;

                traits[i].run_first = traits[i].run_last = (uint32_t)i;
                if (!is_capitalised(doc, i)) {
                        i++;
                        continue;
                }
                for (; at < stop && at <= last + 3; at++) {
                        if (is_capitalised(doc, at))
                                last = at;
                        else if (!is_inner(doc, at))
                                break;
                }
                for (at = i; at <= last; at++) {
                        traits[at].run_first = (uint32_t)i;
                        traits[at].run_last = (uint32_t)last;
                }
                i = last + 1;
        }
}

/* What stands before and behind the run of capitalised words that @i is in. */
static uint16_t use_beside(const struct document *doc, const struct word_traits *traits,
                           size_t i)
{
        static const char *const where[] = { "in", "at", "from", "near", "to", "outside" };
        static const char *const speaks[] = { "said", "says", "who", "told", "added", "whose" };
        const struct word_traits *t = &traits[i];
        size_t next = t->run_last + 1u, before = t->run_first;
        uint16_t use = 0;

        if (before-- > 0 && document_is_one_of(doc, before, where, ARRAY_SIZE(where)))
                use |= USE_WHERE;
        if (t->run_first && document_is(doc, before, "the"))
                use |= USE_LISTED;
        if (document_is_one_of(doc, next, speaks, ARRAY_SIZE(speaks)))
                use |= USE_SPEAKS;
        if (document_is(doc, next, "'s") || document_is(doc, next, "’s"))
                use |= USE_OWNS;
        if (document_is(doc, next, ",") && next + 1 < doc->n_tokens &&
            (traits[next + 1].classes & (CLASS_COUNTRY | CLASS_REGION)))
                use |= USE_OF_PLACE;
        if (traits[t->run_last].classes & CLASS_ORG_HEAD)
                use |= USE_BODY;
        if (traits[t->run_last].classes & CLASS_PLACE_HEAD)
                use |= USE_SITE;
        return use;
}

static uint16_t use_of(const struct document *doc, const struct word_traits *traits, size_t i)
{
        const struct token *t = &doc->tokens[i];
        uint16_t use = 0;

        if (t->kind != TOKEN_WORD)
                return 0;
        if (!t->capital)
                return USE_LOWER;
        use = use_beside(doc, traits, i);
        if (i < traits[i].run_last)
                use |= USE_GIVEN;
        if (begins_sentence(doc, i))
                return use;
        if (traits[i - 1].classes & (CLASS_TITLE | CLASS_FIRST_NAME))
                use |= USE_TITLED;
        return use | USE_CAPITAL;
}

static void form_fill(struct form *form, const struct token *token, const struct words *words)
{
        unsigned wider;

        form->lower = token->lower;
        form->hash = token->hash;
        form->kinds = noun_kinds(token->lower, token->hash);
        form->number = words_find(words, token->lower, strlen(token->lower));
        form->cluster = (uint16_t)words_cluster(words, form->number, &wider);
        form->wider_cluster = (uint8_t)wider;
}

/* The form of a token; NULL: no memory. */
static struct form *form_of(struct forms *forms, const struct document *doc,
                            const struct token *token, const struct words *words)
{
        size_t at = token->hash & forms->mask;
        struct form *form;

        for (; forms->slots[at]; at = (at + 1) & forms->mask) {
                form = &forms->forms[forms->slots[at] - 1];
                if (form->hash == token->hash && strcmp(form->lower, token->lower) == 0)
                        return form;
        }
        form = arena_push(doc->arena, &forms->forms, &forms->n, sizeof(*form));
        if (!form)
                return NULL;
        forms->slots[at] = (uint32_t)forms->n;
        form_fill(form, token, words);
        return form;
}

/* Gathers the forms, and writes the number of its form to each token's traits for now. */
static int forms_gather(struct forms *forms, const struct document *doc,
                        struct word_traits *traits, const struct words *words)
{
        size_t n = 16;

        while (n < 2 * doc->n_tokens)
                n *= 2;
        forms->slots = arena_alloc(doc->arena, n * sizeof(*forms->slots));
        forms->mask = n - 1;
        if (!forms->slots)
                return -ENOMEM;
        for (size_t i = 0; i < doc->n_tokens; i++) {
                struct form *form = form_of(forms, doc, &doc->tokens[i], words);

                if (!form)
                        return -ENOMEM;
                form->use |= use_of(doc, traits, i);
                traits[i].number = (int32_t)(form - forms->forms);
        }
        return 0;
}

int word_traits_find(struct word_traits **ret, const struct document *doc,
                     const struct words *words)
{
        struct word_traits *traits;
        struct forms forms = { 0 };
        int r;

        traits = arena_alloc(doc->arena, doc->n_tokens * sizeof(*traits));
        if (!traits)
                return -ENOMEM;
        mark_classes(traits, doc);
        mark_runs(traits, doc);
        r = forms_gather(&forms, doc, traits, words);
        if (r)
                return r;
        for (size_t i = 0; i < doc->n_tokens; i++) {
                const struct form *form = &forms.forms[traits[i].number];

                if (doc->tokens[i].kind == TOKEN_WORD)
                        traits[i].classes |= form->kinds;
                traits[i].use = form->use;
                traits[i].number = form->number;
                traits[i].cluster = form->cluster;
                traits[i].wider_cluster = form->wider_cluster;
        }
        *ret = traits;
        return 0;
}
