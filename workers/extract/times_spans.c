/* times_spans - units of time: which one ("last week"), how long, how often */
#include <string.h>

#include "workers/extract/times_resolve.h"

const char *plural_value(struct context *c, char unit)
{
        bool clock = unit == 'H' || unit == 'N' || unit == 'S';
        const char *value = arena_printf(c->arena, "P%sX%c", clock ? "T" : "",
                                         unit == 'N'   ? 'M'
                                         : unit == 'F' ? 'W'
                                                       : unit);

        c->failed |= !value;
        return value;
}

int years_in(char unit)
{
        switch (unit) {
        case 'E': return 10;
        case 'C': return 100;
        case 'L': return 1000;
        default: return 0;
        }
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
                if (r->form == FORM_END && known(&c->anchor)) /* "year-end" */
                        return dated((struct moment){ .grain = GRAIN_DAY,
                                                      .year = c->historical ? p.year
                                                                            : c->anchor.year,
                                                      .month = 12,
                                                      .day = 31 },
                                     CONFIDENCE_VAGUE);
                if (known(&p) && !r->ends)
                        return dated(moment_cut(c->historical ? p : c->anchor, 'Y'),
                                     CONFIDENCE_VAGUE);
                if (r->mod_size)
                        return dated(unknown(GRAIN_YEAR), CONFIDENCE_VAGUE);
                return literal(TIME_DURATION, "P1Y", CONFIDENCE_VAGUE);
        case 'D':
                if (c->readings->alone && r->mod_size && known(&c->anchor) &&
                    c->anchor.grain >= GRAIN_DAY) /* "the rest of the day" */
                        return dated(moment_cut(c->anchor, 'D'), CONFIDENCE_VAGUE);
                if (known(&c->last_day))
                        return dated(moment_cut(r->tense <= 0 && is_ahead(c, &c->last_day)
                                                        ? c->anchor
                                                        : c->last_day,
                                                'D'),
                                     CONFIDENCE_VAGUE);
                if (r->mod_size && !c->historical && known(&c->anchor) &&
                    c->anchor.grain >= GRAIN_DAY) /* "late in the day" */
                        return dated(moment_cut(c->anchor, 'D'), CONFIDENCE_VAGUE);
                return literal(TIME_DURATION, "P1D", CONFIDENCE_VAGUE);
        default:
                if (known(&p))
                        return dated(moment_cut(p, r->unit), CONFIDENCE_VAGUE);
                return dated(moment_cut(unknown(GRAIN_DAY), r->unit), CONFIDENCE_VAGUE);
        }
}

/* TIMEX3's letter for a unit; minutes are M behind a T. */
static char letter_of(char unit)
{
        return years_in(unit) ? 'Y' : unit == 'F' ? 'W' : unit == 'N' ? 'M' : unit;
}

/* "PT30M": half an hour is told in minutes; "PT1.5H" keeps the unit that is printed. */
static const char *fraction_of_clock(struct context *c, int64_t count, char unit)
{
        return arena_printf(c->arena, "PT%lld%c", (long long)(count * 60 / 1000),
                            unit == 'H' ? 'M' : 'S');
}

static const char *period(struct context *c, int64_t count, char unit)
{
        const char *clock = unit == 'H' || unit == 'N' || unit == 'S' ? "T" : "";

        if (unit == 'K')
                return arena_printf(c->arena, "P%lldWE", (long long)(count / 1000));
        if (count > INT64_MAX / 2000)
                return "PXY";
        count *= years_in(unit) ? years_in(unit) : unit == 'F' ? 2 : 1;
        if (count % 1000 == 0)
                return arena_printf(c->arena, "P%s%lld%c", clock, (long long)(count / 1000),
                                    letter_of(unit));
        if (count < 1000 && (unit == 'H' || unit == 'N'))
                return fraction_of_clock(c, count, unit);
        if (count % 100)
                return arena_printf(c->arena, "P%s%lld.%0*lld%c", clock,
                                    (long long)(count / 1000), count % 10 ? 3 : 2,
                                    (long long)(count % 1000 / (count % 10 ? 1 : 10)),
                                    letter_of(unit));
        return arena_printf(c->arena, "P%s%lld.%lld%c", clock, (long long)(count / 1000),
                            (long long)(count % 1000 / 100), letter_of(unit));
}

