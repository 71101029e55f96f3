/* abbreviations - does a full stop end a word, or a sentence, or both?
 */
#pragma once

#include <stddef.h>

enum abbreviation_kind {
        ABBREVIATION_NONE,
        ABBREVIATION_NEVER,  /* never ends a sentence: "Mr.", "e.g." */
        ABBREVIATION_NUMBER, /* an abbreviation before a number alone: "No. 5", "Jan. 6" */
        ABBREVIATION_MAY,    /* may end a sentence: "Inc.", "U.S.", "p.m.", "J." */
};

/** The kind of the word of @size bytes that stands before a full stop (without the stop, with
 *  inner ones). Single letters and letters parted by stops are abbreviations by their form. */
enum abbreviation_kind abbreviation_kind(const char *word, size_t size);
