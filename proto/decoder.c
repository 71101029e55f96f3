#include "proto/decoder.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void decoder_wrong(struct decoder *d, const char *key, const char *expected)
{
        if (d->error)
                return;
        d->error = EXTRACTION_E_INVALID;
        if (!d->fault)
                return;
        *d->fault = (struct json_fault){ .found = "something else" };
        if (d->list)
                snprintf(d->fault->pointer, sizeof(d->fault->pointer), "/%s/%zu%s%s", d->list,
                         d->at, *key ? "/" : "", key);
        else
                snprintf(d->fault->pointer, sizeof(d->fault->pointer), "%s%s", *key ? "/" : "",
                         key);
        snprintf(d->fault->expected, sizeof(d->fault->expected), "%s", expected);
}

void *decoder_take(struct decoder *d, size_t size)
{
        void *p = arena_alloc(d->arena, size);

        if (!p && !d->error)
                d->error = -ENOMEM;
        return p;
}

const char *decoder_text(struct decoder *d, const json_t *o, const char *key, bool needed)
{
        const json_t *v = json_object_get(o, key);
        char *copy;

        if (!v || json_is_null(v)) {
                if (needed)
                        decoder_wrong(d, key, "a string");
                return needed ? "" : NULL;
        }
        if (!json_is_string(v) || strlen(json_string_value(v)) != json_string_length(v)) {
                decoder_wrong(d, key, "a string without NUL");
                return "";
        }
        copy = arena_copy(d->arena, json_string_value(v), json_string_length(v));
        if (!copy && !d->error)
                d->error = -ENOMEM;
        return copy ? copy : "";
}

int decoder_name(struct decoder *d, const json_t *o, const char *key, const char *const *names)
{
        const char *text = json_text(o, key);

        for (int i = 0; text && names[i]; i++) {
                if (strcmp(names[i], text) == 0)
                        return i;
        }
        decoder_wrong(d, key, "one of the contract's names");
        return 0;
}

bool decoder_bool(struct decoder *d, const json_t *o, const char *key)
{
        const json_t *v = json_object_get(o, key);

        if (!json_is_boolean(v))
                decoder_wrong(d, key, "true or false");
        return json_is_true(v);
}

/* A number with at most three decimals, as thousandths. */
int64_t decoder_milli(struct decoder *d, const json_t *o, const char *key)
{
        const json_t *v = json_object_get(o, key);
        const double value = json_number_value(v), most = (double)(QUANTITY_LIMIT / 1000);

        if (!json_is_number(v) || !(value > -most && value < most)) {
                decoder_wrong(d, key, "a number");
                return 0;
        }
        if (json_is_integer(v))
                return json_integer_value(v) * 1000;
        return (int64_t)(value * 1000 + (value < 0 ? -0.5 : 0.5));
}

struct finding decoder_made(struct decoder *d, const json_t *o)
{
        int64_t confidence = decoder_milli(d, o, "confidence");

        if (confidence < 0 || confidence > 1000)
                decoder_wrong(d, "confidence", "0 to 1");
        return (struct finding){ (uint16_t)confidence, decoder_text(d, o, "rule", true) };
}

bool decoder_is_point(const json_t *v)
{
        return json_is_integer(v) && json_integer_value(v) >= 0 &&
               json_integer_value(v) <= UINT32_MAX;
}

struct span decoder_span_of(struct decoder *d, const json_t *v, const char *key)
{
        const json_t *from = json_array_get(v, 0), *to = json_array_get(v, 1);

        if (json_array_size(v) != 2 || !decoder_is_point(from) || !decoder_is_point(to) ||
            json_integer_value(from) > json_integer_value(to) ||
            json_integer_value(to) > d->points) {
                decoder_wrong(d, key, "a span inside the text");
                return SPAN_NONE;
        }
        return (struct span){ text_index_byte(d->index, (uint32_t)json_integer_value(from)),
                              text_index_byte(d->index, (uint32_t)json_integer_value(to)) };
}

struct span decoder_span(struct decoder *d, const json_t *o, const char *key, bool needed)
{
        const json_t *v = json_object_get(o, key);

        if (!needed && (!v || json_is_null(v)))
                return SPAN_NONE;
        return decoder_span_of(d, v, key);
}

/* Length of a list that is there and not too long. */
static size_t list_size(struct decoder *d, const json_t *o, const char *key)
{
        const json_t *v = json_object_get(o, key);

        if (!json_is_array(v) || json_array_size(v) > EXTRACTION_FINDINGS_MAX) {
                decoder_wrong(d, key, "a list within the limit");
                return 0;
        }
        return json_array_size(v);
}

struct span *decoder_spans(struct decoder *d, const json_t *o, const char *key, size_t *ret_n)
{
        size_t n = list_size(d, o, key);
        struct span *spans = decoder_take(d, n * sizeof(*spans));

        *ret_n = spans ? n : 0;
        for (size_t i = 0; i < *ret_n; i++)
                spans[i] = decoder_span_of(d, json_array_get(json_object_get(o, key), i), key);
        return spans;
}

const char **decoder_texts(struct decoder *d, const json_t *o, const char *key, size_t *ret_n)
{
        size_t n = list_size(d, o, key);
        const char **texts = decoder_take(d, n * sizeof(*texts));

        *ret_n = texts ? n : 0;
        for (size_t i = 0; i < *ret_n; i++) {
                const json_t *v = json_array_get(json_object_get(o, key), i);

                texts[i] = "";
                if (!json_is_string(v))
                        decoder_wrong(d, key, "a list of strings");
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
        decoder_wrong(d, key, "an id that is there, or null");
        return NONE;
}

int decoder_id(struct decoder *d, const json_t *o, const char *key, char letter, size_t n)
{
        return id_of(d, json_object_get(o, key), key, letter, n);
}

int *decoder_ids(struct decoder *d, const json_t *o, const char *key, char letter, size_t n,
                 size_t *ret_n)
{
        size_t size = list_size(d, o, key);
        int *ids = decoder_take(d, size * sizeof(*ids));

        *ret_n = 0;
        for (size_t i = 0; ids && i < size; i++) {
                int id = id_of(d, json_array_get(json_object_get(o, key), i), key, letter, n);

                if (id != NONE)
                        ids[(*ret_n)++] = id;
        }
        return ids;
}
