/* atoms - the smallest pieces of a text that numbers and times are read from
 *
 * Finer than tokens: "40-minute", "8:30pm", "1980s" and "12/03/2021" come apart into letters,
 * digits and marks, each knowing whether a space stood before it. A clitic ("'s") and a dotted
 * abbreviation ("p.m.", "U.S.") are one atom each.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "proto/extraction.h"
#include "workers/lexicon/lexicon.h"

enum atom_kind { ATOM_WORD, ATOM_DIGITS, ATOM_MARK };

enum { ATOM_LOWER_MAX = 21 };

struct atom {
        uint32_t start, end; /* bytes of the text */
        uint32_t hash;       /* of @lower, as lexicon_hash() makes it */
        uint8_t kind;
        uint8_t size;                   /* bytes of @lower */
        bool space_before;              /* or the beginning */
        bool capital;                   /* of a word */
        char lower[ATOM_LOWER_MAX + 2]; /* ASCII lower case; "" when it is longer. Marks are
                                            folded: - for dashes that join, ' for ’ */
};

struct atoms {
        struct atom *list;
        size_t n, room;
};

/** The atoms of text[span]; they replace what @atoms held and use its memory again.
 *  Returns 0 or -ENOMEM. */
int atoms_scan(struct atoms *atoms, struct arena *arena, const char *text, struct span span);

/** In a text that is set in tokens (spaced.h) a number goes on behind its own mark, and a
 * hyphen joins it to a word, whatever spaces stand there: joins the atoms of text[span]. */
void atoms_join_spaced(struct atoms *atoms, const char *text, struct span span);

/** Where the text is cut for scanning: the paragraph that starts at @from, at most
 *  ATOMS_CHUNK_BYTES of it. The span is empty at the end of the text. */
struct span atoms_chunk(const char *text, uint32_t size, uint32_t from);
enum { ATOMS_CHUNK_BYTES = 1 << 16 };

static inline bool atom_is(const struct atoms *atoms, size_t i, const char *lower)
{
        return i < atoms->n && atoms->list[i].lower[0] == lower[0] &&
               strcmp(atoms->list[i].lower, lower) == 0;
}

/** Is it one of these @n? */
static inline bool atom_is_one_of(const struct atoms *atoms, size_t i, const char *const *words,
                                  size_t n)
{
        for (size_t k = 0; k < n; k++)
                if (atom_is(atoms, i, words[k]))
                        return true;
        return false;
}

/** … or one that @lexicon gives that class (lexicon_has)? */
static inline bool atom_is_of(const struct atoms *atoms, size_t i,
                              const struct lexicon *lexicon, const char *class)
{
        const struct atom *a = i < atoms->n ? &atoms->list[i] : NULL;

        return a && lexicon_value_has(lexicon_find_hashed(lexicon, a->lower, a->size, a->hash),
                                      class);
}

/** Is atom @i there and joined to the one before? */
bool atom_joined(const struct atoms *atoms, size_t i);
