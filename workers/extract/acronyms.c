#include "workers/extract/acronyms.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

enum {
        ACRONYM_BYTES_MAX = 12,
        PAIRS_MAX = 64,
        ACRONYMS_MAX = 16, /* for which all names are looked through */
        SPELLED_LEAST = 3, /* letters of one that is nowhere explained */
};

static bool is_acronym(const struct document *doc, const struct name *name)
{
        const struct token *t = &doc->tokens[name->first];

        return name->end == name->first + 1 && t->all_capital &&
               t->end - t->start <= ACRONYM_BYTES_MAX;
}

/* Do the capitals of the words, in their order, spell the acronym? Small words may lend a
 * letter or none. */
static bool spells(const struct document *doc, const struct name *full, const char *acronym)
{
        const char *p = acronym;

        for (size_t i = full->first; i < full->end; i++) {
                const char *lower = doc->tokens[i].lower;

                if (*p && lower[0] == *p)
                        p++;
                else if (doc->tokens[i].capital)
                        return false;
                for (const char *dash = lower; *p && (dash = strchr(dash, '-')); dash++)
                        if (dash[1] == *p)
                                p++;
        }
        return *p == '\0';
}

/* The names @a and then @b, with "(" between and ")" behind. */
static bool stand_in_brackets(const struct document *doc, const struct name *a,
                              const struct name *b)
{
        return b->first == a->end + 1 && document_is(doc, a->end, "(") &&
               document_is(doc, b->end, ")");
}

static int add_pair(struct acronym_pair **list, size_t *n, const struct document *doc,
                    struct acronym_pair pair)
{
        struct acronym_pair *slot;

        if (*n >= PAIRS_MAX)
                return 0;
        slot = arena_push(doc->arena, list, n, sizeof(*slot));
        if (!slot)
                return -ENOMEM;
        *slot = pair;
        return 0;
}

static int find_explained(struct acronym_pair **list, size_t *n, const struct names *names,
                          const struct document *doc)
{
        int r = 0;

        for (size_t i = 0; !r && i + 1 < names->n; i++) {
                const struct name *a = &names->list[i], *b = &names->list[i + 1];
                struct acronym_pair pair = { .acronym = i, .full = i + 1 };

                if (!stand_in_brackets(doc, a, b) || a->type == ENTITY_PERSON)
                        continue;
                if (!is_acronym(doc, a)) {
                        const struct name *swap = a;

                        a = b;
                        b = swap;
                        pair = (struct acronym_pair){ .acronym = i + 1, .full = i };
                }
                if (is_acronym(doc, a) && b->end - b->first > 1 &&
                    spells(doc, b, doc->tokens[a->first].lower))
                        r = add_pair(list, n, doc, pair);
        }
        return r;
}

/* The one longer name of a body whose capitals spell the acronym, before or behind it;
 * names->n: none, or two different ones. */
static size_t only_full(const struct names *names, const struct document *doc,
                        const struct name *acronym)
{
        size_t found = names->n;

        for (size_t k = 0; k < names->n; k++) {
                const struct name *full = &names->list[k];

                if (full->end - full->first < SPELLED_LEAST ||
                    (full->type != ENTITY_ORGANIZATION && full->type != ENTITY_OTHER) ||
                    !spells(doc, full, doc->tokens[acronym->first].lower))
                        continue;
                if (found < names->n && strcmp(names->list[found].key, full->key) != 0)
                        return names->n;
                found = k;
        }
        return found;
}

/* The list may know more of an acronym than its letters: what it stands for. */
static bool is_explained(const struct document *doc, const struct name *name)
{
        return name->body && strcasecmp(name->body, doc->tokens[name->first].lower) != 0;
}

/* "The European Space Agency … ESA": nobody says that they are one, but the letters do. */
static int find_spelled(struct acronym_pair **list, size_t *n, const struct names *names,
                        const struct document *doc)
{
        const char *seen[ACRONYMS_MAX];
        size_t n_seen = 0, k;
        int r = 0;

        for (size_t i = 0; !r && i < names->n && n_seen < ACRONYMS_MAX; i++) {
                const struct name *name = &names->list[i];

                if (!is_acronym(doc, name) || name->type == ENTITY_PERSON ||
                    is_explained(doc, name) || name->place.known ||
                    strlen(doc->tokens[name->first].lower) < SPELLED_LEAST)
                        continue;
                for (k = 0; k < n_seen && strcmp(seen[k], name->key) != 0; k++)
                        ;
                if (k < n_seen)
                        continue;
                seen[n_seen++] = name->key;
                k = only_full(names, doc, name);
                if (k < names->n)
                        r = add_pair(list, n, doc,
                                     (struct acronym_pair){ .acronym = i, .full = k });
        }
        return r;
}

int acronyms_find(struct acronym_pair **ret, size_t *ret_n, const struct names *names,
                  const struct document *doc)
{
        struct acronym_pair *list = NULL;
        size_t n = 0;
        int r = find_explained(&list, &n, names, doc);

        if (!r)
                r = find_spelled(&list, &n, names, doc);
        if (r)
                return r;
        *ret = list;
        *ret_n = n;
        return 0;
}
