#include "workers/extract/acronyms.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "workers/extract/agencies.h"

enum {
        ACRONYM_BYTES_MAX = 12,
        PAIRS_MAX = 64,
        ACRONYMS_MAX = 16,   /* for which all names are looked through */
        SPELLED_LEAST = 3,   /* letters of one that is nowhere explained */
        TAILS_MAX = 32,      /* names for whose longer form all others are looked through */
        TAIL_BEFORE_MAX = 4, /* tokens that the longer form has before it */
};

struct pair { /* of names */
        size_t brief, full;
};

static bool is_acronym(const struct document *doc, const struct name *name)
{
        const struct token *t = &doc->tokens[name->first];

        return name->end == name->first + 1 && t->all_capital &&
               t->end - t->start <= ACRONYM_BYTES_MAX;
}

bool name_spells(const struct document *doc, size_t first, size_t end, const char *acronym)
{
        const char *p = acronym;

        for (size_t i = first; i < end; i++) {
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

static bool spells(const struct document *doc, const struct name *full, const char *acronym)
{
        return name_spells(doc, full->first, full->end, acronym);
}

/* The names @a and then @b, with "(" between and ")" behind. */
static bool stand_in_brackets(const struct document *doc, const struct name *a,
                              const struct name *b)
{
        return b->first == a->end + 1 && document_is(doc, a->end, "(") &&
               document_is(doc, b->end, ")");
}

static int add_pair(struct pair **list, size_t *n, const struct document *doc, struct pair pair)
{
        struct pair *slot;

        if (*n >= PAIRS_MAX)
                return 0;
        slot = arena_push(doc->arena, list, n, sizeof(*slot));
        if (!slot)
                return -ENOMEM;
        *slot = pair;
        return 0;
}

static int find_explained(struct pair **list, size_t *n, const struct names *names,
                          const struct document *doc)
{
        int r = 0;

        for (size_t i = 0; !r && i + 1 < names->n; i++) {
                const struct name *a = &names->list[i], *b = &names->list[i + 1];
                struct pair pair = { .brief = i, .full = i + 1 };

                if (!stand_in_brackets(doc, a, b) || a->type == ENTITY_PERSON)
                        continue;
                if (!is_acronym(doc, a)) {
                        const struct name *swap = a;

                        a = b;
                        b = swap;
                        pair = (struct pair){ .brief = i + 1, .full = i };
                }
                if (is_acronym(doc, a) && b->end - b->first > 1 &&
                    spells(doc, b, doc->tokens[a->first].lower))
                        r = add_pair(list, n, doc, pair);
        }
        return r;
}

/* Does the short name stand for the long one, by its letters or words? */
typedef bool stands_for_fn(const struct document *doc, const struct name *full,
                           const struct name *brief);

/* The one longer name that the short one stands for, before or behind it; names->n: none, or
 * two different ones. */
static size_t only_full(const struct names *names, const struct document *doc,
                        const struct name *brief, stands_for_fn *stands_for)
{
        size_t found = names->n;

        for (size_t k = 0; k < names->n; k++) {
                if (!stands_for(doc, &names->list[k], brief))
                        continue;
                if (found < names->n && strcmp(names->list[found].key, names->list[k].key) != 0)
                        return names->n;
                found = k;
        }
        return found;
}

/* Of a body, in capitals. */
static bool is_spelled_out(const struct document *doc, const struct name *full,
                           const struct name *acronym)
{
        return full->end - full->first >= SPELLED_LEAST &&
               (full->type == ENTITY_ORGANIZATION || full->type == ENTITY_OTHER) &&
               spells(doc, full, doc->tokens[acronym->first].lower);
}

/* The list may know more of an acronym than its letters: what it stands for. */
static bool is_explained(const struct document *doc, const struct name *name)
{
        return name->body && strcasecmp(name->body, doc->tokens[name->first].lower) != 0;
}

/* "The European Space Agency … ESA": nobody says that they are one, but the letters do. */
static bool may_be_spelled_out(const struct document *doc, const struct name *name)
{
        return is_acronym(doc, name) && name->type != ENTITY_PERSON &&
               !is_explained(doc, name) && !name->place.known &&
               strlen(doc->tokens[name->first].lower) >= SPELLED_LEAST;
}

/* "the UK's Department of Health", "the Danish Harbour Committee": it is said whose it is. */
static bool is_owned(const struct document *doc, const struct name *name)
{
        const char *country;
        size_t n = 0;

        if (!name->first ||
            doc->tokens[name->first - 1].sentence != doc->tokens[name->first].sentence)
                return false;
        country = title_country(doc, name->first - 1, name->first, &n);
        return country || doc->tokens[name->first - 1].fine == FINE_POS;
}

/* "the Senate Harbour Committee … the Harbour Committee"; but courts and parties of a land have
 * their own names within the names of others. */
static bool may_be_shortened(const struct document *doc, const struct name *name)
{
        static const char *const heads[] = { "court",      "party",       "police",
                                             "university", "college",     "government",
                                             "democrats",  "republicans", "bank",
                                             "league",     "ministry",    "department",
                                             "council",    "union" };

        return name->type == ENTITY_ORGANIZATION && name->words > 1 && !name->body &&
               !doc->tokens[name->end - 1].all_capital && !is_owned(doc, name) &&
               !document_is_one_of(doc, name->end - 1, heads, ARRAY_SIZE(heads));
}

/* Does the long name end with all words of the other, behind a few words that are neither an
 * agency nor another name that "and" joins? */
static bool ends_with(const struct document *doc, const struct name *full,
                      const struct name *tail)
{
        size_t n = tail->end - tail->first, more = full->end - full->first;

        if (full->type != ENTITY_ORGANIZATION || more <= n || more > n + TAIL_BEFORE_MAX)
                return false;
        for (size_t i = 0; i < n; i++)
                if (strcmp(doc->tokens[full->end - n + i].lower,
                           doc->tokens[tail->first + i].lower) != 0)
                        return false;
        for (size_t i = full->first; i < full->end - n; i++)
                if (document_is(doc, i, "and") || document_is(doc, i, "&") ||
                    (doc->tokens[i].upos == UPOS_ADP && i + 1 < full->end - n) ||
                    doc->tokens[i].kind == TOKEN_PUNCTUATION || agency_at(doc, i).name)
                        return false;
        return true;
}

static bool is_seen(const char *const *seen, size_t n, const char *key)
{
        for (size_t k = 0; k < n; k++)
                if (strcmp(seen[k], key) == 0)
                        return true;
        return false;
}

/* Looks for what each of at most @most short names stands for. */
static int find_unexplained(struct pair **list, size_t *n, const struct names *names,
                            const struct document *doc, size_t most,
                            bool (*is_brief)(const struct document *, const struct name *),
                            stands_for_fn *stands_for)
{
        const char *seen[TAILS_MAX];
        size_t n_seen = 0, k;
        int r = 0;

        for (size_t i = 0; !r && i < names->n && n_seen < most; i++) {
                const struct name *name = &names->list[i];

                if (!is_brief(doc, name))
                        continue;
                if (is_seen(seen, n_seen, name->key))
                        continue;
                seen[n_seen++] = name->key;
                k = only_full(names, doc, name, stands_for);
                if (k < names->n)
                        r = add_pair(list, n, doc, (struct pair){ .brief = i, .full = k });
        }
        return r;
}

/* "Berg Foods", and what its first word alone stands for. */
static int find_first_words(struct pair **list, size_t *n, const struct names *names,
                            const struct document *doc)
{
        const char *seen[TAILS_MAX];
        size_t n_seen = 0;
        int r = 0;

        for (size_t i = 0; !r && i < names->n && n_seen < TAILS_MAX; i++) {
                struct pair pair;

                if (!name_is_company(doc, &names->list[i]) ||
                    is_seen(seen, n_seen, names->list[i].key))
                        continue;
                seen[n_seen++] = names->list[i].key;
                pair.brief = name_short_of(names, doc, i);
                pair.full = pair.brief < names->n
                                    ? name_of_short(names, doc, &names->list[pair.brief])
                                    : names->n;
                if (pair.full == i)
                        r = add_pair(list, n, doc, pair);
        }
        return r;
}

static int find_pairs(struct pair **ret, size_t *ret_n, const struct names *names,
                      const struct document *doc)
{
        struct pair *list = NULL;
        size_t n = 0;
        int r = find_explained(&list, &n, names, doc);

        if (!r)
                r = find_unexplained(&list, &n, names, doc, ACRONYMS_MAX, may_be_spelled_out,
                                     is_spelled_out);
        if (!r)
                r = find_unexplained(&list, &n, names, doc, TAILS_MAX, may_be_shortened,
                                     ends_with);
        if (!r)
                r = find_first_words(&list, &n, names, doc);
        if (r)
                return r;
        *ret = list;
        *ret_n = n;
        return 0;
}

/* All names of the two keys stand for one body, or one law, from here on. */
static void give_body(struct names *names, const struct document *doc, const char *brief,
                      const struct name *full, const char *body)
{
        const char *key = full->key;
        enum entity_type type = name_is_deed(doc, full) ? ENTITY_OTHER : ENTITY_ORGANIZATION;

        for (size_t i = 0; i < names->n; i++) {
                struct name *name = &names->list[i];

                if (strcmp(name->key, brief) != 0 && strcmp(name->key, key) != 0)
                        continue;
                name->body = body;
                name->type = type;
                name->place = (struct place_link){ .known = false };
        }
}

int acronyms_join(struct names *names, const struct document *doc)
{
        struct pair *pairs;
        size_t n;
        int r = find_pairs(&pairs, &n, names, doc);

        for (size_t k = 0; !r && k < n; k++) {
                const struct name *brief = &names->list[pairs[k].brief];
                const struct name *full = &names->list[pairs[k].full];
                const char *body = full->body ? full->body : brief->body;

                if (full->place.known && brief->place.known)
                        continue; /* "DPRK": the places' ids join them */
                if (!body)
                        body = document_copy(doc, full->span);
                if (!body)
                        return -ENOMEM;
                give_body(names, doc, brief->key, full, body);
        }
        return r;
}
