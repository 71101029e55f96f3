#include "workers/compare/summary.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "workers/link/terms.h"

enum {
        SUMMARY_PARTICIPANTS = 20,
        TITLE_TERMS = 40,
        YEAR_CHARS = 4,
        PLACE_SHARE_ENOUGH = 350, /* of PLACE_VOTES an article */
        PLACE_SHARE_LEAST = 250,
};

static size_t shared_terms(const struct term *a, size_t n, const struct term *b, size_t m)
{
        size_t shared = 0;

        for (size_t i = 0; i < n && i < TITLE_TERMS; i++) {
                for (size_t k = 0; k < m && k < TITLE_TERMS; k++) {
                        if (a[i].hash == b[k].hash && a[i].commonness < TERM_COMMON) {
                                shared++;
                                break;
                        }
                }
        }
        return shared;
}

/* The title that has most in common with the others; of equal ones the first. */
json_t *summary_title(const struct header_row *h, struct arena *arena)
{
        struct term *terms[TITLES_MAX];
        size_t n[TITLES_MAX], best = 0, best_shared = 0;

        if (!h->n_titles)
                return json_null();
        for (size_t i = 0; i < h->n_titles; i++) {
                if (terms_find(arena, h->titles[i].text, strlen(h->titles[i].text), &terms[i],
                               &n[i]))
                        return NULL;
        }
        for (size_t i = 0; i < h->n_titles; i++) {
                size_t shared = 0;

                for (size_t k = 0; k < h->n_titles; k++)
                        shared += k == i ? 0 : shared_terms(terms[i], n[i], terms[k], n[k]);
                if (shared > best_shared) {
                        best = i;
                        best_shared = shared;
                }
        }
        return json_string(h->titles[best].text);
}

static const char *behind_year(const char *day)
{
        return day + strnlen(day, YEAR_CHARS);
}

/* A day without its year speaks for every year's. */
static uint32_t votes_for_day(const struct header_row *h, const char *day)
{
        uint32_t sum = 0;

        for (size_t i = 0; i < h->n_dates; i++) {
                const struct vote *v = &h->dates[i];

                if (strcmp(v->text, day) == 0 ||
                    (v->text[0] == 'X' && strcmp(behind_year(v->text), behind_year(day)) == 0))
                        sum += v->weight;
        }
        return sum;
}

json_t *summary_date(const struct header_row *h)
{
        const char *best = NULL;
        uint32_t most_votes = 0;

        for (size_t i = 0; i < h->n_dates; i++) {
                uint32_t votes = votes_for_day(h, h->dates[i].text);

                if (h->dates[i].text[0] == 'X' || votes <= most_votes)
                        continue;
                best = h->dates[i].text;
                most_votes = votes;
        }
        return best ? json_string(best) : json_null();
}

json_t *summary_ref(const char *iso3166, uint32_t geonames, const char *wikidata)
{
        json_t *ref = json_object();

        if (iso3166 && *iso3166)
                json_object_set_new(ref, "iso3166", json_string(iso3166));
        if (geonames)
                json_object_set_new(ref, "geonames", json_integer(geonames));
        if (wikidata)
                json_object_set_new(ref, "wikidata", json_string(wikidata));
        return ref;
}

static uint32_t votes_for_country(const struct header_row *h, const char *iso3166)
{
        uint32_t sum = 0;

        for (size_t i = 0; i < h->n_places; i++)
                if (strcmp(h->places[i].iso3166, iso3166) == 0)
                        sum += h->places[i].weight;
        return sum;
}

/* The country that most places voted for lie in, where it is named itself and they have a good
 * part of the votes; NULL: none. */
static const struct vote *best_country(const struct header_row *h)
{
        const struct vote *best = NULL;
        uint32_t most = 0;

        for (size_t i = 0; i < h->n_places; i++) {
                const struct vote *v = &h->places[i];
                uint32_t votes = votes_for_country(h, v->iso3166);

                if (votes > most && term_names_country(v->text, v->iso3166)) {
                        best = v;
                        most = votes;
                }
        }
        return most >= (uint64_t)h->n_articles * PLACE_SHARE_ENOUGH ? best : NULL;
}

