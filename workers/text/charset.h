/* charset - a page's bytes as UTF-8
 */
#pragma once

#include <stddef.h>

#include "base/arena.h"

/** Decodes @size bytes as the Encoding standard has it: byte order mark, @label (the HTTP
 *  header's, or NULL), the page's own meta charset, else UTF-8 where the bytes are that, else
 *  Windows-1252. Bytes that are valid UTF-8 beyond ASCII are that whatever the page says. What
 *  cannot be decoded becomes U+FFFD; NUL goes. Returns 0, -ENOMEM, or CHARSET_E_BINARY: no text
 *  at all. */
int charset_decode(char **ret, size_t *ret_size, struct arena *arena, const void *bytes,
                   size_t size, const char *label);
enum { CHARSET_E_BINARY = 1 };
