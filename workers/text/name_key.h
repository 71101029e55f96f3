/* name_key - one key for the spellings of one name
 *
 * Names come to us through several alphabets and languages: "Sergei Lavrov", "Sergey Lavrov",
 * "Serguei Lavrov". The key folds what varies (case, accents, hyphens, dots, the classes of
 * transliteration) and keeps what tells people apart. Equal keys mean that two spellings may be
 * one name; they do not prove one bearer.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum { NAME_KEY_MAX = 256 };

/** Writes the key of @name (@size bytes of UTF-8) into @out, NUL-terminated: lower-case ASCII
 *  words parted by one space; letters of alphabets that it does not know stay as they are.
 * Longer names are cut. Returns the key's length, 0 when nothing is left. */
size_t name_key(char out[NAME_KEY_MAX], const char *name, size_t size);

/** May two names, given as keys, be the same person's? The last words agree, and so do the
 * others as far as both have them; an initial agrees with the name that it begins. */
bool name_keys_fit(const char *a, const char *b);
