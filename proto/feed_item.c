/* feed_item - CloudEvents of the feed */
#include "proto/feed_item.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/macros.h"

const char *const feed_type_names[] = { "event.created", "event.updated",   "event.merged",
                                        "event.split",   "event.retracted", NULL };

/* What a summary has, in the order in which the feed shows it. */
static const char *const summary_keys[] = { "title",  "date",      "place", "participants",
                                            "counts", "conflicts", "facets" };

static json_t *event_name(uint64_t event)
{
        return json_sprintf("e%" PRIu64, event);
}

static json_t *ids_json(const struct finding_id *ids, size_t n)
{
        json_t *list = json_array();

        for (size_t i = 0; i < n; i++)
                json_array_append_new(list, json_string(ids[i].text));
        return list;
}

static json_t *names_json(const char *const *names, size_t n)
{
        json_t *list = json_array();

        for (size_t i = 0; i < n; i++)
                json_array_append_new(list, json_string(names[i]));
        return list;
}

static json_t *version_json(uint64_t version)
{
        return version ? json_integer((json_int_t)version) : json_null();
}

static int put_summary(json_t *data, const struct feed_item *item)
{
        json_auto_t *summary = NULL;

        if (!item->summary)
                return 0;
        summary = json_parse(item->summary, item->summary_size, NULL);
        if (!json_is_object(summary))
                return -EINVAL;
        for (size_t i = 0; i < ARRAY_SIZE(summary_keys); i++) {
                json_t *v = json_object_get(summary, summary_keys[i]);

                if (v)
                        json_object_set(data, summary_keys[i], v);
        }
        return 0;
}

static json_t *data_json(const struct feed_item *item)
{
        json_t *data = json_object();
        json_t *changed = json_object();

        json_object_set_new(data, "event", event_name(item->event));
        json_object_set_new(data, "version", version_json(item->version));
        json_object_set_new(data, "previous_version", version_json(item->previous_version));
        if (put_summary(data, item)) {
                json_decref(changed);
                json_decref(data);
                return NULL;
        }
        if (item->type == FEED_RETRACTED)
                json_object_set_new(data, "title", json_null());
        json_object_set_new(changed, "added", ids_json(item->added, item->n_added));
        json_object_set_new(changed, "changed", ids_json(item->changed, item->n_changed));
        json_object_set_new(changed, "removed", ids_json(item->removed, item->n_removed));
        json_object_set_new(data, "changed", changed);
        json_object_set_new(data, "articles_added",
                            names_json(item->articles_added, item->n_articles_added));
        json_object_set_new(data, "articles_removed",
                            names_json(item->articles_removed, item->n_articles_removed));
        if (item->type == FEED_MERGED)
                json_object_set_new(data, "into", event_name(item->into));
        if (item->type == FEED_SPLIT)
                json_object_set_new(data, "new", event_name(item->new_event));
        return data;
}

int feed_item_encode(const struct feed_item *item, struct buffer *out)
{
        json_t *data = data_json(item);
        json_auto_t *o = NULL;
        char number[24], time[32];

        if (!data)
                return -EINVAL;
        /* 20 digits hold every number, so that text sorts as numbers do. */
        snprintf(number, sizeof(number), "%020" PRIu64, item->number);
        clock_format(item->time_us, time);
        o = json_object();
        json_object_set_new(o, "specversion", json_string("1.0"));
        json_object_set_new(o, "id", json_string(number));
        json_object_set_new(o, "source", json_sprintf("/parallax/%s", item->store_id));
        json_object_set_new(o, "type", json_string(feed_type_names[item->type]));
        json_object_set_new(o, "subject", event_name(item->event));
        json_object_set_new(o, "time", json_string(time));
        json_object_set_new(o, "datacontenttype", json_string("application/json"));
        json_object_set_new(o, "sequence", json_string(number));
        if (json_object_set_new(o, "data", data))
                return -ENOMEM;
        json_write(o, out);
        return buffer_error(out);
}

static int fault_at(struct json_fault *fault, const char *key)
{
        if (fault) {
                *fault = (struct json_fault){ .expected = "a CloudEvent of the feed",
                                              .found = "something else" };
                snprintf(fault->pointer, sizeof(fault->pointer), "/%s", key);
        }
        return -EINVAL;
}

int feed_item_check(const char *json, size_t size, struct json_fault *fault)
{
        static const char *const texts[] = { "specversion", "id",   "source",  "type",
                                             "subject",     "time", "sequence" };
        json_auto_t *o = json_parse(json, size, fault);
        const json_t *data = json_object_get(o, "data");
        const char *type = json_text(o, "type");
        size_t known = 0;

        if (!o)
                return -EINVAL;
        for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
                if (!json_text(o, texts[i]))
                        return fault_at(fault, texts[i]);
        }
        while (feed_type_names[known] && strcmp(feed_type_names[known], type) != 0)
                known++;
        if (!feed_type_names[known])
                return fault_at(fault, "type");
        if (strcmp(json_text(o, "id"), json_text(o, "sequence")) != 0)
                return fault_at(fault, "sequence");
        if (!json_text(data, "event") || !json_is_object(json_object_get(data, "changed")))
                return fault_at(fault, "data");
        return 0;
}
