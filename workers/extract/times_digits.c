/* times_digits - dates, clock times, decades and ranges of years in digits
 *
 * Shapes that no list of words can hold: 2021-12-02, 03.12.2021, 12/03/2021, 8:30, 1980s, '99,
 * 1939-45, Q3. A run of digits that is joined to more digits by marks and has none of these
 * shapes (a telephone number, an address) is swallowed whole and means nothing.
 */
#include "workers/extract/times_digits.h"
#include "workers/lexicon/lexicon.h"

extern const struct lexicon lexicon_time_words;

enum { LEAP_YEAR = 2000 }; /* any one, where the year is open */

/* The second part of "5:30-6:00", "9/7/2018-10/7/2018": what stands before @i is a dash behind
 * digits. */
static bool ends_range(const struct atoms *atoms, size_t i, const char *mark)
{
        return i > 3 && dash_at(atoms, i - 1) && mark_joins(atoms, i + 1, mark) &&
               ((atoms->list[i - 2].kind == ATOM_DIGITS &&
                 strchr(mark, atoms->list[i - 3].lower[0]) && atoms->list[i - 3].lower[0]) ||
                half_of_day_at(atoms, i - 2));
}

static bool starts_clean(const struct atoms *atoms, size_t i)
{
        const struct atom *before = i ? &atoms->list[i - 1] : NULL;

        if (!before || atoms->list[i].space_before)
                return true;
        return before->kind == ATOM_MARK && strchr("-/:.,&=#@_+$%", before->lower[0]) == NULL;
}

static int whole_year(int year, size_t digits)
{
        if (digits > 2)
                return year;
        return year < 50 ? 2000 + year : 1900 + year;
}

static bool set_date(struct term *term, int year, int month, int day)
{
        if (!calendar_valid(year, month, day))
                return false;
        term->date = (struct civil){ year, month, day };
        term_add(term, CLASS_DATE, "", 0);
        return true;
}

/* "T14:30" or " 14:30" is left to the clock; only the T of ISO 8601 is taken here. */
static size_t iso_time(struct term *term, const struct atoms *atoms, size_t i)
{
        if (!atom_is(atoms, i, "t") || !atom_joined(atoms, i) ||
            !digits_at(atoms, i + 1, 2, 2) || !mark_joins(atoms, i + 2, ":") ||
            !digits_at(atoms, i + 3, 2, 2))
                return 0;
        term->hour = number_at(atoms, i + 1);
        term->minute = number_at(atoms, i + 3);
        if (term->hour > 24 || term->minute > 59) {
                term->hour = -1;
                return 0;
        }
        return 4;
}

/* Three runs of digits: year-month-day, day.month.year, month/day/year. Where day and month
 * could be exchanged, a dot means day first and a slash month first, as the press writes. */
static size_t full_date(struct term *term, const struct atoms *atoms, size_t i)
{
        const char *mark;
        int a, b, c;
        bool done;

        if (!mark_joins(atoms, i + 1, "-/.") || !digits_at(atoms, i + 2, 1, 2) ||
            !mark_joins(atoms, i + 3, atoms->list[i + 1].lower) ||
            !(ends_clean(atoms, i + 5) || goes_on_as_range(atoms, i + 5, "/")))
                return 0;
        mark = atoms->list[i + 1].lower;
        a = number_at(atoms, i);
        b = number_at(atoms, i + 2);
        if (digits_at(atoms, i, 4, 4) && digits_at(atoms, i + 4, 1, 2)) {
                if (!set_date(term, a, b, number_at(atoms, i + 4)))
                        return 0;
                return 5 + iso_time(term, atoms, i + 5);
        }
        if (!digits_at(atoms, i, 1, 2) ||
            !(digits_at(atoms, i + 4, 4, 4) || digits_at(atoms, i + 4, 2, 2)))
                return 0;
        c = whole_year(number_at(atoms, i + 4), strlen(atoms->list[i + 4].lower));
        if (*mark == '.')
                done = set_date(term, c, b, a) || set_date(term, c, a, b);
        else
                done = set_date(term, c, a, b) || set_date(term, c, b, a);
        return done ? 5 : 0;
}

static bool is_year(const struct atoms *atoms, size_t i)
{
        return number_at(atoms, i) >= 1900 && number_at(atoms, i) < 2100;
}

/* "1/2 hour" is a fraction. */
static bool counts_unit(const struct atoms *atoms, size_t i)
{
        const char *value = i < atoms->n && atoms->list[i].kind == ATOM_WORD
                                    ? lexicon_get(&lexicon_time_words, atoms->list[i].lower)
                                    : NULL;

        return value && strncmp(value, "UNIT", 4) == 0;
}

