/* cursor - bytes that are read, with a sticky error
 *
 * After the first read that finds too little, all reads give zeros, and cursor_end() says no.
 * What a cursor gives points into the bytes that it reads: they must outlive it.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cursor {
        const unsigned char *at, *end;
        bool failed;
};

struct blob {
        const void *data; /* NULL for a string that was NULL */
        size_t size;
};

void cursor_init(struct cursor *c, const void *data, size_t size);
void cursor_get_u8(struct cursor *c, uint8_t *value);
void cursor_get_u16(struct cursor *c, uint16_t *value);
void cursor_get_u32(struct cursor *c, uint32_t *value);
void cursor_get_u64(struct cursor *c, uint64_t *value);
/** A blob as buffer_put_blob() and buffer_put_string() write it; more than @max bytes fail. */
void cursor_get_blob(struct cursor *c, struct blob *blob, size_t max);
/** A list's length: more than @max, or more than bytes are left, fails. */
void cursor_get_count(struct cursor *c, uint32_t *count, uint32_t max);
size_t cursor_left(const struct cursor *c);
/** True when no read failed and no byte is left. */
bool cursor_end(const struct cursor *c);
