/* extraction_decode - an extraction read back, checked as what it is: a stranger's word
 *
 * One walker with a sticky fault: getters give harmless values after the first, and the end
 * looks.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "proto/extraction.h"

struct decoder {
        struct extraction *x;
        struct arena *arena;
        struct text_index *index;
        uint32_t points; /* of the text */
        struct json_fault *fault;
        const char *list; /* where the walker is, for the fault */
        size_t at;
        int error;
};

static void wrong(struct decoder *d, const char *key, const char *expected)
{
        if (d->error)
                return;
        d->error = EXTRACTION_E_INVALID;
        if (!d->fault)
                return;
        *d->fault = (struct json_fault){ .found = "something else" };
        if (d->list)
                snprintf(d->fault->pointer, sizeof(d->fault->pointer), "/%s/%zu/%s", d->list,
                         d->at, key);
        else
                snprintf(d->fault->pointer, sizeof(d->fault->pointer), "/%s", key);
        snprintf(d->fault->expected, sizeof(d->fault->expected), "%s", expected);
}

static void *take(struct decoder *d, size_t size)
{
        void *p = arena_alloc(d->arena, size);

        if (!p && !d->error)
                d->error = -ENOMEM;
        return p;
}

static const char *get_text(struct decoder *d, const json_t *o, const char *key, bool needed)
{
        const json_t *v = json_object_get(o, key);
        char *copy;

        if (!v || json_is_null(v)) {
                if (needed)
                        wrong(d, key, "a string");
                return needed ? "" : NULL;
        }
        if (!json_is_string(v) || strlen(json_string_value(v)) != json_string_length(v)) {
                wrong(d, key, "a string without NUL");
                return "";
        }
        copy = arena_copy(d->arena, json_string_value(v), json_string_length(v));
        if (!copy && !d->error)
                d->error = -ENOMEM;
        return copy ? copy : "";
}

static int get_name(struct decoder *d, const json_t *o, const char *key,
                    const char *const *names)
{
        const char *text = json_text(o, key);

        for (int i = 0; text && names[i]; i++) {
                if (strcmp(names[i], text) == 0)
                        return i;
        }
        wrong(d, key, "one of the contract's names");
        return 0;
}

static bool get_bool(struct decoder *d, const json_t *o, const char *key)
{
        const json_t *v = json_object_get(o, key);

        if (!json_is_boolean(v))
                wrong(d, key, "true or false");
        return json_is_true(v);
}

/* A number with at most three decimals, as thousandths. */
static int64_t get_milli(struct decoder *d, const json_t *o, const char *key)
{
        const json_t *v = json_object_get(o, key);
        const double value = json_number_value(v), most = (double)(QUANTITY_LIMIT / 1000);

        if (!json_is_number(v) || !(value > -most && value < most)) {
                wrong(d, key, "a number");
                return 0;
        }
        if (json_is_integer(v))
                return json_integer_value(v) * 1000;
        return (int64_t)(value * 1000 + (value < 0 ? -0.5 : 0.5));
}

static struct finding get_made(struct decoder *d, const json_t *o)
{
        int64_t confidence = get_milli(d, o, "confidence");

        if (confidence < 0 || confidence > 1000)
                wrong(d, "confidence", "0 to 1");
        return (struct finding){ (uint16_t)confidence, get_text(d, o, "rule", true) };
}

static bool is_point(const json_t *v)
{
        return json_is_integer(v) && json_integer_value(v) >= 0 &&
               json_integer_value(v) <= UINT32_MAX;
}

static struct span span_of(struct decoder *d, const json_t *v, const char *key)
{
        const json_t *from = json_array_get(v, 0), *to = json_array_get(v, 1);

        if (json_array_size(v) != 2 || !is_point(from) || !is_point(to) ||
            json_integer_value(from) > json_integer_value(to) ||
            json_integer_value(to) > d->points) {
                wrong(d, key, "a span inside the text");
                return SPAN_NONE;
        }
        return (struct span){ text_index_byte(d->index, (uint32_t)json_integer_value(from)),
                              text_index_byte(d->index, (uint32_t)json_integer_value(to)) };
}

