/* layout - words that flow in columns of a terminal
 *
 * Texts are UTF-8 without control characters (log_escape() sees to that), except for the two
 * that mark a stretch of words: on a terminal it is shown in bold, else between asterisks.
 * Widths count code points.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { LAYOUT_MARK = 1, LAYOUT_UNMARK = 2, LAYOUT_CELLS_MAX = 8 };

struct cell {
        const char *text; /* NULL: empty */
        int width;
};

struct layout {
        FILE *out;
        bool colour;
};

/** Puts @n cells side by side, each wrapped to its width, @gap blanks between them, behind
 *  @indent blanks. A word that is wider than its cell is cut over lines. The last cell of a
 *  line has no blanks behind it. */
void layout_put(const struct layout *layout, int indent, int gap, const struct cell *cells,
                size_t n);
