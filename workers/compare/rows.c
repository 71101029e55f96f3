/* rows - reading and writing the rows of a ledger
 *
 * One function a struct does both, so that they cannot drift apart: a codec either appends to a
 * buffer or reads from a cursor. Arrays that are read get the room that arena_push() expects.
 */
#include "workers/compare/rows.h"

#include <endian.h>
#include <errno.h>
#include <string.h>

#include "workers/compare/outlets.h"
#include "workers/link/signature.h"

enum { TEXT_MAX = 8192, ROOM_LEAST = 8 };

/* As an extraction's numbers: extraction_decode.c. */
static const int64_t MINUTE_MAX = 1LL << 33;

struct codec {
        struct buffer *out; /* writing, or */
        struct cursor *in;  /* reading */
        struct arena *arena;
        int error;
};

static void code_u64(struct codec *c, uint64_t *v)
{
        if (c->out)
                buffer_put_u64(c->out, *v);
        else
                cursor_get_u64(c->in, v);
}

static void code_i64(struct codec *c, int64_t *v)
{
        uint64_t raw = (uint64_t)*v;

        code_u64(c, &raw);
        *v = (int64_t)raw;
}

static void code_u32(struct codec *c, uint32_t *v)
{
        if (c->out)
                buffer_put_u32(c->out, *v);
        else
                cursor_get_u32(c->in, v);
}

static void code_u16(struct codec *c, uint16_t *v)
{
        if (c->out)
                buffer_put_u16(c->out, *v);
        else
                cursor_get_u16(c->in, v);
}

static void code_u8(struct codec *c, uint8_t *v)
{
        if (c->out)
                buffer_put_u8(c->out, *v);
        else
                cursor_get_u8(c->in, v);
}

static void code_bool(struct codec *c, bool *v)
{
        uint8_t raw = *v;

        code_u8(c, &raw);
        *v = raw == 1;
}

static void code_text(struct codec *c, const char **v)
{
        struct blob blob;

        if (c->out) {
                buffer_put_string(c->out, *v);
                return;
        }
        cursor_get_blob(c->in, &blob, TEXT_MAX);
        *v = blob.data ? arena_copy(c->arena, blob.data, blob.size) : NULL;
        if (blob.data && !*v)
                c->error = -ENOMEM;
}

/* A text that readers rely on: never NULL once it was read. */
static void code_words_of(struct codec *c, const char **v)
{
        code_text(c, v);
        if (c->in && !*v)
                *v = "";
}

static void code_enum(struct codec *c, uint8_t *v, uint8_t most)
{
        code_u8(c, v);
        if (c->in && *v > most)
                c->in->failed = true;
}

static void code_key(struct codec *c, struct row_key *key)
{
        code_u8(c, &key->kind);
        code_u64(c, &key->hash);
}

/* Codes a list's length; when reading, makes room for its elements of @size. */
static void *code_list(struct codec *c, void *list, size_t *n, uint32_t max, size_t size)
{
        size_t room = ROOM_LEAST;
        uint32_t count;

        if (c->out) {
                buffer_put_u32(c->out, (uint32_t)*n);
                return list;
        }
        cursor_get_count(c->in, &count, max);
        *n = 0;
        if (c->in->failed || count == 0)
                return NULL;
        while (room < count)
                room *= 2;
        list = arena_alloc(c->arena, room * size);
        if (!list) {
                c->error = -ENOMEM;
                c->in->failed = true;
                return NULL;
        }
        *n = count;
        return list;
}

#define CODE_LIST(c, list, n, max) ((list) = code_list(c, list, &(n), max, sizeof(*(list))))

static uint32_t *code_u32s(struct codec *c, uint32_t *list, size_t *n, uint32_t most)
{
        CODE_LIST(c, list, *n, most);
        for (size_t i = 0; i < *n; i++)
                code_u32(c, &list[i]);
        return list;
}

static void code_numbers(struct codec *c, struct numbers *v)
{
        CODE_LIST(c, v->list, v->n, NUMBERS_MAX);
        for (size_t i = 0; i < v->n; i++)
                code_u64(c, &v->list[i]);
        code_u32(c, &v->count);
}

