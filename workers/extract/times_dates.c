/* times_dates - days, months, seasons, quarters, years and feasts */

#include "workers/extract/feasts.h"
#include "workers/extract/times_resolve.h"

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

/* "the second Tuesday of May" */
static struct outcome resolve_nth(const struct moment *m, const struct reading *r)
{
        int nth = r->ordinal, day;

        if (m->year == UNSET || !m->month || nth == 0 || nth > 5 || nth < -5)
                return dated(unknown(GRAIN_DAY), CONFIDENCE_VAGUE);
        day = calendar_nth_weekday(m->year, m->month, r->dow, nth < 0 ? -1 : nth);
        day += nth < 0 ? 7 * (nth + 1) : 0;
        return dated(moment_of_days(day), CONFIDENCE_ANCHORED);
}

/* "the last day of May", "the third day of June" */
static struct outcome resolve_nth_day(const struct moment *m, const struct reading *r)
{
        struct moment day = *m;
        int length;

        if (m->year == UNSET || !m->month)
                return dated(unknown(GRAIN_DAY), CONFIDENCE_VAGUE);
        length = calendar_month_length(m->year, m->month);
        day.day = r->ordinal < 0 ? length + 1 + r->ordinal : r->ordinal;
        day.grain = day.day >= 1 && day.day <= length ? GRAIN_DAY : GRAIN_MONTH;
        return dated(day, CONFIDENCE_ANCHORED);
}

/* The year that "of 2021", "of last year" tells, or this one. */
static int told_year(const struct context *c, const struct reading *r)
{
        if (r->year != UNSET)
                return r->year;
        return known(&c->anchor) ? c->anchor.year + (r->rel == UNSET ? 0 : r->rel) : UNSET;
}

/* "the third month of 2021" */
static struct outcome resolve_nth_month(const struct context *c, const struct reading *r)
{
        struct moment m = { .grain = GRAIN_MONTH, .year = told_year(c, r) };

        m.month = r->ordinal >= 1 && r->ordinal <= 12 ? r->ordinal : 0;
        return dated(m, CONFIDENCE_FULL);
}

/* "on the 15th": of this month, unless the tense says that it was or will be another's. */
static struct outcome resolve_day_of_month(const struct context *c, const struct reading *r)
{
        struct moment m = point_day(c, false);

        if (!known(&m) || m.grain < GRAIN_MONTH || m.bc)
                return dated(
                        (struct moment){ .grain = GRAIN_DAY, .year = UNSET, .day = r->day },
                        CONFIDENCE_VAGUE);
        if (m.grain < GRAIN_DAY || c->historical)
                m.day = r->day;
        if (r->tense <= 0 && r->day > m.day)
                m = moment_shift(m, 'M', -1);
        else if (r->tense > 0 && r->day < m.day)
                m = moment_shift(m, 'M', 1);
        m.grain = GRAIN_DAY;
        m.day = r->day;
        if (!calendar_valid(m.year, m.month, m.day))
                m.month = m.day = 0;
        return dated(m, CONFIDENCE_ANCHORED);
}

/* "Friday the 26th": the nearest month in which it is one; of an appointment the next. */
static struct outcome resolve_day_of_week(const struct context *c, const struct reading *r)
{
        static const int steps[] = { 0, -1, 1, -2, 2, -3, 3 };
        static const int ahead[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 };
        bool alone = c->readings->alone;

        for (size_t i = 0; i < (alone ? ARRAY_SIZE(ahead) : ARRAY_SIZE(steps)); i++) {
                struct moment m = moment_shift(c->anchor, 'M', alone ? ahead[i] : steps[i]);

                if (alone && !i && known(&m) && c->anchor.day > r->day)
                        continue;
                if (known(&m) && calendar_valid(m.year, m.month, r->day) &&
                    calendar_weekday(calendar_days(m.year, m.month, r->day)) == r->dow)
                        return dated(moment_of_days(calendar_days(m.year, m.month, r->day)),
                                     CONFIDENCE_ANCHORED);
        }
        return dated((struct moment){ .grain = GRAIN_DAY, .year = UNSET, .day = r->day },
                     CONFIDENCE_VAGUE);
}

