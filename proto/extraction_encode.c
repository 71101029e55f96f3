/* extraction_encode - an extraction as the contract's JSON
 *
 * Bytes become code points and indices ids here, and nowhere else.
 */
#include <errno.h>
#include <stdio.h>

#include "base/macros.h"
#include "base/utf8.h"
#include "proto/extraction.h"

struct encoder {
        const struct extraction *x;
        struct text_index *index;
        struct buffer *out;
        size_t start; /* where in @out the extraction begins */
        bool failed;
};

const char *const entity_type_names[] = { "person", "organization", "place",
                                          "group",  "other",        NULL };
const char *const time_type_names[] = { "DATE", "TIME", "DURATION", "SET", NULL };
const char *const quantity_bound_names[] = { "exact",   "about",     "at least", "more than",
                                             "at most", "less than", NULL };
const char *const quantity_kind_names[] = { "duration", "count",   "money", "percent",
                                            "ordinal",  "measure", NULL };
const char *const act_status_names[] = { "happened", "planned",      "denied",
                                         "alleged",  "hypothetical", NULL };
const char *const date_basis_names[] = { "text", "meta", "url", "given", "inferred", NULL };

/* Jansson's setters take NULL for a text that is no UTF-8, and fail: a value is checked once,
 * by its being complete, when it is written. */
static void set(json_t *object, const char *key, json_t *value)
{
        if (json_object_set_new(object, key, value))
                json_object_set_new(object, "\1failed", json_true());
}

static void set_text(json_t *object, const char *key, const char *text)
{
        set(object, key, text ? json_string(text) : json_null());
}

static json_t *span_json(const struct encoder *e, struct span s)
{
        if (span_is_none(s))
                return json_null();
        return json_pack("[I,I]", (json_int_t)text_index_points(e->index, s.start),
                         (json_int_t)text_index_points(e->index, s.end));
}

static json_t *spans_json(const struct encoder *e, const struct span *spans, size_t n)
{
        json_t *list = json_array();

        for (size_t i = 0; i < n; i++)
                json_array_append_new(list, span_json(e, spans[i]));
        return list;
}

static json_t *id_json(char letter, long index)
{
        char id[24];

        if (index < 0)
                return json_null();
        snprintf(id, sizeof(id), "%c%ld", letter, index + 1);
        return json_string(id);
}

static json_t *ids_json(char letter, const int *list, size_t n)
{
        json_t *out = json_array();

        for (size_t i = 0; i < n; i++)
                json_array_append_new(out, id_json(letter, list[i]));
        return out;
}

static json_t *texts_json(const char *const *texts, size_t n)
{
        json_t *list = json_array();

        for (size_t i = 0; i < n; i++)
                json_array_append_new(list, json_string(texts[i]));
        return list;
}

static void set_made(json_t *object, const struct finding *by)
{
        set(object, "confidence", json_milli(by->confidence));
        set_text(object, "rule", by->rule ? by->rule : "unnamed");
}

/* ------------------------------------------------------------ one kind each */

static json_t *entity_json(const struct encoder *e, size_t i)
{
        const struct entity *entity = &e->x->entities[i];
        json_t *o = json_object(), *ref = json_object();

        set(o, "id", id_json('e', (long)i));
        set_text(o, "type", entity_type_names[entity->type]);
        set_text(o, "name", entity->name);
        set(o, "mentions", spans_json(e, entity->mentions, entity->n_mentions));
        set(o, "titles", texts_json(entity->titles, entity->n_titles));
        if (entity->iso3166[0])
                set_text(ref, "iso3166", entity->iso3166);
        if (entity->geonames)
                set(ref, "geonames", json_integer(entity->geonames));
        if (entity->wikidata)
                set_text(ref, "wikidata", entity->wikidata);
        set(o, "ref", ref);
        set_made(o, &entity->by);
        return o;
}

static json_t *speaker_json(const struct encoder *e, const struct speaker *s)
{
        json_t *o;

        if (!s->text && !s->name && s->entity < 0)
                return json_null();
        o = json_object();
        set_text(o, "text", s->text);
        set(o, "span", span_json(e, s->span));
        set(o, "entity", id_json('e', s->entity));
        set_text(o, "name", s->name);
        return o;
}

