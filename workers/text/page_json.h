/* page_json - JSON as pages hold it, which is not always JSON
 */
#pragma once

#include <jansson.h>
#include <stddef.h>

#include "base/arena.h"

/** Reads the object or list at the start of @text, whatever follows it. Where it is none
 * strictly, it is read once more with the usual faults mended: control characters in strings,
 * commas too many, escapes that are none, comments. Says in *@ret_used how many bytes it took.
 * Returns NULL where there is none. */
json_t *page_json_read(struct arena *arena, const char *text, size_t size, size_t *ret_used);
