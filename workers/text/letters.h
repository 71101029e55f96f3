/* letters - what kind of character stands there
 *
 * ASCII is answered from a table, the rest by ICU's properties: the same on every machine.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum letter_kind {
        LETTER_SPACE, /* white space, line ends, and what has no width */
        LETTER_UPPER, /* title case too */
        LETTER_LOWER,
        LETTER_OTHER, /* of a script without case; combining marks */
        LETTER_DIGIT,
        LETTER_PUNCTUATION,
        LETTER_SYMBOL,
        LETTER_NOTHING, /* control characters */
};

/** The kind of the code point at @p (before @end); its length in bytes goes to *@ret_size. */
static inline enum letter_kind letter_kind_at(const char *p, const char *end,
                                              unsigned *ret_size);
enum letter_kind letter_kind_of(uint32_t point);

/* What the inline ones hang on: the kinds of ASCII, and those of what lies beyond. */
extern const uint8_t letter_ascii_kinds[128];
enum letter_kind letter_kind_beyond(const char *p, const char *end, unsigned *ret_size);

static inline enum letter_kind letter_kind_at(const char *p, const char *end,
                                              unsigned *ret_size)
{
        if ((unsigned char)*p >= 128)
                return letter_kind_beyond(p, end, ret_size);
        *ret_size = 1;
        return letter_ascii_kinds[(unsigned char)*p];
}

static inline bool letter_is_word(enum letter_kind kind)
{
        return kind == LETTER_UPPER || kind == LETTER_LOWER || kind == LETTER_OTHER;
}

/** Size of an apostrophe ("'" or "’") at @p, or 0. */
static inline unsigned letter_apostrophe(const char *p, const char *end)
{
        if (p < end && *p == '\'')
                return 1;
        return end - p >= 3 && memcmp(p, "’", 3) == 0 ? 3 : 0;
}
/** Size of a hyphen that joins words at @p ("-", U+2010, U+2011), or 0. */
unsigned letter_hyphen(const char *p, const char *end);
/** Is this a mark that closes (”, ’, », a bracket), or a straight one that may? */
bool letter_closes(uint32_t point);
/** Is this a mark that opens, or a straight one that may? */
bool letter_opens(uint32_t point);

/** Writes @size bytes of UTF-8 in lower case to @out (room for 2 × @size + 1), with ' for ’ and
 *  a NUL at the end; gives the length. */
size_t letter_fold(const char *text, size_t size, char *out);

/** Are the letters and digits of both the same, whatever the case and the marks between? */
bool letter_same_words(const char *a, size_t a_size, const char *b, size_t b_size);

/** Is the run of @size bytes one of these @n words? */
bool letter_run_is_one_of(const char *text, size_t size, const char *const *words, size_t n);
/** The same, whatever the case of ASCII letters. */
bool letter_run_reads_one_of(const char *text, size_t size, const char *const *words, size_t n);
