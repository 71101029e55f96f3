/* json_flat - the common kind of JSON object, read without a tree
 *
 * Most articles are one object of strings, nulls and perhaps a list of strings. Such a text is
 * read here in one pass: strings are views of the input, or, where they have escapes, of one
 * block beside it. That is many times as fast as a parser that makes a value of each.
 *
 * Whatever is not of that kind (a number, a boolean, an object within, a duplicate name, more
 * members than there are places, invalid UTF-8, any fault) is not for this reader, which says
 * so and no more: json_parse() then tells what it is. What is read here, json_parse() reads as
 * the same; a test and a fuzz target hold the two side by side.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/cursor.h"
#include "base/macros.h"

enum {
        JSON_FLAT_MEMBERS_MAX = 32,
        JSON_FLAT_ITEMS_MAX = 64, /* strings in lists, of all members together */
};

enum json_flat_type { JSON_FLAT_NULL, JSON_FLAT_TEXT, JSON_FLAT_LIST };

/** Texts are valid UTF-8 without NUL, and not terminated. */
struct json_flat_member {
        struct blob name;
        enum json_flat_type type;
        struct blob text;         /* JSON_FLAT_TEXT */
        const struct blob *items; /* JSON_FLAT_LIST */
        size_t n_items;
};

/** Points into itself: not to be copied. */
struct json_flat {
        struct json_flat_member members[JSON_FLAT_MEMBERS_MAX];
        struct blob items[JSON_FLAT_ITEMS_MAX];
        size_t n_members, n_items;
        char *unescaped; /* texts that had escapes, one behind the other */
        size_t n_unescaped;
};

/** Reads @size bytes, which must stay while *@ret is used. False: not for this reader.
 *  json_flat_clear() in any case. */
bool json_flat_read(struct json_flat *ret, const char *data, size_t size);
void json_flat_clear(struct json_flat *flat);
/** The member of that name, or NULL. */
const struct json_flat_member *json_flat_find(const struct json_flat *flat, const char *name);

/** The string that @text is, without quotes and escapes, into @out, which has room for
 *  @text->size bytes; a NUL is put behind it. Returns false for what is none, or has a NUL. */
bool json_flat_text(const struct blob *text, char *out, size_t *ret_size);
