/* times_anchor - turns readings into values
 *
 * What names no year, no week or no day is counted from an anchor: in news the day of
 * publication, in a history the time told last. News tell the past unless the clause speaks of
 * the future.
 */
#include <errno.h>
#include <string.h>

#include "workers/extract/times.h"

enum {
        HISTORY_YEARS_MIN = 4, /* years named, more than HISTORY_AGE before the anchor … */
        HISTORY_AGE = 3,
        HISTORY_SHARE = 2, /* … and that many times as often as words of the day's news */
        TENSE_COST = 240,  /* days by which a date may be farther that fits a past tense … */
        PAST_COST = 120,   /* … or a future one */
        FUTURE_COST = 30,  /* news tell the past */
        YEAR_TURNS = 20,   /* months that a story goes back at the turn of the year */
        COUNT_LIMIT = 100000,  /* a greater distance is no date */
        CONFIDENCE_FULL = 950, /* nothing had to be inferred */
        CONFIDENCE_ANCHORED = 850,
        CONFIDENCE_VAGUE = 700,
};

/* What a reading comes to. A literal value, or a moment. */
struct outcome {
        enum time_type type;
        const char *value;
        struct moment moment;
        struct moment end; /* exclusive; GRAIN_NONE: none */
        uint16_t confidence;
};

struct context {
        struct arena *arena;
        struct readings *readings;
        struct moment anchor; /* GRAIN_NONE: none */
        bool historical;
        struct moment last;     /* the time told last */
        struct moment last_day; /* the last that names a day */
        struct moment quarter;  /* the quarter that a balance is about */
        int pending_year;       /* named once, far from the time told; UNSET */
        bool failed;            /* out of memory */
};

static bool known(const struct moment *m)
{
        return m->grain != GRAIN_NONE && m->year != UNSET;
}

static bool is_word(const struct reading *r, const char *word)
{
        return r->rel_word && strcmp(r->rel_word, word) == 0;
}

/* Is it counted from the time told last, and not from today? */
static bool counts_from_last(const struct reading *r)
{
        static const char *const words[] = { "that",      "same",    "following",   "previous",
                                             "preceding", "ensuing", "succeeding",  "those",
                                             "prior",     "latest",  "intervening", "final",
                                             NULL };

        for (size_t i = 0; words[i]; i++)
                if (is_word(r, words[i]))
                        return true;
        return false;
}

/* The point that relative expressions start from. */
static struct moment point(const struct context *c, bool from_last)
{
        if ((from_last || c->historical) && known(&c->last))
                return c->last;
        return c->anchor;
}

static struct moment point_day(const struct context *c, bool from_last)
{
        if ((from_last || c->historical) && known(&c->last_day))
                return c->last_day;
        if ((from_last || c->historical) && known(&c->last))
                return c->last;
        return c->anchor;
}

static struct moment unknown(enum grain grain)
{
        return (struct moment){ .grain = grain, .year = UNSET };
}

static struct outcome dated(struct moment m, uint16_t confidence)
{
        return (struct outcome){ .type = m.grain >= GRAIN_PART ? TIME_TIME : TIME_DATE,
                                 .moment = m,
                                 .confidence = confidence };
}

static struct outcome literal(enum time_type type, const char *value, uint16_t confidence)
{
        return (struct outcome){ .type = type, .value = value, .confidence = confidence };
}

static struct outcome resolve(struct context *c, size_t i);

/* Days between the anchor and month and day in @year; of a month its middle counts. */
static int distance(const struct context *c, int year, int month, int day)
{
        const struct moment *a = &c->anchor;
        int there = calendar_days(year, month, day == UNSET ? 15 : day);
        int here = calendar_days(a->year, a->month, a->grain >= GRAIN_DAY ? a->day : 15);

        if (day == UNSET && year == a->year && month == a->month)
                return 0;
        return there - here;
}

/* How unlikely a distance is, given the tense. */
static int cost_of(int days, int8_t tense)
{
        int cost = days < 0 ? -days : days;

        if (tense > 0 && days < 0)
                return cost + PAST_COST;
        if (days > 0)
                cost += tense < 0 ? TENSE_COST : tense == 0 ? FUTURE_COST : 0;
        return cost;
}

/* The year in which month (and day) lie: the nearest one, unless the clause's tense speaks
 * clearly for another. */
static int guess_year(const struct context *c, const struct reading *r, int month, int day)
{
        int best = UNSET, best_cost = 0;

        if (c->historical && known(&c->last))
                return c->last.year +
                       (!c->last.bc && c->last.month && c->last.month - month >= YEAR_TURNS);
        if (!known(&c->anchor))
                return UNSET;
        if (c->anchor.grain < GRAIN_MONTH)
                return c->anchor.year;
        for (int year = c->anchor.year - 1; year <= c->anchor.year + 1; year++) {
                int cost = cost_of(distance(c, year, month, day), r->tense);

                if (best == UNSET || cost < best_cost) {
                        best = year;
                        best_cost = cost;
                }
        }
        return best;
}

