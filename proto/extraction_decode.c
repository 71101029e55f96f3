/* extraction_decode - an extraction read back: see decoder.h */
#include <errno.h>
#include <string.h>

#include "base/json_flat.h"
#include "base/macros.h"
#include "proto/decoder.h"

/* ------------------------------------------------------------ one kind each */

static void decode_entity(struct decoder *d, const json_t *o, size_t i)
{
        struct entity *e = &d->x->entities[i];
        const json_t *ref = json_object_get(o, "ref"),
                     *geonames = json_object_get(ref, "geonames");
        const char *iso = json_text(ref, "iso3166");

        e->type = (enum entity_type)decoder_name(d, o, "type", entity_type_names);
        e->name = decoder_text(d, o, "name", true);
        e->mentions = decoder_spans(d, o, "mentions", &e->n_mentions);
        e->titles = decoder_texts(d, o, "titles", &e->n_titles);
        if (iso && strlen(iso) == 2)
                memcpy(e->iso3166, iso, 3);
        if (decoder_is_point(geonames))
                e->geonames = (uint32_t)json_integer_value(geonames);
        e->wikidata = decoder_text(d, ref, "wikidata", false);
        e->by = decoder_made(d, o);
}

static void decode_quote(struct decoder *d, const json_t *o, size_t i)
{
        struct quote *q = &d->x->quotes[i];
        const json_t *speaker = json_object_get(o, "speaker");

        q->spans = decoder_spans(d, o, "spans", &q->n_spans);
        q->text = decoder_text(d, o, "text", true);
        q->direct = decoder_bool(d, o, "direct");
        q->complete = decoder_bool(d, o, "complete");
        q->cue = decoder_span(d, o, "cue", false);
        q->speaker = (struct speaker){ .span = SPAN_NONE, .entity = NONE };
        if (speaker && !json_is_null(speaker)) {
                q->speaker.text = decoder_text(d, speaker, "text", false);
                q->speaker.span = decoder_span(d, speaker, "span", false);
                q->speaker.entity = decoder_id(d, speaker, "entity", 'e', d->x->n_entities);
                q->speaker.name = decoder_text(d, speaker, "name", false);
        }
        q->via = decoder_id(d, o, "via", 'e', d->x->n_entities);
        q->by = decoder_made(d, o);
}

static void decode_time(struct decoder *d, const json_t *o, size_t i)
{
        struct time_expression *t = &d->x->times[i];

        t->span = decoder_span(d, o, "span", true);
        t->type = (enum time_type)decoder_name(d, o, "type", time_type_names);
        t->value = decoder_text(d, o, "value", false);
        t->end = decoder_text(d, o, "end", false);
        t->mod = decoder_text(d, o, "mod", false);
        t->by = decoder_made(d, o);
}

/* What a broken number has beyond its thousandths, where a double still tells it. */
static int32_t decode_finer(const json_t *o, int64_t value)
{
        const json_t *v = json_object_get(o, "value");
        double rest;

        if (!json_is_real(v) || value >= QUANTITY_FINE_LIMIT || value <= -QUANTITY_FINE_LIMIT)
                return 0;
        rest = json_real_value(v) * 1e9 - (double)value * 1e6;
        if (!(rest > -1e6 && rest < 1e6)) /* decoder_milli() has refused it */
                return 0;
        return (int32_t)(rest + (rest < 0 ? -0.5 : 0.5));
}

static void decode_quantity(struct decoder *d, const json_t *o, size_t i)
{
        struct quantity *q = &d->x->quantities[i];
        const json_t *high = json_object_get(o, "high");

        q->span = decoder_span(d, o, "span", true);
        q->value = decoder_milli(d, o, "value");
        q->finer = decode_finer(o, q->value);
        q->high = high && !json_is_null(high) ? decoder_milli(d, o, "high") : QUANTITY_NO_HIGH;
        q->unit = decoder_text(d, o, "unit", false);
        q->of = decoder_text(d, o, "of", false);
        q->bound = (enum quantity_bound)decoder_name(d, o, "bound", quantity_bound_names);
        q->kind = (enum quantity_kind)decoder_name(d, o, "kind", quantity_kind_names);
        q->by = decoder_made(d, o);
}

