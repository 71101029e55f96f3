/* date_scan - reading a date line piece by piece
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "workers/text/dates.h"

struct scan {
        const char *text;
        size_t at, end;
};

/** The byte at the place, -1 at the end. */
int scan_peek(const struct scan *s);
/** Skips bytes of the set. Was there one? */
bool scan_any(struct scan *s, const char *set);
void scan_blank(struct scan *s);
/** Reads a number of at most @most digits. Gives how many there were; 0, and the place stays,
 * when there is none or more. */
int scan_number(struct scan *s, int most, int *ret);
/** Reads letters and gives their entry in the word list ("month 12", "am", "zone -300"), NULL
 * for another word. */
const char *scan_word(struct scan *s);
/** Is the entry of this kind? */
bool scan_is(const char *value, const char *kind);
/** Reads "20:35", "20:35:00.000Z", "8:35 pm EST", "8pm" into the time of @d. */
bool scan_time(struct scan *s, struct date *d);
/** Reads "2021年12月2日", "2021년 12월 2일" into @d; no calendar need have the
 *  day. */
bool scan_signed_date(struct scan *s, struct date *d);
