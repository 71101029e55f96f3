/* options - what verbs have in common */
#pragma once

#include <stdbool.h>
#include <stdint.h>

struct ask_options {
        bool json, wait, all;
        const char *endpoint, *since, *match, *version, *source;
        char **words; /* what is no option */
        int n_words;
};

/** Reads the options in @allowed ("json endpoint match", each a long option) and @n_words words
 * at the least, @most at the most. Returns 0 or EXIT_USAGE, after saying what is wrong. */
int options_read(struct ask_options *options, int argc, char **argv, const char *allowed,
                 int least, int most);
/** Reads @text, a whole number of at least @least, that @what of @verb asks for. Returns 0 or
 * EXIT_USAGE, after saying what is wrong. */
int number_read(uint64_t *ret, const char *verb, const char *what, const char *text,
                uint64_t least);
