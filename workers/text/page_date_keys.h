/* page_date_keys - the metadata that state when a page was published and changed: their names,
 * and times that are numbers
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum { DATE_STAMP_BYTES = 32 };

/* The best first; NULL behind the last. */
extern const char *const date_keys_published[];
extern const char *const date_keys_modified[];

/** Writes the time that a number means: seconds since 1970, or thousandths of them. False: it
 * is none. */
bool date_write_stamp(int64_t stamp, char out[DATE_STAMP_BYTES]);