static void decode_act(struct decoder *d, const json_t *o, size_t i)
{
        struct act *a = &d->x->acts[i];
        const json_t *plover = json_object_get(o, "plover");

        a->span = decoder_span(d, o, "span", true);
        a->predicate = decoder_text(d, o, "predicate", true);
        a->plover_type = decoder_text(d, plover, "type", false);
        a->plover_mode = decoder_text(d, plover, "mode", false);
        a->actors = decoder_ids(d, o, "actors", 'e', d->x->n_entities, &a->n_actors);
        a->recipients =
                decoder_ids(d, o, "recipients", 'e', d->x->n_entities, &a->n_recipients);
        a->when = decoder_id(d, o, "when", 't', d->x->n_times);
        a->where = decoder_id(d, o, "where", 'e', d->x->n_entities);
        a->status = (enum act_status)decoder_name(d, o, "status", act_status_names);
        a->according_to = decoder_id(d, o, "according_to", 'e', d->x->n_entities);
        a->by = decoder_made(d, o);
}

static void decode_credit(struct decoder *d, const json_t *o, size_t i)
{
        struct credit *c = &d->x->credits[i];

        c->agency = decoder_text(d, o, "agency", true);
        c->span = decoder_span(d, o, "span", false);
        c->literal = decoder_text(d, o, "literal", false);
        c->by = decoder_made(d, o);
}

static void decode_date(struct decoder *d, const json_t *root, const char *key,
                        struct stated_date *date)
{
        const json_t *o = json_object_get(root, key);

        date->span = SPAN_NONE;
        if (!o || json_is_null(o))
                return;
        date->value = decoder_text(d, o, "value", true);
        date->basis = (enum date_basis)decoder_name(d, o, "basis", date_basis_names);
        date->span = decoder_span(d, o, "span", false);
        date->literal = decoder_text(d, o, "literal", false);
        date->by = decoder_made(d, o);
}

static void decode_dateline(struct decoder *d, const json_t *root)
{
        const json_t *o = json_object_get(root, "dateline");
        struct dateline *line = &d->x->dateline;

        line->span = SPAN_NONE;
        if (!o || json_is_null(o))
                return;
        line->found = true;
        line->place = decoder_text(d, o, "place", false);
        line->agency = decoder_text(d, o, "agency", false);
        line->span = decoder_span(d, o, "span", false);
        line->by = decoder_made(d, o);
}

/* ------------------------------------------------------------ the whole */

static const struct blob nothing = { "", 0 };

static const struct blob *part_of(struct decoder *d, const char *name)
{
        const struct blob *part = json_parts_find(d->parts, d->n_parts, name);

        return part ? part : &nothing;
}

static size_t count_elements(const struct blob *text)
{
        struct json_list list;
        struct blob element;
        size_t n = 0;

        json_list_init(&list, text);
        while (json_list_next(&list, &element))
                n++;
        return list.failed ? SIZE_MAX : n;
}

typedef void (*decode_one)(struct decoder *d, const json_t *o, size_t i);

/* Each element is a tree only while it is read. */
static void decode_elements(struct decoder *d, const char *key, decode_one one)
{
        struct json_list list;
        struct blob element;

        json_list_init(&list, part_of(d, key));
        d->list = key;
        for (d->at = 0; !d->error && json_list_next(&list, &element); d->at++) {
                json_auto_t *o = json_parse(element.data, element.size, NULL);

                if (o)
                        one(d, o, d->at);
                else
                        decoder_wrong(d, "", "JSON");
        }
        d->list = NULL;
}

static void decode_list(struct decoder *d, const char *key, size_t size, void *array,
                        size_t *ret_n, decode_one one)
{
        size_t n = count_elements(part_of(d, key));
        void *items;

        if (n > EXTRACTION_FINDINGS_MAX) {
                decoder_wrong(d, key, "a list within the limit");
                return;
        }
        items = decoder_take(d, n * size);
        if (!items)
                return;
        memcpy(array, &items, sizeof(items));
        *ret_n = n;
        decode_elements(d, key, one);
}

static void decode_sentence(struct decoder *d, const json_t *o, size_t i)
{
        d->x->sentences[i] = decoder_span_of(d, o, "");
}

