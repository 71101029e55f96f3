#include "workers/compare/account.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/macros.h"
#include "base/utf8.h"
#include "workers/text/name_key.h"

enum {
        OFTEN = 4, /* occurrences in one article that make a term its theme */
        INITIALS_LEAST = 3,
        HEAD_MAX = 16, /* "department" */
};

uint64_t key_hash(const char *kind, const char *text)
{
        const struct digest_piece pieces[] = { { kind, strlen(kind) + 1 },
                                               { text, strlen(text) } };

        return digest_64_of(pieces, ARRAY_SIZE(pieces));
}

bool account_passage(const struct account *a, struct span bytes, struct mention *ret)
{
        const char *text = a->x->text;

        while (bytes.start < bytes.end && strchr(" \n\t", text[bytes.start]))
                bytes.start++;
        if (bytes.end > bytes.start + PASSAGE_MAX) {
                bytes.end = bytes.start + PASSAGE_MAX;
                while (bytes.end > bytes.start &&
                       ((unsigned char)text[bytes.end] & 0xc0) == 0x80)
                        bytes.end--;
        }
        while (bytes.start < bytes.end && strchr(" \n\t", text[bytes.end - 1]))
                bytes.end--;
        if (bytes.start >= bytes.end)
                return false;
        ret->text = arena_copy(a->arena, text + bytes.start, bytes.end - bytes.start);
        ret->span = (struct span){ text_index_points(a->points, bytes.start),
                                   text_index_points(a->points, bytes.end) };
        return true;
}

/* Of @n findings of @size bytes in the order of the text: the first whose edge, given of the
 * first of all, is at @byte or behind it. */
static size_t first_at(const uint32_t *edges, size_t size, size_t n, uint32_t byte)
{
        size_t low = 0, high = n;

        while (low < high) {
                size_t middle = (low + high) / 2;

                if (edges[middle * (size / sizeof(*edges))] < byte)
                        low = middle + 1;
                else
                        high = middle;
        }
        return low;
}

size_t account_sentence_at(const struct account *a, uint32_t byte)
{
        const struct span *s = a->x->sentences;
        size_t n = a->x->n_sentences;
        size_t at = n ? first_at(&s->end, sizeof(*s), n, byte + 1) : n;

        return at < n && s[at].start <= byte ? at : n;
}

size_t account_time_at(const struct account *a, uint32_t byte)
{
        const struct time_expression *t = a->x->times;

        return t ? first_at(&t->span.start, sizeof(*t), a->x->n_times, byte) : 0;
}

size_t account_quantity_at(const struct account *a, uint32_t byte)
{
        const struct quantity *q = a->x->quantities;

        return q ? first_at(&q->span.start, sizeof(*q), a->x->n_quantities, byte) : 0;
}

size_t account_term_at(const struct account *a, uint32_t byte)
{
        const struct term *t = a->terms;

        return t ? first_at(&t->start, sizeof(*t), a->n_terms, byte) : 0;
}

size_t name_initials(const char *name, char *out, size_t room)
{
        size_t n = 0;

        for (const char *p = name; *p && n + 1 < room;) {
                const char *end = p + strcspn(p, " ");

                if (*p >= 'A' && *p <= 'Z')
                        out[n++] = *p;
                p = *end ? end + 1 : end;
        }
        out[n] = '\0';
        return n;
}

/* What lies in a country, as a town that no gazetteer has, or is a body of it, is not it. */
static bool is_country(const struct entity *e)
{
        return e->type == ENTITY_PLACE && e->name && term_names_country(e->name, e->iso3166);
}

/* "Justice Department" is the Department of Justice: where its last word begins; 0: it is no
 * department. A town's police are not of a police. In keys y is i. */
static size_t department_word(const char *key)
{
        static const char *const heads[] = { " department", " ministri" };
        static const char *const local[] = { " police", " fire", " sheriffs" };
        const char *last = strrchr(key, ' ');
        bool is = false;

        for (size_t i = 0; last && i < ARRAY_SIZE(heads); i++)
                is |= strcmp(last, heads[i]) == 0;
        for (size_t i = 0; is && i < ARRAY_SIZE(local); i++) {
                size_t n = strlen(local[i]);

                is = (size_t)(last - key) < n || memcmp(last - n, local[i], n) != 0;
        }
        return is && !strstr(key, " of ") ? (size_t)(last - key) + 1 : 0;
}

/* … and the Ministry of the Sea the Sea Ministry. */
static void drop_article(char *key)
{
        char *of = strstr(key, " of the ");

        if (of)
                memmove(of + strlen(" of "), of + strlen(" of the "),
                        strlen(of + strlen(" of the ")) + 1);
}

