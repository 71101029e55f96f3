/* times_value - points of time with their precision, and how TIMEX3 writes them */
#include <stdio.h>
#include <string.h>

#include "workers/extract/times.h"

enum { VALUE_MAX = 48, LEAP_YEAR = 2000 /* any one, where the year is open */ };

static const char *const seasons[] = { "SP", "SU", "FA", "WI" };

static int clamp_year(int year)
{
        if (year == UNSET)
                return UNSET;
        return year < 0 ? 0 : year > CALENDAR_YEAR_MAX ? CALENDAR_YEAR_MAX : year;
}

/* "2021", "XXXX", "BC0490". */
static int print_year(char *out, const struct moment *m)
{
        int year = clamp_year(m->year);

        if (year == UNSET)
                return snprintf(out, VALUE_MAX, "XXXX");
        return snprintf(out, VALUE_MAX, "%s%04d", m->bc ? "BC" : "", year);
}

static void append_field(char *out, int *at, int value)
{
        if (value > 0)
                *at += snprintf(out + *at, (size_t)(VALUE_MAX - *at), "-%02d", value);
        else
                *at += snprintf(out + *at, (size_t)(VALUE_MAX - *at), "-XX");
}

/* "31 April" is printed, but it is no day. */
static bool is_possible(const struct moment *m)
{
        int year = clamp_year(m->year);

        return !m->month ||
               calendar_valid(year == UNSET || m->bc ? LEAP_YEAR : year, m->month, m->day);
}

static void append_day(char *out, int *at, const struct moment *m)
{
        if (!m->month && m->sub) { /* a weekday of an unknown week */
                *at += snprintf(out + *at, (size_t)(VALUE_MAX - *at), "-WXX-%d", m->sub);
                return;
        }
        append_field(out, at, m->month);
        append_field(out, at, is_possible(m) ? m->day : 0);
}

static void append_time(char *out, int *at, const struct moment *m)
{
        char *p = out + *at;
        size_t room = (size_t)(VALUE_MAX - *at);

        if (m->grain == GRAIN_PART)
                snprintf(p, room, "T%.2s", m->part ? m->part : "XX");
        else if (m->grain == GRAIN_HOUR || m->grain == GRAIN_MINUTE)
                snprintf(p, room, "T%02d:%02d", m->hour,
                         m->grain == GRAIN_MINUTE ? m->minute : 0);
        else
                snprintf(p, room, "T%02d:%02d:%02d", m->hour, m->minute, m->second);
}

const char *moment_print(struct arena *arena, const struct moment *m)
{
        char out[VALUE_MAX];
        int at, year = clamp_year(m->year);
        size_t room;
        const char *bc = m->bc ? "BC" : "";

        if (m->grain == GRAIN_CENTURY)
                return year == UNSET ? "XX" : arena_printf(arena, "%s%02d", bc, year / 100);
        if (m->grain == GRAIN_DECADE)
                return year == UNSET ? "XXX" : arena_printf(arena, "%s%03d", bc, year / 10);
        at = print_year(out, m);
        room = (size_t)(VALUE_MAX - at);
        switch (m->grain) {
        case GRAIN_HALF: snprintf(out + at, room, "-H%d", m->sub); break;
        case GRAIN_SEASON: snprintf(out + at, room, "-%.2s", m->season); break;
        case GRAIN_QUARTER:
                if (m->sub)
                        snprintf(out + at, room, "-Q%d", m->sub);
                else
                        snprintf(out + at, room, "-QX");
                break;
        case GRAIN_MONTH: append_field(out, &at, m->month); break;
        case GRAIN_WEEK:
        case GRAIN_WEEKEND:
                if (m->week)
                        at += snprintf(out + at, room, "-W%02d", m->week);
                else
                        at += snprintf(out + at, room, "-WXX");
                if (m->grain == GRAIN_WEEKEND)
                        snprintf(out + at, (size_t)(VALUE_MAX - at), "-WE");
                break;
        default:
                if (m->grain >= GRAIN_WEEKDAY)
                        append_day(out, &at, m);
                if (m->grain >= GRAIN_PART)
                        append_time(out, &at, m);
        }
        return arena_copy(arena, out, strlen(out));
}