static void code_mention(struct codec *c, struct mention *v)
{
        code_u64(c, &v->article);
        code_u64(c, &v->origin);
        code_u32(c, &v->span.start);
        code_u32(c, &v->span.end);
        code_words_of(c, &v->text);
        code_u16(c, &v->confidence);
        v->terms = code_u32s(c, v->terms, &v->n_terms, TERMS_MAX_CLAIM);
        v->particulars = code_u32s(c, v->particulars, &v->n_particulars, PARTICULARS_MAX);
        code_bool(c, &v->direct);
        code_u16(c, &v->quote);
        code_text(c, &v->speaker);
        code_text(c, &v->speaker_key);
}

static void code_claim(struct codec *c, void *body)
{
        struct claim *v = body;

        code_enum(c, &v->type, CLAIM_TOPIC);
        code_u16(c, &v->weight);
        code_bool(c, &v->fact);
        code_text(c, &v->about);
        code_text(c, &v->value);
        CODE_LIST(c, v->mentions, v->n_mentions, MENTIONS_MAX);
        for (size_t i = 0; i < v->n_mentions; i++)
                code_mention(c, &v->mentions[i]);
        code_numbers(c, &v->articles);
        code_numbers(c, &v->origins);
}

/* A figure in thousandths, or minutes of the clock. */
static void code_bounded(struct codec *c, int64_t *v, int64_t most)
{
        code_i64(c, v);
        if (c->in && (*v < -most || *v > most))
                c->in->failed = true;
}

static void code_sense(struct codec *c, int8_t *sense)
{
        for (size_t i = 0; i < SENSE_BYTES; i++) {
                uint8_t raw = (uint8_t)sense[i];

                code_u8(c, &raw);
                sense[i] = (int8_t)raw;
        }
}

static void code_slot(struct codec *c, void *body)
{
        struct slot *v = body;

        code_enum(c, &v->kind, SLOT_MAGNITUDE);
        code_u32(c, &v->conflicts);
        CODE_LIST(c, v->values, v->n_values, SLOT_VALUES_MAX);
        for (size_t i = 0; i < v->n_values; i++) {
                struct slot_value *s = &v->values[i];

                code_mention(c, &s->mention);
                code_bounded(c, &s->value, FIGURE_MAX);
                code_bounded(c, &s->high, FIGURE_MAX);
                code_enum(c, &s->bound, FIGURE_AGO);
                code_words_of(c, &s->about);
                code_u64(c, &s->head);
                s->near = code_u32s(c, s->near, &s->n_near, NEAR_MAX);
                code_enum(c, &s->n_before, (uint8_t)s->n_near);
                code_u8(c, &s->link);
                code_u32(c, &s->day);
                s->places = code_u32s(c, s->places, &s->n_places, SCOPE_PLACES_MAX);
                s->persons = code_u32s(c, s->persons, &s->n_persons, SCOPE_PLACES_MAX);
                code_text(c, &s->unit);
                code_bool(c, &s->central);
                code_bool(c, &s->past);
                code_bool(c, &s->people);
                code_bool(c, &s->toll);
                code_u8(c, &s->part);
                code_bool(c, &s->planned);
                code_bool(c, &s->moves);
                code_bool(c, &s->grows);
                code_u16(c, &s->year);
                code_u16(c, &s->of_year);
                code_u32(c, &s->subject);
                code_u8(c, &s->given);
                code_u32(c, &s->actor);
                code_u8(c, &s->siblings);
                code_bounded(c, &s->total, FIGURE_MAX);
                code_u8(c, &s->lead);
                s->company = code_u32s(c, s->company, &s->n_company, COMPANY_MAX);
                code_sense(c, s->near_sense);
                code_sense(c, s->sense);
                code_sense(c, s->head_sense);
                code_enum(c, &s->known, KNOWN_INSTANT);
                code_bounded(c, &s->minute, MINUTE_MAX);
        }
        code_numbers(c, &v->articles);
        code_numbers(c, &v->origins);
}

static void code_bearer(struct codec *c, struct bearer *v)
{
        code_enum(c, &v->type, ENTITY_OTHER);
        code_text(c, &v->iso3166);
        code_u32(c, &v->geonames);
        code_text(c, &v->wikidata);
        code_words_of(c, &v->key);
        CODE_LIST(c, v->spellings, v->n_spellings, SPELLINGS_MAX);
        for (size_t i = 0; i < v->n_spellings; i++) {
                code_words_of(c, &v->spellings[i].text);
                code_u32(c, &v->spellings[i].times);
        }
        code_numbers(c, &v->articles);
        code_u32(c, &v->mentions);
}