/* "4/22", "22/4": a day of no year; "11/2016": a month. */
static size_t short_date(struct term *term, const struct atoms *atoms, size_t i)
{
        int a, b;

        if (!digits_at(atoms, i, 1, 2) || !mark_joins(atoms, i + 1, "/-") ||
            !(ends_clean(atoms, i + 3) ||
              (atom_is(atoms, i + 1, "/") && goes_on_as_range(atoms, i + 3, "/"))))
                return 0;
        a = number_at(atoms, i);
        if (digits_at(atoms, i + 2, 4, 4) && a >= 1 && a <= 12 && is_year(atoms, i + 2)) {
                term->date = (struct civil){ number_at(atoms, i + 2), a, 0 };
        } else if (atom_is(atoms, i + 1, "/") && digits_at(atoms, i + 2, 1, 2)) {
                b = number_at(atoms, i + 2);
                if (counts_unit(atoms, i + 3))
                        return 0;
                if (!calendar_valid(LEAP_YEAR, a, b) && !calendar_valid(LEAP_YEAR, b, a))
                        return 0;
                term->date = calendar_valid(LEAP_YEAR, a, b) ? (struct civil){ 0, a, b }
                                                             : (struct civil){ 0, b, a };
        } else {
                return 0;
        }
        term_add(term, CLASS_DATE, "", 0);
        return 3;
}

/* The number of the month that atom @i names; 0: none. */
static int month_at(const struct atoms *atoms, size_t i)
{
        const char *value = i < atoms->n && atoms->list[i].kind == ATOM_WORD
                                    ? lexicon_get(&lexicon_time_words, atoms->list[i].lower)
                                    : NULL;
        int month = 0;

        if (!value || strncmp(value, "MONTH=", 6) != 0)
                return 0;
        for (value += 6; *value >= '0' && *value <= '9'; value++)
                month = month * 10 + *value - '0';
        return month;
}

/* "September-2020-23", "23-2020-September", "2020/23/Sep": a day, a month by name and a year of
 * four digits, in an order that leaves no doubt. */
static size_t mixed_date(struct term *term, const struct atoms *atoms, size_t i)
{
        int year = 0, month = 0, day = 0;

        if (!(atom_is(atoms, i + 1, "-") || atom_is(atoms, i + 1, "/")) ||
            !atom_is(atoms, i + 3, atoms->list[i + 1].lower) || !ends_clean(atoms, i + 5))
                return 0;
        for (size_t k = i; k < i + 5; k++) {
                if (k > i && !atom_joined(atoms, k))
                        return 0;
                if ((k - i) % 2)
                        continue;
                if (digits_at(atoms, k, 4, 4) && !year)
                        year = number_at(atoms, k);
                else if (digits_at(atoms, k, 1, 2) && !day)
                        day = number_at(atoms, k);
                else if (!month)
                        month = month_at(atoms, k);
        }
        return year && month && day && set_date(term, year, month, day) ? 5 : 0;
}

/* Does what ends before atom @i end its clause? */
static bool ends_clause(const struct atoms *atoms, size_t i)
{
        return i >= atoms->n ||
               (atoms->list[i].kind == ATOM_MARK && strchr(".,;)?!", atoms->list[i].lower[0]));
}

/* "2016 / 11", "11 - 2016": a month and its year, apart; "2008 - 12" behind "from" are years.
 */
static size_t spaced_month(struct term *term, const struct atoms *atoms, size_t i)
{
        bool dash = atom_is(atoms, i + 1, "-"), year_first = digits_at(atoms, i, 4, 4);
        size_t year = year_first ? i : i + 2, month = year_first ? i + 2 : i;

        if (!(dash || atom_is(atoms, i + 1, "/")) || !digits_at(atoms, year, 4, 4) ||
            !digits_at(atoms, month, 1, 2) || !is_year(atoms, year) ||
            number_at(atoms, month) < 1 || number_at(atoms, month) > 12 ||
            !ends_clause(atoms, i + 3) ||
            (atom_joined(atoms, i + 1) && atom_joined(atoms, i + 2)))
                return 0;
        if (i && atom_is(atoms, i - 1, "/"))
                return 0; /* "8 / 2 / 2013" */
        if (dash && i &&
            (atom_is(atoms, i - 1, "from") || atom_is(atoms, i - 1, "between") ||
             atoms->list[i - 1].kind == ATOM_MARK))
                return 0;
        term->date = (struct civil){ number_at(atoms, year), number_at(atoms, month), 0 };
        term_add(term, CLASS_DATE, "", 0);
        return 3;
}

