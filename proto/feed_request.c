/* feed_request - what a subscriber asks, and which items pass its filter
 *
 * A filter is an object of key and wanted value; all must hold. The keys are the contract's.
 * What an item must carry for them stands in its data: participants, place and counts as they
 * are published, the rest in `data.facets`, lists made for this alone.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "proto/request.h"

enum { FILTER_KEYS_MAX = 16, FILTER_VALUE_MAX = 256 };

struct feed_filter {
        json_t *wanted;
};

static bool same_text(const char *a, const char *b)
{
        return a && b && strcasecmp(a, b) == 0;
}

static bool list_has(const json_t *list, const char *wanted)
{
        for (size_t i = 0; i < json_array_size(list); i++) {
                if (same_text(json_string_value(json_array_get(list, i)), wanted))
                        return true;
        }
        return false;
}

static bool pass_facet(const json_t *data, const char *key, const json_t *wanted)
{
        return list_has(json_object_get(json_object_get(data, "facets"), key),
                        json_string_value(wanted));
}

static bool pass_participant(const json_t *data, const char *key, const json_t *wanted)
{
        const json_t *list = json_object_get(data, "participants");

        (void)key;
        for (size_t i = 0; i < json_array_size(list); i++) {
                const json_t *one = json_array_get(list, i);

                if (same_text(json_text(one, "name"), json_string_value(wanted)) ||
                    list_has(json_object_get(one, "aliases"), json_string_value(wanted)))
                        return true;
        }
        return false;
}

static bool pass_place(const json_t *data, const char *key, const json_t *wanted)
{
        (void)key;
        return same_text(json_text(json_object_get(data, "place"), "name"),
                         json_string_value(wanted));
}

static bool pass_country(const json_t *data, const char *key, const json_t *wanted)
{
        const json_t *ref = json_object_get(json_object_get(data, "place"), "ref");

        (void)key;
        return same_text(json_text(ref, "iso3166"), json_string_value(wanted));
}

static bool pass_origins(const json_t *data, const char *key, const json_t *wanted)
{
        const json_t *n = json_object_get(json_object_get(data, "counts"), "origins");

        (void)key;
        return json_integer_value(n) >= json_integer_value(wanted);
}

static const struct {
        const char *key;
        bool (*passes)(const json_t *data, const char *key, const json_t *wanted);
        json_type type;
} filter_keys[] = {
        { "source", pass_facet, JSON_STRING },
        { "plover", pass_facet, JSON_STRING },
        { "language", pass_facet, JSON_STRING },
        { "participant", pass_participant, JSON_STRING },
        { "place", pass_place, JSON_STRING },
        { "country", pass_country, JSON_STRING },
        { "origins", pass_origins, JSON_INTEGER },
};

static int fault_at(struct json_fault *fault, const char *key, const char *expected)
{
        if (fault) {
                *fault = (struct json_fault){ .found = "something else" };
                snprintf(fault->pointer, sizeof(fault->pointer), "/%.100s", key);
                snprintf(fault->expected, sizeof(fault->expected), "%s", expected);
        }
        return REQUEST_E_MALFORMED;
}

static int filter_check(const json_t *wanted, struct json_fault *fault)
{
        const char *key;
        json_t *value;

        if (!json_is_object(wanted) || json_object_size(wanted) > FILTER_KEYS_MAX)
                return fault_at(fault, "filter", "an object of a few keys");
        json_object_foreach((json_t *)wanted, key, value)
        {
                size_t i = 0;

                while (i < ARRAY_SIZE(filter_keys) && strcmp(filter_keys[i].key, key) != 0)
                        i++;
                if (i == ARRAY_SIZE(filter_keys))
                        return fault_at(
                                fault, "filter",
                                "source, participant, place, country, plover, language, origins");
                if (json_typeof(value) != filter_keys[i].type ||
                    json_string_length(value) > FILTER_VALUE_MAX)
                        return fault_at(fault, "filter",
                                        filter_keys[i].type == JSON_INTEGER ? "a whole number"
                                                                            : "a short string");
        }
        return 0;
}

bool feed_filter_passes(const struct feed_filter *filter, const json_t *cloud_event)
{
        const json_t *data = json_object_get(cloud_event, "data");
        const char *key;
        json_t *value;

        if (!filter)
                return true;
        json_object_foreach(filter->wanted, key, value)
        {
                for (size_t i = 0; i < ARRAY_SIZE(filter_keys); i++) {
                        if (strcmp(filter_keys[i].key, key) == 0 &&
                            !filter_keys[i].passes(data, key, value))
                                return false;
                }
        }
        return true;
}

/* ------------------------------------------------------------ OPEN */

static int take_number(const json_t *o, const char *key, uint64_t *ret,
                       struct json_fault *fault)
{
        const json_t *v = json_object_get(o, key);

        if (!v || json_is_null(v))
                return 0;
        if (!json_is_integer(v) || json_integer_value(v) < 0)
                return fault_at(fault, key, "a whole number, 0 or more");
        *ret = (uint64_t)json_integer_value(v);
        return 0;
}

static int take_cursor(const json_t *o, struct feed_request *request, struct json_fault *fault)
{
        const json_t *v = json_object_get(o, "cursor");
        const char *name = json_string_value(v);

        if (!v || json_is_null(v))
                return 0;
        if (!name || !*name || json_string_length(v) >= sizeof(request->cursor) ||
            strlen(name) != json_string_length(v))
                return fault_at(fault, "cursor", "a name of 1 to 127 bytes");
        memcpy(request->cursor, name, json_string_length(v) + 1);
        return 0;
}

static int take_filter(const json_t *o, struct feed_request *request, struct json_fault *fault)
{
        const json_t *v = json_object_get(o, "filter");
        int r;

        if (!v || json_is_null(v))
                return 0;
        r = filter_check(v, fault);
        if (r)
                return r;
        request->filter = calloc(1, sizeof(*request->filter));
        if (!request->filter)
                return -ENOMEM;
        request->filter->wanted = json_deep_copy(v);
        return request->filter->wanted ? 0 : -ENOMEM;
}

int feed_request_decode(struct feed_request *ret, const char *json, size_t size,
                        struct json_fault *fault)
{
        struct feed_request request = { 0 };
        json_auto_t *o = json_parse(json, size, fault);
        int r;

        if (!o)
                return REQUEST_E_MALFORMED;
        if (!json_is_object(o))
                return fault_at(fault, "", "an object");
        if (json_object_get(o, "since"))
                return fault_at(fault, "since",
                                "from or cursor: a feed from a time is not served yet");
        r = take_number(o, "from", &request.from, fault);
        r = r ? r : take_number(o, "credit", &request.credit, fault);
        r = r ? r : take_cursor(o, &request, fault);
        r = r ? r : take_filter(o, &request, fault);
        if (!r && request.cursor[0] && request.from)
                r = fault_at(fault, "from", "a cursor or a number, not both");
        if (r) {
                feed_request_clear(&request);
                return r;
        }
        *ret = request;
        return 0;
}

void feed_request_clear(struct feed_request *request)
{
        if (request->filter) {
                json_decref(request->filter->wanted);
                free(request->filter);
        }
        *request = (struct feed_request){ 0 };
}
