/* page_date_lines - does a line of a page tell when it was published, or when it was changed?
 */
#pragma once

#include "workers/text/page_blocks.h"

bool date_line_says_update(const struct block *b);
bool date_line_says_published(const struct block *b);
/** "2 March 2021 | Updated 3 March 2021": the part of the line, from *@ret on, that tells the
 * one or the other. 0: it does not. */
size_t date_line_part(const struct block *b, bool modified, const char **ret);
