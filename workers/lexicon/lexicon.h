/* lexicon - linguistic knowledge as data
 *
 * A word list is a file workers/lexicon/NAME.txt: UTF-8, one entry a line, the key, then (after
 * a tab) its values, which keep further tabs; lines that start with # and empty lines are
 * comments. The head of each file says what its columns mean. Keys are lower case unless the
 * head says otherwise. The build makes `lexicon_NAME` of it; a key that stands twice breaks the
 * build.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct lexicon_entry {
        const char *key, *value; /* value: "" when there is none */
};

struct lexicon {
        const char *name;
        const struct lexicon_entry *entries; /* in byte order of the keys */
        size_t n;
        const uint32_t *slots; /* open addressing by FNV-1a; 0 = free, else the hash's upper
                                  bits and LEXICON_INDEX_BITS of index + 1 */
        size_t n_slots;        /* a power of two */
        const uint32_t *heads; /* bits by hash: beginnings of keys that end in a space */
        size_t n_heads;        /* bits, a power of two */
};

enum { LEXICON_INDEX_BITS = 20 };

/* FNV-1a, which can go on where it left off: a run of words is hashed word by word. */
#define LEXICON_HASH_EMPTY 2166136261u

static inline uint32_t lexicon_hash_byte(uint32_t hash, char byte)
{
        return (hash ^ (unsigned char)byte) * 16777619u;
}

static inline uint32_t lexicon_hash(uint32_t hash, const char *data, size_t size)
{
        for (size_t i = 0; i < size; i++)
                hash = lexicon_hash_byte(hash, data[i]);
        return hash;
}

/** The value of @key (@size bytes, no NUL needed), or NULL. */
const char *lexicon_find(const struct lexicon *lexicon, const char *key, size_t size);
/** The same where the key's hash is known. */
const char *lexicon_find_hashed(const struct lexicon *lexicon, const char *key, size_t size,
                                uint32_t hash);
/** May a key begin with the words of this hash, which end in a space? When it is false, none
 *  does. */
static inline bool lexicon_goes_on(const struct lexicon *lexicon, uint32_t hash)
{
        uint32_t bit = hash & (uint32_t)(lexicon->n_heads - 1);

        return lexicon->heads[bit / 32] >> bit % 32 & 1;
}
/** The same as lexicon_find() for a NUL-terminated key. */
const char *lexicon_get(const struct lexicon *lexicon, const char *key);
/** Is @class among the classes in a value's first column, which are parted by spaces? Not of
 *  NULL. */
bool lexicon_value_has(const char *value, const char *class);
/** Does the list give @key (NUL-terminated) that class? */
bool lexicon_has(const struct lexicon *lexicon, const char *key, const char *class);
/** Column @column (0 = the first value) of a value: gives its start and length; 0 if not there.
 */
size_t lexicon_column(const char *value, unsigned column, const char **ret_start);
