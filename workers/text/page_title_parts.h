/* page_title_parts - the places that state a page's headline, and how they are held together
 */
#pragma once

#include "workers/text/page_facts.h"

struct title_candidates {
        const char *title, *og, *headline; /* each may be NULL */
        const char *bare, *brief; /* <title> without the outlet; without its last part too */
        const char *folded[3];    /* title, og, headline in lower case */
};

/** The same words? Each may be NULL. */
bool title_same(const char *a, const char *b);
/** Where a part behind (or before) a separator begins and ends: " | ", " - ", " – ", " » ". */
const char *title_separator(const char *from, size_t *ret_size);
/** Marks that part the outlet's name too, but stand within headlines as well. */
const char *title_tight_separator(const char *from, size_t *ret_size);
/** In lower case; NULL: no memory. */
char *title_fold(struct arena *arena, const char *text);
/** Percent of the heading's words that the other titles have. */
unsigned title_shared(struct arena *arena, const char *heading,
                      const struct title_candidates *c);
/** Without the outlet's name at the end or the head. */
const char *title_strip_site(const struct page_facts *f, const char *title);
/** Without a short last part that nothing tells to be the outlet's name, or a section's. */
const char *title_strip_last(const struct page_facts *f, const char *title);
/** Is @part what stands before the first separators of @whole, or behind the last? */
bool title_is_head_of(const char *part, const char *whole);
bool title_is_tail_of(const char *part, const char *whole);
/** What <title> says, with or without the outlet's name; or any other place? */
bool title_is_bare(const char *text, const struct title_candidates *c);
bool title_is_told(const char *text, const struct title_candidates *c);
/** Sets the heading that is the headline. Returns 0 or -ENOMEM. */
int title_find_heading(struct page_facts *f, const struct title_candidates *c);
/** Does it end in dots? */
bool title_is_cut(const char *text);
/** Where *@title is cut short, or the outlet's name, a heading above the text may say more.
 *  Returns 0 or -ENOMEM. */
int title_complete(struct page_facts *f, const char **title);
