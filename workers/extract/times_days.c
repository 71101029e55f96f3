/* times_days - today and yesterday, parts of the day, the clock */
#include <string.h>

#include "workers/extract/times_resolve.h"

struct outcome resolve_deictic(struct context *c, const struct reading *r)
{
        struct moment m = unknown(GRAIN_DAY);

        if (c->tale && !r->part && r->offset == 0)
                return literal(TIME_DATE, "PRESENT_REF", CONFIDENCE_VAGUE);
        if (!c->tale && known(&c->anchor) && c->anchor.grain >= GRAIN_DAY)
                m = moment_of_days(moment_days(&c->anchor) + r->offset);
        else if (r->offset == 0)
                return literal(TIME_DATE, "PRESENT_REF", CONFIDENCE_VAGUE);
        if (r->part) {
                m.grain = GRAIN_PART;
                m.part = r->part;
        }
        return dated(m, CONFIDENCE_ANCHORED);
}

/* "the next morning": behind the day that was told. */
static bool is_next_told(const struct reading *r)
{
        return r->definite && is_word(r, "next");
}

/* The day that a clock time or a part of the day belongs to. */
static struct moment day_of(struct context *c, const struct reading *r)
{
        struct moment p;

        if (r->base != NONE) {
                struct outcome o = resolve(c, (size_t)r->base);

                return o.value ? unknown(GRAIN_DAY) : o.moment;
        }
        p = r->rel != UNSET && !counts_from_last(r) && !is_next_told(r) && !c->historical
                    ? c->anchor
                    : point_day(c, true);
        if (r->rel == UNSET && !c->historical && known(&c->anchor) && !(known(&c->last_day)))
                p = c->anchor;
        if (!c->historical && r->tense <= 0 && is_ahead(c, &p))
                p = c->anchor; /* "Updated at 10:04": not on the day that is yet to come */
        if (!known(&p) || p.bc)
                return known(&p) ? p : unknown(GRAIN_DAY);
        if (p.grain < GRAIN_DAY)
                return p;
        return moment_of_days(moment_days(&p));
}

struct outcome resolve_part(struct context *c, const struct reading *r)
{
        struct moment m = (r->some && !c->historical) || (r->habitual && r->base == NONE)
                                  ? unknown(GRAIN_DAY)
                                  : day_of(c, r);
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

/* "at three twenty", "ten thirty am" */
static void set_two(struct reading *r)
{
        if (reading_is_two_numbers(r))
                r->minute = (int)(r->count / 1000 % 60);
        if (r->form == FORM_FOUR_DIGITS || r->form == FORM_FOUR_ALONE) {
                r->hour = r->year / 100 % 25;
                r->minute = r->year % 100 % 60;
        }
}

static void set_past_or_to(struct reading *r)
{
        bool quarter = r->form == FORM_QUARTER_PAST || r->form == FORM_QUARTER_BEFORE;
        bool before = r->form == FORM_BEFORE || r->form == FORM_QUARTER_BEFORE;
        int minutes = quarter ? 15 : r->count >= 0 ? (int)(r->count / 1000 % 60) : 0;

        if (r->form == FORM_HALF_PAST)
                minutes = 30;
        else if (!quarter && r->form != FORM_PAST && !before)
                return;
        r->minute = before ? (60 - minutes) % 60 : minutes;
        if (before && minutes)
                r->hour = (r->hour + 23) % 24;
}

/* An expression that stands alone is an appointment: the next such time. */
static struct moment next_occurrence(const struct context *c, struct reading *r,
                                     struct moment m)
{
        const struct moment *a = &c->anchor;
        int now = a->hour * 60 + a->minute, then;