static bool digits(const char *p, unsigned n, int *ret)
{
        int value = 0;

        for (unsigned i = 0; i < n; i++) {
                if (p[i] < '0' || p[i] > '9')
                        return false;
                value = value * 10 + p[i] - '0';
        }
        *ret = value;
        return true;
}

static void parse_clock(const char *p, struct moment *m)
{
        if (!digits(p, 2, &m->hour) || m->hour > 24)
                return;
        m->grain = GRAIN_HOUR;
        if (p[2] != ':' || !digits(p + 3, 2, &m->minute) || m->minute > 59)
                return;
        m->grain = GRAIN_MINUTE;
        if (p[5] == ':' && digits(p + 6, 2, &m->second) && m->second < 60)
                m->grain = GRAIN_SECOND;
}

bool moment_parse(const char *text, struct moment *ret)
{
        struct moment m = { .grain = GRAIN_YEAR };

        if (!text || !digits(text, 4, &m.year) || m.year < 1)
                return false;
        if (text[4] == '-' && digits(text + 5, 2, &m.month) && m.month >= 1 && m.month <= 12) {
                m.grain = GRAIN_MONTH;
                if (text[7] == '-' && digits(text + 8, 2, &m.day) &&
                    calendar_valid(m.year, m.month, m.day)) {
                        m.grain = GRAIN_DAY;
                        if (text[10] == 'T' || text[10] == ' ')
                                parse_clock(text + 11, &m);
                }
        }
        *ret = m;
        return true;
}

int moment_days(const struct moment *m)
{
        return calendar_days(m->year, m->month, m->day);
}

struct moment moment_of_days(int days)
{
        struct civil c = calendar_civil(days);

        return (struct moment){
                .grain = GRAIN_DAY, .year = c.year, .month = c.month, .day = c.day
        };
}

static enum grain unit_grain(char unit)
{
        switch (unit) {
        case 'C': return GRAIN_CENTURY;
        case 'L': return GRAIN_CENTURY;
        case 'E': return GRAIN_DECADE;
        case 'Y': return GRAIN_YEAR;
        case 'Q': return GRAIN_QUARTER;
        case 'M': return GRAIN_MONTH;
        case 'W':
        case 'F': return GRAIN_WEEK;
        case 'K': return GRAIN_WEEKEND;
        case 'D': return GRAIN_DAY;
        case 'H': return GRAIN_HOUR;
        case 'N': return GRAIN_MINUTE;
        default: return GRAIN_SECOND;
        }
}

/* The first month of a season, where a place in the year is wanted. */
static int month_of_season(const char *season)
{
        static const int first[] = { 3, 6, 9, 12 };

        for (size_t i = 0; i < ARRAY_SIZE(seasons); i++)
                if (season && strncmp(season, seasons[i], 2) == 0)
                        return first[i];
        return 1;
}

/* Fills in the first day of what @m names, so that arithmetic on days can start from it. */
static struct moment first_day(struct moment m)
{
        if (m.grain == GRAIN_WEEK || m.grain == GRAIN_WEEKEND)
                return moment_of_days(calendar_week_start(m.year, m.week) +
                                      (m.grain == GRAIN_WEEKEND ? 5 : 0));
        if (m.grain == GRAIN_QUARTER)
                m.month = m.sub ? m.sub * 3 - 2 : 1;
        if (m.grain == GRAIN_HALF)
                m.month = m.sub * 6 - 5;
        if (m.grain == GRAIN_SEASON)
                m.month = month_of_season(m.season);
        if (!m.month)
                m.month = 1;
        if (!m.day)
                m.day = 1;
        return m;
}

struct moment moment_cut(struct moment m, char unit)
{
        enum grain grain = unit_grain(unit);
        struct moment day;

        if (m.year == UNSET || m.bc || m.grain <= GRAIN_NONE) {
                if (m.grain > grain)
                        m.grain = grain;
                return m;
        }
        if (grain == GRAIN_WEEK || grain == GRAIN_WEEKEND) {
                if (m.grain == grain)
                        return m;
                day = first_day(m);
                m.week = calendar_iso_week(moment_days(&day), &m.year);
                m.month = m.day = 0;
                m.grain = grain;
                return m;
        }
        if (grain == GRAIN_QUARTER && m.grain > grain) {
                day = first_day(m);
                m.sub = (day.month - 1) / 3 + 1;
                m.grain = grain;
        }
        if (grain == GRAIN_MONTH && (m.grain == GRAIN_WEEK || m.grain == GRAIN_WEEKEND))
                m = first_day(m);
        if (m.grain > grain)
                m.grain = grain;
        return m;
}