/* The year that a joined reading gives ("June" of "last year"). */
static int base_year(struct context *c, const struct reading *r)
{
        struct outcome o;

        if (r->base == NONE)
                return UNSET;
        o = resolve(c, (size_t)r->base);
        return o.value ? UNSET : o.moment.year;
}

static void set_grain_of_date(struct moment *m, const struct reading *r)
{
        m->grain = GRAIN_YEAR;
        if (r->month != UNSET) {
                m->grain = GRAIN_MONTH;
                m->month = r->month;
        }
        if (r->day != UNSET) {
                m->grain = GRAIN_DAY;
                m->day = r->day;
        }
        if (r->hour != UNSET) {
                m->grain = r->second != UNSET ? GRAIN_SECOND : GRAIN_MINUTE;
                m->hour = r->hour;
                m->minute = r->minute == UNSET ? 0 : r->minute;
                m->second = r->second == UNSET ? 0 : r->second;
        }
}

static int related_year(const struct context *c, const struct reading *r)
{
        struct moment p = point(c, counts_from_last(r));
        int step;

        if (!known(&p))
                return UNSET;
        if (p.grain < GRAIN_MONTH)
                return p.year + r->rel;
        step = r->month - p.month;
        if (r->rel < 0)
                return step < 0 ? p.year : p.year - 1;
        if (r->rel > 0)
                return step > 0 ? p.year : p.year + 1;
        return p.year;
}

static struct moment with_day(struct moment m, int month, int day)
{
        m.grain = day == UNSET ? GRAIN_MONTH : GRAIN_DAY;
        m.month = month;
        m.day = day == UNSET ? 0 : day;
        return m;
}

/* "the second Tuesday of May" */
static struct outcome resolve_nth(const struct moment *m, const struct reading *r)
{
        int nth = r->ordinal;

        if (m->year == UNSET || !m->month || nth == 0 || nth > 5 || nth < -1)
                return dated(unknown(GRAIN_DAY), CONFIDENCE_VAGUE);
        return dated(moment_of_days(calendar_nth_weekday(m->year, m->month, r->dow, nth)),
                     CONFIDENCE_ANCHORED);
}

/* "Friday the 26th": the nearest month in which it is one. */
static struct outcome resolve_day_of_week(const struct context *c, const struct reading *r)
{
        static const int steps[] = { 0, -1, 1, -2, 2, -3, 3 };

        for (size_t i = 0; i < ARRAY_SIZE(steps) && known(&c->anchor); i++) {
                struct moment m = moment_shift(c->anchor, 'M', steps[i]);

                if (calendar_valid(m.year, m.month, r->day) &&
                    calendar_weekday(calendar_days(m.year, m.month, r->day)) == r->dow)
                        return dated(moment_of_days(calendar_days(m.year, m.month, r->day)),
                                     CONFIDENCE_ANCHORED);
        }
        return dated((struct moment){ .grain = GRAIN_DAY, .year = UNSET, .day = r->day },
                     CONFIDENCE_VAGUE);
}

/* "490" of "490 BC". */
static int era_year(int64_t count)
{
        return count >= 0 && count < 10000000 ? (int)(count / 1000) : UNSET;
}

static struct outcome resolve_date(struct context *c, const struct reading *r)
{
        struct moment m = { .year = r->year, .bc = r->era < 0 };
        uint16_t confidence = r->year != UNSET ? CONFIDENCE_FULL : CONFIDENCE_ANCHORED;
        struct outcome o;

        if (m.year == UNSET && r->era)
                m.year = era_year(r->count);
        else if (m.year == UNSET)
                m.year = base_year(c, r);
        if (m.year == UNSET && r->rel != UNSET && r->month != UNSET)
                m.year = related_year(c, r);
        if (m.year == UNSET && r->month != UNSET)
                m.year = guess_year(c, r, r->month, r->day);
        if (r->year == UNSET && !r->era && c->historical && c->last.bc && r->base == NONE)
                m.bc = true;
        if (r->unit == 'M' && known(&c->anchor) && c->anchor.grain >= GRAIN_MONTH) {
                struct moment month = moment_shift(c->anchor, 'M', r->rel);

                m.year = month.year;
                m.month = month.month;
        }
        set_grain_of_date(&m, r);
        if (strncmp(r->rule, "date.nth", 8) == 0)
                return resolve_nth(&m, r);
        if (strcmp(r->rule, "date.dow.day") == 0)
                return resolve_day_of_week(c, r);
        o = dated(m, confidence);
        if (!r->ranged || strcmp(r->rule, "date.and.mdd") == 0)
                return o;
        if (r->year2 != UNSET)
                o.end = (struct moment){ .grain = GRAIN_YEAR, .year = r->year2 + 1 };
        else if (r->day2 != UNSET) {
                o.end = with_day(m, r->month2 == UNSET ? r->month : r->month2, r->day2);
                o.end = moment_after(&o.end);
        }
        return o;
}

static struct outcome resolve_weekday(struct context *c, const struct reading *r)
{
        bool relative = r->rel != UNSET && counts_from_last(r);
        struct moment p = relative || c->historical ? point_day(c, relative) : c->anchor;
        struct moment m = unknown(GRAIN_WEEKDAY);
        int days, back;

