/* page_date_keys - names of the metadata that state when a page was published and changed
 */
#pragma once

/* The best first; NULL behind the last. */
extern const char *const date_keys_published[];
extern const char *const date_keys_modified[];
