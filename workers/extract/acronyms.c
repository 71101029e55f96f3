#include "workers/extract/acronyms.h"

#include <errno.h>
#include <string.h>

enum { ACRONYM_BYTES_MAX = 12, PAIRS_MAX = 64 };

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

int acronyms_find(struct acronym_pair **ret, size_t *ret_n, const struct names *names,
                  const struct document *doc)
{
        struct acronym_pair *list = NULL;
        size_t n = 0;
        int r = find_explained(&list, &n, names, doc);

        if (r)
                return r;
        *ret = list;
        *ret_n = n;
        return 0;
}