        m.sub = r->dow;
        if (!known(&p) || p.grain < GRAIN_DAY || p.bc)
                return dated(m, CONFIDENCE_VAGUE);
        days = moment_days(&p);
        back = (calendar_weekday(days) - r->dow + 7) % 7;
        if (r->unit == 'W' && r->rel != UNSET)
                days += r->rel * 7 - calendar_weekday(days) + r->dow;
        else if (r->rel == UNSET && r->tense > 0)
                days += (7 - back) % 7;
        else if (r->rel == UNSET)
                days -= back;
        else if (r->rel < 0)
                days -= back ? back : 7;
        else if (r->rel > 0)
                days += 7 - back;
        else
                days += r->dow - calendar_weekday(days);
        return dated(moment_of_days(days), CONFIDENCE_ANCHORED);
}

static const char *plural_value(struct context *c, char unit)
{
        bool clock = unit == 'H' || unit == 'N' || unit == 'S';
        const char *value = arena_printf(c->arena, "P%sX%c", clock ? "T" : "",
                                         unit == 'N'   ? 'M'
                                         : unit == 'F' ? 'W'
                                                       : unit);

        c->failed |= !value;
        return value;
}

/* "the quarter", "the year": no word says which. */
static struct outcome resolve_bare_unit(struct context *c, const struct reading *r)
{
        struct moment p = point(c, true);

        switch (r->unit) {
        case 'Q':
                if (known(&c->quarter))
                        return dated(c->quarter, CONFIDENCE_VAGUE);
                if (known(&c->anchor))
                        return dated(moment_shift(c->anchor, 'Q', -1), CONFIDENCE_VAGUE);
                return dated(unknown(GRAIN_QUARTER), CONFIDENCE_VAGUE);
        case 'K':
                if (!known(&c->anchor) || c->anchor.grain < GRAIN_DAY)
                        return dated(unknown(GRAIN_WEEKEND), CONFIDENCE_VAGUE);
                p = moment_of_days(moment_days(&c->anchor) -
                                   (r->tense > 0                                    ? 0
                                    : calendar_weekday(moment_days(&c->anchor)) < 6 ? 7
                                                                                    : 0));
                return dated(moment_cut(p, 'K'), CONFIDENCE_VAGUE);
        case 'Y':
                if (known(&p) && !r->ends)
                        return dated(moment_cut(c->historical ? p : c->anchor, 'Y'),
                                     CONFIDENCE_VAGUE);
                return literal(TIME_DURATION, "P1Y", CONFIDENCE_VAGUE);
        case 'D':
                if (known(&c->last_day))
                        return dated(moment_cut(c->last_day, 'D'), CONFIDENCE_VAGUE);
                return literal(TIME_DURATION, "P1D", CONFIDENCE_VAGUE);
        default:
                if (known(&p))
                        return dated(moment_cut(p, r->unit), CONFIDENCE_VAGUE);
                return dated(moment_cut(unknown(GRAIN_DAY), r->unit), CONFIDENCE_VAGUE);
        }
}

static struct outcome resolve_unit(struct context *c, const struct reading *r)
{
        bool from_last = counts_from_last(r) ||
                         (r->unit == 'D' && (is_word(r, "next") || is_word(r, "past")));
        struct moment p = r->unit == 'D' ? point_day(c, from_last) : point(c, from_last);
        bool here = is_word(r, "this") || is_word(r, "current") ||
                    (!r->definite && (is_word(r, "last") || is_word(r, "next")));

        if (!r->unit) { /* "this period" */
                if (is_word(r, "latest") && known(&c->quarter))
                        return dated(c->quarter, CONFIDENCE_VAGUE);
                if (known(&p))
                        return dated(p, CONFIDENCE_VAGUE);
                return literal(TIME_DATE, "PRESENT_REF", CONFIDENCE_VAGUE);
        }
        if (r->rel == UNSET)
                return resolve_bare_unit(c, r);
        if (here && known(&c->anchor) && !from_last)
                p = c->anchor;
        if (is_word(r, "past") && r->unit != 'D')
                return literal(TIME_DURATION,
                               r->unit == 'E'   ? "P10Y"
                               : r->unit == 'C' ? "P100Y"
                               : r->unit == 'Y' ? "P1Y"
                               : r->unit == 'W' ? "P1W"
                               : r->unit == 'M' ? "P1M"
                                                : "P1D",
                               CONFIDENCE_VAGUE);
        if (!known(&p))
                return dated(moment_cut(unknown(GRAIN_SECOND), r->unit), CONFIDENCE_VAGUE);
        if (is_word(r, "latest") && r->unit == 'Q')
                p = known(&c->quarter) ? moment_shift(c->quarter, 'Q', 1) : c->anchor;
        return dated(moment_shift(p, r->unit, r->rel), CONFIDENCE_ANCHORED);
}

