/* table_lines - lines of a table, and sources named by letters
 *
 * For the files of table.h alone.
 */
#pragma once

#include <stdbool.h>

#include "base/json.h"
#include "cli/layout.h"

enum {
        TABLE_MARGIN = 2,
        TABLE_GAP = 3, /* between columns */
};

struct table {
        struct layout layout;
        int width;
        bool all;
        const json_t *articles;
};

void table_words(const struct table *t, int indent, const char *text);
/** A label, and words that flow beside it. */
void table_labelled(const struct table *t, int indent, int label_width, const char *label,
                    const char *text);
void table_heading(const struct table *t, const char *text, size_t n);
/** How many entries of a section are shown. */
size_t table_shown(const struct table *t, const json_t *list, size_t first);
/** Says that there are more. */
void table_more(const struct table *t, int indent, size_t n, size_t of);

/** The letter of the source at place @i. */
void table_letter(struct buffer *out, size_t i);
/** The letter of the source of an article. */
void table_source(struct buffer *out, const struct table *t, const char *id);
/** "ACD", or "12 of 30" where letters would be a riddle. */
void table_letters(struct buffer *out, const struct table *t, const json_t *ids);
int table_letters_width(const struct table *t);
int table_letter_width(const struct table *t);
