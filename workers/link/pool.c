#include "workers/link/pool.h"

#include <stdlib.h>
#include <string.h>

#include "workers/link/wide.h"

enum {
        SMALLEST = 16,
        PIECE_FIRST = 64 << 10,
        PIECE_MOST = 32 << 20,
        HEAD = 16, /* of a piece: what is cut from it begins on a boundary */
};

struct pool_piece {
        struct pool_piece *next;
        size_t bytes;
};

/* Sizes are 16, 24, 32, 48, 64 … */
static size_t bytes_of(unsigned size)
{
        return (size_t)(size % 2 ? SMALLEST + SMALLEST / 2 : SMALLEST) << (size / 2);
}

static unsigned size_of(size_t bytes)
{
        unsigned size;

        if (bytes <= SMALLEST)
                return 0;
        /* The power of two at or above; one size less may do. */
        size = 2 * (64u - (unsigned)__builtin_clzll((bytes - 1) / SMALLEST));
        return bytes_of(size - 1) >= bytes ? size - 1 : size;
}

size_t pool_size(size_t bytes)
{
        return bytes_of(size_of(bytes));
}

static int piece_add(struct pool *pool, size_t least)
{
        size_t bytes = pool->pieces ? 2 * pool->pieces->bytes : PIECE_FIRST;
        struct pool_piece *piece;

        if (bytes > PIECE_MOST)
                bytes = PIECE_MOST;
        while (bytes < least + HEAD)
                bytes *= 2;
        piece = wide_map(bytes);
        if (!piece)
                return -1;
        *piece = (struct pool_piece){ pool->pieces, bytes };
        pool->pieces = piece;
        pool->at = (char *)piece + HEAD;
        pool->end = (char *)piece + bytes;
        return 0;
}

void *pool_take(struct pool *pool, size_t bytes)
{
        unsigned size = size_of(bytes);
        void *block = pool->unused[size];

        if (PARALLAX_SANITIZED)
                return malloc(bytes_of(size));
        if (block) {
                memcpy(&pool->unused[size], block, sizeof(void *));
                return block;
        }
        if ((size_t)(pool->end - pool->at) < bytes_of(size) && piece_add(pool, bytes_of(size)))
                return NULL;
        block = pool->at;
        pool->at += bytes_of(size);
        return block;
}

void pool_give(struct pool *pool, void *block, size_t bytes)
{
        unsigned size = size_of(bytes);

        if (PARALLAX_SANITIZED) {
                free(block);
                return;
        }
        if (!block)
                return;
        memcpy(block, &pool->unused[size], sizeof(void *));
        pool->unused[size] = block;
}

void pool_clear(struct pool *pool)
{
        while (pool->pieces) {
                struct pool_piece *piece = pool->pieces;

                pool->pieces = piece->next;
                wide_unmap(piece, piece->bytes);
        }
        *pool = (struct pool){ 0 };
}
