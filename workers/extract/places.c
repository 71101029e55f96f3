/* places - which place of the world a name means
 *
 * The lists name a place only where a name means one place above all others. Where a country
 * and a region of another share it ("Georgia"), what else the article names must tell; where
 * the text says in which state or country a place lies ("Paris, Texas"), that holds.
 */
#include "workers/extract/name_table.h"
#include "workers/extract/names.h"

#include <errno.h>
#include <string.h>

#include "base/macros.h"
#include "workers/text/gazetteer.h"

static uint32_t number(const char *p, size_t n)
{
        uint32_t value = 0;

        for (size_t i = 0; i < n && p[i] >= '0' && p[i] <= '9'; i++)
                value = value * 10 + (uint32_t)(p[i] - '0');
        return value;
}

static void copy_code(struct place_link *place, const char *p, size_t n)
{
        if (n == 2)
                memcpy(place->iso3166, p, 2);
}

static bool find_country(struct place_link *ret, const struct document *doc, size_t first,
                         size_t end)
{
        size_t n = 0, size;
        const char *column, *value = gazetteer_find(&lexicon_countries, doc, first, end, &n);

        if (!value || n != end - first || !gazetteer_case_fits(doc, first, n, false))
                return false;
        ret->known = ret->country = true;
        size = lexicon_column(value, 0, &column);
        copy_code(ret, column, size);
        size = lexicon_column(value, 1, &column);
        ret->geonames = number(column, size);
        return true;
}

static void read_place(struct place_link *ret, const char *value)
{
        const char *column;
        size_t size = lexicon_column(value, 0, &column);

        ret->known = true;
        ret->geonames = number(column, size);
        size = lexicon_column(value, 1, &column);
        copy_code(ret, column, size);
        size = lexicon_column(value, 2, &column);
        ret->capital = size == strlen("capital") && *column == 'c';
        ret->region = size == strlen("region") && *column == 'r';
}

static bool find_other(struct place_link *ret, const struct lexicon *list,
                       const struct document *doc, size_t first, size_t end)
{
        size_t n = 0;
        const char *value = gazetteer_find(list, doc, first, end, &n);

        if (!value || n != end - first || !gazetteer_case_fits(doc, first, n, false))
                return false;
        read_place(ret, value);
        return true;
}

/* "Lugansk" stands in the list as "Luhansk". */
static void find_variant(struct place_link *ret, const struct token *token)
{
        const char *variant = gazetteer_word(&lexicon_name_variants, token);
        const char *value = variant ? lexicon_get(&lexicon_places, variant) : NULL;

        if (value && token->capital)
                read_place(ret, value);
}

struct place_link place_find(const struct document *doc, size_t first, size_t end)
{
        struct place_link place = { .known = false };

        if (end - first > 2 && document_is(doc, first + 1, "of") &&
            (document_is(doc, first, "state") || document_is(doc, first, "republic") ||
             document_is(doc, first, "kingdom")) &&
            find_country(&place, doc, first + 2, end))
                return place;
        if (!find_country(&place, doc, first, end) &&
            !find_other(&place, &lexicon_place_aliases, doc, first, end) &&
            !find_other(&place, &lexicon_places, doc, first, end) && end == first + 1)
                find_variant(&place, &doc->tokens[first]);
        return place;
}

/* Is another place of this country named, or its people? */
static bool country_is_present(const struct names *names, const struct document *doc,
                               const char *iso3166, const char *key)
{
        for (size_t i = 0; i < names->n; i++)
                if (names->list[i].type == ENTITY_PLACE &&
                    strcmp(names->list[i].place.iso3166, iso3166) == 0 &&
                    strcmp(names->list[i].key, key) != 0)
                        return true;
        for (size_t i = 0; i < doc->n_tokens; i++) {
                const char *code = doc->tokens[i].capital ? lexicon_get(&lexicon_demonyms,
                                                                        doc->tokens[i].lower)
                                                          : NULL;

                if (code && strcmp(code, iso3166) == 0)
                        return true;
        }
        return false;
}

