/* papers - whose words a paper has
 *
 * "The harbour board's statement", "a letter from Anna Berg": who speaks is the one whose paper
 * it is, as other reports may name him without it.
 */
#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "workers/compare/account.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/letters.h"
#include "workers/text/name_key.h"

extern const struct lexicon lexicon_source_nouns;

enum { NOUN_BYTES = 40 };

/* What a word names, in the words of source_nouns.txt; NULL: not known. */
static const char *kind_of(const char *word, size_t n)
{
        char noun[NOUN_BYTES];

        return n && ascii_lower(word, n, noun, sizeof(noun))
                       ? lexicon_find(&lexicon_source_nouns, noun, n)
                       : NULL;
}

/* "the board's lawyer's | statement": bytes of the possessor before the head at @head. */
static size_t possessor(const char *description, const char *head)
{
        static const char *const marks[] = { "'s ", "’s ", "s' ", "s’ " };
        size_t found = 0;

        for (const char *at = description + 1; at < head; at++)
                for (size_t i = 0; i < ARRAY_SIZE(marks); i++)
                        if (strncmp(at, marks[i], strlen(marks[i])) == 0)
                                found = (size_t)(at - description) + (marks[i][0] == 's');
        return found;
}

/* "a letter from | the board": where the one begins from whom it is; his bytes. */
static size_t sender(const char *behind, const char **ret)
{
        static const char *const ways[] = { " from ", " by " };
        static const char *const ends[] = { ", ", " on ", " to ", " in ", " that ", " who " };

        for (size_t i = 0; i < ARRAY_SIZE(ways); i++) {
                size_t n;

                if (strncmp(behind, ways[i], strlen(ways[i])) != 0)
                        continue;
                *ret = behind + strlen(ways[i]);
                n = strlen(*ret);
                for (size_t k = 0; k < ARRAY_SIZE(ends); k++) {
                        const char *end = strstr(*ret, ends[k]);

                        if (end && (size_t)(end - *ret) < n)
                                n = (size_t)(end - *ret);
                }
                return n;
        }
        return 0;
}

/* "a police | statement", "the Ostrin Ferries | statement": bytes of the body before the head.
 */
static size_t issuer(const char *description, const char *head, const char **ret)
{
        const char *end = head > description ? head - 1 : description, *start = end;
        const char *kind;

        if (strcmp(head, "statement") != 0 && strcmp(head, "report") != 0)
                return 0; /* "an English-language article" */
        while (start > description && start[-1] != ' ')
                start--;
        if (start == end || end - start >= NOUN_BYTES)
                return 0;
        kind = kind_of(start, (size_t)(end - start));
        *ret = start;
        if (kind && strcmp(kind, "body") == 0)
                return (size_t)(end - start);
        for (const char *p = start; *p >= 'A' && *p <= 'Z';) {
                *ret = p;
                if (p == description)
                        break;
                for (p--; p > description && p[-1] != ' ';)
                        p--;
        }
        return **ret >= 'A' && **ret <= 'Z' ? (size_t)(end - *ret) : 0;
}

static bool is_pronoun(const char *word, size_t n)
{
        static const char *const words[] = { "his", "her", "its", "their", "it", "them" };

        return letter_run_reads_one_of(word, n, words, ARRAY_SIZE(words));
}

const char *account_paper_owner(const struct account *a, const char *description)
{
        static const char *const articles[] = { "the ", "The ", "a ", "A ", "an ", "An " };
        const char *head, *owner = description;
        size_t length = description_head(description, &head), n;
        const char *kind = kind_of(head, length);

        if (!kind || strcmp(kind, "document") != 0)
                return NULL;
        n = possessor(description, head + length);
        if (!n)
                n = sender(head + length, &owner);
        if (!n)
                n = issuer(description, head, &owner);
        for (size_t i = 0; i < ARRAY_SIZE(articles); i++) {
                size_t size = strlen(articles[i]);

                if (n > size && memcmp(owner, articles[i], size) == 0) {
                        owner += size;
                        n -= size;
                }
        }
        return n && !is_pronoun(owner, n) ? arena_copy(a->arena, owner, n) : NULL;
}

int account_entity_named(const struct account *a, const char *name)
{
        char key[NAME_KEY_MAX], other[NAME_KEY_MAX];

        if (!name_key(key, name, strlen(name)))
                return NONE;
        for (size_t i = 0; i < a->x->n_entities && i < NAMES_MAX; i++) {
                const char *own = a->x->entities[i].name;

                if (own && name_key(other, own, strlen(own)) && strcmp(key, other) == 0)
                        return (int)i;
        }
        return NONE;
}
