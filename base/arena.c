#include "base/arena.h"

#include <stdbool.h>
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
        size_t used, most, limit; /* most: with those of an arena within it */
        struct arena *outer;
        bool failed; /* an arena within it tells this one */
};

struct arena *arena_new(size_t limit)
{
        struct arena *arena = calloc(1, sizeof(*arena));

        if (arena)
                arena->limit = limit;
        return arena;
}

struct arena *arena_within(struct arena *outer)
{
        struct arena *arena = arena_new(outer->limit - outer->used);

        if (arena)
                arena->outer = outer;
        else
                outer->failed = true;
        return arena;
}

void arena_free(struct arena *arena)
{
        struct block *next;

        if (!arena)
                return;
        if (arena->outer && arena->outer->most < arena->outer->used + arena_used(arena))
                arena->outer->most = arena->outer->used + arena_used(arena);
        for (struct block *b = arena->blocks; b; b = next) {
                next = b->next;
                free(b);
        }
        free(arena);
}

static struct block *arena_add_block(struct arena *arena)
{
        struct block *b = malloc(sizeof(*b) + BLOCK_BYTES);

        if (!b)
                return NULL;
        b->size = BLOCK_BYTES;
        b->used = 0;
        b->next = arena->blocks;
        arena->blocks = b;
        return b;
}

static bool is_large(size_t size)
{
        return size > BLOCK_BYTES / 4;
}

/* A large thing has a block of its own, behind the first one, which may have room yet. Its
 * pages are the machine's zeroes until they are written to. */
static void *arena_alloc_large(struct arena *arena, size_t size)
{
        struct block *b = calloc(1, sizeof(*b) + size);
        struct block **place = arena->blocks ? &arena->blocks->next : &arena->blocks;

        if (!b)
                return NULL;
        b->size = b->used = size;
        b->next = *place;
        *place = b;
        arena->used += size;
        return b->data;
}

static void *take(struct arena *arena, size_t size)
{
        struct block *b = arena->blocks;
        void *p;

        if (size > arena->limit || arena->used > arena->limit - size)
                return NULL;
        size = size ? (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT : ALIGNMENT;
        if (is_large(size))
                return arena_alloc_large(arena, size);
        if (!b || b->size - b->used < size)
                b = arena_add_block(arena);
        if (!b)
                return NULL;
        p = b->data + b->used;
        b->used += size;
        arena->used += size;
        return memset(p, 0, size);
}

void *arena_alloc(struct arena *arena, size_t size)
{
        void *p = take(arena, size);

        for (struct arena *a = arena; !p && a; a = a->outer)
                a->failed = true;
        return p;
}

bool arena_failed(const struct arena *arena)
{
        return arena->failed;
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

/* Lets the block of its own that a large thing has grow: nothing is copied where the machine
 * can move pages. NULL when there is no such block, or no memory; nothing has changed then. */
static void *arena_grow(struct arena *arena, void *old, size_t size, size_t more)
{
        struct block **place = &arena->blocks, *grown;

        if (!is_large(size) || size % ALIGNMENT || arena->used > arena->limit ||
            more > arena->limit - arena->used)
                return NULL;
        while (*place && (void *)(*place)->data != old)
                place = &(*place)->next;
        if (!*place || (*place)->used != size || (*place)->size != size)
                return NULL;
        grown = realloc(*place, sizeof(*grown) + size + more);
        if (!grown)
                return NULL;
        grown->size = grown->used = size + more;
        arena->used += more;
        *place = grown;
        return grown->data;
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
                grown = n ? arena_grow(arena, old, n * size, n * size) : NULL;
                if (!grown) {
                        grown = arena_alloc(arena, room * size);
                        if (!grown)
                                return NULL;
                        if (n)
                                memcpy(grown, old, n * size);
                }
                memcpy(array, &grown, sizeof(grown));
                old = grown;
        }
        *count = n + 1;
        return memset((char *)old + n * size, 0, size);
}

size_t arena_used(const struct arena *arena)
{
        return arena->used > arena->most ? arena->used : arena->most;
}
