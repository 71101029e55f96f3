/* votes - when and where an article says that it happened
 *
 * Each article votes for the days and places that stand nearest to its main act: in acts, in
 * the title and the lead, behind "in" and "at". The event's date and place are what its
 * articles together say most.
 */
#include <errno.h>
#include <string.h>

#include "workers/compare/account.h"
#include "workers/link/terms.h"

enum {
        DAY_CHARS = 10,
        VOTE_ACT = 3,  /* the time of an act */
        VOTE_LEAD = 4, /* stands in the first sentences */
        VOTE_TEXT = 1, /* stands further down */
        VOTE_PUBLISHED = 1,
        DAY_MINUTES = 24 * 60,
        NEWS_BEFORE = 14, /* days before publication */
        NEWS_AFTER = 3,
        PLACE_ACT = 6,       /* where an act was */
        PLACE_TITLE = 12,    /* named in the title */
        PLACE_DATELINE = 16, /* where the reporter sat, mostly where it happened */
        PLACE_IN_LEAD = 16,  /* "in Geneva", in the first sentences */
        PLACE_IN_TEXT = 4,
        PLACE_OF_LEAD = 8, /* named there otherwise */
        PLACE_OF_TEXT = 2,
        VOTES_TAKEN = 40, /* times and places looked at, from the top */
};

bool vote_is_for(const struct vote *have, const struct vote *v)
{
        return v->geonames ? have->geonames == v->geonames : strcmp(have->text, v->text) == 0;
}

int vote_add(struct arena *arena, struct vote **votes, size_t *n, size_t max,
             const struct vote *v)
{
        struct vote *place;

        for (size_t i = 0; i < *n; i++) {
                struct vote *have = &(*votes)[i];

                if (vote_is_for(have, v)) {
                        have->weight += v->weight;
                        return 0;
                }
        }
        if (*n == max)
                return 0;
        place = arena_push(arena, votes, n, sizeof(*place));
        if (!place)
                return -ENOMEM;
        *place = *v;
        return 0;
}

static bool is_in_lead(const struct account *a, uint32_t byte)
{
        return account_sentence_at(a, byte) < LEAD_SENTENCES;
}

/* What is long past is told besides, as what is to come, however often: a report is of what is
 * new by its day. */
static bool is_news(const struct account *a, const char *day)
{
        int64_t minute, apart;

        if (a->known == KNOWN_NOT || signature_time(day, &minute) == KNOWN_NOT)
                return true;
        apart = (minute - a->minute) / DAY_MINUTES;
        return apart >= -NEWS_BEFORE && apart <= NEWS_AFTER;
}

static int vote_day(struct account *a, const char *value, uint32_t weight)
{
        struct vote v = { .weight = weight };

        if (!value || strlen(value) < DAY_CHARS || value[4] != '-' || value[7] != '-')
                return 0;
        v.text = arena_copy(a->arena, value, DAY_CHARS);
        if (!v.text)
                return -ENOMEM;
        if (strpbrk(v.text + 4, "XW")) /* "XXXX-12-02" tells at least the day of the year */
                return 0;
        if (!is_news(a, v.text))
                return 0;
        return vote_add(a->arena, &a->dates, &a->n_dates, VOTES_MAX, &v);
}

static int vote_days(struct account *a)
{
        const struct extraction *x = a->x;
        int r = vote_day(a, x->published.value, VOTE_PUBLISHED);

        for (size_t i = 0; !r && i < x->n_times && i < VOTES_TAKEN; i++) {
                if (x->times[i].type == TIME_DATE || x->times[i].type == TIME_TIME)
                        r = vote_day(a, x->times[i].value,
                                     is_in_lead(a, x->times[i].span.start) ? VOTE_LEAD
                                                                           : VOTE_TEXT);
        }
        for (size_t i = 0; !r && i < x->n_acts && i < VOTES_TAKEN; i++) {
                if (x->acts[i].when != NONE && x->acts[i].status == ACT_HAPPENED)
                        r = vote_day(a, x->times[x->acts[i].when].value, VOTE_ACT);
        }
        return r;
}

/* What no gazetteer knows ("the Southern District", "Midtown Tower") counts half. */
static int vote_place(struct account *a, int entity, uint32_t weight)
{
        const struct entity *e = &a->x->entities[entity];
        bool known = e->geonames || e->iso3166[0];
        struct vote v = { .weight = known ? weight : (weight + 1) / 2,
                          .geonames = e->geonames };

        v.text = text_kept(a->arena, e->name, NAME_MAX_BYTES);
        v.iso3166 = arena_copy(a->arena, e->iso3166, strlen(e->iso3166));
        return v.text && v.iso3166 ? vote_add(a->arena, &a->places, &a->n_places, VOTES_MAX, &v)
                                   : -ENOMEM;
}

/* "in Stockholm", "at Geneva": behind such a word stands where something is. */
static bool is_locative(const struct account *a, uint32_t start)
{
        static const char *const words[] = { "in ", "at ", "near ", "In ", "At ", "outside " };
        const char *text = a->x->text;

        for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
                size_t n = strlen(words[i]);

                if (start >= n && memcmp(text + start - n, words[i], n) == 0 &&
                    (start == n || text[start - n - 1] == ' ' || text[start - n - 1] == '\n'))
                        return true;
        }
        return false;
}

/* A country that is only named acts more often than it is where something happens. */
static int vote_mentions(struct account *a, int entity)
{
        const struct entity *e = &a->x->entities[entity];
        const char *dateline = a->x->dateline.found ? a->x->dateline.place : NULL;
        uint32_t in = 0, of = 0;

        for (size_t i = 0; i < e->n_mentions && i < VOTES_TAKEN; i++) {
                uint32_t start = e->mentions[i].start;

                if (is_locative(a, start))
                        in += is_in_lead(a, start) ? PLACE_IN_LEAD : PLACE_IN_TEXT;
                else
                        of += is_in_lead(a, start) ? PLACE_OF_LEAD : PLACE_OF_TEXT;
        }
        if (a->x->title && strstr(a->x->title, e->name))
                of += PLACE_TITLE;
        if (dateline && strcmp(dateline, e->name) == 0)
                in += PLACE_DATELINE;
        if (term_names_country(e->name, e->iso3166))
                of /= 2;
        return in + of ? vote_place(a, entity, in + of) : 0;
}

int account_find_votes(struct account *a)
{
        const struct extraction *x = a->x;
        int r = vote_days(a);

        for (size_t i = 0; !r && i < x->n_entities; i++) {
                if (x->entities[i].type == ENTITY_PLACE && x->entities[i].name)
                        r = vote_mentions(a, (int)i);
        }
        for (size_t i = 0; !r && i < x->n_acts && i < VOTES_TAKEN; i++) {
                int where = x->acts[i].where;

                if (where != NONE && x->entities[where].type == ENTITY_PLACE &&
                    x->entities[where].name)
                        r = vote_place(a, where, PLACE_ACT);
        }
        return r;
}
