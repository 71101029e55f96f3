/* times_context - from where a time is counted
 *
 * What names no year is counted from an anchor: in news the day of publication, in a history
 * the time told last. News tell the past unless the clause speaks of the future.
 */
#include <string.h>

#include "workers/extract/times_resolve.h"

enum {
        /* Days by which a date may be farther that fits a past tense; of a quarter fewer, as it
         * may be of a year that began earlier. */
        MONTH_COST = 330,
        DAY_COST = 270,
        QUARTER_COST = 240,
        PERFECT_COST = 200,         /* the time need not be of the verb */
        PAST_COST = 120,            /* the same of a future tense */
        SURE_COST = 270,            /* … that is sure */
        NEVER_COST = 800,           /* of what surely lies ahead */
        FUTURE_COST = 30,           /* news tell the past */
        OTHER_WEEKDAY_COST = 10000, /* "Sunday, February 10" is not every year's */
        YEAR_TURNS = 8,             /* months that a story goes back at the turn of the year */
};

bool is_word(const struct reading *r, const char *word)
{
        return strcmp(r->rel_word, word) == 0;
}

/* Is it counted from the time told last, and not from today? */
bool counts_from_last(const struct reading *r)
{
        static const char *const words[] = { "that",      "same",    "following",   "previous",
                                             "preceding", "ensuing", "succeeding",  "those",
                                             "prior",     "latest",  "intervening", "final" };

        return word_is_one_of(r->rel_word, words, ARRAY_SIZE(words));
}

/* The point that relative expressions start from. */
struct moment point(const struct context *c, bool from_last)
{
        if ((from_last || c->historical) && known(&c->last))
                return c->last;
        return c->anchor;
}

/* Has the story left the month or the year of the day that it told last? */
static bool is_past_day(const struct context *c)
{
        const struct moment *last = &c->last, *day = &c->last_day;

        if (!c->historical || !known(last) || !known(day) || last->grain >= GRAIN_WEEK)
                return false;
        return last->bc != day->bc || last->year != day->year ||
               (last->grain == GRAIN_MONTH && last->month != day->month);
}

struct moment point_day(const struct context *c, bool from_last)
{
        if ((from_last || c->historical) && known(&c->last_day) && !is_past_day(c))
                return c->last_day;
        if ((from_last || c->historical) && known(&c->last))
                return c->last;
        return c->anchor;
}

bool is_ahead(const struct context *c, const struct moment *m)
{
        return known(&c->anchor) && c->anchor.grain >= GRAIN_DAY && known(m) && !m->bc &&
               m->grain >= GRAIN_DAY && m->month && m->day &&
               moment_days(m) > moment_days(&c->anchor);
}

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
static int cost_of(int days, const struct reading *r, int past_cost)
{
        int cost = days < 0 ? -days : days, tense = r->tense;

        if (tense > 0 && days < 0)
                return cost + (tense > 1 ? NEVER_COST
                               : r->weight == TENSE_SURE && r->kind == READING_DATE
                                       ? SURE_COST
                                       : PAST_COST);
        if (days > 0)
                cost += tense < 0 ? past_cost : tense == 0 ? FUTURE_COST : 0;
        return cost;
}

static bool is_leap_day(int month, int day)
{
        return month == 2 && day == 29;
}

/* The year in which month (and day) lie: the nearest one, unless the clause's tense speaks
 * clearly for another. */
int guess_year(const struct context *c, const struct reading *r, int month, int day)
{
        int best = UNSET, best_cost = 0, past_cost;

        if (c->historical && known(&c->last) && r->since && !c->last.bc && c->last.month)
                return c->last.year - (month > c->last.month);
        if (c->historical && known(&c->last))
                return c->last.year +
                       (!c->last.bc && c->last.month && c->last.month - month >= YEAR_TURNS);
        if (!known(&c->anchor))
                return UNSET;
        if (c->anchor.grain < GRAIN_MONTH)
                return c->anchor.year;
        past_cost = r->tense == TENSE_PERFECT    ? PERFECT_COST
                    : r->kind == READING_QUARTER ? QUARTER_COST
                    : day == UNSET && !r->owns   ? MONTH_COST
                                                 : DAY_COST;
        for (int year = c->anchor.year - 1; year <= c->anchor.year + 1; year++) {
                int cost;

                if (is_leap_day(month, day) && !calendar_valid(year, month, day))
                        continue;
                cost = cost_of(distance(c, year, month, day), r, past_cost);
                if (r->dow != UNSET && day != UNSET && calendar_valid(year, month, day) &&
                    calendar_weekday(calendar_days(year, month, day)) != r->dow)
                        cost += OTHER_WEEKDAY_COST;
                if (best == UNSET || cost < best_cost) {
                        best = year;
                        best_cost = cost;
                }
        }
        return best;
}

/* The year that a joined reading gives ("June" of "last year"). */
int base_year(struct context *c, const struct reading *r)
{
        struct outcome o;

        if (r->base == NONE)
                return UNSET;
        o = resolve(c, (size_t)r->base);
        return o.value ? UNSET : o.moment.year;
}

int related_year(const struct context *c, const struct reading *r)
{
        struct moment p = point(c, counts_from_last(r));
        int step;

        if (!known(&p))
                return UNSET;
        if (p.grain < GRAIN_MONTH)
                return p.year + r->rel;
        step = r->month - p.month;
        if (r->rel < 0) /* the month before this one is "last month" */
                return step < -(r->day == UNSET && is_word(r, "last")) ? p.year : p.year - 1;
        if (r->rel > 0)
                return step > 0 ? p.year : p.year + 1;
        return p.year;
}

struct moment with_day(struct moment m, int month, int day)
{
        m.grain = day == UNSET ? GRAIN_MONTH : GRAIN_DAY;
        m.month = month;
        m.day = day == UNSET ? 0 : day;
        return m;
}

/* "490" of "490 BC". */
int era_year(int64_t count)
{
        return count >= 0 && count < 10000000 ? (int)(count / 1000) : UNSET;
}