/* Whose place is named behind the comma at token @at: a state, a country, or a state as the
 * press cuts it ("Mass."); NULL: it does not say. @next is the name behind name @i. */
static const char *country_behind(const struct document *doc, const struct name *next,
                                  size_t at, size_t *ret_end)
{
        const struct token *t = at + 1 < doc->n_tokens ? &doc->tokens[at + 1] : NULL;

        if (!t || !document_is(doc, at, ",") || t->sentence != doc->tokens[at].sentence)
                return NULL;
        *ret_end = at + 2;
        if (t->capital && lexicon_get(&lexicon_state_abbreviations, t->lower))
                return lexicon_get(&lexicon_state_abbreviations, t->lower);
        if (!next || next->first != at + 1 || next->type != ENTITY_PLACE ||
            !(next->place.region || next->place.country) || !next->place.iso3166[0])
                return NULL;
        *ret_end = next->end;
        return next->place.iso3166;
}

/* "Paris, Spain and Italy", "Rome, Austria, Berlin" list places. */
static bool goes_on(const struct names *names, const struct document *doc, size_t i, size_t end)
{
        const struct name *after = i + 2 < names->n ? &names->list[i + 2] : NULL;
        const struct name *before = i ? &names->list[i - 1] : NULL;

        return document_is(doc, end, "and") || document_is(doc, end, "or") ||
               (after && after->type == ENTITY_PLACE && document_is(doc, end, ",") &&
                after->first == end + 1) ||
               (before && before->type == ENTITY_PLACE &&
                before->end + 1 == names->list[i].first && document_is(doc, before->end, ","));
}

/* Where the text says that a place lies. */
struct told {
        const char *key;
        const char *country; /* or NULL */
        bool differs;        /* it says so of two of the name */
};

static struct told *told_of(const struct name_table *table, const char *key)
{
        struct told *told = name_table_at(table, key);

        told->key = key;
        return told;
}

static void hear_where(const struct name_table *table, const struct names *names,
                       const struct document *doc)
{
        for (size_t i = 0; i < names->n; i++) {
                const struct name *name = &names->list[i];
                const struct name *next = i + 1 < names->n ? &names->list[i + 1] : NULL;
                const char *country;
                struct told *told;
                size_t end;

                if (name->type != ENTITY_PLACE || name->place.country || name->place.region)
                        continue;
                country = country_behind(doc, next, name->end, &end);
                if (!country || goes_on(names, doc, i, end))
                        continue;
                told = told_of(table, name->key);
                told->differs = told->differs ||
                                (told->country && strncmp(told->country, country, 2) != 0);
                told->country = country;
        }
}

/* A place is where the text says that it is, and so it is wherever else the text names it;
 * where it says two things the list holds. */
static int settle_where_it_says(struct names *names, const struct document *doc)
{
        struct name_table table;

        if (name_table_init(&table, doc->arena, sizeof(struct told), names->n) < 0)
                return -ENOMEM;
        hear_where(&table, names, doc);
        for (size_t i = 0; i < names->n; i++) {
                struct name *name = &names->list[i];
                const struct told *told;

                if (name->type != ENTITY_PLACE)
                        continue;
                told = told_of(&table, name->key);
                if (!told->country || told->differs ||
                    strncmp(told->country, name->place.iso3166, 2) == 0)
                        continue;
                name->place = (struct place_link){ .known = true };
                memcpy(name->place.iso3166, told->country, 2);
        }
        return 0;
}

int places_settle(struct names *names, const struct document *doc)
{
        /* Countries whose name is also that of a region or of persons. */
        static const char *const shared[] = { "GE", "JO", "TD" };
        int r = settle_where_it_says(names, doc);

        for (size_t k = 0; !r && k < ARRAY_SIZE(shared); k++) {
                int present = -1;

                for (size_t i = 0; i < names->n; i++) {
                        struct name *name = &names->list[i];

                        if (!name->place.country || strcmp(name->place.iso3166, shared[k]) != 0)
                                continue;
                        if (present < 0)
                                present = country_is_present(names, doc, shared[k], name->key);
                        if (!present)
                                name->place = (struct place_link){ .known = true };
                }
        }
        return r;
}
