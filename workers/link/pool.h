/* pool - blocks of memory in a few sizes, cut from large pieces
 *
 * What is given back serves the next block of its size; the system gets all of it back at once.
 * A block has no head of its own: its owner knows its size.
 */
#pragma once

#include <stddef.h>

enum { POOL_SIZES = 64 };

struct pool {
        void *unused[POOL_SIZES]; /* by size: blocks, each of which names the next */
        struct pool_piece *pieces;
        char *at, *end; /* what is left of the newest piece */
};

/** What a block for @bytes has room for: at most half as much again, 16 at least. */
size_t pool_size(size_t bytes);
/** A block for @bytes, not cleared, on a boundary of 8; or NULL: no memory. */
void *pool_take(struct pool *pool, size_t bytes);
/** Takes a block for @bytes back; NULL does nothing. */
void pool_give(struct pool *pool, void *block, size_t bytes);
/** Ends all blocks. Under a sanitizer each block is the allocator's and is to be given back
 *  before. */
void pool_clear(struct pool *pool);