static struct span get_span(struct decoder *d, const json_t *o, const char *key, bool needed)
{
        const json_t *v = json_object_get(o, key);

        if (!needed && (!v || json_is_null(v)))
                return SPAN_NONE;
        return span_of(d, v, key);
}

/* Length of a list that is there and not too long. */
static size_t list_size(struct decoder *d, const json_t *o, const char *key)
{
        const json_t *v = json_object_get(o, key);

        if (!json_is_array(v) || json_array_size(v) > EXTRACTION_FINDINGS_MAX) {
                wrong(d, key, "a list within the limit");
                return 0;
        }
        return json_array_size(v);
}

static struct span *get_spans(struct decoder *d, const json_t *o, const char *key,
                              size_t *ret_n)
{
        size_t n = list_size(d, o, key);
        struct span *spans = take(d, n * sizeof(*spans));

        *ret_n = spans ? n : 0;
        for (size_t i = 0; i < *ret_n; i++)
                spans[i] = span_of(d, json_array_get(json_object_get(o, key), i), key);
        return spans;
}

static const char **get_texts(struct decoder *d, const json_t *o, const char *key,
                              size_t *ret_n)
{
        size_t n = list_size(d, o, key);
        const char **texts = take(d, n * sizeof(*texts));

        *ret_n = texts ? n : 0;
        for (size_t i = 0; i < *ret_n; i++) {
                const json_t *v = json_array_get(json_object_get(o, key), i);

                texts[i] = "";
                if (!json_is_string(v))
                        wrong(d, key, "a list of strings");
                else if (!(texts[i] = arena_copy(d->arena, json_string_value(v),
                                                 strlen(json_string_value(v)))))
                        d->error = d->error ? d->error : -ENOMEM, texts[i] = "";
        }
        return texts;
}

/* "e12" as 11, when there are at least 12. */
static int id_of(struct decoder *d, const json_t *v, const char *key, char letter, size_t n)
{
        const char *text = json_string_value(v);
        char *end;
        long number;

        if (!v || json_is_null(v))
                return NONE;
        if (text && text[0] == letter && text[1] >= '1' && text[1] <= '9') {
                number = strtol(text + 1, &end, 10);
                if (!*end && number >= 1 && (unsigned long)number <= n)
                        return (int)number - 1;
        }
        wrong(d, key, "an id that is there, or null");
        return NONE;
}

static int get_id(struct decoder *d, const json_t *o, const char *key, char letter, size_t n)
{
        return id_of(d, json_object_get(o, key), key, letter, n);
}

static int *get_ids(struct decoder *d, const json_t *o, const char *key, char letter, size_t n,
                    size_t *ret_n)
{
        size_t size = list_size(d, o, key);
        int *ids = take(d, size * sizeof(*ids));

        *ret_n = 0;
        for (size_t i = 0; ids && i < size; i++) {
                int id = id_of(d, json_array_get(json_object_get(o, key), i), key, letter, n);

                if (id != NONE)
                        ids[(*ret_n)++] = id;
        }
        return ids;
}

/* ------------------------------------------------------------ one kind each */

static void decode_entity(struct decoder *d, const json_t *o, size_t i)
{
        struct entity *e = &d->x->entities[i];
        const json_t *ref = json_object_get(o, "ref"),
                     *geonames = json_object_get(ref, "geonames");
        const char *iso = json_text(ref, "iso3166");

        e->type = (enum entity_type)get_name(d, o, "type", entity_type_names);
        e->name = get_text(d, o, "name", true);
        e->mentions = get_spans(d, o, "mentions", &e->n_mentions);
        e->titles = get_texts(d, o, "titles", &e->n_titles);
        if (iso && strlen(iso) == 2)
                memcpy(e->iso3166, iso, 3);
        if (is_point(geonames))
                e->geonames = (uint32_t)json_integer_value(geonames);
        e->wikidata = get_text(d, ref, "wikidata", false);
        e->by = get_made(d, o);
}

