/* paragraphs - the main text as it is put together
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "workers/text/document.h"

struct paragraphs {
        struct arena *arena;
        char *text;
        size_t size, room;
};

/** Room for @bytes of text in @n paragraphs. Returns 0 or -ENOMEM. */
int paragraphs_start(struct paragraphs *out, struct arena *arena, size_t bytes, size_t n);
/** Adds a paragraph, or with @join goes on with the last one behind a space. White space
 * becomes single spaces; soft hyphens, control characters and what has no width go. Text that
 * does not fit any more is left out. */
void paragraphs_add(struct paragraphs *out, const char *text, size_t size, bool join);
/** Makes it the document's text. */
void paragraphs_end(struct paragraphs *out, struct extraction *x);
