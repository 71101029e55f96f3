/* times_offsets - how far from where: "two days ago", "in two weeks", "a year earlier" */
#include <string.h>

#include "workers/extract/times_resolve.h"

struct moment shift_day(struct moment p, char unit, int n)
{
        if (unit == 'W' || unit == 'F')
                return moment_shift(p, 'D', n * (unit == 'W' ? 7 : 14));
        if (unit == 'M' || unit == 'Y') {
                struct civil to = calendar_add_months((struct civil){ p.year, p.month, p.day },
                                                      unit == 'Y' ? 12 * n : n);

                return to.year < 0 || to.year > CALENDAR_YEAR_MAX
                               ? unknown(GRAIN_MONTH)
                               : moment_of_days(calendar_days(to.year, to.month, to.day));
        }
        return moment_shift(p, unit, n);
}

/* A year before a quarter is a quarter: the comparison that balance sheets make. */
static bool compares_quarters(const struct context *c, const struct reading *r)
{
        if (r->unit != 'Y' || c->historical || (r->count != 1000 && r->count != COUNT_NONE) ||
            r->base != NONE)
                return false;
        return known(&c->quarter) || (r->more[0].unit == 'Q' && known(&c->anchor));
}

/* Of a day or finer: the units of the calendar keep the day. */
static struct moment step(struct moment p, char unit, int n)
{
        struct civil to = { p.year, p.month, p.day };

        if (!known(&p) || p.grain < GRAIN_DAY || strchr("YMWD", unit) == NULL)
                return moment_shift(p, unit, n);
        if (unit == 'Y' || unit == 'M')
                to = calendar_add_months(to, n * (unit == 'Y' ? 12 : 1));
        else
                to = calendar_civil(moment_days(&p) + n * (unit == 'W' ? 7 : 1));
        if (to.year < 0 || to.year > CALENDAR_YEAR_MAX)
                return unknown(GRAIN_YEAR);
        p.year = to.year;
        p.month = to.month;
        p.day = to.day;
        return p;
}

struct moment shift_amounts(struct moment p, const struct reading *r, int direction,
                            char *ret_smallest)
{
        static const char units[] = "LCEYQMFWDHNS";
        const struct amount amounts[] = {
                { r->count, r->unit }, r->more[0], r->more[1], r->more[2]
        };

        *ret_smallest = r->unit;
        for (const char *u = units; *u; u++) {
                for (size_t i = 0; i < ARRAY_SIZE(amounts); i++) {
                        if (amounts[i].unit != *u || amounts[i].count < 0)
                                continue;
                        p = step(p, *u, direction * (int)(amounts[i].count / 1000));
                        *ret_smallest = *u;
                }
        }
        return p;
}

/* "two years, a month and three days ago": the smallest unit decides how precise it is. */
static struct outcome resolve_steps(struct moment p, const struct reading *r)
{
        char smallest;

        p = shift_amounts(p, r, r->direction, &smallest);
        return dated(moment_cut(p, smallest), CONFIDENCE_ANCHORED);
}

bool amounts_within_limit(const struct reading *r)
{
        if (r->count / 1000 >= COUNT_LIMIT)
                return false;
        for (size_t i = 0; i < AMOUNTS_MAX && r->more[i].unit; i++)
                if (r->more[i].count / 1000 >= COUNT_LIMIT)
                        return false;
        return true;
}

static bool has_steps(const struct reading *r)
{
        if (r->form != FORM_TWO || !r->more[0].unit || r->count < 0)
                return false;
        for (size_t i = 0; i < AMOUNTS_MAX && r->more[i].unit; i++)
                if (r->more[i].count < 0)
                        return false;
        return amounts_within_limit(r);
}

/* Distance in thousandths of *@unit; decades are told as years, half a year as months. */
static int64_t distance_of(const struct reading *r, char *unit)
{
        int64_t count = r->count == COUNT_NONE ? 1000 : r->count;

        if (r->form == FORM_HALF)
                count = 500;
        if (r->form == FORM_AND_HALF && count > 0)
                count += 500;
        *unit = r->unit;
        if (count < 0 || count / 1000 > COUNT_LIMIT)
                return COUNT_VAGUE;
        if (years_in(r->unit)) {
                count *= years_in(r->unit);
                *unit = 'Y';
        }
        if (count % 1000 && *unit == 'Y') {
                count *= 12;
                *unit = 'M';
        }
        return count;
}

/* Is it counted from today, whatever was told last? */
static bool is_anchored(const struct reading *r)
{
        return r->direction_word && strstr(r->direction_word, "anchor");
}

static struct moment offset_point(struct context *c, const struct reading *r, bool fine)
{
        if (r->base != NONE) {
                struct outcome o = resolve(c, (size_t)r->base);

                return o.value ? unknown(GRAIN_NONE) : o.moment;
        }
        if (is_anchored(r) && !c->tale && (known(&c->anchor) || !c->historical))
                return c->anchor; /* open where nobody tells the day of the report */
        return fine || r->unit == 'W' ? point_day(c, true) : point(c, true);
}

