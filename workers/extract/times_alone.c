/* times_alone - an expression that is all the text there is
 *
 * What stands alone is an appointment or a search, not a report: "end of next week", "tomorrow
 * afternoon" ask from when to when, where a sentence is content with the week and its end. The
 * days that lie at an edge are agreed on nowhere; told are those that others tell.
 */
#include <string.h>

#include "workers/extract/times_resolve.h"

/* Words that may stand around the only expression of a text. */
static bool is_small_word(const struct term *t)
{
        static const char *const words[] = {
                "in",    "on",     "at",    "by",     "the",  "of",   "from",    "for",
                "until", "till",   "to",    "since",  "and",  "or",   "a",       "an",
                "with",  "during", "after", "before", "this", "that", "as",      ".",
                ",",     "?",      "!",     ":",      ";",    "(",    "between", ")",
                "-",     "–",      "—",     "\"",     "'",    "~",    "="
        };

        return word_is_one_of(t->word, words, ARRAY_SIZE(words)) ||
               t->classes & (UINT64_C(1) << CLASS_EDGE | UINT64_C(1) << CLASS_MOD |
                             UINT64_C(1) << CLASS_TO | UINT64_C(1) << CLASS_APPROX);
}

bool reading_is_alone(const struct reading *r, const struct terms *terms)
{
        if (!terms->whole || terms->n - (r->last - r->first) > 4)
                return false;
        for (size_t i = 0; i < terms->n; i++)
                if ((i < r->first || i >= r->last) && !is_small_word(&terms->list[i]))
                        return false;
        return true;
}

bool readings_are_alone(const struct readings *readings, size_t from, const struct terms *terms)
{
        size_t at = 0;

        if (!terms->whole)
                return false;
        for (size_t i = from; i <= readings->n; i++) {
                const struct reading *r = i < readings->n ? &readings->list[i] : NULL;

                for (; at < (r ? r->first : terms->n); at++)
                        if (!is_small_word(&terms->list[at]))
                                return false;
                if (r && r->last > at)
                        at = r->last;
        }
        return readings->n > from;
}

/* Days of a week, of a month, months of a year that are its start, its middle, its end. */
static const struct {
        enum grain grain;
        const char *mod;
        int from, to; /* exclusive; 0: the end */
} edges[] = {
        { GRAIN_WEEK, "START", 0, 3 },   { GRAIN_WEEK, "END", 4, 7 },
        { GRAIN_MONTH, "START", 0, 10 }, { GRAIN_MONTH, "MID", 10, 20 },
        { GRAIN_MONTH, "END", 20, 0 },   { GRAIN_YEAR, "START", 0, 3 },
        { GRAIN_YEAR, "END", 8, 12 },
};

/* Hours from the start of Saturday. */
enum { WEEKEND_STARTS = -6, WEEKEND_ENDS = 48 };

/* Hours of the day. */
static const struct {
        const char *part, *mod;
        int from, to;
} parts[] = {
        { "MO", "START", 0, 9 }, { "MO", "", 0, 12 },     { "AF", "", 12, 19 },
        { "EV", "", 18, 24 },    { "NI", "END", 21, 24 }, { "NI", "", 18, 24 },
};

static bool has_mod(const struct reading *r, const char *mod)
{
        return r->mod_size == strlen(mod) && strncmp(r->mod, mod, r->mod_size) == 0;
}

static struct moment moved(const struct moment *m, int by)
{
        return moment_shift(*m, m->grain == GRAIN_YEAR ? 'M' : 'D', by);
}

static struct moment first_part(struct moment m)
{
        if (m.grain == GRAIN_MONTH || m.grain == GRAIN_YEAR)
                m.day = 1;
        if (m.grain == GRAIN_YEAR)
                m.month = 1;
        return m;
}

/* "the rest of the week": from today. */
static bool tell_rest(const struct context *c, const struct reading *r, struct outcome *o)
{
        struct moment end = moment_after(&o->moment);

        if (strncmp(r->mod + r->mod_size, " rest", 5) != 0 || c->anchor.grain < GRAIN_DAY)
                return false;
        end = first_part(end);
        o->end = moment_shift(end, 'D', 0);
        if (o->moment.grain == GRAIN_DAY) { /* "the rest of the day": from now */
                o->moment = c->anchor;
                o->type = c->anchor.grain > GRAIN_DAY ? TIME_TIME : TIME_DATE;
        } else {
                o->moment = moment_cut(c->anchor, 'D');
        }
        return true;
}

