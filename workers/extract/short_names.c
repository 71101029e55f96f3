/* short_names - which company is called by the first word of its name
 *
 * "Berg Foods closed the mill. … Berg said": where one company's name alone begins so, and the
 * word is nobody's name elsewhere in the article.
 */
#include "workers/extract/acronyms.h"

#include <string.h>

#include "base/macros.h"
#include "workers/extract/bodies.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/gazetteer.h"

extern const struct lexicon lexicon_company_words;

enum { SHORT_BYTES_MIN = 3, PRONOUN_TOKENS = 30, TITLES_LOOKED_AT = 512 };

/* What no list knows the tagger takes for anybody or any place. */
static bool is_nobody_known(const struct name *name, const struct token *t)
{
        return name->type == ENTITY_ORGANIZATION ||
               (name->type == ENTITY_PERSON && !name->addressed &&
                !gazetteer_word(&lexicon_surnames, t) &&
                !gazetteer_word(&lexicon_first_names, t)) ||
               name->type == ENTITY_PLACE || name->type == ENTITY_OTHER;
}

static bool may_be_short(const struct document *doc, const struct name *name)
{
        const struct token *t = &doc->tokens[name->first];
        size_t n = 0;

        return name->end == name->first + 1 && !name->body && !name->place.known &&
               t->capital && strlen(t->lower) >= SHORT_BYTES_MIN && is_nobody_known(name, t) &&
               !title_country(doc, name->first, name->end, &n) &&
               !gazetteer_word(&lexicon_demonyms, t);
}

static bool begins_with(const struct document *doc, const struct name *name,
                        const struct name *brief)
{
        return name->end - name->first > 1 &&
               strcmp(doc->tokens[name->first].lower, doc->tokens[brief->first].lower) == 0;
}

bool name_is_company(const struct document *doc, const struct name *name)
{
        for (size_t i = name->first + 1; i < name->end; i++)
                if (!lexicon_get(&lexicon_company_words, doc->tokens[i].lower) &&
                    !is_company_suffix(doc, i))
                        return false;
        return name->type == ENTITY_ORGANIZATION && name->end - name->first > 1;
}

size_t name_short_of(const struct names *names, const struct document *doc, size_t full)
{
        for (size_t i = 0; i < names->n; i++)
                if (may_be_short(doc, &names->list[i]) &&
                    begins_with(doc, &names->list[full], &names->list[i]))
                        return i;
        return names->n;
}

/* "Berg and the Linds": two, and no name of one. */
static bool joins_two(const struct document *doc, const struct name *name)
{
        for (size_t i = name->first + 1; i < name->end; i++)
                if (doc->tokens[i].upos == UPOS_CCONJ)
                        return true;
        return false;
}

/* "Berg Foods Ltd" than "Berg Foods": is @key cut short in it? */
static bool is_longer(const char *longer, const char *key)
{
        size_t n = strlen(key);

        return strncmp(longer, key, n) == 0 && longer[n] == ' ';
}

/* "across the Southwest": not "the Berg mill". */
static bool has_article(const struct document *doc, const struct name *name)
{
        return name->first && document_is(doc, name->first - 1, "the") &&
               (name->end == doc->n_tokens || doc->tokens[name->end].upos != UPOS_NOUN);
}

/* "Berg told them that he was ill": of somebody who has a sex. */
static bool is_one_person(const struct document *doc, const struct name *name)
{
        static const char *const words[] = { "he", "she", "his", "her", "him" };
        size_t end = document_sentence_end(doc, name->first);

        if (end > name->end + PRONOUN_TOKENS)
                end = name->end + PRONOUN_TOKENS;
        for (size_t i = name->end; name->type == ENTITY_PERSON && i < end; i++)
                if (document_is_one_of(doc, i, words, ARRAY_SIZE(words)))
                        return true;
        return false;
}

/* "Shells fell in Berg" */
static bool is_where(const struct document *doc, const struct name *name)
{
        return name->type == ENTITY_PLACE && name->first &&
               doc->tokens[name->first - 1].upos == UPOS_ADP;
}

/* Is the word somebody's name, too, a family's, or a place's that is known? */
static bool is_another(const struct document *doc, const struct name *name,
                       const struct name *brief)
{
        const char *word = doc->tokens[brief->first].lower;

        if (strcmp(name->key, brief->key) == 0)
                return !may_be_short(doc, name) || document_is(doc, name->end, "family") ||
                       has_article(doc, name) || is_one_person(doc, name) ||
                       is_where(doc, name);
        return name->type == ENTITY_PERSON &&
               (strcmp(doc->tokens[name->first].lower, word) == 0 ||
                strcmp(doc->tokens[name->end - 1].lower, word) == 0);
}

/* "Lind Group", "Chad Bank": so are called what people and places give their names to. */
static bool is_of_anybody(const struct document *doc, const struct name *name)
{
        for (size_t i = name->first + 1; i < name->end; i++) {
                const char *class = lexicon_get(&lexicon_company_words, doc->tokens[i].lower);

                if (!class || strcmp(class, "anybody") != 0)
                        return false;
        }
        return true;
}

size_t name_of_short(const struct names *names, const struct document *doc,
                     const struct name *brief)
{
        size_t found = names->n;
        bool person = false, body = false; /* what the tagger takes it for */

        for (size_t k = 0; k < names->n; k++) {
                const struct name *name = &names->list[k];

                if (strcmp(name->key, brief->key) == 0) {
                        person |= name->type == ENTITY_PERSON;
                        body |= name->type == ENTITY_ORGANIZATION;
                }
                if (is_another(doc, name, brief))
                        return names->n;
                if (name->type != ENTITY_ORGANIZATION || !begins_with(doc, name, brief) ||
                    joins_two(doc, name))
                        continue;
                if (!name_is_company(doc, name))
                        return names->n;
                if (found == names->n || is_longer(names->list[found].key, name->key))
                        found = k;
                else if (strcmp(name->key, names->list[found].key) != 0 &&
                         !is_longer(name->key, names->list[found].key))
                        return names->n;
        }
        return person && !body && found < names->n && is_of_anybody(doc, &names->list[found])
                       ? names->n
                       : found;
}

/* "Jan Lind | Jr.": no name of its own. */
static bool is_generation(const char *word)
{
        static const char *const words[] = { "jr", "sr", "ii", "iii", "iv" };

        return word_is_one_of(word, words, ARRAY_SIZE(words));
}

/* "President Berg" may be the father of "Jan Berg Jr.": is anybody of this name alone so
 * called? */
static bool is_titled(const struct names *names, const struct name *name)
{
        for (size_t i = 0; i < names->n && i < TITLES_LOOKED_AT; i++)
                if (names->list[i].title_first < names->list[i].title_end &&
                    strcmp(names->list[i].key, name->key) == 0)
                        return true;
        return false;
}

bool name_is_inner(const struct names *names, const struct document *doc, const char *full,
                   const struct name *name)
{
        size_t n = strlen(name->key);
        const char *at = strstr(full, name->key);

        if (!at || at == full || at[-1] != ' ' || at[n] != ' ' || n < SHORT_BYTES_MIN ||
            strchr(at + n + 1, ' '))
                return false;
        return is_generation(at + n + 1)
                       ? !is_titled(names, name)
                       : !gazetteer_word(&lexicon_first_names, &doc->tokens[name->first]);
}