/* How many, in thousandths: some rules say it by themselves. */
static int64_t count_of(const struct reading *r)
{
        switch (r->form) {
        case FORM_HALF: return 500;
        case FORM_QUARTER: return 250;
        case FORM_THREE_QUARTERS: return 750;
        case FORM_ORDINAL: return 1000;
        case FORM_AND_HALF: return (r->count < 0 ? 1000 : r->count) + 500;
        case FORM_AND_QUARTER: return (r->count < 0 ? 1000 : r->count) + 250;
        case FORM_AND_QUARTERS: return (r->count < 0 ? 1000 : r->count) + 750;
        default: return r->count == COUNT_NONE ? 1000 : r->count;
        }
}

/* "from 2 p.m. for 90 minutes", of an open day: its end is told as long as it is the same day.
 */
static struct moment clock_over(struct moment clock, int minutes)
{
        enum { DAY_MINUTES = 24 * 60 };
        int end = clock.hour * 60 + clock.minute + minutes;

        if (end >= DAY_MINUTES)
                return unknown(GRAIN_NONE);
        clock.grain = GRAIN_MINUTE;
        clock.hour = end / 60;
        clock.minute = end % 60;
        return clock;
}

struct moment moment_over(const struct moment *start, const struct reading *length)
{
        int64_t count = count_of(length);
        bool clock = length->unit == 'H' || length->unit == 'N';
        struct moment end = *start;

        if (length->more[0].unit == 'N' && length->unit == 'H' && !reading_adds_share(length))
                count += length->more[0].count / 60;

        if (clock && start->grain >= GRAIN_HOUR && start->year == UNSET && count > 0 &&
            count / 1000 <= COUNT_LIMIT)
                return clock_over(end, (int)(count * (length->unit == 'H' ? 60 : 1) / 1000));

        if (!known(start) || start->bc || start->grain < (clock ? GRAIN_HOUR : GRAIN_DAY) ||
            start->grain == GRAIN_PART || count <= 0 || count / 1000 > COUNT_LIMIT ||
            strchr("DWMYFHN", length->unit) == NULL)
                return unknown(GRAIN_NONE);
        if (clock) {
                end = moment_shift(end, 'S',
                                   (int)(count * (length->unit == 'H' ? 36 : 60) /
                                         (length->unit == 'H' ? 10 : 1000)));
                end.grain = GRAIN_MINUTE;
                return end;
        }
        if (count % 1000)
                return unknown(GRAIN_NONE);
        end = shift_day(end, length->unit, (int)(count / 1000));
        end.grain = end.grain == GRAIN_DAY ? start->grain : end.grain;
        end.hour = start->hour;
        end.minute = start->minute;
        end.second = start->second;
        return end;
}

/* "next 3 days" of an appointment: from when to when. */
static struct outcome resolve_stretch(const struct context *c, const struct reading *r)
{
        int n = (int)(r->count / 1000);
        struct moment here = moment_cut(c->anchor, r->unit);
        struct outcome o =
                dated(moment_shift(here, r->unit, r->rel > 0 ? 1 : -n), CONFIDENCE_VAGUE);

        o.end = moment_shift(here, r->unit, r->rel > 0 ? n + 1 : 0);
        return o;
}

static bool is_stretch(const struct context *c, const struct reading *r)
{
        return c->readings->alone && r->rel != UNSET && r->rel && r->count >= 1000 &&
               r->count % 1000 == 0 && r->count / 1000 < COUNT_LIMIT && !years_in(r->unit) &&
               r->unit != 'F' && known(&c->anchor) && c->anchor.grain >= GRAIN_DAY;
}