/* The @n-th day from Monday to Friday behind @from; feasts are not known. */
static struct moment working_days_on(const struct moment *from, int n)
{
        int day = moment_days(from), weekday = calendar_weekday(day);

        if (weekday > 5) { /* as from Friday */
                day -= weekday - 5;
                weekday = 5;
        }
        return moment_of_days(day + n + 2 * ((weekday - 1 + n) / 5));
}

/* "in a year and two months", "in an hour and ten minutes" */
static struct outcome resolve_ahead_steps(struct moment p, const struct reading *r)
{
        char smallest;

        p = shift_amounts(p, r, 1, &smallest);
        if (strchr("HNS", smallest))
                p.grain = p.second ? GRAIN_SECOND : GRAIN_MINUTE;
        else if (p.grain > GRAIN_DAY)
                p = moment_cut(p, 'D');
        return dated(p, CONFIDENCE_ANCHORED);
}

/* "in two weeks", "in half an hour": to the day, or to the minute. */
static struct outcome resolve_ahead(struct context *c, const struct reading *r)
{
        struct moment p = c->anchor;
        int64_t count = r->count == COUNT_NONE ? 1000 : r->count;
        bool clock = r->unit == 'H' || r->unit == 'N' || r->unit == 'S';
        int seconds = r->unit == 'H' ? 3600 : r->unit == 'N' ? 60 : 1;

        if (r->form == FORM_AHEAD_HALF)
                count = 500;
        if (r->form == FORM_AHEAD_AND_HALF && count > 0)
                count += 500;
        if (r->form == FORM_AHEAD_QUARTER || r->form == FORM_AHEAD_QUARTERS) {
                count = r->form == FORM_AHEAD_QUARTERS ? 750 : 250;
                clock = true;
                seconds = 3600;
        }
        if (c->historical) /* what was to come is told by its length */
                return resolve_duration(c, r);
        if (count < 0 || count / 1000 > COUNT_LIMIT)
                return literal(TIME_DATE, "FUTURE_REF", CONFIDENCE_VAGUE);
        if (!known(&p) || p.grain < GRAIN_DAY)
                return dated(moment_shift(p, r->unit, (int)(count / 1000)), CONFIDENCE_VAGUE);
        if (r->more[0].unit && r->more[0].count >= 0 && amounts_within_limit(r))
                return resolve_ahead_steps(p, r);
        if (r->form == FORM_AHEAD_WORKING)
                return dated(working_days_on(&p, (int)(count / 1000)), CONFIDENCE_VAGUE);
        if (clock) {
                p = moment_shift(p, 'S', (int)(count * seconds / 1000));
                p.grain = p.second ? GRAIN_SECOND : GRAIN_MINUTE;
                return dated(p, CONFIDENCE_ANCHORED);
        }
        if (r->unit == 'E' || r->unit == 'C' || r->unit == 'L' || r->unit == 'Q')
                return dated(moment_shift(p, r->unit, (int)(count / 1000)),
                             CONFIDENCE_ANCHORED);
        if (!c->readings->alone && !c->readings->note && count % 1000 == 0 && r->unit == 'Y')
                return dated(moment_shift(p, 'Y', (int)(count / 1000)), CONFIDENCE_ANCHORED);
        if (count % 1000 && r->unit == 'Y')
                return dated(shift_day(p, 'M', (int)(count * 12 / 1000)), CONFIDENCE_ANCHORED);
        return dated(shift_day(p, r->unit, (int)(count / 1000)), CONFIDENCE_ANCHORED);
}

/* "half an hour ago": to the minute, where the clock is known. */
static bool resolve_part_of_clock(const struct reading *r, const struct moment *p,
                                  int64_t count, struct outcome *ret)
{
        int seconds = r->unit == 'H' ? 3600 : r->unit == 'N' ? 60 : 0;
        struct moment m;

        if (!seconds || count <= 0 || count % 1000 == 0 || !known(p) || p->bc ||
            p->grain < GRAIN_HOUR)
                return false;
        m = moment_shift(*p, 'S', r->direction * (int)(count * seconds / 1000));
        m.grain = m.second ? GRAIN_SECOND : GRAIN_MINUTE;
        *ret = dated(m, CONFIDENCE_ANCHORED);
        return true;
}

/* "three weeks ago" alone: that day. */
static bool is_appointment(const struct context *c, char unit)
{
        return c->readings->alone && (unit == 'W' || unit == 'F' || unit == 'M');
}

/* "two hours later" on a day whose clock nobody told */
static struct outcome some_hour(struct context *c, struct moment p, char unit, int n)
{
        int hours = unit == 'H' ? n : unit == 'N' ? n / 60 : n / 3600;
        const char *day, *value = NULL;

