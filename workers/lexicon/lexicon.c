#include "workers/lexicon/lexicon.h"

#include <string.h>

const char *lexicon_find_hashed(const struct lexicon *lexicon, const char *key, size_t size,
                                uint32_t hash)
{
        size_t at = hash & (lexicon->n_slots - 1);
        uint32_t slot;

        for (; (slot = lexicon->slots[at]); at = (at + 1) & (lexicon->n_slots - 1)) {
                const struct lexicon_entry *e;

                if ((slot ^ hash) >> LEXICON_INDEX_BITS)
                        continue;
                e = &lexicon->entries[(slot & ((1u << LEXICON_INDEX_BITS) - 1)) - 1];
                if (strncmp(e->key, key, size) == 0 && e->key[size] == '\0')
                        return e->value;
        }
        return NULL;
}

const char *lexicon_find(const struct lexicon *lexicon, const char *key, size_t size)
{
        return lexicon_find_hashed(lexicon, key, size,
                                   lexicon_hash(LEXICON_HASH_EMPTY, key, size));
}

const char *lexicon_get(const struct lexicon *lexicon, const char *key)
{
        return lexicon_find(lexicon, key, strlen(key));
}

bool lexicon_value_has(const char *value, const char *class)
{
        size_t size = strlen(class);

        while (value && *value && *value != '\t') {
                size_t n = strcspn(value, " \t");

                if (n == size && memcmp(value, class, n) == 0)
                        return true;
                value += n + (value[n] == ' ');
        }
        return false;
}

bool lexicon_has(const struct lexicon *lexicon, const char *key, const char *class)
{
        return lexicon_value_has(lexicon_get(lexicon, key), class);
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
