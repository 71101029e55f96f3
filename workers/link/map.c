#include "workers/link/map.h"

#include <errno.h>
#include <stdlib.h>

enum { FIRST_ROOM = 64 };

/* Keys may be numbers in sequence: Fibonacci hashing spreads them. */
static size_t home_of(const struct map *map, uint64_t key)
{
        return (size_t)((key * 0x9e3779b97f4a7c15u) >> 32) & (map->room - 1);
}

static size_t find(const struct map *map, uint64_t key)
{
        size_t at = home_of(map, key);

        while (map->slots[at].value != MAP_NONE && map->slots[at].key != key)
                at = (at + 1) & (map->room - 1);
        return at;
}

void map_clear(struct map *map)
{
        free(map->slots);
        *map = (struct map){ 0 };
}

uint32_t map_get(const struct map *map, uint64_t key)
{
        return map->room ? map->slots[find(map, key)].value : MAP_NONE;
}

void map_prefetch(const struct map *map, uint64_t key)
{
        if (map->room)
                __builtin_prefetch(&map->slots[home_of(map, key)]);
}

static int map_grow(struct map *map)
{
        struct map grown = { .room = map->room ? 2 * map->room : FIRST_ROOM, .n = map->n };

        grown.slots = malloc(grown.room * sizeof(*grown.slots));
        if (!grown.slots)
                return -ENOMEM;
        for (size_t i = 0; i < grown.room; i++)
                grown.slots[i].value = MAP_NONE;
        for (size_t i = 0; i < map->room; i++) {
                if (map->slots[i].value != MAP_NONE)
                        grown.slots[find(&grown, map->slots[i].key)] = map->slots[i];
        }
        free(map->slots);
        *map = grown;
        return 0;
}

int map_put(struct map *map, uint64_t key, uint32_t value)
{
        size_t at;

        if (map_get(map, key) == MAP_NONE && 2 * (map->n + 1) > map->room) {
                int r = map_grow(map);

                if (r)
                        return r;
        }
        at = find(map, key);
        map->n += map->slots[at].value == MAP_NONE;
        map->slots[at] = (struct map_slot){ key, value };
        return 0;
}

/* Moves back what was pushed on by the removed one, so that no tombstones gather. */
void map_remove(struct map *map, uint64_t key)
{
        size_t hole, at;

        if (!map->room)
                return;
        hole = find(map, key);
        if (map->slots[hole].value == MAP_NONE)
                return;
        for (at = hole;;) {
                size_t home;

                at = (at + 1) & (map->room - 1);
                if (map->slots[at].value == MAP_NONE)
                        break;
                home = home_of(map, map->slots[at].key);
                if (((at - home) & (map->room - 1)) >= ((at - hole) & (map->room - 1))) {
                        map->slots[hole] = map->slots[at];
                        hole = at;
                }
        }
        map->slots[hole].value = MAP_NONE;
        map->n--;
}
