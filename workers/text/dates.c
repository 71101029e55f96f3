#include "workers/text/dates.h"

#include <stdio.h>
#include <string.h>

#include "workers/lexicon/lexicon.h"
#include "workers/text/letters.h"

extern const struct lexicon lexicon_date_words;

enum {
        READ_BYTES_MAX = 400, /* a date line is short */
        WORD_BYTES_MAX = 16,
        UNSTATED_MINUTES = 14 * 60, /* how far from UTC a local time may be */
};

struct scan {
        const char *text;
        size_t at, end;
};

static bool is_digit(char c)
{
        return c >= '0' && c <= '9';
}

static int peek(const struct scan *s)
{
        return s->at < s->end ? (unsigned char)s->text[s->at] : -1;
}

static bool skip_any(struct scan *s, const char *set)
{
        size_t start = s->at;

        while (s->at < s->end && s->text[s->at] && strchr(set, s->text[s->at]))
                s->at++;
        return s->at > start;
}

static void skip_blank(struct scan *s)
{
        unsigned n;

        while (s->at < s->end &&
               letter_kind_at(s->text + s->at, s->text + s->end, &n) == LETTER_SPACE)
                s->at += n;
}

/* Gives the number of digits, 0 when there are none or more than @most. */
static int read_number(struct scan *s, int most, int *ret)
{
        size_t at = s->at;
        int value = 0, n = 0;

        while (at < s->end && is_digit(s->text[at]) && n <= most) {
                value = n < most ? 10 * value + (s->text[at] - '0') : value;
                at++;
                n++;
        }
        if (!n || n > most)
                return 0;
        s->at = at;
        *ret = value;
        return n;
}

/* Reads letters and gives their entry in the word list ("month 12", "am", "zone -300"), NULL
 * for another word. */
static const char *read_word(struct scan *s)
{
        char folded[2 * WORD_BYTES_MAX + 4];
        const char *p = s->text + s->at, *end = s->text + s->end, *start = p;
        unsigned n;

        while (p < end && letter_is_word(letter_kind_at(p, end, &n)))
                p += n;
        s->at = (size_t)(p - s->text);
        if (p == start || p - start > WORD_BYTES_MAX)
                return NULL;
        return lexicon_find(&lexicon_date_words, folded,
                            letter_fold(start, (size_t)(p - start), folded));
}

static int read_month(struct scan *s)
{
        const char *value = read_word(s);
        int month = 0;

        if (!value || strncmp(value, "month ", 6) != 0)
                return 0;
        for (value += 6; is_digit(*value); value++)
                month = 10 * month + (*value - '0');
        return month;
}

static bool is_kind(const char *value, const char *kind)
{
        return value && strncmp(value, kind, strlen(kind)) == 0;
}

static bool date_is_valid(const struct date *d)
{
        static const int days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

        return d->year >= DATE_YEAR_MIN && d->year <= DATE_YEAR_MAX && d->month >= 1 &&
               d->month <= 12 && d->day >= 1 && d->day <= days[d->month - 1];
}

/* "+01:00", "+0100", "+1" */
static void read_offset(struct scan *s, struct date *d)
{
        struct scan at = *s;
        int sign = peek(&at) == '-' ? -1 : 1, hours, minutes = 0;

        at.at++;
        if (read_number(&at, 2, &hours)) {
                if (peek(&at) == ':') {
                        at.at++;
                        if (read_number(&at, 2, &minutes) != 2)
                                return;
                }
        } else if (read_number(&at, 4, &hours) == 4) {
                minutes = hours % 100;
                hours /= 100;
        } else {
                return;
        }
        if (hours > 14 || minutes > 59)
                return;
        d->offset = sign * (60 * hours + minutes);
        *s = at;
}

static void read_zone(struct scan *s, struct date *d)
{
        struct scan at = *s;
        const char *value;
        int minutes = 0;

        if (peek(&at) == '+' || peek(&at) == '-') {
                read_offset(s, d);
                return;
        }
        skip_any(&at, " (");
        value = read_word(&at);
        if (!is_kind(value, "zone "))
                return;
        for (const char *p = value + 6; is_digit(*p); p++)
                minutes = 10 * minutes + (*p - '0');
        d->offset = value[5] == '-' ? -minutes : minutes;
        skip_any(&at, ")");
        *s = at;
}

static bool read_half(struct scan *s, struct date *d)
{
        struct scan at = *s;
        const char *value;
        bool pm;

        skip_any(&at, " ");
        value = read_word(&at);
        if (!value && at.at < at.end && at.at > s->at && at.text[at.at] == '.') {
                /* "p.m." */
                char half = at.text[at.at - 1];

                if (at.end - at.at < 2 || (at.text[at.at + 1] | 0x20) != 'm')
                        return false;
                value = (half | 0x20) == 'p' ? "pm" : (half | 0x20) == 'a' ? "am" : NULL;
                at.at += at.end - at.at > 2 && at.text[at.at + 2] == '.' ? 3 : 2;
        }
        pm = value && strcmp(value, "pm") == 0;
        if (!pm && !(value && strcmp(value, "am") == 0))
                return false;
        if (d->hour < 1 || d->hour > 12)
                return false;
        d->hour = d->hour % 12 + (pm ? 12 : 0);
        *s = at;
        return true;
}

