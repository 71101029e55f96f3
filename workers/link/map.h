/* map - 64-bit keys to 32-bit values, open addressing; its order is never looked at */
#pragma once

#include <stddef.h>
#include <stdint.h>

enum { MAP_NONE = UINT32_MAX }; /* no value; cannot be stored */

struct map {
        struct map_slot {
                uint64_t key;
                uint32_t value;
        } * slots;
        size_t n, room; /* room is a power of two, or 0 */
};

void map_clear(struct map *map);
uint32_t map_get(const struct map *map, uint64_t key);
/** Says that @key will be looked up soon. */
void map_prefetch(const struct map *map, uint64_t key);
/** Adds or changes. Returns 0 or -ENOMEM. */
int map_put(struct map *map, uint64_t key, uint32_t value);
void map_remove(struct map *map, uint64_t key);
