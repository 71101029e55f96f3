#include "base/buffer.h"

#include <endian.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 256 };

void buffer_clear(struct buffer *b)
{
        size_t limit = b->limit;

        free(b->data);
        *b = (struct buffer){ .limit = limit };
}

void buffer_reset(struct buffer *b)
{
        b->size = 0;
        b->error = 0;
}

static unsigned char *buffer_extend(struct buffer *b, size_t size)
{
        unsigned char *grown;
        size_t room = b->room ? b->room : FIRST_ROOM;

        if (b->error)
                return NULL;
        if (size > SIZE_MAX / 4 - b->size || (b->limit && b->size + size > b->limit)) {
                b->error = -EMSGSIZE;
                return NULL;
        }
        /* One byte more than asked, so that buffer_text() has a place for its NUL. */
        while (room < b->size + size + 1)
                room *= 2;
        if (room != b->room) {
                grown = realloc(b->data, room);
                if (!grown) {
                        b->error = -ENOMEM;
                        return NULL;
                }
                b->data = grown;
                b->room = room;
        }
        b->size += size;
        return b->data + b->size - size;
}

void buffer_reserve(struct buffer *b, size_t size)
{
        if (buffer_extend(b, size))
                b->size -= size;
}

void buffer_put(struct buffer *b, const void *data, size_t size)
{
        unsigned char *to = buffer_extend(b, size);

        if (to && size)
                memcpy(to, data, size);
}

void buffer_put_u8(struct buffer *b, uint8_t value)
{
        buffer_put(b, &value, sizeof(value));
}

void buffer_put_u16(struct buffer *b, uint16_t value)
{
        value = htobe16(value);
        buffer_put(b, &value, sizeof(value));
}

void buffer_put_u32(struct buffer *b, uint32_t value)
{
        value = htobe32(value);
        buffer_put(b, &value, sizeof(value));
}

void buffer_put_u64(struct buffer *b, uint64_t value)
{
        value = htobe64(value);
        buffer_put(b, &value, sizeof(value));
}

void buffer_put_blob(struct buffer *b, const void *data, size_t size)
{
        if (size >= UINT32_MAX) {
                b->error = b->error ? b->error : -EMSGSIZE;
                return;
        }
        buffer_put_u32(b, (uint32_t)size);
        buffer_put(b, data, size);
}

void buffer_put_string(struct buffer *b, const char *text)
{
        if (text)
                buffer_put_blob(b, text, strlen(text));
        else
                buffer_put_u32(b, UINT32_MAX);
}

void buffer_put_text(struct buffer *b, const char *text)
{
        buffer_put(b, text, strlen(text));
}

void buffer_printf(struct buffer *b, const char *format, ...)
{
        va_list args;
        unsigned char *to;
        int n;

        va_start(args, format);
        n = vsnprintf(NULL, 0, format, args);
        va_end(args);
        if (n < 0) {
                b->error = b->error ? b->error : -EINVAL;
                return;
        }
        to = buffer_extend(b, (size_t)n);
        if (!to)
                return;
        va_start(args, format);
        vsnprintf((char *)to, (size_t)n + 1, format, args);
        va_end(args);
}

int buffer_error(const struct buffer *b)
{
        return b->error;
}

const char *buffer_text(struct buffer *b)
{
        if (b->error || (!b->data && !buffer_extend(b, 0)))
                return NULL;
        b->data[b->size] = '\0';
        return (const char *)b->data;
}