static void decode_quote(struct decoder *d, const json_t *o, size_t i)
{
        struct quote *q = &d->x->quotes[i];
        const json_t *speaker = json_object_get(o, "speaker");

        q->spans = get_spans(d, o, "spans", &q->n_spans);
        q->text = get_text(d, o, "text", true);
        q->direct = get_bool(d, o, "direct");
        q->complete = get_bool(d, o, "complete");
        q->cue = get_span(d, o, "cue", false);
        q->speaker = (struct speaker){ .span = SPAN_NONE, .entity = NONE };
        if (speaker && !json_is_null(speaker)) {
                q->speaker.text = get_text(d, speaker, "text", false);
                q->speaker.span = get_span(d, speaker, "span", false);
                q->speaker.entity = get_id(d, speaker, "entity", 'e', d->x->n_entities);
                q->speaker.name = get_text(d, speaker, "name", false);
        }
        q->via = get_id(d, o, "via", 'e', d->x->n_entities);
        q->by = get_made(d, o);
}

static void decode_time(struct decoder *d, const json_t *o, size_t i)
{
        struct time_expression *t = &d->x->times[i];

        t->span = get_span(d, o, "span", true);
        t->type = (enum time_type)get_name(d, o, "type", time_type_names);
        t->value = get_text(d, o, "value", false);
        t->end = get_text(d, o, "end", false);
        t->mod = get_text(d, o, "mod", false);
        t->by = get_made(d, o);
}

static void decode_quantity(struct decoder *d, const json_t *o, size_t i)
{
        struct quantity *q = &d->x->quantities[i];
        const json_t *high = json_object_get(o, "high");

        q->span = get_span(d, o, "span", true);
        q->value = get_milli(d, o, "value");
        q->high = high && !json_is_null(high) ? get_milli(d, o, "high") : QUANTITY_NO_HIGH;
        q->unit = get_text(d, o, "unit", false);
        q->of = get_text(d, o, "of", false);
        q->bound = (enum quantity_bound)get_name(d, o, "bound", quantity_bound_names);
        q->kind = (enum quantity_kind)get_name(d, o, "kind", quantity_kind_names);
        q->by = get_made(d, o);
}

static void decode_act(struct decoder *d, const json_t *o, size_t i)
{
        struct act *a = &d->x->acts[i];
        const json_t *plover = json_object_get(o, "plover");

        a->span = get_span(d, o, "span", true);
        a->predicate = get_text(d, o, "predicate", true);
        a->plover_type = get_text(d, plover, "type", false);
        a->plover_mode = get_text(d, plover, "mode", false);
        a->actors = get_ids(d, o, "actors", 'e', d->x->n_entities, &a->n_actors);
        a->recipients = get_ids(d, o, "recipients", 'e', d->x->n_entities, &a->n_recipients);
        a->when = get_id(d, o, "when", 't', d->x->n_times);
        a->where = get_id(d, o, "where", 'e', d->x->n_entities);
        a->status = (enum act_status)get_name(d, o, "status", act_status_names);
        a->according_to = get_id(d, o, "according_to", 'e', d->x->n_entities);
        a->by = get_made(d, o);
}

static void decode_credit(struct decoder *d, const json_t *o, size_t i)
{
        struct credit *c = &d->x->credits[i];

        c->agency = get_text(d, o, "agency", true);
        c->span = get_span(d, o, "span", false);
        c->literal = get_text(d, o, "literal", false);
        c->by = get_made(d, o);
}

static void decode_date(struct decoder *d, const json_t *root, const char *key,
                        struct stated_date *date)
{
        const json_t *o = json_object_get(root, key);

        date->span = SPAN_NONE;
        if (!o || json_is_null(o))
                return;
        date->value = get_text(d, o, "value", true);
        date->basis = (enum date_basis)get_name(d, o, "basis", date_basis_names);
        date->span = get_span(d, o, "span", false);
        date->literal = get_text(d, o, "literal", false);
        date->by = get_made(d, o);
}

static void decode_dateline(struct decoder *d, const json_t *root)
{
        const json_t *o = json_object_get(root, "dateline");
        struct dateline *line = &d->x->dateline;

        line->span = SPAN_NONE;
        if (!o || json_is_null(o))
                return;
        line->found = true;
        line->place = get_text(d, o, "place", false);
        line->agency = get_text(d, o, "agency", false);
        line->span = get_span(d, o, "span", false);
        line->by = get_made(d, o);
}

