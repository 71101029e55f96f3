/* utf8 - reading UTF-8, and counting in code points
 *
 * Inside, spans count bytes, as the code that finds them walks bytes; on the wire they count
 * code points. A text_index turns one into the other in constant time.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/** Decodes the code point at @p (before @end) and gives its length in bytes, 1 to 4.
 *  A malformed sequence is U+FFFD of length 1. @p must be before @end. */
static inline unsigned utf8_decode(const char *p, const char *end, uint32_t *ret_point);
/** The start of the code point that ends before @p; @p must be behind @start. */
const char *utf8_before(const char *start, const char *p);
/** Writes 1 to 4 bytes and gives their number; what is no scalar value is written as U+FFFD. */
unsigned utf8_encode(uint32_t point, char out[4]);
bool utf8_valid(const char *text, size_t size);
/** Code points in @size bytes of valid UTF-8. */
size_t utf8_count(const char *text, size_t size);

/** @text with A to Z in lower case, and a NUL, into @out. False: @room is too small. */
bool ascii_lower(const char *text, size_t size, char *out, size_t room);

/* The same for what does not start as ASCII does. */
unsigned utf8_decode_beyond(const char *p, const char *end, uint32_t *ret_point);

static inline unsigned utf8_decode(const char *p, const char *end, uint32_t *ret_point)
{
        if ((unsigned char)*p >= 0x80)
                return utf8_decode_beyond(p, end, ret_point);
        *ret_point = (unsigned char)*p;
        return 1;
}

struct text_index;
/** An index of valid UTF-8 that stays where it is. NULL: no memory. */
struct text_index *text_index_new(struct arena *arena, const char *text, size_t size);
uint32_t text_index_points(const struct text_index *index, uint32_t byte);
/** The byte at which code point @point starts; the text's size when it is the end or behind it.
 */
uint32_t text_index_byte(const struct text_index *index, uint32_t point);
