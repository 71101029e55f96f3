/* dates - the date that a line, an attribute or an address states
 *
 * For the dates of the article itself, as pages print them and as their metadata hold them; the
 * times that a text speaks of are workers/extract/times.c's.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/** How 3/4/2021 is read. */
enum date_order { DATE_DAY_FIRST, DATE_MONTH_FIRST };

struct date {
        int year, month, day;
        int hour, minute, second; /* hour < 0: no time; second < 0: no second */
        int offset;               /* minutes east of UTC; DATE_NO_OFFSET: not stated */
        size_t start, end;        /* bytes of the text that was read */
};
enum { DATE_NO_OFFSET = 10000, DATE_YEAR_MIN = 1980, DATE_YEAR_MAX = 2100 };

/** Finds the first full date (day, month and year) in the first bytes of @text, with a time
 *  that stands next to it. */
bool date_read(const char *text, size_t size, enum date_order order, struct date *ret);
/** Is the line with that date an agency's dateline, or a story that opens with one: a place
 *  before the date, a dash behind it ("NAIROBI, August 8, 2014 (Xinhua) --")? */
bool date_is_dateline(const char *text, size_t size, const struct date *date);
/** Does a date of numbers alone in @text leave no choice of their order ("13/10/2023")? */
bool date_shows_order(const char *text, size_t size, enum date_order *ret);
/** The date in an address: /2021/12/02/, /2021-12-02-, /2021/december/02/, 20211202. */
bool date_read_url(const char *url, struct date *ret);
/** ISO 8601 with the precision that was stated. NULL: no memory. */
char *date_value(struct arena *arena, const struct date *date);
/** Is @a later than @b however the offsets that are not stated are filled in? */
bool date_is_later(const struct date *a, const struct date *b);
