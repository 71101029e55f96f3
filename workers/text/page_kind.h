/* page_kind - is the page an article?
 */
#pragma once

#include "workers/text/page_facts.h"

/** False for error pages, walls, consent forms, lists of articles, and pages without text. */
bool page_is_article(const struct page_facts *facts);