/* Of a note: from the day or, where hours are counted, from the hour that it is written. */
static bool stretches_in_note(const struct context *c, const struct reading *r)
{
        if (!c->readings->note || c->readings->alone || r->bounded || r->count < 1000 ||
            r->count % 1000 || !amounts_within_limit(r) || !known(&c->anchor) ||
            c->anchor.grain < GRAIN_DAY || strchr("ECL", r->unit))
                return false;
        return (r->rel != UNSET && r->rel) || r->within;
}

/* "the last two quarters": whole ones. */
static struct outcome resolve_quarters_of_note(const struct context *c, const struct reading *r)
{
        int n = (int)(r->count / 1000);
        struct moment here = { .grain = GRAIN_DAY, .year = c->anchor.year, .day = 1 };
        struct outcome o;

        here.month = (c->anchor.month - 1) / 3 * 3 + 1;
        o = dated(shift_day(here, 'M', r->rel < 0 ? -3 * n : 3), CONFIDENCE_VAGUE);
        o.end = shift_day(here, 'M', r->rel < 0 ? 0 : 3 * n + 3);
        return o;
}

static struct outcome resolve_stretch_of_note(const struct context *c, const struct reading *r)
{
        struct moment here = c->anchor, there;
        char smallest;
        bool back = r->rel != UNSET && r->rel < 0;

        if (r->unit == 'Q' && r->rel != UNSET)
                return resolve_quarters_of_note(c, r);
        there = shift_amounts(here, r, back ? -1 : 1, &smallest);
        if (strchr("HNS", smallest)) {
                here.grain = there.grain = GRAIN_SECOND;
        } else {
                here = moment_cut(here, 'D');
                there.grain = GRAIN_DAY;
                if (!back && !r->within) {
                        here = moment_shift(here, 'D', 1);
                        there = moment_shift(there, 'D', 1);
                }
        }
        if (!known(&there))
                return dated(moment_cut(unknown(GRAIN_DAY), r->unit), CONFIDENCE_VAGUE);
        return (struct outcome){ .type = here.grain > GRAIN_DAY ? TIME_TIME : TIME_DATE,
                                 .moment = back ? there : here,
                                 .end = back ? here : there,
                                 .confidence = CONFIDENCE_VAGUE };
}

static bool is_next_told(const struct context *c, const struct reading *r)
{
        return r->definite && is_word(r, "next") && r->tense < 0 && r->count == COUNT_NONE &&
               known(&c->last) && known(&c->anchor);
}

/* "In 1998 he moved to Lund. The next year he married": behind what was told, as it is past. */
static bool is_next_of_story(const struct context *c, const struct reading *r)
{
        enum grain least = r->unit == 'Y'   ? GRAIN_YEAR
                           : r->unit == 'M' ? GRAIN_MONTH
                                            : GRAIN_DAY;

        return is_next_told(c, r) && c->last.grain >= least &&
               (c->last.year < c->anchor.year ||
                (r->unit == 'M' && c->last.month < c->anchor.month));
}

struct outcome resolve_unit(struct context *c, const struct reading *r)
{
        bool from_last = counts_from_last(r) || is_next_of_story(c, r) ||
                         (r->unit == 'D' && (is_word(r, "next") || is_word(r, "past")));
        struct moment p = r->unit == 'D' ? point_day(c, from_last) : point(c, from_last);
        bool here = (is_word(r, "this") && !(c->historical && r->unit == 'D')) ||
                    is_word(r, "current") ||
                    (!r->definite && (is_word(r, "last") || is_word(r, "next")));