/* A year before a quarter is a quarter: the comparison that balance sheets make. */
static bool compares_quarters(const struct context *c, const struct reading *r)
{
        if (r->unit != 'Y' || c->historical || (r->count != 1000 && r->count != COUNT_NONE) ||
            r->base != NONE)
                return false;
        return known(&c->quarter) || (r->unit2 == 'Q' && known(&c->anchor));
}

/* "two years and three months ago": the smaller unit decides how precise it is. */
static struct outcome resolve_two_steps(struct moment p, const struct reading *r, int count)
{
        int months = r->direction * count * (r->unit == 'Y' ? 12 : 1);

        if (p.grain < GRAIN_DAY) {
                p = moment_shift(p, r->unit, r->direction * count);
        } else if (r->unit == 'Y' || r->unit == 'M') {
                struct civil to =
                        calendar_add_months((struct civil){ p.year, p.month, p.day }, months);

                p.year = to.year;
                p.month = to.month;
                p.day = to.day;
        } else {
                p = moment_shift(p, 'D', r->direction * count * (r->unit == 'W' ? 7 : 1));
        }
        return dated(moment_shift(p, r->unit2, r->direction * (int)(r->count2 / 1000)),
                     CONFIDENCE_ANCHORED);
}

static struct outcome resolve_offset(struct context *c, const struct reading *r)
{
        bool anchored = r->direction_word && strstr(r->direction_word, "anchor");
        bool fine = r->unit == 'D' || r->unit == 'H' || r->unit == 'N' || r->unit == 'S';
        struct moment p = anchored && !c->historical ? c->anchor
                          : fine || r->unit == 'W'   ? point_day(c, true)
                                                     : point(c, true);
        int64_t count = r->count == COUNT_NONE ? 1000 : r->count;
        char unit = r->unit;

        if (r->base != NONE) {
                struct outcome o = resolve(c, (size_t)r->base);

                p = o.value ? unknown(GRAIN_NONE) : o.moment;
        }
        if (compares_quarters(c, r)) {
                p = known(&c->quarter) ? c->quarter : moment_shift(c->anchor, 'Q', -1);
                p.year += r->direction < 0 ? -1 : 1;
                return dated(p, CONFIDENCE_VAGUE);
        }
        if (count == COUNT_VAGUE || (r->plural && r->count == COUNT_NONE) ||
            count / 1000 > COUNT_LIMIT)
                return literal(TIME_DATE,
                               r->count == COUNT_NONE ? plural_value(c, r->unit)
                               : r->direction < 0     ? "PAST_REF"
                                                      : "FUTURE_REF",
                               CONFIDENCE_VAGUE);
        if (count % 1000 == 500 && unit == 'Y') {
                count = count * 12;
                unit = 'M';
        }
        if (!known(&p) || p.bc || (fine && p.grain < GRAIN_DAY && unit != 'D'))
                return known(&p) && p.bc
                               ? dated(moment_shift(p, unit,
                                                    r->direction * (int)(count / 1000)),
                                       CONFIDENCE_VAGUE)
                               : dated(moment_cut(unknown(GRAIN_DAY), unit), CONFIDENCE_VAGUE);
        if (r->base != NONE && p.grain == GRAIN_DAY && unit != 'H' && unit != 'N') {
                struct moment day = moment_shift(p, unit == 'Y' || unit == 'Q' ? 'M' : 'D', 0);

                if (unit == 'Y') {
                        p.year += r->direction * (int)(count / 1000);
                        return dated(p, CONFIDENCE_ANCHORED);
                }
                (void)day;
                if (unit == 'W')
                        return dated(
                                moment_shift(p, 'D', r->direction * 7 * (int)(count / 1000)),
                                CONFIDENCE_ANCHORED);
        }
        if (r->unit2 && r->count2 > 0 && r->count2 / 1000 < COUNT_LIMIT &&
            strcmp(r->rule, "offset.two") == 0)
                return resolve_two_steps(p, r, (int)(count / 1000));
        return dated(moment_shift(p, unit, r->direction * (int)(count / 1000)),
                     CONFIDENCE_ANCHORED);
}

/* Appends "2Y", "5H30M" … to a period; a half is written in the next smaller unit. */
static const char *period(struct context *c, int64_t count, char unit)
{
        bool clock = unit == 'H' || unit == 'N' || unit == 'S';
        int factor = unit == 'E'   ? 10
                     : unit == 'C' ? 100
                     : unit == 'L' ? 1000
                     : unit == 'F' ? 2
                                   : 1;
        char letter = unit == 'E' || unit == 'C' || unit == 'L' ? 'Y'
                      : unit == 'F'                             ? 'W'
                      : unit == 'N'                             ? 'M'
                                                                : unit;
        const char *value;

        if (unit == 'K')
                return count == 1000
                               ? "P1WE"
                               : arena_printf(c->arena, "P%lldWE", (long long)(count / 1000));
        if (count > INT64_MAX / 2000)
                return "PXY";
        count *= factor;
        if (count % 1000 == 0)
                value = arena_printf(c->arena, "P%s%lld%c", clock ? "T" : "",
                                     (long long)(count / 1000), letter);
        else if (unit == 'H' || unit == 'N')
                value = count / 1000 ? arena_printf(c->arena, "PT%lld%c%lld%c",
                                                    (long long)(count / 1000), letter,
                                                    (long long)(count % 1000 * 60 / 1000),
                                                    unit == 'H' ? 'M' : 'S')
                                     : arena_printf(c->arena, "PT%lld%c",
                                                    (long long)(count * 60 / 1000),
                                                    unit == 'H' ? 'M' : 'S');
        else
                value = arena_printf(c->arena, "P%s%lld.%lld%c", clock ? "T" : "",
                                     (long long)(count / 1000), (long long)(count % 1000 / 100),
                                     letter);
        return value;
}

