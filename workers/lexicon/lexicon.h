/* lexicon - linguistic knowledge as data
 *
 * A word list is a file workers/lexicon/NAME.txt: UTF-8, one entry a line, the key, then (after
 * a tab) its values, which keep further tabs; lines that start with # and empty lines are
 * comments. The head of each file says what its columns mean. Keys are lower case unless the
 * head says otherwise. The build makes `lexicon_NAME` of it; a key that stands twice breaks the
 * build.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct lexicon_entry {
        const char *key, *value; /* value: "" when there is none */
};

struct lexicon {
        const char *name;
        const struct lexicon_entry *entries; /* in byte order of the keys */
        size_t n;
        const uint32_t *slots; /* open addressing by FNV-1a: index + 1, 0 = free */
        size_t n_slots;        /* a power of two */
};

/** The value of @key (@size bytes, no NUL needed), or NULL. */
const char *lexicon_find(const struct lexicon *lexicon, const char *key, size_t size);
/** The same for a NUL-terminated key. */
const char *lexicon_get(const struct lexicon *lexicon, const char *key);
/** Column @column (0 = the first value) of a value: gives its start and length; 0 if not there.
 */
size_t lexicon_column(const char *value, unsigned column, const char **ret_start);
