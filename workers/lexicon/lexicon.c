#include "workers/lexicon/lexicon.h"

#include <string.h>

static uint32_t fnv1a(const char *data, size_t size)
{
        uint32_t value = 2166136261u;

        for (size_t i = 0; i < size; i++)
                value = (value ^ (unsigned char)data[i]) * 16777619u;
        return value;
}

const char *lexicon_find(const struct lexicon *lexicon, const char *key, size_t size)
{
        size_t at = fnv1a(key, size) & (lexicon->n_slots - 1);

        for (; lexicon->slots[at]; at = (at + 1) & (lexicon->n_slots - 1)) {
                const struct lexicon_entry *e = &lexicon->entries[lexicon->slots[at] - 1];

                if (strncmp(e->key, key, size) == 0 && e->key[size] == '\0')
                        return e->value;
        }
        return NULL;
}

const char *lexicon_get(const struct lexicon *lexicon, const char *key)
{
        return lexicon_find(lexicon, key, strlen(key));
}

size_t lexicon_column(const char *value, unsigned column, const char **ret_start)
{
        const char *tab;

        for (; column; column--) {
                tab = strchr(value, '\t');
                if (!tab)
                        return 0;
                value = tab + 1;
        }
        tab = strchr(value, '\t');
        *ret_start = value;
        return tab ? (size_t)(tab - value) : strlen(value);
}
