/* feasts - on what day of a year a named day falls
 *
 * The Islamic calendar is that of Umm al-Qura, by which Saudi Arabia goes, before and after its
 * table the tabular one: where months begin by sight of the moon, a feast may be a day off. The
 * Jewish one is exact. Both count days from sunset; told is the day that most of the feast lies
 * on.
 */
#include "workers/extract/feasts.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/macros.h"
#include "workers/extract/calendar.h"

enum {
        NUMBERS_MAX = 4,
        RATA_DIE = 719163,       /* of 1970-01-01 */
        ISLAMIC_EPOCH = 227014,  /* day before 1 Muharram 1 */
        JEWISH_EPOCH = -1373427, /* 1 Tishri 1 */
        JEWISH_YEARS = 3761,     /* the year that begins in autumn */
        JULIAN_SHIFT = 13,       /* days, 1900 to 2099 */
        UMM_AL_QURA = 1355,      /* first year of the table */
        UMM_AL_QURA_START = -12336,
        MOON_MONTH = 30, /* days that a feast of a whole month is told to last */
        PARSI_YEAR = 2018,
};

/* Reads "NAME 1 -2 3". */
static void read_numbers(const char *rule, int *n)
{
        const char *p = rule + strcspn(rule, " \t");

        for (int at = 0; *p == ' ' && at < NUMBERS_MAX; at++) {
                bool negative = *++p == '-';

                for (p += negative; *p >= '0' && *p <= '9'; p++)
                        n[at] = n[at] * 10 + *p - '0';
                n[at] = negative ? -n[at] : n[at];
        }
}

/* The calendar of Umm al-Qura from 1355 (1936) to 1499 (2076): a bit a month, the lowest is
 * Muharram's; 1: of 30 days, 0: of 29. */
static const uint16_t long_months[] = {
        0x6d9, 0xeaa, 0xe94, 0xd2a, 0xc56, 0x4ae, 0xa6d, 0x56a, 0xd55, 0xd4a, 0xa93, 0x52b,
        0xa5b, 0x53a, 0x6b5, 0xea9, 0xd52, 0xd29, 0xa55, 0x4ad, 0x56d, 0xaea, 0x6e4, 0xed1,
        0xda2, 0xaaa, 0x95a, 0x2da, 0x5b9, 0xbb2, 0x764, 0x6c9, 0x555, 0x2ab, 0x4db, 0xaba,
        0x5b4, 0xda9, 0xd52, 0xaa5, 0x92d, 0x26d, 0x8ed, 0x2da, 0xad5, 0xaa5, 0xa4b, 0x497,
        0x937, 0x2b6, 0x975, 0xd69, 0xd52, 0xc95, 0x92b, 0x25b, 0x4db, 0x9d5, 0x5d2, 0xda5,
        0xd4a, 0xa95, 0x54d, 0xaad, 0x3aa, 0xbd2, 0xbc4, 0xb89, 0xa95, 0x52d, 0x5ad, 0xb6a,
        0x6d4, 0xdc9, 0xd92, 0xaa6, 0x956, 0x2ae, 0x56d, 0x36a, 0xb55, 0xaaa, 0x94d, 0x49d,
        0x95d, 0x2ba, 0x5b5, 0x5aa, 0xd55, 0xa9a, 0x92e, 0x26e, 0x55d, 0xada, 0x6d4, 0x6a5,
        0xb27, 0xa4d, 0x4ad, 0x56d, 0xb5a, 0x754, 0xf49, 0xe92, 0xd26, 0xa56, 0x356, 0x6b5,
        0xbaa, 0xb92, 0xb25, 0x68b, 0xa9b, 0x55a, 0xada, 0x5b4, 0xda9, 0xb52, 0xa9a, 0x536,
        0x276, 0x575, 0xaf2, 0x6d4, 0x6a9, 0x555, 0x2ad, 0x4bd, 0x9ba, 0x574, 0xb69, 0xb52,
        0xa95, 0x52d, 0xa5d, 0x4da, 0xad9, 0x6b2, 0xe95, 0xe2a, 0xc96, 0x92e, 0xaad, 0x56a,
        0xd65,
};

/* Days of the first months of a year: of those whose bits are set in @bits, 30. */
static int month_days(unsigned bits, int months)
{
        return 29 * months + __builtin_popcount(bits & ((1U << months) - 1));
}

static int umm_al_qura_days(int year, int month)
{
        int days = UMM_AL_QURA_START, at = year - UMM_AL_QURA;

        for (int y = 0; y < at; y++)
                days += month_days(long_months[y], 12);
        return days + month_days(long_months[at], month - 1);
}

static int islamic_days(int year, int month, int day)
{
        if (year >= UMM_AL_QURA && year < UMM_AL_QURA + (int)ARRAY_SIZE(long_months))
                return umm_al_qura_days(year, month) + day - 1;
        return day + 29 * (month - 1) + (6 * month - 1) / 11 + (year - 1) * 354 +
               (3 + 11 * year) / 30 + ISLAMIC_EPOCH - RATA_DIE;
}

/* An Islamic year that ends before @year, or the first. */
static int first_moon(int year)
{
        return year < 640 ? 1 : (year - 622) * 33 / 32 - 1;
}