        p = moment_shift(moment_cut(p, 'D'), 'D', hours / 24);
        day = moment_print(c->arena, &p);
        if (day)
                value = arena_printf(c->arena, "%sT%s", day, unit == 'H' ? "XX" : "XX:XX");
        c->failed |= !value;
        return literal(TIME_TIME, value, CONFIDENCE_VAGUE);
}

/* "three hours ago" of a note: the clock is known. */
static bool is_to_the_minute(const struct context *c, const struct moment *p, char unit)
{
        return c->readings->note && !c->readings->alone && p->grain >= GRAIN_MINUTE && !p->bc &&
               (unit == 'H' || unit == 'N');
}

static struct moment step_clock(struct moment p, char unit, int n)
{
        p = moment_shift(p, 'S', n * (unit == 'H' ? 3600 : 60));
        p.grain = p.second ? GRAIN_SECOND : GRAIN_MINUTE;
        return p;
}

/* Would what is told of the past lie ahead? Then it is counted from something else. */
static bool is_untold(const struct context *c, const struct reading *r, const struct moment *m)
{
        return !is_anchored(r) && !c->historical && !c->readings->alone && r->base == NONE &&
               r->direction > 0 && r->tense < 0 && is_ahead(c, m);
}

/* "two days later, on 5 May": as precise as the distance. */
static bool is_told(struct context *c, const struct reading *r, struct outcome *ret)
{
        enum grain grain = r->unit == 'D'   ? GRAIN_DAY
                           : r->unit == 'M' ? GRAIN_MONTH
                                            : GRAIN_YEAR;

        if (r->told == NONE || c->readings->alone || is_anchored(r) || !strchr("DMY", r->unit))
                return false;
        *ret = resolve(c, (size_t)r->told);
        return !ret->value && known(&ret->moment) && ret->moment.grain == grain;
}

struct outcome resolve_offset(struct context *c, const struct reading *reading)
{
        struct reading copy = *reading, *r = &copy;
        bool fine = r->unit == 'D' || r->unit == 'H' || r->unit == 'N' || r->unit == 'S';
        struct moment p = offset_point(c, r, fine);
        char unit;
        int64_t count;
        struct outcome o;
        int n;

        reading_set_amounts(r);
        count = distance_of(r, &unit);
        n = r->direction * (int)(count / 1000);
        if (reading_looks_ahead(r))
                return resolve_ahead(c, r);
        if (is_told(c, r, &o))
                return o;
        if (resolve_part_of_clock(r, &p, count, &o))
                return o;
        if (compares_quarters(c, r)) {
                p = known(&c->quarter) ? c->quarter : moment_shift(c->anchor, 'Q', -1);
                p.year += r->direction < 0 ? -1 : 1;
                return dated(p, CONFIDENCE_VAGUE);
        }
        if (r->plural && r->count == COUNT_NONE)
                return literal(TIME_DATE, plural_value(c, r->unit), CONFIDENCE_VAGUE);
        if (count == COUNT_VAGUE)
                return literal(TIME_DATE, r->direction < 0 ? "PAST_REF" : "FUTURE_REF",
                               CONFIDENCE_VAGUE);
        if (!known(&p) || (fine && !p.bc && p.grain < GRAIN_DAY && unit != 'D'))
                return dated(moment_cut(unknown(GRAIN_DAY), unit), CONFIDENCE_VAGUE);
        if (!p.bc && has_steps(r))
                return resolve_steps(p, r);
        if (p.grain >= GRAIN_DAY && is_appointment(c, unit))
                p.grain = GRAIN_DAY;
        if (r->base != NONE && r->definite && r->count == COUNT_NONE && !c->readings->alone &&
            !c->readings->note && (unit == 'W' || unit == 'M'))
                p = moment_cut(p, unit); /* "the week before Easter" */
        if (p.grain == GRAIN_DAY && !p.bc && (r->base != NONE || is_appointment(c, unit)))
                return dated(shift_day(p, unit, n), CONFIDENCE_ANCHORED);
        if (strchr("HNS", unit) && p.grain >= GRAIN_DAY && p.grain < GRAIN_HOUR && !p.bc)
                return some_hour(c, p, unit, n);
        if (is_to_the_minute(c, &p, unit))
                return dated(step_clock(p, unit, n), CONFIDENCE_ANCHORED);
        if (unit == 'D' && p.grain < GRAIN_DAY && r->base == NONE)
                return dated(moment_some_day(&p), CONFIDENCE_VAGUE);
        p = moment_shift(p, unit, n);
        if (unit == 'D' && is_untold(c, r, &p)) /* "the day after the vote she left" */
                return dated(moment_cut(unknown(GRAIN_DAY), unit), CONFIDENCE_VAGUE);
        return dated(p, p.bc ? CONFIDENCE_VAGUE : CONFIDENCE_ANCHORED);
}
