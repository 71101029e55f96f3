/* dates - the forms in which a date is written
 */
#include "workers/text/dates.h"

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "base/macros.h"
#include "workers/text/date_scan.h"
#include "workers/text/letters.h"

enum {
        READ_BYTES_MAX = 400,       /* a date line is short */
        UNSTATED_MINUTES = 14 * 60, /* how far from UTC a local time may be */
        SUNDAY = 5,                 /* what a Sunday's days leave when divided by 7 */
};

static int read_month(struct scan *s)
{
        const char *value = scan_word(s);
        int month = 0;

        if (!value || strncmp(value, "month ", 6) != 0)
                return 0;
        for (value += 6; ascii_is_digit(*value); value++)
                month = 10 * month + (*value - '0');
        return month;
}

static bool date_is_valid(const struct date *d)
{
        static const int days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

        return d->year >= DATE_YEAR_MIN && d->year <= DATE_YEAR_MAX && d->month >= 1 &&
               d->month <= 12 && d->day >= 1 && d->day <= days[d->month - 1];
}

/* A time behind the date, after "T", ",", "at", "-", "|" and the like. */
static void read_time_behind(struct scan *s, struct date *d)
{
        struct scan at = *s;

        if (scan_peek(&at) == 'T' || scan_peek(&at) == 't')
                at.at++;
        for (int i = 0; i < 4 && !scan_time(&at, d); i++) {
                struct scan word;

                scan_blank(&at);
                scan_any(&at, ",-|@(/");
                if (at.end - at.at >= 3 && (memcmp(at.text + at.at, "–", 3) == 0 ||
                                            memcmp(at.text + at.at, "—", 3) == 0))
                        at.at += 3;
                if (at.end - at.at >= 2 && memcmp(at.text + at.at, "·", 2) == 0)
                        at.at += 2;
                scan_blank(&at);
                word = at;
                if (scan_is(scan_word(&word), "join"))
                        at = word;
        }
        if (d->hour >= 0)
                *s = at;
}

static void set_numeric(struct date *d, int first, int second, enum date_order order)
{
        bool month_first = (order == DATE_MONTH_FIRST && first <= 12) || second > 12;

        d->month = month_first ? first : second;
        d->day = month_first ? second : first;
}

/* 2021-12-02, 2021/12/2, 03.12.2021, 3/12/21 */
static bool read_numeric(struct scan *s, enum date_order order, struct date *d)
{
        struct scan at = *s;
        int first, second, third, n = scan_number(&at, 4, &first), m;
        int mark = scan_peek(&at);

        if (!n || n == 3 || (mark != '-' && mark != '/' && mark != '.'))
                return false;
        at.at++;
        if (mark == '.')
                scan_any(&at, " ");
        m = scan_number(&at, 2, &second);
        if (!m || scan_peek(&at) != mark)
                return false;
        at.at++;
        if (mark == '.')
                scan_any(&at, " ");
        m = scan_number(&at, 4, &third);
        if (n == 4 && (m == 1 || m == 2)) {
                d->year = first;
                d->month = second;
                d->day = third;
        } else if (n <= 2 && (m == 4 || m == 2)) {
                d->year = m == 2 ? 2000 + third : third;
                set_numeric(d, first, second, mark == '/' ? order : DATE_DAY_FIRST);
        } else {
                return false;
        }
        *s = at;
        return date_is_valid(d);
}

/* "20211202", "20211202T203500Z": all of an attribute. */
static bool read_compact(struct scan *s, struct date *d)
{
        struct scan at = *s;
        int day, time;

        if (at.at != 0 || scan_number(&at, 8, &day) != 8)
                return false;
        d->year = day / 10000;
        d->month = day / 100 % 100;
        d->day = day % 100;
        if (scan_peek(&at) == 'T') {
                at.at++;
                if (scan_number(&at, 6, &time) != 6 || time >= 240000)
                        return false;
                d->hour = time / 10000;
                d->minute = time / 100 % 100;
                d->second = time % 100;
                if (scan_any(&at, "Z"))
                        d->offset = 0;
        }
        *s = at;
        return at.at == at.end && date_is_valid(d);
}