static struct outcome resolve_duration(struct context *c, const struct reading *r)
{
        int64_t count = r->count;
        const char *value;

        if (r->rel != UNSET && r->plural && count == COUNT_NONE && r->unit != 'Y' && 0)
                return literal(TIME_DATE, "PAST_REF", CONFIDENCE_VAGUE);
        if (count == COUNT_VAGUE || (count == COUNT_NONE && r->plural))
                return literal(TIME_DURATION, plural_value(c, r->unit), CONFIDENCE_VAGUE);
        if (strcmp(r->rule, "duration.half") == 0)
                count = 500;
        else if (strcmp(r->rule, "duration.and.half") == 0)
                count = 1500;
        else if (strcmp(r->rule, "duration.quarter") == 0)
                return literal(TIME_DURATION, "PT15M", CONFIDENCE_FULL);
        else if (count == COUNT_NONE || strcmp(r->rule, "unit.ord") == 0)
                count = 1000;
        if (count == 500 && r->unit == 'Y')
                return literal(TIME_DURATION, "P6M", CONFIDENCE_FULL);
        value = period(c, count, r->unit);
        if (value && r->unit2 && r->count2 >= 0 && strcmp(r->rule, "duration.or") != 0) {
                const char *second = period(c, r->count2, r->unit2);
                bool clock = strchr(value, 'T') != NULL;

                if (second)
                        value = arena_printf(c->arena, "%s%s", value,
                                             second + (clock && second[1] == 'T' ? 2 : 1));
        }
        c->failed |= !value;
        return literal(TIME_DURATION, value, CONFIDENCE_FULL);
}

static struct outcome resolve_set(struct context *c, const struct reading *r)
{
        const char *value = "P1D";

        if (r->dow != UNSET && r->part)
                value = arena_printf(c->arena, "XXXX-WXX-%dT%.2s", r->dow, r->part);
        else if (r->dow != UNSET)
                value = arena_printf(c->arena, "XXXX-WXX-%d", r->dow);
        else if (r->part)
                value = arena_printf(c->arena, "XXXX-XX-XXT%.2s", r->part);
        else if (r->season)
                value = arena_printf(c->arena, "XXXX-%.2s", r->season);
        else if (r->month != UNSET)
                value = arena_printf(c->arena, "XXXX-%02d", r->month);
        else if (r->unit)
                value = period(c, r->every && r->count > 0 ? r->count : 1000, r->unit);
        c->failed |= !value;
        return literal(TIME_SET, value, CONFIDENCE_FULL);
}

static struct outcome resolve_deictic(struct context *c, const struct reading *r)
{
        struct moment m = unknown(GRAIN_DAY);

        if (known(&c->anchor) && c->anchor.grain >= GRAIN_DAY)
                m = moment_of_days(moment_days(&c->anchor) + r->offset);
        else if (r->offset == 0)
                return literal(TIME_DATE, "PRESENT_REF", CONFIDENCE_VAGUE);
        if (r->part) {
                m.grain = GRAIN_PART;
                m.part = r->part;
        }
        return dated(m, CONFIDENCE_ANCHORED);
}

/* The day that a clock time or a part of the day belongs to. */
static struct moment day_of(struct context *c, const struct reading *r)
{
        struct moment p;

        if (r->base != NONE) {
                struct outcome o = resolve(c, (size_t)r->base);

                return o.value ? unknown(GRAIN_DAY) : o.moment;
        }
        p = r->rel != UNSET && !counts_from_last(r) && !c->historical ? c->anchor
                                                                      : point_day(c, true);
        if (r->rel == UNSET && !c->historical && known(&c->anchor) && !(known(&c->last_day)))
                p = c->anchor;
        if (!known(&p) || p.bc)
                return known(&p) ? p : unknown(GRAIN_DAY);
        if (p.grain < GRAIN_DAY)
                return p;
        return moment_of_days(moment_days(&p));
}

static struct outcome resolve_part(struct context *c, const struct reading *r)
{
        struct moment m = day_of(c, r);
        bool night = strncmp(r->part, "NI", 2) == 0 || strncmp(r->part, "EV", 2) == 0;

        if (m.grain >= GRAIN_DAY && known(&m) && !m.bc && m.month && m.day && r->rel != UNSET &&
            r->base == NONE) {
                if (r->rel < 0 && (night || counts_from_last(r)))
                        m = moment_of_days(moment_days(&m) - 1);
                else if (r->rel < 0)
                        m = moment_of_days(moment_days(&m) - 1);
                else if (r->rel > 0)
                        m = moment_of_days(moment_days(&m) + 1);
        }
        m.grain = GRAIN_PART;
        m.part = r->part;
        return dated(m, CONFIDENCE_ANCHORED);
}

