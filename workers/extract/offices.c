/* offices - the titles that the persons of an article have */
#include <errno.h>
#include <string.h>

#include "base/macros.h"
#include "workers/extract/entities.h"
#include "workers/extract/references.h"
#include "workers/text/gazetteer.h"

extern const struct lexicon lexicon_title_classes;

enum { OFFICES_MAX = 128 };

const char *office_class(const struct document *doc, size_t first, size_t end)
{
        size_t n = 0;
        const char *class = gazetteer_find(&lexicon_title_classes, doc, first, end, &n);

        return class && n == end - first ? class : NULL;
}

/* "former", "the late" */
static bool is_bygone(const struct document *doc, size_t i)
{
        static const char *const words[] = { "former", "ex", "late", "then", "onetime" };

        return document_is_one_of(doc, i, words, ARRAY_SIZE(words)) ||
               strncmp(doc->tokens[i].lower, "ex-", 3) == 0;
}

/* Are there but nations and adjectives before @end, so that "former" at @i is of the title? */
static bool is_of_title(const struct document *doc, size_t i, size_t end)
{
        size_t n;

        while (++i < end)
                if (doc->tokens[i].upos != UPOS_ADJ && !title_country(doc, i, end, &n))
                        return false;
        return true;
}

/* Country and title proper within the words of a title: "Russian | Foreign Minister". */
static bool read_office(struct office *ret, const struct document *doc, size_t first,
                        size_t end)
{
        struct office office = { .country = "" };
        const char *value, *country;
        size_t n, bygone = end;

        for (size_t i = first; i < end; i++) {
                country = title_country(doc, i, end, &n);
                if (country && *country)
                        office.country = country;
                if (!office.end && is_bygone(doc, i))
                        bygone = i;
                office.of_body |= doc->tokens[i].name == NAME_ORGANIZATION;
                n = title_at(doc, i, end, &value);
                if (!n)
                        continue;
                if (!office.end) {
                        office.first = i;
                        office.end = i + n;
                        office.former = bygone < i && is_of_title(doc, bygone, i);
                }
                i += n - 1;
        }
        if (!office.end)
                return false;
        office.class = office_class(doc, office.first, office.end);
        *ret = office;
        return true;
}

static bool same_office(const struct offices *offices, const struct office *office,
                        const struct document *doc)
{
        for (size_t i = 0; i < offices->n; i++) {
                struct office *o = &offices->list[i];

                if (o->entity == office->entity && !strncmp(o->country, office->country, 2) &&
                    !strcmp(doc->tokens[o->first].lower, doc->tokens[office->first].lower) &&
                    o->end - o->first == office->end - office->first) {
                        o->former &= office->former; /* he may have it again */
                        return true;
                }
        }
        return false;
}

/* "the Berg administration", "Berg's presidency", "the Berg White House": the token of what he
 * has; 0: he has none. */
static size_t reign_behind(const struct document *doc, const struct name *name)
{
        static const char *const words[] = { "administration", "presidency" };
        size_t i = name->end;

        if (i < doc->n_tokens && doc->tokens[i].fine == FINE_POS)
                i++;
        if (document_is_one_of(doc, i, words, ARRAY_SIZE(words)) ||
            (document_is(doc, i, "white") && document_is(doc, i + 1, "house")))
                return i;
        return 0;
}

/* Has the one an office by name, as a mayor has whose administration it is? */
static bool has_office(const struct offices *offices, int entity)
{
        for (size_t i = 0; i < offices->n; i++)
                if (offices->list[i].entity == entity)
                        return true;
        return false;
}

/* Does the article never tell an office of the one without a country or a body? */
static bool is_foreign(const struct offices *offices, int entity)
{
        for (size_t i = 0; i < offices->n; i++)
                if (offices->list[i].entity == entity && !*offices->list[i].country &&
                    !offices->list[i].of_body)
                        return false;
        return true;
}

/* Is the office told to be a former one, be it beside another mention of the one? */
static bool is_former(const struct offices *offices, const struct office *office,
                      const struct document *doc)
{
        for (size_t i = 0; i < offices->n; i++) {
                const struct office *o = &offices->list[i];

                if (o->former && o->entity == office->entity &&
                    !strcmp(doc->tokens[o->end - 1].lower, doc->tokens[office->end - 1].lower))
                        return true;
        }
        return false;
}

/* Adds whose administration is told of. 0 or -ENOMEM. */
static int reigns_find(struct offices *offices, const struct names *names,
                       const struct document *doc)
{
        for (size_t i = 0; i < names->n && offices->n < OFFICES_MAX; i++) {
                const struct name *name = &names->list[i];
                size_t at = name->type == ENTITY_PERSON ? reign_behind(doc, name) : 0;
                struct office *slot;

                if (!at || has_office(offices, name->entity))
                        continue;
                slot = arena_push(doc->arena, &offices->list, &offices->n, sizeof(*slot));
                if (!slot)
                        return -ENOMEM;
                *slot = (struct office){ .entity = name->entity,
                                         .country = "",
                                         .first = at,
                                         .end = at + 1,
                                         .reigns = true };
        }
        return 0;
}

int offices_find(struct offices *ret, const struct names *names, const struct document *doc)
{
        struct offices offices = { .n = 0 };
        int r;

        for (size_t i = 0; i < names->n && offices.n < OFFICES_MAX; i++) {
                const struct name *name = &names->list[i];
                struct office office, *slot;

                if (name->title_first >= name->title_end || name->type != ENTITY_PERSON ||
                    !read_office(&office, doc, name->title_first, name->title_end))
                        continue;
                office.entity = name->entity;
                if (same_office(&offices, &office, doc))
                        continue;
                slot = arena_push(doc->arena, &offices.list, &offices.n, sizeof(*slot));
                if (!slot)
                        return -ENOMEM;
                *slot = office;
        }
        r = reigns_find(&offices, names, doc);
        for (size_t i = 0; i < offices.n; i++) {
                struct office *o = &offices.list[i];

                o->former = is_former(&offices, o, doc);
                o->foreign = is_foreign(&offices, o->entity);
        }
        if (!r)
                *ret = offices;
        return r;
}
