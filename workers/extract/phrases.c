/* phrases - looking up runs of atoms in a word list */
#include "workers/extract/phrases.h"

#include <string.h>

enum { PHRASE_BYTES_MAX = 64 };

/* Writes atoms [i, i + n) as a key and gives its size; 0: too long, or no phrase. */
static size_t write_key(char *key, const struct atoms *atoms, size_t i, size_t n)
{
        size_t size = 0;

        for (size_t k = i; k < i + n; k++) {
                const struct atom *a = &atoms->list[k];
                size_t length = strlen(a->lower);

                if (!length || a->kind == ATOM_DIGITS || size + length + 1 > PHRASE_BYTES_MAX)
                        return 0;
                if (k > i && k + 1 < i + n && strcmp(a->lower, "-") == 0) {
                        key[size++] = ' ';
                        continue;
                }
                if (k > i && a->space_before)
                        key[size++] = ' ';
                memcpy(key + size, a->lower, length);
                size += length;
        }
        return size;
}

static const char *find(const struct lexicon *lexicon, const struct atoms *atoms, size_t i,
                        size_t n)
{
        char key[PHRASE_BYTES_MAX + 1];
        size_t size = write_key(key, atoms, i, n);

        return size ? lexicon_find(lexicon, key, size) : NULL;
}

const char *phrase_find(const struct lexicon *lexicon, const struct atoms *atoms, size_t i,
                        size_t max, size_t *ret_n)
{
        size_t n = i < atoms->n ? atoms->n - i : 0;

        for (n = n < max ? n : max; n; n--) {
                const char *value = find(lexicon, atoms, i, n);

                if (value) {
                        *ret_n = n;
                        return value;
                }
        }
        return NULL;
}

const char *phrase_find_before(const struct lexicon *lexicon, const struct atoms *atoms,
                               size_t end, size_t max, size_t *ret_n)
{
        for (size_t n = end < max ? end : max; n; n--) {
                const char *value = find(lexicon, atoms, end - n, n);

                if (value) {
                        *ret_n = n;
                        return value;
                }
        }
        return NULL;
}
