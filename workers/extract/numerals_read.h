/* numerals - inside of reading a number
 *
 * numerals.c reads from left to right; numerals_digits.c reads digits with their separators,
 * numerals_parts.c what makes a number broken: "1/2", "and two thirds", "point five", "e10".
 */
#pragma once

#include "workers/extract/numerals.h"

enum number_class { WORD_NONE, WORD_UNIT, WORD_TEN, WORD_HUNDRED, WORD_SCALE, WORD_PART };

enum { ONE = 1000, DIGITS_MAX = 15, INTEGER_DIGITS_MAX = 18, SPACED_GROUPS_MAX = 5 };

struct number_word {
        enum number_class class;
        int64_t value; /* thousandths; of a part, its share of one */
        bool ordinal;
};

struct reader {
        const struct atoms *atoms;
        size_t start, at;
        int64_t total, group;           /* thousandths */
        int64_t total_fine, group_fine; /* billionths more */
        int64_t scale;                  /* the last one read: scales go down */
        enum number_class last;
        struct numeral *out;
        bool overflow;
        bool summed; /* something stands above the last scale */
};

/* "two thirds": over / under of one, both in thousandths. */
struct share {
        int64_t over, under;
        size_t n_atoms;
};

/** The meaning of the number word at atom @i; false: it is none. */
bool number_word_at(const struct atoms *atoms, size_t i, struct number_word *ret);
/** The number of @size digits; -1: no digits alone, or more of them than a value can have. */
int64_t integer_parse(const char *digits, size_t size);
/** Digits with separators of thousands and decimals, at the reader's place. */
bool reader_take_digits(struct reader *reader);
/** Adds the decimals in @d. */
void reader_add_decimals(struct reader *reader, const char *d);
/** Is the number a sum: does a sign of a currency stand before it? */
bool reader_is_sum(const struct reader *reader);
void reader_multiply(struct reader *reader, int64_t *value, int64_t by);
void reader_add(struct reader *reader, int64_t *value, int64_t more);
/** Multiplies what stands below the next word of scale. */
void reader_multiply_group(struct reader *reader, int64_t by);
/** Adds @over of @under parts of one. */
void reader_add_part(struct reader *reader, int64_t over, int64_t under);
/** "a third", "three-quarters", "fifty-four hundredths" at atom @i; false: there is none. */
bool share_at(const struct atoms *atoms, size_t i, struct share *ret);
/** "third", "half", "two thirds": what may stand behind "and", at atom @i. */
bool added_share_at(const struct atoms *atoms, size_t i, struct share *ret);
/** "1/2" after a whole number, or alone; "½" joined or not. */
bool reader_take_fraction(struct reader *reader);
/** "quarter million", "three quarters of a billion" at the start. */
bool reader_take_share_of_scale(struct reader *reader);
/** "and a half", "and two thirds". Halves what the next scale multiplies. */
void reader_take_share(struct reader *reader);
/** "two point five": digits in words behind the point. */
void reader_take_point(struct reader *reader);
/** "e10", "x10^6" behind digits. */
void reader_take_exponent(struct reader *reader);
