#include "base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
        BLOCK_BYTES = 64 * 1024, /* a usual article takes a handful */
        ALIGNMENT = 16,
        FIRST_ELEMENTS = 8,
};

struct block {
        struct block *next;
        size_t size, used;
        _Alignas(16) unsigned char data[];
};

struct arena {
        struct block *blocks;
        size_t used, limit;
};

struct arena *arena_new(size_t limit)
{
        struct arena *arena = calloc(1, sizeof(*arena));

        if (arena)
                arena->limit = limit;
        return arena;
}

void arena_free(struct arena *arena)
{
        struct block *next;

        if (!arena)
                return;
        for (struct block *b = arena->blocks; b; b = next) {
                next = b->next;
                free(b);
        }
        free(arena);
}

static struct block *arena_add_block(struct arena *arena, size_t size)
{
        size_t bytes = size > BLOCK_BYTES / 4 ? size : BLOCK_BYTES;
        struct block *b = malloc(sizeof(*b) + bytes);

        if (!b)
                return NULL;
        b->size = bytes;
        b->used = 0;
        /* A block of one large thing goes behind the first, which may have room yet. */
        if (bytes == size && arena->blocks) {
                b->next = arena->blocks->next;
                arena->blocks->next = b;
        } else {
                b->next = arena->blocks;
                arena->blocks = b;
        }
        return b;
}

void *arena_alloc(struct arena *arena, size_t size)
{
        struct block *b = arena->blocks;
        void *p;

        if (size > arena->limit || arena->used > arena->limit - size)
                return NULL;
        size = size ? (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT : ALIGNMENT;
        if (!b || b->size - b->used < size)
                b = arena_add_block(arena, size);
        if (!b)
                return NULL;
        p = b->data + b->used;
        b->used += size;
        arena->used += size;
        return memset(p, 0, size);
}

char *arena_copy(struct arena *arena, const char *data, size_t size)
{
        char *copy = size < SIZE_MAX ? arena_alloc(arena, size + 1) : NULL;

        if (copy && size)
                memcpy(copy, data, size);
        return copy;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
        va_list args;
        char *text;
        int n;

        va_start(args, format);
        n = vsnprintf(NULL, 0, format, args);
        va_end(args);
        if (n < 0)
                return NULL;
        text = arena_alloc(arena, (size_t)n + 1);
        if (!text)
                return NULL;
        va_start(args, format);
        vsnprintf(text, (size_t)n + 1, format, args);
        va_end(args);
        return text;
}

/* The room doubles at powers of two, so that no capacity need be kept beside the count. */
void *arena_push(struct arena *arena, void *array, size_t *count, size_t size)
{
        void *old, *grown;
        size_t n = *count;

        memcpy(&old, array, sizeof(old));
        if (n == 0 || (n >= FIRST_ELEMENTS && (n & (n - 1)) == 0)) {
                size_t room = n ? 2 * n : FIRST_ELEMENTS;

                if (room > SIZE_MAX / size)
                        return NULL;
                grown = arena_alloc(arena, room * size);
                if (!grown)
                        return NULL;
                if (n)
                        memcpy(grown, old, n * size);
                memcpy(array, &grown, sizeof(grown));
                old = grown;
        }
        *count = n + 1;
        return (char *)old + n * size;
}

size_t arena_used(const struct arena *arena)
{
        return arena->used;
}
