/* agencies - news agencies by their names and aliases */
#pragma once

#include "workers/text/document.h"

struct agency_match {
        const char *name; /* to be given, or NULL: none here */
        size_t end;       /* token behind it */
        bool is_short;    /* a short or common word: needs a sign beside it */
};

/** The agency whose name begins at token @i, the longest of its readings. */
struct agency_match agency_at(const struct document *doc, size_t i);
/** The name for the words of @span: the agency's, else the words as they stand. NULL: no
 * memory.
 */
const char *agency_name(const struct document *doc, struct span span);