/* "31-Oct-74", "23/Sep/2020" */
static size_t named_month_date(struct term *term, const struct atoms *atoms, size_t i)
{
        int month = month_at(atoms, i + 2), year;

        if (!digits_at(atoms, i, 1, 2) || !month || !atom_joined(atoms, i + 1) ||
            !atom_joined(atoms, i + 2) || !mark_joins(atoms, i + 3, "-/.") ||
            strcmp(atoms->list[i + 1].lower, atoms->list[i + 3].lower) != 0 ||
            !(digits_at(atoms, i + 4, 2, 2) || digits_at(atoms, i + 4, 4, 4)) ||
            !ends_clean(atoms, i + 5))
                return 0;
        year = whole_year(number_at(atoms, i + 4), strlen(atoms->list[i + 4].lower));
        return set_date(term, year, month, number_at(atoms, i)) ? 5 : 0;
}

/* "20161016" */
static size_t packed_date(struct term *term, const struct atoms *atoms, size_t i)
{
        int value;

        if (!digits_at(atoms, i, 8, 8) || !ends_clean(atoms, i + 1))
                return 0;
        value = number_at(atoms, i);
        if (value < 19000101 || value > 20991231)
                return 0;
        return set_date(term, value / 10000, value / 100 % 100, value % 100) ? 1 : 0;
}

/* "1939-45", "1955–1956": two years, the second after the first. */
static size_t year_range(struct term *term, const struct atoms *atoms, size_t i)
{
        int first, second;
        bool dash = mark_joins(atoms, i + 1, "-/") ||
                    (atom_is(atoms, i + 1, "–") && atom_joined(atoms, i + 1) &&
                     atom_joined(atoms, i + 2));

        if (!digits_at(atoms, i, 4, 4) || !dash || !ends_clean(atoms, i + 3))
                return 0;
        first = number_at(atoms, i);
        if (digits_at(atoms, i + 2, 2, 2))
                second = first / 100 * 100 + number_at(atoms, i + 2);
        else if (digits_at(atoms, i + 2, 4, 4))
                second = number_at(atoms, i + 2);
        else if (digits_at(atoms, i + 2, 1, 1) && is_year(atoms, i))
                second = 0; /* "2015-3" */
        else
                return 0;
        if (first < 1000 || first > 2199 || second > 2199)
                return 0;
        if (second <= first || second > first + 400) {
                int month = number_at(atoms, i + 2);

                if (month < 1 || month > 12)
                        return 0;
                term->date = (struct civil){ first, month, 0 };
                term_add(term, CLASS_DATE, "", 0);
                return 3;
        }
        term_add(term, CLASS_YEARS, "", first);
        term->date = (struct civil){ second, 0, 0 };
        return 3;
}

/* "the 70's", "the early 70's" */
static bool is_of_decades(const struct atoms *atoms, size_t i)
{
        if (i && (atom_is(atoms, i - 1, "early") || atom_is(atoms, i - 1, "late") ||
                  atom_is(atoms, i - 1, "mid")))
                i--;
        return i && atom_is(atoms, i - 1, "the") &&
               !(i > 1 && (atom_is(atoms, i - 2, "into") || atom_is(atoms, i - 2, "reach")));
}

/* "1980s", "1980's", "80s", "'80s", "'99". */
static size_t decade_or_short_year(struct term *term, const struct atoms *atoms, size_t i)
{
        bool apostrophe = atoms->list[i].kind == ATOM_MARK &&
                          !(i && atom_joined(atoms, i) &&
                            atoms->list[i - 1].kind == ATOM_DIGITS) && /* 5'10" */
                          (strcmp(atoms->list[i].lower, "'") == 0 ||
                           strcmp(atoms->list[i].lower, "\342\200\230") == 0);
        size_t at = i + apostrophe;
        int value;

        if (apostrophe && !atom_joined(atoms, at))
                return 0;
        if (!digits_at(atoms, at, 2, 2) && !(digits_at(atoms, at, 4, 4) && !apostrophe))
                return 0;
        value = number_at(atoms, at);
        if ((atom_is(atoms, at + 1, "s") || atom_is(atoms, at + 1, "'s")) &&
            atom_joined(atoms, at + 1) && value % 10 == 0 &&
            (value >= 1000 ||
             (value < 100 && (!atom_is(atoms, at + 1, "'s") || is_of_decades(atoms, i))))) {
                term_add(term, CLASS_DECADE, "", value);
                return at + 2 - i;
        }
        if (!apostrophe || !digits_at(atoms, at, 2, 2) || !ends_clean(atoms, at + 1))
                return 0;
        term_add(term, CLASS_YEAR2, "", whole_year(value, 2));
        return at + 1 - i;
}

/* "Q3", but not "Q3x". */
static bool ends_word(const struct atoms *atoms, size_t i)
{
        return ends_clean(atoms, i) &&
               !(atom_joined(atoms, i) && atoms->list[i].kind == ATOM_WORD &&
                 strcmp(atoms->list[i].lower, "'s") != 0);
}

/* "3Q", "1H" before a year of two digits that is joined to it, or of four: "3Q21", "1H 2023".
 */
