#include "workers/text/date_scan.h"

#include <string.h>

#include "base/ascii.h"
#include "workers/lexicon/lexicon.h"
#include "workers/text/letters.h"

extern const struct lexicon lexicon_date_words;

enum { WORD_BYTES_MAX = 16 };

int scan_peek(const struct scan *s)
{
        return s->at < s->end ? (unsigned char)s->text[s->at] : -1;
}

bool scan_any(struct scan *s, const char *set)
{
        size_t start = s->at;

        while (s->at < s->end && s->text[s->at] && strchr(set, s->text[s->at]))
                s->at++;
        return s->at > start;
}

void scan_blank(struct scan *s)
{
        unsigned n;

        while (s->at < s->end &&
               letter_kind_at(s->text + s->at, s->text + s->end, &n) == LETTER_SPACE)
                s->at += n;
}

/* Gives the number of digits, 0 when there are none or more than @most. */
int scan_number(struct scan *s, int most, int *ret)
{
        size_t at = s->at;
        int value = 0, n = 0;

        while (at < s->end && ascii_is_digit(s->text[at]) && n <= most) {
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
const char *scan_word(struct scan *s)
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

bool scan_is(const char *value, const char *kind)
{
        return value && strncmp(value, kind, strlen(kind)) == 0;
}

/* "+01:00", "+0100", "+1" */
static void read_offset(struct scan *s, struct date *d)
{
        struct scan at = *s;
        int sign = scan_peek(&at) == '-' ? -1 : 1, hours, minutes = 0;

        at.at++;
        if (scan_number(&at, 2, &hours)) {
                if (scan_peek(&at) == ':') {
                        at.at++;
                        if (scan_number(&at, 2, &minutes) != 2)
                                return;
                }
        } else if (scan_number(&at, 4, &hours) == 4) {
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

        if (scan_peek(&at) == '+' || scan_peek(&at) == '-') {
                read_offset(s, d);
                return;
        }
        scan_any(&at, " (");
        value = scan_word(&at);
        if (!scan_is(value, "zone "))
                return;
        for (const char *p = value + 6; ascii_is_digit(*p); p++)
                minutes = 10 * minutes + (*p - '0');
        d->offset = value[5] == '-' ? -minutes : minutes;
        scan_any(&at, ")");
        *s = at;
}

static bool read_half(struct scan *s, struct date *d)
{
        struct scan at = *s;
        const char *value;
        bool pm;

        scan_any(&at, " ");
        value = scan_word(&at);
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
bool scan_time(struct scan *s, struct date *d)
{
        struct scan at = *s;
        struct date t = *d;
        int fraction;
        bool half;

        t.minute = 0;
        t.second = -1;
        if (!scan_number(&at, 2, &t.hour) || t.hour > 24)
                return false;
        if (scan_peek(&at) == ':' || scan_peek(&at) == '.' || scan_peek(&at) == 'h') {
                at.at++;
                if (scan_number(&at, 2, &t.minute) != 2 || t.minute > 59)
                        return false;
                if (scan_peek(&at) == ':') {
                        at.at++;
                        if (scan_number(&at, 2, &t.second) != 2 || t.second > 60)
                                return false;
                        if (scan_peek(&at) == '.' || scan_peek(&at) == ',') {
                                at.at++;
                                scan_number(&at, 9, &fraction);
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

/* One of two signs that stand behind a number, and blanks before it. */
static bool scan_sign(struct scan *s, const char *a, const char *b)
{
        scan_any(s, " ");
        for (const char *sign = a; sign; sign = sign == a ? b : NULL) {
                size_t n = strlen(sign);

                if (s->end - s->at >= n && memcmp(s->text + s->at, sign, n) == 0) {
                        s->at += n;
                        return true;
                }
        }
        return false;
}

bool scan_signed_date(struct scan *s, struct date *d)
{
        struct scan at = *s;

        if (scan_number(&at, 4, &d->year) != 4 || !scan_sign(&at, "年", "년"))
                return false;
        scan_any(&at, " ");
        if (!scan_number(&at, 2, &d->month) || !scan_sign(&at, "月", "월"))
                return false;
        scan_any(&at, " ");
        if (!scan_number(&at, 2, &d->day) || !scan_sign(&at, "日", "일"))
                return false;
        *s = at;
        return true;
}