size_t account_name_key(const struct entity *e, char ret[NAME_KEY_MAX])
{
        char key[NAME_KEY_MAX];
        size_t head;

        if (!e->name || !name_key(ret, e->name, strlen(e->name)))
                return 0;
        if (e->type != ENTITY_ORGANIZATION)
                return strlen(ret);
        drop_article(ret);
        head = department_word(ret);
        if (head) {
                memcpy(key, ret, sizeof(key));
                key[head - 1] = '\0';
                snprintf(ret, NAME_KEY_MAX, "%.*s of %.*s", HEAD_MAX, key + head,
                         NAME_KEY_MAX - HEAD_MAX - (int)sizeof(" of "), key);
        }
        return strlen(ret);
}

const char *account_entity_key(const struct account *a, int entity)
{
        const struct entity *e = &a->x->entities[entity];
        char key[NAME_KEY_MAX], letters[NAME_INITIALS_ROOM];
        const char *last;
        size_t n;

        if (e->type != ENTITY_PERSON && e->geonames)
                return arena_printf(a->arena, "g:%u", (unsigned)e->geonames);
        if (is_country(e))
                return arena_printf(a->arena, "c:%s", e->iso3166);
        if (e->type == ENTITY_GROUP && e->iso3166[0]) /* "Danes" */
                return arena_printf(a->arena, "p:%s", e->iso3166);
        if (!account_name_key(e, key))
                return arena_copy(a->arena, "n:", 2);
        last = strrchr(key, ' ');
        if (e->type == ENTITY_PERSON)
                return arena_printf(a->arena, "n:%s", last ? last + 1 : key);
        n = last ? name_initials(e->name, letters, sizeof(letters)) : 0;
        if (n >= INITIALS_LEAST && ascii_lower(letters, n, key, sizeof(key)))
                return arena_printf(a->arena, "n:%s", key);
        return arena_printf(a->arena, "n:%s", key);
}

/* Within a name the spelling varies and the stem means nothing: its words are known by the
 * name's id, or by the key of the word. */
static void fold_name(struct account *a, int entity, struct span span)
{
        const struct entity *e = &a->x->entities[entity];
        char iso[3];
        bool country = e->type != ENTITY_PERSON && e->name &&
                       term_country(e->name, strlen(e->name), iso);

        for (size_t i = account_term_at(a, span.start); i < a->n_terms; i++) {
                struct term *t = &a->terms[i];
                char key[NAME_KEY_MAX];

                if (t->end > span.end)
                        return;
                if (!t->capital || t->country)
                        continue;
                if (country)
                        t->hash = term_country_hash(iso);
                else if (e->type != ENTITY_PERSON && e->geonames)
                        t->hash = e->geonames * 0x9e3779b97f4a7c15u;
                else if (name_key(key, a->x->text + t->start, t->end - t->start))
                        t->hash = digest_64(key, strlen(key));
                t->commonness = country ? TERM_COUNTRY : 0;
        }
}

static int by_value(const void *a, const void *b)
{
        const uint64_t *x = a, *y = b;

        return (*x > *y) - (*x < *y);
}

/* The first of @sorted that is not below @hash. */
static size_t lower_bound(const uint64_t *sorted, size_t n, uint64_t hash)
{
        size_t low = 0, high = n;

        while (low < high) {
                size_t middle = (low + high) / 2;

                if (sorted[middle] < hash)
                        low = middle + 1;
                else
                        high = middle;
        }
        return low;
}

/* Both ends are searched: a text may be one word, 100,000 times. */
static size_t times_in(const uint64_t *sorted, size_t n, uint64_t hash)
{
        size_t end = hash < UINT64_MAX ? lower_bound(sorted, n, hash + 1) : n;

        return end - lower_bound(sorted, n, hash);
}

/* "START" is a treaty, whatever "start" is. */
static bool is_acronym(const struct account *a, const struct term *t)
{
        for (uint32_t i = t->start; i < t->end; i++) {
                if (a->x->text[i] < 'A' || a->x->text[i] > 'Z')
                        return false;
        }
        return t->end - t->start >= 3;
}

uint32_t term_packed(const struct account *a, size_t term)
{
        const struct term *t = &a->terms[term];

        return ((uint32_t)(t->hash >> 32) & ~7u) | (t->capital && !t->opens ? 4u : 0) |
               a->tells[term];
}

/* "Ada Lind, head of the harbour office, said": whom two reports hear may say two things. */
static int mark_speakers(struct account *a)
{
        a->speaks = arena_alloc(a->arena, (a->n_terms + 1) * sizeof(*a->speaks));
        if (!a->speaks)
                return -ENOMEM;
        for (size_t i = 0; i < a->x->n_quotes; i++) {
                struct span s = a->x->quotes[i].speaker.span;

                for (size_t k = account_term_at(a, s.start);
                     k < a->n_terms && a->terms[k].end <= s.end; k++)
                        a->speaks[k] = true;
        }
        return 0;
}