        if (r->form == FORM_AFTER_NEXT)
                return dated(moment_shift(c->anchor, r->unit, 2), CONFIDENCE_ANCHORED);
        if (r->unit == 'H' && r->rel != UNSET && r->rel && r->count == COUNT_NONE) {
                struct reading one = *r;

                one.count = 1000; /* "in the next hour" of a note: from now on */
                if (stretches_in_note(c, &one))
                        return resolve_stretch_of_note(c, &one);
        }
        if (r->unit == 'M' && is_next_told(c, r) && c->last.year < c->anchor.year && !from_last)
                return dated(unknown(GRAIN_MONTH), CONFIDENCE_VAGUE); /* of that year */
        if (!r->unit) {                                               /* "this period" */
                if (is_word(r, "latest") && known(&c->quarter))
                        return dated(c->quarter, CONFIDENCE_VAGUE);
                if (known(&p))
                        return dated(p, CONFIDENCE_VAGUE);
                return literal(TIME_DATE, "PRESENT_REF", CONFIDENCE_VAGUE);
        }
        if (r->rel == UNSET)
                return resolve_bare_unit(c, r);
        if (r->unit == 'F') /* ISO 8601 counts none of them */
                return literal(TIME_DURATION, "P2W", CONFIDENCE_VAGUE);
        if (here && known(&c->anchor) && !from_last)
                p = c->anchor;
        if (is_word(r, "past") && r->unit != 'D' && (c->historical || years_in(r->unit)))
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
        if (!p.bc &&
            (r->unit == 'D' ? p.grain < GRAIN_DAY && !c->historical
                            : (r->unit == 'W' || r->unit == 'K') && p.grain < GRAIN_WEEK))
                return dated(moment_cut(unknown(GRAIN_SECOND), r->unit), CONFIDENCE_VAGUE);
        if (is_word(r, "latest") && r->unit == 'Q')
                p = known(&c->quarter) ? moment_shift(c->quarter, 'Q', 1) : c->anchor;
        if (r->unit == 'D' && p.grain < GRAIN_DAY)
                return dated(moment_some_day(&p), CONFIDENCE_VAGUE);
        p = moment_shift(p, r->unit, r->rel);
        if (r->unit == 'D' && r->definite && r->tense < 0 && !c->historical &&
            !c->readings->alone && is_ahead(c, &p)) /* "The next day she left" */
                return dated(moment_cut(unknown(GRAIN_DAY), 'D'), CONFIDENCE_VAGUE);
        return dated(p, CONFIDENCE_ANCHORED);
}

/* "a year, two days and three hours": the greatest unit first, a T before those of the clock.
 */
static const char *sum(struct context *c, const struct reading *r)
{
        static const char units[] = "LCEYQMFWKDHNS";
        const struct {
                char unit;
                int64_t count;
        } parts[] = { { r->unit, r->count },
                      { r->more[0].unit, r->more[0].count },
                      { r->more[1].unit, r->more[1].count },
                      { r->more[2].unit, r->more[2].count } };
        const char *value = "P";
        bool clock = false;

        for (const char *u = units; *u; u++) {
                for (size_t i = 0; i < ARRAY_SIZE(parts) && value; i++) {
                        const char *part;

                        if (parts[i].unit != *u || parts[i].count < 0)
                                continue;
                        part = period(c, parts[i].count, *u);
                        if (!part)
                                return NULL;
                        part += 1 + (clock && part[1] == 'T');
                        clock |= part[0] == 'T';
                        value = arena_printf(c->arena, "%s%s", value, part);
                }
        }
        return value;
}

/* What is cut to a year or a month may still hold a day of it. */
static struct moment first_day_of(struct moment m)
{
        if (m.grain == GRAIN_YEAR)
                m.month = 1;
        m.day = 1;
        m.grain = GRAIN_DAY;
        return m;
}

/* "the last four months of 2021" of a note: from its first day on, or up to its last. */
static bool resolve_part_of_whole(struct context *c, const struct reading *r,
                                  struct outcome *ret)
{
        struct outcome whole;
        struct moment start, end;
        int n;

