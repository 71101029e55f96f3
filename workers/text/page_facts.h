/* page_facts - a page's title, authors and dates, from all the places that tell them
 */
#pragma once

#include "workers/text/dates.h"
#include "workers/text/document.h"
#include "workers/text/page_jsonld.h"
#include "workers/text/page_select.h"

struct page_facts {
        struct document *doc;
        const struct page_tree *tree;
        const struct page_blocks *blocks;
        struct jsonld jsonld;
        struct page_selection *selection; /* NULL as long as nothing is selected */
        const char *heading;              /* the h1 that is most likely the headline, or NULL */
        uint32_t heading_node;
        bool only_heading; /* the page has no other h1 */
};

/** The title, where the article gives none: before the selection. */
int page_title_find(struct page_facts *facts);
/** Authors and dates: behind the selection. */
int page_authors_find(struct page_facts *facts);
int page_dates_find(struct page_facts *facts);
/** The order of the numbers in the page's dates. */
enum date_order page_date_order(const struct page_facts *facts);
/** Blocks near the headline and the head of the text, where by-lines and date lines stand:
 *  [*@ret_from, *@ret_end). */
void page_near(const struct page_facts *facts, size_t *ret_from, size_t *ret_end);
/** As it was given, else as the page tells it; NULL: neither. */
const char *page_address(const struct page_facts *facts);
/** Is the name the outlet's: as the page calls it, or as its address does? */
bool page_is_outlet(const struct page_facts *facts, const char *name);
/** By the metadata alone, and by the address alone. */
bool page_is_site(const struct page_facts *facts, const char *name);
bool page_is_host(const struct page_facts *facts, const char *name);
/** Is the name all that a part of the address says: "Sound Post" at soundpost.example? */
bool page_is_whole_host(const struct page_facts *facts, const char *name);
/** Does a part of the address hold the word: "strand" in adastrand.example? */
bool page_host_holds(const struct page_facts *facts, const char *word, size_t size);
/** A value with its entities decoded ("&amp;") and its white space as single spaces; NULL: no
 *  memory. */
char *page_clean(struct arena *arena, const char *text);
/** The same of metadata, which are often escaped twice and hold tags. */
char *page_clean_twice(struct arena *arena, const char *text);