        if (!known(a) || a->grain < GRAIN_HOUR || !known(&m))
                return m;
        then = r->hour * 60 + (r->minute == UNSET ? 0 : r->minute);
        if (then <= now && r->ampm == UNSET && !r->part && r->hour < 12 &&
            then + 12 * 60 > now && r->form != FORM_HOURS) {
                r->hour += 12;
                return m;
        }
        return then > now ? m : moment_of_days(moment_days(&m) + 1);
}

static struct moment at_clock(struct moment m, int hour, int minute)
{
        m.grain = GRAIN_MINUTE;
        m.hour = hour;
        m.minute = minute == UNSET ? 0 : minute % 60;
        return m;
}

int hour_of(int hour, int ampm)
{
        return ampm == 12 && hour < 12 ? hour + 12 : ampm == 0 && hour == 12 ? 0 : hour;
}

/* "3-4pm", "11am to 2", "8 to 10" of an evening: one half of the day holds for both, unless the
 * second would come first. */
static struct outcome resolve_clock_range(struct context *c, const struct reading *r,
                                          struct moment day, const char *part)
{
        int from = r->hour, to = r->hour2, ampm = r->ampm, ampm2 = r->ampm2;
        struct outcome o;

        (void)c;
        if (ampm == UNSET && ampm2 == UNSET && part && part[0] != 'M')
                ampm2 = part[0] == 'D' ? UNSET : 12;
        to = hour_of(to, ampm2);
        if (ampm == UNSET && ampm2 != UNSET &&
            hour_of(from, ampm2) * 60 + (r->minute == UNSET ? 0 : r->minute) <
                    to * 60 + (r->minute2 == UNSET ? 0 : r->minute2))
                ampm = ampm2;
        from = hour_of(from, ampm);
        if (ampm2 == UNSET && to < 12 &&
            to * 60 + (r->minute2 == UNSET ? 0 : r->minute2) <=
                    from * 60 + (r->minute == UNSET ? 0 : r->minute))
                to += 12;
        o = dated(at_clock(day, from % 25, r->minute), CONFIDENCE_ANCHORED);
        o.end = at_clock(day, to % 25, r->minute2);
        if (known(&day) && !day.bc && day.month && day.day &&
            (to < from || (to == from && r->minute2 <= r->minute)))
                o.end = at_clock(moment_of_days(moment_days(&day) + 1), to % 25, r->minute2);
        return o;
}

/* The day that "9 tomorrow" names, where the rule has read both. */
static void take_deictic(const struct context *c, struct reading *r, struct moment *m)
{
        if (r->offset != UNSET && known(&c->anchor) && c->anchor.grain >= GRAIN_DAY)
                *m = moment_of_days(moment_days(&c->anchor) + r->offset);
}

struct outcome resolve_clock(struct context *c, const struct reading *reading)
{
        struct reading r = *reading;
        struct moment m = day_of(c, &r);
        const char *part = r.part && r.part[0] != 'n' ? r.part
                           : m.grain == GRAIN_PART    ? m.part
                                                      : NULL;

        set_two(&r);
        if (r.hour == UNSET && r.count >= 0) { /* "1800 GMT", "8 GMT" */
                int value = (int)(r.count / 1000 % 2500);

                if (value <= 24)
                        value *= 100;
                r.hour = value / 100;
                r.minute = value % 100;
        }
        take_deictic(c, &r, &m);
        if (r.base != NONE && c->readings->list[r.base].kind == READING_PART)
                part = c->readings->list[r.base].part;
        set_past_or_to(&r);
        if (reading_is_clock_range(&r))
                return resolve_clock_range(c, &r, m, part);
        turn_hour(&r, part);
        if (c->readings->alone && r.base == NONE && r.offset == UNSET && r.rel == UNSET)
                m = next_occurrence(c, &r, m);
        m.grain = r.second != UNSET ? GRAIN_SECOND : GRAIN_MINUTE;
        m.hour = r.hour % 25;
        m.minute = r.minute == UNSET ? 0 : r.minute % 60;
        m.second = r.second == UNSET ? 0 : r.second;
        return dated(m, CONFIDENCE_ANCHORED);
}