static void code_name(struct codec *c, void *body)
{
        struct name_row *v = body;

        CODE_LIST(c, v->bearers, v->n_bearers, BEARERS_MAX);
        for (size_t i = 0; i < v->n_bearers; i++)
                code_bearer(c, &v->bearers[i]);
}

static void code_article(struct codec *c, void *body)
{
        struct article_row *v = body;

        code_u64(c, &v->number);
        code_u64(c, &v->origin);
        code_words_of(c, &v->id);
        code_words_of(c, &v->source);
        code_text(c, &v->published);
        code_text(c, &v->title);
        code_text(c, &v->url);
        CODE_LIST(c, v->copies, v->n_copies, COPIES_MAX);
        for (size_t i = 0; i < v->n_copies; i++) {
                struct copy *k = &v->copies[i];

                code_u64(c, &k->other);
                code_u16(c, &k->share);
                code_bool(c, &k->certain);
                code_bool(c, &k->from_other);
                code_bool(c, &k->by_credit);
        }
}

static void code_words(struct codec *c, void *body)
{
        struct words_row *v = body;

        code_u64(c, &v->number);
        code_u64(c, &v->origin);
        code_u64(c, &v->source);
        CODE_LIST(c, v->credited, v->n_credited, CREDITED_MAX);
        for (size_t i = 0; i < v->n_credited; i++)
                code_u64(c, &v->credited[i]);
        code_enum(c, &v->known, KNOWN_INSTANT);
        code_bounded(c, &v->minute, MINUTE_MAX);
        CODE_LIST(c, v->words, v->n_words, WORDS_MAX);
        for (size_t i = 0; i < v->n_words; i++)
                code_u32(c, &v->words[i]);
}

/* A reference is followed to a body of the kind it names, so that must be the kind expected. */
static void code_refs(struct codec *c, struct refs_row *v, uint8_t kind)
{
        CODE_LIST(c, v->keys, v->n, REFS_MAX);
        for (size_t i = 0; i < v->n; i++) {
                code_key(c, &v->keys[i]);
                if (c->in && v->keys[i].kind != kind)
                        c->in->failed = true;
        }
}

static void code_probe(struct codec *c, void *body)
{
        code_refs(c, body, ROW_CLAIM);
}

static void code_shingle(struct codec *c, void *body)
{
        code_refs(c, body, ROW_WORDS);
}

static void code_votes(struct codec *c, struct vote **votes, size_t *n, uint32_t max)
{
        *votes = code_list(c, *votes, n, max, sizeof(**votes));
        for (size_t i = 0; i < *n; i++) {
                struct vote *v = &(*votes)[i];

                code_words_of(c, &v->text);
                code_text(c, &v->iso3166);
                code_u32(c, &v->geonames);
                code_u32(c, &v->weight);
        }
}

static void code_participants(struct codec *c, struct header_row *v)
{
        CODE_LIST(c, v->participants, v->n_participants, PARTICIPANTS_MAX);
        for (size_t i = 0; i < v->n_participants; i++) {
                struct participant *p = &v->participants[i];

                code_key(c, &p->key);
                code_u8(c, &p->bearer);
                code_enum(c, &p->type, ENTITY_OTHER);
                code_words_of(c, &p->name);
                for (size_t k = 0; k < ALIASES_MAX; k++)
                        code_text(c, &p->aliases[k]);
                code_u32(c, &p->articles);
                code_u32(c, &p->mentions);
        }
}

