/* buffer - bytes that are written, with a limit and a sticky error
 *
 * The put functions never fail loudly: after the first that finds no memory or passes the
 * limit, the buffer stays as it is, and buffer_error() tells. Integers are big-endian.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/macros.h"

struct buffer {
        unsigned char *data;
        size_t size, room, limit; /* bytes; a limit of 0 is none */
        int error;                /* 0, -ENOMEM or -EMSGSIZE */
};

void buffer_clear(struct buffer *b); /* frees; the buffer can be used again */
void buffer_reset(struct buffer *b); /* empties and keeps the memory */

/** Makes room for @size more bytes at once, where they are known to come. */
void buffer_reserve(struct buffer *b, size_t size);
void buffer_put(struct buffer *b, const void *data, size_t size);
void buffer_put_u8(struct buffer *b, uint8_t value);
void buffer_put_u16(struct buffer *b, uint16_t value);
void buffer_put_u32(struct buffer *b, uint32_t value);
void buffer_put_u64(struct buffer *b, uint64_t value);
/** A u32 length and the bytes. */
void buffer_put_blob(struct buffer *b, const void *data, size_t size);
/** The same for a string; NULL is told from "" (length UINT32_MAX). */
void buffer_put_string(struct buffer *b, const char *text);
void buffer_put_text(struct buffer *b, const char *text); /* the bytes alone */
void buffer_printf(struct buffer *b, const char *format, ...)
        __attribute__((format(printf, 2, 3)));
int buffer_error(const struct buffer *b);
/** The bytes with a NUL behind them (not counted); NULL after an error. */
const char *buffer_text(struct buffer *b);
