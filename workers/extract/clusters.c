/* clusters - who is who among the names of one article
 *
 * Names are joined only by what proves them one: the same key, the same listed body or place,
 * an acronym beside its expansion, a family name that only one person of the article has. Where
 * two readings are left a name stays alone. Each join is a lookup under a key, so that the cost
 * grows with the number of names alone.
 */
#include <errno.h>
#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "workers/extract/acronyms.h"
#include "workers/extract/bodies.h"
#include "workers/extract/name_table.h"
#include "workers/extract/names.h"
#include "workers/text/gazetteer.h"
#include "workers/text/name_key.h"

enum {
        ALONE_LEAST = 2, /* so often called by the family name alone, one is so for good */
        SENTENCES_BACK = 2,
        NAMES_BACK = 32, /* more than two sentences have */
};

/* Persons are looked up by their family name, all others by their whole key. */
struct cluster {
        const char *key; /* the fullest so far */
        enum entity_type type;
        unsigned words;
        char gender;
        bool credited;   /* named only in the line that says who reported */
        size_t fullest;  /* name */
        unsigned n_full; /* mentions with more than the family name */
        size_t first;    /* name: the first mention */
        unsigned alone;  /* mentions by the family name before another of that name came in */
        int next;        /* with the same slot key, or NONE */
        int entity;
};

struct slot {
        const char *key;
        int first; /* cluster */
};

struct clusters {
        struct names *names;
        struct document *doc;
        struct cluster *list;
        size_t n;
        struct name_table slots;
};

/* What names of one thing have in common: the listed body, the place's id, else the key. */
static const char *identity(const struct clusters *c, const struct name *name)
{
        char key[NAME_KEY_MAX];
        size_t n;

        if (name->type == ENTITY_PERSON)
                return family_name(name->key);
        if (name->body) {
                n = name_key(key, name->body, strlen(name->body));
                return arena_copy(c->doc->arena, key, n);
        }
        /* "Acme Tools Inc" is "Acme Tools". */
        if (name->type == ENTITY_ORGANIZATION && name->words > 1 &&
            is_company_suffix(c->doc, name->end - 1))
                return arena_copy(c->doc->arena, name->key,
                                  (size_t)(strrchr(name->key, ' ') - name->key));
        if (name->type == ENTITY_PLACE && name->place.geonames)
                return arena_printf(c->doc->arena, "#%u", name->place.geonames);
        return name->key;
}

/* 0 or -ENOMEM; name.entity is then the cluster. */
static int found_cluster(struct clusters *c, size_t i, const char *key)
{
        struct name *name = &c->names->list[i];
        struct slot *slot = name_table_at(&c->slots, key);
        struct cluster *cluster = arena_push(c->doc->arena, &c->list, &c->n, sizeof(*cluster));

        if (!cluster)
                return -ENOMEM;
        *cluster = (struct cluster){ .key = name->key,
                                     .type = name->type,
                                     .words = name->words,
                                     .gender = name->gender,
                                     .credited = name_is_credited(c->doc, name),
                                     .fullest = i,
                                     .n_full = name->words > 1,
                                     .first = i,
                                     .next = slot->key ? slot->first : NONE,
                                     .entity = NONE };
        slot->key = key;
        slot->first = (int)(c->n - 1);
        name->entity = slot->first;
        return 0;
}

/* "Democrat Ann West" beside "Ann West": is what stands before the given name none of it? */
static bool is_hung_on(const struct clusters *c, const struct name *name, size_t fullest)
{
        const struct name *known = &c->names->list[fullest];
        const struct document *doc = c->doc;
        const struct token *first = &doc->tokens[name->first];

        return known->words > 1 && first->lower[1] && first->lower[1] != '.' &&
               name->type == ENTITY_PERSON && !gazetteer_word(&lexicon_first_names, first) &&
               gazetteer_word(&lexicon_first_names, &doc->tokens[known->first]);
}

static void join(struct clusters *c, size_t i, int at)
{
        struct name *name = &c->names->list[i];
        struct cluster *cluster = &c->list[at];

        name->entity = at;
        cluster->n_full += name->words > 1;
        cluster->credited = cluster->credited && name_is_credited(c->doc, name);
        if (name->words > cluster->words && !is_hung_on(c, name, cluster->fullest)) {
                cluster->words = name->words;
                cluster->key = name->key;
                cluster->fullest = i;
        } else if (name->words < cluster->words &&
                   is_hung_on(c, &c->names->list[cluster->fullest], i)) {
                cluster->fullest = i;
        }
        if (!cluster->gender)
                cluster->gender = name->gender;
}

