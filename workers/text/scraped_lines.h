/* scraped_lines - the lines of a scraped text, and what is known of each
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "workers/text/dates.h"
#include "workers/text/document.h"
#include "workers/text/furniture.h"

enum {
        HEAD_LINES_MAX = 8, /* where title, date and by-line stand */
        PARAGRAPH_WORDS_MIN = 15,
};

struct line {
        const char *p;
        size_t size;
        size_t words;
        size_t before; /* bytes of lines before this one */
        bool blank_before;
        bool stop;  /* ends as a sentence does */
        bool lower; /* starts with a small letter */
        bool caps;  /* all letters are capitals */
        bool dropped;
        enum furniture furniture;
};

struct scraped {
        struct document *doc;
        struct line *lines;
        size_t n, bytes;
        bool wrapped; /* lines are broken at a width, not at paragraphs */
};

static inline bool is_paragraph(const struct line *l)
{
        return l->words >= PARAGRAPH_WORDS_MIN && l->stop;
}

/** A line that holds a date and besides it only a place, an outlet, "Updated:" or the like. */
bool scraped_is_date_line(const struct line *l, struct date *date);
/** Reads the date lines at the head, up to the first paragraph, and at the end. 0 or -ENOMEM.
 */
int scraped_take_dates(struct scraped *s);
