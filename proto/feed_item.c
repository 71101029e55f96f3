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

/* A value that could not be made makes the item fail: the first failure sticks in @error. */
static void set(json_t *object, const char *key, json_t *value, int *error)
{
        if (json_object_set_new(object, key, value))
                *error = -ENOMEM;
}

/* NULL when one could not be made. */
static json_t *ids_json(const struct finding_id *ids, size_t n)
{
        json_t *list = json_array();

        for (size_t i = 0; i < n; i++) {
                if (json_array_append_new(list, json_string(ids[i].text))) {
                        json_decref(list);
                        return NULL;
                }
        }
        return list;
}

static json_t *names_json(const char *const *names, size_t n)
{
        json_t *list = json_array();

        for (size_t i = 0; i < n; i++) {
                if (json_array_append_new(list, json_string(names[i]))) {
                        json_decref(list);
                        return NULL;
                }
        }
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

                if (v && json_object_set(data, summary_keys[i], v))
                        return -ENOMEM;
        }
        return 0;
}

static json_t *changed_json(const struct feed_item *item, int *error)
{
        json_t *changed = json_object();

        set(changed, "added", ids_json(item->added, item->n_added), error);
        set(changed, "changed", ids_json(item->changed, item->n_changed), error);
        set(changed, "removed", ids_json(item->removed, item->n_removed), error);
        return changed;
}

static int put_data(json_t *data, const struct feed_item *item)
{
        int error = 0, r;

        set(data, "event", event_name(item->event), &error);
        set(data, "version", version_json(item->version), &error);
        set(data, "previous_version", version_json(item->previous_version), &error);
        r = put_summary(data, item);
        if (r)
                return r;
        if (item->type == FEED_RETRACTED)
                set(data, "title", json_null(), &error);
        set(data, "changed", changed_json(item, &error), &error);
        set(data, "articles_added", names_json(item->articles_added, item->n_articles_added),
            &error);
        set(data, "articles_removed",
            names_json(item->articles_removed, item->n_articles_removed), &error);
        if (item->type == FEED_MERGED)
                set(data, "into", event_name(item->into), &error);
        if (item->type == FEED_SPLIT)
                set(data, "new", event_name(item->new_event), &error);
        return error;
}

int feed_item_encode(const struct feed_item *item, struct buffer *out)
{
        json_auto_t *o = json_object(), *data = json_object();
        char number[24], time[32];
        int error = 0, r = put_data(data, item);

        if (r)
                return r;
        /* 20 digits hold every number, so that text sorts as numbers do. */
        snprintf(number, sizeof(number), "%020" PRIu64, item->number);
        clock_format(item->time_us, time);
        set(o, "specversion", json_string("1.0"), &error);
        set(o, "id", json_string(number), &error);
        set(o, "source", json_sprintf("/parallax/%s", item->store_id), &error);
        set(o, "type", json_string(feed_type_names[item->type]), &error);
        set(o, "subject", event_name(item->event), &error);
        set(o, "time", json_string(time), &error);
        set(o, "datacontenttype", json_string("application/json"), &error);
        set(o, "sequence", json_string(number), &error);
        set(o, "data", json_incref(data), &error);
        if (error)
                return error;
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