static bool genders_fit(char a, char b)
{
        return !a || !b || a == b;
}

static bool fits_person(const struct cluster *cluster, const struct name *name)
{
        return cluster->type == ENTITY_PERSON && name_keys_fit(cluster->key, name->key) &&
               genders_fit(cluster->gender, name->gender);
}

/* Is one of two persons so much more in the article that the bare family name is his? */
static bool outweighs(const struct cluster *a, const struct cluster *b)
{
        return a->n_full > 1 && a->n_full >= 2 * b->n_full;
}

/* The person under this family name whom the name means; NONE: nobody, or nobody for sure. */
static int only_person(struct clusters *c, const struct name *name, bool *ret_several)
{
        struct slot *slot = name_table_at(&c->slots, family_name(name->key));
        int found = NONE, seen = 0;

        *ret_several = false;
        for (int at = slot->key ? slot->first : NONE; at != NONE && seen < CANDIDATES_MAX;
             at = c->list[at].next, seen++) {
                if (!fits_person(&c->list[at], name) ||
                    (name->words < 2 && c->list[at].credited &&
                     !name_is_credited(c->doc, name)))
                        continue;
                if (strcmp(c->list[at].key, name->key) == 0) {
                        *ret_several = false;
                        return at;
                }
                if (found == NONE || outweighs(&c->list[at], &c->list[found]))
                        found = at;
                else if (!outweighs(&c->list[found], &c->list[at]))
                        *ret_several = true;
        }
        return *ret_several ? NONE : found;
}

static int same_thing(struct clusters *c, const struct name *name, const char *key)
{
        struct slot *slot = name_table_at(&c->slots, key);
        int seen = 0;

        for (int at = slot->key ? slot->first : NONE; at != NONE && seen < CANDIDATES_MAX;
             at = c->list[at].next, seen++)
                if (c->list[at].type == name->type)
                        return at;
        return NONE;
}

/* Persons with a given name, in any order of the text, come first: "Blinken" in the headline
 * waits for the "Antony Blinken" of the first line. */
static int place_full_names(struct clusters *c)
{
        bool several;
        int r = 0;

        for (size_t i = 0; !r && i < c->names->n; i++) {
                struct name *name = &c->names->list[i];
                const char *key = identity(c, name);
                int at;

                if (!key)
                        return -ENOMEM;
                if (name->type == ENTITY_PERSON && name->words < 2)
                        continue;
                at = name->type == ENTITY_PERSON ? only_person(c, name, &several)
                                                 : same_thing(c, name, key);
                if (at != NONE)
                        join(c, i, at);
                else
                        r = found_cluster(c, i, key);
        }
        return r;
}

/* The persons whose given name, or first family name, name @i is; only one of them may be
 * meant.
 */
static int only_part(const struct clusters *c, size_t i)
{
        const struct name *name = &c->names->list[i];
        const char *key = name->key;
        size_t n = strlen(key);
        int found = NONE;

        for (size_t k = 0; k < c->n && k < (size_t)16 * CANDIDATES_MAX; k++) {
                const struct cluster *cluster = &c->list[k];

                if (cluster->type != ENTITY_PERSON || cluster->credited ||
                    ((strncmp(cluster->key, key, n) != 0 || cluster->key[n] != ' ') &&
                     (cluster->first > i ||
                      !name_is_inner(c->names, c->doc, cluster->key, name))))
                        continue;
                if (found != NONE)
                        return NONE;
                found = (int)k;
        }
        return found;
}

/* Out of the reach of those who are called by this family name, with others of the same
 * @sort: a relative whose given name it is, a paper. */
static int place_apart(struct clusters *c, size_t i, const char *sort)
{
        const char *key = arena_printf(c->doc->arena, "~%s%s", sort, c->names->list[i].key);
        struct slot *slot;

        if (!key)
                return -ENOMEM;
        slot = name_table_at(&c->slots, key);
        if (!slot->key)
                return found_cluster(c, i, key);
        join(c, i, slot->first);
        return 0;
}