struct outcome resolve_date(struct context *c, const struct reading *r)
{
        struct moment m = { .year = r->year, .bc = r->era < 0 };
        struct moment here = point(c, counts_from_last(r)); /* "the 15th of that month" */
        uint16_t confidence =
                r->year != UNSET || r->era ? CONFIDENCE_FULL : CONFIDENCE_ANCHORED;
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
        if (r->unit == 'M' && known(&here) && here.grain >= GRAIN_MONTH && !here.bc) {
                struct moment month = moment_shift(here, 'M', r->rel == UNSET ? 0 : r->rel);

                m.year = month.year;
                m.month = month.month;
        }
        set_grain_of_date(&m, r);
        if (r->form == FORM_DAY_ON)
                return resolve_day_of_month(c, r);
        if (r->form == FORM_NTH_MONTH)
                return resolve_nth_month(c, r);
        if (r->form == FORM_NTH_DAY)
                return resolve_nth_day(&m, r);
        if (r->form == FORM_NTH_WEEKDAY)
                return resolve_nth(&m, r);
        if (r->form == FORM_WEEKDAY)
                return resolve_day_of_week(c, r);
        o = dated(m, confidence);
        if (!r->ranged || r->form == FORM_TWO_DAYS)
                return o;
        if (r->year2 != UNSET)
                o.end = (struct moment){ .grain = GRAIN_YEAR, .year = r->year2 + 1 };
        else if (r->day2 != UNSET) {
                o.end = with_day(m, r->month2 == UNSET ? m.month : r->month2, r->day2);
                o.end = moment_after(&o.end);
        }
        return o;
}

enum { NEAR_DAYS = 3 /* less than to the next one */, FAINT_DAYS = 2, TOMORROW_DAYS = 6 };

/* The weekday in the week that another reading leads to. */
static bool weekday_of_week(struct context *c, const struct reading *r, struct outcome *ret)
{
        struct outcome o;
        int monday;

        if (r->base == NONE)
                return false;
        o = resolve(c, (size_t)r->base);
        if (o.value || !known(&o.moment) || o.moment.bc)
                return false;
        if (o.moment.grain == GRAIN_WEEK)
                monday = calendar_week_start(o.moment.year, o.moment.week);
        else if (o.moment.grain == GRAIN_DAY)
                monday = moment_days(&o.moment) + 1 - calendar_weekday(moment_days(&o.moment));
        else
                return false;
        *ret = dated(moment_of_days(monday + r->dow - 1), CONFIDENCE_ANCHORED);
        return true;
}

/* "the first Monday after Easter", "the Friday before 3 May" */
static bool weekday_behind(struct context *c, const struct reading *r, struct outcome *ret)
{
        int n = r->ordinal == UNSET ? 1 : r->ordinal, day, there;
        struct outcome o;

        if (r->base == NONE || n < 1 || n > 53)
                return false;
        o = resolve(c, (size_t)r->base);
        if (o.value || !known(&o.moment) || o.moment.bc || o.moment.grain != GRAIN_DAY)
                return false;
        day = moment_days(&o.moment);
        there = calendar_weekday(day);
        day += r->direction < 0 ? -((there - r->dow + 6) % 7 + 1) - 7 * (n - 1)
                                : (r->dow - there + 6) % 7 + 1 + 7 * (n - 1);
        *ret = dated(moment_of_days(day), CONFIDENCE_ANCHORED);
        return true;
}

/* "on 5 May, a Tuesday": no other one, if it is. */
static bool weekday_is_told(struct context *c, const struct reading *r, struct outcome *ret)
{
        struct moment m;

        if (r->told == NONE)
                return false;
        m = resolve(c, (size_t)r->told).moment;
        if (!known(&m) || m.bc || m.grain < GRAIN_DAY || !m.month || !m.day ||
            calendar_weekday(moment_days(&m)) != r->dow)
                return false;
        *ret = dated(moment_cut(m, 'D'), CONFIDENCE_ANCHORED);
        return true;
}

/* "Monday week", "two weeks on Monday": so many behind the next such day. */
static int weeks_on(const struct reading *r)
{
        int weeks = r->count >= 1000 && amounts_within_limit(r) ? (int)(r->count / 1000) : 1;

        return r->unit == 'F' ? 2 * weeks : weeks;
}

struct outcome resolve_weekday(struct context *c, const struct reading *r)
{
        struct outcome o;
        bool relative = r->rel != UNSET && counts_from_last(r);
        struct moment p = relative || c->tale ? point_day(c, true) : c->anchor;
        struct moment m = unknown(GRAIN_WEEKDAY);
        int days, back;

