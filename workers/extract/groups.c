/* groups - people without a name, by their nation or by what they are */
#include "workers/extract/groups.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "base/utf8.h"
#include "workers/extract/entities.h"
#include "workers/extract/names.h"
#include "workers/extract/reporting.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_countries;
extern const struct lexicon lexicon_group_nouns;
extern const struct lexicon lexicon_source_nouns;

enum {
        GROUPS_MAX = 500,   /* in one text */
        NAMED_MAX = 1000,   /* entities that are looked at */
        MENTIONS_BACK = 64, /* more than one sentence makes */
        NAME_BYTES = 80,    /* a longer name is cut to its head */
};

/* The token that names the nation, before the head; or SIZE_MAX. */
static size_t nation_in(const struct document *doc, struct phrase p, const char **ret_country)
{
        for (size_t i = p.first; i < p.head; i++) {
                const char *country;
                size_t n = 0;

                if (!doc->tokens[i].capital)
                        continue;
                country = title_country(doc, i, p.head, &n);
                if (!country || !*country || doc->tokens[i + n].fine == FINE_POS)
                        continue;
                *ret_country = country;
                return i;
        }
        return SIZE_MAX;
}

static bool is_people(const struct token *t)
{
        return lexicon_get(&lexicon_group_nouns, t->lemma) ||
               lexicon_get(&lexicon_group_nouns, t->lower);
}

/* The people of the phrase: its head, or the last noun of people before it ("Chadian army
 * trucks"); SIZE_MAX: none. */
static size_t people_in(const struct document *doc, struct phrase p, size_t nation)
{
        for (size_t i = p.head + 1; i > nation + 1; i--)
                if (is_people(&doc->tokens[i - 1]))
                        return i - 1;
        return SIZE_MAX;
}

/* One official is a person, one army a body, and many of either a group. */
static enum entity_type type_of(const struct token *head)
{
        const char *kind = lexicon_get(&lexicon_source_nouns, head->lower);

        if (head->fine == FINE_NNS || !kind)
                return ENTITY_GROUP;
        return strcmp(kind, "body") == 0 ? ENTITY_ORGANIZATION : ENTITY_PERSON;
}

/* A country by its name, and no town of it. */
static bool is_country(const char *name)
{
        char lower[NAME_BYTES];
        size_t n = strlen(name), from = strncasecmp(name, "the ", 4) == 0 ? 4 : 0;

        return ascii_lower(name + from, n - from, lower, sizeof(lower)) &&
               lexicon_get(&lexicon_countries, lower);
}

bool entity_is_country(const struct entity *e)
{
        return e->type == ENTITY_PLACE && e->iso3166[0] && is_country(e->name);
}

static int country_entity(const struct document *doc, const char *country)
{
        for (size_t i = 0; i < doc->x->n_entities; i++)
                if (doc->x->entities[i].type == ENTITY_PLACE &&
                    strncmp(doc->x->entities[i].iso3166, country, 2) == 0 &&
                    is_country(doc->x->entities[i].name))
                        return (int)i;
        return NONE;
}

/* The same words are asked for again by the next verbs of their sentence: the last mentions
 * tell whether they are known. */
static bool has_mention(const struct group *g, struct span s)
{
        for (size_t i = g->n_mentions; i > 0 && g->n_mentions - i < MENTIONS_BACK; i--)
                if (g->mentions[i - 1].start == s.start)
                        return true;
        return false;
}

/* Keeps the mentions in the order of the text. */
static int mention_add(struct document *doc, struct group *g, struct span s)
{
        size_t i;

        if (has_mention(g, s))
                return 0;
        if (!arena_push(doc->arena, &g->mentions, &g->n_mentions, sizeof(*g->mentions)))
                return -ENOMEM;
        for (i = g->n_mentions - 1; i > 0 && g->mentions[i - 1].start > s.start; i--)
                g->mentions[i] = g->mentions[i - 1];
        g->mentions[i] = s;
        return 0;
}

static struct group *group_named(struct groups *groups, struct document *doc, const char *name)
{
        struct group *g;

        for (size_t i = 0; i < groups->n; i++) {
                g = &groups->list[i];
                if (strcasecmp(g->name, name) != 0)
                        continue;
                if (name[0] >= 'a') /* a capital may be that of a sentence */
                        g->name = name;
                return g;
        }
        g = arena_push(doc->arena, &groups->list, &groups->n, sizeof(*g));
        if (!g)
                return NULL;
        *g = (struct group){ .name = name };
        return g;
}