static void code_header(struct codec *c, void *body)
{
        struct header_row *v = body;

        code_u32(c, &v->n_articles);
        code_u32(c, &v->n_sources);
        code_u32(c, &v->n_origins);
        code_u32(c, &v->n_conflicts);
        code_votes(c, &v->titles, &v->n_titles, TITLES_MAX);
        code_votes(c, &v->dates, &v->n_dates, VOTES_MAX);
        code_votes(c, &v->places, &v->n_places, VOTES_MAX);
        code_votes(c, &v->sources, &v->n_sources_listed, FACETS_MAX);
        code_votes(c, &v->languages, &v->n_languages, FACETS_MAX);
        code_votes(c, &v->acts, &v->n_acts, FACETS_MAX);
        code_participants(c, v);
        CODE_LIST(c, v->origins, v->n_origins_listed, ORIGINS_MASKED);
        for (size_t i = 0; i < v->n_origins_listed; i++)
                code_u64(c, &v->origins[i]);
        CODE_LIST(c, v->carried, v->n_carried, CARRIED_MAX);
        for (size_t i = 0; i < v->n_carried; i++) {
                code_key(c, &v->carried[i].key);
                code_words_of(c, &v->carried[i].about);
                code_u64(c, &v->carried[i].mask);
                CODE_LIST(c, v->carried[i].core, v->carried[i].n_core, CORE_MAX);
                for (size_t k = 0; k < v->carried[i].n_core; k++)
                        code_u32(c, &v->carried[i].core[k]);
        }
        CODE_LIST(c, v->sketches, v->n_sketches, ORIGINS_MASKED);
        for (size_t i = 0; i < v->n_sketches; i++)
                for (size_t k = 0; k < SKETCH_WORDS; k++)
                        code_u64(c, &v->sketches[i].bits[k]);
        if (c->in && v->n_sketches != v->n_origins_listed)
                c->in->failed = true;
}

static void code_source(struct codec *c, void *body)
{
        struct source_row *v = body;

        code_u32(c, &v->articles);
}

static const struct {
        uint8_t kind;
        size_t size;
        void (*code)(struct codec *c, void *body);
} kinds[] = {
        { ROW_ARTICLE, sizeof(struct article_row), code_article },
        { ROW_CLAIM, sizeof(struct claim), code_claim },
        { ROW_HEADER, sizeof(struct header_row), code_header },
        { ROW_PROBE, sizeof(struct refs_row), code_probe },
        { ROW_NAME, sizeof(struct name_row), code_name },
        { ROW_SOURCE, sizeof(struct source_row), code_source },
        { ROW_SLOT, sizeof(struct slot), code_slot },
        { ROW_SHINGLE, sizeof(struct refs_row), code_shingle },
        { ROW_WORDS, sizeof(struct words_row), code_words },
};

static size_t kind_index(uint8_t kind)
{
        size_t i;

        for (i = 0; i < ARRAY_SIZE(kinds) && kinds[i].kind != kind; i++)
                ;
        return i;
}

void *row_body_new(struct arena *arena, uint8_t kind)
{
        return arena_alloc(arena, kinds[kind_index(kind)].size);
}

void row_body_put(struct buffer *out, const struct row *row)
{
        struct codec c = { .out = out };

        kinds[kind_index(row->key.kind)].code(&c, row->body);
}

int row_body_get(struct row *row, struct arena *arena, const struct blob *body)
{
        struct cursor in;
        struct codec c = { .in = &in, .arena = arena };

        cursor_init(&in, body->data, body->size);
        row->body = row_body_new(arena, row->key.kind);
        if (!row->body)
                return -ENOMEM;
        kinds[kind_index(row->key.kind)].code(&c, row->body);
        if (c.error)
                return c.error;
        return cursor_end(&in) ? 0 : FRAME_E_MALFORMED;
}

void row_key_put(const struct row_key *key, unsigned char out[ROW_KEY_BYTES])
{
        uint64_t hash = htobe64(key->hash);

        out[0] = key->kind;
        memcpy(out + 1, &hash, sizeof(hash));
}

int row_key_get(struct row_key *ret, const struct blob *blob)
{
        const unsigned char *p = blob->data;
        uint64_t hash;

        if (blob->size != ROW_KEY_BYTES || kind_index(p[0]) == ARRAY_SIZE(kinds))
                return FRAME_E_MALFORMED;
        memcpy(&hash, p + 1, sizeof(hash));
        *ret = (struct row_key){ p[0], be64toh(hash) };
        return 0;
}

int row_key_order(const struct row_key *a, const struct row_key *b)
{
        if (a->kind != b->kind)
                return a->kind < b->kind ? -1 : 1;
        return (a->hash > b->hash) - (a->hash < b->hash);
}

const char *text_kept(struct arena *arena, const char *text, size_t max)
{
        size_t n = strnlen(text, max + 1);

        if (n > max) {
                for (n = max; n > 0 && ((unsigned char)text[n] & 0xc0) == 0x80; n--)
                        ;
        }
        return arena_copy(arena, text, n);
}
