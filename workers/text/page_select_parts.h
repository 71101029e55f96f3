/* page_select_parts - the steps of a selection that have files of their own
 */
#pragma once

#include "workers/text/page_select.h"

/** Sets node, first and end. Needs the blocks' evidence. Returns 0 or -ENOMEM. */
int page_choose_node(struct page_selection *s);
/** Counts what is kept. */
void page_select_count(struct page_selection *s);
/** Keeps the standfirst, and first paragraphs, that stand before the selection. */
void page_take_head(struct page_selection *s);
/** Drops the beginnings of other articles. */
void page_drop_teasers(struct page_selection *s);
/** Drops boxes that call the reader to do something. */
void page_drop_calls(struct page_selection *s);
/** Drops headings that nothing follows, or nothing that was kept. */
void page_drop_lone_headings(struct page_selection *s);
/** Is the block in a short cell of a table of facts: beside others, and in one of several rows?
 */
bool page_is_fact(const struct page_selection *s, const struct block *b);
