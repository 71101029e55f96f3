/* terms - the words of a text, as linking and comparing count them
 *
 * A term is a run of letters and digits, folded and stemmed, with how common its stem is in
 * English at large. Needs no language model: other languages are folded alone, their stems stay
 * words, and all of them count as rare.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum {
        TERMS_MAX =
                40000, /* words taken of one text; what stands behind them is not looked at */
        TERM_COMMON = 100, /* thousandths of texts: a word of this commonness says little */
        TERM_COUNTRY = 61, /* a country's, as it says little, wherever it is named */
        TERM_BYTES_MAX = 64,
};

struct term {
        uint32_t start, end; /* bytes of the text */
        uint64_t hash;       /* of the folded stem; of the digits of a number */
        uint16_t commonness; /* thousandths of texts that hold it; 0: rare */
        bool capital;        /* starts with an upper-case letter */
        bool number;         /* starts with a digit */
        bool denied;         /* "didn't", as the verb alone */
        bool country;        /* names a country or its people: all of one are one term */
        bool opens;          /* first word of a sentence, line or quotation */
};

/** ISO 3166-1 code of the country that a name means (not its people), or NULL. */
const char *term_country(const char *name, size_t size, char iso[3]);
/** Is @name the country's of that code itself? Georgia in the US is none. */
bool term_names_country(const char *name, const char *iso3166);
/** The hash of all terms of a country. */
uint64_t term_country_hash(const char *iso);

/** The terms of @text in its order; *@ret lives in @arena. Returns 0 or -ENOMEM. */
int terms_find(struct arena *arena, const char *text, size_t size, struct term **ret,
               size_t *ret_n);
