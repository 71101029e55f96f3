/* page - the main text, title, authors and dates of an HTML page
 */
#pragma once

#include <stddef.h>

#include "workers/text/document.h"

/** Reads @size bytes of valid UTF-8 into the extraction. Returns 0 or -ENOMEM. */
int page_read(struct document *doc, const char *html, size_t size);