static void turn_hour(struct reading *r, const char *part)
{
        if (r->ampm == 12 && r->hour < 12)
                r->hour += 12;
        else if (r->ampm == 0 && r->hour == 12)
                r->hour = 0;
        else if (r->ampm == UNSET && part && r->hour < 12 &&
                 (strncmp(part, "AF", 2) == 0 || strncmp(part, "EV", 2) == 0 ||
                  (strncmp(part, "NI", 2) == 0 && r->hour > 5)))
                r->hour += 12;
}

static void set_past_or_to(struct reading *r)
{
        bool quarter = strstr(r->rule, "quarter") != NULL;
        bool before = strncmp(r->rule, "clock.to", 8) == 0 ||
                      strcmp(r->rule, "clock.quarter.to") == 0;
        int minutes = quarter ? 15 : r->count >= 0 ? (int)(r->count / 1000 % 60) : 0;

        if (strcmp(r->rule, "clock.half") == 0)
                minutes = 30;
        else if (!quarter && strcmp(r->rule, "clock.past") != 0 && !before)
                return;
        r->minute = before ? (60 - minutes) % 60 : minutes;
        if (before && minutes)
                r->hour = (r->hour + 23) % 24;
}

static struct outcome resolve_clock(struct context *c, const struct reading *reading)
{
        struct reading r = *reading;
        struct moment m = day_of(c, &r);
        const char *part = r.part && r.part[0] != 'n' ? r.part
                           : m.grain == GRAIN_PART    ? m.part
                                                      : NULL;

        if (r.hour == UNSET && r.count >= 0) { /* "1800 GMT" */
                int value = (int)(r.count / 1000 % 2500);

                r.hour = value / 100;
                r.minute = value % 100;
        }
        if (r.base != NONE && c->readings->list[r.base].kind == READING_PART)
                part = c->readings->list[r.base].part;
        set_past_or_to(&r);
        turn_hour(&r, part);
        m.grain = r.second != UNSET ? GRAIN_SECOND : GRAIN_MINUTE;
        m.hour = r.hour % 25;
        m.minute = r.minute == UNSET ? 0 : r.minute % 60;
        m.second = r.second == UNSET ? 0 : r.second;
        return dated(m, CONFIDENCE_ANCHORED);
}

static int season_month(const char *season)
{
        return season[0] == 'W' ? 12 : season[0] == 'F' ? 9 : season[1] == 'P' ? 3 : 6;
}

static struct outcome resolve_season(struct context *c, const struct reading *r)
{
        struct moment m = { .grain = GRAIN_SEASON, .season = r->season, .bc = r->era < 0 };
        struct moment p = point(c, counts_from_last(r));
        struct reading month = *r;

        m.year = r->year != UNSET ? r->year : r->era ? era_year(r->count) : base_year(c, r);
        month.month = season_month(r->season);
        if (m.year == UNSET && r->rel != UNSET && known(&p))
                m.year = r->rel == 0 ? p.year : related_year(c, &month);
        if (m.year == UNSET && known(&p))
                m.year = p.year + (c->historical && r->season[0] == 'W' && p.month >= 8);
        if (m.year != UNSET && p.bc && r->year == UNSET)
                m.bc = true;
        return dated(m, r->year != UNSET ? CONFIDENCE_FULL : CONFIDENCE_ANCHORED);
}

static struct outcome resolve_quarter(struct context *c, const struct reading *r)
{
        bool half = strncmp(r->rule, "half", 4) == 0;
        struct moment m = { .grain = half ? GRAIN_HALF : GRAIN_QUARTER };

        m.sub = r->quarter != UNSET ? r->quarter : r->ordinal;
        if (m.sub == UNSET && known(&c->quarter))
                m.sub = c->quarter.sub;
        if (m.sub < 1 || m.sub > 4)
                m.sub = 0;
        m.year = r->year != UNSET ? r->year : base_year(c, r);
        if (m.year == UNSET && m.sub)
                m.year = guess_year(c, r, half ? m.sub * 6 - 3 : m.sub * 3 - 1, UNSET);
        if (m.year != UNSET)
                m.year += r->direction;
        if (!m.sub && strcmp(r->rule, "quarter.year.bare") == 0)
                m.grain = GRAIN_YEAR;
        return dated(m, r->year != UNSET ? CONFIDENCE_FULL : CONFIDENCE_ANCHORED);
}

static struct outcome resolve_decade(const struct reading *r)
{
        struct moment m = { .grain = GRAIN_DECADE, .year = r->decade };

        if (r->decade < 100)
                m.year = 1900 + r->decade;
        return dated(m, CONFIDENCE_FULL);
}

static struct outcome resolve_century(const struct reading *r)
{
        struct moment m = { .grain = GRAIN_CENTURY, .bc = r->era < 0 };

