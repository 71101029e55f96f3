/* header - what is known of the event as a whole, kept in step with every account
 *
 * Holds what the feed's summary shows and what findings rest on that no single row can know:
 * counts, the votes for title, day and place, the participants, and which claims most origins
 * carry (an omission is an origin that is missing among them).
 */
#include <errno.h>
#include <string.h>

#include "base/digest.h"
#include "workers/compare/findings.h"
#include "workers/compare/fold.h"
#include "workers/compare/omissions.h"

enum {
        CARRIED_LEAST = 3, /* origins that make a claim one to be watched */
        CENTRAL = 700, /* weight of what the event is about: told by all, if in other words */
        TITLE_BYTES_MAX = 400,
        PLACES_VOTED = 4,        /* by one account */
        PLACE_WEIGHT_LEAST = 24, /* see votes.c */
};

struct header_row *ledger_header(struct ledger *ledger)
{
        return ledger_change(ledger, ROW_HEADER, 0);
}

static int vote_text(struct arena *arena, struct vote **votes, size_t *n, size_t max,
                     const char *text)
{
        struct vote v = { .weight = 1 };

        if (!text || !*text)
                return 0;
        v.text = text_kept(arena, text, TITLE_BYTES_MAX);
        return v.text ? vote_add(arena, votes, n, max, &v) : -ENOMEM;
}

/* An account gives its best day three votes and its second one. */
static int vote_dates(struct arena *arena, struct header_row *h, const struct account *a)
{
        const struct vote *best = NULL, *second = NULL;
        struct vote v;
        int r = 0;

        for (size_t i = 0; i < a->n_dates; i++) {
                const struct vote *day = &a->dates[i];

                if (!best || day->weight > best->weight) {
                        second = best;
                        best = day;
                } else if (!second || day->weight > second->weight) {
                        second = day;
                }
        }
        if (best) {
                v = *best;
                v.weight = best->weight < 3 ? best->weight : 3;
                r = vote_add(arena, &h->dates, &h->n_dates, VOTES_MAX, &v);
        }
        if (!r && second) {
                v = *second;
                v.weight = 1;
                r = vote_add(arena, &h->dates, &h->n_dates, VOTES_MAX, &v);
        }
        return r;
}

/* A full list gives up the place with the fewest votes. */
static int vote_place(struct arena *arena, struct header_row *h, const struct vote *v)
{
        struct vote *least;
        size_t before = h->n_places;
        int r = vote_add(arena, &h->places, &h->n_places, VOTES_MAX, v);

        if (r || before < VOTES_MAX)
                return r;
        least = &h->places[0];
        for (size_t i = 0; i < h->n_places; i++) {
                if (vote_is_for(&h->places[i], v))
                        return 0;
                if (h->places[i].weight < least->weight)
                        least = &h->places[i];
        }
        if (least->weight < v->weight)
                *least = *v;
        return 0;
}

/* An account has PLACE_VOTES, which its best places share by their weights; where little is
 * told of any, some of the votes are nobody's. */
static int vote_places(struct arena *arena, struct header_row *h, const struct account *a)
{
        uint32_t sum = 0;
        int r = 0;

        for (size_t i = 0; i < a->n_places; i++)
                sum += a->places[i].weight;
        if (sum < PLACE_WEIGHT_LEAST)
                sum = PLACE_WEIGHT_LEAST;
        for (size_t i = 0; !r && i < a->n_places; i++) {
                struct vote v = a->places[i];
                size_t better = 0;

                for (size_t k = 0; k < a->n_places; k++)
                        better += a->places[k].weight > v.weight;
                v.weight = (uint32_t)((uint64_t)v.weight * PLACE_VOTES / sum);
                if (better < PLACES_VOTED && v.weight)
                        r = vote_place(arena, h, &v);
        }
        return r;
}

static int take_votes(struct ledger *ledger, struct header_row *h, const struct account *a)
{
        struct arena *arena = ledger->arena;
        const struct extraction *x = a->x;
        int r = vote_text(arena, &h->titles, &h->n_titles, TITLES_MAX, x->title);

        if (!r)
                r = vote_dates(arena, h, a);
        if (!r)
                r = vote_places(arena, h, a);
        if (!r)
                r = vote_text(arena, &h->sources, &h->n_sources_listed, FACETS_MAX, x->source);
        if (!r)
                r = vote_text(arena, &h->languages, &h->n_languages, FACETS_MAX, x->language);
        for (size_t i = 0; !r && i < x->n_acts; i++)
                r = vote_text(arena, &h->acts, &h->n_acts, FACETS_MAX, x->acts[i].plover_type);
        return r;
}

