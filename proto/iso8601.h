/* iso8601 - the times that the contract takes: RFC 3339, or ISO 8601 truncated to its precision
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum iso_precision { ISO_NONE, ISO_YEAR, ISO_MONTH, ISO_DAY, ISO_HOUR, ISO_MINUTE, ISO_SECOND };

struct iso_time {
        int year, month, day, hour, minute, second; /* what is not given is 1 or 0 */
        enum iso_precision precision;
        bool has_offset;
        int offset_minutes; /* east of UTC */
};

enum { ISO_BYTES_MAX = 40 };

/** Reads "2021", "2021-12", "2021-12-02", "2021-12-02T20:35", … with seconds, fraction and
 * offset
 *  ("Z", "+01:00", "+0100"); a space may stand for the T. False: not such a time, or no such
 * day. */
bool iso_time_parse(struct iso_time *ret, const char *text, size_t size);
/** Writes it back, to its precision, with T and, if known, the offset; fractions are dropped.
 */
void iso_time_format(const struct iso_time *time, char out[ISO_BYTES_MAX]);
/** Days of @month, 1 to 12. */
int iso_month_length(int year, int month);
/** Days since 1970-01-01 of a civil date, and back. */
int64_t iso_days(int year, int month, int day);
void iso_civil(int64_t days, int *ret_year, int *ret_month, int *ret_day);