        m.sub = r->dow;
        if (weekday_is_told(c, r, &o))
                return o;
        if (r->form == FORM_BEHIND ? weekday_behind(c, r, &o) : weekday_of_week(c, r, &o))
                return o;
        if (!known(&p) || p.grain < GRAIN_DAY || p.bc)
                return dated(m, CONFIDENCE_VAGUE);
        days = moment_days(&p);
        back = (calendar_weekday(days) - r->dow + 7) % 7;
        if (r->form == FORM_AFTER_NEXT)
                days += 14 - back;
        else if (r->form == FORM_WEEK_ON)
                days += 7 - back + weeks_on(r) * 7;
        else if (r->unit == 'W' && r->rel != UNSET)
                days += r->rel * 7 - calendar_weekday(days) + r->dow;
        else if (r->direction && r->count >= 1000 && r->count < 1000000)
                days += r->direction * 7 * (int)(r->count / 1000) + (r->direction > 0 ? -back
                                                                     : back           ? 7 - back
                                                                                      : 0);
        else if (r->rel == UNSET && r->tense == 1 && r->owns)
                days += back <= NEAR_DAYS ? -back : 7 - back; /* "Tuesday's ruling will" */
        else if (r->rel == UNSET && r->tense == 1 && r->weight == TENSE_FAINT && back &&
                 back <= FAINT_DAYS)
                days -= back; /* "would fly on Monday", told on Tuesday */
        else if (r->rel == UNSET && !r->tense && r->weight == TENSE_OPEN && back > NEAR_DAYS)
                days += 7 - back; /* "agreed to meet on Friday", told on Tuesday */
        else if (r->rel == UNSET && r->tense > 0)
                days += r->tense > 1 && !back ? 7 : (7 - back) % 7;
        else if (r->rel == 0 && r->tense > 1)
                days += 7 - back;
        else if (r->rel == UNSET)
                /* Of six days ago nobody speaks so: the text is younger than its date. */
                days -= back == TOMORROW_DAYS && !c->historical &&
                                        !(r->tense < 0 && r->weight == TENSE_SURE)
                                ? back - 7
                                : back;
        else if (r->rel < 0)
                days -= back ? back : 7;
        else if (is_word(r, "next") && !c->historical) /* of the next week */
                days += 7 - calendar_weekday(days) + r->dow;
        else if (r->rel > 0)
                days += 7 - back;
        else
                days += r->dow - calendar_weekday(days);
        m = moment_of_days(days);
        if (r->part) { /* "Friday evening next week" */
                m.grain = GRAIN_PART;
                m.part = r->part;
        }
        return dated(m, CONFIDENCE_ANCHORED);
}

static int season_month(const char *season)
{
        return season[0] == 'W' ? 12 : season[0] == 'F' ? 9 : season[1] == 'P' ? 3 : 6;
}

struct outcome resolve_season(struct context *c, const struct reading *r)
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

struct outcome resolve_quarter(struct context *c, const struct reading *r)
{
        bool half = r->form == FORM_HALF || r->form == FORM_LAST_HALF;
        struct moment m = { .grain = half ? GRAIN_HALF : GRAIN_QUARTER };

        m.sub = r->quarter != UNSET ? r->quarter : r->ordinal;
        if (r->form == FORM_LAST_HALF)
                m.sub = 2;
        if (m.sub == UNSET && known(&c->quarter))
                m.sub = c->quarter.sub;
        if (m.sub < 1 || m.sub > 4)
                m.sub = 0;
        m.year = r->year != UNSET ? r->year : base_year(c, r);
        if (half && r->unit == 'Y' && r->rel != UNSET && known(&c->anchor))
                m.year = c->anchor.year + r->rel;
        if (m.year == UNSET && m.sub)
                m.year = guess_year(c, r, half ? m.sub * 6 - 3 : m.sub * 3 - 1, UNSET);
        if (m.year != UNSET)
                m.year += r->direction;
        if (!m.sub && r->form == FORM_YEAR)
                m.grain = GRAIN_YEAR;
        return dated(m, m.sub && m.year != UNSET ? CONFIDENCE_FULL : CONFIDENCE_ANCHORED);
}

struct outcome resolve_decade(struct context *c, const struct reading *r)
{
        (void)c;
        struct moment m = { .grain = GRAIN_DECADE, .year = r->decade };

        if (r->decade < 100)
                m.year = 1900 + r->decade;
        if (r->decade >= 1000 && r->decade < 1900 && r->decade % 100 == 0)
                m.grain = GRAIN_CENTURY; /* "the 1800s" */
        return dated(m, CONFIDENCE_FULL);
}

struct outcome resolve_century(struct context *c, const struct reading *r)
{
        (void)c;
        struct moment m = { .grain = GRAIN_CENTURY, .bc = r->era < 0 };

        m.year = r->ordinal > 0 && r->ordinal < 99 ? (r->ordinal - 1) * 100 : UNSET;
        return dated(m, CONFIDENCE_FULL);
}

enum { ANY_YEAR = 2001, HALF_YEAR = 183 }; /* of a feast whose year is open */
enum { AWAITED_DAYS = 45, NEAR_FEAST_DAYS = 7 };

/* A day of the weekend that a feast goes with: of a Monday or a Tuesday the one before. */
static int weekend_near(int days)
{
        return calendar_weekday(days) <= 2 ? days - 3 : days;
}

/* A feast of many days is told with its end. */
static struct outcome lasting(struct outcome o, int days)
{
        if (days > 1)
                o.end = moment_of_days(moment_days(&o.moment) + days);
        return o;
}