        m.year = r->ordinal > 0 && r->ordinal < 99 ? (r->ordinal - 1) * 100 : UNSET;
        return dated(m, CONFIDENCE_FULL);
}

static int holiday_days(const char *rule, int year)
{
        int n[4] = { 0 }, at = 0;
        const char *p = strchr(rule, ' ');

        for (; p && *p == ' ' && at < 4; at++) {
                bool negative = *++p == '-';

                for (p += negative; *p >= '0' && *p <= '9'; p++)
                        n[at] = n[at] * 10 + *p - '0';
                n[at] = negative ? -n[at] : n[at];
        }
        switch (rule[0]) {
        case 'f': return calendar_days(year, n[0], n[1]);
        case 'e': return calendar_easter(year) + n[0];
        case 'n': return calendar_nth_weekday(year, n[0], n[1], n[2]);
        default: return calendar_nth_weekday(year, n[0], n[1], n[2]) + n[3];
        }
}

static struct outcome resolve_holiday(struct context *c, const struct reading *r)
{
        struct moment p = c->historical && known(&c->last) ? c->last : c->anchor, m;
        int year = r->year != UNSET ? r->year : base_year(c, r);
        int days, today;

        if (year == UNSET && known(&p))
                year = p.year;
        if (year == UNSET) {
                m = moment_of_days(holiday_days(r->holiday, 2001));
                if (r->holiday[0] != 'f')
                        m.month = m.day = 0;
                m.year = UNSET;
                return dated(m, CONFIDENCE_VAGUE);
        }
        days = holiday_days(r->holiday, year);
        if (r->year == UNSET && r->base == NONE && !c->historical && p.grain >= GRAIN_DAY &&
            !p.bc) {
                today = moment_days(&p);
                if ((r->rel == -1 || (r->rel == UNSET && r->tense < 0)) && days > today)
                        days = holiday_days(r->holiday, year - 1);
                else if ((r->rel == 1 || (r->rel == UNSET && r->tense > 0)) && days < today)
                        days = holiday_days(r->holiday, year + 1);
        }
        return dated(moment_of_days(days), CONFIDENCE_ANCHORED);
}

static struct outcome resolve_week_of(struct context *c, const struct reading *r)
{
        struct outcome o;

        if (r->base == NONE)
                return literal(TIME_DURATION, "P1W", CONFIDENCE_VAGUE);
        o = resolve(c, (size_t)r->base);
        if (!o.value && known(&o.moment) && o.moment.grain >= GRAIN_DAY && !o.moment.bc)
                o.moment = moment_cut(o.moment, 'W');
        return o;
}

static struct outcome resolve(struct context *c, size_t i)
{
        const struct reading *r = &c->readings->list[i];

        switch (r->kind) {
        case READING_DATE: return resolve_date(c, r);
        case READING_WEEKDAY: return resolve_weekday(c, r);
        case READING_UNIT: return resolve_unit(c, r);
        case READING_OFFSET: return resolve_offset(c, r);
        case READING_DURATION: return resolve_duration(c, r);
        case READING_SET: return resolve_set(c, r);
        case READING_DEICTIC: return resolve_deictic(c, r);
        case READING_PART: return resolve_part(c, r);
        case READING_CLOCK: return resolve_clock(c, r);
        case READING_SEASON: return resolve_season(c, r);
        case READING_QUARTER: return resolve_quarter(c, r);
        case READING_DECADE: return resolve_decade(r);
        case READING_CENTURY: return resolve_century(r);
        case READING_HOLIDAY: return resolve_holiday(c, r);
        case READING_WEEK_OF: return resolve_week_of(c, r);
        case READING_PAST: return literal(TIME_DATE, "PAST_REF", CONFIDENCE_VAGUE);
        case READING_PRESENT: return literal(TIME_DATE, "PRESENT_REF", CONFIDENCE_VAGUE);
        default: return literal(TIME_DATE, r->ref ? r->ref : "PRESENT_REF", CONFIDENCE_VAGUE);
        }
}

/* Is the text a history? Then years long before the anchor outnumber the words of the day. */
static bool is_history(const struct readings *readings, const struct moment *anchor)
{
        size_t years = 0, news = 0;

        for (size_t i = 0; i < readings->n; i++) {
                const struct reading *r = &readings->list[i];

                if (r->kind == READING_DATE && (r->year != UNSET || r->era))
                        years += !known(anchor) || r->year + HISTORY_AGE <= anchor->year ||
                                 r->era < 0;
                else
                        news += r->kind == READING_WEEKDAY || r->kind == READING_DEICTIC ||
                                (r->kind == READING_UNIT && r->unit != 'D' &&
                                 !counts_from_last(r) && r->rel != UNSET) ||
                                (r->kind == READING_OFFSET && r->direction_word &&
                                 strstr(r->direction_word, "anchor"));
        }
        return years >= HISTORY_YEARS_MIN && years > HISTORY_SHARE * news;
}

static const char *copy_word(struct context *c, const char *word, size_t size)
{
        const char *copy = arena_copy(c->arena, word, size);

        c->failed |= !copy;
        return copy;
}

