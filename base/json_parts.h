/* json_parts - a large JSON object read part by part
 *
 * As one tree, a long list takes ten times the room of its text. Here an object is parted into
 * its members and a list into its elements, which are views of the text; each is then parsed on
 * its own, and gone before the next. The parting looks at brackets and strings alone: whether a
 * part is well formed is told when it is parsed, and so all parts are to be.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/cursor.h"
#include "base/json.h"

enum { JSON_PARTS_MAX = 64 };

struct json_part {
        struct blob name; /* without its quotes; one with escapes is not taken */
        struct blob value;
};

/** The members of the object in @text, in their order. Returns false when it is none, has a
 *  name twice, or more than JSON_PARTS_MAX members. */
bool json_parts_read(struct json_part parts[JSON_PARTS_MAX], size_t *ret_n,
                     const struct blob *text);
/** The value of that name, or NULL. */
const struct blob *json_parts_find(const struct json_part *parts, size_t n, const char *name);

/** Walks over the elements of a list. */
struct json_list {
        const char *at, *end;
        bool failed; /* it is no list, or not a whole one */
        bool begun;
};
void json_list_init(struct json_list *list, const struct blob *text);
/** The next element; false at the end, or when the walk has failed. */
bool json_list_next(struct json_list *list, struct blob *ret);
