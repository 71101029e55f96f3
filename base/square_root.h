/* square_root - of integers, the same on any machine */
#pragma once

#include <stdint.h>

/** Rounded down. */
static inline uint32_t square_root(uint64_t x)
{
        uint64_t root = 0;

        /* Without a branch on the bits, which nothing could predict. */
        for (uint64_t bit = x ? 1ULL << ((63 - __builtin_clzll(x)) & ~1) : 0; bit; bit >>= 2) {
                uint64_t next = root + bit, taken = x >= next ? UINT64_MAX : 0;

                x -= next & taken;
                root = (root >> 1) + (bit & taken);
        }
        return (uint32_t)root;
}