static json_t *quote_json(const struct encoder *e, size_t i)
{
        const struct quote *q = &e->x->quotes[i];
        json_t *o = json_object();

        set(o, "id", id_json('q', (long)i));
        set(o, "spans", spans_json(e, q->spans, q->n_spans));
        set_text(o, "text", q->text);
        set(o, "direct", json_boolean(q->direct));
        set(o, "complete", json_boolean(q->complete));
        set(o, "cue", span_json(e, q->cue));
        set(o, "speaker", speaker_json(e, &q->speaker));
        set(o, "via", id_json('e', q->via));
        set_made(o, &q->by);
        return o;
}

static json_t *time_json(const struct encoder *e, size_t i)
{
        const struct time_expression *t = &e->x->times[i];
        json_t *o = json_object();

        set(o, "id", id_json('t', (long)i));
        set(o, "span", span_json(e, t->span));
        set_text(o, "type", time_type_names[t->type]);
        set_text(o, "value", t->value);
        set_text(o, "end", t->end);
        set_text(o, "mod", t->mod);
        set_made(o, &t->by);
        return o;
}

static json_t *quantity_json(const struct encoder *e, size_t i)
{
        const struct quantity *q = &e->x->quantities[i];
        json_t *o = json_object();

        set(o, "id", id_json('n', (long)i));
        set(o, "span", span_json(e, q->span));
        set(o, "value",
            q->finer ? json_real((double)q->value / 1e3 + (double)q->finer / 1e9)
                     : json_milli(q->value));
        set(o, "high", q->high == QUANTITY_NO_HIGH ? json_null() : json_milli(q->high));
        set_text(o, "unit", q->unit);
        set_text(o, "of", q->of);
        set_text(o, "bound", quantity_bound_names[q->bound]);
        set_text(o, "kind", quantity_kind_names[q->kind]);
        set_made(o, &q->by);
        return o;
}

static json_t *act_json(const struct encoder *e, size_t i)
{
        const struct act *a = &e->x->acts[i];
        json_t *o = json_object(), *plover = json_null();

        if (a->plover_type) {
                plover = json_object();
                set_text(plover, "type", a->plover_type);
                set_text(plover, "mode", a->plover_mode);
        }
        set(o, "id", id_json('a', (long)i));
        set(o, "span", span_json(e, a->span));
        set_text(o, "predicate", a->predicate);
        set(o, "plover", plover);
        set(o, "actors", ids_json('e', a->actors, a->n_actors));
        set(o, "recipients", ids_json('e', a->recipients, a->n_recipients));
        set(o, "when", id_json('t', a->when));
        set(o, "where", id_json('e', a->where));
        set_text(o, "status", act_status_names[a->status]);
        set(o, "according_to", id_json('e', a->according_to));
        set_made(o, &a->by);
        return o;
}

static json_t *credit_json(const struct encoder *e, size_t i)
{
        const struct credit *c = &e->x->credits[i];
        json_t *o = json_object();
        char id[24];

        snprintf(id, sizeof(id), "c%zu", i + 1);
        set_text(o, "id", id);
        set_text(o, "agency", c->agency);
        set(o, "span", span_json(e, c->span));
        if (span_is_none(c->span))
                set_text(o, "literal", c->literal);
        set_made(o, &c->by);
        return o;
}

static json_t *date_json(const struct encoder *e, const struct stated_date *d)
{
        json_t *o;

        if (!d->value)
                return json_null();
        o = json_object();
        set_text(o, "value", d->value);
        set_text(o, "basis", date_basis_names[d->basis]);
        set(o, "span", span_json(e, d->span));
        set_text(o, "literal", d->literal);
        set_made(o, &d->by);
        return o;
}

static json_t *dateline_json(const struct encoder *e, const struct dateline *d)
{
        json_t *o;

        if (!d->found)
                return json_null();
        o = json_object();
        set_text(o, "place", d->place);
        set_text(o, "agency", d->agency);
        set(o, "span", span_json(e, d->span));
        set_made(o, &d->by);
        return o;
}

/* ------------------------------------------------------------ the whole */

/* Each value is written and gone before the next is made: as one tree, a long article's
 * findings would take ten times the room of their JSON. */
static void write_value(struct encoder *e, json_t *value)
{
        if (!value || json_object_get(value, "\1failed"))
                e->failed = true;
        else
                json_write(value, e->out);
        json_decref(value);
}