        if (!(c->readings->note || c->readings->alone) || r->whole == NONE || r->count < 1000 ||
            r->count % 1000 || r->count / 1000 > COUNT_LIMIT || strchr("DWM", r->unit) == NULL)
                return false;
        n = (int)(r->count / 1000);
        whole = resolve(c, (size_t)r->whole);
        if (whole.value || !known(&whole.moment) || whole.moment.bc ||
            whole.moment.year >= CALENDAR_YEAR_MAX ||
            (whole.moment.grain != GRAIN_YEAR && whole.moment.grain != GRAIN_MONTH))
                return false;
        start = first_day_of(whole.moment);
        end = first_day_of(moment_after(&whole.moment));
        if (r->unit == 'W') { /* whole weeks alone */
                start = moment_of_days(moment_days(&start) +
                                       (8 - calendar_weekday(moment_days(&start))) % 7);
                end = moment_of_days(moment_days(&end) -
                                     (calendar_weekday(moment_days(&end)) + 6) % 7);
        }
        if (r->ordinal == 1)
                end = shift_day(start, r->unit, n);
        else
                start = shift_day(end, r->unit, -n);
        *ret = dated(start, CONFIDENCE_VAGUE);
        ret->end = end;
        return known(&start) && known(&end);
}

struct outcome resolve_duration(struct context *c, const struct reading *reading)
{
        struct reading copy = *reading, *r = &copy;
        int64_t count;
        const char *value;

        struct outcome part;

        if (r->counted && c->tale && (r->told != NONE || r->unit == 'D')) {
                r->direction = r->counted;
                return resolve_offset(c, r);
        }
        if (resolve_part_of_whole(c, r, &part))
                return part;
        if (is_stretch(c, r))
                return resolve_stretch(c, r);
        reading_set_amounts(r);
        if (stretches_in_note(c, r))
                return resolve_stretch_of_note(c, r);
        count = count_of(r);

        if (r->unit == 'K' && r->count == COUNT_NONE && r->plural && r->rel == UNSET)
                return literal(TIME_SET, "XXXX-WXX-WE", CONFIDENCE_VAGUE);
        if (count == COUNT_VAGUE || (r->count == COUNT_NONE && r->plural))
                return literal(TIME_DURATION, plural_value(c, r->unit), CONFIDENCE_VAGUE);
        if (count == 500 && r->unit == 'Y')
                return literal(TIME_DURATION, "P6M", CONFIDENCE_FULL);
        if (r->more[0].unit && r->more[0].count >= 0 && !reading_adds_share(r) &&
            r->form != FORM_OR)
                value = sum(c, r);
        else
                value = period(c, count, r->unit);
        c->failed |= !value;
        return literal(TIME_DURATION, value, CONFIDENCE_FULL);
}

/* ISO 8601 has no quarters. */
static const char *quarters(struct context *c, int64_t count)
{
        return count > INT64_MAX / 3 ? plural_value(c, 'M') : period(c, 3 * count, 'M');
}

struct outcome resolve_set(struct context *c, const struct reading *r)
{
        int64_t count = r->every && r->count > 0 ? r->count : 1000;
        const char *value = "P1D";

        if (r->dow != UNSET && r->hour != UNSET)
                value = arena_printf(c->arena, "XXXX-WXX-%dT%02d:%02d", r->dow,
                                     hour_of(r->hour, r->ampm),
                                     r->minute == UNSET ? 0 : r->minute % 60);
        else if (r->dow != UNSET && r->part)
                value = arena_printf(c->arena, "XXXX-WXX-%dT%.2s", r->dow, r->part);
        else if (r->dow != UNSET)
                value = arena_printf(c->arena, "XXXX-WXX-%d", r->dow);
        else if (r->part)
                value = arena_printf(c->arena, "XXXX-XX-XXT%.2s", r->part);
        else if (r->season)
                value = arena_printf(c->arena, "XXXX-%.2s", r->season);
        else if (r->month != UNSET)
                value = arena_printf(c->arena, "XXXX-%02d", r->month);
        else if (r->unit == 'Q')
                value = quarters(c, count);
        else if (r->unit)
                value = period(c, count, r->unit);
        c->failed |= !value;
        return literal(TIME_SET, value, CONFIDENCE_FULL);
}