/* ------------------------------------------------------------ the whole */

typedef void (*decode_one)(struct decoder *d, const json_t *o, size_t i);

/* What is read goes at once: as a tree, a long list takes ten times the room of its JSON. */
static void decode_list(struct decoder *d, json_t *root, const char *key, size_t size,
                        void *array, size_t *ret_n, decode_one one)
{
        size_t n = list_size(d, root, key);
        void *items = take(d, n * size);

        if (!items)
                return;
        memcpy(array, &items, sizeof(items));
        *ret_n = n;
        d->list = key;
        for (d->at = 0; d->at < n && !d->error; d->at++) {
                json_t *list = json_object_get(root, key), *o = json_array_get(list, d->at);

                if (json_is_object(o))
                        one(d, o, d->at);
                else
                        wrong(d, "", "an object");
                json_array_set_new(list, d->at, json_null());
        }
        d->list = NULL;
}

static void decode_head(struct decoder *d, json_t *root)
{
        struct extraction *x = d->x;
        const char *kind = json_text(root, "kind");

        x->article = get_text(d, root, "article", true);
        x->source = get_text(d, root, "source", true);
        x->url = get_text(d, root, "url", false);
        x->fetched = get_text(d, root, "fetched", false);
        x->extractor = get_text(d, root, "extractor", true);
        x->language = get_text(d, root, "language", false);
        x->is_article = kind && strcmp(kind, "article") == 0;
        if (!kind || (!x->is_article && strcmp(kind, "other") != 0))
                wrong(d, "kind", "article or other");
        x->title = get_text(d, root, "title", false);
        x->authors = get_texts(d, root, "authors", &x->n_authors);
        x->text = get_text(d, root, "text", true);
        json_object_del(root, "text");
        x->text_size = (uint32_t)strlen(x->text);
        d->index = text_index_new(d->arena, x->text, x->text_size);
        if (!d->index)
                d->error = d->error ? d->error : -ENOMEM;
        else
                d->points = text_index_points(d->index, x->text_size);
}

static void decode_all(struct decoder *d, json_t *root)
{
        struct extraction *x = d->x;
        struct span analysed;

        decode_head(d, root);
        if (d->error)
                return;
        decode_date(d, root, "published", &x->published);
        decode_date(d, root, "modified", &x->modified);
        decode_dateline(d, root);
        analysed = get_span(d, root, "analysed", false);
        x->analysed = analysed.end;
        x->sentences = get_spans(d, root, "sentences", &x->n_sentences);
        decode_list(d, root, "entities", sizeof(*x->entities), &x->entities, &x->n_entities,
                    decode_entity);
        decode_list(d, root, "times", sizeof(*x->times), &x->times, &x->n_times, decode_time);
        decode_list(d, root, "quotes", sizeof(*x->quotes), &x->quotes, &x->n_quotes,
                    decode_quote);
        decode_list(d, root, "quantities", sizeof(*x->quantities), &x->quantities,
                    &x->n_quantities, decode_quantity);
        decode_list(d, root, "acts", sizeof(*x->acts), &x->acts, &x->n_acts, decode_act);
        decode_list(d, root, "credits", sizeof(*x->credits), &x->credits, &x->n_credits,
                    decode_credit);
}

int extraction_decode(struct extraction **ret, struct arena *arena, const char *json,
                      size_t size, struct json_fault *fault)
{
        struct decoder d = { .arena = arena, .fault = fault };
        json_auto_t *root = NULL;

        d.x = arena_alloc(arena, sizeof(*d.x));
        if (!d.x)
                return -ENOMEM;
        if (size > EXTRACTION_BYTES_MAX) {
                wrong(&d, "", "an extraction within the limit");
                return d.error;
        }
        root = json_parse(json, size, fault);
        if (!root)
                return EXTRACTION_E_INVALID;
        if (!json_is_object(root))
                wrong(&d, "", "an object");
        else
                decode_all(&d, root);
        if (d.error)
                return d.error;
        *ret = d.x;
        return 0;
}
