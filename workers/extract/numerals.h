/* numerals - numbers in digits and in words
 *
 * "13,200", "2 1/2", "two and a half million", "1.5bn", "a dozen", "28th", "twenty-first".
 */
#pragma once

#include "workers/extract/atoms.h"

enum { FINE = 1000000 }; /* billionths in a thousandth */

struct numeral {
        size_t n_atoms;
        int64_t value;  /* thousandths */
        int32_t finer;  /* billionths more, either way */
        bool ordinal;   /* "28th", "second" */
        bool words;     /* no digits in it */
        bool plain;     /* nothing but one run of digits */
        bool grouped;   /* with separators of thousands */
        bool scaled;    /* a word of scale from a thousand on, or its letter, is in it */
        bool fraction;  /* "half", "2 1/2", "1.5" */
        bool article;   /* starts with "a": "a dozen" */
        uint8_t digits; /* of the first run */
};

/** Reads the longest number that starts at atom @i. False: there is none, or it does not fit
 *  into an int64_t of thousandths. */
bool numeral_read(const struct atoms *atoms, size_t i, struct numeral *ret);