/* "Palestinians" that are an entity by their name already. */
static bool named_entity(struct document *doc, const char *name, const char *country, int *ret)
{
        for (size_t i = 0; i < doc->x->n_entities && i < NAMED_MAX; i++) {
                struct entity *e = &doc->x->entities[i];

                if (e->type != ENTITY_GROUP || strcmp(e->name, name) != 0)
                        continue;
                if (*country && !e->iso3166[0])
                        memcpy(e->iso3166, country, 2);
                *ret = (int)i;
                return true;
        }
        return false;
}

static int add_group(struct groups *groups, struct document *doc, struct span s,
                     const struct group *like, int *ret)
{
        const char *name = document_copy(doc, s);
        struct group *g;

        if (name && named_entity(doc, name, like->country, ret))
                return 0;
        g = name ? group_named(groups, doc, name) : NULL;
        if (!g || mention_add(doc, g, s))
                return -ENOMEM;
        g->country = like->country;
        g->type = like->type;
        g->rule = like->rule;
        *ret = GROUP_BASE + (int)(g - groups->list);
        return 0;
}

/* "Chadian goods", where the country has no name in the text: the nation. */
static int add_nation(struct groups *groups, struct document *doc, size_t nation,
                      const char *country, int *ret)
{
        const struct token *t = &doc->tokens[nation];
        const struct group g = { .country = country,
                                 .type = ENTITY_GROUP,
                                 .rule = "groups.nation" };

        return add_group(groups, doc, (struct span){ t->start, t->end }, &g, ret);
}

/* "Swedes" alone, where the tagger saw no name: the nation's people. */
static bool is_nationals(const struct document *doc, uint32_t i, const char **ret_country)
{
        const struct token *t = &doc->tokens[i];
        size_t n = 0;

        *ret_country = t->capital ? title_country(doc, i, i + 1, &n) : NULL;
        return *ret_country && **ret_country && (t->fine == FINE_NNS || t->fine == FINE_NNPS);
}

int groups_at(struct groups *groups, struct document *doc, struct phrase p, bool things,
              int *ret)
{
        struct group g = { .rule = "groups.nation" };
        size_t nation, people;

        *ret = NONE;
        if (phrase_is_none(p))
                return 0;
        if (is_nationals(doc, p.head, &g.country) && groups->n < GROUPS_MAX) {
                g.type = ENTITY_GROUP;
                return add_group(
                        groups, doc,
                        (struct span){ doc->tokens[p.head].start, doc->tokens[p.head].end }, &g,
                        ret);
        }
        nation = nation_in(doc, p, &g.country);
        if (nation == SIZE_MAX)
                return 0;
        people = people_in(doc, p, nation);
        if (people == SIZE_MAX || groups->n >= GROUPS_MAX) {
                *ret = country_entity(doc, g.country);
                return *ret == NONE && things && groups->n < GROUPS_MAX
                               ? add_nation(groups, doc, nation, g.country, ret)
                               : 0;
        }
        g.type = type_of(&doc->tokens[people]);
        if (g.type == ENTITY_PERSON && people + 1 < doc->n_tokens &&
            doc->tokens[people + 1].sentence == doc->tokens[people].sentence) {
                /* "Danish President | Anna Lind": who has the name */
                *ret = entities_at(doc, doc->tokens[people + 1].start);
                if (*ret != NONE && doc->x->entities[*ret].type == ENTITY_PERSON)
                        return 0;
                *ret = NONE;
        }
        return add_group(groups, doc,
                         (struct span){ doc->tokens[nation].start, doc->tokens[people].end },
                         &g, ret);
}

/* Many people, whoever they are; one, or a body, is another in each sentence. */
static bool is_many(const struct token *t)
{
        return word_is(t->lower, "police") || word_is(t->lower, "people") ||
               (t->fine == FINE_NNS && (is_people(t) || noun_is_person(t)));
}

/* "protesters", "supporters of the old king": from the first of the nouns that lead to the
 * head to the end of what "of" ties to it. */
static struct span plain_span(const struct document *doc, struct phrase p, uint32_t head)
{
        uint32_t first = head, end = head + 1;
        struct span s;

        while (first > p.first && (doc->tokens[first - 1].upos == UPOS_NOUN ||
                                   doc->tokens[first - 1].upos == UPOS_PROPN))
                first--;
        if ((document_is(doc, end, "of") || document_is(doc, end, "from")) && p.end > end)
                end = p.end;
        s = (struct span){ doc->tokens[first].start, doc->tokens[end - 1].end };
        if (s.end - s.start > NAME_BYTES)
                s.end = doc->tokens[head].end;
        return s;
}

int groups_plain_at(struct groups *groups, struct document *doc, struct phrase p, uint32_t head,
                    int *ret)
{
        const struct group g = { .country = "", .type = ENTITY_GROUP, .rule = "groups.people" };

        *ret = NONE;
        if (!is_many(&doc->tokens[head]) || groups->n >= GROUPS_MAX)
                return 0;
        return add_group(groups, doc, plain_span(doc, p, head), &g, ret);
}