static void tell_edge(const struct reading *r, struct outcome *o)
{
        struct moment whole = first_part(o->moment);

        for (size_t i = 0; i < ARRAY_SIZE(edges); i++) {
                if (edges[i].grain != whole.grain || !has_mod(r, edges[i].mod))
                        continue;
                o->moment = moved(&whole, edges[i].from);
                o->end = moved(&whole, edges[i].to);
                if (!edges[i].to) {
                        whole = moment_after(&whole);
                        whole.day = 1;
                        o->end = moved(&whole, 0);
                }
                return;
        }
}

static struct moment at_hour(const struct moment *day, int hour)
{
        struct moment m = moment_of_days(moment_days(day) + hour / 24 - (hour < 0));

        m.grain = GRAIN_HOUR;
        m.hour = (hour % 24 + 24) % 24;
        return m;
}

static void tell_part(const struct reading *r, struct outcome *o)
{
        struct moment day = o->moment;

        for (size_t i = 0; i < ARRAY_SIZE(parts); i++) {
                if (!day.part || strncmp(day.part, parts[i].part, 2) != 0 ||
                    (parts[i].mod[0] && !has_mod(r, parts[i].mod)))
                        continue;
                o->moment = at_hour(&day, parts[i].from);
                o->end = at_hour(&day, parts[i].to);
                return;
        }
}

/* "by 2 pm", "by the end of the month": from now on. */
static void tell_deadline(const struct context *c, struct outcome *o)
{
        struct moment end = o->moment;

        if (end.grain < GRAIN_HOUR) {
                end = first_part(moment_after(&end));
                end.hour = end.minute = end.second = 0;
        }
        if (c->anchor.grain < GRAIN_HOUR || !known(&end))
                return;
        o->end = moment_shift(end, 'S', 0);
        o->moment = c->anchor;
        o->moment.grain = o->end.grain = GRAIN_SECOND;
        o->type = TIME_TIME;
}

/* "last weekend of May": from Friday evening on. */
static void tell_weekend(struct outcome *o)
{
        struct moment saturday =
                moment_of_days(calendar_week_start(o->moment.year, o->moment.week) + 5);

        o->moment = at_hour(&saturday, WEEKEND_STARTS);
        o->end = at_hour(&saturday, WEEKEND_ENDS);
}

enum { SUNDAY = 7, SUMMER_MINUTES = 60, SUMMER_LONGER = 2007, SUMMER_LONG = 1987 };

/* Minutes that the clock is ahead in the United States on a day: from the second Sunday of
 * March to the first of November; before 2007 from April, to the end of October. */
static int us_summer(const struct moment *m)
{
        bool longer = m->year >= SUMMER_LONGER;
        int day = moment_days(m);
        int from = calendar_nth_weekday(m->year, longer ? 3 : 4, SUNDAY, longer ? 2 : 1);
        int to = calendar_nth_weekday(m->year, longer ? 11 : 10, SUNDAY, longer ? 1 : -1);

        return m->year >= SUMMER_LONG && day >= from && day < to ? SUMMER_MINUTES : 0;
}

/* "8 a.m. GMT": as the clock shows it where the reader is. */
static void tell_here(const struct context *c, const struct reading *r, struct outcome *o)
{
        struct moment *const ends[] = { &o->moment, &o->end };

        for (size_t i = 0; i < ARRAY_SIZE(ends); i++) {
                struct moment *m = ends[i];
                enum grain grain = m->grain;
                int zone;

                if (grain < GRAIN_HOUR || !known(m) || m->bc || !m->month || !m->day)
                        continue;
                zone = r->zone + (r->zone_changes ? us_summer(m) : 0);
                *m = moment_shift(*m, 'S', 60 * (c->zone - zone));
                m->grain = grain;
        }
}

void outcome_alone(const struct context *c, const struct reading *r, struct outcome *o)
{
        if (!o->value && r->zone != UNSET && c->zone != UNSET)
                tell_here(c, r, o);
        if (o->value || o->end.grain != GRAIN_NONE || !known(&o->moment) || o->moment.bc)
                return;
        if (r->due)
                tell_deadline(c, o);
        else if (r->kind == READING_WEEK_OF && o->moment.grain == GRAIN_WEEKEND)
                tell_weekend(o);
        else if (o->moment.grain == GRAIN_PART && o->moment.month && o->moment.day)
                tell_part(r, o);
        else if (!tell_rest(c, r, o))
                tell_edge(r, o);
}
