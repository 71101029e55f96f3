/* quantities - inside of the quantities stage
 *
 * quantities.c finds the number with its bound, range and unit; quantities_of.c says what is
 * counted or measured by it.
 */
#pragma once

#include "workers/extract/atoms.h"
#include "workers/text/document.h"

/* Where a quantity stands among the tokens. */
struct site {
        enum quantity_kind kind;
        size_t first;  /* token of its first word, the bound's included */
        size_t after;  /* the token behind it */
        bool hyphened; /* "40-minute": goes with the noun behind it */
        const char *unit;
        struct span glued; /* the rest of a token that goes on behind it: "member" of
                              "15-member"; or SPAN_NONE */
};

/** What is counted or measured at @site, in the words of the text: "people killed", "meeting";
 *  NULL where the text does not say, or there is no memory. */
const char *quantity_of(const struct document *doc, const struct site *site);

/** Whose age the number at token @i is ("Ann Lee, 64, …"), or NULL. */
const char *quantity_of_age(const struct document *doc, size_t i);
