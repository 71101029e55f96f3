/* names - who is who across the articles of an event
 *
 * A row holds those who may bear one name: persons with one last name, bodies with one acronym,
 * a place by its id. Which of them an article means is decided by the fuller form: first names
 * that fit, an acronym that a long form has.
 */
#include <errno.h>
#include <string.h>

#include "workers/compare/fold.h"
#include "workers/text/name_key.h"

enum { SURFACES_TAKEN = 40 };

static bool is_person(uint8_t type)
{
        return type == ENTITY_PERSON;
}

static bool has_space(const char *text)
{
        return strchr(text, ' ') != NULL;
}

/* May both be one? Rows of ids hold one bearer; of others the keys decide. */
static bool fits(const struct bearer *b, const struct entity *e, const char *key)
{
        if (b->geonames && e->geonames)
                return b->geonames == e->geonames;
        if (strcmp(b->key, key) == 0)
                return true;
        if (is_person(b->type) && e->type == ENTITY_PERSON)
                return name_keys_fit(b->key, key);
        /* A single word is a short form of what else stands in the row: it has its last name,
         * or is its acronym. Two long forms that differ are two bodies. */
        return !has_space(b->key) || !has_space(key);
}

static struct bearer *find_bearer(struct name_row *row, const struct entity *e, const char *key)
{
        struct bearer *best = NULL;

        for (size_t i = 0; i < row->n_bearers; i++) {
                struct bearer *b = &row->bearers[i];

                if (fits(b, e, key) && (!best || b->articles.count > best->articles.count))
                        best = b;
        }
        return best;
}

static int add_spelling(struct arena *arena, struct bearer *b, const char *text)
{
        struct spelling *s;

        for (size_t i = 0; i < b->n_spellings; i++) {
                if (strcmp(b->spellings[i].text, text) == 0) {
                        b->spellings[i].times++;
                        return 0;
                }
        }
        if (b->n_spellings == SPELLINGS_MAX)
                return 0;
        s = arena_push(arena, &b->spellings, &b->n_spellings, sizeof(*s));
        if (!s)
                return -ENOMEM;
        *s = (struct spelling){ text, 1 };
        return 0;
}

/* The forms in which the text names the entity: capitalised ones, no pronouns or descriptions.
 */
static int add_surfaces(struct arena *arena, struct bearer *b, const struct account *a,
                        const struct naming *n)
{
        const struct entity *e = &a->x->entities[n->entity];
        int r = add_spelling(arena, b, n->name);

        for (size_t i = 0; !r && i < e->n_mentions && i < SURFACES_TAKEN; i++) {
                struct span s = e->mentions[i];
                const char *p = a->x->text + s.start;
                unsigned char first = (unsigned char)*p;
                bool known = false;
                char *text;

                if (s.end <= s.start || s.end - s.start > NAME_MAX_BYTES || first < 'A' ||
                    (first > 'Z' && first < 0x80))
                        continue;
                text = arena_copy(arena, p, s.end - s.start);
                if (!text)
                        return -ENOMEM;
                for (size_t k = 0; k < b->n_spellings; k++)
                        known |= strcmp(b->spellings[k].text, text) == 0;
                if (!known && !strstr(text, "\n"))
                        r = add_spelling(arena, b, text);
        }
        return r;
}

static struct bearer *new_bearer(struct arena *arena, struct name_row *row,
                                 const struct naming *n, const struct entity *e)
{
        struct bearer *b;

        if (row->n_bearers == BEARERS_MAX)
                return &row->bearers[BEARERS_MAX - 1];
        b = arena_push(arena, &row->bearers, &row->n_bearers, sizeof(*b));
        if (!b)
                return NULL;
        b->type = (uint8_t)e->type;
        b->key = n->name_key;
        return b;
}

/* The fullest form names a person; what an id is known to one article is known to all. */
static int complete(struct arena *arena, struct bearer *b, const struct naming *n,
                    const struct entity *e)
{
        if (strlen(n->name_key) > strlen(b->key))
                b->key = n->name_key;
        if (e->type == ENTITY_PERSON && has_space(n->name_key))
                b->type = ENTITY_PERSON;
        if (e->geonames && !b->geonames)
                b->geonames = e->geonames;
        if (e->iso3166[0] && !b->iso3166)
                b->iso3166 = arena_copy(arena, e->iso3166, strlen(e->iso3166));
        if (e->wikidata && !b->wikidata)
                b->wikidata = text_kept(arena, e->wikidata, 32);
        return 0;
}

int fold_names(struct ledger *ledger, const struct account *a)
{
        struct header_row *h = ledger_header(ledger);

        if (!h)
                return -ENOMEM;
        for (size_t i = 0; i < a->n_namings; i++) {
                const struct naming *n = &a->namings[i];
                const struct entity *e = &a->x->entities[n->entity];
                struct row_key key = { ROW_NAME, n->key };
                struct name_row *row = ledger_change(ledger, ROW_NAME, n->key);
                struct bearer *b = row ? find_bearer(row, e, n->name_key) : NULL;
                int r;

                if (row && !b)
                        b = new_bearer(ledger->arena, row, n, e);
                if (!b)
                        return -ENOMEM;
                r = complete(ledger->arena, b, n, e);
                if (!r)
                        r = add_surfaces(ledger->arena, b, a, n);
                if (!r)
                        r = numbers_add(&b->articles, ledger->arena, a->number);
                b->mentions += (uint32_t)e->n_mentions;
                if (!r)
                        r = header_name(ledger, h, key, row, (uint8_t)(b - row->bearers));
                if (r)
                        return r;
        }
        return 0;
}