int fold_header(struct ledger *ledger, const struct account *a, uint64_t origin)
{
        struct header_row *h = ledger_header(ledger);
        struct source_row *source = ledger_change(ledger, ROW_SOURCE, a->source_hash);
        struct sketch *sketch;
        uint64_t *place;

        if (!h || !source)
                return -ENOMEM;
        h->n_articles++;
        h->n_sources += source->articles++ == 0;
        if (origin == a->number) {
                h->n_origins++;
                if (h->n_origins_listed < ORIGINS_MASKED) {
                        place = arena_push(ledger->arena, &h->origins, &h->n_origins_listed,
                                           sizeof(*place));
                        if (!place)
                                return -ENOMEM;
                        *place = origin;
                        sketch = arena_push(ledger->arena, &h->sketches, &h->n_sketches,
                                            sizeof(*sketch));
                        if (!sketch)
                                return -ENOMEM;
                        *sketch = (struct sketch){ { 0 } };
                }
        }
        for (size_t i = 0; i < h->n_sketches; i++)
                if (h->origins[i] == origin)
                        sketch_add(&h->sketches[i], a);
        return take_votes(ledger, h, a);
}

/* The most frequent of the fullest spellings. */
static const char *best_name(const struct bearer *b)
{
        const struct spelling *best = NULL;

        for (size_t i = 0; i < b->n_spellings; i++) {
                const struct spelling *s = &b->spellings[i];
                bool full = strchr(s->text, ' ') != NULL;
                bool best_full = best && strchr(best->text, ' ') != NULL;

                if (b->type != ENTITY_PERSON)
                        full = best_full = true;
                if (!best || full > best_full || (full == best_full && s->times > best->times))
                        best = s;
        }
        return best ? best->text : b->key;
}

static void describe(struct participant *p, const struct bearer *b)
{
        size_t n = 0;

        p->type = b->type;
        p->name = best_name(b);
        p->articles = b->articles.count;
        p->mentions = b->mentions;
        memset(p->aliases, 0, sizeof(p->aliases));
        for (size_t i = 0; i < b->n_spellings && n < ALIASES_MAX; i++) {
                if (strcmp(b->spellings[i].text, p->name) != 0)
                        p->aliases[n++] = b->spellings[i].text;
        }
}

static bool is_less(const struct participant *a, const struct participant *b)
{
        if (a->articles != b->articles)
                return a->articles < b->articles;
        if (a->mentions != b->mentions)
                return a->mentions < b->mentions;
        return row_key_order(&a->key, &b->key) > 0;
}

int header_name(struct ledger *ledger, struct header_row *h, struct row_key key,
                const struct name_row *names, uint8_t bearer)
{
        struct participant fresh = { .key = key, .bearer = bearer };
        struct participant *place = NULL;

        describe(&fresh, &names->bearers[bearer]);
        for (size_t i = 0; i < h->n_participants; i++) {
                if (row_key_order(&h->participants[i].key, &key) == 0 &&
                    h->participants[i].bearer == bearer)
                        place = &h->participants[i];
        }
        if (!place && h->n_participants < PARTICIPANTS_MAX)
                place = arena_push(ledger->arena, &h->participants, &h->n_participants,
                                   sizeof(*place));
        else if (!place) {
                place = &h->participants[0];
                for (size_t i = 1; i < h->n_participants; i++)
                        place = is_less(&h->participants[i], place) ? &h->participants[i]
                                                                    : place;
                if (is_less(&fresh, place))
                        return 0;
        }
        if (!place)
                return -ENOMEM;
        *place = fresh;
        return 0;
}

static const char *carried_about(const struct claim *claim)
{
        return claim->type == CLAIM_ACT ? claim_shortest(claim) : claim->mentions[0].text;
}

/* What somebody said is told by who asked him. */
static bool is_spoken(const struct claim *claim)
{
        size_t spoken = 0;

        for (size_t i = 0; i < claim->n_mentions; i++)
                spoken += claim->mentions[i].direct;
        return 2 * spoken >= claim->n_mentions;
}

int header_carry(struct ledger *ledger, struct header_row *h, const struct row *row)
{
        const struct claim *claim = row->body;
        struct carried fresh = { .key = row->key };
        struct carried *place = NULL;

        if ((claim->type != CLAIM_SENTENCE && claim->type != CLAIM_ACT) ||
            claim->weight >= CENTRAL || claim->origins.count < CARRIED_LEAST ||
            !claim->n_mentions)
                return 0;
        for (size_t i = 0; i < h->n_carried && !place; i++) {
                if (row_key_order(&h->carried[i].key, &row->key) == 0)
                        place = &h->carried[i];
        }
        if (is_spoken(claim)) {
                if (place) /* as it has become */
                        *place = h->carried[--h->n_carried];
                return 0;
        }
        for (size_t i = 0; i < h->n_origins_listed; i++) {
                if (numbers_hold(&claim->origins, h->origins[i]))
                        fresh.mask |= 1ULL << i;
        }
        if (!place && h->n_carried < CARRIED_MAX) {
                place = arena_push(ledger->arena, &h->carried, &h->n_carried, sizeof(*place));
                if (!place)
                        return -ENOMEM;
        }
        for (size_t i = 0; !place && i < h->n_carried; i++) {
                if (__builtin_popcountll(h->carried[i].mask) < __builtin_popcountll(fresh.mask))
                        place = &h->carried[i];
        }
        if (!place)
                return 0;
        fresh.about = carried_about(claim);
        fresh.core = arena_alloc(ledger->arena, CORE_MAX * sizeof(*fresh.core));
        if (!fresh.about || !fresh.core)
                return -ENOMEM;
        fresh.n_core = claim_core(claim, fresh.core);
        *place = fresh;
        return 0;
}
