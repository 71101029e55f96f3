/* phrases - looking up runs of atoms in a word list */
#include "workers/extract/phrases.h"

#include <string.h>

enum { PHRASE_BYTES_MAX = 64 };

struct key {
        const struct lexicon *lexicon;
        char text[PHRASE_BYTES_MAX + 1];
        size_t size;
        uint32_t hash;
};

/* False: no entry begins like this. */
static bool key_add_space(struct key *key)
{
        key->text[key->size++] = ' ';
        key->hash = lexicon_hash_byte(key->hash, ' ');
        return lexicon_goes_on(key->lexicon, key->hash);
}

/* Appends an atom's word. False: too long, or no phrase. */
static bool key_add(struct key *key, const struct atom *a)
{
        size_t length = a->size;
        bool first = !key->size;

        if (!length || key->size + length + 1 > PHRASE_BYTES_MAX)
                return false;
        if (a->kind == ATOM_DIGITS && (first || a->space_before)) /* but "km2" */
                return false;
        if (!first && a->space_before && !key_add_space(key))
                return false;
        memcpy(key->text + key->size, a->lower, length);
        key->size += length;
        key->hash = first ? a->hash : lexicon_hash(key->hash, a->lower, length);
        return true;
}

static bool is_hyphen(const struct atom *a)
{
        return a->lower[0] == '-' && !a->lower[1];
}

/* The longest phrase of at least @min and at most @max atoms from @i on. */
static const char *find(const struct lexicon *lexicon, const struct atoms *atoms, size_t i,
                        size_t min, size_t max, size_t *ret_n)
{
        const char *best = NULL;
        struct key key;

        key.lexicon = lexicon;
        key.size = 0;
        key.hash = LEXICON_HASH_EMPTY;
        for (size_t n = 1; n <= max; n++) {
                const struct atom *a = &atoms->list[i + n - 1];
                size_t size = key.size;
                uint32_t hash = key.hash;
                const char *value;

                if (!key_add(&key, a))
                        break;
                value = n < min ? NULL
                                : lexicon_find_hashed(lexicon, key.text, key.size, key.hash);
                if (value) {
                        best = value;
                        *ret_n = n;
                }
                if (n == 1 || !is_hyphen(a))
                        continue;
                /* Between two words a hyphen is a space. */
                key.size = size;
                key.hash = hash;
                if (!key_add_space(&key))
                        break;
        }
        return best;
}

/* May more atoms follow in a key that begins with @a? Of most words none does. */
static bool goes_on(const struct lexicon *lexicon, const struct atom *a)
{
        return !a[1].space_before || lexicon_goes_on(lexicon, lexicon_hash_byte(a->hash, ' '));
}

const char *phrase_find(const struct lexicon *lexicon, const struct atoms *atoms, size_t i,
                        size_t max, size_t *ret_n)
{
        size_t n = i < atoms->n ? atoms->n - i : 0;
        const struct atom *a;
        const char *value;

        if (!n)
                return NULL;
        a = &atoms->list[i];
        if (n > 1 && goes_on(lexicon, a))
                return find(lexicon, atoms, i, 1, n < max ? n : max, ret_n);
        if (!a->size || a->kind == ATOM_DIGITS)
                return NULL;
        value = lexicon_find_hashed(lexicon, a->lower, a->size, a->hash);
        if (value)
                *ret_n = 1;
        return value;
}

const char *phrase_find_before(const struct lexicon *lexicon, const struct atoms *atoms,
                               size_t end, size_t max, size_t *ret_n)
{
        for (size_t n = end < max ? end : max; n; n--) {
                const char *value = find(lexicon, atoms, end - n, n, n, ret_n);

                if (value)
                        return value;
        }
        return NULL;
}