static int append(struct context *c, struct document *doc, const struct reading *r,
                  const struct outcome *o)
{
        struct extraction *x = doc->x;
        struct time_expression *t = arena_push(c->arena, &x->times, &x->n_times, sizeof(*t));

        if (!t)
                return -ENOMEM;
        t->by.confidence = o->confidence;
        t->by.rule = arena_printf(c->arena, "times.%s", r->rule);
        t->span = (struct span){ r->start, r->end };
        t->type = o->type;
        t->value = o->value ? copy_word(c, o->value, strcspn(o->value, "\t "))
                            : moment_print(c->arena, &o->moment);
        t->end = o->end.grain != GRAIN_NONE ? moment_print(c->arena, &o->end) : NULL;
        t->mod = r->mod_size ? copy_word(c, r->mod, r->mod_size) : NULL;
        return t->value && t->by.rule && !c->failed ? 0 : -ENOMEM;
}

/* The second part of "10-18 June" is an expression of its own, too. */
static int append_second(struct context *c, struct document *doc, const struct reading *r,
                         const struct outcome *o)
{
        struct outcome second = *o;
        struct reading part = *r;

        part.start = r->second_start;
        part.mod_size = 0;
        second.end.grain = GRAIN_NONE;
        if (r->year2 != UNSET) {
                second.moment.year = r->year2;
                part.start = r->end;
                while (part.start > r->start && doc->x->text[part.start - 1] >= '0' &&
                       doc->x->text[part.start - 1] <= '9')
                        part.start--;
        } else if (r->day2 != UNSET) {
                second.moment =
                        with_day(o->moment, r->month2 == UNSET ? r->month : r->month2, r->day2);
        } else if (r->count2 >= 0) {
                second.moment.year = era_year(r->count2);
        }
        if (part.start <= r->start)
                return 0;
        return append(c, doc, &part, &second);
}

/* In a history, a year in passing is an aside; at the start of a sentence the story moves on.
 */
static bool is_aside(struct context *c, const struct reading *r, const struct moment *m)
{
        int year = m->bc ? -m->year : m->year, here = c->last.bc ? -c->last.year : c->last.year;

        if (!c->historical || m->grain != GRAIN_YEAR || !known(&c->last))
                return false;
        if (r->opens || year == here)
                return false;
        if (c->pending_year == year)
                return false;
        c->pending_year = year;
        return true;
}

static void remember(struct context *c, const struct reading *r, const struct outcome *o)
{
        if (o->value || !known(&o->moment) || is_aside(c, r, &o->moment))
                return;
        if (o->moment.grain == GRAIN_QUARTER &&
            ((r->kind == READING_QUARTER && !r->direction && r->year == UNSET) ||
             r->kind == READING_UNIT))
                c->quarter = o->moment;
        c->last = o->moment;
        c->pending_year = UNSET;
        if (o->moment.grain >= GRAIN_DAY && o->moment.month && o->moment.day)
                c->last_day = o->moment;
}

/* "from May to July": the end is behind what the second reading names. */
static void set_range_end(struct context *c, const struct reading *r, struct outcome *o)
{
        struct outcome end;

        if (r->range_end == NONE || o->value)
                return;
        end = resolve(c, (size_t)r->range_end);
        if (!end.value)
                o->end = moment_after(&end.moment);
}

static void find_anchor(const struct extraction *x, struct moment *ret)
{
        if (moment_parse(x->published.value, ret))
                return;
        if (!moment_parse(x->fetched, ret))
                *ret = (struct moment){ .grain = GRAIN_NONE };
}

/* "at the same time", "this time": outside a narrative they name no time. */
static bool is_idiom(const struct context *c, const struct reading *r)
{
        return strcmp(r->rule, "unit.period") == 0 && !c->historical &&
               (is_word(r, "same") || is_word(r, "this") || is_word(r, "next") ||
                is_word(r, "last"));
}

/* A history starts at the first date it tells. */
static void find_start(struct context *c)
{
        for (size_t i = 0; c->historical && i < c->readings->n; i++) {
                const struct reading *r = &c->readings->list[i];

                if (r->kind == READING_DATE && (r->year != UNSET || r->era)) {
                        c->last = resolve(c, i).moment;
                        return;
                }
        }
}

int readings_resolve(struct document *doc, struct readings *readings)
{
        struct context c = { .arena = doc->arena, .readings = readings };

        find_anchor(doc->x, &c.anchor);
        c.historical = is_history(readings, &c.anchor);
        c.pending_year = UNSET;
        find_start(&c);
        for (size_t i = 0; i < readings->n; i++) {
                const struct reading *r = &readings->list[i];
                struct outcome o;
                int error;

                if (r->absorbed || is_idiom(&c, r))
                        continue;
                o = resolve(&c, i);
                set_range_end(&c, r, &o);
                error = append(&c, doc, r, &o);
                if (!error && r->ranged)
                        error = append_second(&c, doc, r, &o);
                if (error)
                        return error;
                remember(&c, r, &o);
        }
        return 0;
}