static void skip_joins(struct scan *s)
{
        for (int i = 0; i < 3; i++) {
                struct scan word;

                scan_blank(s);
                scan_any(s, ".,-'/");
                scan_blank(s);
                word = *s;
                if (!scan_is(scan_word(&word), "join"))
                        return;
                *s = word;
        }
}

static void skip_ordinal(struct scan *s)
{
        static const char suffixes[] = "st nd rd th";

        for (size_t i = 0; i < sizeof(suffixes) - 1; i += 3) {
                if (s->end - s->at >= 2 && strncasecmp(s->text + s->at, suffixes + i, 2) == 0) {
                        s->at += 2;
                        return;
                }
        }
}

/* "2 December 2021", "02-Dec-2021", "02-Dec-21", "2nd of December, 2021", "2 de diciembre de
 * 2021" */
static bool read_day_first(struct scan *s, struct date *d)
{
        struct scan at = *s;
        bool hyphen;
        int n;

        if (!scan_number(&at, 2, &d->day))
                return false;
        skip_ordinal(&at);
        skip_joins(&at);
        d->month = read_month(&at);
        if (!d->month)
                return false;
        hyphen = scan_peek(&at) == '-';
        skip_joins(&at);
        n = scan_number(&at, 4, &d->year);
        if (n == 2 && hyphen)
                d->year += d->year < DATE_YEAR_MIN % 100 ? 2000 : 1900;
        else if (n != 4)
                return false;
        *s = at;
        return date_is_valid(d);
}

/* "December 2, 2021", "Dec. 2nd 2021", "Dec 02 20:35:00 EST 2021" */
static bool read_month_first(struct scan *s, struct date *d)
{
        struct scan at = *s, year;

        d->month = read_month(&at);
        if (!d->month)
                return false;
        skip_joins(&at);
        if (!scan_number(&at, 2, &d->day))
                return false;
        skip_ordinal(&at);
        skip_joins(&at);
        year = at;
        if (scan_number(&year, 4, &d->year) != 4) {
                year = at;
                if (!scan_time(&year, d))
                        return false;
                skip_joins(&year);
                if (scan_number(&year, 4, &d->year) != 4)
                        return false;
        }
        at = year;
        *s = at;
        return date_is_valid(d);
}

static struct date blank_date(size_t start)
{
        return (struct date){
                .hour = -1, .second = -1, .offset = DATE_NO_OFFSET, .start = start
        };
}

/* A date at the place of the scan, with the time behind it. */
static bool read_here(struct scan *s, enum date_order order, struct date *ret)
{
        static const struct {
                bool (*read)(struct scan *s, struct date *d);
        } forms[] = { { read_day_first }, { read_month_first }, { read_compact } };
        struct date d = blank_date(s->at);
        bool found =
                read_numeric(s, order, &d) || (scan_signed_date(s, &d) && date_is_valid(&d));

        for (size_t i = 0; i < sizeof(forms) / sizeof(*forms) && !found; i++) {
                d = blank_date(s->at);
                found = forms[i].read(s, &d);
        }
        if (!found)
                return false;
        if (d.hour < 0)
                read_time_behind(s, &d);
        d.end = s->at;
        *ret = d;
        return true;
}

/* Is there only blank, a comma, a dash, a weekday or a joining word? */
static bool is_gap(const char *text, size_t start, size_t end)
{
        struct scan s = { text, start, end };

        if (end - start > 24)
                return false;
        while (s.at < end) {
                size_t before;

                scan_blank(&s);
                scan_any(&s, ",.-|/()");
                before = s.at;
                if (s.at < end) {
                        const char *value = scan_word(&s);

                        if (s.at == before) {
                                unsigned n;

                                if (letter_kind_at(text + s.at, text + end, &n) == LETTER_DIGIT)
                                        return false;
                                s.at += n;
                        } else if (!scan_is(value, "day") && !scan_is(value, "join")) {
                                return false;
                        }
                }
        }
        return true;
}