/* A term tells much when it is rare in English and no theme of the article. */
static int weigh_terms(struct account *a)
{
        uint64_t *sorted = arena_alloc(a->arena, (a->n_terms + 1) * sizeof(*sorted));
        size_t often = OFTEN + a->x->n_sentences / 8;

        a->tells = arena_alloc(a->arena, a->n_terms + 1);
        if (!sorted || !a->tells)
                return -ENOMEM;
        for (size_t i = 0; i < a->n_terms; i++)
                sorted[i] = a->terms[i].hash;
        qsort(sorted, a->n_terms, sizeof(*sorted), by_value);
        for (size_t i = 0; i < a->n_terms; i++) {
                const struct term *t = &a->terms[i];

                if (t->denied) { /* that somebody did not tells more than that he did */
                        a->tells[i] = 3;
                        continue;
                }
                if ((t->commonness >= 160 && !is_acronym(a, t)) ||
                    (t->end - t->start < 2 && !t->number))
                        continue;
                if (is_acronym(a, t)) {
                        a->tells[i] = 3;
                        continue;
                }
                a->tells[i] = t->commonness > 60 ? 1 : t->commonness > 20 ? 2 : 3;
                if (times_in(sorted, a->n_terms, t->hash) > often)
                        a->tells[i] = 1;
        }
        return 0;
}

/* A word of the title, as passages know it and as slots do. */
static void add_title_term(struct account *a, const char *text, const struct term *t)
{
        bool toll = false;

        a->title_terms[a->n_title_terms++] = t->hash;
        a->title_terms[a->n_title_terms++] =
                slot_word(text + t->start, t->end - t->start, t->hash, &toll);
}

static int find_title_terms(struct account *a)
{
        const char *title = a->x->title;
        struct term *terms;
        size_t n, lead;
        int r;

        r = terms_find(a->arena, title ? title : "", title ? strlen(title) : 0, &terms, &n);
        if (r)
                return r;
        lead = a->x->n_sentences < LEAD_SENTENCES ? a->x->n_sentences : LEAD_SENTENCES;
        lead = lead ? account_term_at(a, a->x->sentences[lead - 1].end) : 0;
        a->title_terms = arena_alloc(a->arena, 2 * (n + lead + 1) * sizeof(*a->title_terms));
        if (!a->title_terms)
                return -ENOMEM;
        for (size_t i = 0; i < n; i++)
                add_title_term(a, title, &terms[i]);
        for (size_t i = 0; i < lead; i++)
                add_title_term(a, a->x->text, &a->terms[i]);
        qsort(a->title_terms, a->n_title_terms, sizeof(*a->title_terms), by_value);
        return 0;
}

bool account_leads_with(const struct account *a, uint64_t hash)
{
        return times_in(a->title_terms, a->n_title_terms, hash) > 0;
}

int account_find_terms(struct account *a)
{
        const struct extraction *x = a->x;
        int r = terms_find(a->arena, x->text, x->text_size, &a->terms, &a->n_terms);

        if (!r)
                r = account_keep_words(a);
        if (r)
                return r;
        for (size_t i = 0; i < x->n_entities; i++) {
                for (size_t k = 0; k < x->entities[i].n_mentions; k++) {
                        struct span s = x->entities[i].mentions[k];

                        if (s.end - s.start <= NAME_MAX_BYTES)
                                fold_name(a, (int)i, s);
                }
        }
        r = find_title_terms(a);
        if (!r)
                r = weigh_terms(a);
        return r ? r : mark_speakers(a);
}

static void find_head(struct account *a)
{
        const struct extraction *x = a->x;

        a->id_hash = key_hash("article", x->article ? x->article : "");
        a->source_hash = key_hash("source", x->source ? x->source : "");
        a->known = signature_time(x->published.value, &a->minute);
}

int account_digest(struct account **ret, struct arena *arena, const struct extraction *x)
{
        static int (*const parts[])(struct account *) = {
                account_find_terms,   account_find_passages, account_find_figures,
                account_find_namings, account_find_facts,    account_find_words,
                account_find_votes,
        };
        struct account *a = arena_alloc(arena, sizeof(*a));
        int r = 0;

        if (!a)
                return -ENOMEM;
        a->arena = arena;
        a->x = x;
        find_head(a);
        if (x->is_article && x->text) {
                a->points = text_index_new(arena, x->text, x->text_size);
                r = a->points ? 0 : -ENOMEM;
                for (size_t i = 0; !r && i < ARRAY_SIZE(parts); i++)
                        r = parts[i](a);
        }
        if (!r)
                *ret = a;
        return r;
}
