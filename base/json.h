/* json - Jansson, as this project uses it
 *
 * It has its memory from memory_or_abort(): what it makes is whole, and a setter does not fail
 * where its value is valid UTF-8.
 *
 * Decoding is strict (no duplicate keys, no invalid UTF-8, depth limited by Jansson); encoding
 * is compact, keeps the order in which keys were set, and is the same bytes for the same value.
 */
#pragma once

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

struct json_fault {
        char pointer[128]; /* JSON pointer of what is wrong, "" for the whole */
        char expected[80];
        char found[200]; /* shortened, control characters taken out */
};

/** Parses one JSON text. NULL: it is none, and @fault (may be NULL) says why. */
json_t *json_parse(const char *data, size_t size, struct json_fault *fault);
/** Appends the compact text of @value to @out; errors are the buffer's. */
void json_write(const json_t *value, struct buffer *out);
/** Appends valid UTF-8 as a JSON string: the same bytes as json_write() of it, without a copy
 * and many times as fast, for what is large. */
void json_write_text(const char *text, struct buffer *out);
/** Bytes at the start of @text that stand in a JSON string as they are: up to the first quote,
 *  backslash or control character, or all. *@ret_ascii: none of them is above 0x7F. */
size_t json_plain_run(const char *text, size_t size, bool *ret_ascii);
/** A whole number of thousandths as JSON: an integer when it is one, else at most 3 decimals.
 */
json_t *json_milli(int64_t thousandths);
/** The string at @key, or NULL. */
const char *json_text(const json_t *object, const char *key);
/** Sets @key to the string or, for NULL, to null. Returns 0 or -1. */
int json_set_text(json_t *object, const char *key, const char *text);
