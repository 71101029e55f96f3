#include "proto/input_value.h"

#include <string.h>

static bool flat_get(const struct json_flat *flat, const char *name, struct input_value *ret)
{
        const struct json_flat_member *member = json_flat_find(flat, name);

        if (!member || member->type == JSON_FLAT_NULL)
                return false;
        *ret = (struct input_value){ 0 };
        if (member->type == JSON_FLAT_LIST) {
                ret->list = member;
        } else {
                ret->text = member->text.data;
                ret->size = member->text.size;
        }
        return true;
}

static struct input_value of_tree(const json_t *value)
{
        return (struct input_value){ .text = json_string_value(value),
                                     .size = json_string_length(value),
                                     .tree = value };
}

bool input_get(const struct input_object *object, const char *name, struct input_value *ret)
{
        const json_t *value;

        if (object->flat)
                return flat_get(object->flat, name, ret);
        value = json_object_get(object->tree, name);
        if (!value || json_is_null(value))
                return false;
        *ret = of_tree(value);
        return true;
}

bool input_is_list(const struct input_value *value)
{
        return value->list || json_is_array(value->tree);
}

size_t input_items(const struct input_value *list)
{
        return list->list ? list->list->n_items : json_array_size(list->tree);
}

struct input_value input_item(const struct input_value *list, size_t i)
{
        const struct blob *item;

        if (!list->list)
                return of_tree(json_array_get(list->tree, i));
        item = &list->list->items[i];
        return (struct input_value){ .text = item->data, .size = item->size };
}

bool input_has_nul(const struct input_value *value)
{
        return memchr(value->text, '\0', value->size) != NULL;
}

const char *input_type(const struct input_value *value)
{
        if (value->tree)
                return input_type_of(value->tree);
        return value->list ? "an array" : "a string";
}

const char *input_type_of(const json_t *value)
{
        static const char *const names[] = { "an object", "an array", "a string", "an integer",
                                             "a number",  "true",     "false",    "null" };

        return value ? names[json_typeof(value)] : "nothing";
}