/* A given name and a family name, and between them no more than another given name or letter:
 * "Anna Lind Berg" may be two. */
static bool is_sound_name(const struct clusters *c, const struct cluster *k)
{
        const struct name *name = &c->names->list[k->first];
        const struct token *t = c->doc->tokens + name->first;

        if (name->end - name->first > 3 || !gazetteer_word(&lexicon_first_names, t))
                return false;
        return name->end - name->first < 3 || !t[1].lower[1] || t[1].lower[1] == '.' ||
               gazetteer_word(&lexicon_first_names, &t[1]);
}

/* Of several of one family the one whom the article has come to call by that name alone: he was
 * named in full before it, and the others only later. NONE: nobody, or there is but one. */
static int called_alone(struct clusters *c, size_t i)
{
        const struct name *name = &c->names->list[i];
        struct slot *slot = name_table_at(&c->slots, family_name(name->key));
        int found = NONE, seen = 0;
        unsigned others = 0, full = 0, men = 0;
        bool before = false;

        for (int at = slot->key ? slot->first : NONE; at != NONE && seen < CANDIDATES_MAX;
             at = c->list[at].next, seen++) {
                const struct cluster *k = &c->list[at];

                if (k->words < 2 || !fits_person(k, name) || !is_sound_name(c, k))
                        continue;
                men += k->gender == 'm';
                if (found != NONE) { /* the list runs from the last to the first */
                        others++;
                        before |= c->list[found].first < i;
                        if (c->list[found].n_full > full)
                                full = c->list[found].n_full;
                }
                found = at;
        }
        if (found == NONE || !others || c->list[found].first > i ||
            (men && c->list[found].gender != 'm') || /* his wife may come before him */
            (before && (c->list[found].alone < ALONE_LEAST ||
                        full > c->list[found].alone + c->list[found].n_full)))
                return NONE;
        c->list[found].alone += !before;
        return found;
}

/* Of several of one family the only one who was named in full in the sentence or two before;
 * NONE: nobody was, or two. */
static int named_lately(const struct clusters *c, size_t i)
{
        const struct name *name = &c->names->list[i];
        size_t sentence = c->doc->tokens[name->first].sentence;
        int found = NONE;

        for (size_t k = i; k > 0 && i - k < NAMES_BACK; k--) {
                const struct name *n = &c->names->list[k - 1];

                if (c->doc->tokens[n->first].sentence + SENTENCES_BACK < sentence)
                        break;
                if (n->type != ENTITY_PERSON || n->words < 2 || n->entity == NONE ||
                    strcmp(family_name(n->key), name->key) != 0 || n->entity == found)
                        continue;
                if (found != NONE)
                        return NONE;
                found = n->entity;
        }
        return found;
}

static int place_single_names(struct clusters *c)
{
        int r = 0;

        for (size_t i = 0; !r && i < c->names->n; i++) {
                struct name *name = &c->names->list[i];
                bool several;
                int at;

                if (name->type != ENTITY_PERSON || name->words > 1)
                        continue;
                if (name_is_paper(c->doc, name)) {
                        r = place_apart(c, i, "the");
                        continue;
                }
                at = called_alone(c, i);
                if (at != NONE && !name_is_relative(c->doc, name)) {
                        join(c, i, at);
                        continue;
                }
                at = only_person(c, name, &several);
                if (at != NONE && c->list[at].words > 1 && name_is_relative(c->doc, name)) {
                        r = place_apart(c, i, "");
                        continue;
                }
                if (at == NONE)
                        at = several ? named_lately(c, i) : only_part(c, i);
                if (at != NONE)
                        join(c, i, at);
                else
                        r = found_cluster(c, i, name->key);
        }
        return r;
}

static bool add_title(struct document *doc, struct entity *entity, const struct name *name)
{
        struct span span = { doc->tokens[name->title_first].start,
                             doc->tokens[name->title_end - 1].end };
        char *title = document_copy(doc, span);
        const char **slot;

        if (!title)
                return false;
        for (char *p = title; *p; p++)
                if (*p == '\n' || *p == '\t')
                        *p = ' ';
        for (size_t i = 0; i < entity->n_titles; i++)
                if (strcmp(entity->titles[i], title) == 0)
                        return true;
        if (entity->n_titles >= CANDIDATES_MAX)
                return true;
        slot = arena_push(doc->arena, &entity->titles, &entity->n_titles, sizeof(*slot));
        if (slot)
                *slot = title;
        return slot;
}