/* Days since some day long ago. */
static int64_t date_days(const struct date *d)
{
        int64_t y = d->month > 2 ? d->year : d->year - 1, m = (d->month + 9) % 12;

        return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + d->day;
}

/* "Fri, 02/06/2017": the weekday tells which of the two is the day. */
static void order_by_weekday(const char *text, struct date *d, int weekday)
{
        size_t at = d->start;
        struct date other = *d;

        while (ascii_is_digit(text[at]))
                at++;
        other.month = d->day;
        other.day = d->month;
        if (text[at] == '/' && at - d->start <= 2 && d->day <= 12 &&
            (date_days(d) - SUNDAY) % 7 != weekday % 7 &&
            (date_days(&other) - SUNDAY) % 7 == weekday % 7)
                *d = other;
}

bool date_read(const char *text, size_t size, enum date_order order, struct date *ret)
{
        struct scan s = { text, 0, size < READ_BYTES_MAX ? size : READ_BYTES_MAX };
        struct date before = blank_date(0);
        size_t weekday_end = 0;
        int weekday = 0;

        while (s.at < s.end) {
                struct scan at = s;
                struct date time = blank_date(s.at);
                unsigned n;

                if (read_here(&at, order, ret)) {
                        if (weekday && is_gap(text, weekday_end, ret->start))
                                order_by_weekday(text, ret, weekday);
                        if (ret->hour < 0 && before.hour >= 0 &&
                            is_gap(text, before.end, ret->start)) {
                                ret->hour = before.hour;
                                ret->minute = before.minute;
                                ret->second = before.second;
                                ret->offset = before.offset;
                                ret->start = before.start;
                        }
                        return true;
                }
                at = s;
                if (scan_time(&at, &time)) {
                        before = time;
                        before.end = at.at;
                        s.at = at.at;
                        continue;
                }
                /* Over the whole word or number, so that 12021 holds no 2021. */
                if (ascii_is_digit(text[s.at])) {
                        while (s.at < s.end && ascii_is_digit(text[s.at]))
                                s.at++;
                        continue;
                }
                if (letter_is_word(letter_kind_at(text + s.at, text + s.end, &n))) {
                        const char *value = scan_word(&s);

                        if (scan_is(value, "day")) {
                                weekday = value[strlen("day ")] - '0';
                                weekday_end = s.at;
                        }
                } else {
                        s.at += n;
                }
        }
        return false;
}

bool date_shows_order(const char *text, size_t size, enum date_order *ret)
{
        struct scan s = { text, 0, size < READ_BYTES_MAX ? size : READ_BYTES_MAX };

        while (s.at < s.end) {
                struct scan at = s;
                int first, second, year;

                if (scan_number(&at, 2, &first) && scan_peek(&at) == '/') {
                        at.at++;
                        if (scan_number(&at, 2, &second) && scan_peek(&at) == '/') {
                                at.at++;
                                if (scan_number(&at, 4, &year) == 4 && first && second &&
                                    (first > 12) != (second > 12) && first <= 31 &&
                                    second <= 31) {
                                        *ret = first > 12 ? DATE_DAY_FIRST : DATE_MONTH_FIRST;
                                        return true;
                                }
                        }
                }
                if (!ascii_is_digit(text[s.at])) {
                        s.at++;
                        continue;
                }
                while (s.at < s.end && ascii_is_digit(text[s.at]))
                        s.at++;
        }
        return false;
}

/* "2021/december/02", "2021/dec/2" */
static bool read_year_first(struct scan *s, struct date *d)
{
        struct scan at = *s;

        if (scan_number(&at, 4, &d->year) != 4 || !scan_any(&at, "/-"))
                return false;
        d->month = read_month(&at);
        if (!d->month || !scan_any(&at, "/-") || !scan_number(&at, 2, &d->day))
                return false;
        *s = at;
        return date_is_valid(d);
}