/* An entity on its way to its new place. */
struct seat {
        uint32_t start; /* of the first mention */
        size_t old;     /* index, or GROUP_BASE and the group's */
};

static int compare_seats(const void *a, const void *b)
{
        const struct seat *x = a, *y = b;

        if (x->start != y->start)
                return x->start < y->start ? -1 : 1;
        return x->old < y->old ? -1 : x->old > y->old;
}

struct renumbering {
        int *entities, *groups; /* the new number of each */
};

static void renumber(const struct renumbering *r, int *entity)
{
        if (*entity >= GROUP_BASE)
                *entity = r->groups[*entity - GROUP_BASE];
        else if (*entity != NONE)
                *entity = r->entities[*entity];
}

static void renumber_acts(const struct renumbering *r, struct extraction *x)
{
        for (size_t i = 0; i < x->n_acts; i++) {
                struct act *act = &x->acts[i];

                for (size_t k = 0; k < act->n_actors; k++)
                        renumber(r, &act->actors[k]);
                for (size_t k = 0; k < act->n_recipients; k++)
                        renumber(r, &act->recipients[k]);
                renumber(r, &act->where);
                renumber(r, &act->according_to);
        }
}

static void renumber_all(const struct renumbering *r, struct document *doc)
{
        struct extraction *x = doc->x;

        for (size_t i = 0; i < x->n_quotes; i++) {
                renumber(r, &x->quotes[i].speaker.entity);
                renumber(r, &x->quotes[i].via);
        }
        renumber_acts(r, x);
        for (size_t i = 0; doc->references && i < doc->references->n; i++)
                renumber(r, &doc->references->list[i].entity);
}

static struct entity entity_of(const struct group *g)
{
        struct entity e = { .by = { 700, g->rule },
                            .type = g->type,
                            .name = g->name,
                            .mentions = g->mentions,
                            .n_mentions = g->n_mentions };

        if (*g->country)
                memcpy(e.iso3166, g->country, 2);
        return e;
}

static void mark(struct groups *groups, const int *list, size_t n)
{
        for (size_t i = 0; i < n; i++)
                if (list[i] >= GROUP_BASE)
                        groups->list[list[i] - GROUP_BASE].acts = true;
}

static void mark_all(struct groups *groups, const struct extraction *x)
{
        for (size_t i = 0; i < x->n_acts; i++) {
                mark(groups, x->acts[i].actors, x->acts[i].n_actors);
                mark(groups, x->acts[i].recipients, x->acts[i].n_recipients);
        }
}

/* All seats in the order of the text. */
static struct seat *seats_of(const struct groups *groups, struct document *doc, size_t *ret_n)
{
        const struct extraction *x = doc->x;
        struct seat *seats =
                arena_alloc(doc->arena, (x->n_entities + groups->n) * sizeof(*seats));
        size_t n = x->n_entities;

        if (!seats)
                return NULL;
        for (size_t i = 0; i < x->n_entities; i++)
                seats[i] = (struct seat){
                        x->entities[i].n_mentions ? x->entities[i].mentions[0].start : 0, i
                };
        for (size_t i = 0; i < groups->n; i++)
                if (groups->list[i].acts)
                        seats[n++] = (struct seat){ groups->list[i].mentions[0].start,
                                                    GROUP_BASE + i };
        *ret_n = n;
        qsort(seats, n, sizeof(*seats), compare_seats);
        return seats;
}

int groups_settle(struct groups *groups, struct document *doc)
{
        struct extraction *x = doc->x;
        size_t n;
        struct renumbering r;
        struct entity *entities;
        struct seat *seats;

        if (!groups->n)
                return 0;
        mark_all(groups, x);
        seats = seats_of(groups, doc, &n);
        if (!seats)
                return -ENOMEM;
        entities = arena_alloc(doc->arena, (n + 1) * sizeof(*entities));
        r.entities = arena_alloc(doc->arena, (x->n_entities + 1) * sizeof(*r.entities));
        r.groups = arena_alloc(doc->arena, groups->n * sizeof(*r.groups));
        if (!entities || !r.entities || !r.groups)
                return -ENOMEM;
        for (size_t i = 0; i < n; i++) {
                size_t old = seats[i].old;

                if (old >= GROUP_BASE) {
                        entities[i] = entity_of(&groups->list[old - GROUP_BASE]);
                        r.groups[old - GROUP_BASE] = (int)i;
                } else {
                        entities[i] = x->entities[old];
                        r.entities[old] = (int)i;
                }
        }
        x->entities = entities;
        x->n_entities = n;
        renumber_all(&r, doc);
        return 0;
}
