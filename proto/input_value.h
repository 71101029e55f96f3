/* input_value - an object that came in, whichever way it was read
 *
 * The mapping of an article asks for members by name; whether the object was read flat, or had
 * to be made a tree, is told apart here alone.
 */
#pragma once

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/json_flat.h"

struct input_object {
        const struct json_flat *flat; /* or NULL, and it is … */
        const json_t *tree;
};

/** A value that is there and not null. */
struct input_value {
        const char *text; /* of a string, not terminated; else NULL */
        size_t size;
        const struct json_flat_member *list; /* of a flat object */
        const json_t *tree;
};

/** False: there is none of that name, or it is null. */
bool input_get(const struct input_object *object, const char *name, struct input_value *ret);
bool input_is_list(const struct input_value *value);
size_t input_items(const struct input_value *list);
struct input_value input_item(const struct input_value *list, size_t i);
/** Is there a NUL in the text? */
bool input_has_nul(const struct input_value *value);
/** What a value is, in the words of a fault. */
const char *input_type(const struct input_value *value);
const char *input_type_of(const json_t *value);