static const char *rule_of(const struct name *name)
{
        return name->listed ? "entities.list" : "entities.names";
}

/* How often an entity is right, in thousandths, by the tagger's confidence in its surest
 * mention: measured on documents of GUM and Wikigold by models that had not seen them, or
 * nothing of their corpus (the mean of the two). A listed name is the surer one. */
static uint16_t calibrated(const struct name *name)
{
        static const struct {
                uint8_t percent;
                uint16_t tagged, listed;
        } steps[] = {
                { 100, 930, 980 }, { 99, 860, 950 }, { 97, 810, 920 }, { 95, 750, 850 },
                { 90, 630, 800 },  { 88, 610, 750 }, { 82, 510, 750 }, { 73, 440, 700 },
                { 62, 380, 700 },  { 0, 310, 700 },
        };
        size_t k = 0;

        while (name->confidence < steps[k].percent)
                k++;
        return name->listed ? steps[k].listed : steps[k].tagged;
}

/* Written in capitals throughout, as headings and datelines are; short ones may be acronyms. */
static bool is_shouted(const char *text)
{
        enum { ACRONYM_MOST = 4 };
        size_t n = 0;

        for (; *text; text++) {
                if ((*text >= 'a' && *text <= 'z') || (unsigned char)*text >= 0x80)
                        return false;
                n += *text >= 'A' && *text <= 'Z';
        }
        return n > ACRONYM_MOST;
}

/* "VELLMAR" is Vellmar where the article writes it so, or as its dateline was read. */
static int lower_voice(struct clusters *c, struct entity *e, struct span span)
{
        const char *place = c->doc->x->dateline.place, *other;

        if (!is_shouted(e->name))
                return 0;
        other = document_copy(c->doc, span);
        if (!other)
                return -ENOMEM;
        if (strcasecmp(other, e->name) == 0 && !is_shouted(other))
                e->name = other;
        else if (e->type == ENTITY_PLACE && place && strcasecmp(place, e->name) == 0)
                e->name = place;
        return 0;
}

static struct entity *new_entity(struct clusters *c, struct cluster *cluster)
{
        const struct name *fullest = &c->names->list[cluster->fullest];
        struct extraction *x = c->doc->x;
        struct entity *e = arena_push(c->doc->arena, &x->entities, &x->n_entities, sizeof(*e));

        if (!e)
                return NULL;
        cluster->entity = (int)(x->n_entities - 1);
        *e = (struct entity){ .type = cluster->type, .gender = cluster->gender };
        e->by.rule = rule_of(fullest);
        e->name = document_copy(c->doc, fullest->span);
        return e->name ? e : NULL;
}

static int tell_name(struct clusters *c, struct name *name)
{
        struct cluster *cluster = &c->list[name->entity];
        struct extraction *x = c->doc->x;
        struct entity *e;
        struct span *mention;

        e = cluster->entity == NONE ? new_entity(c, cluster) : &x->entities[cluster->entity];
        if (!e)
                return -ENOMEM;
        mention = arena_push(c->doc->arena, &e->mentions, &e->n_mentions, sizeof(*mention));
        if (!mention)
                return -ENOMEM;
        *mention = name->span;
        if (lower_voice(c, e, name->span))
                return -ENOMEM;
        if (e->by.confidence < calibrated(name))
                e->by.confidence = calibrated(name);
        if (name->place.geonames && !e->geonames)
                e->geonames = name->place.geonames;
        if (name->place.iso3166[0] && !e->iso3166[0])
                memcpy(e->iso3166, name->place.iso3166, sizeof(e->iso3166));
        if (name->title_first < name->title_end && !add_title(c->doc, e, name))
                return -ENOMEM;
        name->entity = cluster->entity;
        return 0;
}

int clusters_find(struct names *names, struct document *doc)
{
        struct clusters c = { .names = names, .doc = doc };
        int r = name_table_init(&c.slots, doc->arena, sizeof(struct slot), names->n);

        if (!r)
                r = acronyms_join(names, doc);
        if (!r)
                r = place_full_names(&c);
        if (!r)
                r = place_single_names(&c);
        for (size_t i = 0; !r && i < names->n; i++)
                r = tell_name(&c, &names->list[i]);
        return r;
}