static void write_key(struct encoder *e, const char *key)
{
        buffer_put_u8(e->out, e->out->size > e->start ? ',' : '{');
        json_write_text(key, e->out);
        buffer_put_u8(e->out, ':');
}

static void write_member(struct encoder *e, const char *key, json_t *value)
{
        write_key(e, key);
        write_value(e, value);
}

static void write_text(struct encoder *e, const char *key, const char *text)
{
        write_member(e, key, text ? json_string(text) : json_null());
}

typedef json_t *(*encode_one)(const struct encoder *e, size_t i);

static void write_list(struct encoder *e, const char *key, encode_one one, size_t n)
{
        write_key(e, key);
        buffer_put_u8(e->out, '[');
        for (size_t i = 0; i < n; i++) {
                if (i)
                        buffer_put_u8(e->out, ',');
                write_value(e, one(e, i));
        }
        buffer_put_u8(e->out, ']');
}

static json_t *sentence_json(const struct encoder *e, size_t i)
{
        return span_json(e, e->x->sentences[i]);
}

static void write_extraction(struct encoder *e)
{
        const struct extraction *x = e->x;

        write_text(e, "article", x->article);
        write_text(e, "source", x->source);
        write_text(e, "url", x->url);
        write_text(e, "fetched", x->fetched);
        write_text(e, "extractor", x->extractor);
        write_text(e, "language", x->language);
        write_text(e, "kind", x->is_article ? "article" : "other");
        write_text(e, "title", x->title);
        write_member(e, "authors", texts_json(x->authors, x->n_authors));
        write_member(e, "published", date_json(e, &x->published));
        write_member(e, "modified", date_json(e, &x->modified));
        write_member(e, "dateline", dateline_json(e, &x->dateline));
        write_text(e, "text", x->text);
        if (x->analysed)
                write_member(e, "analysed", span_json(e, (struct span){ 0, x->analysed }));
        write_list(e, "sentences", sentence_json, x->n_sentences);
        write_list(e, "entities", entity_json, x->n_entities);
        write_list(e, "quotes", quote_json, x->n_quotes);
        write_list(e, "times", time_json, x->n_times);
        write_list(e, "quantities", quantity_json, x->n_quantities);
        write_list(e, "acts", act_json, x->n_acts);
        write_list(e, "credits", credit_json, x->n_credits);
        buffer_put_u8(e->out, '}');
}

/* What the decoder would not take back is never given out. */
static bool is_within_limits(const struct extraction *x)
{
        const size_t lists[] = { x->n_authors, x->n_sentences,  x->n_entities, x->n_quotes,
                                 x->n_times,   x->n_quantities, x->n_acts,     x->n_credits };
        size_t most = 0;

        for (size_t i = 0; i < ARRAY_SIZE(lists); i++)
                most = lists[i] > most ? lists[i] : most;
        for (size_t i = 0; i < x->n_entities; i++) {
                const struct entity *e = &x->entities[i];

                most = e->n_mentions > most ? e->n_mentions : most;
                most = e->n_titles > most ? e->n_titles : most;
        }
        for (size_t i = 0; i < x->n_quotes; i++)
                most = x->quotes[i].n_spans > most ? x->quotes[i].n_spans : most;
        for (size_t i = 0; i < x->n_acts; i++) {
                const struct act *a = &x->acts[i];

                most = a->n_actors > most ? a->n_actors : most;
                most = a->n_recipients > most ? a->n_recipients : most;
        }
        return most <= EXTRACTION_FINDINGS_MAX;
}

int extraction_encode(const struct extraction *x, struct buffer *out)
{
        _cleanup_(arena_freep) struct arena *arena = arena_new(SIZE_MAX);
        struct encoder e = { .x = x, .out = out, .start = out->size };

        if (!arena)
                return -ENOMEM;
        if (!is_within_limits(x))
                return -EMSGSIZE;
        e.index = text_index_new(arena, x->text, x->text_size);
        if (!e.index)
                return -ENOMEM;
        write_extraction(&e);
        if (e.failed)
                return -ENOMEM;
        if (!buffer_error(out) && out->size - e.start > EXTRACTION_BYTES_MAX)
                return -EMSGSIZE;
        return buffer_error(out);
}
