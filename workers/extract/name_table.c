#include "workers/extract/name_table.h"

#include <errno.h>
#include <string.h>

#include "workers/lexicon/lexicon.h"

enum { ENTRIES_LEAST = 16 };

int name_table_init(struct name_table *ret, struct arena *arena, size_t size, size_t n)
{
        size_t entries = ENTRIES_LEAST;

        while (entries < 2 * n)
                entries *= 2;
        *ret = (struct name_table){ arena_alloc(arena, entries * size), size, entries - 1 };
        return ret->entries ? 0 : -ENOMEM;
}

void *name_table_at(const struct name_table *table, const char *key)
{
        size_t at = lexicon_hash(LEXICON_HASH_EMPTY, key, strlen(key)) & table->mask;

        for (;; at = (at + 1) & table->mask) {
                void *entry = table->entries + at * table->size;
                const char *own = *(const char **)entry;

                if (!own || strcmp(own, key) == 0)
                        return entry;
        }
}