struct moment moment_some_day(const struct moment *m)
{
        return (struct moment){ .grain = GRAIN_DAY,
                                .bc = m->bc,
                                .year = m->year,
                                .month = m->grain == GRAIN_MONTH ? m->month : 0 };
}

static struct moment shift_months(struct moment m, int months)
{
        struct civil c = calendar_add_months((struct civil){ m.year, m.month, m.day }, months);

        m.year = c.year;
        m.month = c.month;
        m.day = c.day;
        return m;
}

static struct moment shift_seconds(struct moment m, int64_t seconds)
{
        int64_t total = m.hour * 3600 + m.minute * 60 + m.second + seconds;
        int64_t days = total / 86400 - (total % 86400 < 0);
        struct moment to = moment_of_days(moment_days(&m) + (int)days);

        total -= days * 86400;
        to.hour = (int)(total / 3600);
        to.minute = (int)(total / 60 % 60);
        to.second = (int)(total % 60);
        return to;
}

/* A year beyond the calendar is not known. */
static struct moment within_calendar(struct moment m)
{
        if (m.year < 0 || m.year > CALENDAR_YEAR_MAX)
                m.year = UNSET;
        return m;
}

struct moment moment_shift(struct moment from, char unit, int n)
{
        struct moment m = within_calendar(from), day;

        from = m;
        if (from.year == UNSET || from.bc) {
                if (from.bc && from.year != UNSET && unit == 'Y')
                        m.year -= n;
                return moment_cut(within_calendar(m), unit);
        }
        day = first_day(from);
        switch (unit) {
        case 'L': m.year += n * 1000; break;
        case 'C': m.year += n * 100; break;
        case 'E': m.year += n * 10; break;
        case 'Y': m.year += n; break;
        case 'Q': m = shift_months(day, 3 * n); break;
        case 'M': m = shift_months(day, n); break;
        case 'F': m = moment_of_days(moment_days(&day) + 14 * n); break;
        case 'K':
        case 'W': m = moment_of_days(moment_days(&day) + 7 * n); break;
        case 'D': m = moment_of_days(moment_days(&day) + n); break;
        case 'H': m = shift_seconds(day, (int64_t)n * 3600); break;
        case 'N': m = shift_seconds(day, (int64_t)n * 60); break;
        default: m = shift_seconds(day, n); break;
        }
        if (unit == 'Y' && m.grain == GRAIN_DAY && m.month == 2 && m.day == 29)
                m.day = calendar_month_length(m.year, 2);
        if (m.grain == GRAIN_DAY && unit != 'D' && unit_grain(unit) > GRAIN_DAY)
                m.grain = unit_grain(unit);
        if (unit == 'Q' || unit == 'M')
                m.grain = GRAIN_DAY;
        return moment_cut(within_calendar(m), unit);
}

struct moment moment_after(const struct moment *m)
{
        static const char units[] = {
                [GRAIN_CENTURY] = 'C', [GRAIN_DECADE] = 'E',  [GRAIN_YEAR] = 'Y',
                [GRAIN_QUARTER] = 'Q', [GRAIN_MONTH] = 'M',   [GRAIN_WEEK] = 'W',
                [GRAIN_DAY] = 'D',     [GRAIN_WEEKDAY] = 'D',
        };

        if (m->grain < ARRAY_SIZE(units) && units[m->grain] && m->year != UNSET && !m->bc)
                return moment_shift(*m, units[m->grain], 1);
        if (m->grain == GRAIN_DAY && m->day) { /* the year is open: any that is no leap year */
                struct moment next = *m;

                next.year = 2001;
                if (!calendar_valid(2001, m->month ? m->month : 1, m->day))
                        return *m;
                next = moment_of_days(moment_days(&next) + 1);
                next.year = UNSET;
                return next;
        }
        if (m->grain == GRAIN_MONTH && m->month && m->year == UNSET) {
                struct moment next = *m;

                next.month = m->month % 12 + 1;
                return next;
        }
        return *m;
}