static int islamic_feast(int year, int month, int day)
{
        int first = calendar_days(year, 1, 1), moon = first_moon(year), days;

        do
                days = islamic_days(moon++, month, day);
        while (days < first);
        return days;
}

/* Days from the epoch to the mean new moon of Tishri, with the first of the postponements. */
static int jewish_elapsed(int year)
{
        int months = (235 * year - 234) / 19;
        int parts = 12084 + 13753 * (months % 25920);
        int days = 29 * months + parts / 25920 + 13753 * (months / 25920);

        return days + (3 * (days + 1) % 7 < 3);
}

static int jewish_new_year(int year)
{
        int before = jewish_elapsed(year - 1), here = jewish_elapsed(year),
            after = jewish_elapsed(year + 1);
        int delay = after - here == 356 ? 2 : here - before == 382 ? 1 : 0;

        return JEWISH_EPOCH + here + delay - RATA_DIE;
}

/* Easter of the eastern churches: reckoned in the Julian calendar. */
static int orthodox_easter(int year)
{
        int moon = (19 * (year % 19) + 15) % 30;
        int day = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
        int month = (moon + day + 114) / 31;

        return calendar_days(year, month, (moon + day + 114) % 31 + 1) + JULIAN_SHIFT;
}

/* "table 1990 291 …": days of the years from that on. */
static int tabled_days(const char *rule, int year)
{
        const char *p = rule + strcspn(rule, " \t");
        int first = 0, day = 0;

        if (*p == ' ')
                for (p++; *p >= '0' && *p <= '9'; p++)
                        first = first * 10 + *p - '0';
        for (int y = first; *p == ' ' && y <= year; y++)
                for (p++, day = 0; *p >= '0' && *p <= '9'; p++)
                        day = y == year ? day * 10 + *p - '0' : 0;
        return day ? calendar_days(year, 1, 1) + day - 1 : FEAST_UNKNOWN;
}

/* How a feast moves besides. */
enum { BEHIND_HESHVAN = 1, BEFORE_ADAR, NOT_ON_SABBATH };
enum { JEWISH_LEAP_DAYS = 380, ADAR_DAYS = 30, FRIDAY = 5 };

/* "jewish DAYS 1": behind Heshvan, which is a day longer in a full year; 2: before Adar, which
 * a leap year has twice; 3: what begins on a Friday evening is a day later. */
static int jewish_feast(int year, int days, int moves)
{
        int start = jewish_new_year(year), day = start + days;

        if (moves == BEHIND_HESHVAN)
                day += (jewish_new_year(year + 1) - start) % 10 == 5;
        if (moves == BEFORE_ADAR && start - jewish_new_year(year - 1) > JEWISH_LEAP_DAYS)
                day -= ADAR_DAYS;
        if (moves == NOT_ON_SABBATH)
                day += calendar_weekday(day) == FRIDAY;
        return day;
}

/* "near MONTH DAY": the working day nearest to it. */
static int working_day(int days)
{
        int weekday = calendar_weekday(days);

        return weekday == 6 ? days - 1 : weekday == 7 ? days + 1 : days;
}

/* "before MONTH DAY": the last Friday before a day of the Islamic calendar. */
static int friday_before(int days)
{
        return days - 1 - (calendar_weekday(days) + 1) % 7;
}

static int before_sunday(int days)
{
        return days - (calendar_weekday(days) == 7);
}

int feast_days(const char *rule, int year)
{
        int n[NUMBERS_MAX] = { 0 };

        if (rule[0] == 't')
                return tabled_days(rule, year);
        read_numbers(rule, n);
        switch (rule[0]) {
        case 'f': return calendar_days(year, n[0], n[1]);
        case 's': return before_sunday(calendar_days(year, n[0], n[1]));
        case 'w': return working_day(calendar_days(year, n[0], n[1]));
        case 'e': return calendar_easter(year) + n[0];
        case 'o': return orthodox_easter(year) + n[0];
        case 'i': return islamic_feast(year, n[0], n[1]) + n[2];
        case 'b': return friday_before(islamic_feast(year, n[0], n[1]));
        case 'p': /* a year without leap days */
                return calendar_days(PARSI_YEAR, n[0], n[1]) + 365 * (year - PARSI_YEAR);
        case 'j': return jewish_feast(year + JEWISH_YEARS, n[0], n[1]);
        case 'n': return calendar_nth_weekday(year, n[0], n[1], n[2]);
        default: return calendar_nth_weekday(year, n[0], n[1], n[2]) + n[3];
        }
}

/* Of the Islamic month that begins on @days, which is no year's last. */
static int month_length(int month, int days)
{
        int moon = first_moon(calendar_civil(days).year);

        for (int year = moon; year < moon + 4; year++)
                if (islamic_days(year, month, 1) == days)
                        return islamic_days(year, month + 1, 1) - days;
        return MOON_MONTH;
}

int feast_length(const char *rule, int days)
{
        const char *tab = strchr(rule, '\t');
        int length = 0, n[NUMBERS_MAX] = { 0 };

        for (const char *p = tab ? tab + 1 : ""; *p >= '0' && *p <= '9'; p++)
                length = length < 1000 ? length * 10 + *p - '0' : length;
        read_numbers(rule, n);
        if (rule[0] == 'i' && length == MOON_MONTH)
                return month_length(n[0], days);
        return length ? length : 1;
}
