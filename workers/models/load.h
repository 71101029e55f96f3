/* load - the numbers of a blob, which are little-endian and not aligned for every part */
#pragma once

#include <endian.h>
#include <stdint.h>
#include <string.h>

static inline uint32_t load_u32(const unsigned char *p)
{
        return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
               (uint32_t)p[3] << 24;
}

static inline unsigned load_u16(const unsigned char *p)
{
        return (unsigned)p[0] | (unsigned)p[1] << 8;
}

static inline uint64_t load_u64(const unsigned char *p)
{
        uint64_t value;

        memcpy(&value, p, sizeof(value));
        return le64toh(value);
}