static void decode_text(struct decoder *d)
{
        struct extraction *x = d->x;
        const struct blob *part = part_of(d, "text");
        char *text = decoder_take(d, part->size + 1);
        size_t size;

        if (!text)
                return;
        if (!json_flat_text(part, text, &size)) {
                decoder_wrong(d, "text", "a string without NUL");
                return;
        }
        x->text = text;
        x->text_size = (uint32_t)size;
        d->index = text_index_new(d->arena, x->text, x->text_size);
        if (!d->index)
                d->error = -ENOMEM;
        else
                d->points = text_index_points(d->index, x->text_size);
}

static void decode_head(struct decoder *d, const json_t *root)
{
        struct extraction *x = d->x;
        const char *kind = json_text(root, "kind");

        x->article = decoder_text(d, root, "article", true);
        x->source = decoder_text(d, root, "source", true);
        x->url = decoder_text(d, root, "url", false);
        x->fetched = decoder_text(d, root, "fetched", false);
        x->extractor = decoder_text(d, root, "extractor", true);
        x->language = decoder_text(d, root, "language", false);
        x->is_article = kind && strcmp(kind, "article") == 0;
        if (!kind || (!x->is_article && strcmp(kind, "other") != 0))
                decoder_wrong(d, "kind", "article or other");
        x->title = decoder_text(d, root, "title", false);
        x->authors = decoder_texts(d, root, "authors", &x->n_authors);
        decode_date(d, root, "published", &x->published);
        decode_date(d, root, "modified", &x->modified);
        decode_dateline(d, root);
        x->analysed = decoder_span(d, root, "analysed", false).end;
}

static void decode_lists(struct decoder *d)
{
        struct extraction *x = d->x;

        decode_list(d, "sentences", sizeof(*x->sentences), &x->sentences, &x->n_sentences,
                    decode_sentence);
        decode_list(d, "entities", sizeof(*x->entities), &x->entities, &x->n_entities,
                    decode_entity);
        decode_list(d, "times", sizeof(*x->times), &x->times, &x->n_times, decode_time);
        decode_list(d, "quotes", sizeof(*x->quotes), &x->quotes, &x->n_quotes, decode_quote);
        decode_list(d, "quantities", sizeof(*x->quantities), &x->quantities, &x->n_quantities,
                    decode_quantity);
        decode_list(d, "acts", sizeof(*x->acts), &x->acts, &x->n_acts, decode_act);
        decode_list(d, "credits", sizeof(*x->credits), &x->credits, &x->n_credits,
                    decode_credit);
}

static bool is_large(const struct json_part *part)
{
        static const char *const names[] = { "text",  "sentences",  "entities", "quotes",
                                             "times", "quantities", "acts",     "credits" };

        for (size_t i = 0; i < ARRAY_SIZE(names); i++)
                if (part->name.size == strlen(names[i]) &&
                    memcmp(part->name.data, names[i], part->name.size) == 0)
                        return true;
        return false;
}

/* What is not large, as a tree. */
static json_t *read_rest(struct decoder *d)
{
        json_auto_t *root = json_object();

        for (size_t i = 0; i < d->n_parts; i++) {
                const struct json_part *part = &d->parts[i];
                json_t *value;

                if (is_large(part))
                        continue;
                value = json_parse(part->value.data, part->value.size, d->fault);
                if (!value ||
                    json_object_setn_new(root, part->name.data, part->name.size, value))
                        return NULL;
        }
        return TAKE_PTR(root);
}

static void decode_all(struct decoder *d)
{
        json_auto_t *root = read_rest(d);

        if (!root) {
                d->error = EXTRACTION_E_INVALID;
                return;
        }
        decode_text(d);
        if (!d->error)
                decode_head(d, root);
        if (!d->error)
                decode_lists(d);
}

int extraction_decode(struct extraction **ret, struct arena *arena, const char *json,
                      size_t size, struct json_fault *fault)
{
        struct decoder d = { .arena = arena, .fault = fault };

        d.x = arena_alloc(arena, sizeof(*d.x));
        if (!d.x)
                return -ENOMEM;
        if (size > EXTRACTION_BYTES_MAX)
                decoder_wrong(&d, "", "an extraction within the limit");
        else if (!json_parts_read(d.parts, &d.n_parts, &(struct blob){ json, size }))
                decoder_wrong(&d, "", "an object");
        else
                decode_all(&d);
        if (d.error)
                return d.error;
        *ret = d.x;
        return 0;
}
