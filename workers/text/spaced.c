#include "workers/text/spaced.h"

#include <string.h>

#include "base/ascii.h"

enum { BEHIND = 2 /* bytes of the mark and its space */, DIGITS_MOST = 2, GROUP = 3 };

static size_t digits_from(const char *p, const char *end)
{
        size_t n = 0;

        while (p + n < end && ascii_is_digit(p[n]))
                n++;
        return n;
}

static size_t digits_before(const char *start, const char *p)
{
        size_t n = 0;

        while (p - n > start && ascii_is_digit(p[-1 - (ptrdiff_t)n]))
                n++;
        return n;
}

/* " - year - old", from the first hyphen. */
static bool is_parted_compound(const char *p, const char *end)
{
        p += BEHIND;
        if (p >= end || !ascii_is_letter(*p))
                return false;
        while (p < end && ascii_is_letter(*p))
                p++;
        return end - p > 3 && memcmp(p, " - ", 3) == 0 && ascii_is_letter(p[3]);
}

/* "39am", "39 p.m.", "39 p. m." */
static bool is_half_of_day(const char *p, const char *end)
{
        p += digits_from(p, end);
        p += p < end && *p == ' ';
        if (end - p < 3 || !memchr("apAP", *p, 4))
                return false;
        p++;
        p += *p == '.';
        p += p < end && *p == ' ';
        return p < end && (*p == 'm' || *p == 'M') && (end - p == 1 || !ascii_is_letter(p[1]));
}

bool mark_is_spaced(const char *start, const char *mark, const char *end)
{
        size_t before = digits_before(start, mark), behind;
        const char *digits = mark + BEHIND;

        if (end - mark <= BEHIND || mark[1] != ' ' || !before || before > GROUP)
                return false;
        behind = digits_from(digits, end);
        if (*mark == ',')
                return behind == GROUP;
        if (*mark == ':')
                return before <= DIGITS_MOST && behind == DIGITS_MOST;
        return before <= DIGITS_MOST && behind && behind <= DIGITS_MOST;
}

bool text_is_spaced(const char *text, size_t size)
{
        const char *end = text + size, *p = text;

        while ((p = memchr(p, ' ', (size_t)(end - p)))) {
                const char *mark = p++ - 1;

                if (mark <= text || end - p < 3)
                        continue;
                if (ascii_is_digit(*mark) && p[0] == '-' && p[1] == ' ' &&
                    is_parted_compound(p, end))
                        return true;
                if (!ascii_is_digit(mark[-1]))
                        continue;
                if (*mark == ',' && memcmp(p, "000", 3) == 0)
                        return true;
                if ((*mark == ':' || *mark == '.') && mark_is_spaced(text, mark, end) &&
                    is_half_of_day(p, end))
                        return true;
        }
        return false;
}
