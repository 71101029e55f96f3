/* dates - days, weeks, months and years, as TIMEX3 writes them, beside each other
 *
 * What bears no year ("XXXX-12-02", "XXXX-12") or is a day of whatever week ("XXXX-WXX-4") is
 * open: it is set beside a full date by what the two have in common.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum dates_relation {
        DATES_UNKNOWN, /* one knows nothing of what the other tells: a Thursday, a 2 December */
        DATES_APART,
        DATES_AGREE, /* one is a day of the other */
        DATES_SAME,  /* as far as both tell */
};

/** The first and the last day that @value may mean, in days from any; false: it is none. */
bool date_days(const char *value, int64_t *ret_first, int64_t *ret_last);
/** Without a year, or without a week. */
bool date_is_open(const char *value);
/** Of two that date_days() knows, one of which is open at least. */
enum dates_relation open_dates_relate(const char *a, const char *b);
