#include "base/cursor.h"

#include <endian.h>
#include <string.h>

void cursor_init(struct cursor *c, const void *data, size_t size)
{
        c->at = data;
        c->end = size ? c->at + size : c->at;
        c->failed = false;
}

static const unsigned char *cursor_take(struct cursor *c, size_t size)
{
        const unsigned char *at = c->at;

        if (c->failed || size > cursor_left(c)) {
                c->failed = true;
                return NULL;
        }
        if (size)
                c->at += size;
        return at;
}

void cursor_get_u8(struct cursor *c, uint8_t *value)
{
        const unsigned char *p = cursor_take(c, sizeof(*value));

        *value = p ? *p : 0;
}

void cursor_get_u16(struct cursor *c, uint16_t *value)
{
        const unsigned char *p = cursor_take(c, sizeof(*value));

        *value = 0;
        if (p)
                memcpy(value, p, sizeof(*value));
        *value = be16toh(*value);
}

void cursor_get_u32(struct cursor *c, uint32_t *value)
{
        const unsigned char *p = cursor_take(c, sizeof(*value));

        *value = 0;
        if (p)
                memcpy(value, p, sizeof(*value));
        *value = be32toh(*value);
}

void cursor_get_u64(struct cursor *c, uint64_t *value)
{
        const unsigned char *p = cursor_take(c, sizeof(*value));

        *value = 0;
        if (p)
                memcpy(value, p, sizeof(*value));
        *value = be64toh(*value);
}

void cursor_get_blob(struct cursor *c, struct blob *blob, size_t max)
{
        uint32_t size;

        *blob = (struct blob){ 0 };
        cursor_get_u32(c, &size);
        if (size == UINT32_MAX)
                return;
        if (size > max)
                c->failed = true;
        blob->data = cursor_take(c, size);
        blob->size = blob->data ? size : 0;
}

void cursor_get_count(struct cursor *c, uint32_t *count, uint32_t max)
{
        cursor_get_u32(c, count);
        if (*count > max || *count > cursor_left(c))
                c->failed = true;
        if (c->failed)
                *count = 0;
}

size_t cursor_left(const struct cursor *c)
{
        return c->at ? (size_t)(c->end - c->at) : 0;
}

bool cursor_end(const struct cursor *c)
{
        return !c->failed && cursor_left(c) == 0;
}