/* "20:35", "20:35:00.000Z", "8:35 pm EST", "8pm" */
static bool read_time(struct scan *s, struct date *d)
{
        struct scan at = *s;
        struct date t = *d;
        int fraction;
        bool half;

        t.minute = 0;
        t.second = -1;
        if (!read_number(&at, 2, &t.hour) || t.hour > 24)
                return false;
        if (peek(&at) == ':' || peek(&at) == '.' || peek(&at) == 'h') {
                at.at++;
                if (read_number(&at, 2, &t.minute) != 2 || t.minute > 59)
                        return false;
                if (peek(&at) == ':') {
                        at.at++;
                        if (read_number(&at, 2, &t.second) != 2 || t.second > 60)
                                return false;
                        if (peek(&at) == '.' || peek(&at) == ',') {
                                at.at++;
                                read_number(&at, 9, &fraction);
                        }
                }
                half = read_half(&at, &t);
                if (s->text[s->at + 1] != ':' && s->text[s->at + 2] == '.' && !half)
                        return false; /* 20.35 alone is no time */
        } else if (!read_half(&at, &t)) {
                return false;
        }
        if (t.hour > 23)
                return false;
        read_zone(&at, &t);
        *d = t;
        *s = at;
        return true;
}

/* A time behind the date, after "T", ",", "at", "-", "|" and the like. */
static void read_time_behind(struct scan *s, struct date *d)
{
        struct scan at = *s;

        if (peek(&at) == 'T' || peek(&at) == 't')
                at.at++;
        for (int i = 0; i < 4 && !read_time(&at, d); i++) {
                struct scan word;

                skip_blank(&at);
                skip_any(&at, ",-|@(/");
                if (at.end - at.at >= 3 && (memcmp(at.text + at.at, "–", 3) == 0 ||
                                            memcmp(at.text + at.at, "—", 3) == 0))
                        at.at += 3;
                if (at.end - at.at >= 2 && memcmp(at.text + at.at, "·", 2) == 0)
                        at.at += 2;
                skip_blank(&at);
                word = at;
                if (is_kind(read_word(&word), "join"))
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
        int first, second, third, n = read_number(&at, 4, &first), m;
        int mark = peek(&at);

        if (!n || n == 3 || (mark != '-' && mark != '/' && mark != '.'))
                return false;
        at.at++;
        if (mark == '.')
                skip_any(&at, " ");
        m = read_number(&at, 2, &second);
        if (!m || peek(&at) != mark)
                return false;
        at.at++;
        if (mark == '.')
                skip_any(&at, " ");
        m = read_number(&at, 4, &third);
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

static void skip_joins(struct scan *s)
{
        for (int i = 0; i < 3; i++) {
                struct scan word;

                skip_blank(s);
                skip_any(s, ".,-'/");
                skip_blank(s);
                word = *s;
                if (!is_kind(read_word(&word), "join"))
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

/* "2 December 2021", "02-Dec-2021", "2nd of December, 2021", "2 de diciembre de 2021" */
static bool read_day_first(struct scan *s, struct date *d)
{
        struct scan at = *s;

        if (!read_number(&at, 2, &d->day))
                return false;
        skip_ordinal(&at);
        skip_joins(&at);
        d->month = read_month(&at);
        if (!d->month)
                return false;
        skip_joins(&at);
        if (read_number(&at, 4, &d->year) != 4)
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
        if (!read_number(&at, 2, &d->day))
                return false;
        skip_ordinal(&at);
        skip_joins(&at);
        year = at;
        if (read_number(&year, 4, &d->year) != 4) {
                year = at;
                if (!read_time(&year, d))
                        return false;
                skip_joins(&year);
                if (read_number(&year, 4, &d->year) != 4)
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
        } forms[] = { { read_day_first }, { read_month_first } };
        struct date d = blank_date(s->at);
        bool found = read_numeric(s, order, &d);

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

                skip_blank(&s);
                skip_any(&s, ",.-|/()");
                before = s.at;
                if (s.at < end) {
                        const char *value = read_word(&s);

                        if (s.at == before) {
                                unsigned n;

                                if (letter_kind_at(text + s.at, text + end, &n) == LETTER_DIGIT)
                                        return false;
                                s.at += n;
                        } else if (!is_kind(value, "day") && !is_kind(value, "join")) {
                                return false;
                        }
                }
        }
        return true;
}

bool date_read(const char *text, size_t size, enum date_order order, struct date *ret)
{
        struct scan s = { text, 0, size < READ_BYTES_MAX ? size : READ_BYTES_MAX };
        struct date before = blank_date(0);

        while (s.at < s.end) {
                struct scan at = s;
                struct date time = blank_date(s.at);
                unsigned n;

                if (read_here(&at, order, ret)) {
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
                if (read_time(&at, &time)) {
                        before = time;
                        before.end = at.at;
                        s.at = at.at;
                        continue;
                }
                /* Over the whole word or number, so that 12021 holds no 2021. */
                if (is_digit(text[s.at])) {
                        while (s.at < s.end && is_digit(text[s.at]))
                                s.at++;
                        continue;
                }
                if (letter_is_word(letter_kind_at(text + s.at, text + s.end, &n)))
                        read_word(&s);
                else
                        s.at += n;
        }
        return false;
}

bool date_read_url(const char *url, struct date *ret)
{
        for (const char *p = url; *p && p - url < READ_BYTES_MAX; p++) {
                struct scan s = { p, 0, strnlen(p, 12) };
                struct date d = blank_date((size_t)(p - url));
                int all;

                if (!is_digit(*p) || (p > url && (is_digit(p[-1]) || p[-1] == '.')))
                        continue;
                if (*p == '2' && strspn(p, "0123456789") == 4 &&
                    read_numeric(&s, DATE_DAY_FIRST, &d)) {
                        d.end = d.start + s.at;
                        *ret = d;
                        return true;
                }
                s.at = 0;
                if (read_number(&s, 8, &all) == 8) {
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
        int64_t y = d->month > 2 ? d->year : d->year - 1, m = (d->month + 9) % 12;
        int64_t days = 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + d->day;
        int64_t minutes = days * 1440;

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