bool date_read_url(const char *url, struct date *ret)
{
        for (const char *p = url; *p && p - url < READ_BYTES_MAX; p++) {
                struct scan s = { p, 0, strnlen(p, 18) };
                struct date d = blank_date((size_t)(p - url));
                int all;

                if (!ascii_is_digit(*p) || (p > url && (ascii_is_digit(p[-1]) || p[-1] == '.')))
                        continue;
                if (*p == '2' && strspn(p, "0123456789") == 4 &&
                    (read_numeric(&s, DATE_DAY_FIRST, &d) || read_year_first(&s, &d))) {
                        d.end = d.start + s.at;
                        *ret = d;
                        return true;
                }
                s.at = 0;
                if (scan_number(&s, 8, &all) == 8) {
                        d = blank_date((size_t)(p - url));
                        d.year = all / 10000;
                        d.month = all / 100 % 100;
                        d.day = all % 100;
                        d.end = d.start + 8;
                        if (d.year >= 2000 && date_is_valid(&d)) {
                                *ret = d;
                                return true;
                        }
                }
        }
        return false;
}

char *date_value(struct arena *arena, const struct date *d)
{
        char zone[8] = "", second[4] = "";
        int minutes = d->offset < 0 ? -d->offset : d->offset;

        if (d->hour < 0)
                return arena_printf(arena, "%04d-%02d-%02d", d->year, d->month, d->day);
        if (d->offset == 0)
                snprintf(zone, sizeof(zone), "Z");
        else if (d->offset != DATE_NO_OFFSET)
                snprintf(zone, sizeof(zone), "%c%02d:%02d", d->offset < 0 ? '-' : '+',
                         minutes / 60 % 24, minutes % 60);
        if (d->second >= 0)
                snprintf(second, sizeof(second), ":%02d", d->second % 61);
        return arena_printf(arena, "%04d-%02d-%02dT%02d:%02d%s%s", d->year, d->month, d->day,
                            d->hour, d->minute, second, zone);
}

/* Minutes since some day long ago; good for differences. */
static int64_t date_minutes(const struct date *d, bool latest)
{
        int64_t minutes = date_days(d) * 1440;

        if (d->hour >= 0)
                minutes += 60 * d->hour + d->minute;
        else if (latest)
                minutes += 1439;
        if (d->offset != DATE_NO_OFFSET)
                return minutes - d->offset;
        return latest ? minutes + UNSTATED_MINUTES : minutes - UNSTATED_MINUTES;
}

bool date_is_later(const struct date *a, const struct date *b)
{
        return date_minutes(a, false) > date_minutes(b, true);
}

/* Bytes of a dash at @p, or 0; a hyphen parts only what spaces part. */
static size_t dash_at(const char *start, const char *p, const char *end)
{
        bool apart = p > start && (p[-1] == ' ' || p[-1] == ')' || p[-1] == '-');

        if (end - p >= 3 && (memcmp(p, "–", 3) == 0 || memcmp(p, "—", 3) == 0))
                return 3;
        return apart && (*p == '-' || *p == '_') ? 1 : 0;
}

bool date_is_dateline(const char *text, size_t size, const struct date *date)
{
        const char *end = text + size, *p = text + date->end;
        unsigned n, m;
        size_t dash = 0;
        bool bracket;

        if (!date->start || letter_kind_at(text, end, &n) != LETTER_UPPER)
                return false;
        while (p < end && !(dash = dash_at(text, p, end)))
                p++;
        if (!dash)
                return false;
        bracket = memchr(text + date->end, ')', (size_t)(p - text) - date->end);
        if (!bracket && letter_kind_at(text + n, end, &m) != LETTER_UPPER)
                return false; /* neither an agency nor a place in capitals */
        while (p < end && (*p == ' ' || (dash = dash_at(text, p, end))))
                p += *p == ' ' ? 1 : dash;
        return p == end || memchr(".!?", end[-1], 3);
}