struct outcome resolve_holiday(struct context *c, const struct reading *r)
{
        struct moment p = c->historical && known(&c->last) ? c->last : c->anchor, m;
        int year = r->year != UNSET ? r->year : base_year(c, r);
        int days, today;
        bool near;

        if (year == UNSET && known(&p))
                year = p.year;
        if (year == UNSET) {
                m = moment_of_days(feast_days(r->holiday, ANY_YEAR));
                if (r->holiday[0] != 'f')
                        m.month = m.day = 0;
                m.year = UNSET;
                return dated(m, CONFIDENCE_VAGUE);
        }
        days = feast_days(r->holiday, year);
        if (days != FEAST_UNKNOWN && r->year == UNSET && r->base == NONE && !c->historical &&
            p.grain >= GRAIN_DAY && !p.bc) {
                today = moment_days(&p);
                near = r->rel == UNSET && ((r->awaited && days - today <= AWAITED_DAYS) ||
                                           (!r->placed && days - today <= NEAR_FEAST_DAYS));
                if ((r->rel == -1 || (r->rel == UNSET && r->tense == -1)) && days > today &&
                    !near)
                        days = feast_days(r->holiday, year - 1);
                else if (r->rel == UNSET && r->tense <= 0 && days - today > HALF_YEAR)
                        days = feast_days(r->holiday, year - 1); /* the nearest one */
                else if (r->rel == UNSET && r->tense <= 0 && r->tense != -1 &&
                         today - days > HALF_YEAR)
                        days = feast_days(r->holiday, year + 1);
                else if (r->rel != -1 && days < today &&
                         (r->rel == 1 || r->tense > 1 || (r->rel == UNSET && r->tense > 0)))
                        days = feast_days(r->holiday, year + 1);
        }
        if (days == FEAST_UNKNOWN)
                return dated((struct moment){ .grain = GRAIN_YEAR, .year = year },
                             CONFIDENCE_VAGUE);
        if (r->form == FORM_WEEKEND)
                return dated(moment_cut(moment_of_days(weekend_near(days)), 'K'),
                             CONFIDENCE_ANCHORED);
        return lasting(dated(moment_of_days(days), CONFIDENCE_ANCHORED),
                       feast_length(r->holiday, days));
}

/* "the second week of 2021", "week 2 of 2021" */
static struct outcome resolve_numbered_week(const struct context *c, const struct reading *r)
{
        struct moment m = { .grain = GRAIN_WEEK, .year = told_year(c, r) };
        int64_t week = r->ordinal != UNSET ? r->ordinal : r->count / 1000;

        if (week < 0) /* December 28 is always in the last week of its year */
                week = m.year == UNSET
                               ? 0
                               : calendar_iso_week(calendar_days(m.year, 12, 28), &m.year) + 1 +
                                         week;
        m.week = week >= 1 && week <= 53 ? (int)week : 0;
        return dated(m, CONFIDENCE_FULL);
}

/* "the first week of May", "the last weekend of May": one that is all of that month's. */
static struct outcome resolve_week_of_month(struct context *c, const struct reading *r)
{
        struct moment m = { .grain = GRAIN_MONTH, .year = r->year, .month = r->month };
        bool weekend = r->unit == 'K';
        int day, length;

        if (m.year == UNSET)
                m.year = guess_year(c, r, r->month, UNSET);
        if (m.year == UNSET || !r->ordinal || r->ordinal > 5 || r->ordinal < -5)
                return dated(unknown(weekend ? GRAIN_WEEKEND : GRAIN_WEEK), CONFIDENCE_VAGUE);
        length = calendar_month_length(m.year, m.month);
        day = r->ordinal > 0 ? calendar_nth_weekday(m.year, m.month, weekend ? 6 : 1, 1)
                             : calendar_nth_weekday(m.year, m.month, 7, -1) - (weekend ? 1 : 6);
        day += 7 * (r->ordinal > 0 ? r->ordinal - 1 : r->ordinal + 1);
        m.day = 1;
        if (day < moment_days(&m) || day >= moment_days(&m) + length)
                return dated(unknown(weekend ? GRAIN_WEEKEND : GRAIN_WEEK), CONFIDENCE_VAGUE);
        return dated(moment_cut(moment_of_days(day), r->unit), CONFIDENCE_ANCHORED);
}

struct outcome resolve_week_of(struct context *c, const struct reading *r)
{
        struct outcome o;

        if (r->form == FORM_MONTH)
                return resolve_week_of_month(c, r);
        if (r->ordinal != UNSET || r->count != COUNT_NONE)
                return resolve_numbered_week(c, r);
        if (r->base == NONE)
                return literal(TIME_DURATION, "P1W", CONFIDENCE_VAGUE);
        o = resolve(c, (size_t)r->base);
        if (!o.value && known(&o.moment) && o.moment.grain >= GRAIN_DAY && !o.moment.bc)
                o.moment = moment_cut(o.moment, r->unit);
        return o;
}
