/* ascii - questions that are meant for the ASCII characters alone, whatever the locale */
#pragma once

#include <stdbool.h>

static inline bool ascii_is_digit(char c)
{
        return c >= '0' && c <= '9';
}

static inline bool ascii_is_upper(char c)
{
        return c >= 'A' && c <= 'Z';
}

static inline bool ascii_is_letter(char c)
{
        return (c >= 'a' && c <= 'z') || ascii_is_upper(c);
}

static inline char ascii_to_lower(char c)
{
        return (char)(ascii_is_upper(c) ? c - 'A' + 'a' : c);
}