/* The place with most votes, if these are a good part of all, or many more than the next one
 * has. */
static const struct vote *best_place(const struct header_row *h)
{
        const struct vote *best = NULL;
        uint64_t articles = h->n_articles, next = 0;

        for (size_t i = 0; i < h->n_places; i++)
                if (!best || h->places[i].weight > best->weight)
                        best = &h->places[i];
        if (!best || best->weight >= articles * PLACE_SHARE_ENOUGH)
                return best;
        for (size_t i = 0; i < h->n_places; i++)
                if (&h->places[i] != best && h->places[i].weight > next)
                        next = h->places[i].weight;
        return best->weight >= articles * PLACE_SHARE_LEAST && 2 * best->weight >= 3 * next
                       ? best
                       : NULL;
}

json_t *summary_place(const struct header_row *h)
{
        const struct vote *v = best_place(h);

        if (!v)
                v = best_country(h);
        if (!v)
                return json_null();
        return json_pack("{s:s, s:o}", "name", v->text, "ref",
                         summary_ref(v->iso3166, v->geonames, NULL));
}

json_t *summary_counts(const struct header_row *h)
{
        return json_pack("{s:I, s:I, s:I}", "articles", (json_int_t)h->n_articles, "sources",
                         (json_int_t)h->n_sources, "origins", (json_int_t)h->n_origins);
}

static int by_rank(const void *a, const void *b)
{
        const struct participant *x = *(const struct participant *const *)a;
        const struct participant *y = *(const struct participant *const *)b;

        if (x->articles != y->articles)
                return x->articles < y->articles ? 1 : -1;
        if (x->mentions != y->mentions)
                return x->mentions < y->mentions ? 1 : -1;
        return row_key_order(&x->key, &y->key);
}

static json_t *participant_json(const struct participant *p)
{
        json_t *aliases = json_array();

        for (size_t i = 0; i < ALIASES_MAX && p->aliases[i]; i++)
                json_array_append_new(aliases, json_string(p->aliases[i]));
        return json_pack("{s:s, s:s, s:o}", "name", p->name, "type", entity_type_names[p->type],
                         "aliases", aliases);
}

static json_t *participants_json(const struct header_row *h)
{
        const struct participant *ranked[PARTICIPANTS_MAX];
        json_t *list = json_array();

        for (size_t i = 0; i < h->n_participants; i++)
                ranked[i] = &h->participants[i];
        qsort(ranked, h->n_participants, sizeof(*ranked), by_rank);
        for (size_t i = 0; i < h->n_participants && i < SUMMARY_PARTICIPANTS; i++)
                json_array_append_new(list, participant_json(ranked[i]));
        return list;
}

static json_t *texts_json(const struct vote *votes, size_t n)
{
        json_t *list = json_array();

        for (size_t i = 0; i < n; i++)
                json_array_append_new(list, json_string(votes[i].text));
        return list;
}

static json_t *facets_json(const struct header_row *h)
{
        return json_pack("{s:o, s:o, s:o}", "source",
                         texts_json(h->sources, h->n_sources_listed), "language",
                         texts_json(h->languages, h->n_languages), "plover",
                         texts_json(h->acts, h->n_acts));
}

int summary_put(const struct header_row *h, struct arena *arena, struct buffer *out)
{
        json_auto_t *summary = json_object();
        int r = 0;

        r |= json_object_set_new(summary, "title", summary_title(h, arena));
        r |= json_object_set_new(summary, "date", summary_date(h));
        r |= json_object_set_new(summary, "place", summary_place(h));
        r |= json_object_set_new(summary, "participants", participants_json(h));
        r |= json_object_set_new(summary, "counts", summary_counts(h));
        r |= json_object_set_new(summary, "conflicts", json_integer(h->n_conflicts));
        r |= json_object_set_new(summary, "facets", facets_json(h));
        if (r)
                return -ENOMEM;
        json_write(summary, out);
        return buffer_error(out);
}