static size_t quarter_behind_number(struct term *term, const struct atoms *atoms, size_t i)
{
        bool half = atom_is(atoms, i + 1, "h");
        size_t next = i + 2;

        if (!digits_at(atoms, i, 1, 1) || !(half || atom_is(atoms, i + 1, "q")) ||
            !atom_joined(atoms, i + 1) || !atoms->list[i + 1].capital ||
            number_at(atoms, i) < 1 || number_at(atoms, i) > (half ? 2 : 4))
                return 0;
        if (atom_joined(atoms, next) ? !digits_at(atoms, next, 2, 2)
                                     : half && !digits_at(atoms, next, 4, 4))
                return 0;
        term_add(term, half ? CLASS_HALF : CLASS_QUARTER, "", number_at(atoms, i));
        return 2;
}

/* "FY19", and the year of "3Q21" */
static size_t joined_year(struct term *term, const struct atoms *atoms, size_t i)
{
        bool fiscal = atom_is(atoms, i, "fy") || atom_is(atoms, i, "cy");
        size_t year = i + fiscal;

        if (!digits_at(atoms, year, 2, 2) || !ends_clean(atoms, year + 1))
                return 0;
        if (fiscal ? !atom_joined(atoms, year)
                   : i < 2 || !atom_joined(atoms, i) || !atom_joined(atoms, i - 1) ||
                             !digits_at(atoms, i - 2, 1, 1) ||
                             !(atom_is(atoms, i - 1, "q") || atom_is(atoms, i - 1, "h")) ||
                             !atoms->list[i - 1].capital)
                return 0;
        term_add(term, CLASS_YEAR2, "", whole_year(number_at(atoms, year), 2));
        return year + 1 - i;
}

/* "Q3", "Q3 2015" */
static size_t short_quarter(struct term *term, const struct atoms *atoms, size_t i)
{
        if (atom_is(atoms, i, "q") && atom_joined(atoms, i + 1) &&
            digits_at(atoms, i + 1, 1, 1) && number_at(atoms, i + 1) >= 1 &&
            number_at(atoms, i + 1) <= 4 && ends_word(atoms, i + 2)) {
                term_add(term, CLASS_QUARTER, "", number_at(atoms, i + 1));
                return 2;
        }
        return 0;
}

/* "H1 2019" */
static size_t short_half(struct term *term, const struct atoms *atoms, size_t i)
{
        if (atom_is(atoms, i, "h") && atoms->list[i].capital && atom_joined(atoms, i + 1) &&
            digits_at(atoms, i + 1, 1, 1) && number_at(atoms, i + 1) >= 1 &&
            number_at(atoms, i + 1) <= 2 && ends_word(atoms, i + 2)) {
                term_add(term, CLASS_HALF, "", number_at(atoms, i + 1));
                return 2;
        }
        return 0;
}

/* The atoms of a run of digits that goes on over joining marks, when it is long: a number that
 * identifies something. A single separator is left to the numerals. */
static size_t identifier(const struct atoms *atoms, size_t i)
{
        size_t n = 1, joints = 0;

        while (mark_joins(atoms, i + n, "-/:.") && atoms->list[i + n + 1].kind == ATOM_DIGITS) {
                n += 2;
                joints++;
        }
        return joints >= 2 ? n : 0;
}

size_t digits_read(struct term *term, const struct atoms *atoms, size_t i)
{
        static size_t (*const shapes[])(struct term *, const struct atoms *, size_t) = {
                full_date,
                packed_date,
                named_month_date,
                mixed_date,
                short_date,
                spaced_month,
                year_range,
                clock_time,
                loose_clock,
                military_clock,
                quarter_behind_number,
                french_clock,
                decade_or_short_year,
        };
        const struct atom *a = &atoms->list[i];
        size_t n;

        if (a->kind == ATOM_WORD) {
                n = atom_joined(atoms, i + 1) ? mixed_date(term, atoms, i) : 0;
                if (n)
                        return n;
                n = short_quarter(term, atoms, i);
                if (!n)
                        n = short_half(term, atoms, i);
                return n ? n : joined_year(term, atoms, i);
        }
        if (a->kind == ATOM_MARK)
                return decade_or_short_year(term, atoms, i);
        if (starts_clean(atoms, i) || ends_range(atoms, i, ":") || ends_range(atoms, i, "/")) {
                for (size_t k = 0; k < ARRAY_SIZE(shapes); k++) {
                        n = shapes[k](term, atoms, i);
                        if (n)
                                return n;
                }
        }
        n = joined_year(term, atoms, i);
        if (n)
                return n;
        if (i > 1 && atom_is(atoms, i - 1, "-") && atoms->list[i - 2].kind == ATOM_WORD) {
                n = decade_or_short_year(term, atoms, i); /* "mid-1990s" */
                if (n)
                        return n;
        }
        term->hour = -1;
        return identifier(atoms, i);
}
